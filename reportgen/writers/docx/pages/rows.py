"""What tables take on the page: caption, heads, rows, notes and source come in as a table, boxes go out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportgen.document.tree import Cell, Emphasis, Inlines, Note, Table, Text
from reportgen.document.walk import inlines_of, walk_inlines
from reportgen.writers.docx.format import Indent, Shape, Spacing
from reportgen.writers.docx.pages.boxes import Setter, without_notes
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.pages.measures import Measure
from reportgen.writers.docx.tables import BODY_WIDTH, PART_INSET, column_widths, table_width
from reportgen.writers.table_form import SHORT
from reportgen.writers.wording import SOURCE, table_label

_THIN, _THICK = 10, 30
"""Twips of a rule of four and of twelve eighths of a point."""
_LABEL = Shape(style="Heading1", keep_next=True, spacing=Spacing(before=240))
_TITLE = Shape(style="Heading1", keep_next=True, spacing=Spacing(after=120))
_BELOW = Shape(style="SingleTxtG", spacing=Spacing(40, 0, 220))
_FIRST_BELOW, _LAST_BELOW = 120, 240
_CELL = Shape(spacing=Spacing(40, 40, 220), indent=Indent(right=113))
_HEAD = Shape(spacing=Spacing(80, 80, 200), indent=Indent(right=113))


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
    in_head = replace(setter.measure(_HEAD), size=16, italic=True)
    data = replace(setter.measure(_CELL), size=18)
    total = replace(data, bold=True)
    head = _row(setter, table.head, columns, in_head, rules=_THIN + _THICK)
    head.keep_next = True
    yield head
    for number, row in enumerate(table.rows, 1):
        form, rules = (total, _THIN) if row.is_total else (data, 0)
        made = _row(setter, row.cells, columns, form, rules=rules, inset=PART_INSET if row.is_part else 0)
        made.keep_next = len(table.rows) <= SHORT and number < len(table.rows)
        made.head = head.line
        yield made


def _row(
    setter: Setter, cells: Sequence[Cell], columns: Sequence[int], form: Measure, rules: int, inset: int = 0
) -> Box:
    """A row as one line, as high as its highest cell."""
    widths = (columns[0] - inset, *columns[1:]) if columns else ()
    boxes = [setter.box(form, cell.children, width=width) for cell, width in zip(cells, widths, strict=False)]
    highest = max([box.height for box in boxes], default=form.height(form.size))
    return Box(1, form.before + highest + form.after + rules)


def _below(setter: Setter, table: Table, *, is_wide: bool) -> Iterator[Box]:
    """Notes and source, which stay together."""
    notes = (note for run in inlines_of(table) for note in walk_inlines(run) if isinstance(note, Note))
    lines: list[Inlines] = [(Text(f"{note.mark} "), *without_notes(note.children)) for note in notes]
    if table.source:
        lines.append((Emphasis((Text(SOURCE),)), *table.source))
    form = replace(setter.measure(_BELOW), size=18)
    if is_wide:
        form = replace(form, left=0)
    for number, line in enumerate(lines, 1):
        made = setter.box(form, line)
        made.before = _FIRST_BELOW if number == 1 else made.before
        made.after = _LAST_BELOW if number == len(lines) else made.after
        made.keep_next = number < len(lines)
        yield made
