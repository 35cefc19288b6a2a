"""`reportgen rollover`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.agencies.rollover import NextCycle, roll_over
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals
from reportgen.cli.new_project import DUE, SUBMISSIONS_DUE, SYMBOL, YEARS
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.output import write_tree

if TYPE_CHECKING:
    import datetime as dt


@click.command()
@PROJECT
@click.argument("new", type=click.Path(path_type=Path))
@YEARS
@SYMBOL
@DUE
@SUBMISSIONS_DUE
@with_printer()
def rollover(
    project: Path,
    new: Path,
    printer: Printer,
    *,
    years: tuple[int, ...],
    symbol: str | None,
    due: int | None,
    submissions_due: "dt.date | None",
) -> None:
    """Begin the next cycle of PROJECT in the folder NEW.

    What was reported becomes the past, in NEW/previous: workbooks come pre-filled with it, and a value that an agency
    changes afterwards is reported as revised. Agencies and templates are carried over; issues.yaml waits for the new
    list. PROJECT stays as it is.

    Example: reportgen rollover inputs kaz-4 --years 2024-2027
    """
    with holding(project, "rollover", printer, out=new):
        rolled = roll_over(project, new, NextCycle(symbol, years, due, submissions_due))
    diagnostics = list(rolled.diagnostics)
    written: list[Path] = []
    with refusals(diagnostics):
        written = write_tree(new, rolled.files, rolled.folders) if rolled.files else []
    lines = []
    if written:
        span = ", ".join(map(str, rolled.years))
        lines.append(f"{new}: {rolled.symbol}, reporting years {span}; {len(written)} files")
        lines.append(f"next: look through {new / 'report.yaml'}, enter the new list into {new / 'issues.yaml'}")
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, lines)
