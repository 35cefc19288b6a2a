"""`reportgen build`."""

import datetime as dt
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click
from msgspec.structs import replace

from reportgen.cli.building import Wanted, build_one
from reportgen.cli.printing import Printer, with_printer
from reportgen.languages.language import LANGUAGES
from reportgen.pipeline import EARLIEST, OutputFormat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
@click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PROJECT...")
@click.option("--to", "formats", default="docx,pdf,html", show_default=True, callback=_formats, help="What to make.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build]")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Which of the versions that report.yaml names. [default: its language]",
)
@click.option("--final", is_flag=True, help="Refuse while anything is missing, asked or void.")
@click.option("--comments", is_flag=True, help="Write what is open into the Word file as comments; for drafts.")
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
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many projects to build at once. [default: as many as there are processors]",
)
@click.option("--cache", is_flag=True, help="Take what an earlier build of the very same files gave.")
@click.option("--watch", is_flag=True, help="Build again whenever a file of the project changes; Ctrl+C ends it.")
@with_printer()
def build(  # noqa: PLR0913 - an argument for each option
    projects: "Sequence[Path]",
    formats: "Sequence[OutputFormat]",
    out: Path | None,
    earlier: Path | None,
    pdf_engine: "PdfEngine | None",
    jobs: int | None,
    printer: Printer,
    *,
    language: str | None,
    final: bool,
    strict: bool,
    comments: bool,
    cache: bool,
    watch: bool,
) -> None:
    """Make the report of each PROJECT as documents or as data.

    Documents are DOCX, PDF and HTML; json and sdmx are for programs. Files are named after the symbol,
    CCPR-C-KAZ-3.docx, and stand in PROJECT/build with a manifest of what they
    were made from. A failed build leaves earlier files as they were.

    --final is for the report that leaves: it refuses while there are errors, issues that are awaiting, questions
    about figures that nobody has answered, or clearances that no longer hold, and says which.

    --language makes the version in another language that report.yaml names under “versions”, in PROJECT/build/LANGUAGE.

    --comments writes errors, questions and doubts into the Word file as comments, beside the words or the figure that
    they are about. reportgen verify, redline and pull read such a draft as any other. The report that leaves has none.

    --redline-against writes the Word file once more, with all changes against FILE.docx tracked, and what was changed
    by issue and agency, as .txt, .json and .html beside it.

    --pdf-engine typst lays out the PDF ten times as fast, on pages of the same look;
    pip install 'reportgen[typst]' installs it.

    Several projects are built by several processes, each as if it were built alone; one that fails stops no other.
    --format json prints a line for each.

    --cache keeps what a build gave in PROJECT/.reportgen/cache, and gives it back while every byte of the project and
    of reportgen is the same. A final build is always made anew.

    --watch stays and builds again as soon as a file changes, and prints what is found newly and what is solved; the PDF
    is laid out by Typst where that is installed. pip install 'reportgen[watch]' installs what it needs.

    Examples: reportgen build inputs --to docx,pdf, reportgen build inputs --final,
    reportgen build states/* --jobs 4
    """
    apart = _each_once(projects)
    if comments and final:
        raise click.UsageError("--comments is for drafts: the report that leaves has no comments")
    flags = {"final": final, "strict": strict, "comments": comments, "cache": cache}
    wanted = Wanted(formats, out, earlier, pdf_engine, _timestamp(), language, **flags)
    if len(apart) > 1:
        _refuse_for_several({"--out": out, "--redline-against": earlier, "--watch": watch})
        _build_all(apart, wanted, jobs, printer)
    elif watch:
        _watch(apart[0], wanted, printer)
    else:
        printer.finish(*build_one(apart[0], wanted, printer))


def _refuse_for_several(options: "Mapping[str, object]") -> None:
    for name in (name for name, value in options.items() if value):
        raise click.UsageError(f"{name} is for one project; build them one by one")


def _build_all(projects: "Sequence[Path]", wanted: Wanted, jobs: int | None, printer: Printer) -> None:
    """Build several projects, and end with the worst of their exit codes."""
    from reportgen.cli.many import build_all

    options = [*wanted.options(), *([f"--{printer.verbosity}"] if printer.verbosity else [])]
    sys.exit(build_all(projects, options, jobs or os.cpu_count() or 1, printer))


def _watch(project: Path, wanted: Wanted, printer: Printer) -> None:
    """Build a project whenever it changes; once where there is no such folder."""
    if find_spec("watchfiles") is None:
        raise click.UsageError("--watch needs the package watchfiles: pip install 'reportgen[watch]'")
    if not project.is_dir():
        printer.finish(*build_one(project, wanted, printer))
        return
    from reportgen.cli.watching import watch_project

    has_typst = find_spec("typst") is not None
    watch_project(project, replace(wanted, pdf_engine=wanted.pdf_engine or ("typst" if has_typst else None)), printer)


def _each_once(projects: "Sequence[Path]") -> list[Path]:
    """Return the projects without those that are named twice."""
    first = {project.resolve(): project for project in reversed(projects)}
    return list(dict.fromkeys(first[project.resolve()] for project in projects))


def _timestamp() -> dt.datetime | None:
    """Return the date for the properties of outputs: SOURCE_DATE_EPOCH where it is set, else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return max(dt.datetime.fromtimestamp(int(epoch), dt.UTC), EARLIEST)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds since 1970") from None
