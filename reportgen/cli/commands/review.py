"""`reportgen review`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding, refusals
from reportgen.cli.options import DATE, PROJECT
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Diagnostic, Severity
from reportgen.files.output import write_files
from reportgen.pipeline import check_project
from reportgen.review.facts import find_review
from reportgen.review.page import review_html

if TYPE_CHECKING:
    import datetime as dt


@click.command()
@PROJECT
@DATE
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. [default: PROJECT/build/review.html]")
@click.option(
    "--public", "is_public", is_flag=True, help="Only what is public: no contacts, files, problems or clearances."
)
@with_printer()
def review(project: Path, date: "dt.date", out: Path | None, printer: Printer, *, is_public: bool) -> None:
    """Make a page on which every figure of PROJECT opens its source.

    The page holds the report as it will print. A figure that is clicked shows its series, the file and the cell where
    it stood, who sent it and when, where else it is printed, and the arithmetic that was done again; numbers that were
    typed by hand stand out. It is one file, which opens in a browser without a connection and can be sent by mail.
    Where the project has errors, it shows them, and the command ends with 1.

    --public makes the page that goes with a published report, with the SHA-256 of its Word file.

    Examples: reportgen review inputs, reportgen review inputs --out review.html
    """
    target = out or project / "build" / ("public.html" if is_public else "review.html")
    written: list[Path] = []
    with holding(project, "review", printer, target):
        diagnostics, page = _page(project, date, printer, is_public=is_public)
        with refusals(diagnostics):
            written = write_files(target.parent, {target.name: page.encode()}) if page else []
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, [f"wrote {path}" for path in written])


def _page(project: Path, date: "dt.date", printer: Printer, *, is_public: bool) -> tuple[list[Diagnostic], str]:
    """Return the errors of a project, and its page; no page where it may not be public."""
    checked = check_project(project, progress=printer.detail)
    errors = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
    if is_public and errors:
        return errors, ""
    return errors, review_html(find_review(project, checked, date, is_public=is_public))
