"""The workbook that an agency is sent, as the bytes of an `.xlsx`.

Five sheets: `Start here`, `About`, `Replies`, `Indicators`, `Tables`; the last four are those that intake reads. No
macros, no password, and the same bytes for the same contents.
"""

import datetime as dt
import io

import xlsxwriter
from msgspec import Struct
from msgspec.structs import replace

from reportgen.agencies.form.about import write_about
from reportgen.agencies.form.indicators import write_indicators
from reportgen.agencies.form.looks import INK, Looks
from reportgen.agencies.form.page import set_up
from reportgen.agencies.form.plan import AgencyForm
from reportgen.agencies.form.replies import write_replies
from reportgen.agencies.form.sheet import FormSheet
from reportgen.agencies.form.start import write_start
from reportgen.agencies.form.tables import write_tables
from reportgen.agencies.words import state_in_words
from reportgen.document.direction import is_right_to_left
from reportgen.model.form_texts import FormTexts
from reportgen.model.form_words import words_properties
from reportgen.model.sheets import (
    AGENCY_PROPERTY,
    DEPARTMENT_PROPERTY,
    FORMAT_PROPERTY,
    FORMAT_VERSION,
    ISSUES_PROPERTY,
    LANGUAGE_PROPERTY,
    PROJECT_PROPERTY,
    START_SHEET,
    VERSION_PROPERTY,
    Sheet,
)

_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date in the properties: fixed, so that the same content gives the same file."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_YELLOW = "#FFC000"


class Marks(Struct, frozen=True):
    """What a workbook says of itself in its properties, for the day on which it comes back."""

    version: str | None = None
    """The name of what it is filled from."""
    issues: str | None = None
    """The name of the list of issues that it asks about."""


_UNMARKED = Marks()


def in_language(form: AgencyForm, texts: FormTexts) -> AgencyForm:
    """Return what a workbook asks, with the names of State and treaty in the language of its words."""
    settings = form.settings
    return replace(
        form,
        state=state_in_words(settings.state.code, form.state, texts.language),
        treaty=texts.treaties.get(settings.treaty, form.treaty),
        language=texts.language,
        words={word: others[0] for word, others in texts.words.items()},
    )


def write_form(form: AgencyForm, texts: FormTexts, marks: Marks = _UNMARKED) -> bytes:
    """Return the workbook of an agency.

    Args:
        form: what it asks, and what is known already.
        texts: its words.
        marks: what its properties say of where it comes from.
    """
    form = in_language(form, texts)
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        _set_properties(book, form, texts, marks)
        is_rtl = is_right_to_left(texts.language)
        looks = Looks(book, is_rtl=is_rtl)
        start, about, replies, indicators, tables = (
            book.add_worksheet(name, FormSheet)
            for name in (START_SHEET, Sheet.ABOUT, Sheet.REPLIES, Sheet.INDICATORS, Sheet.TABLES)
        )
        others = (
            write_about(about, form, texts.about, looks),
            write_replies(replies, form, texts.replies, looks),
            write_indicators(indicators, form, texts.indicators, looks),
        )
        write_tables(tables, form, texts.tables, looks)
        write_start(start, form, texts.start, looks, others)
        footer = f"{form.settings.symbol} – {form.agency.name}"
        for sheet in (start, about):
            set_up(sheet, footer, landscape=False)
        for sheet in (replies, tables):
            set_up(sheet, footer, landscape=True, insert_rows=True)
        set_up(indicators, footer, landscape=True, pages=others[2].pages)
        if is_rtl:
            for sheet in book.worksheets():
                sheet.right_to_left()
        start.set_tab_color(INK)
        for sheet in (about, replies, indicators, tables):
            sheet.set_tab_color(_YELLOW)
        start.activate()
        for name, value in words_properties(words for sheet in book.worksheets() for words in sheet.words):
            book.set_custom_property(name, value, "text")
    for holder in (book.worksheets(), book.sheetnames):
        holder.clear()  # the sheets hold the book: so it is freed now, and not when Python looks for cycles
    return buffer.getvalue()


def _set_properties(book: xlsxwriter.Workbook, form: AgencyForm, texts: FormTexts, marks: Marks) -> None:
    """Write into a workbook what it is, for the program that reads it when it comes back."""
    book.set_properties({"title": f"{form.settings.symbol}: {form.agency.name}", "created": _CREATED})
    book.set_custom_property(FORMAT_PROPERTY, FORMAT_VERSION, "number")
    named = {
        PROJECT_PROPERTY: form.settings.symbol,
        AGENCY_PROPERTY: form.agency.code,
        LANGUAGE_PROPERTY: texts.language,
        DEPARTMENT_PROPERTY: form.department,
        VERSION_PROPERTY: marks.version,
        ISSUES_PROPERTY: marks.issues,
    }
    for name, value in named.items():
        if value:
            book.set_custom_property(name, value, "text")
