"""Read a numbered document as passages: its paragraphs, items, notes and cells as text.

Each passage knows which of its characters no author typed: figures from data, the words of phrases, references.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, printed_spans, walk_block, walk_inlines
from reportgen.document.words import main_blocks
from reportgen.remembering import remembered_of


class PrintedFigure(Struct, frozen=True):
    """A figure from data, and where it stands in its passage."""

    start: int
    end: int
    figure: tree.Figure


class Passage(Struct, frozen=True):
    """A run of text of a document."""

    text: str
    position: int
    """The index of its block in the document."""
    issue: int | None
    """The issue that it answers; None outside the replies."""
    figures: tuple[PrintedFigure, ...] = ()
    made: tuple[tuple[int, int], ...] = ()
    """The characters that the program writes, in their order: figures, the words of phrases, numbers of paragraphs."""
    lead: str = ""
    """Of an item: the paragraph that leads to its list."""
    is_generated: bool = False
    """Whether it is written from data as a whole."""
    below: tuple[tree.Figure, ...] = ()
    """The figures of the list or the table that it leads to, or whose title it is."""

    def figures_at(self, start: int, end: int) -> tuple[PrintedFigure, ...]:
        """Return the figures from data that some characters touch."""
        first = bisect_left(self.figures, start + 1, key=lambda figure: figure.end)
        return self.figures[first : bisect_left(self.figures, end, key=lambda figure: figure.start)]

    def is_typed(self, start: int, end: int) -> bool:
        """Return whether an author may have typed some characters: no figure and no reference touches them."""
        if self.is_generated:
            return False
        place = bisect_left(self.made, end, key=lambda span: span[0]) - 1
        return place < 0 or self.made[place][1] <= start


def passages(document: tree.Document, generated: Collection[str] = ()) -> Iterator[Passage]:
    """Yield the passages before the first annex, in the order of reading; headings and lists of contents are none.

    Args:
        document: a numbered document.
        generated: the keys of the blocks that are written from data as a whole.
    """
    issue: int | None = None
    lead = ""
    blocks = list(main_blocks(document))
    for position, (block, following) in enumerate(zip(blocks, [*blocks[1:], None], strict=True)):
        if isinstance(block, tree.Heading):
            issue, lead = tree.issue_of(block), ""
            continue
        if isinstance(block, tree.Paragraph | tree.Quotation | tree.ItemList | tree.Table | tree.Picture):
            before = lead if isinstance(block, tree.ItemList) else ""
            empty = Passage("", position, issue, lead=before, is_generated=tree.key_of(block) in generated)
            yield from _of_block(block, empty, _led_to(block, following))
        lead = plain_text(block.children) if isinstance(block, tree.Paragraph) else lead


def _led_to(block: tree.Block, following: tree.Block | None) -> tree.Block | None:
    """Return the block whose figures the first words of a block lead to: the list behind a colon, a table its own.

    A short paragraph without a stop leads to the paragraph below it, as a heading does.
    """
    if isinstance(block, tree.Table):
        return block
    if not isinstance(block, tree.Paragraph) or following is None:
        return None
    text = plain_text(block.children).rstrip()
    if isinstance(following, tree.ItemList | tree.Table):
        return following if text.endswith(":") else None
    is_title = isinstance(following, tree.Paragraph) and len(text) <= _TITLE and text[-1:].isalpha()
    return following if is_title else None


_TITLE = 100
"""Characters of a paragraph that stands over others as a heading does."""


@remembered_of
def _of_block(block: tree.Block, empty: Passage, led_to: tree.Block | None) -> tuple[Passage, ...]:
    """Return the passages of a block, each with its notes behind it."""
    return tuple(_passages_of(block, empty, led_to))


def _passages_of(block: tree.Block, empty: Passage, led_to: tree.Block | None) -> Iterator[Passage]:
    for number, inlines in enumerate(inlines_of(block)):
        runs = [inlines, *(inline.children for inline in walk_inlines(inlines) if isinstance(inline, tree.Note))]
        for run in runs:
            text = plain_text(run)
            if text.strip():
                spans = list(printed_spans(run))
                figures = tuple(
                    PrintedFigure(start, end, node) for start, end, node in spans if isinstance(node, tree.Figure)
                )
                made = [(start, end + len(getattr(node, "tail", ""))) for start, end, node in spans]
                below = _figures_of(led_to) if led_to is not None and number == 0 and run is inlines else ()
                yield replace(empty, text=text, figures=figures, made=tuple(made), below=below)


def _figures_of(block: tree.Block) -> tuple[tree.Figure, ...]:
    """Return the figures of a list or a table, in the order of reading."""
    return tuple(inline for inline in walk_block(block) if isinstance(inline, tree.Figure))
