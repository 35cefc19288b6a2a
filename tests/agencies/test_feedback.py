"""Feedback: what is wrong stands at its cell and in a list, questions can be answered, and nothing else differs."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsx
from click.testing import CliRunner
from commands import run
from office import needs_office, resaved
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from project import JUSTICE, make_project
from xlsx import MAIN, book, typed, unzipped

from reportgen.agencies.feedback import Feedback, find_feedback
from reportgen.agencies.workbooks import find_workbooks
from reportgen.cli.main import cli
from reportgen.limits import ZIP_TOTAL_BYTES
from reportgen.project import read_submission

CHANGED = ("xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry has sent YAML."""
    return make_project(tmp_path / "project")


def form(root: Path) -> bytes:
    """The workbook that the justice ministry gets."""
    return dict(find_workbooks(root, ["justice"]).files())["justice.xlsx"]


def cell_of(data: bytes, head: object, key: str = "victims") -> str:
    """The cell of a series under a head of the sheet Indicators."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Indicators"]
    rows = list(sheet.iter_rows())
    heads = next(row for row in rows if any(cell.value == "Key" for cell in row))
    column = next(place for place, cell in enumerate(heads, 1) if cell.value == head)
    keys = next(place for place, cell in enumerate(heads, 1) if cell.value == "Key")
    row = next(row[0].row for row in rows if row[keys - 1].value == key)
    return f"{get_column_letter(column)}{row}"


def slipped(root: Path) -> tuple[bytes, dict[str, str]]:
    """The form with an error (a word for a figure) and a doubtful figure, and the cells of the two."""
    data = form(root)
    cells = {"error": cell_of(data, 2022), "question": cell_of(data, 2023)}
    data = typed(data, "Indicators", {cell_of(data, 2021): 944, cells["error"]: "about 900"})
    data = typed(data, "Indicators", {cells["question"]: -3})
    return data, cells


def marked(root: Path, data: bytes) -> Feedback:
    """What the justice ministry gets back for a workbook."""
    file = root.parent / "in.xlsx"
    file.write_bytes(data)
    run("receive", root, file)
    (feedback,) = find_feedback(root, ["justice"]).feedbacks
    return feedback


def opened(data: bytes) -> Any:  # noqa: ANN401 - a workbook of openpyxl
    """A workbook as another library reads it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def listed(data: bytes) -> list[dict[str, object]]:
    """The rows of the sheet Problems, by their heads."""
    rows = list(opened(data)["Problems"].iter_rows(min_row=4, values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


# ---- what is marked ----


def test_every_problem_is_a_marked_cell_with_a_comment(root: Path) -> None:
    """The comment says what is wrong and what to do, in the words of the catalogue."""
    data, cells = slipped(root)
    sheet = opened(marked(root, data).data)["Indicators"]
    comment = sheet[cells["error"]].comment
    rules = {str(one.sqref): rule for one in sheet.conditional_formatting for rule in one.rules if rule.priority <= 2}

    assert comment is not None
    assert "“about 900” is no number" in comment.text
    assert "write the number with digits only" in comment.text
    assert set(cells.values()) == set(rules)
    assert f'EXACT({cells["error"]},"about 900")' in rules[cells["error"]].formula[0]
    assert f"{cells['question']}=-3" in rules[cells["question"]].formula[0]


def test_the_first_sheet_lists_the_problems_with_links(root: Path) -> None:
    """Errors stand before questions; a click leads to the cell."""
    data, cells = slipped(root)
    feedback = marked(root, data)
    workbook = opened(feedback.data)
    rows = listed(feedback.data)
    links = [
        link.location for row in workbook["Problems"].iter_rows(min_row=5, max_col=1) for link in [row[0].hyperlink]
    ]

    assert ["RG154", "RG323"] == [row["Code"] for row in rows]
    assert [f"Indicators!{cells['error']}", f"Indicators!{cells['question']}"] == [row["Where"] for row in rows]
    assert [f"'Indicators'!{cells['error']}", f"'Indicators'!{cells['question']}"] == links
    assert ("Problems", "Problems") == (workbook.sheetnames[0], workbook.active.title)
    assert (1, 0, 1) == (feedback.errors, feedback.warnings, feedback.questions)


def test_questions_have_cells_to_answer_in(root: Path) -> None:
    """They are open in a locked sheet, and offer the one word that is an answer."""
    data, _ = slipped(root)
    sheet = opened(marked(root, data).data)["Problems"]
    (choice,) = sheet.data_validations.dataValidation

    assert sheet.protection.sheet
    assert ("D6", '"confirmed"') == (str(choice.sqref), choice.formula1)
    assert [True, True, False, False] == [sheet[cell].protection.locked for cell in ("D5", "E5", "D6", "E6")]


# ---- what is not ----


def relevant(sheet: Worksheet) -> dict[str, object]:
    """All that a sheet is for another library, but for conditional formats and comments."""
    footer = sheet.oddFooter
    return {
        "cells": [
            (
                cell.coordinate,
                cell.value,
                cell.number_format,
                *map(repr, (cell.font, cell.fill, cell.border, cell.alignment, cell.protection)),
            )
            for row in sheet.iter_rows()
            for cell in row
        ],
        "validations": [(str(one.sqref), one.type, one.formula1) for one in sheet.data_validations.dataValidation],
        "protection": vars(sheet.protection),
        "widths": {letter: (one.width, one.hidden) for letter, one in sheet.column_dimensions.items()},
        "heights": {number: (one.height, one.hidden) for number, one in sheet.row_dimensions.items()},
        "merged": sorted(map(str, sheet.merged_cells.ranges)),
        "frozen": sheet.freeze_panes,
        "print": (
            sheet.print_title_rows,
            sheet.page_setup.orientation,
            sheet.page_setup.paperSize,
            footer.left.text if footer else None,
        ),
        "filter": sheet.auto_filter.ref,
        "state": sheet.sheet_state,
    }


def test_nothing_else_differs_for_another_library(root: Path) -> None:
    """Cells, formats, validations, protection, widths, merges and print set-up are those of the original."""
    data, cells = slipped(root)
    before, after = opened(data), opened(marked(root, data).data)

    assert ["Problems", "In the report", *before.sheetnames] == after.sheetnames
    after["Start here"]["A3"] = before["Start here"]["A3"].value  # the line that says whether all is done
    for name in before.sheetnames:
        assert relevant(before[name]) == relevant(after[name])
        old = {cell.coordinate: cell.comment.text for row in before[name].iter_rows() for cell in row if cell.comment}
        new = {cell.coordinate: cell.comment.text for row in after[name].iter_rows() for cell in row if cell.comment}
        assert old == {cell: text for cell, text in new.items() if cell not in cells.values() or name != "Indicators"}
    assert [(one.name, one.value) for one in before.custom_doc_props.props] == [
        (one.name, one.value) for one in after.custom_doc_props.props
    ]
    assert {name: one.attr_text for name, one in before.defined_names.items()} == {
        name: one.attr_text for name, one in after.defined_names.items()
    }


def test_all_other_parts_keep_their_bytes(root: Path) -> None:
    """Only what a mark needs is touched, and of a marked sheet only what marks add."""
    data, _ = slipped(root)
    before, after = unzipped(data), unzipped(marked(root, data).data)
    touched = {name for name in before if after[name] != before[name]}
    sheets = {name for name in touched if name.startswith("xl/worksheets/sheet")}

    assert touched <= {*CHANGED, *sheets, *(name for name in before if "comments" in name or "vmlDrawing" in name)}
    for name in sheets:
        assert essence(before[name]) == essence(after[name])


def essence(sheet: bytes) -> bytes:
    """A sheet without marks, the line that says whether all is done, ranks of formats, and which sheet is on top."""
    text = sheet.partition(b"<worksheet")[2]
    text = re.sub(
        rb'<conditionalFormatting sqref="[\w:]+"><cfRule [^>]*><formula>AND\("reportgen".*?</conditionalFormatting>',
        b"",
        text,
    )
    text = re.sub(rb' priority="\d+"| tabSelected="1"', b"", text)
    text = re.sub(rb'<c r="A3"[^>]*><f>.*?</c>', b"", text)
    return re.sub(rb"\s*/>", b"/>", text)


def test_what_was_received_is_never_changed(root: Path) -> None:
    """The copy is made beside the original."""
    data, _ = slipped(root)
    marked(root, data)

    assert data == (root / "submissions/refused/justice.xlsx").read_bytes()


def test_the_same_workbook_gives_the_same_bytes(root: Path) -> None:
    """Dates of the day do not enter it."""
    data, _ = slipped(root)

    assert marked(root, data).data == marked(root, data).data


def test_the_copy_is_valid(root: Path, tmp_path: Path) -> None:
    """By the schemas of the format."""
    data, _ = slipped(root)
    path = tmp_path / "marked.xlsx"
    path.write_bytes(marked(root, data).data)
    result = OpenXmlValidator().validate(str(path))

    assert [] == [str(one) for one in result.errors]


def test_marks_come_before_all_formats_of_the_form(root: Path) -> None:
    """LibreOffice takes the first in the file, Excel the first in rank: "not complete" was green in the one."""
    with zipfile.ZipFile(io.BytesIO(marked(root, slipped(root)[0]).data)) as package:
        sheets = [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    own = [
        [b"reportgen" in one for one in re.findall(rb"<conditionalFormatting.*?</conditionalFormatting>", sheet)]
        for sheet in sheets
    ]

    assert [True, True] == [found[0] for found in own if any(found)]
    assert all(found == sorted(found, reverse=True) for found in own)


# ---- round after round ----


def answered(data: bytes, row: int, reason: str = "Cases were withdrawn.") -> bytes:
    """A marked copy in which a question is answered."""
    return typed(data, "Problems", {f"D{row}": "confirmed", f"E{row}": reason})


def test_a_marked_copy_that_was_corrected_and_answered_is_accepted(root: Path) -> None:
    """The agency corrects the error, confirms the figure, and is not asked again."""
    data, cells = slipped(root)
    copy = typed(answered(marked(root, data).data, 6), "Indicators", {cells["error"]: 1058})
    feedback = marked(root, copy)

    assert (root / "submissions/justice.xlsx").read_bytes() == copy
    assert (0, 0) == (feedback.errors, feedback.questions)
    assert [("RG323", "confirmed", "Cases were withdrawn.")] == [
        (row["Code"], row["Your answer"], row["Reason"]) for row in listed(feedback.data)
    ]


def test_an_answer_is_kept_from_copy_to_copy(root: Path) -> None:
    """A question that was answered in one round is not asked in the next but one."""
    data, cells = slipped(root)
    second = marked(root, answered(marked(root, data).data, 6))
    third = marked(root, typed(second.data, "Indicators", {cells["error"]: 1058}))

    assert (1, 0) == (second.errors, second.questions)
    assert (0, 0) == (third.errors, third.questions)


def test_a_figure_that_changed_is_asked_about_again(root: Path) -> None:
    """The answer was about another figure."""
    data, cells = slipped(root)
    copy = answered(marked(root, data).data, 6)
    feedback = marked(root, typed(copy, "Indicators", {cells["error"]: 1058, cells["question"]: -4}))

    assert 1 == feedback.questions


def test_marks_of_the_last_round_are_taken_out(root: Path) -> None:
    """What was corrected is marked no more, and the rest of the workbook is still that of the first form."""
    data, cells = slipped(root)
    good = {cells["error"]: 1058, cells["question"]: 348}
    clean = marked(root, typed(marked(root, data).data, "Indicators", good))
    before, after = opened(typed(data, "Indicators", good)), opened(clean.data)

    assert (0, 0) == (clean.errors, clean.questions)
    assert ["Problems", "In the report", *before.sheetnames] == after.sheetnames
    assert [] == listed(clean.data)
    for name in before.sheetnames:
        assert relevant(before[name]) == relevant(after[name])
        assert [bool(cell.comment) for row in before[name].iter_rows() for cell in row] == [
            bool(cell.comment) for row in after[name].iter_rows() for cell in row
        ]
        assert len(before[name].conditional_formatting) == len(after[name].conditional_formatting)


def test_a_comment_that_was_there_is_kept(root: Path) -> None:
    """What is wrong is added below the agency's own words, and taken out again."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    sheets = {"About": (("Agency", "justice"),), "Indicators": (("Key", "Issue", 2023), ("cases", 1, "about 3"))}
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    workbook["Indicators"]["C2"].comment = Comment("From the register.", "A. Person")
    buffer = io.BytesIO()
    workbook.save(buffer)
    first = marked(root, buffer.getvalue()).data
    second = marked(root, typed(first, "Indicators", {"C2": 3})).data
    texts = [opened(data)["Indicators"]["C2"].comment.text for data in (first, second)]

    assert texts[0].startswith("From the register.")
    assert "“about 3” is no number" in texts[0]
    assert texts[1].startswith("From the register.")
    assert "about 3" not in texts[1]
    assert "is not read: “From the register.”" in texts[1]


# ---- other files ----


def test_an_agency_that_sent_yaml_gets_a_list(root: Path) -> None:
    """Each problem with its line, each question with what to write to answer it."""
    (root / "submissions/justice.yaml").write_text(JUSTICE.replace("2023: 348", "2023: -3"))
    (feedback,) = find_feedback(root, ["justice"]).feedbacks
    text = feedback.data.decode()
    answer = re.search(r"        answers:\n          - (\{.*\})", text)

    assert ("justice.md", 1) == (feedback.name, feedback.questions)
    assert "- **line 7** Please look: “victims who received compensation” is -3 for 2023" in text
    assert answer is not None
    assert 'code: RG323, indicator: victims, period: "2023", value: -3' in answer[1]


def test_the_answer_that_the_list_shows_is_an_answer(root: Path) -> None:
    """What is copied from the list into the file silences the question."""
    path = root / "submissions/justice.yaml"
    path.write_text(JUSTICE.replace("2023: 348", "2023: -3"))
    text = find_feedback(root, ["justice"]).feedbacks[0].data.decode()
    lines = [line[8:] for line in text.splitlines() if line.startswith("        ")]
    path.write_text(path.read_text() + "\n".join(lines).replace("…", "Cases were withdrawn.") + "\n")

    assert 0 == find_feedback(root, ["justice"]).feedbacks[0].questions


def test_a_workbook_that_cannot_be_opened_is_answered_with_a_list(root: Path) -> None:
    """There is nothing in it that could be marked."""
    (root / "submissions/justice.yaml").unlink()
    (root / "submissions/justice.xlsx").write_bytes(b"PK\x03\x04 not a zip")
    (feedback,) = find_feedback(root, ["justice"]).feedbacks

    assert "justice.md" == feedback.name
    assert "the workbook is damaged" in feedback.data.decode()


def test_a_workbook_to_which_nothing_can_be_added_is_answered_with_a_list(root: Path) -> None:
    """Pictures that unpack to more than intake would read are left packed, and the problems are listed."""
    sheets = {"About": (("Agency", "justice"),), "Indicators": (("Key", "Issue", 2023), ("cases", 1, "about 3"))}
    feedback = marked(root, book(sheets, replace={"xl/media/image1.bmp": b" " * (ZIP_TOTAL_BYTES + 1)}))

    assert ("justice.md", 1) == (feedback.name, feedback.errors)
    assert "- **Indicators!C2** Please correct: “about 3” is no number" in feedback.data.decode()


def test_the_command_writes_a_file_an_agency(root: Path) -> None:
    """And says who has sent nothing."""
    result = run("feedback", root)

    assert 0 == result.exit_code
    assert ["justice.md"] == [path.name for path in (root / "build/feedback").iterdir()]
    assert "interior: nothing was received yet" in result.output


def test_an_unknown_agency_is_said(root: Path) -> None:
    """With the nearest code that there is."""
    result = run("feedback", root, "--agency", "justise")

    assert 1 == result.exit_code
    assert "justice" in result.output


# ---- other programs ----


@pytest.mark.parametrize("strict", [False, True], ids=["usual", "strict"])
def test_a_plain_workbook_of_few_parts_can_be_marked(root: Path, strict: bool) -> None:
    """Without comments, formats or shared texts of its own, in either namespace."""
    data = book({"About": (("Agency", "justice"),), "Indicators": (("Key", "Issue", 2023), ("cases", 1, "about 3"))})
    if strict:
        data = xlsx.zipped({name: _strict(content) for name, content in unzipped(data).items()})
    feedback = marked(root, data)
    read = read_submission(feedback.data, "x.xlsx")

    assert (1, "justice") == (feedback.errors, read.agency)
    assert ["RG154"] == [one.code for one in read.diagnostics]


def _strict(content: bytes) -> bytes:
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return content.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
        office, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    )


def test_a_sheet_of_the_agency_that_is_called_problems_stays(root: Path) -> None:
    """Ours takes another name then."""
    data = book(
        {
            "Problems": (("Staff", "Budget"),),
            "About": (("Agency", "justice"),),
            "Replies": (("Issue", "Text"), (1, "x")),
        }
    )

    listing = unzipped(marked(root, data).data)["xl/workbook.xml"].decode()

    assert ["Problems 2", "In the report", "Problems", "About", "Replies"] == re.findall(
        r'<sheet name="([^"]+)"', listing
    )


# ---- whether it is complete, and how it will read ----


def verdict(data: bytes) -> tuple[object, object]:
    """The line of the sheet Start here and the number of errors on the sheet Problems, as they are shown."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return book["Start here"]["A3"].value, book["Problems"]["B3"].value


def filled(root: Path) -> bytes:
    """The form with everything that is asked for."""
    data = typed(form(root), "About", {"B6": 45_300, "B8": "A. Person"})
    return typed(data, "Indicators", {cell_of(data, year): 944 for year in (2021, 2022, 2023)})


@needs_office
def test_a_workbook_is_never_complete_while_errors_are_marked(root: Path) -> None:
    """The first sheet says how many errors stand, follows what is corrected, and is its own again after the last."""
    data = filled(root)
    cell = cell_of(data, 2022)
    first = marked(root, typed(data, "Indicators", {cell: "about 900"}))
    told = "Not complete yet – still to correct (sheet Problems): 1"
    corrected = typed(first.data, "Indicators", {cell: 1058})
    second = marked(root, typed(first.data, "Indicators", {cell: "about 800"}))
    clean = marked(root, corrected)

    assert 1 == first.errors
    assert (told, 1) == verdict(first.data) == verdict(resaved(first.data)) == verdict(resaved(second.data))
    assert ["to correct"] == [row["State"] for row in listed_values(first.data)]
    calculated = io.BytesIO()
    opened(corrected).save(calculated)  # openpyxl saves formulas without their values
    shown, errors = verdict(resaved(calculated.getvalue()))
    assert (0, "Problems") == (errors, opened(corrected).sheetnames[0])
    assert "sheet Problems" not in str(shown)
    assert opened(data)["Start here"]["A3"].value == opened(clean.data)["Start here"]["A3"].value


def listed_values(data: bytes) -> list[dict[str, object]]:
    """The rows of the sheet Problems as they are shown."""
    rows = list(
        openpyxl.load_workbook(io.BytesIO(data), data_only=True)["Problems"].iter_rows(min_row=4, values_only=True)
    )
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_each_text_and_figure_is_shown_as_the_report_will_read(root: Path) -> None:
    """The reply with its figures, a list with its marks, a sentence that is generated; each leads to its cell."""
    data = form(root)
    sheet = opened(data)["Replies"]
    row = next(one[0].row for one in sheet.iter_rows() if one[2].value and "{{ victims" in str(one[2].value))
    data = typed(data, "Indicators", {cell_of(data, "2023 status"): "provisional"})
    data = typed(
        data, "Replies", {f"C{row}": "It was paid.\nThe fund pays for:\n• beds\n• food[^1]\n[^1]: Since 2020."}
    )
    read = opened(marked(root, data).data)["In the report"]
    rows = {str(one[1].value): one for one in read.iter_rows(min_row=5)}
    texts = list(rows)

    assert ("Issue", "How the report will read", "From") == tuple(cell.value for cell in read[4])
    assert texts[:3] == ["1.  It was paid.", "2.  The fund pays for:", "•  beds\n•  food[1]\n[1] Since 2020."]
    assert "victims who received compensation | 944 | 1,058 | 348[a]" in texts[-1].casefold()
    assert f"Replies!C{row}" == rows[texts[0]][2].value
    assert any("victims who received compensation" in text and "944" in text for text in texts[3:])
    assert f"'Replies'!C{row}" == read[f"C{rows[texts[0]][0].row}"].hyperlink.location
    assert read.protection.sheet


def test_the_sheet_of_readings_is_not_read(root: Path) -> None:
    """It comes back with the copy, and no remark is made of it."""
    copy = marked(root, form(root)).data
    read = read_submission(copy, "justice.xlsx")

    assert "In the report" in opened(copy).sheetnames
    assert "In the report" not in " ".join(str(one.place) for one in read.diagnostics)


@needs_office
def test_libreoffice_shows_and_saves_a_marked_copy(root: Path) -> None:
    """The agency opens the copy, answers, saves, and it is received; the next copy takes the old marks out."""
    data, cells = slipped(root)
    saved = resaved(answered(marked(root, data).data, 6))
    workbook = opened(saved)
    again = marked(root, saved)

    assert "Problems" == workbook.sheetnames[0]
    assert "“about 900” is no number" in workbook["Indicators"][cells["error"]].comment.text
    assert (1, 0) == (again.errors, again.questions)
    assert 1 == opened(again.data)["Indicators"][cells["error"]].comment.text.count("is no number")


def test_what_only_the_coordinator_can_settle_is_not_asked_of_the_agency(root: Path) -> None:
    """A small number is a question of `report.yaml`, which an agency never sees; `check` asks it all the same."""
    women = "    breakdown: [{label: women, values: {2023: 3}}]\n    exhaustive: false\n    source: Fund\n"
    submission = root / "submissions" / "justice.yaml"
    submission.write_text(JUSTICE.replace("    source: Fund\n", women), encoding="utf-8")
    report = root / "report.yaml"
    report.write_text(report.read_text(encoding="utf-8") + "small_numbers: 5\n", encoding="utf-8")

    (feedback,) = find_feedback(root, ["justice"]).feedbacks

    assert "report.yaml" not in feedback.data.decode()
    assert (0, 0, 0) == (feedback.errors, feedback.warnings, feedback.questions)
    assert "RG360" in CliRunner().invoke(cli, ["check", str(root)]).output


def test_a_folder_that_cannot_be_read_is_not_one_in_which_nothing_came(tmp_path: Path) -> None:
    """A file in its place, as a broken copy leaves it: the coordinator is not told that all agencies are late alone."""
    root = make_project(tmp_path)
    shutil.rmtree(root / "submissions")
    (root / "submissions").write_text("", encoding="utf-8")

    result = run("feedback", root)

    assert result.exit_code == 1
    assert f"{root.as_posix()}/submissions: error[RG102]" in result.output
