"""The two files that are compared, as the walk through them and the record of it see them."""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.readers.docx.body import ReadWord
from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.readers.docx.parts import WordFile
from reportgen.word.redline.atoms import Atom, atoms_of, is_listed
from reportgen.word.redline.stories import Stories, stories_of
from reportgen.word.units import Unit


class Side(Struct, eq=False):
    """One of the two files, as the walk sees it."""

    word: ReadWord
    units: Sequence[Unit]
    stories: Stories
    blocks: list[Element] = []
    """The elements of the body that are compared: paragraphs and tables."""
    places: dict[Element, int] = {}
    """The index of each of them."""

    @property
    def paragraphs(self) -> Sequence[Element]:
        """The paragraphs of the file by `Line.place`, from 1."""
        return self.word.paragraphs

    @property
    def file(self) -> WordFile:
        """The parts of the file."""
        return self.word.file

    @property
    def by_paragraph(self) -> dict[Element, Unit]:
        """The units of the text by their paragraphs."""
        return {self.paragraphs[unit.line - 1]: unit for unit in reversed(self.units) if unit.line}

    def block_of(self, unit: Unit) -> int | None:
        """Return the index of the block that a unit stands in; None for a note."""
        element: Element | None = self.paragraphs[unit.line - 1] if unit.line else None
        while element is not None and element not in self.places:
            element = element.getparent()
        return None if element is None else self.places[element]

    def atoms(self, *blocks: Element) -> list[Atom]:
        """Return the atoms of paragraphs of the text, or of all that stand in tables."""
        paragraphs = (part for block in blocks for part in ([block] if name_of(block) == "p" else block.iter(f"{W}p")))
        return atoms_of(paragraphs, self.stories.text)


def side_of(word: ReadWord, units: Sequence[Unit], data: bytes) -> Side:
    """Return a file as the walk sees it, with its bytes."""
    side = Side(word, units, stories_of(data, word.file))
    body = word.file.document.find(f"{W}body")
    kept = (
        []
        if body is None
        else [element for element in body if name_of(element) in {"p", "tbl"} and not is_listed(element)]
    )
    side.blocks, side.places = kept, {one: place for place, one in enumerate(kept)}
    return side
