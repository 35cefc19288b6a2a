"""`reportgen build`."""

import datetime as dt
import os
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click
from msgspec.structs import replace

from reportgen.cli.building import Wanted, build_one
from reportgen.cli.options import LANGUAGE
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.reading import real_path
from reportgen.pipeline import EARLIEST, OutputFormat

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportgen.cli.workers import Run
    from reportgen.writers import PdfEngine

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


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Return the address of a scheduler."""
    del context, parameter
    if value is not None and not value.startswith(("tcp://", "tls://")):
        raise click.BadParameter(f"{value} is no address of a scheduler; write tcp://HOST:PORT")
    return value


@click.command()
@click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PROJECT...")
@click.option("--to", "formats", default="docx,pdf,html", show_default=True, callback=_formats, help="What to make.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write. [default: PROJECT/build]")
@LANGUAGE
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
@click.option(
    "--scheduler",
    callback=_address,
    metavar="tcp://HOST:PORT",
    help="Build on the workers of a Dask cluster, whose scheduler this is.",
)
@click.option("--cache", is_flag=True, help="Take what an earlier build of the very same files gave.")
@click.option("--watch", is_flag=True, help="Build again whenever a file of the project changes; Ctrl+C ends it.")
@with_printer()
def build(
    projects: "Sequence[Path]",
    formats: "Sequence[OutputFormat]",
    out: Path | None,
    earlier: Path | None,
    pdf_engine: "PdfEngine | None",
    jobs: int | None,
    printer: Printer,
    *,
    scheduler: str | None,
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
    --format json prints a line for each. --scheduler builds them on the workers of a Dask cluster instead, which reach
    the projects by the same paths and have the same reportgen; pip install 'reportgen[cluster]' installs what it needs.

    --cache keeps what a build gave in PROJECT/.reportgen/cache, and gives it back while every byte of the project and
    of reportgen is the same. A final build is always made anew.

    --watch stays and builds again as soon as a file changes, and prints what is found newly and what is solved; the PDF
    is laid out by Typst where that is installed. pip install 'reportgen[watch]' installs what it needs.

    Examples: reportgen build inputs --to docx,pdf, reportgen build inputs --final,
    reportgen build states/* --jobs 4, reportgen build states/* --scheduler tcp://10.0.0.5:8786
    """
    apart = _each_once(projects)
    if comments and final:
        raise click.UsageError("--comments is for drafts: the report that leaves has no comments")
    flags = {"final": final, "strict": strict, "comments": comments, "cache": cache}
    wanted = Wanted(formats, out, earlier, pdf_engine, _timestamp(), language, **flags)
    if scheduler and jobs:
        raise click.UsageError("--jobs is for this computer; the workers of a cluster are as many as were started")
    if scheduler or len(apart) > 1:
        _refuse_for_several({"--out": out, "--redline-against": earlier, "--watch": watch})
        _build_all(apart, wanted, _on_cluster(scheduler) if scheduler else _run_here(jobs), printer)
    elif watch:
        _watch(apart[0], wanted, printer)
    else:
        printer.finish(*build_one(apart[0], wanted, printer))


def _refuse_for_several(options: "Mapping[str, object]") -> None:
    for name in (name for name, value in options.items() if value):
        raise click.UsageError(f"{name} is for one project on this computer; build them one by one")


def _run_here(jobs: int | None) -> "Run":
    """Return what runs commands on this computer."""
    from reportgen.cli.workers import run_all

    return partial(run_all, jobs=jobs or os.cpu_count() or 1)


def _on_cluster(scheduler: str) -> "Run":
    """Return what runs commands on a cluster."""
    if find_spec("distributed") is None:
        raise click.UsageError("--scheduler needs the package distributed: pip install 'reportgen[cluster]'")
    from reportgen.cli.cluster import run_on_cluster

    return partial(run_on_cluster, scheduler=scheduler)


def _build_all(projects: "Sequence[Path]", wanted: Wanted, run: "Run", printer: Printer) -> None:
    """Build several projects, and end with the worst of their exit codes."""
    from reportgen.cli.many import build_all
    from reportgen.cli.workers import NotRunError

    options = [*wanted.options(), *([f"--{printer.verbosity}"] if printer.verbosity else [])]
    try:
        sys.exit(build_all(projects, options, run, printer))
    except NotRunError as error:
        raise click.UsageError(str(error)) from None


def _watch(project: Path, wanted: Wanted, printer: Printer) -> None:
    """Build a project whenever it changes; by Typst, where that is installed and nothing else is asked for."""
    from reportgen.cli.watching import watch_project

    has_typst = find_spec("typst") is not None
    wanted = replace(wanted, pdf_engine=wanted.pdf_engine or ("typst" if has_typst else None))
    watch_project(project, partial(build_one, project, wanted), printer)


def _each_once(projects: "Sequence[Path]") -> list[Path]:
    """Return the projects without those that are named twice."""
    first = {real_path(project): project for project in reversed(projects)}
    return list(dict.fromkeys(first[real_path(project)] for project in projects))


def _timestamp() -> dt.datetime | None:
    """Return the date for the properties of outputs: SOURCE_DATE_EPOCH where it is set, else none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return max(dt.datetime.fromtimestamp(int(epoch), dt.UTC), EARLIEST)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds since 1970") from None
