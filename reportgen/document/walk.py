"""Ways through a document tree: every inline, every text, every node changed."""

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from reportgen.document.raised import as_characters
from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Cell,
    Citation,
    Contents,
    CoverLine,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    ItemList,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Quotation,
    Raised,
    Reference,
    Row,
    Table,
    Text,
)

Change = Callable[[Inline], Inline]


def walk_inlines(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline in reading order; a node comes before its children."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Raised | Citation | Link | Note):
            yield from walk_inlines(inline.children)


def inlines_of(block: Block | CoverLine) -> Iterator[Inlines]:
    """Each run of inlines that a block holds, in reading order."""
    match block:
        case Table():
            yield block.caption
            yield from (cell.children for cell in block.head)
            yield from (cell.children for row in block.rows for cell in row.cells)
            yield block.source
        case ItemList():
            for item in block.items:
                yield item.children
                for below in item.lists:
                    yield from inlines_of(below)
        case Contents():
            yield block.title
            yield from (entry.children for entry in block.entries)
        case Abbreviations():
            yield block.title
            yield from ((Text(entry.short), Text(" "), Text(entry.full)) for entry in block.entries)
        case _:
            yield block.children


def walk(document: Document) -> Iterator[Inline]:
    """Every inline of a document, from the cover to the end."""
    for block in (*document.cover, *document.blocks):
        for inlines in inlines_of(block):
            yield from walk_inlines(inlines)


def figures(document: Document) -> Iterator[Figure]:
    """Every figure of a document that was written from data."""
    return (inline for inline in walk(document) if isinstance(inline, Figure))


def plain_text(inlines: Iterable[Inline], *, notes: bool = False) -> str:
    """The text of inlines as printed.

    Args:
        inlines: the inlines.
        notes: whether the text of footnotes is to stand, after a space, where their marks are; else it is left out.
    """
    return "".join(_plain(inline, notes=notes) for inline in inlines)


def _plain(inline: Inline, *, notes: bool) -> str:
    match inline:
        case Text() | Figure() | Reference():
            return inline.text
        case LineBreak():
            return "\n"
        case Note():
            return f" {plain_text(inline.children)}" if notes else ""
        case Raised():
            return as_characters(plain_text(inline.children, notes=notes), is_lowered=inline.is_lowered)
        case Emphasis() | Citation() | Link():
            return plain_text(inline.children, notes=notes)


def change_inlines(inlines: Inlines, change: Change) -> Inlines:
    """The inlines with every node put through `change`, children first."""
    return tuple(change(_with_children(inline, change)) for inline in inlines)


def _with_children(inline: Inline, change: Change) -> Inline:
    if isinstance(inline, Emphasis | Raised | Citation | Link | Note):
        return replace(inline, children=change_inlines(inline.children, change))
    return inline


Rewrite = Callable[[Inlines], Inlines]


def change_block(block: Block, change: Change) -> Block:
    """The block with every inline put through `change`."""
    return map_runs(block, lambda inlines: change_inlines(inlines, change))


def map_runs(block: Block, rewrite: Rewrite) -> Block:
    """The block with each run of inlines that it holds put through `rewrite`, in reading order."""
    match block:
        case Heading() | Paragraph() | Quotation() | Awaiting():
            return replace(block, children=rewrite(block.children))
        case ItemList():
            return _mapped_list(block, rewrite)
        case Table():
            return replace(
                block,
                caption=rewrite(block.caption),
                head=tuple(_mapped_cell(cell, rewrite) for cell in block.head),
                rows=tuple(replace(row, cells=_mapped_cells(row, rewrite)) for row in block.rows),
                source=rewrite(block.source),
            )
        case Contents() | Abbreviations():
            return replace(block, title=rewrite(block.title))


def _mapped_list(block: ItemList, rewrite: Rewrite) -> ItemList:
    items = (
        Item(rewrite(item.children), tuple(_mapped_list(below, rewrite) for below in item.lists))
        for item in block.items
    )
    return replace(block, items=tuple(items))


def _mapped_cells(row: Row, rewrite: Rewrite) -> tuple[Cell, ...]:
    return tuple(_mapped_cell(cell, rewrite) for cell in row.cells)


def _mapped_cell(cell: Cell, rewrite: Rewrite) -> Cell:
    return replace(cell, children=rewrite(cell.children))


def change_document(document: Document, change: Change) -> Document:
    """The document with every inline of cover and blocks put through `change`, in reading order."""
    cover = tuple(replace(line, children=change_inlines(line.children, change)) for line in document.cover)
    return replace(document, cover=cover, blocks=tuple(change_block(block, change) for block in document.blocks))
