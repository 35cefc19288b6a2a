"""Know references again that were moved to another text: by the hidden bookmarks of their figures and by fields."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.compose.written import ALIKE
from reportgen.word.pull.printed import source_of
from reportgen.word.pull.sources import Followed
from reportgen.word.units import Unit


class Home(Struct, frozen=True):
    """A reference where it was written."""

    source: str
    """As it is written: `{{ legal_aid | last }}`."""
    printed: str
    figures: tuple[str, ...]
    """Of what its figures are."""


class Mark(Struct, frozen=True):
    """A bookmark or field by which a reference is known again."""

    home: Home
    offset: int
    """Where it stands in what the reference prints."""


class Carried(Struct, frozen=True):
    """A reference that came from another text."""

    home: Home
    start: int
    end: int


def marks_of(located: Iterable[tuple[Unit, Followed]]) -> dict[str, Mark]:
    """Return by which marks the references of a report are known again: names of bookmarks, and codes of fields."""
    found: dict[str, Mark] = {}
    for unit, followed in located:
        for atom in followed.atoms:
            inside = [(one.name, one.start) for one in unit.figures if atom.start <= one.start and one.end <= atom.end]
            fields = [(one.code, one.start) for one in unit.fields if atom.start <= one.start and one.end <= atom.end]
            sources = tuple(source_of(name) for name, _ in inside)
            home = Home(atom.span.of(followed.source.text), unit.text[atom.start : atom.end], sources)
            for name, start in (*inside, *fields):
                found.setdefault(name, Mark(home, start - atom.start))
    return found


def find_carried(unit: Unit, marks: Mapping[str, Mark], own: frozenset[str]) -> Iterator[Carried | None]:
    """Yield the references in an edited unit that came from another text; None for one that is not whole.

    Args:
        unit: as it came back.
        marks: of all references.
        own: those of the text that the unit was edited from.
    """
    found = [*((one.name, one.start) for one in unit.figures), *_fields(unit)]
    end = 0
    for name, start in sorted(found, key=lambda one: one[1]):
        mark = marks.get(name)
        if name in own or (mark and start < end):
            continue
        carried = _whole(unit, mark, start) if mark else None
        yield carried
        end = carried.end if carried else end


def _fields(unit: Unit) -> Iterator[tuple[str, int]]:
    for one in unit.fields:
        if one.code.upper().startswith(("REF", "PAGEREF")):
            yield one.code, one.start


def _whole(unit: Unit, mark: Mark, start: int) -> Carried | None:
    begin = start - mark.offset
    end = begin + len(mark.home.printed)
    same = begin >= 0 and unit.text[begin:end].translate(ALIKE) == mark.home.printed.translate(ALIKE)
    return Carried(mark.home, begin, end) if same else None
