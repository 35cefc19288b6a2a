"""The editorial rules over a project: its folder comes in, remarks go out, and files with the certain corrections.

Nothing is written here. Workbooks belong to the agencies and are never changed: their corrections are listed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from reportgen.checks.editorial.rules import Remark, find_remarks, known_values
from reportgen.checks.style.corrected import Corrected, correct
from reportgen.checks.style.files import Task, correct_file
from reportgen.checks.style.passages import Located, passages_of
from reportgen.checks.style.places import TextPlaces, is_yaml, path_in_file
from reportgen.checks.style.said import said, to_write
from reportgen.checks.style.spelling import misspelled
from reportgen.checks.style.texts import PrintedText, printed_texts
from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import YAML_BYTES
from reportgen.model import Currency, Report, merge_report
from reportgen.project import Loaded, read_project


class Correction(Struct, frozen=True):
    """A correction that was made in a file, or that is to be made in a workbook."""

    code: str
    place: Place | None
    old: str
    new: str
    in_workbook: bool


class Styled(Struct, frozen=True):
    """What the rules say of a project."""

    diagnostics: tuple[Diagnostic, ...]
    """Remarks, sorted by place; and the errors that keep files from being read."""
    corrections: tuple[Correction, ...] = ()
    files: Mapping[str, bytes] = {}
    """The new contents of files, by their paths below the project."""


class _Project(Struct):
    """A project that was read, with its printed texts."""

    root: Path
    loaded: Loaded
    report: Report
    texts: list[PrintedText]
    currencies: dict[str, str]
    places: TextPlaces

    def bytes_of(self, file: str) -> bytes | None:
        """The bytes of one of its files."""
        return _bytes_of(self.root, file)


def check_style(root: Path, corrections: Sequence[Correction] = ()) -> Styled:
    """What the editorial rules say of the texts of a project.

    Args:
        root: its folder, as the user typed it; places are named by it.
        corrections: what `correct_style` said; those for workbooks are not said again.
    """
    project, errors = _read(root)
    if project is None:
        return Styled(errors)
    passages = [located for text in project.texts for located in passages_of(text, project.currencies)]
    looked_at = [located.passage for located in passages]
    known = list(known_values(merge_report(project.report).indicators))
    remarks = [*find_remarks(looked_at, known), *misspelled(looked_at)]
    listed = {(one.code, one.place) for one in corrections if one.in_workbook}
    pairs = [(remark, _said(project, passages[index], remark)) for index, remark in remarks]
    found = [one for remark, one in pairs if remark.better is None or (one.code, one.place) not in listed]
    return Styled((*errors, *sorted(found, key=lambda one: one.order)))


def correct_style(root: Path) -> Styled:
    """The certain corrections of a project's texts: new contents of its YAML files, and what to do in workbooks.

    Args:
        root: its folder, as the user typed it.
    """
    project, errors = _read(root)
    if project is None:
        return Styled(errors)
    tasks: dict[str, list[Task]] = {}
    corrections: list[Correction] = []
    for text in project.texts:
        corrected = correct(text, project.currencies)
        if corrected.changes and is_yaml(file := project.places.file(text)):
            tasks.setdefault(file, []).append(Task(path_in_file(text.path), corrected))
        elif corrected.changes:
            corrections += _corrections(project, corrected, in_workbook=True)
    files: dict[str, bytes] = {}
    refused: list[Diagnostic] = []
    for file, list_ in tasks.items():
        written = correct_file(project.bytes_of(file) or b"", list_)
        if written.done:
            files[PurePath(file).relative_to(root).as_posix()] = written.data
        corrections += [one for task in written.done for one in _corrections(project, task.corrected)]
        refused += [one for task in written.refused for one in _refusals(project, task.corrected)]
    corrections.sort(key=lambda one: one.place.order if one.place else ("", "", 0, 0, ""))
    return Styled((*errors, *refused), tuple(corrections), files)


def counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """How many remarks each rule gave, by its code."""
    return dict(sorted(Counter(one.code for one in diagnostics).items()))


def _read(root: Path) -> tuple[_Project | None, tuple[Diagnostic, ...]]:
    """The project, and the errors that keep it or some of its files from being read."""
    loaded = read_project(root)
    errors = tuple(one for one in loaded.diagnostics if one.severity is Severity.ERROR)
    if loaded.report is None:
        return None, errors
    indicators = merge_report(loaded.report).indicators
    currencies = {key: one.unit.currency for key, one in indicators.items() if isinstance(one.unit, Currency)}
    places = TextPlaces(loaded.places, lambda file: _bytes_of(root, file))
    return _Project(root, loaded, loaded.report, list(printed_texts(loaded.report)), currencies, places), errors


def _bytes_of(root: Path, file: str) -> bytes | None:
    try:
        return read_bytes(Path(file), file, root=root, limit=YAML_BYTES)
    except Refused:  # it was read a moment ago; who took it away meanwhile gets places without columns
        return None


def _said(project: _Project, located: Located, remark: Remark) -> Diagnostic:
    """A remark as a diagnostic at its place."""
    place = project.places.of(located.source, located.span(remark.start, remark.end).start)
    return said(located.passage, remark, place)


# ---- corrections ------------------------------------------------------------------------------------------------


def _corrections(project: _Project, corrected: Corrected, *, in_workbook: bool = False) -> Iterator[Correction]:
    for made in corrected.made:
        yield Correction(made.code, project.places.of(corrected.source, made.at), made.old, made.new, in_workbook)


def _refusals(project: _Project, corrected: Corrected) -> Iterator[Diagnostic]:
    """That the corrections of one text cannot be written."""
    for made in corrected.made:
        place = project.places.of(corrected.source, made.at)
        yield diagnose("RG960", place, words=made.old, advice=Literal(to_write(made.new)))
