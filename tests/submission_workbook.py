"""Write a submission as a workbook that the program reads back as the same submission.

The program itself never does this: an agency fills in the form that `reportgen workbooks` writes. Tests, benchmarks and
the samples in `inputs/` need plain workbooks as agencies might make them by hand. The same submission gives the same
bytes; names of sheets and columns are those of `reportgen.model.sheets`.
"""

import datetime as dt
import io
import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

import xlsxwriter

from reportgen.agencies.form.rows import indicator_entries, part_entries
from reportgen.model import Observation, Period, Submission
from reportgen.model.cell_words import NO_DATA, format_letters, period_header
from reportgen.model.indicators import Series
from reportgen.model.sheets import About, IndicatorColumn, PeriodColumn, ReplyColumn, Sheet

_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The date in the properties of a workbook: fixed, so that the same content gives the same file."""
_WIDTHS = {
    ReplyColumn.TEXT: 100,
    IndicatorColumn.KEY: 26,
    IndicatorColumn.LABEL: 48,
    IndicatorColumn.UNIT: 26,
    IndicatorColumn.SOURCE: 28,
}
_WIDTH = 12
_ALWAYS = frozenset(
    {
        IndicatorColumn.KEY,
        IndicatorColumn.LABEL,
        IndicatorColumn.UNIT,
        IndicatorColumn.ISSUE,
        IndicatorColumn.SOURCE,
    }
)
"""Columns that stand there even where nothing is in them; all others only where they are needed."""
_LINE = 15
"""The height of a line in points, for the font that the cells have."""
_HIGHEST = 409
"""The greatest height of a row, in points (ECMA-376 Part 1, 18.3.1.73)."""
_A4 = 9
"""The number of the paper size (ECMA-376 Part 1, 18.3.1.63)."""

Cell = str | int | Decimal | dt.date | None
Row = dict[str, Cell]


def write_submission(submission: Submission) -> bytes:
    """The workbook of a submission.

    Args:
        submission: what an agency reports; the order of its indicators, parts and replies is kept.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"title": f"Submission of {submission.agency}", "created": _CREATED})
        writer = _Writer(book)
        writer.about(submission)
        has_answers = any(reply.answers for reply in submission.replies)
        heads = [one.value for one in ReplyColumn if one is not ReplyColumn.ANSWERS or has_answers]
        writer.table(Sheet.REPLIES, heads, list(_reply_rows(submission)))
        rows = list(_indicator_rows(submission))
        used = {column for row in rows for column, value in row.items() if value is not None}
        columns = [column.value for column in IndicatorColumn if column in used or column in _ALWAYS]
        writer.table(Sheet.INDICATORS, [*columns, *_periods(submission)], rows)
    return buffer.getvalue()


class _Writer:
    """Puts cells on sheets, with the few looks that make them readable."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - the library has no types
        self.book = book
        plain = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
        self.text = book.add_format(plain)
        self.head = book.add_format({**plain, "bold": True, "bg_color": "#DDEBF7", "bottom": 1})
        self.date = book.add_format({**plain, "num_format": "yyyy-mm-dd"})
        self.whole = book.add_format({**plain, "num_format": "#,##0"})
        self.decimal = book.add_format({**plain, "num_format": "General"})

    def about(self, submission: Submission) -> None:
        """The sheet with the facts about the submission: a row a fact, label then value."""
        sheet = self.book.add_worksheet(Sheet.ABOUT.value)
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 50)
        facts = (
            (About.AGENCY, submission.agency),
            *([(About.DEPARTMENT, submission.department)] if submission.department else []),
            (About.DATE, submission.date),
            (About.CONTACT, submission.contact),
        )
        for row, (label, value) in enumerate(facts):
            sheet.write_string(row, 0, label.value, self.head)
            self._write(sheet, row, 1, value)

    def table(self, name: Sheet, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """A sheet with a row of heads and rows below it."""
        sheet = self.book.add_worksheet(name.value)
        sheet.freeze_panes(1, 1)
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for column, head in enumerate(columns):
            sheet.set_column(column, column, _WIDTHS.get(head, _WIDTH))  # type: ignore[call-overload] # the keys are texts
            self._write_head(sheet, column, head)
        for number, row in enumerate(rows, start=1):
            sheet.set_row(number, _height(row))
            for column, head in enumerate(columns):
                self._write(sheet, number, column, row.get(head))

    def _write_head(self, sheet: Any, column: int, head: str) -> None:  # noqa: ANN401 - the library has no types
        """A head; a plain year is written as a number, as a person would."""
        if head.isdigit():
            sheet.write_number(0, column, int(head), self.head)
        else:
            sheet.write_string(0, column, head, self.head)

    def _write(self, sheet: Any, row: int, column: int, value: Cell) -> None:  # noqa: ANN401 - the library has no types
        match value:
            case None:
                pass
            case dt.date():
                sheet.write_datetime(row, column, value, self.date)
            case Decimal() | int():
                look = self.whole if value == int(value) else self.decimal
                sheet.write_number(row, column, value, look)
            case _:
                sheet.write_string(row, column, value, self.text)


def _height(row: Row) -> int:
    """The height of a row in points: enough for its longest text in a column of its width."""
    lines = (
        sum(max(1, math.ceil(len(line) / _WIDTHS.get(head, _WIDTH))) for line in value.split("\n"))  # type: ignore[call-overload] # the keys are texts
        for head, value in row.items()
        if isinstance(value, str)
    )
    return min(_LINE * max(lines, default=1), _HIGHEST)


def _reply_rows(submission: Submission) -> Iterator[Row]:
    for reply in submission.replies:
        yield {
            ReplyColumn.ISSUE: reply.issue,
            ReplyColumn.TEXT: reply.text.strip(),
            ReplyColumn.ANSWERS: format_letters(reply.answers) or None,
            ReplyColumn.KEY: reply.key,
        }


def _indicator_rows(submission: Submission) -> Iterator[Row]:
    for key, indicator in submission.indicators.items():
        yield {**indicator_entries(key, indicator), **_values(indicator)}
        for part in indicator.breakdown:
            yield {**part_entries(key, part), **_values(part)}


def _values(series: Series) -> Row:
    row: Row = {}
    for period, observation in series.values.items():
        row[period_header(period)] = NO_DATA if observation.value is None else observation.value
        if observation.status != "final":
            row[period_header(period, PeriodColumn.STATUS)] = observation.status
        row[period_header(period, PeriodColumn.NOTE)] = observation.note
    return row


def _periods(submission: Submission) -> list[str]:
    """The heads of all columns of periods that are needed, in the order of time."""
    heads: dict[str, None] = {}
    every: list[Series] = [
        series for indicator in submission.indicators.values() for series in (indicator, *indicator.breakdown)
    ]
    periods = sorted({period for series in every for period in series.values}, key=lambda period: period.order)
    for period in periods:
        heads[period_header(period)] = None
        observed = [series.values[period] for series in every if period in series.values]
        heads |= dict.fromkeys(_extra_heads(period, observed))
    return list(heads)


def _extra_heads(period: Period, observations: Sequence[Observation]) -> Iterator[str]:
    """The heads of the columns for statuses and notes, where some observation has one."""
    if any(observation.status != "final" for observation in observations):
        yield period_header(period, PeriodColumn.STATUS)
    if any(observation.note for observation in observations):
        yield period_header(period, PeriodColumn.NOTE)
