"""`reportgen clear`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.agencies.clear import clear_issues
from reportgen.cli.holding import holding, refusals
from reportgen.cli.options import DATE, PROJECT, one_line
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.output import write_files
from reportgen.limits import LABEL_CHARACTERS

if TYPE_CHECKING:
    import datetime as dt


def _name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    return one_line(value, LABEL_CHARACTERS)


@click.command()
@PROJECT
@click.option(
    "--issue", "issues", type=int, multiple=True, required=True, help="The number of an issue; may be repeated."
)
@click.option("--by", required=True, callback=_name, help="Who clears.")
@DATE
@with_printer()
def clear(project: Path, issues: tuple[int, ...], by: str, date: "dt.date", printer: Printer) -> None:
    """Record that somebody cleared the reply to an issue.

    The clearance holds for the text and the figures of this moment; any later change of them voids it, and
    reportgen status says which. An issue with errors, or without a reply, cannot be cleared.

    Example: reportgen clear inputs --issue 3 --by "Deputy Minister of Justice"
    """
    with holding(project, "clear", printer):
        cleared = clear_issues(project, issues, by, date)
        diagnostics = list(cleared.diagnostics)
        written: list[Path] = []
        with refusals(diagnostics):
            written = write_files(project, cleared.files) if cleared.files else []
    facts = [
        {"issue": one.issue, "by": one.by, "date": one.date.isoformat(), "hash": one.hash}
        for one in (cleared.clearances if written else ())
    ]
    lines = [f"issue {one['issue']}: cleared by {one['by']} on {one['date']}" for one in facts]
    printer.finish(diagnostics, {"cleared": facts}, lines or ["nothing was cleared"])
