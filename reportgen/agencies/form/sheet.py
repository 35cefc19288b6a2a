"""A worksheet of a form, as the library writes it."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet


class FormSheet(Worksheet):  # type: ignore[misc] # the library has no types
    """A sheet whose formulas use no functions newer than Excel 2007, and which remembers its words.

    The library looks for each of some seventy newer functions in each formula, which is a quarter of all its time.
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()
        """Of its locked cells, of the notes on cells, and those of open cells that were added."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: FBT001, FBT002 - the library's signature
        """Return the formula as the file has it: without the sign before it."""
        del expand_future_functions
        return formula.removeprefix("=")

    def _write_string(self, row: int, col: int, string: str, cell_format: Format | None = None) -> int:
        if cell_format is None or cell_format.locked:
            self.words.add(string)
        written: int = super()._write_string(row, col, string, cell_format)
        return written

    def write_comment(self, row: int, col: int, comment: str, options: dict[str, Any] | None = None) -> int:
        """Write the note on a cell."""
        self.words.add(comment)
        written: int = super().write_comment(row, col, comment, options)
        return written
