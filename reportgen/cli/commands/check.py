"""`reportgen check`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec.structs import replace

from reportgen.cli.options import PROJECT
from reportgen.cli.printing import Printer, with_printer
from reportgen.cli.templates import check_templates
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.diagnostics.render import summary
from reportgen.pipeline import check_project

_STOPPED = frozenset({"RG507", "RG508"})
"""What composing says of a template that stopped; where looking at it has named the reason, that is enough."""


@click.command()
@PROJECT
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--templates", is_flag=True, help="Also try out the templates, in other kinds of documents.")
@with_printer()
def check(project: Path, printer: Printer, *, strict: bool, templates: bool) -> None:
    """Say what is wrong or doubtful in PROJECT.

    Everything at once, at its file and line or its sheet and cell; no document is made. The project's own templates
    are looked at for names, filters and fields that there are not, and for files that are never used. --templates also
    tries all templates out, over the data and over samples, in several kinds of documents, so that nothing fails for
    the first time on the last day.

    Examples: reportgen check inputs, reportgen check inputs --templates
    """
    checked = check_project(project, strict=strict, progress=printer.detail)
    for file in checked.loaded.inputs:
        printer.detail(f"read {file.name}")
    printer.detail("looking at templates")
    looked = check_templates(project, certain_only=not templates)
    joined = _joined(checked.diagnostics, map(_as_error, looked) if strict else looked)
    found = sorted(joined, key=lambda one: one.order)
    printer.finish(found, lines=[f"{project}: {summary(found)}"])


def _joined(composed: Iterable[Diagnostic], looked: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found by composing the document and by looking at templates, each once."""
    once = {(one.place, one.code, one.message): one for one in looked}
    named = {place for place, _, _ in once}
    for one in composed:
        if one.code not in _STOPPED or one.place not in named:
            once.setdefault((one.place, one.code, one.message), one)
    yield from once.values()


def _as_error(found: Diagnostic) -> Diagnostic:
    is_warning = found.severity is Severity.WARNING
    return replace(found, severity=Severity.ERROR) if is_warning else found
