"""Count words and figures of a document, as the United Nations counts them.

Headings, footnotes and tables count; the first page, the list of contents and annexes do not (practice of the
secretariat for the limits of General Assembly resolution 68/268, para. 16). A word is a run of characters between
spaces that holds a letter or a digit; each Chinese character counts as one, as in the count of Word.
"""

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct

from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_block
from reportgen.regex import regex
from reportgen.remembering import remembered, remembered_of

_WORD = regex(r"(?<!\S)[^\w\s]*+\w\S*+")
_CHINESE = regex(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


class Counts(Struct, frozen=True):
    """What a document holds."""

    paragraphs: int
    """Numbered paragraphs."""
    words: int
    figures: int
    """Figures that were written from data, before the first annex."""
    annexed: int = 0
    """Figures that were written from data, in annexes."""


def count_document(document: tree.Document) -> Counts:
    """Count paragraphs, words and figures of a numbered document."""
    main = main_blocks(document)
    return Counts(
        paragraphs=sum(isinstance(block, tree.Paragraph) and block.numbered for block in document.blocks),
        words=sum(map(words_of, main)),
        figures=sum(map(figures_in, (*document.cover, *main))),
        annexed=sum(map(figures_in, document.blocks[len(main) :])),
    )


def count_figures(document: tree.Document) -> int:
    """Return how many figures of a document were written from data."""
    return sum(map(figures_in, (*document.cover, *document.blocks)))


@remembered_of
def figures_in(block: tree.Block | tree.CoverLine) -> int:
    """Return how many figures of a block were written from data."""
    return sum(type(inline) is tree.Figure for inline in walk_block(block))


@remembered_of
def words_of(block: tree.Block) -> int:
    """Return how many words of a block count."""
    return sum(count_words(plain_text(run, notes=True)) for run in counted_runs(block))


def main_blocks(document: tree.Document) -> tuple[tree.Block, ...]:
    """Return the blocks before the first annex."""
    return tuple(takewhile(lambda block: getattr(block, "level", None) is not tree.Level.ANNEX, document.blocks))


@remembered(20_000)
def count_words(text: str) -> int:
    """Return how many words a text has; a non-breaking space parts words like any other."""
    # The dearest pattern of all to compile, and no text in the other five languages needs it.
    others, characters = (text, 0) if text.isascii() or max(text) < "\u3400" else _CHINESE.subn(" ", text)
    return len(_WORD.findall(others)) + characters


def counted_runs(block: tree.Block) -> Iterator[tree.Inlines]:
    """Yield each run of inlines of a block that counts, to be read with its footnotes."""
    if not isinstance(block, tree.Awaiting | tree.Contents):
        yield from inlines_of(block)
