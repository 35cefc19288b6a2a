"""Documents as files: numbered trees come in, the bytes of every format that is asked for go out.

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
    from reportgen.writers.docx.writing import Reference
    from reportgen.writers.pdf import FontFile, Pdf

Format = OneOf["docx", "pdf", "html"]

Progress = Callable[[str], None]
"""Is told of each step."""


class Form(Struct, frozen=True):
    """What is chosen for all documents of a build."""

    timestamp: dt.datetime
    """The date for the properties of the outputs."""
    numbering: OneOf["automatic", "typed"]
    """Whether Word counts paragraphs, or their numbers are typed."""
    reference: "Reference | None"
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
    documents: Mapping[str, Document], formats: Sequence[Format], form: Form, progress: Progress
) -> Outputs:
    """Return every document in every format; the PDF is made first, since it knows the page of each heading.

    Args:
        documents: numbered trees, by the name of their file.
        formats: what to make of each; their order means nothing.
        form: what is chosen for all.
        progress: told of each format.
    """
    pdfs, problems = _render_pdfs(documents, form.timestamp, progress) if "pdf" in formats else ({}, [])
    files = {f"{name}.pdf": pdf.content for name, pdf in pdfs.items()}
    for format_ in formats:
        if format_ == "pdf":
            continue
        progress(f"writing {format_.upper()}")
        for name, document in documents.items():
            pages = pdfs[name].pages if name in pdfs else None
            files[f"{name}.{format_}"] = _html(document) if format_ == "html" else _docx(document, form, pages)
    fonts = sorted({font for pdf in pdfs.values() for font in pdf.fonts})
    return Outputs(files, problems, tuple(fonts))


def _render_pdfs(
    documents: Mapping[str, Document], timestamp: dt.datetime, progress: Progress
) -> tuple[dict[str, "Pdf"], list[Diagnostic]]:
    """Return the PDF of each document by its name, and what is to be said of them."""
    progress("writing PDF")
    pdfs: dict[str, Pdf] = {}
    problems: list[Diagnostic] = []
    for name, document in documents.items():
        made, found = _pdf(document, timestamp)
        problems += found
        if made is not None:
            pdfs[name] = made
    return pdfs, problems


def _pdf(document: Document, timestamp: dt.datetime) -> tuple["Pdf | None", list[Diagnostic]]:
    """Return the PDF of a document and what is to be said of it; None where system libraries are missing."""
    from reportgen.writers.pdf import PdfUnavailableError, install_command, render_pdf  # noqa: PLC0415 - see above

    try:
        made = render_pdf(document, timestamp=timestamp)
    except PdfUnavailableError as error:
        return None, [word("RG601", error.values)]
    if made.has_times:
        return made, []
    fonts, command = Literal(", ".join(made.families)), Literal(install_command())
    return made, [diagnose("RG603", fonts=fonts, command=command)]


def _docx(document: Document, form: Form, pages: Mapping[str, int] | None) -> bytes:
    from reportgen.writers.docx.writing import DocxOptions, write_docx  # noqa: PLC0415 - see above

    made = write_docx(document, DocxOptions(form.numbering, form.timestamp, form.reference), pages)
    if form.proved:
        from reportgen.writers.docx.proof import prove_figures  # noqa: PLC0415 - see above

        prove_figures(made, document)
    return made


def _html(document: Document) -> bytes:
    from reportgen.writers.html.writing import write_html  # noqa: PLC0415 - see above

    return write_html(document).encode()
