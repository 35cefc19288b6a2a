"""Tables in place of sentences that would hold too many figures.

In: the shapes whose form is a table. Out: an introduction and a table for each; indicators of the same kind and the
same periods share one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.model import Period
from reportgen.narrative.amounts import amount
from reportgen.narrative.generated.clauses import label_of
from reportgen.narrative.generated.shape import Shape
from reportgen.narrative.lists import join
from reportgen.narrative.paragraphs import Paragraph, TableCell, TableRow, TableSpec
from reportgen.narrative.phrase import EMPTY, Phrase, fill, text
from reportgen.narrative.remarks import in_parentheses, period_word, remarks
from reportgen.narrative.thresholds import CAPTION_LABELS, TABLE_COLUMNS
from reportgen.narrative.view import View


@dataclass(frozen=True, slots=True)
class _Line:
    """One series of a table."""

    name: str
    view: View
    is_total: bool = False


def build_tables(shapes: Sequence[Shape]) -> list[Paragraph | TableSpec]:
    """The tables of some series in their order, each after a paragraph that says what it shows."""
    groups: dict[str, list[Shape]] = {}
    for place, shape in enumerate(shapes):
        view = shape.view
        name = f"{place}" if shape.parts else f"{shape.kind} {view.indicator.unit!r} {view.asked!r}"
        groups.setdefault(name, []).append(shape)
    return [block for group in groups.values() for block in (_introduction(group), _table(group))]


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
    return TableSpec((_caption(shapes),), tuple((name,) for name in (*head, *columns)), tuple(rows))


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


def _covered(shapes: Sequence[Shape]) -> str:
    """The years that a table covers."""
    periods = shapes[0].view.asked
    covered = Period(min(one.start for one in periods), max(one.end for one in periods))
    return shapes[0].view.language.period(covered)


def _caption(shapes: Sequence[Shape]) -> Phrase:
    """What the table shows, and of which years."""
    naming, label = shapes[0].view.language.naming, _labels(shapes)
    if label is None:
        return fill(naming.figures_caption, period=_covered(shapes))
    return fill(naming.caption, label=_capital(label), period=_covered(shapes))


def _labels(shapes: Sequence[Shape]) -> str | None:
    """The labels of a table's series as a list; None where there are too many."""
    if len(shapes) > CAPTION_LABELS:
        return None
    return join(shapes[0].view.language, [text(label_of(shape.view)) for shape in shapes]).words


def _introduction(shapes: Sequence[Shape]) -> Paragraph:
    """The paragraph before a table, with what must be said of its figures."""
    naming, label = shapes[0].view.language.naming, _labels(shapes)
    if label is None:
        told = fill(naming.table_of_figures, period=_covered(shapes))
    else:
        name = naming.number_of if shapes[0].kind in {"count", "stock"} else naming.quantity
        told = fill(naming.table_of, subject=name(label), period=_covered(shapes))
    notes = [_named(shape, note, alone=len(shapes) == 1) for shape in shapes for note in _notes(shape)]
    return (fill(naming.stop, clause=in_parentheses(shapes[0].view, told, EMPTY, notes)),)


def _notes(shape: Shape) -> list[Phrase]:
    """What must be said of one series' figures."""
    view = shape.view
    missing = [one for one in view.asked if one not in view.periods]
    return remarks(view, view.periods, missing)


def _named(shape: Shape, note: Phrase, *, alone: bool) -> Phrase:
    """A remark with the series that it is about, where the table has several."""
    return note if alone else fill(shape.view.language.naming.of_label, label=label_of(shape.view), remark=note)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
