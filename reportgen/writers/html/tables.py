"""Tables as HTML: caption, column heads, rows, and below them notes and source, all kept in one element."""

from collections.abc import Iterator, Sequence

from reportgen.document.cells import PlacedCell, head_rows
from reportgen.document.tree import Cell, Note, Row, Table
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.writers.columns import (
    LETTERS,
    LONGEST_FIGURE,
    column_widths,
    letter_size,
    table_width,
    takes_page,
    text_columns,
)
from reportgen.writers.html.escaping import id_of
from reportgen.writers.html.inlines import write_inlines
from reportgen.writers.html.notes import is_of_table, table_note
from reportgen.writers.table_form import SHORT, is_tall
from reportgen.writers.wording import source_label, table_label


def write_table(table: Table) -> str:
    """Return a table with its caption, notes and source.

    On a narrow screen its element scrolls sideways, and so can be reached with the keyboard (WCAG 2.2, 2.1.1).
    """
    number = table.number or 0
    return "".join(
        (
            f'<div class="{_class(table)}" role="group" aria-labelledby="table:{number}" tabindex="0">\n',
            f"<table{id_of(table.key)}>\n",
            f'<caption id="table:{number}">{table_label(table)}{_title(table, number)}</caption>\n',
            _columns(table),
            f"<thead>\n{''.join(_head_row(row, number) for row in head_rows(table))}</thead>\n<tbody>\n",
            *_rows(table, number),
            "</tbody>\n</table>\n",
            *_below(table, number),
            "</div>\n",
        )
    )


def table_notes(table: Table) -> Iterator[Note]:
    """Yield the notes that stand below a table, each once, in the order of their letters."""
    for inlines in inlines_of(table):
        notes = (inline for inline in walk_inlines(inlines) if isinstance(inline, Note) and is_of_table(inline))
        yield from (note for note in notes if note.children)


def _class(table: Table) -> str:
    return " ".join(
        (
            "table",
            *(("wide",) if takes_page(table) else ()),
            *(("texts",) if text_columns(table) > 1 else ()),
            *(("short",) if len(table.rows) <= SHORT else ()),
            *((f"s{size}",) if (size := letter_size(table)) < LETTERS else ()),
        )
    )


def column_points(table: Table) -> list[int]:
    """Return the widths in print of all columns but the first, which takes the rest, in points."""
    return [width // 20 for width in column_widths(table, table_width(table))[1:]]


def _columns(table: Table) -> str:
    """Return the columns, with the names of their widths in print (`writing.py`)."""
    columns = "".join(f'<col class="w{width}">' for width in column_points(table))
    return f"<colgroup><col>{columns}</colgroup>\n"


def _title(table: Table, number: int) -> str:
    return f"<br><strong>{write_inlines(table.caption, number)}</strong>" if table.caption else ""


def _head_row(heads: Sequence[PlacedCell], table: int) -> str:
    return f"<tr>{''.join(_head_cell(head, table) for head in heads)}</tr>\n"


def _head_cell(head: PlacedCell, table: int) -> str:
    """Return a column head; an empty one is a plain cell, since it is the head of nothing."""
    spans = _spans(head.columns, head.rows)
    if not head.cell.children:
        return f"<td{spans}></td>"
    scope = "colgroup" if head.columns > 1 else "col"
    side = ' class="group"' if head.columns > 1 else _side(head.cell)
    return f'<th scope="{scope}"{spans}{side}>{write_inlines(head.cell.children, table)}</th>'


def _rows(table: Table, number: int) -> Iterator[str]:
    columns = column_widths(table, table_width(table))
    for row in table.rows:
        kinds = " ".join(kind for kind, is_it in _kinds(row, columns) if is_it)
        cells = "".join(_cell(cell, column, number) for column, cell in enumerate(row.cells) if cell.columns)
        yield f'<tr class="{kinds}">{cells}</tr>\n' if kinds else f"<tr>{cells}</tr>\n"


def _kinds(row: Row, columns: Sequence[int]) -> tuple[tuple[str, bool], ...]:
    return ("total", row.is_total), ("part", row.is_part and not row.is_total), ("tall", is_tall(row, columns))


def _cell(cell: Cell, column: int, table: int) -> str:
    """Return a cell of the body; the first one is the head of its row, or of all rows that it takes."""
    spans, written = _spans(cell.columns, cell.rows), write_inlines(cell.children, table)
    if column:
        return f"<td{spans}{_side(cell)}>{written}</td>"
    return f'<th scope="{"rowgroup" if cell.rows > 1 else "row"}"{spans}{_side(cell)}>{written}</th>'


def _spans(columns: int, rows: int) -> str:
    across = f' colspan="{columns}"' if columns > 1 else ""
    return f'{across} rowspan="{rows}"' if rows > 1 else across


def _side(cell: Cell) -> str:
    if not cell.is_figure:
        return ""
    is_long = len(plain_text(cell.children)) > LONGEST_FIGURE
    return ' class="figures words"' if is_long else ' class="figures"'


def _below(table: Table, number: int) -> Iterator[str]:
    for note in table_notes(table):
        yield table_note(number, note, write_inlines(note.children))
    if table.source:
        yield f'<p class="source"><em>{source_label(table).strip()}</em> {write_inlines(table.source, number)}</p>\n'
