"""The whole loop on the CEDAW project: rates, sex and region, departments, sub-questions, a corrected symbol."""

import json
import re
import shutil
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import Result
from commands import run_well
from forms import figure_cell, head_row, heads, opened, reply_cell, rows_of, saved
from office import SOFFICE, resaved

from reportgen.model import Part, Submission
from reportgen.model.cell_words import format_letters, format_part_label
from reportgen.project import read_project

EXAMPLE = Path(__file__).parents[2] / "examples" / "cedaw"
SENT = {
    ".".join(filter(None, (one.agency, one.department))): one
    for one in (read_project(EXAMPLE).report or pytest.fail("the example cannot be read")).submissions
}
"""What each sender says in the example, by its code."""

REGIONS = ("in the Capital Region", "on the Coast", "in the Highlands")


def text_of_page(project: Path) -> str:
    """The words of the report as it is printed."""
    run_well("build", project, "--to", "html")
    page = next((project / "build").glob("*.html")).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.partition("<body")[2]))


def filled(form: bytes, said: Submission, *, without: frozenset[int] = frozenset()) -> bytes:
    """A workbook as it comes back from LibreOffice, with what a sender says in the example.

    Args:
        form: as it was sent out.
        said: the figures and texts.
        without: issues whose text is not written.
    """
    book = opened(form)
    for key, indicator in said.indicators.items():
        for series in (indicator, *indicator.breakdown):
            label = format_part_label(series.label) if isinstance(series, Part) else ""
            for period, observation in series.values.items():
                figure_cell(book, key, period, label).value = observation.value
        figure_cell(book, key, "Source").value = indicator.source
    for issue in {reply.issue for reply in said.replies} - without:
        for place, reply in enumerate(reply for reply in said.replies if reply.issue == issue):
            reply_cell(book, issue, place).value = reply.text
            reply_cell(book, issue, place, "Key").value = reply.key
            if reply.answers:
                reply_cell(book, issue, place, "Answers").value = format_letters(reply.answers)
    sheet = book["Replies"]
    for issue in said.nothing_to_add:
        line = next(row for row in range(head_row(sheet) + 1, sheet.max_row) if sheet.cell(row, 1).value == issue)
        sheet.cell(line, heads(sheet)["Nothing to add"]).value = "yes"
    return resaved(saved(book)) if SOFFICE else saved(book)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example before anybody has sent anything, under a symbol with a slip in it."""
    folder = tmp_path_factory.mktemp("loop") / "mrd-5"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("build", "submissions"))
    (folder / "submissions").mkdir()
    report = folder / "report.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("symbol: CEDAW/C/MRD/5", "symbol: CEDAW/C/MRD/6"), encoding="utf-8")
    return folder


def forms_of(project: Path) -> dict[str, bytes]:
    """The workbooks that go out, by their senders."""
    run_well("workbooks", project)
    return {path.stem: path.read_bytes() for path in sorted((project / "build" / "workbooks").glob("*.xlsx"))}


def send(project: Path, folder: Path, sender: str, data: bytes, ends: int = 0) -> Result:
    """Receive a workbook."""
    file = folder / f"{sender}.xlsx"
    file.write_bytes(data)
    return run_well("receive", project, file, ends=ends)


def test_the_whole_loop(project: Path, tmp_path: Path) -> None:
    """Each step is a command that a coordinator types, or what an official does with a workbook in between."""
    forms = forms_of(project)
    ask_the_right_people(forms)
    forget_a_sub_question(project, tmp_path, forms)
    remind_the_lead(project)
    correct_the_symbol(project, tmp_path, forms)
    complete(project, tmp_path)
    edit_and_undo(project, tmp_path)
    go_on_to_the_next_cycle(project, tmp_path / "mrd-6")


def ask_the_right_people(forms: dict[str, bytes]) -> None:
    """Each workbook has rows for what its agency owes, with the parts that the issue asks for, and no others."""
    asked = {sender: {key for _, key, _ in rows_of(opened(data))} for sender, data in forms.items()}
    parts = [label for _, key, label in rows_of(opened(forms["justice"])) if key == "dv_reports"]

    assert SENT.keys() == forms.keys()
    assert SENT["justice"].indicators.keys() <= asked["justice"]
    assert {"places_shelters", "pay_gap", "staff_equality_office"}.isdisjoint(asked["justice"])
    assert {"dv_reports", "complaints_unequal_pay"}.isdisjoint(asked["social.equality"] | asked["social.employment"])
    assert ["", "woman / women", "man / men", *REGIONS] == parts


def forget_a_sub_question(project: Path, folder: Path, forms: dict[str, bytes]) -> None:
    """One department forgets the text on issue 1 (b); the final build names the sub-question, as status does."""
    received = send(project, folder, "justice", filled(forms["justice"], SENT["justice"]))
    send(project, folder, "social.employment", filled(forms["social.employment"], SENT["social.employment"]))
    half = filled(forms["social.equality"], SENT["social.equality"], without=frozenset({1}))
    send(project, folder, "social.equality", half)
    status = json.loads(run_well("status", project, "--date", "2024-02-29", "--format", "json").stdout)
    states = {(part["agency"], part["issue"]): part["state"] for part in status["parts"]}

    assert "RG166" not in received.output
    assert "nothing to add" == states["justice", 3]
    assert "questions open" == states["justice", 1]
    assert ["(b) “Staff and budget of the national machinery”"] == status["issues"][0]["unanswered"]
    assert not any(issue["unanswered"] for issue in status["issues"][1:])
    assert "error[RG316]" in run_well("build", project, "--to", "html", "--final", ends=1).output


def remind_the_lead(project: Path) -> None:
    """The lead of the issue is told of the sub-question that nobody answers; those that owe nothing get no e-mail."""
    run_well("remind", project, "--date", "2024-02-15")
    mail, *others = [
        message_from_bytes(path.read_bytes(), policy=policy.strict) for path in (project / "build").rglob("*.eml")
    ]
    body = mail.get_body()

    assert [] == others
    assert body is not None
    assert "Staff and budget of the national machinery" in body.get_content()
    assert "justice.xlsx" in [part.get_filename() for part in mail.iter_attachments()]


def correct_the_symbol(project: Path, folder: Path, forms: dict[str, bytes]) -> None:
    """The symbol is corrected while workbooks are out; they are taken, and the missing text with them."""
    report = project / "report.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("symbol: CEDAW/C/MRD/6", "symbol: CEDAW/C/MRD/5"), encoding="utf-8")
    received = send(project, folder, "social.equality", filled(forms["social.equality"], SENT["social.equality"]))

    assert "warning[RG725]" in received.output
    assert "error" not in received.output.replace("no errors", "")


def complete(project: Path, folder: Path) -> None:
    """The report that leaves is the one of the example, and the next workbook holds what was said, also nothing."""
    run_well("build", project, "--to", "html", "--final")
    again = forms_of(project)
    unchanged = send(project, folder, "justice", resaved(again["justice"]) if SOFFICE else again["justice"])
    example = folder / "example"
    shutil.copytree(EXAMPLE, example, ignore=shutil.ignore_patterns("build"))

    assert text_of_page(example) == text_of_page(project)
    assert {"RG725"} == {found["code"] for found in json.loads(run_well("check", project, "--format", "json").stdout)}
    assert "no figure and no text changed" in unchanged.output


def edit_and_undo(project: Path, folder: Path) -> None:
    """The coordinator corrects a text of an agency that knows Excel alone; the agency sees it, and it can be undone."""
    file = project / "submissions" / "justice.xlsx"
    came, issue = file.read_bytes(), SENT["justice"].replies[0].issue
    book = opened(came)
    reply_cell(book, issue).value = "The courts were reorganized."
    edited = folder / "edited.xlsx"
    edited.write_bytes(resaved(saved(book)) if SOFFICE else saved(book))
    run_well("receive", project, edited, "--edited")
    run_well("feedback", project, "--agency", "justice")
    cell = reply_cell(opened((project / "build" / "feedback" / "justice.xlsx").read_bytes()), issue)

    assert "The courts were reorganized." == cell.value
    assert cell.comment is not None
    assert SENT["justice"].replies[0].text.split()[0] in cell.comment.text
    run_well("receive", project, "--undo", "justice")
    assert came == file.read_bytes()


def go_on_to_the_next_cycle(project: Path, new: Path) -> None:
    """What was said is the past of the next report, department by department."""
    run_well("rollover", project, new)
    report = read_project(new).report

    assert report is not None
    assert SENT.keys() == {path.stem for path in (new / "previous").iterdir()}
    assert "CEDAW/C/MRD/5" == report.settings.previous_report
    assert () == report.submissions
