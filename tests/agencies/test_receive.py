"""Receiving: a file that came in is checked, filed under its agency, and what was there is kept."""

import json
from pathlib import Path

import pytest
import xlsx
from click.testing import CliRunner, Result
from commands import run
from project import JUSTICE, make_project
from xlsx import Rows, book, with_properties

from reportgen.agencies.changes import compare_submissions
from reportgen.agencies.receive import receive_file
from reportgen.agencies.received import Outcome
from reportgen.cli.main import cli
from reportgen.model import Submission
from reportgen.model.sheets import AGENCY_PROPERTY, PROJECT_PROPERTY
from reportgen.project import read_project

ABOUT: Rows = (("Agency", "justice"),)
REPLIES: Rows = (("Issue", "Text"), (1, "Victims were paid."))
HEADS = ("Key", "Label", "Unit", "Issue", 2021, 2022, 2023)
VICTIMS = ("victims", "victims who received compensation", "person / persons", 1)


def workbook(*values: xlsx.Cell, text: str = "Victims were paid.", agency: str = "justice") -> bytes:
    """A workbook of the justice ministry with figures for 2021 to 2023."""
    return book(
        {
            "About": (("Agency", agency),),
            "Replies": (("Issue", "Text"), (1, text)),
            "Indicators": (HEADS, (*VICTIMS, *values)),
        }
    )


def receive(root: Path, data: bytes | str, name: str = "reply of the ministry.xlsx", *options: str) -> Result:
    """Receive a file, by the command, in the place of what is there: these workbooks do not say what they correct."""
    file = root.parent / name
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    command = ["receive", str(root), str(file), "--replace", *options]
    return CliRunner().invoke(cli, command, catch_exceptions=False)


def files(root: Path) -> dict[str, bytes]:
    """All files of the folder submissions but the ledgers."""
    folder = root / "submissions"
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".order.yaml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry has sent YAML."""
    return make_project(tmp_path / "project")


def test_a_good_file_takes_the_place_of_the_one_before(root: Path) -> None:
    """The bytes stay as they came, under the agency's code; the version before is kept under a number."""
    result = receive(root, workbook(944, 1058, 384))

    assert 0 == result.exit_code
    assert {"justice.xlsx": workbook(944, 1058, 384), "earlier/justice.1.yaml": JUSTICE.encode()} == files(root)
    assert "accepted (no errors), filed as" in result.output
    assert "kept an earlier version as" in result.output


@pytest.mark.parametrize("name", [".xlsx", "reply.yaml"])
def test_what_is_read_as_text_is_filed_as_text(root: Path, name: str) -> None:
    """A name that is an ending alone has no ending; else check would read as a workbook what came in as text."""
    text = JUSTICE.replace("went to", "was paid to")
    result = receive(root, text, name)

    assert 0 == result.exit_code
    assert {"justice.yaml": text.encode(), "earlier/justice.1.yaml": JUSTICE.encode()} == files(root)


def test_what_changed_is_said(root: Path) -> None:
    """Figures by indicator and period, replies by issue with their words."""
    result = receive(root, workbook(944, None, 384, text="Victims were paid. {{ victims }} of them."))

    assert "  removed “victims who received compensation”, 2022: 1,058\n" in result.output
    assert "  changed “victims who received compensation”, 2023: 348 → 384\n" in result.output
    assert "  changed the reply to issue 1: 8 words → 6 words: " in result.output
    assert "[-In 2023, compensation went to-] {+Victims were paid.+}" in result.output


def test_every_version_is_kept_under_its_number(root: Path) -> None:
    """Numbers go on, whatever the ending, and none is used twice."""
    versions = [workbook(number, number + 1, number + 2) for number in range(3)]
    for data in versions:
        receive(root, data)

    assert {
        "justice.xlsx": versions[2],
        "earlier/justice.1.yaml": JUSTICE.encode(),
        "earlier/justice.2.xlsx": versions[0],
        "earlier/justice.3.xlsx": versions[1],
    } == files(root)


def test_a_version_that_is_there_already_is_never_overwritten(root: Path) -> None:
    """A number that somebody gave by hand is passed over."""
    (root / "submissions/earlier").mkdir()
    (root / "submissions/earlier/justice.7.xlsx").write_bytes(b"by hand")
    receive(root, workbook(1, 2, 3))

    assert b"by hand" == files(root)["earlier/justice.7.xlsx"]
    assert JUSTICE.encode() == files(root)["earlier/justice.8.yaml"]


def test_the_same_bytes_again_are_not_filed(root: Path) -> None:
    """An e-mail that was sent twice is no new version."""
    receive(root, workbook(1, 2, 3))
    before = files(root)
    result = receive(root, workbook(1, 2, 3), "copy.xlsx")

    assert (0, before) == (result.exit_code, files(root))
    assert "the same as" in result.output


def test_a_file_with_errors_does_not_take_the_place_of_a_good_one(root: Path) -> None:
    """It waits for its correction in submissions/refused, with all its problems said at once."""
    bad = workbook("about 900", "1.234", 384)
    result = receive(root, bad)

    assert 1 == result.exit_code
    assert {"justice.yaml": JUSTICE.encode(), "refused/justice.xlsx": bad} == files(root)
    assert "RG154" in result.output
    assert "RG155" in result.output
    assert "Indicators!E2" in result.output
    assert "what was in force before stays in force" in result.output


def test_a_refused_file_that_comes_again_says_its_errors_again(root: Path) -> None:
    """It is as wrong as the first time, and is not filed a second time."""
    bad = workbook("about 900", 2, 3)
    first = receive(root, bad)
    before = files(root)
    again = receive(root, bad, "copy.xlsx")

    assert (1, 1, before) == (first.exit_code, again.exit_code, files(root))
    assert "RG154" in again.output
    assert "copy.xlsx: not accepted (1 error), kept as" in again.output


def test_a_refused_file_that_is_right_by_now_is_filed(root: Path) -> None:
    """The project was wrong, not the file: with the issue in issues.yaml, the same bytes are accepted."""
    issues = (root / "issues.yaml").read_text(encoding="utf-8")
    (root / "issues.yaml").write_text(issues.replace("number: 1,", "number: 9,"), encoding="utf-8")
    data = workbook(1, 2, 3)
    refused = receive(root, data)
    (root / "issues.yaml").write_text(issues, encoding="utf-8")
    accepted = receive(root, data)

    assert (1, 0) == (refused.exit_code, accepted.exit_code)
    assert data == files(root)["justice.xlsx"]
    assert "refused/justice.xlsx" not in files(root)


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_refused_file_lists_no_changes_as_made(root: Path, shape: str) -> None:
    """What was in force stays in force."""
    result = receive(root, workbook(944, "about 1000", 999), "x.xlsx", "--format", shape)

    assert 1 == result.exit_code
    assert "999" not in result.output
    assert shape == "text" or ([], []) == tuple(json.loads(result.output)[0][name] for name in ("figures", "replies"))


def test_a_failed_filing_lists_no_changes_as_made(root: Path) -> None:
    """Nothing was written, so nothing changed."""
    (root / "submissions/earlier").write_bytes(b"a file in its place")
    result = receive(root, workbook(1, 2, 3))

    assert 2 == result.exit_code
    assert "changed" not in result.output
    assert "nothing was filed" in result.output


def test_the_correction_of_a_refused_file_is_filed_and_the_refused_one_kept(root: Path) -> None:
    """After the correction nothing waits any more, and no version is lost."""
    first, second, good = workbook("about 900", 2, 3), workbook("about 90", 2, 3), workbook(900, 2, 3)
    for data in (first, second, good):
        receive(root, data)

    assert {
        "justice.xlsx": good,
        "earlier/justice.1.xlsx": first,
        "earlier/justice.2.yaml": JUSTICE.encode(),
        "earlier/justice.3.xlsx": second,
    } == files(root)


def test_check_and_build_read_the_version_in_force_alone(root: Path) -> None:
    """Earlier and refused versions are passed over in silence."""
    receive(root, workbook(1, 2, 3))
    receive(root, workbook("x", 2, 3))
    loaded = read_project(root)

    assert loaded.report is not None
    assert [1] == [len(loaded.report.submissions)]
    assert not [one for one in loaded.diagnostics if one.place and "submissions" in one.place.file]


@pytest.mark.parametrize("name", ["interior.xlsx", "Kopie von justice (3).XLSX", "submission.xlsx"])
def test_the_name_of_a_file_does_not_say_whose_it_is(root: Path, name: str) -> None:
    """The sheet About does."""
    receive(root, workbook(1, 2, 3), name)

    assert "justice.xlsx" in files(root)


def test_the_agency_may_stand_in_the_properties_alone(root: Path) -> None:
    """A workbook that was sent out knows whose it is."""
    sheets = {"About": (("Agency", None),), "Replies": REPLIES, "Indicators": (HEADS, (*VICTIMS, 1, 2, 3))}
    receive(root, with_properties({AGENCY_PROPERTY: "justice", PROJECT_PROPERTY: "CCPR/C/ARC/2"}, sheets))

    assert "justice.xlsx" in files(root)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (with_properties({PROJECT_PROPERTY: "CCPR/C/ARC/1"}, {"About": ABOUT, "Replies": REPLIES}), "RG170"),
        (book({"Prices": (("Item", "Price"),)}), "RG141"),
        (workbook(1, 2, 3, agency="treasury"), "RG180"),
        (book({"About": (("Contact", "A. Person"),), "Replies": REPLIES}), "RG202"),
        (b"%PDF-1.7", "RG131"),
        (book({"About": (("Agency", "../../etc"),), "Replies": REPLIES}), "RG207"),
        (b"", "RG105"),
    ],
    ids=["another report", "foreign", "unknown agency", "no agency", "no workbook", "no code", "empty"],
)
def test_a_wrong_file_is_named_as_such_and_not_filed(root: Path, data: bytes, code: str) -> None:
    """Nothing of the project changes, and the message is the only error."""
    before = files(root)
    result = receive(root, data, "x.xlsx", "--format", "json")
    (facts,) = json.loads(result.output)

    assert (1, before) == (result.exit_code, files(root))
    assert [code] == [one["code"] for one in facts["diagnostics"] if one["severity"] == "error"]
    assert ("unknown", None) == (facts["outcome"], facts["filed"])


@pytest.mark.parametrize("name", ["reply.xls", "reply.docx", "reply"])
def test_a_file_of_another_kind_is_named_by_its_kind(root: Path, name: str) -> None:
    """The hint says how to save it."""
    result = receive(root, b"x", name)

    assert 1 == result.exit_code
    assert "RG106" in result.output


@pytest.mark.parametrize("name", ["nowhere.xlsx", "nowhere", "nowhere.pdf", "/dev/null", "."])
def test_a_file_that_is_not_there_is_said(root: Path, name: str) -> None:
    """A slip in a path is no traceback, nor a file of another kind."""
    result = run("receive", root, name)

    assert 2 == result.exit_code
    assert "RG102" in result.output


def test_what_the_project_says_against_a_file_counts(root: Path) -> None:
    """An unknown issue and an unknown key in a text are errors of the file, at their cells."""
    sheets = {"About": ABOUT, "Replies": (("Issue", "Text"), (77, "x"), (1, "{{ nothing }} was paid."))}
    result = receive(root, book(sheets), "x.xlsx", "--format", "json")
    (facts,) = json.loads(result.output)
    found = [(one["code"], one["cell"]) for one in facts["diagnostics"] if one["severity"] == "error"]

    assert "refused" == facts["outcome"]
    assert [("RG183", "A2"), ("RG401", "B3")] == found


def test_an_unknown_figure_in_a_text_is_an_error_of_the_file(root: Path) -> None:
    """What cannot be composed cannot be accepted."""
    result = receive(root, workbook(1, 2, 3, text="{{ nothing }} was paid."), "x.xlsx", "--format", "json")
    (facts,) = json.loads(result.output)

    assert "refused" == facts["outcome"]
    assert [("Replies", "B2")] == [
        (one["sheet"], one["cell"]) for one in facts["diagnostics"] if one["severity"] == "error"
    ]


def test_a_disagreement_with_another_agency_is_said(root: Path) -> None:
    """Two agencies that give one figure differently are both named."""
    sheets = {"About": (("Agency", "interior"),), "Indicators": (HEADS, (*VICTIMS, 944, 1058, 349))}
    result = receive(root, book(sheets))

    assert 1 == result.exit_code
    assert "RG303" in result.output


def test_a_question_does_not_stand_in_the_way(root: Path) -> None:
    """A figure that looks wrong is accepted and asked about."""
    result = receive(root, workbook(9440, 1058, 940))

    assert 0 == result.exit_code
    assert "accepted (1 warning)" in result.output
    assert "RG320" in result.output


def test_without_a_project_nothing_is_filed(tmp_path: Path) -> None:
    """What is missing of the project is said, not what follows from it."""
    (tmp_path / "project").mkdir()
    result = receive(tmp_path / "project", workbook(1, 2, 3))

    assert 1 == result.exit_code
    assert "RG118" in result.output
    assert not (tmp_path / "project/submissions").exists()


def test_a_first_file_makes_its_folder(root: Path) -> None:
    """A new project needs no folder submissions before anything came in."""
    (root / "submissions/justice.yaml").unlink()
    (root / "submissions").rmdir()
    result = receive(root, workbook(1, 2, 3))

    assert (0, ["justice.xlsx"]) == (result.exit_code, list(files(root)))
    assert "changed" not in result.output


def test_several_files_are_taken_in_their_order(root: Path) -> None:
    """Each is checked against what the one before left."""
    paths = []
    for number in (1, 2):
        path = root.parent / f"{number}.xlsx"
        path.write_bytes(workbook(number, number, number))
        paths.append(str(path))
    result = run("receive", root, *paths, "--replace")

    assert 0 == result.exit_code
    assert "changed “victims who received compensation”, 2023: 1 → 2" in result.output


def test_what_cannot_be_written_is_said_and_loses_nothing(root: Path) -> None:
    """A link in the place of the archive is refused, and the version in force stays."""
    (root / "submissions/earlier").symlink_to(root.parent)
    result = receive(root, workbook(1, 2, 3))

    assert 2 == result.exit_code
    assert JUSTICE.encode() == files(root)["justice.yaml"]
    assert "nothing was filed" in result.output


def test_examining_writes_nothing(root: Path) -> None:
    """Only the command writes."""
    before = files(root)
    path = root.parent / "x.xlsx"
    path.write_bytes(workbook(1, 2, 3))

    assert Outcome.ACCEPTED is receive_file(root, path, "replace").outcome
    assert before == files(root)


def test_changes_of_status_note_and_parts_are_seen() -> None:
    """What is printed of a figure counts, and each part is named."""
    old = {
        "agency": "a",
        "indicators": {"x": {"values": {2023: 5}, "breakdown": [{"label": "women", "values": {2023: 2}}]}},
    }
    new = {
        "agency": "a",
        "indicators": {"x": {"values": {2023: {"value": 5, "status": "provisional", "note": "ten months"}}}},
        "replies": [{"issue": 1, "text": "One."}],
    }
    changes = compare_submissions(Submission.model_validate(old), Submission.model_validate(new))

    assert [
        "changed “x”, 2023: 5 → 5 (provisional; ten months)",
        "removed “x”, women, 2023: 2",
        "added the reply to issue 1: 1 word",
    ] == [str(one) for one in (*changes.figures, *changes.replies)]
    assert not compare_submissions(Submission.model_validate(old), Submission.model_validate(old))
