"""Typed words that tell a share: `half of`, `most of whom`, `one person in ten`, `every third complaint`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.beside import Sentence
from reportgen.checks.typed.nearness import Range, range_at, range_of
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.languages.en.lexicon import DURATIONS, NOUN_STOPS
from reportgen.languages.en.numerals import ORDINALS
from reportgen.languages.en.quantifiers import ADVERBS_OF_SHARE, MAKING_UP, NARROWED, QUANTIFIERS
from reportgen.languages.words import word_set

_SHARES = frozenset({Measure.FRACTION, Measure.PER_CENT})
HUNDRED = Decimal(100)
MARKS = frozenset(",;:()–—")
APPOSING = frozenset(",(–—")
_ARTICLES = word_set("a an the only nearly almost just very about slightly well little barely roughly")
SPEAKING = word_set("were was are is being had been have")
_FEW = 10
"""Out of so many at the most a share is told: `one person in ten`, `every second complaint`."""
_LONG = 4
"""Words of a noun."""


class ToldShare(Struct, frozen=True):
    """Words for a share in a sentence, from one item to another, both within."""

    first: int
    last: int
    range: Range
    """Of the part in the whole, 1 for all of it."""
    but: Decimal | None = None
    """How many of the whole are no part: 1 of `all but one`."""


def read_shares(said: Sentence) -> Iterator[ToldShare]:
    """Yield the typed words of a sentence that may tell a share."""
    line = said.line
    for at, item in enumerate(line.items):
        if not said.is_typed(at):
            continue
        if item.quantity is not None and item.quantity.measure in _SHARES:
            found = range_at(line, at)
            is_share = item.quantity.measure is Measure.FRACTION
            scaled = found if is_share else replace(found, low=found.low / HUNDRED, high=found.high / HUNDRED)
            yield ToldShare(at, at, scaled)
        elif (told := _in_so_many(line, at) or _every(line, at)) is not None:
            yield told
        elif item.low == "all" and (but := _all_but(line, at)) is not None:
            yield ToldShare(at, at + 2, Range(Decimal(0), Decimal(1)), but)
        elif item.low == "all" and _is_before_figure(said, at):
            yield ToldShare(at, at, Range(Decimal(1), Decimal(1)))
        elif item.low in QUANTIFIERS and (_counts(line, at) or _is_of_bracket(said, at)):
            narrowed = NARROWED.get((line.low(at - 1), item.low))
            low, high = narrowed or QUANTIFIERS[item.low]
            yield ToldShare(at - (narrowed is not None), at, Range(low, high, is_open=Decimal("0.5") in {low, high}))


def _in_so_many(line: Line, at: int) -> ToldShare | None:
    """Return the share of `one person in ten`, `two complaints out of three`."""
    quantity = line.items[at].quantity
    if quantity is None or quantity.measure is not Measure.COUNT or not quantity.noun or quantity.value >= _FEW:
        return None
    place = at + 1 + len(quantity.noun.split())
    last = place + 1 + (line.words(place, 2) == ["out", "of"])
    other = line.items[last].quantity if last < len(line.items) and line.low(place) in {"in", "out"} else None
    is_whole = other is not None and other.measure is Measure.COUNT and not other.noun and not other.text[:1].isdigit()
    if other is None or not is_whole or not quantity.value < other.value:
        return None
    return ToldShare(at, last, _range_of(line, at, quantity.value / other.value))


def _every(line: Line, at: int) -> ToldShare | None:
    """Return the share of `every third complaint`; None where a time comes round, as in `every third year`."""
    number = ORDINALS.get(line.low(at + 1), 0) if line.low(at) == "every" else 0
    is_one = 1 < number <= _FEW and line.low(at + 2) not in DURATIONS | {"time"}
    return ToldShare(at, at + 1, _range_of(line, at, 1 / Decimal(number))) if is_one else None


def _range_of(line: Line, at: int, value: Decimal) -> Range:
    """Return the values of which a share in words may be told, with what stands before it: `nearly one person in …`."""
    quantity = line.items[at].quantity
    before = line.text[line.items[at].start : quantity.span.start] if quantity is not None else ""
    nearness = quantity.nearness if quantity is not None else Nearness.EXACT
    return range_of(Quantity(value, "", line.span_of(at, at), Measure.FRACTION, Decimal(0), nearness), before)


def _is_of_bracket(said: Sentence, at: int) -> bool:
    """Return whether a part and its whole stand in brackets behind the noun: `most persons (212 of 640)`."""
    line, place = said.line, at + 1
    while place < at + _LONG and line.low(place) not in NOUN_STOPS and line.low(place).isalpha():
        place += 1
    is_of = line.low(place) == "(" and line.low(place + 2) in {"of", "out"} and place > at + 1
    return is_of and line.low(at - 1) not in {"the", "of"} and said.figure_at(place + 1) is not None


def _is_before_figure(said: Sentence, at: int) -> bool:
    """Return whether `all` or `all the` stands right before a figure: `All 348 victims were women`."""
    line, place = said.line, at + 1 + (said.line.low(at + 1) in {"the", "of"})
    place += line.low(place) == "the"
    return said.figure_at(place) is not None and line.low(at - 1) not in {"not", "in", "nearly", "almost"}


def _all_but(line: Line, at: int) -> Decimal | None:
    """Return the number of `all but one`; None where there is none."""
    if line.low(at + 1) != "but" or at + 2 >= len(line.items):
        return None
    if line.low(at + 2) == "one":  # which is no number before "of the"
        return Decimal(1)
    quantity = line.items[at + 2].quantity
    return quantity.value if quantity is not None and quantity.measure is Measure.COUNT else None


def _counts(line: Line, at: int) -> bool:
    """Whether a word tells of a share here: not `most recently`, `at most`, `for the most part`, `not all of`."""
    low, behind = line.low(at), line.low(at + 1)
    if low in ADVERBS_OF_SHARE or is_predicate(line, at) or is_all(line, at):
        return True
    if line.low(at - 1) in {"not", "at", "for", "nor"} or (low == "most" and line.low(at - 1) == "the"):
        return False
    is_majority = low in {"majority", "minority"}
    if is_majority and line.low(at - 1) == "the" and line.low(at - 2) in APPOSING:
        return True  # "348 victims, the majority women"
    return behind in {"of", "("} | SPEAKING or (is_majority and behind in {"", ".", ",", "being"})


def is_predicate(line: Line, at: int) -> bool:
    """Whether a majority is what others are: `women were in the majority`, `men formed a majority among the …`."""
    before = start_of(line, at) - 1
    before -= line.low(before) == "in"
    ends = line.low(at + 1) in MARKS | {"", ".", "among", "and"}
    return line.low(at) in {"majority", "minority"} and ends and line.low(before) in MAKING_UP | _STAYING


_STAYING = word_set("being remain remained remains still are")


def is_all(line: Line, at: int) -> bool:
    """Return whether `all` stands between a verb and a part: `the victims were all women`."""
    return line.low(at) == "all" and line.low(at - 1) in {"were", "are"} and line.low(at + 1) not in NOUN_STOPS


def start_of(line: Line, at: int) -> int:
    """Return the index of the first of the small words before a share: `about a`, `the`."""
    while line.low(at - 1) in _ARTICLES:
        at -= 1
    return at
