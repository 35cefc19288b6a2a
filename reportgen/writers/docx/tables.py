"""Tables: caption, column heads that repeat on each page, rows that stay whole, notes and source below.

    <w:p>Table 1</w:p> <w:p>title<w:r>…<w:t>a</w:t></w:r></w:p>
    <w:tbl>
      <w:tblPr>… <w:tblCaption w:val="Table 1. Title"/><w:tblDescription w:val="Columns: …"/></w:tblPr>
      <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr> … heads … </w:tr>
      <w:tr><w:trPr><w:cantSplit/></w:trPr> … </w:tr>
    </w:tbl>
    <w:p><w:r>…<w:t>a</w:t></w:r> note</w:p> <w:p>Source: …</w:p>

The caption is two paragraphs, `Table 1` and the title. Their style is Word's heading 1 (the secretariat's name for it
is Table_G), so they are set to the level of body text: a caption is no part of the outline. Caption and description
are what a screen reader says of a table; a table has no other alternative text (17.4.41, 17.4.40). Notes are paragraphs
below the table and not a row of it, since a row would count as data.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.cells import PlacedCell, head_rows, place_cells, with_going
from reportgen.document.tree import Note, Table
from reportgen.document.walk import plain_text
from reportgen.writers.characters import fit
from reportgen.writers.columns import BODY_WIDTH, LETTERS, MARGIN, column_widths, letter_size, table_width
from reportgen.writers.docx.bookmarks import bookmark_name
from reportgen.writers.docx.format import PLAIN, Indent, ParagraphFormat, RunFormat, Spacing, paragraph_properties, rule
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.oxml import KEEP_NEXT, PARAGRAPH_PROPERTIES, Element, element
from reportgen.writers.docx.references import number_bookmark
from reportgen.writers.docx.runs import field, paragraph, text_run
from reportgen.writers.table_form import SHORT
from reportgen.writers.wording import source_label, table_description, table_label

_LABEL = ParagraphFormat(style="Heading1", keep_next=True, spacing=Spacing(before=240), outline=9)
_TITLE = ParagraphFormat(style="Heading1", keep_next=True, spacing=Spacing(after=120), outline=9)
_BELOW = ParagraphFormat(style="TableNoteG")
_FIRST_BELOW, _LAST_BELOW = 120, 240
_MARK = RunFormat(raised="superscript")


class _CellForm(Struct, frozen=True):
    """How the cells of a row are set."""

    shape: ParagraphFormat
    rules: tuple[tuple[str, int], ...] = ()
    """Sides and widths of rules, beside those of the whole table."""
    inset: int = 0
    """How far the first cell is set in."""


_CELL = ParagraphFormat(style="TableTextG")
_HEAD = _CellForm(ParagraphFormat(style="TableHeadG"), (("bottom", 12),))
_GROUP = replace(_HEAD.shape, align="center")
"""A head over several columns."""
_BELOW_GROUP = (("bottom", 4),)
_DATA = _CellForm(_CELL)
_TOTAL = _CellForm(ParagraphFormat(style="TableTotalG"), (("top", 4),))
PART_INSET = 227
"""How far the label of a part is set in below what it is a part of."""
_PART = _CellForm(_CELL, inset=PART_INSET)


def write_table(body: Element, inlines: InlineWriter, table: Table, *, typed: bool, begins_page: bool = False) -> None:
    """Write a table with its caption, notes and source.

    Args:
        body: where it is added.
        inlines: writes the text of cells.
        table: the table.
        typed: whether its number is typed; else Word counts it.
        begins_page: whether it begins a new page.
    """
    _TableWriter(body, inlines, table).write(typed=typed, begins_page=begins_page)


class _TableWriter:
    def __init__(self, body: Element, inlines: InlineWriter, table: Table) -> None:
        self._body = body
        self._inlines = inlines
        self._table = table
        self._width = table_width(table)
        self._columns = column_widths(table, self._width)
        size = letter_size(table)
        self._body_look, self._head_look = _small(size, LETTERS), _small(size * 8 // 9, LETTERS * 8 // 9)
        following = [cell.is_figure for cell in table.head[1:]]
        self._apart = [not is_figure for is_figure in following] + [False] * (len(table.head) > 0)

    def write(self, *, typed: bool, begins_page: bool) -> None:
        self._label(typed=typed, begins_page=begins_page)
        self._title()
        made = element("tbl", self._properties(), element("tblGrid", *(element("gridCol", w=w) for w in self._columns)))
        self._body.append(made)
        self._head(made)
        self._body_rows(made)
        self._below(made)

    def _label(self, *, typed: bool, begins_page: bool) -> None:
        shape = _LABEL if self._table.caption else replace(_LABEL, spacing=Spacing(before=240, after=120))
        made = paragraph(self._body, replace(self._placed(shape), page_break=begins_page))
        name = bookmark_name(self._table.key) if self._table.key and not self._table.caption else None
        with self._inlines.bookmarks.around(made, name):
            self._number(made, typed=typed)

    def _number(self, made: Element, *, typed: bool) -> None:
        label = table_label(self._table)
        if typed or self._table.number is None:
            text_run(made, label)
            return
        number = str(self._table.number)
        text_run(made, label.removesuffix(number))
        name = number_bookmark(self._table.key) if self._table.key else None
        with self._inlines.bookmarks.around(made, name):
            field(made, r"SEQ Table \* ARABIC", number)

    def _title(self) -> None:
        if not self._table.caption:
            return
        made = paragraph(self._body, self._placed(_TITLE))
        name = bookmark_name(self._table.key) if self._table.key else None
        self._inlines.write_marked(made, name, self._table.caption, RunFormat(bold=True), notes="table")

    def _below(self, made: Element) -> None:
        """Notes and source; the last row stays with them, and they with each other.

        The source is written first, since it may have a note too.
        """
        source = self._source()
        notes = [self._note(note) for note in self._inlines.take_table_notes()]
        lines = [*notes, source] if source is not None else notes
        for line, shape in zip(lines, self._shapes_below(len(lines)), strict=True):
            line.insert(0, paragraph_properties(shape))
            self._body.append(line)
        if lines:
            _keep_with_next(made[-1])

    def _shapes_below(self, count: int) -> Iterator[ParagraphFormat]:
        shape = self._placed(_BELOW)
        for number in range(1, count + 1):
            before = _FIRST_BELOW if number == 1 else None
            after = _LAST_BELOW if number == count else None
            yield replace(shape, spacing=Spacing(before, after), keep_next=number < count)

    def _source(self) -> Element | None:
        if not self._table.source:
            return None
        made = element("p")
        text_run(made, source_label(self._table), self._inlines.slanted)
        self._inlines.write(made, self._table.source, notes="table")
        return made

    def _note(self, note: Note) -> Element:
        made = element("p")
        text_run(made, note.mark or "", _MARK)
        text_run(made, " ")
        self._inlines.write(made, note.children)
        return made

    def _placed(self, shape: ParagraphFormat) -> ParagraphFormat:
        """Return a format that starts where the table does, for caption and source."""
        return shape if self._width == BODY_WIDTH else replace(shape, indent=Indent(left=0))

    def _properties(self) -> Element:
        """Return properties, in the order of the schema (17.4.59); `firstRow`, `firstColumn` are for screen readers."""
        return element(
            "tblPr",
            element("tblW", w=self._width, type="dxa"),
            element("tblInd", w=1134 if self._width == BODY_WIDTH else 0, type="dxa"),
            element("tblBorders", rule("top", 4), rule("bottom", 12)),
            element("tblLayout", type="fixed"),
            element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa")),
            element("tblLook", val="00A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=0),
            element("tblCaption", val=_caption(self._table)),
            element("tblDescription", val=fit(table_description(self._table))),
        )

    def _head(self, made: Element) -> None:
        for cells in with_going(head_rows(self._table)):
            row = element("tr", element("trPr", element("cantSplit"), element("tblHeader")))
            made.append(row)
            self._cells(row, cells, _HEAD)

    def _body_rows(self, made: Element) -> None:
        """Add the rows; those of a short table stay together, and no page has one row of a longer one alone.

        Nor does one end with a whole whose parts begin on the next.
        """
        rows = self._table.rows
        kept = range(1, len(rows)) if len(rows) <= SHORT else (1, len(rows) - 1)
        for number, (content, cells) in enumerate(zip(rows, with_going(map(place_cells, rows)), strict=True), 1):
            row = element("tr", element("trPr", element("cantSplit")))
            made.append(row)
            form = _TOTAL if content.is_total else _PART if content.is_part else _DATA
            if number in kept or (rows[number : number + 1] and rows[number].is_part and not content.is_part):
                form = replace(form, shape=replace(form.shape, keep_next=True))
            self._cells(row, cells, form)

    def _cells(self, row: Element, cells: Sequence[tuple[PlacedCell, bool]], form: _CellForm) -> None:
        """Add the cells of a row; one that goes on from a row above is empty (17.4.84)."""
        text, figure, apart = _shapes(form)
        look = self._head_look if form is _HEAD else self._body_look
        first = replace(text, indent=Indent(left=form.inset, right=MARGIN)) if form.inset else text
        for placed, begins in cells:
            cell, column, columns = placed.cell, placed.column, placed.columns
            merge = ("restart" if begins else "continue") if placed.rows > 1 else None
            width = self._columns[column] if columns == 1 else sum(self._columns[column : column + columns])
            is_group = columns > 1 and form is _HEAD
            rules = _BELOW_GROUP if is_group else () if merge == "restart" and form is _HEAD else form.rules
            made = copy(_cell(width, rules, columns, merge))  # a table has few kinds of cells, and many cells
            row.append(made)
            shape = (apart if self._apart[column] else figure) if cell.is_figure else text if column else first
            shape = _GROUP if is_group else shape
            self._inlines.write(paragraph(made, shape), cell.children if begins else (), look, notes="table")


def _caption(table: Table) -> str:
    """Return what a screen reader calls a table: `Table 1. Cases`."""
    title = fit(plain_text(table.caption))
    return f"{table_label(table)}. {title}" if title else table_label(table)


def _small(size: int, usual: int) -> RunFormat:
    """Return the look of letters of a size in half points, where it is not that of the style."""
    return RunFormat(size=size) if size < usual else PLAIN


@cache
def _shapes(form: _CellForm) -> tuple[ParagraphFormat, ParagraphFormat, ParagraphFormat]:
    """Return how texts stand, how figures do, and how figures do that a text stands right of."""
    figure = replace(form.shape, align="right")
    return form.shape, figure, replace(figure, indent=Indent(right=2 * MARGIN))


def _keep_with_next(row: Element) -> None:
    """Keep a row on the page of what follows it; what follows is known only when the row was written."""
    for properties in row.iter(PARAGRAPH_PROPERTIES):
        if properties.find(KEEP_NEXT) is None:
            properties.insert(1, element("keepNext"))  # after the style (17.3.1.26)


@lru_cache(maxsize=512)
def _cell(width: int, rules: tuple[tuple[str, int], ...], columns: int, merge: str | None) -> Element:
    """Return an empty cell, to be copied; its properties stand in the order of the schema (17.4.70)."""
    spans = [element("gridSpan", val=columns)] if columns > 1 else []
    merges = [element("vMerge", val=merge)] if merge else []
    borders = [element("tcBorders", *(rule(side, size) for side, size in rules))] if rules else []
    place = element("tcW", w=width, type="dxa"), *spans, *merges, *borders, element("vAlign", val="bottom")
    return element("tc", element("tcPr", *place))
