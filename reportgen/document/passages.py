"""Passages of a document: its paragraphs, items, notes and cells as text, with the places of figures from data.

In: a numbered document. Out: for each run of text what is printed, and which of its characters no author typed.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import (
    Block,
    Citation,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Level,
    Link,
    Note,
    Paragraph,
    Quotation,
    Raised,
    Reference,
    Table,
)
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.document.words import main_blocks

_REPLY = "reply-"
"""What the key of a reply's heading begins with, before the number of its issue."""


class Printed(Struct, frozen=True):
    """A figure from data, and where it stands in its passage."""

    start: int
    end: int
    figure: Figure


class Passage(Struct, frozen=True):
    """A run of text of a document."""

    text: str
    position: int
    """The index of its block in the document."""
    issue: int | None
    """The issue that it answers; None outside the replies."""
    figures: tuple[Printed, ...] = ()
    made: tuple[tuple[int, int], ...] = ()
    """The characters that the program writes, in their order: figures, the words of phrases, numbers of paragraphs."""
    lead: str = ""
    """Of an item: the paragraph that leads to its list."""
    is_generated: bool = False
    """Whether it is written from data as a whole."""

    def is_typed(self, start: int, end: int) -> bool:
        """Whether an author may have typed some characters: no figure and no reference touches them."""
        if self.is_generated:
            return False
        place = bisect_left(self.made, end, key=lambda span: span[0]) - 1
        return place < 0 or self.made[place][1] <= start


def passages(document: Document, generated: Collection[str] = ()) -> Iterator[Passage]:
    """Yield the passages before the first annex, in the order of reading; headings and lists of contents are none.

    Args:
        document: a numbered document.
        generated: the keys of the blocks that are written from data as a whole.
    """
    issue: int | None = None
    lead = ""
    for position, block in enumerate(main_blocks(document)):
        if isinstance(block, Heading):
            issue, lead = _issue(block), ""
            continue
        if isinstance(block, Paragraph | Quotation | ItemList | Table):
            key: str | None = getattr(block, "key", None)
            is_list = isinstance(block, ItemList)
            one = Passage("", position, issue, lead=lead if is_list else "", is_generated=key in generated)
            yield from _of_block(block, one)
        lead = plain_text(block.children) if isinstance(block, Paragraph) else lead


def _issue(heading: Heading) -> int | None:
    """Return the number of the issue that a heading stands over a reply to."""
    number = (heading.key or "").removeprefix(_REPLY)
    return int(number) if heading.level is Level.REPLY and number.isdecimal() else None


def _of_block(block: Block, empty: Passage) -> Iterator[Passage]:
    """Yield the passages of a block, each with its notes behind it."""
    for inlines in inlines_of(block):
        runs = [inlines, *(one.children for one in walk_inlines(inlines) if isinstance(one, Note))]
        for run in runs:
            text = plain_text(run)
            if text.strip():
                spans = list(_made(run, 0))
                figures = tuple(Printed(start, end, one) for start, end, one in spans if isinstance(one, Figure))
                made = [(start, end + len(getattr(one, "tail", ""))) for start, end, one in spans]
                yield replace(empty, text=text, figures=figures, made=tuple(made))


def _made(inlines: Inlines | Iterable[Inline], offset: int) -> Iterator[tuple[int, int, Inline]]:
    """Yield what the program writes in a run, with where it begins and ends; notes are runs of their own."""
    for inline in inlines:
        length = len(plain_text((inline,)))
        if isinstance(inline, Figure | Reference | Citation):
            yield offset, offset + length, inline
        elif isinstance(inline, Emphasis | Raised | Link):
            yield from _made(inline.children, offset)
        offset += length
