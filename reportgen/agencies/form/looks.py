"""How cells of a workbook look: each look is made once, and named by what the cell is for."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True}
"""Arial has the same widths as Liberation Sans, so Excel and LibreOffice break lines alike."""
_LINE = {"border": 1, "border_color": "#BFBFBF"}
INK = "#1F3864"
OPEN = "#FFF8DC"
"""The colour of cells to fill in."""
LOCKED = "#F2F2F2"
MISSING = "#F4B6B6"
SUMS = "#F9CB9C"
DONE = "#C6E0B4"
_BAND = "#D9E2F3"
WHOLE = "#,##0"


class Looks:
    """The looks of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._entries: dict[tuple[object, ...], Format] = {}
        """Looks of cells of a table, of which there are thousands."""

    def look(self, **properties: Any) -> "Format":  # noqa: ANN401 - whatever a look may have
        """A look with some properties beside those that all have."""
        wanted = tuple(sorted(properties.items()))
        found = self._made.get(wanted)
        if found is None:
            found = self._made[wanted] = self._book.add_format({**_BASE, **properties})
        return found

    def mark(self, colour: str, *, bold: bool = False) -> "Format":
        """What a condition adds to a cell."""
        properties: dict[str, Any] = {"bg_color": colour} | ({"bold": True} if bold else {})
        return self._book.add_format(properties)

    @cached_property
    def title(self) -> "Format":
        """The title of a sheet."""
        return self.look(font_size=16, bold=True, font_color=INK, text_wrap=False)

    @cached_property
    def lead(self) -> "Format":
        """The sentence under a title."""
        return self.look(font_color="#404040")

    @cached_property
    def number(self) -> "Format":
        """The number of an issue beside a row."""
        return self.look(align="center", font_color="#595959", bg_color=LOCKED, **_LINE)

    @cached_property
    def heading(self) -> "Format":
        """The heading of a block."""
        return self.look(bold=True, font_size=12, font_color=INK, bottom=2, bottom_color=INK, text_wrap=False)

    @cached_property
    def plain(self) -> "Format":
        """Words without a frame."""
        return self.look()

    @cached_property
    def caption(self) -> "Format":
        """The few words above the head of a column."""
        return self.look(italic=True, font_size=9, font_color="#595959", valign="bottom", align="center")

    @cached_property
    def head(self) -> "Format":
        """The head of a column."""
        return self.look(bold=True, bg_color=_BAND, align="center", valign="vcenter", **_LINE)

    @cached_property
    def band(self) -> "Format":
        """The line over the rows of an issue."""
        return self.look(bold=True, bg_color=_BAND, font_color=INK, text_wrap=False, valign="vcenter", **_LINE)

    @cached_property
    def band_number(self) -> "Format":
        """A number in that line."""
        shown = {"num_format": "#,##0;-#,##0;", "align": "center", "valign": "vcenter"}
        return self.look(bold=True, bg_color=_BAND, font_color=INK, **shown, **_LINE)

    @cached_property
    def question(self) -> "Format":
        """The Committee's question."""
        return self.look(font_color=INK, italic=True, **_LINE)

    @cached_property
    def link(self) -> "Format":
        """A link to another sheet."""
        return self.look(font_color="#0563C1", underline=1, **_LINE)

    @cached_property
    def cell(self) -> "Format":
        """A cell of a list."""
        return self.look(**_LINE)

    @cached_property
    def counted(self) -> "Format":
        """A number that the workbook works out; nothing stands for nought."""
        return self.look(align="center", font_color="#595959", num_format="#,##0;-#,##0;", bg_color=LOCKED, **_LINE)

    def text(self, *, is_open: bool, indent: int = 0, bold: bool = False) -> "Format":
        """A cell of words."""
        wanted = ("text", is_open, indent, bold)
        found = self._entries.get(wanted)
        if found is None:
            shown = {"indent": indent, "bold": bold, "num_format": "@" if is_open else "General"}
            found = self._entries[wanted] = self._entry(is_open=is_open, **shown)
        return found

    def figure(self, *, is_open: bool, number: str = "General", align: str = "right") -> "Format":
        """A cell of a figure."""
        wanted = ("figure", is_open, number, align)
        found = self._entries.get(wanted)
        if found is None:
            found = self._entries[wanted] = self._entry(is_open=is_open, num_format=number, align=align)
        return found

    def date(self) -> "Format":
        """An open cell of a date."""
        return self._entry(is_open=True, num_format="yyyy-mm-dd", align="left")

    def _entry(self, *, is_open: bool, **properties: Any) -> "Format":  # noqa: ANN401 - as above
        colours = {"bg_color": OPEN} if is_open else {"bg_color": LOCKED, "font_color": "#595959"}
        kept = {name: value for name, value in properties.items() if value}
        return self.look(locked=not is_open, **colours, **_LINE, **kept)
