"""Looking at templates: what they ask for that there is not, what no report gets to, what they write that is refused.

In come a project's report and templates, or nothing but the shipped ones; out come diagnostics, each at its template
and line. Each template is looked at as it is written, and run over reports in several circumstances (`sample.py`).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from reportgen.checks.templates.dead import check_blocks, check_branches, check_files, check_macros, check_strays
from reportgen.checks.templates.known import know
from reportgen.checks.templates.names import check_names
from reportgen.checks.templates.sample import in_circumstances, sample_report
from reportgen.checks.templates.sources import reached, read_sources, static_environment
from reportgen.compose.document import compose
from reportgen.compose.environment import SUFFIX, FolderLoader
from reportgen.compose.pointers import POINTERS
from reportgen.diagnostics import Diagnostic, Places, Severity
from reportgen.model import Report, merge_report

_OF_TEXTS = ("RG4",)
"""What may come from an agency's text, though a template prints it: `check` says it at the text."""
_OF_KEYS = frozenset({"RG505", "RG506", "RG524", "RG525"})
"""What depends on the keys of a project's own texts, which the samples lack."""
_STOPS = frozenset({"RG507", "RG508"})
"""What stops a template, where looking at it has said more already."""


class Linted(Struct, frozen=True):
    """What was found."""

    templates: int
    """How many templates were looked at."""
    diagnostics: tuple[Diagnostic, ...]


def lint_templates(report: Report | None, places: Places, folder: Path | None) -> Linted:
    """Look at the templates of a project, or at the shipped ones alone.

    Args:
        report: the project's report; None for the shipped templates alone.
        places: where its values stood.
        folder: the project's own templates, where it has any.
    """
    over = report or sample_report()
    sources, problems = read_sources(folder)
    known = know((source.tree for source in sources), merge_report(over).indicators, POINTERS)
    environment = static_environment(FolderLoader(folder))
    issues = [issue.number for issue in over.outline.issues]
    looked = [
        *problems,
        *(found for source in sources for found in check_names(source, known, environment)),
        *(found for source in sources for found in check_branches(source)),
        *check_macros(sources),
        *check_blocks(sources),
        *(check_files(sources, reached(sources, issues), issues) if not problems else ()),
        *(check_strays(folder) if folder else ()),
    ]
    said = {one.place for one in looked}
    ran = [one for one in _run(over, places, folder) if one.code not in _STOPS or one.place not in said]
    return Linted(len(sources) + len(problems), tuple(_each_once([*looked, *ran])))


def _run(report: Report, places: Places, folder: Path | None) -> Iterator[Diagnostic]:
    """What is found when the templates are run over the report itself, and in other circumstances."""
    found = compose(report, merge_report(report), places, folder).diagnostics
    yield from (one for one in found if _is_of_template(one) and not one.code.startswith(_OF_TEXTS))
    for other in in_circumstances(report):
        found = compose(other, merge_report(other), Places(), folder).diagnostics
        yield from (one for one in found if _is_of_template(one) and one.code not in _OF_KEYS)


def _is_of_template(found: Diagnostic) -> bool:
    is_problem = found.severity is not Severity.INFO
    return is_problem and found.place is not None and found.place.file.endswith(SUFFIX)


def _each_once(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each problem once: the same line fails in every report that gets to it."""
    once = {(one.place, one.code, one.message): one for one in found}
    return sorted(once.values(), key=lambda one: one.order)
