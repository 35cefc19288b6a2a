"""What tables take on the page: caption, heads, rows, notes and source come in as a table, boxes go out.

The measures are those by which the writer sets tables, so that both change together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.document.tree import Cell, Emphasis, Inlines, Note, Table, Text
from reportgen.document.walk import inlines_of, walk_inlines
from reportgen.writers.docx.format import Indent
from reportgen.writers.docx.pages.boxes import Setter, without_notes
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.tables import (
    _BELOW,
    _DATA,
    _FIRST_BELOW,
    _HEAD,
    _LABEL,
    _LAST_BELOW,
    _PART,
    _SMALL,
    _TITLE,
    _TOTAL,
    BODY_WIDTH,
    column_widths,
    table_width,
)
from reportgen.writers.docx.tables import _CellForm as CellForm
from reportgen.writers.table_form import SHORT
from reportgen.writers.wording import SOURCE, table_label

_TOP_RULE = 4


def table_boxes(setter: Setter, table: Table) -> list[Box]:
    """The boxes of a table, from its caption to what stands below it."""
    width = table_width(table)
    is_wide = width != BODY_WIDTH
    below = list(_below(setter, table, is_wide=is_wide))
    rows = list(_rows(setter, table, column_widths(table, width)))
    if below:
        rows[-1].keep_next = True
    return [*_caption(setter, table, is_wide=is_wide), *rows, *below]


def _caption(setter: Setter, table: Table, *, is_wide: bool) -> Iterator[Box]:
    indent = Indent(left=0) if is_wide else Indent()
    yield setter.box(replace(_LABEL, indent=indent), (Text(table_label(table)),))
    yield setter.box(replace(_TITLE, indent=indent), (Emphasis(table.caption, strong=True),))


def _rows(setter: Setter, table: Table, columns: Sequence[int]) -> Iterator[Box]:
    head = _row(setter, table.head, columns, _HEAD)
    head.line += _twips(_TOP_RULE)
    yield head
    for number, row in enumerate(table.rows, 1):
        made = _row(setter, row.cells, columns, _TOTAL if row.is_total else _PART if row.is_part else _DATA)
        made.keep_next = len(table.rows) <= SHORT and number < len(table.rows)
        made.head = head.line
        yield made


def _row(setter: Setter, cells: Sequence[Cell], columns: Sequence[int], form: CellForm) -> Box:
    """A row as one line, as high as its highest cell and the rules at it."""
    look = form.look
    set_as = replace(setter.measure(form.shape), size=look.size or 20, bold=look.bold, italic=look.italic)
    widths = (columns[0] - form.inset, *columns[1:]) if columns else ()
    boxes = [setter.box(set_as, cell.children, width=width) for cell, width in zip(cells, widths, strict=False)]
    highest = max([box.height for box in boxes], default=set_as.height(set_as.size))
    rules = sum(_twips(size) for _, size in form.rules)
    return Box(1, set_as.before + highest + set_as.after + rules, keep_next=set_as.keep_next)


def _twips(size: int) -> int:
    """The height of a rule, whose width Word has in eighths of a point."""
    return size * 20 // 8


def _below(setter: Setter, table: Table, *, is_wide: bool) -> Iterator[Box]:
    """Notes and source, which stay together."""
    inlines = (inline for run in inlines_of(table) for inline in walk_inlines(run))
    notes = (inline for inline in inlines if isinstance(inline, Note) and inline.children)
    lines: list[Inlines] = [(Text(f"{note.mark} "), *without_notes(note.children)) for note in notes]
    if table.source:
        lines.append((Emphasis((Text(SOURCE),)), *table.source))
    form = replace(setter.measure(_BELOW), size=_SMALL.size or 20)
    if is_wide:
        form = replace(form, left=0)
    for number, line in enumerate(lines, 1):
        made = setter.box(form, line)
        made.before = _FIRST_BELOW if number == 1 else made.before
        made.after = _LAST_BELOW if number == len(lines) else made.after
        made.keep_next = number < len(lines)
        yield made
