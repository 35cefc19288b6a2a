"""The layout of one worksheet: merged ranges, hidden rows and columns, the objects that its own part names.

A second, small reading of the part, beside that of its cells (`cells.py`); parts that have none of it are not read.
"""

from collections.abc import Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.labels import capitals_position
from reportgen.files.xml import Attributes, XmlPart
from reportgen.limits import CONDITIONAL_AREAS, CONDITIONAL_CELLS, SHEET_COLUMNS, SHEET_MERGES, SHEET_ROWS
from reportgen.project.cells import CellKind, Rows, column_letters, parse_whole
from reportgen.regex import regex

LineSpan = tuple[int, int]
"""The first and the last of some rows or columns."""
_AREA = regex(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_SIGNS = (b"mergeCell", b"hidden", b"oleObject", b"<control", b":control", b'ht="0', b'width="0')
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_TRUE = {"1", "true"}
_NUMBERS = frozenset({CellKind.NUMBER, CellKind.PERCENT})


class Area(Struct, frozen=True):
    """A rectangle of cells; rows and columns are counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{column_letters(self.left)}{self.top}:{column_letters(self.right)}{self.bottom}"


class SheetLayout(Struct, frozen=True):
    """How the cells of a sheet are laid out."""

    merged: tuple[Area, ...] = ()
    hidden_rows: tuple[LineSpan, ...] = ()
    hidden_columns: tuple[LineSpan, ...] = ()
    is_filtered: bool = False
    """Whether a filter chose the rows that are shown."""
    embedded: tuple[tuple[str, tuple[int, int] | None], ...] = ()
    """Embedded files and controls: the program that made each, and its cell where the sheet says so."""


def read_layout(part: XmlPart) -> SheetLayout:
    """Read the layout of a worksheet.

    Raises:
        Refused: where the part is broken, hostile or beyond its bounds.
    """
    if not part.data.startswith(_UTF_16) and not any(sign in part.data for sign in _SIGNS):
        return SheetLayout()
    scan = _Scan(part)
    part.scan(scan.opened, scan.closed, scan.text)
    return SheetLayout(
        tuple(scan.merged), tuple(scan.rows), tuple(scan.columns), scan.is_filtered, tuple(scan.embedded.values())
    )


def parse_area(written: str) -> Area | None:
    """Read the reference of a range, or None where it is impossible."""
    found = _AREA.fullmatch(written)
    if found is None:
        return None
    left, top = capitals_position(found[1]), int(found[2])
    right, bottom = (capitals_position(found[3]), int(found[4])) if found[3] else (left, top)
    if not (top <= bottom <= SHEET_ROWS and left <= right <= SHEET_COLUMNS):
        return None
    return Area(top, left, bottom, right)


def mark_conditional(rows: Rows, conditional: Sequence[tuple[str, str]]) -> bool:
    """Note at the cells of a sheet by which number formats they may be shown; return whether all were looked at.

    Args:
        rows: the filled cells; they are changed.
        conditional: the areas of conditional formatting, as they are written, and a number format each.
    """
    written = ((one, code) for areas, code in dict.fromkeys(conditional) for one in areas.split())
    first = list(islice(written, CONDITIONAL_AREAS))
    known = ((area, code) for one, code in first if (area := parse_area(one)) is not None)
    covered = (
        (rows[number], column, code)
        for area, code in known
        for number in rows
        if area.top <= number <= area.bottom
        for column in rows[number]
        if area.left <= column <= area.right
    )
    for row, column, code in islice(covered, CONDITIONAL_CELLS):
        cell = row[column]
        if cell.kind in _NUMBERS and code not in cell.may_show:
            row[column] = replace(cell, may_show=(*cell.may_show, code))
    return next(written, None) is None and next(covered, None) is None


def _is_hidden(attributes: Attributes, size: str) -> bool:
    """Return whether a row or a column is hidden, or drawn to nothing: some programs write only the size."""
    return attributes.get("hidden") in _TRUE or attributes.get(size, "1").strip("0.") == ""


class _Scan:
    """Gathers what one part says of its layout."""

    def __init__(self, part: XmlPart) -> None:
        self.merged: list[Area] = []
        self.rows: list[LineSpan] = []
        self.columns: list[LineSpan] = []
        self.is_filtered = False
        self.embedded: dict[str, tuple[str, tuple[int, int] | None]] = {}
        self._part = part
        self._row = 0
        self._object: tuple[str, str] | None = None
        """The identifier and the program of the embedded object that is being read."""
        self._from: list[int] | None = None
        self._digits = ""

    def opened(self, local: str, attributes: Attributes) -> None:
        match local:
            case "row":
                self._open_row(attributes)
            case "col" if _is_hidden(attributes, "width"):
                self._hide_columns(attributes)
            case "filterColumn":
                self.is_filtered = True
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "oleObject" | "control":
                named = attributes.get("progId") or attributes.get("name") or local
                self._object = (attributes.get("shapeId", ""), named)
                self.embedded.setdefault(self._object[0], (named, None))
            case "from" if self._object:
                self._from = []

    def closed(self, local: str) -> None:
        if local in {"oleObject", "control"}:
            self._object = None
        elif self._from is not None and local in {"col", "row"}:
            self._from.append(parse_whole(self._digits) or 0)
        elif local == "from" and self._from is not None and self._object:
            at = (self._from[1] + 1, self._from[0] + 1) if len(self._from) == 2 else None  # noqa: PLR2004 - column, row
            self.embedded[self._object[0]] = (self._object[1], at)
            self._from = None
        self._digits = ""

    def text(self, text: str) -> None:
        if self._from is not None:
            self._digits += text.strip()

    def _open_row(self, attributes: Attributes) -> None:
        if self._from is not None:  # the row of an anchor, which has no attributes
            return
        self._row = parse_whole(attributes.get("r", "")) or self._row + 1
        if _is_hidden(attributes, "ht"):
            if self.rows and self.rows[-1][1] == self._row - 1:
                self.rows[-1] = (self.rows[-1][0], self._row)
            else:
                self.rows.append((self._row, self._row))

    def _hide_columns(self, attributes: Attributes) -> None:
        first, last = (parse_whole(attributes.get(name, "")) for name in ("min", "max"))
        if first is not None and last is not None:
            self.columns.append((first, last))

    def _merge(self, written: str) -> None:
        area = parse_area(written)
        if area is not None:
            self.merged.append(area)
        if len(self.merged) > SHEET_MERGES:
            raise self._part.too_much(f"more than {SHEET_MERGES:,} merged ranges")
