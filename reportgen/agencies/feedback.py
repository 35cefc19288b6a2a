"""Feedback: a project's folder comes in, for each agency what it has to look at goes out, as it can be sent back.

An agency that sent a workbook gets a marked copy of it; one that sent YAML gets the same list as a Markdown file,
with the lines of its file and with what to write to answer a question. What was received is never changed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.answers import current_answers
from reportgen.agencies.marked.marking import CannotMarkError, Problem, mark_workbook
from reportgen.agencies.receive import plan_of_waiting
from reportgen.agencies.texts import read_form_texts
from reportgen.agencies.versions import Versions, find_versions, sent_version
from reportgen.diagnostics import CATALOGUE, Diagnostic, Place, Severity, Subject, diagnose, nearest
from reportgen.model import Report
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.report import Answer
from reportgen.pipeline import check_project
from reportgen.project import read_submission
from reportgen.project.folder import SUBMISSIONS
from reportgen.project.submission import WORKBOOK_ENDINGS

_SHOWN = {Severity.ERROR, Severity.WARNING}
"""A remark says what was done and asks for nothing."""


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
    """What agencies have to look at, about what each of them sent last.

    Args:
        root: the project's folder.
        codes: of the agencies; none: all of the project.
    """
    checked = check_project(root)
    report = checked.report
    if report is None:
        return Feedbacks((), (), tuple(one for one in checked.diagnostics if one.severity is Severity.ERROR))
    known = {code: None for one in report.senders for code in (one.agency, one.code)}
    unknown = tuple(
        diagnose("RG605", agency=code, nearest=nearest(code, known))
        for code in dict.fromkeys(codes)
        if code not in known
    )
    texts = read_form_texts(root, report.settings.language)
    if unknown or texts.texts is None:
        return Feedbacks((), (), (*unknown, *texts.diagnostics))
    made, awaited = [], []
    for sender in [one for one in report.senders if not codes or one.code in codes or one.agency in codes]:
        versions = find_versions(root, sender.agency, sender.department)
        if versions.latest is None:
            awaited.append(sender.code)
        else:
            made.append(_feedback(root, versions, versions.latest, report, checked.diagnostics, texts.texts.problems))
    return Feedbacks(tuple(made), tuple(awaited), texts.diagnostics)


def _feedback(
    root: Path,
    versions: Versions,
    source: Path,
    report: Report,
    diagnostics: Sequence[Diagnostic],
    texts: ProblemTexts,
) -> Feedback:
    """What one agency has to look at."""
    data, read = source.read_bytes(), read_submission(source.read_bytes(), source.as_posix())
    place = PurePath(root, SUBMISSIONS, source.name).as_posix()
    below = {PurePath(path).as_posix() for path in versions.in_force} - {place}
    version, kept = sent_version(read.submission) if read.submission and source in versions.in_force else (None, {})
    if source in versions.refused:
        plan = plan_of_waiting(root, versions, source)
        below, place = set(), PurePath(root, SUBMISSIONS, plan.filing.name).as_posix()
        diagnostics = check_project(root, instead=plan.instead).diagnostics
    found = [_elsewhere(one) if one.place and one.place.file in below else one for one in diagnostics]
    found = [one for one in found if one.severity in _SHOWN and one.place and one.place.file in {place, _BELOW}]
    found = [replace(one, notes=tuple(_near(note, place) for note in one.notes)) for one in found]
    open_questions = [one for one in found if one.subject]
    problems = [*map(_problem, sorted(found, key=_urgency)), *_answered(current_answers(source, data, report))]
    errors = sum(one.severity is Severity.ERROR for one in found)
    name, content = f"{versions.code}.xlsx", _marked(source, data, problems, texts, version)
    if content is None:
        name, content, kept = f"{versions.code}.md", _as_text(source, found, texts).encode(), {}
    questions = len(open_questions)
    warnings = len(found) - errors - questions
    return Feedback(versions.code, source, errors, warnings, questions, name, content, kept)


_BELOW = ""
"""Stands for a file of the agency that is in force below its latest one."""


def _elsewhere(diagnostic: Diagnostic) -> Diagnostic:
    """A problem of an earlier file that still counts: its cell is not one of the latest file."""
    note = f"it stands in an earlier file: {diagnostic.place}"
    return replace(diagnostic, place=Place(_BELOW), notes=(*diagnostic.notes, note))


def _near(note: str, file: str) -> str:
    """A note in which places of the agency's own file are named without the file."""
    note = re.sub(rf"{re.escape(file)}:(\d+):\d+", r"line \1", note)
    return note.replace(f"{file}:", "")


def _urgency(diagnostic: Diagnostic) -> tuple[int, object]:
    """Errors first, questions last, each by their places."""
    rank = 0 if diagnostic.severity is Severity.ERROR else 2 if diagnostic.subject else 1
    return (rank, diagnostic.order)


def _marked(
    source: Path, data: bytes, problems: Sequence[Problem], texts: ProblemTexts, version: str | None
) -> bytes | None:
    """A marked copy; None for YAML, and for a workbook that cannot be opened or added to."""
    if source.suffix.casefold() not in WORKBOOK_ENDINGS or read_submission(data, source.as_posix()).agency is None:
        return None
    try:
        return mark_workbook(data, problems, texts, version)
    except CannotMarkError:
        return None


def _problem(diagnostic: Diagnostic) -> Problem:
    place = diagnostic.place
    return Problem(
        diagnostic.code,
        "\n".join((diagnostic.message, *diagnostic.notes)),
        diagnostic.hint or "",
        place.sheet if place else None,
        place.cell if place else None,
        diagnostic.subject,
        is_error=diagnostic.severity is Severity.ERROR,
    )


def _answered(answers: Iterable[Answer]) -> Iterator[Problem]:
    """Questions that were answered stay in the list with their answer, so that the answer comes back with it."""
    for answer in answers:
        subject = Subject(answer.indicator, answer.part, str(answer.period), answer.value)
        entry = CATALOGUE[answer.code]
        yield Problem(answer.code, entry.title, "", subject=subject, reason=answer.reason)


def _as_text(source: Path, found: Sequence[Diagnostic], texts: ProblemTexts) -> str:
    """The list as Markdown, for an agency that sent a text file."""
    lines = [f"# {texts.title}: {source.name}", ""]
    if not found:
        lines.append(texts.none)
    for diagnostic in sorted(found, key=_urgency):
        label = texts.wrong if diagnostic.severity is Severity.ERROR else texts.question
        lines += [f"- **{_where(diagnostic)}** {label}: {diagnostic.message} ({diagnostic.code})"]
        lines += [f"  - {note}" for note in diagnostic.notes]
        lines += [f"  - {texts.action}: {diagnostic.hint}"]
        lines += _how_to_answer(diagnostic)
    return "\n".join(lines) + "\n"


def _where(diagnostic: Diagnostic) -> str:
    """The place in the agency's own file."""
    place = diagnostic.place
    if place is None:
        return ""
    if place.sheet:
        return "!".join(filter(None, (place.sheet, place.cell)))
    return f"line {place.line}" if place.line else PurePath(place.file).name or "an earlier file"


def _how_to_answer(diagnostic: Diagnostic) -> Iterator[str]:
    """What to add to the file so that a question is not asked again."""
    subject = diagnostic.subject
    if subject is None:
        return
    part = f"part: {_quoted(subject.part)}, " if subject.part else ""
    value = f"value: {subject.value:f}, " if subject.value is not None else ""
    fields = (
        f"code: {diagnostic.code}, indicator: {subject.indicator}, {part}period: {_quoted(subject.period)}, {value}"
    )
    yield "  - if the figure is right, add this to the file, with the reason:"
    yield ""
    yield "        answers:"
    yield f"          - {{{fields}reason: …}}"
    yield ""


def _quoted(text: str | None) -> str:
    """A text as YAML reads it back, whatever it holds."""
    written = (text or "").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{written}"'
