"""Upgrading a project in the middle of a cycle: what this version changes, and `report.yaml` with its new format.

Every sentence that is put otherwise than in the last build is named, and every clearance that this version changes; one
file is written.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from reportgen.agencies.cleared import Standing, standings
from reportgen.agencies.format import with_format
from reportgen.agencies.last_build import LastBuild, PrintedSentence, read_last_build, read_sentences
from reportgen.diagnostics import Diagnostic, Literal, Place, count_of, diagnose, errors_of
from reportgen.files.input_file import hash_of
from reportgen.files.reading import read_bytes
from reportgen.limits import YAML_BYTES
from reportgen.model.report import PROJECT_FORMAT, Report
from reportgen.pipeline import Checked, check_project
from reportgen.project.folder import CLEARANCES, COMMENTS
from reportgen.regex import regex
from reportgen.writers import Format
from reportgen.writers.rendering import RenderOptions, render_documents

REPORT = "report.yaml"
_ANY_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date in the properties of a report that is only compared."""
_SHOWN_FILES = 5
_FORMAT = regex(rb"^[ ]*format: \d+\r?\n", re.MULTILINE)


class SentenceChange(Struct, frozen=True):
    """Some sentences that are put otherwise now."""

    issue: int | None
    old: tuple[str, ...]
    new: tuple[str, ...]


class ClearanceChange(Struct, frozen=True):
    """A clearance that does not vouch any more for what is printed, or whose hash does not hold."""

    issue: int
    by: str
    date: str
    is_void: bool
    cause: str
    """What is known of the cause: `version`, `inputs` or `unknown`."""
    explanation: str


class Upgrade(Struct, frozen=True):
    """What an upgrade changes."""

    diagnostics: tuple[Diagnostic, ...]
    old_format: int | None = None
    """None: the project cannot be read."""
    built_by: str | None = None
    """The version that made the last build; None: there is none to compare with."""
    sentences: tuple[SentenceChange, ...] = ()
    clearances: tuple[ClearanceChange, ...] = ()
    files: Mapping[str, bytes] = {}
    """What to write into the project: `report.yaml`, or nothing where it has the newest format."""


def find_upgrade(root: Path) -> Upgrade:
    """Return what this version changes in a project, and the file that raises its format."""
    checked = check_project(root)
    report = checked.report
    errors = errors_of(checked.diagnostics)
    if report is None:
        return Upgrade(errors)
    files, refused = _files(root, report)
    build = read_last_build(root, report.settings.symbol.replace("/", "-"))
    place = Place((root / "build").as_posix())
    if isinstance(build, str):
        missing = diagnose("RG741", place, reason=Literal(build))
        clearances = tuple(_clearances(checked, report, None, None, ()))
        return Upgrade((*errors, *refused, missing), report.settings.format, None, (), clearances, files)
    changed = _changed_inputs(root, checked, build)
    remarks = [diagnose("RG742", place, files=Literal(_listed(changed)))] if changed else []
    sentences = tuple(_sentences(checked, build)) if checked.document else ()
    if checked.document is None:
        remarks.append(diagnose("RG741", place, reason="this version finds errors, and prints no report until then"))
    clearances = tuple(_clearances(checked, report, build, changed, sentences))
    found = (*errors, *refused, *remarks)
    return Upgrade(found, report.settings.format, build.version, sentences, clearances, files)


def _files(root: Path, report: Report) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return `report.yaml` with the newest format, where it has an older one."""
    if report.settings.format == PROJECT_FORMAT:
        return {}, ()
    path = root / REPORT
    data = read_bytes(path, path.as_posix(), root=root, limit=YAML_BYTES)
    try:
        return {REPORT: with_format(data)}, ()
    except ValueError as error:
        return {}, (diagnose("RG743", Place(path.as_posix()), reason=str(error), format=PROJECT_FORMAT),)


def _changed_inputs(root: Path, checked: Checked, build: LastBuild) -> list[str]:
    """Return the paths of the inputs and templates that are not what they were at the last build."""
    folder = f"{root.as_posix()}/"
    now = {one.name.removeprefix(folder): one.sha256 for one in checked.loaded.inputs}
    passed_over = {CLEARANCES, COMMENTS}  # they speak of the text, and are not printed
    settings = read_bytes(root / REPORT, folder + REPORT, root=root, limit=YAML_BYTES)
    if hash_of(_FORMAT.sub(b"", settings, count=1)) == build.inputs.get(REPORT):
        passed_over.add(REPORT)  # it was upgraded since, and nothing else
    names = {*now, *build.inputs} - passed_over
    return sorted(name for name in names if now.get(name) != build.inputs.get(name))


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN_FILES
    return ", ".join(names[:_SHOWN_FILES]) + (f" and {more} more" if more > 0 else "")


# ---- sentences ------------------------------------------------------------------------------------------------


def _sentences(checked: Checked, build: LastBuild) -> Iterator[SentenceChange]:
    """Yield the sentences that differ between the last build and this version's, in the order of the report."""
    ending: Format = "html" if "html" in build.reports else "docx"
    old = read_sentences(build.reports[ending], ending)
    new = read_sentences(_render(checked, ending), ending)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            here = (*new[start:end], *old[first:last])
            yield SentenceChange(here[0].issue, _texts(old[first:last]), _texts(new[start:end]))


def _texts(some: Sequence[PrintedSentence]) -> tuple[str, ...]:
    return tuple(one.text for one in some)


def _render(checked: Checked, ending: Format) -> bytes:
    """Return the report as this version writes it."""
    if checked.document is None or checked.report is None:
        raise AssertionError("sentences are compared only where there is a document")
    form = RenderOptions(_ANY_DAY, checked.report.settings.numbering, checked.reference)
    return render_documents({"report": checked.document}, [ending], form, lambda _: None).files[f"report.{ending}"]


# ---- clearances -----------------------------------------------------------------------------------------------


def _clearances(
    checked: Checked,
    report: Report,
    build: LastBuild | None,
    changed: Sequence[str] | None,
    sentences: Sequence[SentenceChange],
) -> Iterator[ClearanceChange]:
    """Yield the clearances that are void, or that hold for sentences which are put otherwise now."""
    by_issue = {
        number: sum(sentence.issue == number for sentence in sentences)
        for number in {sentence.issue for sentence in sentences}
    }
    for number, stands in sorted(standings(checked, report).items()):
        count = by_issue.get(number, 0)
        if not stands.changes and not count:
            continue
        cause, explanation = _void(stands, build, changed) if stands.changes else _holds(count, changed)
        cleared = stands.clearance
        yield ClearanceChange(number, cleared.by, cleared.date.isoformat(), bool(stands.changes), cause, explanation)


def _holds(count: int, changed: Sequence[str] | None) -> tuple[str, str]:
    """Return why a clearance that holds is listed: its texts and figures are the same, what is printed is not."""
    places = count_of(count, "place")
    unchanged = f"its text and its figures are what was cleared, but in {places} the report puts them otherwise now"
    if changed:
        return "unknown", f"{unchanged}; whether since the clearance, or because of files that changed, cannot be told"
    return "version", f"{unchanged}: by this version alone, as no file has changed since the last build"


def _void(stands: Standing, build: LastBuild | None, changed: Sequence[str] | None) -> tuple[str, str]:
    """Return what is known of the cause for which a clearance is void."""
    what = "; ".join(stands.changes)
    number, held = stands.clearance.issue, stands.clearance.hash
    was_in_force = build is not None and build.clearances.get(number) == held
    if was_in_force and not changed:
        return (
            "version",
            f"void by this version alone: it held in the last final build, and no file changed since ({what})",
        )
    if was_in_force and changed:
        return "inputs", f"void: {what}; since the last final build, in which it held, {_listed(changed)} changed"
    return "unknown", (
        f"void: {what}; whether a file changed since it was given cannot be told: only a final build records "
        "the clearances that held"
    )
