"""`reportgen init`."""

import sys
from pathlib import Path
from typing import Any

import click

from reportgen.agencies.start import Answers, parse_years, start_project
from reportgen.cli.holding import holding, refusals
from reportgen.cli.new_project import COORDINATOR, CYCLE, DUE, SUBMISSIONS_DUE, SYMBOL, TREATY, TREATY_CODE, YEARS
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.output import write_project
from reportgen.model.state_names import state_name


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@TREATY
@click.option("--state", metavar="KAZ", help="The three-letter code of the State.")
@click.option("--name", help="The name of the State as it is printed. [default: the one of its code]")
@CYCLE
@YEARS
@SYMBOL
@DUE
@SUBMISSIONS_DUE
@COORDINATOR
@with_printer()
def init(folder: Path, printer: Printer, **given: Any) -> None:
    """Begin a new project in DIR.

    report.yaml, issues.yaml and agencies.yaml are written with notes on what to fill in. What is not given is asked
    for at a terminal. The symbol, the list of issues and the report before follow from treaty, State and cycle; all of
    them can be changed in report.yaml afterwards.

    Example: reportgen init kaz-4 --treaty ccpr --state KAZ --cycle 4 --years 2024-2027
    """
    answers = Answers(**_complete(given))
    written: list[Path] = []
    with holding(folder, "init", printer, is_new=True):
        started = start_project(folder, answers)
        diagnostics = list(started.diagnostics)
        with refusals(diagnostics):
            written = write_project(folder, started.files, ("submissions",)) if started.files else []
    lines = [f"wrote {path}" for path in written]
    if written:
        lines.append(
            f"next: name the agencies in {folder / 'agencies.yaml'}; enter the list of issues into "
            f"{folder / 'issues.yaml'}, or: reportgen import --list-of-issues FILE {folder}; then: "
            f"reportgen check {folder}"
        )
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, lines)


def _complete(given: dict[str, Any]) -> dict[str, Any]:
    """Return all answers: those that were given, and at a terminal those that are asked for.

    Raises:
        click.UsageError: some are missing, and nobody is there to be asked.
    """
    given["state"] = given["state"].upper() if given["state"] else None
    name = state_name(given["state"]) if given["state"] and not given["name"] else given["name"]
    missing = [f"--{option}" for option in ("treaty", "state", "cycle", "years") if not given[option]]
    missing += ["--name"] if given["state"] and not name else []
    if missing and not is_terminal():
        raise click.UsageError(f"say what is not known: {', '.join(missing)}")
    given["treaty"] = given["treaty"] or click.prompt("Treaty", type=TREATY_CODE)
    given["state"] = given["state"] or click.prompt("Three-letter code of the State").upper()
    if not name:
        name = click.prompt("Name of the State, as it is printed", state_name(given["state"]))
    given["name"] = name
    given["submissions_due"] = given["submissions_due"] and given["submissions_due"].isoformat()
    given["cycle"] = given["cycle"] or click.prompt("Number of the report", type=click.IntRange(1, 99))
    while not given["years"]:
        try:
            given["years"] = parse_years(click.prompt("Reporting years, such as 2024-2027"))
        except ValueError as error:
            click.echo(str(error), err=True)
    if given["coordinator"] is None and is_terminal():
        asked = click.prompt("Whom agencies ask, with telephone or e-mail (Enter: later)", "", show_default=False)
        given["coordinator"] = " ".join(asked.split())
    return given


def is_terminal() -> bool:
    """Return whether somebody is there to be asked."""
    return sys.stdin.isatty()
