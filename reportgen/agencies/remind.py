"""Reminders: what an agency still owes, as an e-mail with its workbook and a calendar file. Nothing is sent."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from email.headerregistry import Address
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.calendar import DueDay, calendar_file
from reportgen.agencies.feedback import Feedback, find_feedback
from reportgen.agencies.form.page import fill
from reportgen.agencies.mail import Attachment, Mail, find_address, mail_file
from reportgen.agencies.senders import find_senders, language_of
from reportgen.agencies.status.facts import find_status
from reportgen.agencies.status.values import AgencyStatus, Contribution, ReplyState, Status
from reportgen.agencies.texts import first_with, read_texts_of
from reportgen.agencies.words import day_in_words, state_in_words
from reportgen.agencies.workbooks import find_workbooks
from reportgen.diagnostics import Diagnostic, diagnose, errors_of
from reportgen.model import Agency, Report
from reportgen.model.form_texts import FormTexts, MailTexts
from reportgen.project import Loaded, read_project

_DONE = {ReplyState.READY, ReplyState.CLEARED, ReplyState.NOTHING}
CALENDAR = "deadlines.ics"
"""The file with the days of all agencies, for the coordinator."""


def _mail_texts(texts: FormTexts) -> MailTexts:
    return first_with(texts, lambda one: one.mail)[1]


class Reminder(Struct, frozen=True):
    """What one agency is reminded of."""

    agency: str
    owing: tuple[str, ...]
    """The senders that owe something: the agency, or some of its departments."""
    to: str | None
    missing: tuple[str, ...]
    """The lines of what is missing."""
    data: bytes
    """The e-mail."""

    @property
    def name(self) -> str:
        """Return what its file is called."""
        return f"{self.agency}.eml"


class Reminders(Struct, frozen=True):
    """What all agencies are reminded of."""

    reminders: tuple[Reminder, ...] = ()
    done: tuple[str, ...] = ()
    """The agencies that owe nothing."""
    calendar: bytes | None = None
    """None: no day is set, or nothing is owed."""
    diagnostics: tuple[Diagnostic, ...] = ()

    def files(self) -> dict[str, bytes]:
        """Return the files to write, by their names."""
        calendar = {CALENDAR: self.calendar} if self.calendar is not None else {}
        return {**{reminder.name: reminder.data for reminder in self.reminders}, **calendar}


def find_reminders(root: Path, date: dt.date, codes: Sequence[str] = ()) -> Reminders:
    """Find what agencies still owe on a day.

    Args:
        root: the project's folder, as the user typed it.
        date: the day that counts as today.
        codes: of the agencies, or of departments; none: all of the project.
    """
    loaded, found = read_project(root), find_status(root, date)
    report = loaded.report
    if report is None or found.status is None:
        return Reminders(diagnostics=errors_of(found.diagnostics))
    senders, unknown = find_senders(report, codes)
    texts, refused = read_texts_of(
        FormTexts, root, {sender.agency: language_of(report, sender.agency) for sender in senders}
    )
    if unknown or errors_of(refused):
        return Reminders(diagnostics=(*unknown, *refused))
    finder = _ReminderFinder(root, loaded, report, found.status, texts)
    wanted = {sender.code for sender in senders}
    return finder.reminders([agency for agency in report.agencies if agency.code in texts], wanted)


class _ReminderFinder:
    """Writes to each agency of one project what it owes."""

    def __init__(
        self, root: Path, loaded: Loaded, report: Report, status: Status, texts: Mapping[str, FormTexts]
    ) -> None:
        self._root, self._loaded, self._report, self._status = root, loaded, report, status
        self._texts = texts
        self._parts: dict[str, list[Contribution]] = {}
        for part in status.parts:
            if part.state not in _DONE:
                self._parts.setdefault(part.agency, []).append(part)
        self._senders = {agency.code: agency for agency in status.agencies}
        self._unanswered = {issue.number: issue.unanswered for issue in status.issues}
        self._coordinator = find_address(report.settings.coordinator or "")

    def reminders(self, agencies: Sequence[Agency], wanted: set[str]) -> Reminders:
        """Return the reminders of agencies.

        Args:
            agencies: those to look at.
            wanted: the senders among them.
        """
        owing = {agency.code: [code for code in self._senders_of(agency) if code in wanted and self._owes(code)]
                 for agency in agencies}  # fmt: skip
        codes = [code for own in owing.values() for code in own]
        marked = self._marked_copies(codes)
        files, refused = self._workbooks(codes, marked)
        found = (*self._remarks(agency for agency in agencies if owing[agency.code]), *refused)
        made = [self._reminder(agency, owing[agency.code], files, marked) for agency in agencies if owing[agency.code]]
        due = self._status.due
        days = [self._due_day(agency, due) for agency in agencies if due and owing[agency.code]]
        done = tuple(code for code, codes in owing.items() if not codes)
        return Reminders(tuple(made), done, calendar_file(days, self._status.date) if days else None, found)

    def _senders_of(self, agency: Agency) -> list[str]:
        return [sender.code for sender in self._report.senders if sender.agency == agency.code]

    def _owes(self, code: str) -> bool:
        return code in self._parts or self._senders[code].refused

    def _remarks(self, agencies: Iterable[Agency]) -> Iterator[Diagnostic]:
        """Yield what the e-mails lack, at its place in the project's files."""
        find = self._loaded.places.find
        order = {one.code: number for number, one in enumerate(self._report.agencies)}
        reminded = list(agencies)
        for agency in reminded:
            if agency.email is None:
                yield diagnose("RG750", find(("agencies", order[agency.code])), agency=agency.code)
        if reminded and self._coordinator is None:
            yield diagnose("RG751", find(("settings", "coordinator")))
        if reminded and self._status.due is None:
            yield diagnose("RG752", find(("settings", "dates")))

    # ---- attachments ------------------------------------------------------------------------------------------

    def _marked_copies(self, codes: Iterable[str]) -> dict[str, Feedback]:
        """Return the marked copies of what came in, where something of it is wrong or asked about."""
        wrong = [code for code in codes if self._is_wrong(self._senders[code])]
        made = find_feedback(self._root, wrong).feedbacks if wrong else ()
        return {feedback.agency: feedback for feedback in made}

    def _is_wrong(self, sender: AgencyStatus) -> bool:
        return sender.refused or (sender.received and bool(sender.errors or sender.questions))

    def _workbooks(
        self, codes: Sequence[str], marked: Mapping[str, Feedback]
    ) -> tuple[dict[str, list[Attachment]], tuple[Diagnostic, ...]]:
        """Return what each sender fills in: the marked copy of its workbook, else a workbook with what is known."""
        files = {code: [Attachment(one.name, one.data)] for code, one in marked.items()}
        fresh = [code for code in codes if code not in marked or not marked[code].name.endswith(".xlsx")]
        found = find_workbooks(self._root, fresh) if fresh else None
        for name, data in found.files() if found else ():
            files.setdefault(name.removesuffix(".xlsx"), []).append(Attachment(name, data))
        return files, found.diagnostics if found else ()

    # ---- words ------------------------------------------------------------------------------------------------

    def _names(self, agency: Agency) -> dict[str, object]:
        """Return what the words may name."""
        settings, texts = self._report.settings, self._texts[agency.code]
        state = settings.state.in_text or settings.state.name
        return {
            "agency": agency.name,
            "state": state_in_words(settings.state.code, state, texts.language),
            "symbol": settings.symbol,
            "treaty": texts.treaties.get(settings.treaty, settings.treaty_data.name),
            "day": day_in_words(self._status.due, texts.language) if self._status.due else "",
        }

    def _reminder(
        self,
        agency: Agency,
        codes: Sequence[str],
        files_of: Mapping[str, Sequence[Attachment]],
        marked: Mapping[str, Feedback],
    ) -> Reminder:
        """Write the e-mail to an agency, with its workbooks and its day."""
        due, words, names = self._status.due, _mail_texts(self._texts[agency.code]), self._names(agency)
        missing = [line for code in codes for line in self._missing(code, agency, words)]
        files = [attachment for code in codes for attachment in files_of.get(code, ())]
        text = "\n".join([*self._opening(agency, codes, words), *missing, *self._closing(agency, files, marked, words)])
        subject = words.subject_open if due is None else words.subject_late if self._is_late else words.subject
        day = [Attachment("due.ics", calendar_file([self._due_day(agency, due)], self._status.date))] if due else []
        mail = Mail(
            sender=self._coordinator,
            to=Address(agency.name, addr_spec=agency.email) if agency.email else None,
            subject=fill(subject, **names),
            text=f"{text}\n",
            date=self._status.date,
            attachments=(*files, *day),
        )
        return Reminder(agency.code, tuple(codes), agency.email, tuple(missing), mail_file(mail))

    @property
    def _is_late(self) -> bool:
        return self._status.due is not None and self._status.due < self._status.date

    def _opening(self, agency: Agency, codes: Sequence[str], words: MailTexts) -> list[str]:
        lines = [fill(words.greeting), "", fill(words.lead, **self._names(agency)), ""]
        if not any(self._senders[code].received or self._senders[code].refused for code in codes):
            lines += [fill(words.received_nothing), ""]
        return [*lines, fill(words.missing)]

    def _missing(self, code: str, agency: Agency, words: MailTexts) -> Iterator[str]:
        """Yield what is missing of one sender, issue by issue, and how much of what it sent is wrong."""
        sender = self._senders[code]
        if code != agency.code:
            yield f"{sender.name}:"
        if sender.refused:
            yield f"- {fill(words.refused)}"
            return
        for part in self._parts.get(code, ()):
            issue = fill(self._texts[agency.code].start.issue, number=part.issue)
            if not part.words:
                yield f"- {issue}: {fill(words.text)}"
            if part.missing:
                yield f"- {issue}: {fill(words.figures)}"
                yield from (f"    {figures}" for figures in part.missing)
            if part.words and part.leads:
                yield from (f"- {issue}: {question}" for question in self._unanswered[part.issue])
        if sender.errors:
            yield f"- {fill(words.errors, count=sender.errors)}"
        if sender.questions:
            yield f"- {fill(words.questions, count=sender.questions)}"

    def _closing(
        self, agency: Agency, files: Sequence[Attachment], marked: Mapping[str, Feedback], words: MailTexts
    ) -> list[str]:
        due = words.due_open if self._status.due is None else words.due_late if self._is_late else words.due
        lines = ["", fill(due, **self._names(agency))]
        for text, is_marked in ((words.attached, False), (words.attached_marked, True)):
            named = [file.name for file in files if (file.name in {two.name for two in marked.values()}) is is_marked]
            if named:
                lines.append(fill(text, files=", ".join(named)))
        coordinator = self._report.settings.coordinator
        return [*lines, *(["", fill(words.ask, contact=coordinator)] if coordinator else [])]

    def _due_day(self, agency: Agency, due: dt.date) -> DueDay:
        words = _mail_texts(self._texts[agency.code])
        owing = [code for code in self._senders_of(agency) if self._owes(code)]
        lines = [line for code in owing for line in self._missing(code, agency, words)]
        return DueDay(due, fill(words.event, **self._names(agency)), "\n".join([fill(words.missing), *lines]))
