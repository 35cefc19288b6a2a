"""One build of one project: what is wanted, and what came of it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reportgen.cli.build_summary import build_facts, build_lines, nothing_written
from reportgen.cli.cache import BuildCache, Result
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.printing import Printer
from reportgen.diagnostics import Diagnostic, has_errors
from reportgen.pipeline import OutputFormat, build_project
from reportgen.results import Built

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportgen.pipeline import Judge
    from reportgen.results import Checked
    from reportgen.word.built import BuiltReport
    from reportgen.writers import PdfEngine
    from reportgen.writers.rendering import Remarks


class Wanted(Struct, frozen=True):
    """What a call of `reportgen build` asks for."""

    formats: Sequence[OutputFormat]
    out: Path | None = None
    """Where to write; None: into `build` of the project."""
    earlier: Path | None = None
    """The document against which the changes are shown."""
    pdf_engine: "PdfEngine | None" = None
    """None: what the report names."""
    timestamp: dt.datetime | None = None
    """The date in the properties of the outputs; None: they have no date."""
    language: str | None = None
    """The version; None: that of the project's own language."""
    final: bool = False
    strict: bool = False
    comments: bool = False
    """Whether what is open is written into the Word file as comments."""
    cache: bool = False
    """Whether to take what an earlier build of the same gave."""

    def folder(self, project: Path) -> Path:
        """Return where the outputs of a project stand: another version than the main one has a folder of its own."""
        return self.out or (project / "build" / self.language if self.language else project / "build")

    @property
    def is_kept(self) -> bool:
        """Return whether an earlier build counts: never for a report that leaves, or for changes against a file."""
        return self.cache and not self.final and self.earlier is None

    @property
    def is_edited(self) -> bool:
        """Return whether it makes the Word file in which a report is edited: that of the project's own language."""
        return "docx" in self.formats and self.language is None

    def options(self) -> list[str]:
        """Return the options that ask another process for the same of another project."""
        engine = ["--pdf-engine", self.pdf_engine] if self.pdf_engine else []
        flags = [f"--{name}" for name in ("final", "strict", "comments", "cache") if getattr(self, name)]
        language = ["--language", self.language] if self.language else []
        return ["--to", ",".join(self.formats), *language, *engine, *flags]


Made = tuple[list[Diagnostic], Mapping[str, object], Iterable[str]]
"""What a build found, its summary for programs, and its summary for people."""


def build_one(project: Path, wanted: Wanted, printer: Printer) -> Made:
    """Build a project and write its outputs, all or none.

    Args:
        project: its folder.
        wanted: what to make.
        printer: is told the steps, and ends the command where another one is at work in the project for too long.
    """
    folder = wanted.folder(project)
    with holding(project, "build", printer, folder):
        result = _kept(project, wanted, printer) if wanted.is_kept else _built(project, wanted, printer)[1]
        diagnostics = list(result.diagnostics)
        written: list[Path] = []
        with refusals(diagnostics):
            written = write_results(folder, result.files) if result.files else []
    for name in result.inputs:
        printer.detail(f"read {name}")
    if not written:
        return diagnostics, {**result.facts, "files": []}, nothing_written(diagnostics)
    return diagnostics, result.facts, result.lines


def _kept(project: Path, wanted: Wanted, printer: Printer) -> Result:
    """Return what a build of the same gave before, where it is kept; else build, and keep it."""
    call = (*wanted.options(), str(wanted.out), str(wanted.timestamp))
    cache = BuildCache(project, call, has_pdf="pdf" in wanted.formats)
    found = cache.find()
    if found is None:
        built, found = _built(project, wanted, printer)
        cache.keep(found, _to_verify(built.checked) if wanted.is_edited else None)
    return found


def _to_verify(checked: "Checked") -> "BuiltReport | None":
    from reportgen.word.building import keep_report

    return keep_report(checked)


def _built(project: Path, wanted: Wanted, printer: Printer) -> tuple[Built, Result]:
    """Build a project, without writing anything; return what was built, and what is given of it."""
    built = build_project(
        project,
        wanted.formats,
        final=_judge() if wanted.final else None,
        strict=wanted.strict,
        timestamp=wanted.timestamp,
        pdf_engine=wanted.pdf_engine,
        progress=printer.step,
        language=wanted.language,
        remark=_remark() if wanted.comments else None,
    )
    diagnostics = list(built.diagnostics)
    files = dict(built.files)
    if wanted.earlier is not None and files:
        found, redlines = _redlined(wanted.earlier, built, wanted.timestamp, printer)
        diagnostics += found
        files = {} if has_errors(found) else {**files, **redlines}
    written = [wanted.folder(project) / name for name in files]
    report = built.checked.report
    return built, Result(
        tuple(diagnostics),
        files,
        build_facts(built, written),
        tuple(build_lines(built, diagnostics, written)),
        tuple(file.name for file in built.checked.loaded.inputs),
        report.settings.layout.reference if report else None,
    )


def _redlined(
    earlier: Path, built: Built, timestamp: dt.datetime | None, printer: Printer
) -> tuple[Sequence[Diagnostic], Mapping[str, bytes]]:
    """Return what was found, and the files that show a report against an earlier one."""
    from reportgen.word.redline.files import redline_files

    printer.step(f"comparing with {earlier.as_posix()}")
    return redline_files(earlier, built.checked, timestamp)


def _remark() -> "Callable[[Path, Checked], Remarks]":
    from reportgen.word.remarks import find_remarks

    return find_remarks


def _judge() -> "Judge":
    from reportgen.published.final import judge_final

    return judge_final
