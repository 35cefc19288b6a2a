"""The editorial rules over a project: remarks on its texts, and its YAML files with the certain corrections.

Nothing is written here. Workbooks that came in keep their bytes: their corrections go into copies (`agencies`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from reportgen.checks.editorial.retyped import known_values
from reportgen.checks.editorial.rules import find_remarks
from reportgen.checks.finding import Finding, diagnose_findings
from reportgen.checks.style.corrections import CorrectedText, correct_text
from reportgen.checks.style.passages import Currencies, passages_of
from reportgen.checks.style.remarks import advice_to_write, remark_finding
from reportgen.checks.style.spelling import misspelled
from reportgen.checks.style.texts import PrintedText, TextPlaces, is_yaml, path_in_file, printed_texts
from reportgen.diagnostics import Diagnostic, Literal, Place, Places, errors_of
from reportgen.model import Currency, Indicator, merge_report
from reportgen.project import read_project
from reportgen.project.corrections import CellCorrection, ValueCorrection, correct_yaml


class Correction(Struct, frozen=True):
    """A correction that was made in a file, or that belongs into a workbook."""

    code: str
    place: Place | None
    old: str
    new: str
    in_workbook: bool


class Styled(Struct, frozen=True):
    """What the rules find in a project."""

    diagnostics: tuple[Diagnostic, ...]
    """Remarks, sorted by place; and the errors that keep files from being read."""
    corrections: tuple[Correction, ...] = ()
    files: Mapping[str, bytes] = {}
    """The new contents of files, by their paths below the project."""
    workbooks: Mapping[str, tuple[CellCorrection, ...]] = {}
    """What is to be corrected in workbooks, by their names in `submissions/`."""


class _Texts(Struct):
    """The printed texts of a project."""

    texts: tuple[PrintedText, ...]
    indicators: Mapping[str, Indicator]
    currencies: Currencies
    places: TextPlaces


def check_style(root: Path, corrections: Sequence[Correction] = ()) -> Styled:
    """Return the remarks of the editorial rules on the texts of a project.

    Args:
        root: its folder, as the user typed it; places are named by it.
        corrections: of `correct_style`; those for workbooks are not remarked on again.
    """
    project, errors = _read(root)
    if project is None:
        return Styled(errors)
    located = [one for text in project.texts for one in passages_of(text, project.currencies)]
    passages = [one.passage for one in located]
    listed = {(correction.code, correction.place) for correction in corrections if correction.in_workbook}
    findings: list[Finding] = []
    for index, remark in (*find_remarks(passages, list(known_values(project.indicators))), *misspelled(passages)):
        place = project.places.find(located[index].source, located[index].span(remark.start, remark.end).start)
        if remark.better is None or (remark.code, place) not in listed:
            findings.append(remark_finding(passages[index], remark, place))
    remarks = sorted(diagnose_findings(findings, project.places.places), key=lambda diagnostic: diagnostic.order)
    return Styled((*errors, *remarks))


def correct_style(root: Path) -> Styled:
    """Return the certain corrections of a project's texts: new contents of its YAML files, and what to do in workbooks.

    Args:
        root: its folder, as the user typed it.
    """
    project, errors = _read(root)
    if project is None:
        return Styled(errors)
    in_files: dict[str, dict[tuple[str | int, ...], CorrectedText]] = {}
    in_cells: dict[str, list[CellCorrection]] = {}
    corrections: list[Correction] = []
    for text in project.texts:
        corrected = correct_text(text, project.currencies)
        if corrected.changes and is_yaml(file := project.places.file(text)):
            in_files.setdefault(file, {})[path_in_file(text.path)] = corrected
        elif corrected.changes:
            corrections += _corrections(project.places, corrected, in_workbook=True)
            if (cell := _in_cell(project.places.places.find(text.path), corrected)) is not None:
                in_cells.setdefault(PurePath(file).name, []).append(cell)
    files: dict[str, bytes] = {}
    refused: list[Finding] = []
    for file, texts in in_files.items():
        wanted = (ValueCorrection(path, one.source.text, one.text, one.changes) for path, one in texts.items())
        written = correct_yaml(project.places.data(file), wanted)
        if written.done:
            files[PurePath(file).relative_to(root).as_posix()] = written.data
        corrections += (
            correction for done in written.done for correction in _corrections(project.places, texts[done.path])
        )
        refused += (one for left in written.refused for one in _refusals(project.places, texts[left.path]))
    corrections.sort(key=lambda correction: correction.place.order if correction.place else ("", "", 0, 0, ""))
    workbooks = {name: tuple(one) for name, one in in_cells.items()}
    return Styled((*errors, *diagnose_findings(refused, Places())), tuple(corrections), files, workbooks)


def _in_cell(place: Place | None, corrected: CorrectedText) -> CellCorrection | None:
    """Return the corrections of a text as one of its cell."""
    if place is None or place.sheet is None or place.cell is None:
        return None
    return CellCorrection(place.sheet, place.cell, corrected.source.text, corrected.text, corrected.changes)


def counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """Return how many remarks each rule gave, by its code."""
    return dict(sorted(Counter(diagnostic.code for diagnostic in diagnostics).items()))


def _read(root: Path) -> tuple[_Texts | None, tuple[Diagnostic, ...]]:
    """Return the texts of a project, and the errors that keep it or some of its files from being read."""
    loaded = read_project(root)
    errors = errors_of(loaded.diagnostics)
    if loaded.report is None:
        return None, errors
    indicators = merge_report(loaded.report).indicators
    currencies = {key: one.unit.currency for key, one in indicators.items() if isinstance(one.unit, Currency)}
    places = TextPlaces(root, loaded.places)
    return _Texts(tuple(printed_texts(loaded.report)), indicators, currencies, places), errors


def _corrections(places: TextPlaces, corrected: CorrectedText, *, in_workbook: bool = False) -> Iterator[Correction]:
    """Yield the corrections of a text at their places."""
    for correction in corrected.corrections:
        yield Correction(
            correction.code, places.find(corrected.source, correction.at), correction.old, correction.new, in_workbook
        )


def _refusals(places: TextPlaces, corrected: CorrectedText) -> Iterator[Finding]:
    """Yield RG960 for corrections of a text that cannot be written."""
    for correction in corrected.corrections:
        values = {"words": correction.old, "advice": Literal(advice_to_write(correction.new))}
        yield Finding("RG960", places.find(corrected.source, correction.at), values)
