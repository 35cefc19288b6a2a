"""Read the styles of a workbook: which number format, font and colour a cell has.

Only formats within `numFmts`, fonts within `fonts` and fills within `fills` are those of cells: the ones within `dxfs`
belong to conditional formatting, and may use the same numbers for others (ECMA-376 Part 1, 18.8.15 and 18.8.31). Of
these, number formats, white letters and lines through letters are kept, by which a cell may show something else.
"""

from msgspec import Struct
from msgspec.structs import replace

from reportgen.files.xml import Attributes, XmlPart
from reportgen.model.sheets import LOCKED_COLOUR, OPEN_COLOUR, QUIET_INK
from reportgen.project.format_codes import GENERAL
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
_GROUPS = frozenset({"numFmts", "fonts", "fills", "cellXfs", "dxfs"})
_OWN_COLOURS = frozenset({OPEN_COLOUR, LOCKED_COLOUR, QUIET_INK, "FFFFFF", "000000"})
"""Of fills and fonts that mean nothing: those of the form, black and white."""
_WHITE, _BLACK = "FFFFFF", "000000"
_THEME = {"0": _WHITE, "1": _BLACK}
_INDEXED = {"0": _BLACK, "1": _WHITE, "8": _BLACK, "9": _WHITE, "64": _BLACK, "65": _WHITE}
"""Black and white among the colours of the theme, and among the numbered ones (18.8.27)."""
_ALIKE = 16
"""So far apart two colours may be, of 255 in each of red, green and blue, for nobody to read one upon the other."""
_WHITE_LETTERS = "[White]"
"""What in a number format does what white letters of a conditional formatting do."""
STRUCK = "[Struck]"
"""What stands among the number formats of conditional formatting for letters that it strikes out."""
_MOST_DIGITS = 9
"""Of the number of a format or a font; more is none."""


class Look(Struct, frozen=True):
    """How a cell looks, as far as it matters to what it says."""

    format: str = GENERAL
    """The code of its number format."""
    mark: FontMark = PLAIN
    """What its font does to its text."""
    is_coloured: bool = False
    """Whether its fill or its font has a colour that no form has."""
    is_unseen: bool = False
    """Whether its letters have the colour of its ground."""


class _Colour(Struct, frozen=True):
    """A colour of a font or a fill."""

    code: str
    """Red, green and blue where they are known, such as `FFFFFF`; else some name, by which it is compared."""
    is_plain: bool = True
    """Whether it is one of the form's, black or white."""


_LETTERS, _PAPER = _Colour(_BLACK), _Colour(_WHITE)
"""What a font and a fill have that say nothing of their colour."""


class Styles:
    """Tells by the number of a cell's style how the cell looks."""

    def __init__(self, part: XmlPart | None) -> None:
        self._formats: dict[int, str] = {}
        self._fonts: list[FontMark] = []
        self._colours: dict[str, list[_Colour]] = {"font": [], "fill": []}
        self._cells: list[tuple[int, int, int]] = []
        """The numbers of format, font and fill of each style."""
        self._conditional: list[str] = []
        """The number format of each conditional formatting, or what does the same; empty where it has none."""
        self._pattern = "none"
        """That of the fill that is being read."""
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

    def conditional(self, written: str) -> str:
        """Return the number format of a conditional formatting by its number; nothing where it has none."""
        number = _number(written, -1)
        return self._conditional[number] if 0 <= number < len(self._conditional) else ""

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local in _GROUPS:
            self._group = local
        elif local == "numFmt" and self._group == "numFmts":
            self._formats[_number(attributes.get("numFmtId", ""), -1)] = attributes.get("formatCode", "")
        elif self._group == "dxfs":
            self._open_conditional(local, attributes)
        elif local in self._colours and self._group == f"{local}s":
            self._colours[local].append(_LETTERS if local == "font" else _PAPER)
            if local == "font":
                self._fonts.append(PLAIN)
                self._in_font = True
        elif self._group == "fills" and self._colours["fill"]:
            self._open_fill(local, attributes)
        elif local == "xf" and self._group == "cellXfs":
            numbers = (_number(attributes.get(name, "0")) for name in ("numFmtId", "fontId", "fillId"))
            self._cells.append((next(numbers), next(numbers), next(numbers)))
        elif self._in_font:
            if local == "color":
                self._colours["font"][-1] = _colour(attributes)
            self._fonts[-1] = self._fonts[-1].with_property(local, attributes)

    def _open_fill(self, local: str, attributes: Attributes) -> None:
        """Read a fill (18.8.20, 18.8.24): `fgColor` is the ground of a solid one, the lines of a hatched one."""
        fills = self._colours["fill"]
        if local in {"patternFill", "gradientFill"}:
            self._pattern = attributes.get("patternType", "none") if local == "patternFill" else local
            fills[-1] = _PAPER if self._pattern == "none" else _Colour(self._pattern)
        elif local == "fgColor" and self._pattern != "none":
            colour = _colour(attributes)
            fills[-1] = colour if self._pattern == "solid" else replace(fills[-1], is_plain=colour.is_plain)

    def _open_conditional(self, local: str, attributes: Attributes) -> None:
        if local == "dxf":
            self._conditional.append("")
            self._in_font = False
        elif not self._conditional:
            return
        elif local == "numFmt":  # behind the font, and before the fill (18.8.14)
            self._conditional[-1] += attributes.get("formatCode", "")
        elif local == "font":
            self._in_font = True
        elif local == "strike" and self._in_font and PLAIN.with_property(local, attributes).is_struck:
            self._conditional[-1] += STRUCK
        elif local == "color" and self._in_font and _colour(attributes).code == _WHITE:
            self._conditional[-1] += _WHITE_LETTERS
        elif local == "fill":  # white letters have a ground
            self._conditional[-1] = self._conditional[-1].replace(_WHITE_LETTERS, "", 1)

    def _closed(self, local: str) -> None:
        if local == self._group:
            self._group = ""
        elif local == "font":
            self._in_font = False

    def _look(self, format_number: int, font: int, fill: int) -> Look:
        code = self._formats.get(format_number) or _BUILT_IN.get(format_number, GENERAL)
        letters, ground = self._colour_of("font", font, _LETTERS), self._colour_of("fill", fill, _PAPER)
        mark = self._fonts[font] if font < len(self._fonts) else PLAIN
        return Look(code, mark, not (letters.is_plain and ground.is_plain), _is_alike(letters.code, ground.code))

    def _colour_of(self, kind: str, number: int, default: _Colour) -> _Colour:
        return next(iter(self._colours[kind][number : number + 1]), default)


def _colour(attributes: Attributes) -> _Colour:
    """Return a colour (18.8.19); one of the theme that was made darker or lighter is another one."""
    if "rgb" in attributes:
        code = attributes["rgb"][-6:].upper()
        return _Colour(code, code in _OWN_COLOURS)
    kind, known, number = "theme", _THEME, attributes.get("theme")
    if number is None:
        kind, known, number = "indexed", _INDEXED, attributes.get("indexed", "64")
    tint = attributes.get("tint", "0")
    code = known.get(number, "") if tint == "0" else ""
    return _Colour(code or f"{kind} {number} {tint}", number in known)


def _is_alike(one: str, other: str) -> bool:
    """Return whether nobody sees the difference between two colours."""
    if one == other:
        return True
    try:
        pairs = list(zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))
    except ValueError:
        return False
    return all(abs(first - second) <= _ALIKE for first, second in pairs)


def _number(written: str, default: int = 0) -> int:
    return int(written[:_MOST_DIGITS]) if written.isascii() and written.isdigit() else default
