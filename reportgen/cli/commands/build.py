"""`reportgen build`."""

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click

from reportgen.cli.build_summary import build_facts, build_lines
from reportgen.cli.holding import holding, refusals, write_results
from reportgen.cli.options import PROJECT
from reportgen.cli.printing import Printer, with_printer
from reportgen.pipeline import EARLIEST, OutputFormat, build_project
from reportgen.results import has_errors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.diagnostics import Diagnostic
    from reportgen.pipeline import Judge
    from reportgen.results import Built
    from reportgen.writers.rendering import PdfEngine

_FORMATS = get_args(OutputFormat)


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[OutputFormat, ...]:
    """Return the formats of `docx,pdf`, each once."""
    del context, parameter
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    wrong = [name for name in names if name not in _FORMATS]
    if wrong or not names:
        message = f"{', '.join(wrong) or 'nothing'} is no format; write one or more of {', '.join(_FORMATS)}"
        raise click.BadParameter(message)
    return cast("tuple[OutputFormat, ...]", names)


@click.command()
@PROJECT
@click.option("--to", "formats", default="docx,pdf,html", show_default=True, callback=_formats, help="What to make.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build]")
@click.option("--final", is_flag=True, help="Refuse while anything is missing, asked or void.")
@click.option("--strict", is_flag=True, help="Refuse while there are warnings.")
@click.option(
    "--redline-against",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="FILE.docx",
    help="Write the changes against an earlier document too.",
)
@click.option(
    "--pdf-engine",
    type=click.Choice(["weasyprint", "typst"]),
    help="What lays out the PDF. [default: as report.yaml says]",
)
@with_printer()
def build(  # noqa: PLR0913 - an argument for each option
    project: Path,
    formats: "Sequence[OutputFormat]",
    out: Path | None,
    earlier: Path | None,
    pdf_engine: "PdfEngine | None",
    printer: Printer,
    *,
    final: bool,
    strict: bool,
) -> None:
    """Make the report of PROJECT as documents or as data.

    Documents are DOCX, PDF and HTML; json and sdmx are for programs. Files are named after the symbol,
    CCPR-C-KAZ-3.docx, and stand in PROJECT/build with a manifest of what they
    were made from. A failed build leaves earlier files as they were.

    --final is for the report that leaves: it refuses while there are errors, issues that are awaiting, questions
    about figures that nobody has answered, or clearances that no longer hold, and says which.

    --redline-against writes the Word file once more, with all changes against FILE.docx tracked, and what was changed
    by issue and agency, as .txt, .json and .html beside it.

    --pdf-engine typst lays out the PDF ten times as fast, on pages of the same look;
    pip install 'reportgen[typst]' installs it.

    Examples: reportgen build inputs --to docx,pdf, reportgen build inputs --final
    """
    folder = out or project / "build"
    judge = _judge() if final else None
    written: list[Path] = []
    with holding(project, "build", printer, folder):
        built = build_project(
            project,
            formats,
            final=judge,
            strict=strict,
            timestamp=_timestamp(),
            pdf_engine=pdf_engine,
            progress=printer.step,
        )
        diagnostics = list(built.diagnostics)
        files = dict(built.files)
        if earlier is not None and files:
            found, redlines = _redlined(earlier, built, printer)
            diagnostics += found
            files = {} if has_errors(found) else {**files, **redlines}
        with refusals(diagnostics):
            written = write_results(folder, files) if files else []
    for file in built.checked.loaded.inputs:
        printer.detail(f"read {file.name}")
    printer.finish(diagnostics, build_facts(built, written), build_lines(built, diagnostics, written))


def _redlined(earlier: Path, built: "Built", printer: Printer) -> "tuple[Sequence[Diagnostic], Mapping[str, bytes]]":
    """Return what was found, and the files that show a report against an earlier one."""
    from reportgen.word.redline.files import redline_files

    printer.step(f"comparing with {earlier.as_posix()}")
    return redline_files(earlier, built.checked, _timestamp())


def _judge() -> "Judge":
    from reportgen.published.final import judge_final

    return judge_final


def _timestamp() -> dt.datetime | None:
    """Return the date for the properties of outputs: SOURCE_DATE_EPOCH where it is set, else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return max(dt.datetime.fromtimestamp(int(epoch), dt.UTC), EARLIEST)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds since 1970") from None
