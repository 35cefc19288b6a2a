"""What a report is to print once some edits are taken: every unit in its order, with its figures."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.word.align import Pairs
from reportgen.word.pull.planned import Planned
from reportgen.word.pull.printed import PrintedUnit, printed
from reportgen.word.units import Unit


class Expected(Struct, frozen=True):
    """A unit that is to be printed."""

    printed: PrintedUnit
    planned: Planned | None
    """The edit that it comes from; None for what stays as it was."""


_Key = tuple[int, int, int]
"""The built unit at or behind which a unit stands, its place in the edited report where it is new there, its part."""


class Expectation(Struct, frozen=True):
    """The built and the edited report, and how they belong together."""

    built: Sequence[Unit]
    edited: Sequence[Unit]
    pairs: Pairs
    moved: frozenset[int]

    def of(self, planned: Sequence[Planned]) -> list[Expected]:
        """Return what is to be printed with some edits, in its order; notes last, since their marks may move."""
        keyed = sorted(self._keyed(planned), key=lambda one: one[0])
        units = [one for _, one in keyed]
        return [unit for note in (False, True) for unit in units if (unit.printed.kind == "Note") is note]

    def _keyed(self, planned: Sequence[Planned]) -> Iterator[tuple[_Key, Expected]]:
        gone = {place for one in planned for place in one.built}
        following = {place: new for one in planned for place, new in one.following}
        for place, unit in enumerate(self.built):
            if place not in gone:
                yield (place, -1, 0), Expected(following.get(place) or printed(unit), None)
        arriving = {place: one for one in planned if self._arrives(one) for place in one.edited}
        for edit in planned:
            for part, new in enumerate(edit.new):
                first = edit.edited[part] if new.kind == "Note" else edit.edited[0]
                key = (self._anchor(first, arriving), first, part)
                is_new = self._arrives(edit) or (new.kind == "Note" and not self.pairs.had(first))
                yield key if is_new else (edit.built[0], -1, part), Expected(new, edit)

    def _arrives(self, edit: Planned) -> bool:
        """Return whether an edit puts a unit where none was."""
        return bool(edit.edited) and (not edit.built or bool(set(edit.built) & self.moved))

    def _anchor(self, place: int, arriving: Mapping[int, Planned]) -> int:
        """Return the built unit behind which an edited one is to stand; -1 at the very beginning."""
        for other in range(place - 1, -1, -1):
            befores = self.pairs.before.get(other, ())
            if other not in arriving and befores and not set(befores) & self.moved:
                return max(befores)
        return -1


def ordered(units: Sequence[Unit]) -> list[PrintedUnit]:
    """Return what a report prints, in the order in which it is compared."""
    found = [printed(unit) for unit in units]
    return [one for note in (False, True) for one in found if (one.kind == "Note") is note]
