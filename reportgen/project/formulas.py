"""Work out plain formulas anew: sums and arithmetic of cells of their own sheet.

A program that changes cells and does not calculate leaves what a formula gave before. What is not covered (other
sheets, names, most functions) is not worked out, and what the file holds stands.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from reportgen.document.labels import capitals_position
from reportgen.limits import FORMULA_CELLS, FORMULA_CHARACTERS, FORMULA_DEPTH
from reportgen.project.cells import CellFormula, CellKind, Rows, SheetCell
from reportgen.project.layout import Area
from reportgen.regex import regex

_TOKEN = regex(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?(?![\w(.]))"
    r"|(?P<area>\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?(?![\w(.!:#]))"
    r"|(?P<name>SUM|ROUND)\(|(?P<sign>[-+*/(),]))\s*"
)
_REFERENCE = regex(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
_NUMBERS = frozenset({CellKind.NUMBER, CellKind.PERCENT})
_NEARLY = Decimal("1e-9")
"""So much of a result binary arithmetic may leave or lose."""


class Formulas:
    """Works out the formulas of one sheet."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._left = FORMULA_CELLS

    def other_result(self, cell: SheetCell) -> Decimal | None:
        """Return what the formula of a figure gives, where the file holds another number; else None."""
        if cell.formula is None or not isinstance(cell.value, Decimal):
            return None
        try:
            result = _Reader(cell.formula, self).result()
        except (_UnknownError, DecimalException):
            return None
        return None if abs(result - cell.value) <= _NEARLY * max(Decimal(1), abs(result)) else result

    def cells(self, area: Area) -> list[SheetCell]:
        """Return the filled cells of a range.

        Raises:
            _UnknownError: where the ranges of the sheet together have more cells than are looked at.
        """
        rows, columns = range(area.top, area.bottom + 1), range(area.left, area.right + 1)
        self._left -= len(rows) * len(columns)
        if self._left < 0:
            raise _UnknownError
        return [cell for row in rows if row in self._rows for at, cell in self._rows[row].items() if at in columns]


class _UnknownError(Exception):
    """The formula holds something that is not covered."""


class _Reader:
    """Works one formula out, token by token."""

    def __init__(self, formula: CellFormula, sheet: Formulas) -> None:
        self._formula, self._sheet = formula, sheet
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
            value = self._single(self._area(text))
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
                cells = self._sheet.cells(self._area(self._tokens.pop(0)[1]))
                total += sum((_number(cell) for cell in cells if cell.kind is not CellKind.TEXT), Decimal(0))
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

    def _area(self, text: str) -> Area:
        """Return a range, moved as a formula moves that was filled into further cells."""
        ends = []
        for fixed_column, letters, fixed_row, number in _REFERENCE.findall(text):
            row = int(number) + (0 if fixed_row else self._formula.down)
            column = capitals_position(letters) + (0 if fixed_column else self._formula.right)
            ends.append((row, column))
        (top, left), (bottom, right) = ends[0], ends[-1]
        return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    def _single(self, area: Area) -> Decimal:
        if (area.top, area.left) != (area.bottom, area.right):
            raise _UnknownError
        return sum(map(_number, self._sheet.cells(area)), Decimal(0))


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


def _number(cell: SheetCell) -> Decimal:
    if cell.kind not in _NUMBERS or not isinstance(cell.value, Decimal):
        raise _UnknownError
    return cell.value
