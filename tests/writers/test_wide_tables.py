"""Tables that are wider than a turned page: each figure stands on one line and over no other, in smaller letters."""

import io
from itertools import pairwise

import pytest
from build import document, sample_cover, table
from pypdf import PdfReader
from word_file import Word

from reportgen.document.tree import Table
from reportgen.writers.columns import LETTERS, TURNED_WIDTH, column_widths, is_turned, letter_size
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.html.writing import write_html
from reportgen.writers.pdf import render_pdf
from reportgen.writers.rendering import RenderOptions, render_documents
from reportgen.writers.typst.engine import render_typst


def wide(columns: int, figure: str, label: str = "North of the country") -> Table:
    """A table of as many columns of one figure each."""
    years = " | ".join(str(2000 + number) for number in range(columns))
    return table("Wide", f" | {years}", f"{label} | " + " | ".join([figure] * columns))


WIDE = wide(21, "1,234,567")
FITTING = wide(12, "1,234,567")


@pytest.mark.parametrize(
    ("made", "half_points"),
    [(FITTING, 18), (wide(21, "123"), 18), (wide(13, "1,234,567.5"), 16), (WIDE, 11), (wide(60, "1,234,567"), 6)],
)
def test_letters_shrink_as_far_as_they_must(made: Table, half_points: int) -> None:
    """Those of a table that fits keep their size, and none is smaller than three points."""
    assert is_turned(made)
    assert half_points == letter_size(made)
    assert TURNED_WIDTH == sum(column_widths(made, TURNED_WIDTH))


@pytest.mark.parametrize("made", [wide(13, "1,234,567.5"), WIDE, wide(21, "123"), wide(17, "12,345.6")])
def test_each_figure_has_room_in_its_column(made: Table) -> None:
    """With the margin beside it, at the width of Times New Roman's digits: half of the size, points a quarter."""
    figure = "".join(inline.text for inline in made.rows[0].cells[1].children)  # type: ignore[union-attr]
    quarters = 2 * len(figure) - figure.count(",") - figure.count(".")

    assert min(column_widths(made, TURNED_WIDTH)[1:]) >= quarters * letter_size(made) * 10 // 4 + 113


@pytest.mark.parametrize("render", [render_pdf, render_typst])
def test_no_figure_of_the_pdf_stands_over_another(render: object) -> None:
    """Each begins behind the end of the one before it."""
    content = render(document(WIDE, cover=sample_cover())).content  # type: ignore[operator]
    begins: list[tuple[float, float]] = []

    def visit(text: str, outer: list[float], inner: list[float], _: object, size: float) -> None:
        if text.strip() == "1,234,567":
            begins.append((inner[4] * outer[0] + outer[4], abs(size * inner[3] * outer[3])))

    PdfReader(io.BytesIO(content)).pages[-1].extract_text(visitor_text=visit)
    places = sorted(begins)

    assert 21 == len(places)
    assert all(begin + 4 * size < following for (begin, size), (following, _) in pairwise(places))


def test_the_letters_of_word_are_as_small() -> None:
    """The runs of cells say so, those of heads in proportion; a table that fits leaves the size to its style."""
    word = Word(write_docx(document(WIDE)))

    assert ["11"] == sorted(set(word.values("//w:tr[not(w:trPr/w:tblHeader)]//w:sz/@w:val")))
    assert ["9"] == sorted(set(word.values("//w:tr[w:trPr/w:tblHeader]//w:sz/@w:val")))
    assert [] == Word(write_docx(document(FITTING))).values("//w:tbl//w:sz/@w:val")


def test_the_page_is_small_in_print_alone() -> None:
    """On a screen a table scrolls, and so keeps the size of its letters."""
    page = write_html(document(WIDE))

    assert 1 == page.count(".s11 td")
    assert page.index(".s11 td") > page.index('<style media="print">')
    assert f".s{LETTERS}" not in write_html(document(FITTING))


@pytest.mark.parametrize(
    ("made", "formats", "told"),
    [
        (WIDE, ["docx"], ["Table 1 “Wide” has 22 columns, and its letters shrink from 9 to 5.5 points"]),
        (WIDE, ["html"], []),
        (FITTING, ["docx"], []),
    ],
)
def test_small_letters_are_told(made: Table, formats: list[str], told: list[str]) -> None:
    """With the table and the size, where they are printed."""
    options = RenderOptions(None, "automatic", None)
    found = render_documents({"report": document(made)}, formats, options, lambda _: None).diagnostics

    assert told == [problem.message for problem in found if problem.code == "RG399"]
