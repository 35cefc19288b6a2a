"""Work out plain formulas anew: sums and arithmetic of cells of their workbook.

A program that changes cells and does not calculate leaves what a formula gave before. What is not covered (other
workbooks, names, most functions) is not worked out, and what the file holds stands.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from reportgen.document.labels import capitals_position
from reportgen.limits import FORMULA_CELLS, FORMULA_CHAIN, FORMULA_CHARACTERS, FORMULA_DEPTH
from reportgen.project.cells import CellFormula, CellKind, Rows, SheetCell
from reportgen.project.layout import Area
from reportgen.regex import regex

_TOKEN = regex(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?![\w(.]))"
    r"|(?P<area>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?(?![\w(.!:#]))"
    r"|(?P<name>SUM|ROUND)\(|(?P<sign>[-+*/(),]))\s*"
)
_REFERENCE = regex(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
_NUMBERS = frozenset({CellKind.NUMBER, CellKind.PERCENT})
_NEARLY = Decimal("1e-9")
"""So much of a result binary arithmetic may leave or lose."""


_CHANGING = regex(
    r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|INDIRECT|OFFSET|CELL|INFO)(?=\()|\[\d+\][^\[\]'!]*'?!", re.IGNORECASE
)
"""Functions that Excel works out anew whenever a file is opened, and cells of another workbook (18.17.2.3)."""


def changing_part(cell: SheetCell) -> str:
    """Return by what a number or a date may be another one when the file is opened again; nothing where none may."""
    is_figure = cell.kind in _NUMBERS or cell.kind is CellKind.DATE
    found = _CHANGING.search(cell.formula.text) if cell.formula and is_figure else None
    if found is None:
        return ""
    return "cells of another workbook" if found[0].endswith("!") else found[0].upper()


class Formulas:
    """Works out the formulas of one workbook."""

    def __init__(self, sheets: Mapping[str, Rows]) -> None:
        self._sheets = {title.casefold(): rows for title, rows in sheets.items()}
        self._left = FORMULA_CELLS
        self._results: dict[int, Decimal] = {}
        """What cells give, by their identity."""
        self._chain = 0

    def other_result(self, cell: SheetCell, title: str) -> Decimal | None:
        """Return what the formula of a cell gives, where the file holds another number; else None.

        Args:
            cell: any cell.
            title: of its sheet.
        """
        if cell.formula is None or cell.kind not in _NUMBERS:
            return None
        result = self.number(cell, title)
        return None if result == cell.value else result

    def number(self, cell: SheetCell, title: str) -> Decimal:
        """Return the number of a cell; of a formula that cannot be worked out, or by way of too many others, as it is.

        Raises:
            _UnknownError: where the cell holds something else.
        """
        if cell.kind not in _NUMBERS or not isinstance(cell.value, Decimal):
            raise _UnknownError
        if cell.formula is None or not cell.formula.is_plain or self._chain >= FORMULA_CHAIN:
            return cell.value
        if id(cell) not in self._results:
            self._results[id(cell)] = cell.value  # for a formula that leads back to itself
            self._chain += 1
            self._results[id(cell)] = self._worked_out(cell.formula, title, cell.value)
            self._chain -= 1
        return self._results[id(cell)]

    def _worked_out(self, formula: CellFormula, title: str, held: Decimal) -> Decimal:
        try:
            result = _Reader(formula, title, self).result()
        except (_UnknownError, DecimalException):
            return held
        return held if abs(result - held) <= _NEARLY * max(Decimal(1), abs(result)) else result

    def cells(self, area: Area, title: str) -> list[SheetCell]:
        """Return the filled cells of a range.

        Raises:
            _UnknownError: where there is no such sheet, or all ranges together have more cells than are looked at.
        """
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        self._left -= len(rows) * len(columns)
        filled = self._sheets.get(title.casefold())
        if filled is None or self._left < 0:
            raise _UnknownError
        return [cell for row in rows if row in filled for at, cell in filled[row].items() if at in columns]


class _UnknownError(Exception):
    """The formula holds something that is not covered."""


class _Reader:
    """Works one formula out, token by token."""

    def __init__(self, formula: CellFormula, title: str, formulas: Formulas) -> None:
        self._formula, self._title, self._formulas = formula, title, formulas
        self._tokens = list(_tokens(formula.text))
        self._depth = 0

    def result(self) -> Decimal:
        """Return what the formula gives.

        Raises:
            _UnknownError: where it holds something that is not covered.
        """
        value = self._sum()
        if self._tokens:
            raise _UnknownError
        return value

    def _next_is(self, signs: str) -> str:
        """Take the next token where it is one of some signs, and return it; else nothing."""
        if self._tokens and self._tokens[0][0] == "sign" and self._tokens[0][1] in signs:
            return self._tokens.pop(0)[1]
        return ""

    def _expect(self, sign: str) -> None:
        if not self._next_is(sign):
            raise _UnknownError

    def _sum(self) -> Decimal:
        value = self._product()
        while sign := self._next_is("+-"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Decimal:
        value = self._term()
        while sign := self._next_is("*/"):
            other = self._term()
            value = value * other if sign == "*" else value / other
        return value

    def _term(self) -> Decimal:
        self._depth += 1
        if not self._tokens or self._depth > FORMULA_DEPTH:
            raise _UnknownError
        kind, text = self._tokens.pop(0)
        if kind == "sign" and text in "+-":
            value = self._term() if text == "+" else -self._term()
        elif text == "(":
            value = self._sum()
            self._expect(")")
        elif kind == "number":
            value = Decimal(text)
        elif kind == "area":
            value = self._single(text)
        elif kind == "name":
            value = self._sums() if text == "SUM" else self._rounded()
        else:
            raise _UnknownError
        self._depth -= 1
        return value

    def _sums(self) -> Decimal:
        """Return the sum of arguments; in ranges, what is no number does not count."""
        total = Decimal(0)
        while True:
            if self._tokens and self._tokens[0][0] == "area" and self._ends_argument():
                total += self._total(self._tokens.pop(0)[1])
            else:
                total += self._sum()
            if not self._next_is(","):
                self._expect(")")
                return total

    def _ends_argument(self) -> bool:
        """Return whether the token behind the next one ends an argument."""
        return self._tokens[1:2] in ([("sign", ",")], [("sign", ")")])

    def _rounded(self) -> Decimal:
        value = self._sum()
        self._expect(",")
        places = self._sum()
        self._expect(")")
        return value.quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)

    def _area(self, text: str) -> tuple[Area, str]:
        """Return a range, moved as a formula moves that was filled into further cells, and the title of its sheet."""
        ends = []
        sheet, sign, area = text.rpartition("!")
        for fixed_column, letters, fixed_row, number in _REFERENCE.findall(area):
            row = int(number) + (0 if fixed_row else self._formula.down)
            column = capitals_position(letters) + (0 if fixed_column else self._formula.right)
            ends.append((row, column))
        (top, left), (bottom, right) = ends[0], ends[-1]
        title = sheet.removeprefix("'").removesuffix("'").replace("''", "'") if sign else self._title
        return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right)), title

    def _single(self, text: str) -> Decimal:
        area, title = self._area(text)
        if (area.top, area.left) != (area.bottom, area.right):
            raise _UnknownError
        return self._sum_of(self._formulas.cells(area, title), title)

    def _total(self, text: str) -> Decimal:
        """Return the sum of a range, in which texts do not count."""
        area, title = self._area(text)
        cells = [cell for cell in self._formulas.cells(area, title) if cell.kind is not CellKind.TEXT]
        return self._sum_of(cells, title)

    def _sum_of(self, cells: list[SheetCell], title: str) -> Decimal:
        return sum((self._formulas.number(cell, title) for cell in cells), Decimal(0))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    position = 0
    if len(text) > FORMULA_CHARACTERS:
        raise _UnknownError
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None or found.lastgroup is None:
            raise _UnknownError
        yield found.lastgroup, found[found.lastgroup]
        position = found.end()
