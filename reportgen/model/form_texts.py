"""The words of the workbooks that are sent out: `templates/workbook/en.yaml`, or a translation of it.

Heads of columns and names of sheets are not among them: intake finds columns by them, so they stand in
`model.sheets`. A text may hold fields such as `{agency}`; which ones, its type says.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field

from reportgen.model.base import Frozen, Label, LongText, Many, Model, nothing
from reportgen.model.sheets import CONFIRMED, FORM_INDICATORS, FORM_REPLIES
from reportgen.model.status_texts import StatusFile
from reportgen.model.text_lines import ABOUT_ALL, CountedLine, Fields, PlainLine, ShortText, TitleLine, refuse_text
from reportgen.model.treaties import TreatyCode


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
            raise refuse_text("", f"lacks the column {lacking[0]}")
        if unknown := texts.keys() - set(self.columns):
            raise refuse_text("", f"has the column {min(unknown)}, which the sheet does not have")
        return texts


class ColumnText(Model):
    """What is said of a column."""

    caption: PlainLine
    """A few words above its head."""
    comment: Annotated[LongText, Fields()]
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
    due_later: Annotated[ShortText, Fields("year")]
    """Where no day is set: the year in which the report is due."""
    ask: PlainLine
    ask_later: PlainLine
    """Where nobody is named."""
    focal_point: PlainLine
    issues_heading: PlainLine
    issues_none: PlainLine
    issue: Annotated[ShortText, Fields("number")]
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
    budget: Annotated[ShortText, Fields("budget")]
    over: PlainLine
    """Said where there are more words than that."""
    issue: Annotated[ShortText, Fields("number", "theme")]
    issue_alone: Annotated[ShortText, Fields("number")]
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
    issue: Annotated[ShortText, Fields("number", "theme")]
    issue_alone: Annotated[ShortText, Fields("number")]
    no_issue: PlainLine
    division: Annotated[ShortText, Fields("name")]
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
    kinds: Frozen[Label, PlainLine] = Field(default_factory=nothing)
    """What is wrong and what to do in a sentence, by the code of the message, which is in English."""


MailLine = Annotated[ShortText, Fields(*ABOUT_ALL, "day")]
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
    attached: Annotated[ShortText, Fields("files")]
    attached_marked: Annotated[ShortText, Fields("files")]
    """Where the workbook that is sent along is a marked copy of what came in."""
    ask: Annotated[ShortText, Fields("contact")]
    event: TitleLine
    """What the calendar calls that day."""


class FormTexts(StatusFile):
    """All words of a workbook that is sent out."""

    model_config = ConfigDict(extra="forbid")

    treaties: Frozen[TreatyCode, PlainLine] = Field(default_factory=nothing)
    """How the treaties are called; left out: in English."""
    heads: Frozen[Label, Many[PlainLine]] = Field(default_factory=nothing)
    """What heads of columns, names of sheets and labels may be called where people translate them."""
    start: StartTexts
    about: AboutTexts
    replies: ReplyTexts
    indicators: IndicatorTexts
    tables: TableTexts
    """Left out in a file that is older than the sheet: the words are then English."""
    problems: ProblemTexts
    mail: MailTexts | None = None
    """None in a project's own file of an earlier version; then the shipped words are used."""
