"""The editorial rules over a published document: a file comes in, remarks at its paragraphs go out."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from reportgen.checks.editorial.rules import UNTOUCHED, Kind, Passage, find_remarks
from reportgen.checks.style.passages import ADDRESS
from reportgen.checks.style.said import said
from reportgen.checks.style.spelling import misspelled
from reportgen.diagnostics import Diagnostic, Place, Severity
from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Contents,
    Document,
    Heading,
    Inline,
    ItemList,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Table,
)
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES


class _Found(Struct, frozen=True):
    """A passage of a document, and the number of the paragraph that it stands in or after."""

    passage: Passage
    paragraph: int | None


def read_style(file: Path) -> tuple[Diagnostic, ...]:
    """What the editorial rules say of a document.

    Args:
        file: `.docx` or `.txt`.
    """
    from reportgen.readers.reading import read_report  # noqa: PLC0415 - only a document needs the readers

    name = file.as_posix()
    try:
        data = read_bytes(file, name, root=file.parent, limit=FILE_BYTES)
    except Refused as refused:
        return (refused.diagnostic,)
    read = read_report(data, name)
    errors = tuple(one for one in read.diagnostics if one.severity is Severity.ERROR)
    return errors or tuple(style_document(read.document, name))


def style_document(document: Document, name: str) -> Iterator[Diagnostic]:
    """What the editorial rules say of a document tree.

    Args:
        document: as it was read.
        name: of its file, for the places.
    """
    found = list(_passages(document))
    passages = [one.passage for one in found]
    for index, remark in (*find_remarks(passages), *misspelled(passages)):
        one = found[index]
        place = Place(name, paragraph=one.paragraph)
        yield said(one.passage, remark, place)


def _passages(document: Document) -> Iterator[_Found]:
    """The passages of a document in order; contents and the list of abbreviations repeat what stands elsewhere."""
    number: int | None = None
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            number = block.number
        for kind, inlines in _runs(block):
            text = "".join(map(_plain, inlines)).strip()
            if text:
                yield _Found(Passage(ADDRESS.sub(UNTOUCHED, text), kind), number)
            for inline in walk_inlines(inlines):
                if isinstance(inline, Note):
                    note = plain_text(inline.children).strip()
                    yield _Found(Passage(ADDRESS.sub(UNTOUCHED, note), Kind.NOTE), number)


def _runs(block: Block) -> Iterator[tuple[Kind, tuple[Inline, ...]]]:
    """The runs of inlines of a block, each with what it is."""
    match block:
        case Heading():
            yield Kind.HEADING, block.children
        case Paragraph():
            yield Kind.PARAGRAPH, block.children
        case ItemList():
            yield from _items(block)
        case Table():
            yield Kind.LABEL, block.caption
            yield from ((Kind.LABEL, cell.children) for cell in block.head)
            yield from ((Kind.LABEL, row.cells[0].children) for row in block.rows if row.cells)
            yield Kind.NOTE, block.source
        case Quotation() | Awaiting() | Contents() | Abbreviations():
            return  # quoted words stay as they are; the others are not the author's


def _items(block: ItemList) -> Iterator[tuple[Kind, tuple[Inline, ...]]]:
    """The items of a list and of the lists below it."""
    for item in block.items:
        yield (Kind.ITEM if block.mark is Mark.BULLET else Kind.SUBPARAGRAPH), item.children
        for below in item.lists:
            yield from _items(below)


def _plain(inline: Inline) -> str:
    """The text of an inline on one line."""
    if isinstance(inline, LineBreak):
        return " "
    if isinstance(inline, Note):
        return UNTOUCHED
    if isinstance(inline, Link):
        return re.sub(r"\s+", " ", plain_text(inline.children))
    return plain_text((inline,)).replace("\n", " ")
