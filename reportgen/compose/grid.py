"""Lay the cells of a table's rows out, as HTML does: a cell takes the next free place, and those it spans.

Heads become one cell for each column and rows above them, as `document.cells` describes; in the body each place has a
cell, and those that another cell takes have no columns of their own.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import Cell, Inlines

_EMPTY, _TAKEN = Cell(()), Cell((), columns=0)


class _Placed(Struct, frozen=True):
    """A cell of a grid, and where it begins."""

    cell: Cell
    row: int
    column: int


_Grid = dict[tuple[int, int], _Placed]


def lay_out(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[tuple[Cell, ...], ...], bool]:
    """Return the rows of a body with a cell for each place, and whether no two cells met and none stood out below."""
    grid, fits = _place(rows)
    width = _width(grid)
    return tuple(_bodily(grid, row, width) for row in range(len(rows))), fits


def lay_out_heads(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Cell, ...], bool]:
    """Return the rows above the heads, the head of each column, and whether all cells fit."""
    grid, fits = _place(rows)
    width, last = _width(grid), len(rows) - 1
    leaves = [grid.get((last, column)) for column in range(width)]
    own = {id(placed) for placed in leaves if placed is not None and placed.cell.columns == 1}
    head = tuple(_single(placed.cell) if placed is not None and id(placed) in own else _EMPTY for placed in leaves)
    over = tuple(tuple(_above(grid, row, width, own)) for row in range(last))
    has_wide = any(placed is not None and id(placed) not in own for placed in leaves)
    if has_wide:  # a wide head in the last row stands above columns that have none of their own
        over = (*over, tuple(_above(grid, last, width, own)))
    return over, head, fits


def _place(rows: Sequence[Sequence[Cell]]) -> tuple[_Grid, bool]:
    grid: _Grid = {}
    fits = True
    for number, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (number, column) in grid:
                column += 1
            below = min(cell.rows, len(rows) - number)
            fits = fits and below == cell.rows
            placed = _Placed(replace(cell, rows=below), number, column)
            for place in ((number + down, column + right) for down in range(below) for right in range(cell.columns)):
                fits = fits and place not in grid
                grid.setdefault(place, placed)
    return grid, fits


def _width(grid: _Grid) -> int:
    return max((column for _, column in grid), default=-1) + 1


def _bodily(grid: _Grid, row: int, width: int) -> tuple[Cell, ...]:
    placed = [grid.get((row, column)) for column in range(width)]
    return tuple(
        _EMPTY if one is None else one.cell if (one.row, one.column) == (row, column) else _TAKEN
        for column, one in enumerate(placed)
    )


def _above(grid: _Grid, row: int, width: int, own: set[int]) -> Iterator[Cell]:
    """Yield the cells of a row above the heads; a place that a head itself reaches, or nobody takes, is empty."""
    column = 0
    while column < width:
        placed = grid.get((row, column))
        if placed is None or id(placed) in own:
            yield _EMPTY
            column += 1
            continue
        children: Inlines = placed.cell.children if placed.row == row else ()
        yield Cell(children, columns=placed.cell.columns)
        column += placed.cell.columns


def _single(cell: Cell) -> Cell:
    return replace(cell, rows=1)
