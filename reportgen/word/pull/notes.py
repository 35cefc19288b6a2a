"""Notes that were added to a report: where their marks stand, and what is written for them."""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.project.corrections import TextChange
from reportgen.word.align import Pairs
from reportgen.word.pull.pieces import BREAK, write_new
from reportgen.word.pull.placing import TextEdit
from reportgen.word.pull.printed import plain
from reportgen.word.pull.sources import ProjectText
from reportgen.word.units import Unit


def home_of(units: Sequence[Unit], place: int) -> int:
    """Return the place of the unit in which the mark of a note stands; -1 for none."""
    while place >= 0 and units[place].kind == "Note":
        place -= 1
    return place


def marks_in(unit: Unit) -> tuple[str, ...]:
    """Return behind which words of a unit each mark of a note stands."""
    return tuple(plain(unit.text[:at]) for at in unit.marks)


class NewNote(Struct, frozen=True):
    """A note that was added to a unit."""

    place: int
    """Of the note among the edited units."""
    at: int
    """Before which character of its unit its mark stands."""


class AddedNotes:
    """Finds the notes that were added, and gives each a label that its text does not have."""

    def __init__(self, edited: Sequence[Unit], pairs: Pairs) -> None:
        self._edited, self._pairs = edited, pairs
        self._labels: set[tuple[ProjectText, str]] = set()

    def added_to(self, place: int) -> list[NewNote]:
        """Return the notes that were added to an edited unit; none where it cannot be told which mark is whose."""
        end = place + 1
        while end < len(self._edited) and self._edited[end].kind == "Note":
            end += 1
        marks = self._edited[place].marks
        if self._edited[place].kind == "Note" or len(marks) != end - place - 1:
            return []
        found = zip(range(place + 1, end), marks, strict=True)
        return [NewNote(note, at) for note, at in found if not self._pairs.had(note)]

    def label(self, source: ProjectText) -> str:
        """Return the mark of a new note: `[^2]`."""
        number = 1
        while f"[^{number}]" in source.text or (source, f"[^{number}]") in self._labels:
            number += 1
        self._labels.add((source, f"[^{number}]"))
        return f"[^{number}]"

    def definition(self, source: ProjectText, label: str, note: NewNote) -> TextEdit:
        """Return what is written at the end of a text for a note."""
        end = len(source.text.rstrip())
        words = f"{BREAK}{label}: {write_new(self._edited[note.place], {})}"
        return TextEdit(source.path, TextChange(Span(end, end), words))
