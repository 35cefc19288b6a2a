"""Read changes of one word that are said of several things, each with its values in brackets.

`fell in Egypt (from 43 to 32) and in Japan (from 15 to 3)`; `an increase of 9.2 and 53.6 per cent in thefts (from 30
to 33) and in frauds (from 58 to 89) respectively`.
"""

from collections.abc import Iterator

from reportgen.claims.forms.comparison import are_alike
from reportgen.claims.forms.draft import SHARES, STOPS, ChangeDraft
from reportgen.claims.line import Line
from reportgen.claims.model import Direction
from reportgen.languages.en.lexicon import AUXILIARIES, DOWN, UP

_JOINTS = frozenset({",", "and", "or"})


def respective(line: Line, at: int) -> Iterator[ChangeDraft]:
    """Yield the changes of a word with several amounts; one without amount where it is not clear whose each is."""
    low = line.low(at)
    amounts = _amounts(line, at) if low in UP or low in DOWN else []
    if len(amounts) < 2:
        return
    direction = Direction.UP if low in UP else Direction.DOWN
    pairs = list(_pairs(line, amounts[-1]))
    if len(pairs) == len(amounts):
        for by, (start, end) in zip(amounts, pairs, strict=True):
            yield ChangeDraft(at, direction, line.quantity(by), start=start, end=end, last=end)
    else:
        yield ChangeDraft(at, direction, line.quantity(amounts[0]), last=amounts[-1])


def _amounts(line: Line, at: int) -> list[int]:
    """Return the shares in a row behind a word of change: `of 9.2 and 53.6 per cent`."""
    first = next((one for one in line.quantities if at < one <= at + 3), None)
    if (
        first is None
        or line.quantity(first).measure not in SHARES
        or line.low(first - 1) not in {"by", "of", line.low(at)}
    ):
        return []
    amounts = [first]
    for place in line.quantities:
        between = line.words(amounts[-1] + 1, place - amounts[-1] - 1)
        is_next = place > first and 0 < len(between) <= 2 and set(between) <= _JOINTS
        if is_next and line.quantity(place).measure is line.quantity(first).measure and between != ["or"]:
            amounts.append(place)
    return amounts


def listed(line: Line, first: ChangeDraft) -> Iterator[tuple[int, int]]:
    """Yield the values of further brackets behind a change whose own stand in brackets, as pairs of indexes."""
    start, depth = first.start, line.items[first.trigger].depth
    if start is not None and line.items[start].depth == depth + 1:
        yield from _pairs(line, first.last)
    elif start is not None and line.low(start - 1) == "from" and line.items[start].depth == depth:
        yield from _bare_pairs(line, first)


def _bare_pairs(line: Line, first: ChangeDraft) -> Iterator[tuple[int, int]]:
    """Yield further values of one change: `an increase in theft from one to five, robbery from six to eight cases`."""
    for at in range(first.last + 1, len(line.items) - 2):
        low = line.low(at)
        is_verb = line.items[at].kind == "w" and (low in AUXILIARIES or low.endswith("ed"))
        if low in STOPS or low in UP or low in DOWN or is_verb:
            return
        if low != "from":
            continue
        places = [place for place in line.quantities if at < place <= at + _WITHIN]
        is_pair = len(places) > 1 and places[0] == at + 1 and line.low(places[1] - 1) == "to"
        if is_pair and are_alike(line.quantity(places[0]), line.quantity(places[1])):
            yield places[0], places[1]


_WITHIN = 6
"""Items behind `from` within which both its values stand."""


def _pairs(line: Line, last: int) -> Iterator[tuple[int, int]]:
    """Yield the values of all brackets that say `(from 43 to 32)`, up to another change or the end of the clause."""
    for at in range(last + 1, len(line.items)):
        low = line.low(at)
        if line.items[at].depth == 0 and (low in STOPS or low in UP or low in DOWN):
            return
        if low != "(" or line.low(at + 1) != "from":
            continue
        inside = [place for place in line.quantities if at < place < line.close.get(at, at)]
        is_pair = len(inside) == 2 and inside[0] == at + 2 and line.low(inside[1] - 1) == "to"
        if is_pair and are_alike(line.quantity(inside[0]), line.quantity(inside[1])):
            yield inside[0], inside[1]
