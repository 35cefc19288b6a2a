"""Turn a file into the files of a project; the folder is only looked at."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from msgspec.structs import replace

from reportgen.agencies.start import Answers, start_project
from reportgen.diagnostics import Diagnostic, Place, diagnose, has_errors
from reportgen.document.tree import Document
from reportgen.files.journal import FOLDER
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import YAML_BYTES
from reportgen.model import Outline, Settings
from reportgen.model.base import Model
from reportgen.project.validate import validate
from reportgen.project.writing import with_schemas
from reportgen.project.yaml import read_yaml
from reportgen.published.importer.facts import Given, find_facts, suspect_report
from reportgen.published.importer.issues import FoundIssues, ImportedIssues, find_issues, issues_file
from reportgen.published.importer.listed import is_prior_to_report, read_list, report_numbers
from reportgen.published.importer.report import Imported, import_report
from reportgen.readers.reading import read_file

_ISSUES = "issues.yaml"
_REPORT = "report.yaml"
_Read = TypeVar("_Read", bound=Model)
_YEARS_BEFORE = 4
"""Years for which figures are asked of a report, up to the one before it is due, where the list has no date."""


def import_file(
    file: Path, folder: Path, options: Mapping[str, Any], *, is_list: bool = False
) -> Imported | ImportedIssues:
    """Return what a file gives for a folder.

    Args:
        file: a published report or a list of issues, `.docx` or `.txt`.
        folder: the project's folder; nothing in it is changed here.
        options: what whoever imports says, by the fields of `Given`.
        is_list: whether the file is a list of issues.
    """
    stands = _in_the_way(folder, is_list=is_list)
    if stands is not None:
        return Imported((stands,))
    name = file.as_posix()
    read = read_file(file)
    if has_errors(read.diagnostics):
        return Imported(read.diagnostics)
    given = Given(**options)
    suspected = suspect_report(read.document, Place(name)) if is_list else ()
    made = _issues(read_list(read), given, name, folder) if is_list else import_report(read.document, given, name)
    return replace(made, diagnostics=(*suspected, *read.diagnostics, *made.diagnostics))


def _in_the_way(folder: Path, *, is_list: bool) -> Diagnostic | None:
    """Return a problem where the folder holds what an import would change."""
    place = Place(folder.as_posix())
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return diagnose("RG841", place, name="something that is no folder")
    if not folder.is_dir():
        return None
    if is_list and (folder / _REPORT).exists():
        listed = folder / _ISSUES
        there = (listed.exists() or listed.is_symlink()) and _begun(folder) is None
        return diagnose("RG844", Place(listed.as_posix()), issues="a list of issues") if there else None
    holds = next(iter(sorted(path.name for path in folder.iterdir() if path.name != FOLDER)), None)
    return diagnose("RG841", place, name=holds) if holds else None


# ---- a list of issues -----------------------------------------------------------------------------------------


def _issues(document: Document, given: Given, file: str, folder: Path) -> ImportedIssues:
    """Return a list of issues as the files that the folder lacks."""
    place = Place(file)
    if (folder / _REPORT).exists():
        settings, wrong = _read(Settings, folder, _REPORT)
        if settings is None:
            return ImportedIssues(tuple(wrong))
        found = find_issues(document, max(given.years or settings.reporting_years), place)
        made = _issue_files(found, file, {}, _begun(folder))
        return replace(made, diagnostics=(*_another_report(settings, document, place), *made.diagnostics))
    if given.due and not given.years:
        given = replace(given, years=tuple(range(given.due - _YEARS_BEFORE, given.due)))
    facts = find_facts(document, given, place, is_list=True)
    numbers = report_numbers(facts.list_of_issues, document.title)
    is_prior = is_prior_to_report(facts.list_of_issues, document.title)
    answers = Answers(
        treaty=facts.treaty,
        state=facts.state,
        name=facts.name,
        cycle=facts.cycle,
        years=facts.years,
        symbol=given.symbol,
        due=facts.due,
        document=None if is_prior else "replies",
        combined_from=numbers.first if numbers and numbers.first < facts.cycle else None,
        list_of_issues=facts.list_of_issues,
    )
    started = start_project(folder, answers)
    found = find_issues(document, max(facts.years), place)
    made = _issue_files(found, file, dict(started.files))
    return replace(made, diagnostics=(*facts.diagnostics, *started.diagnostics, *made.diagnostics))


def _issue_files(
    found: FoundIssues, file: str, files: dict[str, bytes], begun: Outline | None = None
) -> ImportedIssues:
    """Return a list of issues as files; what a list that was only begun says beside its parts is kept."""
    if not found.outline.issues:
        return ImportedIssues((diagnose("RG842", Place(file)), *found.diagnostics))
    kept = {"title": begun.title, "breakdowns": begun.breakdowns} if begun else {}
    text = issues_file(found.outline.model_copy(update=kept), Path(file).name, found.notes)
    made = with_schemas({**files, _ISSUES: text.encode()})
    return ImportedIssues(found.diagnostics, made, found.counted)


def _begun(folder: Path) -> Outline | None:
    """Return the list of a project that `reportgen init` began, as long as nobody wrote an issue into it."""
    outline, _ = _read(Outline, folder, _ISSUES)
    return None if outline is None or any(part.themes for part in outline.parts) else outline


def _another_report(settings: Settings, document: Document, place: Place) -> Iterator[Diagnostic]:
    """Yield what a list says of its report otherwise than report.yaml of the project does."""
    facts = find_facts(document, Given(), place, is_list=True)
    numbers = report_numbers(facts.list_of_issues, document.title)
    is_prior = is_prior_to_report(facts.list_of_issues, document.title)
    said = {
        "treaty": (None if "treaty" in facts.supposed else facts.treaty, settings.treaty),
        "cycle": (numbers.last if numbers else None, settings.cycle),
        "combined_from": (numbers.first if numbers and numbers.first < numbers.last else None, settings.combined_from),
        "document": (None if is_prior else "replies", settings.document),
        "list_of_issues": (facts.list_of_issues, settings.list_of_issues),
    }
    for field, (wanted, given) in said.items():
        if wanted is not None and wanted != given:
            yield diagnose("RG241", place, field=field, wanted=wanted, given=given or "nothing")


def _read(model: type[_Read], folder: Path, name: str) -> tuple[_Read | None, Sequence[Diagnostic]]:
    """Return what a file of a project says, where nothing in it is wrong."""
    path = folder / name
    try:
        data = read_bytes(path, path.as_posix(), root=folder, limit=YAML_BYTES)
    except Refused as refused:
        return None, [refused.diagnostic]
    read = read_yaml(data, path.as_posix())
    value, wrong = validate(model, read.data, read.places)
    found = [*read.diagnostics, *wrong]
    return (None if has_errors(found) else value), found
