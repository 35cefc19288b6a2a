"""What a reader can work out: which values a number that is not printed may have, beside all numbers that are.

The numbers of an indicator hang together in lines: the parts of a breakdown make up the whole, the parts of a year
make up the year, and two breakdowns have the same whole, be it printed or not. A number is safe if others exist
that fit the same lines: it is moved by one or two, and what is not printed is moved with it until every line is right
again. So whatever a reader reckons with, he cannot exclude them (A. Hundepool and others, Handbook on Statistical
Disclosure Control, chapter 4: feasibility intervals).
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial

from reportgen.model.indicators import Indicator
from reportgen.model.periods import Period

Cell = tuple[int | None, Period]
"""The place of a part in the breakdown (None: the whole), and a period."""
_Variable = Cell | int
"""A cell, or the number of a rest: what lies between the known parts of a sum and the sum."""
_Bounds = tuple[int, int | None]
"""The least and the greatest that a number may be; None: it has no greatest."""
_MOVES = (-1, 1, -2, 2)
_STEPS = 200
"""Moves that are tried for one number. Where they do not suffice, it counts as told, and more is withheld."""


class Reader:
    """Knows the numbers of an indicator that are printed, and the bounds of the others."""

    def __init__(self, indicator: Indicator) -> None:
        self._indicator = indicator
        series = ((None, indicator), *enumerate(indicator.breakdown))
        self._values: dict[_Variable, Decimal] = {
            (place, period): value
            for place, one in series
            for period in one.periods
            if (value := one.value(period)) is not None
        }
        self._printed = frozenset(self._values)
        self.bounds: dict[_Variable, _Bounds] = {}
        """Of each number that is not printed; also of those that nobody gave."""
        self._lines: list[Mapping[_Variable, int]] = []
        """Each with the signs of its numbers: together they are always the same."""
        for by in indicator.criteria:
            self._add_breakdown(by)
        if indicator.adds_up_over_time:
            for place, _ in indicator.all_series:
                self._add_spans(place)
        self._lines_of: dict[_Variable, list[int]] = {}
        for number, line in enumerate(self._lines):
            for variable in line:
                self._lines_of.setdefault(variable, []).append(number)

    # ---- the lines ------------------------------------------------------------------------------------------------

    def _add_breakdown(self, by: str | None) -> None:
        places = [place for place, part in enumerate(self._indicator.breakdown) if part.by == by]
        is_exhaustive = self._indicator.is_exhaustive(by)
        for period in dict.fromkeys(period for place in places for period in self._indicator.breakdown[place].periods):
            cells: list[_Variable] = [(place, period) for place in places]
            known = [cell for cell in cells if cell in self._values]
            whole, together = (None, period), sum((self._values[cell] for cell in known), Decimal(0))
            is_sum = self._values.get(whole) == together
            if is_sum and (len(known) > 1 or is_exhaustive):
                self._lines.append(_line(known, whole))
            elif is_exhaustive and len(places) > 1:
                self._values.setdefault(whole, together)
                self._give(whole, together)
                for lacking in (cell for cell in cells if cell not in known):
                    self._give(lacking, max(self._values[whole] - together, Decimal(0)))
                self._lines.append(_line(cells, whole))
            elif whole in self._values:
                for cell in known:
                    self._add_rest([cell], whole)

    def _add_spans(self, place: int | None) -> None:
        """Add a line for each way in which periods that lie in another are put together, one with each of them."""
        cells = [cell for cell in self._values if isinstance(cell, tuple) and cell[0] == place]
        periods = sorted((period for _, period in cells), key=lambda period: -period.months)
        for span in periods:
            inside = [period for period in periods if period in span and period != span]
            for pieces in dict.fromkeys(_beside(period, inside) for period in inside):
                parts: list[_Variable] = [(place, piece) for piece in pieces]
                is_all = sum(piece.months for piece in pieces) == span.months
                if is_all or self._sum(parts) == self._values[place, span]:
                    self._lines.append(_line(parts, (place, span)))
                else:
                    self._add_rest(parts, (place, span))

    def _add_rest(self, parts: Sequence[_Variable], whole: _Variable) -> None:
        """Add that some numbers are no more than another, if so they are."""
        rest = self._values[whole] - self._sum(parts)
        if rest >= 0:
            number = len(self._values)
            self._give(number, rest)
            self._lines.append(_line([*parts, number], whole))

    def _give(self, variable: _Variable, value: Decimal) -> None:
        """Note a number that nobody prints, and everybody may reckon with."""
        if variable not in self._printed:
            self._values.setdefault(variable, value)
            self.bounds[variable] = (0, None)

    def _sum(self, parts: Sequence[_Variable]) -> Decimal:
        return sum((self._values[part] for part in parts), Decimal(0))

    # ---- what follows from them -----------------------------------------------------------------------------------

    def spread(self, cell: Cell, enough: int) -> int:
        """Return how many values a number may have as far as a reader knows, at most as many as are enough."""
        found = 1
        for by in _MOVES:
            if found < enough and self._can_move(cell, by):
                off = {line: by * self._lines[line][cell] for line in self._lines_of.get(cell, ())}
                found += self._settle({cell}, off, [_STEPS])
        return found

    def _can_move(self, variable: _Variable, by: int) -> bool:
        low, high = self.bounds.get(variable, (0, -1))
        return low <= self._values[variable] + by and (high is None or self._values[variable] + by <= high)

    def _settle(self, moved: set[_Variable], off: Mapping[int, int], steps: list[int]) -> bool:
        """Return whether lines become right if further numbers move.

        Args:
            moved: the numbers that were moved.
            off: by how much each line is wrong.
            steps: how many moves may still be tried.
        """
        if not off:
            return True
        wrong = next(iter(off))
        ways = []
        for one, sign in self._lines[wrong].items():
            by = -off[wrong] * sign
            if one not in moved and self._can_move(one, by):
                ways.append((self._after(off, one, by), one))
        for after, one in sorted(ways, key=lambda way: len(way[0])):
            steps[0] -= 1
            if steps[0] < 0:
                return False
            if self._settle({*moved, one}, after, steps):
                return True
        return False

    def _after(self, off: Mapping[int, int], variable: _Variable, by: int) -> Mapping[int, int]:
        """Return by how much each line is wrong after a number has moved."""
        after = dict(off)
        for line in self._lines_of[variable]:
            after[line] = after.get(line, 0) + by * self._lines[line][variable]
        return {line: amount for line, amount in after.items() if amount}

    def connected(self, cell: Cell) -> Iterator[Cell]:
        """Yield the numbers of parts that fix one: itself, those of its lines, then those of their lines."""
        seen: set[_Variable] = {cell}
        layer: list[_Variable] = [cell]
        while layer:
            parts = (
                part for part in layer if isinstance(part, tuple) and part[0] is not None and part in self._printed
            )
            yield from sorted(parts, key=partial(self._rank, cell))
            known = (variable for variable in layer if variable in self.bounds)
            lines = dict.fromkeys(line for variable in known for line in self._lines_of.get(variable, ()))
            beside = (variable for line in lines for variable in self._lines[line])
            layer = list(dict.fromkeys(variable for variable in beside if variable not in seen))
            seen.update(layer)

    def _rank(self, cell: Cell, other: Cell) -> tuple[bool, bool, int, bool, Decimal, int]:
        """Return a key that sorts cells by which is withheld next.

        First those that are not printed as they are, then those of the same period, the longer and the smaller ones;
        nought comes last.
        """
        value = self._values[other]
        return (other not in self.bounds, other[1] != cell[1], -other[1].months, value == 0, value, other[0] or 0)


def _line(parts: Sequence[_Variable], whole: _Variable) -> Mapping[_Variable, int]:
    return {**dict.fromkeys(parts, 1), whole: -1}


def _beside(first: Period, periods: Sequence[Period]) -> frozenset[Period]:
    """Return a period with others that do not overlap, the longest first."""
    pieces = [first]
    for period in periods:
        if all(period.end < other.start or other.end < period.start for other in pieces):
            pieces.append(period)
    return frozenset(pieces)
