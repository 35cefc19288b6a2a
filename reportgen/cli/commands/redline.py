"""`reportgen redline`."""

import datetime as dt
from pathlib import Path

import click

from reportgen.cli.changed import give_changes
from reportgen.cli.holding import holding_both
from reportgen.cli.options import DATE, one_line
from reportgen.cli.printing import Printer, with_printer
from reportgen.files.reading import real_path
from reportgen.files.refusal import Refused
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.files import AUTHOR
from reportgen.word.redline.making import make_redline
from reportgen.word.redline.sources import read_sources
from reportgen.word.redline.summary import summarize, summary_html

_LONGEST = 80
"""Characters of an author's name."""


def _author(context: click.Context, parameter: click.Parameter, value: str) -> str:
    del context, parameter
    return one_line(value, _LONGEST)


_AUTHOR = click.option(
    "--author", default=AUTHOR, show_default=True, callback=_author, help="Who makes the tracked changes."
)


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="The file to write. [default: NEW-redline.docx]")
@_AUTHOR
@DATE
@with_printer("html", help="How to tell what was changed; html is written beside the document.")
def redline(old: Path, new: Path, out: Path | None, author: str, date: "dt.date", printer: Printer) -> None:
    """Write NEW with all changes against OLD tracked.

    OLD and NEW are Word files of one report, or the folders of projects, which are built for it. Accepting all changes
    gives NEW, rejecting all gives OLD. What was changed is told by issue and by agency. The list of contents, the
    numbers of paragraphs and the references that only follow are not marked.

    Examples: reportgen redline sent.docx inputs, reportgen redline v1.docx v2.docx --out v1-v2.docx
    """
    target = out or _beside(new)
    if target.suffix.casefold() != ".docx":
        raise click.UsageError(f"{target} is no name of a Word file; name one that ends in .docx with --out")
    if real_path(target) in {real_path(old), real_path(new)}:
        raise click.UsageError(f"{target} is one of the documents; name another file with --out")
    moment = dt.datetime.combine(date, dt.time(), dt.UTC)
    with holding_both(old, new, "redline", printer, target):
        _write(old, new, target, Author(author, moment), printer)


def _write(old: Path, new: Path, target: Path, author: Author, printer: Printer) -> None:
    """Make a redline, and write and tell what was changed."""
    try:
        before, after = read_sources(old, new)
    except Refused as refused:
        printer.refuse([refused.diagnostic])
        return
    made = make_redline(before.draft, after.draft, author)
    if not made.data:
        printer.refuse(made.diagnostics)
        return
    summary = summarize(made, before, after)
    files = {target.name: made.data}
    if printer.shape == "html":
        files[target.with_suffix(".html").name] = summary_html(summary).encode()
    give_changes(printer, summary, target.parent, files, made.diagnostics)


def _beside(new: Path) -> Path:
    """Return the file beside a document, or in the folder `build` of a project."""
    if new.is_dir():
        return new / "build" / "redline.docx"
    return new.with_name(f"{new.stem}-redline.docx")
