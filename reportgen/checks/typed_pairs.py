"""Typed comparisons of two figures from data that stand in them: `more men (217) than women (131)`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence, label_of_series
from reportgen.checks.finding import shown_number
from reportgen.checks.nearness import range_at
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import LESS, MORE, OUTNUMBERING
from reportgen.languages.words import word_set
from reportgen.model import Noun

_FACTORS = frozenset({Measure.TIMES, Measure.FRACTION})
_MANY = word_set("many much")
_OPENING = frozenset(",(–—")
_FAR = 10
"""Items between a comparison and its second figure."""


class _Comparison(Struct, frozen=True):
    """Words that compare two numbers, from one item to another, both within."""

    first: int
    last: int
    joint: str
    """The word before the second number."""


def doubt_pairs(said: Sentence) -> Iterator[Doubt]:
    """Yield RG434 for a comparison of two series whose figures stand in it, and say otherwise.

    `more men (217) than women (131)`, `217 men, more than the 131 women`, `twice as many men (217) as women (131)`.
    """
    for found in _comparisons(said.line):
        is_said = said.is_typed(found.first) and not _is_denied(said.line, found.first)
        pair = _pair(said, found) if is_said else None
        if pair is None or _holds(said.line, found, *(Decimal(figure.value) for figure in pair)):
            continue
        one, other = pair
        values = {
            "value": shown_number(one.value),
            "one": Literal(label_of_series(one, said.merged)),
            "other_value": shown_number(other.value),
            "other": Literal(label_of_series(other, said.merged)),
            "period": one.where[2],
        }
        yield Doubt("RG434", said.line.span_of(found.first, found.last), one, values)


def _comparisons(line: Line) -> Iterator[_Comparison]:
    """Yield the words of a line that may compare two numbers."""
    for at, item in enumerate(line.items):
        if item.low in (MORE | LESS) - {"up", "down", "above", "below"} and line.low(at + 1) != "or":
            yield _Comparison(at, at, "than")
        elif item.low == "as" and line.low(at + 1) in _MANY:
            before = line.items[at - 1].quantity if at else None
            is_factor = before is not None and before.measure in _FACTORS
            yield _Comparison(at - is_factor, at + 1, "as")
        elif item.low in OUTNUMBERING:
            yield _Comparison(at, at, item.low)
        elif item.low == "equal" and line.low(at + 1) in {"number", "numbers"}:
            yield _Comparison(at, at + 1, "equal")


def _is_denied(line: Line, at: int) -> bool:
    """Return whether a comparison is said not to be so: `women did not outnumber men`, `not in equal numbers`."""
    return not _DENYING.isdisjoint(line.words(max(at - _NEAR, line.clauses[at]), min(at - line.clauses[at], _NEAR)))


_DENYING = word_set("not never no neither nor hardly")
_NEAR = 4
"""Items before a comparison among which a word stands that denies it."""


def _pair(said: Sentence, found: _Comparison) -> tuple[Observed, Observed] | None:
    """Return the two figures that a comparison is made of, of one period and one measure."""
    line = said.line
    if found.joint in OUTNUMBERING:
        return _around(said, found.first)
    if found.joint == "equal":  # "men (217) and women (131) in equal numbers"
        first, *others = said.figures
        return (first, others[0]) if len(others) == 1 and _are_pair(said, first, others[0]) else None
    ahead = range(found.last + 1, min(found.last + _FAR, len(line.items)))
    joint = next((at for at in ahead if line.low(at) == found.joint), None)
    if joint is None or joint + 1 in line.quantities:  # "more than 348 persons" compares nothing
        return None
    inside = [at for at in line.quantities if found.last < at < joint]
    before = [at for at in line.quantities if at < found.first]
    behind = next((at for at in line.quantities if joint < at < joint + _FAR), joint)
    is_apposed = line.low(found.first - 1) in _OPENING
    place = inside[0] if inside else before[-1] if before and is_apposed else None
    one, other = said.figure_at(place) if place is not None else None, said.figure_at(behind)
    if one is None or other is None or len(inside) > 1 or not _is_noun(line, joint + 1, behind):
        return None
    return (one, other) if _are_pair(said, one, other) else None


def _around(said: Sentence, at: int) -> tuple[Observed, Observed] | None:
    """Return the figures on both sides of `outnumber`: `131 women outnumbered 217 men`; None where there are others."""
    before = [one for one in said.figures if one.at < at and one.at >= at - _FAR]
    behind = [one for one in said.figures if at < one.at <= at + _FAR]
    is_pair = len(before) == len(behind) == 1 and _are_pair(said, before[0], behind[0])
    if not is_pair:
        return None
    return (behind[0], before[0]) if said.line.low(at + 1) == "by" else (before[0], behind[0])


def _are_pair(said: Sentence, one: Observed, other: Observed) -> bool:
    """Return whether two figures are of two series, one period and one measure."""
    units = {
        None if isinstance(said.indicator(figure).unit, Noun) else str(said.indicator(figure).unit)
        for figure in (one, other)
    }
    return one.where[:2] != other.where[:2] and one.where[2] == other.where[2] and len(units) == 1


def _is_noun(line: Line, first: int, last: int) -> bool:
    """Whether nothing but words and a bracket stands between the joint and the second number."""
    return all(line.items[at].kind in "wc" or line.low(at) == "(" for at in range(first, last))


def _holds(line: Line, found: _Comparison, one: Decimal, other: Decimal) -> bool:
    """Whether two numbers stand to one another as a comparison says."""
    if line.items[found.first].quantity is not None:
        return not other or range_at(line, found.first).holds(one / other)
    if found.joint in {"as", "equal"}:
        return one == other or line.low(found.first - 1) in _NEARLY
    return one > other if line.low(found.first) in MORE | OUTNUMBERING else one < other


_NEARLY = word_set("nearly almost about roughly not least")
