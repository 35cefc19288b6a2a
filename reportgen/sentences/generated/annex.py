"""The tables of a statistical annex: all figures of some indicators, whatever the text says of them.

In: the views of the indicators of one theme, each with who vouches for it. Out: a table with a column for each
reporting year and each other year that most of them have, and one for figures of other periods; every row names its
agency and source. What is not available is two dots, nil is a dash; provisional and revised figures, breaks and remarks
have notes (UN Editorial Manual, "Tables").

Figures stand without their unit, which the label names; a note that several figures of a row share stands at its label.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.languages.words import capital
from reportgen.model import Currency, Noun, Part, Period
from reportgen.sentences.amounts import digits_of, kind_of, unit_alone
from reportgen.sentences.generated.clause import label_of
from reportgen.sentences.generated.tables import unknown_cell
from reportgen.sentences.phrase import Number, NumberRule, Parts, Phrase, Source, TableCell, TableRow, TableSpec, fill
from reportgen.sentences.remarks import (
    covered,
    crossed,
    former_source,
    former_value,
    is_revised,
    lone_remark,
    status_remark,
)
from reportgen.sentences.thresholds import ANNEX_COLUMNS, ANNEX_ROWS
from reportgen.sentences.view import View


class AnnexEntry(Struct, frozen=True):
    """One indicator of the annex."""

    view: View
    source: str
    """The agency, and where its figures come from, as they are printed."""


class _SeriesRow(Struct, frozen=True):
    """One series of the annex: an indicator, or one of its parts."""

    view: View
    label: str
    source: str
    is_total: bool = False

    @property
    def is_whole(self) -> bool:
        """Return whether it is the indicator itself."""
        return self.view.part is None


def build_annex(title: str, entries: Sequence[AnnexEntry], years: Sequence[Period]) -> list[TableSpec]:
    """Return the tables of one theme; an indicator of which nothing was ever said is left out.

    Args:
        title: what the captions say the figures are about.
        entries: the indicators.
        years: the reporting years.
    """
    shown = [entry for entry in entries if _lines_of(entry)]
    columns = _columns(shown, years)
    further = _further(shown, columns)
    groups = [*_groups(columns), *_groups(further)]
    every = [*columns, *further]
    tables = [table for group in groups if (table := _by_year(title, shown, group, every)) is not None]
    others = [row for entry in shown for row in _period_rows(entry, _left(entry, every))]
    return [*tables, _other_periods(title, shown[0], others)] if others else tables


# ---- columns --------------------------------------------------------------------------------------------------


def _columns(entries: Sequence[AnnexEntry], years: Sequence[Period]) -> list[Period]:
    """Return the years that have a column: reporting years with a figure, and others that most indicators have.

    So a second cycle shows its years behind those of the first. Any other period stands beside its figure in a row,
    since a column of two dots would look like missing data.
    """
    known = Counter(period for entry in entries for period in _periods(entry) if period.is_year)
    chosen = (year for year, count in known.items() if year in years or count * 2 > len(entries))
    return sorted(chosen, key=lambda period: period.order)


def _further(entries: Sequence[AnnexEntry], columns: Sequence[Period]) -> list[Period]:
    """Return the years that have a column in a table of their own: all those of which some indicator has several."""
    left = [[period for period in _periods(entry) if period.is_year and period not in columns] for entry in entries]
    chosen = {period for periods in left if len(periods) >= ANNEX_ROWS for period in periods}
    return sorted(chosen, key=lambda period: period.order)


def _periods(entry: AnnexEntry) -> set[Period]:
    """Return the periods in which an indicator, or any part of it, has a figure."""
    return {period for line in _lines_of(entry) for period in line.view.told}


def _groups(columns: Sequence[Period]) -> Iterator[Sequence[Period]]:
    """Yield the columns of each table, as even as can be, where there are too many for one."""
    count = -(-len(columns) // ANNEX_COLUMNS)
    for place in range(count):
        yield columns[len(columns) * place // count : len(columns) * (place + 1) // count]


def _left(entry: AnnexEntry, columns: Sequence[Period]) -> list[Period]:
    """Return the periods of an indicator that have no column; one that was asked for, where nothing is known at all."""
    periods = _periods(entry)
    if not periods and not columns:
        return [
            max((period for line in _lines_of(entry) for period in line.view.asked), key=lambda period: period.order)
        ]
    return sorted(periods - set(columns), key=lambda period: period.order)


# ---- tables ---------------------------------------------------------------------------------------------------


def _by_year(
    title: str, entries: Sequence[AnnexEntry], columns: Sequence[Period], every: Sequence[Period]
) -> TableSpec | None:
    """Return the table with these columns, of the indicators that have a figure in any of them, or in none of all."""
    rows = [row for entry in entries for row in _year_rows(entry, columns, every)]
    if not rows:
        return None
    language = entries[0].view.language
    patterns = language.patterns
    heads = (
        patterns.rows["indicator"],
        *(capital(language.period_name(column)) for column in columns),
        patterns.source,
    )
    caption = fill(patterns.annual, title=title, period=covered(entries[0].view, columns))
    return _table(caption, heads, rows)


def _year_rows(entry: AnnexEntry, columns: Sequence[Period], every: Sequence[Period]) -> Iterator[TableRow]:
    known = _periods(entry)
    if known & set(columns) or (not known and columns[0] == every[0]):
        shown = [line for line in _lines_of(entry) if _is_shown(line, columns, known)]
        yield from (_year_row(line, columns) for line in _with_total(shown))


def _is_shown(line: _SeriesRow, columns: Sequence[Period], known: set[Period]) -> bool:
    """Return whether a line has a figure here; the whole stands above its parts even where it has none."""
    return line.is_whole or not known or any(period in columns for period in line.view.told)


def _other_periods(title: str, first: AnnexEntry, rows: Sequence[TableRow]) -> TableSpec:
    """Return the table of figures that have no column, each with its period beside it."""
    patterns = first.view.language.patterns
    heads = (patterns.rows["indicator"], patterns.rows["period"], patterns.figure, patterns.source)
    return _table(fill(patterns.other_periods, title=title), heads, rows)


def _table(caption: Phrase, heads: Iterable[str], rows: Sequence[TableRow]) -> TableSpec:
    return TableSpec((caption,), tuple((head,) for head in heads), tuple(rows))


# ---- rows -------------------------------------------------------------------------------------------------------


def _lines_of(entry: AnnexEntry) -> list[_SeriesRow]:
    """Return an indicator and its parts, as far as anything was said of them; nothing where nothing was."""
    view = entry.view
    parts = [(place, part) for place, part in enumerate(view.indicator.breakdown) if view.of_part(place).asked]
    if not (view.asked or parts):
        return []
    has_total = bool(parts) and view.indicator.adds_up_over_parts  # a rate of groups is no total of theirs
    adds_up = has_total and all(view.indicator.is_exhaustive(by) for by in {part.by for _, part in parts})
    whole = _SeriesRow(view, capital(_with_unit(view)), entry.source, is_total=adds_up)
    idem = view.language.patterns.idem
    return [whole, *(_SeriesRow(view.of_part(place), _part_label(view, part), idem) for place, part in parts)]


def _with_total(lines: Sequence[_SeriesRow]) -> list[_SeriesRow]:
    """Return the lines that are shown together: a whole without its parts beside it is no total."""
    return [replace(line, is_total=line.is_total and len(lines) > 1) for line in lines]


def _part_label(view: View, part: Part) -> str:
    """Return `Women`, `Of which: women`, `Sex: women`."""
    patterns, label = view.language.patterns, part.name
    if not view.indicator.is_exhaustive(part.by):
        label = fill(patterns.of_which, label=label).words
    if part.by and len(view.indicator.criteria) > 1:
        label = fill(patterns.by, by=part.by, label=label).words
    return capital(label)


def _with_unit(view: View) -> str:
    """Return a label with the unit of its figures, unless it names it itself."""
    label, unit = label_of(view), _unit(view)
    return fill(view.language.patterns.label_with_unit, label=label, unit=unit).words if unit else label


def _unit(view: View) -> str | None:
    match view.indicator.unit:
        case Currency(currency=symbol):
            return symbol
        case "percent":
            return view.language.patterns.unit_per_cent
        case Noun() as noun:
            return None if _names(view, noun.other) else unit_alone(view, noun)
        case _:
            return None


def _names(view: View, noun: str) -> bool:
    """Return whether a label says what is counted: in the words of the unit, or both speak of persons."""
    label, are_persons = label_of(view), view.language.are_persons
    return view.language.has_noun(label, noun) or (are_persons(noun) and are_persons(label))


# ---- rows -----------------------------------------------------------------------------------------------------


def _year_row(line: _SeriesRow, columns: Sequence[Period]) -> TableRow:
    """Return a series with a cell for each period."""
    used = [period for period in columns if line.view.series.value(period) is not None]
    notes = _notes(line, used)
    cells = (_cell(line.view, period, notes.get(period, ())) for period in columns)
    return _row(line, notes.get(None, ()), cells)


def _period_rows(entry: AnnexEntry, periods: Sequence[Period]) -> Iterator[TableRow]:
    """Yield an indicator and its parts in some periods, each of which is named in the row."""
    for period in periods:
        known = [line for line in _lines_of(entry) if line.is_whole or period in line.view.told]
        for line in _with_total(known):
            used = [period] if line.view.series.value(period) is not None else []
            when = TableCell((capital(line.view.language.period_name(period)),), is_figure=True)
            notes = _notes(line, used).get(period, ())
            yield _row(line, (), (when, _cell(line.view, period, notes)))


def _row(line: _SeriesRow, notes: tuple[Parts, ...], cells: Iterator[TableCell] | tuple[TableCell, ...]) -> TableRow:
    label = TableCell((line.label,), notes=notes)
    return TableRow((label, *cells, TableCell((line.source,))), line.is_total, is_part=not line.is_whole)


def _cell(view: View, period: Period, notes: tuple[Parts, ...]) -> TableCell:
    """Return a figure without its unit; two dots where it is not available, and words where it is withheld."""
    if unknown := unknown_cell(view, period):
        return unknown
    figure = _figure(view, view.value(period), view.source(period), digits=digits_of(view))
    return TableCell((figure,), is_figure=True, notes=notes)


# ---- notes ----------------------------------------------------------------------------------------------------


def _notes(line: _SeriesRow, used: Sequence[Period]) -> dict[Period | None, tuple[Parts, ...]]:
    """Return the notes of a row by the period of their figure; under None those that several figures share."""
    found: dict[Period | None, list[Phrase]] = defaultdict(list)
    for periods in _alike(line.view, used):
        if len(periods) == 1:
            found[periods[0]] += lone_remark(line.view, periods[0])
        else:
            found[None].append(status_remark(line.view, periods))
    for period in used:
        if is_revised(line.view.series.values[period]):
            found[period].append(_formerly(line.view, period))
    for first, start in _breaks(line, used):
        reason = line.view.indicator.breaks[start]
        found[first].append(fill(line.view.language.patterns.broken_series, reason=line.view.language.reason(reason)))
    stop = line.view.language.patterns.stop
    return {where: tuple((fill(stop, clause=note),) for note in notes) for where, notes in found.items()}


def _breaks(line: _SeriesRow, used: Sequence[Period]) -> Iterator[tuple[Period, Period]]:
    """Yield the breaks that some figures of a row lie behind, each after the first of these figures.

    The figures before a break may stand in another table or row. What the whole says, its parts need not say again.
    """
    view, whole = line.view, replace(line.view, part=None)
    said = () if line.is_whole else crossed(whole, whole.periods)
    for start in crossed(view, view.periods):
        behind, here = ([one for one in periods if one.end >= start.start] for periods in (view.periods, used))
        if start not in said and here and (here[0] == behind[0] or start in crossed(view, used)):
            yield here[0], start


def _alike(view: View, used: Sequence[Period]) -> Iterable[list[Period]]:
    """Return the periods of figures that need a word, those of which the same is to be said together."""
    alike: dict[tuple[str, str | None], list[Period]] = defaultdict(list)
    for period in used:
        observation = view.series.values[period]
        if observation.status != "final" or observation.note:
            alike[observation.status, observation.note].append(period)
    return alike.values()


def _formerly(view: View, period: Period) -> Phrase:
    former = _figure(view, former_value(view, period), former_source(view, period, is_dated=False), digits=0)
    return fill(view.language.patterns.formerly, former=former)


def _figure(view: View, value: Decimal, source: Source, *, digits: int) -> Phrase:
    """Return a value without its unit."""
    kind = NumberRule.ORDINAL if kind_of(view) is NumberRule.ORDINAL else NumberRule.MEASURE
    return Phrase((Number(value, kind, (source,), digits=digits),))
