"""Heads on two levels and cells over several rows: in HTML, in Word, in the tags of the PDF."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import page as ua
import pytest
from build import document, words
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from pypdf import PdfReader
from word_file import NS, Word

from reportgen.document.tree import Cell, Document, Row, Table
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.html.writing import write_html
from reportgen.writers.pdf import render_pdf

Tags: TypeAlias = Any
"""Objects of a PDF, which have no types."""


def cells(*texts: str) -> tuple[Cell, ...]:
    """Return cells of one column, the first of words and the others of figures."""
    return tuple(Cell(words(text) if text else (), is_figure=place > 0) for place, text in enumerate(texts))


def report(caption: str = "Deputies") -> Document:
    """Return a document with women and men under each year, and a region over two rows."""
    over = (Cell(()), Cell(words("2022"), columns=2), Cell(words("2023"), columns=2))
    north = Cell(words("North"), rows=2)
    rows = (
        Row((north, *cells("", "5", "7", "6", "8")[1:])),
        Row((Cell((), columns=0), *cells("", "1", "2", "3", "4")[1:])),
        Row(cells("Total", "6", "9", "9", "12"), is_total=True),
    )
    title = words(caption) if caption else ()
    return document(Table(title, cells("Region", "Women", "Men", "Women", "Men"), rows, "deputies", over=(over,)))


def test_html_says_how_far_a_cell_reaches_and_what_it_heads() -> None:
    """A head over columns heads a group of them, one over rows a group of these; the widths are those of columns."""
    page = write_html(report())

    assert '<tr><th scope="col" rowspan="2">Region</th><th scope="colgroup" colspan="2" class="group">2022</th>' in page
    assert '<tr><th scope="col" class="figures">Women</th><th scope="col" class="figures">Men</th>' in page
    assert '<th scope="rowgroup" rowspan="2">North</th><td class="figures">5</td>' in page
    assert '<tr><td class="figures">1</td>' in page
    assert "<colgroup><col>" + 4 * '<col class="w51">' + "</colgroup>" in page
    assert ".w51 { width: 51pt }" in page


def test_word_joins_the_cells(tmp_path: Path) -> None:
    """Both rows of heads are repeated on each page; a cell that goes on below is there and empty; the file is valid."""
    content = write_docx(report())
    rows = Word(content).body.findall(".//w:tbl/w:tr", NS)
    spans = [
        [
            (_value(cell, "gridSpan"), _value(cell, "vMerge"), "".join(map(str, cell.itertext())))
            for cell in row.findall("w:tc", NS)
        ]
        for row in rows
    ]
    file = tmp_path / "report.docx"
    file.write_bytes(content)

    assert [(None, "restart", "Region"), ("2", None, "2022"), ("2", None, "2023")] == spans[0]
    assert [(None, "continue", ""), (None, None, "Women")] == spans[1][:2]
    assert [(None, "restart", "North"), (None, None, "5")] == spans[2][:2]
    assert [(None, "continue", ""), (None, None, "1")] == spans[3][:2]
    assert 5 * [(None, None)] == [span[:2] for span in spans[4]]
    assert [True, True, False, False, False] == [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
    assert [] == [str(error) for error in OpenXmlValidator().validate(file).errors]


def _value(cell: etree._Element, name: str) -> str | None:
    found = cell.find(f"w:tcPr/w:{name}", NS)
    return None if found is None else str(found.get(f"{{{NS['w']}}}val"))


@pytest.mark.parametrize("caption", ["Deputies", ""])
def test_the_tags_of_the_pdf_say_the_same(caption: str) -> None:
    """Heads of columns and rows with their spans; the file keeps the rules of PDF/UA, also without a title."""
    made = render_pdf(report(caption))
    root: Tags = PdfReader(io.BytesIO(made.content)).root_object["/StructTreeRoot"]
    heads = [one["/A"] for one in _elements(root["/K"][0].get_object()) if one.get("/S") == "/TH"]

    assert [(1, 2), (2, 1), (2, 1), *4 * [(1, 1)], (1, 2), (1, 1)] == [
        (head.get("/ColSpan", 1), head.get("/RowSpan", 1)) for head in heads
    ]
    assert 7 * ["/Column"] + 2 * ["/Row"] == [head["/Scope"] for head in heads]
    checked = ua.validate_pdf_bytes(made.content, profile=ua.ValidationProfile.PDF_UA_1)
    assert [] == [(failure.rule_id, failure.message) for failure in checked.failures]


def _elements(element: Tags) -> Iterator[Tags]:
    yield element
    for child in element.get("/K", []):
        below = child.get_object()
        if isinstance(below, dict) and below.get("/Type") == "/StructElem":
            yield from _elements(below)


def test_a_table_without_a_title_has_no_empty_line(tmp_path: Path) -> None:
    """Its number stands alone, and references still find it."""
    content = write_docx(report(""))
    word = Word(content)
    file = tmp_path / "report.docx"
    file.write_bytes(content)

    assert ">Table 1</caption>" in write_html(report(""))
    assert 1 == len(word.body.findall(".//w:pStyle[@w:val='Heading1']", NS))
    assert word.body.findall(".//w:bookmarkStart[@w:name='deputies']", NS)
    assert [] == [str(error) for error in OpenXmlValidator().validate(file).errors]
