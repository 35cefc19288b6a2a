"""Page furniture: headers and footers of the first, odd and even pages.

Odd pages have symbol and page number at the right, even pages at the left; the first has neither, since the masthead
stands there.
"""

from reportgen.writers.docx.format import ParagraphFormat, RunFormat
from reportgen.writers.docx.oxml import RELATIONSHIP, Element, element, root
from reportgen.writers.docx.package import WordPackage
from reportgen.writers.docx.runs import field, paragraph, text_run

PAGES = ("first", "default", "even")
"""Word's names for the first, the odd and the even pages of a section (17.18.36)."""

_ALIGN = {"default": "right", "even": "left"}
_PAGE_LOOK = RunFormat(bold=True, size=18, style="PageNumber")


def add_furniture(package: WordPackage, symbol: str) -> list[Element]:
    """Add headers and footers to the package, and return the references by which a section names them.

    Args:
        package: takes the parts.
        symbol: the document's symbol, which heads every page but the first.
    """
    headers = [_refer(package, "header", number, page, _header(page, symbol)) for number, page in enumerate(PAGES, 1)]
    return headers + [_refer(package, "footer", number, page, _footer(page)) for number, page in enumerate(PAGES, 1)]


def _header(page: str, symbol: str) -> Element:
    header = root("hdr")
    if page == "first":  # the masthead stands there instead
        paragraph(header, ParagraphFormat(style="Header", no_rules=True))
    else:
        text_run(paragraph(header, ParagraphFormat(style="Header", align=_ALIGN[page])), symbol)
    return header


def _footer(page: str) -> Element:
    footer = root("ftr")
    made = paragraph(footer, ParagraphFormat(style="Footer", align=_ALIGN.get(page)))
    if page != "first":
        field(made, r"PAGE \* MERGEFORMAT", "2" if page == "even" else "3", _PAGE_LOOK)
    return footer


def _refer(package: WordPackage, kind: str, number: int, page: str, story: Element) -> Element:
    made = element(f"{kind}Reference", type=page)
    made.set(RELATIONSHIP, package.add(f"{kind}{number}", story)[1])
    return made
