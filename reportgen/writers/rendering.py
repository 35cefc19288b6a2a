"""Make the files of a build: every document in every format that is asked for.

A writer is imported when its first document is written: a DOCX build never loads WeasyPrint.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from typing import Literal as OneOf

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, diagnose, word
from reportgen.document.tree import Document

if TYPE_CHECKING:
    from reportgen.writers.docx.writing import StyleReference
    from reportgen.writers.pdf import FontFile, Pdf

Format = OneOf["docx", "pdf", "html"]

Progress = Callable[[str], None]
"""Is told of each step."""


class RenderOptions(Struct, frozen=True):
    """What is chosen for all documents of a build."""

    timestamp: dt.datetime | None
    """The date for the properties of the outputs; None: they have no date."""
    numbering: OneOf["automatic", "typed"]
    """Whether Word counts paragraphs, or their numbers are typed."""
    reference: "StyleReference | None"
    """The Word file whose styles are used."""
    proved: bool = False
    """Whether the figures of Word files are read again and compared, as for a report that leaves the house."""


class Outputs(Struct, frozen=True):
    """The files of a build, and what the writers say of them."""

    files: Mapping[str, bytes]
    """Contents by file name."""
    diagnostics: Sequence[Diagnostic]
    fonts: tuple["FontFile", ...]
    """The font files that the PDFs were set with, sorted; none where no PDF was made."""


def render_documents(
    documents: Mapping[str, Document], formats: Sequence[Format], options: RenderOptions, progress: Progress
) -> Outputs:
    """Return every document in every format; the PDF is made first, since it knows the page of each heading.

    Args:
        documents: numbered trees, by the name of their file.
        formats: what to make of each; their order means nothing.
        options: what is chosen for all.
        progress: told of each format.
    """
    pdfs: dict[str, Pdf] = {}
    problems: list[Diagnostic] = []
    if "pdf" in formats:
        progress("writing PDF")
        for name, document in documents.items():
            made, found = _pdf(document, options.timestamp)
            problems += found
            pdfs |= {name: made} if made else {}
    files = {f"{name}.pdf": pdf.content for name, pdf in pdfs.items()}
    for format_ in formats:
        if format_ == "pdf":
            continue
        progress(f"writing {format_.upper()}")
        for name, document in documents.items():
            pages = pdfs[name].pages if name in pdfs else None
            files[f"{name}.{format_}"] = _html(document) if format_ == "html" else _docx(document, options, pages)
    fonts = sorted({font for pdf in pdfs.values() for font in pdf.fonts})
    return Outputs(files, problems, tuple(fonts))


def _pdf(document: Document, timestamp: dt.datetime | None) -> tuple["Pdf | None", list[Diagnostic]]:
    """Return the PDF of a document and what is to be said of it; None where system libraries are missing."""
    from reportgen.writers.pdf import PdfUnavailableError, install_command, render_pdf

    try:
        made = render_pdf(document, timestamp=timestamp)
    except PdfUnavailableError as error:
        return None, [word("RG601", error.values)]
    if made.has_times:
        return made, []
    fonts, command = Literal(", ".join(made.families)), Literal(install_command())
    return made, [diagnose("RG603", fonts=fonts, command=command)]


def _docx(document: Document, options: RenderOptions, pages: Mapping[str, int] | None) -> bytes:
    from reportgen.writers.docx.writing import DocxOptions, write_docx

    made = write_docx(document, DocxOptions(options.numbering, options.timestamp, options.reference), pages)
    if options.proved:
        from reportgen.writers.docx.proof import prove_figures

        prove_figures(made, document)
    return made


def _html(document: Document) -> bytes:
    from reportgen.writers.html.writing import write_html

    return write_html(document).encode()
