"""What pull takes from an edited Word file, and what it does not."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from reportgen.agencies.corrected import CorrectedCopies
from reportgen.diagnostics import Diagnostic
from reportgen.model import Comment


class PulledEdit(Struct, frozen=True):
    """An edit that returns to the inputs."""

    kind: StrEnum
    where: str
    """Where it stands in the edited document."""
    place: str
    """Where it was written: `submissions/justice.yaml:14`."""
    text: str
    """A word diff, or the beginning of the text."""
    authors: tuple[str, ...] = ()
    """Who made it, where changes were tracked."""


class RefusedFigure(Struct, frozen=True):
    """A figure, or words beside it, that were edited though they are written from data."""

    agency: str
    """The code of the agency whose data they are."""
    where: str
    sentence: str
    """As the edited document has it."""
    cells: tuple[str, ...]
    """Where the data stand."""
    old: str
    new: str


class LeftEdit(Struct, frozen=True):
    """An edit that is not taken."""

    kind: StrEnum
    where: str
    text: str
    reason: str
    authors: tuple[str, ...] = ()
    """Who made it, where changes were tracked."""


class Pulled(Struct, frozen=True):
    """An edited Word file, returned to the inputs."""

    diagnostics: tuple[Diagnostic, ...]
    taken: tuple[PulledEdit, ...] = ()
    refused: tuple[RefusedFigure, ...] = ()
    left: tuple[LeftEdit, ...] = ()
    files: Mapping[str, bytes] = {}
    """The new contents of YAML files, by their paths below the project."""
    copies: CorrectedCopies = CorrectedCopies((), (), ())
    """Corrected copies of workbooks."""
    comments: tuple[Comment, ...] = ()
    """What was asked in comments, and was not known."""
