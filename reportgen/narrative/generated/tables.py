"""Tables in place of sentences that would hold too many figures.

In: the shapes whose form is a table. Out: tables; indicators of the same kind and the same periods share one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model import Period
from reportgen.narrative.amounts import amount
from reportgen.narrative.generated.clauses import label_of
from reportgen.narrative.generated.shape import Shape
from reportgen.narrative.lists import join
from reportgen.narrative.paragraphs import Parts, TableCell, TableRow, TableSpec
from reportgen.narrative.phrase import Phrase, fill, text
from reportgen.narrative.remarks import period_word, remarks
from reportgen.narrative.thresholds import CAPTION_LABELS, TABLE_COLUMNS
from reportgen.narrative.view import View


@dataclass(frozen=True, slots=True)
class _Line:
    """One series of a table."""

    name: str
    view: View
    is_total: bool = False


def build_tables(shapes: Sequence[Shape]) -> list[TableSpec]:
    """The tables of some series, in their order."""
    groups: dict[object, list[Shape]] = {}
    for shape in shapes:
        sharing = None if shape.parts else (shape.kind, shape.view.indicator.unit, shape.view.asked)
        groups.setdefault(id(shape) if sharing is None else repr(sharing), []).append(shape)
    return [_table(group) for group in groups.values()]


def _table(shapes: Sequence[Shape]) -> TableSpec:
    """One table of one series with its parts, or of several series."""
    view, naming = shapes[0].view, shapes[0].view.language.naming
    periods = view.asked
    lines = [line for shape in shapes for line in _lines(shape)]
    upright = len(periods) > TABLE_COLUMNS or len(lines) == 1
    rows = _by_period(lines, periods) if upright else [_row(line, periods) for line in lines]
    period = "year" if all(one.is_year for one in periods) else "period"
    head = [naming.rows[period if upright else "indicator" if len(shapes) > 1 else "part"]]
    names = [line.name for line in lines] if len(lines) > 1 else [naming.values]
    columns = [_capital(name) for name in names] if upright else [view.language.period(one) for one in periods]
    return TableSpec(
        caption=(_caption(shapes, periods),),
        head=tuple((name,) for name in (*head, *columns)),
        rows=tuple(rows),
        notes=tuple(_notes(shapes, lines, periods)),
    )


def _lines(shape: Shape) -> list[_Line]:
    """The parts of a series and, last, the whole."""
    view = shape.view
    parts = [
        _Line(view.indicator.breakdown[place].called(one=False), view.of_part(place))
        for group in shape.parts
        for place in group.places
    ]
    whole = view.language.naming.total if parts else label_of(view)
    return [*parts, _Line(whole, view, is_total=bool(parts))]


def _row(line: _Line, periods: Sequence[Period]) -> TableRow:
    """A series as a row."""
    cells = (TableCell((_capital(line.name),)), *(_cell(line.view, one) for one in periods))
    return TableRow(cells, line.is_total)


def _by_period(lines: Sequence[_Line], periods: Sequence[Period]) -> list[TableRow]:
    """Periods as rows, series as columns."""
    return [
        TableRow((TableCell((period_word(lines[-1].view, one),)), *(_cell(line.view, one) for line in lines)))
        for one in periods
    ]


def _cell(view: View, period: Period) -> TableCell:
    if view.series.value(period) is None:
        return TableCell((text(view.language.patterns.no_data),), is_figure=True)
    return TableCell((amount(view, period),), is_figure=True)


def _caption(shapes: Sequence[Shape], periods: Sequence[Period]) -> Phrase:
    """What the table shows, and of which years."""
    view, naming = shapes[0].view, shapes[0].view.language.naming
    covered = Period(min(one.start for one in periods), max(one.end for one in periods))
    period = view.language.period(covered)
    if len(shapes) > CAPTION_LABELS:
        return fill(naming.figures_caption, period=period)
    labels = join(view.language, [text(label_of(shape.view)) for shape in shapes])
    return fill(naming.caption, label=_capital(labels.words), period=period)


def _notes(shapes: Sequence[Shape], lines: Sequence[_Line], periods: Sequence[Period]) -> list[Parts]:
    """What must be said of the figures: the signs in the cells, and remarks on single figures."""
    naming, stop = shapes[0].view.language.naming, shapes[0].view.language.naming.stop
    values = [line.view.series.value(one) for line in lines for one in periods]
    signs = [sign for sign, value in ((naming.two_dots, None), (naming.dash, 0)) if value in values]
    notes: list[Parts] = [(sign,) for sign in signs]
    several = len(shapes) > 1
    for shape in shapes:
        for remark in remarks(shape.view, shape.view.periods):
            named = fill(naming.of_label, label=_capital(label_of(shape.view)), remark=remark) if several else remark
            notes.append((fill(stop, clause=named),))
    return notes


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
