"""The stages in order: read, check, compose, write. The only module that knows them all.

Nothing here prints or writes files: what comes out are values, for the command line to show and to save.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from reportgen import __version__
from reportgen.diagnostics import Diagnostic, Literal, Place, Places, Severity, diagnose, word
from reportgen.document.tree import Document
from reportgen.document.words import Counts, count_document
from reportgen.intake import Loaded, read_project
from reportgen.model import Merged, Report, merge_report

if TYPE_CHECKING:
    from reportgen.narrative import Explanation

Format = OneOf["docx", "pdf", "html"]
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")
EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The date in the properties of outputs where none is given: the earliest that a zip can hold."""

_MAY_FOLLOW = frozenset({"RG306", "RG310", "RG401", "RG505", "RG520"})
"""What may be said only because a refused file is not there: an issue without a reply, an unknown name."""

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Checked:
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
    referred: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The indicators that the texts of each issue refer to, by the issue's number."""
    counts: Counts | None = None
    """What the document holds, where there is one."""

    @property
    def report(self) -> Report | None:
        """The report, where it could be read."""
        return self.loaded.report

    @property
    def failed(self) -> bool:
        """Whether an error stands in the way of a document."""
        return _has_errors(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gives: the files to write and the facts for its summary."""

    checked: Checked
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """Contents by file name; empty where an error stands in the way."""

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
        final: awaiting issues are errors.
        strict: warnings are errors.
        progress: told of each step.
        instead: contents that are read in place of files of `submissions/`; None for a file to pass over.
    """
    progress(f"reading {root.as_posix()}")
    loaded = read_project(root, instead)
    if loaded.report is None:
        return Checked(loaded, None, _sorted(loaded.diagnostics), (), {})
    merged = merge_report(loaded.report)
    progress("checking figures")
    found = [*loaded.diagnostics, *_check(loaded.report, merged, loaded.places)]
    progress("composing the document")
    from reportgen.compose import compose  # noqa: PLC0415 - Jinja and Markdown are loaded only when a document is made

    composed = compose(loaded.report, merged, loaded.places, root / "templates")
    found += composed.diagnostics
    counts = count_document(composed.document) if composed.document else None
    if counts is not None:
        found += _check_length(counts, loaded.report, loaded.places)
    found = [
        _weigh(diagnostic, final=final, strict=strict)
        for diagnostic in found
        if not _follows(diagnostic, loaded.diagnostics)
    ]
    return Checked(
        loaded,
        composed.document,
        _sorted(found),
        composed.awaiting,
        composed.templates,
        merged,
        composed.referred,
        counts,
    )


def build_project(
    root: Path,
    formats: Iterable[Format],
    *,
    final: bool = False,
    strict: bool = False,
    timestamp: dt.datetime = EARLIEST,
    progress: Progress = no_progress,
) -> Built:
    """Make a project's outputs, in memory.

    Args:
        root: the project's folder.
        formats: which outputs to make.
        final: refuse while issues are awaiting.
        strict: refuse while warnings stand.
        timestamp: the date for the properties of the outputs, UTC.
        progress: told of each step.
    """
    checked = check_project(root, final=final, strict=strict, progress=progress)
    if checked.failed or checked.document is None or checked.report is None or checked.counts is None:
        return Built(checked, checked.diagnostics, {})
    name = checked.report.settings.symbol.replace("/", "-")
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for format_ in formats:
        progress(f"writing {format_.upper()}")
        data, problem = _write(format_, checked.document, checked.report, timestamp)
        problems += problem
        if data is not None:
            files[f"{name}.{format_}"] = data
    diagnostics = _sorted([*checked.diagnostics, *problems])
    files["manifest.json"] = _manifest(checked, files, checked.counts, timestamp)
    return Built(checked, diagnostics, files)


def explain_indicator(root: Path, key: str) -> "Explanation | tuple[Diagnostic, ...]":
    """The facts, the fitting references and the generated text of an indicator; or what stands in the way.

    Args:
        root: the project's folder.
        key: the key of the indicator.
    """
    from reportgen.narrative import Narrator, Options, PhraseError  # noqa: PLC0415 - only where text is written

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


def _check(report: Report, merged: Merged, places: Places) -> list[Diagnostic]:
    """What the checks find, at its places."""
    from reportgen.checks import Checked as Subject  # noqa: PLC0415 - beside check_report
    from reportgen.checks import check_report  # noqa: PLC0415 - after intake, which may have failed

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


def _check_length(counts: Counts, report: Report, places: Places) -> list[Diagnostic]:
    from reportgen.checks import words_within_limit  # noqa: PLC0415 - as above

    return [
        word(finding.code, finding.values, places.find(finding.path))
        for finding in words_within_limit(counts.words, report.settings.limit)
    ]


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
    refused = (final and diagnostic.code == "RG306") or (strict and diagnostic.severity is Severity.WARNING)
    return replace(diagnostic, severity=Severity.ERROR) if refused else diagnostic


def _has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.order))


def _write(
    format_: Format, document: Document, report: Report, timestamp: dt.datetime
) -> tuple[bytes | None, list[Diagnostic]]:
    """One output, with what is to be said of it; the writers are loaded here, each only when it is needed."""
    if format_ == "docx":
        from reportgen.writers.docx import DocxOptions, write_docx  # noqa: PLC0415 - see above

        return write_docx(document, DocxOptions(report.settings.numbering, timestamp)), []
    if format_ == "html":
        from reportgen.writers.html import write_html  # noqa: PLC0415 - see above

        return write_html(document).encode(), []
    from reportgen.writers.pdf import PdfUnavailableError, install_command, render_pdf  # noqa: PLC0415 - see above

    try:
        made = render_pdf(document, timestamp=timestamp)
    except PdfUnavailableError as error:
        return None, [word("RG601", error.values)]
    if made.has_times:
        return made.content, []
    fonts, command = Literal(", ".join(made.fonts)), Literal(install_command())
    return made.content, [diagnose("RG603", fonts=fonts, command=command)]


def _manifest(checked: Checked, files: Mapping[str, bytes], counts: Counts, timestamp: dt.datetime) -> bytes:
    """What was built from what: hashes of inputs, templates and outputs, and the versions that did it."""
    manifest = {
        "reportgen": __version__,
        "symbol": checked.report.settings.symbol if checked.report else None,
        "timestamp": timestamp.isoformat(),
        "inputs": {file.name: file.sha256 for file in checked.loaded.inputs},
        "templates": {name: _hash(data) for name, data in sorted(checked.templates.items())},
        "outputs": {name: _hash(data) for name, data in sorted(files.items())},
        "awaiting": list(checked.awaiting),
        "paragraphs": counts.paragraphs,
        "words": counts.words,
        "figures": counts.figures,
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
