"""`reportgen import`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import to_builtins

from reportgen.cli.holding import holding, refusals
from reportgen.cli.new_project import CYCLE, DUE, TREATY, YEARS
from reportgen.cli.options import one_line
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.output import write_project
from reportgen.limits import NAME_CHARACTERS
from reportgen.published.importer.command import import_file
from reportgen.published.importer.report import Imported
from reportgen.regex import regex

if TYPE_CHECKING:
    from reportgen.diagnostics import Diagnostic
    from reportgen.published.importer.issues import ImportedIssues

_SYMBOL = regex(r"[A-Z]+(?:/[A-Z0-9.-]+)*/(?:\d{1,4}(?:-\d{1,4})?)(?:/[\w.-]+)?")
"""A symbol of a United Nations document: words in capitals between strokes, the last with a number: `CCPR/C/KAZ/3`."""


def _state(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a State's code in capitals."""
    del context, parameter
    if value is not None and not (len(value) == len("KAZ") and value.isascii() and value.isalpha()):
        raise click.BadParameter(f"{value} is no three-letter code, such as KAZ")
    return value.upper() if value else None


def _text(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return a value that `report.yaml` will take."""
    del context, parameter
    return None if value is None else one_line(value, NAME_CHARACTERS)


def _symbol(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    name = _text(context, parameter, value)
    if name is not None and not _SYMBOL.fullmatch(name):
        raise click.BadParameter(f"{name} is no symbol; write one such as CCPR/C/KAZ/3")
    return name


def _no_file(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    del context, parameter
    if value.is_file():
        raise click.BadParameter(f"{value} is a file; name a new folder")
    return value


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", metavar="DIR", callback=_no_file, type=click.Path(path_type=Path))
@click.option(
    "--list-of-issues",
    "is_list",
    is_flag=True,
    help="FILE is the Committee's list of issues: DIR gets its issues.yaml, and a new project where it has none.",
)
@click.option("--state", callback=_state, metavar="KAZ", help="The three-letter code of the State.")
@click.option("--name", callback=_text, help="The name of the State. [default: the one of its code]")
@TREATY
@CYCLE
@click.option("--symbol", callback=_symbol, help="The symbol of the report.")
@DUE
@YEARS
@click.option(
    "--annexes/--no-annexes",
    default=None,
    help="Headings such as “Annex I” begin annexes, or are ordinary headings. [default: annexes; asked if they hold "
    "most of the file]",
)
@with_printer()
def import_(file: Path, folder: Path, printer: Printer, *, is_list: bool, **given: Any) -> None:
    """Make a project from a published report.

    FILE is a Word file (.docx) or a text file. Its parts, themes and replies become issues.yaml, its paragraphs one
    submission, and its figures indicators with the paragraph that they come from. A build of the project prints the
    same text. What the file does not say, such as the symbol, can be given with the options or corrected in
    report.yaml.

    Examples: reportgen import examples/published/report.txt arc-2,
    reportgen import --list-of-issues examples/published/list-of-issues.txt arc-3
    """
    imported: Imported | ImportedIssues = Imported(())
    written: list[Path] = []
    diagnostics: list[Diagnostic] = []
    with holding(folder, "import", printer, is_new=True), refusals(diagnostics):
        imported = import_file(file, folder, given, is_list=is_list)
        diagnostics += imported.diagnostics
        written = write_project(folder, imported.files, ("submissions",)) if imported.files else []
    lines = []
    if written:
        lines.append(f"{folder}: {imported.counted}")
        named = "name the agencies in agencies.yaml and under each issue in issues.yaml, " if is_list else ""
        lines.append(f"next: look through {folder / 'report.yaml'}, {named}then: reportgen check {folder}")
    printer.finish(
        diagnostics, {"files": [path.as_posix() for path in written], **to_builtins(imported.counted)}, lines
    )
