"""Tables in place of sentences that would hold too many figures.

In: the shapes whose form is a table. Out: an introduction and a table for each; indicators of the same kind and the
same periods share one.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.model import Period
from reportgen.sentences.amounts import amount, digits_of, kind_of
from reportgen.sentences.generated.clause import label_of
from reportgen.sentences.generated.shape import PartGroup, Shape
from reportgen.sentences.paragraphs import Paragraph, TableCell, TableRow, TableSpec
from reportgen.sentences.phrase import EMPTY, Kind, Number, Phrase, capital, fill, join, text
from reportgen.sentences.remarks import in_parentheses, remarks
from reportgen.sentences.thresholds import CAPTION_LABELS, TABLE_COLUMNS
from reportgen.sentences.view import View


class _Line(Struct, frozen=True):
    """One series of a table."""

    name: str
    view: View
    is_total: bool = False


class _Plan(Struct, frozen=True):
    """What one table shows: several series, or one with the parts of one breakdown."""

    shapes: tuple[Shape, ...]
    group: PartGroup | None
    periods: tuple[Period, ...]

    @property
    def view(self) -> View:
        """The first series."""
        return self.shapes[0].view

    @property
    def lines(self) -> list[_Line]:
        """The series in their order; a whole stands after the parts that make it up, before those that do not."""
        wholes = [_Line(label_of(shape.view), shape.view) for shape in self.shapes]
        if self.group is None:
            return wholes
        view, naming = self.view, self.view.language.naming
        parts = view.indicator.breakdown
        lines = [_Line(parts[place].called(one=False), view.of_part(place)) for place in self.group.places]
        if not view.periods:
            return lines
        if not view.indicator.adds_up_over_parts:
            return [*wholes, *lines]
        return [*lines, _Line(naming.total, view, is_total=True)] if self.group.is_exhaustive else [*wholes, *lines]


def build_tables(
    tabled: Sequence[Shape], broken_down: Sequence[tuple[Shape, PartGroup]]
) -> list[Paragraph | TableSpec]:
    """Tables, each after a paragraph that says what it shows.

    Args:
        tabled: series that are shown as tables.
        broken_down: breakdowns that are shown as tables, of series that have a sentence.
    """
    plans = [*_plans(tabled), *(_breakdown_plan(shape, group) for shape, group in broken_down)]
    return [block for plan in plans for block in (_introduction(plan), _table(plan))]


def _plans(shapes: Sequence[Shape]) -> Iterator[_Plan]:
    """A table for each series with parts, and one for all others of the same kind and the same periods."""
    groups: dict[str, list[Shape]] = {}
    for place, shape in enumerate(shapes):
        view = shape.view
        name = f"{place}" if shape.parts else f"{shape.kind} {view.indicator.unit!r} {view.asked!r}"
        groups.setdefault(name, []).append(shape)
    for group in groups.values():
        first, *others = group[0].parts or (None,)
        periods = {*group[0].view.asked, *(first.periods if first else ())}
        yield _Plan(tuple(group), first, tuple(sorted(periods, key=lambda one: one.order)))
        for further in others:
            if further is not None:
                yield _breakdown_plan(group[0], further)


def _breakdown_plan(shape: Shape, group: PartGroup) -> _Plan:
    """The table of one breakdown, for the periods in which any of its parts has a value."""
    return _Plan((shape,), group, group.periods)


def _table(plan: _Plan) -> TableSpec:
    """The table of a plan."""
    view, naming, lines, periods = plan.view, plan.view.language.naming, plan.lines, plan.periods
    upright = len(periods) > TABLE_COLUMNS or len(lines) == 1
    rows = _by_period(lines, periods) if upright else [_row(line, periods) for line in lines]
    period = "year" if all(one.is_year for one in periods) else "period"
    head = [naming.rows[period if upright else "part" if plan.group else "indicator"]]
    alone = naming.values if plan.shapes[0].kind in {"count", "stock"} else view.language.tabling.figure
    names = [line.name for line in lines] if len(lines) > 1 else [alone]
    columns = [capital(name) for name in names] if upright else [capital(view.language.period(one)) for one in periods]
    return TableSpec((_with_unit(plan, _caption(plan)),), tuple((name,) for name in (*head, *columns)), tuple(rows))


def _row(line: _Line, periods: Sequence[Period]) -> TableRow:
    """A series as a row."""
    cells = (TableCell((capital(line.name),)), *(_cell(line.view, one) for one in periods))
    return TableRow(cells, line.is_total)


def _by_period(lines: Sequence[_Line], periods: Sequence[Period]) -> list[TableRow]:
    """Periods as rows, series as columns."""
    return [
        TableRow(
            (TableCell((capital(lines[-1].view.language.period(one)),)), *(_cell(line.view, one) for line in lines))
        )
        for one in periods
    ]


def _cell(view: View, period: Period) -> TableCell:
    if view.series.value(period) is None:
        return TableCell((text(view.language.patterns.no_data),), is_figure=True)
    if kind_of(view) not in _UNIT_IN_CAPTION:
        return TableCell((amount(view, period),), is_figure=True)
    figure = Number(view.value(period), Kind.MEASURE, (view.source(period),), digits=digits_of(view))
    return TableCell((Phrase((figure,)),), is_figure=True)


_UNIT_IN_CAPTION = {Kind.PERCENT, Kind.MEASURE}
"""Figures that stand in a table without their unit, which its caption names once."""


def _covered(plan: _Plan) -> str:
    """The years that a table covers."""
    covered = Period(min(one.start for one in plan.periods), max(one.end for one in plan.periods))
    return plan.view.language.period(covered)


def _caption(plan: _Plan) -> Phrase:
    """What the table shows, and of which years."""
    naming, label, by = plan.view.language.naming, _labels(plan), plan.group.by if plan.group else None
    if label is None:
        return fill(naming.figures_caption, period=_covered(plan))
    if by is not None:
        return fill(naming.caption_by, label=capital(label), by=by, period=_covered(plan))
    return fill(naming.caption, label=capital(label), period=_covered(plan))


def _with_unit(plan: _Plan, caption: Phrase) -> Phrase:
    """`Unemployment rate, 2023–2025 (percentage)`."""
    view, naming = plan.view, plan.view.language.naming
    noun = view.noun.other if view.noun is not None and kind_of(view) is Kind.MEASURE else ""
    unit = naming.percentage if kind_of(view) is Kind.PERCENT else noun
    return fill(naming.with_unit, caption=caption, unit=unit) if unit else caption


def _labels(plan: _Plan) -> str | None:
    """The labels of a table's series as a list; None where there are too many."""
    if len(plan.shapes) > CAPTION_LABELS:
        return None
    return join(plan.view.language, [text(label_of(shape.view)) for shape in plan.shapes]).words


def _introduction(plan: _Plan) -> Paragraph:
    """The paragraph before a table, with what must be said of its figures."""
    alone = len(plan.shapes) == 1
    notes = [_named(shape, note, alone=alone) for shape in plan.shapes for note in _notes(shape, plan.periods)]
    return (fill(plan.view.language.naming.stop, clause=in_parentheses(plan.view, _shown(plan), EMPTY, notes)),)


def _shown(plan: _Plan) -> Phrase:
    """`The table below shows the number of complaints for 2008–2022`."""
    naming, label, by = plan.view.language.naming, _labels(plan), plan.group.by if plan.group else None
    if label is None:
        return fill(naming.table_of_figures, period=_covered(plan))
    subject = (naming.number_of if plan.shapes[0].kind in {"count", "stock"} else naming.quantity)(label)
    if by is not None:
        return fill(naming.table_by, subject=subject, by=by, period=_covered(plan))
    return fill(naming.table_of, subject=subject, period=_covered(plan))


def _notes(shape: Shape, periods: Sequence[Period]) -> list[Phrase]:
    """What must be said of one series' figures."""
    used = [one for one in periods if shape.view.series.value(one) is not None]
    return remarks(shape.view, used, [one for one in periods if one in shape.view.series.values and one not in used])


def _named(shape: Shape, note: Phrase, *, alone: bool) -> Phrase:
    """A remark with the series that it is about, where the table has several."""
    return note if alone else fill(shape.view.language.naming.of_label, label=label_of(shape.view), remark=note)
