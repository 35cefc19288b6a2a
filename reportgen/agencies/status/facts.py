"""Status: who has sent what, as facts. How they are shown is decided in `text` and `page` beside this module."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.belonging import Registry, agency_of_file
from reportgen.agencies.cleared import standings, void_clearance
from reportgen.agencies.form.plan import FormRow, Planner
from reportgen.agencies.status.values import (
    AgencyStatus,
    Contribution,
    FigureCount,
    IssueStatus,
    ReplyState,
    Status,
    chart_of,
)
from reportgen.agencies.status.words import StatusWords, english_words, words_of
from reportgen.agencies.texts import read_texts
from reportgen.checks.comments import OPEN_COMMENT
from reportgen.compose.references import split_references
from reportgen.diagnostics import QUESTIONS, Diagnostic, Literal, Severity, errors_of, shown
from reportgen.document.words import count_document, count_words
from reportgen.model import Indicator, Issue, Part, Period, Report, Submission
from reportgen.model.asks import periods_in_words
from reportgen.model.budget import issue_budgets, sender_budget, shared_by
from reportgen.model.senders import Sender, split_sender
from reportgen.model.status_texts import StatusFile
from reportgen.pipeline import CONTRADICTIONS, Checked, check_project
from reportgen.project.waiting import waiting_names


class FoundStatus(Struct, frozen=True):
    """The status of a project, or what stands in its way."""

    status: Status | None
    words: StatusWords | None
    """To tell it in the language that was asked for, else in that of the report."""
    diagnostics: tuple[Diagnostic, ...]
    """Voided clearances; all errors, where there is no status."""


def find_status(root: Path, date: dt.date, language: str | None = None) -> FoundStatus:
    """Find the status of a project on a day.

    Args:
        root: the project's folder.
        date: the day that counts as today.
        language: of the words by which it is told; None: that of the report, or English where it has no such words.
    """
    checked = check_project(root)
    if checked.report is None:
        return FoundStatus(None, None, checked.diagnostics)
    read = read_texts(StatusFile, root, language or checked.report.settings.language)
    if read.texts is None and language is not None:
        return FoundStatus(None, None, read.diagnostics)
    finder = _StatusFinder(root, checked, checked.report)
    status = finder.status(date)
    void = tuple(
        void_clearance(finder.standings[issue.number], finder.registry.place_of(issue.number))
        for issue in status.issues
        if issue.changes
    )
    return FoundStatus(status, words_of(read.texts) if read.texts else english_words(), void)


class _StatusFinder:
    """Counts what each sender has sent for each issue of one checked project."""

    def __init__(self, root: Path, checked: Checked, report: Report) -> None:
        self.checked, self.report = checked, report
        self.registry = Registry(root, checked, report)
        self.standings = standings(checked, report, root)
        self._senders = {sender.code: sender for sender in report.senders}
        self._refused = _refused(root, [*self._senders, *report.agency_names])
        self._budgets = issue_budgets(report)
        self._problems = [(diagnostic, self.registry.of(diagnostic)) for diagnostic in checked.diagnostics]
        self._sent: defaultdict[str, list[Submission]] = defaultdict(list)
        for submission in report.submissions:
            self._sent[submission.sender].append(submission)
        planner = Planner(report)
        self._form = cache(lambda code: planner.plan(*split_sender(code)))

    def status(self, date: dt.date) -> Status:
        settings, document = self.report.settings, self.checked.document
        issues = self.report.outline.issues
        parts = tuple(self._part(issue, code) for issue in issues for code in self._answering(issue))
        return Status(
            state=settings.state.name,
            symbol=settings.symbol,
            date=date,
            due=settings.dates.submissions_due,
            words=count_document(document).words if document else None,
            limit=settings.limit,
            other_errors=len(errors_of(one for one, concerned in self._problems if concerned.agency is None)),
            agencies=tuple(self._agency(sender, parts) for sender in self.report.senders),
            issues=tuple(self._issue(issue, parts) for issue in issues),
            parts=parts,
        )

    def _answering(self, issue: Issue) -> list[str]:
        """Return who answers an issue, the agencies that its list names first.

        Of an agency with departments, those that have sent something. All of them as long as none has, or figures are
        missing: each is asked for all figures of the agency. A code that does not stand in agencies.yaml is an error
        (RG181), and nobody's.
        """
        others = sorted(self.registry.answering(issue.number) - set(issue.agencies))
        answering: list[str] = []
        for agency in (one for one in (*issue.agencies, *others) if one in self.report.agency_names):
            codes = [code for code, sender in self._senders.items() if sender.agency == agency] or [agency]
            sent = [code for code in codes if self._has_something(code, issue.number)]
            is_owed = len(sent) < len(codes) and any(self._figures(code, issue.number)[1] for code in sent)
            answering += codes if is_owed else sent or codes
        return answering

    # ---- what one sender has sent for one issue ---------------------------------------------------------------

    def _texts(self, code: str, number: int) -> list[str]:
        return [reply.text for submission in self._sent[code] for reply in submission.replies if reply.issue == number]

    def _indicators(self, code: str) -> dict[str, Indicator]:
        """Return the indicators that a sender reports, with the values of all files."""
        merged = self.checked.merged.indicators if self.checked.merged else {}
        return {key: merged[key] for submission in self._sent[code] for key in submission.indicators if key in merged}

    def _has_something(self, code: str, number: int) -> bool:
        """Return whether a sender has sent text or figures for an issue."""
        own = [indicator for indicator in self._indicators(code).values() if indicator.issue == number]
        return any(text.strip() for text in self._texts(code, number)) or any(
            series.values for indicator in own for series in (indicator, *indicator.breakdown)
        )

    def _part(self, issue: Issue, code: str) -> Contribution:
        own = [one for one, concerned in self._problems if concerned.sender == code and concerned.touches(issue.number)]
        errors, questions, warnings = _counts(own)
        figures, missing = self._figures(code, issue.number)
        agency, _ = split_sender(code)
        share = self._budgets[issue.number] // len(issue.agencies) if agency in issue.agencies else 0
        return Contribution(
            agency=code,
            issue=issue.number,
            state=self._state(issue, code, is_complete=not missing, errors=errors, questions=questions),
            leads=issue.agencies[:1] == (agency,),
            errors=errors,
            questions=questions,
            warnings=warnings,
            words=sum(map(_words, self._texts(code, issue.number))),
            budget=share // shared_by(self.report, agency),
            figures=figures,
            missing=missing,
        )

    def _state(self, issue: Issue, code: str, *, is_complete: bool, errors: int, questions: int) -> ReplyState:
        cleared = self.standings.get(issue.number)
        if code in self._refused or errors:
            return ReplyState.ERRORS
        has_nothing = any(issue.number in submission.nothing_to_add for submission in self._sent[code])
        if not self._has_something(code, issue.number):
            is_all = has_nothing and is_complete
            return ReplyState.NOTHING if is_all else ReplyState.NOT_RECEIVED
        if cleared is not None and cleared.holds:
            return ReplyState.CLEARED
        if not is_complete:
            return ReplyState.INCOMPLETE
        leads = issue.agencies[:1] == split_sender(code)[:1]
        is_asked = questions or (leads and self.report.unanswered(issue))
        return ReplyState.QUESTIONS if is_asked else ReplyState.READY

    def _unanswered(self, issue: Issue) -> tuple[str, ...]:
        """Return the sub-questions that no reply says it answers; none as long as nobody has sent anything."""
        if not any(self._has_something(code, issue.number) for code in self._senders):
            return ()
        return tuple(map(issue.sub_question, self.report.unanswered(issue)))

    def _figures(self, code: str, number: int) -> tuple[FigureCount, tuple[str, ...]]:
        """Count the cells that the sender's workbook asks for the issue, and those that are filled; name the others."""
        groups = [group for group in self._form(code).groups if group.issue == number and not group.own]
        rows = [(row, _series_of(row, self._indicators(code).get(row.key))) for group in groups for row in group.rows]
        missing: dict[str, dict[str, list[Period]]] = {}
        for row, series in rows:
            is_given = any(one.value is not None for one in row.indicator.values.values())
            if row.division is not None and is_given and not self._has_note(row.key):
                label = f"“{shown(Literal(row.indicator.label or row.key))}”"
                missing.setdefault(label, {})[f"({shown(Literal(row.division))})"] = []
            lacking = sorted(
                (period for period in row.due if series is None or period not in series.answered),
                key=lambda period: period.order,
            )
            if lacking and not _has_no_data(row, lacking):
                named = missing.setdefault(f"“{shown(Literal(row.indicator.label or row.key))}”", {})
                named[row.part.name if row.part else ""] = lacking
        due = sum(len(row.due) for row, _ in rows)
        count = sum(len(periods) for named in missing.values() for periods in named.values())
        lines = (f"{label} {periods_in_words(named)}" for label, named in missing.items())
        return FigureCount(due, due - count), tuple(lines)

    def _has_note(self, key: str) -> bool:
        """Return whether a note for the coordinator stands in the row of an indicator: why it is not divided."""
        merged = self.checked.merged
        home = self.checked.loaded.places.find(merged.homes[key]) if merged and key in merged.homes else None
        notes = (one.place for one in self.checked.diagnostics if one.code == "RG168")
        return home is not None and any(note is not None and note.is_beside(home) for note in notes)

    # ---- sums -------------------------------------------------------------------------------------------------

    def _agency(self, sender: Sender, parts: Iterable[Contribution]) -> AgencyStatus:
        own = [part for part in parts if part.agency == sender.code]
        sent = self._sent[sender.code]
        errors, questions, warnings = _counts(
            one for one, concerned in self._problems if concerned.sender == sender.code
        )
        return AgencyStatus(
            code=sender.code,
            name=sender.name,
            focal_point=self.report.agencies_by_code[sender.agency].focal_point,
            received=bool(sent),
            sent=max((submission.date for submission in sent if submission.date), default=None),
            refused=sender.code in self._refused or (not sent and errors > 0),
            errors=errors,
            questions=questions,
            warnings=warnings,
            words=sum(part.words for part in own),
            budget=sender_budget(self.report, sender.agency),
            figures=sum((part.figures for part in own), FigureCount()),
            charts=tuple(chart_of(key, indicator) for key, indicator in self._indicators(sender.code).items()),
        )

    def _issue(self, issue: Issue, parts: Iterable[Contribution]) -> IssueStatus:
        own = [part for part in parts if part.issue == issue.number]
        cleared = self.standings.get(issue.number)
        return IssueStatus(
            number=issue.number,
            text=issue.text,
            agencies=tuple(part.agency for part in own),
            state=min((part.state for part in own), key=list(ReplyState).index, default=ReplyState.NOT_RECEIVED),
            awaiting=issue.number in self.checked.awaiting,
            unanswered=self._unanswered(issue),
            words=sum(part.words for part in own),
            budget=self._budgets[issue.number],
            cleared_by=cleared.by if cleared else None,
            cleared_on=cleared.clearance.date if cleared else None,
            changes=cleared.changes if cleared else (),
            differences=cleared.words if cleared else (),
            names=len(cleared.names) if cleared and not cleared.changes else 0,
            names_needed=self.report.settings.names_to_clear,
        )


def _series_of(row: FormRow, indicator: Indicator | None) -> Indicator | Part | None:
    """Return what the agency gave for a row of its workbook: the whole, or the part of the same name."""
    if row.part is None or indicator is None:
        return indicator
    return next((part for part in indicator.breakdown if part.identity == row.part.identity), None)


def _has_no_data(row: FormRow, periods: Iterable[Period]) -> bool:
    """Return whether parts are asked for periods for which there are no data on their total."""
    values = row.indicator.values
    return row.part is not None and all(period in values and values[period].value is None for period in periods)


def _refused(root: Path, codes: list[str]) -> set[str]:
    """Return the senders of whom something came in that could not be taken."""
    return {code for name in waiting_names(root) if (code := agency_of_file(name, codes))}


def _counts(diagnostics: Iterable[Diagnostic]) -> tuple[int, int, int]:
    """Count errors, questions and other warnings."""
    known = list(diagnostics)
    doubts = [diagnostic for diagnostic in known if diagnostic.severity is Severity.WARNING]
    questions = sum(doubt.code in {OPEN_COMMENT, *QUESTIONS, *CONTRADICTIONS} for doubt in doubts)
    return len(errors_of(known)), questions, len(doubts) - questions


def _words(text: str) -> int:
    """Count the words of a reply, each reference as one."""
    return count_words("".join("0" if piece.meaning else piece.text for piece in split_references(text)))
