"""Questions: each is asked where a careful statistician would ask, not elsewhere, and not again once answered."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from reports import make_report

from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.questions import THRESHOLDS, questions_are_answered
from reportgen.diagnostics import CATALOGUE, QUESTIONS, word
from reportgen.model import merge_report
from reportgen.project import read_project

INPUTS = Path(__file__).parents[2] / "inputs"
NOUN = {"one": "order", "other": "orders"}
YEARS = (2020, 2021, 2022, 2023)


def ask(indicator: dict[str, Any], *, answers: object = (), previous: object = None) -> list[Finding]:
    """The questions about one indicator, `x`."""
    made = make_report({"indicators": {"x": indicator}, "answers": answers})
    if previous is not None:
        before = make_report({"indicators": {"x": previous}})
        made = made.model_copy(update={"previous": before.submissions})
    return list(questions_are_answered(CheckContext(made, merge_report(made))))


def codes(*values: Any, unit: object = NOUN, **more: object) -> list[tuple[str, str]]:
    """Code and year of each question about figures for the years from 2020 on."""
    found = ask({"unit": unit, "values": dict(zip(YEARS, values, strict=False)), **more})
    return [(one.code, str(one.values["period"])) for one in found]


def said(found: Finding) -> str:
    """The message of a question."""
    return word(found.code, found.values).message


def part(label: str, *values: int, **more: object) -> dict[str, Any]:
    """A part with figures for the years from 2020 on."""
    return {"label": label, "values": dict(zip(YEARS, values, strict=False)), **more}


# ---- RG318 and RG338: a row or a head that was copied ----


def copied(first: dict[str, Any], second: dict[str, Any]) -> list[tuple[str, str]]:
    """The indicator and part that are asked about, of two that are given after each other."""
    made = make_report({"indicators": {"x": {"label": "complaints", **first}, "y": {"label": "convictions", **second}}})
    found = questions_are_answered(CheckContext(made, merge_report(made)))
    return [(str(one.values["key"]), str(one.values["part"])) for one in found if one.code == "RG318"]


@pytest.mark.parametrize(
    ("first", "second", "is_asked"),
    [
        ((540, 498, 610), (540, 498, 610), True),
        ((540, 498, 610), (540, 498, 611), False),
        ((540, 498, 610), (540, 498), False),
        ((540, 498), (540, 498), False),
        ((100, 49, 61), (100, 49, 61), True),
        ((99, 49, 61), (99, 49, 61), False),
        ((540, 540, 540), (540, 540, 540), False),
        ((0, 0, 610), (0, 0, 610), True),
    ],
)
def test_a_row_that_was_copied_is_asked_about(
    first: tuple[int, ...], second: tuple[int, ...], *, is_asked: bool
) -> None:
    """Three figures, one of a hundred at least, are the same in two rows where one was copied."""
    rows = [{"unit": NOUN, "values": dict(zip(YEARS, values, strict=False))} for values in (first, second)]
    assert ([("convictions", "")] if is_asked else []) == copied(*rows)


@pytest.mark.parametrize(
    ("label", "part_label", "is_asked"),
    [("warnings issued", "warnings", False), ("fines imposed", "warnings", True)],
)
def test_a_part_that_is_given_as_an_indicator_too_is_no_copy(label: str, part_label: str, *, is_asked: bool) -> None:
    """The warnings among penalties, and a row of warnings, are one quantity that is given twice."""
    values = dict(zip(YEARS, (540, 498, 610), strict=False))
    whole = dict(zip(YEARS, (900, 850, 990), strict=False))
    penalties = {"unit": NOUN, "values": whole, "breakdown": [part(part_label, 540, 498, 610)], "exhaustive": False}
    assert is_asked == bool(copied(penalties, {"label": label, "unit": NOUN, "values": values}))


def test_parts_are_held_against_each_other_and_not_against_their_whole() -> None:
    """Of two parts with the same figures one was copied; a part that is all there is has those of the whole."""
    values = dict(zip(YEARS, (540, 498, 610), strict=False))
    twice = {"unit": NOUN, "values": {2020: 1080, 2021: 996, 2022: 1220}}
    pair = [part("women", 540, 498, 610), part("men", 540, 498, 610)]
    other = {"unit": NOUN, "values": {2020: 7}}

    assert [("complaints", " (men)")] == copied({**twice, "breakdown": pair}, other)
    assert [] == copied({"unit": NOUN, "values": values, "breakdown": [part("women", 540, 498, 610)]}, other)


def test_percentages_are_held_against_percentages() -> None:
    """Three rates with decimals are a copy, however small; figures of another unit are none of them."""
    rates = {"unit": "percent", "values": {2020: Decimal("1.2"), 2021: Decimal("1.4"), 2022: Decimal("1.3")}}
    counts = {"unit": NOUN, "values": {2020: 110, 2021: 120, 2022: 130}}
    assert [("convictions", "")] == copied(rates, rates)
    assert [] == copied({**counts, "unit": "percent"}, counts)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2020, 2021, 2022), [("RG338", "2020")]),
        ((2020, 1971, 2022), [("RG338", "2020")]),
        ((2020, 1971, 1903), []),
        ((2021, 2022, 2023), []),
        ((12, 15, 2022), [("RG338", "2022")]),
        ((0, -3, 2022), [("RG338", "2022")]),
        ((2020, 15, 14), [("RG338", "2020")]),
        ((9100, 2021, 8700), [("RG338", "2021")]),
        ((12, 1100, 2022), []),
        ((12, 15, 2021), []),
        ((2020,), []),
    ],
)
def test_figures_that_are_their_years_are_asked_about(values: tuple[int, ...], expected: list[object]) -> None:
    """One figure among others like it may be its year by chance; one far outside, or two, were taken from the head."""
    assert expected == [one for one in codes(*values) if one[0] == "RG338"]


# ---- RG319: a nought ----


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ((540, 498, 0), "2022"),
        ((540, 0, 498), "2021"),
        ((540, 498, 0, 0), "2022"),
        ((540, 0, 498, 0), None),  # as many noughts as figures: it may come and go
        ((540, 498, 510, 0), "2023"),
        ((0, 540, 498), None),  # what began in 2021
        ((540, 0), None),  # one figure does not show what is usual
        ((20, 160, 0), "2022"),
        ((19, 100, 0), None),  # counts below twenty come and go
        ((20, 161, 0), None),  # nor do figures that differ by more than eight times
        ((540, None, 498, 0), "2023"),
        ((540, 498, None), None),
    ],
)
def test_a_nought_among_large_figures_is_asked_about(values: tuple[int | None, ...], year: str | None) -> None:
    """Who has no data types a nought, and the report would tell of a fall to nothing."""
    assert ([("RG319", year)] if year else []) == [one for one in codes(*values) if one[0] == "RG319"]


def test_a_nought_is_asked_about_once() -> None:
    """Of several noughts in a row the first is asked about; of a total, not its parts as well."""
    fallen = {"values": dict(zip(YEARS, (540, 498, 0), strict=False))}
    parts = [part("women", 100, 90, 0), part("children", 40, 38, 0)]
    asked = ask({"unit": NOUN, **fallen, "breakdown": parts, "exhaustive": False})
    assert [("RG319", "")] == [(one.code, str(one.values["part"])) for one in asked if one.code == "RG319"]


@pytest.mark.parametrize(("is_exhaustive", "expected"), [(False, ["RG319"]), (True, [])])
def test_a_part_that_is_nothing_by_the_sum_is_not_asked_about(*, is_exhaustive: bool, expected: list[str]) -> None:
    """Parts that make up the whole show by their sum that one of them is nothing."""
    parts = [part("north", 300, 290, 540), part("south", 240, 208, 0)]
    values = dict(zip(YEARS, (540, 498, 540), strict=False))
    asked = ask({"unit": NOUN, "values": values, "breakdown": parts, "exhaustive": is_exhaustive})
    assert expected == [one.code for one in asked if one.code == "RG319"]


def test_the_last_cycle_shows_what_is_usual() -> None:
    """One figure now, and those of the last report before it."""
    former = {"unit": NOUN, "values": {2018: 540, 2019: 498}}
    assert ["RG319"] == [one.code for one in ask({"unit": NOUN, "values": {2020: 0}}, previous=former)]


@pytest.mark.parametrize(
    ("unit", "values", "expected"),
    [
        ("percent", "2.1 1.9 0", ["RG319"]),
        ("percent", "1.2 1.0 0", ["RG319"]),
        ("percent", "1.2 0.9 0", []),  # nine steps of its last digit
        ("percent", "0.3 0.2 0.0", []),  # rounded
        ("percent", "0.31 0.24 0", ["RG319"]),
        ("rank", "2.1 1.9 0", []),
    ],
)
def test_of_measures_small_figures_count_too(unit: str, values: str, expected: list[str]) -> None:
    """A rate of 2 per cent does not fall to nothing from one year to the next; one of 0.2 may be rounded to nothing."""
    found = [one for one, _ in codes(*map(Decimal, values.split()), unit=unit)]
    assert expected == [one for one in found if one == "RG319"]


# ---- RG320: a power of ten ----


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ((2400, 245, 2500), "2021"),
        ((2400, 24500, 2500), "2021"),
        ((245, 2400, 2500), "2020"),
        ((2400, 2500, 245), "2022"),
        ((2400, 2500, 2), "2022"),
        ((1201, 1855, 394, 3000), "2022"),
        ((2400, 2500, 2_450_000), "2022"),
    ],
)
def test_a_digit_too_many_or_too_few_is_asked_about(values: tuple[int, ...], year: str) -> None:
    """2,450 typed as 245 stands out of its series, at either end too."""
    assert [("RG320", year)] == codes(*values)


@pytest.mark.parametrize(
    "values",
    [
        (2400, 2450, 2500),
        (262, 944, 1058, 348),
        (1201, 1855, 3948, 5773),
        (49980, 51523, 52110, 80380),
        (60, 110, 300),
        (2400, 245),
        (3, 30, 4),
        (100, 1000, 10000, 100000),
        (0, 2450, 2500),
    ],
)
def test_series_that_move_by_themselves_are_left_alone(values: tuple[int, ...]) -> None:
    """Growth, reforms, small counts, noughts and series of two figures are no slips."""
    assert [] == codes(*values)


@given(
    st.lists(st.integers(1000, 1400), min_size=3, max_size=4),
    st.integers(0, 3),
    st.sampled_from((10, 100, 1000)),
    st.booleans(),
)
def test_any_slip_by_a_power_of_ten_in_a_calm_series_is_found(
    values: list[int],
    place: int,
    factor: int,
    larger: bool,
) -> None:
    """Whichever figure it is, it is the one that is asked about, and no other."""
    assume(place < len(values))
    slipped: list[Any] = list(values)
    slipped[place] = Decimal(values[place]) * factor if larger else Decimal(values[place]) / factor
    found = [
        one for one in ask({"unit": NOUN, "values": dict(zip(YEARS, slipped, strict=False))}) if one.code == "RG320"
    ]

    assert [str(YEARS[place])] == [str(one.values["period"]) for one in found]
    assert f"{factor:,} times too {'large' if larger else 'small'}" in said(found[0])


@given(st.integers(20, 10**8), st.lists(st.fractions(1, THRESHOLDS.outside), min_size=2, max_size=8))
def test_no_series_whose_figures_stay_within_twice_each_other_is_asked_about(low: int, times: list[Fraction]) -> None:
    """A question about a power of ten needs a figure that stands outside."""
    series = {2010 + place: int(low * factor) for place, factor in enumerate(times)}

    assert not [one for one in ask({"unit": NOUN, "values": series, "measure": "stock"}) if one.code == "RG320"]


def test_halves_are_compared_with_halves() -> None:
    """A half year beside whole years is no slip."""
    assert [] == ask({"values": {2020: 2400, 2021: 2500, "2022-H1": 1200, 2022: 2450}})


@pytest.mark.parametrize(("figure", "is_asked"), [(4800, False), (4801, True)])
def test_a_figure_stands_outside_from_twice_the_largest_of_the_others_on(figure: int, is_asked: bool) -> None:
    """400, 2,400 and 4,801: a tenth of it would lie between the others."""
    assert is_asked == (("RG320", "2022") in codes(400, 2400, figure))


# ---- RG321: a copied year ----


@pytest.mark.parametrize(
    ("values", "parts", "is_asked"),
    [
        ((999, 999), (), False),
        ((1000, 1000), (), True),
        ((9, 9), ((4, 4), (5, 5)), False),
        ((10, 10), ((4, 4), (6, 6)), True),
        ((12, 12), ((12, 12),), False),
    ],
)
def test_figures_are_copied_from_a_thousand_on_or_three_of_them_with_two_digits(
    values: tuple[int, ...],
    parts: tuple[tuple[int, ...], ...],
    is_asked: bool,
) -> None:
    """One below, and one at, each threshold."""
    breakdown = [part(label, *series) for label, series in zip("ab", parts, strict=False)]

    assert ([("RG321", "2021")] if is_asked else []) == codes(*values, breakdown=breakdown)


def test_a_large_figure_that_stays_the_same_is_asked_about() -> None:
    """3,415 in two years is a copy, or chance."""
    (found,) = ask({"unit": NOUN, "values": {2022: 3415, 2023: 3415}})

    assert "“x” is 3,415 for 2023, exactly as for 2022" == said(found)


def test_a_total_and_parts_that_stay_the_same_are_asked_about_once() -> None:
    """A column that was copied gives one question, however many rows it has."""
    parts = [part("women", 4, 4), part("men", 8, 8)]

    assert [("RG321", "2021")] == codes(12, 12, breakdown=parts)


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ((415, 415), {}),
        ((3415, 3415), {"measure": "stock"}),
        ((3, 3), {"breakdown": [part("women", 1, 1), part("men", 2, 2)]}),
        ((12, 12), {"breakdown": [part("women", 5, 4), part("men", 7, 8)]}),
        ((3415, 3416, 3415), {}),
    ],
)
def test_figures_that_may_well_be_the_same_are_left_alone(values: tuple[int, ...], more: dict[str, Any]) -> None:
    """Small figures repeat, the number of courts stays, other parts show that a year was counted."""
    assert [] == codes(*values, **more)


# ---- RG322: a total that jumps ----


def test_a_total_that_jumps_while_its_parts_do_not_is_asked_about() -> None:
    """400 and 900 with as many women among them."""
    found = ask(
        {
            "values": {2022: 400, 2023: 900},
            "breakdown": [{**part("women"), "values": {2022: 120, 2023: 125}, "exhaustive": False}],
        }
    )

    assert ["“x” goes from 400 for 2022 to 900 for 2023, and its parts together from 120 to 125"] == list(
        map(said, found)
    )


def test_totals_that_move_with_their_parts_are_left_alone() -> None:
    """Parts that grow with the total, and parts that must make it up, give no question."""
    assert [] == codes(400, 900, breakdown=[part("women", 120, 250, exhaustive=False)])
    assert [] == codes(400, 900, breakdown=[part("women", 400, 410)])
    assert [] == codes(4, 9, breakdown=[part("women", 2, 2, exhaustive=False)])


@pytest.mark.parametrize(
    ("whole", "women", "is_asked"),
    [
        ((400, 900), (100, 110), True),
        ((400, 900), (100, 111), False),
        ((400, 600), (100, 100), True),
        ((400, 599), (100, 100), False),
        ((20, 40), (20, 20), True),
        ((20, 40), (19, 19), False),
    ],
)
def test_a_total_jumps_by_half_while_its_parts_stay_within_a_tenth(
    whole: tuple[int, ...],
    women: tuple[int, ...],
    is_asked: bool,
) -> None:
    """One below, and one at, each threshold."""
    found = codes(*whole, breakdown=[part("women", *women, exhaustive=False)])

    assert ([("RG322", "2021")] if is_asked else []) == found


# ---- RG323 to RG325: signs and units ----


@given(st.integers(-(10**9), 10**9))
def test_exactly_counts_below_zero_are_asked_about(value: int) -> None:
    """Persons are counted from nought; money and percentages may be below it."""
    assert ([("RG323", "2020")] if value < 0 else []) == codes(value)
    assert [] == codes(value, unit={"currency": "T"})


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("36", "35.5", "0.37"), [("RG324", "2022")]),
        (("0.36", "0.35"), [("RG324", "2020"), ("RG324", "2021")]),
        (("55.4", "57", "5540"), [("RG325", "2022")]),
        (("0.4", "0.5", "0.6"), []),
        (("1.2", "0.9", "1.1"), []),
        (("104", "110", "120"), []),
        (("1204", "1318", "1467"), [("RG325", "2022")]),
        (("1204.5", "1318", "1467"), []),
        (("0", "36"), []),
        (("0.35",), []),
    ],
)
def test_percentages_in_another_unit_are_asked_about(values: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """A fraction among percentages, fractions alone, and one figure beyond a hundred; small rates are left alone."""
    found = [one for one in codes(*map(Decimal, values), unit="percent") if one[0] != "RG320"]

    assert expected == found


@pytest.mark.parametrize(
    ("values", "unit", "years"),
    [
        (("96", "97.5", "131"), NOUN, ["2021"]),
        (("96.5", "97", "131.5", "102"), NOUN, ["2020", "2022"]),
        (("96", "97.5"), None, ["2021"]),
        (("97.5",), NOUN, ["2020"]),
        (("97.5",), None, []),
        (("96.5", "97.5", "131"), NOUN, []),
        (("0", "0.5"), None, []),
        (("96", "97.0", "131.00"), NOUN, []),
        (("96", "97.5", "131"), {"one": "hour", "other": "hours"}, []),
        (("96", "97.5", "131"), {"currency": "T"}, []),
        (("36", "37.5", "38"), "percent", []),
    ],
)
def test_fractions_of_counts_are_asked_about(values: tuple[str, ...], unit: object, years: list[str]) -> None:
    """Among whole numbers, or alone beside a noun that is counted; what is measured has fractions."""
    expected = [("RG390", year) for year in years]

    assert expected == codes(*map(Decimal, values), unit=unit)
    assert [] == codes(*map(Decimal, values), unit=unit, measure="average")


# ---- RG326 to RG328: provisional and changed figures ----


def test_a_provisional_figure_of_an_earlier_year_is_asked_about() -> None:
    """That of the last reporting year may be provisional."""
    soon = {"value": 4, "status": "provisional"}

    assert [("RG326", "2021")] == codes(3, soon, 5, soon)


def test_a_figure_that_differs_from_the_last_report_is_asked_about() -> None:
    """The question says what the last report said, and where."""
    (found,) = ask({"values": {2020: 394}}, previous={"values": {2020: 384}})

    assert "“x” is 394 for 2020, and the last report said 384" == said(found)
    assert (("the last report", ("previous", 0, "indicators", "x", "values", "2020")),) == found.notes


def test_a_changed_part_is_asked_about_by_its_label() -> None:
    """A part is named after its indicator."""
    now = {"values": {2020: 9}, "breakdown": [part("women", 5), part("men", 4)]}
    then = {"values": {2020: 9}, "breakdown": [part("men", 4), part("women", 6)]}

    assert ["“x” (women) is 5 for 2020, and the last report said 6"] == list(map(said, ask(now, previous=then)))


@pytest.mark.parametrize("status", ["provisional", "estimated"])
def test_a_figure_that_was_not_final_may_change(status: str) -> None:
    """What the last report called provisional is replaced without a question."""
    assert [] == ask({"values": {2020: 394}}, previous={"values": {2020: {"value": 384, "status": status}}})
    assert [] == ask({"values": {2020: 384}}, previous={"values": {2020: 384}})


def test_a_provisional_figure_that_was_never_replaced_is_asked_about() -> None:
    """The last report promised a final one."""
    then = {"values": {2019: {"value": 384, "status": "provisional"}, 2020: 5}}

    assert [("RG328", "2019")] == [
        (one.code, str(one.values["period"])) for one in ask({"values": {2020: 5}}, previous=then)
    ]
    assert [] == ask({"values": {2019: 390, 2020: 5}}, previous=then)


@pytest.mark.parametrize(
    ("unit", "expected"), [(NOUN, ["RG320"]), ({"one": "child", "other": "children"}, []), (None, [])]
)
def test_figures_of_the_last_cycle_show_what_is_usual_where_they_count_the_same(
    unit: object, expected: list[str]
) -> None:
    """Of the whole for the whole, and of the part of that label for a part; figures of another unit show nothing."""
    was = {"unit": unit} if unit else {}
    men, women = (
        {"label": label, "values": {2018: low, 2019: low + 12}} for label, low in (("men", 20), ("women", 210))
    )
    whole = ask({"unit": NOUN, "values": {2020: 245}}, previous={**was, "values": {2018: 2400, 2019: 2500}})
    parts = ask(
        {"unit": NOUN, "values": {2020: 245}, "breakdown": [{"label": "women", "values": {2020: 24}}]},
        previous={**was, "values": {2018: 240, 2019: 250}, "breakdown": [men, women]},
    )

    assert expected == [one.code for one in whole]
    assert expected == [one.code for one in parts]
    assert all(one.at == ("submissions", 0, "indicators", "x", "breakdown", 0, "values", "2020") for one in parts)


# ---- answers ----

ANSWER = {"code": "RG320", "indicator": "x", "period": 2021, "value": 245, "reason": "The law changed."}
SLIP = {"unit": NOUN, "values": {2020: 2400, 2021: 245, 2022: 2500}}


def test_a_confirmed_figure_is_not_asked_about_again() -> None:
    """The answer names code, indicator, period and value."""
    assert [] == ask(SLIP, answers=[ANSWER])


@pytest.mark.parametrize(
    "other",
    [{"code": "RG321"}, {"indicator": "y"}, {"period": 2020}, {"value": 246}, {"value": None}, {"part": "women"}],
)
def test_an_answer_silences_exactly_its_question(other: dict[str, Any]) -> None:
    """Another code, figure or value is another question; a changed value is asked about again."""
    assert ["RG320"] == [one.code for one in ask(SLIP, answers=[{**ANSWER, **other}])]


@given(st.integers(1, 400))
def test_a_changed_value_is_asked_about_again(value: int) -> None:
    """The answer holds for the value that was confirmed and for no other."""
    changed = {**SLIP, "values": {**SLIP["values"], 2021: value}}  # type: ignore[dict-item] # the values are a group
    without = [one.code for one in ask(changed)]
    answered = [one.code for one in ask(changed, answers=[ANSWER])]

    assert (without if value != 245 else []) == answered


def test_an_answer_to_a_question_about_nothing_has_no_value() -> None:
    """A figure that was never replaced is confirmed without one."""
    then = {"values": {2019: {"value": 384, "status": "provisional"}}}
    answer = {"code": "RG328", "indicator": "x", "period": 2019, "reason": "It was never counted again."}

    assert [] == ask({"values": {2020: 5}}, previous=then, answers=[answer])


def test_questions_know_what_they_ask_about() -> None:
    """Indicator, part, period and value travel with the question, for the answer."""
    (found,) = ask(SLIP)

    assert found.subject is not None
    assert ("x", None, "2021", Decimal(245)) == (
        found.subject.indicator,
        found.subject.part,
        found.subject.period,
        found.subject.value,
    )


def test_every_question_tells_how_to_answer_it() -> None:
    """The hint of each code that can be answered says so; they are RG318 to RG329, and sixteen others."""
    assert {code for code in CATALOGUE if "RG318" <= code <= "RG329"} | {
        "RG338",
        "RG350",
        "RG352",
        "RG386",
        "RG387",
        "RG388",
        "RG389",
        "RG390",
        "RG431",
        "RG433",
        "RG434",
        "RG439",
        "RG440",
        "RG441",
        "RG442",
        "RG335",
        "RG749",
    } == QUESTIONS
    assert all("answer “confirmed”" in CATALOGUE[code].hint for code in QUESTIONS)


def test_the_real_project_is_asked_nothing() -> None:
    """More than two hundred published figures, and no false alarm."""
    report = read_project(INPUTS).report

    assert report is not None
    assert [] == [said(one) for one in questions_are_answered(CheckContext(report, merge_report(report)))]
