"""`reportgen remind`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.agencies.remind import find_reminders
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.options import DATE
from reportgen.cli.printing import Printer, with_printer

if TYPE_CHECKING:
    import datetime as dt


@click.command()
@PROJECT
@DATE
@click.option("--agency", "codes", multiple=True, metavar="CODE", help="Only for this agency; may be repeated.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build/reminders]")
@with_printer()
def remind(project: Path, date: "dt.date", codes: tuple[str, ...], out: Path | None, printer: Printer) -> None:
    """Write an e-mail to each agency that still owes something.

    One file an agency, AGENCY.eml, that a mail program opens: what is missing, the day on which it is due, the workbook
    to fill in, and that day for a calendar. deadlines.ics has the days of all agencies. Nothing is sent.

    Example: reportgen remind inputs --date 2024-01-15
    """
    folder = out or project / "build" / "reminders"
    written: list[Path] = []
    with holding(project, "remind", printer, folder):
        found = find_reminders(project, date, codes)
        diagnostics = list(found.diagnostics)
        files = found.files()
        with refusals(diagnostics):
            written = write_results(folder, files) if files else []
    facts = [
        {"agency": reminder.agency, "to": reminder.to, "senders": reminder.owing, "missing": reminder.missing}
        for reminder in found.reminders
    ]
    lines = [
        f"{reminder.agency}: {reminder.to or 'no address'}: {(folder / reminder.name).as_posix()}"
        for reminder in found.reminders
    ]
    done = [f"{code}: nothing is missing" for code in found.done]
    data = {"reminders": facts, "done": found.done, "files": [path.as_posix() for path in written]}
    printer.finish(diagnostics, data, [*lines, *done])
