"""What every check looks at, what it yields, and how that becomes a diagnostic."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Path, Place, Places, QuestionSubject, word
from reportgen.model import Merged, Period, Report
from reportgen.model.asks import Ask, closest_asks, find_asks

if TYPE_CHECKING:  # a report is checked before Jinja and Markdown are loaded
    from reportgen.document.authorship import Words
    from reportgen.document.tree import Document
    from reportgen.document.words import Counts


class CheckContext(Struct, frozen=True, dict=True):
    """What checks look at: a report with its indicators, and its document once that is composed."""

    report: Report
    merged: Merged
    """The indicators of all submissions."""
    tree: "Document | None" = None
    """The composed document, also where an error stands in the way; None: the templates failed."""
    counts: "Counts | None" = None
    """What the document holds; None where an error stands in the way."""
    pieces: "tuple[Words, ...]" = ()
    """The words of the document by their authors."""

    def path(self, key: str, period: Period, part: int | None = None) -> Path:
        """Return the path of an observation; that of its indicator where there is no such observation.

        Args:
            key: of the indicator.
            period: of the observation.
            part: the index of a part of the breakdown; None: the whole.
        """
        return self.merged.paths.get((key, part, period), self.merged.homes[key])

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """All figures that the list of issues asks for."""
        years = self.report.settings.reporting_years
        return find_asks(self.report.outline, years, self.merged.indicators)

    @cached_property
    def asked(self) -> Mapping[str, Ask]:
        """What is asked of indicators, by their keys."""
        return closest_asks(self.asks, self.merged.indicators)

    @cached_property
    def confirmed(self) -> frozenset[tuple[str, QuestionSubject]]:
        """The questions that agencies have answered, by code, figure and value."""
        return frozenset(
            (answer.code, answer.subject) for submission in self.report.submissions for answer in submission.answers
        )


class Finding(Struct, frozen=True):
    """One thing that a check found, before it has its words."""

    code: str
    at: Path | Place | None
    """A path in the model, or a place in a template or a text where the check knows it."""
    values: Mapping[str, object] = {}
    """What the wording of the code names."""
    notes: tuple[tuple[str, Path], ...] = ()
    """Further facts, each with the path of the value that it speaks of."""
    subject: QuestionSubject | None = None
    """Of a question: the figure that it asks about."""


Check = Callable[[CheckContext], Iterator[Finding]]


def diagnose_findings(findings: Iterable[Finding], places: Places) -> list[Diagnostic]:
    """Return findings as diagnostics: worded by the catalogue, at the places of their paths."""
    return [replace(_diagnose(finding, places), subject=finding.subject) for finding in findings]


def _diagnose(finding: Finding, places: Places) -> Diagnostic:
    at = finding.at
    place = places.find(at) if isinstance(at, tuple) else at
    notes = tuple(f"{note} ({places.find(path)})" for note, path in finding.notes)
    return word(finding.code, finding.values, place, notes=notes)


def shown_number(value: Decimal) -> str:
    """Return a figure for a message: `1,058`, `45.4`."""
    return f"{value.normalize():,f}" if value == value.to_integral_value() else f"{value:,f}"
