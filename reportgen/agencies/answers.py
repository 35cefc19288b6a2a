"""Answers to questions outlive the workbook in which they were given.

An agency may answer in a marked copy, and later send a workbook without that sheet. What it said still holds for the
same figures, so it is kept beside the new version, in a small submission of its own that people can read and change.
"""

from collections.abc import Sequence
from pathlib import Path

from reportgen.agencies.senders import sent_by
from reportgen.agencies.versions import Versions
from reportgen.diagnostics import QUESTIONS
from reportgen.model import Report, Submission
from reportgen.model.report import Answer
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.writing import submission_yaml

_HEAD = "# Answers to questions about figures, from earlier versions of what the agency sent.\n"


def carried_answers(versions: Versions, new: ReadSubmission, leaving: Sequence[Path]) -> dict[str, bytes]:
    """Return the file of answers that a new version does not repeat, by its name; nothing where it repeats all.

    Args:
        versions: what the sender sent before.
        new: what it sends now.
        leaving: the files that the new one takes the place of.
    """
    if new.submission is None:
        return {}
    known = (versions.kept_answers(), *(versions.read(path) for path in leaving))
    said = (read.submission for read in known if read and read.submission)
    carried = {(answer.code, answer.subject): answer for submission in said for answer in submission.answers}
    for answer in new.submission.answers:
        carried.pop((answer.code, answer.subject), None)
    if not carried:
        return {}
    kept = Submission(agency=versions.agency, department=versions.department, answers=tuple(carried.values()))
    return {versions.answers.name: submission_yaml(kept, _HEAD)}


def current_answers(source: Path, data: bytes, report: Report) -> tuple[Answer, ...]:
    """Return the answers of an agency that are about figures as they are now.

    Args:
        source: the file that the agency sent last.
        data: its bytes.
        report: the project, which may know more answers of it.
    """
    submission = read_submission(data, source.as_posix()).submission
    if submission is None:
        return ()
    known = sent_by(report.submissions, submission.agency, submission.department)
    answers = {(answer.code, answer.subject): answer for one in (*known, submission) for answer in one.answers}
    return tuple(answer for answer in answers.values() if answer.code in QUESTIONS and _is_current(answer, submission))


def _is_current(answer: Answer, submission: Submission) -> bool:
    """Return whether the figure is still the one that was confirmed."""
    indicator = submission.indicators.get(answer.indicator)
    if indicator is None:
        return False
    if answer.part is None:
        return indicator.value(answer.period) == answer.value
    named = (part for part in indicator.breakdown if part.name == answer.part)
    return any(part.value(answer.period) == answer.value for part in named)
