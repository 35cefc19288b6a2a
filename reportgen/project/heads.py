"""Find the row of a sheet that holds the heads of its columns, and what each column holds.

Columns are found by the words over them, in any order, without regard to case and spaces, in the first rows.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Literal, Place, Severity, diagnose, nearest, shown
from reportgen.files.findings import Findings
from reportgen.limits import SUGGESTIONS
from reportgen.model.cell_words import PeriodHeader, parse_period_header, parse_unit, period_header, same_name
from reportgen.model.sheets import (
    AFTER_NOTES,
    AFTER_YEARS,
    BEFORE_YEARS,
    NEEDED_INDICATORS,
    FormColumn,
    IndicatorColumn,
    PeriodColumn,
    ReplyColumn,
)
from reportgen.project.cells import CellKind, SheetCell, column_letters, place_of
from reportgen.project.entries import At, at_cell, holds_figure, names_of
from reportgen.project.formats import display
from reportgen.project.rich import struck
from reportgen.project.translated import plain_head, plain_word
from reportgen.project.workbook import SheetCells
from reportgen.regex import regex

_C = TypeVar("_C", bound=StrEnum)
_ROWS_SEARCHED = 40
"""Filled rows in which heads are looked for; explanations above a table are shorter."""
_OF_THE_FORM = {same_name(column): column for column in FormColumn}
_LIKE_A_YEAR = regex(r"(?:19|20|21)\d\d|\b[FC]Y ?'?\d\d\b|['’]\d\d\b|^\D?(?:\d\D?){2,5}$", re.IGNORECASE)
"""A year somewhere in a head, or hardly more than digits: `23`, `20223`, and `2O23` with a letter."""
_ALWAYS = (*BEFORE_YEARS, *AFTER_YEARS, *AFTER_NOTES, IndicatorColumn.OFFERED)
_EXPECTED: dict[type[StrEnum], tuple[StrEnum, ...]] = {
    IndicatorColumn: tuple(one for one in _ALWAYS if isinstance(one, IndicatorColumn) and one not in NEEDED_INDICATORS),
    ReplyColumn: (FormColumn.NOTHING, ReplyColumn.KEY),
}
"""Columns that each sheet of a form has, in their order, beside those without which it cannot be read."""
_HARMLESS = {IndicatorColumn.NOTE, IndicatorColumn.OFFERED, ReplyColumn.KEY, FormColumn.NOTHING}
"""Columns whose loss changes no figure."""


class Heads(Struct, Generic[_C]):
    """What the columns of a sheet hold."""

    row: int
    columns: dict[int, _C] = {}
    periods: dict[int, PeriodHeader] = {}
    form: dict[int, FormColumn] = {}
    """Columns for the people who fill the form in."""
    unread: dict[int, str] = {}
    """Columns with another head, by its words."""

    def column(self, what: StrEnum) -> int | None:
        """Return the column of a head of the sheet or of the form, or None where there is none."""
        known: dict[int, StrEnum] = {**self.columns, **self.form}
        return next((column for column, head in known.items() if head is what), None)


def find_heads(
    sheet: SheetCells, columns: type[_C], needed: Sequence[_C], place: Place, found: Findings
) -> Heads[_C] | None:
    """Find the row of heads and read it.

    Args:
        sheet: the filled cells.
        columns: the columns that the sheet may have, beside periods.
        needed: those that it must have.
        place: the workbook.
        found: gets what is wrong with the heads.

    Returns:
        The heads, or None where a needed column is missing.
    """
    known = {same_name(column): column for column in columns}
    row = _head_row(sheet, known, needed)
    if row is None:
        first = sheet.rows[min(sheet.rows)] if sheet.rows else {}
        found.append(_missing(sheet, needed[0], first, place))
        return None
    heads: Heads[_C] = Heads(row)
    for column, cell in sheet.rows[row].items():
        if gone := struck(cell.runs):
            found.append(diagnose("RG188", place_of(place, sheet.title, row, column), text=gone))
        _read_head(sheet, heads, known, (row, column, cell), place, found)
    figures = _figures_below(sheet, row) if columns is IndicatorColumn else {}
    for column, text in heads.unread.items():
        counted = figures.get(column, [])
        if _is_numbering(sheet, counted) and not _LIKE_A_YEAR.search(text):
            counted = []
        found.append(_unread(text, known, counted, place_of(place, sheet.title, row, column)))
    headless = _note_headless(sheet, heads, figures, place, found)
    found.extend(_missing_of_the_form(sheet, heads, columns, headless, place))
    found.extend(_second_heads(sheet, heads, known, needed[0], place))
    missing = [column for column in needed if column not in heads.columns.values()]
    found.extend(_missing(sheet, column, sheet.rows[row], place) for column in missing)
    return None if missing else heads


def head_text(cell: SheetCell) -> str:
    """Return the words of a head as they are shown; a year may be a number, and a format may add “-H1” to it."""
    if isinstance(cell.value, Decimal):
        seen = display(cell.value, cell.format)
        return seen.text if seen.gap and seen.text else f"{cell.value:f}"
    return cell.value.strip() if isinstance(cell.value, str) else ""


def _head_row(sheet: SheetCells, known: dict[str, _C], needed: Sequence[_C]) -> int | None:
    """Return the first of the rows with most known heads, or None where there is no known head at all.

    Heads are looked for in the languages of forms where no row has all English heads that are needed.
    """
    row, names = _most_heads(sheet, known.keys(), same_name)
    if {same_name(one) for one in needed} <= names:
        return row
    return _most_heads(sheet, known.keys(), lambda text: same_name(plain_head(text) or text))[0]


def _most_heads(
    sheet: SheetCells, known: Collection[str], name_of: Callable[[str], str]
) -> tuple[int | None, set[str]]:
    """Return the first of the rows with most known heads, and their names."""
    best: tuple[int | None, set[str]] = (None, set())
    for row in list(sheet.rows)[:_ROWS_SEARCHED]:
        names = {name_of(head_text(cell)) for cell in sheet.rows[row].values()} & set(known)
        if len(names) > len(best[1]):
            best = (row, names)
    return best


def _read_head(
    sheet: SheetCells,
    heads: Heads[_C],
    known: dict[str, _C],
    at: tuple[int, int, SheetCell],
    place: Place,
    found: Findings,
) -> None:
    """Read one head."""
    row, column, cell = at
    here = place_of(place, sheet.title, row, column)
    if isinstance(cell.value, dt.date):
        found.append(diagnose("RG148", here, date=cell.value.isoformat()))
        return
    text = head_text(cell)
    plain = _plain_head(text, known)
    if plain != text:
        found.append(diagnose("RG753", here, text=text, head=plain))
    what = known.get(same_name(plain))
    of_the_form = _OF_THE_FORM.get(same_name(plain))
    period = None if what else parse_period_header(plain.rstrip(": "))
    if what:
        first = next((number for number, other in heads.columns.items() if other is what), None)
    else:
        first = next((number for number, other in heads.periods.items() if period and other.is_of(period)), None)
    if first is not None:
        found.append(diagnose("RG144", here, column=text, first=column_letters(first)))
    elif what:
        heads.columns[column] = what
    elif period:
        heads.periods[column] = period
        if period.is_worded:
            found.append(diagnose("RG223", here, column=text, period=period_header(period.period, period.holds)))
    elif of_the_form:
        heads.form[column] = of_the_form
    elif text:
        heads.unread[column] = text


def _plain_head(text: str, known: dict[str, _C]) -> str:
    """Return a head in English where it is one in another language: `Unité`, `2023 statut`."""
    if not text or _is_head(text, known):
        return text
    period, _, holds = text.partition(" ")
    word = plain_word(holds)
    if word in {PeriodColumn.STATUS, PeriodColumn.NOTE} and parse_period_header(f"{period} {word}"):
        return f"{period} {word}"
    return plain_head(text) or text


def _figures_below(sheet: SheetCells, head: int) -> dict[int, list[At]]:
    """Return the cells below the heads that hold figures, by their columns."""
    figures: dict[int, list[At]] = {}
    for row, cells in sheet.rows.items():
        if row > head:
            for column, cell in cells.items():
                if holds_figure(cell):
                    figures.setdefault(column, []).append((row, column))
    return figures


def _is_numbering(sheet: SheetCells, cells: list[At]) -> bool:
    """Return whether cells number the rows from 1 on."""
    values = [sheet.rows[row][column].value for row, column in cells]
    return values == list(range(1, len(values) + 1))


def _unread(text: str, known: dict[str, _C], figures: list[At], here: Place) -> Diagnostic:
    """Return the diagnostic for a head that is not known: the graver, the more may be lost under it."""
    is_like_a_year = _LIKE_A_YEAR.search(text) is not None
    if is_like_a_year and figures:
        return diagnose("RG220", here, column=text, cells=Literal(names_of(figures)))
    hint = nearest(text.capitalize(), [column.value for column in known.values()])
    is_like_one = hint.startswith("did you mean") or is_like_a_year or figures
    if is_like_a_year or (figures and not hint.startswith("did you mean")):
        hint = Literal("write a period over it, such as 2023, 2023-H1 or 2023 note")
    severity = Severity.WARNING if is_like_one else Severity.INFO
    return diagnose("RG143", here, severity=severity, column=text, nearest=hint)


def _note_headless(
    sheet: SheetCells, heads: Heads[_C], figures: dict[int, list[At]], place: Place, found: Findings
) -> list[int]:
    """Say which columns hold entries below the heads, but have none; return them."""
    with_head = sheet.rows[heads.row].keys()
    told: dict[int, At] = {}
    for row, cells in sheet.rows.items():
        if row <= heads.row:
            continue
        for column, cell in cells.items():
            if column not in with_head and column not in told and cell.kind is not CellKind.UNCALCULATED:
                told[column] = (row, column)
    for column, first in told.items():
        here = at_cell(place, sheet.title, figures[column][0] if column in figures else first)
        severity = Severity.ERROR if column in figures else Severity.WARNING
        found.append(diagnose("RG149", here, severity=severity, column=column_letters(column)))
    return list(told)


def _missing_of_the_form(
    sheet: SheetCells, heads: Heads[_C], columns: type[_C], headless: list[int], place: Place
) -> list[Diagnostic]:
    """Say which columns of the form are not there, where others are filled that nobody reads."""
    filled = {column for row, cells in sheet.rows.items() if row > heads.row for column in cells}
    unread = [column for column in sorted({*heads.unread, *headless}) if column in filled]
    missing: list[str]
    if len(heads.form) > 1:
        missing = [one for one in _EXPECTED.get(columns, ()) if heads.column(one) is None]
        missing = [one for one in missing if unread or one not in _HARMLESS]
        missing += _lost_beside(heads, unread)
    else:
        unread = [column for column in unread if _holds_units(sheet, heads.row, column)]
        missing = [one for one in (IndicatorColumn.UNIT,) if columns is IndicatorColumn and heads.column(one) is None]
        missing = missing if unread else []
    return [_missing_one(sheet, heads, one, place, unread, index) for index, one in enumerate(missing)]


def _lost_beside(heads: Heads[_C], unread: list[int]) -> Iterator[str]:
    """Yield the heads of status and notes that a form has for each year, where one beside them is not read."""
    columns = {column for column, head in heads.periods.items() if head.holds is not PeriodColumn.VALUE}
    if not any(columns & {column - 1, column + 1} for column in unread):
        return
    years = [head.period for head in heads.periods.values() if head.holds is PeriodColumn.VALUE]
    known = {(head.period, head.holds) for head in heads.periods.values()}
    for holds in dict.fromkeys(holds for _, holds in known if holds is not PeriodColumn.VALUE):
        yield from (period_header(year, holds) for year in years if (year, holds) not in known)


def _missing_one(
    sheet: SheetCells, heads: Heads[_C], what: str, place: Place, unread: list[int], index: int
) -> Diagnostic:
    """Return the diagnostic for a missing column: an error where its entries may stand in one that is not read."""
    names = [f"{column_letters(column)} “{shown(heads.unread.get(column, ''))}”" for column in unread[:SUGGESTIONS]]
    column = unread[min(index, len(unread) - 1)] if unread else None
    here = Place(place.file, sheet=sheet.title) if column is None else at_cell(place, sheet.title, (heads.row, column))
    severity = Severity.ERROR if unread and what not in _HARMLESS else Severity.WARNING
    return diagnose("RG221", here, severity=severity, column=what, unread=Literal(", ".join(names) or "no others"))


def _holds_units(sheet: SheetCells, head: int, column: int) -> bool:
    """Return whether every entry of a column below the heads is a unit."""
    entries = [cells[column] for row, cells in sheet.rows.items() if row > head and column in cells]
    try:
        return bool([parse_unit(str(cell.value)) for cell in entries])
    except ValueError:
        return False


def _second_heads(
    sheet: SheetCells, heads: Heads[_C], known: dict[str, _C], needed: _C, place: Place
) -> list[Diagnostic]:
    """Say where a second row of heads stands: a known head under the one that is needed, and another beside it."""
    column = heads.column(needed)
    second = []
    for row, cells in sheet.rows.items():
        cell = cells.get(column or 0)
        if row <= heads.row or cell is None or same_name(head_text(cell)) not in known:
            continue
        texts = [head_text(one) for one in cells.values()]
        if len(texts) > 1 and all(_is_head(text, known) for text in texts):
            here = at_cell(place, sheet.title, (row, min(cells)))
            names = Literal(", ".join(f"“{shown(text)}”" for text in texts[:SUGGESTIONS]))
            second.append(diagnose("RG224", here, heads=names, row=heads.row))
    return second


def _is_head(text: str, known: dict[str, _C]) -> bool:
    """Return whether a text is a head of the sheet."""
    name = same_name(text)
    return name in known or name in _OF_THE_FORM or parse_period_header(text) is not None


def _missing(sheet: SheetCells, column: StrEnum, row: dict[int, SheetCell], place: Place) -> Diagnostic:
    heads = [f"“{shown(head_text(cell))}”" for cell in row.values() if head_text(cell)]
    more = ", …" if len(heads) > SUGGESTIONS else ""
    names = Literal(", ".join(heads[:SUGGESTIONS]) + more or "no heads")
    return diagnose("RG142", Place(place.file, sheet=sheet.title), column=column, found=names)
