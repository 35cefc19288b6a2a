"""The real project in all formats: one text, the same numbers, valid files."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from printed import printed_lines, printed_notes, squeezed
from pypdf import PdfReader
from word import Word, printed, printed_footnotes
from writers.test_html import lines
from writers.test_pdf import normal, text_and_notes

from reportgen.document.tree import Document, Figure, Paragraph
from reportgen.document.walk import figures, walk
from reportgen.pipeline import check_project
from reportgen.writers.docx import DocxOptions, write_docx
from reportgen.writers.docx.pages import estimate_pages
from reportgen.writers.html import write_html
from reportgen.writers.pdf import render_pdf

INPUTS = Path(__file__).parent.parent / "inputs"
LINE = 40
"""Characters that surely stand on a paragraph's first line."""


@pytest.fixture(scope="module")
def document() -> Document:
    """The document of the real project."""
    made = check_project(INPUTS).document

    assert made is not None
    return made


@pytest.fixture(scope="module")
def docx(document: Document) -> bytes:
    """The real project as a Word file."""
    return write_docx(document)


def test_the_word_file_has_the_text_of_the_tree(document: Document, docx: bytes) -> None:
    """Paragraph by paragraph, with the numbers that Word counts."""
    word = Word(docx)

    assert printed_lines(document, estimate_pages(document, DocxOptions())) == printed(word)
    assert printed_notes(document) == printed_footnotes(word)


def test_the_page_has_the_text_of_the_tree(document: Document) -> None:
    """Paragraph by paragraph, numbers included."""
    assert (printed_lines(document), printed_notes(document)) == lines(html.document_fromstring(write_html(document)))


def test_the_pdf_has_the_text_of_the_tree(document: Document) -> None:
    """All pages together, without what is repeated on them."""
    text, notes = text_and_notes(render_pdf(document), document.symbol, printed_notes(document))

    assert normal(" ".join(printed_lines(document))) == text
    assert list(map(normal, printed_notes(document))) == notes


def test_the_word_file_is_valid(docx: bytes, tmp_path: Path) -> None:
    """The schemas of Office Open XML have nothing against it."""
    file = tmp_path / "report.docx"
    file.write_bytes(docx)

    assert [] == list(OpenXmlValidator().validate(file).errors)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_counts_the_same_numbers(document: Document, docx: bytes, tmp_path: Path) -> None:
    """Every numbered paragraph begins with its number in the PDF that LibreOffice makes, in the order of the tree."""
    (tmp_path / "report.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "report.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "report.pdf").pages)
    text = squeezed(text).replace(" ", "")

    starts = [line.replace(" ", "")[:LINE] for line in printed_lines(document) if line.split(". ")[0].isdigit()]
    assert sum(isinstance(block, Paragraph) for block in document.blocks) == len(starts)
    place = 0
    for start in starts:
        place = text.find(start, place)
        assert place >= 0, start


def test_every_figure_can_be_followed_to_its_cell(document: Document) -> None:
    """Each has a path in the model and a line or a cell in a submission."""
    for figure in figures(document):
        assert figure.paths
        assert len(figure.paths) == len(figure.places)
        assert all(place.line or place.cell for place in figure.places), figure


def test_no_reference_is_left_in_the_text(document: Document) -> None:
    """No brace and no mark of Markdown survives into print."""
    texts = [inline.text for inline in walk(document) if not isinstance(inline, Figure) and hasattr(inline, "text")]

    assert [] == [text for text in texts if any(mark in text for mark in ("{{", "}}", "{%", "**", "[^", "\ue000"))]
