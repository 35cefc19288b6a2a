"""Numbers with what belongs to them: tokens come in, quantities without noun and period go out.

`more than 2.2 million`, `T 8 billion`, `21.02 per cent`, `3 percentage points`, `1.5 times`, `between 70 and 80 per
cent`, `5 to 8 years`, `two thirds`, `one in three`.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.claims.model import Measure, Nearness, Quantity, with_changes
from reportgen.claims.numerals import Numeral, read_in, read_numeral
from reportgen.claims.passages import Span
from reportgen.claims.tokens import Token
from reportgen.languages.en.lexicon import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_SIGNS,
    DURATIONS,
    NOUN_STOPS,
)
from reportgen.languages.en.numerals import FOLDS

_NEAR = {
    Nearness.ABOUT: (
        "about, around, approximately, approx, some, roughly, nearly, almost, circa, ca, estimated, an estimated,"
        " close to, in the region of, in the order of, as many as, an average of, on average, average of"
    ),
    Nearness.MORE_THAN: "more than, over, above, upwards of, just over, well over, a little over, slightly more than",
    Nearness.LESS_THAN: "less than, fewer than, under, below, just under",
    Nearness.AT_LEAST: "at least, no fewer than, no less than, not less than, not fewer than, a minimum of",
    Nearness.AT_MOST: "at most, up to, no more than, not more than, a maximum of",
}
_NEARNESS: dict[str, list[tuple[tuple[str, ...], Nearness]]] = {}
for _nearness, _words in _NEAR.items():
    for _phrase in _words.split(", "):
        _parts = tuple(_phrase.split())
        _NEARNESS.setdefault(_parts[0], []).append((_parts, _nearness))
for _phrases in _NEARNESS.values():
    _phrases.sort(key=lambda phrase: -len(phrase[0]))

AMOUNT_WORDS = _NEARNESS.keys() | CURRENCY_CODES | FOLDS.keys() | {"twice", "thrice", "between", "us", "nz", "hk", "nt"}
"""The words with which an amount may begin, besides numbers; another word may be the first half of a sign: `A$`."""

_DASHES = frozenset("-–—‑")
_AGES = frozenset({"aged", "age", "ages"})
_OLDEST = 120
_MORE_LESS = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "smaller", "larger", "as", "the"})
HALF = Decimal("0.5")
_FAR_APART = 4
"""An amount of change is no range whose ends are this many times apart."""


class Amount(NamedTuple):
    """A quantity and how many tokens it took."""

    quantity: Quantity
    used: int


def read_amount(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """The quantity that begins at a token, with the words that say how near it is; None where none does."""
    phrase, nearness = _nearness_at(tokens, at)
    if phrase == 1 and _is_year(tokens, at + 1):
        return None  # "an increase over 2020"
    if phrase and at + phrase < len(tokens) and (found := _bare(text, tokens, at + phrase, nearness)):
        quantity, used = found
        if quantity.measure is Measure.COUNT and _is_age(tokens, at, phrase, used, quantity):
            quantity = with_changes(quantity, measure=Measure.DURATION)
        return Amount(quantity, phrase + used)
    return _bare(text, tokens, at, Nearness.EXACT)


def _nearness_at(tokens: Sequence[Token], at: int) -> tuple[int, Nearness]:
    """How many words from a token say how near a number is, and what they say; 0 where none does."""
    for words, nearness in _NEARNESS.get(tokens[at].low, ()):
        if all(at + place < len(tokens) and tokens[at + place].low == word for place, word in enumerate(words)):
            return len(words), nearness
    return 0, Nearness.EXACT


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether four figures without a comma stand at a place, and nothing that they count."""
    token = tokens[at] if at < len(tokens) else None
    is_plain = token is not None and token.kind == "n" and len(token.low) == len(token.text) == 4  # noqa: PLR2004 - a year
    return is_plain and token is not None and token.low[:2] in {"19", "20"} and not _low(tokens, at + 1).isalpha()


def _is_age(tokens: Sequence[Token], at: int, phrase: int, used: int, quantity: Quantity) -> bool:
    """Whether `under 18`, `over 65` is an age: it follows a noun, and nothing that is counted follows it."""
    following = _low(tokens, at + phrase + used)
    return (
        tokens[at].low in {"under", "over", "above", "below"}
        and at > 0
        and quantity.value < _OLDEST
        and (not following.isalpha() or following in NOUN_STOPS)
        and tokens[at - 1].low not in {"to", "was", "were", "of", "by", "at"}
    )


def _bare(text: str, tokens: Sequence[Token], at: int, nearness: Nearness) -> Amount | None:
    """A quantity without the words before it."""
    money, skip = _money_before(tokens, at)
    first = at + skip
    if first >= len(tokens):
        return None
    if tokens[first].low in FOLDS:
        return _factor(text, _span(tokens, at, 1), FOLDS[tokens[first].low], nearness)
    if tokens[first].low in {"twice", "thrice"}:
        return _factor(text, _span(tokens, at, 1), 2 if tokens[first].low == "twice" else 3, nearness)
    opened = 0
    if tokens[first].low == "between" and not money:
        first, opened = first + 1, 1
    number = read_numeral(tokens, first) if first < len(tokens) else None
    if number is None or _is_no_count(tokens, first, number):
        return None
    number = read_in(tokens, first, number) or number
    used = skip + opened + number.used
    upper, used = _upper(tokens, at, used, number, is_between=bool(opened))
    if opened and upper is None:
        return None
    measure, unit, extra = _measured(tokens, at, used, number, money)
    value, step = number.value, number.step
    if upper is not None:
        value, step = _same_scale(value, step, upper.step)
    span = _span(tokens, at, used + extra)
    above = upper.value if upper is not None else None
    return Amount(Quantity(value, span.of(text), span, measure, step, nearness, above, unit=unit), used + extra)


def _factor(text: str, span: Span, times: int, nearness: Nearness) -> Amount:
    """`twice`, `threefold`."""
    return Amount(Quantity(Decimal(times), span.of(text), span, Measure.TIMES, HALF, nearness), 1)


def _span(tokens: Sequence[Token], at: int, used: int) -> Span:
    return Span(tokens[at].start, tokens[at + used - 1].end)


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


# ---- what stands before and behind ----------------------------------------------------------------------------


def _money_before(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The currency before a number, and its tokens: `$`, `US$`, `T`, `CFAF`."""
    token = tokens[at]
    if token.text in CURRENCY_SIGNS:
        return token.text, 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind != "w" or following is None or not token.text[0].isupper():
        return "", 0
    if following.text in CURRENCY_SIGNS and following.start == token.end:
        return token.text + following.text, 2
    if token.low in CURRENCY_CODES and following.kind == "n" and (len(token.low) > 1 or _is_sum(tokens, at + 1)):
        return token.text, 1
    return "", 0


def _is_sum(tokens: Sequence[Token], at: int) -> bool:
    """Whether figures behind a single letter look like money: large, or with a scale."""
    return len(tokens[at].low) > 2 or _low(tokens, at + 1) in {"million", "billion", "thousand", "trillion"}  # noqa: PLR2004 - T 138, but K 2


def _is_no_count(tokens: Sequence[Token], at: int, number: Numeral) -> bool:
    """Whether `one` is a pronoun, or a fraction is an ordinal: `one of the`, `a third party`, `the first half`."""
    following = _low(tokens, at + number.used)
    before = _low(tokens, at - 1)
    if number.is_fraction:
        behind = not following.isalpha() or following in NOUN_STOPS or following in _MORE_LESS or following == "of"
        return not behind or before in {"first", "second", "latter", "other"}
    if number.in_words and number.value == 1 and number.used == 1:
        pronoun = following == "of" and _low(tokens, at + 2) in {"the", "these", "its", "their", "his", "our", "those"}
        return pronoun or following in {"another", "or", "can", "may", "who", "such"} or before in {"no", "any", "the"}
    return False


def _upper(
    tokens: Sequence[Token], at: int, used: int, number: Numeral, *, is_between: bool
) -> tuple[Numeral | None, int]:
    """The upper end of a range: `70–80`, `5 to 8`, `between 70 and 80`; not of `from 5 to 8`, which is a change."""
    joint = _low(tokens, at + used)
    place = at + used + 1
    is_range = (
        joint == "and"
        if is_between
        else joint in _DASHES or (joint == "to" and _low(tokens, at - 1) != "from" and not number.is_fraction)
    )
    if not is_range or place >= len(tokens) or number.is_fraction:
        return None, used
    upper = read_numeral(tokens, place)
    if upper is None or upper.is_fraction or upper.value <= number.value:
        return None, used
    if joint == "to" and _low(tokens, at - 1) == "by" and upper.value > _FAR_APART * number.value:
        return None, used  # "rose by 1,250 to 23,480"
    if joint == "to" and _low(tokens, place + upper.used) in {"in", "of"} and number.in_words != upper.in_words:
        return None, used
    return upper, used + 1 + upper.used


def _same_scale(low: Decimal, step: Decimal, high_step: Decimal) -> tuple[Decimal, Decimal]:
    """The lower end of `2–3 million` in the scale of the upper."""
    return (low * high_step, high_step) if high_step > step and low < high_step else (low, step)


def _measured(tokens: Sequence[Token], at: int, used: int, number: Numeral, money: str) -> tuple[Measure, str, int]:
    """What a number measures, its unit, and how many tokens say so behind it."""
    following, second = _low(tokens, at + used), _low(tokens, at + used + 1)
    if following in {"%", "percent"}:
        return _points_or_share(tokens, at + used + 1, 1)
    if following == "per" and second == "cent":
        return _points_or_share(tokens, at + used + 2, 2)
    if following == "percentage" and second in {"points", "point"}:
        return Measure.POINTS, "", 2
    if number.is_fraction:
        return Measure.FRACTION, "", 0
    if money:
        return Measure.MONEY, money, 0
    return _unit_behind(following, second) or _plain(tokens, at)


def _plain(tokens: Sequence[Token], at: int) -> tuple[Measure, str, int]:
    """A count, or an age where `aged` or `age of` stands before it."""
    is_age = _low(tokens, at - 1) in _AGES or (_low(tokens, at - 1) == "of" and _low(tokens, at - 2) in _AGES)
    return (Measure.DURATION, "years", 0) if is_age else (Measure.COUNT, "", 0)


def _unit_behind(following: str, second: str) -> tuple[Measure, str, int] | None:
    """`3 times`, `300 million dollars`, `40 CFA francs`, `5 years`."""
    if following == "times" and second not in {"a", "per"}:
        return Measure.TIMES, "", 1
    if following in {"points", "point"} and second not in {"of", "in", "on"}:
        return Measure.POINTS, "", 1
    if following in CURRENCY_NAMES:
        return Measure.MONEY, following.removesuffix("s"), 1
    if following == "cfa" and second in CURRENCY_NAMES:
        return Measure.MONEY, "CFA franc", 2
    if following.removesuffix("'") in DURATIONS:
        return Measure.DURATION, following, 1
    return None


def _points_or_share(tokens: Sequence[Token], at: int, used: int) -> tuple[Measure, str, int]:
    """`per cent`, or `per cent points`."""
    if _low(tokens, at) in {"points", "point"}:
        return Measure.POINTS, "", used + 1
    return Measure.PER_CENT, "", used
