"""What a claim is about, in the words of its sentence."""

from reportgen.claims.lexicon import AUXILIARIES, DOWN, UP
from reportgen.claims.line import Line

_NUMBERED = frozenset({"number", "proportion", "share", "percentage", "rate", "amount", "total"})
_MOST = 16
"""Words of a subject; more say less."""


def subject_of(line: Line, at: int) -> str:
    """The words that say what the quantity at an index counts: of the subject, of its phrase, or before it."""
    quantity = line.items[at].quantity
    for place in range(at):
        is_counted = line.low(place) in _NUMBERED and line.low(place + 1) == "of" and line.items[place].depth == 0
        if is_counted and (words := _words(line, place + 2, at)):
            return words
    if quantity is not None and quantity.phrase:
        return quantity.phrase
    return _words(line, _clause_start(line, at), at) or (quantity.noun if quantity else "")


def _clause_start(line: Line, at: int) -> int:
    """The index at which the clause before an item begins."""
    depth = line.items[at].depth
    place = at
    while place > 0 and not (line.items[place - 1].depth <= depth and line.low(place - 1) in {",", ";", ":", "("}):
        place -= 1
    return place


def _words(line: Line, first: int, last: int) -> str:
    """The words from an index up to a verb or another index."""
    end = first
    while end < last and end - first < _MOST and line.items[end].kind in "wcr":
        if line.low(end) in AUXILIARIES or (end > first and line.low(end) in UP | DOWN):
            break
        end += 1
    return line.text[line.items[first].start : line.items[end - 1].end] if end > first else ""
