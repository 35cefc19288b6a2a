"""Read which way a series is said to go, without an amount.

`rose to 251 in 2016 and 288 in 2017`; `96 in 2019, 100 in 2020 and 144 in 2021, a steady increase`; `rose steadily: 96
in 2019, 100 in 2020 and 144 in 2021`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Change, Direction, Quantity, StatedSeries
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, UP
from reportgen.languages.words import word_set

_STEADY = word_set(
    "steady steadily continuous continuously constant constantly consistently gradual gradually every year-on-year"
)
"""Words that say it of each step of a series, not of its ends alone: `rose steadily: 12, 14, 19`."""
_BEFORE = 6
"""Words between a verb of change and the first value of its series."""
_BEHIND = 9
"""Words between a series and the noun that says which way it goes: `, marking a gradual increase every year`."""
_JOINTS = frozenset({"to", ":", "("})
_TRENDS = CHANGE_NOUNS | word_set("increasing decreasing rising falling growing declining")
"""Nouns and participles behind a series: `12, 14 and 19, marking a gradual increase`."""


def read_trends(line: Line, series: Sequence[StatedSeries]) -> Iterator[Change]:
    """Yield the steps of each series that a word says went up or down; the first and last where it is not steady."""
    for claim in series:
        places = [at for at in line.quantities if claim.span.start <= line.items[at].start < claim.span.end]
        if len(claim.points) < 2 or not places:
            continue
        yield from _rises_to(line, claim, places)
        trigger = _verb_before(line, places[0]) or _noun_behind(line, places[-1])
        is_anew = trigger is not None and trigger < places[0] and _begins_anew(line, places)
        if trigger is None or is_anew or _turns(line, places):
            continue
        direction = Direction.UP if line.low(trigger) in UP else Direction.DOWN
        points = sorted(claim.points, key=lambda quantity: getattr(quantity.period, "first", None) or (0, 0))
        is_steady = not _STEADY.isdisjoint(line.words(max(trigger - 3, 0), 7)) or line.low(places[0] - 1) == "to"
        for start, end in pairwise(points) if is_steady else [(points[0], points[-1])]:
            yield _step(line, trigger, claim, direction, start, end)


def _begins_anew(line: Line, places: Sequence[int]) -> bool:
    """Return whether a verb stands between values, so that those behind it are of another: `fell to 12, and is 40`."""
    return any(item.low in _BEING for item in line.items[places[0] : places[-1]])


_BEING = word_set("is was are were")


def _turns(line: Line, places: Sequence[int]) -> bool:
    """Return whether a series says of a step of its own which way it goes: `rose to 155 before falling to 131`."""
    return any(line.low(at) in UP | DOWN for at in range(places[0] + 1, places[-1]))


def _rises_to(line: Line, claim: StatedSeries, places: Sequence[int]) -> Iterator[Change]:
    """Yield `15,893 were recorded in 2010, and that number soared to 21,325 in 2020`."""
    for (_, earlier), (place, later) in pairwise(zip(places, claim.points, strict=False)):
        trigger = _verb_before(line, place) if line.low(place - 1) == "to" else None
        if trigger is not None and line.quantity(place).span == later.span:
            direction = Direction.UP if line.low(trigger) in UP else Direction.DOWN
            yield _step(line, trigger, claim, direction, earlier, later)


def _step(
    line: Line, trigger: int, claim: StatedSeries, direction: Direction, start: Quantity, end: Quantity
) -> Change:
    word = line.span_of(trigger, trigger).of(line.text)
    return Change(claim.span, claim.subject, direction, word, start=start, end=end)


def _verb_before(line: Line, first: int) -> int | None:
    """Return the index of the verb whose values begin at an index, behind `to` or a colon."""
    if line.low(first - 1) not in _JOINTS:
        return None
    for at in range(first - 2, max(first - 2 - _BEFORE, -1), -1):
        if line.low(at) in (UP | DOWN) - CHANGE_NOUNS:
            return at
        if line.items[at].kind not in "wp":
            return None
    return None


def _noun_behind(line: Line, last: int) -> int | None:
    """Return the index of the word of change behind a series and its last period, with nothing but words between."""
    first = last + 1
    while first < len(line.items) and line.items[first].kind in "pw" and line.low(first) not in _TRENDS:
        first += 1
    if line.low(first) != ",":
        return None
    for at in range(first + 1, min(first + _BEHIND, len(line.items))):
        if line.low(at) in _TRENDS:
            is_amount = line.items[at - 1].kind == "q" or any(item.kind == "q" for item in line.items[at : at + 4])
            return None if is_amount or has_own_subject(line, at) else at
        if line.items[at].kind != "w":
            return None
    return None
