"""A project's files as types, and the report that they make together."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from reportgen.diagnostics import QuestionSubject
from reportgen.limits import NAME_CHARACTERS
from reportgen.model.base import ONCE, Code, Frozen, Key, Label, Many, Model, Name, Number, Text, nothing
from reportgen.model.clearances import Affirmation, Clearance
from reportgen.model.comments import Comment
from reportgen.model.indicators import Indicators
from reportgen.model.outline import Issue, IssueNumber, Outline, Year
from reportgen.model.periods import Period
from reportgen.model.senders import Sender, sender_code
from reportgen.model.small_numbers import SmallNumbersSetting
from reportgen.model.treaties import TREATIES, WORD_LIMITS, DocumentKind, Treaty, TreatyCode

ReportLanguage = Literal["en", "fr", "es", "ru", "ar", "zh"]
"""The languages of reports; each has a package in `reportgen/languages/`."""

Symbol = Annotated[str, StringConstraints(max_length=80, pattern=r"^[A-Z0-9][A-Za-z0-9./_-]*[A-Za-z0-9]$")]
"""The symbol of a United Nations document: `CCPR/C/KAZ/3`."""


OLDEST_FORMAT, PROJECT_FORMAT = 1, 2
"""The formats of projects: of those that name none, and of those that this version writes. 2: `format` itself."""


_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""Names that Windows keeps for devices: no file is called so, whatever its ending (Microsoft, “Naming Files”)."""


def _no_device(code: str) -> str:
    """Refuse the code of an agency whose files no computer with Windows could keep: `aux.xlsx`."""
    if code in _DEVICES:
        raise PydanticCustomError("name", "{form}", {"form": "a name that Windows does not keep for a device"})
    return code


def _no_other_file(code: str) -> str:
    """Refuse the code by which the file of a department would be called as its agency's file of answers is."""
    if code == "answers":
        form = "another word than “answers”, which other files are called"
        raise PydanticCustomError("name", "{form}", {"form": form})
    return code


class State(Model):
    """The State whose report it is."""

    name: Name
    """Its short name. Example: `Kazakhstan`."""
    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """Its ISO 3166 alpha-3 code. Example: `KAZ`."""
    in_text: Name | None = None
    """Its name within a sentence, where that differs. Example: `the Russian Federation`."""


class Dates(Model):
    """The dates that the first page gives."""

    due: Year
    """The year in which the report is due. Example: `2024`."""
    submissions_due: dt.date | None = None
    """The day by which agencies send what they are asked for; it is not printed. Example: `2024-01-31`."""
    submitted: dt.date | None = None
    """The date of submission to the document services, for the masthead. Example: `2024-03-15`."""
    received: dt.date | None = None
    """The date on which the secretariat received the report. Example: `2024-03-20`."""


class Layout(Model):
    """How the document is laid out, as far as a report may choose."""

    reference: Annotated[str, StringConstraints(max_length=200, pattern=r"^[^/\\:]+(/[^/\\:]+)*\.do[ct]x$")] | None = (
        None
    )
    """A Word file or template of the project whose styles are used instead of ours. Example: `our-styles.dotx`."""
    contents: Literal["themes", "replies", "none"] = "themes"
    """How deep the list of contents goes: to the themes, to each reply, or no list at all. Example: `replies`."""
    abbreviations: bool = True
    """Whether the abbreviations of the text are listed after the contents. Example: `false`."""


class Settings(Model):
    """`report.yaml`: what the report is."""

    format: Annotated[int, Field(ge=OLDEST_FORMAT, le=PROJECT_FORMAT)] = OLDEST_FORMAT
    """The format of the project; `reportgen upgrade` sets it. Left out: that of the first versions. Example: `2`."""
    state: State
    """The State whose report it is. Example: `{"name": "Kazakhstan", "code": "KAZ"}`."""
    treaty: TreatyCode
    """The treaty to whose committee the report goes. Example: `ccpr`."""
    document: DocumentKind = "periodic"
    """Which kind of document it is; the word limit and the title follow it. Example: `periodic`."""
    procedure: Literal["standard", "simplified", "optional"] = "simplified"
    """The reporting procedure that the title names; `optional` was the word until about 2020. Example: `simplified`."""
    coordinator: Label | None = None
    """Whom agencies ask, with telephone or e-mail; it stands in their workbooks and is not printed. Example: `Human
    Rights Division, reports@mfa.example`."""
    cycle: Annotated[int, Field(ge=1, le=99)]
    """The number of the report: 3 for the third periodic report. Example: `3`."""
    combined_from: Annotated[int, Field(ge=1, le=99)] | None = None
    """The first number, where several reports are combined into one. Example: `2`."""
    symbol: Symbol
    """The symbol of the report. Example: `CCPR/C/KAZ/3`."""
    earlier_symbols: Many[Symbol] = ()
    """Symbols that the report had while workbooks went out; `reportgen correct` keeps them, and these workbooks are
    still taken. Example: `["CCPR/C/KAZ/2"]`."""
    list_of_issues: Symbol | None = None
    """The symbol of the list of issues that is answered. Example: `CCPR/C/KAZ/QPR/3`."""
    previous_report: Symbol | None = None
    """The symbol of the report before this one. Example: `CCPR/C/KAZ/2`."""
    title: Label | None = None
    """The title of the document, where the usual formula does not fit. Example: `Third report of Kazakhstan`."""
    title_notes: Many[Label] = ()
    """Notes to the title, marked `*`, `**` and so on. Example: `["The present document is being issued without formal
    editing."]`."""
    session: Label | None = None
    """The session's lines on the first page. Example: `132nd session`."""
    language: ReportLanguage = "en"
    """The language of the document. Example: `en`."""
    versions: Many[ReportLanguage] = ()
    """Other languages in which the same report is built (`reportgen build --language`); each text is then written in
    all of them. Example: `["en"]`."""
    original_language: Name | None = None
    """The language of the submission, where it is not that of the document. Example: `English`."""
    languages: Many[Name] = ()
    """The languages in which the document is issued, where it is not issued in all. Example: `["English"]`."""
    dates: Dates
    """The dates of the report. Example: `{"due": 2024}`."""
    reporting_years: Annotated[Many[Year], Field(min_length=1), ONCE]
    """The years for which the Committee asks figures. Example: `[2021, 2022, 2023]`."""
    word_limit: Annotated[int, Field(ge=1, le=1_000_000)] | None = None
    """The limit in words, where it is not the treaty's. Example: `21200`."""
    numbering: Literal["automatic", "typed"] = "automatic"
    """Paragraph numbers as Word's own list, or typed into the text. Example: `automatic`."""
    names_to_clear: Literal[1, 2] = 1
    """How many different persons have to clear the reply to an issue (`reportgen clear`). Example: `2`."""
    annex: Literal["included", "separate", "none"] = "included"
    """The statistical annex: at the end of the document, as a file of its own, or left out. Example: `separate`."""
    pdf_engine: Literal["weasyprint", "typst"] = "weasyprint"
    """What lays out the PDF; `typst` is ten times as fast, and installed by `pip install 'reportgen[typst]'`. Example:
    `typst`."""
    layout: Layout = Layout.model_construct()  # built without a validator, which would be made at once
    """How the document is laid out. Example: `{"contents": "replies"}`."""
    small_numbers: SmallNumbersSetting | None = None
    """Breakdowns that count fewer persons than this are asked about, and not printed as they are before somebody has
    answered; left out: all numbers are printed. Example: `5`."""
    non_breaking_spaces: bool = True
    """Keep figure and `per cent`, symbol and amount, day and month on one line. Example: `false`."""

    @property
    def treaty_data(self) -> Treaty:
        """Return what is known of the treaty."""
        return TREATIES[self.treaty]

    @property
    def limit(self) -> int:
        """Return the word limit in force."""
        return self.word_limit or WORD_LIMITS[self.document]


DepartmentCode = Annotated[
    str,
    StringConstraints(max_length=NAME_CHARACTERS, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
    AfterValidator(_no_other_file),
]
"""A code such as `prison-service`, beginning with a letter; files are called `justice.prison-service.xlsx`."""


ATOM_CHARACTERS = r"A-Za-z0-9!#$%&'*+/=?^_`{|}~-"
"""What may stand before the `@` of an e-mail address, beside single points within (RFC 5322, 3.2.3)."""
_DOMAIN_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
ADDRESS_PATTERN = rf"[{ATOM_CHARACTERS}]+(?:\.[{ATOM_CHARACTERS}]+)*@{_DOMAIN_LABEL}(?:\.{_DOMAIN_LABEL})+"
EmailAddress = Annotated[str, StringConstraints(max_length=254, pattern=f"^{ADDRESS_PATTERN}$")]
"""An e-mail address without a name: `reports@justice.example` (RFC 5321, 4.5.3.1: at most 254 characters)."""
FormLanguage = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
"""The code of a language in which there are words of workbooks: `ru`."""


class Agency(Model):
    """One agency."""

    code: Annotated[Code, AfterValidator(_no_device)]
    """What files of the agency are called, and what the list of issues calls it. Example: `supreme-court`."""
    name: Label
    """The name as it is printed. Example: `Ministry of Justice`."""
    departments: Frozen[DepartmentCode, Label] = Field(default_factory=nothing)
    """Departments that answer with a workbook each, by their codes: `{courts: Department of Courts}`. Their replies to
    one issue are printed in this order; their names are not printed. Example: `{"courts": "Department of Courts"}`."""
    focal_point: Label | None = None
    """Whom to ask. Example: `Human Rights Unit`."""
    email: EmailAddress | None = None
    """Where `reportgen remind` addresses its e-mails to; it is not printed. Example: `reports@justice.example`."""
    language: FormLanguage | None = None
    """The language of its workbooks, and of what is written to it; left out: that of the report. Example: `ru`."""
    clears: Label | None = None
    """Who clears what the agency sends. Example: `Deputy Minister of Justice`."""


class Agencies(Model):
    """`agencies.yaml`: the agencies that contribute."""

    agencies: Many[Agency]
    """All agencies, in any order. Example: `[{"code": "justice", "name": "Ministry of Justice"}]`."""


ALL = "all"
"""Says that a reply answers all sub-questions."""


def _bare(letter: Any) -> Any:
    """Take `(a)` for `a`."""
    return letter.strip().strip("()") if isinstance(letter, str) else letter


def _listed(letters: Any) -> Any:
    """Take one letter for a list of one."""
    return [letters] if isinstance(letters, str) else letters


Letter = Annotated[
    str, StringConstraints(pattern=rf"^([a-z]{{1,2}}|{ALL})$"), BeforeValidator(_bare, json_schema_input_type=str)
]
"""The letter of a sub-question, or `all`."""
Letters = Annotated[Many[Letter], BeforeValidator(_listed, json_schema_input_type=Many[Letter] | Letter)]


class Reply(Model):
    """Text of an agency for one issue: one or more paragraphs of light Markdown with figure references."""

    issue: IssueNumber
    """The number of the issue that it answers. Example: `4`."""
    text: Text
    """Its paragraphs, with an empty line between two. Example: `In 2023, {{ victims }} received compensation.`."""
    key: Code | None = None
    """A stable key of its first paragraph, for references; `-2`, `-3` … are added for the next ones. Example:
    `legal-aid`."""
    answers: Letters = ()
    """The letters of the sub-questions of its issue that it answers, or `all`. Example: `["a", "c"]`."""


class Answer(Model):
    """An agency's answer to a question about a figure: it stands, and why."""

    code: Annotated[str, StringConstraints(pattern=r"^RG\d{3}$")]
    """The code of the question. Example: `RG320`."""
    indicator: Key
    """The key of the indicator. Example: `dv_cases`."""
    period: Period
    """The period of the figure. Example: `2023`."""
    part: Label | None = None
    """The label of the part that it is about; left out: the whole. Example: `women`."""
    value: Number | None = None
    """The value that was confirmed; the answer holds as long as the value does. Example: `384`."""
    reason: Label
    """Why the figure stands. Example: `The law was widened in 2023.`."""

    @property
    def subject(self) -> QuestionSubject:
        """Return the figure that it is about, as questions name it."""
        return QuestionSubject(self.indicator, self.part, str(self.period), self.value)


class Submission(Model):
    """What one file of an agency holds."""

    agency: Code
    """Whose it is, by its code in agencies.yaml. Example: `justice`."""
    department: DepartmentCode | None = None
    """The department that sent it, by its code in agencies.yaml; left out: the agency as a whole. Example: `courts`."""
    date: dt.date | None = None
    """When the agency sent it. Example: `2024-01-31`."""
    contact: Label | None = None
    """Whom to ask. Example: `Human Rights Unit`."""
    indicators: Indicators = Field(default_factory=nothing)
    """Indicators by their keys. Example: `{"victims": {"values": {"2023": 348}}}`."""
    replies: Many[Reply] = ()
    """Texts for issues, in the order in which they are printed. Example: `[{"issue": 4, "text": "The law was
    amended."}]`."""
    nothing_to_add: Many[IssueNumber] = ()
    """Issues that others lead, and on which the sender says that it has nothing to add. Example: `[7]`."""
    answers: Many[Answer] = ()
    """Questions about figures that the agency has answered. Example: `[{"code": "RG320", "indicator": "victims",
    "period": "2023", "value": 348, "reason": "The law was widened."}]`."""

    @property
    def sender(self) -> str:
        """Return the code of who sent it: `justice`, `justice.courts`."""
        return sender_code(self.agency, self.department)


class Report(Model):
    """Everything that a project holds, valid and read-only."""

    settings: Settings
    outline: Outline
    agencies: Many[Agency]
    submissions: Many[Submission]
    previous: Many[Submission] = ()
    """What the agencies reported in the last cycle: `previous/*.yaml`."""
    clearances: Many[Clearance] = ()
    statements: Many[Affirmation] = ()
    comments: Many[Comment] = ()
    """What was asked in comments of Word files."""

    @cached_property
    def agencies_by_code(self) -> Mapping[str, Agency]:
        """Return the agencies by their codes."""
        return {agency.code: agency for agency in self.agencies}

    @cached_property
    def agency_names(self) -> Mapping[str, str]:
        """Return the agencies' printed names by their codes."""
        return {agency.code: agency.name for agency in self.agencies}

    @cached_property
    def senders(self) -> tuple[Sender, ...]:
        """Who is to send something, in the order of agencies.yaml: each department of an agency that has some.

        Such an agency is one of them as a whole where something of it is there that names no department.
        """
        whole = {submission.agency for submission in self.submissions if submission.department is None}
        found: list[Sender] = []
        for agency in self.agencies:
            if not agency.departments or agency.code in whole:
                found.append(Sender(agency.code, None, agency.name))
            found += [Sender(agency.code, code, f"{agency.name}, {name}") for code, name in agency.departments.items()]
        return tuple(found)

    def replies(self, issue: Issue) -> list[tuple[int, int, Reply]]:
        """Return the replies to an issue, with the indexes of their submission and of the reply in it.

        They stand in the order of `sender_rank`.
        """
        return sorted(self._replies.get(issue.number, ()), key=lambda item: self.sender_rank(issue, item[0]))

    def sender_rank(self, issue: Issue | None, submission: int) -> tuple[int, int]:
        """Return what sorts submissions as the reader of an issue meets their senders, whatever their files are called.

        The agencies of the issue come first, its lead before them, then those that it does not name, as agencies.yaml
        has them; within an agency what it says as a whole, then its departments in their order.

        Args:
            issue: the issue; None: figures that belong to none.
            submission: the index of a submission.
        """
        one = self.submissions[submission]
        codes = dict.fromkeys((*(issue.agencies if issue else ()), *self.agencies_by_code))
        order = {code: place for place, code in enumerate(codes)}
        return order.get(one.agency, len(order)), self._departments.get((one.agency, one.department), -1)

    def replies_by_path(self) -> Iterator[tuple[tuple[str | int, ...], Reply]]:
        """Yield all replies with their paths, in the order of the files."""
        for number, submission in enumerate(self.submissions):
            for place, reply in enumerate(submission.replies):
                yield ("submissions", number, "replies", place), reply

    def unanswered(self, issue: Issue) -> tuple[int, ...]:
        """Return the places of the sub-questions of an issue that no reply says it answers, from 0."""
        answered = {letter for _, _, one in self._replies.get(issue.number, ()) if one.text for letter in one.answers}
        return tuple(place for place, letter in enumerate(issue.letters) if answered.isdisjoint({letter, ALL}))

    @cached_property
    def _departments(self) -> Mapping[tuple[str, str | None], int]:
        """Return the place of each department among those of its agency."""
        return {(agency.code, code): place for agency in self.agencies for place, code in enumerate(agency.departments)}

    @cached_property
    def _replies(self) -> Mapping[int, list[tuple[int, int, Reply]]]:
        """Return all replies by the number of their issue, in the order of the files."""
        found: dict[int, list[tuple[int, int, Reply]]] = {}
        for number, submission in enumerate(self.submissions):
            for position, reply in enumerate(submission.replies):
                found.setdefault(reply.issue, []).append((number, position, reply))
        return found

    def periods_asked(self, issue: int | None = None) -> tuple[Period, ...]:
        """Return the years of which an issue asks figures, in the order of time; of no issue, the reporting years."""
        asked = self.outline.issue(issue)
        return tuple(map(Period.of_year, sorted((asked and asked.asks.years) or self.settings.reporting_years)))
