"""What people and programs do to workbooks, from the form that is sent out to the file that comes back.

Each kind of mishandling is shown here with the real form or with small workbooks. Where intake shows more of it, this
table says where (in `tests/project/` unless it names another folder).

| what was done | shown by |
| --- | --- |
| columns moved or added | `[columns]`; test_workbook_sheets: where_columns_and_rows_stand |
| blank rows | `[blank rows]`; the same |
| hidden rows, columns, sheets | `[hidden]`; test_workbook_sheets: a_workbook_of_another_library; RG146 |
| filters | `[filtered]`; the same |
| merged cells | `[merged]`, a_head_over_merged_cells; the same |
| sorted rows | `[sorted]`; test_workbook_sheets: parts_find_their_whole_in_any_order |
| re-saved by LibreOffice | libreoffice_opens_and_saves, the_old_format; loop/test_feedback: libreoffice_shows |
| Google Sheets | what_google_sheets_writes |
| WPS | what_wps_writes |
| 1904 dates | a_mac_of_1904; test_workbook_values: dates_are_read_in_both_calendars |
| percent formats | a_percentage; test_workbook_values; RG157, RG158 |
| accounting formats | accounting_formats; test_workbook_values: a_figure_is_read |
| numbers typed as text in local form | numbers_typed_as_text; the whole of test_numbers |
| formulas with cached values | formulas_count; test_workbook_values: a_figure_is_read |
| formulas that were never calculated | test_every_code: RG151 |
| trailing formatting to the last row | `[formatted to the end]`; test_hostile_workbooks: a_million_formatted_rows |
| cells pasted with line breaks | line_breaks_in_a_pasted_cell; test_workbook_sheets: text_is_read_as_it_was_meant |
| an older format version | a_plain_workbook; test_answers: an_older_format_is_migrated |
| a newer format version | test_answers: a_version_that_is_not_known |
| a wrong or foreign workbook | loop/test_receive: a_wrong_file_is_named_as_such |
| saved as .xls, .ods, .csv, .pdf | saved_in_another_format; loop/test_receive: a_file_of_another_kind |
| protected with a password | test_every_code: RG130 |
| sheets renamed, deleted, doubled | test_every_code: RG140, RG132 |
"""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsx
from forms import saved
from office import needs_office, resaved
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from project import JUSTICE, make_project
from xlsx import Cell, Raw, Rows, book, styled, with_value

from reportgen.agencies.receive import receive_file
from reportgen.agencies.received import Outcome, Received
from reportgen.agencies.workbooks import find_workbooks
from reportgen.diagnostics import Severity
from reportgen.model import Period, Submission
from reportgen.project import read_submission

PARTS = """\
    breakdown:
      - {label: {one: woman, other: women}, values: {2021: 500, 2022: 600, 2023: 200}}
      - {label: {one: man, other: men}, values: {2021: 444, 2022: 458, 2023: 148}}
"""
WITH_PARTS = JUSTICE.replace("    source: Fund\n", f"    source: Fund\n{PARTS}")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which an agency has figures with parts and a text."""
    return make_project(tmp_path_factory.mktemp("mishandling") / "project", submissions__justice_yaml=WITH_PARTS)


@pytest.fixture(scope="module")
def form(root: Path) -> bytes:
    """The form of the agency as it was sent out, with what is known filled in, and a text."""
    data = dict(find_workbooks(root, ["justice"]).files())["justice.xlsx"]
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    write(workbook["Replies"], "Text", "Compensation went to {{ victims }} victims.")
    return saved(workbook)


def write(sheet: Worksheet, head: str, text: str) -> None:
    """Write into the first row that is open for writing under a head."""
    row, column = next((cell.row, cell.column) for line in sheet.iter_rows() for cell in line if cell.value == head)
    open_row = next(
        number for number in range(row + 1, sheet.max_row + 1) if not sheet.cell(number, column).protection.locked
    )
    sheet.cell(open_row, column, text)


def read(data: bytes) -> Submission:
    """What a workbook holds; it has no errors."""
    result = read_submission(data, "x.xlsx")

    assert [] == [one for one in result.diagnostics if one.severity is Severity.ERROR]
    assert result.submission is not None
    return result.submission


def content(submission: Submission) -> object:
    """What a submission says, whatever the order in which it says so."""
    series = {
        key: (
            indicator.label,
            indicator.unit,
            indicator.issue,
            dict(indicator.values),
            {part.called(one=False): dict(part.values) for part in indicator.breakdown},
        )
        for key, indicator in submission.indicators.items()
    }
    return (submission.agency, series, sorted((reply.issue, reply.text) for reply in submission.replies))


def receive(root: Path, data: bytes, name: str = "x.xlsx") -> Received:
    """Receive a file, without filing it."""
    path = root.parent / name
    path.write_bytes(data)
    return receive_file(root, path)


def head_row(sheet: Worksheet) -> int:
    """The row of the heads."""
    return next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == "Key")


# ---- what people do ----


def add_and_move_columns(sheet: Worksheet) -> None:
    """A column of one's own before all others, and the last one moved there."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    values: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    heads = head_row(sheet)
    for number, row in enumerate(values, 1):
        for column, value in enumerate([row[-1], "our remark" if number > heads else None, *row[:-1]], 1):
            sheet.cell(number, column).value = value  # the argument of cell() leaves what stands there for None


def add_blank_rows(sheet: Worksheet) -> None:
    """Three empty rows above the heads, and two below."""
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.insert_rows(head_row(sheet) + 1, 2)
    sheet.insert_rows(1, 3)


def sort_rows(sheet: Worksheet) -> None:
    """The rows below the heads from the last to the first, parts above their wholes."""
    first = head_row(sheet) + 1
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]
    for number, row in enumerate(reversed(rows), first):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value  # the argument of cell() leaves what stands there for None


def hide(sheet: Worksheet) -> None:
    """Every second row and every second column hidden, and the whole sheet."""
    for number in range(1, sheet.max_row + 1, 2):
        sheet.row_dimensions[number].hidden = True
    for number in range(1, sheet.max_column + 1, 2):
        sheet.column_dimensions[get_column_letter(number)].hidden = True
    sheet.sheet_state = "hidden"


def filter_rows(sheet: Worksheet) -> None:
    """A filter over the table, by which rows are hidden."""
    sheet.auto_filter.ref = sheet.dimensions
    sheet.auto_filter.add_filter_column(0, ["nothing"])
    for number in range(head_row(sheet) + 1, sheet.max_row + 1):
        sheet.row_dimensions[number].hidden = True


def merge_cells(sheet: Worksheet) -> None:
    """Cells merged to the right of the table and below it."""
    right, below = sheet.max_column + 2, sheet.max_row + 2
    sheet.merge_cells(start_row=1, end_row=below, start_column=right, end_column=right + 3)
    sheet.merge_cells(start_row=below + 1, end_row=below + 4, start_column=1, end_column=right)


def format_to_the_end(sheet: Worksheet) -> None:
    """Formats in far rows and columns, as Ctrl+A and a colour leave them."""
    for number in (sheet.max_row + 500, 1_048_576):
        sheet.cell(number, 1).number_format = "#,##0"
        sheet.cell(number, 300).fill = PatternFill("solid", fgColor="FFFF0000")


@pytest.mark.parametrize(
    "done",
    [add_and_move_columns, add_blank_rows, sort_rows, hide, filter_rows, merge_cells, format_to_the_end],
    ids=["columns", "blank rows", "sorted", "hidden", "filtered", "merged", "formatted to the end"],
)
def test_a_form_says_the_same_whatever_was_done_to_its_figures(form: bytes, done: Callable[[Worksheet], None]) -> None:
    """The sheet Indicators of the real form, mishandled, gives the same submission."""
    workbook = openpyxl.load_workbook(io.BytesIO(form))
    done(workbook["Indicators"])

    assert content(read(form)) == content(read(saved(workbook)))


def test_everything_at_once_is_still_read(root: Path, form: bytes) -> None:
    """A form that went through many hands is accepted, with the figures as they were."""
    workbook = openpyxl.load_workbook(io.BytesIO(form))
    for done in (sort_rows, add_blank_rows, add_and_move_columns, filter_rows, hide, format_to_the_end):
        done(workbook["Indicators"])
    received = receive(root, saved(workbook))

    assert (Outcome.ACCEPTED, ()) == (received.outcome, received.changes.figures)


def test_a_head_over_merged_cells_is_refused() -> None:
    """What stands under the rest of the merged head has no head; both are said."""
    merged = '<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>'
    rows: Rows = (("Key", 2023, None), ("cases", 3, 4))
    sheet = xlsx.sheet_xml(rows).replace("</sheetData>", f"</sheetData>{merged}")
    result = read_submission(
        book({"About": xlsx.ABOUT, "Indicators": rows}, replace={"xl/worksheets/sheet2.xml": sheet}), "x.xlsx"
    )

    found = [(one.code, one.place.cell) for one in result.diagnostics if one.place]
    assert found == [("RG149", "C2"), ("RG222", "B1")]


def value(*cells: Cell, unit: str = "case / cases") -> tuple[list[Decimal | None], list[str]]:
    """The figures that cells give, and the codes of what is said."""
    result = read_submission(with_value(*cells, unit=unit), "x.xlsx")
    figures = result.submission.indicators["cases"].values if result.submission else {}
    return [one.value for one in figures.values()], [one.code for one in result.diagnostics]


def test_a_percentage_is_what_its_cell_shows() -> None:
    """0.354 in a cell that shows 35.4% is 35.4 per cent, and in a count it is asked about."""
    assert ([Decimal("35.4")], ["RG158"]) == value(styled(0.354, 2), unit="per cent")
    assert ["RG157"] == value(styled(0.354, 2))[1]


def test_accounting_formats_do_not_matter() -> None:
    """Negative figures in brackets and dashes for nought are looks of the cell."""
    assert ([Decimal(1058), Decimal(-12), Decimal(0)], []) == value(styled(1058, 3), styled(-12, 3), styled(0, 3))


@pytest.mark.parametrize(
    ("cells", "figures"),
    [
        (("1 058", "12 345,6"), ("1058", "12345.6")),
        (("1\u00a0058", "12\u202f345"), ("1058", "12345")),
        (("1.058", "12.345,6"), ("1058", "12345.6")),
        (("1,058", "12,345.6"), ("1058", "12345.6")),
        (("1'058", "12’345"), ("1058", "12345")),
    ],
    ids=["Russian", "French", "German", "English", "Swiss"],
)
def test_numbers_typed_as_text_in_local_form_are_read(cells: tuple[str, ...], figures: tuple[str, ...]) -> None:
    """The clear numbers of a file settle the others, and each reading is said."""
    assert ([Decimal(one) for one in figures], ["RG158", "RG158"]) == value(*cells)


def test_formulas_count_by_what_they_gave_when_the_file_was_saved() -> None:
    """Sums, references to other sheets, and shared formulas of which only the first is written."""
    cells = (
        Raw("<c {r}><f>SUM(B2:B9,384)</f><v>384</v></c>"),
        Raw("<c {r}><f>'Other sheet'!A1</f><v>12</v></c>"),
        Raw('<c {r}><f t="shared" si="0"/><v>7</v></c>'),
        Raw('<c t="str" {r}><f>A1&amp;""</f><v>1 058</v></c>'),
    )

    assert [384, 12, 7, 1058] == value(*cells)[0]


@pytest.mark.parametrize("break_", ["\n", "\r\n", "_x000D_\n", "\r"])
def test_line_breaks_in_a_pasted_cell_do_not_matter(break_: str) -> None:
    """A figure keeps its value, a code and a key their name, and a text its paragraphs."""
    sheets = {
        "About": (("Agency", f"health{break_}"),),
        "Replies": (("Issue", "Text"), (f"1{break_}", f"One.{break_}{break_}Two.")),
        "Indicators": ((f"Key{break_}", f"20{break_}23"), (f"{break_}cases", f"384{break_}")),
    }
    submission = read(book(sheets))

    assert ("health", [(1, "One.\n\nTwo.")]) == (
        submission.agency,
        [(one.issue, one.text) for one in submission.replies],
    )
    assert 384 == submission.indicators["cases"].value(Period.of_year(2023))


@pytest.mark.parametrize("name", ["form.ods", "form.xls", "form.csv", "form.pdf"])
def test_a_form_saved_in_another_format_is_named_by_it(root: Path, name: str) -> None:
    """The hint says how to save it."""
    received = receive(root, b"anything", name)

    assert (Outcome.UNKNOWN, ["RG106"]) == (received.outcome, [one.code for one in received.diagnostics])


def test_a_plain_workbook_of_before_the_forms_is_read(root: Path) -> None:
    """Version 0: three sheets, no properties. What it was filled from is not known, so another reply is asked about."""
    sheets = {
        "About": (("Agency", "justice"),),
        "Replies": (("Issue", "Text"), (1, "One.")),
        "Indicators": (("Key", "Label", "Unit", "Issue", 2023), ("cases", "cases", "case / cases", 1, 3)),
    }

    received = receive(root, book(sheets))

    assert (Outcome.WAITING, {"RG236", "RG720"}) == (received.outcome, {one.code for one in received.diagnostics})


# ---- what programs do ----


@needs_office
def test_libreoffice_opens_and_saves_a_form_and_nothing_is_lost(root: Path, form: bytes) -> None:
    """Figures, texts, agency and properties are those that were sent."""
    again = resaved(form)
    received = receive(root, again)

    assert content(read(form)) == content(read(again))
    assert (Outcome.ACCEPTED, ()) == (received.outcome, received.changes.figures)
    assert "CCPR/C/ARC/2" == read_submission(again, "x.xlsx").project


@needs_office
def test_a_form_that_went_through_the_old_format_is_read(form: bytes) -> None:
    """Saved as .xls and back: an agency with an old Excel loses nothing."""
    workbook = resaved(form, "xls")

    assert content(read(form)) == content(read(resaved_from(workbook, "xls")))


def resaved_from(data: bytes, ending: str) -> bytes:
    """A workbook of another format that LibreOffice saves as .xlsx."""
    return resaved(data, "xlsx", given=ending)


@needs_office
def test_a_mishandled_form_that_libreoffice_saved_is_read(form: bytes) -> None:
    """People and programs together."""
    workbook = openpyxl.load_workbook(io.BytesIO(form))
    for done in (sort_rows, add_blank_rows, filter_rows):
        done(workbook["Indicators"])

    assert content(read(form)) == content(read(resaved(saved(workbook))))


def shared(index: int, style: int = 0) -> Raw:
    """A cell with a shared text."""
    return Raw(f'<c s="{style}" t="s" {{r}}><v>{index}</v></c>')


def with_strings(sheets: xlsx.Sheets, texts: list[str], *, workbook_attributes: str = "") -> bytes:
    """A workbook whose texts are shared, as all great programs write them."""
    items = "".join(f"<si><t xml:space='preserve'>{text}</t></si>" for text in texts)
    parts = xlsx.parts_of(sheets, workbook_attributes=workbook_attributes)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relations = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="t" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    )
    strings = f'<sst xmlns="{xlsx.MAIN}" count="9" uniqueCount="{len(texts)}">{items}</sst>'
    return xlsx.zipped({**parts, "xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": strings})


TEXTS = ["Agency", "health", "Key", "cases", "Unit", "case / cases", "2022", "384"]


def test_what_google_sheets_writes_is_read() -> None:
    """No properties, years as decimals, a thousand empty formatted rows, texts shared, no dimension."""
    empty = [[Raw('<c s="0" {r}/>') for _ in range(6)]] * 1000
    sheets: dict[str, Rows] = {
        "About": ((shared(0), shared(1)), *empty),
        "Indicators": (
            (shared(2), shared(4), Raw("<c {r}><v>2022.0</v></c>"), Raw("<c {r}><v>2023.0</v></c>")),
            (shared(3), shared(5), Raw("<c {r}><v>384.0</v></c>"), shared(7)),
            *empty,
        ),
    }
    submission = read(with_strings(sheets, TEXTS))

    assert "health" == submission.agency
    assert {2022: 384, 2023: 384} == {one.year: it.value for one, it in submission.indicators["cases"].values.items()}


def test_what_wps_writes_is_read() -> None:
    """An extension of its own in the styles, cells of text with phonetic marks, sheets with extra attributes."""
    sheets: dict[str, Rows] = {
        "About": ((shared(0), shared(1)),),
        "Indicators": ((shared(2), shared(4), shared(6)), (shared(3), shared(5), Raw('<c s="3" {r}><v>384</v></c>'))),
    }
    data = with_strings(sheets, TEXTS, workbook_attributes='defaultThemeVersion="0" checkCompatibility="1"')
    with_extension = data_with(
        data,
        "xl/worksheets/sheet2.xml",
        "<sheetData>",
        '<sheetPr/><dimension ref="A1"/><sheetFormatPr defaultColWidth="9" outlineLevelRow="1"/><sheetData>',
    )
    own = '<extLst><ext uri="{1}" xmlns:et="http://www.wps.cn/officeDocument/2017/etCustomData"><et:x/></ext></extLst>'
    submission = read(data_with(with_extension, "xl/styles.xml", "</styleSheet>", f"{own}</styleSheet>"))

    assert 384 == submission.indicators["cases"].value(Period.of_year(2022))


def data_with(data: bytes, part: str, old: str, new: str) -> bytes:
    """A workbook in one part of which some text is another."""
    contents = xlsx.unzipped(data)
    assert old.encode() in contents[part]
    return xlsx.zipped({**contents, part: contents[part].replace(old.encode(), new.encode())})


def test_a_form_on_a_mac_of_1904_keeps_its_date() -> None:
    """The calendar of a workbook is looked at, in the sheet About too."""
    about: Rows = (("Agency", "health"), ("Date", styled(43860, 1)))
    data = book({"About": about, "Replies": xlsx.REPLIES}, workbook_attributes='date1904="1"')

    assert dt.date(2024, 1, 31) == read(data).date
