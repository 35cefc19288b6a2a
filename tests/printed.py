"""What a document prints, line by line, as every writer must give it: the one place that says so for tests."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Contents,
    CoverLine,
    Document,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Note,
    Paragraph,
    Quotation,
    Table,
    Text,
)
from reportgen.document.walk import change_inlines, inlines_of, plain_text, walk, walk_inlines
from reportgen.document.wording import ENGLISH
from reportgen.writers.first_page import place_cover
from reportgen.writers.wording import (
    AWAITING_CLOSE,
    AWAITING_OPEN,
    item_label,
    paragraph_range,
    source_label,
    table_label,
)

Pages = Mapping[str, int]
"""The page of each heading, by its key."""


def printed_lines(document: Document, pages: Pages | None = None) -> list[str]:
    """Every line of the first page and the text, with numbers, labels and the marks of notes; one entry a block.

    Args:
        document: a numbered document.
        pages: what the list of contents says; None where an output has no pages.
    """
    page = place_cover(document.cover)
    cover = (*page.organization, *page.symbol, *page.treaty, *page.beside, *page.below)
    lines = [*map(_text_of, cover), *(line for block in document.blocks for line in _block(block, pages or {}))]
    return [line for line in map(squeezed, lines) if line]


def printed_notes(document: Document) -> list[str]:
    """Every footnote, with its mark, in the order of their marks in the text; those of tables are lines of the text."""
    notes = (inline for inline in walk(document) if isinstance(inline, Note))
    return [squeezed(f"{_mark(note)} {plain_text(note.children)}") for note in notes if not is_of_table(note)]


def is_of_table(note: Note) -> bool:
    """Whether a note stands below its table: those have letters."""
    return note.mark is not None and note.mark.isalpha()


def squeezed(text: str) -> str:
    """Text with each run of blanks as one space, since formats differ in them."""
    return re.sub(r"\s+", " ", text).strip()


def _text_of(line: CoverLine) -> str:
    return _text(line.children)


def _text(inlines: Inlines) -> str:
    return plain_text(change_inlines(_with_commas(inlines), _mark_alone))


def _with_commas(inlines: Inlines) -> Inlines:
    """Marks at one place are separated by a comma."""
    parted: list[Inline] = []
    for inline, following in pairwise((*inlines, Text(""))):
        parted.append(inline)
        if isinstance(inline, Note) and isinstance(following, Note):
            parted.append(Text(","))
    return tuple(parted)


def _mark_alone(inline: Inline) -> Inline:
    return Text(_mark(inline)) if isinstance(inline, Note) else inline


def _mark(note: Note) -> str:
    return note.mark or str(note.number)


def _block(block: Block, pages: Pages) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.label or ''} {_text(block.children)}"
        case Paragraph():
            yield f"{block.number}. {_text(block.children)}" if block.numbered else _text(block.children)
        case ItemList():
            yield from _list(block)
        case Table():
            yield from _table(block)
        case Quotation():
            yield _text(block.children)
        case Contents():
            yield from _contents(block, pages)
        case Abbreviations():
            yield _text(block.title)
            yield from (f"{entry.short} {entry.full}" for entry in block.entries)
        case Awaiting():
            yield f"{AWAITING_OPEN}{_text(block.children)}{AWAITING_CLOSE}"


def _contents(contents: Contents, pages: Pages) -> Iterator[str]:
    yield _text(contents.title)
    yield " ".join(ENGLISH.contents)
    for entry in contents.entries:
        page = pages.get(entry.target, "")
        yield f"{entry.label or ''} {_text(entry.children)} {paragraph_range(entry)} {page}"


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
    notes = (inline for run in inlines_of(table) for inline in walk_inlines(run) if isinstance(inline, Note))
    yield from (f"{_mark(note)} {plain_text(note.children)}" for note in notes if note.children)
    if table.source:
        yield f"{source_label(table)}{_text(table.source)}"
