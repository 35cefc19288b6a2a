"""The sheet `About` of a workbook that is sent out: who answers, filled in; when and whom to ask, to be filled in."""

import datetime as dt
from typing import TYPE_CHECKING

from reportgen.agencies.form.formulas import Formula, cell, on_sheet
from reportgen.agencies.form.looks import MISSING, Looks
from reportgen.agencies.form.page import fill, height, write_top
from reportgen.agencies.form.plan import AgencyForm
from reportgen.limits import FIRST_YEAR, LAST_YEAR
from reportgen.model.form_texts import AboutTexts
from reportgen.model.sheets import About, Sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_FIRST = 3
_STEP = 2
"""Rows from one fact to the next; the row between them says what to write."""
_WIDTHS = (16, 72)


def write_about(sheet: "Worksheet", form: AgencyForm, texts: AboutTexts, looks: Looks) -> Formula:
    """Write the sheet; return how many of its cells are still empty.

    Args:
        sheet: an empty one.
        form: what is asked, and what is known already.
        texts: the words.
        looks: of its cells.
    """
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    title, lead = fill(texts.title, **names_of(form)), fill(texts.lead)
    write_top(sheet, looks, title, lead, columns=len(_WIDTHS), width=sum(_WIDTHS))
    department = ((About.DEPARTMENT, form.agency.departments[form.department]),) if form.department else ()
    facts = (
        (About.AGENCY, fill(texts.agency)),
        *department,
        (About.DATE, fill(texts.date)),
        (About.CONTACT, fill(texts.contact)),
    )
    for place, (label, hint) in enumerate(facts):
        row = _FIRST + _STEP * place
        sheet.set_row(row, 20)
        sheet.write_string(row, 0, label.value, looks["head"])
        sheet.set_row(row + 1, height(hint, _WIDTHS[1]) + 6)
        sheet.write_string(row + 1, 1, hint, looks["lead"])
    date, contact = _FIRST + _STEP * (len(facts) - 2), _FIRST + _STEP * (len(facts) - 1)
    sheet.write_string(_FIRST, 1, form.agency.code, looks.text(is_open=False))
    if form.department:
        sheet.write_string(_FIRST + _STEP, 1, form.department, looks.text(is_open=False))
    sheet.write_blank(date, 1, None, looks.date())
    known = form.contact or form.agency.focal_point
    sheet.write(contact, 1, known, looks.text(is_open=True))
    dates = {"criteria": "between", "minimum": dt.date(FIRST_YEAR, 1, 1), "maximum": dt.date(LAST_YEAR, 12, 31)}
    refused = {"error_message": fill(texts.date_refused)[:225]}
    sheet.data_validation(date, 1, date, 1, {"validate": "date", **dates, **refused})
    for row in (date, contact):
        sheet.conditional_format(row, 1, row, 1, {"type": "blanks", "format": looks.mark(MISSING)})
    empty = "+".join(f"COUNTBLANK({on_sheet(Sheet.ABOUT, cell(row, 1, fixed=True))})" for row in (date, contact))
    return Formula(empty, 1 if known else 2)


def names_of(form: AgencyForm) -> dict[str, object]:
    """Return what the titles of sheets may name."""
    return {"agency": form.agency.name, "state": form.state, "symbol": form.settings.symbol, "treaty": form.treaty}
