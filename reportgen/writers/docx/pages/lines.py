"""How text breaks into lines: pieces of text come in, the number of lines and the lines of the notes go out.

Lines are filled greedily, as Word fills them: a word that does not fit begins the next line. A line may break behind
blanks, hyphens and dashes, but not at a non-breaking space or hyphen; blanks at its end take no room.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.writers.docx.pages.widths import EM, Face, widths

_WORD = re.compile(r"(?:[^ \n–—-]|-(?=[0-9]))*(?: +|\n|[–—-]+ *)|(?:[^ \n–—-]|-(?=[0-9]))+")
"""A word with what is behind it; the hyphen of `83-1` holds (Unicode Standard Annex 14, HY × NU)."""
_CLOSES = (" ", "–", "—", "-", "\n")
_UNITS = EM / 10
"""Units of a text set in half points that make one twip: a size of 20 half points is an em of 200 twips."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one face and size."""

    text: str
    face: Face
    size: int
    """In half points."""
    note: int = 0
    """The height in twips of the note whose mark this is; 0 for text."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a paragraph."""

    count: int
    notes: tuple[tuple[int, int], ...] = ()
    """The line of each note, from 0, and the height of the note."""


class LineBreaker:
    """Breaks paragraphs into lines; remembers the widths of words."""

    def __init__(self) -> None:
        self._known: dict[tuple[Face, str], tuple[int, int]] = {}

    def width(self, text: str, face: Face, size: int) -> float:
        """The width of a text in twips."""
        return widths(face).of(text) * size / _UNITS

    def fill(self, pieces: Sequence[Piece], first: float, other: float) -> Lines:
        """The lines that pieces of text fill.

        Args:
            pieces: the text.
            first: twips of the first line that the text may take.
            other: of the others.
        """
        words, notes = self._words(pieces)
        starts = _fill(words, first * _UNITS, other * _UNITS)
        return Lines(len(starts), tuple((bisect_right(starts, word) - 1, height) for word, height in notes))

    def _words(self, pieces: Iterable[Piece]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Each word's width, alone and with what is behind it, in units times half points; each note's word."""
        words: list[tuple[int, int]] = []
        notes: list[tuple[int, int]] = []
        is_open = False
        for piece in pieces:
            if not piece.text:
                continue
            found = self._measured(piece)
            if is_open and words:
                (_, before), (solid, full) = words.pop(), found[0]
                found = [(before + solid, before + full), *found[1:]]
            words += found
            is_open = not piece.text.endswith(_CLOSES)
            if piece.note:
                notes.append((len(words) - 1, piece.note))
        return words, notes

    def _measured(self, piece: Piece) -> list[tuple[int, int]]:
        known, face, size = self._known, piece.face, piece.size
        measured = []
        for word in _WORD.findall(piece.text):
            width = known.get((face, word))
            if width is None:
                width = known[face, word] = (_solid(word, face), widths(face).of(word.rstrip("\n")))
            measured.append((width[0] * size, width[1] * size if word[-1] != "\n" else _BREAK))
        return measured


_BREAK = 1 << 40
"""The width of a word with a line break behind it: nothing fits after it."""


def _solid(word: str, face: Face) -> int:
    return widths(face).of(word.rstrip(" \n"))


def _fill(words: Sequence[tuple[int, int]], first: float, other: float) -> list[int]:
    """The index of the word that begins each line."""
    starts = [0]
    room, used = first, 0
    for index, (solid, full) in enumerate(words):
        if used and used + solid > room:
            starts.append(index)
            room, used = other, 0
        used += full
        if solid > room:  # a word longer than the line goes on over the next ones
            starts += [index] * int(solid / room)
    return starts
