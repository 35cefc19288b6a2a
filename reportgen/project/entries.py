"""Filled cells as a message speaks of them: which hold figures, and how many cells are named in few words."""

from collections.abc import Iterable

from reportgen.diagnostics import Place
from reportgen.limits import SUGGESTIONS
from reportgen.project.cells import CellKind, Rows, SheetCell, column_letters
from reportgen.project.numbers import ReadFigure, TooLong, Unclear, read_number

At = tuple[int, int]
"""A cell: row and column, both counted from 1."""
_NUMBERS = {CellKind.NUMBER, CellKind.PERCENT, CellKind.UNREADABLE, CellKind.ERROR}


def holds_figure(cell: SheetCell) -> bool:
    """Return whether a cell holds a number, however it was typed, or what should have been one."""
    if cell.kind is CellKind.TEXT:
        return isinstance(read_number(str(cell.value)), ReadFigure | Unclear | TooLong)
    is_no_day = cell.kind is CellKind.DATE and isinstance(cell.value, str)  # 20240131 in the format of dates
    return cell.kind in _NUMBERS or is_no_day


def cells_in(rows: Rows) -> list[At]:
    """Return all filled cells, row by row."""
    return [(row, column) for row, cells in rows.items() for column in cells]


def name_of(at: At) -> str:
    """Return the name of a cell: `F14`."""
    return f"{column_letters(at[1])}{at[0]}"


def names_of(cells: Iterable[At]) -> str:
    """Return the names of cells, those side by side in a row or below each other as one range: `B9, E6:G8`."""
    runs = _runs(sorted(cells))
    more = f" and {len(runs) - SUGGESTIONS:,} more" if len(runs) > SUGGESTIONS else ""
    return ", ".join(runs[:SUGGESTIONS]) + more


def at_cell(place: Place, sheet: str, at: At) -> Place:
    """Return the place of a cell."""
    return Place(place.file, sheet=sheet, cell=name_of(at))


def _runs(cells: list[At]) -> list[str]:
    """Return rectangles of cells: runs within a row, then runs with the same columns in rows below each other."""
    within: list[tuple[int, int, int]] = []
    for row, column in cells:
        if within and within[-1][0] == row and within[-1][2] == column - 1:
            within[-1] = (row, within[-1][1], column)
        else:
            within.append((row, column, column))
    blocks: list[list[int]] = []
    open_blocks: dict[tuple[int, int], list[int]] = {}
    for row, first, last in within:
        block = open_blocks.get((first, last))
        if block is not None and block[1] == row - 1:
            block[1] = row
            continue
        block = open_blocks[first, last] = [row, row, first, last]
        blocks.append(block)
    return [_range(*block) for block in blocks]


def _range(top: int, bottom: int, left: int, right: int) -> str:
    first, last = name_of((top, left)), name_of((bottom, right))
    return first if first == last else f"{first}:{last}"
