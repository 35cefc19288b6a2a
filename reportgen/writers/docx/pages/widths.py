"""How wide text is in Times New Roman: text of a face comes in, units of which an em has 2,048 go out.

`times.txt` holds a line for each width of each face: `regular 1024 0 1 2 …`. The numbers are the advance widths of
the fonts themselves (table `hmtx`); Liberation Serif was drawn to those of Times New Roman, so a test compares them
with it. Pairs are not kerned, as in Word, which kerns only where a run asks for it (ECMA-376 Part 1, 17.3.2.19).
"""

from enum import StrEnum
from functools import cache
from importlib.resources import files
from unicodedata import category, east_asian_width

EM = 2048
"""Units in the size of the font."""

_LETTER = EM // 2
"""A character that the table lacks, about as wide as most."""


class Face(StrEnum):
    """A face of the font."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"
    BOLD_ITALIC = "bold-italic"


class Widths(dict[str, int]):
    """The width of each character of a face."""

    def __missing__(self, character: str) -> int:
        """A guess for a character that the table lacks: none for a mark above a letter, an em for an ideograph."""
        if category(character) in {"Mn", "Me", "Cf", "Cc"}:
            return 0
        return EM if east_asian_width(character) in {"W", "F"} else _LETTER

    def of(self, text: str) -> int:
        """The width of a text."""
        return sum(map(self.__getitem__, text))


@cache
def widths(face: Face) -> Widths:
    """The widths of a face."""
    return _read()[face]


@cache
def _read() -> dict[Face, Widths]:
    faces = {face: Widths() for face in Face}
    for line in files(__package__).joinpath("times.txt").read_text(encoding="utf-8").splitlines():
        face, width, *characters = line.split(" ")
        faces[Face(face)].update((_character(name), int(width)) for name in characters)
    return faces


def _character(name: str) -> str:
    """A character, or the one that `U+00A0` names, since a blank would not be seen."""
    return chr(int(name.removeprefix("U+"), 16)) if len(name) > 1 else name
