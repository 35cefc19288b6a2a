"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.project.numbers import (
    SPACES,
    DecimalSign,
    NoData,
    NoNumber,
    ReadFigure,
    TooLong,
    Unclear,
    find_mark,
    from_cell,
    read_number,
    says_nothing,
)

WHOLES = st.integers(0, 10**11)
DECIMALS = st.text("0123456789", min_size=1, max_size=3)


def grouped(whole: int, sign: str) -> str:
    """A whole number with a sign between thousands."""
    return f"{whole:,}".replace(",", sign)


@given(WHOLES, st.sampled_from([*SPACES, "'", "’"]), st.sampled_from(["", "-", "−", "+"]))
def test_spaces_and_apostrophes_between_thousands_have_one_reading(whole: int, sign: str, before: str) -> None:
    """Whatever space or apostrophe stands between thousands, the number is read back."""
    value = Decimal(-whole if before in {"-", "−"} else whole)

    assert ReadFigure(value) == read_number(f" {before}{grouped(whole, sign)}\u00a0")


@given(WHOLES, DECIMALS, st.sampled_from([("," if mark is DecimalSign.POINT else ".", mark) for mark in DecimalSign]))
def test_a_number_with_both_signs_has_one_reading(
    whole: int, decimals: str, convention: tuple[str, DecimalSign]
) -> None:
    """Thousands by one sign and decimals by the other are read back, in either convention, without any context."""
    sign, mark = convention
    reading = read_number(f"{grouped(whole + 1000, sign)}{mark.value}{decimals}")

    assert ReadFigure(Decimal(f"{whole + 1000}.{decimals}")) == reading


@given(WHOLES, st.sampled_from(DecimalSign))
def test_thousands_follow_the_decimal_sign_of_the_file(whole: int, mark: DecimalSign) -> None:
    """A number with one kind of sign is read by the file's convention, and never as another value without it."""
    sign = "," if mark is DecimalSign.POINT else "."
    written = grouped(whole, sign)

    assert ReadFigure(Decimal(whole)) == read_number(written, mark)
    assert isinstance(read_number(written), Unclear) or ReadFigure(Decimal(whole)) == read_number(written)


@given(st.integers(1, 999), st.text("0123456789", min_size=3, max_size=3))
def test_a_decimal_comma_elsewhere_makes_no_decimals_of_thousands(before: int, after: str) -> None:
    """`2,100` beside `1,4` may come from another hand, and is asked about rather than read as 2.1."""
    expected = Unclear(Decimal(f"{before}{after}"), Decimal(f"{before}.{after}"))

    assert expected == read_number(f"{before},{after}", DecimalSign.COMMA)
    assert ReadFigure(Decimal(f"{before}{after}")) == read_number(f"{before},{after}", DecimalSign.POINT)
    assert ReadFigure(Decimal(f"{before}.{after}")) == read_number(f"{before}.{after}", DecimalSign.POINT)


@pytest.mark.parametrize("sign", ["-", "−"])
def test_both_readings_of_an_unclear_number_keep_its_sign(sign: str) -> None:
    """Whoever is asked whether -1234 or -1.234 is meant is not led to take the sign out."""
    assert Unclear(Decimal(-1234), Decimal("-1.234")) == read_number(f"{sign}1.234")
    assert Unclear(Decimal(1234), Decimal("1.234")) == read_number("+1.234")


@given(st.integers(1, 999), st.text("0123456789", min_size=3, max_size=3), st.sampled_from(".,"))
def test_three_digits_after_a_single_sign_have_two_readings(before: int, after: str, sign: str) -> None:
    """`1.234` is not guessed at."""
    expected = Unclear(Decimal(f"{before}{after}"), Decimal(f"{before}.{after}"))

    assert expected == read_number(f"{before}{sign}{after}")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_cell_gives_the_digits_that_were_typed(value: Decimal) -> None:
    """The float of a cell becomes the decimal that a person typed."""
    assert value == from_cell(repr(float(value)))


@given(st.text())
def test_any_text_has_a_reading_or_none(text: str) -> None:
    """Nothing that a cell may hold makes the reader fail."""
    assert isinstance(read_number(text), ReadFigure | NoData | Unclear | NoNumber | TooLong)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("384", "384"),
        ("12,5", "12.5"),
        ("12.50", "12.5"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("1 058,5", "1058.5"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("- 5", "-5"),
    ],
)
def test_a_number_with_one_reading_is_read(text: str, value: str) -> None:
    """Numbers that can be read in one way only need no context."""
    assert ReadFigure(Decimal(value)) == read_number(text)


@pytest.mark.parametrize("text", ["55.4 %", "55,4%", "55.4 per cent", "55.4\u202f%"])
def test_a_per_cent_sign_is_kept_in_mind(text: str) -> None:
    """A number with a per cent sign says that it is a percentage."""
    assert ReadFigure(Decimal("55.4"), percent=True) == read_number(text)


@pytest.mark.parametrize("text", ["..", "…", "n/a", "N/A", " нет данных ", "no data"])
def test_signs_for_no_data_are_read(text: str) -> None:
    """The usual signs and words for no data are no number and no error."""
    assert NoData(dash=False) == read_number(text)


@pytest.mark.parametrize("text", ["-", "–", "—"])
def test_a_dash_is_marked_as_such(text: str) -> None:
    """A dash is no data, and known to be a dash, for it may mean nothing counted."""
    assert NoData(dash=True) == read_number(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "%",
            "abc",
            "010",
            "00.5",
            "1 05",
            "1.2.3",
            "1e5",
            "(5)",
            "360*",
            "1,23,4",
            "NaN",
            "inf",
            "0x1F",
            "1_000",
        ),
        *(
            "1 234'567",
            "1O5",
            "5 5",
            "--5",
            "1.",
            ".5",
            "=1+1",
            "½",
            "\u041e",
        ),  # the last is a Cyrillic letter that looks like a zero
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    """Codes, ranges, lookalikes and formulas are not numbers."""
    assert NoNumber() == read_number(text)


@pytest.mark.parametrize("text", ["1234567890123456", "9" * 5000, "0." + "1" * 20])
def test_more_digits_than_are_kept_are_refused(text: str) -> None:
    """Digits beyond the fifteenth are not dropped in silence."""
    assert TooLong() == read_number(text)


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["12,5", "1,234"], DecimalSign.COMMA),
        (["1,234.5"], DecimalSign.POINT),
        (["1.234,5", "7"], DecimalSign.COMMA),
        (["1 234,56"], DecimalSign.COMMA),
        (["1,234,567"], DecimalSign.POINT),
        (["1.234.567"], DecimalSign.COMMA),
        (["1,234", "1.234"], None),
        (["1,234"], None),
        (["1.234", "2.345"], None),
        (["12.5", "1,234", "1.234"], DecimalSign.POINT),
        (["12,5", "12.5"], None),
        (["abc", ""], None),
    ],
)
def test_the_decimal_sign_of_a_file_is_the_one_that_its_clear_numbers_share(
    texts: list[str], mark: DecimalSign | None
) -> None:
    """Unclear numbers say nothing, and numbers that disagree say nothing together."""
    assert mark == find_mark(texts)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("55.399999999999999", "55.4"),
        ("0.30000000000000004", "0.3"),
        ("1E+3", "1000"),
        ("999999999999999", "999999999999999"),
        ("1e-7", "0.0000001"),
        ("-0.5", "-0.5"),
    ],
)
def test_noise_of_binary_floats_is_not_a_figure(written: str, value: str) -> None:
    """What arithmetic left beyond the fifteenth digit is dropped, as Excel drops it on the screen."""
    assert Decimal(value) == from_cell(written)


@pytest.mark.parametrize("written", ["0.3333333333333333", "1e15", "1e300", "1e400", "12345678901234567"])
def test_a_cell_that_wants_rounding_is_refused(written: str) -> None:
    """A third, or a number beyond fifteen digits, is not cut by the program."""
    assert from_cell(written) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (text, True)
            for text in ("n/a", "N/A", "no  data", "No data.", "–", " - ", "--", "..", "...", "…", ".", "н/д")
        ),
        *((text, False) for text in ("", "  ", "0", "no data yet", "–.5", "- none of them", "n/a, see above")),
    ],
)
def test_a_text_that_says_nothing_is_known(text: str, *, expected: bool) -> None:
    """Dashes, points and the words of several languages, with a full stop or without; never a text that says more."""
    assert expected is says_nothing(text)
