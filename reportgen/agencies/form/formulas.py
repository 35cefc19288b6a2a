"""Formulas of a workbook, each with the value that it has when the workbook is written.

A reader that does not calculate sees the truth, and programs that do see the same. Only functions that Excel and
LibreOffice have alike are used, and none of them depends on the language of the program.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct
from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NO_BREAK = "\u00a0"
LONGEST_FORMULA = 8_000
"""Characters; Excel allows 8,192."""
ALMOST_NOTHING = Decimal("0.000001")
"""Sums of binary fractions differ by less than this from those of decimal ones."""


class Formula(Struct, frozen=True):
    """A formula and its value."""

    text: str
    value: int | str

    def write(self, sheet: "Worksheet", row: int, column: int, look: "Format") -> None:
        """Put it into a cell."""
        sheet.write_formula(row, column, f"={self.text}", look, self.value)


def quoted(text: str) -> str:
    """Return a text within a formula."""
    return '"' + text.replace('"', '""') + '"'


def on_sheet(sheet: str, reference: str) -> str:
    """Return a reference to a cell or cells of another sheet."""
    return f"'{sheet}'!{reference}"


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """Return the reference of a cell, counted from 0."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def row_fixed(row: int, column: int) -> str:
    """Return the reference of a cell of which only the column moves along."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True))


def cells(first: tuple[int, int], last: tuple[int, int], *, fixed: bool = False) -> str:
    """Return the reference of a rectangle.

    Args:
        first: row and column of its first cell, counted from 0.
        last: those of its last one.
        fixed: whether it stays where it is when the formula moves.
    """
    return str((xl_range_abs if fixed else xl_range)(*first, *last))


_STOPS = "，。、；："
"""Stops of Chinese, which count as little as spaces do."""


def words_in(text: str, *, by_character: bool = False) -> int:
    """Count the words of a text as the formulas do.

    Args:
        text: of a cell.
        by_character: whether every character counts but spaces and stops, as in Chinese; else what stands between
            spaces and ends of lines.
    """
    spaced = text.replace("\n", " ").replace(_NO_BREAK, " ")
    if by_character:
        return sum(sign != " " and sign not in _STOPS for sign in spaced)
    return sum(1 for word in spaced.split(" ") if word)


def words_of(reference: str, text: str, *, by_character: bool = False) -> Formula:
    """Return what counts the words in a cell."""
    return Formula(_counted(reference, by_character=by_character), words_in(text, by_character=by_character))


def words_of_all(reference: str, texts: Iterable[str], *, by_character: bool = False) -> Formula:
    """Return what counts the words in all cells of a rectangle."""
    count = sum(words_in(text, by_character=by_character) for text in texts)
    return Formula(f"SUMPRODUCT({_counted(reference, by_character=by_character)})", count)


def _counted(reference: str, *, by_character: bool) -> str:
    """Return what counts the words of a cell: the spaces that stand single between its words, and one more."""
    spaced = f'TRIM(SUBSTITUTE(SUBSTITUTE({reference},CHAR(10)," "),"{_NO_BREAK}"," "))'
    if by_character:
        for sign in (" ", *_STOPS):
            spaced = f'SUBSTITUTE({spaced},"{sign}","")'
        return f"LEN({spaced})"
    return f'LEN({spaced})-LEN(SUBSTITUTE({spaced}," ",""))+(LEN({spaced})>0)'


def counted_text(words: str, count: str, value: int) -> Formula:
    """Return words with a number in them that keeps counting.

    Args:
        words: with `{count}`.
        count: the formula of the number.
        value: the number now.
    """
    before, _, after = words.partition("{count}")
    text = f"{quoted(before)}&({count})" + (f"&{quoted(after)}" if after else "")
    return Formula(text, f"{before}{value}{after}")


def added(parts: Sequence[Formula]) -> Formula:
    """Return the sum of formulas with numbers."""
    return Formula("+".join(part.text for part in parts) or "0", sum(int(part.value) for part in parts))
