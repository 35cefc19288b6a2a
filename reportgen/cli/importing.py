"""The command for a project from a published report, or from the Committee's list of issues."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, TREATIES, end, read_years, show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportgen.diagnostics import Diagnostic
    from reportgen.published.importer.issues import ImportedIssues
    from reportgen.published.importer.report import Imported


def _state(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A State's code in capitals."""
    del context, parameter
    if value is not None and not (len(value) == 3 and value.isascii() and value.isalpha()):  # noqa: PLR2004 - alpha-3
        raise click.BadParameter(f"{value} is no three-letter code, such as KAZ")
    return value.upper() if value else None


def _text(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A value that `report.yaml` will take."""
    del context
    from reportgen.limits import NAME_CHARACTERS  # noqa: PLC0415 - `--help` needs none of it

    if value is None:
        return None
    name = " ".join(value.split())
    if not name or len(name) > NAME_CHARACTERS or not name.isprintable():
        raise click.BadParameter(f"write at most {NAME_CHARACTERS} characters after --{parameter.name}")
    return name


def _symbol(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A symbol of a United Nations document: words in capitals between strokes, the last with a number."""
    import re  # noqa: PLC0415 - only where a symbol is given

    name = _text(context, parameter, value)
    if name is not None and not re.fullmatch(r"[A-Z]+(?:/[A-Z0-9.-]+)*/(?:\d{1,4}(?:-\d{1,4})?)(?:/[\w.-]+)?", name):
        raise click.BadParameter(f"{name} is no symbol; write one such as CCPR/C/KAZ/3")
    return name


def _no_file(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    """A folder, or what is not there yet."""
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
@click.option("--treaty", type=click.Choice(TREATIES), help="The treaty.")
@click.option("--cycle", type=click.IntRange(1, 99), help="The number of the report.")
@click.option("--symbol", callback=_symbol, help="The symbol of the report.")
@click.option("--due", type=click.IntRange(1900, 2199), help="The year in which the report is due.")
@click.option("--years", callback=read_years, metavar="2020-2023", help="The years for which figures are asked.")
@OUTPUT_FORMAT
def import_(file: Path, folder: Path, *, is_list: bool, shape: str, **given: Any) -> None:  # noqa: ANN401 - click's options
    """Make a project in DIR from a published report, a Word file (.docx) or a text file.

    Its parts, themes and replies become issues.yaml, its paragraphs one submission, and its figures indicators with
    the paragraph that they come from. A build of the project prints the same text. What the file does not say, such as
    the symbol, can be given with the options or corrected in report.yaml.

    Examples: reportgen import examples/published/report.txt arc-2,
    reportgen import --list-of-issues examples/published/list-of-issues.txt arc-3
    """
    from reportgen.files.output import OutputError, write_project  # noqa: PLC0415 - as above
    from reportgen.published.importer.command import import_file  # noqa: PLC0415 - `--help` needs none of it

    written: list[Path] = []
    with holding(folder, "import", shape, is_new=True):
        imported = import_file(file, folder, given, is_list=is_list)
        diagnostics: list[Diagnostic] = list(imported.diagnostics)
        try:
            written = write_project(folder, imported.files, ("submissions",)) if imported.files else []
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    facts = _facts(imported)
    show(diagnostics, shape, {"files": [path.as_posix() for path in written], **facts})
    if shape == "text" and written:
        click.echo(_summary(folder, imported))
        click.echo(f"next: look through {folder / 'report.yaml'}, then: reportgen check {folder}")
    end(diagnostics)


def _facts(imported: "Imported | ImportedIssues") -> "Mapping[str, object]":
    """What was counted, for programs."""
    from msgspec import to_builtins  # noqa: PLC0415 - `--help` does not need it

    counted: Mapping[str, object] = to_builtins(imported.counted)
    return counted


def _summary(folder: Path, imported: "Imported | ImportedIssues") -> str:
    """What was counted, in a line or two."""
    return f"{folder}: {imported.counted}"


COMMANDS: tuple[click.Command, ...] = (import_,)
"""The commands of this module, for the command line."""
