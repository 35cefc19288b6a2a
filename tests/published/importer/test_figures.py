"""Figures of a text as indicators: what is taken, what is left, and which references print the same characters."""

import re
from decimal import Decimal

import pytest
from build import document, heading, paragraph
from hypothesis import given
from hypothesis import strategies as st

from reportgen.diagnostics import Place
from reportgen.document.tree import Emphasis, Level, Note, Text
from reportgen.languages.en.plurals import singular
from reportgen.model import Indicator, Noun
from reportgen.published.importer.facts import Given
from reportgen.published.importer.figures.indicators import ImportedFigures, find_figures
from reportgen.published.importer.figures.naming import make_key
from reportgen.published.importer.figures.wording import label_in_clause
from reportgen.published.importer.report import Imported, import_report
from reportgen.published.importer.sections import find_sections

HEADING = heading(Level.REPLY, "Reply to the issues raised in paragraph 6")


def figures(*texts: str) -> ImportedFigures:
    """The figures of paragraphs that stand in one reply."""
    blocks = document(HEADING, *(paragraph(text) for text in texts)).blocks
    return find_figures(find_sections(blocks, Place("x")).sections, "CCPR/C/RUR/3", 2023, Place("x"))


def imported(*texts: str) -> Imported:
    """The project of paragraphs that stand in one reply."""
    return import_report(
        document(HEADING, *(paragraph(text) for text in texts)), Given(years=(2021, 2022, 2023)), "report.txt"
    )


def text_of(found: Imported) -> str:
    """The text of the reply, with its references."""
    return found.files["submissions/published-report.yaml"].decode().partition("replies:")[2]


def values(indicator: Indicator) -> dict[str, int]:
    """Values by period."""
    return {str(period): int(one.value) for period, one in indicator.values.items() if one.value is not None}


def parts(indicator: Indicator) -> dict[str, dict[str, int]]:
    """The values of the parts by label and period."""
    return {
        part.called(one=False): {str(period): int(one.value) for period, one in part.values.items() if one.value}
        for part in indicator.breakdown
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2023, 348 persons were compensated (compared with 262 persons in 2021 and 305 persons in 2022).",
            {"2021": 262, "2022": 305, "2023": 348},
        ),
        ("The number of shelters rose from 14 in 2019 to 26 in 2023.", {"2019": 14, "2023": 26}),
        (
            "Between 2021 and 2023, 34 cases were heard (9 in 2021, 12 in 2022 and 13 in 2023).",
            {"2021": 9, "2022": 12, "2023": 13, "2021-2023": 34},
        ),
        (
            "In the first half of 2023, 40 cases were registered (compared with 35 in the first half of 2022).",
            {"2022-H1": 35, "2023-H1": 40},
        ),
        (
            "In 2020, 235 persons were convicted; in 2021, 190; and in 2022, 180.",
            {"2020": 235, "2021": 190, "2022": 180},
        ),
        (
            "In 2020–2023, the courts heard 5,200 civil cases (including 175 in 2023).",
            {"2023": 175, "2020-2023": 5200},
        ),
        (
            "In 2023, 4 fines were paid. Warnings were given in 81 cases (compared with 60 in 2021 and 70 in 2022).",
            {"2021": 60, "2022": 70, "2023": 81},
        ),
    ],
)
def test_values_of_several_periods_become_an_indicator(text: str, expected: dict[str, int]) -> None:
    """With the paragraph as its source, and printed only where a text refers to it."""
    (indicator,) = figures(text).indicators.values()

    assert (expected, 6, "none") == (values(indicator), indicator.issue, indicator.report)
    assert "CCPR/C/RUR/3, para. 1" == indicator.published


@pytest.mark.parametrize(
    "text",
    [
        "The number of centres rose from about 14 in 2019 to 26 in 2023.",
        "The prevalence fell from 1.9 to 1.3 per cent.",
        "Over the past three years, 694 managers (243 civil servants and 451 officers) were disciplined.",
        "The age was raised from 16 to 18 years under article 12 of the Code of 2021.",
        "Some 17,000 events were held in 2023.",
    ],
)
def test_what_is_doubtful_is_left_in_the_text(text: str) -> None:
    """Round figures, figures without a period, and numbers that are no figures of an agency."""
    assert {} == figures(text).indicators


def test_a_total_has_its_parts() -> None:
    """Each with its label; they add up, so that the breakdown is exhaustive."""
    (indicator,) = figures(
        "In 2023, the Ombudsman received eight complaints: three about delays and five about refusals."
    ).indicators.values()

    assert ({"2023": 8}, True) == (values(indicator), indicator.exhaustive)
    assert {"about delays": {"2023": 3}, "about refusals": {"2023": 5}} == parts(indicator)


def test_parts_that_do_not_add_up_are_recorded_and_named() -> None:
    """The project can be built all the same; RG840 says what is wrong."""
    found = figures("In 2023, the Ombudsman received eight complaints: four about delays and five about refusals.")

    assert [False] == [one.exhaustive for one in found.indicators.values()]
    assert ["RG840"] == [one.code for one in found.diagnostics]


def test_years_that_do_not_add_up_stand_apart_from_their_span() -> None:
    """Both as they were published."""
    found = figures("Between 2021 and 2023, 35 cases were heard (9 in 2021, 12 in 2022 and 13 in 2023).")

    assert [{"2021-2023": 35}, {"2021": 9, "2022": 12, "2023": 13}] == [
        values(one) for one in found.indicators.values()
    ]
    assert ["RG840"] == [one.code for one in found.diagnostics]


def test_the_same_things_in_two_paragraphs_are_one_indicator() -> None:
    """Where nothing speaks against it; its source names both."""
    (indicator,) = figures(
        "In 2022, the Ombudsman received 11 complaints of discrimination: 4 on grounds of sex and 7 on grounds of age.",
        "In 2023, the Ombudsman received 9 complaints of discrimination: 6 on grounds of sex and 3 on grounds of age.",
    ).indicators.values()

    assert {"2022": 11, "2023": 9} == values(indicator)
    assert {"2022": 4, "2023": 6} == parts(indicator)["on grounds of sex"]
    assert "CCPR/C/RUR/3, paras. 1–2" == indicator.published


def test_there_are_speaks_of_the_time_of_the_report() -> None:
    """A stock of the last reporting year."""
    (indicator,) = figures("There are 50 shelters: 17 public and 33 private.").indicators.values()

    assert ({"2023": 50}, "stock") == (values(indicator), indicator.measure)


def test_a_comparison_is_rewritten_as_one() -> None:
    """The longest reference that prints the same characters is taken."""
    found = imported(
        "In 2023, 348 persons were compensated (compared with 262 persons in 2021 and 305 persons in 2022).",
        "Fines were imposed in 81 cases in 2023 (compared with 60 in 2021 and 70 in 2022).",
        "The number of shelters increased from 14 in 2019 to 26 in 2023.",
    )
    text = text_of(found)

    assert (3, True) == (found.counted.rewritten, found.counted.same)
    assert "| comparison(unit=True) }}" in text
    assert "| comparison }}" in text
    assert "from_to" in text


def test_notes_and_emphasis_do_not_stand_in_the_way() -> None:
    """References stand in the plain stretches of a paragraph, its notes where they were."""
    note = Note((Text("Data of the Supreme Court, not 262 as in 2021."),))
    text = (
        "In 2023, 348 persons were heard",
        note,
        " (compared with 262 in 2021 and ",
        Emphasis((Text("305"),)),
        " in 2022).",
    )
    found = import_report(document(HEADING, paragraph(*text)), Given(years=(2021, 2022, 2023)), "report.docx")

    assert found.counted.same
    assert re.search(
        r"In 2023, \{\{ \w+ \| value\(unit=True\) \}\} were heard\[\^1\] \(compared with \{\{", text_of(found)
    )
    assert "*305* in 2022" in text_of(found)


def test_a_reference_is_to_the_very_figure_that_stands_there() -> None:
    """Two values that are the same by chance are not exchanged."""
    found = imported(
        "In 2023, 384 cases were heard (compared with 384 in 2021 and 273 in 2022).",
        "In 2022, the Ombudsman received eight complaints: four about delays and four about refusals.",
    )
    text = text_of(found)

    assert not re.search(r"In 2023, \{\{ \w+ \| value\(at=2021", text)
    assert "part='about delays') }} about refusals" not in text
    assert found.counted.same


def test_a_text_that_no_reference_gives_stays_text() -> None:
    """A missing space is the report's own; the figures are recorded."""
    found = imported("In 2023, 162 persons were fined (compared with151 in 2021 and 183 in 2022).")

    assert (1, True) == (found.counted.indicators, found.counted.same)
    assert "compared with151 in 2021" in text_of(found)


@given(
    st.dictionaries(st.integers(2010, 2023), st.integers(0, 99_999), min_size=2, max_size=6),
    st.sampled_from(["persons", "cases", "complaints"]),
)
def test_any_comparison_is_found_and_printed_again(series: dict[int, int], noun: str) -> None:
    """Values in figures, small ones as well where a large one stands beside them."""
    years = sorted(series)
    last = years.pop()
    items = [f"{series[year]:,} in {year}" for year in years]
    listed = items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
    found = imported(f"In {last}, {series[last]:,} {noun} were registered (compared with {listed}).")

    assert found.counted.same
    assert found.counted.indicators <= 1
    for indicator in figures(
        f"In {last}, {series[last]:,} {noun} were registered (compared with {listed})."
    ).indicators.values():
        assert {str(year): value for year, value in series.items()} == values(indicator)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The budget of the Ombudsman rose from $1.2 million in 2020 to $2 million in 2022.",
            "amounts, budget of the Ombudsman",
        ),
        (
            "In 2023, 45 per cent of judges were women (compared with 43 per cent in 2020).",
            "percentage of judges were women",
        ),
        ("As at 1 January 2023, there were 5,400 prisoners, including 310 women.", "prisoners"),
        ("In 2023, the Fund paid 348 persons (compared with 262 in 2022).", "persons (the Fund paid)"),
        ("In 2023, warnings were given in 40 cases (compared with 35 in 2022).", "warnings given in cases"),
    ],
)
def test_labels_say_what_is_counted(text: str, label: str) -> None:
    """In the words of the sentence, without the verb that makes a sentence of them."""
    (indicator,) = figures(text).indicators.values()

    assert label == indicator.label


def test_amounts_are_printed_in_their_scale() -> None:
    """Millions stay millions, so that the sentence follows the data."""
    found = imported("The budget of the Ombudsman rose from $1.2 million in 2020 to $2 million in 2022.")

    assert "from_to" in text_of(found)
    assert b"show: million" in found.files["submissions/published-report.yaml"]


def test_a_part_is_not_called_by_its_day() -> None:
    """The state at a day is a stock, and its parts keep their nouns."""
    (indicator,) = figures("As at 1 January 2023, there were 5,400 prisoners, including 310 women.").indicators.values()

    assert ("stock", {"women": {"2023-01": 310}}) == (indicator.measure, parts(indicator))


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("criminal cases", "criminal case"),
        ("complaints of discrimination", "complaint of discrimination"),
        ("women", "woman"),
        ("inquiries", "inquiry"),
        ("crisis centres", "crisis centre"),
        ("offices", "office"),
        ("abuses", "abuse"),
        ("procuratorial staff", "procuratorial staff"),
        ("evidence", None),
    ],
)
def test_nouns_have_a_singular(noun: str, one: str | None) -> None:
    """Where the ending tells it."""
    assert one == singular(noun)


def test_keys_are_readable_and_unlike() -> None:
    """Of the first words that say something; no word that templates read otherwise."""
    assert "victims_received_compensation" == make_key("victims who received compensation", {})
    assert "victims_2" == make_key("victims", {"victims"})
    assert "report_figure" == make_key("Report", {})
    assert "n_2023" == make_key("2023", {})
    assert "figure" == make_key("the", {})


def test_a_short_label_takes_the_words_of_its_clause() -> None:
    """So that "cases" says of what."""
    text = "In 2023, dismissal orders were issued in 45 cases."

    assert "dismissal orders issued in cases" == label_in_clause(text, text.index("45"), "cases", "cases")
    assert "persons (the Fund paid)" == label_in_clause("In 2023, the Fund paid 8 persons", 23, "persons", "persons")


def test_amounts_of_money_keep_their_currency() -> None:
    """And are told apart from the persons in the same sentence."""
    (indicator,) = figures(
        "In 2023, compensation of T 4,500,000 was paid (compared with T 3,200,000 in 2022)."
    ).indicators.values()

    assert {"2022": 3_200_000, "2023": 4_500_000} == values(indicator)
    assert "T" == getattr(indicator.unit, "currency", None)


def test_units_are_nouns_in_both_numbers() -> None:
    """So that a reference may print the noun."""
    (indicator,) = figures("In 2023, 348 victims were heard (compared with 262 in 2022).").indicators.values()

    assert Noun(one="victim", other="victims") == indicator.unit
    assert Decimal(348) in {one.value for one in indicator.values.values()}
