"""What is compared of a unit that is printed."""

from msgspec import Struct

from reportgen.document.walk import ALIKE
from reportgen.word.units import Unit


class PrintedUnit(Struct, frozen=True):
    """A unit as it is printed."""

    kind: str
    text: str
    figures: tuple[str, ...]
    """Of what its figures are, in their order: two that print the same number are not the same."""


def printed(unit: Unit) -> PrintedUnit:
    """Return what is compared of a unit."""
    figures = sorted(unit.figures, key=lambda bookmark: (bookmark.start, bookmark.end))
    return PrintedUnit(unit.kind, plain(unit.text), tuple(source_of(figure.name) for figure in figures))


def source_of(name: str) -> str:
    """Return the name of a figure's bookmark without its occurrence."""
    return name.rsplit("_", 1)[0]


def plain(text: str) -> str:
    """Return a text as it is compared: signs that differ in print only are one."""
    return " ".join(text.translate(ALIKE).split())
