"""A file that an agency sent comes in; whose it is, what is wrong with it and what it changes go out.

The file is checked as part of the project, in the place of the agency's version in force. A file with errors does
not take that place. Whose it is stands in the file itself; its name does not count. Nothing is written here:
`filing` says what is to be written where.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePath

from reportgen.diagnostics import Diagnostic, Place, Severity
from reportgen.intake import ReadSubmission, read_submission
from reportgen.intake.project import SUBMISSIONS, find_other_kind, find_strangers
from reportgen.intake.submission import WORKBOOK_ENDINGS
from reportgen.limits import FILE_BYTES, YAML_BYTES
from reportgen.loop.answers import carried_answers
from reportgen.loop.changes import Changes, compare_submissions
from reportgen.loop.versions import Versions, find_versions
from reportgen.pipeline import check_project
from reportgen.untrusted.files import read_bytes
from reportgen.untrusted.refusal import Refused

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""An agency's code, as the model has it; it becomes the name of a file."""


class Outcome(StrEnum):
    """What becomes of a file that came in."""

    ACCEPTED = "accepted"
    """It is the version in force from now on."""
    REFUSED = "refused"
    """It has errors: it is kept, and the version in force stays."""
    SAME = "same"
    """It is what came in last, byte for byte: nothing is filed. A refused version still has its errors."""
    UNKNOWN = "unknown"
    """Nobody can say whose it is, or it belongs to another report: nothing is filed."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What is to be written where."""

    folder: Path
    name: str
    data: bytes
    replaced: tuple[Path, ...]
    """Files that it takes the place of; they go to the archive."""
    archive: Path
    answers: Mapping[str, bytes] = field(default_factory=dict)
    """The file of answers that earlier versions gave and this one does not repeat, by its name."""

    @property
    def path(self) -> Path:
        """Where the file will stand."""
        return self.folder / self.name


@dataclass(frozen=True, slots=True)
class Received:
    """What is known of a file that came in."""

    file: str
    """As the user typed it; the places of its problems are named by it."""
    outcome: Outcome
    diagnostics: tuple[Diagnostic, ...]
    agency: str | None = None
    changes: Changes = field(default_factory=Changes)
    """Against the version in force; empty where there is none, or where one of the two cannot be read."""
    is_first: bool = False
    """Whether the agency had no version in force."""
    same_as: Path | None = None
    filing: Filing | None = None


def receive_file(root: Path, file: Path) -> Received:
    """Check a file that an agency sent, as part of a project.

    Args:
        root: the project's folder.
        file: what came in, wherever it stands.
    """
    name = file.as_posix()
    limit = FILE_BYTES if name.casefold().endswith(WORKBOOK_ENDINGS) else YAML_BYTES
    other = find_other_kind(file.name, Place(name))
    if other:
        return Received(name, Outcome.UNKNOWN, tuple(other))
    try:
        data = read_bytes(file, name, root=file.resolve().parent, limit=limit)
    except Refused as refused:
        return Received(name, Outcome.UNKNOWN, (refused.diagnostic,))
    read = read_submission(data, name)
    if read.agency is None or not _CODE.fullmatch(read.agency):
        return Received(name, Outcome.UNKNOWN, read.diagnostics)
    return _examine(root, name, data, read, read.agency)


def _examine(root: Path, name: str, data: bytes, read: ReadSubmission, agency: str) -> Received:
    """What becomes of a file of a known agency."""
    versions = find_versions(root, agency)
    latest = versions.latest
    same_as = latest if latest is not None and latest.read_bytes() == data else None
    if same_as is not None and same_as not in versions.refused:
        return Received(name, Outcome.SAME, (), agency, same_as=same_as)
    filed_as = f"{agency}{_ending(name)}"
    answers = carried_answers(versions, read)
    passed_over = {path.name: None for path in versions.in_force}
    checked = check_project(root, instead={**passed_over, filed_as: data, **answers})
    if checked.report is None:
        return Received(name, Outcome.UNKNOWN, (*_project_errors(checked.diagnostics), *read.diagnostics), agency)
    stranger = find_strangers(read, checked.report.settings.symbol, Place(name))
    if stranger:
        return Received(name, Outcome.UNKNOWN, tuple(stranger), agency)
    found = tuple(_of_file(checked.diagnostics, PurePath(root, SUBMISSIONS, filed_as).as_posix(), name))
    found = (*found, *_second_reading(name, data))
    if agency not in checked.report.agency_names:  # whatever else it says against others, it is nobody's
        return Received(name, Outcome.UNKNOWN, tuple(one for one in found if one.code == "RG180"), agency)
    failed = any(one.severity is Severity.ERROR for one in found)
    if failed and same_as is not None:
        return Received(name, Outcome.SAME, found, agency, same_as=same_as)
    return Received(
        name,
        Outcome.REFUSED if failed else Outcome.ACCEPTED,
        found,
        agency,
        _changes(versions, read),
        is_first=not versions.in_force,
        filing=_filing(versions, filed_as, data, {} if failed else answers, failed=failed),
    )


def _second_reading(name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """What a second reader of a workbook reads otherwise than the first."""
    if not name.casefold().endswith(WORKBOOK_ENDINGS):
        return ()
    from reportgen.intake.second import read_again  # noqa: PLC0415 - only a workbook that is received needs openpyxl

    return read_again(data, name)


def _ending(name: str) -> str:
    """The ending under which a file is kept."""
    return ".xlsx" if name.casefold().endswith(WORKBOOK_ENDINGS) else ".yaml"


def _filing(versions: Versions, name: str, data: bytes, answers: Mapping[str, bytes], *, failed: bool) -> Filing:
    """A good file takes the place of everything that was there; one with errors only that of one with errors."""
    if failed:
        return Filing(versions.waiting, name, data, versions.refused, versions.archive)
    return Filing(versions.folder, name, data, (*versions.in_force, *versions.refused), versions.archive, answers)


def _changes(versions: Versions, read: ReadSubmission) -> Changes:
    """What the new version changes."""
    if read.submission is None or not versions.in_force:
        return Changes()
    path = versions.in_force[0]
    old = read_submission(path.read_bytes(), path.as_posix()).submission
    return compare_submissions(old, read.submission) if old else Changes()


def _project_errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Why a project cannot be read."""
    for diagnostic in diagnostics:
        if (
            diagnostic.severity is Severity.ERROR
            and diagnostic.place
            and f"/{SUBMISSIONS}/" not in diagnostic.place.file
        ):
            yield diagnostic


def _of_file(diagnostics: Iterable[Diagnostic], filed: str, name: str) -> Iterator[Diagnostic]:
    """The diagnostics that concern a file, named as the user typed it.

    Args:
        diagnostics: of the whole project.
        filed: the path that the file would have in the project.
        name: the path that it has now.
    """
    for diagnostic in diagnostics:
        place = diagnostic.place
        stands_there = place is not None and place.file == filed
        if stands_there or any(filed in note for note in diagnostic.notes):
            notes = tuple(note.replace(filed, name) for note in diagnostic.notes)
            moved = replace(place, file=name) if place is not None and stands_there else place
            yield replace(diagnostic, place=moved, notes=notes)
