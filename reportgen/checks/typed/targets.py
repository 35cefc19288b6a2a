"""Typed targets and plans that a figure from data is held against: `{{ rate }}, exceeding the target of 95 per cent`.

The bound is typed, and the figure stands before it; what is judged is whether the figure lies on the side of it that
the words say, and as far: `2,280 judges, 20 short of the 2,300 planned`.
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.stated import are_same_measure, stems, words_behind
from reportgen.checks.typed.amounts import doubt_restated
from reportgen.checks.typed.nearness import range_at
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.languages.en.lexicon import DETERMINERS, LESS, MORE, PASSING
from reportgen.languages.en.quantifiers import EXCEEDING, TARGETS
from reportgen.languages.words import word_set
from reportgen.model import Noun

_OVER = PASSING | EXCEEDING | word_set("above ahead beyond surpass exceed")
_UNDER = word_set("below under short missed missing misses miss")
_MET = word_set(
    "met meets meeting meet reached reaching reach achieved achieving achieve attained attaining attain hit"
)
_BEFORE = DETERMINERS | word_set("of set national annual own initial original level")
"""Between a word for a side and its bound: `short of its annual goal of 95 per cent`."""
_BREAKING = word_set("; : while whereas although though but because if when")
_DENYING = word_set("almost nearly not never no nor yet neither failed failing fails fail without unable")
_ELSEWHERE = word_set("to from by will would should could may might must")
_PLAIN = stems(
    "state party government country ministry authorities still well far remained remains falling fell fallen fall stood"
    " stands slightly somewhat clearly even already thereby largely nearly has have had yet failed failing not number"
    " total figure rate level only currently comfortably narrowly"
)
"""Between a figure and a word for a side, where that speaks of the figure."""
_FAR, _CLOSE = 4, Decimal("0.05")
"""Items before a word that deny it; and how far from a plan, in parts of it, lies what is in line with it."""


class _Bound(Struct, frozen=True):
    """A typed target, and what is said of the figure that it is held against."""

    at: int
    """The index of the number of the target."""
    side: int
    """The index of the word for the side: `exceeding`, `short`, `with` of `in line with`."""


def doubt_targets(said: Sentence) -> Iterator[Doubt]:
    """Yield RG386 for words that place a figure above, below or at a typed target, and it is elsewhere."""
    line = said.line
    for at, quantity in said.typed_quantities():
        bound = _bound(line, at) if quantity.is_exact else None
        figure = _held_against(said, bound) if bound is not None else None
        if bound is None or figure is None or not _is_of(said, at, figure):
            continue
        value, away = Decimal(figure.value), bound.side - 1
        if _lies(line, bound, value) is _is_denied(line, max(figure.at + 1, bound.side - _FAR), bound.side):
            yield doubt_restated(line.span_of(_start(line, bound), at), figure)
        elif line.kind(away) == "q" and said.is_typed(away) and not _is_so_far(line, away, value, quantity.value):
            yield doubt_restated(line.span_of(away, bound.side), figure)


def _bound(line: Line, at: int) -> _Bound | None:
    """Return what is said of a number that is a target or planned; None where it is none, or nothing is said."""
    behind = line.words(at + 1, 1 + len(line.quantity(at).noun.split()))
    is_target, place = not _PLANNED.isdisjoint(behind), at - 1
    while line.low(place) in _BEFORE | TARGETS or line.kind(place) == "p":
        is_target |= line.low(place) in TARGETS
        place -= 1
    low, before = line.low(place), line.low(place - 1)
    is_than = low == "than" and before in MORE | LESS
    is_line = low == "with" and before == "line"
    is_side = is_than or is_line or low in _OVER | _UNDER | _MET
    return _Bound(at, place - is_than) if is_target and is_side else None


_PLANNED = word_set("planned foreseen targeted envisaged")


def _start(line: Line, bound: _Bound) -> int:
    """Return the index of the first of the words for a side: of `in line with`."""
    return bound.side - 2 * (line.low(bound.side) == "with")


def _held_against(said: Sentence, bound: _Bound) -> Observed | None:
    """Return the figure that a word for a side speaks of: the one before it, with nothing else between them."""
    line, first = said.line, _start(said.line, bound)
    before = [at for at in line.quantities if at < first and at != first - 1]
    figure = said.figure_at(before[-1]) if before else None
    between = range(figure.at + 1, first) if figure is not None else range(0)
    if figure is None or not _BREAKING.isdisjoint(map(line.low, between)) or said.indicator(figure).unit == "rank":
        return None
    start = max((at + 1 for at in between if line.low(at) in {",", "(", ")", "and"}), default=figure.at + 1)
    words = [line.low(at) for at in range(start, first) if line.kind(at) == "w"]
    is_own = stems(" ".join(words)) <= said.known(figure) | _unit(said, figure) | _PLAIN
    return figure if is_own and _ELSEWHERE.isdisjoint(words) else None


def _is_of(said: Sentence, at: int, figure: Observed) -> bool:
    """Return whether a target may be one for what a figure counts: not `its target of 25 beds` beside 24 shelters."""
    quantity = said.line.quantity(at)
    own = stems(quantity.noun) | words_behind(said.line, at)
    known = said.known(figure) | _unit(said, figure) | stems(" ".join(TARGETS | _PLANNED))
    return own <= known and are_same_measure(quantity, said.line.quantity(figure.at))


def _unit(said: Sentence, figure: Observed) -> frozenset[str]:
    unit = said.indicator(figure).unit
    return stems(f"{unit.one} {unit.other}") if isinstance(unit, Noun) else frozenset()


def _is_denied(line: Line, first: int, side: int) -> bool:
    before = line.words(first, side - first)
    return not _DENYING.isdisjoint(before) and "only" not in before  # "not only met but exceeded"


def _lies(line: Line, bound: _Bound, value: Decimal) -> bool:
    """Return whether a value lies on the side of a target that the words say."""
    quantity, low = line.quantity(bound.at), line.low(bound.side)
    if low == "with":
        return abs(value - quantity.value) <= max(quantity.value * _CLOSE, quantity.step / 2)
    if low in _MET:
        return value >= quantity.value - (0 if quantity.measure is Measure.COUNT else quantity.step / 2)
    return value > quantity.value if low in _OVER | MORE else value < quantity.value


def _is_so_far(line: Line, at: int, value: Decimal, target: Decimal) -> bool:
    """Return whether a value is as far from a target as a number says: `20 short of the 2,300 planned`."""
    quantity, distance = line.quantity(at), abs(value - target)
    if quantity.measure is Measure.PER_CENT and target:
        distance = distance / target * 100
    near, loose = range_at(line, at), quantity.step if quantity.measure is not Measure.COUNT else Decimal(0)
    return near.low - loose <= distance <= near.high + loose
