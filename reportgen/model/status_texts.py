"""The words of `reportgen status`, which stand in the same files as those of the workbooks."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from reportgen.model.base import Frozen, Label, Many, Model, nothing
from reportgen.model.text_lines import CountedLine, Fields, PlainLine, ShortText


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


PartLine = Annotated[ShortText, Fields("agency", "issue")]
ClearedLine = Annotated[ShortText, Fields("issue", "by", "date", "names", "needed")]
"""Words about a clearance, and how many of the persons that are needed gave it."""
OutOfLine = Annotated[ShortText, Fields("given", "due", "share")]
"""What is there of what is due, also as a percentage of it."""


class StatusTexts(Model):
    """The words by which a coordinator is told who has sent what, as lines and as a page."""

    title: Annotated[ShortText, Fields("symbol", "date")]
    foot: Annotated[ShortText, Fields("version")]
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
    count: Annotated[ShortText, Fields("count", "state")]
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
    issue: Annotated[ShortText, Fields("issue")]
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


class StatusFile(Model):
    """What a file of texts says of a status; its other groups of fields are left unread."""

    model_config = ConfigDict(extra="ignore")

    language: Annotated[Label, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    words: Frozen[Label, Annotated[Many[PlainLine], Field(min_length=1)]] = Field(default_factory=nothing)
    """What words of lists are called; the first is the one that the lists offer, all are understood."""
    status: StatusTexts | None = None
    """None in a project's own file of an earlier version; then the shipped words are used."""
