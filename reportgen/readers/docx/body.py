"""Read the body of a Word file: its paragraphs and tables as lines and rows of cells, in their order.

A paragraph whose mark was deleted while changes are tracked goes on in the next one, as Word joins them when the change
is accepted (ECMA-376 Part 1, 17.13.5.15). Text boxes are read after the paragraph in which they hang.
"""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place
from reportgen.limits import OPEN_BOOKMARKS
from reportgen.readers.docx.builder import Builder
from reportgen.readers.docx.comments import ReadComment, read_comments
from reportgen.readers.docx.numbering import CountedLabel, Numbering
from reportgen.readers.docx.oxml import MC, Element, W, child, chosen, is_on, name_of, number, value
from reportgen.readers.docx.parts import WordFile, open_word_file
from reportgen.readers.docx.remarks import Remarks, beside
from reportgen.readers.docx.story import StoryReader
from reportgen.readers.docx.styles import ReadStyle, StyleSheet, read_styles
from reportgen.readers.labels import Label, Sign, counted
from reportgen.readers.line import CellLines, FileLine, LineStyle, Piece, TableLines, settle

_THROUGH = frozenset({"customXml", "smartTag", "ins", "moveTo", "sdtContent"})
_INSET = 300
"""Twentieths of a point by which a quotation stands further in than its style says, on both sides."""
_MOST_COLUMNS = 63
"""Columns that a table of Word has at most."""


class ReadWord(Struct, frozen=True):
    """A Word file that was read."""

    pieces: tuple[Piece, ...]
    diagnostics: tuple[Diagnostic, ...]
    language: str | None
    """The language of the whole text, where its styles say it."""
    file: WordFile
    """The parts that it was read from."""
    paragraphs: tuple[Element, ...] = ()
    """The paragraphs of the text in the order in which they were read: that of `Line.place`, from 1."""
    comments: tuple[ReadComment, ...] = ()


def read_word(data: bytes, name: str) -> ReadWord:
    """Return the lines and tables of a Word file.

    Args:
        data: the bytes of the file.
        name: the file, for messages.

    Raises:
        Refused: where it is no Word file, or a damaged or hostile one.
    """
    file = open_word_file(data, Place(name))
    comments = read_comments(file)
    remarks = Remarks(comments=sum(not comment.is_ours for comment in comments))
    body = _Body(file, remarks)
    root = child(file.document, "body")
    pieces = [] if root is None else body.read(root)
    found = tuple(remarks.diagnostics(name))
    return ReadWord(tuple(pieces), found, body.sheet.language, file, tuple(body.paragraphs), comments)


class _Body:
    """Reads the body of one Word file."""

    def __init__(self, file: WordFile, remarks: Remarks) -> None:
        self.sheet: StyleSheet = read_styles(file.styles, file.document)
        self._remarks = remarks
        self._numbering = Numbering(file.numbering, self.sheet)
        self._waiting: list[Element] = []
        """Text boxes of the paragraph that is being read."""
        self._story = StoryReader(file, self.sheet, remarks, self._waiting.append)
        self._builder: Builder | None = None
        """What a deleted paragraph mark left over for the next paragraph."""
        self._bookmarks: dict[str, tuple[str, int]] = {}
        self.paragraphs: list[Element] = []
        """Those that were read so far."""
        self._depth = 0
        """How many tables the current paragraph stands in."""
        self._in_contents = False
        self._section = 0
        """Where the current section begins among the pieces."""

    def read(self, body: Element) -> list[Piece]:
        """Return the lines and tables of the body."""
        pieces: list[Piece] = []
        self._blocks(body, pieces)
        self._flush(pieces)
        return pieces

    def _blocks(self, parent: Element, out: list[Piece]) -> None:
        for element in parent:
            self._block(element, out)

    def _block(self, element: Element, out: list[Piece]) -> None:  # noqa: C901 - one call a kind
        match name_of(element):
            case "p":
                self._paragraph(element, out)
            case "tbl":
                self._flush(out)
                self._table(element, out)
            case "sdt":
                self._control(element, out)
            case "altChunk":
                last = next((piece.text for piece in out[::-1] if isinstance(piece, FileLine) and piece.text), "")
                self._remarks.fetching.append(("a part in another format (altChunk)", beside(last)))
            case "bookmarkStart":
                self._bookmarks[element.get(f"{W}id") or ""] = (element.get(f"{W}name") or "", 0)
            case "bookmarkEnd":
                self._bookmarks.pop(element.get(f"{W}id") or "", None)
            case "sectPr":
                self._end_section(element, out)
            case name if name in _THROUGH:
                self._blocks(element, out)
            case name if name == f"{MC}AlternateContent":
                for option in chosen(element):
                    self._blocks(option, out)

    def _control(self, element: Element, out: list[Piece]) -> None:
        gallery = value(child(element, "sdtPr", "docPartObj"), "docPartGallery") or ""
        before, self._in_contents = self._in_contents, self._in_contents or gallery.startswith("Table of Contents")
        self._blocks(element, out)
        self._in_contents = before

    # ---- paragraphs ---------------------------------------------------------------------------------------------

    def _paragraph(self, element: Element, out: list[Piece]) -> None:
        self.paragraphs.append(element)
        properties = child(element, "pPr")
        builder = self._builder or Builder()
        self._builder = None
        builder.open.update(self._bookmarks)
        self._bookmarks = {}
        style = value(properties, "pStyle")
        self._story.read(element, builder, self.sheet.style(style).look)
        if _is_joined(properties):
            builder.spans = [span for span in builder.spans if span.start < span.end or span.name.startswith("_")]
            self._builder = builder  # the next paragraph is not called by the bookmark of one that was deleted
            self._remarks.changes["deletion"] += child(properties, "rPr", "del") is not None
            return
        self._finish(builder, properties, style, out)
        section = child(properties, "sectPr")
        if section is not None:
            self._end_section(section, out)

    def _flush(self, out: list[Piece]) -> None:
        """Make a paragraph of what is left over where none follows."""
        if self._builder is not None:
            builder, self._builder = self._builder, None
            self._finish(builder, None, None, out)

    def _finish(self, builder: Builder, properties: Element | None, style: str | None, out: list[Piece]) -> None:
        self._bookmarks = {key: (name, 0) for key, (name, _) in list(builder.open.items())[:OPEN_BOOKMARKS]}
        line = builder.line(len(self.paragraphs))
        number_ = self._numbering.count(properties, style) if line.text.strip() or line.notes else None
        out.append(settle(self._described(line, builder, properties, style, number_)))
        boxes = self._waiting.copy()
        self._waiting.clear()
        for box in boxes:
            self._blocks(box, out)

    def _described(
        self,
        line: FileLine,
        builder: Builder,
        properties: Element | None,
        style: str | None,
        counted_: CountedLabel | None,
    ) -> FileLine:
        """Return the line with what its properties say of it."""
        read = self.sheet.style(style)
        meaning = read.meaning
        outline = value(properties, "outlineLvl")
        if outline is not None:
            deep = number(outline) + 1
            meaning = self.sheet.heading(deep) if deep < 4 and meaning is LineStyle.NONE else meaning  # three levels
        if self._in_contents or self._story.is_contents:
            meaning = LineStyle.CONTENTS
        own = child(properties, "ind")
        return replace(
            line,
            label=_label(counted_),
            is_counted=counted_ is not None,
            style=meaning,
            indent=_indent(own, counted_, read),
            is_inset=read.is_quote or (counted_ is None and _is_inset(own, read)),
            is_strong=builder.is_bold or (meaning is LineStyle.NONE and read.is_bold and bool(line.text)),
        )

    # ---- tables -------------------------------------------------------------------------------------------------

    def _table(self, element: Element, out: list[Piece]) -> None:
        self._depth += 1
        every = _within(element, "tr")
        rows = [row for row in every if child(row, "trPr", "del") is None]
        heads = sum(1 for _ in takewhile(lambda row: is_on(row, "trPr", "tblHeader"), rows))
        self._remarks.changes["deletion"] += len(every) - len(rows)
        joined: frozenset[int] = frozenset()
        made = []
        for row in rows:
            cells, joined = self._row(row, joined)
            made.append(cells)
        self._depth -= 1
        is_floating = child(element, "tblPr", "tblpPr") is not None
        if self._depth:
            self._remarks.nested += 1
            out.extend(line for cells in made for cell in cells for line in cell.lines)
        elif made:
            out.append(TableLines(tuple(made), heads if heads < len(made) else 0, is_floating=is_floating))

    def _row(self, row: Element, above: frozenset[int]) -> tuple[tuple[CellLines, ...], frozenset[int]]:
        """Return the cells of a row, and the columns that are joined to those of other rows.

        Args:
            row: of a table.
            above: the columns of the row before it that are joined to those of other rows.
        """
        cells = [CellLines()] * _span(child(row, "trPr"), "gridBefore", 0)
        joined: set[int] = set()
        is_beside = False
        for cell in _within(row, "tc"):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                self._remarks.changes["deletion"] += 1
                continue
            lines: list[Piece] = []
            self._blocks(cell, lines)
            self._flush(lines)
            texts = tuple(line for line in lines if isinstance(line, FileLine) and (line.text or line.inlines))
            is_below = _goes_on(properties, "vMerge") and len(cells) in above
            if texts and (is_below or (is_beside and _goes_on(properties, "hMerge"))):
                words = " ".join(line.text for line in texts)
                self._remarks.hide(words, f"a cell that is joined to the one {'above' if is_below else 'before'} it")
                texts = ()
            joined |= {len(cells)} if child(properties, "vMerge") is not None else set()
            is_beside = child(properties, "hMerge") is not None
            cells.append(CellLines(texts))
            cells += [CellLines()] * (_span(properties, "gridSpan", 1) - 1)
        return tuple(cells[:_MOST_COLUMNS]), frozenset(joined)

    def _end_section(self, section: Element, out: list[Piece]) -> None:
        """Mark the tables of a section whose pages are turned."""
        size = child(section, "pgSz")
        if size is not None and size.get(f"{W}orient") == "landscape" and self._depth == 0:
            for place in range(self._section, len(out)):
                piece = out[place]
                if isinstance(piece, TableLines):
                    out[place] = replace(piece, is_landscape=True)
        self._section = len(out)


def _goes_on(properties: Element | None, kind: str) -> bool:
    """Return whether a cell is joined to the one before it (17.4.84): Word shows nothing of what it holds."""
    found = child(properties, kind)
    return found is not None and found.get(f"{W}val") != "restart"


def _is_joined(properties: Element | None) -> bool:
    """Return whether the mark at the end of a paragraph was deleted, or moved away."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def _label(found: CountedLabel | None) -> Label | None:
    if found is None:
        return None
    return Label(Sign.BULLET, "•") if found.is_bullet else counted(found.text)


def _indent(own: Element | None, counted_: CountedLabel | None, style: ReadStyle) -> int:
    """Return where the first line begins: by the paragraph, the list, the style, whichever says it first."""
    level = child(counted_.properties, "ind") if counted_ else None
    places = [place for place in (own, level, *style.indents) if place is not None]
    return _first(places, "left", "start") + _first(places, "firstLine") - _first(places, "hanging")


def _is_inset(own: Element | None, style: ReadStyle) -> bool:
    """Return whether a paragraph stands further in than its style, on both sides."""
    if own is None:
        return False
    left = _first([own], "left", "start") - _first(style.indents, "left", "start")
    right = _first([own], "right", "end") - _first(style.indents, "right", "end")
    return left >= _INSET and right >= _INSET


def _first(places: Sequence[Element], *names: str) -> int:
    """Return the first indent of these names that is set."""
    for place in places:
        for name in names:
            if (text := place.get(W + name)) is not None:
                return number(text)
    return 0


def _within(parent: Element, name: str) -> list[Element]:
    """Return the rows of a table, or the cells of a row, through what only holds them."""
    found: list[Element] = []
    for element in parent:
        kind = name_of(element)
        if kind == name:
            found.append(element)
        elif kind in {*_THROUGH, "sdt"}:
            found += _within(element, name)
    return found


def _span(properties: Element | None, name: str, default: int) -> int:
    return max(default, min(_MOST_COLUMNS, number(value(properties, name), default)))
