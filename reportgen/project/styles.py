"""Read the styles of a workbook: which number format and which font a cell has.

Only formats within `numFmts` and fonts within `fonts` are those of cells: the ones within `dxfs` belong to
conditional formatting, and may use the same numbers for other formats (ECMA-376 Part 1, 18.8.15 and 18.8.31).
"""

from msgspec import Struct

from reportgen.files.xml import Attributes, XmlPart
from reportgen.project.formats import GENERAL
from reportgen.project.rich import PLAIN, FontMark

_BUILT_IN = {
    **dict.fromkeys((*range(14, 18), *range(27, 32), 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 22, *range(32, 36), *range(45, 48)), "hh:mm:ss"),
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    37: "#,##0_);(#,##0)",
    38: "#,##0_);(#,##0)",
    39: "#,##0.00_);(#,##0.00)",
    40: "#,##0.00_);(#,##0.00)",
    41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
    42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
    43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
    44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
    48: "##0.0E+0",
    49: "@",
}
"""Formats that a file need not spell out (18.8.30); those of dates differ by country, and are dates in all."""
_GROUPS = frozenset({"numFmts", "fonts", "cellXfs"})
_MOST_DIGITS = 9
"""Of the number of a format or a font; more is none."""


class Look(Struct, frozen=True):
    """How a cell looks, as far as it matters to what it says."""

    format: str = GENERAL
    """The code of its number format."""
    mark: FontMark = PLAIN
    """What its font does to its text."""


class Styles:
    """Tells by the number of a cell's style how the cell looks."""

    def __init__(self, part: XmlPart | None) -> None:
        self._formats: dict[int, str] = {}
        self._fonts: list[FontMark] = []
        self._cells: list[tuple[int, int]] = []
        """The numbers of format and font of each style."""
        self._group = ""
        """The one of the groups of the part that is being read."""
        self._in_font = False
        if part is not None:
            part.scan(self._opened, self._closed)
        self._looks = [self._look(*numbers) for numbers in self._cells]

    def look(self, style: int) -> Look | None:
        """Return the look of a style, or None where there is no such style."""
        if 0 <= style < len(self._looks):
            return self._looks[style]
        return Look() if style == 0 else None

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local in _GROUPS:
            self._group = local
        elif local == "numFmt" and self._group == "numFmts":
            self._formats[_number(attributes.get("numFmtId", ""), -1)] = attributes.get("formatCode", "")
        elif local == "font" and self._group == "fonts":
            self._fonts.append(PLAIN)
            self._in_font = True
        elif local == "xf" and self._group == "cellXfs":
            self._cells.append((_number(attributes.get("numFmtId", "0")), _number(attributes.get("fontId", "0"))))
        elif self._in_font:
            self._fonts[-1] = self._fonts[-1].with_property(local, attributes)

    def _closed(self, local: str) -> None:
        if local == self._group:
            self._group = ""
        elif local == "font":
            self._in_font = False

    def _look(self, format_number: int, font: int) -> Look:
        code = self._formats.get(format_number) or _BUILT_IN.get(format_number, GENERAL)
        return Look(code, self._fonts[font] if font < len(self._fonts) else PLAIN)


def _number(written: str, default: int = 0) -> int:
    return int(written[:_MOST_DIGITS]) if written.isascii() and written.isdigit() else default
