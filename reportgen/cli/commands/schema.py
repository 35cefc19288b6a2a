"""`reportgen schema`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import refusals, write_results
from reportgen.cli.printing import Printer, with_printer
from reportgen.model.schema import json_schemas
from reportgen.twins.shape import document_schema

if TYPE_CHECKING:
    from reportgen.diagnostics import Diagnostic


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("schema"))
@with_printer()
def schema(folder: Path, printer: Printer) -> None:
    """Write JSON Schemas of the project files and of the JSON twin.

    Editors that know YAML complete and check the files by them.

    Put the line "# yaml-language-server: $schema=../schema/report.schema.json" at the head of a file.

    Example: reportgen schema schema
    """
    written: list[Path] = []
    diagnostics: list[Diagnostic] = []
    with refusals(diagnostics):
        written = write_results(folder, {**json_schemas(), "document.schema.json": document_schema()})
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, map(str, written))
