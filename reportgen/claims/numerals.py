"""Read numbers in figures and in words.

`1,058` is a number, `1,05` is none; `two thousand three hundred` is 2,300; `2.2 million` is 2200000, printed to a step
of 100000; `two thirds` and `one in three` are fractions.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.claims.tokens import Token, is_year, low, stands
from reportgen.languages.en.lexicon import DURATIONS
from reportgen.languages.en.numerals import FIRST_WORDS, FRACTIONS, SCALES, SHORT_SCALES, UNITS_IN_WORDS, read_cardinal

ONE = Decimal(1)
_GROUP, _LAKH = 3, 2
_DIGITS = 18
"""Figures longer than this are no number that a report counts with, but a name of something."""
_LAST_OF_SMALL = 100
"""`3 in 10`, `three out of 100`: only `1 in 3,000` is said of larger numbers."""


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
    """Return the number that begins at a token, with its scale; None where none does."""
    token = tokens[at]
    if token.kind == "n":
        plain = read_figures(token.low)
        return None if plain is None else _scaled(tokens, at, Numeral(plain[0], plain[1], 1))
    if token.kind != "w" or not may_begin(token.low):
        return None
    return _fraction(tokens, at) or _worded(tokens, at)


def read_figures(written: str) -> tuple[Decimal, Decimal] | None:
    """Return figures as a value and its step; None where the commas do not stand between groups of three."""
    whole, point, digits = written.partition(".")
    if len(written) > _DIGITS or "." in digits or "," in digits:
        return None
    groups = whole.split(",")
    if len(groups) > 1 and not (_are_groups(groups, _GROUP) or (len(groups) > 2 and _are_groups(groups, _LAKH))):
        return None
    step = Decimal(1).scaleb(-len(digits)) if point else ONE
    return Decimal(whole.replace(",", "") + point + digits), step


def _are_groups(groups: Sequence[str], size: int) -> bool:
    """Return whether figures between commas are a number: threes, or twos before the last three (`4,16,232`)."""
    *others, last = groups[1:]
    return 0 < len(groups[0]) <= size and len(last) == _GROUP and all(len(group) == size for group in others)


_LONGEST = 24
"""Words of the longest number: `nine hundred and ninety-nine million, nine hundred …` has twenty."""
NUMBER_WORDS = FIRST_WORDS | {"half", "mid"}
"""The words with which a number may begin."""


def may_begin(word: str) -> bool:
    """Return whether a number in words may begin with a word in small letters."""
    return word in NUMBER_WORDS or ("-" in word and word.partition("-")[0] in NUMBER_WORDS)


def _worded(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read `eight`, `twenty-five`, `a hundred`, `one hundred and twenty`, `two million three hundred thousand`."""
    found = read_cardinal([token.low for token in tokens[at : at + _LONGEST]])
    if found is None:
        return None
    number = Numeral(Decimal(found.value), Decimal(found.step), found.used, in_words=True)
    if stands(tokens, at + found.used, _AND_A_HALF):  # "one and a half times as many"
        return number._replace(value=number.value + _HALF, step=_HALF / 5, used=number.used + 3)
    return number


_AND_A_HALF = ("and", "a", "half", "times")
_HALF = Decimal("0.5")


def _scaled(tokens: Sequence[Token], at: int, number: Numeral) -> Numeral:
    """Return figures with the `thousand`, `million`, … behind them, and what follows: `1 million 200 thousand`."""
    word, has_stop = low(tokens, at + number.used), low(tokens, at + number.used + 1) == "."
    has_stop = has_stop and word in SHORT_SCALES and (word not in SCALES or at + number.used + 2 < len(tokens))
    scale = SHORT_SCALES[word] if has_stop and low(tokens, at - 1) != "the" else SCALES.get(word)
    if not scale:
        return number
    used = number.used + 1 + has_stop
    number = number._replace(value=number.value * scale, step=number.step * scale, used=used)
    if scale == SCALES["lakh"] and low(tokens, at + number.used) == "crore":
        scale *= SCALES["crore"]  # "5.45 lakh crore"
        number = number._replace(
            value=number.value * SCALES["crore"], step=number.step * SCALES["crore"], used=number.used + 1
        )
    place = at + number.used
    is_more = place < len(tokens) and tokens[place].kind == "n" and not is_year(tokens[place])
    rest = read_numeral(tokens, place) if is_more else None
    if rest is None or rest.value >= scale or rest.step < 1:
        return number
    return number._replace(value=number.value + rest.value, step=rest.step, used=number.used + rest.used)


def _fraction(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Read `half`, `a third`, `two thirds`, `one-fifth`, `three quarters`."""
    if tokens[at].low == "half":
        above, below, used = int(low(tokens, at + 2) != "dozen"), 2, 1  # "half a dozen" is six
    else:
        first, hyphen, second = tokens[at].low.partition("-")
        above = 1 if first in {"a", "an"} else UNITS_IN_WORDS.get(first, 0)
        below, used = FRACTIONS.get(second if hyphen else low(tokens, at + 1), 0), 1 if hyphen else 2
    if not 0 < above < below:
        return None
    return Numeral(Decimal(above) / below, Decimal(1) / (10 * below), used, is_fraction=True, in_words=True)


def read_in(tokens: Sequence[Token], at: int, number: Numeral) -> Numeral | None:
    """Read `one in three`, `3 in every 10`, `seven out of ten`: the number as a fraction; None where it is none."""
    place = at + number.used
    if stands(tokens, place, ("out", "of")):
        skip, every = 2, low(tokens, place + 2) == "every"
    elif stands(tokens, place, ("of", "every")):
        skip, every = 1, True
    elif low(tokens, place) == "in":
        skip, every = 1, low(tokens, place + 1) in {"every", "each"}
    else:
        return None
    skip += every
    below = read_numeral(tokens, place + skip) if place + skip < len(tokens) else None
    if below is None or below.is_fraction or not number.value < below.value or number.step != ONE:
        return None
    is_in = low(tokens, place) == "in"
    behind = low(tokens, place + skip + below.used)
    is_one = is_in and number.value == 1 and behind not in DURATIONS and not is_year(tokens[place + skip])
    if not is_one and below.value > _LAST_OF_SMALL:
        return None
    small = number.in_words and below.in_words
    if not every and not small and not is_one and not (is_in and below.value in _ROUND):
        return None
    value = number.value / below.value
    return Numeral(value, value / 10, number.used + skip + below.used, is_fraction=True, in_words=True)


_ROUND = frozenset(map(Decimal, (3, 4, 5, 10, 20, 100)))
"""Numbers in figures that a fraction may be of: `3 in 10`, `3 in 4`; `3 in 14` may be cases in courts."""
