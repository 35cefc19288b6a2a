"""Pages: which blocks stand on turned pages and which begin a new one, and the sections of Word that do it.

    <w:p><w:pPr>… <w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>…</w:p>  the upright section ends here
    … the caption, table and source line, whose last paragraph ends the turned section …
    <w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>

A section's properties stand in its last paragraph, those of the last section at the end of the body (ECMA-376 Part 1,
17.6.17 and 17.6.18); each section begins a new page unless it says otherwise. They go into a paragraph
that is there anyway: one of their own would be an empty line, and on a full page an empty page. Only where a table is
the last of its section, and Word wants a paragraph behind it, one of a point's height is made.

A section without headers and footers of its own takes those of the section before (17.10.5), so they are named once;
they are aligned left and right, not by tab stops, and so reach the edge of a wide page as well. Page numbers begin
once, in the first section; footnotes run on, since nothing says `numRestart` (17.11.19): the secretariat's files
restart in each section, but they have one section, and numbering counts through the document.

The first section of several says that it begins on an odd page, which page 1 is. It means nothing to Word;
LibreOffice 7 puts the masthead into the text where another section follows on a new page, unless it says so. It then
prints no running head on the page after the first, so that such a section ends with the first page, where a new page
begins anyway. (That it goes on where the one before ended would do as well; but when LibreOffice saves that, it parts
tables from their captions.)

A heading right above a turned table goes with it; the rule that ends the document stays on the last page, whichever
way it is turned, since a page with nothing else would be an empty one.
"""

from collections.abc import Sequence

from msgspec import Struct

from reportgen.document.tree import Abbreviations, Block, Contents, Document, Heading, Level, Table
from reportgen.document.walk import inlines_of, plain_text
from reportgen.writers.docx.format import ParagraphFormat, Spacing
from reportgen.writers.docx.oxml import PARAGRAPH, Element, element
from reportgen.writers.docx.runs import paragraph
from reportgen.writers.first_page import contents_fit
from reportgen.writers.table_form import find_turned

_UPRIGHT: dict[str, str | int] = {"w": 11906, "h": 16838, "code": 9}
_TURNED: dict[str, str | int] = {"w": 16838, "h": 11906, "orient": "landscape", "code": 9}
_UPRIGHT_MARGINS = {"top": 1418, "right": 1134, "bottom": 1134, "left": 1134}
_TURNED_MARGINS = {"top": 1276, "right": 1134, "bottom": 1134, "left": 1418}
_WORDS, _BETWEEN = 720, 12
"""The words that fill a page, and what the space between two paragraphs takes of them; counted in `inputs/`."""
_CARRIER = ParagraphFormat(spacing=Spacing(line=20))


class Placing(Struct, frozen=True):
    """On which page a block stands."""

    is_landscape: bool
    """Whether the page is turned by a quarter."""
    begins_page: bool
    """Whether the block begins a new page, because the page turns or for what it is."""


def place_blocks(document: Document) -> tuple[Placing, ...]:
    """Return the placing of each block of a document.

    The lists at its beginning stand on pages of their own, after the first page and before the text, contents on the
    first page where they fit; an annex begins a new page.
    """
    turned = find_turned(document.blocks)
    has_before = bool(document.cover)
    first = document.blocks[0] if document.blocks else None
    if isinstance(first, Contents) and contents_fit(document.cover, first):
        has_before = False
    placings: list[Placing] = []
    was_turned = was_list = False
    for block, is_turned in zip(document.blocks, turned, strict=True):
        is_list, is_annex = type(block) in _LISTS, type(block) is Heading and block.level is Level.ANNEX
        breaks = is_turned != was_turned or is_list != was_list or is_annex
        placings.append(Placing(is_turned, breaks and has_before))
        was_turned, was_list, has_before = is_turned, is_list, True
    return tuple(placings)


_LISTS = frozenset({Contents, Abbreviations})


def estimate_pages(document: Document) -> dict[str, int]:
    """Return about which page each heading that has a key stands on, by its key, counted from 1.

    Blocks begin pages where Word is told so; else the text is taken to fill pages evenly, by its words.
    """
    pages: dict[str, int] = {}
    page, words = 1, 0
    for block, placing in zip(document.blocks, place_blocks(document), strict=True):
        if placing.begins_page:
            page, words = page + 1 + words // _WORDS, 0
        if isinstance(block, Heading) and block.key is not None:
            pages[block.key] = page + words // _WORDS
        words += _room(block)
    return pages


def _room(block: Block) -> int:
    """Return the room that a block takes, in words; a paragraph or a row of a table has some for its last line."""
    runs = list(inlines_of(block))
    rows = len(block.rows) if isinstance(block, Table) else len(runs)
    return rows * _BETWEEN + sum(len(plain_text(run, notes=True).split()) for run in runs)


class Sections:
    """The sections of a body that is being written."""

    def __init__(self, body: Element, furniture: Sequence[Element], placings: Sequence[Placing]) -> None:
        self._body = body
        self._furniture = furniture
        self._are_several = any(placing.is_landscape for placing in placings)
        self._is_first = True
        self._is_landscape = False

    def turn(self, placing: Placing) -> bool:
        """Make sure that what is written next stands on such a page; whether a new section begins."""
        is_landscape = placing.is_landscape
        ends_first = self._are_several and self._is_first and placing.begins_page
        if is_landscape is self._is_landscape and not ends_first:
            return False
        begins = len(self._body) > 0
        if begins:
            last = self._body[-1] if self._body[-1].tag == PARAGRAPH else paragraph(self._body, _CARRIER)
            last[0].append(self._properties(is_last=False))
            self._is_first = False
        self._is_landscape = is_landscape
        return begins

    def build(self) -> Element:
        """Return the properties of the last section."""
        return self._properties(is_last=True)

    def _properties(self, *, is_last: bool) -> Element:
        """Return the properties of the section that ends here; the order is the schema's (17.6.17)."""
        size, margins = (_TURNED, _TURNED_MARGINS) if self._is_landscape else (_UPRIGHT, _UPRIGHT_MARGINS)
        first = self._is_first
        return element(
            "sectPr",
            *(self._furniture if first else ()),
            *((element("type", val="oddPage"),) if first and not is_last else ()),
            element("pgSz", **size),
            element("pgMar", **margins, header=851, footer=567, gutter=0),
            *((element("pgNumType", start=1),) if first else ()),
            element("cols", space=708),
            *((element("titlePg"),) if first else ()),
            element("docGrid", linePitch=272),
        )
