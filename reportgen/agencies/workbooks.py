"""The workbooks that a project sends out, one an agency or a department.

Workbooks are made one at a time, when they are asked for, so that a hundred of them need no more memory than one.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from reportgen.agencies.form.form import Marks, write_form
from reportgen.agencies.form.plan import Planner
from reportgen.agencies.senders import find_senders, language_of, sent_by
from reportgen.agencies.texts import read_texts_of
from reportgen.agencies.versions import sent_version
from reportgen.compose.text import write_text
from reportgen.diagnostics import Diagnostic, Places, diagnose, errors_of
from reportgen.model import Report, Submission, merge_indicators
from reportgen.model.form_texts import FormTexts
from reportgen.model.items import Joined
from reportgen.model.paragraphs import CELL_CHARACTERS, fitting, paragraphs_of
from reportgen.model.senders import Sender
from reportgen.project import Loaded, read_project
from reportgen.project.folder import SUBMISSIONS, issues_digest
from reportgen.project.stacks import level_of
from reportgen.sentences import Narrator, Options


class Workbooks(Struct, frozen=True):
    """The workbooks that can be made, and what stands in the way of others."""

    report: Report | None
    texts: Mapping[str, FormTexts]
    """The words of the workbook of each agency, by its code."""
    senders: tuple[Sender, ...]
    """Who gets one."""
    diagnostics: tuple[Diagnostic, ...]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name and the bytes of each workbook, made one after another."""
        if self.report is None:
            return
        planner = Planner(write_out_previous(self.report))
        for sender in self.senders:
            version, _ = sent_version(joined_submission(self.report, sender))
            marks = Marks(version, issues_digest(self.report.outline, sender.agency))
            form = planner.plan(sender.agency, sender.department)
            yield f"{sender.code}.xlsx", write_form(form, self.texts[sender.agency], marks)

    def filled_from(self) -> dict[str, bytes]:
        """Return what the workbooks were filled from, a file each, by its path in the folder `submissions/`."""
        report = self.report
        kept = [sent_version(joined_submission(report, sender))[1] for sender in self.senders] if report else []
        return {name: data for files in kept for name, data in files.items()}


def joined_submission(report: Report, sender: Sender) -> Submission:
    """Return all that a sender has said so far and that its workbook is filled with, as one submission."""
    own = sent_by(report.submissions, sender.agency, sender.department)
    # answers that were kept stand below what was sent
    own.sort(key=lambda submission: bool(submission.indicators or submission.replies))
    nothing = Submission(agency=sender.agency, department=sender.department)
    return Joined([(submission, frozenset()) for submission in own]).submission if own else nothing


def find_workbooks(root: Path, codes: Sequence[str] = (), language: str | None = None) -> Workbooks:
    """Find the workbooks that a project has to send.

    Args:
        root: the project's folder, as the user typed it.
        codes: the agencies; none: all.
        language: of the words in the workbooks; None: each agency's own.
    """
    loaded = read_project(root)
    report = loaded.report
    if report is None:
        return Workbooks(None, {}, (), errors_of(loaded.diagnostics))
    wanted, unknown = find_senders(report, codes)
    languages = {sender.agency: language or language_of(report, sender.agency) for sender in wanted}
    texts, refused = read_texts_of(FormTexts, root, languages)
    if errors_of(refused) or unknown:
        return Workbooks(report, {}, (), (*errors_of(loaded.diagnostics), *refused, *unknown))
    kept_back = dict(_kept_back(root, loaded, report, wanted))
    found = (*errors_of(loaded.diagnostics), *refused, *kept_back.values())
    return Workbooks(report, texts, tuple(sender for sender in wanted if sender not in kept_back), found)


def _kept_back(
    root: Path, loaded: Loaded, report: Report, senders: Sequence[Sender]
) -> Iterator[tuple[Sender, Diagnostic]]:
    """Yield the senders that get no workbook, because it would lack some of what they have sent."""
    spoiled = _spoiled(root, loaded, report)
    for sender in senders:
        if sender.code in spoiled:
            yield sender, diagnose("RG604", agency=sender.code)
        replies = joined_submission(report, sender).replies
        for row in (row for reply in replies for row in fitting(reply)):
            if len(row.text) > CELL_CHARACTERS:
                length, limit = f"{len(row.text):,}", f"{CELL_CHARACTERS:,}"
                yield sender, diagnose("RG607", agency=sender.code, issue=row.issue, length=length, limit=limit)


def _spoiled(root: Path, loaded: Loaded, report: Report) -> set[str]:
    """Return the agencies of whose file something could not be read.

    A file is named after its agency; where an unreadable one is not, any agency without a sound file may be its sender.
    """
    folder = PurePath(root, SUBMISSIONS)
    broken = {
        level_of(PurePath(diagnostic.place.file).name)[0]
        for diagnostic in errors_of(loaded.diagnostics)
        if diagnostic.place and PurePath(diagnostic.place.file).is_relative_to(folder)
    }
    known = {sender.code for sender in report.senders}
    if broken <= known:
        return broken
    return broken | (known - {submission.sender for submission in report.submissions})


# ---- the last cycle -------------------------------------------------------------------------------------------


def write_out_previous(report: Report) -> Report:
    """Return the report with the figures in the last cycle's texts, which are shown for reference, written out."""
    if not report.previous:
        return report
    indicators = merge_indicators(report.previous).indicators
    narrator = Narrator(indicators, report.settings.language, Options(non_breaking_spaces=False))
    return report.model_copy(
        update={"previous": tuple(_in_words(submission, narrator) for submission in report.previous)}
    )


def _in_words(submission: Submission, narrator: Narrator) -> Submission:
    """Return a submission with the figures in its texts; a paragraph in which one cannot be written stays as it is."""
    replies = []
    for reply in submission.replies:
        paragraphs = paragraphs_of(reply.text)
        written = [write_text(paragraph, narrator, Places())[0] or paragraph for paragraph in paragraphs]
        replies.append(reply.model_copy(update={"text": "\n\n".join(written)}))
    return submission.model_copy(update={"replies": tuple(replies)})
