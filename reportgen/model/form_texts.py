"""The words of the workbooks that are sent out: `templates/workbook/en.yaml`, or a translation of it.

Heads of columns and names of sheets are not among them: intake finds columns by them, so they stand in
`model.sheets`. A text may hold fields such as `{agency}`; which ones, its type says.
"""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from reportgen.limits import LABEL_CHARACTERS, TEXT_CHARACTERS
from reportgen.model.base import Frozen, Label, Many, Model
from reportgen.model.sheets import FORM_INDICATORS, FORM_REPLIES


class Fields:
    """For pydantic: a text that holds no other fields than these."""

    def __init__(self, *names: str) -> None:
        self.names = frozenset(names)

    def __call__(self, text: str) -> str:
        """The text, where each of its fields is known.

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


class Heads:
    """For pydantic: a group of fields with one for each of some columns."""

    def __init__(self, *columns: str) -> None:
        self.columns = columns

    def __call__(self, texts: Mapping[str, "ColumnText"]) -> Mapping[str, "ColumnText"]:
        """The texts, where each column has one.

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
Plain = Annotated[_Line, AfterValidator(Fields())]
"""Words without fields."""
_ABOUT_ALL = ("agency", "state", "symbol", "treaty")
Title = Annotated[_Line, AfterValidator(Fields(*_ABOUT_ALL))]
"""Words that may name the agency, the State, the treaty and the symbol of the report."""
Counted = Annotated[_Line, AfterValidator(Fields("count"))]
"""Words with a number that the workbook keeps counting."""


class ColumnText(Model):
    """What is said of a column."""

    caption: Plain
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

    title: Title
    lead: Title
    """One sentence: what this workbook is."""
    complete: Plain
    not_complete: Counted
    missing_heading: Plain
    missing_about: Plain
    missing_replies: Plain
    missing_figures: Plain
    missing_sums: Plain
    steps_heading: Plain
    steps: Many[Title]
    """What to do, a step a row."""
    colours_heading: Plain
    colour_open: Plain
    colour_missing: Plain
    colour_sums: Plain
    colour_locked: Plain
    due: Plain
    due_later: Annotated[_Line, AfterValidator(Fields("year"))]
    """Where no day is set: the year in which the report is due."""
    ask: Plain
    ask_later: Plain
    """Where nobody is named."""
    focal_point: Plain
    issues_heading: Plain
    issues_none: Plain
    issue: Annotated[_Line, AfterValidator(Fields("number"))]
    """The link to an issue."""
    words: Plain
    """The head over the words of an issue."""
    state: Plain
    lead_role: Plain
    other_role: Plain
    written: Plain
    to_write: Plain
    nothing: Plain
    indicators_heading: Plain
    indicators_none: Plain
    to_fill: Plain
    """The head over the number of missing figures."""


class AboutTexts(Model):
    """The sheet `About`."""

    title: Title
    lead: Plain
    agency: Plain
    date: Plain
    contact: Plain
    date_refused: Plain


class ReplyTexts(Model):
    """The sheet `Replies`."""

    title: Title
    lead: Plain
    total: Plain
    """The label of all words written."""
    budget: Annotated[_Line, AfterValidator(Fields("budget"))]
    over: Plain
    """Said where there are more words than that."""
    issue: Annotated[_Line, AfterValidator(Fields("number", "theme"))]
    issue_alone: Annotated[_Line, AfterValidator(Fields("number"))]
    """The same where its theme has no heading."""
    asked: Plain
    """The label before the Committee's question, where the question is not known."""
    write: Plain
    """Beside the rows to write in."""
    nothing_hint: Plain
    columns: Annotated[Frozen[Label, ColumnText], AfterValidator(Heads(*FORM_REPLIES))]


class IndicatorTexts(Model):
    """The sheet `Indicators`."""

    title: Title
    lead: Plain
    issue: Annotated[_Line, AfterValidator(Fields("number", "theme"))]
    issue_alone: Annotated[_Line, AfterValidator(Fields("number"))]
    no_issue: Plain
    own: Plain
    """Over the rows for figures that nobody asked for."""
    number_title: Plain
    number_refused: Plain
    word_refused: Plain
    columns: Annotated[Frozen[Label, ColumnText], AfterValidator(Heads(*FORM_INDICATORS))]
    years: YearTexts


class ProblemTexts(Model):
    """The sheet `Problems` of a marked copy, and the comments on its cells; the messages are the catalogue's own."""

    title: Plain
    lead: Plain
    none: Plain
    """Where there is nothing to list."""
    wrong: Plain
    """Before what is wrong."""
    question: Plain
    """Before a question."""
    action: Plain
    """Before what to do."""
    prompt: Plain
    """Shown at the cell of an answer."""
    refused: Plain
    """Shown where another word is typed into it."""


class FormTexts(Model):
    """All words of a workbook that is sent out."""

    language: Annotated[Label, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    start: StartTexts
    about: AboutTexts
    replies: ReplyTexts
    indicators: IndicatorTexts
    problems: ProblemTexts
