"""Blocks as HTML, in their order, with those that stand on turned pages together in an element of their own."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from itertools import groupby

from reportgen.document import tree
from reportgen.document.walk import plain_text, split_paragraphs, walk_inlines
from reportgen.writers.html.escaping import content, id_of, quoted
from reportgen.writers.html.front import write_abbreviations, write_contents
from reportgen.writers.html.inlines import write_inlines
from reportgen.writers.html.tables import write_table
from reportgen.writers.table_form import find_turned
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN, item_label

RANK = {tree.Level.TITLE: 1, tree.Level.ANNEX: 1, tree.Level.PART: 2, tree.Level.THEME: 3, tree.Level.REPLY: 4}
_END = '<hr class="end">\n'
"""The rule that ends a document of the United Nations; it stays on the last page, whichever way that is turned."""


def write_blocks(blocks: Sequence[tree.Block], depth: int) -> str:
    """Return all blocks of a document, and the rule that ends it.

    Args:
        blocks: the blocks.
        depth: the depth of the heading before them, or 0.
    """
    written = list(_written(blocks, depth))
    if not written:
        return _END
    runs = [(turned, [text for text, _ in run]) for turned, run in groupby(written, key=lambda pair: pair[1])]
    runs[-1][1].append(_END)
    return "".join(
        f'<div class="landscape">\n{"".join(run)}</div>\n' if turned else "".join(run) for turned, run in runs
    )


def _written(blocks: Sequence[tree.Block], depth: int) -> Iterator[tuple[str, bool]]:
    """Yield each block as HTML, and whether it stands on a turned page.

    A reader who goes by headings must not meet a gap (ISO 14289-1, 7.4.2), so a reply right below a part is an `h3`
    and a reply below a theme an `h4`; their class gives them the same look.
    """
    for block, turned in zip(blocks, find_turned(blocks), strict=True):
        if isinstance(block, tree.Heading | tree.Abbreviations):
            rank = RANK[block.level] if isinstance(block, tree.Heading) else 1
            depth = min(rank, depth + 1)
        yield _block(block, depth), turned


def _block(block: tree.Block, depth: int) -> str:
    match block:
        case tree.Heading():
            return _heading(block, depth)
        case tree.Paragraph():
            return _paragraph(block)
        case tree.ItemList():
            return _list(block)
        case tree.Table():
            return write_table(block)
        case tree.Quotation():
            return f"<blockquote>\n<p>{write_inlines(block.children)}</p>\n</blockquote>\n"
        case tree.Picture():
            return _picture(block)
        case tree.Contents():
            return write_contents(block)
        case tree.Abbreviations():
            return write_abbreviations(block, depth)
        case tree.Awaiting():
            return f'<p class="awaiting">{AWAITING_OPEN}{write_inlines(block.children)}{AWAITING_CLOSE}</p>\n'


def _heading(heading: tree.Heading, depth: int) -> str:
    """Return a heading; one with notes also names its words, since a bookmark “Justice1” says something else."""
    label = f'<span class="label">{content(heading.label)} </span>' if heading.label else ""
    facts = f' class="{heading.level}"{id_of(heading.key)}'
    if any(isinstance(inline, tree.Note) for inline in walk_inlines(heading.children)):
        words = f"{heading.label or ''} {plain_text(heading.children)}"
        facts += f" data-words={quoted(words.strip())}"
    return f"<h{depth}{facts}>{label}{write_inlines(heading.children)}</h{depth}>\n"


def _paragraph(paragraph: tree.Paragraph) -> str:
    number = f'<span class="number">{paragraph.label} </span>' if paragraph.numbered else ""
    return f"<p{id_of(paragraph.key)}>{number}{write_inlines(paragraph.children)}</p>\n"


def _picture(picture: tree.Picture) -> str:
    """Return a picture that stands in the page itself, with its title above it."""
    source = f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"
    title = f"<figcaption>{write_inlines(picture.children)}</figcaption>\n" if picture.children else ""
    image = f'<img src="{source}" alt={quoted(picture.shows)} width="{picture.width}" height="{picture.height}">'
    return f"<figure{id_of(picture.key)}>\n{title}{image}\n</figure>\n"


def _list(block: tree.ItemList) -> str:
    tag = "ul" if block.mark is tree.Mark.BULLET else "ol"
    items = (
        f'<li><span class="mark">{item_label(block.mark, position)} </span>{_item_text(item)}'
        f"{''.join(map(_list, item.lists))}</li>\n"
        for position, item in enumerate(block.items, start=1)
    )
    return f"<{tag}>\n{''.join(items)}</{tag}>\n"


def _item_text(item: tree.Item) -> str:
    """Return the paragraphs of an item; the first stands beside its mark."""
    first, *others = map(write_inlines, split_paragraphs(item.children))
    return first + "".join(f'<p class="further">{other}</p>' for other in others)
