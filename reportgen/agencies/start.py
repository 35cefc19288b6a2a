"""Begin a project: turn a few answers into its commented files.

The files are read back before they are given out, so that a new project never begins with an error.
"""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.model import TREATIES, Outline, ReportPart, Settings
from reportgen.model.report import PROJECT_FORMAT
from reportgen.model.treaties import DocumentKind
from reportgen.project.folder import HOLDS
from reportgen.project.validate import validate
from reportgen.project.writing import Offer, agencies_yaml, issues_yaml, report_yaml, with_schemas
from reportgen.project.yaml import read_yaml
from reportgen.regex import regex

_YEARS = regex(r"(\d{4})\s*[-–]\s*(\d{4})")
_MOST_YEARS = 30


class Answers(Struct, frozen=True):
    """What must be known to begin."""

    treaty: str
    state: str
    """The ISO 3166 alpha-3 code."""
    name: str
    cycle: int
    years: tuple[int, ...]
    symbol: str | None = None
    """None: the usual one of the treaty."""
    due: int | None = None
    """The year in which the report is due; None: the one after the last reporting year."""
    submissions_due: str | None = None
    """The day by which agencies send: `2028-01-31`."""
    coordinator: str | None = None
    """Whom agencies ask."""
    document: DocumentKind | None = None
    """None: a report that answers the list of issues, the first one or a later one."""
    combined_from: int | None = None
    """The first number, where several reports are combined."""
    list_of_issues: str | None = None
    """The symbol of the list; None: the usual one of the treaty."""


class Started(Struct, frozen=True):
    """A new project."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = {}
    """Contents by file name; empty where something stands in the way."""


def parse_years(text: str) -> tuple[int, ...]:
    """Return years as they are typed: `2024-2027`, or `2024, 2026`.

    Raises:
        ValueError: with words for the user, where it is neither.
    """
    span = _YEARS.fullmatch(text.strip())
    if span:
        years = range(int(span[1]), int(span[2]) + 1)
        if not 0 < len(years) <= _MOST_YEARS:
            raise ValueError(f"{text} is no span of years, the first one first, such as 2024-2027")
        return tuple(years)
    words = [word.strip() for word in text.split(",")]
    if not all(re.fullmatch(r"\d{4}", word, re.ASCII) for word in words):
        raise ValueError(f"{text} cannot be read as years; write 2024-2027, or 2024, 2025, 2026")
    return tuple(sorted({int(word) for word in words}))


def start_project(root: Path, answers: Answers) -> Started:
    """Return the files of a new project.

    Args:
        root: its folder; it may exist, but holds no project yet.
        answers: what the report is.
    """
    there = next((name for name in HOLDS if (root / name).exists() or (root / name).is_symlink()), None)
    if there:
        return Started((diagnose("RG711", Place(root.as_posix()), name=there),))
    report = _report(answers)
    wrong = find_wrong_settings(report.encode(), (root / "report.yaml").as_posix())
    if wrong:
        return Started(wrong)
    outline = Outline(parts=tuple(ReportPart(title=title, themes=()) for title in _PARTS))
    issues, agencies = issues_yaml(outline, _ISSUES), agencies_yaml((), _AGENCIES)
    files = {"report.yaml": report, "issues.yaml": issues, "agencies.yaml": agencies}
    return Started((), with_schemas({name: text.encode() for name, text in files.items()}))


def find_wrong_settings(report: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Return what intake would refuse in a `report.yaml` that is not written yet.

    Args:
        report: its bytes.
        name: where it is to stand, for the messages.
    """
    read = read_yaml(report, name)
    _, refused = validate(Settings, read.data, read.places)
    return (*read.diagnostics, *refused)


def _report(answers: Answers) -> str:
    """Return the text of `report.yaml`."""
    first = answers.combined_from or answers.cycle
    document = answers.document or ("periodic" if first > 1 else "initial")
    is_reply = document == "replies"
    day = dt.date.fromisoformat(answers.submissions_due) if answers.submissions_due else None
    groups: tuple[Mapping[str, object], ...] = (
        {"format": PROJECT_FORMAT},
        {"state": {"name": answers.name, "code": answers.state, "in_text": Offer("the …")}},
        {
            "treaty": answers.treaty,
            "document": document,
            "procedure": "standard" if is_reply else "simplified",
            "cycle": answers.cycle,
            "combined_from": answers.combined_from,
        },
        _symbols(answers, first, is_reply=is_reply),
        {"language": "en", "original_language": "English"},
        {
            "dates": {
                "due": answers.due or max(answers.years) + 1,
                "submissions_due": day or Offer("2000-01-31"),
                '# Take the "# " away when the dates are known; write them as 2000-01-31:': None,
                "submitted": Offer("2000-01-31"),
                "received": Offer("2000-01-31"),
            }
        },
        {"coordinator": answers.coordinator or Offer("Human Rights Division, reports@ministry.example")},
        {"reporting_years": answers.years},
        {"title_notes": ["The present document is being issued without formal editing."]},
    )
    return f"{_REPORT}\n{report_yaml(groups, _NOTES)}"


def _symbols(answers: Answers, first: int, *, is_reply: bool) -> Mapping[str, object]:
    """Return the symbols of the report, of the list that it answers and of the report before it."""
    number = str(answers.cycle) if first == answers.cycle else f"{first}-{answers.cycle}"
    symbols = TREATIES[answers.treaty].symbols(answers.state, number)
    before = TREATIES[answers.treaty].symbols(answers.state, str(first - 1))
    symbol = answers.symbol or symbols["replies" if is_reply else "report"]
    return {
        "symbol": symbol,
        "list_of_issues": answers.list_of_issues or symbols["issues" if is_reply else "prior"],
        "previous_report": symbols["report"] if is_reply else before["report"] if first > 1 else Offer(symbol),
    }


_REPORT = """\
# report.yaml: what the report is. Look through it, and change what does not fit.
# A line that begins with "#" is a note to you; the program does not read it.
"""
_NOTES = {
    "format": "the format of the project; reportgen upgrade sets it",
    "name": "the short name of the State, as it is printed",
    "code": "its three-letter code, as in the document's symbol",
    "in_text": "its name within a sentence, where that differs: the Russian Federation",
    "treaty": "ccpr, cescr, cedaw, cat, cerd, crc, crpd, cmw or ced",
    "document": "initial, periodic, replies (to a list of issues) or core",
    "procedure": "simplified: the replies to the Committee's list of issues are the report; or standard",
    "cycle": "the number of the report",
    "combined_from": "the first number, for reports are combined",
    "coordinator": "whom agencies ask; it stands in their workbooks and is not printed",
    "symbol": "the symbol of this report",
    "list_of_issues": "the list of issues that it answers",
    "previous_report": "the report before this one",
    "due": "the year in which the report is due",
    "submissions_due": "the day by which agencies send; it is not printed",
    "reporting_years": "the years for which the Committee asks figures",
    "title_notes": "notes to the title; each gets one more asterisk",
}
"""What a new `report.yaml` says of its fields."""

_ISSUES = """\
# issues.yaml: the Committee's list of issues, in its order. Parts get letters (A, B, …) by themselves.
# Copy the list below into the place of themes: [], and name for each issue the agencies that answer, the lead first.
# reportgen workbooks writes the agencies' workbooks from this file.
#
#     themes:
#       - title: Violence against women and domestic violence    # left out where issues have no heading
#         issues:
#           - number: 2                  # the number that the issue has in the list
#             text: Please give data on domestic violence and describe the help for victims.
#             questions: [Number of reports, Number of protection orders]    # its sub-questions, without letters
#             articles: ["3", "7", "26"] # the articles that it concerns, in quotation marks
#             agencies: [interior, justice]
#             asks:                      # what figures the issue asks for, of its lead where no other agency is named
#               indicators:
#                 - reports of domestic violence
#                 - {label: convictions for domestic violence, agency: justice, breakdowns: [sex]}
#               breakdowns: [sex, region]
#
# What figures are divided by is written once, before parts:, and named under asks:. Workbooks have a row for each part.
#
#     breakdowns:
#       sex: [women, men]
#       region: [Centre, North, South]
"""
_PARTS = (
    "General information on the national human rights situation",
    "Specific information on the implementation of the treaty",
)

_AGENCIES = """\
# agencies.yaml: who contributes. An agency's code is used in issues.yaml and in what the agency sends;
# it has small letters, digits and hyphens only. The name is printed as it stands here. Take the "[]" behind agencies:
# away, and write them below it like this:
#
#   - code: justice
#     name: Ministry of Justice
#     focal_point: Human Rights Unit        # whom to ask; it is not printed
#     clears: Deputy Minister of Justice    # who clears what the agency sends; it is not printed
"""
