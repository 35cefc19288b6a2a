"""The words of the workbooks that are sent out: `templates/workbook/en.yaml`, or a translation of it.

Heads of columns and names of sheets are not among them: intake finds columns by them, so they stand in
`model.sheets`. A text may hold fields such as `{agency}`; which ones, its type says.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from reportgen.limits import LABEL_CHARACTERS, TEXT_CHARACTERS
from reportgen.model.base import Frozen, Label, Many, Model, nothing
from reportgen.model.sheets import CONFIRMED, FORM_INDICATORS, FORM_REPLIES
from reportgen.model.treaties import TreatyCode


class Fields:
    """For pydantic: a text that holds no other fields than these."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def __call__(self, text: str) -> str:
        """Return the text, where each of its fields is known.

        Raises:
            PydanticCustomError: where one is not, or where a brace stands alone.
        """
        try:
            found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        except ValueError:
            raise _refused(text, "has a brace that stands alone; write {{ for a brace of its own") from None
        if unknown := found - self.names:
            raise _refused(
                text, f"may name {', '.join(sorted(self.names)) or 'no fields'} in braces, and not {min(unknown)!r}"
            )
        return text


class PerColumn:
    """For pydantic: a group of fields with one for each of some columns."""

    def __init__(self, *columns: str) -> None:
        self.columns = columns

    def __call__(self, texts: Mapping[str, "ColumnText"]) -> Mapping[str, "ColumnText"]:
        """Return the texts, where each column has one.

        Raises:
            PydanticCustomError: where one is missing, or where there is no such column.
        """
        if lacking := [column for column in self.columns if column not in texts]:
            raise _refused("", f"lacks the column {lacking[0]}")
        if unknown := texts.keys() - set(self.columns):
            raise _refused("", f"has the column {min(unknown)}, which the sheet does not have")
        return texts


def _refused(text: str, reason: str) -> PydanticCustomError:
    return PydanticCustomError("form", "{reason}", {"reason": reason, "text": text})


_Line = Annotated[str, StringConstraints(min_length=1, max_length=LABEL_CHARACTERS)]
_Words = Annotated[str, StringConstraints(min_length=1, max_length=TEXT_CHARACTERS)]
PlainLine = Annotated[_Line, AfterValidator(Fields())]
"""Words without fields."""
_ABOUT_ALL = ("agency", "state", "symbol", "treaty")
TitleLine = Annotated[_Line, AfterValidator(Fields(*_ABOUT_ALL))]
"""Words that may name the agency, the State, the treaty and the symbol of the report."""
CountedLine = Annotated[_Line, AfterValidator(Fields("count"))]
"""Words with a number that the workbook keeps counting."""


class ColumnText(Model):
    """What is said of a column."""

    caption: PlainLine
    """A few words above its head."""
    comment: Annotated[_Words, AfterValidator(Fields())]
    """The note that appears when the pointer rests on its head."""


class YearTexts(Model):
    """What is said of the columns of a year."""

    open: ColumnText
    """A year to report."""
    past: ColumnText
    """A year that was reported before."""
    status: ColumnText
    note: ColumnText


class StartTexts(Model):
    """The sheet `Start here`."""

    title: TitleLine
    lead: TitleLine
    """One sentence: what this workbook is."""
    complete: PlainLine
    not_complete: CountedLine
    missing_heading: PlainLine
    missing_about: PlainLine
    missing_replies: PlainLine
    missing_figures: PlainLine
    missing_sums: PlainLine
    steps_heading: PlainLine
    steps: Many[TitleLine]
    """What to do, a step a row."""
    colours_heading: PlainLine
    colour_open: PlainLine
    colour_missing: PlainLine
    colour_sums: PlainLine
    colour_locked: PlainLine
    due: PlainLine
    due_later: Annotated[_Line, AfterValidator(Fields("year"))]
    """Where no day is set: the year in which the report is due."""
    ask: PlainLine
    ask_later: PlainLine
    """Where nobody is named."""
    focal_point: PlainLine
    issues_heading: PlainLine
    issues_none: PlainLine
    issue: Annotated[_Line, AfterValidator(Fields("number"))]
    """The link to an issue."""
    words: PlainLine
    """The head over the words of an issue."""
    state: PlainLine
    lead_role: PlainLine
    other_role: PlainLine
    written: PlainLine
    to_write: PlainLine
    nothing: PlainLine
    indicators_heading: PlainLine
    indicators_none: PlainLine
    to_fill: PlainLine
    """The head over the number of missing figures."""


class AboutTexts(Model):
    """The sheet `About`."""

    title: TitleLine
    lead: PlainLine
    agency: PlainLine
    date: PlainLine
    contact: PlainLine
    date_refused: PlainLine


class ReplyTexts(Model):
    """The sheet `Replies`."""

    title: TitleLine
    lead: PlainLine
    total: PlainLine
    """The label of all words written."""
    budget: Annotated[_Line, AfterValidator(Fields("budget"))]
    over: PlainLine
    """Said where there are more words than that."""
    issue: Annotated[_Line, AfterValidator(Fields("number", "theme"))]
    issue_alone: Annotated[_Line, AfterValidator(Fields("number"))]
    """The same where its theme has no heading."""
    asked: PlainLine
    """The label before the Committee's question, where the question is not known."""
    write: PlainLine
    """Beside the rows to write in."""
    nothing_hint: PlainLine
    columns: Annotated[Frozen[Label, ColumnText], AfterValidator(PerColumn(*FORM_REPLIES))]


class IndicatorTexts(Model):
    """The sheet `Indicators`."""

    title: TitleLine
    lead: PlainLine
    issue: Annotated[_Line, AfterValidator(Fields("number", "theme"))]
    issue_alone: Annotated[_Line, AfterValidator(Fields("number"))]
    no_issue: PlainLine
    division: Annotated[_Line, AfterValidator(Fields("name"))]
    """Over the rows for parts that the agency names itself, with what they divide by."""
    own: PlainLine
    """Over the rows for figures that nobody asked for."""
    number_title: PlainLine
    number_refused: PlainLine
    word_refused: PlainLine
    columns: Annotated[Frozen[Label, ColumnText], AfterValidator(PerColumn(*FORM_INDICATORS))]
    years: YearTexts


class TableTexts(Model):
    """The sheet `Tables`; each hint appears beside the cells of its label."""

    title: TitleLine
    lead: PlainLine
    table: PlainLine
    issue: PlainLine
    key: PlainLine
    heads: PlainLine
    row: PlainLine
    note: PlainLine
    source: PlainLine


class ProblemTexts(Model):
    """The sheet `Problems` of a marked copy, and the comments on its cells; the messages are the catalogue's own."""

    title: PlainLine
    lead: PlainLine
    none: PlainLine
    """Where there is nothing to list."""
    wrong: PlainLine
    """Before what is wrong."""
    question: PlainLine
    """Before a question."""
    action: PlainLine
    """Before what to do."""
    prompt: PlainLine
    """Shown at the cell of an answer."""
    refused: PlainLine
    """Shown where another word is typed into it."""
    standing: PlainLine
    """Before the number of errors that still stand."""
    to_correct: PlainLine
    """The state of an error."""
    to_look_at: PlainLine
    """The state of a question."""
    changed: PlainLine
    """The state of either when its cell was changed."""
    answered: PlainLine
    not_complete: PlainLine
    """What the sheet `Start here` says while errors stand, before their number."""
    reading_title: PlainLine
    """The title of the sheet that shows how the report will read."""
    reading_lead: PlainLine
    confirmed: PlainLine = CONFIRMED
    """The word that answers a question."""
    corrected: PlainLine = "Corrected by the coordinator. Before, it read:"
    """Before the old text of a cell, in the note on a corrected one."""


MailLine = Annotated[_Line, AfterValidator(Fields(*_ABOUT_ALL, "day"))]
"""Words of an e-mail, which may also name the day that they are about."""


class MailTexts(Model):
    """The e-mails that remind agencies, and the entries of their calendars."""

    subject: MailLine
    subject_late: MailLine
    """Where that day has passed."""
    subject_open: TitleLine
    """Where no day is set."""
    greeting: PlainLine
    lead: TitleLine
    received_nothing: PlainLine
    refused: PlainLine
    """Where a file came in that could not be taken."""
    missing: PlainLine
    """Before the list of what is missing."""
    text: PlainLine
    """In that list: the reply to an issue."""
    figures: PlainLine
    """In that list, before lines with figures, each by its label and years."""
    errors: CountedLine
    questions: CountedLine
    due: MailLine
    due_late: MailLine
    due_open: PlainLine
    attached: Annotated[_Line, AfterValidator(Fields("files"))]
    attached_marked: Annotated[_Line, AfterValidator(Fields("files"))]
    """Where the workbook that is sent along is a marked copy of what came in."""
    ask: Annotated[_Line, AfterValidator(Fields("contact"))]
    event: TitleLine
    """What the calendar calls that day."""


class DayTexts(Model):
    """A number of days, in each plural form that the language has (the categories of CLDR)."""

    zero: CountedLine | None = None
    one: CountedLine | None = None
    two: CountedLine | None = None
    few: CountedLine | None = None
    many: CountedLine | None = None
    other: CountedLine


class StateTexts(Model):
    """How far the part of an agency in a reply has come."""

    not_received: PlainLine
    errors: PlainLine
    incomplete: PlainLine
    questions_open: PlainLine
    ready: PlainLine
    cleared: PlainLine
    nothing_to_add: PlainLine


PartLine = Annotated[_Line, AfterValidator(Fields("agency", "issue"))]
ClearedLine = Annotated[_Line, AfterValidator(Fields("issue", "by", "date", "names", "needed"))]
"""Words about a clearance, and how many of the persons that are needed gave it."""
OutOfLine = Annotated[_Line, AfterValidator(Fields("given", "due", "share"))]
"""What is there of what is due, also as a percentage of it."""


class StatusTexts(Model):
    """The words by which a coordinator is told who has sent what, as lines and as a page."""

    title: Annotated[_Line, AfterValidator(Fields("symbol", "date"))]
    foot: Annotated[_Line, AfterValidator(Fields("version"))]
    state: PlainLine
    """The head over the name of the State."""
    due: PlainLine
    replies: PlainLine
    words: PlainLine
    errors_own: PlainLine
    errors_check: CountedLine
    no_day: PlainLine
    """Where no day is given by which agencies send."""
    today: PlainLine
    left: DayTexts
    late: DayTexts
    """Where that day has passed."""
    count: Annotated[_Line, AfterValidator(Fields("count", "state"))]
    """How many parts have come so far."""
    nobody: PlainLine
    """Where nothing is asked of anybody."""
    out_of: OutOfLine
    out_of_budget: OutOfLine
    not_known: OutOfLine
    """Instead of words that cannot be counted."""
    states: StateTexts
    legend: PlainLine
    not_asked: PlainLine
    matrix_heading: PlainLine
    matrix_caption: PlainLine
    clearances_heading: PlainLine
    cleared: ClearedLine
    void: ClearedLine
    lacking: ClearedLine
    agencies_heading: PlainLine
    agency: PlainLine
    """The heads of the table of agencies."""
    contact: PlainLine
    sent: PlainLine
    words_given: PlainLine
    figures_given: PlainLine
    errors: PlainLine
    questions: PlainLine
    doubts: PlainLine
    received: PlainLine
    waiting: PlainLine
    """Where a file came in beside what is in force, and could not be taken."""
    with_errors: PlainLine
    issue: Annotated[_Line, AfterValidator(Fields("issue"))]
    part: PartLine
    missing_heading: PlainLine
    unanswered_heading: PlainLine
    figures_heading: PlainLine
    figures_lead: PlainLine
    no_figures: PlainLine
    comma: PlainLine
    """Between items, with its space where the language has one."""
    million: PlainLine
    """As short as it fits over a bar of a chart."""
    billion: PlainLine


class FormTexts(Model):
    """All words of a workbook that is sent out."""

    language: Annotated[Label, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    treaties: Frozen[TreatyCode, PlainLine] = Field(default_factory=nothing)
    """How the treaties are called; left out: in English."""
    heads: Frozen[Label, Many[PlainLine]] = Field(default_factory=nothing)
    """What heads of columns, names of sheets and labels may be called where people translate them."""
    words: Frozen[Label, Annotated[Many[PlainLine], Field(min_length=1)]] = Field(default_factory=nothing)
    """What words of lists are called; the first is the one that the lists offer, all are understood."""
    start: StartTexts
    about: AboutTexts
    replies: ReplyTexts
    indicators: IndicatorTexts
    tables: TableTexts
    """Left out in a file that is older than the sheet: the words are then English."""
    problems: ProblemTexts
    mail: MailTexts | None = None
    """None in a project's own file of an earlier version; then the shipped words are used."""
    status: StatusTexts | None = None
    """The same."""
