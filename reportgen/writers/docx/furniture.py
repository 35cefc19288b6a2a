"""Page furniture: headers and footers of the first, odd and even pages.

Odd pages have symbol and page number at the right, even pages at the left; the first has neither, since the masthead
stands there.
"""

from collections.abc import Iterator

from reportgen.writers.docx.format import Look, Shape
from reportgen.writers.docx.oxml import RELATIONSHIP, Element, element, root
from reportgen.writers.docx.package import Package
from reportgen.writers.docx.runs import field, paragraph, text_run

PAGES = ("first", "default", "even")
"""Word's names for the first, the odd and the even pages of a section (17.18.36)."""

_ALIGN = {"default": "right", "even": "left"}
_PAGE_LOOK = Look(bold=True, size=18, style="PageNumber")


def add_furniture(package: Package, symbol: str) -> list[Element]:
    """Add headers and footers to the package, and give the references by which a section names them.

    Args:
        package: takes the parts.
        symbol: the document's symbol, which heads every page but the first.
    """
    return [*_headers(package, symbol), *_footers(package)]


def _headers(package: Package, symbol: str) -> Iterator[Element]:
    for number, page in enumerate(PAGES, 1):
        header = root("hdr")
        _, relationship = package.add(f"header{number}", header)
        if page == "first":  # the masthead stands there instead
            paragraph(header, Shape(style="Header", no_rules=True))
        else:
            text_run(paragraph(header, Shape(style="Header", align=_ALIGN[page])), symbol)
        yield _refer("headerReference", page, relationship)


def _footers(package: Package) -> Iterator[Element]:
    for number, page in enumerate(PAGES, 1):
        footer = root("ftr")
        _, relationship = package.add(f"footer{number}", footer)
        made = paragraph(footer, Shape(style="Footer", align=_ALIGN.get(page)))
        if page != "first":
            field(made, r"PAGE \* MERGEFORMAT", "2" if page == "even" else "3", _PAGE_LOOK)
        yield _refer("footerReference", page, relationship)


def _refer(tag: str, page: str, relationship: str) -> Element:
    made = element(tag, type=page)
    made.set(RELATIONSHIP, relationship)
    return made
