"""Workbooks out: a project's folder comes in, the workbook of each agency goes out.

Workbooks are made one at a time, when they are asked for, so that a hundred of them need no more memory than one.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from reportgen.agencies.last_replies import write_out
from reportgen.agencies.texts import read_form_texts
from reportgen.agencies.versions import sent_version
from reportgen.diagnostics import Diagnostic, Severity, diagnose, nearest
from reportgen.model import Report, Submission
from reportgen.model.form_texts import FormTexts
from reportgen.model.items import Joined
from reportgen.model.report import Sender
from reportgen.project import Loaded, read_project
from reportgen.project.folder import SUBMISSIONS, issues_digest
from reportgen.project.stacks import level_of, sender_code


class Workbooks(Struct, frozen=True):
    """The workbooks that can be made, and what stands in the way of others."""

    report: Report | None
    texts: FormTexts | None
    senders: tuple[Sender, ...]
    """Who gets one."""
    diagnostics: tuple[Diagnostic, ...]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Name and bytes of each workbook, made one after another."""
        if self.report is None or self.texts is None:
            return
        from reportgen.agencies.form.form import Marks, write_form  # noqa: PLC0415 - what is wrong can be said without it
        from reportgen.agencies.form.plan import Planner  # noqa: PLC0415 - as above

        planner = Planner(write_out(self.report))
        for sender in self.senders:
            version, _ = sent_version(said_by(self.report, sender))
            marks = Marks(version, issues_digest(self.report.outline, sender.agency))
            form = planner.plan(sender.agency, sender.department)
            yield f"{sender.code}.xlsx", write_form(form, self.texts, marks)

    def filled_from(self) -> dict[str, bytes]:
        """What the workbooks were filled from, a file each, by its path in the folder `submissions/`."""
        report = self.report
        kept = [sent_version(said_by(report, sender))[1] for sender in self.senders] if report else []
        return {name: data for files in kept for name, data in files.items()}


def said_by(report: Report, sender: Sender) -> Submission:
    """Return all that a sender has said so far and that its workbook is filled with, as one submission."""
    whose = (sender.agency, sender.department)
    own = [one for one in report.submissions if (one.agency, one.department) == whose]
    own.sort(key=lambda one: bool(one.indicators or one.replies))  # answers that were kept stand below what was sent
    nothing = Submission(agency=sender.agency, department=sender.department)
    said = Joined([(one, frozenset()) for one in own]).submission if own else nothing
    return said.model_copy(update={"nothing_to_add": ()})  # the form leaves that cell empty


def find_workbooks(root: Path, codes: Sequence[str] = (), language: str | None = None) -> Workbooks:
    """Find out which workbooks a project has to send.

    Args:
        root: the project's folder, as the user typed it.
        codes: the agencies; none: all.
        language: of the words in the workbooks; None: the report's.
    """
    loaded = read_project(root)
    report = loaded.report
    if report is None:
        return Workbooks(None, None, (), _errors(loaded))
    texts = read_form_texts(root, language or report.settings.language)
    known = {code: None for one in report.senders for code in (one.agency, one.code)}
    unknown = [
        diagnose("RG605", agency=code, nearest=nearest(code, known))
        for code in dict.fromkeys(codes)
        if code not in known
    ]
    if texts.texts is None or unknown:
        return Workbooks(report, None, (), (*_errors(loaded), *texts.diagnostics, *unknown))
    wanted = [one for one in report.senders if not codes or one.code in codes or one.agency in codes]
    kept_back = dict(_kept_back(root, loaded, report, wanted))
    found = (*_errors(loaded), *texts.diagnostics, *kept_back.values())
    return Workbooks(report, texts.texts, tuple(one for one in wanted if one not in kept_back), found)


def _kept_back(
    root: Path, loaded: Loaded, report: Report, senders: Sequence[Sender]
) -> Iterator[tuple[Sender, Diagnostic]]:
    """Senders that get no workbook, because it would lack some of what they have sent."""
    from reportgen.model.paragraphs import CELL_CHARACTERS, fitting  # noqa: PLC0415 - only where one is written

    spoiled = _spoiled(root, loaded, report)
    for sender in senders:
        if sender.code in spoiled:
            yield sender, diagnose("RG604", agency=sender.code)
        replies = said_by(report, sender).replies
        for row in (row for reply in replies for row in fitting(reply)):
            if len(row.text) > CELL_CHARACTERS:
                length, limit = f"{len(row.text):,}", f"{CELL_CHARACTERS:,}"
                yield sender, diagnose("RG607", agency=sender.code, issue=row.issue, length=length, limit=limit)


def _errors(loaded: Loaded) -> tuple[Diagnostic, ...]:
    return tuple(one for one in loaded.diagnostics if one.severity is Severity.ERROR)


def _spoiled(root: Path, loaded: Loaded, report: Report) -> set[str]:
    """Agencies of whose file something could not be read.

    A file is named after its agency; where an unreadable one is not, any agency without a sound file may be its sender.
    """
    folder = PurePath(root, SUBMISSIONS)
    broken = {
        level_of(PurePath(one.place.file).name)[0]
        for one in _errors(loaded)
        if one.place and _is_in(one.place.file, folder)
    }
    known = {sender.code for sender in report.senders}
    if broken <= known:
        return broken
    return broken | (known - {sender_code(one.agency, one.department) for one in report.submissions})


def _is_in(file: str, folder: PurePath) -> bool:
    return PurePath(file).is_relative_to(folder)
