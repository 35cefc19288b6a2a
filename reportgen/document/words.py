"""Words and numbers of a document, as the United Nations counts them.

Headings, footnotes and tables count; the first page, the list of contents and annexes do not (practice of the
secretariat for the limits of General Assembly resolution 68/268, para. 16). A word is a run of characters between
spaces that holds a letter or a digit.
"""

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import (
    Awaiting,
    Block,
    Contents,
    Document,
    Heading,
    Inlines,
    Level,
    Paragraph,
)
from reportgen.document.walk import figures, inlines_of, plain_text
from reportgen.regex import regex

_WORD = regex(r"(?<!\S)[^\w\s]*+\w\S*+")


class Counts(Struct, frozen=True):
    """What a document holds."""

    paragraphs: int
    """Numbered paragraphs."""
    words: int
    figures: int
    """Figures that were written from data, before the first annex."""
    annexed: int = 0
    """Figures that were written from data, in annexes."""


def count_document(document: Document) -> Counts:
    """Count paragraphs, words and figures of a numbered document."""
    main = replace(document, blocks=main_blocks(document))
    written = count_figures(main)
    return Counts(
        paragraphs=sum(isinstance(block, Paragraph) and block.numbered for block in document.blocks),
        words=sum(count_words(plain_text(run, notes=True)) for block in main.blocks for run in counted_runs(block)),
        figures=written,
        annexed=count_figures(document) - written,
    )


def count_figures(document: Document) -> int:
    """The figures of a document that were written from data."""
    return sum(1 for _ in figures(document))


def main_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks before the first annex."""
    return tuple(takewhile(lambda block: not _is_annex(block), document.blocks))


def _is_annex(block: Block) -> bool:
    return isinstance(block, Heading) and block.level is Level.ANNEX


def count_words(text: str) -> int:
    """The words of a text; a non-breaking space parts words like any other."""
    return len(_WORD.findall(text))


def counted_runs(block: Block) -> Iterator[Inlines]:
    """Each run of inlines of a block that counts, to be read with its footnotes."""
    if not isinstance(block, Awaiting | Contents):
        yield from inlines_of(block)
