"""The columns of the sheet `Indicators` of a workbook that is sent out: rows come in, which column holds what goes out.

The years stand side by side, earlier ones before those to report, other periods after them; then what is counted
live and what is said of the whole row; that is what is printed. Then come statuses and notes in the order of the years,
and last what only the program needs.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from reportgen.agencies.form.plan import FormRow
from reportgen.model import Period
from reportgen.model.sheets import (
    AFTER_NOTES,
    AFTER_YEARS,
    BEFORE_YEARS,
    WHERE_USED,
    IndicatorColumn,
    PeriodColumn,
)

_C = IndicatorColumn
FROZEN = 3
"""Columns that stay where they are when the sheet is moved sideways."""


class Columns(Struct, frozen=True):
    """Which column holds what, counted from 0."""

    heads: dict[str, int]
    values: dict[Period, int]
    statuses: dict[Period, int]
    notes: dict[Period, int]
    last_printed: int
    opened: frozenset[Period] = field(default_factory=frozenset)
    """Periods that are open in some row."""

    def runs(self, periods: Iterable[Period]) -> list[list[Period]]:
        """Periods whose columns lie side by side, those of their statuses too."""
        runs: list[list[Period]] = []
        for period in sorted(periods, key=self.values.__getitem__):
            if runs and self._follows(runs[-1][-1], period):
                runs[-1].append(period)
            else:
                runs.append([period])
        return runs

    def _follows(self, first: Period, second: Period) -> bool:
        return (
            self.values[second] == self.values[first] + 1
            and self.statuses.get(second, -1) == self.statuses.get(first, -1) + 1
        )


def find_columns(rows: Sequence[FormRow], used: Iterable[str]) -> Columns:
    """Give each column its place.

    Args:
        rows: all rows of the sheet.
        used: columns of which some row has an entry.
    """
    needed = set(used)
    opened = frozenset(period for row in rows for period in row.open)
    periods = sorted({*opened, *(period for row in rows for period in row.series.values)}, key=_order)
    heads: dict[str, int] = {}
    values: dict[Period, int] = {}
    statuses: dict[Period, int] = {}
    notes: dict[Period, int] = {}
    number = 0

    def place(columns: Iterable[str]) -> None:
        nonlocal number
        for column in columns:
            heads[column] = number
            number += 1

    def place_periods(into: dict[Period, int], wanted: Iterable[Period]) -> None:
        nonlocal number
        for period in wanted:
            into[period] = number
            number += 1

    place(BEFORE_YEARS)
    place_periods(values, periods)
    place(AFTER_YEARS)
    last_printed = number - 1
    asked = {one for one in opened if one.is_year}
    place_periods(statuses, (one for one in periods if one in asked or _has(rows, one, PeriodColumn.STATUS)))
    place_periods(notes, (one for one in periods if one in asked or _has(rows, one, PeriodColumn.NOTE)))
    place(AFTER_NOTES)
    place(column for column in WHERE_USED if column in needed)
    place((_C.OFFERED,))
    return Columns(heads, values, statuses, notes, last_printed, opened)


def _order(period: Period) -> tuple[bool, tuple[tuple[int, int], int]]:
    return (not period.is_year, period.order)


def _has(rows: Sequence[FormRow], period: Period, holds: PeriodColumn) -> bool:
    """Whether some row has a status other than final, or a note, at a period."""
    observed = (row.series.values[period] for row in rows if period in row.series.values)
    if holds is PeriodColumn.STATUS:
        return any(one.status != "final" for one in observed)
    return any(one.note for one in observed)


def blocks_of(rows: Sequence[tuple[int, Sequence[Period]]]) -> Iterator[tuple[int, int, Sequence[Period]]]:
    """Rows below each other with the same periods, as first row, last row and periods.

    Args:
        rows: numbers of rows, ascending, each with its periods.
    """
    start: tuple[int, int, Sequence[Period]] | None = None
    for number, periods in rows:
        if start and number == start[1] + 1 and periods == start[2]:
            start = (start[0], number, periods)
            continue
        if start:
            yield start
        start = (number, number, periods)
    if start:
        yield start
