"""What a document prints, line by line, as every writer must give it: the one place that says so for tests."""

import re
from collections.abc import Iterator

from reportgen.document.tree import (
    Awaiting,
    Block,
    CoverLine,
    Document,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Note,
    Paragraph,
    Table,
    Text,
)
from reportgen.document.walk import change_inlines, plain_text, walk
from reportgen.writers.first_page import place_cover
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN, SOURCE, item_label, table_label


def printed_lines(document: Document) -> list[str]:
    """Every line of the first page and the text, with numbers, labels and the marks of notes; one entry a block."""
    page = place_cover(document.cover)
    cover = (*page.organization, *page.symbol, *page.treaty, *page.beside, *page.below)
    lines = [*map(_text_of, cover), *(line for block in document.blocks for line in _block(block))]
    return [line for line in map(squeezed, lines) if line]


def printed_notes(document: Document) -> list[str]:
    """Every note, with its mark, in the order of their marks in the text."""
    notes = (inline for inline in walk(document) if isinstance(inline, Note))
    return [squeezed(f"{_mark(note)} {plain_text(note.children)}") for note in notes]


def squeezed(text: str) -> str:
    """Text with each run of blanks as one space, since formats differ in them."""
    return re.sub(r"\s+", " ", text).strip()


def _text_of(line: CoverLine) -> str:
    return _text(line.children)


def _text(inlines: Inlines) -> str:
    return plain_text(change_inlines(inlines, _mark_alone))


def _mark_alone(inline: Inline) -> Inline:
    return Text(_mark(inline)) if isinstance(inline, Note) else inline


def _mark(note: Note) -> str:
    return note.mark or str(note.number)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.label or ''} {_text(block.children)}"
        case Paragraph():
            yield f"{block.number}. {_text(block.children)}" if block.numbered else _text(block.children)
        case ItemList():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Awaiting():
            yield f"{AWAITING_OPEN}{_text(block.children)}{AWAITING_CLOSE}"


def _list(block: ItemList) -> Iterator[str]:
    for position, item in enumerate(block.items, start=1):
        yield f"{item_label(block.mark, position)} {_text(item.children)}"
        for below in item.lists:
            yield from _list(below)


def _table(table: Table) -> Iterator[str]:
    yield table_label(table)
    yield _text(table.caption)
    yield from (_text(cell.children) for cell in table.head)
    yield from (_text(cell.children) for row in table.rows for cell in row.cells)
    if table.source:
        yield f"{SOURCE}{_text(table.source)}"
