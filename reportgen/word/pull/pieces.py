"""The pieces of a text as edits are compared: words, blanks and references, with the marks of notes that were added."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.document.walk import ALIKE
from reportgen.regex import regex
from reportgen.word.pull.marking import Written, look_of, mark_up
from reportgen.word.pull.stretches import WORD
from reportgen.word.units import Unit

BREAK = "\n\n"
"""What stands between two paragraphs."""
_SPECIAL = regex(r"([*_\\\[\]^~])")
MARK = -2
"""In place of the index of a reference: the mark of a note that was added."""
Code = tuple[str, int, int, int, int]
"""What became of a stretch of pieces, as difflib says it."""


class Piece(Struct, frozen=True):
    """A word, a reference or the break between two paragraphs."""

    text: str
    """As it is printed; of a reference its source."""
    start: int
    """In the text of the group."""
    end: int
    atom: int = -1
    """The index of the reference; -1 for what was typed, -2 for the mark of a note."""
    look: int = 0
    """0, or 1 in italics, 2 in bold, 3 in both."""

    @property
    def key(self) -> tuple[int, str]:
        """What makes two pieces the same."""
        return self.atom, "" if self.atom >= 0 else self.text.translate(ALIKE)


def write_new(unit: Unit, marks: Mapping[int, str]) -> str:
    """Return a unit that was added as it is written in light Markdown.

    Args:
        unit: the unit.
        marks: of its notes, by the characters before which they stand.
    """
    words = (
        Piece(match.group(), *match.span(), look=look_of(unit.looks, *match.span()))
        for match in WORD.finditer(unit.text)
    )
    return mark_up([as_typed(piece) for piece in with_marks(words, marks)])


def as_typed(piece: Piece) -> Written:
    """Return a piece as it is written where it was not written before."""
    return as_written(piece, escaped(piece.text) if piece.atom == -1 else piece.text)


def as_written(piece: Piece, text: str, behind: str = "") -> Written:
    """Return a piece with its look.

    Args:
        piece: the piece.
        text: as it is written.
        behind: what stands behind it and is not printed.
    """
    is_blank = piece.atom == -1 and piece.text.isspace() and piece.text != BREAK
    return Written(text, None if piece.atom == MARK or is_blank else piece.look, behind)


def with_marks(pieces: Iterable[Piece], marks: Mapping[int, str]) -> Iterator[Piece]:
    """Yield pieces, and the mark of each note behind the one at whose end or within which it stands."""
    left = dict(sorted(marks.items()))
    for piece in pieces:
        while left and next(iter(left)) <= piece.start:
            yield _mark(left)
        yield piece
        while left and next(iter(left)) <= piece.end:
            yield _mark(left)
    while left:
        yield _mark(left)


def _mark(left: dict[int, str]) -> Piece:
    at = next(iter(left))
    return Piece(left.pop(at), at, at, MARK)


def is_restyled(old: Sequence[Piece], new: Sequence[Piece], code: Code) -> bool:
    """Return whether words have another look than those that they are put in place of, or behind."""
    kind, first, last, begin, stop = code
    if kind == "equal":
        return any(
            _is_word(one) and one.look != other.look
            for one, other in zip(old[first:last], new[begin:stop], strict=True)
        )
    beside = old[first if last > first else max(0, first - 1)].look if old else 0
    return any(_is_word(piece) and piece.look != beside for piece in new[begin:stop])


def _is_word(piece: Piece) -> bool:
    return piece.atom >= 0 or (piece.atom == -1 and piece.text[:1].isalnum())


def escaped(text: str) -> str:
    """Return typed words as they are written in light Markdown."""
    return _SPECIAL.sub(r"\\\1", text) if text != BREAK else text
