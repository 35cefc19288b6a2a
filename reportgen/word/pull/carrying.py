"""Know references again that stand in another text now: by the hidden bookmarks of their figures and by fields.

What stands about a reference is known in its own text alone, so one that was put elsewhere is not taken along.
"""

from collections.abc import Iterable, Iterator

from reportgen.word.pull.sources import Followed
from reportgen.word.units import Unit


def marks_of(located: Iterable[tuple[Unit, Followed]]) -> frozenset[str]:
    """Return what the references of a report are known by: the names of bookmarks, and the codes of fields."""
    return frozenset(
        mark
        for unit, followed in located
        for atom in followed.atoms
        for mark, start, end in _marks(unit)
        if atom.start <= start and end <= atom.end
    )


def names_in(unit: Unit) -> frozenset[str]:
    """Return the marks that stand in a unit."""
    return frozenset(mark for mark, _, _ in _marks(unit))


def _marks(unit: Unit) -> Iterator[tuple[str, int, int]]:
    yield from ((one.name, one.start, one.end) for one in unit.figures)
    yield from (
        (one.code, one.start, one.end) for one in unit.fields if one.code.upper().startswith(("REF", "PAGEREF"))
    )
