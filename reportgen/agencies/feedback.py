"""Feedback: what each agency has to look at, as it can be sent back to it.

An agency that sent a workbook gets a marked copy of it; one that sent YAML gets the same list as a Markdown file,
with the lines of its file and with what to write to answer a question. What was received is never changed.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.answers import current_answers
from reportgen.agencies.marked.marking import CannotMarkError, mark_workbook
from reportgen.agencies.problems import Problem, answered_question, markdown_list, problem_of
from reportgen.agencies.readings import Reading, find_readings, markdown_readings, stands_in
from reportgen.agencies.receive import plan_of_waiting
from reportgen.agencies.senders import find_senders, language_of
from reportgen.agencies.texts import read_texts
from reportgen.agencies.versions import Versions, find_versions, sent_version
from reportgen.diagnostics import Diagnostic, Place, Severity, errors_of
from reportgen.files.refusal import Refused
from reportgen.model.form_texts import FormTexts, ProblemTexts
from reportgen.pipeline import check_project
from reportgen.project import read_submission
from reportgen.project.folder import SUBMISSIONS
from reportgen.project.submission import is_workbook
from reportgen.results import Checked

_SHOWN = {Severity.ERROR, Severity.WARNING}
"""A remark says what was done and asks for nothing."""
_COORDINATORS = {"RG360", "RG364", "RG365", "RG373", "RG725"}
"""What the coordinator alone can settle, in files that an agency does not see."""


class Feedback(Struct, frozen=True):
    """What one agency has to look at."""

    agency: str
    source: Path
    """The file that it is about."""
    errors: int
    warnings: int
    questions: int
    """Those that are still open; they do not count among the warnings."""
    name: str
    """Of the file to send back."""
    data: bytes
    kept: Mapping[str, bytes]
    """What the cells of a marked copy hold, by its path in the folder `submissions/`."""


class Feedbacks(Struct, frozen=True):
    """What all agencies have to look at."""

    feedbacks: tuple[Feedback, ...]
    awaited: tuple[str, ...]
    """The agencies that have sent nothing."""
    diagnostics: tuple[Diagnostic, ...]
    """What stands in the way of it all."""


def find_feedback(root: Path, codes: Sequence[str] = ()) -> Feedbacks:
    """Find what agencies have to look at, in what each of them sent last.

    Args:
        root: the project's folder.
        codes: of the agencies or departments; none: all of the project.
    """
    checked = check_project(root)
    report = checked.report
    if report is None:
        return Feedbacks((), (), errors_of(checked.diagnostics))
    senders, unknown = find_senders(report, codes)
    read = cache(lambda language: read_texts(FormTexts, root, language))
    texts = read(report.settings.language)
    if unknown or texts.texts is None:
        return Feedbacks((), (), (*unknown, *texts.diagnostics))
    folder = PurePath(root, SUBMISSIONS).as_posix()  # which may be a file, or a link that leads nowhere
    unread = [one for one in errors_of(checked.diagnostics) if one.place and one.place.file == folder]
    made, awaited, found = list[Feedback](), list[str](), [*texts.diagnostics, *unread]
    for sender in senders:
        versions = find_versions(root, sender.code)
        if versions.latest is None:
            awaited.append(sender.code)
            continue
        try:
            language = versions.read(versions.latest).language or language_of(report, sender.agency)
            own = read(language).texts or texts.texts
            made.append(_feedback(root, versions, versions.latest, checked, own.problems))
        except Refused as refused:
            found.append(refused.diagnostic)
    return Feedbacks(tuple(made), tuple(awaited), tuple(found))


def _feedback(root: Path, versions: Versions, source: Path, checked: Checked, texts: ProblemTexts) -> Feedback:
    """Return what one agency has to look at."""
    report = checked.report
    data, read = versions.bytes_of(source), versions.read(source)
    place = PurePath(root, SUBMISSIONS, source.name).as_posix()
    below = {PurePath(path).as_posix() for path in versions.in_force} - {place}
    version, kept = sent_version(read.submission) if read.submission and source in versions.in_force else (None, {})
    if source in versions.refused:
        plan = plan_of_waiting(root, versions, source)
        below, place = set(), PurePath(root, SUBMISSIONS, plan.filing.name).as_posix()
        checked = check_project(root, instead=plan.instead)
    found = [
        _elsewhere(diagnostic) if diagnostic.place and diagnostic.place.file in below else diagnostic
        for diagnostic in checked.diagnostics
    ]
    found = [
        diagnostic
        for diagnostic in found
        if _is_shown(diagnostic) and diagnostic.place and diagnostic.place.file in {place, _BELOW}
    ]
    found = [replace(diagnostic, notes=tuple(_near(note, place) for note in diagnostic.notes)) for diagnostic in found]
    problems = [problem_of(diagnostic) for diagnostic in sorted(found, key=_urgency)]
    errors, questions = sum(problem.is_error for problem in problems), sum(problem.is_asked for problem in problems)
    answered = map(answered_question, current_answers(source, data, report)) if report else ()
    names = {PurePath(file).name for file in (place, *below)}
    readings = [_own_cell(one, PurePath(place).name) for one in find_readings(checked, names)]
    name = f"{versions.code}.xlsx"
    content = _marked_copy(source, data, [*problems, *answered], texts, version, readings)
    if content is None:
        name, kept = f"{versions.code}.md", {}
        content = (markdown_list(source.name, problems, texts) + markdown_readings(readings, texts)).encode()
    warnings = len(problems) - errors - questions
    return Feedback(versions.code, source, errors, warnings, questions, name, content, kept)


def _is_shown(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity in _SHOWN and diagnostic.code not in _COORDINATORS


def _own_cell(reading: Reading, file: str) -> Reading:
    """Return a passage with its place, where that is one of the file that is sent back."""
    return reading if reading.place and stands_in(reading.place, {file}) else replace(reading, place=None)


_BELOW = ""
"""Stands for a file of the agency that is in force below its latest one."""


def _elsewhere(diagnostic: Diagnostic) -> Diagnostic:
    """Return a problem of an earlier file that still counts: its cell is not one of the latest file."""
    note = f"it stands in an earlier file: {diagnostic.place}"
    return replace(diagnostic, place=Place(_BELOW), notes=(*diagnostic.notes, note))


def _near(note: str, file: str) -> str:
    """Return a note in which places of the agency's own file are named without the file."""
    note = re.sub(rf"{re.escape(file)}:(\d+):\d+", r"line \1", note)
    return note.replace(f"{file}:", "")


def _urgency(diagnostic: Diagnostic) -> tuple[int, object]:
    """Return what puts errors first and questions last, each by their places."""
    rank = 0 if diagnostic.severity is Severity.ERROR else 2 if diagnostic.subject else 1
    return (rank, diagnostic.order)


def _marked_copy(
    source: Path,
    data: bytes,
    problems: Sequence[Problem],
    texts: ProblemTexts,
    version: str | None,
    readings: Sequence[Reading],
) -> bytes | None:
    """Return a marked copy; None for YAML, and for a workbook that cannot be opened or added to."""
    if not is_workbook(source) or read_submission(data, source.as_posix()).agency is None:
        return None
    try:
        return mark_workbook(data, problems, texts, version, readings)
    except CannotMarkError:
        return None
