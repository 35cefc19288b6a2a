"""Words and numbers of a document, as the United Nations counts them.

Headings, footnotes and tables count; the first page, the list of contents and annexes do not (practice of the
secretariat for the limits of General Assembly resolution 68/268, para. 16). A word is a run of characters between
spaces that holds a letter or a digit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from reportgen.document.tree import (
    Awaiting,
    Block,
    Contents,
    Document,
    Figure,
    Heading,
    Level,
    Paragraph,
    Text,
)
from reportgen.document.walk import inlines_of, plain_text, walk

_WORD = re.compile(r"\S*?\w\S*")
_NUMBER = re.compile(r"(?<![\w.])\d[\d,.]*(?:\d|\b)")
_YEAR = re.compile(r"(19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Counts:
    """What a document holds."""

    paragraphs: int
    """Numbered paragraphs."""
    words: int
    figures: int
    """Figures that were written from data."""
    typed: int
    """Other numbers in the text, without years."""


def count_document(document: Document) -> Counts:
    """Count paragraphs, words and figures of a numbered document."""
    return Counts(
        paragraphs=sum(isinstance(block, Paragraph) and block.numbered for block in document.blocks),
        words=sum(count_words(text) for text in _texts(document)),
        figures=sum(isinstance(inline, Figure) for inline in walk(document)),
        typed=sum(_typed_numbers(inline.text) for inline in walk(document) if isinstance(inline, Text)),
    )


def main_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks before the first annex."""
    return tuple(takewhile(lambda block: not _is_annex(block), document.blocks))


def _is_annex(block: Block) -> bool:
    return isinstance(block, Heading) and block.level is Level.ANNEX


def count_words(text: str) -> int:
    """The words of a text; a non-breaking space parts words like any other."""
    return len(_WORD.findall(text))


def _texts(document: Document) -> Iterator[str]:
    """The text of every block that counts, with its footnotes."""
    for block in main_blocks(document):
        if not isinstance(block, Awaiting | Contents):
            yield from (plain_text(inlines, notes=True) for inlines in inlines_of(block))


def _typed_numbers(text: str) -> int:
    return sum(not _YEAR.fullmatch(number) for number in _NUMBER.findall(text))
