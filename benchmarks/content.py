"""The project that is measured: a factor comes in, a folder that reportgen can build goes out, always the same bytes.

Factor 1 is a periodic report of usual size: 26 issues, 489 paragraphs, about 28,000 words, 60 indicators, and 25
agencies, 20 of which sent a workbook and five a YAML file. Factor 4 has four times of each: the work grows in every
dimension, and no single file or issue grows. The State and all that is said of it are made up.

    python benchmarks/content.py FOLDER [FACTOR]
"""

import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sentences import items, paragraph

from reportgen.model import Submission

sys.path.append(str(Path(__file__).resolve().parent.parent / "tests"))
from submission_workbook import write_submission  # kept with the tests: the program writes forms, not submissions

ISSUES, PARAGRAPHS, INDICATORS, WORKBOOKS, YAML_FILES = 26, 489, 60, 20, 5
AGENCIES = WORKBOOKS + YAML_FILES
YEARS = (2020, 2021, 2022, 2023)
ANSWERING = 3
"""Agencies that answer one issue."""
_ISSUES_OF_PART, _ISSUES_OF_THEME = 13, 2
_UNMENTIONED = 5
"""Every fifth indicator is mentioned by no text; reportgen writes a sentence about it."""
_PARTED_EVERY = 3
"""Every third of the others has a breakdown."""
_MENTIONS = (
    "In 2023, there were {{{{ {key} | compared(unit=True) }}}}.",
    "The number of applications received was {{{{ {key} | by_year }}}}.",
    "From 2020 to 2023, the number {{{{ {key} | from_to }}}}.",
    "In all, {{{{ {key} | total_including(unit=True) }}}} were counted; {{{{ {key} }}}} of them are the most recent.",
)
_PARTED = "The {{{{ {key} | value(unit=True) }}}} of 2023 were {{{{ {key} | breakdown }}}}."

Plain = dict[str, Any]
"""A submission before it is made a value of the model."""


@dataclass
class Content:
    """What a project of one size holds; every choice is drawn from one source of chance, in a fixed order."""

    factor: int
    chance: Random = field(init=False)
    submissions: list[Plain] = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Random(f"reportgen {self.factor}")
        self.submissions = [self._empty(number) for number in range(AGENCIES * self.factor)]
        for number in range(INDICATORS * self.factor):
            self._add_indicator(number)
        generated = len(self._issues_with_generated())
        written = PARAGRAPHS * self.factor - generated
        for number in range(written):
            self._add_reply(number, written)

    @property
    def issues(self) -> int:
        """How many issues there are."""
        return ISSUES * self.factor

    def answering(self, issue: int) -> list[int]:
        """Return the agencies that answer an issue, by their position, the lead first."""
        return [(ANSWERING * issue + place) % len(self.submissions) for place in range(ANSWERING)]

    def _empty(self, number: int) -> Plain:
        return {"agency": f"agency-{number + 1}", "indicators": {}, "replies": []}

    # ---- indicators -------------------------------------------------------------------------------------------

    def _add_indicator(self, number: int) -> None:
        issue = number % self.issues + 1
        agency = self.submissions[self.answering(issue)[number // self.issues]]
        values = self._values()
        indicator: Plain = {
            "label": f"applications to register {number + 1}",
            "unit": {"one": "application", "other": "applications"},
            "issue": issue,
            "values": values,
            "source": f"Register {number + 1}",
        }
        if number % _PARTED_EVERY == 0 and number % _UNMENTIONED:
            indicator["breakdown"] = self._parts(values)
        agency["indicators"][_key(number)] = indicator

    def _values(self) -> dict[str, int]:
        value = 40 + int(self.chance.random() * 5_000)
        values = {}
        for year in YEARS:
            values[str(year)] = value
            value += 1 + int(value * (self.chance.random() - 0.4) / 4)
        return values

    def _parts(self, values: dict[str, int]) -> list[Plain]:
        """Return two parts that add up."""
        first = {year: int(value * (0.2 + 0.6 * self.chance.random())) for year, value in values.items()}
        second = {year: values[year] - first[year] for year in values}
        return [{"label": "by women", "values": first}, {"label": "by men", "values": second}]

    def _issues_with_generated(self) -> set[int]:
        """Return the issues under which reportgen writes a paragraph of its own."""
        return {number % self.issues for number in range(INDICATORS * self.factor) if number % _UNMENTIONED == 0}

    # ---- replies ----------------------------------------------------------------------------------------------

    def _add_reply(self, number: int, written: int) -> None:
        """Add one paragraph, spread evenly over the issues and their agencies."""
        issue = number * self.issues // written + 1
        first = -(-(issue - 1) * written // self.issues)  # the first paragraph of the issue, rounded up
        count = -(-issue * written // self.issues) - first
        answering = self.answering(issue)
        agency = self.submissions[answering[(number - first) * len(answering) // count]]
        text = " ".join([paragraph(self.chance), *self._mentions(issue, number - first)])
        if number % 9 == 4:  # an emphasis in every ninth paragraph
            text = text.replace("rights", "*rights*", 1)
        if number % 15 == 7:  # a reference in every fifteenth
            text += f" See also {{{{ paragraph('{_reply_key(number - 7)}') }}}}."
        if number % 12 == 11:  # a list after every twelfth
            text += " The following is offered:\n\n" + items(self.chance, 3)
        agency["replies"].append({"issue": issue, "key": _reply_key(number), "text": text})

    def _mentions(self, issue: int, position: int) -> list[str]:
        """Return what a paragraph says of the indicators of its issue: each is mentioned in two paragraphs."""
        found = []
        for number in range(issue - 1, INDICATORS * self.factor, self.issues):
            if number % _UNMENTIONED == 0:
                continue
            way = position - 1 - 3 * (number // self.issues)
            if way == 0:
                found.append(_MENTIONS[number % len(_MENTIONS)].format(key=_key(number)))
            if way == 1:
                other = _PARTED if number % _PARTED_EVERY == 0 else _MENTIONS[(number + 1) % len(_MENTIONS)]
                found.append(other.format(key=_key(number)))
        return found


def write_project(folder: Path, factor: int) -> None:
    """Write the project of one size; what stood in the folder is removed.

    Args:
        folder: where to write.
        factor: how many times the usual size.
    """
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "submissions").mkdir(parents=True)
    content = Content(factor)
    for name, text in (("report", _report()), ("issues", _outline(content)), ("agencies", _agencies(content))):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    for number, submission in enumerate(content.submissions):
        path = folder / "submissions" / submission["agency"]
        if number % AGENCIES < WORKBOOKS:
            path.with_suffix(".xlsx").write_bytes(write_submission(Submission.model_validate(submission)))
        else:
            path.with_suffix(".yaml").write_text(_submission_yaml(submission), encoding="utf-8")


def _key(number: int) -> str:
    return f"applications_{number + 1}"


def _reply_key(number: int) -> str:
    return f"text-{number + 1}"


# ---- YAML, as a person writes it ------------------------------------------------------------------------------


def _report() -> str:
    return (
        "state: {name: Arcania, code: ARC}\n"
        "treaty: ccpr\n"
        "cycle: 2\n"
        "symbol: CCPR/C/ARC/2\n"
        "list_of_issues: CCPR/C/ARC/QPR/2\n"
        "dates: {due: 2024}\n"
        f"reporting_years: [{', '.join(map(str, YEARS))}]\n"
        "word_limit: 1000000\n"  # the larger sizes exceed the limit of the treaty bodies
        "annex: none\n"  # what the other tools do not make is left out on our side too
        "layout: {contents: none, abbreviations: false}\n"
    )


def _outline(content: Content) -> str:
    lines = ["parts:"]
    for issue in range(1, content.issues + 1):
        position = (issue - 1) % _ISSUES_OF_PART
        if position == 0:
            lines += [f"  - title: Part {issue // _ISSUES_OF_PART + 1} of the measures taken", "    themes:"]
        if position % _ISSUES_OF_THEME == 0:
            lines += [f"      - title: Theme of the issues from {issue}", "        issues:"]
        agencies = ", ".join(content.submissions[number]["agency"] for number in content.answering(issue))
        lines += [
            f"          - number: {issue}",
            f"            text: Which measures were taken in field {issue}, and with which results?",
            f'            articles: ["{issue % 27 + 1}"]',
            f"            agencies: [{agencies}]",
        ]
    return "\n".join(lines) + "\n"


def _agencies(content: Content) -> str:
    rows = (
        f"  - {{code: {submission['agency']}, name: Agency for Field {number}}}"
        for number, submission in enumerate(content.submissions, 1)
    )
    return "\n".join(("agencies:", *rows)) + "\n"


def _submission_yaml(submission: Plain) -> str:
    lines = [f"agency: {submission['agency']}", "indicators:" if submission["indicators"] else "indicators: {}"]
    for key, indicator in submission["indicators"].items():
        lines.append(f"  {key}:")
        lines += [f"    {name}: {_flow(value)}" for name, value in indicator.items()]
    lines.append("replies:")
    for reply in submission["replies"]:
        lines += [f"  - issue: {reply['issue']}", f"    key: {reply['key']}", "    text: |"]
        lines += [f"      {line}".rstrip() for line in reply["text"].splitlines()]
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    """Return a value on one line; nothing in this content needs quotation marks."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(_flow, value)) + "]"
        case _:
            return str(value)


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
