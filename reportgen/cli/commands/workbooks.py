"""`reportgen workbooks`."""

from collections.abc import Iterator
from pathlib import Path

import click

from reportgen.agencies.workbooks import find_workbooks
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import count_of
from reportgen.files.output import write_files
from reportgen.model import Report


@click.command()
@PROJECT
@click.option(
    "--agency",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Only for this agency, or AGENCY.DEPARTMENT; may be given again.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build/workbooks]")
@click.option(
    "--language", metavar="CODE", help="The language of the words. [default: the agency's in agencies.yaml, or English]"
)
@with_printer()
def workbooks(project: Path, codes: tuple[str, ...], out: Path | None, language: str | None, printer: Printer) -> None:
    """Write the workbooks that agencies fill in.

    One file an agency, or one a department. It asks for the texts of the agency's issues and for its figures, holds
    what is known already, and says what is still missing while it is filled in. Its words come from
    templates/workbook/ and are there in Arabic, Chinese, English, French, Russian and Spanish; a project may have its
    own, also in other languages. A workbook of the same name is replaced. What each one was filled from is kept in
    PROJECT/submissions/sent, so that receive can tell what was changed in it.

    Example: reportgen workbooks inputs --agency justice
    """
    folder = out or project / "build" / "workbooks"
    written: list[Path] = []
    with holding(project, "workbooks", printer, folder):
        found = find_workbooks(project, codes, language)
        diagnostics = list(found.diagnostics)
        with refusals(diagnostics):
            if found.senders:
                write_files(project / "submissions", found.filled_from())
                written = write_results(folder, found.files())
    lines = [*map(str, written), f"{count_of(len(written), 'workbook')} written"]
    if found.report and (doubts := list(_not_asked(found.report))):
        lines.append(f"{'; '.join(doubts)}: reportgen check {project} says what to do")
    printer.finish(diagnostics, {"files": [path.as_posix() for path in written]}, lines)


def _not_asked(report: Report) -> Iterator[str]:
    """Yield what keeps workbooks from asking for the whole report, which nobody would notice before it is too late."""
    numbers = [str(issue.number) for issue in report.outline.issues if not issue.agencies]
    if not report.agencies:
        yield "agencies.yaml names no agencies"
    if not report.outline.issues:
        yield "issues.yaml holds no issues"
    if numbers:
        yield f"nobody is asked for issue{'s' * (len(numbers) > 1)} {', '.join(numbers)}"
