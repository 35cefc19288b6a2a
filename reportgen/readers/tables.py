"""Tables: rows of cells come in, a table with its column heads, totals and figures goes out."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from reportgen.document.tree import Cell, Emphasis, Inline, Inlines, LineBreak, Note, Row, Table, Text
from reportgen.document.walk import plain_text
from reportgen.readers.line import CellLines, Line, TableLines
from reportgen.regex import regex

_FIGURE = regex(
    r"[(\[]?[-–−+]?\d[\d\s\u00a0\u202f.,]*%?[)\]]?(?:[a-z*]|[⁰¹²³⁴-⁹]+)?|[-–—]|\.\.|\.\.\.|n/?a", re.IGNORECASE
)
_TOTAL = regex(r"(?:grand )?total\b|ensemble\b|итого|всего", re.IGNORECASE)


def build_table(table: TableLines, caption: Inlines, key: str | None, number: int | None, source: Inlines) -> Table:
    """The table of the tree.

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
    head = _filled(head, columns)
    rows = tuple(replace(row, cells=_filled(row.cells, columns)) for row in rows)
    head = tuple(_headed(cell, [row.cells[place] for row in rows]) for place, cell in enumerate(head))
    return Table(caption, head, rows, key, number, source, is_landscape=table.is_landscape)


def cell_words(cell: CellLines) -> Inlines:
    """The text of a cell, its paragraphs one below the other; labels that Word counts are kept as text."""
    made: list[Inline] = []
    for line in cell.lines:
        if made and line.inlines:
            made.append(LineBreak())
        made.extend(_labelled(line))
    return tuple(made)


def unstressed(inlines: Inlines) -> Inlines:
    """Inlines without the emphasis that all of them have: how heads of columns and totals are set."""
    words = [inline for inline in inlines if not isinstance(inline, Note)]
    if words and all(isinstance(inline, Emphasis) for inline in words):
        return unstressed(tuple(_without_emphasis(inlines)))
    return inlines


def _without_emphasis(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield from inline.children if isinstance(inline, Emphasis) else (inline,)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, or the sign of none: `1,058`, `–`, `..`."""
    return bool(_FIGURE.fullmatch(text.strip()))


def _labelled(line: Line) -> Iterator[Inline]:
    if line.label is not None:
        yield Text(f"{line.label.text} ")
    yield from line.inlines


def _head(rows: Sequence[tuple[CellLines, ...]]) -> tuple[Cell, ...]:
    """The heads of columns; those of several rows one below the other."""
    columns = zip_longest(*([unstressed(cell_words(cell)) for cell in row] for row in rows), fillvalue=())
    return tuple(Cell(_joined(column)) for column in columns)


def _joined(parts: Sequence[Inlines]) -> Inlines:
    made: list[Inline] = []
    for part in parts:
        made += [LineBreak()] if made and part else []
        made += part
    return tuple(made)


def _row(cells: Sequence[CellLines]) -> Row:
    words = [cell_words(cell) for cell in cells]
    filled = [inlines for inlines in words if plain_text(inlines).strip()]
    is_bold = bool(filled) and all(_is_bold(inlines) for inlines in filled)
    is_total = is_bold or bool(filled and _TOTAL.match(plain_text(filled[0]).strip()))
    shown = [unstressed(inlines) if is_bold else inlines for inlines in words]
    return Row(tuple(Cell(inlines, is_figure=is_figure(plain_text(inlines))) for inlines in shown), is_total=is_total)


def _is_bold(inlines: Inlines) -> bool:
    return all(isinstance(inline, Emphasis) and inline.strong for inline in inlines)


def _filled(cells: Sequence[Cell], columns: int) -> tuple[Cell, ...]:
    return (*cells, *(Cell(()) for _ in range(columns - len(cells))))


def _headed(head: Cell, column: Sequence[Cell]) -> Cell:
    """A head at the right where the cells below it are figures."""
    texts = [cell for cell in column if plain_text(cell.children).strip()]
    return replace(head, is_figure=bool(texts) and all(cell.is_figure for cell in texts))
