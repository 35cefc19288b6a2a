"""Checks of templates: what they ask for that there is not, what no report gets to, what they write that is refused.

The certain half reads the templates as they are written. The other half runs them over the report, and over samples in
several circumstances (`sample.py`), so that nothing fails for the first time in the next cycle.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from reportgen.checks.finding import Finding, diagnose_findings
from reportgen.checks.templates.dead import check_blocks, check_branches, check_files, check_macros, check_strays
from reportgen.checks.templates.names import check_names
from reportgen.checks.templates.sample import in_circumstances, sample_report
from reportgen.checks.templates.scope import build_scope
from reportgen.checks.templates.sources import TemplateSource, read_sources, static_environment
from reportgen.compose.document import compose
from reportgen.compose.environment import SUFFIX, FolderLoader
from reportgen.compose.pointers import POINTERS
from reportgen.diagnostics import Diagnostic, Places, Severity, errors_of
from reportgen.model import Report, merge_report
from reportgen.project import Loaded, read_project

_OF_TEXTS = "RG4"
"""How codes begin of what may come from an agency's text, though a template prints it: `check` says it at the text."""
_OF_KEYS = frozenset({"RG505", "RG506", "RG524", "RG525"})
"""What depends on the keys of a project's own texts, which the samples lack."""
_STOPS = frozenset({"RG507", "RG508"})
"""What stops a template, where reading it has said more already."""


def check_templates(
    project: Path | None, *, certain_only: bool = False, loaded: Loaded | None = None, strict: bool = False
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the templates of a project, sorted by place.

    Args:
        project: the folder of the project; None for the shipped templates alone.
        certain_only: only what reading the project's own templates says for certain; else the shipped ones are read as
            well, and all are run over the report and over samples.
        loaded: the project, where it was read already.
        strict: warnings are errors.
    """
    folder = project / "templates" if project else None
    if certain_only and (folder is None or not folder.is_dir()):
        return ()
    loaded = read_project(project) if loaded is None and project else loaded
    if loaded is not None and loaded.report is None:
        return errors_of(loaded.diagnostics)
    report, places = (loaded.report, loaded.places) if loaded and loaded.report else (sample_report(), Places())
    sources, problems = read_sources(folder)
    found = [*problems, *diagnose_findings(_read(sources, report, folder, is_complete=not problems), places)]
    if certain_only:
        shipped = {source.file for source in sources if not source.is_own}
        found = [diagnostic for diagnostic in found if diagnostic.place and diagnostic.place.file not in shipped]
    else:
        found = join_findings(_run(report, places, folder), found)
    if strict:
        found = [
            replace(diagnostic, severity=Severity.ERROR) if diagnostic.severity is Severity.WARNING else diagnostic
            for diagnostic in found
        ]
    once = {(diagnostic.place, diagnostic.code, diagnostic.message): diagnostic for diagnostic in found}
    return tuple(sorted(once.values(), key=lambda diagnostic: diagnostic.order))


def join_findings(ran: Iterable[Diagnostic], read: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what running templates found, and what reading them found beside it.

    Args:
        ran: what was found when a document was composed; an error that merely stopped a template is left out where
            reading says what is wrong at that line.
        read: what was found by reading the templates.
    """
    findings = list(read)
    errors = {
        finding.place for finding in findings if finding.severity is Severity.ERROR and finding.code not in _STOPS
    }
    kept = [diagnostic for diagnostic in ran if diagnostic.code not in _STOPS or diagnostic.place not in errors]
    known = {(diagnostic.place, diagnostic.code, diagnostic.message) for diagnostic in kept}
    return [*kept, *(finding for finding in findings if (finding.place, finding.code, finding.message) not in known)]


def _read(
    sources: list[TemplateSource], report: Report, folder: Path | None, *, is_complete: bool
) -> Iterator[Finding]:
    """Yield what is found by reading; which files are used is known only where all of them could be parsed."""
    scope = build_scope((source.tree for source in sources), merge_report(report).indicators, POINTERS)
    environment = static_environment(FolderLoader(folder))
    for source in sources:
        yield from check_names(source, scope, environment)
        yield from check_branches(source)
    yield from check_macros(sources)
    yield from check_blocks(sources)
    if is_complete:
        yield from check_files(sources, [issue.number for issue in report.outline.issues])
    if folder is not None:
        yield from check_strays(folder)


def _run(report: Report, places: Places, folder: Path | None) -> Iterator[Diagnostic]:
    """Yield what is found when the templates are run over the report itself, and in other circumstances."""
    found = compose(report, merge_report(report), places, folder).diagnostics
    yield from (
        diagnostic for diagnostic in found if _is_of_template(diagnostic) and not diagnostic.code.startswith(_OF_TEXTS)
    )
    for other in in_circumstances(report):
        found = compose(other, merge_report(other), Places(), folder).diagnostics
        yield from (
            diagnostic for diagnostic in found if _is_of_template(diagnostic) and diagnostic.code not in _OF_KEYS
        )


def _is_of_template(found: Diagnostic) -> bool:
    is_problem = found.severity is not Severity.INFO
    return is_problem and found.place is not None and found.place.file.endswith(SUFFIX)
