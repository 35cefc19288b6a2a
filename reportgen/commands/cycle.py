"""The commands of a cycle: a new project, its status, clearances, the next cycle."""

import datetime as dt
from pathlib import Path

import click

from reportgen.commands.showing import DATE, OUTPUT_FORMAT, PROJECT, end, show


@click.command()
@PROJECT
@click.option(
    "--issue", "issues", type=int, multiple=True, required=True, help="The number of an issue; may be repeated."
)
@click.option("--by", required=True, help="Who clears.")
@DATE
@OUTPUT_FORMAT
def clear(project: Path, issues: tuple[int, ...], by: str, date: dt.date, shape: str) -> None:
    """Record in PROJECT that somebody cleared the reply to an issue as it is now.

    The clearance holds for the text and the figures of this moment; any later change of them voids it, and
    reportgen status says which. An issue with errors, or without a reply, cannot be cleared.

    Example: reportgen clear inputs --issue 3 --by "Deputy Minister of Justice"
    """
    from reportgen.loop.clear import clear_issues  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.output import OutputError, write_files  # noqa: PLC0415 - as above

    cleared = clear_issues(project, issues, by, date)
    diagnostics = list(cleared.diagnostics)
    try:
        written = write_files(project, cleared.files) if cleared.files else []
    except OutputError as error:
        diagnostics, written = [*diagnostics, error.diagnostic], []
    facts = [
        {"issue": one.issue, "by": one.by, "date": one.date.isoformat(), "hash": one.hash}
        for one in cleared.clearances
        if written
    ]
    show(diagnostics, shape, {"cleared": facts})
    if shape == "text":
        click.echo(
            "\n".join(f"issue {one['issue']}: cleared by {one['by']} on {one['date']}" for one in facts)
            or "nothing was cleared"
        )
    end(diagnostics)


COMMANDS: tuple[click.Command, ...] = (clear,)
"""All commands of a cycle, for the command line."""
