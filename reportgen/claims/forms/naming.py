"""What a claim is about, in the words of its sentence."""

from bisect import bisect_left

from reportgen.claims.line import Line
from reportgen.languages.en.lexicon import AUXILIARIES, DOWN, UP

_MOST = 16
"""Words of a subject; more say less."""


def subject_of(line: Line, at: int) -> str:
    """Return the words that say what the quantity at an index counts: of the subject, of its phrase, or before it."""
    quantity = line.items[at].quantity
    for place in line.counted[: bisect_left(line.counted, at)]:
        if words := _words(line, place, at):
            return words
    if quantity is not None and quantity.phrase:
        return quantity.phrase
    return _words(line, line.clauses[at], at) or (quantity.noun if quantity else "")


def _words(line: Line, first: int, last: int) -> str:
    """Return the words from an index up to a verb or another index."""
    end = first
    while end < last and end - first < _MOST and line.items[end].kind in "wcr":
        if line.low(end) in AUXILIARIES or (end > first and line.low(end) in UP | DOWN):
            break
        end += 1
    return line.text[line.items[first].start : line.items[end - 1].end] if end > first else ""
