"""Divide a report into units: the pieces that people edit one by one, with the bookmarks that stand in them.

A paragraph, heading, item of a list, cell of a table or note is a unit, in the order of the text. The list of contents
is left out, since Word makes it.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain, repeat

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.readers.line import Bookmark, FieldSpan, FileLine, Piece
from reportgen.readers.places import block_names
from reportgen.readers.reading import ReadReport

_FIGURE = "_fig_"
"""How the hidden bookmarks of figures begin (`writers/docx/bookmarks.py`)."""
_MARK = "n"
"""Where the mark of a note stands."""


class Unit(Struct, frozen=True, dict=True):
    """One paragraph, heading, item, cell or note."""

    text: str
    where: str
    """`paragraph 14`, `table 3, row 2, column 4`, `a note to paragraph 5`."""
    block: int
    """The index of its block in the document; -1 on the first page."""
    number: int | None
    """The number that is printed before it."""
    keys: frozenset[str]
    """The visible bookmarks that stand in it."""
    figures: tuple[Bookmark, ...]
    fields: tuple[FieldSpan, ...]
    references: tuple[tree.Reference, ...]
    kind: str
    """`Paragraph`, `Heading`, …: two units of different kinds are matched last."""
    spans: tuple[Bookmark, ...] = ()
    line: int = 0
    """The number of its paragraph in the file, from 1; 0 for a note."""
    looks: str = ""
    """A digit for each character of the text: 0, or 1 in italics, 2 in bold, 3 in both."""
    marks: tuple[int, ...] = ()
    """Before which character each mark of a note stands."""
    cell: tuple[int, int] = (0, 0)
    """The row and the column of a cell, from 1."""
    depth: int = 0
    """Below how many other lists the list of an item stands."""

    @cached_property
    def words(self) -> str:
        """The text with single blanks, as it is compared."""
        return " ".join(self.text.split())

    @cached_property
    def masked(self) -> str:
        """The text with the numbers that Word puts in, by what they refer to: they change by themselves."""
        if not self.fields:  # as most
            return self.words
        text = self.text
        for field in sorted(self.fields, key=lambda one: -one.start):
            if is_numbering(field):
                text = f"{text[: field.start]}⟨{field.code.split()[1] if ' ' in field.code else ''}⟩{text[field.end :]}"
        return " ".join(text.split())


def is_reference(field: FieldSpan) -> bool:
    """Return whether Word puts the number of another paragraph, of a table or a page into a field."""
    return field.code.upper().startswith(("REF", "PAGEREF"))


def is_numbering(field: FieldSpan) -> bool:
    """Return whether Word puts the number of something into a field: of a paragraph, a table or a page."""
    return is_reference(field) or field.code.upper().startswith("SEQ")


def units_of(read: ReadReport) -> list[Unit]:
    """Return the units of a report."""
    first_page = read.cover.pieces if read.cover else ()
    made = [unit for piece in first_page for unit in _piece(piece, -1, "the first page", None)]
    for place, (one, where) in enumerate(zip(read.found, block_names(read.document.blocks), strict=True)):
        pieces = () if isinstance(one.block, tree.Contents) else one.pieces
        depths = _depths(one.block) if isinstance(one.block, tree.ItemList) else repeat(0)
        for item, (piece, depth) in enumerate(zip(pieces, chain(depths, repeat(0)), strict=False), 1):
            name = f"{where}, item {item}" if isinstance(one.block, tree.ItemList) else where
            made += [replace(unit, depth=depth) if depth else unit for unit in _piece(piece, place, name, one.block)]
    return [unit for unit in made if unit.text or unit.figures]


def _depths(block: tree.ItemList, depth: int = 0) -> Iterator[int]:
    """Yield for each item of a list, and of those below it, below how many lists it stands."""
    for item in block.items:
        yield depth
        for below in item.lists:
            yield from _depths(below, depth + 1)


def _piece(piece: Piece, place: int, where: str, block: tree.Block | None) -> Iterator[Unit]:
    """Yield the units of a line, or of the cells of a table."""
    if isinstance(piece, FileLine):
        yield from _line(piece, place, where, block)
        return
    for row, cells in enumerate(piece.rows, 1):
        for column, cell in enumerate(cells, 1):
            for line in cell.lines:
                name = f"{where}, row {row}, column {column}"
                for unit in _line(line, place, name, block):
                    yield replace(unit, kind="Cell", cell=(row, column)) if unit.kind != "Note" else unit


def _line(line: FileLine, place: int, where: str, block: tree.Block | None, *, kind: str = "") -> Iterator[Unit]:
    figures = tuple(span for span in line.spans if span.name.startswith(_FIGURE))
    keys = frozenset(span.name for span in line.spans if not span.name.startswith("_"))
    references = tuple(inline for inline in walk_inlines(line.inlines) if isinstance(inline, tree.Reference))
    number = block.number if isinstance(block, tree.Paragraph) else None
    looks = "".join(_looks(line.inlines))
    marks = [at for at, look in enumerate(looks) if look == _MARK] if _MARK in looks else []
    yield Unit(
        line.text,
        where,
        place,
        number,
        keys,
        figures,
        line.fields,
        references,
        kind or type(block).__name__,
        line.spans,
        line.place,
        looks.replace(_MARK, ""),
        tuple(at - before for before, at in enumerate(marks)),
    )
    for note in line.notes:
        yield from _line(note, place, f"a note to {where}", None, kind="Note")


def _looks(inlines: tree.Inlines, look: int = 0) -> Iterator[str]:
    """Yield the looks of characters, and where the marks of notes stand."""
    for inline in inlines:
        match inline:
            case tree.Emphasis():
                yield from _looks(inline.children, look | (2 if inline.strong else 1))
            case tree.Link() | tree.Citation():
                yield from _looks(inline.children, look)
            case tree.Note():
                yield _MARK
            case _:
                yield str(look) * len(plain_text((inline,)))
