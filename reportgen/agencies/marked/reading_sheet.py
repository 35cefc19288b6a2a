"""The sheet `In the report` as XML: how each text and figure of the agency will read, with a link to its cell."""

from collections.abc import Sequence

from lxml.builder import ElementMaker

from reportgen.agencies.marked.listing import (
    HEAD_ROW,
    LINE,
    lead_height,
    lines_in,
    links_to,
    listing,
    row_of,
    text_cell,
)
from reportgen.agencies.marked.package import Element, WorkbookPackage, maker_for
from reportgen.agencies.marked.styles import MarkStyles
from reportgen.agencies.readings import Reading
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.paragraphs import CELL_CHARACTERS
from reportgen.model.sheets import ReadingColumn

_WIDTHS = {ReadingColumn.ISSUE: 8, ReadingColumn.READING: 110, ReadingColumn.PLACE: 18}


def reading_sheet(
    package: WorkbookPackage, readings: Sequence[Reading], texts: ProblemTexts, styles: MarkStyles
) -> bytes:
    """Return the sheet that shows how the report will read.

    Args:
        package: the workbook that it is made for.
        readings: in the order of the report.
        texts: the words around them.
        styles: of its cells.
    """
    make, rows = maker_for(package.namespace), list(enumerate(readings, HEAD_ROW + 1))
    heads = (
        text_cell(make, f"{letter}{HEAD_ROW}", head.value, styles.head)
        for letter, head in zip("ABC", _WIDTHS, strict=True)
    )
    top = (
        row_of(make, 1, 26, text_cell(make, "A1", texts.reading_title, styles.title)),
        row_of(make, 2, lead_height(texts.reading_lead), text_cell(make, "A2", texts.reading_lead, styles.lead)),
        row_of(make, HEAD_ROW, 2 * LINE, *heads),
    )
    links = (
        (f"C{number}", place.sheet, place.cell or "A1", _where(reading))
        for number, reading in rows
        if (place := reading.place) and place.sheet
    )
    written = [_row(make, number, reading, styles) for number, reading in rows]
    rest, title = links_to(make, links), texts.reading_title
    return listing(make, list(_WIDTHS.values()), [*top, *written], rest, title=title, colour="FF70AD47")


def _where(reading: Reading) -> str:
    place = reading.place
    return "!".join(filter(None, (place.sheet, place.cell))) if place else ""


def _row(make: ElementMaker, number: int, reading: Reading, styles: MarkStyles) -> Element:
    text, issue = reading.text[:CELL_CHARACTERS], [] if reading.issue is None else [make.v(str(reading.issue))]
    height = LINE * lines_in(text, _WIDTHS[ReadingColumn.READING]) + 6
    return row_of(
        make,
        number,
        height,
        make.c(*issue, r=f"A{number}", s=str(styles.number)),
        text_cell(make, f"B{number}", text, styles.text),
        text_cell(make, f"C{number}", _where(reading), styles.link if _where(reading) else styles.text),
    )
