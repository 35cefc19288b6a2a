"""What all sheets of a workbook share: title, heads with their notes, protection, print set-up."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportgen.agencies.form.looks import Looks
from reportgen.model.form_texts import ColumnText
from reportgen.model.paragraphs import lines_of

if TYPE_CHECKING:
    from decimal import Decimal

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
"""The number of the paper size (ECMA-376 Part 1, 18.3.1.63)."""
_HIGHEST = 409
LINE = 13
"""The height of a line in points, for the font that the cells have."""
_SLIM = 1.12
"""Characters of usual text in the room of one digit, by which widths of columns are counted."""
_PERMITTED: Mapping[str, Any] = {
    "select_locked_cells": True,
    "select_unlocked_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "sort": True,
}
"""What may be done to a locked sheet: go anywhere, make rows and columns wider, filter rows by the arrows on the heads.

Excel sorts only what is not locked (Worksheet.Protect, AllowSorting), so rows can be sorted when the sheet is unlocked.
"""
_NOTE_WIDTH = 260
"""Of the note on a head, in pixels; about 45 characters."""
_NOTE_CHARACTERS = 45
_NOTE_LINE = 17


def fill(text: str, **values: object) -> str:
    """Return a text of the template with its fields filled in."""
    return text.format(**values)


def height(text: str, width: int) -> int:
    """Return the height of a row in points, for a text in a cell of a width in characters."""
    return min(LINE * lines_of(text, int(width * _SLIM)) + 5, _HIGHEST)


def write_cell(sheet: "Worksheet", at: tuple[int, int], value: "str | Decimal | int | None", look: "Format") -> None:
    """Write a cell: a number as a number, and text as text, whatever it looks like.

    Args:
        sheet: the one that is written.
        at: row and column, counted from 0.
        value: what stands in the cell.
        look: its format.
    """
    if value is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(value, str):
        sheet.write_string(*at, value, look)
    else:
        sheet.write_number(*at, value, look)


def set_up(sheet: "Worksheet", footer: str, *, landscape: bool, insert_rows: bool = False, pages: int = 1) -> None:
    """Lock the sheet without a password, and make it print on A4.

    Args:
        sheet: to set up.
        footer: its text on every page.
        landscape: whether it prints sideways.
        insert_rows: whether rows may be added to it.
        pages: how many pages wide it prints.
    """
    sheet.protect("", {**_PERMITTED, "insert_rows": insert_rows})
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L&9{footer.replace('&', '&&')}&R&9&A – &P/&N")
    if landscape:
        sheet.set_landscape()
    if pages > 1:
        sheet.print_across()


def write_top(sheet: "Worksheet", looks: Looks, title: str, lead: str, *, columns: int, width: int) -> None:
    """Write the title of a sheet, and the sentence under it.

    Args:
        sheet: to write on.
        looks: of its cells.
        title: its title.
        lead: the sentence.
        columns: how many columns the sentence goes across.
        width: of these columns together, in characters.
    """
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title, looks["title"])
    sheet.set_row(1, height(lead, width))
    sheet.merge_range(1, 0, 1, columns - 1, lead, looks["lead"])


def write_head(sheet: "Worksheet", looks: Looks, at: tuple[int, int], head: str, text: ColumnText) -> None:
    """Write the head of a column with its caption above it, and a note; a plain year is a number, as people type it.

    Args:
        sheet: to write on.
        looks: of its cells.
        at: row and column of the head, counted from 0.
        head: its words.
        text: the caption and the note.
    """
    row, column = at
    sheet.write_string(row - 1, column, fill(text.caption), looks["caption"])
    write_cell(sheet, at, int(head) if head.isdigit() else head, looks["head"])
    note = fill(text.comment)
    options = {"width": _NOTE_WIDTH, "height": _NOTE_LINE * lines_of(note, _NOTE_CHARACTERS) + 12, "font_size": 9}
    sheet.write_comment(row, column, note, options)
