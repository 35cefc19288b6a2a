"""Heads of columns: the filled rows of a sheet come in; which row holds the heads, and which column holds what, go out.

Columns are found by the words over them, in any order, without regard to case and spaces, in the first rows.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose, nearest, shown
from reportgen.intake.cells import Cell, Kind, column_letters, place_of
from reportgen.intake.workbook import SheetCells
from reportgen.limits import SUGGESTIONS
from reportgen.model.sheets import PASSED_OVER, PeriodHeader, parse_period_header, same_name
from reportgen.untrusted.findings import Findings

_C = TypeVar("_C", bound=StrEnum)
_ROWS_SEARCHED = 40
"""Filled rows in which heads are looked for; explanations above a table are shorter."""
_SILENT = frozenset(map(same_name, PASSED_OVER))
_LIKE_A_YEAR = re.compile(r"(?:19|20|21)\d\d", re.ASCII)


@dataclass
class Heads(Generic[_C]):
    """What the columns of a sheet hold."""

    row: int
    columns: dict[int, _C] = field(default_factory=dict)
    periods: dict[int, PeriodHeader] = field(default_factory=dict)


def find_heads(
    sheet: SheetCells, columns: type[_C], needed: Sequence[_C], place: Place, found: Findings
) -> Heads[_C] | None:
    """Find the row of heads and read it.

    Args:
        sheet: the filled cells.
        columns: the columns that the sheet may have, beside periods.
        needed: those that it must have.
        place: the workbook.
        found: gets what is wrong with the heads.

    Returns:
        The heads, or None where a needed column is missing.
    """
    known = {same_name(column): column for column in columns}
    row = _head_row(sheet, known)
    if row is None:
        first = sheet.rows[min(sheet.rows)] if sheet.rows else {}
        found.append(_missing(sheet, needed[0], first, place))
        return None
    heads: Heads[_C] = Heads(row)
    for column, cell in sheet.rows[row].items():
        _read_head(sheet, heads, known, (row, column, cell), place, found)
    _note_headless(sheet, heads, place, found)
    missing = [column for column in needed if column not in heads.columns.values()]
    found.extend(_missing(sheet, column, sheet.rows[row], place) for column in missing)
    return None if missing else heads


def head_text(cell: Cell) -> str:
    """The words of a head; a year may be a number."""
    if isinstance(cell.value, Decimal):
        return f"{cell.value:f}"
    return cell.value.strip() if isinstance(cell.value, str) else ""


def _head_row(sheet: SheetCells, known: dict[str, _C]) -> int | None:
    """The first of the rows with most known heads, or None where there is no known head at all."""
    best, best_count = None, 0
    for row in list(sheet.rows)[:_ROWS_SEARCHED]:
        names = {same_name(head_text(cell)) for cell in sheet.rows[row].values()}
        count = len(names & known.keys())
        if count > best_count:
            best, best_count = row, count
    return best


def _read_head(
    sheet: SheetCells,
    heads: Heads[_C],
    known: dict[str, _C],
    at: tuple[int, int, Cell],
    place: Place,
    found: Findings,
) -> None:
    """Read one head."""
    row, column, cell = at
    here = place_of(place, sheet.title, row, column)
    if isinstance(cell.value, dt.date):
        found.append(diagnose("RG148", here, date=cell.value.isoformat()))
        return
    text = head_text(cell)
    what = known.get(same_name(text))
    period = None if what else parse_period_header(text.rstrip("*: "))
    if what:
        first = next((number for number, other in heads.columns.items() if other is what), None)
    else:
        first = next((number for number, other in heads.periods.items() if other == period), None)
    if first is not None:
        found.append(diagnose("RG144", here, column=text, first=column_letters(first)))
    elif what:
        heads.columns[column] = what
    elif period:
        heads.periods[column] = period
    elif same_name(text) not in _SILENT:
        found.append(_unknown(text, known, here))


def _unknown(text: str, known: dict[str, _C], here: Place) -> Diagnostic:
    """What is said of a head that is not known: more loudly where it was probably meant to be one."""
    hint = nearest(text.capitalize(), [column.value for column in known.values()])
    if _LIKE_A_YEAR.search(text):
        hint = Literal("write a period over it, such as 2023, 2023-H1 or 2023 note")
    is_like_one = hint.startswith("did you mean") or _LIKE_A_YEAR.search(text)
    severity = Severity.WARNING if is_like_one else Severity.INFO
    return diagnose("RG143", here, severity=severity, column=text, nearest=hint)


def _note_headless(sheet: SheetCells, heads: Heads[_C], place: Place, found: Findings) -> None:
    """Say which columns hold entries below the heads, but have none."""
    with_head = sheet.rows[heads.row].keys()
    told: set[int] = set()
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        for column, cell in cells.items():
            if column not in with_head and column not in told and cell.kind is not Kind.UNCALCULATED:
                told.add(column)
                here = place_of(place, sheet.title, row, column)
                found.append(diagnose("RG149", here, column=column_letters(column)))


def _missing(sheet: SheetCells, column: StrEnum, row: dict[int, Cell], place: Place) -> Diagnostic:
    heads = [f"“{shown(head_text(cell))}”" for cell in row.values() if head_text(cell)]
    more = ", …" if len(heads) > SUGGESTIONS else ""
    names = Literal(", ".join(heads[:SUGGESTIONS]) + more or "no heads")
    return diagnose("RG142", Place(place.file, sheet=sheet.title), column=column, found=names)
