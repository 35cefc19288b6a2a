"""The coordinator's own edits of a workbook: they count, are marked, keep what stood there, and lose nothing else."""

from pathlib import Path

import pytest
from click.testing import Result
from commands import run_well
from forms import figure_cell, opened, reply_cell
from hypothesis import given
from hypothesis import strategies as st
from project import JUSTICE, make_project
from xlsx import typed

from reportgen.agencies.edited import _rows_before
from reportgen.agencies.workbooks import find_workbooks
from reportgen.project import read_submission

NOTE = "— corrected —\nCorrected by the coordinator. Before, it read:\n"
OLD, NEW = "The police was trained.", "The police were trained."
SECOND = "Courts are open."


def written(data: bytes, figures: dict[int | str, str | int | None], texts: dict[int, str | None]) -> bytes:
    """A workbook with figures of the row `victims`, by the heads of its columns, and texts of issue 1, by their row."""
    book = opened(data)
    data = typed(
        data, "Indicators", {figure_cell(book, "victims", head).coordinate: one for head, one in figures.items()}
    )
    return typed(data, "Replies", {reply_cell(book, 1, row).coordinate: one for row, one in texts.items()})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry, which knows Excel only, has sent its workbook."""
    root = make_project(tmp_path / "project")
    form = dict(find_workbooks(root, ["justice"]).files())["justice.xlsx"]
    (root / "submissions" / "justice.yaml").unlink()
    send(root, written(form, {2023: 348}, {0: OLD, 1: SECOND}))
    return root


def send(root: Path, data: bytes, *options: str, ends: int = 0) -> Result:
    """Receive a workbook."""
    file = root.parent / "came.xlsx"
    file.write_bytes(data)
    return run_well("receive", root, file, *options, ends=ends)


def in_force(root: Path) -> bytes:
    """The workbook of the justice ministry that counts."""
    return (root / "submissions" / "justice.xlsx").read_bytes()


def said(root: Path) -> tuple[list[str], str]:
    """The texts in force, and the figure of 2023."""
    submission = read_submission(in_force(root), "justice.xlsx").submission
    assert submission is not None
    victims = {str(period): one.value for period, one in submission.indicators["victims"].values.items()}
    return [one.text for one in submission.replies], str(victims["2023"])


def notes(data: bytes) -> dict[str, str]:
    """What the notes say that keep what stood in a cell."""
    cells = (cell for sheet in opened(data) for row in sheet.iter_rows() for cell in row if cell.comment)
    found = {f"{cell.parent.title}!{cell.coordinate}": str(cell.comment.text) for cell in cells if cell.comment}
    return {cell: text.removeprefix(NOTE) for cell, text in found.items() if text.startswith(NOTE)}


def test_edits_are_marked_and_keep_what_stood_there(root: Path) -> None:
    """Texts, figures, their status and other cells alike; cells that were not edited have no note."""
    came = in_force(root)

    result = send(
        root, written(came, {2023: 384, "2023 status": "estimated", "Source": "Register"}, {0: NEW}), "--edited"
    )

    assert ([NEW, SECOND], "384") == said(root)
    assert {OLD, "348", "final", "Fund"} == set(notes(in_force(root)).values())
    assert "348 → 384 (estimated)" in result.output
    assert came in [path.read_bytes() for path in (root / "submissions" / "earlier").glob("*.xlsx")]


def test_undo_brings_back_what_came(root: Path) -> None:
    """Byte for byte."""
    came = in_force(root)
    send(root, written(came, {}, {0: NEW}), "--edited")

    run_well("receive", root, "--undo", "justice")

    assert came == in_force(root)


def test_the_agency_sees_the_edits_in_the_copy_that_goes_back(root: Path) -> None:
    """`feedback` keeps their marks and notes, and what comes back unchanged changes nothing."""
    send(root, written(in_force(root), {}, {0: NEW}), "--edited")
    run_well("feedback", root)

    copy = (root / "build" / "feedback" / "justice.xlsx").read_bytes()

    assert [OLD] == list(notes(copy).values())
    assert "no figure and no text changed" in send(root, copy).output


def test_a_cell_may_be_edited_again(root: Path) -> None:
    """Its note holds both texts that stood there."""
    send(root, written(in_force(root), {}, {0: NEW}), "--edited")

    send(root, written(in_force(root), {}, {0: "All police were trained."}), "--edited")

    (note,) = notes(in_force(root)).values()
    assert note.index(OLD) < note.index(NEW)


def test_a_copy_of_an_earlier_workbook_changes_what_was_edited_alone(root: Path) -> None:
    """What the agency has sent since the copy was made stays in force, and has no note."""
    copy = in_force(root)
    send(root, written(copy, {2023: 350}, {}), "--merge")

    send(root, written(copy, {}, {0: NEW}), "--edited")

    files = sorted((root / "submissions").glob("justice*.xlsx"))
    run_well("check", root)
    assert "350" in run_well("explain", root, "victims").output
    assert [OLD] == [note for file in files for note in notes(file.read_bytes()).values()]


def test_what_the_agency_changed_as_well_is_not_overwritten(root: Path) -> None:
    """Both versions are shown, and nothing is filed, neither in force nor among what waits."""
    copy = in_force(root)
    send(root, written(copy, {}, {0: "The police have been trained."}), "--merge")
    before = {path: path.read_bytes() for path in (root / "submissions").rglob("*") if path.is_file()}

    result = send(root, written(copy, {}, {0: NEW}), "--edited", ends=1)

    assert "RG720" in result.output
    assert before == {path: path.read_bytes() for path in (root / "submissions").rglob("*") if path.is_file()}


def test_a_workbook_that_waits_goes_on_waiting(root: Path) -> None:
    """An edit of what is in force is no decision on what came in later."""
    send(root, written(in_force(root), {2023: 350}, {}), ends=1)

    send(root, written(in_force(root), {}, {0: NEW}), "--edited")

    assert (root / "submissions" / "refused" / "justice.xlsx").is_file()
    assert ([NEW, SECOND], "348") == said(root)


def test_an_edited_copy_without_an_edit_is_not_filed(root: Path) -> None:
    """Somebody took the wrong file, or forgot to save it; the marks of earlier edits stay."""
    edited = written(in_force(root), {}, {0: NEW})
    send(root, edited, "--edited")
    marked = in_force(root)

    assert "warning[RG733]" in send(root, edited, "--edited").output
    assert marked == in_force(root)


def test_an_edited_copy_of_nothing_is_refused(tmp_path: Path) -> None:
    """Where nothing is in force, nothing can have been edited."""
    root = make_project(tmp_path / "project")
    form = dict(find_workbooks(root, ["justice"]).files())["justice.xlsx"]
    (root / "submissions" / "justice.yaml").unlink()

    assert "error[RG731]" in send(root, written(form, {2023: 348}, {}), "--edited", ends=1).output
    assert not list((root / "submissions").glob("justice*"))


def test_edits_of_a_workbook_stand_in_a_workbook(root: Path) -> None:
    """In YAML beside it, they would never reach an agency that knows Excel only."""
    file = root.parent / "justice.yaml"
    file.write_text(JUSTICE, encoding="utf-8")

    result = run_well("receive", root, file, "--edited", ends=1)

    assert "error[RG732]" in result.output
    assert "justice.xlsx" in result.output


def test_a_paragraph_that_is_gone_stands_in_the_note_above(root: Path) -> None:
    """The row above the emptied one says what stood in both."""
    send(root, written(in_force(root), {}, {1: None}), "--edited")

    assert [f"{OLD}\n\n{SECOND}"] == list(notes(in_force(root)).values())


@given(st.lists(st.sampled_from("abc"), max_size=5), st.lists(st.sampled_from("abc"), min_size=1, max_size=5))
def test_no_row_that_stood_there_is_lost(before: list[str], after: list[str]) -> None:
    """Each stands in one note, or is still there, and in the order in which they stood."""
    was = _rows_before(before, after)

    assert list(range(len(before))) == [number for rows in was for number in rows]


@pytest.mark.parametrize(("also", "text"), [({}, OLD), ({0: NEW}, NEW)])
def test_a_figure_that_is_set_back_is_not_dropped_in_silence(
    root: Path, also: dict[int, str | None], text: str
) -> None:
    """The copy reads like an edited one of the earlier version: both values are named, and what takes the edit."""
    send(root, written(in_force(root), {2023: 350}, {}), "--merge")
    edited = written(in_force(root), {2023: 348}, also)

    output = send(root, edited, "--edited").output

    assert ["warning[RG734]"] == [word for word in output.split() if word.startswith("warning[")]
    assert "2023: 348 in this file, as justice had it in another file, and 350 in force, which stays" in output
    assert "350" in run_well("explain", root, "victims").output
    filed = root / "submissions" / "justice+2.xlsx"
    assert bool(also) == filed.exists()
    send(root, filed.read_bytes() if also else edited, "--edited", "--replace")
    assert ([text, SECOND], "348") == said(root)
    assert {"350", *([OLD] if also else [])} == set(notes(in_force(root)).values())


def test_what_is_taken_out_is_not_kept_in_silence_either(root: Path) -> None:
    """A copy without what came in last reads like one of the version before."""
    send(root, written(in_force(root), {2021: None}, {}), "--replace")
    send(root, written(in_force(root), {2021: 940, "Source": "Register"}, {}), "--merge")

    output = send(root, written(in_force(root), {2021: None, "Source": "Fund"}, {0: NEW}), "--edited").output

    found = [
        line.partition("“victims who received compensation”")[2] for line in output.splitlines() if "RG734" in line
    ]
    assert [", 2021: nothing in", ": Fund in"] == [line.partition(" this file")[0] for line in found]


def test_a_figure_that_no_version_had_counts(root: Path) -> None:
    """Nothing is asked about the edits of a copy of what is in force, whatever came before."""
    send(root, written(in_force(root), {2023: 350}, {}), "--merge")

    output = send(root, written(in_force(root), {2023: 351}, {0: NEW}), "--edited").output

    assert ("RG734" in output, said(root)) == (False, ([NEW, SECOND], "351"))


def test_a_figure_of_a_workbook_that_waits_is_not_dropped_in_silence(root: Path) -> None:
    """Who enters by hand what the agency sent since has made an edit, or a copy of what waits."""
    send(root, written(in_force(root), {2023: 350}, {}), ends=1)

    output = send(root, written(in_force(root), {2023: 350}, {0: NEW}), "--edited").output

    assert "2023: 350 in this file, as justice had it in another file, and 348 in force, which stays" in output
    assert "348" in run_well("explain", root, "victims").output


def test_what_is_emptied_is_taken_out_where_the_copy_takes_the_place_of_all(root: Path) -> None:
    """Its cell is marked, and its note has what stood there."""
    send(root, written(in_force(root), {2023: None}, {1: None}), "--edited", "--replace")

    assert {"348", f"{OLD}\n\n{SECOND}"} == set(notes(in_force(root)).values())
