"""The sheet `Indicators` of a workbook that is sent out: a row a series, a column a year, and what is missing, live."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.agencies.form.about import names_of
from reportgen.agencies.form.choices import Choices
from reportgen.agencies.form.columns import FROZEN, Columns, find_columns, runs_together
from reportgen.agencies.form.formulas import Formula, cell, cells, on_sheet, quoted, row_fixed
from reportgen.agencies.form.looks import MISSING, SUMS, WHOLE, Looks
from reportgen.agencies.form.page import fill, height, write_cell, write_head, write_top
from reportgen.agencies.form.plan import PART_ROWS, AgencyForm, FormGroup, FormRow
from reportgen.agencies.form.rows import Entry, entries_of
from reportgen.agencies.form.sums import disagreement, divisions_of, years_off
from reportgen.model import Period
from reportgen.model.cell_words import NO_DATA, period_header
from reportgen.model.form_texts import IndicatorTexts
from reportgen.model.sheets import FormColumn, IndicatorColumn, PeriodColumn, Sheet

if TYPE_CHECKING:
    from reportgen.agencies.form.sheet import FormSheet

_C = IndicatorColumn
_WIDTHS: Mapping[str, int] = {
    _C.ISSUE: 6,
    _C.LABEL: 40,
    _C.KEY: 18,
    _C.UNIT: 17,
    _C.SOURCE: 22,
    _C.MEASURE: 9,
    _C.NOTE: 20,
    _C.BREAKS: 26,
    _C.PART_OF: 18,
    FormColumn.MISSING: 8,
    FormColumn.SUMS: 7,
}
_WIDTH = 10
_WIDEST_PAGE = 200
"""Characters of columns that can still be read on one page of A4, sideways: at three quarters of their size."""
_STATUS_WIDTH, _NOTE_WIDTH = 13, 18
_HEAD_ROW = 3
_ROW_HEIGHT = 18
_OPEN_COLUMNS = frozenset({_C.UNIT, _C.SOURCE, _C.MEASURE, _C.NOTE, _C.BREAKS})
_OPEN_IF_OFFERED = frozenset({_C.LABEL, _C.KEY})
_OPEN_IF_OWN = frozenset({_C.ISSUE, _C.PART_OF})


class Listed(Struct, frozen=True):
    """A row for the list on the first sheet."""

    row: int
    label: str
    missing: Formula
    """The reference of the cell that counts what is missing."""


class IndicatorsSheet(Struct, frozen=True):
    """What the first sheet says of this one."""

    listed: tuple[Listed, ...]
    missing: Formula
    """How many cells are to be filled."""
    sums: Formula
    """In how many rows and years parts and total disagree."""
    pages: int
    """How many pages wide it prints, so that it can be read."""


def write_indicators(sheet: "FormSheet", form: AgencyForm, texts: IndicatorTexts, looks: Looks) -> IndicatorsSheet:
    """Write the sheet; return what the first sheet says of it.

    Args:
        sheet: an empty one.
        form: what is asked, and what is known already.
        texts: the words.
        looks: of its cells.
    """
    writer = _IndicatorsWriter(sheet, form, texts, looks)
    writer.heads()
    for group in form.groups:
        writer.group(group)
    writer.conditions()
    return writer.summary()


class _IndicatorsWriter:
    """Writes the sheet from top to bottom; conditions on cells last, when all rows have their place."""

    def __init__(self, sheet: "FormSheet", form: AgencyForm, texts: IndicatorTexts, looks: Looks) -> None:
        self._sheet, self._form, self._texts, self._looks = sheet, form, texts, looks
        rows = [row for group in form.groups for row in group.rows]
        self._entries = {id(row): entries_of(row) for row in rows}
        self._divided = {row.key for row in rows if row.part is not None}
        """The keys to which other rows refer."""
        used = {column for entries in self._entries.values() for column, value in entries.items() if value is not None}
        self._columns: Columns = find_columns(rows, used)
        self._next = _HEAD_ROW + 1
        self._written: list[tuple[int, FormRow]] = []
        self._totals: dict[str, int] = {}
        """The row of each indicator, by its key."""
        self._listed: list[Listed] = []
        self._missing: list[int] = []
        self._off: list[int] = []
        self._none = quoted(form.word("not available"))

    # ---- heads ------------------------------------------------------------------------------------------------

    def heads(self) -> None:
        """Write the title, the sentence under it, and the heads with their notes."""
        sheet, texts, columns = self._sheet, self._texts, self._columns
        title = fill(texts.title, **names_of(self._form))
        write_top(sheet, self._looks, title, fill(texts.lead), columns=FROZEN + 1, width=84)
        sheet.set_row(_HEAD_ROW - 1, 26)
        sheet.set_row(_HEAD_ROW, 32)
        for head, column in columns.heads.items():
            sheet.set_column(column, column, _WIDTHS.get(head, _WIDTH))
            write_head(sheet, self._looks, (_HEAD_ROW, column), head, texts.columns[head])
        for period, column in columns.values.items():
            sheet.set_column(column, column, _WIDTH)
            head_text = texts.years.open if period in columns.opened else texts.years.past
            write_head(sheet, self._looks, (_HEAD_ROW, column), period_header(period), head_text)
        self._period_heads(columns.statuses, PeriodColumn.STATUS, _STATUS_WIDTH)
        self._period_heads(columns.notes, PeriodColumn.NOTE, _NOTE_WIDTH)
        sheet.freeze_panes(_HEAD_ROW + 1, FROZEN)
        sheet.repeat_rows(_HEAD_ROW)
        sheet.repeat_columns(columns.heads[_C.ISSUE], columns.heads[_C.LABEL])

    def _period_heads(self, columns: Mapping[Period, int], holds: PeriodColumn, width: int) -> None:
        years = self._texts.years
        head_text = years.status if holds is PeriodColumn.STATUS else years.note
        for period, column in columns.items():
            self._sheet.set_column(column, column, width)
            write_head(self._sheet, self._looks, (_HEAD_ROW, column), period_header(period, holds), head_text)

    # ---- rows -------------------------------------------------------------------------------------------------

    def group(self, group: FormGroup) -> None:
        """Write the line of an issue and the rows below it."""
        self._sheet.set_row(self._next, 20)
        for column in range(self._columns.last_printed + 1):
            self._sheet.write_blank(self._next, column, None, self._looks["band"])
        self._sheet.write_string(self._next, self._columns.heads[_C.LABEL], self._name(group), self._looks["band"])
        self._next += 1
        for place, row in enumerate(group.rows):
            self._row(row, own=group.own)
            if row.part is None:
                has_parts = any(one.key == row.key and one.part is not None for one in group.rows[place + 1 :])
                self._sums(row, self._next - 1, has_parts=has_parts)

    def _name(self, group: FormGroup) -> str:
        texts = self._texts
        if group.own:
            return fill(texts.own)
        if group.issue is None:
            return fill(texts.no_issue)
        return fill(texts.issue if group.theme else texts.issue_alone, number=group.issue, theme=group.theme)

    def _row(self, row: FormRow, *, own: bool) -> None:
        number = self._next
        if row.part is None:
            self._totals[row.key] = number
        entries = self._entries[id(row)]
        if entries[_C.MEASURE] is not None:
            entries = {**entries, _C.MEASURE: self._form.word(str(entries[_C.MEASURE]))}
        if row.part is None and row.indicator.unit is not None:
            entries = {**entries, _C.UNIT: self._form.unit(row.indicator.unit)}
        if row.division is not None:
            entries = {**entries, _C.LABEL: fill(self._texts.division, name=row.division)}
        self._sheet.set_row(number, max(_height(head, entry) for head, entry in entries.items()))
        for column, entry in entries.items():
            if column in self._columns.heads:
                self._write_entry(number, column, entry, row, own=own)
        self._sheet.write_blank(number, self._columns.heads[FormColumn.SUMS], None, self._looks["counted"])
        for period in self._columns.values:
            self._write_period(number, period, row)
        self._count_missing(number, row)
        self._written.append((number, row))
        if not own and row.part is None:
            reference = on_sheet(Sheet.INDICATORS, cell(number, self._columns.heads[FormColumn.MISSING], fixed=True))
            label = row.indicator.label or row.key
            self._listed.append(Listed(number, label, Formula(reference, self._missing[-1])))
        self._next += 1

    def _write_entry(self, number: int, column: str, entry: Entry, row: FormRow, *, own: bool) -> None:
        """Write a cell before or after the periods."""
        is_open = (
            (column in _OPEN_COLUMNS and row.part is None)
            or (row.offered and column in _OPEN_IF_OFFERED and self._is_free(row, column))
            or (own and column in _OPEN_IF_OWN)
            or (column is _C.ISSUE and row.part is None and entry is None)
            or (column is _C.NOTE and row.division is None)
        )
        is_part = row.part is not None
        if isinstance(entry, int) or column is _C.ISSUE:
            look = self._looks.figure(is_open=is_open, align="center")
        else:
            bold = column is _C.LABEL and not is_part
            look = self._looks.text(is_open=is_open, indent=2 if column is _C.LABEL and is_part else 0, bold=bold)
        write_cell(self._sheet, (number, self._columns.heads[column]), entry, look)
        if row.offered and entry is not None:
            self._sheet.words.add(str(entry))

    def _is_free(self, row: FormRow, column: str) -> bool:
        """Return whether the agency may name the row as it likes: no other row refers to it."""
        if row.part is None:
            return column is not _C.KEY or row.key not in self._divided
        return column is _C.LABEL and not row.part.label and row.division is None

    def _write_period(self, number: int, period: Period, row: FormRow) -> None:
        """Write the value of a period with its status and note."""
        is_open = period in row.open
        observation = row.series.values.get(period)
        value = observation.value if observation else None
        entry = NO_DATA if observation and value is None and not observation.is_bare else value
        whole = value is not None and value == value.to_integral_value()
        look = self._looks.figure(is_open=is_open, number=WHOLE if whole else "General")
        column = self._columns.values[period]
        write_cell(self._sheet, (number, column), entry, look)
        beside = self._looks.text(is_open=is_open)
        if period in self._columns.statuses:
            status = self._form.word(observation.status) if observation and observation.status != "final" else None
            write_cell(self._sheet, (number, self._columns.statuses[period]), status, beside)
        if period in self._columns.notes:
            note = observation.note if observation else None
            write_cell(self._sheet, (number, self._columns.notes[period]), note, beside)

    # ---- what is counted --------------------------------------------------------------------------------------

    def _count_missing(self, number: int, row: FormRow) -> None:
        """Write how many periods of a row that must be filled are empty, or that a division has no part."""
        if row.division is not None:
            self._write_missing(number, self._lacks_parts(number, row))
            return
        terms = []
        for run in self._columns.runs(row.due):
            values = self._span(number, self._columns.values, run)
            statuses = self._span(number, self._columns.statuses, run)
            conditions = [f'({values}="")', f"({statuses}<>{self._none})"]
            if row.part is not None:
                total = self._totals[row.key]
                conditions.append(f'({self._span(total, self._columns.values, run)}<>"{NO_DATA}")')
                conditions.append(f"({self._span(total, self._columns.statuses, run)}<>{self._none})")
            terms.append(f"SUMPRODUCT({'*'.join(conditions)})")
        text = "+".join(terms) or "0"
        if row.offered and terms:
            text = f"IF({self._is_explained(number, row)},0,{text})"
        self._write_missing(number, Formula(text, sum(_is_missing(row, period) for period in row.due)))

    def _lacks_parts(self, number: int, row: FormRow) -> Formula:
        """Return 1 where a total has figures and no part of a division is written below its line, or explained away."""
        total, label = self._totals[row.key], self._columns.heads[_C.LABEL]
        runs = self._columns.runs(frozenset(self._columns.values))
        figures = "+".join(f"COUNT({self._span(total, self._columns.values, run)})" for run in runs) or "0"
        parts = f"COUNTA({cells((number + 1, label), (number + PART_ROWS, label))})"
        explained = f'{cell(total, self._columns.heads[_C.NOTE])}<>""'
        is_given = any(one.value is not None for one in row.indicator.values.values())
        return Formula(f"IF(OR({figures}=0,{parts}>0,{explained}),0,1)", int(is_given))

    def _write_missing(self, number: int, missing: Formula) -> None:
        missing.write(self._sheet, number, self._columns.heads[FormColumn.MISSING], self._looks["counted"])
        self._missing.append(int(missing.value))

    def _is_explained(self, number: int, row: FormRow) -> str:
        """Return a condition: a remark says why a row that was offered stays empty, or so does that of its total."""
        rows = (number,) if row.part is None else (number, self._totals[row.key])
        notes = (f'{cell(one, self._columns.heads[_C.NOTE])}<>""' for one in rows)
        return f"OR({','.join(notes)})" if row.part else "".join(notes)

    def _span(self, row: int, columns: Mapping[Period, int], run: Sequence[Period]) -> str:
        return cells((row, columns[run[0]]), (row, columns[run[-1]]))

    def _sums(self, row: FormRow, number: int, *, has_parts: bool) -> None:
        """Write in how many open periods parts and total disagree."""
        divisions = divisions_of(row.indicator, number) if has_parts else []
        if not divisions:
            return
        columns = [(period, column) for period, column in self._columns.values.items() if period in row.open]
        off = years_off(row.indicator, divisions, columns)
        off.write(self._sheet, number, self._columns.heads[FormColumn.SUMS], self._looks["counted"])
        self._off.append(int(off.value))

    # ---- conditions -------------------------------------------------------------------------------------------

    def conditions(self) -> None:
        """Say what may be typed, and what is marked."""
        Choices(self._sheet, self._form, self._texts, self._columns).write(self._written)
        self._mark_missing()
        self._mark_sums()
        for head, colour in ((FormColumn.MISSING, MISSING), (FormColumn.SUMS, SUMS)):
            column = self._columns.heads[head]
            rule = {"type": "cell", "criteria": ">", "value": 0, "format": self._looks.mark(colour, bold=True)}
            self._sheet.conditional_format(_HEAD_ROW + 1, column, max(self._next - 1, _HEAD_ROW + 1), column, rule)
        last = max(self._next - 1, _HEAD_ROW + 1)
        self._sheet.print_area(0, 0, last, self._columns.last_printed)
        self._sheet.autofilter(_HEAD_ROW, 0, last, self._columns.last)

    def _mark_missing(self) -> None:
        """Mark the empty cells of periods that must be filled; of parts, where there are data on the total."""
        alike: dict[tuple[bool, int | None], list[tuple[int, Sequence[Period]]]] = {}
        for number, row in self._written:
            total = None if row.part is None else self._totals[row.key]
            runs = [(number, run) for run in self._columns.runs(row.due)]
            alike.setdefault((row.offered, total), []).extend(runs)
        for (offered, total), due in alike.items():
            for first, last, run in runs_together(due):
                column, status = self._columns.values[run[0]], self._columns.statuses[run[0]]
                empty = f'{cell(first, column)}="",{cell(first, status)}<>{self._none}'
                note = self._columns.heads[_C.NOTE]
                if offered:
                    empty += f',${cell(first, note)}=""'
                if offered and total is not None:
                    empty += f',{cell(total, note, fixed=True)}=""'
                if total is not None:
                    empty += f',{row_fixed(total, column)}<>"{NO_DATA}",{row_fixed(total, status)}<>{self._none}'
                rule = {"type": "formula", "criteria": f"=AND({empty})", "format": self._looks.mark(MISSING)}
                self._sheet.conditional_format(first, column, last, self._columns.values[run[-1]], rule)

    def _mark_sums(self) -> None:
        """Mark totals, and the parts that do not add up to them."""
        for number, row in self._written:
            if row.part is not None or not row.indicator.breakdown:
                continue
            for division in divisions_of(row.indicator, number):
                for run in self._columns.runs(row.open):
                    first, last = self._columns.values[run[0]], self._columns.values[run[-1]]
                    criteria = f"={disagreement(division, first)}"
                    rule = {"type": "formula", "criteria": criteria, "format": self._looks.mark(SUMS)}
                    self._sheet.conditional_format(number, first, number, last, rule)
                    for top, bottom in division.blocks:
                        self._sheet.conditional_format(top, first, bottom, last, rule)

    def summary(self) -> IndicatorsSheet:
        """Return what the first sheet says of this one."""
        last = max(self._next - 1, _HEAD_ROW + 1)

        def added(head: str, value: int) -> Formula:
            column = self._columns.heads[head]
            reference = on_sheet(Sheet.INDICATORS, cells((_HEAD_ROW + 1, column), (last, column), fixed=True))
            return Formula(f"SUM({reference})", value)

        missing, off = sum(self._missing), sum(self._off)
        counts = added(FormColumn.MISSING, missing), added(FormColumn.SUMS, off)
        return IndicatorsSheet(tuple(self._listed), *counts, self._pages())

    def _pages(self) -> int:
        heads = (head for head, column in self._columns.heads.items() if column <= self._columns.last_printed)
        width = sum(_WIDTHS.get(head, _WIDTH) for head in heads) + _WIDTH * len(self._columns.values)
        return 1 if width <= _WIDEST_PAGE else 2


def _height(head: str, entry: Entry) -> int:
    """Return the height that an entry needs."""
    return max(height(str(entry or ""), _WIDTHS.get(head, _WIDTH) - 1), _ROW_HEIGHT)


def _is_missing(row: FormRow, period: Period) -> bool:
    """Return whether a period that must be filled is empty."""
    if row.part is not None and period in row.indicator.values and row.indicator.value(period) is None:
        return False
    return period not in row.series.values
