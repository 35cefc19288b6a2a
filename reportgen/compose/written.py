"""Where words of the document were written: from a block and some of its characters to the line of an agency's text.

In come the blocks of the tree and the texts that compose has read; out comes a place. A list or a quotation has no
key: it was written in the same text as the paragraph before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportgen.compose.references import place_in
from reportgen.diagnostics import Path, Place, Places
from reportgen.document.tree import Block, Heading

_CONTEXTS = (40, 20, 8, 0)
"""How many characters before the words must be the same in the agency's text; fewer where figures stand among them."""
ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " "})
"""Characters that differ in print only; each is one character, so that offsets hold."""


@dataclass(frozen=True, slots=True)
class WrittenText:
    """An agency's text."""

    text: str
    path: Path
    """Its path in the model."""


@dataclass(frozen=True, slots=True)
class WrittenPlaces:
    """Finds the places of words."""

    texts: Mapping[str, WrittenText]
    """The text in which each paragraph was written, by the paragraph's key."""
    places: Places
    templates: Mapping[str, Place | None]
    """Where a template writes the block of each key."""

    def find(self, blocks: Sequence[Block], position: int, text: str, start: int, end: int) -> Place | None:
        """The place of some words.

        Args:
            blocks: the blocks of the document.
            position: the index of the block in which the words stand.
            text: the text of the block, or of the part of it that holds them, as it is printed.
            start: where the words begin in it.
            end: where they end.
        """
        for block in reversed(blocks[: position + 1]):
            key: str | None = getattr(block, "key", None)
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
