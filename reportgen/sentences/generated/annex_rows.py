"""The rows of an annex's tables: an indicator, and its parts set in below it, with their notes.

In: an indicator with who vouches for it. Out: rows whose cells are phrases, so that every figure keeps its provenance.
Figures stand without their unit, which the label names; a note that several figures of a row share stands at its label.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model import Currency, Noun, Part, Period
from reportgen.sentences.amounts import digits_of, kind_of
from reportgen.sentences.generated.clause import label_of
from reportgen.sentences.paragraphs import Parts, TableCell, TableRow
from reportgen.sentences.phrase import Kind, Number, Phrase, Source, capital, fill, text
from reportgen.sentences.remarks import crossed, former_source, former_value, is_revised, lone_remark, status_remark
from reportgen.sentences.view import View


class Entry(Struct, frozen=True):
    """One indicator of the annex."""

    view: View
    source: str
    """The agency, and where its figures come from, as they are printed."""


class Line(Struct, frozen=True):
    """One series of the annex: an indicator, or one of its parts."""

    view: View
    label: str
    source: str
    is_total: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is the indicator itself."""
        return self.view.part is None


def lines_of(entry: Entry) -> list[Line]:
    """Return an indicator and its parts, as far as anything was said of them; nothing where nothing was."""
    view = entry.view
    parts = [(place, part) for place, part in enumerate(view.indicator.breakdown) if view.of_part(place).asked]
    if not (view.asked or parts):
        return []
    adds_up = bool(parts) and all(view.indicator.is_exhaustive(by) for by in {part.by for _, part in parts})
    whole = Line(view, capital(_with_unit(view)), entry.source, is_total=adds_up)
    idem = view.language.patterns.idem
    return [whole, *(Line(view.of_part(place), _part_label(view, part), idem) for place, part in parts)]


def with_total(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are shown together: a whole without its parts beside it is no total."""
    return [replace(line, is_total=line.is_total and len(lines) > 1) for line in lines]


def _part_label(view: View, part: Part) -> str:
    """Return `Women`, `Of which: women`, `Sex: women`."""
    patterns, label = view.language.patterns, part.called(one=False)
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
        case Noun(other=noun):
            return None if _names(view, noun) else noun
        case _:
            return None


def _names(view: View, noun: str) -> bool:
    """Return whether a label says what is counted: in the words of the unit, or both speak of persons."""
    label, are_persons = label_of(view), view.language.are_persons
    return set(noun.casefold().split()) <= set(label.casefold().split()) or (are_persons(noun) and are_persons(label))


# ---- rows -----------------------------------------------------------------------------------------------------


def year_row(line: Line, columns: Sequence[Period]) -> TableRow:
    """Return a series with a cell for each period."""
    used = [period for period in columns if line.view.series.value(period) is not None]
    notes = _notes(line, used)
    cells = (_cell(line.view, period, notes.get(period, ())) for period in columns)
    return _row(line, notes.get(None, ()), cells)


def period_rows(entry: Entry, periods: Sequence[Period]) -> Iterator[TableRow]:
    """Yield an indicator and its parts in some periods, each of which is named in the row."""
    for period in periods:
        known = [line for line in lines_of(entry) if line.is_whole or line.view.series.value(period) is not None]
        for line in with_total(known):
            used = [period] if line.view.series.value(period) is not None else []
            when = TableCell((capital(line.view.language.period_name(period)),), is_figure=True)
            notes = _notes(line, used).get(period, ())
            yield _row(line, (), (when, _cell(line.view, period, notes)))


def _row(line: Line, notes: tuple[Parts, ...], cells: Iterator[TableCell] | tuple[TableCell, ...]) -> TableRow:
    label = TableCell((line.label,), notes=notes)
    return TableRow((label, *cells, TableCell((line.source,))), line.is_total, is_part=not line.is_whole)


def _cell(view: View, period: Period, notes: tuple[Parts, ...]) -> TableCell:
    """Return a figure without its unit; two dots where it is not available."""
    value = view.series.value(period)
    if value is None:
        return TableCell((text(view.language.patterns.no_data),), is_figure=True)
    figure = _figure(view, value, view.source(period), digits=digits_of(view))
    return TableCell((figure,), is_figure=True, notes=notes)


# ---- notes ----------------------------------------------------------------------------------------------------


def _notes(line: Line, used: Sequence[Period]) -> dict[Period | None, tuple[Parts, ...]]:
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
    for start in crossed(line.view, used) if line.is_whole else ():
        first = next(period for period in used if period.end >= start.start)
        reason = line.view.indicator.breaks[start]
        found[first].append(fill(line.view.language.patterns.broken_series, reason=line.view.language.reason(reason)))
    stop = line.view.language.patterns.stop
    return {where: tuple((fill(stop, clause=one),) for one in notes) for where, notes in found.items()}


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
    kind = Kind.ORDINAL if kind_of(view) is Kind.ORDINAL else Kind.MEASURE
    return Phrase((Number(value, kind, (source,), digits=digits),))
