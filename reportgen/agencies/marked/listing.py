"""What the sheets share that a marked copy begins with: cells, rows, columns and the frame around them, as XML."""

from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.builder import ElementMaker

from reportgen.agencies.marked.package import Element
from reportgen.document.direction import has_right_to_left
from reportgen.model.paragraphs import width_of

LINE = 15
"""The height of a line in points."""
HEAD_ROW = 4
_HIGHEST = 409
"""Points of the highest row that Excel shows."""
_WIDEST = 150
"""Characters of a line across the sheet."""
_MARGINS = {"left": "0.4", "right": "0.4", "top": "0.5", "bottom": "0.5", "header": "0.3", "footer": "0.3"}


def text_cell(make: ElementMaker, where: str, text: str, style: int) -> Element:
    """Return a cell of text."""
    written = make.t(text, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
    cell: Element = make.c(getattr(make, "is")(written), r=where, s=str(style), t="inlineStr")
    return cell


def formula_cell(make: ElementMaker, where: str, formula: str, value: str | int, style: int) -> Element:
    """Return a cell of a formula with what it gives now."""
    kind = {"t": "str"} if isinstance(value, str) else {}
    cell: Element = make.c(make.f(formula), make.v(str(value)), r=where, s=str(style), **kind)
    return cell


def row_of(make: ElementMaker, number: int, height: int, *cells: Element) -> Element:
    """Return a row of a height in points."""
    row: Element = make.row(*cells, r=str(number), ht=str(min(height, _HIGHEST)), customHeight="1")
    return row


def lines_in(text: str, width: int) -> int:
    """Return how many lines a text takes in a column of a width in characters."""
    return sum(width_of(line) // (width - 4) + 1 for line in text.split("\n"))


def lead_height(lead: str) -> int:
    """Return the height of the sentence under the title, in points."""
    return LINE * (width_of(lead) // _WIDEST + 1) + 8


def links_to(make: ElementMaker, links: Iterable[tuple[str, str, str, str]]) -> list[Element]:
    """Return links within the workbook: where each stands, the sheet and the cell that it leads to, its words."""
    made = [
        make.hyperlink(ref=where, location="'{}'!{}".format(sheet.replace("'", "''"), cell), display=words)
        for where, sheet, cell, words in links
    ]
    return [make.hyperlinks(*made)] if made else []


def listing(
    make: ElementMaker,
    widths: Sequence[int],
    rows: Sequence[Element],
    rest: Sequence[Element],
    *,
    title: str,
    colour: str,
) -> bytes:
    """Return a sheet with frozen heads, locked but for open cells, one page wide (ECMA-376 Part 1, 18.3.1.99).

    Args:
        make: makes the elements.
        widths: of the columns, in characters.
        rows: all rows.
        rest: what stands between the merged cells and the margins, in the order of the format.
        title: of the sheet, which is laid out from right to left where its words are.
        colour: of the tab.
    """
    turned = {"rightToLeft": "1"} if has_right_to_left(title) else {}
    first = f"A{HEAD_ROW + 1}"
    pane = make.pane(ySplit=str(HEAD_ROW), topLeftCell=first, activePane="bottomLeft", state="frozen")
    selection = make.selection(pane="bottomLeft", activeCell=first, sqref=first)
    last = chr(ord("A") + min(len(widths), 5) - 1)
    sheet = make.worksheet(
        make.sheetPr(make.tabColor(rgb=colour), make.pageSetUpPr(fitToPage="1")),
        make.sheetViews(
            make.sheetView(pane, selection, showGridLines="0", tabSelected="1", workbookViewId="0", **turned)
        ),
        make.cols(
            *(
                make.col(min=str(number), max=str(number), width=str(width), customWidth="1")
                for number, width in enumerate(widths, 1)
            )
        ),
        make.sheetData(*rows),
        make.sheetProtection(sheet="1", formatColumns="0", formatRows="0"),
        make.mergeCells(*(make.mergeCell(ref=f"A{row}:{last}{row}") for row in (1, 2)), count="2"),
        *rest,
        make.pageMargins(**_MARGINS),
        make.pageSetup(paperSize="9", orientation="landscape", fitToHeight="0"),
    )
    return etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
