"""The command that sends workbooks out."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding
from reportgen.cli.showing import OUTPUT_FORMAT, PROJECT, end, show

if TYPE_CHECKING:
    from reportgen.diagnostics import Diagnostic


@click.command()
@PROJECT
@click.option(
    "--agency",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Only for this agency, or AGENCY.DEPARTMENT; may be given again.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build/workbooks]")
@click.option(
    "--language", metavar="CODE", help="The language of the instructions. [default: the language of the report]"
)
@OUTPUT_FORMAT
def workbooks(project: Path, codes: tuple[str, ...], out: Path | None, language: str | None, shape: str) -> None:
    """Write the workbook that each agency of PROJECT fills in, one file an agency, or one a department.

    It asks for the texts of the agency's issues and for its figures, holds what is known already, and says what is
    still missing while it is filled in. Its words come from templates/workbook/en.yaml; a project may have its own,
    also in other languages. A workbook of the same name is replaced. What each one was filled from is kept in
    PROJECT/submissions/sent, so that receive can tell what was changed in it.

    Example: reportgen workbooks inputs --agency justice
    """
    from reportgen.agencies.workbooks import find_workbooks  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    folder = out or project / "build" / "workbooks"
    written: list[Path] = []
    with holding(project, "workbooks", shape, folder):
        found = find_workbooks(project, codes, language)
        diagnostics: list[Diagnostic] = list(found.diagnostics)
        try:
            if found.senders:
                write_files(project / "submissions", found.filled_from())
                written = write_files(folder, found.files())
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    show(diagnostics, shape, {"files": [path.as_posix() for path in written]})
    if shape == "text":
        for path in written:
            click.echo(path)
        click.echo(f"{len(written)} workbooks written" if len(written) != 1 else "1 workbook written")
    end(diagnostics)


COMMANDS: tuple[click.Command, ...] = (workbooks,)
"""The commands of this module, for the command line."""
