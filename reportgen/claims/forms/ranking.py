"""Read places in an order: `ranked sixty-second`, `sixty-fifth out of 142 countries`, `in 40th place`."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Quantity, Ranking
from reportgen.claims.numerals import ONE
from reportgen.claims.passages import Span
from reportgen.languages.en.numerals import read_ordinal
from reportgen.languages.words import word_set

_NAMED = word_set("ranked ranks place position placed")
"""Words by which an ordinal alone is a place: `in 40th place`; a century is none."""
_RANKS = _NAMED | word_set("rank ranking rise rose moved index")
"""Words beside an ordinal with its number of places: `rose to sixty-second out of 142`."""


def read_rankings(line: Line) -> Iterator[Ranking]:
    """Yield the rankings of a line."""
    for at, item in enumerate(line.items):
        rank = read_ordinal(item.low) if item.kind in "wc" else None
        if rank is None:
            continue
        of = _of(line, at + 1)
        near = line.words(max(at - 4, 0), 8)
        if of is None and _NAMED.isdisjoint(near):
            continue
        if of is not None and _RANKS.isdisjoint(line.words(max(at - 8, 0), 20)):
            continue
        span = Span(item.start, item.end)
        quantity = Quantity(Decimal(rank), span.of(line.text), span, Measure.RANK, ONE)
        whole = line.quantity(of) if of is not None else None
        yield Ranking(Span(item.start, whole.span.end if whole else item.end), "", quantity, whole)


def _of(line: Line, at: int) -> int | None:
    """Return the index of the number of places: `out of 142 countries`, `of 142`."""
    place = at + (line.low(at) in {"place", "position"})
    if line.low(place) == "out":
        place += 1
    if line.low(place) == "of" and line.kind(place + 1) == "q":
        return place + 1
    return None
