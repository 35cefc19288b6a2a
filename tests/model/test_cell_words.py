"""The words of a workbook's cells: what is written is read again as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.model import Currency, Indicator, Noun, Period
from reportgen.model.cell_words import (
    PeriodHeader,
    format_breaks,
    format_letters,
    format_part_label,
    format_share,
    format_unit,
    parse_breaks,
    parse_letters,
    parse_part_label,
    parse_period_header,
    parse_share,
    parse_unit,
    period_header,
    same_name,
)
from reportgen.model.indicators import Share
from reportgen.model.items import FIELDS
from reportgen.model.sheets import IndicatorColumn, PeriodColumn

PHRASES = st.text("ab /", min_size=1).map(str.strip).filter(bool)
PERIODS = st.sampled_from(["2023", "2020-2023", "2023-H1", "2023-Q2", "2023-05", "2023-01/2023-05"]).map(Period.parse)


@given(PHRASES, PHRASES)
def test_a_noun_unit_survives_its_cell(one: str, other: str) -> None:
    """Both numbers of a unit come back, even with slashes of their own."""
    unit = Noun(one=one, other=other)

    assert {"one": one, "other": other} == parse_unit(format_unit(unit))


@given(PHRASES)
def test_a_currency_survives_its_cell(symbol: str) -> None:
    """A currency's symbol comes back."""
    assert {"currency": symbol} == parse_unit(format_unit(Currency(currency=symbol)))


@given(PHRASES)
def test_a_part_label_survives_its_cell(label: str) -> None:
    """A label with slashes is not taken for a noun in both numbers."""
    assert label == parse_part_label(format_part_label(label))


@given(PERIODS, st.sampled_from(PeriodColumn))
def test_a_period_header_survives_its_cell(period: Period, holds: PeriodColumn) -> None:
    """A period and what its column holds come back."""
    assert PeriodHeader(period, holds) == parse_period_header(period_header(period, holds))


@given(st.dictionaries(PERIODS, PHRASES))
def test_breaks_survive_their_cell(breaks: dict[Period, str]) -> None:
    """Breaks in a series come back by period."""
    assert {str(period): text for period, text in breaks.items()} == parse_breaks(format_breaks(breaks))


@pytest.mark.parametrize(
    ("cell", "unit"),
    [
        ("Per Cent", "percent"),
        ("%", "percent"),
        ("Rank", "rank"),
        (" person /  persons ", {"one": "person", "other": "persons"}),
        ("Currency T", {"currency": "T"}),
        ("report/reports", {"one": "report", "other": "reports"}),
        ("report /reports", {"one": "report", "other": "reports"}),
        ("woman/women", {"one": "woman", "other": "women"}),
        ("man/men", {"one": "man", "other": "men"}),
        ("мера/меры", {"one": "мера", "other": "меры"}),
        ("km/h / km/h", {"one": "km/h", "other": "km/h"}),
    ],
)
def test_a_unit_is_read_as_a_person_writes_it(cell: str, unit: object) -> None:
    """Case and space do not matter."""
    assert unit == parse_unit(cell)


@pytest.mark.parametrize(
    "cell", ["persons", "a / b / c", "currency", "/", " / b", "", "km/h", "m/mm", "cases/year", "HIV/AIDS", "a/b/c"]
)
def test_an_unclear_unit_is_refused(cell: str) -> None:
    """A unit that is none of the four forms is refused."""
    with pytest.raises(ValueError, match="none of"):
        parse_unit(cell)


def test_a_share_survives_its_cell() -> None:
    """The keys of the part and of the whole come back, even where they look like words of the form."""
    share = Share(part="of", of="staff")

    assert share.model_dump() == parse_share(format_share(share))


@pytest.mark.parametrize("cell", ["women", "women of", "women per staff", "women of all staff", ""])
def test_an_unclear_share_is_refused(cell: str) -> None:
    """A share is two keys with “of” between them."""
    with pytest.raises(ValueError, match="two keys"):
        parse_share(cell)


@pytest.mark.parametrize("head", ["2020–2023", "2020 - 2023", "2020-2023"])
def test_a_span_may_have_any_dash(head: str) -> None:
    """A span of years is read with hyphen, dash and spaces."""
    assert PeriodHeader(Period.parse("2020-2023"), PeriodColumn.VALUE) == parse_period_header(head)


@pytest.mark.parametrize(
    ("head", "period", "holds"),
    [
        ("2023 г.", "2023", PeriodColumn.VALUE),
        ("Year: 2023", "2023", PeriodColumn.VALUE),
        ("2023年 status", "2023", PeriodColumn.STATUS),
        ("2020–2023 гг.", "2020-2023", PeriodColumn.VALUE),
        ("عام ٢٠٢٣", "2023", PeriodColumn.VALUE),
    ],
)
def test_a_word_for_year_beside_a_period_says_nothing(head: str, period: str, holds: PeriodColumn) -> None:
    """It is passed over, and known to have been there."""
    assert parse_period_header(head) == PeriodHeader(Period.parse(period), holds, is_worded=True)


@pytest.mark.parametrize(
    "head", ["Total", "2023 total", "20233", "", "status", "FY2023", "2023/24", "2023年度", "Law 2023"]
)
def test_other_heads_are_no_period(head: str) -> None:
    """A head that names no period is none."""
    assert parse_period_header(head) is None


def test_names_are_compared_without_case_and_space() -> None:
    """`Part  of *` is the column `Part of`."""
    assert same_name("Part of") == same_name(" PART  OF *")


def test_every_field_of_an_indicator_has_a_column_and_is_an_item() -> None:
    """Values and parts have columns and rows of their own; nothing else is lost between YAML and a workbook."""
    fields = set(Indicator.model_fields) - {"values", "breakdown"}

    assert fields == set(FIELDS)
    assert fields <= {column.value.casefold() for column in IndicatorColumn}


@pytest.mark.parametrize(
    ("cell", "letters"),
    [
        ("a", ["a"]),
        ("(a)", ["a"]),
        ("a, c", ["a", "c"]),
        ("(A) and (C)", ["a", "c"]),
        ("a; b; a", ["a", "b"]),
        ("a-c", ["a", "b", "c"]),
        ("(a)–(c)", ["a", "b", "c"]),
        ("(a) to (c)", ["a", "b", "c"]),
        ("a) b)", ["a", "b"]),
        ("aa", ["aa"]),
        ("All", ["all"]),
        ("все", ["all"]),
        ("(a)、(c)", ["a", "c"]),
        ("(a)和(b)", ["a", "b"]),
        ("a至c", ["a", "b", "c"]),
        ("全部", ["all"]),
        ("a، c", ["a", "c"]),
        ("(a) إلى (c)", ["a", "b", "c"]),
        ("الكل", ["all"]),
    ],
)
def test_letters_of_sub_questions_are_read_as_a_person_writes_them(cell: str, letters: list[str]) -> None:
    """In any capitals, with brackets or without, with ranges."""
    assert letters == parse_letters(cell)


@pytest.mark.parametrize("cell", ["", "1", "see above", "abc", "б", "a?", "ab", "none", "c-a"])
def test_what_is_no_letter_is_refused(cell: str) -> None:
    """It is never read as another letter."""
    with pytest.raises(ValueError, match="neither"):
        parse_letters(cell)


@given(st.lists(st.sampled_from([*"abcdefgh", "aa"]), min_size=1, unique=True))
def test_letters_survive_their_cell(letters: list[str]) -> None:
    """What is written into a workbook is read back."""
    assert letters == parse_letters(format_letters(letters))
