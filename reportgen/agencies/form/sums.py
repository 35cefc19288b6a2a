"""Formulas that find, live, where the parts of an indicator do not add up to its total.

They find what the checks RG301 and RG309 find: parts that do not make up their total, and a part above it.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.agencies.form.columns import blocks_of
from reportgen.agencies.form.formulas import ALMOST_NOTHING, LONGEST_FORMULA, Formula, added, row_fixed
from reportgen.model import Indicator, Period


class Division(Struct, frozen=True):
    """The parts of an indicator by one criterion, on their rows."""

    total: int
    """The row of the indicator, counted from 0."""
    parts: tuple[int, ...]
    """The rows of the parts."""
    places: tuple[int, ...]
    """Their indexes in the indicator's breakdown."""
    exhaustive: bool

    @property
    def blocks(self) -> list[tuple[int, int]]:
        """The rows of parts that lie below each other, as first and last row."""
        return [(first, last) for first, last, _ in blocks_of([(row, ()) for row in self.parts])]


def divisions_of(indicator: Indicator, row: int) -> list[Division]:
    """Return the divisions of an indicator whose row is `row`, its parts below it in their order."""
    if not indicator.adds_up_over_parts:
        return []
    found = []
    for by in indicator.criteria:
        places = tuple(place for place, part in enumerate(indicator.breakdown) if part.by == by)
        rows = tuple(row + 1 + place for place in places)
        found.append(Division(row, rows, places, indicator.is_exhaustive(by)))
    return found


def disagreement(division: Division, column: int) -> str:
    """Return a condition: parts and total of one column disagree. Rows are fixed, the column moves along."""
    total = row_fixed(division.total, column)
    parts = ",".join(_range(first, last, column) for first, last in division.blocks)
    above = f"AND(COUNT({parts})>0,MAX({parts})>{total})"
    if not division.exhaustive:
        return f"AND(ISNUMBER({total}),{above})"
    count = len(division.parts)
    off = f"ABS(SUM({parts})-{total})>{ALMOST_NOTHING:f}"
    return f"AND(ISNUMBER({total}),IF(COUNT({parts})={count},{off},{above}))"


def years_off(indicator: Indicator, divisions: Sequence[Division], columns: Sequence[tuple[Period, int]]) -> Formula:
    """Return in how many of some columns parts and total disagree; of very many, the last ones are counted.

    Args:
        indicator: whose values stand on the sheet.
        divisions: its parts on their rows.
        columns: each period with its column, counted from 0.
    """
    terms = []
    for period, column in columns:
        conditions = [disagreement(division, column) for division in divisions]
        together = conditions[0] if len(conditions) == 1 else f"OR({','.join(conditions)})"
        off = any(_is_off(indicator, division, period) for division in divisions)
        terms.append(Formula(f"IF({together},1,0)", int(off)))
    while sum(len(term.text) + 1 for term in terms) > LONGEST_FORMULA:
        terms.pop(0)
    return added(terms)


def _is_off(indicator: Indicator, division: Division, period: Period) -> bool:
    """Return what `disagreement` finds now."""
    total = indicator.value(period)
    found = [indicator.breakdown[place].value(period) for place in division.places]
    known = [value for value in found if value is not None]
    if total is None or not known:
        return False
    if division.exhaustive and len(known) == len(found):
        added = sum(known, Decimal(0))
        return abs(added - total) > ALMOST_NOTHING
    return max(known) > total


def _range(first: int, last: int, column: int) -> str:
    start = row_fixed(first, column)
    return start if first == last else f"{start}:{row_fixed(last, column)}"
