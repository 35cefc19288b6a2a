"""The findings of verify, as values."""

from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, has_errors
from reportgen.document.tree import Figure
from reportgen.published.audit.findings import AuditFinding


class FigureFate(StrEnum):
    """What became of a figure."""

    UNCHANGED = "unchanged"
    REWRITTEN = "written differently"
    """The same value in another spelling: `1 058` for `1,058`."""
    CHANGED = "changed"
    GONE = "gone"


class FigureState(Struct, frozen=True):
    """A figure from data, and what the edited report makes of it."""

    figure: Figure
    state: FigureFate
    old: str
    """As it is printed with the present data."""
    new: str
    """As the edited report has it; empty where it is gone."""
    where: str
    """Where it stands in the edited report; where it stood, if it is gone."""


class EditKind(StrEnum):
    """What was done to a paragraph."""

    EDITED = "edited"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class Edit(Struct, frozen=True):
    """One paragraph, heading, item, cell or note that is not as it was built."""

    kind: EditKind
    where: str
    """Where it stands in the edited report; where it stood, if it was deleted."""
    was: str
    """Where it stood in the built report; empty if it was added."""
    text: str
    """A word diff for what was edited, split or merged; else the beginning of the text."""


class Verified(Struct, frozen=True):
    """An edited report against its project."""

    figures: tuple[FigureState, ...]
    edits: tuple[Edit, ...]
    diagnostics: tuple[Diagnostic, ...]
    findings: tuple[AuditFinding, ...] = ()
    """What the audit finds in the edited text and did not find in the built one."""
    audit_places: tuple[str, ...] = ()
    """Where each of these stands."""

    @property
    def failed(self) -> bool:
        """Return whether a figure contradicts the data, or the report cannot be verified."""
        return has_errors(self.diagnostics)

    def count(self, state: FigureFate) -> int:
        """Return how many figures are in a state."""
        return sum(figure.state is state for figure in self.figures)
