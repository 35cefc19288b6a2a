"""A project's files as types, and the report that they make together."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from reportgen.limits import NAME_CHARACTERS
from reportgen.model.base import Code, Frozen, Key, Label, Many, Model, Name, Number, Text, nothing
from reportgen.model.indicators import Indicators
from reportgen.model.periods import Period
from reportgen.model.treaties import TREATIES, WORD_LIMITS, DocumentKind, Treaty, TreatyCode

Symbol = Annotated[str, StringConstraints(max_length=80, pattern=r"^[A-Z0-9][A-Za-z0-9./_-]*[A-Za-z0-9]$")]
"""The symbol of a United Nations document: `CCPR/C/KAZ/3`."""
Year = Annotated[int, Field(ge=1900, le=2199)]
IssueNumber = Annotated[int, Field(ge=1, le=999)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
"""The first 16 hexadecimal digits of a SHA-256."""


OLDEST_FORMAT, PROJECT_FORMAT = 1, 2
"""The formats of projects: of those that name none, and of those that this version writes. 2: `format` itself."""


def _no_other_file(code: str) -> str:
    """Refuse the code by which the file of a department would be called as its agency's file of answers is."""
    if code == "answers":
        raise PydanticCustomError("form", "{reason}", {"reason": "files are called “answers” already"})
    return code


class State(Model):
    """The State whose report it is."""

    name: Name
    """Its short name: `Kazakhstan`."""
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """Its ISO 3166 alpha-3 code: `KAZ`."""
    in_text: Name | None = None
    """Its name within a sentence, where that differs: `the Russian Federation`."""


class Dates(Model):
    """The dates that the first page gives."""

    due: Year
    """The year in which the report is due."""
    submissions_due: dt.date | None = None
    """The day by which agencies send what they are asked for; it is not printed."""
    submitted: dt.date | None = None
    """The date of submission to the document services, for the masthead."""
    received: dt.date | None = None
    """The date on which the secretariat received the report."""


class Layout(Model):
    """How the document is laid out, as far as a report may choose."""

    reference: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^/\\:]+(/[^/\\:]+)*\.docx$")] | None = None
    """A Word file of the project whose styles are used instead of ours, by name."""
    contents: Literal["themes", "replies", "none"] = "themes"
    """How deep the list of contents goes: to the themes, to each reply, or no list at all."""
    abbreviations: bool = True
    """Whether the abbreviations of the text are listed after the contents."""


class Settings(Model):
    """`report.yaml`: what the report is."""

    format: Annotated[int, Field(ge=OLDEST_FORMAT, le=PROJECT_FORMAT)] = OLDEST_FORMAT
    """The format of the project; `reportgen upgrade` sets it. None: that of the first versions."""
    state: State
    treaty: TreatyCode
    document: DocumentKind = "periodic"
    """Which kind of document it is; the word limit and the title follow it."""
    procedure: Literal["standard", "simplified", "optional"] = "simplified"
    """The reporting procedure that the title names; `optional` was the word until about 2020."""
    coordinator: Label | None = None
    """Whom agencies ask, with telephone or e-mail; it stands in their workbooks and is not printed."""
    cycle: Annotated[int, Field(ge=1, le=99)]
    """The number of the report: 3 for the third periodic report."""
    combined_from: Annotated[int, Field(ge=1, le=99)] | None = None
    """The first number, where several reports are combined into one."""
    symbol: Symbol
    earlier_symbols: Many[Symbol] = ()
    """Symbols that the report had while workbooks went out; `reportgen correct` keeps them, and these workbooks are
    still taken."""
    list_of_issues: Symbol | None = None
    """The symbol of the list of issues that is answered."""
    previous_report: Symbol | None = None
    title: Label | None = None
    """The title of the document, where the usual formula does not fit."""
    title_notes: Many[Label] = ()
    """Notes to the title, marked `*`, `**`, …"""
    session: Label | None = None
    """The session's lines on the first page: `132nd session`."""
    language: Literal["en"] = "en"
    """The language of the document."""
    original_language: Name = "English"
    """The language of the submission, as the masthead prints it."""
    languages: Many[Name] = ()
    """The languages in which the document is issued, where it is not issued in all."""
    dates: Dates
    reporting_years: Annotated[Many[Year], Field(min_length=1)]
    """The years for which the Committee asks figures."""
    word_limit: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """The limit in words, where it is not the treaty's."""
    numbering: Literal["automatic", "typed"] = "automatic"
    """Paragraph numbers as Word's own list, or typed into the text."""
    annex: Literal["included", "separate", "none"] = "included"
    """The statistical annex: at the end of the document, as a file of its own, or left out."""
    layout: Layout = Layout()
    non_breaking_spaces: bool = True
    """Keep figure and `per cent`, symbol and amount, day and month on one line."""

    @property
    def treaty_data(self) -> Treaty:
        """What is known of the treaty."""
        return TREATIES[self.treaty]

    @property
    def limit(self) -> int:
        """The word limit in force."""
        return self.word_limit or WORD_LIMITS[self.document]


class Asks(Model):
    """What an issue asks figures of."""

    indicators: Many[Label] = ()
    years: Many[Year] = ()
    breakdowns: Many[Label] = ()


class Issue(Model):
    """One issue of the Committee's list."""

    number: IssueNumber
    text: Text = ""
    """The Committee's question, in the words of the list or in one's own."""
    questions: Many[Text] = ()
    """Its sub-questions, without their letters."""
    articles: Many[Name] = ()
    """Articles of the treaty that it concerns: `3`, `14 (1)`."""
    agencies: Many[Code] = ()
    """The agencies that answer, the lead first."""
    asks: Asks = Asks()
    follows: Many[IssueNumber] | None = None
    """The issues of the last cycle's list that it takes up, so that agencies see what was said then; None: the one
    with the same number."""
    words: Annotated[int, Field(ge=1, le=100_000)] | None = None
    """Its share of the word limit; None: what is left of the limit, shared alike."""


class Theme(Model):
    """Issues under one heading."""

    title: Label | None = None
    """None where a part has issues without a heading."""
    issues: Many[Issue]


class ReportPart(Model):
    """A lettered part of the report."""

    title: Label
    themes: Many[Theme]


class Outline(Model):
    """`issues.yaml`: the list of issues."""

    title: Label | None = None
    """The heading over all replies, where it is not the usual one."""
    parts: Many[ReportPart]

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """All issues in the order of the list."""
        return tuple(issue for part in self.parts for theme in part.themes for issue in theme.issues)


DepartmentCode = Annotated[
    str,
    StringConstraints(max_length=NAME_CHARACTERS, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
    AfterValidator(_no_other_file),
]
"""A code such as `prison-service`, beginning with a letter; files are called `justice.prison-service.xlsx`."""


class Agency(Model):
    """One agency."""

    code: Code
    name: Label
    """The name as it is printed."""
    departments: Frozen[DepartmentCode, Label] = Field(default_factory=nothing)
    """Departments that answer with a workbook each, by their codes: `{courts: Department of Courts}`. Their replies to
    one issue are printed in this order; their names are not printed."""
    focal_point: Label | None = None
    """Whom to ask."""
    clears: Label | None = None
    """Who clears what the agency sends."""


class Agencies(Model):
    """`agencies.yaml`: the agencies that contribute."""

    agencies: Many[Agency]


class Reply(Model):
    """Text of an agency for one issue: one or more paragraphs of light Markdown with figure references."""

    issue: IssueNumber
    text: Text
    key: Code | None = None
    """A stable key of its first paragraph, for references; `-2`, `-3` … are added for the next ones."""


class Answer(Model):
    """An agency's answer to a question about a figure: it stands, and why."""

    code: Annotated[str, StringConstraints(pattern=r"^RG\d{3}$")]
    """The code of the question."""
    indicator: Key
    period: Period
    part: Label | None = None
    """The label of the part that it is about; None: the whole."""
    value: Number | None = None
    """The value that was confirmed; the answer holds as long as the value does."""
    reason: Label


class Submission(Model):
    """What one file of an agency holds."""

    agency: Code
    department: DepartmentCode | None = None
    """The department that sent it, by its code in agencies.yaml; None: the agency as a whole."""
    date: dt.date | None = None
    """When the agency sent it."""
    contact: Label | None = None
    indicators: Indicators = Field(default_factory=nothing)
    replies: Many[Reply] = ()
    nothing_to_add: Many[IssueNumber] = ()
    """Issues that others lead, and on which the sender says that it has nothing to add."""
    answers: Many[Answer] = ()
    """Questions about figures that the agency has answered."""


class Clearance(Model):
    """That somebody cleared the reply to an issue, as it then was."""

    issue: IssueNumber
    by: Label
    date: dt.date
    hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the text and the data that were cleared."""
    items: Frozen[Label, Digest] = Field(default_factory=nothing)
    """The beginning of the SHA-256 of each text, series and figure, so that it can be told what changed since:
    `text/justice`, `series/victims`, `figure/victims/2023`, `template/replies/2.html.j2`."""


class Clearances(Model):
    """`clearances.yaml`: what was cleared; written by `reportgen clear`."""

    clearances: Many[Clearance] = ()


class Sender(Struct, frozen=True):
    """Who sends a file: an agency as a whole, or one of its departments."""

    agency: str
    department: str | None
    name: str
    """As messages and lists call it."""

    @property
    def code(self) -> str:
        """What its files are called: `justice`, `justice.courts`."""
        return self.agency if self.department is None else f"{self.agency}.{self.department}"


class Report(Model):
    """Everything that a project holds, valid and read-only."""

    settings: Settings
    outline: Outline
    agencies: Many[Agency]
    submissions: Many[Submission]
    previous: Many[Submission] = ()
    """What the agencies reported in the last cycle: `previous/*.yaml`."""
    clearances: Many[Clearance] = ()

    @cached_property
    def agency_names(self) -> Mapping[str, str]:
        """The agencies' printed names by their codes."""
        return {agency.code: agency.name for agency in self.agencies}

    @cached_property
    def senders(self) -> tuple[Sender, ...]:
        """Who is to send something, in the order of agencies.yaml: each department of an agency that has some.

        Such an agency is one of them as a whole where something of it is there that names no department.
        """
        whole = {one.agency for one in self.submissions if one.department is None}
        found: list[Sender] = []
        for agency in self.agencies:
            if not agency.departments or agency.code in whole:
                found.append(Sender(agency.code, None, agency.name))
            found += [Sender(agency.code, code, f"{agency.name}, {name}") for code, name in agency.departments.items()]
        return tuple(found)

    def replies(self, issue: Issue) -> list[tuple[int, int, Reply]]:
        """The replies to an issue, with the indexes of their submission and of the reply in it.

        They stand in the order of the issue's agencies, the lead first; agencies that the issue does not
        name follow, in the order of their files. Within an agency they stand in the order in which agencies.yaml names
        its departments, after what the agency says as a whole.
        """
        order = {code: place for place, code in enumerate(issue.agencies)}

        def rank(item: tuple[int, int, Reply]) -> tuple[int, int]:
            one = self.submissions[item[0]]
            return (order.get(one.agency, len(order)), self._departments.get((one.agency, one.department), -1))

        return sorted(self._replies.get(issue.number, ()), key=rank)

    @cached_property
    def _departments(self) -> Mapping[tuple[str, str | None], int]:
        """The place of each department among those of its agency."""
        return {(one.code, code): place for one in self.agencies for place, code in enumerate(one.departments)}

    @cached_property
    def _replies(self) -> Mapping[int, list[tuple[int, int, Reply]]]:
        """All replies by the number of their issue, in the order of the files."""
        found: dict[int, list[tuple[int, int, Reply]]] = {}
        for number, submission in enumerate(self.submissions):
            for position, reply in enumerate(submission.replies):
                found.setdefault(reply.issue, []).append((number, position, reply))
        return found

    def reporting_periods(self) -> tuple[Period, ...]:
        """The reporting years as periods, in the order of time."""
        return tuple(Period.of_year(year) for year in sorted(self.settings.reporting_years))
