"""`reportgen workbooks`: which workbooks are written, and what stands in the way of others."""

from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result
from forms import reply_cell
from project import ISSUES, JUSTICE, make_project

from reportgen.agencies.workbooks import find_workbooks
from reportgen.cli.main import cli


def run(*arguments: str | Path) -> Result:
    """Run `reportgen workbooks`."""
    return CliRunner().invoke(cli, ["workbooks", *map(str, arguments)], catch_exceptions=False)


def names(folder: Path) -> list[str]:
    """The files of a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_every_agency_gets_one(tmp_path: Path) -> None:
    """Under its code, in the folder of what was built."""
    project = make_project(tmp_path)
    result = run(project)

    assert (0, ["interior.xlsx", "justice.xlsx"]) == (result.exit_code, names(project / "build" / "workbooks"))
    assert "2 workbooks written\n" == result.output.splitlines(keepends=True)[-1]


def test_an_issue_that_no_workbook_asks_for_is_named(tmp_path: Path) -> None:
    """What went out without it would not come back with it."""
    unasked = make_project(tmp_path / "unasked", issues_yaml=ISSUES.replace(", agencies: [interior]}", "}"))
    empty = make_project(
        tmp_path / "empty", issues_yaml="parts: []\n", agencies_yaml="agencies: []\n", submissions__justice_yaml=""
    )

    assert "nobody is asked for issue 2: reportgen check" in run(unasked).output
    assert "0 workbooks written\nagencies.yaml names no agencies; issues.yaml holds no issues: " in run(empty).output


def test_one_agency_alone_and_another_folder(tmp_path: Path) -> None:
    """What is there is replaced, nothing else is touched."""
    project = make_project(tmp_path / "project")
    out = tmp_path / "out"
    out.mkdir()
    (out / "justice.xlsx").write_bytes(b"old")
    (out / "other.txt").write_bytes(b"kept")

    assert 0 == run(project, "--agency", "justice", "--out", out).exit_code
    assert ["justice.xlsx", "other.txt"] == names(out)
    assert "Start here" in openpyxl.load_workbook(out / "justice.xlsx").sheetnames


def test_the_same_project_gives_the_same_bytes(tmp_path: Path) -> None:
    """Wherever and whenever they are written."""
    project = make_project(tmp_path / "project")
    first, second = ([data for _, data in find_workbooks(project).files()] for _ in range(2))

    assert first == second


def test_an_unknown_agency_is_named(tmp_path: Path) -> None:
    """With the one that was probably meant; nothing is written."""
    project = make_project(tmp_path)
    result = run(project, "--agency", "justise")

    assert 1 == result.exit_code
    assert "RG605" in result.output
    assert "did you mean “justice”?" in result.output
    assert not (project / "build").exists()


def test_what_an_agency_sent_is_never_left_out(tmp_path: Path) -> None:
    """Where its file cannot be read, it gets no workbook that would ask for everything anew; the others get theirs."""
    project = make_project(tmp_path, submissions__justice_yaml=JUSTICE.replace("agency: justice", "agency: [justice"))
    result = run(project)

    assert (1, ["interior.xlsx"]) == (result.exit_code, names(project / "build" / "workbooks"))
    assert "no workbook is written for justice" in result.output


def test_an_unreadable_file_of_unknown_sender_stops_all_who_sent_nothing(tmp_path: Path) -> None:
    """It may be theirs; whoever has sent a sound file gets a workbook."""
    project = make_project(tmp_path, submissions__scan_yaml="[")
    result = run(project)

    assert (1, ["justice.xlsx"]) == (result.exit_code, names(project / "build" / "workbooks"))
    assert "no workbook is written for interior" in result.output


def test_another_agency_is_not_hindered(tmp_path: Path) -> None:
    """A file that bears the name of its agency spoils only that agency's workbook."""
    project = make_project(tmp_path, submissions__justice_yaml="[")

    assert 1 == run(project, "--agency", "interior").exit_code
    assert ["interior.xlsx"] == names(project / "build" / "workbooks")


def test_a_text_that_no_cell_can_hold_is_not_cut(tmp_path: Path) -> None:
    """The workbook is not written, and the agency, the issue and the lengths are named."""
    endless = JUSTICE.replace("In 2023,", "word " * 7000 + "in 2023,")
    result = run(make_project(tmp_path, submissions__justice_yaml=endless))

    assert 1 == result.exit_code
    assert "RG607" in result.output
    assert "issue 1 has a paragraph of 35," in result.output
    assert ["interior.xlsx"] == names(tmp_path / "build" / "workbooks")


def test_a_project_that_cannot_be_read_is_explained(tmp_path: Path) -> None:
    """No workbooks, no traceback, the reason."""
    result = run(make_project(tmp_path, issues_yaml="parts: ["))

    assert 1 == result.exit_code
    assert "RG120" in result.output


def test_the_last_report_is_shown_with_its_figures(tmp_path: Path) -> None:
    """References are written out with the data of then; a paragraph that refers to others stays as it was."""
    then = JUSTICE.rstrip() + "\n\n      See {{ paragraph('fund') }}.\n"
    project = make_project(tmp_path, previous__justice_yaml=then)

    assert 0 == run(project).exit_code
    book = openpyxl.load_workbook(project / "build" / "workbooks" / "justice.xlsx")
    said = "In 2023, compensation went to 348 (compared with 944 in 2021 and 1,058 in 2022) victims."
    assert [said, "See {{ paragraph('fund') }}."] == [
        reply_cell(book, 1, place, "The last report said").value for place in (0, 1)
    ]


def test_a_translation_is_used(tmp_path: Path) -> None:
    """The words are those of the project's own file for the language."""
    shipped = Path(__file__).parents[2] / "templates" / "workbook" / "en.yaml"
    own = shipped.read_text(encoding="utf-8").replace("What to do", "Ce qu’il faut faire")
    project = make_project(tmp_path, templates__workbook__fr_yaml=own)

    assert 0 == run(project, "--language", "fr").exit_code
    start = openpyxl.load_workbook(project / "build" / "workbooks" / "justice.xlsx")["Start here"]
    assert "Ce qu’il faut faire" in {cell.value for cell in start["A"]}
