"""Corrected copies of workbooks: the text changes and nothing else, the old one stays in a note, and undo works."""

import io
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from commands import run
from hypothesis import given
from hypothesis import strategies as st
from office import needs_office, resaved
from openpyxl.worksheet.worksheet import Worksheet
from project import make_project
from xlsx import SHEETS, Cell, Raw, Rows, book, rich, typed

from reportgen.agencies.corrected import correct_workbooks
from reportgen.agencies.feedback import find_feedback
from reportgen.agencies.marked.corrections import _replace, correct_workbook
from reportgen.agencies.workbooks import find_workbooks
from reportgen.claims.passages import Span
from reportgen.project import read_submission
from reportgen.project.corrections import CellCorrection, TextChange

NOTE = "Corrected. Before, it read:"


def replies(*texts: Cell) -> bytes:
    """A workbook with a reply a row, in the cells B2, B3 …."""
    rows: Rows = (("Issue", "Text"), *((1, text) for text in texts))
    return book({**SHEETS, "Replies": rows})


def correction(cell: str, old: str, at: str, new: str) -> CellCorrection:
    """The correction of some characters of a reply."""
    start = old.index(at)
    change = TextChange(Span(start, start + len(at)), new)
    return CellCorrection("Replies", cell, old, old[:start] + new + old[start + len(at) :], (change,))


def texts(data: bytes) -> list[str]:
    """The replies of a workbook, as they are read."""
    read = read_submission(data, "justice.xlsx").submission
    assert read is not None
    return [one.text for one in read.replies]


def sheet(data: bytes) -> Worksheet:
    """The sheet Replies, as another program reads it, which warns of the plain styles of the tests."""
    warnings.simplefilter("ignore", UserWarning)
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)["Replies"]


def test_a_text_is_corrected_and_the_old_one_stands_in_a_note() -> None:
    """The neighbour cell with the same text, all other parts and all other cells stay as they are."""
    data = replies("It rose by 16%.", "It rose by 16%.")

    made = correct_workbook(data, [correction("B2", "It rose by 16%.", "%", " per cent")], NOTE)

    assert ["It rose by 16 per cent.", "It rose by 16%."] == texts(made.data)
    comment = sheet(made.data)["B2"].comment
    assert comment is not None
    assert comment.text.endswith(f"{NOTE}\nIt rose by 16%.")
    assert sheet(made.data)["B3"].comment is None
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, made.data))
    same = [name for name in before.namelist() if "sheet3" in name or "About" in name]
    assert all(before.read(name) == after.read(name) for name in same)


def test_nothing_is_said_of_the_note_or_the_mark() -> None:
    """A corrected copy draws no remark that the workbook did not draw."""
    data = replies("It rose by 16%.")

    made = correct_workbook(data, [correction("B2", "It rose by 16%.", "%", " per cent")], NOTE)

    told = [[one.code for one in read_submission(one, "a.xlsx").diagnostics] for one in (data, made.data)]
    assert told[0] == told[1]


def test_runs_keep_their_looks() -> None:
    """In a cell with runs of looks that say nothing, corrected characters take those of where they stand."""
    blue = '<color rgb="FF0000FF"/>'
    data = replies(rich(("It rose ", ""), ("by  16", blue), ("% again.", "")))

    made = correct_workbook(data, [correction("B2", "It rose by  16% again.", "  16%", " 16 per cent")], NOTE)

    assert ["It rose by 16 per cent again."] == texts(made.data)
    assert ["It rose ", "by 16 per cent", " again."] == [str(run) for run in sheet(made.data)["B2"].value]


@pytest.mark.parametrize(
    "cell",
    [
        Raw('<c t="str" {r}><f>"It rose by "&amp;"16%."</f><v>It rose by 16%.</v></c>'),
        rich(("It rose by ", ""), ("16", '<vertAlign val="superscript"/>'), ("%.", "")),
    ],
    ids=["a formula", "marks of typesetting"],
)
def test_what_a_text_does_not_say_is_left_to_the_agency(cell: Raw) -> None:
    """A cell that holds more than its text is not changed, while its neighbours are."""
    data = replies(cell, "It fell by 3%.")
    wanted = [
        correction("B2", "It rose by 16%.", "%", " per cent"),
        correction("B3", "It fell by 3%.", "%", " per cent"),
    ]

    made = correct_workbook(data, wanted, NOTE)

    assert (["B3"], ["B2"]) == ([one.cell for one in made.done], [one.cell for one in made.refused])
    assert "It fell by 3 per cent." == texts(made.data)[1]


def test_a_text_that_would_be_read_otherwise_is_refused() -> None:
    """What a cell cannot hold as it is meant is not written: the workbook keeps its bytes."""
    data = replies("It rose.")

    made = correct_workbook(data, [correction("B2", "It rose.", "rose", "_x0041_")], NOTE)

    assert (data, 1) == (made.data, len(made.refused))


def test_a_corrected_cell_may_be_corrected_again() -> None:
    """Its note holds both old texts."""
    once = correct_workbook(replies("It rose by 16%."), [correction("B2", "It rose by 16%.", "%", " per cent")], NOTE)

    twice = correct_workbook(once.data, [correction("B2", "It rose by 16 per cent.", "rose", "fell")], NOTE)

    comment = sheet(twice.data)["B2"].comment
    assert comment is not None
    assert ["It fell by 16 per cent."] == texts(twice.data)
    assert comment.text.index("It rose by 16%.") < comment.text.index("It rose by 16 per cent.")


def test_the_same_corrections_give_the_same_bytes() -> None:
    """There is no clock and no chance in a copy."""
    wanted = [correction("B2", "It rose by 16%.", "%", " per cent")]

    assert correct_workbook(replies("It rose by 16%."), wanted, NOTE) == correct_workbook(
        replies("It rose by 16%."), wanted, NOTE
    )


@needs_office
def test_another_program_reads_and_saves_the_copy() -> None:
    """LibreOffice shows the corrected text, and keeps the note."""
    made = correct_workbook(replies("It rose by 16%."), [correction("B2", "It rose by 16%.", "%", " per cent")], NOTE)

    saved = resaved(made.data)

    comment = sheet(saved)["B2"].comment
    assert ["It rose by 16 per cent."] == texts(saved)
    assert comment is not None
    assert "It rose by 16%." in comment.text


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=4), st.data())
def test_characters_are_replaced_wherever_the_runs_end(runs: list[str], data: st.DataObject) -> None:
    """The runs together are what the whole text would be, however it is divided."""
    whole = "".join(runs)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    written = list(runs)

    _replace(written, start, end, "X")

    assert whole[:start] + "X" + whole[end:] == "".join(written)
    assert len(runs) == len(written)


def sent(root: Path) -> Path:
    """The form of the justice ministry, with a reply, received."""
    form = dict(find_workbooks(root, ["justice"]).files())["justice.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(form))
    rows = list(book["Replies"].iter_rows())
    heads = next(row for row in rows if any(cell.value == "Text" for cell in row))
    column = next(cell.column_letter for cell in heads if cell.value == "Text")
    below = rows[rows.index(heads) + 1 :]
    row = next(place for place, row in enumerate(below, len(rows) - len(below) + 2) if row[0].value == 1)
    path = root / "filled.xlsx"
    path.write_bytes(typed(form, "Replies", {f"{column}{row}": "It rose by 16%."}))
    assert 0 == run("receive", root, path, "--replace").exit_code
    return root / "submissions" / "justice.xlsx"


def test_a_copy_comes_into_force_and_undo_brings_back_what_came(tmp_path: Path) -> None:
    """Byte for byte; the copy is kept as well."""
    root = make_project(tmp_path)
    file = sent(root)
    came = file.read_bytes()

    result = run("style", root, "--fix")

    assert "16%. → 16 per cent." in result.output
    copy = file.read_bytes()
    assert any("16 per cent." in one for one in texts(copy))
    run("receive", root, "--undo", "justice")
    assert came == file.read_bytes()
    assert copy in [path.read_bytes() for path in (root / "submissions" / "earlier").glob("*.xlsx")]


def test_feedback_keeps_the_notes_of_corrections(tmp_path: Path) -> None:
    """An agency that gets its marked workbook back sees what was corrected in it."""
    root = make_project(tmp_path)
    sent(root)
    run("style", root, "--fix")

    (feedback,) = find_feedback(root, ["justice"]).feedbacks

    notes = [cell.comment.text for row in sheet(feedback.data).iter_rows() for cell in row if cell.comment]
    assert any("It rose by 16%." in note for note in notes)


def test_a_workbook_that_is_not_in_force_is_not_corrected(tmp_path: Path) -> None:
    """What waits in another folder, or is not there, is left alone."""
    root = make_project(tmp_path)

    copies = correct_workbooks(root, {"interior.xlsx": [correction("B2", "a b", "a", "c")]})

    assert ((), 1) == (copies.filings, len(copies.refused))


def answered(*rows: tuple[str, str]) -> bytes:
    """A workbook with a reply a row and what each answers, in the cells B2 and C2, B3 and C3 …."""
    return book({**SHEETS, "Replies": (("Issue", "Text", "Answers"), *((1, *row) for row in rows))})


def test_a_deleted_paragraph_leaves_its_cell_empty_and_answers_nothing_more() -> None:
    """The texts of the other cells stay, with what they answer; the old text stands in the note."""
    data = answered(("A law was passed.", "a"), ("Courts were built.", "b"), ("Prisons were closed.", "c"))

    made = correct_workbook(data, [correction("B3", "Courts were built.", "Courts were built.", "")], NOTE)

    read = read_submission(made.data, "justice.xlsx")
    assert read.submission is not None
    assert ("Courts were built.",) == tuple(one.old for one in made.done)
    assert [("A law was passed.", ("a",)), ("Prisons were closed.", ("c",))] == [
        (one.text, tuple(one.answers)) for one in read.submission.replies
    ]
    assert [] == [one.code for one in read.diagnostics]
    assert sheet(made.data)["B3"].comment.text.endswith("Courts were built.")


def test_a_paragraph_does_not_move_away_from_what_it_answers() -> None:
    """It would answer (a), and nothing would answer (b); where no cell says what it answers, it may move."""
    move = [
        correction("B2", "A law was passed.", "A law", "Courts were built.\n\nA law"),
        correction("B3", "Courts were built.", "Courts were built.", ""),
    ]
    kept = correct_workbook(answered(("A law was passed.", "a"), ("Courts were built.", "b")), move, NOTE)
    moved = correct_workbook(replies("A law was passed.", "Courts were built."), move, NOTE)

    assert [move[1]] == list(kept.refused)
    assert () == moved.refused
    assert ["Courts were built.\n\nA law was passed."] == texts(moved.data)
