"""Where the cells of a table stand: which columns and rows each takes, in the body and in heads on several levels.

A table keeps a head for each column, and rows of heads above them that may take several columns each. A place that is
empty belongs to its neighbour of the same columns: to the head above it, else to the one below it. So `Region`, which
stands beside `2022` over `Women` and `Men`, reaches over both rows.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reportgen.document.tree import Cell, Row, Table


class PlacedCell(Struct, frozen=True):
    """A cell as it is printed."""

    cell: Cell
    column: int
    """Its first column, from 0."""
    columns: int
    rows: int


def place_cells(row: Row) -> tuple[PlacedCell, ...]:
    """Return the cells that begin in a row of the body, with their places."""
    return tuple(
        PlacedCell(cell, column, cell.columns, cell.rows) for column, cell in enumerate(row.cells) if cell.columns
    )


def widened(cells: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    """Return a row with empty cells at its end, up to a width."""
    return (*cells, *(Cell(()) for _ in range(width - len(cells))))


def with_going(rows: Iterable[Sequence[PlacedCell]]) -> Iterator[Sequence[tuple[PlacedCell, bool]]]:
    """Yield each row with all cells that stand in it, from left to right, and whether each begins there.

    Args:
        rows: the cells that begin in each row.
    """
    going: list[tuple[PlacedCell, int]] = []
    for cells in rows:
        every = [(cell, True) for cell in cells]
        if going:
            every = sorted([*every, *((cell, False) for cell, _ in going)], key=lambda one: one[0].column)
        yield every
        left = [*((cell, cell.rows) for cell in cells), *going]
        going = [(cell, rows - 1) for cell, rows in left if rows > 1]


class _Anchor(Struct):
    """A head while the rows below it are looked at."""

    cell: Cell
    row: int
    column: int
    columns: int
    rows: int = 1


def head_rows(table: Table) -> tuple[tuple[PlacedCell, ...], ...]:
    """Return the rows of a table's heads from the top, each with the cells that begin in it."""
    anchors: list[_Anchor] = []
    open_: dict[tuple[int, int], _Anchor] = {}
    for row, cells in enumerate((*table.over, _joined(table))):
        reached: dict[tuple[int, int], _Anchor] = {}
        column = 0
        for cell in cells:
            place = (column, cell.columns)
            above = open_.get(place)
            if above is not None and (not cell.children or not above.cell.children):
                above.rows += 1
                above.cell = above.cell if above.cell.children else cell
                reached[place] = above
            else:
                reached[place] = _Anchor(cell, row, *place)
                anchors.append(reached[place])
            column += cell.columns
        open_ = reached
    rows: list[list[PlacedCell]] = [[] for _ in range(len(table.over) + 1)]
    for anchor in anchors:
        rows[anchor.row].append(PlacedCell(anchor.cell, anchor.column, anchor.columns, anchor.rows))
    return tuple(tuple(sorted(row, key=lambda head: head.column)) for row in rows)


def _joined(table: Table) -> Sequence[Cell]:
    """Return the lowest heads; empty ones below a wide head that reaches down to them are one cell."""
    if not table.over:
        return table.head
    joined: list[Cell] = []
    column = 0
    for above in table.over[-1]:
        below = table.head[column : column + above.columns]
        is_empty = above.columns > 1 and not any(cell.children for cell in below)
        joined += [Cell((), is_figure=below[0].is_figure, columns=above.columns)] if is_empty and below else below
        column += above.columns
    return (*joined, *table.head[column:])


def heads_above(table: Table) -> list[tuple[Cell, ...]]:
    """Return the heads of each column, from the top down to its own."""
    found: list[list[Cell]] = [[] for _ in table.head]
    for row in (*table.over, table.head):
        column = 0
        for cell in row:
            for place in range(column, min(column + cell.columns, len(found))):
                found[place] += [cell] if cell.children else []
            column += cell.columns
    return [tuple(cells) for cells in found]
