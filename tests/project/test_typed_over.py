"""What officials type over the words of a form, paint, hide or put beside it: each is told, the form itself is not."""

from collections.abc import Callable

import openpyxl
import pytest
from forms import form_of, opened, partly_answered, saved, wordless, writing_rows
from office import needs_office, resaved
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reportgen.diagnostics import Severity
from reportgen.model.form_words import read_words, words_properties
from reportgen.project import read_submission

Told = list[tuple[str, str]]


def told(book: Workbook | bytes, *codes: str) -> Told:
    """Codes and places of the errors and questions about a workbook; of some codes where they are given."""
    result = read_submission(book if isinstance(book, bytes) else saved(book), "x.xlsx")
    return [
        (one.code, str(one.place).removeprefix("x.xlsx:"))
        for one in result.diagnostics
        if one.severity is not Severity.INFO and (not codes or one.code in codes)
    ]


def form(language: str = "en") -> Workbook:
    """The form of an agency that has sent figures and a reply."""
    return opened(form_of(partly_answered(), "justice", language))


def cell_of(sheet: Worksheet, head: str, key: str = "cases") -> str:
    """The name of the cell under a head in the row of a key."""
    at = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value in {head, "Key"}}
    row = next(cell.row for cell in sheet[at["Key"].column_letter] if cell.value == key)
    return f"{at[head].column_letter}{row}"


@pytest.mark.parametrize("language", ["en", "fr", "ru", "es", "ar", "zh"])
def test_a_form_says_nothing_of_its_own_words(language: str) -> None:
    """Whatever its language is, and whichever program saved it."""
    assert [] == told(form(language))


@needs_office
def test_a_form_that_libreoffice_saved_says_nothing_either() -> None:
    """It keeps properties, notes, formulas and colours; and what was typed is told of its file as well."""
    book = form()
    assert [] == told(resaved(saved(book)))

    book["Start here"]["A2"] = "All figures are in thousands"
    assert [("RG393", "Start here!A2")] == told(resaved(saved(book)))


def a_count(book: Workbook) -> str:
    """A number under “Missing”."""
    at = cell_of(book["Indicators"], "Missing")
    book["Indicators"][at] = 1500
    return f"Indicators!{at}"


def a_reason(book: Workbook) -> str:
    """Why a figure is missing, where the missing ones are counted."""
    at = cell_of(book["Indicators"], "Missing")
    book["Indicators"][at] = "not collected in 2023"
    return f"Indicators!{at}"


def a_sum(book: Workbook) -> str:
    """A number under “Sums”."""
    at = cell_of(book["Indicators"], "Sums")
    book["Indicators"][at] = 12
    return f"Indicators!{at}"


def a_question(book: Workbook) -> str:
    """A reply in the place of what the Committee asks."""
    at = f"B{writing_rows(book, 1)[0] - 1}"
    book["Replies"][at] = "A reply in the place of the question."
    return f"Replies!{at}"


def a_pointer(book: Workbook) -> str:
    """A reply in the place of the words beside the first yellow cell."""
    at = f"B{writing_rows(book, 1)[0]}"
    book["Replies"][at] = "A reply beside its column."
    return f"Replies!{at}"


def below_the_pointer(book: Workbook) -> str:
    """A reply in an empty cell of the same column."""
    at = f"B{writing_rows(book, 1)[1]}"
    book["Replies"][at] = "A reply beside its column."
    return f"Replies!{at}"


def typed(sheet: str, at: str, value: str | float) -> Callable[[Workbook], str]:
    """Something in one cell."""

    def change(book: Workbook) -> str:
        book[sheet][at] = value
        return f"{sheet}!{at}"

    return change


OVER = [
    *(a_count, a_reason, a_sum, a_question, a_pointer, below_the_pointer),
    typed("Start here", "A2", "All figures are in thousands"),
    typed("Start here", "F40", 1500),
    typed("About", "A1", "We have no figures for 2023"),
    typed("About", "B9", "the figures are not final"),
    typed("Replies", "A2", "Our reply to all is no."),
    typed("Replies", "C4", "provisional"),
    typed("Indicators", "A1", "Figures in thousands"),
    typed("Indicators", "G3", "provisional"),
    typed("Indicators", "B5", "Issue 1 – not final"),
]


@pytest.mark.parametrize("change", OVER)
def test_what_is_typed_over_the_form_is_told_at_its_cell(change: Callable[[Workbook], str]) -> None:
    """Once, and nothing else of the workbook."""
    book = form()
    place = change(book)
    assert [("RG393", place)] == told(book)


def test_a_table_sheet_with_other_words_above_is_told() -> None:
    """Its title, too, is the form's."""
    book = form()
    book["Tables"]["A1"] = "Beds: 14 in 2023"
    assert [("RG225", "Tables!A1")] == told(book)


def test_rows_that_were_moved_keep_the_words_of_the_form() -> None:
    """A row inserted above all, as an unlocked sheet allows, moves them; it changes none."""
    book = form()
    for name in ("Start here", "About"):
        for area in list(book[name].merged_cells.ranges):
            book[name].unmerge_cells(str(area))
        book[name].insert_rows(1)
    assert [] == told(book)


def test_a_label_without_figures_is_told_where_it_was_typed() -> None:
    """Beside an issue, too, where a form itself writes what is asked for."""
    book = form()
    sheet = book["Indicators"]
    at = cell_of(sheet, "Label", "justice_1")
    sheet[at], sheet[cell_of(sheet, "Issue", "justice_1")] = "beds in shelters", 2
    assert [("RG225", f"Indicators!{at}")] == told(book)

    sheet[cell_of(sheet, "Unit", "justice_1")] = "bed / beds"
    sheet[at.replace(at[0], "G")] = 14
    assert [] == told(book, "RG225")


def test_without_its_properties_a_form_is_known_by_the_places_of_its_words() -> None:
    """Google Sheets drops them; then what stands in the place of a title is taken for it, and a reply is not."""
    book = form()
    place = below_the_pointer(book)
    book["Start here"]["A2"] = "All figures are in thousands"
    assert [("RG225", place)] == told(wordless(saved(book)))


def test_words_are_kept_whatever_their_number() -> None:
    """In properties of 252 characters; space in them does not count, everything else does."""
    kept = dict(words_properties(f"words {number}" for number in range(500)))
    words = read_words(kept)

    assert 500 == len(words)
    assert all(len(value) <= 252 for value in kept.values())
    assert words == read_words(dict(words_properties(f" words\n{number}\xa0" for number in range(500))))
    assert frozenset() == read_words({"reportgen project": "x"})


# ---- colours ----

RED = PatternFill("solid", fgColor="FFFF0000")
THEME = PatternFill("solid", fgColor=openpyxl.styles.colors.Color(theme=5))


@pytest.mark.parametrize("look", [RED, THEME, Font(color="FFC00000")], ids=["fill", "theme", "font"])
def test_a_coloured_figure_is_asked_about(look: PatternFill | Font) -> None:
    """One question a sheet, at the first of them; what the form itself colours is none."""
    book = form()
    sheet = book["Indicators"]
    for head in (2021, 2023):
        setattr(sheet[cell_of(sheet, head)], "fill" if isinstance(look, PatternFill) else "font", look)  # type: ignore[arg-type] # a head may be a number
    assert [("RG394", f"Indicators!{cell_of(sheet, 2021)}")] == told(book)  # type: ignore[arg-type] # as above


@pytest.mark.parametrize("colour", ["FFFFFFFF", "00FFF8DC", "FFF2F2F2"])
def test_white_and_the_colours_of_the_form_mean_nothing(colour: str) -> None:
    """Taking a colour away in Excel may leave white."""
    book = form()
    sheet = book["Indicators"]
    sheet[cell_of(sheet, 2021)].fill = PatternFill("solid", fgColor=colour)  # type: ignore[arg-type] # as above
    sheet["A20"].fill = RED  # no figure
    assert [] == told(book)


def test_a_coloured_text_is_asked_about() -> None:
    """As an official marks a draft."""
    book = form()
    at = f"C{writing_rows(book, 1)[0]}"
    book["Replies"][at].fill = RED
    assert [("RG394", f"Replies!{at}")] == told(book)


# ---- beside the cells, hidden, on other sheets ----


def test_a_comment_over_a_note_of_the_form_is_told() -> None:
    """The notes of the form itself are not."""
    book = form()
    sheet = book["Indicators"]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 2023)
    head.comment = Comment("All of 2023 is not final", "A. Person")
    assert [("RG229", f"Indicators!{head.coordinate}")] == told(book)


def test_hidden_figures_are_told_but_for_rows_that_a_filter_hides() -> None:
    """The arrows on the heads hide rows, and the form tells officials to use them."""
    book = form()
    sheet = book["Indicators"]
    row = int(cell_of(sheet, "Missing")[1:])
    sheet.row_dimensions[row].hidden = True
    assert [("RG228", "Indicators")] == told(book)

    sheet.auto_filter.add_filter_column(7, ["1"])
    assert [] == told(book)

    sheet.column_dimensions[cell_of(sheet, 2023)[0]].hidden = True  # type: ignore[arg-type] # as above
    assert [("RG228", "Indicators")] == told(book)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["", 2023], ["cases", 1500]], [("RG226", "Sheet1")]),
        ([["cases", "1 500"]], [("RG226", "Sheet1")]),
        ([["To do", "ask the registry"]], []),
    ],
)
def test_a_sheet_with_figures_is_asked_about(rows: list[list[str | int]], expected: Told) -> None:
    """One with words alone stays a remark."""
    book = form()
    for row in rows:
        (book["Sheet1"] if "Sheet1" in book.sheetnames else book.create_sheet("Sheet1")).append(row)
    assert expected == told(book)
