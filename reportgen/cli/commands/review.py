"""`reportgen review`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.options import DATE, PROJECT
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import Severity
from reportgen.pipeline import check_project
from reportgen.review.facts import find_review
from reportgen.review.page import review_html
from reportgen.review.published import refuse_publishing

if TYPE_CHECKING:
    import datetime as dt

    from reportgen.document.tree import Document


@click.command()
@PROJECT
@DATE
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. [default: PROJECT/build/review.html]")
@click.option(
    "--public", "is_public", is_flag=True, help="Only what is public: no contacts, files, problems or clearances."
)
@click.option("--against", type=click.Path(path_type=Path), help="An earlier version (.docx): show what changed since.")
@with_printer()
def review(
    project: Path, date: "dt.date", out: Path | None, against: Path | None, printer: Printer, *, is_public: bool
) -> None:
    """Make a page where figures open their sources.

    The page holds the report as it will print. A figure that is clicked shows its series, the file and the cell where
    it stood, who sent it and when, where else it is printed, and the arithmetic that was done again; numbers that were
    typed by hand stand out. It is one file, which opens in a browser without a connection and can be sent by mail.
    Where the project has errors, it shows them, and the command ends with 1.

    --public makes the page that goes with a published report, with the SHA-256 of its Word file: that in PROJECT/build
    where it was made from these inputs, else the one that build --to docx makes. --against shows what changed since
    a report that was built before, and is not for a public page.

    Examples: reportgen review inputs, reportgen review inputs --public --out public.html
    """
    if is_public and against is not None:
        raise click.UsageError(
            "--against shows texts of an earlier version, which may not be public; leave one of both out"
        )
    if out is not None and against is not None and out.resolve() == against.resolve():
        raise click.UsageError(f"{out} is the earlier version; name another file with --out")
    target = out or project / "build" / ("public.html" if is_public else "review.html")
    earlier = _earlier(against, printer)
    written: list[Path] = []
    with holding(project, "review", printer, target):
        checked = check_project(project, progress=printer.detail)
        diagnostics = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
        diagnostics += refuse_publishing(project, checked) if is_public and not diagnostics else []
        if (project / "report.yaml").is_file() and not (is_public and diagnostics):
            page = review_html(find_review(project, checked, date, is_public=is_public, against=earlier))
            with refusals(diagnostics):
                written = write_results(target.parent, {target.name: page.encode()})
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, [f"wrote {path}" for path in written])


def _earlier(file: Path | None, printer: Printer) -> "tuple[str, Document] | None":
    """Return the earlier version and its name; end where it cannot be read."""
    if file is None:
        return None
    from reportgen.readers.reading import read_file

    read = read_file(file)
    printer.refuse([one for one in read.diagnostics if one.severity is Severity.ERROR])
    return file.name, read.document
