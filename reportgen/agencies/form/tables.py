"""The sheet `Tables` of a workbook that is sent out: tables that the agency gave, and empty ones to fill in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportgen.agencies.form.about import names_of
from reportgen.agencies.form.given_tables import FormTable
from reportgen.agencies.form.looks import Looks
from reportgen.agencies.form.page import fill, height, write_top
from reportgen.model.form_texts import TableTexts
from reportgen.model.table_sheet import SheetTable, TableLabel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from reportgen.agencies.form.plan import AgencyForm

_WIDTHS = (10, 34, 13)
"""Of the labels, of the first column of a table, and of each further one."""
_COLUMNS = 12
"""Columns of the sheet, where no table that was given has more."""
_FIRST = 3
_EMPTY_TABLES = 3
_EMPTY_ROWS = 8
_SPARE_ROWS = 3
"""Rows that follow those of a table that is there already."""
_HEADS = 2


def write_tables(sheet: "Worksheet", form: "AgencyForm", texts: TableTexts, looks: Looks) -> None:
    """Write the sheet.

    Args:
        sheet: an empty one.
        form: what is asked, and what is known already.
        texts: the words.
        looks: of its cells.
    """
    rows = [row for given in form.tables for row in (*given.table.heads, *given.table.rows)]
    columns = max([_COLUMNS, *(len(row) + 1 for row in rows)])
    for column in range(columns):
        sheet.set_column(column, column, _WIDTHS[min(column, len(_WIDTHS) - 1)])
    title, width = fill(texts.title, **names_of(form)), _width(_COLUMNS)
    write_top(sheet, looks, title, fill(texts.lead), columns=_COLUMNS, width=width)
    writer = _TablesWriter(sheet, form, texts, looks, columns)
    for given in form.tables:
        writer.table(given)
    for _ in range(_EMPTY_TABLES):
        writer.table(None)


def _width(columns: int) -> int:
    """Return the width of the first columns in characters."""
    return sum(_WIDTHS) + (columns - len(_WIDTHS)) * _WIDTHS[-1]


class _TablesWriter:
    """Writes one table below the other."""

    def __init__(self, sheet: "Worksheet", form: "AgencyForm", texts: TableTexts, looks: Looks, columns: int) -> None:
        self._sheet, self._texts, self._looks, self._columns = sheet, texts, looks, columns
        self._issues = [issue.issue.number for issue in form.issues]
        self._next = _FIRST

    def table(self, given: FormTable | None) -> None:
        """Write a table that was given, or an empty one."""
        table = given.table if given else SheetTable("", (), ())
        texts = self._texts
        self._words(TableLabel.TABLE, table.title, texts.table)
        self._words(TableLabel.ISSUE, given.issue if given else None, texts.issue, issues=self._issues)
        self._words(TableLabel.KEY, given.key if given else None, texts.key)
        heads = ((),) * (_HEADS - len(table.heads)) + table.heads
        self._rows(TableLabel.HEADS, heads, texts.heads)
        rows = len(table.rows) + _SPARE_ROWS if table.rows else _EMPTY_ROWS
        self._rows(TableLabel.ROW, (*table.rows, *(((),) * (rows - len(table.rows)))), texts.row)
        for note in table.notes or ("",):
            self._words(TableLabel.NOTE, note, texts.note)
        self._words(TableLabel.SOURCE, table.source, texts.source)
        self._next += 1

    def _words(
        self, label: TableLabel, value: str | int | None, hint: str, issues: Sequence[int] | None = None
    ) -> None:
        """Write a label, and one open cell beside it that reaches over the sheet."""
        row, sheet, look = self._next, self._sheet, self._looks.text(is_open=True)
        name = "band" if label is TableLabel.TABLE else "head"
        sheet.write_string(row, 0, label.value, self._looks[name])
        text = "" if value is None else str(value)
        if issues is None:
            sheet.merge_range(row, 1, row, _COLUMNS - 1, text, look)
            sheet.set_row(row, max(height(text, _width(_COLUMNS) - _WIDTHS[0]), 18))
        elif value is None:
            sheet.write_blank(row, 1, None, look)
        else:
            sheet.write_number(row, 1, int(value), look)
        self._prompt(row, hint, issues)
        self._next += 1

    def _rows(self, label: TableLabel, rows: Sequence[Sequence[str]], hint: str) -> None:
        """Write rows of open cells; what is typed into them stays text, as it is typed."""
        look = self._looks.text(is_open=True, bold=label is TableLabel.HEADS)
        for place, cells in enumerate(rows):
            self._sheet.write_string(self._next, 0, label.value, self._looks["head"])
            for column in range(1, self._columns):
                text = cells[column - 1] if column <= len(cells) else ""
                self._sheet.write(self._next, column, text or None, look)
            if place == 0:
                self._prompt(self._next, hint)
            self._next += 1

    def _prompt(self, row: int, hint: str, issues: Sequence[int] | None = None) -> None:
        """Show what belongs into a cell when it is chosen."""
        options = {"validate": "list", "source": list(issues)} if issues else {"validate": "any"}
        self._sheet.data_validation(row, 1, row, 1, {**options, "input_message": fill(hint)[:255]})
