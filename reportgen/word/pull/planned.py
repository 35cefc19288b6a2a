"""Edits of a report as they are planned: what each does to the texts of the project."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.document.tree import Figure
from reportgen.project.corrections import TextChange
from reportgen.word.align import Pairs, moved
from reportgen.word.pull.placing import TextEdit
from reportgen.word.pull.printed import PrintedUnit
from reportgen.word.pull.rewriting import Refusal
from reportgen.word.pull.sources import Followed
from reportgen.word.result import EditKind
from reportgen.word.units import Unit


class Planned(Struct, frozen=True):
    """One edit, and what it does to the texts; without that, why it is not taken."""

    kind: EditKind
    where: str
    text: str
    """A word diff, or the beginning of the text."""
    edits: tuple[TextEdit, ...] = ()
    built: tuple[int, ...] = ()
    """Its units as they are built."""
    edited: tuple[int, ...] = ()
    """Its units as they came back."""
    new: tuple[PrintedUnit, ...] = ()
    """What they are to print."""
    following: tuple[tuple[int, PrintedUnit], ...] = ()
    """Built units that print the same title, and what they are to print."""
    figures: tuple[str, ...] = ()
    """The bookmarks of the figures that were looked at; what was made of them is refused."""
    refusals: tuple[Refusal, ...] = ()
    problem: str = ""


class Compared(Struct, frozen=True):
    """The built and the edited report, and how they belong together."""

    built: Sequence[Unit]
    edited: Sequence[Unit]
    pairs: Pairs
    located: Mapping[int, Followed]
    known: Mapping[str, Figure]
    symbol: str
    """Of the report."""
    shown: Sequence[Unit]
    """The edited report as it came back: its fields show what Word put in."""
    as_sent: frozenset[int] = frozenset()
    """The edited units that say what they said when the document was built."""

    @property
    def moved(self) -> frozenset[int]:
        """The built units that stand elsewhere now."""
        return moved(self.pairs, self.built)


def merged_changes(changes: Sequence[TextChange]) -> Iterator[TextChange]:
    """Yield changes of one text in order, those that touch each other as one."""
    ordered = sorted(changes, key=lambda one: one.span.start)
    pending: TextChange | None = None
    for change in ordered:
        if (pending is not None and change.span.start < pending.span.end) or (pending and change.span == pending.span):
            end = max(change.span.end, pending.span.end)
            pending = TextChange(Span(pending.span.start, end), pending.new + change.new)
            continue
        if pending is not None:
            yield pending
        pending = change
    if pending is not None:
        yield pending
