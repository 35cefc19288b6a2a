"""The tables of a statistical annex: all figures of some indicators, whatever the text says of them.

In: the views of the indicators of one theme, each with who vouches for it. Out: a table with a column for each year,
and one for figures of other periods; every row names its agency and source. What is not available is two dots, nil is
a dash; provisional and revised figures, breaks and remarks have notes (UN Editorial Manual, "Tables").
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reportgen.model import Period
from reportgen.sentences.generated.annex_rows import Entry, Line, lines_of, period_rows, with_total, year_row
from reportgen.sentences.paragraphs import TableRow, TableSpec
from reportgen.sentences.phrase import Phrase, capital, fill
from reportgen.sentences.remarks import covered
from reportgen.sentences.thresholds import ANNEX_COLUMNS, REACHING, SHARED_PERIOD, UPRIGHT_COLUMNS

__all__ = ["Entry", "build_annex"]


def build_annex(title: str, entries: Sequence[Entry], years: Sequence[Period]) -> list[TableSpec]:
    """Return the tables of one theme; an indicator of which nothing was ever said is left out.

    Args:
        title: what the captions say the figures are about.
        entries: the indicators.
        years: the reporting years.
    """
    shown = [entry for entry in entries if lines_of(entry)]
    columns = _columns(shown, years)
    tables = [table for group in _groups(columns) if (table := _by_year(title, shown, group, columns)) is not None]
    others = [row for entry in shown for row in period_rows(entry, _left(entry, columns))]
    return [*tables, _other_periods(title, shown[0], others)] if others else tables


# ---- columns --------------------------------------------------------------------------------------------------


def _columns(entries: Sequence[Entry], years: Sequence[Period]) -> list[Period]:
    """Return the periods that get a column: years first, in the order of time, then spans and parts of years.

    These are the reporting years for which there is a figure, other years of series that reach into them unless one
    among many has them, and any period that several indicators have.
    """
    known = [_periods(entry) for entry in entries]
    times = Counter(period for periods in known for period in periods)
    reported = {year for year in years if times[year]}
    years_of = {one for periods in known if periods & reported for one in periods if one.is_year}
    reaching = {year for year in years_of if times[year] * REACHING >= len(entries)}
    shared = {period for period, count in times.items() if count >= SHARED_PERIOD}
    chosen = sorted(reported | reaching | shared, key=lambda period: period.order)
    return [*(one for one in chosen if one.is_year), *(one for one in chosen if not one.is_year)]


def _periods(entry: Entry) -> set[Period]:
    """Return the periods in which an indicator, or any part of it, has a figure."""
    return {period for line in lines_of(entry) for period in line.view.periods}


def _groups(columns: Sequence[Period]) -> Iterator[Sequence[Period]]:
    """Yield the columns of each table, as even as can be, where there are too many for one."""
    count = -(-len(columns) // ANNEX_COLUMNS)
    for place in range(count):
        yield columns[len(columns) * place // count : len(columns) * (place + 1) // count]


def _left(entry: Entry, columns: Sequence[Period]) -> list[Period]:
    """Return the periods of an indicator that have no column; one that was asked for, where nothing is known at all."""
    periods = _periods(entry)
    if not periods and not columns:
        return [max((one for line in lines_of(entry) for one in line.view.asked), key=lambda period: period.order)]
    return sorted(periods - set(columns), key=lambda period: period.order)


# ---- tables ---------------------------------------------------------------------------------------------------


def _by_year(
    title: str, entries: Sequence[Entry], columns: Sequence[Period], every: Sequence[Period]
) -> TableSpec | None:
    """Return the table with these columns, of the indicators that have a figure in any of them, or in none of all."""
    rows = [row for entry in entries for row in _year_rows(entry, columns, every)]
    if not rows:
        return None
    language = entries[0].view.language
    patterns = language.patterns
    heads = (patterns.rows["indicator"], *(capital(language.period_name(one)) for one in columns), patterns.source)
    caption = fill(patterns.annual, title=title, period=covered(entries[0].view, columns))
    return _table(caption, heads, rows, is_wide=len(columns) > UPRIGHT_COLUMNS)


def _year_rows(entry: Entry, columns: Sequence[Period], every: Sequence[Period]) -> Iterator[TableRow]:
    known = _periods(entry)
    if known & set(columns) or (not known and columns[0] == every[0]):
        shown = [line for line in lines_of(entry) if _is_shown(line, columns, known)]
        yield from (year_row(line, columns) for line in with_total(shown))


def _is_shown(line: Line, columns: Sequence[Period], known: set[Period]) -> bool:
    """Return whether a line has a figure here; the whole stands above its parts even where it has none."""
    return line.is_whole or not known or any(period in columns for period in line.view.periods)


def _other_periods(title: str, first: Entry, rows: Sequence[TableRow]) -> TableSpec:
    """Return the table of figures that have no column, each with its period beside it."""
    patterns = first.view.language.patterns
    heads = (patterns.rows["indicator"], patterns.rows["period"], patterns.figure, patterns.source)
    return _table(fill(patterns.other_periods, title=title), heads, rows, is_wide=False)


def _table(caption: Phrase, heads: Iterable[str], rows: Sequence[TableRow], *, is_wide: bool) -> TableSpec:
    return TableSpec((caption,), tuple((head,) for head in heads), tuple(rows), is_wide)
