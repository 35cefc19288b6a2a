"""The commands of a cycle: a new project, its status, clearances, the next cycle."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.commands.showing import DATE, OUTPUT_FORMAT, PROJECT, end, show

if TYPE_CHECKING:
    from reportgen.loop.status import Status


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


@click.command()
@PROJECT
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "html", "xlsx"]),
    default="text",
    show_default=True,
    help="text and json are printed, html and xlsx written.",
)
@DATE
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write. [default for html and xlsx: PROJECT/build/status.*]",
)
def status(project: Path, shape: str, date: dt.date, out: Path | None) -> None:
    """Say who has sent what for PROJECT, what is ready, and which clearances hold.

    Examples: reportgen status inputs, reportgen status inputs --format html --out status.html
    """
    from reportgen.loop.status import find_status  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.output import OutputError, write_files  # noqa: PLC0415 - as above

    found = find_status(project, date)
    if found.status is None:
        show(found.diagnostics, "json" if shape == "json" else "text")
        end(found.diagnostics)
        return
    data = _status_bytes(found.status, shape)
    if out is None and shape in {"text", "json"}:
        click.echo(data.decode().rstrip("\n"))
        return
    target = out or project / "build" / f"status.{shape}"
    try:
        (written,) = write_files(target.parent, {target.name: data})
    except OutputError as error:
        show([error.diagnostic], "text")
        end([error.diagnostic])
    else:
        click.echo(f"wrote {written}")


def _status_bytes(facts: "Status", shape: str) -> bytes:
    """The status in one of its forms; what a form needs is loaded for it alone."""
    if shape == "xlsx":
        from reportgen.loop.status_sheet import status_sheet  # noqa: PLC0415 - see above

        return status_sheet(facts)
    if shape == "html":
        from reportgen.loop.status_html import status_html  # noqa: PLC0415 - see above

        return status_html(facts).encode()
    from reportgen.loop.status_text import status_data, status_text  # noqa: PLC0415 - see above

    if shape == "text":
        return f"{status_text(facts)}\n".encode()
    import json  # noqa: PLC0415 - `--help` does not need it

    return f"{json.dumps(status_data(facts), ensure_ascii=False, indent=2)}\n".encode()


COMMANDS: tuple[click.Command, ...] = (status, clear)
"""All commands of a cycle, for the command line."""
