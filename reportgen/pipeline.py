"""The stages in order: read, check, compose, write. The only module that knows them all.

Nothing here prints or writes files: what comes out are values, for the command line to show and to save.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from os.path import normpath
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from reportgen.diagnostics import QUESTIONS, Diagnostic, Literal, Place, Places, Severity, diagnose, word
from reportgen.diagnostics.place import name_within
from reportgen.document.authorship import Piece, spread_words
from reportgen.document.tree import Document
from reportgen.document.words import Counts, count_document, count_figures
from reportgen.files.reading import InputFile, describe, read_bytes
from reportgen.files.refusal import Refused
from reportgen.limits import FILE_BYTES
from reportgen.manifest import Manifest
from reportgen.model import Merged, Report, merge_report
from reportgen.project import Loaded, read_project
from reportgen.writers.rendering import Format, Outputs, Progress, RenderOptions, render_documents

if TYPE_CHECKING:
    from reportgen.checks.typed_numbers import Typed
    from reportgen.compose import Composed
    from reportgen.sentences import Explanation
    from reportgen.writers.docx.writing import Reference
    from reportgen.writers.pdf import FontFile

EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The date in the properties of outputs where none is given: the earliest that a zip can hold."""

_MAY_FOLLOW = frozenset({"RG306", "RG310", "RG401", "RG430", "RG431", "RG432", "RG505", "RG520"})
"""What may be said only because a refused file is not there: an issue without a reply, an unknown name, and a time that
is not that of the latest figure where that figure could not be read."""


class Checked(Struct, frozen=True):
    """A project that was read, checked and composed."""

    loaded: Loaded
    document: Document | None
    diagnostics: tuple[Diagnostic, ...]
    """Every problem of every stage, sorted by place."""
    awaiting: tuple[int, ...]
    """The numbers of the issues without a reply."""
    templates: Mapping[str, bytes]
    merged: Merged | None = None
    """The indicators of all submissions; None where there is no report."""
    referred: Mapping[int, frozenset[str]] = {}
    """The indicators that the texts of each issue refer to, by the issue's number."""
    counts: Counts | None = None
    """What the document holds, where there is one."""
    annex: Document | None = None
    """The statistical annex, where it is a document of its own."""
    pieces: tuple[Piece, ...] = ()
    """The words of the document by their authors."""
    shipped: Mapping[str, bytes] = {}
    """The shipped templates that were used, by path."""
    reference: "Reference | None" = None
    """The Word file whose styles are used, where the report names one."""
    typed: "Typed | None" = None
    """The numbers that authors typed, where there is a document."""

    @property
    def report(self) -> Report | None:
        """The report, where it could be read."""
        return self.loaded.report

    @property
    def failed(self) -> bool:
        """Whether an error stands in the way of a document."""
        return _has_errors(self.diagnostics)

    @property
    def documents(self) -> Mapping[str, Document]:
        """What is written, by the name of its file: the report, and its annex where that is a document of its own."""
        if self.report is None or self.document is None:
            return {}
        name = self.report.settings.symbol.replace("/", "-")
        return {name: self.document, **({f"{name}-annex": self.annex} if self.annex else {})}


class Verdict(Struct, frozen=True):
    """What is said of a final build beyond what checks and compose find."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """What stands in its way, or is to be looked at."""
    clearances: tuple[Mapping[str, str | int], ...] = ()
    """The clearances in force, for the manifest."""
    answers: tuple[Mapping[str, str | None], ...] = ()
    """The questions that were answered, for the manifest."""


Judge = Callable[[Path, Checked], Verdict]
"""Judges whether a project may be built with `--final`; it knows more than the stages do (`loop/final.py`)."""


class Built(Struct, frozen=True):
    """What a build gives: the files to write and the facts for its summary."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """Contents by file name; empty where an error stands in the way."""
    fonts: tuple["FontFile", ...] = ()
    """The font files that the PDF was set with, sorted; none where no PDF was made."""

    @property
    def failed(self) -> bool:
        """Whether the build is incomplete: an error stands, or an output could not be made."""
        return _has_errors(self.diagnostics)


def no_progress(step: str) -> None:
    """Say nothing."""
    del step


def check_project(
    root: Path,
    *,
    final: bool = False,
    strict: bool = False,
    progress: Progress = no_progress,
    instead: Mapping[str, bytes | None] | None = None,
) -> Checked:
    """Read a project, check it and compose its document.

    Args:
        root: the project's folder.
        final: awaiting issues and open questions are errors.
        strict: warnings are errors.
        progress: told of each step.
        instead: contents that are read in place of files of `submissions/`; None for a file to pass over.
    """
    progress(f"reading {root.as_posix()}")
    loaded = read_project(root, instead)
    if loaded.report is None:
        return Checked(loaded, None, _sorted(loaded.diagnostics), (), {})
    merged = merge_report(loaded.report)
    inputs, reference, found = _read_reference(root, loaded.report, loaded.places)
    progress("checking figures")
    found += [*loaded.diagnostics, *_check(loaded.report, merged, loaded.places)]
    progress("composing the document")
    from reportgen.checks.typed_numbers import find_typed  # noqa: PLC0415 - as above
    from reportgen.compose import compose  # noqa: PLC0415 - Jinja and Markdown are loaded only when a document is made

    composed = compose(loaded.report, merged, loaded.places, root / "templates")
    typed = find_typed(composed, merged, loaded.places)
    found += [*composed.diagnostics, *_check_times(composed, loaded.report, merged), *typed.diagnostics]
    counts, pieces = _count(composed, merged)
    if counts is not None:
        found += _check_length(counts, pieces, loaded.report, loaded.places)
    found = [
        _weigh(diagnostic, final=final, strict=strict)
        for diagnostic in found
        if not _follows(diagnostic, loaded.diagnostics)
    ]
    return Checked(
        replace(loaded, inputs=(*loaded.inputs, *inputs)),
        composed.document,
        _sorted(found),
        composed.awaiting,
        composed.templates,
        merged,
        composed.referred,
        counts,
        composed.annex,
        pieces,
        composed.shipped,
        reference,
        typed,
    )


def build_project(
    root: Path,
    formats: Sequence[Format],
    *,
    final: Judge | None = None,
    strict: bool = False,
    timestamp: dt.datetime = EARLIEST,
    progress: Progress = no_progress,
) -> Built:
    """Make a project's outputs, in memory.

    Args:
        root: the project's folder.
        formats: which outputs to make.
        final: refuse while issues are awaiting, questions are open, or this has an objection; None: a draft.
        strict: refuse while warnings stand.
        timestamp: the date for the properties of the outputs, UTC.
        progress: told of each step.
    """
    checked = check_project(root, final=final is not None, strict=strict, progress=progress)
    verdict = final(root, checked) if final else Verdict()
    judged = [_weigh(one, final=final is not None, strict=strict) for one in verdict.diagnostics]
    found = _sorted([*checked.diagnostics, *judged])
    if _has_errors(found) or not checked.documents:
        return Built(checked, found, {})
    made = render_documents(checked.documents, formats, _form(checked, timestamp, final=final is not None), progress)
    manifest = _manifest(root, checked, verdict, made, timestamp, final=final is not None)
    problems = dict.fromkeys(made.diagnostics)
    return Built(checked, _sorted([*found, *problems]), {**made.files, "manifest.json": manifest}, made.fonts)


def explain_indicator(root: Path, key: str) -> "Explanation | tuple[Diagnostic, ...]":
    """The facts, the fitting references and the generated text of an indicator; or what stands in the way.

    Args:
        root: the project's folder.
        key: the key of the indicator.
    """
    from reportgen.sentences import Narrator, Options, PhraseError  # noqa: PLC0415 - only where text is written

    loaded = read_project(root)
    if loaded.report is None:
        return loaded.diagnostics
    settings = loaded.report.settings
    indicators = merge_report(loaded.report).indicators
    narrator = Narrator(indicators, settings.language, Options(non_breaking_spaces=False))
    try:
        return narrator.explain(key)
    except PhraseError as error:
        return (*(one for one in loaded.diagnostics if one.severity is Severity.ERROR), word(error.code, error.values))


def _read_reference(
    root: Path, report: Report, places: Places
) -> tuple[tuple[InputFile, ...], "Reference | None", list[Diagnostic]]:
    """The Word file whose styles are used, where the report names one: as an input, as what it holds, what it lacks."""
    given = report.settings.layout.reference
    if given is None:
        return (), None, []
    place = places.find(("settings", "layout", "reference"))
    if PurePath(normpath(given)).parts[0] == "..":
        return (), None, [diagnose("RG613", place, name=given)]
    if not (root / given).exists():
        return (), None, [diagnose("RG612", place, name=given)]
    from reportgen.writers.docx.writing import missing_styles, read_reference  # noqa: PLC0415 - only where a report names a file

    name = PurePath(root, given).as_posix()
    try:
        data = read_bytes(root / given, name, root=root, limit=FILE_BYTES)
        reference = read_reference(data, name)
    except Refused as refused:
        return (), None, [refused.diagnostic]
    missing = [f"“{style}”" for style in missing_styles(reference)]
    names = Literal(f"the style{'s' if len(missing) > 1 else ''} {', '.join(missing)}")
    lacking = [diagnose("RG610", Place(name), names=names)] if missing else []
    return (describe(name, data),), reference, lacking


def _check(report: Report, merged: Merged, places: Places) -> list[Diagnostic]:
    """What the checks find, at its places."""
    from reportgen.checks.report import Checked as Subject  # noqa: PLC0415 - beside check_report
    from reportgen.checks.report import check_report  # noqa: PLC0415 - after intake, which may have failed

    return [
        replace(
            word(
                finding.code,
                finding.values,
                places.find(finding.path),
                notes=tuple(f"{note} ({places.find(path)})" for note, path in finding.notes),
            ),
            subject=finding.subject,
        )
        for finding in check_report(Subject(report, merged))
    ]


def _check_times(composed: "Composed", report: Report, merged: Merged) -> list[Diagnostic]:
    """Whether the sentences and their figures agree, in time and in their words."""
    from reportgen.checks.report import Checked as Subject  # noqa: PLC0415 - as above
    from reportgen.checks.report import figures_agree_in_time, words_fit_figures  # noqa: PLC0415 - as above

    if composed.tree is None:
        return []
    checked = Subject(report, merged)
    return [*figures_agree_in_time(composed.tree, checked), *words_fit_figures(composed.tree, checked)]


def _count(composed: "Composed", merged: Merged) -> tuple[Counts | None, tuple[Piece, ...]]:
    """What the document holds, and whose its words are; figures of an annex apart are those of an annex."""
    if composed.document is None:
        return None, ()
    counts = count_document(composed.document)
    apart = count_figures(composed.annex) if composed.annex else 0
    pieces = spread_words(composed.document, composed.origins, merged.owners)
    return replace(counts, annexed=counts.annexed + apart), pieces


def _check_length(counts: Counts, pieces: Iterable[Piece], report: Report, places: Places) -> list[Diagnostic]:
    from reportgen.checks.report import issues_within_share, words_within_limit  # noqa: PLC0415 - as above

    by_issue = Counter[int | None]()
    for piece in pieces:
        by_issue[piece.issue] += piece.words
    found = (*words_within_limit(counts.words, report.settings.limit), *issues_within_share(by_issue, report))
    return [word(finding.code, finding.values, places.find(finding.path)) for finding in found]


def _follows(diagnostic: Diagnostic, read: Iterable[Diagnostic]) -> bool:
    """Whether something is said only because a file, or a figure in the same row, could not be read.

    Args:
        diagnostic: what is said.
        read: what was said when the files were read.
    """
    errors = [one for one in read if one.severity is Severity.ERROR]
    if diagnostic.code in _MAY_FOLLOW:
        return bool(errors)
    place = diagnostic.place
    return diagnostic.code == "RG305" and any(one.place and place and _same_row(one.place, place) for one in errors)


def _same_row(one: Place, other: Place) -> bool:
    return one.cell is not None and (one.file, one.sheet, one.order[2]) == (other.file, other.sheet, other.order[2])


def _weigh(diagnostic: Diagnostic, *, final: bool, strict: bool) -> Diagnostic:
    """A diagnostic with the weight that it has for this build."""
    warned = diagnostic.severity is Severity.WARNING
    refused = warned and (strict or (final and diagnostic.code in {"RG306", "RG704", *QUESTIONS}))
    return replace(diagnostic, severity=Severity.ERROR) if refused else diagnostic


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _form(checked: Checked, timestamp: dt.datetime, *, final: bool) -> RenderOptions:
    numbering = checked.report.settings.numbering if checked.report else "automatic"
    return RenderOptions(timestamp, numbering, checked.reference, proved=final)


def _manifest(
    root: Path,
    checked: Checked,
    verdict: Verdict,
    written: Outputs,
    timestamp: dt.datetime,
    *,
    final: bool,
) -> bytes:
    """What was built from what; files of the project by their paths in it, wherever it lies."""
    report, counts = checked.report, checked.counts
    if report is None or counts is None:
        raise AssertionError("there is a manifest only where there is a document")
    return Manifest(
        symbol=report.settings.symbol,
        final=final,
        timestamp=timestamp.isoformat(),
        inputs={name_within(root, file.name): file.sha256 for file in checked.loaded.inputs},
        templates={name_within(root, name): data for name, data in checked.templates.items()},
        shipped=checked.shipped,
        outputs=written.files,
        fonts=[font.described for font in written.fonts],
        counts={
            "awaiting": checked.awaiting,
            **to_builtins(counts),
            "typed": checked.typed.counts if checked.typed else {},
        },
        clearances=verdict.clearances,
        answers=verdict.answers,
    ).write()
