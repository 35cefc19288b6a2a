"""Status as a workbook: the matrix, the replies, the agencies and the issues, each a sheet that prints on A4."""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from reportgen.agencies.status.text import SIGNS, counts_words, due_words, sent_words, words_words
from reportgen.agencies.status.values import PROGRESS, AgencyStatus, Contribution, IssueStatus, State, Status

_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date in its properties: fixed, so that the same status gives the same file."""
_A4 = 9
_FILLS = {
    State.NOT_RECEIVED: "#E5E7EB",
    State.ERRORS: "#F8C9C4",
    State.INCOMPLETE: "#FBE2B8",
    State.QUESTIONS: "#FFF6C2",
    State.READY: "#CFE5F7",
    State.CLEARED: "#CDEBD2",
}
"""Behind the words, which say the same."""
_HEAD_ROWS = 4
_SHOWN = 500
"""Characters of a question: enough to know it by."""

Rows = Sequence[Sequence[object]]


def status_sheet(status: Status) -> bytes:
    """The status as the bytes of an .xlsx.

    Args:
        status: the facts; the same facts give the same bytes.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"Status of {status.symbol}, {status.date}", "created": _CREATED})
        _write_matrix(book, status)
        _write_table(book, "Replies", _PART_HEADS, [_part(part) for part in status.parts])
        _write_table(book, "Agencies", _AGENCY_HEADS, [_agency(agency) for agency in status.agencies])
        _write_table(book, "Issues", _ISSUE_HEADS, [_issue(issue) for issue in status.issues])
    return buffer.getvalue()


def _write_matrix(book: Any, status: Status) -> None:  # noqa: ANN401 - XlsxWriter has no types
    """A row an agency, a column an issue; a sign a state, with its words below. The colour only repeats it."""
    sheet = book.add_worksheet("Status")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    cells = {
        state: book.add_format({"bg_color": fill, "align": "center", "border": 1, "border_color": "#9CA3AF"})
        for state, fill in _FILLS.items()
    }
    sheet.write_string(0, 0, f"{status.symbol}, {status.date}", book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, f"Submissions are due: {due_words(status)}")
    sheet.write_string(2, 0, f"Replies: {counts_words(status)}. Words: {words_words(status.words, status.limit)}")
    sheet.write_row(_HEAD_ROWS - 1, 0, ["Agency", *(issue.number for issue in status.issues)], head)
    matrix = status.matrix
    for row, agency in enumerate(status.agencies, start=_HEAD_ROWS):
        sheet.write_string(row, 0, agency.name, book.add_format({"shrink": True}))
        for column, issue in enumerate(status.issues, start=1):
            part = matrix.get((agency.code, issue.number))
            if part is not None:
                sheet.write_string(row, column, SIGNS[part.state], cells[part.state])
    legend = _HEAD_ROWS + len(status.agencies) + 1
    for offset, state in enumerate(PROGRESS):
        sheet.write_string(legend + offset, 0, state.value)
        sheet.write_string(legend + offset, 1, SIGNS[state], cells[state])
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, max(len(status.issues), 1), 4)
    sheet.freeze_panes(_HEAD_ROWS, 1)
    sheet.repeat_rows(_HEAD_ROWS - 1)
    _set_page(sheet)


def _write_table(book: Any, title: str, heads: Sequence[tuple[str, int]], rows: Rows) -> None:  # noqa: ANN401 - as above
    """A sheet with a head and rows; a filter stands on the head."""
    sheet = book.add_worksheet(title)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
    number = book.add_format({"num_format": "#,##0", "valign": "top"})
    for column, (name, width) in enumerate(heads):
        sheet.write_string(0, column, name, head)
        sheet.set_column(column, column, width)
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells):
            match cell:
                case None:
                    continue
                case dt.date():
                    sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), day)
                case int():
                    sheet.write_number(row, column, cell, number)
                case _:
                    sheet.write_string(row, column, str(cell), text)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _set_page(sheet)


def _set_page(sheet: Any) -> None:  # noqa: ANN401 - XlsxWriter has no types
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&F&R&P / &N")


_PART_HEADS = (
    ("Issue", 8), ("Agency", 28), ("State", 16), ("Lead", 8), ("Words", 9), ("Budget of words", 10),
    ("Figures given", 9), ("Figures due", 9), ("Errors", 8), ("Questions open", 10), ("Other doubts", 9),
)  # fmt: skip


def _part(part: Contribution) -> list[object]:
    lead = "yes" if part.leads else None
    return [part.issue, part.agency, part.state.value, lead, part.words, part.budget,
            part.figures.given, part.figures.due, part.errors, part.questions, part.warnings]  # fmt: skip


_AGENCY_HEADS = (
    ("Agency", 40), ("Code", 22), ("Whom to ask", 24), ("Sent", 14), ("Words", 9), ("Budget of words", 10),
    ("Figures given", 9), ("Figures due", 9), ("Errors", 8), ("Questions open", 10), ("Other doubts", 9),
)  # fmt: skip


def _agency(agency: AgencyStatus) -> list[object]:
    sent = agency.sent if agency.sent and not agency.refused else sent_words(agency)
    return [agency.name, agency.code, agency.focal_point, sent, agency.words, agency.budget,
            agency.figures.given, agency.figures.due, agency.errors, agency.questions, agency.warnings]  # fmt: skip


_ISSUE_HEADS = (
    ("Issue", 8), ("Question", 60), ("Agencies, the lead first", 32), ("Furthest behind", 16), ("Words", 9),
    ("Budget of words", 10), ("Cleared by", 24), ("Cleared on", 12), ("What voided the clearance", 40),
)  # fmt: skip


def _issue(issue: IssueStatus) -> list[object]:
    state = "awaiting its reply" if issue.awaiting else issue.state.value
    return [issue.number, issue.text[:_SHOWN], ", ".join(issue.agencies), state, issue.words, issue.budget,
            issue.cleared_by, issue.cleared_on, "; ".join(issue.changes) or None]  # fmt: skip
