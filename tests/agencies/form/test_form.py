"""The workbook that is sent out: what stands in it, what may be changed in it, what it says of itself."""

import datetime as dt
import gc
from pathlib import Path

import pytest
import xlsxwriter
from forms import (
    figure_cell,
    form_of,
    formulas_of,
    head_row,
    heads,
    opened,
    partly_answered,
    reply_cell,
    rows_of,
    writing_rows,
)
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from reports import make_report
from xlsxwriter.worksheet import Worksheet

from reportgen.model.sheets import FORMAT_VERSION
from reportgen.project import read_submission


@pytest.fixture(scope="module")
def book() -> Workbook:
    """The workbook of justice."""
    return opened(form_of(partly_answered(), "justice"))


@pytest.fixture(scope="module")
def values() -> Workbook:
    """The same, with what its formulas say."""
    return opened(form_of(partly_answered(), "justice"), values=True)


def test_the_sheets_stand_in_the_order_of_the_work(book: Workbook) -> None:
    """The first sheet is the one that says what to do, and it is the one that is shown."""
    assert ["Start here", "About", "Replies", "Indicators", "Tables"] == book.sheetnames
    assert book.active is not None
    assert "Start here" == book.active.title


def test_the_workbook_says_what_it_is(book: Workbook) -> None:
    """Format, report and agency stand in its properties, whatever the file is called."""
    properties = {one.name: one.value for one in book.custom_doc_props.props}  # type: ignore[attr-defined] # the stubs lack it

    assert {
        "reportgen format": FORMAT_VERSION,
        "reportgen project": "CCPR/C/ARC/3",
        "reportgen agency": "justice",
        "reportgen language": "en",
    } == {name: value for name, value in properties.items() if not name.startswith("reportgen words ")}


def test_the_same_report_gives_the_same_bytes() -> None:
    """No time and no chance goes into the file."""
    assert form_of(partly_answered(), "justice") == form_of(partly_answered(), "justice")


def test_what_it_was_made_of_is_freed_at_once() -> None:
    """Forty workbooks take the memory of one: nothing of them waits for Python to look for cycles."""
    gc.collect()
    gc.disable()
    try:
        form_of(partly_answered(), "justice")
        left = [type(one).__name__ for one in gc.get_objects() if isinstance(one, xlsxwriter.Workbook | Worksheet)]
    finally:
        gc.enable()

    assert [] == left


def test_office_has_nothing_against_the_file(tmp_path: Path) -> None:
    """The schemas of Office Open XML accept it."""
    file = tmp_path / "form.xlsx"
    file.write_bytes(form_of(partly_answered(), "justice"))

    assert [] == list(OpenXmlValidator().validate(file).errors)


def test_every_sheet_is_locked_without_a_password(book: Workbook) -> None:
    """Only what is to be filled in can be changed, and whoever must can open the rest."""
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    assert [False, True] == [
        book["About"]["B4"].protection.locked is False,
        book["About"]["B6"].protection.locked is False,
    ]


def test_paper_and_heads(book: Workbook) -> None:
    """Each sheet prints on A4, one page wide, the broad ones on its side; heads stay where they are."""
    turned = {sheet.title for sheet in book if sheet.page_setup.orientation == "landscape"}
    assert {"Replies", "Indicators", "Tables"} == turned
    for sheet in book:
        assert (9, 1, 0) == (
            int(sheet.page_setup.paperSize or 0),
            sheet.page_setup.fitToWidth or 1,
            sheet.page_setup.fitToHeight,
        )
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert f"D{head_row(book['Indicators']) + 1}" == book["Indicators"].freeze_panes
    assert f"A{head_row(book['Replies']) + 1}" == book["Replies"].freeze_panes


def test_earlier_years_are_locked_and_years_to_report_are_open(book: Workbook) -> None:
    """Of a row, what was asked before cannot be changed by a slip; status and note can only be where the figure can."""
    locked = {head: figure_cell(book, "cases", head).protection.locked for head in (2020, 2021, 2023, "2023 status")}

    assert {2020: True, 2021: False, 2023: False, "2023 status": False} == locked
    assert 10 == figure_cell(book, "cases", 2020).value
    assert figure_cell(book, "cases", "Key").protection.locked


def test_a_figure_keeps_its_status_its_note_and_its_absence(book: Workbook) -> None:
    """What was given before stands in the cells: 5, provisional, first half; and “no data” as two full stops."""
    given = [figure_cell(book, "cases", head).value for head in (2023, "2023 status", "2023 note", 2022)]

    assert [5, "provisional", "first half", ".."] == given


def test_figures_that_are_asked_for_get_a_row(book: Workbook) -> None:
    """A row with a label and a key, to be filled in; nothing is asked for that a row answers."""
    assert [
        ("cases", ""),
        ("cases", "women"),
        ("cases", "men"),
        ("persons_convicted", ""),
        *((f"justice_{number}", "") for number in range(1, 6)),
    ] == [(key, part) for _, key, part in rows_of(book)]
    assert "persons convicted" == figure_cell(book, "persons_convicted", "Label").value


def test_only_the_lead_is_asked_for_figures() -> None:
    """Two agencies are never asked for the same row."""
    book = opened(form_of(partly_answered(), "interior"))

    assert {f"interior_{number}" for number in range(1, 6)} == {key for _, key, _ in rows_of(book)}


def test_question_and_parts_stand_over_the_rows_to_write_in(book: Workbook) -> None:
    """The official needs no other paper: theme, question, its parts with letters, then rows."""
    sheet = book["Replies"]
    first = writing_rows(book, 1)[0]
    above = [sheet.cell(row, 2).value for row in range(head_row(sheet) + 1, first)]

    assert ["Issue 1 – General", "What was done?", "(a) In law", "(b) In practice"] == above
    assert ["Much.", None] == [reply_cell(book, 1, place).value for place in (0, 1)]


def test_a_row_says_which_sub_questions_it_answers() -> None:
    """It has a list of their letters, and what was said is filled in and read back; other issues have no open cell."""
    issues = [
        {"number": 1, "agencies": ["justice"], "questions": ["Laws", "Courts"]},
        {"number": 2, "agencies": ["justice"]},
    ]
    replies = [{"issue": 1, "text": "There is a law.", "answers": ["a", "b"]}, {"issue": 2, "text": "None."}]
    data = form_of(make_report({"replies": replies}, issues=issues), "justice")
    filled = opened(data)
    sheet, answers = filled["Replies"], reply_cell(filled, 1, 0, "Answers")
    lists = [one.formula1 for one in sheet.data_validations.dataValidation if answers.coordinate in one.sqref]
    read = read_submission(data, "justice.xlsx")

    assert ("(a), (b)", False) == (answers.value, answers.protection.locked)
    assert ['"(a),(b),all"'] == lists
    assert reply_cell(filled, 2, 0, "Answers").protection.locked
    assert read.submission is not None
    assert [("a", "b"), ()] == [one.answers for one in read.submission.replies]


def test_a_workbook_without_sub_questions_has_no_column_for_them() -> None:
    """It would only be in the way."""
    plain = opened(form_of(make_report({}, issues=[{"number": 1, "agencies": ["justice"]}]), "justice"))

    assert "Answers" not in heads(plain["Replies"])


def test_the_last_reply_is_shown_where_there_is_one() -> None:
    """Under a head of its own, which no other workbook has; by the issue that this one takes up."""
    previous = [{"replies": [{"issue": 7, "text": "Then.\n\n- a\n- b\n\nSince."}]}]
    issues = [{"number": 1, "agencies": ["justice"], "follows": [7]}]
    book = opened(form_of(make_report(issues=issues, previous=previous), "justice"))

    assert ["Then.\n\n- a\n- b", "Since."] == [
        reply_cell(book, 1, place, "The last report said").value for place in (0, 1)
    ]
    assert "The last report said" not in heads(opened(form_of(partly_answered(), "justice"))["Replies"])


def test_lists_offer_the_words_that_are_read(book: Workbook) -> None:
    """Status and measure are chosen, not typed."""
    sheet = book["Indicators"]
    status, measure = (figure_cell(book, "cases", head).coordinate for head in ("2023 status", "Measure"))
    lists = {
        where: rule.formula1
        for rule in sheet.data_validations.dataValidation
        for where in (status, measure)
        if rule.type == "list" and where in rule.sqref
    }

    assert {
        status: '"final,provisional,estimated,not available"',
        measure: '"counted over the year,state at a date,rate or per cent,ratio,average,index"',
    } == lists


def test_free_rows_have_lists_that_refuse_nothing(book: Workbook) -> None:
    """Issue, unit and total are offered in the rows for figures that nobody asked for; other entries are taken."""
    sheet = book["Indicators"]
    free = {head: figure_cell(book, "justice_1", head).coordinate for head in ("Issue", "Unit", "Part of", "Measure")}
    rules = {
        head: rule
        for rule in sheet.data_validations.dataValidation
        for head, where in free.items()
        if rule.type == "list" and where in rule.sqref
    }

    assert free.keys() == rules.keys()
    assert {"1", "2"} <= set(rules["Issue"].formula1.strip('"').split(","))
    assert {"person / persons", "per cent", "rank"} <= set(rules["Unit"].formula1.strip('"').split(","))
    assert {"cases", "justice_1"} <= set(rules["Part of"].formula1.strip('"').split(","))
    assert ("warning", False, False) == (
        rules["Issue"].errorStyle,
        bool(rules["Unit"].showErrorMessage),
        bool(rules["Part of"].showErrorMessage),
    )
    assert all(rule.prompt and len(rule.prompt) <= 255 and rule.prompt.endswith(".") for rule in rules.values())


def test_a_list_holds_what_excel_can_keep_in_a_cell(book: Workbook) -> None:
    """A list of words may have 255 characters, and no word in it a comma."""
    for rule in book["Indicators"].data_validations.dataValidation:
        assert rule.type != "list" or len(rule.formula1) <= 257


def test_a_figure_says_what_to_type(book: Workbook) -> None:
    """The message stands beside the cell as soon as it is chosen."""
    where = figure_cell(book, "cases", 2021).coordinate
    (rule,) = [one for one in book["Indicators"].data_validations.dataValidation if where in one.sqref]

    assert ("Digits only", True) == (rule.promptTitle, rule.showInputMessage)
    assert "two full stops (..)" in rule.prompt


def test_rows_of_a_locked_sheet_can_be_filtered(book: Workbook) -> None:
    """The heads have arrows, from the first column to the last, and the lock lets them be used."""
    sheet = book["Indicators"]
    last = max(cell.column for cell in sheet[head_row(sheet)] if cell.value is not None)

    assert f"A{head_row(sheet)}:{get_column_letter(last)}{sheet.max_row}" == sheet.auto_filter.ref
    assert sheet.protection.sheet
    assert not sheet.protection.autoFilter  # what is not locked


@pytest.mark.parametrize(("years", "pages"), [(4, 1), (5, 1), (6, 2), (8, 2)])
def test_many_years_print_on_two_pages_side_by_side(years: int, pages: int) -> None:
    """So that figures can be read; issue and label stand on both, and the heads on every page."""
    report = make_report(reporting_years=list(range(2024 - years, 2024)))
    sheet = opened(form_of(report, "justice"))["Indicators"]

    assert (pages, 0) == (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight)
    assert ("$A:$B", "landscape") == (sheet.print_title_cols, sheet.page_setup.orientation)
    assert sheet.print_title_rows == f"${head_row(sheet)}:${head_row(sheet)}"


def test_only_numbers_and_no_data_can_be_typed_as_figures(book: Workbook) -> None:
    """Every open cell of a figure has the rule, and no locked one needs it."""
    sheet = book["Indicators"]
    ruled = [rule for rule in sheet.data_validations.dataValidation if rule.type == "custom"]
    where = figure_cell(book, "cases", 2021)
    (rule,) = [rule for rule in ruled if where.coordinate in rule.sqref]

    assert f'OR(ISNUMBER({where.coordinate}),{where.coordinate}="..")' == rule.formula1.lstrip("=")
    assert not any(figure_cell(book, "cases", 2020).coordinate in rule.sqref for rule in ruled)


def test_every_head_has_a_note(book: Workbook) -> None:
    """Whoever rests the pointer on a head is told what belongs there."""
    for name in ("Replies", "Indicators"):
        sheet = book[name]
        assert [] == [head for head, column in heads(sheet).items() if not sheet.cell(head_row(sheet), column).comment]


def test_what_is_missing_is_counted(values: Workbook) -> None:
    """Missing are the date, the text of issue 2, three years of the new row; parts differ from their total in 2021."""
    start = values["Start here"]

    assert [1, 1, 3, 1] == [start.cell(row, 3).value for row in range(6, 10)]
    assert "Not complete yet – still to do: 6" == start["A3"].value


def test_a_workbook_with_everything_says_so() -> None:
    """But for the date, which only the sender can give."""
    whole = make_report(
        {"contact": "A", "replies": [{"issue": 1, "text": "x"}], "indicators": {"a": {"values": {2021: 1}}}},
        issues=[{"number": 1, "agencies": ["justice"]}],
    )
    start = opened(form_of(whole, "justice"), values=True)["Start here"]

    assert [1, 0, 0, 0] == [start.cell(row, 3).value for row in range(6, 10)]


def test_the_first_sheet_says_by_when_and_whom_to_ask() -> None:
    """The day, the coordinator; where there are none, what is known."""
    dates = {"due": 2024, "submissions_due": dt.date(2024, 2, 1)}
    told = opened(form_of(partly_answered(dates=dates, coordinator="B. Person, tel. 1"), "justice"))["Start here"]
    untold = opened(form_of(partly_answered(), "justice"))["Start here"]
    said = [{str(cell.value) for cell in sheet["B"]} for sheet in (told, untold)]

    assert {"1 February 2024", "B. Person, tel. 1"} <= said[0]
    assert {"in good time for the report, which is due in 2024", "the person who sent you this workbook"} <= said[1]


def test_every_issue_and_row_is_linked(book: Workbook) -> None:
    """A click leads to the place where something is to be done."""
    start = book["Start here"]
    links = [str(cell.hyperlink.location) for row in start.iter_rows() for cell in row if cell.hyperlink]
    replies, indicators = book["Replies"], book["Indicators"]
    shown = [
        replies["A" + link.split("A")[-1]].value if "Replies" in link else indicators["B" + link.split("B")[-1]].value
        for link in links
    ]

    assert [1, 2, "cases", "persons convicted"] == shown


def test_words_that_look_like_formulas_stay_words() -> None:
    """An agency's text is never a formula, a link or a number."""
    replies = [{"issue": 1, "text": text} for text in ("=1+1", "https://example.org", "007", "{=1+1}")]
    data = form_of(make_report({"replies": replies}), "justice")
    read = read_submission(data, "justice.xlsx").submission

    assert read is not None
    assert replies == [{"issue": reply.issue, "text": reply.text} for reply in read.replies]
    assert not any("1+1" in formula for formula in formulas_of(data))


def test_a_row_of_long_text_is_divided_where_it_can_be() -> None:
    """A reply too long for one row has a row a paragraph; with a footnote it stays whole."""
    paragraph = "word " * 200
    long = f"{paragraph}\n\n{paragraph}\n\n- a\n- b\n\n{paragraph}".strip()
    noted = f"{paragraph}[^1]\n\n{paragraph}\n\n{paragraph}\n\n[^1]: note"
    replies = [{"issue": 1, "key": "k", "text": long}, {"issue": 1, "text": noted}]
    book = opened(form_of(make_report({"replies": replies}), "justice"))

    assert [None if n > 2 else ["k", "k-2", "k-3"][n] for n in range(4)] == [
        reply_cell(book, 1, n, "Key").value for n in range(4)
    ]
    assert noted == reply_cell(book, 1, 3).value


@pytest.mark.parametrize("typed", ["=1+1", "https://example.org/", "12345"])
def test_what_people_typed_stays_text(typed: str) -> None:
    """What begins as a formula does is none in the next workbook, a link leads nowhere, and digits are no number."""
    series = {"label": typed, "source": typed, "issue": 1, "values": {2021: 1}}
    submission = {"contact": typed, "replies": [{"issue": 1, "text": typed}], "indicators": {"a": series}}
    data = form_of(make_report(submission), "justice")
    cells = [cell for sheet in opened(data) for row in sheet.iter_rows() for cell in row if str(cell.value) == typed]

    # "Start here" names the row, and its cell leads to it
    assert ["About", "Indicators", "Indicators", "Replies", "Start here"] == sorted(cell.parent.title for cell in cells)
    assert {"s"} == {cell.data_type for cell in cells}
    assert [] == [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert typed.removeprefix("=") not in formulas_of(data)
