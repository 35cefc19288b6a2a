"""`reportgen status`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.agencies.status.facts import find_status
from reportgen.agencies.status.text import status_data, status_text
from reportgen.cli.arguments import PROJECT
from reportgen.cli.options import DATE
from reportgen.cli.printing import Printer, dumped, with_printer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from reportgen.agencies.status.facts import FoundStatus
    from reportgen.agencies.status.values import Status
    from reportgen.agencies.status.words import StatusWords


@click.command()
@PROJECT
@DATE
@click.option(
    "--out", type=click.Path(path_type=Path), help="The file to write. [default for html: PROJECT/build/status.html]"
)
@click.option("--language", metavar="CODE", help="The language of the words, as for workbooks. [default: the report's]")
@with_printer("html", help="html is written, the others are printed.")
def status(project: Path, date: "dt.date", out: Path | None, language: str | None, printer: Printer) -> None:
    """Say who has sent what, and what is ready.

    For each agency and issue of PROJECT: what was received, what is wrong or missing, and which clearances hold. JSON
    is the same in all languages.

    Examples: reportgen status inputs, reportgen status inputs --format html --out status.html
    """
    target = out or (project / "build" / "status.html" if printer.shape == "html" else None)
    if target is not None:
        _write(lambda: find_status(project, date, language), project, target, printer)
        return
    found = find_status(project, date, language)
    if found.status is None or found.words is None:
        printer.finish(found.diagnostics)
    elif printer.shape == "json":
        printer.dump(status_data(found.status))
    else:
        printer.give(status_text(found.status, found.words))


def _write(find: "Callable[[], FoundStatus]", project: Path, target: Path, printer: Printer) -> None:
    """Write the status to a file."""
    from reportgen.cli.holding import holding, refusals, write_results

    written: list[Path] = []
    with holding(project, "status", printer, target):
        found = find()
        diagnostics = list(found.diagnostics) if found.status is None else []
        with refusals(diagnostics):
            if found.status is not None and found.words is not None:
                data = _as_bytes(found.status, found.words, printer.shape)
                written = write_results(target.parent, {target.name: data})
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, [f"wrote {path}" for path in written])


def _as_bytes(status: "Status", words: "StatusWords", shape: str) -> bytes:
    if shape == "html":
        from reportgen.agencies.status.page import status_html

        return status_html(status, words).encode()
    return f"{dumped(status_data(status)) if shape == 'json' else status_text(status, words)}\n".encode()
