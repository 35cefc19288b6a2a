"""Workbooks that are sent out, as those who fill them in see them: opened, filled in by heads, saved again."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from reports import make_report

from reportgen.agencies.form.form import write_form
from reportgen.agencies.form.plan import Planner
from reportgen.agencies.texts import read_texts
from reportgen.model import Report
from reportgen.model.form_texts import FormTexts

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
_XLSX = "xlsx:Calc MS Excel 2007 XML"


_SERIES: dict[str, Any] = {
    "label": "cases",
    "unit": {"one": "case", "other": "cases"},
    "issue": 1,
    "values": {2020: 10, 2021: 12, 2022: None, 2023: {"value": 5, "status": "provisional", "note": "first half"}},
    "breakdown": [
        {"label": "women", "values": {2021: 7, 2023: 2}},
        {"label": "men", "values": {2021: 6, 2023: 3}},
    ],
    "source": "Register",
}
_ISSUES: list[dict[str, Any]] = [
    {
        "number": 1,
        "text": "What was done?",
        "questions": ["In law", "In practice"],
        "agencies": ["justice", "interior"],
        "asks": {"indicators": ["cases", "persons convicted"], "years": [2021, 2022, 2023]},
    },
    {"number": 2, "agencies": ["interior", "justice"]},
]


def partly_answered(**more: Any) -> Report:
    """A report with two issues, in which justice has sent figures and a reply."""
    submission = {"contact": "A. Person", "indicators": {"cases": _SERIES}, "replies": [{"issue": 1, "text": "Much."}]}
    return make_report(submission, issues=_ISSUES, **more)


@cache
def texts(language: str = "en") -> FormTexts:
    """The shipped words of a language."""
    read = read_texts(FormTexts, Path("no such project"), language)
    assert read.texts is not None, read.diagnostics
    return read.texts


def form_of(report: Report, agency: str, language: str = "en") -> bytes:
    """The workbook of an agency."""
    return write_form(Planner(report).plan(agency), texts(language))


def opened(data: bytes, *, values: bool = False) -> Workbook:
    """A workbook for reading and filling in.

    Args:
        data: its bytes.
        values: what formulas gave when it was saved last, in the place of the formulas.
    """
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def head_row(sheet: Worksheet) -> int:
    """The row that holds the heads."""
    return next(row for row in range(1, 20) if sheet.cell(row, 1).value == "Issue")


def heads(sheet: Worksheet) -> dict[str, int]:
    """The columns by their heads."""
    row = head_row(sheet)
    return {str(cell.value): cell.column for cell in sheet[row] if cell.value is not None}


def writing_rows(book: Workbook, issue: int) -> list[int]:
    """The rows to write in of an issue."""
    sheet = book["Replies"]
    text = heads(sheet)["Text"]
    return [
        row
        for row in range(head_row(sheet) + 1, sheet.max_row + 1)
        if sheet.cell(row, 1).value == issue and not sheet.cell(row, text).protection.locked
    ]


def reply_cell(book: Workbook, issue: int, place: int = 0, head: str = "Text") -> Cell | MergedCell:
    """A cell of one of the rows of an issue."""
    sheet = book["Replies"]
    return sheet.cell(writing_rows(book, issue)[place], heads(sheet)[head])


def rows_of(book: Workbook) -> Iterator[tuple[int, str, str]]:
    """The rows of figures: number, key of the indicator, label of the part (empty for the whole)."""
    sheet = book["Indicators"]
    columns = heads(sheet)
    for row in range(head_row(sheet) + 1, sheet.max_row + 1):
        key, whole = sheet.cell(row, columns["Key"]).value, sheet.cell(row, columns["Part of"]).value
        if whole:
            yield row, str(whole), str(sheet.cell(row, columns["Label"]).value)
        elif key:
            yield row, str(key), ""


def figure_cell(book: Workbook, key: str, head: object, part: str = "") -> Cell | MergedCell:
    """A cell of the row of an indicator or of one of its parts."""
    sheet = book["Indicators"]
    row = next(number for number, name, label in rows_of(book) if (name, label) == (key, part))
    return sheet.cell(row, heads(sheet)[str(head)])


def formulas_of(data: bytes) -> list[str]:
    """All formulas of a workbook, as the file has them."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    return [formula for sheet in sheets for formula in re.findall(r"<f>(.*?)</f>", sheet)]


def resaved_by_office(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it, every formula calculated anew."""
    file = folder / "form.xlsx"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", _XLSX, "--outdir", str(folder / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=folder)
    return (folder / "out" / file.name).read_bytes()


def wordless(data: bytes) -> bytes:
    """A workbook that no longer keeps the words that it was sent out with, as Google Sheets saves it."""
    book = opened(data)
    for name in [one.name for one in book.custom_doc_props.props if "words" in one.name]:  # type: ignore[attr-defined] # the stubs lack it
        del book.custom_doc_props[name]  # type: ignore[attr-defined] # as above
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
