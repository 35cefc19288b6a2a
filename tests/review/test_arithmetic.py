"""The arithmetic of printed figures: done again from the observations, and never called right by chance."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.tree import Figure
from reportgen.model import Indicator, Observation, Period
from reportgen.review.arithmetic import check_parts, check_share, recompute

YEAR = Period.of_year(2023)


def figure(text: str, value: str, *, is_change: bool = False) -> Figure:
    """A figure as it is printed."""
    return Figure(text, "cases", ("2023",), (), (), is_change=is_change, value=Decimal(value))


def words(printed: Figure, *values: str, of_parts: bool = False) -> str | None:
    """The line of arithmetic; None where there is none."""
    line = recompute(printed, [Decimal(value) for value in values], of_parts=of_parts)
    return line.words if line else None


@pytest.mark.parametrize(
    ("printed", "values", "expected"),
    [
        (figure("348", "348"), ("348",), "the cell holds 348"),
        (figure("33.5 million", "33500000"), ("33512345",), "the cell holds 33,512,345, rounded to 33.5 million"),
        (figure("33.5 million", "33500000"), ("33450000",), "the cell holds 33,450,000, rounded to 33.5 million"),
        (figure("33.5 million", "33500000"), ("33449999",), None),
        (figure("33.5 million", "33500000"), ("33549999",), "the cell holds 33,549,999, rounded to 33.5 million"),
        (figure("33.5 million", "33500000"), ("33550000",), None),
        (figure("5", "5", is_change=True), ("-5",), "the cell holds −5, rounded to 5"),
        (figure("29 per cent", "29", is_change=True), ("538", "384"), "(384 − 538) ÷ 538 × 100 = −28.6245"),
        (figure("28 per cent", "28", is_change=True), ("538", "384"), None),
        (figure("5.1 percentage points", "5.1", is_change=True), ("40.2", "45.3"), "45.3 − 40.2 = 5.1"),
        (figure("12,777", "12777"), ("1201", "1855", "3948", "5773"), "1,201 + 1,855 + 3,948 + 5,773 = 12,777"),
        (figure("12,778", "12778"), ("1201", "1855", "3948", "5773"), None),
        (figure("2.5", "2.5"), ("2", "3"), "(2 + 3) ÷ 2 = 2.5"),
        (figure("three times", "3", is_change=True), ("100", "300"), "300 ÷ 100 = 3"),
        (figure("0.00004", "0.00004"), ("0.00004",), "the cell holds 0.00004"),
        (figure("1.23456", "1.23456"), ("1.23456",), "the cell holds 1.23456"),
        (figure("0.00006", "0.00006"), ("0.00005", "0.00001"), "0.00005 + 0.00001 = 0.00006"),
        (figure("0.00005", "0.00005"), ("0.00003", "0.00007"), "(0.00003 + 0.00007) ÷ 2 = 0.00005"),
        (
            *(figure("0.000004 per cent", "0.000004", is_change=True), ("25000000", "25000001")),
            "(25,000,001 − 25,000,000) ÷ 25,000,000 × 100 = 0.000004",
        ),
        (
            *(figure("1" + "0" * 28, "1" + "0" * 28, is_change=True), ("0.00000000000001", "100000000000000")),
            "100,000,000,000,000 ÷ 0.00000000000001 = 10" + ",000" * 9,
        ),
    ],
)
def test_a_figure_follows_from_its_observations(printed: Figure, values: tuple[str, ...], expected: str | None) -> None:
    """Rounded half up to the last printed digit; where no known way leads to it, nothing is said."""
    assert expected == words(printed, *values)


def test_a_share_is_of_two_series() -> None:
    """A part in per cent of its whole, in whichever order they are named; of one series it is a change."""
    share = figure("30 per cent", "30")

    assert words(share, "30", "100", of_parts=True) == "30 ÷ 100 × 100 = 30"
    assert words(share, "100", "30", of_parts=True) == "30 ÷ 100 × 100 = 30"
    assert words(share, "100", "130") == "(130 − 100) ÷ 100 × 100 = 30"


@pytest.mark.parametrize("values", [(), ("1",) * 13, ("0", "5")])
def test_what_cannot_be_worked_out_is_left_alone(values: tuple[str, ...]) -> None:
    """No observation, too many terms to add by hand, and a change from nought."""
    assert words(figure("13 per cent", "13"), *values) is None


def test_a_word_has_no_arithmetic() -> None:
    """“rose” is no number."""
    assert recompute(Figure("rose", "cases", (), (), (), is_change=True), [Decimal(1), Decimal(2)]) is None


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=12), st.integers(-3, 3))
def test_a_sum_is_right_only_where_it_is_the_sum(terms: list[int], slip: int) -> None:
    """A slip in the last digit is never called right as a sum."""
    total = sum(terms) + slip
    line = words(figure(f"{total:,}", str(total)), *map(str, terms)) or ""

    assert (slip == 0) == line.startswith(" + ".join(f"{term:,}" for term in terms) + " = ")


def breakdown(whole: int, *parts: int | None, exhaustive: bool = True, measure: str = "flow") -> Indicator:
    """An indicator with one breakdown."""
    given_parts = [
        {"label": f"part {place}", "by": "sex", "exhaustive": exhaustive, "values": {"2023": value}}
        for place, value in enumerate(parts)
    ]
    return Indicator.model_validate({"measure": measure, "values": {"2023": whole}, "breakdown": given_parts})


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (breakdown(348, 248, 100), [("the parts (by sex): 248 + 100 = 348", True)]),
        (breakdown(349, 248, 100), [("the parts (by sex): 248 + 100 = 348, not 349", False)]),
        (breakdown(349, 248, 100, exhaustive=False), []),
        (breakdown(348, 248, None), []),
        (breakdown(348, 348), []),
        (breakdown(348, 248, 100, measure="rate"), []),
    ],
)
def test_parts_make_up_the_whole(indicator: Indicator, expected: list[tuple[str, bool]]) -> None:
    """Only where all of them are there, there are several, and they are meant to."""
    assert expected == [(line.words, line.right) for line in check_parts(indicator, YEAR)]


@pytest.mark.parametrize(
    ("value", "part", "of", "expected"),
    [
        ("23.02", 786, 3415, ("786 ÷ 3,415 × 100 = 23.0161", True)),
        ("23.03", 786, 3415, ("786 ÷ 3,415 × 100 = 23.0161, not 23.03", False)),
        ("2.3", 9, 400, ("9 ÷ 400 × 100 = 2.25", True)),
        ("2.2", 9, 400, ("9 ÷ 400 × 100 = 2.25, not 2.2", False)),
        ("33.333334", 1, 3, ("1 ÷ 3 × 100 = 33.3333, not 33.333334", False)),
        ("0.00001", 1, 10**9, ("1 ÷ 1,000,000,000 × 100 = 0.0000001, not 0.00001", False)),
        (
            "0.1234567890123",
            10**14,
            7,
            ("100,000,000,000,000 ÷ 7 × 100 = 1,428,571,428,571,428.5714, not 0.1234567890123", False),
        ),
        ("23", 786, 0, None),
        ("23", None, 3415, None),
    ],
)
def test_a_percentage_follows_from_what_it_is_a_share_of(
    value: str, part: int | None, of: int, expected: tuple[str, bool] | None
) -> None:
    """Rounded half up, as the check does; a share of nought, or of what is not known, is left alone."""
    given_part = Observation(value=None if part is None else Decimal(part))
    line = check_share(Decimal(value), given_part, Observation(value=Decimal(of)))

    assert expected == (line and (line.words, line.right))
