"""A file that came in, and what becomes of it, as values."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Literal as OneOf

from msgspec import Struct, field

from reportgen.agencies.changes import Changes
from reportgen.agencies.filing import Filing
from reportgen.agencies.versions import Versions, find_versions
from reportgen.diagnostics import Diagnostic, errors_of
from reportgen.model import Submission
from reportgen.model.senders import sender_code
from reportgen.project import ReadSubmission

Decision = OneOf["ask", "merge", "replace"]
"""What to do where a file contradicts what is in force: let it wait; let it count where it says something; let it take
the place of everything that its sender said before."""


class Outcome(StrEnum):
    """What becomes of a file that came in."""

    ACCEPTED = "accepted"
    """It is in force from now on."""
    REFUSED = "refused"
    """It has errors: it is kept, and the version in force stays."""
    WAITING = "waiting"
    """It contradicts what is in force: it is kept, and waits for a decision."""
    SAME = "same"
    """It is what came in last, byte for byte: nothing is filed."""
    UNKNOWN = "unknown"
    """Nobody can say whose it is, or it belongs to another report: nothing is filed."""


class Received(Struct, frozen=True):
    """What is known of a file that came in."""

    file: str
    """As the user typed it; the places of its problems are named by it."""
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...]
    agency: str | None = None
    changes: Changes = field(default_factory=Changes)
    """Against the version in force; empty where there is none, or where the file does not come into force."""
    is_first: bool = False
    """Whether the sender had no version in force."""
    same_as: Path | None = None
    filing: Filing | None = None
    department: str | None = None
    stays: tuple[Path, ...] = ()
    """Files that stay in force below it, since it does not say all that they say."""
    along: "tuple[Received, ...]" = ()
    """Files of other senders that come into force with it, since all of them now say the same."""

    @property
    def sender(self) -> str | None:
        """What the files of its sender are called; None where nobody can say whose it is."""
        return None if self.agency is None else sender_code(self.agency, self.department)

    @property
    def disagrees(self) -> bool:
        """Whether nothing stands in its way but another sender, who says otherwise (RG303)."""
        return self.outcome is Outcome.REFUSED and {one.code for one in errors_of(self.diagnostics)} == {"RG303"}


class Incoming(Struct, frozen=True):
    """A file whose sender is known."""

    root: Path
    name: str
    data: bytes
    read: ReadSubmission
    agency: str
    is_edited: bool = False
    copied: Submission | None = None
    """What an edited copy seems to have been made of."""

    @property
    def code(self) -> str:
        """What the files of its sender are called."""
        return sender_code(self.agency, self.read.department)

    def versions(self) -> Versions:
        """Find what is there of its sender."""
        return find_versions(self.root, self.code)

    def result(self, outcome: Outcome, diagnostics: Iterable[Diagnostic]) -> Received:
        """Return what is known of the file where nothing is filed."""
        return Received(self.name, outcome, tuple(diagnostics), self.agency, department=self.read.department)


class Pending(Struct, frozen=True):
    """A file about which is to be decided."""

    incoming: Incoming
    decision: Decision
