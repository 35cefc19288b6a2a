"""`issues.yaml` as types: the Committee's list of issues, and the figures that each issue asks for."""

from collections.abc import Iterator
from functools import cached_property
from string import ascii_lowercase
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from reportgen.diagnostics import Path, shown
from reportgen.model.base import Code, Frozen, Key, Label, Many, Model, Name, Once, Text, nothing
from reportgen.model.indicators import Measure, Noun, Unit
from reportgen.model.periods import Period

Year = Annotated[int, Field(ge=1900, le=2199)]
IssueNumber = Annotated[int, Field(ge=1, le=999)]


class AskedIndicator(Model):
    """One thing that an issue asks figures of."""

    label: Label
    """What is counted, a noun phrase in the plural, in the words of the list. Example: `reports of domestic
    violence`."""
    key: Key | None = None
    """The key that its row gets; left out: one is made of the label. Example: `dv_reports`."""
    unit: Unit | None = None
    """The word after the figure, or what it is measured in. Example: `{"one": "case", "other": "cases"}`."""
    measure: Measure | None = None
    """A flow, a stock, a rate …, as for an indicator; left out: the workbook proposes what the label suggests.
    Example: `rate`."""
    agency: Code | None = None
    """The agency that owes the figures; left out: the lead of the issue. Example: `justice`."""
    periods: Many[Period] | None = None
    """The periods that are asked, where they are others than the years of the issue. Example: `["2022", "2023-H1"]`."""
    breakdowns: Many[Label] | None = None
    """What the figures are to be divided by; left out: what the issue names for all. Example: `["sex"]`."""


def _asked(value: Any) -> Any:
    """Take a label alone for an indicator with just that label."""
    return {"label": value} if isinstance(value, str) else value


class Asks(Model):
    """What an issue asks figures of."""

    indicators: Many[
        Annotated[AskedIndicator, BeforeValidator(_asked, json_schema_input_type=AskedIndicator | Label)]
    ] = ()
    """What is counted; `reports of domestic violence` is short for `{label: reports of domestic violence}`. Example:
    `["reports of domestic violence", {"label": "convictions", "agency": "justice"}]`."""
    years: Once[Year] = ()
    """The years, where the issue names its own. Example: `[2021, 2022]`."""
    breakdowns: Many[Label] = ()
    """What all of them are to be divided by: names of `breakdowns` at the head of issues.yaml, or others, whose parts
    agencies name. Example: `["sex", "age"]`."""


class Issue(Model):
    """One issue of the Committee's list."""

    number: IssueNumber
    """Its number in the list. Example: `4`."""
    text: Text = ""
    """The Committee's question, in the words of the list or in one's own. Example: `Please give data on domestic
    violence.`."""
    questions: Many[Text] = ()
    """Its sub-questions, without their letters. Example: `["Number of reports"]`."""
    articles: Many[Name] = ()
    """Articles of the treaty that it concerns: `3`, `14 (1)`. Example: `["3", "14 (1)"]`."""
    agencies: Once[Code] = ()
    """The agencies that answer, the lead first. Example: `["interior", "justice"]`."""
    asks: Asks = Asks.model_construct()  # built without a validator, which would be made at once
    """The figures that it asks for. Example: `{"indicators": ["reports of domestic violence"]}`."""
    follows: Many[IssueNumber] | None = None
    """The issues of the last cycle's list that it takes up, so that agencies see what was said then; left out: the one
    with the same number. Example: `[4]`."""
    words: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Its share of the word limit; left out: what is left of the limit, shared alike. Example: `800`."""

    @property
    def followed(self) -> tuple[int, ...]:
        """Return the issues of the last cycle's list that it takes up."""
        return (self.number,) if self.follows is None else self.follows

    @property
    def letters(self) -> tuple[str, ...]:
        """Return the letters of its sub-questions: `a` to `z`, then `aa`, `bb`, … as Word counts them."""
        count = len(ascii_lowercase)
        return tuple(ascii_lowercase[place % count] * (place // count + 1) for place in range(len(self.questions)))

    def sub_question(self, place: int) -> str:
        """Return a sub-question as messages name it, by its place from 0: `(b) “Number of reports”`."""
        return f"({self.letters[place]}) “{shown(self.questions[place])}”"


class Theme(Model):
    """Issues under one heading."""

    title: Label | None = None
    """The heading; left out where a part has issues without one. Example: `Violence against women`."""
    issues: Many[Issue]
    """Its issues, in the order of the list. Example: `[{"number": 2}]`."""


class ReportPart(Model):
    """A lettered part of the report."""

    title: Label
    """Its heading, without a letter. Example: `General information`."""
    themes: Many[Theme]
    """Its themes, in their order. Example: `[{"issues": [{"number": 1}]}]`."""


class Outline(Model):
    """`issues.yaml`: the list of issues."""

    title: Label | None = None
    """The heading over all replies, where it is not the usual one. Example: `Replies to the list of issues`."""
    breakdowns: Frozen[Name, Many[Label | Noun]] = Field(default_factory=nothing)
    """Divisions that issues ask for by their names, each with its parts. Example: `{"sex": ["women", "men"]}`."""
    parts: Many[ReportPart]
    """The parts of the list, which get letters by themselves. Example: `[{"title": "General information", "themes":
    []}]`."""

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """Return all issues in the order of the list."""
        return tuple(issue for part in self.parts for theme in part.themes for issue in theme.issues)

    def issue(self, number: int | None) -> Issue | None:
        """Return the issue of a number; None where the list does not have it."""
        return next((issue for issue in self.issues if issue.number == number), None)

    def issues_by_path(self) -> Iterator[tuple[Path, Issue]]:
        """Yield all issues with their paths in the report."""
        for part_number, part in enumerate(self.parts):
            for theme_number, theme in enumerate(part.themes):
                for number, issue in enumerate(theme.issues):
                    yield ("outline", "parts", part_number, "themes", theme_number, "issues", number), issue
