"""The command for checking templates."""

import sys
from pathlib import Path

import click

from reportgen.cli.showing import OUTPUT_FORMAT, end, show


@click.command("lint-templates")
@click.argument("project", type=click.Path(path_type=Path), required=False)
@OUTPUT_FORMAT
def lint_templates(project: Path | None, shape: str) -> None:
    """Look at the templates of PROJECT, and at the shipped ones.

    Names, filters and fields that there are not, HTML that a report does not have, and templates, branches, blocks and
    macros that are never used, each at its file and line. The templates are also tried over a sample and, where a
    project is given, over its own data, in several kinds of documents. Ends with 1 where anything is found.

    Example: reportgen lint-templates inputs
    """
    from reportgen.checks.templates.linting import lint_templates as lint  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.diagnostics import Places, Severity  # noqa: PLC0415 - as above
    from reportgen.diagnostics.render import summary  # noqa: PLC0415 - as above
    from reportgen.project import read_project  # noqa: PLC0415 - as above

    loaded = read_project(project) if project else None
    if loaded is not None and loaded.report is None:
        errors = [one for one in loaded.diagnostics if one.severity is Severity.ERROR]
        show(errors, shape)
        end(errors)
        return
    report, places = (loaded.report, loaded.places) if loaded else (None, Places())
    linted = lint(report, places, project / "templates" if project else None)
    show(linted.diagnostics, shape)
    if shape == "text":
        click.echo(f"{linted.templates} templates: {summary(linted.diagnostics)}")
    if linted.diagnostics:
        sys.exit(1)


COMMANDS: tuple[click.Command, ...] = (lint_templates,)
"""The commands of this module, for the command line."""
