"""`reportgen corrigendum`."""

from collections.abc import Mapping
from pathlib import Path

import click

from reportgen.cli.changed import give_changes
from reportgen.cli.holding import holding_both
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import word
from reportgen.files.refusal import Refused
from reportgen.word.corrigendum import corrected_sources, write_corrigendum
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline
from reportgen.word.redline.sources import read_sources
from reportgen.word.redline.summary import summarize
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.pdf import PdfUnavailableError, paragraph_lines, render_pdf


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=".", show_default=True, help="The folder to write into."
)
@click.option("--number", type=click.IntRange(1, 99), default=1, show_default=True, help="Of the corrigendum.")
@with_printer()
def corrigendum(old: Path, new: Path, out: Path, number: int, printer: Printer) -> None:
    """Write the corrections that make NEW of OLD.

    OLD is the document that was submitted, NEW the right one; each is a Word file, or the folder of a project, which is
    built for it. The corrigendum says for each correction the paragraph and the line, and what is to be read for what,
    as DOCX and PDF; a text beside them says for the file where the corrected figures come from.

    Example: reportgen corrigendum submitted.docx inputs --out corrigendum
    """
    with holding_both(old, new, "corrigendum", printer, out):
        try:
            _write(old, new, out, number, printer)
        except Refused as refused:
            printer.refuse([refused.diagnostic])
        except PdfUnavailableError as error:
            printer.refuse([word("RG601", error.values)])


def _write(old: Path, new: Path, out: Path, number: int, printer: Printer) -> None:
    """Make a corrigendum, and write and tell what is corrected."""
    before, after = read_sources(old, new)
    made = make_redline(before.draft, after.draft, Author("reportgen"))
    if not made.data:
        printer.refuse(made.diagnostics)
        return
    files: dict[str, bytes] = {}
    if made.marked:
        document = write_corrigendum(made, paragraph_lines(made.old.document), number)
        name = document.symbol.replace("/", "-")
        files = {
            f"{name}.docx": write_docx(document),
            f"{name}.pdf": render_pdf(document).content,
            f"{name}-sources.txt": corrected_sources(made, after.figures).encode(),
        }
    _keep(out, files)
    give_changes(printer, summarize(made, before, after), out, files, made.diagnostics)
    if not files:
        printer.give("there is nothing to correct, and nothing was written")


def _keep(out: Path, files: Mapping[str, bytes]) -> None:
    """Refuse to write over a corrigendum that says something else, such as the date that was set by hand."""
    for path in (out / name for name in files):
        if not _may_write(path, files[path.name]):
            raise click.UsageError(
                f"{path} is there and says something else, such as a date that was set by hand; "
                "give this corrigendum another --number, or another folder with --out"
            )


def _may_write(path: Path, content: bytes) -> bool:
    """Return whether a file is not there, or is the same."""
    try:
        return path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
