"""The commands of a cycle: a new project, its status, clearances, the next cycle."""

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from reportgen.cli.holding import holding
from reportgen.cli.showing import DATE, OUTPUT_FORMAT, PROJECT, TREATIES, dumped, end, read_day, read_years, show

if TYPE_CHECKING:
    from reportgen.agencies.status.values import Status


def _name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A name on one line."""
    del context, parameter
    from reportgen.limits import LABEL_CHARACTERS  # noqa: PLC0415 - `--help` needs none of it

    name = " ".join(value.split())
    if not name or len(name) > LABEL_CHARACTERS or not name.isprintable():
        raise click.BadParameter(f"write a name of at most {LABEL_CHARACTERS} characters")
    return name


@click.command()
@PROJECT
@click.option(
    "--issue", "issues", type=int, multiple=True, required=True, help="The number of an issue; may be repeated."
)
@click.option("--by", required=True, callback=_name, help="Who clears.")
@DATE
@OUTPUT_FORMAT
def clear(project: Path, issues: tuple[int, ...], by: str, date: dt.date, shape: str) -> None:
    """Record in PROJECT that somebody cleared the reply to an issue as it is now.

    The clearance holds for the text and the figures of this moment; any later change of them voids it, and
    reportgen status says which. An issue with errors, or without a reply, cannot be cleared.

    Example: reportgen clear inputs --issue 3 --by "Deputy Minister of Justice"
    """
    from reportgen.agencies.clear import clear_issues  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    with holding(project, "clear", shape):
        cleared = clear_issues(project, issues, by, date)
        diagnostics = list(cleared.diagnostics)
        try:
            if cleared.files:
                write_files(project, cleared.files)
        except OutputError as error:
            diagnostics.append(error.diagnostic)
            cleared = replace(cleared, clearances=())
    facts = [
        {"issue": one.issue, "by": one.by, "date": one.date.isoformat(), "hash": one.hash} for one in cleared.clearances
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
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="text and json are printed, html is written.",
)
@DATE
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="The file to write. [default for html: PROJECT/build/status.html]",
)
def status(project: Path, shape: str, date: dt.date, out: Path | None) -> None:
    """Say who has sent what for PROJECT, what is ready, and which clearances hold.

    Examples: reportgen status inputs, reportgen status inputs --format html --out status.html
    """
    target = out or (project / "build" / "status.html" if shape == "html" else None)
    if target is None:
        click.echo(_status(project, date, shape).decode().rstrip("\n"))
        return
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - `--help` needs none of it

    with holding(project, "status", shape, target):
        data = _status(project, date, shape)
        try:
            (written,) = write_files(target.parent, {target.name: data})
        except OutputError as error:
            show([error.diagnostic], "text")
            end([error.diagnostic])
        else:
            click.echo(f"wrote {written}")


def _status(project: Path, date: dt.date, shape: str) -> bytes:
    """The status in one of its forms; where there is none, the command ends with the reasons."""
    from reportgen.agencies.status.facts import find_status  # noqa: PLC0415 - `--help` needs none of it

    found = find_status(project, date)
    if found.status is None:
        show(found.diagnostics, "json" if shape == "json" else "text")
        end(found.diagnostics)
        sys.exit(0)
    return _status_bytes(found.status, shape)


def _status_bytes(facts: "Status", shape: str) -> bytes:
    """The status in one of its forms; what a form needs is loaded for it alone."""
    if shape == "html":
        from reportgen.agencies.status.page import status_html  # noqa: PLC0415 - see above

        return status_html(facts).encode()
    from reportgen.agencies.status.text import status_data, status_text  # noqa: PLC0415 - see above

    if shape == "text":
        return f"{status_text(facts)}\n".encode()
    return f"{dumped(status_data(facts))}\n".encode()


def _iso_day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as it is written in a file, or None."""
    return read_day(context, parameter, value).isoformat() if value else None


_YEARS = click.option(
    "--years", callback=read_years, metavar="2024-2027", help="The years for which figures are asked."
)
_SYMBOL = click.option("--symbol", help="The symbol of the report, where it is not the usual one.")
_DUE = click.option("--due", type=click.IntRange(1900, 2199), help="The year in which the report is due.")
_SUBMISSIONS_DUE = click.option(
    "--submissions-due", callback=_iso_day, metavar="YYYY-MM-DD", help="The day by which agencies send."
)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--treaty", type=click.Choice(TREATIES), help="The treaty.")
@click.option("--state", metavar="KAZ", help="The three-letter code of the State.")
@click.option("--name", help="The name of the State as it is printed. [default: the one of its code]")
@click.option("--cycle", type=click.IntRange(1, 99), help="The number of the report.")
@_YEARS
@_SYMBOL
@_DUE
@_SUBMISSIONS_DUE
def init(folder: Path, **given: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Begin a new project in DIR: report.yaml, issues.yaml and agencies.yaml with notes on what to fill in.

    What is not given is asked for at a terminal. The symbol, the list of issues and the report before follow from
    treaty, State and cycle; all of them can be changed in report.yaml afterwards.

    Example: reportgen init kaz-4 --treaty ccpr --state KAZ --cycle 4 --years 2024-2027
    """
    from reportgen.agencies.start import Answers, start_project  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_project  # noqa: PLC0415 - as above

    answers = Answers(**_asked(given))
    with holding(folder, "init", is_new=True):
        started = start_project(folder, answers)
        diagnostics = list(started.diagnostics)
        try:
            written = write_project(folder, started.files, ("submissions",)) if started.files else []
        except OutputError as error:
            diagnostics, written = [*diagnostics, error.diagnostic], []
    if written:
        click.echo("\n".join(f"wrote {path}" for path in written))
        click.echo(f"next: name the agencies, enter the list of issues, then: reportgen check {folder}")
    show(diagnostics, "text")
    end(diagnostics)


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    """All answers: those that were given, and at a terminal those that are asked for."""
    from reportgen.agencies.start import parse_years, propose_name  # noqa: PLC0415 - `--help` needs none of it

    given["state"] = given["state"].upper() if given["state"] else None
    name = propose_name(given["state"]) if given["state"] and not given["name"] else given["name"]
    missing = [f"--{option}" for option in ("treaty", "state", "cycle", "years") if not given[option]]
    missing += ["--name"] if given["state"] and not name else []
    if missing and not is_terminal():
        raise click.UsageError(f"say what is not known: {', '.join(missing)}")
    given["treaty"] = given["treaty"] or click.prompt("Treaty", type=click.Choice(TREATIES))
    given["state"] = given["state"] or click.prompt("Three-letter code of the State").upper()
    if not name:
        name = click.prompt("Name of the State, as it is printed", propose_name(given["state"]))
    given["name"] = name
    given["cycle"] = given["cycle"] or click.prompt("Number of the report", type=click.IntRange(1, 99))
    while not given["years"]:
        try:
            given["years"] = parse_years(click.prompt("Reporting years, such as 2024-2027"))
        except ValueError as error:
            click.echo(str(error), err=True)
    return given


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


@click.command()
@PROJECT
@click.argument("new", type=click.Path(path_type=Path))
@_YEARS
@_SYMBOL
@_DUE
@_SUBMISSIONS_DUE
def rollover(
    project: Path, new: Path, years: tuple[int, ...], symbol: str | None, due: int | None, submissions_due: str | None
) -> None:
    """Begin the next cycle of PROJECT in the folder NEW.

    What was reported becomes the past, in NEW/previous: workbooks come pre-filled with it, and a value that an agency
    changes afterwards is reported as revised. Agencies and templates are carried over; issues.yaml waits for the new
    list. PROJECT stays as it is.

    Example: reportgen rollover inputs kaz-4 --years 2024-2027
    """
    from reportgen.agencies.rollover import NextCycle, roll_over  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_tree  # noqa: PLC0415 - as above

    day = dt.date.fromisoformat(submissions_due) if submissions_due else None
    with holding(project, "rollover", out=new):
        rolled = roll_over(project, new, NextCycle(symbol, years, due, day))
    diagnostics = list(rolled.diagnostics)
    if rolled.files:
        try:
            written = write_tree(new, rolled.files, rolled.folders)
        except OutputError as error:
            diagnostics.append(error.diagnostic)
        else:
            span = ", ".join(map(str, rolled.years))
            click.echo(f"{new}: {rolled.symbol}, reporting years {span}; {len(written)} files")
            click.echo(f"next: look through {new / 'report.yaml'}, enter the new list into {new / 'issues.yaml'}")
    show(diagnostics, "text")
    end(diagnostics)


@click.command()
@PROJECT
@click.option("--symbol", required=True, help="The right symbol of the report.")
@click.option("--cycle", type=click.IntRange(1, 99), help="The right number of the report, where that was wrong too.")
def correct(project: Path, symbol: str, cycle: int | None) -> None:
    """Correct the symbol of PROJECT in report.yaml after workbooks went out, which are then still taken.

    The symbol that they carry is kept under earlier_symbols. Nothing else in the file changes.

    Example: reportgen correct inputs --symbol CCPR/C/KAZ/3
    """
    from reportgen.agencies.symbol import correct_symbol  # noqa: PLC0415 - `--help` needs none of it
    from reportgen.files.output import OutputError, write_files  # noqa: PLC0415 - as above

    written: list[Path] = []
    with holding(project, "correct"):
        corrected = correct_symbol(project, symbol, cycle)
        diagnostics = list(corrected.diagnostics)
        try:
            written = write_files(project, corrected.files) if corrected.files else []
        except OutputError as error:
            diagnostics.append(error.diagnostic)
    show(diagnostics, "text")
    if written:
        kept = ", ".join(corrected.earlier) or "no other symbol"
        click.echo(f"{written[0]}: the symbol is {symbol}; workbooks with {kept} are still taken")
    end(diagnostics)


COMMANDS: tuple[click.Command, ...] = (init, status, clear, rollover, correct)
"""All commands of a cycle, for the command line."""
