"""What tables take on the page: caption, heads, rows and source come in as a table, boxes go out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.document.tree import Cell, Emphasis, Table, Text
from reportgen.writers.docx.format import Indent, Shape, Spacing
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.pages.measures import Measure, measure
from reportgen.writers.docx.tables import BODY_WIDTH, FULL_WIDTH, column_widths
from reportgen.writers.table_form import BODY_COLUMNS, SHORT
from reportgen.writers.wording import SOURCE, table_label

_THIN, _THICK = 10, 30
"""Twips of a rule of four and of twelve eighths of a point."""
_AFTER = 240
"""Space between a table and the paragraph right below it."""


def table_boxes(setter: Setter, table: Table) -> Iterator[Box]:
    """The boxes of a table, from its caption to what stands below it."""
    width = BODY_WIDTH if len(table.head) <= BODY_COLUMNS else FULL_WIDTH
    yield from _caption(setter, table, is_wide=width == FULL_WIDTH)
    columns = column_widths(table, width)
    head = _row(setter, table.head, columns, _HEAD)
    head = replace(head, line=head.line + _THIN + _THICK, keep_next=True)
    yield head
    for number, row in enumerate(table.rows, 1):
        made = _row(setter, row.cells, columns, _TOTAL if row.is_total else _DATA)
        yield replace(
            made,
            line=made.line + (_THIN if row.is_total else 0),
            keep_next=len(table.rows) <= SHORT and number < len(table.rows),
            head=head.line,
        )
    if table.source:
        source = (Emphasis((Text(SOURCE),)), *table.source)
        yield setter.box(_SOURCE, source)


def _caption(setter: Setter, table: Table, *, is_wide: bool) -> Iterator[Box]:
    indent = Indent(left=0) if is_wide else Indent()
    yield setter.box(replace(_LABEL, indent=indent), (Text(table_label(table)),))
    yield setter.box(replace(_TITLE, indent=indent), (Emphasis(table.caption, strong=True),))


def _row(setter: Setter, cells: Sequence[Cell], columns: Sequence[int], form: Measure) -> Box:
    """A row as one line, as high as its highest cell."""
    boxes = [setter.box(form, cell.children, width=width) for cell, width in zip(cells, columns, strict=False)]
    highest = max((form.before + box.height + form.after for box in boxes), default=0)
    return Box(1, highest, notes=tuple((0, height) for box in boxes for _, height in box.notes))


_LABEL = Shape(style="Heading1", keep_next=True, spacing=Spacing(before=240))
_TITLE = Shape(style="Heading1", keep_next=True, spacing=Spacing(after=120))
_SOURCE = replace(measure(Shape(style="SingleTxtG", spacing=Spacing(120, 240, 220))), size=18)
_CELL = measure(Shape(spacing=Spacing(40, 40, 220), indent=Indent(right=113)))
_DATA = replace(_CELL, size=18)
_TOTAL = replace(_DATA, bold=True)
_HEAD = replace(measure(Shape(spacing=Spacing(80, 80, 200), indent=Indent(right=113))), size=16, italic=True)
