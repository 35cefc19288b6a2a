"""How cells of a workbook look: each look is made once, and named by what the cell is for."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportgen.model.sheets import LOCKED_COLOUR, OPEN_COLOUR, QUIET_INK

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
"""Arial has the same widths as Liberation Sans, so Excel and LibreOffice break lines alike."""
FRAME = {"border": 1, "border_color": "#BFBFBF"}
INK = "#1F3864"
OPEN, LOCKED = f"#{OPEN_COLOUR}", f"#{LOCKED_COLOUR}"
MISSING = "#F4B6B6"
SUMS = "#F9CB9C"
DONE = "#C6E0B4"
_BAND = {"bold": True, "bg_color": "#D9E2F3", "valign": "vcenter", **FRAME}
_GREY = {"font_color": f"#{QUIET_INK}"}
WHOLE = "#,##0"
_NOT_NOUGHT = "#,##0;-#,##0;"
"""Shows nothing for nought."""
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"font_size": 16, "bold": True, "font_color": INK, "text_wrap": False},
    # the sentence under a title
    "lead": {"font_color": "#404040"},
    # the heading of a block
    "heading": {"bold": True, "font_size": 12, "font_color": INK, "bottom": 2, "bottom_color": INK, "text_wrap": False},
    # words without a frame
    "plain": {},
    "strong": {"bold": True},
    # the few words above the head of a column
    "caption": {"italic": True, "font_size": 9, "valign": "bottom", "align": "center", **_GREY},
    # the head of a column
    "head": {**_BAND, "align": "center"},
    # the line over the rows of an issue, and a number in it
    "band": {**_BAND, "font_color": INK, "text_wrap": False},
    "band_number": {**_BAND, "font_color": INK, "num_format": _NOT_NOUGHT, "align": "center"},
    # the Committee's question
    "question": {"font_color": INK, "italic": True, **FRAME},
    "link": {"font_color": "#0563C1", "underline": 1, **FRAME},
    # a cell of a list, of words or of a number
    "cell": FRAME,
    "cell_number": {"align": "center", **FRAME},
    # the number of an issue beside a row
    "number": {"align": "center", "bg_color": LOCKED, **_GREY, **FRAME},
    # a number that the workbook works out
    "counted": {"align": "center", "num_format": _NOT_NOUGHT, "bg_color": LOCKED, **_GREY, **FRAME},
}

_GIVEN = frozenset({"question"})
"""Looks of cells whose words are not those of the form."""
_RIGHT_TO_LEFT = 2
"""The reading order of a cell (ECMA-376 Part 1, 18.8.1)."""


class Looks:
    """The looks of one workbook: `looks["head"]` is the look of a head.

    In a workbook from right to left, the words of the form are read so whatever they begin with; cells of which the
    project or the agency gives the text are read as the text begins.
    """

    def __init__(self, book: "Workbook", *, is_rtl: bool = False) -> None:
        self._book, self._is_rtl = book, is_rtl
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._entries: dict[tuple[object, ...], Format] = {}
        """Looks of cells of a table, of which there are thousands."""

    def __getitem__(self, name: str) -> "Format":
        direction = {"reading_order": _RIGHT_TO_LEFT} if self._is_rtl and name not in _GIVEN else {}
        return self.look(**_LOOKS[name], **direction)

    def look(self, **properties: Any) -> "Format":
        """Return a look with some properties beside those that all have."""
        wanted = tuple(sorted(properties.items()))
        found = self._made.get(wanted)
        if found is None:
            found = self._made[wanted] = self._book.add_format({**_BASE, **properties})
        return found

    def mark(self, colour: str, *, bold: bool = False) -> "Format":
        """Return what a condition adds to a cell."""
        properties: dict[str, Any] = {"bg_color": colour} | ({"bold": True} if bold else {})
        return self._book.add_format(properties)

    def text(self, *, is_open: bool, indent: int = 0, bold: bool = False) -> "Format":
        """Return the look of a cell of words; what is typed into an open one stays text."""
        return self._entry("@" if is_open else "General", is_open=is_open, indent=indent, bold=bold)

    def figure(self, *, is_open: bool, number: str = "General", align: str = "right") -> "Format":
        """Return the look of a cell of a figure."""
        return self._entry(number, is_open=is_open, align=align)

    def date(self) -> "Format":
        """Return the look of an open cell of a date."""
        return self._entry("yyyy-mm-dd", is_open=True, align="left")

    def _entry(self, number: str, *, is_open: bool, align: str = "", indent: int = 0, bold: bool = False) -> "Format":
        """Return the look of a cell of a table: open ones are yellow, the others grey and locked."""
        key = (number, is_open, align, indent, bold)
        if key not in self._entries:
            colours = {"bg_color": OPEN} if is_open else {"bg_color": LOCKED, **_GREY}
            side = align or ("right" if indent and self._is_rtl else "")
            wanted = {"num_format": number, "align": side, "indent": indent, "bold": bold}
            properties = {name: value for name, value in wanted.items() if value}
            self._entries[key] = self.look(locked=not is_open, **colours, **FRAME, **properties)
        return self._entries[key]
