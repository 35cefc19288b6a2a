"""The whole loop on the real project: workbooks out, filled in with mistakes, and round again until it is cleared."""

import html
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from commands import run_well
from forms import figure_cell, opened, reply_cell, saved
from office import SOFFICE, resaved
from submission_workbook import write_submission
from xlsx import typed

from reportgen.model import Submission
from reportgen.project.yaml import read_yaml

INPUTS = Path(__file__).parent.parent.parent / "inputs"
AGENCY = "penal-correction"
OWN = "penal_correction_1"
ANSWERED = (1, 2, *range(4, 16))
ASKED = """            asks:
              indicators: [deaths in detention, cases of self-harm, visits by monitoring bodies]
              years: [2023]
              breakdowns: [cause of death]
"""
SILENT = "human-rights-commissioner"
"""The first row that the workbook offers to the agency for figures of its own."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real project, in which issue 16 is awaiting the reply of one agency and issue 3 of its only one."""
    folder = tmp_path_factory.mktemp("loop") / "kaz-3"
    shutil.copytree(INPUTS, folder, ignore=shutil.ignore_patterns("build", "__pycache__"))
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("  due: 2024\n", "  due: 2024\n  submissions_due: 2024-01-31\n"), encoding="utf-8")
    asked = folder / "issues.yaml"
    asked.write_text(asked.read_text(encoding="utf-8").replace(ASKED, ""), encoding="utf-8")
    write_without_issue(folder / "submissions" / f"{AGENCY}.xlsx", 16)
    (folder / "submissions" / f"{SILENT}.yaml").unlink()
    return folder


def write_without_issue(workbook: Path, number: int) -> None:
    """Write an agency's workbook as it was before the agency answered an issue."""
    sent = Submission.model_validate(read_yaml((INPUTS / "workbooks" / f"{AGENCY}.yaml").read_bytes(), AGENCY).data)
    replies = [reply for reply in sent.replies if number != reply.issue]
    indicators = {key: each for key, each in sent.indicators.items() if number != each.issue}
    workbook.write_bytes(write_submission(sent.model_copy(update={"replies": replies, "indicators": indicators})))


def page(project: Path) -> str:
    """What a reader of the report sees, without the places that figures show when they are pointed at."""
    run_well("build", project, "--to", "html")
    text = (project / "build" / "CCPR-C-KAZ-3.html").read_text(encoding="utf-8")
    body = text.partition("<body")[2]
    return html.unescape(re.sub(r"<[^>]+>", "", body)).replace("\u00a0", " ")


def states(project: Path, agency: str = AGENCY) -> dict[int, str]:
    """The state of each part of an agency."""
    found = json.loads(run_well("status", project, "--date", "2024-01-20", "--format", "json").stdout)
    return {part["issue"]: part["state"] for part in found["parts"] if part["agency"] == agency}


def codes(project: Path) -> set[str]:
    """The codes of everything that check finds."""
    return {found["code"] for found in json.loads(run_well("check", project, "--format", "json").stdout)}


def office(data: bytes) -> bytes:
    """A workbook as it comes back from LibreOffice, where there is one."""
    return resaved(data) if SOFFICE else data


def problems(data: bytes) -> list[dict[str, Any]]:
    """The rows of the sheet Problems of a marked copy, each with its number under `row`."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Problems"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    start = next(number for number, row in enumerate(rows) if "Code" in row)
    named = (dict(zip(map(str, rows[start]), row, strict=True)) for row in rows[start + 1 :])
    return [{**row, "row": start + 2 + number} for number, row in enumerate(named) if row["Code"]]


def column(data: bytes, head: str) -> str:
    """The letter of a column of the sheet Problems."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Problems"]
    return next(cell.column_letter for row in sheet.iter_rows() for cell in row if cell.value == head)


def filled(data: bytes) -> bytes:
    """The agency's workbook with a reply to issue 16 and a series of its own, as somebody in a hurry fills it in.

    The text names the series wrongly, one figure lacks a digit, and another is written in words.
    """
    book = opened(data)
    reply_cell(book, 16, 0).value = "In 2023, prisons held {{ penal_corection_1 | compared(unit=True) }}."
    reply_cell(book, 16, 1).value = "Each of them can see a doctor on the day of arrival."
    cells: dict[object, str | int] = {"Label": "persons held in prisons", "Unit": "person / persons", "Issue": 16}
    cells |= {2020: "29 541", 2021: 29012, 2022: 2845, 2023: "about 28 thousand"}
    for head, value in cells.items():
        figure_cell(book, OWN, head).value = value
    return saved(book)


def test_the_whole_loop(project: Path, tmp_path: Path) -> None:
    """Each step is a command that a coordinator types, or what an official does with a workbook in between."""
    reply = tmp_path / "reply (2).xlsx"

    send_out(project)
    marked = slip(project, reply)
    marked = correct(project, reply, marked)
    answer(project, reply, marked)
    clear_and_build(project)
    find_a_mistake(project, reply)
    begin_again(project, tmp_path / "kaz-4")


def send_out(project: Path) -> None:
    """Workbooks go out, one an agency; what comes back as it was changes nothing, not even a clearance."""
    before = page(project)
    answered = [option for number in ANSWERED for option in ("--issue", number)]
    run_well("clear", project, *answered, "--by", "Minister", "--date", "2024-01-15")
    run_well("workbooks", project)
    forms = sorted((project / "build" / "workbooks").glob("*.xlsx"))
    received = run_well("receive", project, *(form for form in forms if form.stem not in {AGENCY, SILENT}))

    assert 32 == len(forms)
    assert 30 == received.output.count(": accepted") == received.output.count("no figure and no text changed")
    assert before == page(project)
    assert "not received" == states(project)[16]
    assert "cleared: 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15\n" in run_well("status", project).output + "\n"


def slip(project: Path, reply: Path) -> bytes:
    """One agency fills its workbook in, with mistakes, in LibreOffice. What it sent before stays in force."""
    before = page(project)
    reply.write_bytes(office(filled((project / "build" / "workbooks" / f"{AGENCY}.xlsx").read_bytes())))
    refused = run_well("receive", project, reply, ends=1)
    marked = marked_copy(project)

    assert "refused" in refused.output
    assert before == page(project)
    assert "errors" == states(project)[16]
    assert any("about 28 thousand" in str(row["What is wrong"]) for row in problems(marked))
    return marked


def marked_copy(project: Path) -> bytes:
    """What the agency gets back."""
    run_well("feedback", project, "--agency", AGENCY)
    return (project / "build" / "feedback" / f"{AGENCY}.xlsx").read_bytes()


def correct(project: Path, reply: Path, marked: bytes) -> bytes:
    """It corrects what is marked, in the marked copy. The figure that lacks a digit is still there."""
    book = opened(marked)
    figure_cell(book, OWN, 2023).value = 28455
    reply_cell(book, 16, 0).value = "In 2023, prisons held {{ penal_correction_1 | compared(unit=True) }}."
    reply.write_bytes(office(saved(book)))
    accepted = run_well("receive", project, reply)
    again = marked_copy(project)

    assert "accepted" in accepted.output
    assert "questions open" == states(project)[16]
    assert any(row["Indicator"] == OWN for row in problems(again))
    return again


def answer(project: Path, reply: Path, marked: bytes) -> None:
    """It answers that the figure stands; the question is not asked again."""
    asked = [row for row in problems(marked) if row["Indicator"] == OWN]
    answers = {f"{column(marked, 'Your answer')}{row['row']}": "confirmed" for row in asked}
    answers |= {f"{column(marked, 'Reason')}{row['row']}": "Counted anew." for row in asked}
    assert {row["Code"] for row in asked} <= codes(project)
    reply.write_bytes(office(typed(marked, "Problems", answers)))
    run_well("receive", project, reply)

    assert "ready" == states(project)[16]
    assert not {row["Code"] for row in asked} & codes(project)


def clear_and_build(project: Path) -> None:
    """The coordinator clears the issue, and cannot clear one that nobody has answered."""
    run_well("clear", project, "--issue", 16, "--by", "Deputy Minister", "--date", "2024-01-21")
    run_well("clear", project, "--issue", 3, "--by", "Deputy Minister", ends=1)

    assert ("cleared", "not received") == (states(project)[16], states(project, SILENT)[3])
    compared = (
        "prisons held 28,455 persons (compared with 29,541 persons in 2020, 29,012 persons in 2021 and 2,845 persons"
    )
    assert compared in page(project)


def find_a_mistake(project: Path, reply: Path) -> None:
    """The agency finds its mistake after all: exactly this clearance is void, status says why, nothing is lost."""
    book = opened(reply.read_bytes())
    figure_cell(book, OWN, 2022).value = 28450
    reply.write_bytes(saved(book))
    assert "changed “persons held in prisons”, 2022: " in run_well("receive", project, reply).output
    status = run_well("status", project, "--date", "2024-01-25").output

    assert "clearance of issue 16 by Deputy Minister on 2024-01-21 is void, because since then:\n" in status
    assert "“persons held in prisons” for 2022: [-2845-] {+28450+}" in status
    assert "2024-01-31, in 6 days" in status
    run_well("clear", project, "--issue", 16, "--by", "Deputy Minister", "--date", "2024-01-26")
    assert "cleared" == states(project)[16]
    kept = sorted(path.name for path in (project / "submissions" / "earlier").glob(f"{AGENCY}.*.xlsx"))
    assert [f"{AGENCY}.{number}.xlsx" for number in range(1, 5)] == kept
    run_well("build", project, "--to", "docx,html")
    assert "28,450 persons in 2022" in page(project)
    run_well("build", project, "--final", ends=1)


def begin_again(project: Path, new: Path) -> None:
    """The next cycle begins with what was reported in this one, and workbooks hold it."""
    run_well("rollover", project, new)
    assert {"RG311"} == codes(new)
    listed = (new / "previous" / f"{AGENCY}.yaml").read_text(encoding="utf-8")
    run_well("workbooks", new, "--agency", AGENCY)
    form = opened((new / "build" / "workbooks" / f"{AGENCY}.xlsx").read_bytes())

    assert "values: {2020: 29541, 2021: 29012, 2022: 28450, 2023: 28455}" in listed
    assert [28455, None] == [figure_cell(form, OWN, head).value for head in (2023, 2027)]
    assert [True, False] == [figure_cell(form, OWN, head).protection.locked for head in (2023, 2027)]
