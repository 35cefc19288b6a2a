"""The facts of a status: how far each reply has come, as frozen values without files and without looks."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.model import Currency, Indicator, Noun

if TYPE_CHECKING:
    from reportgen.agencies.cleared_words import ChangedWords


class ReplyState(StrEnum):
    """How far the part of an agency in a reply has come, from the least to the most."""

    NOT_RECEIVED = "not received"
    """The agency has sent nothing for the issue."""
    ERRORS = "errors"
    """Something that it sent stands in the way of the document."""
    INCOMPLETE = "incomplete"
    """Figures that its workbook asks for are missing."""
    QUESTIONS = "questions open"
    """A figure looks odd, and nobody has confirmed it."""
    READY = "ready"
    CLEARED = "cleared"
    """Somebody vouched for the reply, and nothing has changed since."""
    NOTHING = "nothing to add"
    """The agency says that the others have answered; nothing is awaited of it."""


class FigureCount(Struct, frozen=True):
    """How many figures an agency's workbook asks for, a cell each, and how many of them are there."""

    due: int = 0
    given: int = 0

    def __add__(self, other: "FigureCount") -> "FigureCount":
        return FigureCount(self.due + other.due, self.given + other.given)


class Contribution(Struct, frozen=True):
    """The part of one agency in the reply to one issue: a cell of the matrix."""

    agency: str
    issue: int
    state: ReplyState
    leads: bool
    """Whether the agency is the first of the issue."""
    errors: int
    questions: int
    warnings: int
    """Other doubts, which are no questions to the agency."""
    words: int
    budget: int
    figures: FigureCount
    missing: tuple[str, ...] = ()
    """The figures that are missing, a line an indicator: `“victims” 2022; women 2022, 2023`."""


class Point(Struct, frozen=True):
    """One observation of a chart."""

    period: str
    value: Decimal | None
    status: str


class Chart(Struct, frozen=True):
    """An indicator as it is drawn."""

    key: str
    label: str
    unit: str
    points: tuple[Point, ...]


def chart_of(key: str, indicator: Indicator) -> Chart:
    """Return an indicator as it is drawn.

    Args:
        key: its key, for one without a label.
        indicator: the indicator; all of its periods are drawn.
    """
    points = (
        Point(str(period), indicator.values[period].value, indicator.values[period].status)
        for period in indicator.asked
    )
    return Chart(key, indicator.label or key.replace("_", " "), unit_words(indicator), tuple(points))


def unit_words(indicator: Indicator) -> str:
    """Return the unit of an indicator in words; empty for a bare count."""
    match indicator.unit:
        case Noun(other=noun):
            return noun
        case Currency(currency=symbol):
            return symbol
        case "percent":
            return "per cent"
        case "rank":
            return "place"
        case _:
            return ""


class AgencyStatus(Struct, frozen=True):
    """What one agency has sent."""

    code: str
    name: str
    focal_point: str | None
    received: bool
    sent: dt.date | None
    """The day that its latest submission names."""
    refused: bool
    """Whether something came in that could not be taken."""
    errors: int
    questions: int
    warnings: int
    words: int
    budget: int
    figures: FigureCount
    charts: tuple[Chart, ...]


class IssueStatus(Struct, frozen=True):
    """How far the reply to one issue has come."""

    number: int
    text: str
    agencies: tuple[str, ...]
    state: ReplyState
    """That of the part that has come least far."""
    awaiting: bool
    """Whether there is neither text nor a figure of anybody."""
    unanswered: tuple[str, ...]
    """Its sub-questions that no reply says it answers, once anybody has sent something: `(b) “Number of reports”`."""
    words: int
    budget: int
    cleared_by: str | None
    """The persons whose clearance counts, in words."""
    cleared_on: dt.date | None
    changes: tuple[str, ...]
    """What voided the clearance."""
    differences: "tuple[ChangedWords, ...]" = ()
    """The same word by word, where the content as it was cleared is kept."""
    names: int = 0
    """How many different persons cleared it as it is."""
    names_needed: int = 1

    @property
    def lacks_names(self) -> bool:
        """Return whether another person has to clear what one has cleared."""
        return bool(self.cleared_by) and not self.changes and self.names < self.names_needed


class Status(Struct, frozen=True):
    """Everything that a coordinator asks."""

    state: str
    symbol: str
    date: dt.date
    due: dt.date | None
    """The day by which agencies send."""
    words: int | None
    """Of the whole document; None where errors stand in its way."""
    limit: int
    other_errors: int
    """Errors in the project's own files."""
    agencies: tuple[AgencyStatus, ...]
    issues: tuple[IssueStatus, ...]
    parts: tuple[Contribution, ...]

    @property
    def days_left(self) -> int | None:
        """Days until submissions are due; negative after it."""
        return (self.due - self.date).days if self.due else None

    @property
    def matrix(self) -> Mapping[tuple[str, int], Contribution]:
        """The parts by agency and issue."""
        return {(part.agency, part.issue): part for part in self.parts}

    def count(self, state: ReplyState) -> int:
        """Count the parts that have come so far and no further."""
        return sum(part.state is state for part in self.parts)
