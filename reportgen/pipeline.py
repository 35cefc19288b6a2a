"""The whole flow as code: read, merge, check, write phrases, compose, number, write outputs.

The only module that knows all of these steps; each is a call with plain values in and out. Nothing here prints or
writes files: the results are values (`results.py`), for the command line to show and to save.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from os.path import normpath
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from msgspec.structs import replace

from reportgen.checks.comments import OPEN_COMMENT
from reportgen.checks.finding import CheckContext, Finding, diagnose_findings
from reportgen.checks.languages import ENGLISH
from reportgen.checks.report import check_document, check_report
from reportgen.checks.small_numbers import check_small_numbers, protect_report
from reportgen.checks.statuses import statuses_are_told
from reportgen.checks.typed.numbers import TypedNumbers, find_typed_numbers
from reportgen.checks.typed.words import titles_beside_data, words_beside_data
from reportgen.compose import Composed, draft_documents, number_drafts, write_replies
from reportgen.diagnostics import (
    QUESTIONS,
    Diagnostic,
    Literal,
    Place,
    Places,
    Severity,
    diagnose,
    errors_of,
    has_errors,
    word,
)
from reportgen.document.authorship import Words, spread_words
from reportgen.document.words import Counts, count_document, count_figures
from reportgen.files.input_file import InputFile, describe
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES
from reportgen.model import Merged, Report, merge_report
from reportgen.model.base import Model
from reportgen.model.merge import Protected
from reportgen.project import read_project
from reportgen.project.pictures import read_pictures
from reportgen.project.waiting import find_waiting
from reportgen.results import Built, Checked, Judge, Verdict
from reportgen.sentences import Narrator, Options, PhraseError
from reportgen.twins import TwinFormat, write_twins
from reportgen.writers import Format, PdfEngine, Progress

if TYPE_CHECKING:
    from reportgen.sentences.explain import Explanation
    from reportgen.writers.docx.writing import StyleReference
    from reportgen.writers.rendering import Remarks

__all__ = ["EARLIEST", "Built", "Checked", "Judge", "Verdict", "build_project", "check_project", "explain_indicator"]

OutputFormat = OneOf[Format, TwinFormat]
"""What a build may make: documents, and twins that machines read."""
EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The date in the properties of outputs where none is given: the earliest that a zip can hold."""

_MAY_FOLLOW = frozenset({"RG306", "RG310", "RG312", "RG313", "RG314", "RG364", "RG505", "RG520"})
"""What may be reported only because a refused file is not there, such as an issue without a reply."""
_OF_FIGURES = frozenset(
    {
        *(
            "RG335",
            "RG386",
            "RG387",
            "RG388",
            "RG389",
            "RG401",
            "RG406",
            "RG407",
            "RG408",
            "RG409",
            "RG410",
            "RG413",
            "RG415",
        ),
        *("RG416", "RG419", "RG421", "RG422", "RG425", "RG430", "RG431", "RG432", "RG433", "RG434", "RG439"),
        *("RG440", "RG441", "RG442", "RG749"),
    }
)
"""What may be reported only because a figure could not be read: an unknown name, no value or part, and a time or a verb
that is not that of the latest figure. Errors in the sheet of an agency's texts take no figure away."""
_TAKES_NOTHING = frozenset({"RG178", "RG183", "RG184", "RG186", "RG194", "RG521"})
"""Errors in what was read whole: signs in a text, and numbers of issues that the list has not."""
CONTRADICTIONS = frozenset({"RG301", "RG304", "RG308", "RG309"})
"""Figures that cannot all be right. A draft is made with them, so that agencies see what they sent, and no more."""
REFUSED_BY_FINAL = frozenset(
    {
        *("RG306", "RG314", "RG316", "RG360", "RG362", "RG364", "RG704", "RG744", "RG887"),
        *(OPEN_COMMENT, *QUESTIONS, *CONTRADICTIONS),
    }
)
"""Warnings that stop a final report."""


def no_progress(step: str) -> None:
    """Report no step."""
    del step


def check_project(
    root: Path,
    *,
    final: bool = False,
    strict: bool = False,
    progress: Progress = no_progress,
    instead: Mapping[str, bytes | None] | None = None,
    language: str | None = None,
    warns: bool = True,
) -> Checked:
    """Read a project, check it and compose its document.

    Args:
        root: the project's folder.
        final: awaiting issues and open questions are errors.
        strict: warnings are errors.
        progress: told of each step.
        instead: contents that are read in place of files, as `read_project` takes them.
        language: the version that is wanted, of those that `report.yaml` names; None: its own language.
        warns: whether to look for what can only be warned of; where errors alone count, it takes time for nothing.
    """
    progress(f"reading {root.as_posix()}")
    loaded = read_project(root, instead, language)
    if loaded.report is None:
        return Checked(loaded, _sorted(loaded.diagnostics))
    report, places = loaded.report, loaded.places
    merged = merge_report(report)
    styles, reference, lacking = _read_reference(root, report, places)
    progress("checking figures")
    findings = list(check_report(CheckContext(report, merged)))
    protected = protect_report(report, merged)
    progress("composing the document")
    pictures = read_pictures(root, report, places)
    replies = write_replies(report, protected.merged, places, root / "templates", pictures.files)
    drafts = draft_documents(replies)
    composed = number_drafts(drafts)
    typed = find_typed_numbers(composed, protected.merged)
    counts, pieces = _count(composed, merged)
    findings += check_document(CheckContext(report, protected.merged, composed.tree, counts, pieces))
    findings += check_small_numbers(CheckContext(report, merged), protected)
    if report.settings.language == ENGLISH:
        findings += typed.contradictions()
    if warns:
        findings += _doubt_words(report, merged, protected, typed, places)
    if warns and loaded.versions and loaded.versions.compared:
        findings += _compare_versions(loaded.versions.compared, report, protected.merged, root, instead)
    found = (
        *lacking,
        *(find_waiting(root, report) if instead is None else ()),
        *pictures.diagnostics,
        *loaded.diagnostics,
        *diagnose_findings(findings, places),
        *composed.diagnostics,
    )
    errors = errors_of(loaded.diagnostics)
    follows = partial(_follows, errors=errors, lacks_figures=_lacks_figures(errors, places))
    kept = (diagnostic for diagnostic in found if not follows(diagnostic))
    diagnostics = _sorted(_weigh(diagnostic, final=final, strict=strict) for diagnostic in kept)
    loaded = replace(loaded, inputs=(*loaded.inputs, *styles, *pictures.inputs))
    return Checked(loaded, diagnostics, merged, composed, counts, pieces, reference, typed, protected.merged)


def _doubt_words(
    report: Report, merged: Merged, protected: Protected, typed: TypedNumbers, places: Places
) -> Iterator[Finding]:
    """Yield what can only be warned of in what agencies typed."""
    if protected.withheld:
        from reportgen.checks.typed.small import find_typed_small  # few projects withhold numbers

        yield from find_typed_small(CheckContext(report, merged), protected, typed, places)
    yield from statuses_are_told(CheckContext(report, protected.merged), typed)
    if report.settings.language == ENGLISH:
        yield from words_beside_data(CheckContext(report, protected.merged), typed)
        yield from titles_beside_data(CheckContext(report, protected.merged), typed)


def _compare_versions(
    languages: Iterable[str], report: Report, merged: Merged, root: Path, instead: Mapping[str, bytes | None] | None
) -> Iterator[Finding]:
    """Yield where texts do not say what those of the versions in other languages say."""
    from reportgen.checks.version_texts import Version, compare_versions  # few projects have several versions

    read = (read_project(root, instead, language).report for language in languages)
    others = (Version(other, protect_report(other, merge_report(other)).merged) for other in read if other is not None)
    yield from compare_versions(Version(report, merged), others)


def build_project(  # noqa: PLR0913 - all but the first two are optional
    root: Path,
    formats: Sequence[OutputFormat],
    *,
    final: Judge | None = None,
    strict: bool = False,
    timestamp: dt.datetime | None = None,
    pdf_engine: PdfEngine | None = None,
    progress: Progress = no_progress,
    language: str | None = None,
    remark: "Callable[[Path, Checked], Remarks] | None" = None,
) -> Built:
    """Make a project's outputs, in memory.

    Args:
        root: the project's folder.
        formats: which outputs to make.
        final: refuse while issues are awaiting, questions are open, or this has an objection; None: a draft.
        strict: refuse while warnings stand.
        timestamp: the date for the properties of the outputs, UTC; None: they have no date.
        pdf_engine: what lays out PDFs; None: what the report names.
        progress: told of each step.
        language: the version that is wanted; None: that of the project's own language.
        remark: finds what is written into Word files of a draft as comments; None: nothing.
    """
    checked = check_project(root, final=final is not None, strict=strict, progress=progress, language=language)
    verdict = final(root, checked) if final else None
    judged = [_weigh(problem, final=True, strict=strict) for problem in verdict.diagnostics] if verdict else []
    found = _sorted([*checked.diagnostics, *judged])
    if checked.report is None or has_errors(found) or not checked.documents:
        return Built(checked, found, {})
    from reportgen.manifest import write_manifest  # what only a build needs takes a hundredth of `check` to load
    from reportgen.writers.rendering import RenderOptions, render_documents

    settings = checked.report.settings
    form = RenderOptions(
        timestamp,
        settings.numbering,
        checked.reference,
        proved=final is not None,
        pdf_engine=pdf_engine or settings.pdf_engine,
        remarks=remark(root, checked) if remark and final is None else {},
    )
    locate = partial(_find_letter, checked.report, checked.loaded.places)
    outputs = render_documents(checked.documents, formats, form, progress, locate)
    twins = write_twins(root, checked, formats, timestamp or EARLIEST)
    outputs = replace(outputs, files={**outputs.files, **twins})
    manifest = write_manifest(root, checked, outputs, timestamp, verdict)
    diagnostics = _sorted([*found, *outputs.diagnostics])
    return Built(checked, diagnostics, {**outputs.files, "manifest.json": manifest}, outputs.fonts)


def _find_letter(report: Report, places: Places, letter: str) -> Place | None:
    """Return the first place of the inputs where a letter stands; None where a template or the program wrote it."""
    todo: list[tuple[tuple[str | int, ...], object]] = [((), report)]
    while todo:
        path, value = todo.pop()
        if isinstance(value, str) and letter in value:
            line, column = value[: value.index(letter)].count("\n"), len(value.partition(letter)[0].rpartition("\n")[2])
            return places.character((*path, line), column) or places.find(path)
        pairs: Iterable[tuple[object, object]] = ()
        if isinstance(value, Mapping | Model):
            pairs = dict(value).items()
        elif isinstance(value, list | tuple):
            pairs = enumerate(value)
        todo += reversed([((*path, key if isinstance(key, int) else str(key)), one) for key, one in pairs])
    return None


def explain_indicator(root: Path, key: str, language: str | None = None) -> "Explanation | tuple[Diagnostic, ...]":
    """Return the facts, the fitting references and the generated text of an indicator; or what stands in the way.

    Args:
        root: the project's folder.
        key: the key of the indicator.
        language: the version that is wanted; None: that of the project's own language.
    """
    loaded = read_project(root, language=language)
    if loaded.report is None or language not in {None, loaded.report.settings.language}:
        return loaded.diagnostics
    settings = loaded.report.settings
    indicators = protect_report(loaded.report, merge_report(loaded.report)).merged.indicators
    narrator = Narrator(indicators, settings.language, Options(non_breaking_spaces=False))
    try:
        return narrator.explain(key)
    except PhraseError as error:
        return (*errors_of(loaded.diagnostics), word(error.code, error.values))


def _read_reference(
    root: Path, report: Report, places: Places
) -> tuple[tuple[InputFile, ...], "StyleReference | None", list[Diagnostic]]:
    """Read the Word file whose styles are used, where the report names one; return it as input, styles and problems."""
    name = report.settings.layout.reference
    if name is None:
        return (), None, []
    place = places.find(("settings", "layout", "reference"))
    if PurePath(normpath(name)).parts[0] == "..":
        return (), None, [diagnose("RG613", place, name=name)]
    if not (root / name).exists():
        return (), None, [diagnose("RG612", place, name=name)]
    from reportgen.writers.docx.writing import missing_styles, read_reference  # only where a report names a file

    shown = PurePath(root, name).as_posix()
    try:
        data = read_bytes(root / name, shown, root=root, limit=FILE_BYTES)
        reference = read_reference(data, shown)
    except Refused as refused:
        return (), None, [refused.diagnostic]
    missing = [f"“{style}”" for style in missing_styles(reference)]
    names = Literal(f"the style{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
    lacking = [diagnose("RG610", Place(shown), names=names)] if missing else []
    return (describe(shown, data),), reference, lacking


def _count(composed: Composed, merged: Merged) -> tuple[Counts | None, tuple[Words, ...]]:
    """Count what the document holds, by author as well; figures of an annex apart are those of an annex."""
    if composed.document is None:
        return None, ()
    counts = count_document(composed.document)
    apart = count_figures(composed.annex) if composed.annex else 0
    pieces = spread_words(composed.document, composed.origins, merged.owners)
    return replace(counts, annexed=counts.annexed + apart), pieces


def _lacks_figures(errors: Sequence[Diagnostic], places: Places) -> bool:
    """Return whether errors of reading may have taken a figure away."""
    serious = [_sheet(error.place) for error in errors if error.code not in _TAKES_NOTHING]
    of_texts = {_sheet(place) for path, place in places if path[2:3] == ("replies",)} if serious else set()
    return any(sheet is None or sheet not in of_texts for sheet in serious)


def _follows(diagnostic: Diagnostic, errors: Sequence[Diagnostic], *, lacks_figures: bool) -> bool:
    """Return whether a diagnostic may stand only because a file, or something in the same row, could not be read.

    Args:
        diagnostic: the diagnostic.
        errors: of reading the files.
        lacks_figures: whether they may have taken a figure away.
    """
    if diagnostic.code in _OF_FIGURES:
        return lacks_figures
    if diagnostic.code in _MAY_FOLLOW:
        return bool(errors)
    place, beside = diagnostic.place, [error.place for error in errors if error.place]
    if diagnostic.code == "RG331" and place and not place.cell:  # the unit, which a file says anywhere in its entry
        return any(one.file == place.file for one in beside)
    return diagnostic.code in {"RG305", "RG331"} and any(place and one.is_beside(place) for one in beside)


def _sheet(place: Place | None) -> tuple[str, str] | None:
    return (place.file, place.sheet) if place and place.sheet else None


def _weigh(diagnostic: Diagnostic, *, final: bool, strict: bool) -> Diagnostic:
    """Return a diagnostic with the weight that it has for this build."""
    warned = diagnostic.severity is Severity.WARNING
    refused = warned and (strict or (final and diagnostic.code in REFUSED_BY_FINAL))
    return replace(diagnostic, severity=Severity.ERROR) if refused else diagnostic


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics in their order, each once: two references in one cell have one place."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.order))
