"""The first page: the masthead as a table that stands at the head of the page, and the lines below it.

The table floats, as in the secretariat's files, since it begins above the margin of the text. The cell of the
emblem is empty: its use is regulated.
"""

from msgspec.structs import replace

from reportgen.document.direction import without_marks
from reportgen.document.tree import CoverLine, Inlines, LineBreak, Role
from reportgen.document.walk import plain_text
from reportgen.writers.docx.blocks import write_heading_tabs
from reportgen.writers.docx.format import PLAIN, ParagraphFormat, RunFormat, Spacing, rule
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.oxml import Element, element
from reportgen.writers.docx.runs import paragraph, text_run
from reportgen.writers.first_page import FirstPage, is_in_english, is_long_treaty, place_cover, split_symbol

_COLUMNS = (1276, 2268, 3260, 2835)
_EMPTY = ParagraphFormat(spacing=Spacing(after=80))
_ORGANIZATION, _SYMBOL, _BESIDE = (
    ParagraphFormat(style=f"{name}G") for name in ("Organization", "Symbol", "Distribution")
)
_TREATY = ParagraphFormat(style="TreatyG")
_LONG_TREATY = replace(_TREATY, spacing=Spacing(line=380))
_BESIDE_FIRST = replace(_BESIDE, spacing=Spacing(before=240))
_AGENDA = ParagraphFormat(style="AgendaG")
_LAST_AGENDA = replace(_AGENDA, spacing=Spacing(before=120))
_ANCHOR = ParagraphFormat(spacing=Spacing(line=20))
"""A floating table hangs on the paragraph after it. One of its own, a point high, keeps the masthead in its place
when somebody deletes the line below, and in LibreOffice 7, which drops it where a note stands near its anchor."""
_BOLD, _ENGLISH = RunFormat(bold=True), RunFormat(language="en-GB")
_TWO = 2
"""Symbols whose first components can both be large."""
_SHORT_NAME = 16
"""Letters of the name of the organization that fit beside the symbol: `Naciones Unidas`, not the Russian name."""


def write_cover(body: Element, inlines: InlineWriter, cover: tuple[CoverLine, ...]) -> None:
    """Write the first page's lines at their places; a place without a line stays empty.

    Args:
        body: of the document.
        inlines: writes the text of a line.
        cover: the lines of the first page.
    """
    page = place_cover(cover)
    writer = _CoverWriter(body, inlines)
    if page.has_masthead:
        writer.masthead(page)
    writer.below(page.below)


class _CoverWriter:
    def __init__(self, body: Element, inlines: InlineWriter) -> None:
        self._body = body
        self._inlines = inlines

    def masthead(self, page: FirstPage) -> None:
        grid = element("tblGrid", *(element("gridCol", w=width) for width in _COLUMNS))
        made = element("tbl", _masthead_properties(), grid)
        self._body.append(made)
        self._first_row(made, page)
        self._second_row(made, page)
        paragraph(self._body, _ANCHOR)

    def _first_row(self, made: Element, page: FirstPage) -> None:
        row, rules = _row(made, 851), (("bottom", 4),)
        paragraph(_cell(row, _COLUMNS[:1], rules, "bottom"), _EMPTY)
        is_long = any(len(plain_text(line.children)) > _SHORT_NAME for line in page.organization)
        end = 3 if is_long else 2
        self._lines(_cell(row, _COLUMNS[1:end], rules, "bottom"), page.organization, _ORGANIZATION)
        self._symbols(_cell(row, _COLUMNS[end:], rules, "bottom"), page.symbol)

    def _symbols(self, cell: Element, lines: tuple[CoverLine, ...]) -> None:
        """Write a line for each symbol; of a document of several committees, all have room in the row."""
        shape = replace(_SYMBOL, spacing=Spacing(after=0, line=400 if len(lines) == _TWO else 240))
        for line in lines:
            made = paragraph(cell, shape if len(lines) >= _TWO else _SYMBOL)
            first, rest = split_symbol(without_marks(plain_text(line.children)))
            text_run(made, first, RunFormat(size=40) if len(lines) <= _TWO else PLAIN)
            text_run(made, rest)
        if not lines:
            paragraph(cell, _SYMBOL)

    def _second_row(self, made: Element, page: FirstPage) -> None:
        row, rules = _row(made, 2835), (("top", 4), ("bottom", 12))
        paragraph(_cell(row, _COLUMNS[:1], rules), _EMPTY)
        shape, look = (_LONG_TREATY, RunFormat(size=34)) if is_long_treaty(page) else (_TREATY, PLAIN)
        self._lines(_cell(row, _COLUMNS[1:3], rules), page.treaty, shape, look)
        self._beside(_cell(row, _COLUMNS[3:], rules), page.beside)

    def _lines(
        self, cell: Element, lines: tuple[CoverLine, ...], shape: ParagraphFormat, look: RunFormat = PLAIN
    ) -> None:
        for line in lines:
            self._inlines.write(paragraph(cell, shape), line.children, look)
        if not lines:  # a cell holds a paragraph at least (17.4.65)
            paragraph(cell, shape)

    def _beside(self, cell: Element, lines: tuple[CoverLine, ...]) -> None:
        """Write the lines at the right; above the languages stands space, not an empty paragraph."""
        first_language = next((place for place, line in enumerate(lines) if line.role is Role.LANGUAGE), 0)
        for place, line in enumerate(lines):
            shape = _BESIDE_FIRST if place in {0, first_language} else _BESIDE
            look = _ENGLISH if is_in_english(line, self._inlines.language) else PLAIN
            self._inlines.write(paragraph(cell, shape), line.children, look)
        if not lines:
            paragraph(cell, _BESIDE)

    def below(self, lines: tuple[CoverLine, ...]) -> None:
        for place, line in enumerate(lines):
            following = lines[place + 1] if place + 1 < len(lines) else None
            self._below(line, is_last=following is None or following.role is not line.role)

    def _below(self, line: CoverLine, *, is_last: bool) -> None:
        match line.role:
            case Role.COMMITTEE:
                self._line(line, ParagraphFormat(style="CommitteeG"))
            case Role.SESSION:
                self._session(line)
            case Role.AGENDA:
                self._line(line, _LAST_AGENDA if is_last else _AGENDA, _BOLD if is_last else PLAIN)
            case Role.TITLE:
                made = paragraph(self._body, ParagraphFormat(style="HChG"))
                write_heading_tabs(made, None)
                self._inlines.write(made, line.children)
            case _:
                self._line(line, ParagraphFormat(style="ReceivedG"))

    def _session(self, line: CoverLine) -> None:
        """Write the session in bold; not its place and dates, which follow a line break."""
        made = paragraph(self._body, ParagraphFormat(style="SessionG"))
        name, rest = _at_break(line.children)
        self._inlines.write(made, name, _BOLD)
        self._inlines.write(made, rest)

    def _line(self, line: CoverLine, shape: ParagraphFormat, look: RunFormat = PLAIN) -> None:
        self._inlines.write(paragraph(self._body, shape), line.children, look)


def _at_break(inlines: Inlines) -> tuple[Inlines, Inlines]:
    """Return inlines before the first line break, and those from it on."""
    breaks = [place for place, inline in enumerate(inlines) if isinstance(inline, LineBreak)]
    end = breaks[0] if breaks else len(inlines)
    return inlines[:end], inlines[end:]


def _masthead_properties() -> Element:
    place: dict[str, str | int] = {
        "leftFromText": 142,
        "rightFromText": 142,
        "vertAnchor": "page",
        "horzAnchor": "page",
    }
    return element(
        "tblPr",
        element("tblpPr", **place, tblpX=1134, tblpY=284),
        element("tblOverlap", val="never"),
        element("tblW", w=sum(_COLUMNS), type="dxa"),
        element("tblLayout", type="fixed"),
        element("tblCellMar", element("left", w=0, type="dxa"), element("right", w=0, type="dxa")),
        element("tblLook", val="0000", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=0),
    )


def _row(made: Element, height: int) -> Element:
    row = element("tr", element("trPr", element("cantSplit"), element("trHeight", val=height, hRule="exact")))
    made.append(row)
    return row


def _cell(row: Element, columns: tuple[int, ...], rules: tuple[tuple[str, int], ...], align: str = "top") -> Element:
    """Return a cell over the given columns of the grid, with rules of given widths at its sides."""
    properties = element("tcPr", element("tcW", w=sum(columns), type="dxa"))
    if len(columns) > 1:
        properties.append(element("gridSpan", val=len(columns)))
    properties.append(element("tcBorders", *(rule(side, size) for side, size in rules)))
    properties.append(element("vAlign", val=align))
    made = element("tc", properties)
    row.append(made)
    return made
