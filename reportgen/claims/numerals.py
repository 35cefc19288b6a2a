"""Numbers in figures and in words: tokens come in, values go out.

`1,058` is a number, `1,05` is none; `two thousand three hundred` is 2,300; `2.2 million` is 2200000, printed to a step
of 100000; `two thirds` and `one in three` are fractions.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.claims.tokens import Token
from reportgen.languages.en.numerals import FIRST_WORDS, FRACTIONS, SCALES, UNITS_IN_WORDS, read_cardinal

ONE = Decimal(1)
_GROUP = 3
_DIGITS = 18
"""Figures longer than this are no number that a report counts with, but a name of something."""
_LAST_OF_SMALL = 100
"""`3 in 10`, `one in 100`: shares are not said of larger numbers."""


class Numeral(NamedTuple):
    """A number that was read."""

    value: Decimal
    step: Decimal
    """One unit of the last digit printed."""
    used: int
    """How many tokens it took."""
    is_fraction: bool = False
    in_words: bool = False


def read_numeral(tokens: Sequence[Token], at: int) -> Numeral | None:
    """The number that begins at a token, with its scale; None where none does."""
    token = tokens[at]
    if token.kind == "n":
        plain = read_figures(token.low)
        return None if plain is None else _scaled(tokens, at, Numeral(plain[0], plain[1], 1))
    if token.kind != "w" or not may_begin(token.low):
        return None
    return _fraction(tokens, at) or _worded(tokens, at)


def read_figures(written: str) -> tuple[Decimal, Decimal] | None:
    """Figures as a value and its step; None where the commas do not stand between groups of three."""
    whole, point, digits = written.partition(".")
    if len(written) > _DIGITS or "." in digits or "," in digits:
        return None
    groups = whole.split(",")
    if len(groups) > 1 and (len(groups[0]) > _GROUP or any(len(group) != _GROUP for group in groups[1:])):
        return None
    step = Decimal(1).scaleb(-len(digits)) if point else ONE
    return Decimal(whole.replace(",", "") + point + digits), step


_LONGEST = 24
"""Words of the longest number: `nine hundred and ninety-nine million, nine hundred …` has twenty."""
_FIRST = FIRST_WORDS | {"half", "mid"}


def may_begin(low: str) -> bool:
    """Whether a number in words may begin with a word in small letters."""
    return low in _FIRST or ("-" in low and low.partition("-")[0] in _FIRST)


def _worded(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`eight`, `twenty-five`, `a hundred`, `one hundred and twenty`, `two million three hundred thousand`."""
    found = read_cardinal([token.low for token in tokens[at : at + _LONGEST]])
    return found and Numeral(Decimal(found.value), Decimal(found.step), found.used, in_words=True)


def _scaled(tokens: Sequence[Token], at: int, number: Numeral) -> Numeral:
    """Return figures with the `thousand`, `million`, … behind them."""
    following = at + number.used
    if following < len(tokens) and (scale := SCALES.get(tokens[following].low)):
        return number._replace(value=number.value * scale, step=number.step * scale, used=number.used + 1)
    return number


def _fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """`half`, `a third`, `two thirds`, `one-fifth`, `three quarters`."""
    low = tokens[at].low
    if low == "half":
        return _part(1, 2, 1)
    first, hyphen, second = low.partition("-")
    if hyphen:
        return _part(_above(first), FRACTIONS[second], 1) if second in FRACTIONS and _above(first) else None
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if following in FRACTIONS and _above(low):
        return _part(_above(low), FRACTIONS[following], 2)
    return None


def _above(low: str) -> int:
    """What stands above the line of a fraction: `a`, `one`, `two`, …; 0 for anything else."""
    return 1 if low in {"a", "an"} else UNITS_IN_WORDS.get(low, 0)


def _part(above: int, below: int, used: int) -> Numeral | None:
    if above >= below:
        return None
    return Numeral(Decimal(above) / below, Decimal(1) / (10 * below), used, is_fraction=True, in_words=True)


def read_in(tokens: Sequence[Token], at: int, number: Numeral) -> Numeral | None:
    """`one in three`, `3 in every 10`, `seven out of ten`: the number as a fraction; None where it is none."""
    place = at + number.used
    words = [token.low for token in tokens[place : place + 3]]
    if words[:2] == ["out", "of"]:
        skip = 3 if words[2:] == ["every"] else 2
    elif words[:1] == ["in"]:
        skip = 2 if words[1:2] in (["every"], ["each"]) else 1
    else:
        return None
    below = read_numeral(tokens, place + skip) if place + skip < len(tokens) else None
    every = skip == 3 or (words[:1] == ["in"] and skip == 2)  # noqa: PLR2004 - with "every"
    if below is None or below.is_fraction or not number.value < below.value <= _LAST_OF_SMALL or number.step != ONE:
        return None
    small = number.in_words and below.in_words
    if not every and not small and not (words[0] == "in" and below.value in _ROUND):
        return None
    value = number.value / below.value
    return Numeral(value, value / 10, number.used + skip + below.used, is_fraction=True, in_words=True)


_ROUND = frozenset({Decimal(5), Decimal(10), Decimal(20), Decimal(100)})
