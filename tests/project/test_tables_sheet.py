"""The sheet `Tables`: what an official fills in becomes a table of the report, or is named at its cell."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from conftest import Golden
from forms import opened, saved, texts
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from project import make_project
from reports import make_report
from spoken import all_spoken
from word_file import Word

from reportgen import build
from reportgen.agencies.form.form import write_form
from reportgen.agencies.form.given_tables import FormTable, table_of
from reportgen.agencies.form.plan import Planner
from reportgen.agencies.texts import read_texts
from reportgen.diagnostics import Place, Severity
from reportgen.document.cells import head_rows
from reportgen.document.tree import Table
from reportgen.document.walk import figures, plain_text
from reportgen.model import Reply
from reportgen.model.form_texts import FormTexts
from reportgen.model.table_sheet import SheetTable, table_lines
from reportgen.project.submission import ReadSubmission, read_submission

Rows = Sequence[Sequence[object]]
ORDERS: Rows = [
    ["Table", "Protection orders by year"],
    ["Issue", 2],
    ["Key", "orders"],
    ["Heads", None, 2022, None, 2023, None, "All"],
    ["Heads", "Region", "Women", "Men", "Women", "Men"],
    ["Row", "North", 12, 3, 14, "{{ victims | value(at=2023) }}", 29],
    [None, "South", 7, 1, "..", "–", 0.125],
    ["Note", "First instance"],
    ["Note", "Provisional"],
    ["Source", "Register"],
]
TEXT = """\
Table: Protection orders by year

|  | 2022 || 2023 || All |
| Region | Women | Men | Women | Men |  |
|---|---|---|---|---|---|
| North | 12 | 3 | 14 | {{ victims | value(at=2023) }} | 29 |
| South | 7 | 1 | .. | – | 12.5% |

Note: First instance

Note: Provisional

Source: Register"""
EMPTY: Rows = [[], ["Table"], ["Issue"], ["Key"], ["Heads"], ["Heads"], ["Row"], ["Row"], ["Note"], ["Source"]]


def workbook(rows: Rows) -> bytes:
    """A workbook of the agency `interior` with a reply, and rows on the sheet `Tables`."""
    book = openpyxl.Workbook()
    about = book.active
    assert about is not None
    about.title = "About"
    about.append(["Agency", "interior"])
    replies = book.create_sheet("Replies")
    replies.append(["Issue", "Text"])
    replies.append([2, "Orders are shown in {{ table('orders') }}."])
    tables = book.create_sheet("Tables")
    for row in rows:
        tables.append(list(row))
    for row in tables.iter_rows():
        for cell in row:
            if isinstance(cell.value, float):
                cell.number_format = "0.0%"
    return saved(book)


def read(rows: Rows) -> ReadSubmission:
    """What is read of a workbook with these rows."""
    return read_submission(workbook(rows), "interior.xlsx")


def codes(found: ReadSubmission) -> list[tuple[str, str | None]]:
    """What is said, with the cell."""
    return [(one.code, one.place.cell if one.place else None) for one in found.diagnostics if one.code != "RG140"]


def tables(found: ReadSubmission) -> list[Reply]:
    """The replies that came from the sheet."""
    assert found.submission is not None, found.diagnostics
    return [reply for reply in found.submission.replies if reply.text.count("\n")]


def test_a_table_is_read_as_it_was_filled_in_and_empty_ones_are_passed_over() -> None:
    """Heads on two levels, notes and source; a row without a label is a row; nothing is said of offered tables."""
    found = read([*ORDERS, *EMPTY])

    assert [] == codes(found)
    assert [Reply(issue=2, text=TEXT, key="orders")] == tables(found)


def test_each_line_of_the_text_has_the_cell_that_it_came_from() -> None:
    """So messages on a row lead to that row."""
    found = read(ORDERS)
    lines = TEXT.split("\n")
    cells = {line: found.places.find(("replies", 1, "text", number)) for number, line in enumerate(lines) if line}

    def cell(begin: str) -> str | None:
        place = next(place for line, place in cells.items() if line.startswith(begin))
        return place.cell if place else None

    assert ["B1", "B5", "B6", "B7", "B8", "B9", "B10"] == [
        cell(begin) for begin in ("Table", "| Region", "| North", "| South", "Note: First", "Note: Prov", "Source")
    ]


def test_the_report_prints_the_table_with_merged_heads_and_figures_from_data(tmp_path: Path) -> None:
    """A reference in a cell is a figure with its data; the reference to the table has its number."""
    project = make_project(tmp_path)
    (project / "submissions" / "interior.xlsx").write_bytes(workbook(ORDERS))
    made = build(project, ["html"])
    document = made.checked.document
    assert document is not None, made.diagnostics
    (table,) = (block for block in document.blocks if isinstance(block, Table) and block.key == "orders")

    upper, lower = head_rows(table)
    assert [("Region", 1, 2), ("2022", 2, 1), ("2023", 2, 1), ("All", 1, 2)] == [
        (plain_text(one.cell.children), one.columns, one.rows) for one in upper
    ]
    assert ["Women", "Men"] * 2 == [plain_text(one.cell.children) for one in lower]
    assert "victims" in {figure.indicator for figure in figures(document) if figure.text == "348"}
    assert ">table 1</a>." in made.files["CCPR-C-ARC-2.html"].decode()
    assert made.checked.typed is not None
    typed = {number.text: number.place.cell for number in made.checked.typed.numbers if number.place}
    assert ("B6", "B7") == (typed["12"], typed["7"])


UNREAD: dict[str, tuple[Rows, list[tuple[str, str | None]]]] = {
    "no table": ([["North", 12], ["South", 7]], [("RG875", None)]),
    "word among labels": ([ORDERS[0], ORDERS[1], *ORDERS[3:6], ["East", 3]], [("RG876", "A6")]),
    "no issue": ([ORDERS[0], *ORDERS[3:]], [("RG877", "B1")]),
    "no heads": ([*ORDERS[:3], ORDERS[5]], [("RG878", "B1")]),
    "above": ([["By hand"], *ORDERS], [("RG225", "A1")]),
    "beside the issue": ([ORDERS[0], ["Issue", 2, 7], ["Key", "orders", None, "old"], *ORDERS[3:]], [("RG225", "C2")]),
    "two issues": ([*ORDERS[:2], ["Issue", 7], *ORDERS[2:]], [("RG225", "B3")]),
    "only an issue": ([*ORDERS, ["Table"], ["Issue", 7], ["Key", "more"]], [("RG225", "B12")]),
    "date": ([*ORDERS[:6], ["Row", "West", dt.date(2023, 4, 3)]], [("RG161", "C7")]),
    "issue in words": ([*ORDERS[:1], ["Issue", "two"], *ORDERS[2:]], [("RG203", "B2")]),
    "key in words": ([*ORDERS[:2], ["Key", "my key"], *ORDERS[3:]], [("RG207", "B3")]),
}


@pytest.mark.parametrize(("rows", "expected"), UNREAD.values(), ids=UNREAD)
def test_what_cannot_be_read_is_named_at_its_cell(rows: Rows, expected: list[tuple[str, str | None]]) -> None:
    """Nothing is lost without a word, and nothing else is said."""
    assert expected == codes(read(rows))


def test_what_is_said_of_what_cannot_be_read(golden: Golden) -> None:
    """Every message with its hint: what it names is what the agency has to change."""
    golden("intake_tables.txt", all_spoken((read(rows).diagnostics for rows, _ in UNREAD.values()), Path("/nowhere")))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Orders | in all", "Table: Orders \\| in all"),
        ("Table 3. Orders", "Table 3. Orders"),
        ("Table of orders", "Table: Table of orders"),
        ("Orders\nby year", "Table: Orders by year"),
    ],
)
def test_a_title_is_one_line_and_a_typed_number_stays_to_be_named(title: str, expected: str) -> None:
    """A bar is one of the text; the number is taken off where the report is written (RG874)."""
    assert table_lines(SheetTable(title, (("A",),), (("1",),)))[0].text == expected


def test_raised_characters_of_a_cell_are_kept(tmp_path: Path) -> None:
    """As they were set in Excel, on the page and in the Word file."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(ORDERS)))
    book["Tables"]["B7"] = CellRichText("South, km", TextBlock(InlineFont(vertAlign="superscript"), "2"))
    project = make_project(tmp_path)
    (project / "submissions" / "interior.xlsx").write_bytes(saved(book))
    made = build(project, ["html", "docx"])

    assert '<th scope="row">South, km<sup>2</sup></th>' in made.files["CCPR-C-ARC-2.html"].decode()
    raised = "//w:tbl//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t/text()"
    assert "2" in Word(made.files["CCPR-C-ARC-2.docx"]).values(raised)


def test_the_next_workbook_holds_the_table_and_comes_back_the_same() -> None:
    """On the sheet Tables, not in a cell of Replies; and again after it was filled in by nobody."""
    given = {"replies": [{"issue": 1, "text": "Much."}, {"issue": 1, "text": TEXT, "key": "orders"}]}
    report = make_report(given, issues=[{"number": 1, "agencies": ["justice"]}])
    data = write_form(Planner(report).plan("justice"), texts())
    found = read_submission(data, "justice.xlsx")
    sheet = opened(data)["Tables"]

    assert [] == [one for one in found.diagnostics if one.severity is not Severity.INFO]
    assert found.submission is not None
    assert report.submissions[0].replies == found.submission.replies
    assert ["Table", "Protection orders by year"] == [sheet.cell(4, column).value for column in (1, 2)]
    assert not any("Protection" in str(cell.value) for row in opened(data)["Replies"].iter_rows() for cell in row)


@pytest.mark.parametrize("columns", [1, 11, 12, 40])
def test_a_table_of_any_width_comes_back(columns: int) -> None:
    """The sheet is as wide as its widest table."""
    cells = [f" c{number} " for number in range(columns)]
    rows = ["".join(f"|{cell}" for cell in row) + "|" for row in (cells, ["---"] * columns, cells)]
    replies = [{"issue": 1, "text": "Much."}, {"issue": 1, "text": "\n".join(rows)}]
    report = make_report({"replies": replies}, issues=[{"number": 1, "agencies": ["justice"]}])
    found = read_submission(write_form(Planner(report).plan("justice"), texts()), "justice.xlsx")

    assert found.submission is not None
    assert report.submissions[0].replies == found.submission.replies
    assert 1 == len(Planner(report).plan("justice").tables)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("\\---", "---"), ("\\:--", ":--"), ("a \\| b", "a | b"), ("5 --- 6", "5 --- 6"), ("\\*", "\\*")],
)
def test_cells_show_signs_without_the_backslash_that_guards_them(typed: str, shown: str) -> None:
    """And the text that comes back has it."""
    text = f"| A | B |\n|---|---|\n| x | {typed} |"
    report = make_report({"replies": [{"issue": 1, "text": "Much."}, {"issue": 1, "text": text}]})
    form = Planner(report).plan("justice")
    found = read_submission(write_form(form, texts()), "justice.xlsx")

    assert shown == form.tables[0].table.rows[0][1]
    assert found.submission is not None
    assert report.submissions[0].replies == found.submission.replies


@pytest.mark.parametrize("letters", [["a"], ["all"]])
def test_a_table_that_answers_sub_questions_comes_back_with_them(letters: list[str]) -> None:
    """It stays on the sheet Replies, which has a column for them."""
    table = {"issue": 1, "text": TEXT, "key": "orders", "answers": letters}
    asked = {"number": 1, "agencies": ["justice"], "questions": ["Orders", "Costs"]}
    report = make_report({"replies": [{"issue": 1, "text": "Much."}, table]}, issues=[asked])
    found = read_submission(write_form(Planner(report).plan("justice"), texts()), "justice.xlsx")

    assert found.submission is not None
    assert report.submissions[0].replies == found.submission.replies


@pytest.mark.parametrize(
    "text",
    [
        "Table: A\n\n| A | B |\n|---|---:|\n| x | 1 |",
        "Table: A\n\n| A | B |\n|---|---|\n| x | 1 |\n\nMore.",
        "Table 2: A\n\n| A | B |\n|---|---|\n| x | 1 |",
        "Table: A\n\n| A | B || |\n| a | b | c | d |\n|---|---|---|---|\n| x | 1 | 2 | 3 |",
    ],
    ids=["alignment", "text below", "number", "an empty head of its own"],
)
def test_what_would_come_back_changed_stays_a_text(text: str) -> None:
    """The sheet has no room for it, so it stays in a cell of Replies, which brings it back as it was."""
    assert table_of(Reply(issue=1, text=text)) is None


def test_a_table_that_is_the_whole_reply_stays_a_reply() -> None:
    """Else the issue would look unanswered in the workbook."""
    report = make_report({"replies": [{"issue": 1, "text": TEXT}]}, issues=[{"number": 1, "agencies": ["justice"]}])

    assert () == Planner(report).plan("justice").tables


_CELLS = st.text("ab1|-:*_ \\{}", max_size=6).map(lambda text: " ".join(text.split()))


@given(
    st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=3),
    st.lists(_CELLS.filter(bool), min_size=3, max_size=3),
)
def test_whatever_stands_in_cells_is_a_row_of_as_many_cells(rows: list[list[str]], head: list[str]) -> None:
    """Bars, dashes and backslashes part no cells and end no heads."""
    table = SheetTable("Title", (tuple(head),), tuple(map(tuple, rows)))
    found = table_of(Reply(issue=1, text="\n".join(line.text for line in table_lines(table))))

    assert found is None or isinstance(found, FormTable)
    if found is not None:
        assert (1, len(rows), 3) == (len(found.table.heads), len(found.table.rows), len(found.table.rows[0]))


def test_a_translation_that_is_older_than_the_sheet_has_its_words_in_english(tmp_path: Path) -> None:
    """A project's own file of words need not be written anew."""
    own = tmp_path / "templates" / "workbook" / "en.yaml"
    own.parent.mkdir(parents=True)
    shipped = (Path(__file__).parents[2] / "templates" / "workbook" / "en.yaml").read_text(encoding="utf-8")
    before, _, rest = shipped.partition("\ntables:\n")
    own.write_text(f"{before}\nproblems:{rest.partition('problems:')[2]}", encoding="utf-8")
    found = read_texts(FormTexts, tmp_path, "en")

    assert found.texts is not None, found.diagnostics
    assert texts().tables == found.texts.tables


def test_hidden_rows_and_pictures_of_the_sheet_are_named() -> None:
    """As on the other sheets."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(ORDERS)))
    book["Tables"].row_dimensions[6].hidden = True

    found = read_submission(saved(book), "interior.xlsx")
    assert ("RG228", Place("interior.xlsx", sheet="Tables")) in [(one.code, one.place) for one in found.diagnostics]


@pytest.mark.parametrize(("cell", "told"), [("B1", True), ("A3", True), ("C3", True), ("A1", True), (None, False)])
def test_entries_above_the_tables_of_a_form_are_named(cell: str | None, *, told: bool) -> None:
    """But for its own words, the title and the sentence below it."""
    book = opened(write_form(Planner(make_report()).plan("justice"), texts()))
    if cell:
        book["Tables"][cell] = "Orders by year"

    assert told == ("RG225" in {one.code for one in read_submission(saved(book), "justice.xlsx").diagnostics})


@pytest.mark.parametrize(
    ("area", "value", "is_told"),
    [("B6:C6", 402, True), ("B6:B7", 402, True), ("A6:A7", "North", True), ("B6:C6", "by court", False)],
)
def test_merged_cells_of_a_table_are_told_where_they_leave_others_empty(
    area: str, value: str | int, *, is_told: bool
) -> None:
    """One figure over two columns is printed in the first; a heading across a row is none."""
    rows: list[list[object]] = [
        ["Table", "Orders"],
        ["Issue", 2],
        ["Key", "orders"],
        [],
        ["Heads", "Court", 2022, 2023],
    ]
    rows += [["Row", "North", 402, 489], ["Row", "South", 12, 13]]
    book = openpyxl.load_workbook(io.BytesIO(workbook(rows)))
    sheet, labels = book["Tables"], 1
    area = ":".join(f"{chr(ord(cell[0]) + labels)}{cell[1:]}" for cell in area.split(":"))
    sheet[area.split(":")[0]] = value
    sheet.merge_cells(area)

    found = [one for one in read_submission(saved(book), "x.xlsx").diagnostics if one.code == "RG222"]
    told = [(f"x.xlsx:Tables!{area.split(':')[0]}", Severity.WARNING)] if is_told else []
    assert told == [(str(one.place), one.severity) for one in found]


def test_a_number_that_its_format_divides_is_no_text() -> None:
    """“2” would be printed for 1,507; a rounded one is printed as it is shown."""
    book = openpyxl.load_workbook(io.BytesIO(workbook(ORDERS)))
    row, column = next((c.row, c.column) for line in book["Tables"].iter_rows() for c in line if c.value == "Row")
    cell = book["Tables"].cell(row, column + 1)
    cell.value, cell.number_format = 1507.4, "#,##0"
    assert "RG190" not in {one.code for one in read_submission(saved(book), "x.xlsx").diagnostics}

    cell.number_format = "#,##0,"
    assert "RG190" in {one.code for one in read_submission(saved(book), "x.xlsx").diagnostics}


def test_a_bar_within_a_reference_with_braces_of_its_own_parts_no_cells() -> None:
    """`each('{year}')` stands in a cell as any other reference, on the way out and back."""
    cell = "{{ victims | each('in {year}') }}"
    table = SheetTable("Victims", (("Year", "Victims"),), (("2023", cell), ("2024", "a | b")))
    text = "\n".join(line.text for line in table_lines(table))

    assert f"| 2023 | {cell} |" in text
    assert "| a \\| b |" in text
    form = table_of(Reply(issue=1, text=text))
    assert form is not None
    assert form.table.rows == table.rows
