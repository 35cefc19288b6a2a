"""Answers outlive the file in which they were given."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from commands import run
from project import JUSTICE, make_project
from xlsx import Cell, Rows, book

from reportgen.agencies.feedback import find_feedback
from reportgen.project import read_project

HEADS = ("Code", "Indicator", "Part", "Period", "Value", "Your answer", "Reason")
ANSWER = ("RG323", "victims", None, 2023, -3, "confirmed", "Cases were withdrawn.")


def workbook(value: int, *answers: Sequence[Cell]) -> bytes:
    """A workbook with a figure for 2023, and with answers."""
    figures = (
        ("Key", "Label", "Unit", "Issue", 2021, 2022, 2023),
        ("victims", "victims", "person / persons", 1, 944, 1058, value),
    )
    sheets: dict[str, Rows] = {"About": (("Agency", "justice"),), "Indicators": figures}
    return book({**({"Problems": (HEADS, *answers)} if answers else {}), **sheets})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry has sent YAML."""
    return make_project(tmp_path / "project")


def receive(root: Path, data: bytes) -> str:
    """Receive a file; what the command says."""
    file = root.parent / "in.xlsx"
    file.write_bytes(data)
    return run("receive", root, file, "--replace").output


def answers(root: Path) -> list[str]:
    """The reasons of all answers that the project knows."""
    report = read_project(root).report

    assert report is not None
    return [answer.reason for submission in report.submissions for answer in submission.answers]


def test_an_answer_holds_for_a_workbook_without_it(root: Path) -> None:
    """The agency answers in a marked copy, and sends its first workbook again: it is not asked again."""
    receive(root, workbook(-3, ANSWER))
    said = receive(root, workbook(-3))

    assert "RG323" not in said
    assert ["Cases were withdrawn."] == answers(root)
    assert 0 == find_feedback(root, ["justice"]).feedbacks[0].questions


def test_an_answer_in_a_refused_file_is_kept_as_well(root: Path) -> None:
    """What was right in a file with errors need not be said twice."""
    receive(root, refused())
    said = receive(root, workbook(-3))

    assert "accepted" in said
    assert "RG323" not in said


def refused() -> bytes:
    """A workbook with an answer and an error."""
    figures = (
        ("Key", "Label", "Unit", "Issue", 2021, 2022, 2023),
        ("victims", "victims", "person / persons", 1, "many", 1058, -3),
    )
    return book({"Problems": (HEADS, ANSWER), "About": (("Agency", "justice"),), "Indicators": figures})


def test_a_changed_figure_is_asked_about_whatever_was_answered(root: Path) -> None:
    """A kept answer is about the figure that it names, and is not listed for another one."""
    receive(root, workbook(-3, ANSWER))
    receive(root, workbook(-3))
    said = receive(root, workbook(-4))
    (feedback,) = find_feedback(root, ["justice"]).feedbacks

    assert "RG323" in said
    assert 1 == feedback.questions
    assert b"Cases were withdrawn." not in feedback.data


def test_answers_that_are_repeated_are_not_kept_apart(root: Path) -> None:
    """There is no second file where the new version says it itself."""
    receive(root, workbook(-3, ANSWER))
    receive(root, workbook(-3, (*ANSWER[:6], "As before.")))

    assert not (root / "submissions/justice.answers.yaml").exists()
    assert ["As before."] == answers(root)


def test_without_answers_there_is_no_file(root: Path) -> None:
    """Nothing is written that says nothing."""
    receive(root, workbook(348))

    assert ["justice.xlsx"] == [path.name for path in (root / "submissions").iterdir() if path.is_file()]
    assert JUSTICE.encode() == (root / "submissions/earlier/justice.1.yaml").read_bytes()
