"""The second reading of a workbook that is received, by openpyxl, which shares nothing with our own reader.

What the two readers say of a cell of the submission must be the same: its value, and what its number format shows of
it. Only `receive` pays for it; nothing else imports openpyxl.
"""

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.styles.numbers import is_date_format

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, shown
from reportgen.files.container import unpack
from reportgen.files.findings import Findings
from reportgen.files.refusal import Refused
from reportgen.limits import SHEET_COLUMNS_READ, SHEET_ROWS_READ
from reportgen.project.cells import CellKind, SheetCell
from reportgen.project.entries import at_cell, cells_in
from reportgen.project.format_codes import GENERAL
from reportgen.project.formats import display
from reportgen.project.numbers import from_cell
from reportgen.project.rich import StyledRun, text_of, unescaped
from reportgen.project.workbook import SheetCells, read_workbook
from reportgen.regex import regex

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_STRICT = b"http://purl.oclc.org/ooxml/"
"""Begins the namespaces of strict workbooks (ISO/IEC 29500-1), which openpyxl does not know."""
_NOT_SHOWN = regex(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What stands in a number format without being a sign of it: quoted and escaped text, padding, colours, conditions."""
_NOTHING = "nothing"


def read_again(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Read a workbook a second time and compare the two readings.

    Args:
        data: the bytes of the file.
        name: its path as the user would type it, for places.

    Returns:
        An error for each cell that the two read differently; a remark where there is no second reading; nothing for
        a file that the first reader refuses, which says why by itself.
    """
    place = Place(name)
    try:
        sheets = list(read_workbook(data, name).sheets.values())
    except Refused:
        return ()
    return compare(data, place, sheets)


def compare(data: bytes, place: Place, sheets: Sequence[SheetCells]) -> tuple[Diagnostic, ...]:
    """Compare sheets with a second reading of their file.

    Args:
        data: the bytes of the file, which the first reader did not refuse.
        place: the file.
        sheets: what the first reader read.
    """
    parts = unpack(data, place)
    if _STRICT in parts.get("xl/workbook.xml", b"")[:4096]:
        return (diagnose("RG235", place, reason="it is saved as “Strict Open XML”"),)
    found = Findings()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of rules and extensions that it leaves out
            found.extend(_compared(place, sheets, _opened(data, parts)))
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever its own reading of a file comes upon
        return (diagnose("RG235", place, reason=f"openpyxl cannot open it ({type(error).__name__})"),)
    return found.all()


def _opened(data: bytes, parts: Mapping[str, bytes]) -> "Workbook":
    """Return the workbook of the parts that were checked, without links, pictures and whatever else a file may hold."""
    checked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as sent, zipfile.ZipFile(checked, "w") as rebuilt:
        for entry in sent.infolist():
            if entry.filename.casefold() in parts:
                rebuilt.writestr(entry.filename, parts[entry.filename.casefold()])
    return load_workbook(checked, read_only=True, data_only=True, keep_links=False)


def _compared(place: Place, sheets: Sequence[SheetCells], second: "Workbook") -> Iterator[Diagnostic]:
    for sheet in sheets:
        theirs = _cells(second[sheet.title], last=max(sheet.rows, default=0))
        for at in sorted({*cells_in(sheet.rows), *theirs}):
            ours = sheet.rows.get(at[0], {}).get(at[1])
            other = theirs.get(at)
            if not is_same(ours, other):
                here = at_cell(place, sheet.title, at)
                yield diagnose("RG234", here, ours=Literal(_words(ours)), theirs=Literal(_words(other)))


def _cells(sheet: Any, *, last: int) -> dict[tuple[int, int], SheetCell]:
    """Return the filled cells of a sheet, within the bounds of the first reading."""
    sheet.reset_dimensions()
    cells: dict[tuple[int, int], SheetCell] = {}
    for row, values in enumerate(sheet.iter_rows(max_col=SHEET_COLUMNS_READ), 1):
        if row > max(last, SHEET_ROWS_READ):
            break
        for column, cell in enumerate(values, 1):
            if cell.value is not None:
                cells[row, column] = as_cell(cell)
    return cells


def as_cell(cell: Any) -> SheetCell:
    """Return a cell of openpyxl as a cell of ours, with its text as openpyxl gives it."""
    value = cell.value
    match value:
        case bool():
            return SheetCell(CellKind.TRUTH, value)
        case dt.datetime() | dt.date() | dt.time() | dt.timedelta():
            return SheetCell(CellKind.DATE, value.date() if isinstance(value, dt.datetime) else str(value))
        case int() | float():
            number = from_cell(repr(value))
            if number is None:
                return SheetCell(CellKind.UNREADABLE, repr(value))
            kind = CellKind.PERCENT if _is_percent(cell.number_format) else CellKind.NUMBER
            return SheetCell(kind, number, cell.number_format or GENERAL)
        case _ if cell.data_type == "e":
            return SheetCell(CellKind.ERROR, str(value))
        case _:
            return SheetCell(CellKind.TEXT, str(value))


def _is_percent(code: str) -> bool:
    """Return whether a number format shows a per cent sign and no date; its first section counts."""
    first = _NOT_SHOWN.sub("", code).partition(";")[0]
    return "%" in first and not is_date_format(code)


def is_same(ours: SheetCell | None, theirs: SheetCell | None) -> bool:
    """Return whether two readings of a cell agree, as far as both readers can say."""
    if ours is None or theirs is None:
        one = ours or theirs
        is_blank = one is not None and one.kind is CellKind.TEXT and not _plain_text(one).strip()
        return one is None or is_blank or one.kind is CellKind.UNCALCULATED
    is_no_day = ours.kind is CellKind.DATE and isinstance(ours.value, str)
    if ours.kind is CellKind.UNREADABLE or is_no_day:  # beyond what is kept exactly, or beyond the calendar
        return theirs.kind in {CellKind.UNREADABLE, CellKind.NUMBER, CellKind.PERCENT, CellKind.DATE, CellKind.ERROR}
    if ours.kind is CellKind.UNCALCULATED:  # refused where a figure is wanted: the nought that was stored is no result
        return theirs.value == 0
    if ours.kind is not theirs.kind or not _is_shown_alike(ours, theirs):
        return False
    if ours.kind is CellKind.DATE:  # a time of day or a length of time is no date for either
        return ours.value == theirs.value or isinstance(theirs.value, str)
    return ours.value == theirs.value or (ours.kind is CellKind.TEXT and _plain_text(ours) == _plain_text(theirs))


def _is_shown_alike(ours: SheetCell, theirs: SheetCell) -> bool:
    """Return whether two formats show the same of a number; formats that every program knows have several codes."""
    if ours.format == theirs.format or not isinstance(ours.value, Decimal):
        return True
    return display(ours.value, ours.format) == display(ours.value, theirs.format)


def _plain_text(cell: SheetCell) -> str:
    """Return the text of a cell without the escapes of the format (ECMA-376 Part 1, 22.4.2.4).

    openpyxl takes away the sign that guards an escape (`_x005F_x000D_`) and leaves the escape itself (`_x000D_`).
    """
    return text_of([StyledRun(unescaped(str(cell.value).replace("x005F_", "")))])


def _words(cell: SheetCell | None) -> str:
    """Return a reading for a message: `the number 5`, `the text “55”`, `50 per cent`."""
    if cell is None or cell.kind is CellKind.UNCALCULATED:
        return _NOTHING
    match cell.kind, cell.value:
        case CellKind.NUMBER, Decimal() as number:
            return f"the number {number:f}" + (
                "" if cell.format == GENERAL else f" in the format “{shown(cell.format)}”"
            )
        case CellKind.PERCENT, Decimal() as number:
            return f"{number * 100:f} per cent"
        case _:
            return f"the {_KINDS[cell.kind]} “{shown(str(cell.value))}”"


_KINDS = {
    CellKind.TEXT: "text",
    CellKind.NUMBER: "number",
    CellKind.PERCENT: "percentage",
    CellKind.DATE: "date",
    CellKind.TRUTH: "truth value",
    CellKind.ERROR: "error",
    CellKind.UNREADABLE: "number",
}
