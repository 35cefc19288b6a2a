"""The columns of the sheet `Indicators` of a workbook that is sent out: which of them holds what.

The years stand side by side, earlier ones before those to report, other periods after them; then what is counted
live and what is said of the whole row; that is what is printed. Then come statuses and notes in the order of the years,
and last what only the program needs.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from msgspec import Struct, field

from reportgen.agencies.form.plan import FormRow
from reportgen.model import Period
from reportgen.model.sheets import AFTER_NOTES, AFTER_YEARS, BEFORE_YEARS, WHERE_USED, IndicatorColumn, PeriodColumn

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

    @property
    def last(self) -> int:
        """The last column."""
        return max((*self.heads.values(), *self.values.values(), *self.statuses.values(), *self.notes.values()))

    def runs(self, periods: Iterable[Period]) -> list[list[Period]]:
        """Return periods whose columns lie side by side, and those of their statuses; one without a status is alone."""

        def start(item: tuple[int, Period]) -> tuple[int, int]:
            place, period = item
            return (self.values[period] - place, self.statuses.get(period, -1) - place)

        in_order = enumerate(sorted(periods, key=self.values.__getitem__))
        return [[period for _, period in run] for _, run in groupby(in_order, key=start)]


def find_columns(rows: Sequence[FormRow], used: Iterable[str]) -> Columns:
    """Give each column its place.

    Args:
        rows: all rows of the sheet.
        used: columns of which some row has an entry.
    """
    needed = set(used)
    opened = frozenset(period for row in rows for period in row.open)
    shown = {*opened, *(period for row in rows for period in row.series.values)}
    periods = sorted(shown, key=lambda period: (not period.is_year, period.order))
    asked = {period for period in opened if period.is_year} | {period for row in rows for period in row.due}
    with_status = [period for period in periods if period in asked or _has(rows, period, PeriodColumn.STATUS)]
    with_note = [period for period in periods if period in asked or _has(rows, period, PeriodColumn.NOTE)]
    last = (*AFTER_NOTES, *(column for column in WHERE_USED if column in needed), _C.OFFERED)
    numbers = count()
    heads: dict[str, int] = dict(zip(BEFORE_YEARS, numbers, strict=False))
    values = dict(zip(periods, numbers, strict=False))
    heads.update(zip(AFTER_YEARS, numbers, strict=False))
    last_printed = max(heads.values())
    statuses = dict(zip(with_status, numbers, strict=False))
    notes = dict(zip(with_note, numbers, strict=False))
    heads.update(zip(last, numbers, strict=False))
    return Columns(heads, values, statuses, notes, last_printed, opened)


def runs_together(runs: Sequence[tuple[int, Sequence[Period]]]) -> list[tuple[int, int, Sequence[Period]]]:
    """Return runs of periods in rows below each other as rectangles."""
    by_run: dict[tuple[Period, ...], list[tuple[int, Sequence[Period]]]] = {}
    for number, run in runs:
        by_run.setdefault(tuple(run), []).append((number, run))
    return [block for rows in by_run.values() for block in blocks_of(rows)]


def _has(rows: Sequence[FormRow], period: Period, holds: PeriodColumn) -> bool:
    """Return whether some row has a status other than final, or a note, at a period."""
    observed = (row.series.values[period] for row in rows if period in row.series.values)
    if holds is PeriodColumn.STATUS:
        return any(observation.status != "final" for observation in observed)
    return any(observation.note for observation in observed)


def blocks_of(rows: Sequence[tuple[int, Sequence[Period]]]) -> Iterator[tuple[int, int, Sequence[Period]]]:
    """Yield rows below each other with the same periods, as first row, last row and periods.

    Args:
        rows: numbers of rows, ascending, each with its periods.
    """
    for _, run in groupby(enumerate(rows), key=lambda item: (item[1][0] - item[0], item[1][1])):
        block = [row for _, row in run]
        yield block[0][0], block[-1][0], block[0][1]
