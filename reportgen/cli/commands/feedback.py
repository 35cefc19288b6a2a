"""`reportgen feedback`."""

from pathlib import Path

import click

from reportgen.agencies.feedback import find_feedback
from reportgen.cli.arguments import PROJECT
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import count_of
from reportgen.files.output import write_files


@click.command()
@PROJECT
@click.option("--agency", "codes", multiple=True, metavar="CODE", help="Only for this agency; may be repeated.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build/feedback]")
@with_printer()
def feedback(project: Path, codes: tuple[str, ...], out: Path | None, printer: Printer) -> None:
    """Write for each agency what is wrong in what it sent.

    What is wrong or doubtful in what it sent last, ready to be sent back. An agency that sent a workbook gets a copy
    of it, in which every problem is a marked cell with a comment, and whose first sheet lists them all; questions can
    be answered there. One that sent YAML gets the list as a text file. The files in PROJECT/submissions stay as they
    are.

    Example: reportgen feedback inputs --agency labour
    """
    folder = out or project / "build" / "feedback"
    written: list[Path] = []
    with holding(project, "feedback", printer, folder):
        made = find_feedback(project, codes)
        diagnostics = list(made.diagnostics)
        with refusals(diagnostics):
            kept = {name: data for one in made.feedbacks for name, data in one.kept.items()}
            if kept:
                write_files(project / "submissions", kept)
            written = write_results(folder, {one.name: one.data for one in made.feedbacks}) if made.feedbacks else []
    counts: list[dict[str, object]] = [
        {"agency": one.agency, "about": one.source.as_posix(), "file": path.as_posix()}
        | {"errors": one.errors, "warnings": one.warnings, "questions": one.questions}
        for one, path in zip(made.feedbacks, written, strict=False)
    ]
    lines = [
        f"{one.agency}: {count_of(one.errors, 'error')}, {count_of(one.warnings, 'warning')}, "
        f"{count_of(one.questions, 'question')}: {path.as_posix()}"
        for one, path in zip(made.feedbacks, written, strict=False)
    ]
    awaited = [f"{code}: nothing was received yet" for code in made.awaited]
    printer.finish(diagnostics, {"feedback": counts, "awaited": list(made.awaited)}, [*lines, *awaited])
