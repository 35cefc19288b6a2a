"""Read numbers as people type them: the one reading of a text, or why there is none.

A number is read by one full match of one convention; where two conventions fit and differ, the other numbers
of the same file decide, and where these do not decide either, nobody guesses. No float is involved: a figure is
a `Decimal` of the digits that were written.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

from msgspec import Struct

from reportgen.limits import DIGITS
from reportgen.regex import regex

SPACES = " \u00a0\u2007\u2008\u2009\u202f"
"""A space, and the spaces that keep figures together: no-break, figure, punctuation, thin, narrow no-break."""
_APOSTROPHES = "'’ʼ"
_MINUSES = "-−"
_NO_DATA = frozenset(
    {
        *("..", "...", "…", "n/a", "n.a.", "n.a", "na", "no data", "not available", "nil data", "none available"),
        *("нет данных", "н/д", "н.д.", "нет сведений", "деректер жоқ"),
        *("s.d.", "sin datos", "n.d.", "nd", "non disponible", "sans données", "sem dados"),
    }
)
_DASHES = frozenset({"-", "–", "—", "−", "--"})


def says_nothing(text: str) -> bool:
    """Return whether a text only says that there is nothing to say: `n/a`, `No data.`, `–`."""
    words = " ".join(text.casefold().split())
    return bool(words) and (
        words in _NO_DATA or words in _DASHES or words.rstrip(".") in _NO_DATA or not words.strip(".")
    )


_PERCENT = regex(r"(?:%|per ?cent)$", re.IGNORECASE)
_OTHER_SIGNS = str.maketrans("٪％﹪٬－﹣＋．，", "%%%'--+.,")
"""Signs beside digits of other scripts, as they are read; the Arabic comma stands between thousands for certain."""
_ARABIC_POINT = "٫"
_RAISED = regex(r"[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿ₀-₉₊₋₌₍₎]+")
"""Characters that are typed as marks of notes, or as exponents."""

_PLAIN = regex(r"\d+", re.ASCII)
_SPACED = regex(
    rf"(\d{{1,3}}(?:(?P<group>[{SPACES}{_APOSTROPHES}])\d{{3}})(?:(?P=group)\d{{3}})*)(?:[.,{_ARABIC_POINT}](\d+))?",
    re.ASCII,
)
_COMMAS = regex(r"(\d{1,3}(?:,\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3})(?:\.(\d+))?|(\d{1,3}(?:,\d{3})+)\.(\d+)", re.ASCII)
"""Commas between thousands for certain: at least two, or a point after them; also 12,34,567."""
_POINTS = regex(r"(\d{1,3}(?:\.\d{3}){2,})(?:,(\d+))?|(\d{1,3}(?:\.\d{3})+),(\d+)", re.ASCII)
_ONE_MARK = regex(rf"(\d+)([.,{_ARABIC_POINT}])(\d+)", re.ASCII)
_SHORT = regex(r"-?\d+(?:\.\d+)?", re.ASCII)
"""So short that the float that is nearest to it has no shorter name."""
_THOUSANDS_OR_DECIMALS = regex(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)


class DecimalSign(Enum):
    """Which sign stands before the decimals in a file."""

    POINT = "."
    COMMA = ","


class ReadFigure(Struct, frozen=True):
    """The one reading of a text as a number."""

    value: Decimal
    percent: bool = False
    """Whether a per cent sign followed it."""


class NoData(Struct, frozen=True):
    """The text says that there are no data."""

    dash: bool
    """Whether by a dash, which may also stand for nothing counted."""


class Unclear(Struct, frozen=True):
    """Two readings are possible."""

    first: Decimal
    second: Decimal


class TooLong(Struct, frozen=True):
    """A number with more digits than are kept exactly."""


class NoNumber(Struct, frozen=True):
    """The text is no number."""


class Noted(Struct, frozen=True):
    """A number with the mark of a note, or an exponent, beside it: `5¹`."""

    number: str
    mark: str


class MixedDigits(Struct, frozen=True):
    """Digits of two scripts in one number."""


Reading = ReadFigure | NoData | Unclear | TooLong | NoNumber | Noted | MixedDigits


def read_number(text: str, mark: DecimalSign | None = None) -> Reading:
    """Read the text of a cell as a number.

    Args:
        text: as it was typed.
        mark: the decimal sign of the file's other numbers, where they agree on one.
    """
    trimmed = text.strip().strip(SPACES)
    lowered = trimmed.casefold()
    if lowered in _NO_DATA:
        return NoData(dash=False)
    if trimmed in _DASHES:
        return NoData(dash=True)
    digits = plain_digits(trimmed)
    if digits is None:
        return MixedDigits()
    bare = _PERCENT.sub("", digits)
    reading = _signed(bare.rstrip().rstrip(SPACES), mark, percent=bare != digits)
    return _noted(digits, mark) or reading if isinstance(reading, NoNumber) else reading


def plain_digits(text: str) -> str | None:
    """Return a text with the digits of any script as 0 to 9, and the signs of that script as ours.

    None where digits of two scripts stand together: they come from two places, and nobody knows which one is right.
    """
    if text.isascii():
        return text
    if len({ord(sign) - unicodedata.decimal(sign) for sign in text if sign.isdecimal()}) > 1:
        return None
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    return plain.translate(_OTHER_SIGNS)


def _noted(text: str, mark: DecimalSign | None) -> Noted | None:
    """Return a number beside marks of notes, where there is a number without them."""
    found = None if text.isascii() else _RAISED.search(text)
    if found is None:
        return None
    bare = (text[: found.start()] + text[found.end() :]).strip()
    reading = _signed(_PERCENT.sub("", bare).rstrip().rstrip(SPACES), mark, percent=False)
    return None if isinstance(reading, NoNumber) else Noted(bare, found.group())


def _signed(text: str, mark: DecimalSign | None, *, percent: bool) -> Reading:
    negative = text[:1] in _MINUSES if text else False
    digits = text[1:].lstrip(SPACES) if negative else text.removeprefix("+")
    reading = _unsigned(digits, mark)
    if isinstance(reading, Unclear) and negative:
        return Unclear(-reading.first, -reading.second)
    if not isinstance(reading, ReadFigure):
        return reading
    if has_too_many_digits(reading.value):
        return TooLong()
    return ReadFigure(-reading.value if negative else reading.value, percent)


def _unsigned(text: str, mark: DecimalSign | None) -> Reading:
    """Return the reading of digits with or without marks between them."""
    if not text[:1].isdecimal():  # as in most cells of words
        return NoNumber()
    if len(text) > 4 * DIGITS:
        return TooLong() if _PLAIN.fullmatch(text) else NoNumber()
    whole, decimals = "", ""
    if _PLAIN.fullmatch(text):
        whole = text
    elif found := _SPACED.fullmatch(text):
        whole, decimals = found[1], found[3] or ""
    elif found := _COMMAS.fullmatch(text) or _POINTS.fullmatch(text):
        whole, decimals = found[1] or found[3], found[2] or found[4] or ""
    elif found := _ONE_MARK.fullmatch(text):
        if _THOUSANDS_OR_DECIMALS.fullmatch(text):
            return _settled(found[1], found[2], found[3], mark)
        whole, decimals = found[1], found[3]
    return _figure(re.sub(r"\D", "", whole, flags=re.ASCII), decimals)


def _settled(before: str, sign: str, after: str, mark: DecimalSign | None) -> Reading:
    """`1,234` or `1.234`: by the file's decimal sign, or unclear.

    A decimal comma elsewhere proves no decimals: beside `1,4`, the `2,100` of an English text may be thousands.
    """
    as_decimal, as_thousands = Decimal(f"{before}.{after}"), Decimal(before + after)
    if mark is None or mark.value == sign == DecimalSign.COMMA.value:
        return Unclear(as_thousands, as_decimal)
    return ReadFigure(as_decimal if mark.value == sign else as_thousands)


def _figure(whole: str, decimals: str) -> Reading:
    """Return a figure of its digits; a leading zero makes it a code, not a number."""
    if not whole or (len(whole) > 1 and whole.startswith("0")):
        return NoNumber()
    return ReadFigure(Decimal(f"{whole}.{decimals}" if decimals else whole))


def has_too_many_digits(value: Decimal) -> bool:
    """Return whether a figure has more digits than are kept exactly."""
    magnitude = value.adjusted()
    if magnitude >= DIGITS or magnitude < -DIGITS:
        return True
    return len(value.as_tuple().digits) > DIGITS


def has_three_decimals(text: str) -> bool:
    """Return whether a number has one point or comma with three digits behind it, which may divide thousands."""
    return _THOUSANDS_OR_DECIMALS.fullmatch(text.lstrip("+" + _MINUSES)) is not None


def find_mark(texts: Iterable[str]) -> DecimalSign | None:
    """Return the decimal sign that all clear numbers of a file agree on, or None.

    Args:
        texts: the numbers of the file that are written as text; what is none does not matter.
    """
    marks = {mark for mark in map(_mark_of, texts) if mark}
    return marks.pop() if len(marks) == 1 else None


def _mark_of(text: str) -> DecimalSign | None:
    """Return the decimal sign that one number shows for certain, or None."""
    digits = plain_digits(text.strip().strip(SPACES)) or ""
    if digits.isdecimal():
        return None
    bare = _PERCENT.sub("", digits).rstrip().rstrip(SPACES).lstrip("+" + _MINUSES)
    if len(bare) > 4 * DIGITS or _THOUSANDS_OR_DECIMALS.fullmatch(bare):
        return None
    if _COMMAS.fullmatch(bare):
        return DecimalSign.POINT
    if _POINTS.fullmatch(bare):
        return DecimalSign.COMMA
    found = _ONE_MARK.fullmatch(bare)
    if found:
        return _MARKS.get(found[2])
    found = _SPACED.fullmatch(bare)
    return _MARKS.get(bare[-len(found[3]) - 1]) if found and found[3] else None


_MARKS = {mark.value: mark for mark in DecimalSign}


def from_cell(written: str) -> Decimal | None:
    """Return the figure of a number cell, or None where it is not finite, or has more digits than are kept exactly.

    Workbooks hold binary floats. The figure is the shortest decimal that gives the same float; where a formula
    left noise beyond the fifteenth digit (0.30000000000000004), it is the fifteen digits that Excel itself shows,
    if these are clearly shorter. A third (0.333…) is not: it wants rounding by the person who knows to what.

    Args:
        written: the number as the file holds it.
    """
    if len(written) <= DIGITS and _SHORT.fullmatch(written):
        return Decimal(written.rstrip("0").rstrip(".") if "." in written else written)  # 384.0 of Google Sheets is 384
    value = Decimal(repr(float(written)))
    if not value.is_finite() or value.adjusted() >= DIGITS:
        return None
    value = value.to_integral_value() if value == value.to_integral_value() else value
    if not has_too_many_digits(value):
        return _plain(value)
    shown = Decimal(f"{value:.{DIGITS - 1}E}").normalize()
    return _plain(shown) if len(shown.as_tuple().digits) <= DIGITS - 3 and value.adjusted() >= -DIGITS else None


def _plain(value: Decimal) -> Decimal:
    """Return the same value without an exponent."""
    return Decimal(f"{value:f}")
