"""Read numbers with what belongs to them, as quantities without noun and period.

`more than 2.2 million`, `T 8 billion`, `21.02 per cent`, `3 percentage points`, `1.5 times`, `between 70 and 80 per
cent`, `5 to 8 years`, `two thirds`, `one in three`.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.claims.numerals import Numeral, read_in, read_numeral
from reportgen.claims.passages import Span
from reportgen.claims.tokens import DASHES, MONEY_SIGNS, Token, is_year, low, stands
from reportgen.languages.en.lexicon import (
    CURRENCY_CODES,
    CURRENCY_NAMES,
    CURRENCY_SIGNS,
    DOWN,
    DURATIONS,
    GOING,
    NOUN_STOPS,
    UP,
)
from reportgen.languages.en.numerals import FOLDS
from reportgen.languages.words import word_set
from reportgen.regex import regex

_NEAR = {
    Nearness.ABOUT: (
        "about, around, approximately, approx, some, roughly, nearly, almost, circa, ca, estimated, an estimated,"
        " close to, in the region of, in the order of, as many as, an average of, on average, average of"
    ),
    Nearness.MORE_THAN: (
        "more than, over, above, upwards of, excess of, just over, well over, a little over, slightly more than"
    ),
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

_BOUNDS = {"≥": Nearness.AT_LEAST, "≤": Nearness.AT_MOST, ">": Nearness.MORE_THAN, "<": Nearness.LESS_THAN}
_EXCESS_OF = ("excess", "of")
_UP_TO = ("up", "to")
"""Not behind a verb of going: `went up to 62.4 in 2019 from 58.8 in 2018`."""
_TIMES = FOLDS | {"twice": 2, "thrice": 3}
_MULTIPLES = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4}
"""Before an amount, and where no verb can stand: `was double the number of 2022`, not `plans to double the number`."""
_BEFORE_MULTIPLE = DASHES | frozenset({",", "(", "was", "were", "is", "are", "nearly", "almost", "than", "about", "at"})
AMOUNT_WORDS = (
    _NEARNESS.keys() | CURRENCY_CODES | _TIMES.keys() | _MULTIPLES.keys() | {"between", "us", "nz", "hk", "nt"}
)
"""The words with which an amount may begin, besides numbers; another word may be the first half of a sign: `A$`."""

_AGES = frozenset({"aged", "age", "ages"})
_OLDEST = 120
"""A number behind `under` or `over` that may be an age: `persons over 65`."""
_BEFORE_BOUND = word_set(
    "to was were of by at been remained remain remains stayed kept fell fallen dropped declined decreased rose risen"
    " climbed increased stood"
)
"""Before a bound of what was counted, and no age: `remained below ten`."""
_MORE_LESS = frozenset({"more", "less", "fewer", "higher", "lower", "greater", "smaller", "larger", "as", "the"})
_AGO = frozenset({"before", "earlier", "ago", "previously"})
_LARGE = frozenset({"thousand", "million", "billion", "trillion"})
_HALF = Decimal("0.5")
"""What `twice` and `threefold` are rounded to: they are also said of 1.8 and 3.3 times."""
_MILLION = 1_000_000
"""What `m` stands for behind a sum of money; elsewhere it may be metres."""
_FAR_APART = 4
"""An amount of change is no range whose ends are this many times apart."""
_COUNTED, _TEN = 100, 10
"""From how many on a number that is not round is no end of a range: `up 1,107 to 4,400`."""


class Amount(NamedTuple):
    """A quantity and how many tokens it took."""

    quantity: Quantity
    used: int


def read_amount(text: str, tokens: Sequence[Token], at: int) -> Amount | None:
    """Return the quantity that begins at a token, with the words that say how near it is; None where none does."""
    phrase, nearness = _nearness_at(tokens, at)
    year = tokens[at + phrase] if phrase and at + phrase < len(tokens) else None
    if year is not None and is_year(year) and len(year.text) == len(year.low):
        following = low(tokens, at + phrase + 1)
        if following == "(" or (phrase == 1 and not following.isalpha()):
            return None  # "an increase over 2020", "134 more than 2007 (206)"
    if phrase and at + phrase < len(tokens) and (amount := _bare(text, tokens, at + phrase, nearness)):
        quantity, used = amount
        if quantity.measure is Measure.DURATION and low(tokens, at + phrase + used) in _AGO:
            return None  # "4,700 fewer than one year before"
        if quantity.measure is Measure.COUNT and _is_age(tokens, at, phrase, used, quantity):
            quantity = replace(quantity, measure=Measure.DURATION)
        return _with_words_behind(tokens, at, quantity, phrase + used)
    found = _bare(text, tokens, at, Nearness.EXACT)
    if found is None or (
        low(tokens, at + found.used) not in _TELLING and (not at or tokens[at - 1].low not in _BOUNDS)
    ):
        return found
    return _with_words_behind(tokens, at, *found)


def _with_words_behind(tokens: Sequence[Token], at: int, quantity: Quantity, used: int) -> Amount | None:
    """Return a quantity with what the sign before it or the words behind it say; None where it is a level of trust."""
    behind = low(tokens, at + used)
    if behind in _LEVELS and quantity.measure is Measure.PER_CENT:
        return None  # "2.7 (95% CI 1.4 to 4.1)"
    if quantity.nearness is Nearness.EXACT:
        nearness = _BOUNDS.get(tokens[at - 1].low) if at else None
        if behind == "or":
            nearness = _OPEN_ENDED.get(low(tokens, at + used + 1), nearness)
        quantity = replace(quantity, nearness=nearness) if nearness is not None else quantity
    return Amount(quantity, used)


_LEVELS = frozenset({"ci", "cis", "confidence"})
_TELLING = _LEVELS | {"or"}
_OPEN_ENDED = dict.fromkeys(("more", "higher", "over", "older", "above", "greater"), Nearness.AT_LEAST)
_OPEN_ENDED |= dict.fromkeys(("less", "fewer", "lower", "under", "younger", "below"), Nearness.AT_MOST)
"""Behind a number and `or`, these make it a threshold: `households with incomes of $120,000 or more`."""


def _nearness_at(tokens: Sequence[Token], at: int) -> tuple[int, Nearness]:
    """Return how many words from a token say how near a number is, and what they say; 0 where none does."""
    for words, nearness in _NEARNESS.get(tokens[at].low, ()):
        if words == _EXCESS_OF and low(tokens, at - 1) != "in":
            continue  # "an excess of 5,365 deaths" is so many
        if stands(tokens, at, words) and not (words == _UP_TO and low(tokens, at - 1) in GOING):
            return len(words), nearness
    return 0, Nearness.EXACT


def _is_age(tokens: Sequence[Token], at: int, phrase: int, used: int, quantity: Quantity) -> bool:
    """Return whether `under 18`, `over 65` is an age: it follows a noun, and nothing that is counted follows it."""
    following = low(tokens, at + phrase + used)
    return (
        tokens[at].low in {"under", "over", "above", "below"}
        and at > 0
        and quantity.value < _OLDEST
        and (not following.isalpha() or following in NOUN_STOPS)
        and tokens[at - 1].low not in _BEFORE_BOUND
    )


def _bare(text: str, tokens: Sequence[Token], at: int, nearness: Nearness) -> Amount | None:
    """Return a quantity without the words before it."""
    money, skip = _money_before(text, tokens, at)
    first = at + skip
    if first >= len(tokens):
        return None
    if times := _TIMES.get(tokens[first].low) or _multiple(tokens, first):  # `twice`, `threefold`
        span = _span(tokens, at, 1)
        return Amount(Quantity(Decimal(times), span.of(text), span, Measure.TIMES, _HALF, nearness), 1)
    opened = 0
    if tokens[first].low == "between" and not money:
        first, opened = first + 1, 1
    number = read_numeral(tokens, first) if first < len(tokens) else None
    if number is None or _is_no_count(tokens, first, number):
        return None
    number = read_in(tokens, first, number) or number
    if money and low(tokens, first + number.used) == "m":
        number = number._replace(value=number.value * _MILLION, step=number.step * _MILLION, used=number.used + 1)
    used = skip + opened + number.used
    if _counts_nothing(text, tokens, at, at + used):
        return None
    upper, used = _upper(tokens, at, used, number, is_between=bool(opened))
    if opened and upper is None:
        return None
    measure, unit, extra = _measured(tokens, at, used, number, money)
    value, step = number.value, number.step
    if upper is not None and upper.step > step and value < upper.step:  # `2–3 million`
        value, step = value * upper.step, upper.step
    span = _span(tokens, at, used + extra)
    above = upper.value if upper is not None else None
    return Amount(Quantity(value, span.of(text), span, measure, step, nearness, above, unit=unit), used + extra)


def _counts_nothing(text: str, tokens: Sequence[Token], at: int, behind: int) -> bool:
    """Return whether a number is part of a name, of a time or of another number, or the mark of a note.

    Args:
        text: the text.
        tokens: those of the sentence.
        at: the place of its first token, or of its currency.
        behind: that of the token behind it.
    """
    start, end = tokens[at].start, tokens[behind - 1].end
    before, after = text[start - 1] if start else "", text[end : end + 2]
    if before == "/" and low(tokens, behind) in _PER_CENT | {"per"} and _PART.search(text, max(start - 3, 0), start):
        return True  # the "4" of "8 3/4 per cent"
    if before == "." and start > 1 and text[start - 2].isalpha():
        return True  # "rose by 5 per cent.23"
    is_version = tokens[at].low[1:] == ".0" and at == behind - 1 and low(tokens, behind) not in _PER_CENT | {"per"}
    if is_version and at and tokens[at - 1].text[0].isupper() and tokens[at - 1].low not in NOUN_STOPS:
        return True  # "Industry 4.0", not "Men 40.0", "North 4.0 per cent", "Kenya 4.0 million" or "At 4.0"
    if after[:1] == " " and not after[1:].isdigit():
        return low(tokens, behind) in _ORDINALS
    return after[:1] in _MARKS and _GOES_ON.match(text, end) is not None


_PART = regex(r"(?:^|[^\d,])\d/$")
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_MARKS = frozenset("- ½¼¾/:")
_GOES_ON = regex(r"- |-\d+-[a-z]|[- ]?\d/\d|[½¼¾]|/\d (?:per ?cent|%)|:\d\d\b")
"""What follows a number that counts nothing by itself: `14-18-year-olds`, `8 1/2 per cent`, `4:00`."""


def _multiple(tokens: Sequence[Token], at: int) -> int:
    """Return the factor of `double the number`, 0 where the word may be a verb or a name."""
    is_amount = low(tokens, at + 1) in {"the", "what", "that"} and low(tokens, at - 1) in _BEFORE_MULTIPLE
    return _MULTIPLES.get(tokens[at].low, 0) if is_amount else 0


def _span(tokens: Sequence[Token], at: int, used: int) -> Span:
    return Span(tokens[at].start, tokens[at + used - 1].end)


# ---- what stands before and behind ----------------------------------------------------------------------------


def _money_before(text: str, tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return the currency before a number, and its tokens: `$`, `US$`, `T`, `CFAF`."""
    token = tokens[at]
    if token.text in CURRENCY_SIGNS:
        return token.text, 1
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind != "w" or following is None or not token.text[0].isupper():
        return "", 0
    if following.text in CURRENCY_SIGNS and following.start == token.end:
        return token.text + following.text, 2
    if token.low == "rs" and following.text == "." and at + 2 < len(tokens) and tokens[at + 2].kind == "n":
        return token.text, 2  # "Rs.263,027 crore"
    is_word = len(token.low) > 2 and not token.text.isupper() and token.low not in MONEY_SIGNS  # "All 14", but Ksh 14
    if token.low in CURRENCY_CODES and following.kind == "n" and not is_word:
        is_sum = _is_long(following) or low(tokens, at + 2) in _LARGE or _is_sign_near(text, token)  # T 138, but K 2
        return (token.text, 1) if len(token.low) > 1 or is_sum else ("", 0)
    return "", 0


def _is_long(figures: Token) -> bool:
    return len(figures.low) > 2


def _is_sign_near(text: str, letter: Token) -> bool:
    """Return whether a letter is the sign of a currency nearby, if in another sentence: `T 2,265; South: T 50`."""
    near = text[max(letter.start - _NEARBY, 0) : letter.end + _NEARBY]
    return any(found[1] == letter.text for found in _SUMS.finditer(near))


_SUMS = regex(r"\b([A-Z])[ \u00a0\u202f]?\d[\d,.]{2}")
_NEARBY = 600
"""Characters: the length of a paragraph."""


def _is_no_count(tokens: Sequence[Token], at: int, number: Numeral) -> bool:
    """Return whether `one` is a pronoun, or a fraction an ordinal: `one of the`, `a third party`, `the first half`."""
    following = low(tokens, at + number.used)
    before = low(tokens, at - 1)
    if number.is_fraction:
        behind = not following.isalpha() or following in NOUN_STOPS or following in _MORE_LESS or following == "of"
        return not behind or before in {"first", "second", "latter", "other"}
    if number.in_words and number.value == 1 and number.used == 1:
        pronoun = following == "of" and low(tokens, at + 2) in {"the", "these", "its", "their", "his", "our", "those"}
        return pronoun or following in {"another", "or", "can", "may", "who", "such"} or before in {"no", "any", "the"}
    return False


def _upper(
    tokens: Sequence[Token], at: int, used: int, number: Numeral, *, is_between: bool
) -> tuple[Numeral | None, int]:
    """Return the upper end of a range: `70–80`, `5 to 8`, `between 70 and 80`, not of the change `from 5 to 8`."""
    joint = low(tokens, at + used)
    place = at + used + 1
    first = at - 1
    while low(tokens, first) in _NEARNESS:
        first -= 1  # "from an estimated 12.2 million to 13.1 million"
    is_range = joint in DASHES or (joint == "to" and low(tokens, first) != "from")
    if not (joint == "and" if is_between else is_range) or place >= len(tokens) or number.is_fraction:
        return None, used
    upper = read_numeral(tokens, place)
    if upper is None or upper.is_fraction or upper.value <= number.value:
        return None, used
    if joint == "to" and low(tokens, at - 1) in _BEFORE_AMOUNT and _is_reached(number, upper):
        return None, used  # "rose by 1,250 to 23,480"
    if joint == "to" and low(tokens, place + upper.used) in {"in", "of"} and number.in_words != upper.in_words:
        return None, used
    return upper, used + 1 + upper.used


_BEFORE_AMOUNT = frozenset({"by", "up", "down"})


def _is_reached(amount: Numeral, value: Numeral) -> bool:
    """Return whether `to` names what an amount of change led to: no range is far apart, or counted to the unit."""
    is_counted = amount.step == value.step == 1 and amount.value >= _COUNTED and bool(amount.value % _TEN)
    return is_counted or value.value > _FAR_APART * amount.value


_PER_CENT = frozenset({"%", "percent", "pct", "pc"})


def _measured(tokens: Sequence[Token], at: int, used: int, number: Numeral, money: str) -> tuple[Measure, str, int]:
    """Return what a number measures, its unit, and how many tokens say so behind it."""
    following, second = low(tokens, at + used), low(tokens, at + used + 1)
    if following in _PER_CENT:
        return _points_or_share(tokens, at + used + 1, 1)
    if following == "per" and second == "cent":
        return _points_or_share(tokens, at + used + 2, 2)
    if following == "percentage" and second in {"points", "point"}:
        return Measure.POINTS, "", 2
    if number.is_fraction:
        return Measure.FRACTION, "", 0
    if money:
        return Measure.MONEY, money, 0
    if second == "on" and following in _COMPARED_WITH and number.value != 1:
        return _plain(tokens, at)
    if following in _POINTS and low(tokens, at - 1) in _BEFORE_POINTS:
        return Measure.POINTS, "", 1
    return _unit_behind(following, second) or _plain(tokens, at)


_POINTS = frozenset({"points", "point"})
_BEFORE_POINTS = {"by"} | UP | DOWN
"""What went up or down went so by points, wherever: `fell 16 points in the north`, but `the 16 points of the plan`."""
_COMPARED_WITH = frozenset({"year", "month", "week"})
"""What a number behind it is held against, and is no length of it: `4,084 year on year`, but `1 year on remand`."""


def _plain(tokens: Sequence[Token], at: int) -> tuple[Measure, str, int]:
    """Return a count, or an age where `aged` or `age of` stands before it."""
    is_age = low(tokens, at - 1) in _AGES or (low(tokens, at - 1) == "of" and low(tokens, at - 2) in _AGES)
    return (Measure.DURATION, "years", 0) if is_age else (Measure.COUNT, "", 0)


def _unit_behind(following: str, second: str) -> tuple[Measure, str, int] | None:
    """Return the unit of `3 times`, `300 million dollars`, `40 CFA francs`, `5 years`."""
    if following == "times" and second not in {"a", "per"}:
        return Measure.TIMES, "", 1
    if following in _POINTS and second not in {"of", "in", "on"}:
        return Measure.POINTS, "", 1
    if following in CURRENCY_NAMES:
        return Measure.MONEY, following.removesuffix("s"), 1
    if following == "cfa" and second in CURRENCY_NAMES:
        return Measure.MONEY, "CFA franc", 2
    if following.removesuffix("'") in DURATIONS:
        return Measure.DURATION, following, 1
    return None


def _points_or_share(tokens: Sequence[Token], at: int, used: int) -> tuple[Measure, str, int]:
    """Return `per cent`, or `per cent points`."""
    if low(tokens, at) in _POINTS:
        return Measure.POINTS, "", used + 1
    return Measure.PER_CENT, "", used
