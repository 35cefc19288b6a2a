"""Tables in place of sentences that would hold too many figures.

In: the shapes whose form is a table. Out: an introduction and a table for each; indicators of the same kind and the
same periods share one.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.languages.words import capital
from reportgen.model import Period
from reportgen.sentences.amounts import amount, digits_of, kind_of, unit_alone
from reportgen.sentences.generated.clause import label_of
from reportgen.sentences.generated.shape import PartGroup, SeriesShape
from reportgen.sentences.phrase import (
    EMPTY,
    Number,
    NumberRule,
    Paragraph,
    Phrase,
    TableCell,
    TableRow,
    TableSpec,
    fill,
    join,
    text,
)
from reportgen.sentences.remarks import covered, in_parentheses, named_in_runs, remarks, remarks_of_parts
from reportgen.sentences.thresholds import CAPTION_LABELS, TABLE_COLUMNS
from reportgen.sentences.view import View


class _Series(Struct, frozen=True):
    """One series of a table."""

    name: str
    view: View
    is_total: bool = False


class _Plan(Struct, frozen=True):
    """What one table shows: several series, or one with the parts of one breakdown."""

    shapes: tuple[SeriesShape, ...]
    group: PartGroup | None
    periods: tuple[Period, ...]

    @property
    def view(self) -> View:
        """The first series."""
        return self.shapes[0].view

    @property
    def lines(self) -> list[_Series]:
        """The series in their order; a whole stands after the parts that make it up, before those that do not."""
        wholes = [_Series(label_of(shape.view), shape.view) for shape in self.shapes]
        if self.group is None:
            return wholes
        view, language = self.view, self.view.language
        parts = view.indicator.breakdown
        lines = [_Series(parts[place].name, view.of_part(place)) for place in self.group.places]
        if not view.periods:
            return lines
        if not view.indicator.adds_up_over_parts:
            return [*wholes, *lines]
        return (
            [*lines, _Series(language.patterns.total, view, is_total=True)]
            if self.group.is_exhaustive
            else [*wholes, *lines]
        )


def build_tables(
    tabled: Sequence[SeriesShape], broken_down: Sequence[tuple[SeriesShape, PartGroup]]
) -> list[Paragraph | TableSpec]:
    """Return tables, each after a paragraph that says what it shows.

    Args:
        tabled: series that are shown as tables.
        broken_down: breakdowns that are shown as tables, of series that have a sentence.
    """
    plans = [*_plans(tabled), *(_breakdown_plan(shape, group) for shape, group in broken_down)]
    return [block for plan in plans for block in (_introduction(plan), _table(plan))]


def _plans(shapes: Sequence[SeriesShape]) -> Iterator[_Plan]:
    """Yield a table for each series with parts, and one for all others of the same kind and the same periods."""
    groups: dict[str, list[SeriesShape]] = {}
    for place, shape in enumerate(shapes):
        name = f"{place}" if shape.parts else shape.table_key
        groups.setdefault(name, []).append(shape)
    for group in groups.values():
        first, *others = group[0].parts or (None,)
        periods = {*group[0].view.asked, *(first.periods if first else ())}
        yield _Plan(tuple(group), first, tuple(sorted(periods, key=lambda period: period.order)))
        for further in others:
            if further is not None:
                yield _breakdown_plan(group[0], further)


def _breakdown_plan(shape: SeriesShape, group: PartGroup) -> _Plan:
    """Return the table of one breakdown, for the periods in which any of its parts has a value."""
    return _Plan((shape,), group, group.periods)


def _table(plan: _Plan) -> TableSpec:
    """Return the table of a plan: series as rows, or periods where they are too many for columns."""
    view, patterns, lines, periods = plan.view, plan.view.language.patterns, plan.lines, plan.periods
    alone = patterns.values if plan.shapes[0].kind in {"count", "stock"} else patterns.figure
    names = [line.name for line in lines] if len(lines) > 1 or plan.group else [alone]  # a part is not the whole
    times = [view.language.period_name(period) for period in periods]
    cells = [[_cell(line.view, period) for period in periods] for line in lines]
    if len(periods) > TABLE_COLUMNS or len(lines) == 1:
        head = [patterns.rows["year" if all(period.is_year for period in periods) else "period"], *names]
        rows = [TableRow((_head_cell(time), *row)) for time, row in zip(times, zip(*cells, strict=True), strict=True)]
    else:
        head = [patterns.rows["part" if plan.group else "indicator"], *times]
        rows = [TableRow((_head_cell(line.name), *row), line.is_total) for line, row in zip(lines, cells, strict=True)]
    return TableSpec((_with_unit(plan, _caption(plan)),), tuple((capital(name),) for name in head), tuple(rows))


def _head_cell(name: str) -> TableCell:
    return TableCell((capital(name),))


def unknown_cell(view: View, period: Period) -> TableCell | None:
    """Return two dots for a figure that is not available, words for one that is withheld; None for any other."""
    words = view.withheld(period) or (None if view.series.value(period) is not None else view.language.patterns.no_data)
    return TableCell((text(words),), is_figure=True) if words else None


def _cell(view: View, period: Period) -> TableCell:
    if unknown := unknown_cell(view, period):
        return unknown
    if kind_of(view) not in _UNIT_IN_CAPTION:
        return TableCell((amount(view, period),), is_figure=True)
    figure = Number(view.value(period), NumberRule.MEASURE, (view.source(period),), digits=digits_of(view))
    return TableCell((Phrase((figure,)),), is_figure=True)


_UNIT_IN_CAPTION = {NumberRule.PERCENT, NumberRule.MEASURE}
"""Figures that stand in a table without their unit, which its caption names once."""


def _caption(plan: _Plan) -> Phrase:
    """Return what the table shows, and of which years."""
    language, label, by = plan.view.language, _labels(plan), plan.group.by if plan.group else None
    if label is None:
        return fill(language.patterns.figures_caption, period=covered(plan.view, plan.periods))
    if by is not None:
        return fill(language.patterns.caption_by, label=capital(label), by=by, period=covered(plan.view, plan.periods))
    return fill(language.patterns.caption, label=capital(label), period=covered(plan.view, plan.periods))


def _with_unit(plan: _Plan, caption: Phrase) -> Phrase:
    """Return `Unemployment rate, 2023–2025 (percentage)`."""
    view, language = plan.view, plan.view.language
    noun = unit_alone(view, view.noun) if view.noun is not None and kind_of(view) is NumberRule.MEASURE else ""
    unit = language.patterns.percentage if kind_of(view) is NumberRule.PERCENT else noun
    return fill(language.patterns.with_unit, caption=caption, unit=unit) if unit else caption


def _labels(plan: _Plan) -> str | None:
    """Return the labels of a table's series as a list; None where there are too many."""
    if len(plan.shapes) > CAPTION_LABELS:
        return None
    return join(plan.view.language, [text(label_of(shape.view)) for shape in plan.shapes]).words


def _introduction(plan: _Plan) -> Paragraph:
    """Return the paragraph before a table, with what must be said of its figures."""
    alone = len(plan.shapes) == 1
    notes = [_named(shape, note, alone=alone) for shape in plan.shapes for note in _notes(shape, plan)]
    notes += remarks_of_parts(plan.view, plan.group.places, plan.periods) if plan.group else []
    return (fill(plan.view.language.patterns.stop, clause=in_parentheses(plan.view, _shown(plan), EMPTY, notes)),)


def _shown(plan: _Plan) -> Phrase:
    """Return `The table below shows the number of complaints for 2008–2022`."""
    language, label, by = plan.view.language, _labels(plan), plan.group.by if plan.group else None
    if label is None:
        return fill(language.patterns.table_of_figures, period=covered(plan.view, plan.periods))
    subject = (language.number_of if plan.shapes[0].kind in {"count", "stock"} else language.quantity)(label)
    if by is not None:
        return fill(language.patterns.table_by, subject=subject, by=by, period=covered(plan.view, plan.periods))
    return fill(language.patterns.table_of, subject=subject, period=covered(plan.view, plan.periods))


def _notes(shape: SeriesShape, plan: _Plan) -> list[Phrase]:
    """Return what must be said of one series' figures."""
    view, periods = shape.view, plan.periods
    used = [period for period in periods if view.series.value(period) is not None]
    missing = [period for period in periods if period in view.series.values and period not in used]
    of_parts = {period for group in shape.parts for period in group.periods}
    no_total = [period for period in missing if period in of_parts]
    shown = [period for period in periods if period in used or (plan.group and period in plan.group.periods)]
    notes = remarks(view, used, [period for period in missing if period not in of_parts], shown)
    if not no_total:
        return notes
    return [fill(view.language.patterns.no_total, periods=named_in_runs(view, no_total)), *notes]


def _named(shape: SeriesShape, note: Phrase, *, alone: bool) -> Phrase:
    """Return a remark with the series that it is about, where the table has several."""
    return note if alone else fill(shape.view.language.patterns.of_label, label=label_of(shape.view), remark=note)
