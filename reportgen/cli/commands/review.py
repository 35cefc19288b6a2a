"""`reportgen review`."""

import os
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.options import DATE
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import errors_of
from reportgen.files.reading import real_path
from reportgen.pipeline import check_project
from reportgen.review.facts import find_review
from reportgen.review.page import Stamp, review_html
from reportgen.review.published import refuse_publishing

if TYPE_CHECKING:
    import datetime as dt

    from reportgen.cli.building import Made
    from reportgen.document.tree import Document


@click.command()
@PROJECT
@DATE
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. [default: PROJECT/build/review.html]")
@click.option(
    "--public", "is_public", is_flag=True, help="Only what is public: no contacts, files, problems or clearances."
)
@click.option("--against", type=click.Path(path_type=Path), help="An earlier version (.docx): show what changed since.")
@click.option("--watch", is_flag=True, help="Make it again whenever a file of the project changes; Ctrl+C ends it.")
@with_printer()
def review(
    project: Path,
    date: "dt.date",
    out: Path | None,
    against: Path | None,
    printer: Printer,
    *,
    is_public: bool,
    watch: bool,
) -> None:
    """Make a page where figures open their sources.

    The page holds the report as it will print. A figure that is clicked shows its series, the file and the cell where
    it stood, who sent it and when, where else it is printed, and the arithmetic that was done again; numbers that were
    typed by hand stand out. It is one file, which opens in a browser without a connection and can be sent by mail.
    Where the project has errors, it shows them, and the command ends with 1.

    --public makes the page that goes with a published report, with the SHA-256 of its Word file: that in PROJECT/build
    where it was made from these inputs, else the one that build --to docx makes. --against shows what changed since
    a report that was built before, and is not for a public page.

    --watch stays and makes the page again as soon as a file changes, and a browser that shows it loads it again.
    pip install 'reportgen[watch]' installs what it needs.

    Examples: reportgen review inputs, reportgen review inputs --public --out public.html
    """
    if is_public and against is not None:
        raise click.UsageError(
            "--against shows texts of an earlier version, which may not be public; leave one of both out"
        )
    if out is not None and against is not None and real_path(out) == real_path(against):
        raise click.UsageError(f"{out} is the earlier version; name another file with --out")
    if is_public and watch:
        raise click.UsageError(
            "--watch is for the page of those who work on the report; make the public one when they are done"
        )
    target = out or project / "build" / ("public.html" if is_public else "review.html")
    wanted = _Page(project, date, target, _earlier(against, printer), is_public)
    if watch:
        _watch(wanted, printer)
    else:
        printer.finish(*wanted.make(printer))


class _Page(Struct, frozen=True):
    """What a call asks for."""

    project: Path
    date: "dt.date"
    target: Path
    earlier: "tuple[str, Document] | None"
    is_public: bool

    def make(self, printer: Printer, stamp: Stamp | None = None) -> "Made":
        """Write the page, with the stamp by which it finds out that there is another; return what was found."""
        written: list[Path] = []
        with holding(self.project, "review", printer, self.target):
            checked = check_project(self.project, progress=printer.detail)
            diagnostics = list(errors_of(checked.diagnostics))
            diagnostics += refuse_publishing(self.project, checked) if self.is_public and not diagnostics else []
            if (self.project / "report.yaml").is_file() and not (self.is_public and diagnostics):
                public, against = self.is_public, self.earlier
                found = find_review(self.project, checked, self.date, is_public=public, against=against)
                files = {self.target.name: review_html(found, stamp).encode()}
                files |= {stamp.file: stamp.picture} if stamp else {}
                with refusals(diagnostics):
                    written = write_results(self.target.parent, files)[:1]
        symbol = checked.report.settings.symbol if checked.report else None
        facts = {"files": [path.as_posix() for path in written], "symbol": symbol}
        return diagnostics, facts, [f"wrote {path}" for path in written]


def _watch(page: _Page, printer: Printer) -> None:
    """Make a page whenever its project changes; its stamp goes when nobody makes it any more."""
    from reportgen.cli.watching import watch_project

    file = f"{page.target.stem}.watch.svg"
    stamps = (Stamp(file, number, os.getpid()) for number in count(1))
    watch_project(page.project, lambda quiet: page.make(quiet, next(stamps)), printer)
    page.target.with_name(file).unlink(missing_ok=True)


def _earlier(file: Path | None, printer: Printer) -> "tuple[str, Document] | None":
    """Return the earlier version and its name; end where it cannot be read."""
    if file is None:
        return None
    from reportgen.readers.reading import read_file

    read = read_file(file)
    printer.refuse(errors_of(read.diagnostics))
    return file.name, read.document
