"""Decimals: rounding half away from zero, and figures with the symbols of a language."""

from decimal import Decimal

from reportgen.languages.language import cldr
from reportgen.model.base import EXACT

MINUS = "\u2212"


def rounded(value: Decimal, digits: int) -> Decimal:
    """Return a value with at most so many decimals, half away from zero, without trailing zeros."""
    return plain(value.quantize(Decimal(1).scaleb(-digits), context=EXACT))


def plain(value: Decimal) -> Decimal:
    """Return the same value without trailing zeros and without an exponent."""
    normal = value.normalize(EXACT)
    exponent = normal.as_tuple().exponent
    return normal.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else normal + 0


def rounded_apart(value: Decimal, digits: int, *limits: Decimal) -> Decimal:
    """Return a value rounded to so many decimals, or to more where it would become one of `limits` and is not it.

    One of 3,000 is not 0 per cent, and 2,999 are not 100.
    """
    found = rounded(value, digits)
    return rounded_apart(value, digits + 1, *limits) if found in limits and found != value else found


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """Return a quotient, exact far beyond what is printed."""
    return EXACT.divide(part, whole)


def percentage(part: Decimal, whole: Decimal, digits: int) -> Decimal:
    """Return a part as a rounded percentage of its whole.

    Args:
        part: a share of the whole, in its unit.
        whole: not zero.
        digits: decimals that are kept; halves are rounded away from zero.
    """
    return rounded(EXACT.divide(part * 100, whole), digits)


def decimals(value: Decimal) -> int:
    """Return how many decimals a value is printed with."""
    exponent = plain(value).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def figures(value: Decimal, tag: str, digits: int = 0) -> str:
    """Return a value in figures: `1,058`, `22.5`, `−3`; with zeros behind it up to `digits` decimals.

    Args:
        value: the figure, rounded already.
        tag: of the language.
        digits: decimals that are written at least.
    """
    symbols = cldr(tag)
    written = f"{plain(value):,.{max(digits, decimals(value))}f}"
    if symbols.group != "," or symbols.decimal != ".":
        written = written.translate({ord(","): symbols.group, ord("."): symbols.decimal})
    return written.replace("-", MINUS)


def is_whole(value: Decimal) -> bool:
    """Return whether a value has no decimals."""
    return value == value.to_integral_value()
