"""The column “Nothing to add” of a form: what stands there must not contradict the replies."""

from collections.abc import Iterator
from typing import Any

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.model.sheets import FormColumn, ReplyColumn, parse_truth
from reportgen.project.cells import Cell
from reportgen.project.entries import at_cell, name_of
from reportgen.project.heads import Heads
from reportgen.project.workbook import SheetCells


def find_contradictions(sheet: SheetCells, heads: Heads[Any], place: Place) -> Iterator[Diagnostic]:
    """Find a “yes” beside a reply to the same issue, and entries that are neither yes nor no.

    A row without a number belongs to the issue above it.
    """
    column, text = heads.column(FormColumn.NOTHING), heads.column(ReplyColumn.TEXT)
    rows = list(_with_issues(sheet, heads))
    replies = {issue: (row, text) for row, issue, cells in reversed(rows) if text in cells and text is not None}
    for row, issue, cells in rows:
        if column is None or column not in cells:
            continue
        here, written = at_cell(place, sheet.title, (row, column)), str(cells[column].value)
        answer = parse_truth(written)
        if answer is None:
            yield diagnose("RG232", here, text=written)
        elif answer and issue in replies:
            yield diagnose("RG231", here, issue=issue, cell=name_of(replies[issue]))


def _with_issues(sheet: SheetCells, heads: Heads[Any]) -> Iterator[tuple[int, str, dict[int, Cell]]]:
    """Yield the rows below the heads, with the issue that each belongs to."""
    column, issue = heads.column(ReplyColumn.ISSUE), ""
    for row, cells in sheet.rows.items():
        if row > heads.row:
            issue = str(cells[column].value).strip() if column in cells else issue
            yield row, issue, cells
