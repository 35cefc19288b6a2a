"""Forms of sentences that give figures of several periods, shares and rates; each beside one to be left alone."""

from decimal import Decimal

import pytest
from build import document, heading, paragraph

from reportgen.diagnostics import Place
from reportgen.document.tree import Level
from reportgen.model import Indicator
from reportgen.published.importer.figures.indicators import ImportedFigures, find_figures
from reportgen.published.importer.sections import find_sections


def figures(*texts: str) -> ImportedFigures:
    """The figures of paragraphs that stand in one reply."""
    blocks = document(heading(Level.REPLY, "Reply to paragraph 6"), *(paragraph(text) for text in texts)).blocks
    return find_figures(find_sections(blocks, Place("x")).sections, "CCPR/C/RUR/3", 2023, Place("x"))


def values(indicator: Indicator) -> dict[str, float]:
    """Values by period."""
    return {str(period): float(one.value) for period, one in indicator.values.items() if one.value is not None}


def parts(indicator: Indicator) -> dict[str, dict[str, float]]:
    """The values of the parts by label and period."""
    return {
        part.called(one=False): {str(period): float(one.value) for period, one in part.values.items() if one.value}
        for part in indicator.breakdown
    }


def series(*texts: str) -> list[dict[str, float]]:
    """The values of all indicators."""
    return [values(one) for one in figures(*texts).indicators.values()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2022, 30 cases were opened against 41 men; in 2023, 25 cases were opened against 33 men.",
            [{"2022": 30, "2023": 25}, {"2022": 41, "2023": 33}],
        ),
        (
            "Ten cases were closed in 2021, with 8 verdicts handed down; 14 cases in 2022, with 9 verdicts.",
            [{"2021": 10, "2022": 14}, {"2021": 8, "2022": 9}],
        ),
        (
            "In 2022, one case was brought against one person, while, in 2023, three cases were brought against 4.",
            [{"2022": 1, "2023": 3}],
        ),
        (
            "Courts heard 38 cases in 2022, with 34 rulings (compared with 14 cases in 2021, with 12 rulings).",
            [{"2021": 14, "2022": 38}, {"2021": 12, "2022": 34}],
        ),
        (
            "Six cases were completed in 2023 (in the period 2020–2022, 71 cases were completed, with 15 convictions).",
            [{"2020-2022": 71, "2023": 6}],
        ),
    ],
)
def test_clauses_of_one_form_are_series(text: str, expected: list[dict[str, float]]) -> None:
    """Each figure goes on with the one that has its noun and words; a clause may leave words out."""
    assert expected == series(text)


@pytest.mark.parametrize(
    "text",
    [
        "In 2021, 40 complaints were filed by women; in 2022, 50 complaints were filed by men.",
        "In 2022, 30 cases were opened; in 2023, 25 of them were closed.",
        "In 2020, 12 officers were dismissed for 30 cases; in 2021, inspectors opened 40 cases.",
        "The budget was $3 million in 2021; in 2022, $4 million was allocated to schools.",
        "The Act of 2021 provides for 12 places and the Act of 2022 for 15 places.",
        "From 6 June to the end of 2021, 132 events took place; since the beginning of 2022, 499 events took place.",
    ],
)
def test_clauses_of_different_things_are_no_series(text: str) -> None:
    """Where the words say something else, could mean two things, or name no whole year."""
    assert [] == series(text)


def test_a_value_without_a_year_has_that_of_the_comparison_before() -> None:
    """Where it is compared with the same years; other years say nothing of it."""
    first = "In 2023, 12 cases were heard (compared with 10 in 2022 and 8 in 2021)."

    assert {"2021": 15, "2022": 17, "2023": 20} in series(
        first, "They concern 20 men (compared with 17 in 2022 and 15 in 2021)."
    )
    assert 1 == len(series(first, "They concern 20 men (compared with 17 in 2020)."))


def test_two_comparisons_are_of_two_values() -> None:
    """The second belongs to the figure before its brackets."""
    text = (
        "In 2023, 12 persons were convicted (compared with 105 persons in the period 2020–2022), of whom 6 went to "
        "prison (compared with 15 persons in the period 2020–2022)."
    )

    assert [{"2020-2022": 105, "2023": 12}, {"2020-2022": 15, "2023": 6}] == series(text)


def test_earlier_values_alone_are_a_series() -> None:
    """Where the current one is round; a single one is none."""
    assert [{"2021": 167, "2022": 128}] == series(
        "More than 400 guards were disciplined (compared with 167 guards in 2021 and 128 guards in 2022)."
    )
    assert [] == series("More than 400 guards were disciplined (compared with 167 guards in 2021).")


def test_a_change_in_a_year_is_from_the_year_before() -> None:
    """Where the percentage proves that the two values are those of the change."""
    assert [{"2022": 110, "2023": 100}] == series("In 2023, detentions decreased by 9.1 per cent (from 110 to 100).")
    assert [] == series("In 2023, detentions decreased by 30 per cent (from 110 to 100).")
    assert [] == series("Detentions decreased by 9.1 per cent (from 110 to 100).")


def test_a_total_without_a_year_is_that_of_its_years() -> None:
    """Where they follow each other and add up to it; else only the years are taken."""
    assert [{"2021": 4, "2022": 4, "2021-2022": 8}] == series("Eight cases were brought (4 in 2021 and 4 in 2022).")
    assert [{"2019": 4, "2022": 4}] == series("Eight cases were brought (4 in 2019 and 4 in 2022).")
    assert [{"2021": 4, "2022": 5}] == series("Eight cases were brought (4 in 2021 and 5 in 2022).")


def test_the_first_value_of_a_series_may_stand_some_words_before_its_year() -> None:
    """A value with another year of its own between is none of them."""
    assert [{"2020": 4, "2021": 19, "2022": 10}] == series(
        "The Court considered 4 appeals against decisions to extradite a person in 2020, 19 in 2021 and 10 in 2022."
    )
    assert [{"2021": 19, "2022": 10}] == series("The Court considered some appeals in 2020, 19 in 2021 and 10 in 2022.")


def test_comparisons_that_add_up_are_the_parts_of_the_one_before() -> None:
    """In all periods; where one does not, each stands by itself."""
    first = "In 2023, 116 deaths (compared with 554 deaths in the period 2018–2022) were recorded. "
    causes = (
        "The causes were illness (94 deaths, compared with {} deaths in the period 2018–2022) and injury (22 deaths, "
    )
    causes += "compared with 106 deaths in the period 2018–2022)."
    (whole,) = figures(first + causes.format(448)).indicators.values()

    assert ["deaths (illness)", "deaths (injury)"] == [part.called(one=False) for part in whole.breakdown]
    assert 3 == len(series(first + causes.format(449)))


def test_a_second_figure_in_brackets_is_left_in_the_text() -> None:
    """Nobody says which year it is of; the figure before it keeps its parts."""
    (whole,) = figures(
        "In 2023, procurators freed a total of 900 (1,100) persons, including 300 (400) in police stations and 600 "
        "(700) in other places."
    ).indicators.values()

    assert {"2023": 900} == values(whole)
    assert ["in police stations", "in other places"] == [part.called(one=False) for part in whole.breakdown]


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, 21.0 per cent of all deputies (786 out of 3,745) were women.",
        "Women account for 21.0 per cent of all deputies (786 out of 3,745).",
        "Of the 3,745 deputies, 786 (21.0 per cent) are women.",
    ],
)
def test_a_share_is_linked_to_its_part_and_its_whole(text: str) -> None:
    """So that the check works it out again; the present tense speaks of the time of the report."""
    found = figures(text)
    ((key, share),) = [(key, one) for key, one in found.indicators.items() if one.share]

    assert share.share is not None
    linked = [found.indicators[name] for name in (key, share.share.part, share.share.of)]
    assert [[Decimal("21.0")], [Decimal(786)], [Decimal(3745)]] == [
        [value.value for value in one.values.values()] for one in linked
    ]
    assert 1 == len({tuple(one.periods) for one in linked})
    assert [] == found.diagnostics


def test_a_share_that_does_not_follow_is_named() -> None:
    """A little beside it, it is recorded as published, with RG840; far from it, the figures do not belong together."""
    near = figures("Women account for 21.02 per cent of all deputies (786 out of 3,415).")

    assert 1 == sum(one.share is not None for one in near.indicators.values())
    assert ["RG840"] == [one.code for one in near.diagnostics]
    assert {} == figures("Women account for 40 per cent of all deputies (786 out of 3,415).").indicators


@pytest.mark.parametrize(
    "text",
    [
        "Women account for 21 per cent of all deputies.",
        "The women will make up 20 per cent of the 300 members.",
        "Women hold about 40 per cent of the seats (120 out of 300), as they did after the elections of 1998.",
        "Of the 120 students, a quarter (30) received grants.",
    ],
)
def test_a_share_alone_or_without_a_time_is_left_in_the_text(text: str) -> None:
    """Nothing could check it, or nobody knows of when it is."""
    assert {} == figures(text).indicators


def test_a_share_beside_its_part_alone_has_no_link() -> None:
    """Both are recorded; the whole is not worked out, since the share is rounded."""
    found = figures("There are 640 women judges (53.3 per cent of the total).").indicators.values()

    assert [(640.0, None), (53.3, None)] == [(values(one)["2023"], one.share) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The suicide rate fell from 12.4 per 100,000 inhabitants in 2019 to 10.1 per 100,000 inhabitants in 2023.",
            {"2019": 12.4, "2023": 10.1},
        ),
        (
            "In 2023, mortality was 9.5 deaths per 100,000 births (compared with 11.2 in 2022).",
            {"2022": 11.2, "2023": 9.5},
        ),
        (
            "Mortality was 13.7 deaths per 100,000 births in 2020, 44.7 in 2021 and 17 in 2022.",
            {"2020": 13.7, "2021": 44.7, "2022": 17},
        ),
    ],
)
def test_rates_are_indicators(text: str, expected: dict[str, float]) -> None:
    """The first value says of how many; the label says it too."""
    (rate,) = figures(text).indicators.values()

    assert (expected, "rate", None) == (values(rate), rate.measure, rate.unit)
    assert "per 100,000" in (rate.label or "")


def test_a_rate_beside_a_count_is_no_series() -> None:
    """`11 deaths in 2022` is not one for each 100,000."""
    assert [] == series("In 2023, mortality was 9.5 deaths per 100,000 births (compared with 11 deaths in 2022).")


def test_what_bounds_a_time_is_no_period() -> None:
    """By the end of a year, more may have been counted than in it; as at a month, it is a state."""
    assert [] == series("By the end of 2022, a total of 200 persons had applied, including 50 women.")
    (state,) = figures("As at May 2022, 200 persons were registered, including 50 women.").indicators.values()
    assert ({"2022-05": 200}, "stock") == (values(state), state.measure)


def test_x_of_the_y_is_a_whole_with_a_part() -> None:
    """To date: at the time of the report; without that, nobody knows of when it is."""
    (whole,) = figures("To date, 37 of the 45 requests for care have been granted.").indicators.values()

    assert ({"2023": 45}, ["granted"]) == (values(whole), [part.called(one=False) for part in whole.breakdown])
    assert [] == series("Thirty-seven of the 45 requests were granted.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021, the number of cases fell by 20 per cent (from 790 to 632).", [{"2020": 790, "2021": 632}]),
        ("Compared with 2021, the number of cases fell by 20 per cent (from 790 to 632).", []),
        ("The number of cases has fallen by 20 per cent since 2021 (from 790 to 632).", []),
    ],
)
def test_the_year_that_a_change_is_measured_from_is_not_its_own(text: str, expected: list[dict[str, float]]) -> None:
    """A change in a year is from the year before; of one against an earlier year, the text does not say until when."""
    assert expected == series(text)
