"""How a submission stands in a workbook: the names of sheets and columns, in their order.

Workbooks are read (`project/`) and written (`agencies/form/`) by it. Nothing here knows a file format; the words of
cells are in `cell_words.py`.

Three sheets, and where needed a fourth, `Tables`, found by name without regard to case:

- `About`: a row a fact, label then value: `Agency`, `Date`, `Contact`.
- `Replies`: a row a reply, printed in their order: `Issue`, `Text`, optional `Answers`, `Nothing to add` and `Key`.
  Text holds one paragraph or several with an empty line between them; space around it does not count.
- `Indicators`: a row a series. A row with `Part of` is a part of the indicator with that key: it has a label,
  values, and where needed `By` and `Exhaustive`; it has no key of its own. A column a period (`2023`, `2023-H1`,
  `2020-2023`), with `2023 status` and `2023 note` beside it where they are needed.

An empty cell is a field that is not given. A value that was asked for and is not known is written `..`.
"""

from enum import StrEnum


class Sheet(StrEnum):
    """The sheets of a submission."""

    ABOUT = "About"
    REPLIES = "Replies"
    INDICATORS = "Indicators"
    TABLES = "Tables"
    """Optional; how tables stand on it, `model.table_sheet` says."""
    PROBLEMS = "Problems"


class About(StrEnum):
    """The labels of the sheet `About`."""

    AGENCY = "Agency"
    DEPARTMENT = "Department"
    DATE = "Date"
    CONTACT = "Contact"


class ReplyColumn(StrEnum):
    """The columns of the sheet `Replies`."""

    ISSUE = "Issue"
    TEXT = "Text"
    ANSWERS = "Answers"
    """The letters of the sub-questions that the row answers: `(a)`, `a, c`, `all`."""
    KEY = "Key"


class IndicatorColumn(StrEnum):
    """The columns of the sheet `Indicators` that stand before the periods."""

    KEY = "Key"
    LABEL = "Label"
    UNIT = "Unit"
    MEASURE = "Measure"
    ISSUE = "Issue"
    PART_OF = "Part of"
    BY = "By"
    EXHAUSTIVE = "Exhaustive"
    SOURCE = "Source"
    PUBLISHED = "Published"
    REPORT = "Report"
    SHOW = "Show"
    SHARE = "Share"
    """Of a percentage, the keys of the two indicators that it is worked out of: `women of staff`."""
    BREAKS = "Breaks"
    """Breaks in the series, one a line: `2021: new definition`."""
    NOTE = "Note"
    """For the coordinator; it is not part of the report. A note to one figure stands in `2023 note`."""
    OFFERED = "Offered"
    """`yes`: a row that a workbook offers to be filled in. Without figures it says nothing, and is no indicator."""


class FormColumn(StrEnum):
    """Columns that workbooks are sent out with for the people who fill them in; nothing is read from them."""

    ASKED = "The Committee asks"
    WORDS = "Words"
    NOTHING = "Nothing to add"
    LAST = "The last report said"
    MISSING = "Missing"
    SUMS = "Sums"


class PeriodColumn(StrEnum):
    """What a column of a period holds."""

    VALUE = "value"
    STATUS = "status"
    NOTE = "note"


class AnswerColumn(StrEnum):
    """The columns of the sheet `Problems` that a marked copy of a workbook begins with."""

    CODE = "Code"
    STATE = "State"
    """Whether it still stands, which the workbook keeps telling."""
    PLACE = "Where"
    PROBLEM = "What is wrong"
    ACTION = "What to do"
    INDICATOR = "Indicator"
    PART = "Part"
    PERIOD = "Period"
    VALUE = "Value"
    ANSWER = "Your answer"
    """`confirmed`, or empty."""
    REASON = "Reason"


class ReadingColumn(StrEnum):
    """The columns of the sheet `In the report` of a marked copy; nothing is read from it."""

    ISSUE = "Issue"
    READING = "How the report will read"
    PLACE = "From"


CONFIRMED = "confirmed"
MARK_OF_COMMENTS = "— reportgen —"
"""Stands before what a marked copy adds to comments, so that it is known again; programs do not keep their authors."""
MARK_OF_CORRECTIONS = "— corrected —"
"""Stands before what a corrected copy adds to comments: the text that a cell had before."""
FORMAT_VERSION = 1
"""The version of the workbooks that are sent out; it stands in their properties."""
FORMAT_PROPERTY = "reportgen format"
PROJECT_PROPERTY = "reportgen project"
"""The symbol of the report that a workbook was made for."""
AGENCY_PROPERTY = "reportgen agency"
DEPARTMENT_PROPERTY = "reportgen department"
"""The code of the department that it was made for; none: the agency as a whole."""
LANGUAGE_PROPERTY = "reportgen language"
"""The code of the language that its words are in."""
VERSION_PROPERTY = "reportgen version"
"""The beginning of the SHA-256 of what the workbook was filled from, so that a cell left as it was can be told."""
ISSUES_PROPERTY = "reportgen issues"
"""The beginning of the SHA-256 of the issues that it asks about."""

OPEN_COLOUR, LOCKED_COLOUR, QUIET_INK = "FFF8DC", "F2F2F2", "595959"
"""The colours of cells to fill in and of locked ones, and of the words of locked ones."""
START_SHEET = "Start here"
"""The first sheet of a workbook that is sent out; nothing is read from it."""
READING_SHEET = "In the report"
"""The sheet of a marked copy that shows how the report will read; nothing is read from it."""
FORM_REPLIES = (
    *(ReplyColumn.ISSUE, FormColumn.ASKED, ReplyColumn.TEXT, ReplyColumn.ANSWERS, FormColumn.WORDS),
    *(FormColumn.NOTHING, FormColumn.LAST),
    ReplyColumn.KEY,
)
"""The columns of the sheet `Replies` as it is sent out, from left to right."""
BEFORE_YEARS = (IndicatorColumn.ISSUE, IndicatorColumn.LABEL, IndicatorColumn.KEY, IndicatorColumn.UNIT)
"""The columns of the sheet `Indicators` as it is sent out, from left to right: those before the years …"""
AFTER_YEARS = (
    *(FormColumn.MISSING, FormColumn.SUMS, IndicatorColumn.SOURCE, IndicatorColumn.MEASURE, IndicatorColumn.NOTE),
)
"""… those after the years …"""
AFTER_NOTES = (IndicatorColumn.BREAKS, IndicatorColumn.PART_OF)
"""… those after the statuses and notes of the years …"""
WHERE_USED = (
    *(IndicatorColumn.BY, IndicatorColumn.EXHAUSTIVE, IndicatorColumn.REPORT, IndicatorColumn.SHOW),
    *(IndicatorColumn.SHARE, IndicatorColumn.PUBLISHED),
)
"""… those that most workbooks do not need, and last `Offered`."""
FORM_INDICATORS = (*BEFORE_YEARS, *AFTER_YEARS, *AFTER_NOTES, *WHERE_USED, IndicatorColumn.OFFERED)
"""All of them, but for those of the years."""
POINTER = "▸"
"""Ends the words before the cells that a reply is written into, in each translation of the form."""

NEEDED_REPLIES = (ReplyColumn.ISSUE, ReplyColumn.TEXT)
"""Columns without which the sheet `Replies` cannot be read."""
NEEDED_INDICATORS = (IndicatorColumn.KEY,)
"""Columns without which the sheet `Indicators` cannot be read."""
