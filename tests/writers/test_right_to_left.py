"""Documents from right to left: the Word file, the page and its style sheets."""

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree

from reportgen.document import tree
from reportgen.document.numbering import number_document
from reportgen.languages.front import load_front
from reportgen.writers.docx.oxml import VAL, W
from reportgen.writers.docx.proof import prove_figures
from reportgen.writers.docx.writing import DocxOptions, write_docx
from reportgen.writers.html.writing import mirror, style_sheet, write_html


def _text(*parts: str) -> tree.Inlines:
    return tuple(tree.Text(part) for part in parts)


def _document(language: str = "ar-SA") -> tree.Document:
    """A document with something of every kind."""
    figure = tree.Figure("1\u00a0058", "x", ("2023",), (), ())
    fall = tree.Figure("−5", "y", ("2023",), (), ())
    note = tree.Note(_text("انظر CCPR/C/NRS/CO/2."))
    cells = (tree.Cell(_text("السنة")), tree.Cell(_text("العدد"), is_figure=True))
    row = tree.Row(
        (tree.Cell(_text("2020-2023")), tree.Cell((fall, tree.Note(_text("رقم أولي"), None)), is_figure=True))
    )
    blocks = (
        tree.Contents(_text("المحتويات")),
        tree.Heading(tree.Level.PART, _text("معلومات عامة")),
        tree.Paragraph((*_text("بلغ العدد "), figure, *_text(" (CCPR/C/NRS/3)، 77.18%"), note), key="one"),
        tree.ItemList(
            (tree.Item(_text("أول"), (tree.ItemList((tree.Item(_text("ثان")),), tree.Mark.ROMAN),)),) * 2,
            tree.Mark.LETTER,
        ),
        tree.Table(_text("جدول"), cells, (row,), key="t", source=_text("وزارة العدل")),
        tree.Heading(tree.Level.ANNEX, _text("جداول")),
        tree.Heading(tree.Level.ANNEX, _text("أخرى")),
    )
    cover = tuple(
        tree.CoverLine(role, _text(text))
        for role, text in (
            (tree.Role.ORGANIZATION, "الأمم المتحدة"),
            (tree.Role.SYMBOL, "CCPR/C/NRS/3"),
            (tree.Role.DATE, "1 June 2024"),
            (tree.Role.TITLE, "التقرير"),
        )
    )
    words = load_front("ar").wording if language.startswith("ar") else load_front("en").wording
    return number_document(tree.Document("ت", "CCPR/C/NRS/3", language, cover, blocks, words=words))


def _parts(data: bytes) -> dict[str, etree._Element]:
    archive = zipfile.ZipFile(BytesIO(data))
    return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def _value(element: etree._Element, name: str, attribute: str = VAL) -> str | None:
    found = element.find(W + name)
    assert found is not None
    return found.get(attribute)


def _of(element: etree._Element) -> str:
    return "".join(map(str, element.itertext(f"{W}t")))


@pytest.fixture(scope="module")
def parts() -> dict[str, etree._Element]:
    """The parts of the Word file of the document."""
    return _parts(write_docx(_document(), DocxOptions("typed", None, None)))


def test_all_paragraphs_and_tables_and_sections_are_turned(parts: dict[str, etree._Element]) -> None:
    """In the body, in notes, in headers and footers; but the English lines of the masthead are not."""
    for name in ("document", "footnotes", "header2", "footer3"):
        for paragraph in parts[f"word/{name}.xml"].iter(f"{W}p"):
            bidi = paragraph.find(f"{W}pPr/{W}bidi")
            assert bidi is not None
            assert (bidi.get(VAL) == "0") == (_of(paragraph).endswith("1 June 2024"))
    body = parts["word/document.xml"]
    assert all(table.find(f"{W}tblPr/{W}bidiVisual") is not None for table in body.iter(f"{W}tbl"))
    assert all(section.find(f"{W}bidi") is not None for section in body.iter(f"{W}sectPr"))


def test_runs_are_from_right_to_left_unless_they_hold_latin_words_or_signs(parts: dict[str, etree._Element]) -> None:
    """The symbol, the percentage and the negative number are runs of their own; sign and number keep their order."""
    runs = {_of(run): run.find(f"{W}rPr/{W}rtl") is not None for run in parts["word/document.xml"].iter(f"{W}r")}

    for text in ("بلغ العدد ", "1\u202f058", "1-", "(أ)", "'1'", "ألف-", "2020\u200f-\u200f2023", "أ"):
        assert runs[text], text
    for text in (
        "CCPR/C/NRS/3",
        "\u200e77.18%",
        "\u200e−5",
        "\u200e1 June 2024",
    ):
        assert not runs[text], text


def test_properties_stand_in_the_order_of_the_schema(parts: dict[str, etree._Element]) -> None:
    """Word refuses a file in which they do not (ECMA-376 Part 1, 17.3.1.26, 17.3.2.28, 17.4.60, 17.6.17)."""
    orders = {
        "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs suppressAutoHyphens bidi spacing ind jc "
        "outlineLvl sectPr",
        "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign rtl lang",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook "
        "tblCaption tblDescription",
        "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg bidi docGrid",
    }
    for name, order in orders.items():
        places = order.split()
        for part in parts.values():
            for properties in part.iter(W + name):
                found = [places.index(etree.QName(child).localname) for child in properties]
                assert found == sorted(found), etree.tostring(properties)


def test_arabic_letters_are_larger_upright_and_in_their_language(parts: dict[str, etree._Element]) -> None:
    """12 points beside 10; no style is italic in Arabic, no line of text is exactly high, the language is Arabic."""
    styles = parts["word/styles.xml"]
    defaults = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert [_value(defaults, name) for name in ("sz", "szCs")] == ["20", "24"]
    assert _value(defaults, "lang", f"{W}bidi") == "ar-SA"
    assert styles.find(f".//{W}iCs") is None
    assert styles.find(f".//{W}i") is not None
    assert not [one for one in styles.iter(f"{W}spacing") if one.get(f"{W}lineRule") == "exact"]


def test_word_counts_as_the_tree_does() -> None:
    """Items are أ, ب in Word's own lists; paragraphs have a stop, since a field would take a hyphen for the number."""
    numbering = _parts(write_docx(_document()))["word/numbering.xml"]
    texts = {(_value(level, "numFmt"), _value(level, "lvlText")) for level in numbering.iter(f"{W}lvl")}

    assert {("arabicAbjad", "(%1)"), ("decimal", "'%2'"), ("decimal", "%1.")} <= texts


def test_figures_are_proved_without_the_marks_of_directions() -> None:
    """What the tree holds is what the file holds; another figure is still found."""
    document = _document()

    prove_figures(write_docx(document), document)


def test_an_english_document_has_nothing_of_it() -> None:
    """Not one element or mark of right to left, though it holds Arabic words."""
    data = write_docx(_document("en-GB"))

    assert not any(
        part.find(f".//{W}{name}") is not None for part in _parts(data).values() for name in ("bidi", "bidiVisual")
    )
    page = write_html(_document("en-GB"))
    assert "rtl" not in page
    assert "<bdi" not in page


def test_the_page_isolates_what_reads_from_left_to_right() -> None:
    """The page is from right to left; symbols, signs and English lines are isolated, attributes hold no marks."""
    page = write_html(_document())

    assert '<html lang="ar-SA" dir="rtl">' in page
    assert '<bdi dir="ltr">1 June 2024</bdi>' in page
    assert '<bdi dir="ltr">−5</bdi>' in page
    assert "2020\u200f-\u200f2023" in page
    assert '<span class="number">1- </span>' in page
    assert '<span class="label">المرفق الثاني </span>' in page
    assert page.count("<bdi") == page.count("</bdi>") > 4
    assert not re.search('="[^"]*[\u2066\u2069\u200f\ufdd0-\ufdd2]', page)
    assert not re.search("[\u2066\u2069\ufdd0-\ufdd2]", page)


@pytest.mark.parametrize(
    ("style", "turned"),
    [
        ("a { margin-left: 2pt; text-align: right }", "a { margin-right: 2pt; text-align: left }"),
        ("a { margin: 1pt 2pt 3pt -4pt }", "a { margin: 1pt -4pt 3pt 2pt }"),
        ("a { margin: 1pt 2pt 3pt }", "a { margin: 1pt 2pt 3pt }"),
        ("@page :left { @top-left { content: none } }", "@page :right { @top-right { content: none } }"),
        ("a { color: bright; grid-area: 1 / 2 / 3 / 4 }", "a { color: bright; grid-area: 1 / 2 / 3 / 4 }"),
    ],
)
def test_a_style_sheet_is_turned_over(style: str, turned: str) -> None:
    """Sides and the second and fourth of four lengths change places, and back."""
    assert turned == mirror(style)
    assert style == mirror(mirror(style))


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_our_sheets_are_turned_whole(medium: str) -> None:
    """Turned twice they are the same, and Arabic fonts are added to the turned one."""
    assert style_sheet(medium) == mirror(mirror(style_sheet(medium)))
    assert "Amiri" in style_sheet(medium, turned=True)
    assert "Amiri" not in style_sheet(medium)
