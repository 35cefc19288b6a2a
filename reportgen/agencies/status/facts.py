"""Status: who has sent what, as facts; how they are shown is decided in `status_text`, `status_html`, `status_sheet`.

In: a project's folder and the day that counts as today. Out: the matrix of agencies and issues with all that stands
beside it (`status_facts`).
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.belonging import Registry, agency_of_file
from reportgen.agencies.cleared import standings, void_clearance
from reportgen.agencies.form.plan import Form, FormRow, Planner
from reportgen.agencies.status.values import (
    PROGRESS,
    AgencyStatus,
    Chart,
    Contribution,
    Figures,
    IssueStatus,
    Point,
    State,
    Status,
)
from reportgen.compose.references import split_references
from reportgen.diagnostics import QUESTIONS, Diagnostic, Severity
from reportgen.document.words import count_document, count_words
from reportgen.model import Currency, Indicator, Issue, Noun, Part, Report, Submission
from reportgen.model.budget import agency_budget, issue_budgets
from reportgen.model.report import Sender
from reportgen.pipeline import Checked, check_project
from reportgen.project.folder import REFUSED, SUBMISSIONS
from reportgen.project.stacks import sender_code


class Found(Struct, frozen=True):
    """The status of a project, or what stands in its way."""

    status: Status | None
    diagnostics: tuple[Diagnostic, ...]
    """Voided clearances; all errors, where there is no status."""


def find_status(root: Path, date: dt.date) -> Found:
    """The status of a project on a day.

    Args:
        root: the project's folder.
        date: the day that counts as today.
    """
    checked = check_project(root)
    if checked.report is None:
        return Found(None, checked.diagnostics)
    finder = _Finder(root, checked, checked.report)
    status = finder.status(date)
    void = tuple(
        void_clearance(finder.standings[issue.number], finder.registry.place_of(issue.number))
        for issue in status.issues
        if issue.changes
    )
    return Found(status, void)


class _Finder:
    """What is asked of one checked project again and again."""

    def __init__(self, root: Path, checked: Checked, report: Report) -> None:
        self.checked, self.report = checked, report
        self.registry = Registry(root, checked, report)
        self._planner, self._forms = Planner(report), dict[str, Form]()
        self._senders = {sender.code: sender for sender in report.senders}
        self.refused = _refused(root, [*self._senders, *report.agency_names])
        self.budgets = issue_budgets(report)
        self.standings = standings(checked, report)
        self.found = [(diagnostic, self.registry.of(diagnostic)) for diagnostic in checked.diagnostics]

    def status(self, date: dt.date) -> Status:
        settings, document = self.report.settings, self.checked.document
        parts = tuple(
            self._part(issue, code) for issue in self.report.outline.issues for code in self._answering(issue)
        )
        return Status(
            state=settings.state.name,
            symbol=settings.symbol,
            date=date,
            due=settings.dates.submissions_due,
            words=count_document(document).words if document else None,
            limit=settings.limit,
            other_errors=sum(whose.agency is None and _is_error(found) for found, whose in self.found),
            agencies=tuple(self._agency(sender, parts) for sender in self.report.senders),
            issues=tuple(self._issue(issue, parts) for issue in self.report.outline.issues),
            parts=parts,
        )

    def _answering(self, issue: Issue) -> list[str]:
        """Who answers an issue, the agencies that its list names first.

        Of an agency with departments, those that have said something, and all of them as long as none has.
        """
        others = sorted(self.registry.answering(issue.number) - set(issue.agencies))
        found: list[str] = []
        for agency in (*issue.agencies, *others):
            codes = [code for code, sender in self._senders.items() if sender.agency == agency] or [agency]
            found += [code for code in codes if self._has_something(code, issue.number)] or codes
        return found

    def _has_something(self, code: str, number: int) -> bool:
        """Whether a sender has sent text or figures for an issue."""
        texts = (reply.text for one in self._sent(code) for reply in one.replies if reply.issue == number)
        return any(text.strip() for text in texts) or self._has_figures(code, number)

    # ---- one agency in one issue ------------------------------------------------------------------------------

    def _part(self, issue: Issue, code: str) -> Contribution:
        own = [found for found, whose in self.found if whose.sender == code and whose.touches(issue.number)]
        errors, questions, warnings = _counts(own)
        texts = [reply.text for one in self._sent(code) for reply in one.replies if reply.issue == issue.number]
        figures = self._figures(code, issue.number)
        has_something, agency = self._has_something(code, issue.number), self._agency_of(code)
        share = self.budgets[issue.number] // len(issue.agencies) if agency in issue.agencies else 0
        return Contribution(
            agency=code,
            issue=issue.number,
            state=self._state(issue, code, (errors, questions), figures, has_something=has_something),
            leads=issue.agencies[:1] == (agency,),
            errors=errors,
            questions=questions,
            warnings=warnings,
            words=sum(map(_words, texts)),
            budget=share // self._shared_by(agency),
            figures=figures,
        )

    def _state(
        self, issue: Issue, code: str, counts: tuple[int, int], figures: Figures, *, has_something: bool
    ) -> State:
        errors, questions = counts
        cleared = self.standings.get(issue.number)
        if code in self.refused or errors:
            return State.ERRORS
        if not has_something:
            return State.NOT_RECEIVED
        if cleared is not None and cleared.holds:
            return State.CLEARED
        if figures.given < figures.due:
            return State.INCOMPLETE
        return State.QUESTIONS if questions else State.READY

    def _agency_of(self, code: str) -> str:
        """The agency of a sender."""
        return code.partition(".")[0]

    def _shared_by(self, agency: str) -> int:
        """How many senders share the words of an agency."""
        return max(1, sum(sender.agency == agency for sender in self._senders.values()))

    def _sent(self, code: str) -> list[Submission]:
        return [one for one in self.report.submissions if sender_code(one.agency, one.department) == code]

    def _indicators(self, code: str) -> dict[str, Indicator]:
        """The indicators that an agency reports, with the values of all of its files."""
        merged = self.checked.merged.indicators if self.checked.merged else {}
        return {key: merged[key] for one in self._sent(code) for key in one.indicators if key in merged}

    def _has_figures(self, code: str, number: int) -> bool:
        own = (one for one in self._indicators(code).values() if one.issue == number)
        return any(series.values for indicator in own for series in (indicator, *indicator.breakdown))

    def _figures(self, code: str, number: int) -> Figures:
        """What the agency's workbook asks for the issue, a cell a figure, and how many of these cells are filled."""
        rows = [
            row for group in self._form(code).groups if group.issue == number and not group.own for row in group.rows
        ]
        return sum((self._figures_of(row, self._indicators(code).get(row.key)) for row in rows), Figures())

    def _figures_of(self, row: FormRow, indicator: Indicator | None) -> Figures:
        """The cells of one row; a year that is known to have no data is given."""
        given = _series_of(row, indicator)
        return Figures(len(row.due), sum(period in given.values for period in row.due) if given else 0)

    def _form(self, code: str) -> Form:
        """What the agency's workbook asks."""
        if code not in self._forms:
            agency, _, department = code.partition(".")
            self._forms[code] = self._planner.plan(agency, department or None)
        return self._forms[code]

    # ---- sums -------------------------------------------------------------------------------------------------

    def _agency(self, sender: Sender, parts: Iterable[Contribution]) -> AgencyStatus:
        own = [part for part in parts if part.agency == sender.code]
        sent = self._sent(sender.code)
        errors, questions, warnings = _counts(found for found, whose in self.found if whose.sender == sender.code)
        return AgencyStatus(
            code=sender.code,
            name=sender.name,
            focal_point=next(one.focal_point for one in self.report.agencies if one.code == sender.agency),
            received=bool(sent),
            sent=max((one.date for one in sent if one.date), default=None),
            refused=sender.code in self.refused or (not sent and errors > 0),
            errors=errors,
            questions=questions,
            warnings=warnings,
            words=sum(part.words for part in own),
            budget=agency_budget(self.report, sender.agency) // self._shared_by(sender.agency),
            figures=sum((part.figures for part in own), Figures()),
            charts=tuple(_chart(key, indicator) for key, indicator in self._indicators(sender.code).items()),
        )

    def _issue(self, issue: Issue, parts: Iterable[Contribution]) -> IssueStatus:
        own = [part for part in parts if part.issue == issue.number]
        cleared = self.standings.get(issue.number)
        return IssueStatus(
            number=issue.number,
            text=issue.text,
            agencies=tuple(part.agency for part in own),
            state=min((part.state for part in own), key=PROGRESS.index, default=State.NOT_RECEIVED),
            awaiting=issue.number in self.checked.awaiting,
            words=sum(part.words for part in own),
            budget=self.budgets[issue.number],
            cleared_by=cleared.clearance.by if cleared else None,
            cleared_on=cleared.clearance.date if cleared else None,
            changes=cleared.changes if cleared else (),
        )


def _series_of(row: FormRow, indicator: Indicator | None) -> Indicator | Part | None:
    """What the agency gave for a row of its workbook: the whole, or the part of the same name."""
    if row.part is None or indicator is None:
        return indicator
    named = (row.part.by, row.part.called(one=False))
    return next((part for part in indicator.breakdown if (part.by, part.called(one=False)) == named), None)


def _refused(root: Path, codes: list[str]) -> set[str]:
    """The agencies of whom something came in that could not be taken."""
    folder = root / SUBMISSIONS / REFUSED
    names = [path.name for path in folder.iterdir()] if folder.is_dir() and not folder.is_symlink() else []
    return {code for name in names if not name.startswith(".") and (code := agency_of_file(name, codes))}


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR


def _counts(found: Iterable[Diagnostic]) -> tuple[int, int, int]:
    """Errors, questions and other warnings."""
    diagnostics = list(found)
    questions = sum(one.code in QUESTIONS and one.severity is Severity.WARNING for one in diagnostics)
    warnings = sum(one.severity is Severity.WARNING for one in diagnostics) - questions
    return sum(map(_is_error, diagnostics)), questions, warnings


def _words(text: str) -> int:
    """The words of a reply, each reference as one."""
    return count_words("".join("0" if piece.meaning else piece.text for piece in split_references(text)))


def _chart(key: str, indicator: Indicator) -> Chart:
    points = (
        Point(str(period), indicator.values[period].value, indicator.values[period].status)
        for period in indicator.asked
    )
    return Chart(key, indicator.label or key.replace("_", " "), _unit(indicator), tuple(points))


def _unit(indicator: Indicator) -> str:
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
