"""The PDF of Typst: the page of WeasyPrint's, tagged, the same bytes every time, and no input is ever code."""

import io

import page as ua
import pytest
from build import document, full_document, heading, paragraph, sample_cover, words
from printed import squeezed
from pypdf import PdfReader
from writers.test_pdf import long_document

from reportgen.document.tree import Document, Item, ItemList, Level, Link, Note
from reportgen.writers.pdf import render_pdf
from reportgen.writers.typst.engine import render_typst

CODE = '#panic("no") *bold* _x_ $y$ `z` <a> @b \\ // c /* d */ #eval("1") "quoted"'


def pages(content: bytes) -> list[str]:
    """The text of each page; dots of leaders and breaks of lines are left out, since the engines put them otherwise."""
    texts = (page.extract_text().replace("…", "...") for page in PdfReader(io.BytesIO(content)).pages)
    return [squeezed(text) for text in texts]


def letters(content: bytes) -> list[str]:
    """The letters of all pages, sorted; the order of notes and of the masthead is the engine's own."""
    return sorted(letter for text in pages(content) for letter in text if not letter.isspace() and letter not in ".•")


@pytest.mark.parametrize("tree", [full_document(), long_document()])
def test_both_engines_print_the_same_text(tree: Document):
    """No letter is lost or added, furniture included, and every page begins alike."""
    typst, weasyprint = render_typst(tree), render_pdf(tree)

    assert letters(typst.content) == letters(weasyprint.content)
    assert len(pages(typst.content)) == len(pages(weasyprint.content))
    assert typst.pages == weasyprint.pages


@pytest.mark.parametrize("tree", [full_document(), long_document(), document()])
def test_the_file_is_a_pdf_ua(tree: Document):
    """It holds the rules of PDF/UA-1."""
    report = ua.validate_pdf_bytes(render_typst(tree).content, profile=ua.ValidationProfile.PDF_UA_1)

    assert [] == [(failure.rule_id, failure.message) for failure in report.failures]


def test_text_is_never_code():
    """What would be code of Typst is printed as it stands, wherever text can stand."""
    tree = document(
        heading(Level.PART, CODE),
        paragraph(CODE, Note(words(CODE)), Link("https://a.example/" + CODE.replace(" ", ""), words(CODE))),
        ItemList((Item(words(CODE)),)),
        cover=sample_cover(),
    )

    printed = " ".join(pages(render_typst(tree).content))

    assert 5 == printed.replace(" ", "").count(CODE.replace(" ", ""))


def test_the_same_document_gives_the_same_bytes():
    """Nothing of the clock is in the file."""
    assert render_typst(full_document()).content == render_typst(full_document()).content


def test_letters_that_no_font_has_are_named():
    """A PDF/UA may hold no boxes: the letters come back, and no file."""
    made = render_typst(document(paragraph("a\ue123")))

    assert ("\ue123", b"") == (made.missing, made.content)
