"""The workbook comes back: what was filled in is read, exactly, and nothing else."""

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from dumped import dump
from forms import figure_cell, form_of, heads, needs_office, opened, reply_cell, resaved_by_office, saved, writing_rows
from openpyxl.workbook import Workbook
from reports import make_report

from reportgen.diagnostics import Severity
from reportgen.model import Period, Report, Submission
from reportgen.pipeline import check_project
from reportgen.project import read_project, read_submission

ROOT = Path(__file__).parents[3]
PREVIOUS = {
    "agency": "justice",
    "indicators": {
        "cases": {
            "label": "cases",
            "unit": {"one": "case", "other": "cases"},
            "issue": 1,
            "values": {2019: 7, 2020: 10},
            "breakdown": [
                {"label": "women", "values": {2019: 3, 2020: 4}},
                {"label": {"one": "man", "other": "men"}, "values": {2019: 4, 2020: 6}},
            ],
            "source": "Register",
        }
    },
    "replies": [{"issue": 1, "text": "Then."}],
}
ISSUES = [
    {"number": 1, "text": "What was done?", "agencies": ["justice", "interior"]},
    {"number": 2, "agencies": ["justice"], "asks": {"indicators": ["persons convicted", "fines"]}},
]


def asking() -> Report:
    """A report that asks for what justice has not sent yet; the last cycle's data are there."""
    return make_report(issues=ISSUES, previous=[PREVIOUS], reporting_years=[2021, 2022])


def read(data: bytes) -> tuple[Submission, list[str]]:
    """What a workbook holds, with the codes of what is said of it but for remarks."""
    found = read_submission(data, "justice.xlsx")
    assert found.submission is not None, found.diagnostics
    return found.submission, [one.code for one in found.diagnostics if one.severity is not Severity.INFO]


def fill_in(book: Workbook) -> None:
    """Do what the first sheet says."""
    book["About"]["B6"] = dt.date(2024, 2, 5)
    book["About"]["B8"] = "A. Person"
    reply_cell(book, 1).value = "First paragraph."
    reply_cell(book, 1, 1).value = "Second paragraph,\nwith a line."
    reply_cell(book, 2, 3).value = "- not a formula"
    series: dict[str, tuple[int | str, ...]] = {"": (12, 13), "women": (5, 6), "man / men": (7, "7")}
    for part, figures in series.items():
        for year, figure in zip((2021, 2022), figures, strict=True):
            figure_cell(book, "cases", year, part).value = figure
    figure_cell(book, "cases", "2022 status").value = "provisional"
    figure_cell(book, "cases", "2022 note").value = "first half"
    figure_cell(book, "persons_convicted", 2021).value = 55.5
    figure_cell(book, "persons_convicted", "2022 status").value = "not available"
    figure_cell(book, "persons_convicted", "Unit").value = "person / persons"
    figure_cell(book, "fines", "Note").value = "we do not count them"
    row: tuple[tuple[str | int, str | int], ...] = (
        ("Label", "raids"),
        ("Issue", 2),
        (2021, ".."),
        (2022, 3),
        ("Measure", "stock"),
    )
    for head, entry in row:
        figure_cell(book, "justice_1", head).value = entry


FILLED: dict[str, Any] = {
    "agency": "justice",
    "date": dt.date(2024, 2, 5),
    "contact": "A. Person",
    "replies": [
        {"issue": 1, "text": "First paragraph."},
        {"issue": 1, "text": "Second paragraph,\nwith a line."},
        {"issue": 2, "text": "- not a formula"},
    ],
    "indicators": {
        "cases": {
            "label": "cases",
            "unit": {"one": "case", "other": "cases"},
            "issue": 1,
            "values": {
                2019: 7,
                2020: 10,
                2021: 12,
                2022: {"value": 13, "status": "provisional", "note": "first half"},
            },
            "breakdown": [
                {"label": "women", "values": {2019: 3, 2020: 4, 2021: 5, 2022: 6}},
                {"label": {"one": "man", "other": "men"}, "values": {2019: 4, 2020: 6, 2021: 7, 2022: 7}},
            ],
            "source": "Register",
        },
        "persons_convicted": {
            "label": "persons convicted",
            "unit": {"one": "person", "other": "persons"},
            "issue": 2,
            "values": {2021: Decimal("55.5"), 2022: {"status": "not available"}},
        },
        "justice_1": {"label": "raids", "measure": "stock", "issue": 2, "values": {2021: None, 2022: 3}},
    },
}


@pytest.fixture(scope="module")
def filled() -> bytes:
    """The workbook as justice would send it back."""
    book = opened(form_of(asking(), "justice"))
    fill_in(book)
    return saved(book)


def test_exactly_what_was_filled_in_is_read(filled: bytes) -> None:
    """With what stood there before; rows without text and offered rows without figures are nothing."""
    submission, said = read(filled)

    assert Submission.model_validate(FILLED) == submission
    assert [] == said


def test_the_columns_of_the_form_itself_are_passed_over(filled: bytes) -> None:
    """Nothing is said of question, words and counters; only of a remark and of a figure typed as text."""
    assert {"RG158", "RG168"} == {one.code for one in read_submission(filled, "justice.xlsx").diagnostics}


def test_an_untouched_workbook_has_no_errors() -> None:
    """It says what the last cycle said, and answers nothing."""
    submission, said = read(form_of(asking(), "justice"))

    assert [] == said
    assert () == submission.replies
    assert {"cases": (Period.of_year(2019), Period.of_year(2020))} == {
        key: one.periods for key, one in submission.indicators.items()
    }


@needs_office
def test_libreoffice_changes_nothing(filled: bytes, tmp_path: Path) -> None:
    """Saved again by LibreOffice, the workbook says the same, and nothing is said of it."""
    submission, said = read(resaved_by_office(filled, tmp_path))

    assert Submission.model_validate(FILLED) == submission
    assert [] == said


def test_rows_that_agencies_insert_belong_to_the_issue_above() -> None:
    """There are as many rows as are wanted: a row without a number goes on with the issue."""
    book = opened(form_of(asking(), "justice"))
    row = writing_rows(book, 1)[1]
    book["Replies"].insert_rows(row)
    reply_cell(book, 1).value = "First."
    book["Replies"].cell(row, heads(book["Replies"])["Text"]).value = "Inserted."

    assert [(1, "First."), (1, "Inserted.")] == [(one.issue, one.text) for one in read(saved(book))[0].replies]


def test_the_real_project_survives_its_workbooks(tmp_path: Path) -> None:
    """Every agency's workbook, sent back untouched, gives the same document, block by block."""
    project = tmp_path / "inputs"
    shutil.copytree(ROOT / "inputs", project, ignore=shutil.ignore_patterns("build", "__pycache__"))
    before = check_project(project)
    report = read_project(project).report
    assert report is not None
    assert before.document is not None
    shutil.rmtree(project / "submissions")
    (project / "submissions").mkdir()
    for agency in report.agencies:
        (project / "submissions" / f"{agency.code}.xlsx").write_bytes(form_of(report, agency.code))
    after = check_project(project)

    assert after.document is not None, after.diagnostics
    assert dump(before.document) == dump(after.document)
