"""Make the files of a build: every document in every format that is asked for.

A writer is imported when its first document is written: a DOCX build never loads WeasyPrint.
"""

import datetime as dt
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args
from typing import Literal as OneOf

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, word
from reportgen.document.remarks import Remark
from reportgen.document.tree import Document, Table
from reportgen.document.walk import plain_text
from reportgen.writers import Format, PdfEngine, Progress
from reportgen.writers.columns import LETTERS, letter_size
from reportgen.writers.wording import table_label

if TYPE_CHECKING:
    from reportgen.writers.docx.writing import StyleReference
    from reportgen.writers.pdf import FontFile, Pdf

Locate = Callable[[str], Place | None]
"""Finds where a letter was written."""


Remarks = Mapping[str, Mapping[int, Sequence[Remark]]]
"""Comments by the name of the document's file and by the index of the block."""


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
    pdf_engine: PdfEngine = "weasyprint"
    remarks: Remarks = {}
    """The comments of a draft in Word."""


class Outputs(Struct, frozen=True):
    """The files of a build, and what the writers say of them."""

    files: Mapping[str, bytes]
    """Contents by file name."""
    diagnostics: Sequence[Diagnostic]
    fonts: tuple["FontFile", ...]
    """The font files that the PDFs were set with, sorted; none where no PDF was made."""
    libraries: tuple[str, ...] = ()
    """Libraries that shaped these files, beside those of every build."""


def render_documents(
    documents: Mapping[str, Document],
    formats: Collection[str],
    options: RenderOptions,
    progress: Progress,
    locate: Locate = lambda _: None,
) -> Outputs:
    """Return every document in every format; the PDF is made first, since it knows the page of each heading.

    Args:
        documents: numbered trees, by the name of their file.
        formats: what to make of each; their order means nothing, and what is none of these formats is left to others.
        options: what is chosen for all.
        progress: told of each format.
        locate: finds where a letter was written, for what is said of one that no font has.
    """
    pdfs: dict[str, Pdf] = {}
    problems: list[Diagnostic] = []
    if "pdf" in formats:
        progress("writing PDF")
        for name, document in documents.items():
            made, found = _pdf(document, options, locate)
            problems += found
            pdfs |= {name: made} if made else {}
        if options.reference and pdfs:
            name = options.reference.name
            problems.append(diagnose("RG557", Place(name), name=Literal(PurePath(name).name)))
    if "pdf" in formats or "docx" in formats:
        problems += chain.from_iterable(map(_shrunk_tables, documents.values()))
    files = {f"{name}.pdf": pdf.content for name, pdf in pdfs.items()}
    for format_ in formats:
        if format_ == "pdf" or format_ not in get_args(Format):
            continue
        progress(f"writing {format_.upper()}")
        for name, document in documents.items():
            pages = pdfs[name].pages if name in pdfs else None
            files[f"{name}.{format_}"] = _WRITERS[format_](document, options, pages, name)
    fonts = sorted({font for pdf in pdfs.values() for font in pdf.fonts})
    by_typst = options.pdf_engine == "typst" and bool(pdfs)
    return Outputs(files, problems, tuple(fonts), ("typst",) if by_typst else ())


def _shrunk_tables(document: Document) -> Iterator[Diagnostic]:
    """Yield a warning for each table that is so wide that its letters shrink."""
    for block in document.blocks:
        if isinstance(block, Table) and (size := letter_size(block)) < LETTERS:
            name = f"{table_label(block)} “{plain_text(block.caption)}”"
            yield diagnose("RG399", table=Literal(name), columns=len(block.head), size=f"{size / 2:g}")


def _pdf(document: Document, options: RenderOptions, locate: Locate) -> tuple["Pdf | None", list[Diagnostic]]:
    """Return the PDF of a document and what is to be said of it; None where an engine or letters are missing."""
    from reportgen.writers.pdf import PdfUnavailableError, install_command, render_pdf
    from reportgen.writers.typst.engine import render_typst

    try:
        render = render_typst if options.pdf_engine == "typst" else render_pdf
        made = render(document, timestamp=options.timestamp)
    except PdfUnavailableError as error:
        return None, [word("RG601", error.values)]
    if made.missing:
        return None, list(_lost_letters(made.missing, locate))
    found: list[Diagnostic] = []
    if not made.has_times:
        fonts, command = Literal(", ".join(made.families)), Literal(install_command())
        found.append(diagnose("RG603", fonts=fonts, command=command))
    return made, found


def _lost_letters(letters: str, locate: Locate) -> Iterator[Diagnostic]:
    """Yield an error for each line or cell, and package, of letters that no font has; at the first of them."""
    groups: dict[tuple[str, str], tuple[Place | None, list[str]]] = {}
    for letter in letters:
        place, package = locate(letter), font_package(letter)
        line = str(replace(place, column=None)) if place else ""
        groups.setdefault((line, package), (place, []))[1].append(letter)
    for (_, package), (place, found) in groups.items():
        named = [f"“{letter}” (U+{ord(letter):04X})" for letter in found[:_NAMED]]
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        yield diagnose("RG556", place, letters=Literal(", ".join(named) + more), package=package)


_CJK = ("CJK ", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "FULLWIDTH", "HALFWIDTH", "KANGXI")
_EMOJI = 0x1F000
_NAMED = 5
"""Letters that an error names."""


def font_package(letter: str) -> str:
    """Return the Debian package whose fonts have a letter; all scripts but CJK, Arabic and emoji are in one."""
    if unicodedata.name(letter, "").startswith(_CJK):
        return "fonts-noto-cjk"
    if unicodedata.name(letter, "").startswith("ARABIC"):
        return "fonts-hosny-amiri"
    return (
        "fonts-noto-color-emoji"
        if ord(letter) >= _EMOJI and unicodedata.category(letter) == "So"
        else "fonts-noto-core"
    )


_Pages = Mapping[str, int] | None
"""The page of each heading in the PDF; None where none was made."""


def _docx(document: Document, options: RenderOptions, pages: _Pages, name: str) -> bytes:
    from reportgen.writers.docx.writing import DocxOptions, write_docx

    remarks = options.remarks.get(name, {})
    made = write_docx(document, DocxOptions(options.numbering, options.timestamp, options.reference, remarks), pages)
    if options.proved:
        from reportgen.writers.docx.proof import prove_figures

        prove_figures(made, document)
    return made


def _html(document: Document, *_: object) -> bytes:
    from reportgen.writers.html.writing import write_html

    return write_html(document).encode()


_WRITERS: Mapping[str, Callable[[Document, RenderOptions, _Pages, str], bytes]] = {
    "docx": _docx,
    "html": _html,
}
"""What writes a document in each format but PDF, which is made before them all."""
