"""`reportgen check`."""

from pathlib import Path

import click

from reportgen.cli.arguments import PROJECT
from reportgen.cli.options import LANGUAGE
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Diagnostic
from reportgen.diagnostics.render import kinds, summary
from reportgen.pipeline import Checked, check_project


@click.command()
@PROJECT
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--templates", is_flag=True, help="Also try out the templates, in other kinds of documents.")
@LANGUAGE
@with_printer()
def check(project: Path, printer: Printer, *, language: str | None, strict: bool, templates: bool) -> None:
    """Say what is wrong or doubtful in PROJECT.

    Everything at once, at its file and line or its sheet and cell; no document is made. The project's own templates
    are looked at for names, filters and fields that there are not, and for files that are never used. --templates also
    tries all templates out, over the data and over samples, in several kinds of documents, so that nothing fails for
    the first time on the last day. --language checks the version in another language that report.yaml names.

    Examples: reportgen check inputs, reportgen check inputs --templates
    """
    checked = check_project(project, strict=strict, progress=printer.detail, language=language)
    for file in checked.loaded.inputs:
        printer.detail(f"read {file.name}")
    printer.detail("looking at templates")
    found = list(checked.diagnostics)
    if templates or (project / "templates").is_dir():  # most projects have none of their own
        found = _with_templates(project, checked, certain_only=not templates, strict=strict)
    printer.finish(found, lines=[*kinds(found), f"{project}: {summary(found)}"])


def _with_templates(project: Path, checked: Checked, *, certain_only: bool, strict: bool) -> list[Diagnostic]:
    """Return what was found, with what is wrong with the templates, sorted by place."""
    from reportgen.checks.templates.checking import check_templates, join_findings

    of_templates = check_templates(project, certain_only=certain_only, loaded=checked.loaded, strict=strict)
    return sorted(join_findings(checked.diagnostics, of_templates), key=lambda diagnostic: diagnostic.order)
