"""Leave alone what was changed in the inputs since a document was built: it is no edit that the document has.

Without the document as it was built, whatever an agency changed since looks like an edit that takes it back.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.last_build import BUILD, read_last_build
from reportgen.document.stamp import STAMP, stamp_of
from reportgen.document.tree import Document
from reportgen.document.walk import ALIKE
from reportgen.readers.reading import ReadReport, read_report
from reportgen.word.align import Pairs, align, align_versions, join_pairs, moved
from reportgen.word.pull.looks import changed_looks
from reportgen.word.pull.notes import home_of, marks_in
from reportgen.word.pull.pairing import pair_in_place
from reportgen.word.pull.planned import Planned
from reportgen.word.pull.printed import plain
from reportgen.word.result import EditKind
from reportgen.word.units import Unit

CHANGED_SINCE = "the inputs were changed here since {name} was built"


class Sent(Struct, frozen=True):
    """A document as it was built."""

    data: bytes
    name: str
    """For messages."""


class Original(Struct, frozen=True):
    """The document that was edited, as it was built."""

    name: str
    read: ReadReport | None
    """None where the document of this name is not known to be the one that was edited."""


def find_original(root: Path, document: Document, edited: ReadReport, sent: Sent | None) -> Original | None:
    """Return the document that was edited, as it was built; None where the project still makes the same one.

    A document that the user named is taken, unless its stamp says that it is another build. The last build is taken
    only where the stamps are equal: what agencies changed between two builds would else be taken back.

    Args:
        root: the project's folder.
        document: the report as the project makes it now.
        edited: the document as it came back.
        sent: the document that the user named.
    """
    stamp = _stamp(edited)
    if sent is not None:
        read = read_report(sent.data, sent.name)
        return Original(sent.name, None if stamp and _stamp(read) not in {"", stamp} else read)
    if stamp == stamp_of(document):
        return None
    last = _last_built(root, document.symbol)
    if last is None:
        return Original("the report as the inputs make it now", None)
    read = read_report(last.data, last.name)
    return Original(last.name, read if stamp and _stamp(read) == stamp else None)


def _stamp(read: ReadReport) -> str:
    return read.word.file.property_of(STAMP) if read.word else ""


def _last_built(root: Path, symbol: str) -> Sent | None:
    """Return the Word file of the last build of a project; None where it is not there, or is not as it was built."""
    name = symbol.replace("/", "-")
    last = read_last_build(root, name)
    data = None if isinstance(last, str) else last.reports.get("docx")
    return None if data is None else Sent(data, f"{BUILD}/{name}.docx")


class Since:
    """What was done since a document was built: to the inputs, and to the document."""

    def __init__(self, sent: Sequence[Unit], built: Sequence[Unit], edited: Sequence[Unit], name: str) -> None:
        """Compare a document with what became of it.

        Args:
            sent: its units as it was built.
            built: those of the report as it is built now.
            edited: those of the document as it came back.
            name: of the document, for messages.
        """
        self._sent, self._built, self._edited, self._name = sent, built, edited, name
        self._inputs, self._edits = align_versions(sent, built), align(sent, edited)
        pair_in_place(sent, edited, self._edits)
        self._moved = frozenset(now for one in moved(self._edits, sent) for now in self._edits.after[one])
        self.as_sent = frozenset(place for place in range(len(edited)) if self._is_as_sent(place))
        """The edited units that are as they were when the document was built: nobody edited them."""

    def pairs(self) -> Pairs:
        """Return which units of the report as it is built now and of the edited document belong together.

        A bookmark says where a paragraph stands, so that it is found by its bookmark in its own document alone.
        """
        return join_pairs(self._inputs, self._edits, self._built, self._edited)

    def leave_changed(self, planned: Sequence[Planned]) -> Iterator[Planned]:
        """Yield edits, those without their changes that stand where the inputs were changed since.

        Args:
            planned: the edits; one is passed over where only data changed since.
        """
        for edit in planned:
            is_unedited = self.as_sent.issuperset(edit.edited)
            if self._is_changed(edit) and (edit.edits or is_unedited):
                yield replace(edit, edits=(), refusals=(), problem=CHANGED_SINCE.format(name=self._name))
            elif not (is_unedited and edit.kind is EditKind.EDITED):
                yield edit

    def _is_changed(self, edit: Planned) -> bool:
        """Return whether the inputs were changed where an edit is to be made."""
        if not edit.built:  # it was there when the document was built, and is gone from the inputs
            return any(self._edits.had(place) for place in edit.edited if self._edited[place].kind != "Note")
        is_moved_there = edit.kind is EditKind.MOVED and not self._moved.issuperset(edit.edited)
        return is_moved_there or any(map(self._is_rewritten, edit.built))

    def _is_rewritten(self, place: int) -> bool:
        """Return whether somebody typed something else into a built unit since."""
        before = self._inputs.before.get(place, ())
        return len(before) != 1 or _typed(self._sent[before[0]]) != _typed(self._built[place])

    def _is_as_sent(self, place: int) -> bool:
        before = self._edits.before.get(place, ())
        if len(before) != 1 or place in self._moved or len(self._edits.after[before[0]]) != 1:
            return False
        then, now = self._sent[before[0]], self._edited[place]
        is_at_home = now.kind != "Note" or self._is_at_home(before[0], place)
        return is_at_home and _whole(then) == _whole(now) and not changed_looks([then], [now])

    def _is_at_home(self, then: int, now: int) -> bool:
        home = home_of(self._sent, then)
        return home < 0 or home_of(self._edited, now) in self._edits.after.get(home, ())


def _whole(unit: Unit) -> tuple[str, str, tuple[str, ...], tuple[str, ...], int]:
    names = tuple(figure.name for figure in unit.figures)
    return unit.kind, plain(unit.text), names, marks_in(unit), unit.text.count("\n")


def _typed(unit: Unit) -> tuple[str, str, int]:
    """Return what was typed into a unit, with looks and marks of notes: data and numbers change by themselves."""
    spans = [
        *((figure.start, figure.end) for figure in unit.figures),
        *((field.start, field.end) for field in unit.fields),
    ]
    given = {at for start, end in spans for at in range(start, end)}
    signs = [
        "\0" if at in given else " " if sign.isspace() else sign.translate(ALIKE) + look
        for at, (sign, look) in enumerate(zip(unit.text, unit.looks, strict=True))
    ]
    kept = (one for before, one in zip(["", *signs], signs, strict=False) if one not in {"\0", " "} or one != before)
    return unit.kind, "".join(kept).strip(), len(unit.marks)
