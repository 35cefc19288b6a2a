"""Tables as HTML: caption, column heads, rows, and below them notes and source, all kept in one element."""

from collections.abc import Iterator

from reportgen.document.tree import Cell, Note, Row, Table
from reportgen.document.walk import inlines_of, walk_inlines
from reportgen.writers.html.escaping import id_of
from reportgen.writers.html.inlines import write_inlines
from reportgen.writers.html.notes import is_of_table, table_note, without_notes
from reportgen.writers.table_form import SHORT, takes_page, text_columns
from reportgen.writers.wording import SOURCE, table_label

_MOST = 24
"""Columns for which the style sheet has widths; those of a wider table share the room alike."""


def write_table(table: Table) -> str:
    """Return a table with its caption, notes and source."""
    number = table.number or 0
    return "".join(
        (
            f'<div class="{_class(table)}">\n<table{id_of(table.key)}>\n',
            f"<caption>{table_label(table)}<br><strong>{write_inlines(table.caption, number)}</strong></caption>\n",
            f"<thead>\n<tr>{''.join(_head_cell(cell, number) for cell in table.head)}</tr>\n</thead>\n<tbody>\n",
            *(_row(row, number) for row in table.rows),
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
    columns = len(table.head)
    return " ".join(
        (
            "table",
            f"columns-{columns}" if columns <= _MOST else "columns-many",
            *(("wide",) if takes_page(table) else ()),
            *(("texts",) if text_columns(table) > 1 else ()),
            *(("short",) if len(table.rows) <= SHORT else ()),
        )
    )


def _head_cell(cell: Cell, table: int) -> str:
    """Return a column head; an empty one is a plain cell, since it is the head of nothing."""
    if not cell.children:
        return "<td></td>"
    return f'<th scope="col"{_side(cell)}>{write_inlines(cell.children, table)}</th>'


def _row(row: Row, table: int) -> str:
    first, *rest = row.cells
    kind = ' class="total"' if row.is_total else ' class="part"' if row.is_part else ""
    cells = "".join(f"<td{_side(cell)}>{write_inlines(cell.children, table)}</td>" for cell in rest)
    return f'<tr{kind}><th scope="row"{_side(first)}>{write_inlines(first.children, table)}</th>{cells}</tr>\n'


def _side(cell: Cell) -> str:
    return ' class="figures"' if cell.is_figure else ""


def _below(table: Table, number: int) -> Iterator[str]:
    for note in table_notes(table):
        yield table_note(number, note, write_inlines(without_notes(note.children)))
    if table.source:
        yield f'<p class="source"><em>{SOURCE.strip()}</em> {write_inlines(table.source, number)}</p>\n'
