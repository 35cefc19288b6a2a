"""`reportgen corrigendum`."""

from pathlib import Path

import click

from reportgen.cli.changed import give_changes
from reportgen.cli.printing import Printer, with_printer
from reportgen.diagnostics import word
from reportgen.files.refusal import Refused
from reportgen.word.corrigendum import corrected_sources, write_corrigendum
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline
from reportgen.word.redline.sources import read_source
from reportgen.word.redline.summary import summarize, summary_text
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
    try:
        before, after = read_source(old), read_source(new)
        made = make_redline(before.draft, after.draft, Author("reportgen"))
        if not made.data:
            printer.refuse(made.diagnostics)
            return
        summary = summarize(made, after.agencies, before.draft.name, after.draft.name)
        if not made.marked:
            printer.give(f"{summary_text(summary)}: there is nothing to correct, and nothing was written")
            return
        document = write_corrigendum(made, paragraph_lines(made.old.document), number)
        name = document.symbol.replace("/", "-")
        files = {
            f"{name}.docx": write_docx(document),
            f"{name}.pdf": render_pdf(document).content,
            f"{name}-sources.txt": corrected_sources(made, after.figures).encode(),
        }
    except Refused as refused:
        printer.refuse([refused.diagnostic])
        return
    except PdfUnavailableError as error:
        printer.refuse([word("RG601", error.values)])
        return
    give_changes(printer, summary, out, files, made.diagnostics)
