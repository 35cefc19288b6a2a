"""What a sheet shows otherwise than it is read: merged ranges over entries, hidden rows and columns, colours."""

from bisect import bisect_left
from itertools import islice
from typing import Any

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.limits import SUGGESTIONS
from reportgen.model.sheets import IndicatorColumn, ReplyColumn
from reportgen.project.cells import column_letters
from reportgen.project.entries import at_cell, names_of
from reportgen.project.heads import Heads
from reportgen.project.layout import Area, LineSpan
from reportgen.project.workbook import SheetCells

_C = IndicatorColumn
_LOOKS = {_C.LABEL, _C.SOURCE, _C.PUBLISHED, _C.NOTE, _C.ISSUE, _C.MEASURE, _C.SHOW, _C.REPORT, _C.OFFERED}
"""Columns whose entry is missing in the other rows of a merged range without changing a figure."""


def find_merged(sheet: SheetCells, heads: Heads[Any], place: Place) -> list[Diagnostic]:
    """Find merged ranges of the sheet Indicators that cover more than one entry.

    Ranges over headings, beside the table or without any entry say nothing, and are passed over.

    Args:
        sheet: the cells of the sheet, with its merged ranges.
        heads: the row of heads that was found in it.
        place: the workbook.
    """
    keys = [column for what in (_C.KEY, _C.PART_OF) if (column := heads.column(what)) is not None]
    below = [(row, cells) for row, cells in sheet.rows.items() if row > heads.row]
    hiding = [area.top for area in sheet.layout.merged if any(area.left < key <= area.right for key in keys)]
    with_key = {row for row, cells in below if any(key in cells for key in keys)}.union(hiding)
    rows = [row for row, cells in below if len(cells) > 1 and row in with_key]
    headless = {column for _, cells in below for column in cells} - sheet.rows[heads.row].keys()
    found = []
    for area in sheet.layout.merged:
        severity = _weight(area, sheet, heads, rows)
        if area.top <= heads.row <= area.bottom and any(area.left < column <= area.right for column in headless):
            severity = Severity.ERROR  # the head of several columns is that of the first one alone
        if severity is not None:
            here = at_cell(place, sheet.title, (area.top, area.left))
            found.append(diagnose("RG222", here, severity=severity, area=Literal(area), first=here.cell))
    return found


def _weight(area: Area, sheet: SheetCells, heads: Heads[Any], rows: list[int]) -> Severity | None:
    """Return how much a merged range matters, or None where it covers one entry or none.

    Args:
        area: the range.
        sheet: the filled cells.
        heads: which column holds what.
        rows: the rows that hold a series, ascending.
    """
    covered = islice(rows, bisect_left(rows, area.top), None)
    within = [row for row in islice(covered, 2) if row <= area.bottom]
    periods = [column for column in heads.periods if area.left <= column <= area.right]
    fields = [what for column, what in heads.columns.items() if area.left <= column <= area.right]
    columns = [column for column, what in heads.columns.items() if what in fields]
    first = (area.top, area.left)
    entries = [(row, column) for row in within for column in (*periods, *columns)]
    others = [entry for entry in entries if entry != first]
    is_filled = area.left in sheet.rows.get(area.top, {})
    if not others or not (is_filled or any(column in sheet.rows[row] for row, column in others)):
        return None
    return Severity.ERROR if periods or set(fields) - _LOOKS else Severity.WARNING


def find_hidden(sheet: SheetCells, place: Place) -> list[Diagnostic]:
    """Find hidden rows and columns that hold entries; rows are often hidden by the filters of the form."""
    rows = [span for span in sheet.layout.hidden_rows if _holds(span, sheet.rows.keys())]
    filled = {column for cells in sheet.rows.values() for column in cells}
    columns = [span for span in sheet.layout.hidden_columns if _holds(span, filled)]
    found = []
    for spans, kind in ((rows, "row"), (columns, "column")):
        if spans:
            names = _names(spans, kind)
            here = Place(place.file, sheet=sheet.title)
            severity = Severity.INFO if kind == "row" and sheet.layout.is_filtered else Severity.WARNING
            found.append(diagnose("RG228", here, severity=severity, what=Literal(names)))
    return found


def find_coloured(sheet: SheetCells, heads: Heads[Any], place: Place) -> list[Diagnostic]:
    """Find figures and replies of a form in a colour that it does not have: it may mean “not final”, or “wrong”."""
    columns = {heads.column(ReplyColumn.TEXT), *heads.periods}
    found = [
        (row, column)
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
        if row > heads.row and column in columns and cell.is_coloured
    ]
    return [diagnose("RG394", at_cell(place, sheet.title, found[0]), cells=Literal(names_of(found)))] if found else []


def _holds(span: LineSpan, filled: Any) -> bool:
    first, last = span
    if last - first > len(filled):
        return any(first <= one <= last for one in filled)
    return any(one in filled for one in range(first, last + 1))


def _names(spans: list[LineSpan], kind: str) -> str:
    """Return rows or columns as the subject of a sentence: `the rows 7 and 9–12 are`."""
    names = [_name(first, last, kind) for first, last in spans[:SUGGESTIONS]]
    more = f" and {len(spans) - SUGGESTIONS:,} more" if len(spans) > SUGGESTIONS else ""
    is_one = len(spans) == 1 and spans[0][0] == spans[0][1]
    return f"the {kind} {names[0]} is" if is_one else f"the {kind}s {', '.join(names)}{more} are"


def _name(first: int, last: int, kind: str) -> str:
    names = [str(one) if kind == "row" else column_letters(one) for one in (first, last)]
    return names[0] if first == last else "–".join(names)
