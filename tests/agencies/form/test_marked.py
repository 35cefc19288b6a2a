"""Marks: whatever is marked, with whatever words, the copy holds the same submission, and marks can be taken out."""

import io
import re
import zipfile

import openpyxl
import pytest
import xlsx
from forms import texts
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule

from reportgen.agencies.marked.marking import CannotMarkError, mark_workbook
from reportgen.agencies.problems import Problem
from reportgen.diagnostics import QuestionSubject
from reportgen.project import read_submission


def workbook() -> bytes:
    """A workbook with formats, shared texts, a comment and a conditional format of its own."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in xlsx.SHEETS.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made["Indicators"]["D2"].comment = Comment("From the register.", "A. Person", height=200, width=300)
    rule = Rule(type="cellIs", operator="lessThan", formula=["0"])
    made["Indicators"].conditional_formatting.add("D2:E2", rule)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


BOOK = workbook()
WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)
CELLS = st.builds("{}{}".format, st.sampled_from("ABCDEFG"), st.integers(1, 30))
SUBJECTS = st.none() | st.builds(
    QuestionSubject, st.just("cases"), st.none() | WORDS, st.just("2023"), st.none() | st.decimals(-9, 9, places=1)
)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.just("RG320"),
        WORDS,
        WORDS,
        st.sampled_from(["About", "Replies", "Indicators"]),
        CELLS,
        SUBJECTS,
        is_error=st.booleans(),
        reason=st.none() | WORDS,
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(PROBLEMS)
def test_a_marked_copy_holds_the_same_submission(problems: list[Problem]) -> None:
    """Whatever is marked where, in whatever words, each mark is there, and what was sent is still read from it."""
    copy = mark_workbook(BOOK, problems, texts().problems)
    opened = openpyxl.load_workbook(io.BytesIO(copy))
    before, after = (read_submission(data, "x.xlsx").submission for data in (BOOK, copy))
    marked = {(one.sheet, one.cell) for one in problems}
    found = {
        (sheet.title, str(area.sqref))
        for sheet in opened.worksheets
        for area in sheet.conditional_formatting
        for rule in area.rules
        if "reportgen" in str(rule.formula)
    }

    assert before is not None
    assert after is not None
    assert before == after.model_copy(update={"answers": ()})
    assert marked == found
    assert [one.message for one in problems] == [row[1].value for row in opened["Problems"].iter_rows(min_row=5)]
    for sheet, cell in marked:
        comment = opened[str(sheet)][str(cell)].comment
        assert comment is not None
        assert all(one.message in comment.text for one in problems if (one.sheet, one.cell) == (sheet, cell))


@settings(max_examples=20, deadline=None)
@given(PROBLEMS)
def test_marks_can_be_taken_out(problems: list[Problem]) -> None:
    """Marking once and then without problems leaves what was there before, its comment and its format among them."""
    clean = mark_workbook(mark_workbook(BOOK, problems, texts().problems), [], texts().problems)
    opened = openpyxl.load_workbook(io.BytesIO(clean))
    comments = [
        (cell.coordinate, cell.comment.text)
        for sheet in opened
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    with zipfile.ZipFile(io.BytesIO(clean)) as archive:
        drawings = [archive.read(name) for name in archive.namelist() if name.endswith(".vml")]

    assert [("D2", "From the register.")] == comments
    assert ["D2:E2"] == [str(area.sqref) for sheet in opened.worksheets for area in sheet.conditional_formatting]
    assert 1 == sum(len(re.findall(rb"<(?:\w+:)?shape ", drawing)) for drawing in drawings)


def test_a_comment_that_was_there_keeps_its_box() -> None:
    """Its size is that which the agency gave it; libraries that load and save a workbook lose it."""
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        (before,) = [archive.read(name) for name in archive.namelist() if name.endswith(".vml")]
    problem = Problem("RG154", "wrong", "mend it", "Indicators", "E2", is_error=True)
    with zipfile.ZipFile(io.BytesIO(mark_workbook(BOOK, [problem], texts().problems))) as archive:
        (after,) = [archive.read(name) for name in archive.namelist() if name.endswith(".vml")]

    assert before.rpartition(b"</xml>")[0] in after


def test_added_parts_stand_in_one_order() -> None:
    """The same workbook and problems give the same bytes in every process: parts stand in the order of adding."""
    problems = [Problem("RG154", "wrong", "mend it", sheet, "B2") for sheet in ("About", "Replies", "Indicators")]
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        before = set(archive.namelist())
    with zipfile.ZipFile(io.BytesIO(mark_workbook(BOOK, problems, texts().problems, "0123456789abcdef"))) as archive:
        added = [name for name in archive.namelist() if name not in before]

    assert [
        *("xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"),
        *("xl/worksheets/_rels/sheet2.xml.rels", "xl/comments2.xml", "xl/drawings/vmlDrawing2.vml"),
        *("docProps/custom.xml", "xl/worksheets/problems1.xml"),
    ] == added


def test_what_is_no_workbook_is_refused() -> None:
    """The caller then says it in another way."""
    with pytest.raises(CannotMarkError):
        mark_workbook(b"PK\x03\x04 not a zip", [], texts().problems)
