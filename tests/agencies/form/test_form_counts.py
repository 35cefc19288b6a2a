"""The counters of a workbook are alive: LibreOffice calculates them anew, from what is filled in."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from forms import (
    figure_cell,
    form_of,
    formulas_of,
    heads,
    needs_office,
    opened,
    partly_answered,
    reply_cell,
    resaved_by_office,
    saved,
)
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from reports import make_report

from reportgen.agencies.form.formulas import words_in
from reportgen.document.words import count_words

NEWER = ("LET(", "XLOOKUP(", "FILTER(", "TEXTJOIN(", "_xlfn", "CONCAT(", "TEXT(", "INDIRECT(", "OFFSET(", "TODAY(")


@pytest.fixture(scope="module")
def untouched() -> bytes:
    """A workbook as it is sent out."""
    return form_of(partly_answered(), "justice")


def all_values(book: Workbook) -> dict[tuple[str, str], object]:
    """Every cell that is not empty."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@needs_office
def test_the_values_that_are_written_are_those_that_are_calculated(untouched: bytes, tmp_path: Path) -> None:
    """A reader that does not calculate sees what Excel and LibreOffice show."""
    emptied = saved(opened(untouched))  # openpyxl saves formulas without their values
    calculated = opened(resaved_by_office(emptied, tmp_path), values=True)

    assert 20 < len(formulas_of(untouched))
    assert all_values(opened(untouched, values=True)) == all_values(calculated)


@needs_office
def test_the_counters_follow_what_is_filled_in(untouched: bytes, tmp_path: Path) -> None:
    """Step by step everything is filled in: words are counted, parts add up, the workbook is complete."""
    book = opened(untouched)
    book["About"]["B6"] = dt.date(2024, 2, 5)
    reply_cell(book, 1, 1).value = " Three  more\nwords. "
    figure_cell(book, "cases", 2021, "men").value = 5
    for year in (2021, 2022):
        figure_cell(book, "persons_convicted", year).value = 3
    figure_cell(book, "persons_convicted", "2023 status").value = "not available"
    nothing = opened(untouched)["Replies"]
    row = next(row for row in range(6, nothing.max_row) if nothing.cell(row, 2).value == "Issue 2 – General")
    book["Replies"].cell(row, heads(nothing)["Nothing to add"]).value = "yes"
    start = opened(resaved_by_office(saved(book), tmp_path), values=True)["Start here"]

    assert [0, 0, 0, 0] == [start.cell(row, 3).value for row in range(6, 10)]
    assert "Complete – please send this workbook back" == start["A3"].value
    states = {str(cell.value): start.cell(cell.row, 4).value for cell in start["A"] if cell.row > 10}
    words = {str(cell.value): start.cell(cell.row, 3).value for cell in start["A"] if cell.row > 10}
    assert ("written", "nothing to add") == (states["Issue 1"], states["Issue 2"])
    assert 4 == words["Issue 1"]


@needs_office
def test_a_division_without_a_part_is_counted(tmp_path: Path) -> None:
    """Until a part is written below its line, or the note of the total says why there is none."""
    issues = [{"number": 1, "agencies": ["justice"], "asks": {"indicators": [{"label": "cases", "breakdowns": ["x"]}]}}]
    given = {"indicators": {"cases": {"label": "cases", "issue": 1, "values": {2021: 4, 2022: 5, 2023: 6}}}}
    data = form_of(make_report(given, issues=issues), "justice")

    def counted(column: str, entry: str | None, below: int) -> int:
        """What is missing of the figures when one cell is filled in."""
        book = opened(data)
        row = (figure_cell(book, "cases", "Note").row or 0) + below
        book["Indicators"].cell(row, heads(book["Indicators"])[column]).value = entry
        done = opened(resaved_by_office(saved(book), tmp_path), values=True)
        return int(str(done["Start here"]["C8"].value))

    assert 1 == counted("Note", None, 0) == opened(data, values=True)["Start here"]["C8"].value
    assert 0 == counted("Note", "Not counted by x.", 0)
    assert 0 == counted("Label", "women", 2)


@needs_office
def test_each_disagreement_of_parts_is_counted(tmp_path: Path) -> None:
    """Whole parts, parts of two divisions, parts that need not add up, percentages of groups, which do not add up."""
    indicators = {
        "off": {"values": {2021: 10, 2022: 10}, "breakdown": [part("a", 4, 4), part("b", 6, 5)]},
        "twice": {
            "values": {2021: 10, 2022: 10},
            "breakdown": [
                part("a", 4, 4, by="x"),
                part("c", 3, 3, by="y"),
                part("b", 6, 6, by="x"),
                part("d", 7, 8, by="y"),
            ],
        },
        "above": {
            "exhaustive": False,
            "values": {2021: 10, 2022: 10},
            "breakdown": [part("a", 4, 11), part("b", 1, 1)],
        },
        "percent": {
            "unit": "percent",
            "values": {2021: 100, 2022: 100},
            "breakdown": [part("a", 33, 30), part("b", 66, 60)],
        },
        "fraction": {
            "values": {2021: Decimal("0.3"), 2022: Decimal("0.3")},
            "breakdown": [part("a", "0.1", "0.1"), part("b", "0.2", "0.1")],
        },
    }
    data = form_of(make_report({"indicators": indicators}, reporting_years=[2021, 2022]), "justice")
    for book in (opened(data, values=True), opened(resaved_by_office(saved(opened(data)), tmp_path), values=True)):
        assert {**dict.fromkeys(indicators, 1), "percent": None} == {
            key: figure_cell(book, key, "Sums").value for key in indicators
        }


def part(label: str, first: object, second: object, **more: object) -> dict[str, object]:
    """A part with the values of 2021 and 2022."""
    return {"label": label, "values": {2021: Decimal(str(first)), 2022: Decimal(str(second))}, **more}


def test_only_functions_that_both_programs_have_are_used(untouched: bytes) -> None:
    """None that is newer than Excel 2007, none that depends on the language or the day."""
    assert [] == [formula for formula in formulas_of(untouched) if any(name in formula for name in NEWER)]


@given(st.text("ab. \n\u00a0-", max_size=30))
def test_words_are_counted_as_in_the_report(text: str) -> None:
    """A row counts at least the words of the report; a sign alone between spaces is the only difference."""
    signs = sum(1 for word in text.split() if not any(character.isalnum() for character in word))

    assert count_words(text) == words_in(text) - signs


@needs_office
def test_characters_are_counted_where_the_report_is_in_chinese(tmp_path: Path) -> None:
    """As LibreOffice calculates it: neither spaces nor stops; in another report what stands between spaces."""
    counts = {}
    for language in ("zh", "en"):
        report = partly_answered()
        settings = report.settings.model_copy(update={"language": language})
        book = opened(form_of(report.model_copy(update={"settings": settings}), "justice"))
        cell = reply_cell(book, 1)
        cell.value = "获得赔偿的受害者共348人，\n包括 妇女。"
        sheet = opened(resaved_by_office(saved(book), tmp_path), values=True)["Replies"]
        (head,) = (one for row in sheet.iter_rows() for one in row if one.value == "Words")
        counts[language] = sheet[f"{head.column_letter}{cell.row}"].value

    assert {"zh": 17, "en": 3} == counts


@given(st.text("年案件，。 \n\u00a0", max_size=30))
def test_chinese_is_counted_as_in_the_report(text: str) -> None:
    """Character by character, without its stops."""
    assert count_words(text) == words_in(text, by_character=True)
