"""Name what was typed over the words of a form: its titles, questions, headings and counts, from which nothing is read.

A workbook keeps the words that it was sent out with (`model.form_words`), so that whatever else stands in their place
is known, wherever rows and columns were moved. Without them (Google Sheets drops them) the places of the form's own
words count, in `leftovers.py` and `other_sheets.py`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from reportgen.diagnostics import Diagnostic, diagnose
from reportgen.model.cell_words import same_name
from reportgen.model.form_words import hash_words
from reportgen.model.sheets import START_SHEET, FormColumn, IndicatorColumn, Sheet
from reportgen.project.cells import Rows, SheetCell
from reportgen.project.entries import At, at_cell, cells_in
from reportgen.project.heads import Heads
from reportgen.project.workbook import SheetCells, Workbook

_KEYS = (IndicatorColumn.KEY, IndicatorColumn.PART_OF)


def find_typed_over(
    workbook: Workbook, heads: Mapping[str, Heads[Any]], labelled: Mapping[int, tuple[int, int]]
) -> Iterator[Diagnostic]:
    """Name the cells of a form that hold neither its own words nor what is read.

    Args:
        workbook: what was read of the file.
        heads: of the sheets that have any, by their titles.
        labelled: the columns of label and value of each row of the sheet About that is read.
    """
    words = workbook.origin.words
    for title, rows, cells in _of_the_form(workbook, heads, labelled) if words else ():
        for row, column in cells:
            cell = rows[row][column]
            if not is_own(cell, words):
                yield diagnose("RG393", at_cell(workbook.place, title, (row, column)), text=cell.value)


def is_own(cell: SheetCell | None, words: frozenset[str]) -> bool:
    """Return whether a form was sent out with what a cell holds, or counts it by a formula."""
    return cell is None or cell.is_formula or hash_words(str(cell.value)) in words


def _of_the_form(
    workbook: Workbook, heads: Mapping[str, Heads[Any]], labelled: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[str, Rows, list[At]]]:
    """Yield the sheets with those of their filled cells that are the form's own."""
    for other in workbook.others:
        if same_name(other.title) == same_name(START_SHEET):
            yield other.title, other.rows, cells_in(other.rows)
    for kind, sheet in workbook.sheets.items():
        known = heads.get(sheet.title)
        if known is not None:
            own = _beside_the_table(sheet, known) if kind is not Sheet.PROBLEMS else []
            yield sheet.title, sheet.rows, own
        elif kind is Sheet.ABOUT:
            first = min(labelled, default=0)
            own = [at for at in cells_in(sheet.rows) if is_word_of_about(at, labelled, first)]
            yield sheet.title, sheet.rows, own


def is_word_of_about(at: At, labelled: Mapping[int, tuple[int, int]], first: int) -> bool:
    """Return whether a cell of the sheet About is in the place of the form's title or of a hint below a value."""
    row, column = at
    is_title = row < first and column == 1
    return is_title or (row not in labelled and row - 1 in labelled and column == labelled[row - 1][0] + 1)


def _beside_the_table(sheet: SheetCells, heads: Heads[Any]) -> list[At]:
    """Return the cells above the heads, under those of the form's own columns, and of headings between rows."""
    counted = heads.form.keys() - {heads.column(FormColumn.NOTHING)}
    keys = [column for what in _KEYS if (column := heads.column(what)) is not None]
    found: list[At] = []
    for row, cells in sheet.rows.items():
        if row < heads.row:
            found += [(row, column) for column in cells if is_above(heads, (row, column))]
        elif row > heads.row:
            is_heading = bool(keys) and len(cells) == 1 and not cells.keys() & set(keys)
            of_the_form = counted | heads.columns.keys() if is_heading else counted
            found += [(row, column) for column in cells if column in of_the_form]
    return found


def is_above(heads: Heads[Any], at: At) -> bool:
    """Return whether a cell above the heads is in the place of the form's title, captions or count of words."""
    row, column = at
    is_count = heads.form.get(column) is FormColumn.WORDS
    return bool(heads.form) and (column == min(heads.columns) or row == heads.row - 1 or is_count)
