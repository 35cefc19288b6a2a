"""Number formats of a workbook: what a number in a cell is shown as. A part's XML comes in, kinds go out.

A format is a percentage if it shows a per cent sign, and a date if it shows a day, a month, a year or a time
(ECMA-376 Part 1, 18.8.30 and 18.8.31); everything else is a number.
"""

import re
from enum import Enum

from reportgen.untrusted.xml import Attributes, Part


class Shown(Enum):
    """What a number is shown as."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


_BUILT_IN = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), Shown.DATE),
}
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hmsHMS]+\])[^\]]*\]|[Ee][+-]|AM/PM|A/P|General', re.IGNORECASE)
"""What stands in a format without being a sign of it: quoted and escaped text, padding, colours, conditions."""


class Styles:
    """Tells by the number of a cell's style what its number is shown as."""

    def __init__(self, part: Part | None) -> None:
        self._formats: dict[int, str] = {}
        self._cells: list[int] = []
        self._in_cells = False
        if part is not None:
            part.scan(self._opened, self._closed)
        self._kinds = [self._kind(number) for number in self._cells]

    def shown(self, style: int) -> Shown | None:
        """What a number in a cell of a style is shown as, or None where there is no such style."""
        if 0 <= style < len(self._kinds):
            return self._kinds[style]
        return Shown.NUMBER if style == 0 else None

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local == "numFmt":
            number = attributes.get("numFmtId", "")
            if number.isascii() and number.isdigit():
                self._formats[int(number[:9])] = attributes.get("formatCode", "")
        elif local == "cellXfs":
            self._in_cells = True
        elif local == "xf" and self._in_cells:
            number = attributes.get("numFmtId", "0")
            self._cells.append(int(number[:9]) if number.isascii() and number.isdigit() else 0)

    def _closed(self, local: str) -> None:
        if local == "cellXfs":
            self._in_cells = False

    def _kind(self, number: int) -> Shown:
        code = self._formats.get(number)
        return _BUILT_IN.get(number, Shown.NUMBER) if code is None else kind_of_format(code)


def kind_of_format(code: str) -> Shown:
    """What a number is shown as by a format's code: `0.0%`, `dd/mm/yyyy`, `# ##0`.

    Only the first section counts: the one for positive numbers.
    """
    first = _NOT_SHOWN.sub("", code[:1000]).split(";", 1)[0]
    if "%" in first:
        return Shown.PERCENT
    return Shown.DATE if re.search("[dmyhsDMYHS]", first) else Shown.NUMBER
