"""Periods: what is written is read, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Period

YEARS = st.integers(1900, 2199)
MONTHS = st.integers(1, 12)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any run of whole months within the years that are allowed."""
    start, end = sorted([(draw(YEARS), draw(MONTHS)), (draw(YEARS), draw(MONTHS))])
    return Period(start, end)


@given(periods())
def test_a_period_is_read_back_from_its_written_form(period: Period) -> None:
    """Every period survives being written and read."""
    assert period == Period.parse(str(period))


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("2023", 12),
        (2023, 12),
        ("2020–2023", 48),
        ("2020-2023", 48),
        ("2023-H1", 6),
        ("2023-Q4", 3),
        ("2023-05", 1),
        ("2023-01/2023-05", 5),
    ],
)
def test_each_form_has_its_length(written: str | int, months: int) -> None:
    """A year has twelve months, a half six, and so on."""
    assert months == Period.parse(written).months


@pytest.mark.parametrize(
    "written", ["23", "2023-13", "2023-H3", "2023-Q0", "1066", "2023-2020", "2023-05/2023-01", "x", "२०२३"]
)
def test_what_is_no_period_is_refused(written: str) -> None:
    """Anything else is refused with words, never guessed."""
    with pytest.raises(ValueError, match="it"):
        Period.parse(written)


def test_a_span_is_later_than_the_year_that_it_ends_with() -> None:
    """Where a span and a year end together, the span is the later one."""
    year, span = Period.parse("2023"), Period.parse("2020-2023")

    assert [year, span] == sorted([span, year], key=lambda period: period.order)


def test_a_half_is_the_same_as_its_six_months() -> None:
    """`2023-H1` and `2023-01/2023-06` are one period."""
    assert Period.parse("2023-H1") == Period.parse("2023-01/2023-06")


def test_halves_of_two_years_are_alike_and_a_year_is_not() -> None:
    """The first half of a year may be compared with another first half only."""
    first, other, second, year = map(Period.parse, ("2023-H1", "2022-H1", "2022-H2", "2022"))

    assert [True, False, False] == [first.like(other), first.like(second), first.like(year)]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("2023", "year"),
        ("2020-2023", "span"),
        ("2022-2023", "span"),
        ("2023-H1", "part"),
        ("2023-05", "part"),
    ],
)
def test_a_period_is_of_one_kind(written: str, kind: str) -> None:
    """A year is no span of one, and a span is no part."""
    period = Period.parse(written)

    assert [kind] == [name for name in ("year", "span", "part") if getattr(period, f"is_{name}")]
