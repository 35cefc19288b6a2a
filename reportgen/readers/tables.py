"""Make a table, with its column heads, totals and figures, of rows of cells."""

import re
from collections.abc import Sequence
from itertools import chain, zip_longest

from msgspec.structs import replace

from reportgen.document.cells import widened
from reportgen.document.tree import Cell, Emphasis, Inline, Inlines, LineBreak, Note, Row, Table, Text
from reportgen.document.walk import plain_text
from reportgen.readers.line import CellLines, FileLine, TableLines
from reportgen.regex import regex

_FIGURE = regex(
    r"[(\[]?[-–−+]?\d[\d\s\u00a0\u202f.,]*%?[)\]]?(?:[a-z*]|[⁰¹²³⁴-⁹]+)?|[-–—]|\.\.|\.\.\.|n/?a", re.IGNORECASE
)
"""What a cell of figures holds: `1 058,50`, `(12)`, `21%`, `48*`, and the signs for nothing and for no data."""
_TOTAL = regex(r"(?:grand )?total\b|ensemble\b|итого|всего", re.IGNORECASE)
"""How a row of totals begins."""


def build_table(table: TableLines, caption: Inlines, key: str | None, number: int | None, source: Inlines) -> Table:
    """Return the table of the tree.

    Args:
        table: its rows.
        caption: its title, without `Table 3`.
        key: the name of its bookmark.
        number: the one in its caption.
        source: what follows `Source:` below it.
    """
    heads = table.heads or (1 if len(table.rows) > 1 else 0)
    head = _head(table.rows[:heads])
    rows = tuple(_row(row) for row in table.rows[heads:])
    columns = max((len(cells) for cells in (head, *(row.cells for row in rows))), default=0)
    head = widened(head, columns)
    rows = tuple(replace(row, cells=widened(row.cells, columns)) for row in rows)
    head = tuple(_headed(cell, [row.cells[place] for row in rows]) for place, cell in enumerate(head))
    return Table(caption, head, rows, key, number, source, is_landscape=table.is_landscape)


def cell_words(cell: CellLines) -> Inlines:
    """Return the text of a cell, its paragraphs one below the other; labels that Word counts are kept as text."""
    return _stacked([(*_label(line), *line.inlines) for line in cell.lines])


def _label(line: FileLine) -> Inlines:
    return (Text(f"{line.label.text} "),) if line.label is not None else ()


def unstressed(inlines: Inlines) -> Inlines:
    """Return inlines without the emphasis that all of them have: how heads of columns and totals are set."""
    words = [inline for inline in inlines if not isinstance(inline, Note)]
    if words and all(isinstance(inline, Emphasis) for inline in words):
        opened = (inline.children if isinstance(inline, Emphasis) else (inline,) for inline in inlines)
        return unstressed(tuple(chain.from_iterable(opened)))
    return inlines


def is_figure(text: str) -> bool:
    """Return whether a cell holds a figure, or the sign of none: `1,058`, `–`, `..`."""
    return bool(_FIGURE.fullmatch(text.strip()))


def _head(rows: Sequence[tuple[CellLines, ...]]) -> tuple[Cell, ...]:
    """Return the heads of columns; those of several rows one below the other."""
    columns = zip_longest(*([unstressed(cell_words(cell)) for cell in row] for row in rows), fillvalue=())
    return tuple(Cell(_stacked(column)) for column in columns)


def _stacked(parts: Sequence[Inlines]) -> Inlines:
    made: list[Inline] = []
    for part in parts:
        made += [LineBreak()] if made and part else []
        made += part
    return tuple(made)


def _row(cells: Sequence[CellLines]) -> Row:
    words = [cell_words(cell) for cell in cells]
    filled = [inlines for inlines in words if plain_text(inlines).strip()]
    is_bold = bool(filled) and all(
        isinstance(inline, Emphasis) and inline.strong for inlines in filled for inline in inlines
    )
    is_total = is_bold or bool(filled and _TOTAL.match(plain_text(filled[0]).strip()))
    shown = [unstressed(inlines) if is_bold else inlines for inlines in words]
    return Row(tuple(Cell(inlines, is_figure=is_figure(plain_text(inlines))) for inlines in shown), is_total=is_total)


def _headed(head: Cell, column: Sequence[Cell]) -> Cell:
    """Return a head, at the right where the cells below it are figures."""
    texts = [cell for cell in column if plain_text(cell.children).strip()]
    return replace(head, is_figure=bool(texts) and all(cell.is_figure for cell in texts))
