"""What the rules read, and what they give: passages of text, and remarks with corrections.

A passage is one paragraph, item, heading, label or note, on one line. Where a figure is written out later it holds
U+FFFC; where there is something that no rule may touch, such as the address of a link, it holds U+FFFB. Inputs cannot
hold either character. All places are indexes of the passage.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from reportgen.claims.differences import shared_start
from reportgen.claims.passages import Span, sentences
from reportgen.languages.words import capital
from reportgen.regex import regex

FIGURE = "\ufffc"
"""Stands for a figure, alone or with its noun, that a reference is replaced by."""
UNTOUCHED = "\ufffb"
"""Stands for what is no words of the author: the address of a link, a reference to a paragraph, the mark of a note."""
MARKS = frozenset({FIGURE, UNTOUCHED})
_REACH = 60
"""Characters before an index in which a pattern is looked for, so that a long text is not searched again and again."""
_OPENING = regex(r"[“‘(\[ \xa0*_]*+")


class PassageKind(StrEnum):
    """What a passage is in the document."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a list with bullets."""
    SUBPARAGRAPH = "subparagraph"
    """An item of a list with letters or numbers, which may end with a semicolon."""
    HEADING = "heading"
    LABEL = "label"
    """What an indicator, a part or a unit is called; it stands within a sentence or a table."""
    NOTE = "note"
    """A note or a source."""


RUNNING = frozenset({PassageKind.PARAGRAPH, PassageKind.ITEM, PassageKind.SUBPARAGRAPH})
"""Running text."""
EVERYWHERE = frozenset(PassageKind)


class EditorialPassage(Struct, frozen=True, dict=True):
    """One paragraph, item, heading, label or note."""

    text: str
    kind: PassageKind = PassageKind.PARAGRAPH
    currencies: frozenset[str] = frozenset()
    """The symbols of currencies that its figures are written with."""
    identity: str = ""
    """The text with its references as they are written, by which two passages are the same; else `text`."""
    group: int | None = None
    """The issue that it answers."""

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences."""
        return sentences(self.text)

    def sentence_at(self, index: int) -> Span:
        """Return the sentence that a character stands in."""
        at = bisect_right(self.sentences, index, key=lambda span: span.start) - 1
        return self.sentences[at] if at >= 0 and index < self.sentences[at].end else Span(index, index)

    def begins_sentence(self, index: int) -> bool:
        """Return whether nothing but opening quotation marks and brackets stands before a character in its sentence."""
        start = self.sentence_at(index).start
        if start not in self._firsts:
            opening = _OPENING.match(self.text, start)
            self._firsts[start] = opening.end() if opening else start
        return index <= self._firsts[start]

    def is_bracketed(self, index: int) -> bool:
        """Return whether a character stands within round brackets."""
        opening, closing = self._brackets
        return bisect_left(opening, index) > bisect_left(closing, index)

    def follows(self, pattern: re.Pattern[str], index: int) -> bool:
        """Return whether a pattern that ends with `$` is found in the characters right before an index."""
        return pattern.search(self.text, max(0, index - _REACH), index) is not None

    @cached_property
    def _firsts(self) -> dict[int, int]:
        """The indexes of the first characters of sentences that open nothing, by the sentences' starts."""
        return {}

    @cached_property
    def _brackets(self) -> tuple[list[int], list[int]]:
        """Where round brackets open, and where they close."""
        opening, closing = ([found.start() for found in re.finditer(sign, self.text)] for sign in (r"\(", r"\)"))
        return opening, closing


class Notice(Struct, frozen=True):
    """What a rule says of some words of a passage."""

    code: str
    start: int
    """The index of the first of the words."""
    end: int
    """The index after the last of them."""
    better: str | None = None
    """What to write instead, where that is certain enough to be done by a program."""
    advice: str = ""
    """What to do, a verb first, where a person must decide."""

    def correction(self, text: str) -> tuple[Span, str] | None:
        """Return the least change that makes the correction: a span of the text, and what takes its place.

        None where there is no certain one, or where it would change what the author did not write.
        """
        if self.better is None:
            return None
        old = text[self.start : self.end]
        before = shared_start(old, self.better)
        after = min(shared_start(old[::-1], self.better[::-1]), len(old) - before, len(self.better) - before)
        changed = old[before : len(old) - after]
        new = self.better[before : len(self.better) - after]
        if old == self.better or MARKS & {*changed, *new}:
            return None
        return Span(self.start + before, self.end - after), new


Find = Callable[[EditorialPassage], Iterator[Notice]]


class Rule(Struct, frozen=True):
    """A rule that looks at one passage at a time."""

    code: str
    find: Find
    kinds: frozenset[PassageKind] = EVERYWHERE

    def remarks(self, passage: EditorialPassage) -> Iterator[Notice]:
        """Yield its remarks on a passage."""
        if passage.kind in self.kinds:
            yield from self.find(passage)


WholeRule = Callable[[Sequence[EditorialPassage]], Iterator[tuple[int, Notice]]]
"""A rule that looks at all passages together; it gives the index of the passage with each remark."""
Better = Callable[[EditorialPassage, re.Match[str]], str | None]
"""What to write instead of a match, or None where a person must decide."""
Unless = Callable[[EditorialPassage, re.Match[str]], bool]


def rewriting(
    code: str,
    pattern: str,
    better: str | Better | None,
    *,
    advice: str = "",
    unless: Unless | None = None,
    kinds: frozenset[PassageKind] = EVERYWHERE,
) -> Rule:
    """Return a rule that finds a pattern and says what to write instead.

    Args:
        code: its code in the catalogue.
        pattern: a regular expression, in which white space is written so that spaces that do not break count.
        better: what to write instead, as a template of the match or a function of it; None: a person decides.
        advice: what to do, a verb first, where there is no certain correction.
        unless: says of a match that it is something else.
        kinds: the kinds of passages that it looks at.
    """
    compiled = regex(pattern)

    def find(passage: EditorialPassage) -> Iterator[Notice]:
        for match in compiled.finditer(passage.text):
            if unless is not None and unless(passage, match):
                continue
            new = match.expand(better) if isinstance(better, str) else better and better(passage, match)
            if new != match.group():
                yield Notice(code, match.start(), match.end(), new, advice)

    return Rule(code, find, kinds)


def with_capital(passage: EditorialPassage, match: re.Match[str], words: str) -> str:
    """Return words with a capital letter where the match begins a sentence."""
    return capital(words) if passage.begins_sentence(match.start()) else words
