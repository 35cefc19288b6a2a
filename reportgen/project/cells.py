"""Read the filled cells of one worksheet from its XML, by row and column.

Cells that hold nothing but a format take no room, so that formats down to the last row cost only their reading.
References must be possible, ascending and unique (ECMA-376 Part 1, 18.3.1.4): a sheet that says one thing to one
program and another to the next is refused.
"""

import datetime as dt
import re
from decimal import Decimal
from enum import Enum
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document.labels import capitals, capitals_position
from reportgen.files.xml import Attributes, XmlPart
from reportgen.limits import SHEET_COLUMNS, SHEET_COLUMNS_READ, SHEET_ROWS, SHEET_ROWS_READ
from reportgen.project.format_codes import GENERAL, FormatKind, kind_of_format
from reportgen.project.numbers import from_cell
from reportgen.project.rich import PLAIN, RunReader, Runs, StyledRun, marked, text_of, unescaped
from reportgen.project.styles import Look, Styles
from reportgen.regex import regex

_REFERENCE = regex(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = regex(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_LONGEST_NUMBER = 64
_NOUGHTS = frozenset({"0", "0.0", "-0"})
_EPOCHS = {False: dt.datetime(1899, 12, 30), True: dt.datetime(1904, 1, 1)}  # noqa: DTZ001 - dates have no zone
"""Day 0 of the two calendars of workbooks; the first one is a day early because Excel knows a 29 February 1900."""
_FALSE_LEAP_DAY = 60
_CONDITIONAL = frozenset({"conditionalFormatting", "sqref", "cfRule", "numFmt", "iconSet", "dataBar"})
"""Rules that refer to another sheet, and newer kinds of them, stand as extensions ([MS-XLSX]): these have their area
as the text of an element, behind the rules, and their number format within them."""
_HIDING = ";;;"
"""What a format is that shows nothing, as a bar or a sign in the place of the figure (18.3.1.28 and 18.3.1.49)."""
_LAST_DAY = 2_958_465


class CellKind(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula without a result, or with one that no program has calculated, which is then its value."""
    UNREADABLE = "unreadable"
    """A number that is not finite or has more digits than are kept."""


class Unseen(Enum):
    """Why nobody sees what a cell holds, and what to do, in words for a message."""

    COLOUR = (
        "its letters have the colour of the cell",
        "if it belongs to the submission, give the letters a colour (Home, Font Color, Automatic)",
    )
    NOUGHT = (
        "the sheet is set not to show noughts",
        "if nothing was counted, have noughts shown (File, Options, Advanced, Show a zero in cells)",
    )


class CellFormula(Struct, frozen=True):
    """A formula as it stands in the first of the cells that share it, and how far it was moved from there."""

    text: str
    down: int = 0
    right: int = 0
    is_plain: bool = True
    """Whether it gives the value of this cell alone, and that value was not rounded."""


class SheetCell(Struct, frozen=True):
    """A filled cell."""

    kind: CellKind
    value: str | Decimal | dt.date | bool
    """Its text, figure, date or truth value; for the other kinds, and for no day of the calendar, what the file has."""
    format: str = GENERAL
    """The code of its number format."""
    runs: Runs = ()
    """What it holds, in pieces, where some of it is raised, lowered or struck out; else nothing."""
    is_formula: bool = False
    """Whether a formula gave it."""
    formula: CellFormula | None = None
    """The formula, where the file has it."""
    is_coloured: bool = False
    """Whether it has a colour that no form has."""
    unseen: Unseen | None = None
    """Why nobody sees what it holds, where that is so."""
    may_show: tuple[str, ...] = ()
    """The codes of the number formats that conditional formatting may put in the place of its own."""


Rows = dict[int, dict[int, SheetCell]]
"""Filled cells by row and column, both counted from 1."""


class Book(Struct, frozen=True):
    """What the sheets of a workbook share."""

    strings: list[Runs]
    styles: Styles
    from_1904: bool
    is_uncalculated: bool = False
    """Whether the file asks for all formulas to be calculated when it is opened: their results are no results yet."""
    rounds_results: bool = False
    """Whether cells hold what their formats show (File, Options, Advanced, Set precision as displayed)."""


column_letters = cache(capitals)
"""The letters of a column: 1 is `A`, 28 is `AB`."""


def parse_whole(written: str) -> int | None:
    """Read the number of a row, a column or an entry of a list, at most seven digits; None where it is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= len("1048576") else None


class SheetScan:
    """Reads one worksheet, cell by cell."""

    def __init__(self, part: XmlPart, book: Book) -> None:
        self.rows: Rows = {}
        self.too_many: str | None = None
        """`rows` or `columns`, where the sheet has more filled ones than are read."""
        self.conditional: list[tuple[str, str]] = []
        """The areas of conditional formatting, as they are written, and the number format that it may bring."""
        self._areas, self._codes = "", list[str]()
        self._hides_noughts = False
        self._part, self._book = part, book
        self._row = self._column = 0
        self._type, self._look = "n", Look()
        self._inline = RunReader()
        self._texts: list[str] = []
        self._keeps = self._in_inline = False
        self._has_formula = self._in_cell = False
        self._formula: CellFormula | None = None
        self._formula_of: Attributes = {}
        self._shared_formulas: dict[str, tuple[CellFormula, int, int]] = {}
        """Formulas that cells share, by their numbers, with the row and the column of the first cell."""
        self._written: str | None = None
        part.scan(self._opened, self._closed, self._text)

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local == "c":
            self._open_cell(attributes)
        elif local == "v":
            self._keeps = self._in_cell
            self._texts.clear()
        elif local == "row":
            self._open_row(attributes)
        elif local == "f":
            self._has_formula = self._keeps = self._in_cell
            self._formula_of = attributes
            self._texts.clear()
        elif local == "is":
            self._in_inline = self._in_cell
        elif self._in_inline:
            self._inline.opened(local, attributes)
        elif local in _CONDITIONAL and not self._in_cell:
            self._open_conditional(local, attributes)
        elif local == "sheetView":
            self._hides_noughts = attributes.get("showZeros") in {"0", "false"}

    def _closed(self, local: str) -> None:
        if local == "v":
            if self._keeps:
                self._written = "".join(self._texts)
            self._keeps = False
        elif local == "c":
            self._close_cell()
        elif local == "f" and self._in_cell:
            self._formula, self._keeps = self._read_formula("".join(self._texts)), False
        elif local == "is":
            self._in_inline = False
        elif local == "sqref" and not self._in_cell:
            self._areas, self._keeps = "".join(self._texts), False
        elif local == "conditionalFormatting":
            self.conditional += [(self._areas, code) for code in self._codes]
        elif self._in_inline:
            self._inline.closed(local)

    def _text(self, text: str) -> None:
        if self._keeps:
            self._texts.append(text)
        elif self._in_inline:
            self._inline.text(text)

    def _open_conditional(self, local: str, attributes: Attributes) -> None:
        code = ""
        if local == "conditionalFormatting":
            self._areas, self._codes = attributes.get("sqref", ""), []
        elif local == "sqref":
            self._keeps = True
            self._texts.clear()
        elif local == "cfRule":
            code = self._book.styles.conditional(attributes.get("dxfId", ""))
        elif local == "numFmt":
            code = attributes.get("formatCode", "")
        elif attributes.get("showValue") in {"0", "false"}:
            code = _HIDING
        self._codes += [code] if code else []

    def _open_row(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        row = self._row + 1 if written is None else parse_whole(written) or 0
        if not self._row < row <= SHEET_ROWS:
            raise self._part.broken(f"row “{(written or '')[:20]}” is impossible or stands in the wrong order")
        self._row, self._column = row, 0

    def _open_cell(self, attributes: Attributes) -> None:
        written = attributes.get("r")
        column = self._column + 1 if written is None else self._column_of(written)
        if self._row == 0 or not self._column < column <= SHEET_COLUMNS:
            raise self._part.broken(f"cell “{(written or '')[:20]}” is impossible or stands in the wrong order")
        self._column = column
        self._type = attributes.get("t", "n")
        style = parse_whole(attributes.get("s", "0"))
        look = None if style is None else self._book.styles.look(style)
        if look is None:
            raise self._part.broken(f"cell “{(written or '')[:20]}” has a format that the workbook does not have")
        self._look = look
        self._in_cell, self._has_formula, self._formula, self._written = True, False, None, None
        self._texts.clear()
        self._inline.clear()

    def _column_of(self, written: str) -> int:
        """Return the column of a reference in the current row; 0 where it is impossible."""
        found = _REFERENCE.fullmatch(written)
        if found is None or int(found[2]) != self._row:
            return 0
        return capitals_position(found[1])

    def _close_cell(self) -> None:
        self._in_cell = self._in_inline = self._keeps = False
        cell = self._cell()
        if cell is None or self.too_many:
            return
        if self._column > SHEET_COLUMNS_READ:
            self.too_many = "columns"
            return
        row = self.rows.get(self._row)
        if row is None:
            if len(self.rows) >= SHEET_ROWS_READ:
                self.too_many = "rows"
                return
            row = self.rows[self._row] = {}
        unseen = self._unseen(cell)
        if self._has_formula or self._look.is_coloured or unseen:
            formula, is_coloured = self._formula, self._look.is_coloured
            cell = replace(cell, is_formula=self._has_formula, formula=formula, is_coloured=is_coloured, unseen=unseen)
        row[self._column] = cell

    def _read_formula(self, text: str) -> CellFormula | None:
        """Return the formula of the current cell (18.3.1.40); a shared one stands in the first of its cells alone."""
        kind, number = self._formula_of.get("t", "normal"), self._formula_of.get("si", "")
        is_plain = kind in {"normal", "shared"} and not self._book.rounds_results
        if kind != "shared":
            return CellFormula(text, is_plain=is_plain) if text else None
        if text:
            self._shared_formulas[number] = (CellFormula(text, is_plain=is_plain), self._row, self._column)
        if number not in self._shared_formulas:
            return None
        first, row, column = self._shared_formulas[number]
        return replace(first, down=self._row - row, right=self._column - column)

    def _unseen(self, cell: SheetCell) -> Unseen | None:
        if self._hides_noughts and isinstance(cell.value, Decimal) and not cell.value:
            return Unseen.NOUGHT
        return Unseen.COLOUR if self._look.is_unseen else None

    def _cell(self) -> SheetCell | None:
        """Return the cell that was just read, or None where it holds nothing."""
        inline = self._inline.runs
        if self._type == "inlineStr" or (inline and not self._written):
            return self._inline_cell(inline)
        written = self._written
        if self._has_formula and self._is_uncalculated(written):
            return SheetCell(CellKind.UNCALCULATED, (written or "").strip(), self._look.format)
        if not written:
            return None
        match self._type:
            case "n":
                return self._number(written.strip())
            case "s":
                return self._text_cell(self._shared(written.strip()))
            case "str":
                return self._text_cell((StyledRun(unescaped(written), None),))
            case "b":
                return self._plain_cell(CellKind.TRUTH, written.strip() in {"1", "true"}, written)
            case "e":
                return self._plain_cell(CellKind.ERROR, written.strip(), written)
            case "d":
                return self._iso_date(written.strip())
            case other:
                raise self._part.broken(f"a cell has the type “{other[:20]}”, which there is not")

    def _inline_cell(self, inline: Runs) -> SheetCell | None:
        """Return a cell with its text in place; only `is` counts (18.18.11), a value in another place is no text."""
        if self._type == "inlineStr" and inline:
            return self._text_cell(inline)
        misplaced = (self._written or text_of(inline)).strip()
        return self._plain_cell(CellKind.UNREADABLE, misplaced, misplaced) if misplaced else None

    def _is_uncalculated(self, written: str | None) -> bool:
        """Return whether a formula has no result, or the nought that programs write which do not calculate."""
        if written is None or (not written and self._type != "str"):
            return True
        if not self._book.is_uncalculated:
            return False
        return not written if self._type == "str" else self._type == "n" and written.strip() in _NOUGHTS

    def _plain_cell(self, kind: CellKind, value: str | Decimal | dt.date | bool, written: str) -> SheetCell:  # noqa: FBT001 - it is one of the values
        runs = marked((StyledRun(written, None),), self._look.mark) if self._look.mark != PLAIN else ()
        return SheetCell(kind, value, self._look.format, runs)

    def _text_cell(self, runs: Runs) -> SheetCell | None:
        """Return a cell of text, or None where it holds nothing but space."""
        text = text_of(runs)
        if not text.strip():
            return None
        is_plain = len(runs) == 1 and runs[0].mark is None and self._look.mark == PLAIN
        return SheetCell(CellKind.TEXT, text, self._look.format, () if is_plain else marked(runs, self._look.mark))

    def _shared(self, written: str) -> Runs:
        index = parse_whole(written)
        if index is None or index >= len(self._book.strings):
            raise self._part.broken("a cell points to a text that the workbook does not have")
        return self._book.strings[index]

    def _number(self, written: str) -> SheetCell:
        if len(written) > _LONGEST_NUMBER or _NUMBER.fullmatch(written) is None:
            return self._plain_cell(CellKind.UNREADABLE, written, written)
        code = self._look.format
        shown = FormatKind.NUMBER if code == GENERAL else kind_of_format(code, Decimal(written))
        if shown is FormatKind.DATE:
            date = self._date(float(written))
            return self._plain_cell(CellKind.DATE, date or written, date.isoformat() if date else written)
        value = from_cell(written)
        if value is None:
            return self._plain_cell(CellKind.UNREADABLE, written, written)
        return self._plain_cell(CellKind.PERCENT if shown is FormatKind.PERCENT else CellKind.NUMBER, value, written)

    def _date(self, days: float) -> dt.date | None:
        """Return the date of a day's number, or None where there is none."""
        if not 0 <= days <= _LAST_DAY:
            return None
        early = not self._book.from_1904 and days < _FALSE_LEAP_DAY
        return (_EPOCHS[self._book.from_1904] + dt.timedelta(days=int(days) + early)).date()

    def _iso_date(self, written: str) -> SheetCell:
        try:
            return self._plain_cell(CellKind.DATE, dt.date.fromisoformat(written[:10]), written)
        except ValueError:
            return self._plain_cell(CellKind.DATE, written, written)


def place_of(place: Place, sheet: str, row: int, column: int) -> Place:
    """Return the place of a cell."""
    return Place(place.file, sheet=sheet, cell=f"{column_letters(column)}{row}")
