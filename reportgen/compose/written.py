"""Find where words of the document were written: from characters of a block to the line of an agency's text.

A list or a quotation has no key: it was written in the same text as the paragraph before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from reportgen.compose.references import place_in
from reportgen.diagnostics import Path, Place, Places
from reportgen.document.tree import Block, Heading, issue_of, key_of
from reportgen.document.walk import ALIKE
from reportgen.model.references import REFERENCES

_CONTEXTS = (40, 20, 8, 0)
"""How many characters before the words must be the same in the agency's text; fewer where figures stand among them."""


class WrittenText(Struct, frozen=True):
    """An agency's text."""

    text: str
    path: Path
    """Its path in the model."""


class WrittenPlaces(Struct, frozen=True):
    """Finds the places of words."""

    texts: Mapping[str, WrittenText]
    """The text in which each paragraph was written, by the paragraph's key."""
    places: Places
    templates: Mapping[str, Place | None]
    """Where a template writes the block of each key."""
    keyless: Mapping[int, Sequence[WrittenText]] = {}
    """The texts that hold no paragraph, by the number of the issue that they answer."""

    def find(self, blocks: Sequence[Block], position: int, text: str, start: int, end: int) -> Place | None:
        """Return the place of some words.

        Args:
            blocks: the blocks of the document.
            position: the index of the block in which the words stand.
            text: the text of the block, or of the part of it that holds them, as it is printed.
            start: where the words begin in it.
            end: where they end.
        """
        for block in reversed(blocks[: position + 1]):
            key = key_of(block)
            if key is not None and key in self.texts:
                return self._within(self.texts[key], text, start, end)
            if key is not None and self.templates.get(key) is not None:
                return self.templates[key]
            if isinstance(block, Heading):
                return None
        return None

    def _within(self, written: WrittenText, text: str, start: int, end: int) -> Place | None:
        source = written.text.translate(ALIKE)
        for context in _CONTEXTS:
            wanted = text[max(start - context, 0) : end].translate(ALIKE)
            found = source.find(wanted)
            if found >= 0:
                offset = found + len(wanted) - (end - start)
                return place_in(written.text, offset, written.path, self.places)
        return self.places.find(written.path)


_WINDOWS = ((24, 24), (10, 10), (24, 0), (0, 24), (3, 3))
"""How many characters before and after a number must be the same in the agency's text; figures may stand among them."""


class _Source(Struct):
    """An agency's text in which references are blank, and how far numbers were looked for in it."""

    text: str
    place: Place | None
    lines: Mapping[int, Place]
    starts: Sequence[int]
    """Where each line begins."""
    at: int = 0

    def find(self, text: str, start: int, end: int) -> int | None:
        """Return where the characters of a printed text stand in this one; None where nobody typed them."""
        printed = text.translate(ALIKE)
        for before, after in _WINDOWS:
            first = max(start - before, 0)
            wanted = printed[first : end + after]
            found = self.text.find(wanted, self.at)
            found = self.text.find(wanted) if found < 0 else found
            if found >= 0:
                return self._passed(found + start - first, end - start)
        number = re.compile(rf"(?<![\w.,]){re.escape(printed[start:end])}(?!\d|[.,]\d)")
        match = number.search(self.text, self.at) or number.search(self.text)
        return None if match is None else self._passed(match.start(), end - start)

    def _passed(self, found: int, length: int) -> int:
        self.at = found + length
        return found

    def place_of(self, offset: int) -> Place | None:
        """Return the place of a character."""
        line = bisect_right(self.starts, offset) - 1
        known = self.lines.get(line)
        if known is None or known.line is None:
            return known or self.place
        return Place(known.file, known.line, (known.column or 1) + offset - self.starts[line])


class TypedPlaces(Struct):
    """Finds where numbers were typed; they are asked for in the order of the document."""

    written: WrittenPlaces
    blocks: Sequence[Block]
    _sources: dict[Path, _Source] = {}

    def find(self, position: int, text: str, start: int, end: int) -> tuple[bool, Place | None]:
        """Return whether somebody typed some characters of a block, and where.

        A list that is a reply by itself may stand between two other replies, so that both are looked at.

        Args:
            position: the index of the block.
            text: the run of the block that holds the characters, as it is printed.
            start: where they begin in it.
            end: where they end.
        """
        nearest: _Source | None = None
        for written in self._keyless(position):
            source = self._source(written)
            if text[max(start - _WINDOWS[0][0], 0) : end].translate(ALIKE) in source.text:
                return True, source.place_of(source.find(text, start, end) or 0)
        for block in self._nearest(position):
            key = key_of(block)
            if key is not None and key in self.written.texts:
                source = self._source(self.written.texts[key])
                offset = source.find(text, start, end)
                if offset is not None:
                    return True, source.place_of(offset)
                nearest = nearest or source
                if block is self.blocks[position]:
                    break
            if key is not None and self.written.templates.get(key) is not None:
                return True, self.written.templates[key]
        return nearest is None, nearest.place if nearest else None

    def _keyless(self, position: int) -> Sequence[WrittenText]:
        """Return the texts without a paragraph in which a block without a key may stand."""
        if key_of(self.blocks[position]) is not None or not self.written.keyless:
            return ()
        above = reversed(self.blocks[:position])
        issue = next((issue_of(block) for block in above if isinstance(block, Heading)), None)
        return self.written.keyless.get(issue, ()) if issue is not None else ()

    def _nearest(self, position: int) -> Iterator[Block]:
        """Yield the blocks from one back to its heading, then those behind it: a reply may begin with a list."""
        for step, first in ((-1, position), (1, position + 1)):
            place = first
            while 0 <= place < len(self.blocks) and not isinstance(self.blocks[place], Heading):
                yield self.blocks[place]
                place += step

    def _source(self, written: WrittenText) -> _Source:
        if written.path not in self._sources:
            blank = REFERENCES.sub(lambda match: "\0" * len(match.group()), written.text)
            starts = [0, *accumulate(len(line) + 1 for line in written.text.split("\n"))][:-1]
            places = self.written.places
            lines = {line: at for line in range(len(starts)) if (at := places.exact((*written.path, line)))}
            source = _Source(blank.translate(ALIKE), places.find(written.path), lines, starts)
            self._sources[written.path] = source
        return self._sources[written.path]
