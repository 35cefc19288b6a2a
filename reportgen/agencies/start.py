"""A new project: a few answers come in, the commented files of a project go out.

The files are read back before they are given out, so that a new project never begins with an error.
"""

import json
import re
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.model import TREATIES, Settings
from reportgen.model.report import PROJECT_FORMAT
from reportgen.model.state_names import state_name
from reportgen.project.folder import HOLDS
from reportgen.project.validate import validate
from reportgen.project.yaml import read_yaml
from reportgen.regex import regex

_YEARS = regex(r"(\d{4})\s*[-–]\s*(\d{4})")
_PLAIN = regex(r"[^\W\d_][\w ’.()-]*", re.ASCII)
_WORDS = {"true", "false", "null", "yes", "no", "on", "off"}
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


class Started(Struct, frozen=True):
    """A new project."""

    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes] = {}
    """Contents by file name; empty where something stands in the way."""


def parse_years(text: str) -> tuple[int, ...]:
    """Years as they are typed: `2024-2027`, or `2024, 2026`.

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
        raise ValueError(f"{text} is none of 2024-2027 and 2024, 2025, 2026")
    return tuple(sorted({int(word) for word in words}))


def propose_name(state: str) -> str | None:
    """The name of a State by its code, where it is known."""
    return state_name(state)


def start_project(root: Path, answers: Answers) -> Started:
    """The files of a new project.

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
    files = {"report.yaml": report, "issues.yaml": _ISSUES, "agencies.yaml": _AGENCIES}
    return Started((), {name: text.encode() for name, text in files.items()})


def find_wrong_settings(report: bytes, name: str) -> tuple[Diagnostic, ...]:
    """What intake would refuse in a `report.yaml` that is not written yet.

    Args:
        report: its bytes.
        name: where it is to stand, for the messages.
    """
    read = read_yaml(report, name)
    _, refused = validate(Settings, read.data, read.places)
    return (*read.diagnostics, *refused)


def _aligned(text: str) -> str:
    """Text with the notes at the ends of neighbouring lines one below the other."""
    lines = [line.partition("  # ") for line in text.splitlines()]
    widths: list[int] = []
    for group in (list(group) for _, group in groupby(lines, key=lambda line: bool(line[0]))):
        width = max((len(fields.rstrip()) for fields, mark, _ in group if mark and fields.strip()), default=0)
        widths += [width] * len(group)
    return "".join(
        f"{fields.rstrip():<{width}}   # {note}\n" if mark and fields.strip() else f"{fields}{mark}{note}\n"
        for (fields, mark, note), width in zip(lines, widths, strict=True)
    )


def _report(answers: Answers) -> str:
    """The text of `report.yaml`."""
    symbols = TREATIES[answers.treaty].symbols(answers.state, str(answers.cycle))
    before = TREATIES[answers.treaty].symbols(answers.state, str(answers.cycle - 1))
    symbol = answers.symbol or symbols["report"]
    previous = f"previous_report: {scalar(before['report'])}" if answers.cycle > 1 else f"# previous_report: {symbol}"
    submissions = (
        f"submissions_due: {answers.submissions_due}   # the day by which agencies send; it is not printed"
        if answers.submissions_due
        else "# submissions_due: 2000-01-31   # the day by which agencies send; it is not printed"
    )
    text = _REPORT.format(
        format=PROJECT_FORMAT,
        name=scalar(answers.name),
        code=scalar(answers.state),
        treaty=answers.treaty,
        document="periodic" if answers.cycle > 1 else "initial",
        cycle=answers.cycle,
        symbol=scalar(symbol),
        prior=scalar(symbols["prior"]),
        previous=previous,
        due=answers.due or max(answers.years) + 1,
        submissions=submissions,
        years=", ".join(map(str, answers.years)),
    )
    return _aligned(text)


def scalar(text: str) -> str:
    """Text as a YAML value: as it is where that is safe, else in quotation marks."""
    bare = text.replace("/", "")
    safe = _PLAIN.fullmatch(bare) and text.casefold() not in _WORDS and text == text.strip()
    return text if safe else json.dumps(text, ensure_ascii=False)


_REPORT = """\
# report.yaml: what the report is. Look through it, and change what does not fit.
# A line that begins with "#" is a note to you; the program does not read it.

format: {format}                # the format of the project; reportgen upgrade sets it

state:
  name: {name}          # the short name of the State, as it is printed
  code: {code}          # its three-letter code, as in the document's symbol
  # in_text: the …      # its name within a sentence, where that differs: the Russian Federation

treaty: {treaty}             # ccpr, cescr, cedaw, cat, cerd, crc, crpd, cmw or ced
document: {document}       # initial, periodic, replies (to a list of issues) or core
procedure: simplified    # simplified: the replies to the Committee's list of issues are the report
cycle: {cycle}                 # the number of the report

symbol: {symbol}              # the symbol of this report
list_of_issues: {prior}   # the list of issues that it answers
{previous}      # the report before this one

language: en
original_language: English

dates:
  due: {due}              # the year in which the report is due
  {submissions}
  # Take the "# " away when the dates are known; write them as 2000-01-31:
  # submitted: 2000-01-31
  # received: 2000-01-31

reporting_years: [{years}]   # the years for which the Committee asks figures

title_notes:             # notes to the title; each gets one more asterisk
  - The present document is being issued without formal editing.
"""

_ISSUES = """\
# issues.yaml: the Committee's list of issues, in its order. Parts get letters (A, B, …) by themselves.
# Copy the list below into themes: and issues:, then name for each issue the agencies that answer, the lead first.
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
#             asks:                      # what figures the issue asks for
#               indicators: [reports of domestic violence, protection orders]
#               breakdowns: [women, men]
parts:
  - title: General information on the national human rights situation
    themes: []
  - title: Specific information on the implementation of the treaty
    themes: []
"""

_AGENCIES = """\
# agencies.yaml: who contributes. An agency's code is used in issues.yaml and in what the agency sends;
# it has small letters, digits and hyphens only. The name is printed as it stands here. Write them like this:
#
#   - code: justice
#     name: Ministry of Justice
#     focal_point: Human Rights Unit        # whom to ask; it is not printed
#     clears: Deputy Minister of Justice    # who clears what the agency sends; it is not printed
agencies: []
"""
