"""Ways through a document tree: visit every inline, read its text, replace nodes."""

from collections.abc import Callable, Iterable, Iterator
from operator import is_

from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.raised import as_characters
from reportgen.remembering import remembered_of

Change = Callable[[tree.Inline], tree.Inline]
ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " "})
"""Characters that differ in print only; each is one character, so that offsets hold."""


def children_of(inline: tree.Inline) -> tree.Inlines:
    """Return the inlines within an inline; a test of its class for each kind that has some takes ten times as long."""
    children: tree.Inlines = getattr(inline, "children", ())
    return children


def walk_inlines(inlines: Iterable[tree.Inline]) -> Iterator[tree.Inline]:
    """Yield every inline in reading order; a node comes before its children."""
    for inline in inlines:
        yield inline
        if children := children_of(inline):
            yield from walk_inlines(children)


def inlines_of(block: tree.Block | tree.CoverLine) -> Iterator[tree.Inlines]:
    """Yield each run of inlines that a block holds, in reading order."""
    if (children := _run_of(block)) is not None:  # as most blocks
        yield children
        return
    match block:
        case tree.Table():
            yield block.caption
            yield from (cell.children for heads in (*block.over, block.head) for cell in heads)
            yield from (cell.children for row in block.rows for cell in row.cells)
            yield block.source
        case tree.ItemList():
            for item in block.items:
                yield item.children
                for below in item.lists:
                    yield from inlines_of(below)
        case tree.Contents():
            yield block.title
            yield from (entry.children for entry in block.entries)
        case tree.Abbreviations():
            yield block.title
            yield from ((tree.Text(entry.short), tree.Text(" "), tree.Text(entry.full)) for entry in block.entries)


def _run_of(block: tree.Block | tree.CoverLine) -> tree.Inlines | None:
    """Return the run of a block that has just one; None for lists, tables and what the document gathers."""
    return getattr(block, "children", None)


def walk_block(block: tree.Block | tree.CoverLine) -> Iterator[tree.Inline]:
    """Yield every inline of a block in reading order."""
    for inlines in inlines_of(block):
        yield from walk_inlines(inlines)


@remembered_of
def refers(block: tree.Block | tree.CoverLine) -> bool:
    """Return whether a block holds a reference, a citation or a note: what depends on other blocks, as few do."""
    return any(type(inline) in _REFERRING for inline in walk_block(block))


_REFERRING = frozenset({tree.Reference, tree.Citation, tree.Note})


def walk(document: tree.Document) -> Iterator[tree.Inline]:
    """Yield every inline of a document, from the cover to the end."""
    for block in (*document.cover, *document.blocks):
        yield from walk_block(block)


def figures(document: tree.Document) -> Iterator[tree.Figure]:
    """Yield every figure of a document that was written from data."""
    return (inline for inline in walk(document) if type(inline) is tree.Figure)


def plain_text(inlines: Iterable[tree.Inline], *, notes: bool = False) -> str:
    """Return the text of inlines as printed.

    Args:
        inlines: the inlines.
        notes: whether the text of footnotes is to stand, after a space, where their marks are; else it is left out.
    """
    return "".join([inline.text if type(inline) is tree.Text else _plain(inline, notes=notes) for inline in inlines])


def _plain(inline: tree.Inline, *, notes: bool) -> str:
    match inline:
        case tree.Text() | tree.Figure() | tree.Reference():
            return inline.text
        case tree.LineBreak():
            return "\n"
        case tree.Note():
            return f" {plain_text(inline.children)}" if notes else ""
        case tree.Raised():
            return as_characters(plain_text(inline.children, notes=notes), is_lowered=inline.is_lowered)
        case tree.Emphasis() | tree.Citation() | tree.Link():
            return plain_text(inline.children, notes=notes)


def printed_spans(inlines: Iterable[tree.Inline], offset: int = 0) -> Iterator[tuple[int, int, tree.Inline]]:
    """Yield each figure, reference and citation of a run with the characters of its plain text that it prints.

    Args:
        inlines: the run; notes in it are runs of their own.
        offset: the index of its first character.
    """
    for inline in inlines:
        length = len(plain_text((inline,)))
        if type(inline) in _MADE:
            yield offset, offset + length, inline
        elif type(inline) is not tree.Note:
            yield from printed_spans(children_of(inline), offset)
        offset += length


_MADE = frozenset({tree.Figure, tree.Reference, tree.Citation})
"""Inlines whose words no author typed."""


def change_inlines(inlines: tree.Inlines, change: Change) -> tree.Inlines:
    """Return the inlines with every node replaced by `change(node)`, children first; unchanged, they are the same."""
    changed = tuple([change(_with_children(inline, change)) for inline in inlines])
    return inlines if all(map(is_, changed, inlines)) else changed


def _with_children(inline: tree.Inline, change: Change) -> tree.Inline:
    children = children_of(inline)
    return with_children(inline, change_inlines(children, change)) if children else inline


def with_children(inline: tree.Inline, children: tree.Inlines) -> tree.Inline:
    """Return an inline that has children with others; with its own, it is the same."""
    return inline if children is children_of(inline) else replace(inline, children=children)


def split_paragraphs(inlines: tree.Inlines) -> list[tree.Inlines]:
    """Return the paragraphs of an item; the first one may be all of it."""
    ends = [place for place, one in enumerate(inlines) if isinstance(one, tree.LineBreak) and one.is_paragraph]
    starts = [0, *(end + 1 for end in ends)]
    return [inlines[start:end] for start, end in zip(starts, [*ends, len(inlines)], strict=True)]


Rewrite = Callable[[tree.Inlines], tree.Inlines]


def change_block(block: tree.Block, change: Change) -> tree.Block:
    """Return the block with every inline replaced by `change(inline)`."""
    return map_runs(block, lambda inlines: change_inlines(inlines, change))


def map_runs(block: tree.Block, rewrite: Rewrite) -> tree.Block:
    """Return the block with each of its runs of inlines replaced by `rewrite(run)`, in reading order."""
    if (run := _run_of(block)) is not None:
        children = rewrite(run)
        return block if children is run else replace(block, children=children)
    match block:
        case tree.ItemList():
            return _mapped_list(block, rewrite)
        case tree.Table():
            caption, over = rewrite(block.caption), tuple(_mapped_cells(heads, rewrite) for heads in block.over)
            head = _mapped_cells(block.head, rewrite)
            rows = tuple(replace(row, cells=_mapped_cells(row.cells, rewrite)) for row in block.rows)
            return replace(block, caption=caption, head=head, rows=rows, source=rewrite(block.source), over=over)
        case tree.Contents() | tree.Abbreviations():
            return replace(block, title=rewrite(block.title))
        case _:
            raise AssertionError("every other block has one run")


def _mapped_list(block: tree.ItemList, rewrite: Rewrite) -> tree.ItemList:
    return replace(block, items=tuple(_mapped_item(item, rewrite) for item in block.items))


def _mapped_item(item: tree.Item, rewrite: Rewrite) -> tree.Item:
    return tree.Item(rewrite(item.children), tuple(_mapped_list(below, rewrite) for below in item.lists))


def _mapped_cells(cells: Iterable[tree.Cell], rewrite: Rewrite) -> tuple[tree.Cell, ...]:
    return tuple(replace(cell, children=rewrite(cell.children)) for cell in cells)


def change_document(document: tree.Document, change: Change) -> tree.Document:
    """Return the document with every inline of cover and blocks replaced by `change(inline)`, in reading order."""
    cover = tuple(replace(line, children=change_inlines(line.children, change)) for line in document.cover)
    return replace(document, cover=cover, blocks=tuple(change_block(block, change) for block in document.blocks))
