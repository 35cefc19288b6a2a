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


class _Words(dict[str, tuple[float, float]]):
    """The width of each word of a face, alone and with what is behind it; nothing fits behind a line break."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._widths = widths(face)

    def __missing__(self, word: str) -> tuple[float, float]:
        text = word.rstrip(" \n")
        solid = self._widths.of(text)
        full = _BREAK if word[-1] == "\n" else solid + (len(word) - len(text)) * self._widths[" "]
        self[word] = (solid, full)
        return solid, full


class LineBreaker:
    """Breaks paragraphs into lines; remembers the widths of words."""

    def __init__(self) -> None:
        self._words = {face: _Words(face) for face in Face}

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
        if not pieces or _is_short(pieces, first):
            return _ONE
        size = pieces[0].size  # nearly always that of all
        words, notes = self._joined(pieces, size)
        starts = _fill(words, first * _UNITS / size, other * _UNITS / size)
        return Lines(len(starts), tuple((bisect_right(starts, word) - 1, height) for word, height in notes))

    def _joined(self, pieces: Iterable[Piece], size: int) -> tuple[list[tuple[float, float]], list[tuple[int, int]]]:
        """The widths of the words, in units of a text of this size, and the word and the height of each note."""
        words: list[tuple[float, float]] = []
        notes: list[tuple[int, int]] = []
        is_open = False
        for piece in pieces:
            found = self._measured(piece, size)
            if is_open and found:
                (_, before), (solid, full) = words.pop(), found[0]
                found[0] = (before + solid, before + full)
            words += found
            is_open = not piece.text.endswith(_CLOSES)
            if piece.note:
                notes.append((len(words) - 1, piece.note))
        return words, notes

    def _measured(self, piece: Piece, size: int) -> list[tuple[float, float]]:
        known = self._words[piece.face]
        found = [known[word] for word in _WORD.findall(piece.text)]
        if piece.size != size:
            scale = piece.size / size
            found = [(solid * scale, full * scale) for solid, full in found]
        return found


_BREAK = float(1 << 40)
_ONE = Lines(1)


def _is_short(pieces: Sequence[Piece], room: float) -> bool:
    """Whether a text surely fits, as most figures in tables do: no character is wider than an em and a half."""
    only = pieces[0]
    wide = len(only.text) * only.size * 15
    return len(pieces) == 1 and not only.note and wide <= room and "\n" not in only.text


def _fill(words: Sequence[tuple[float, float]], first: float, other: float) -> list[int]:
    """The index of the word that begins each line."""
    starts = [0]
    room, used = first, 0.0
    for index, (solid, full) in enumerate(words):
        if used and used + solid > room:
            starts.append(index)
            room, used = other, 0.0
        used += full
        if solid > room:  # a word longer than the line goes on over the next ones
            starts += [index] * int((solid - 1) // room)
    return starts
