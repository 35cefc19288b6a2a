"""Reports over which templates are tried: a sample of everything, and a project's own report in other circumstances.

A report always has one title, one procedure, one kind of annex:
the others are tried here, so that no template fails in the next cycle on what this one did not have.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from reportgen.model import Reply, Report, Submission

_TEXT = """\
A paragraph with *emphasis* and a note[^1].

Another one, before a list:

- One item
  - An item below it
- Another item

1. A lettered item
2. Another one

> A quotation.

A third paragraph, and a fourth.

The last one.

[^1]: The words of the note.
"""
"""A text with every kind of block, and without a reference."""
_SERIES = {2021: 12, 2022: 15, 2023: 11}
_INDICATORS: dict[str, Any] = {
    "sample_cases": {"label": "cases", "issue": 2, "values": _SERIES, "source": "Register of cases"},
    "sample_courts": {
        "label": "courts",
        "issue": 2,
        "measure": "stock",
        "report": "table",
        "values": {2021: 3, 2022: 0, 2023: {"value": 5, "status": "provisional", "note": "first half"}},
        "breakdown": [{"label": "in towns", "values": {2021: 1, 2022: 0, 2023: 3}}],
        "exhaustive": False,
    },
}
_QUESTION: dict[str, Any] = {"number": 2, "text": "A question?", "articles": ["3"], "agencies": ["interior", "justice"]}
_GENERAL: dict[str, Any] = {"issues": [{"number": 1, "agencies": ["justice"]}]}
_SPECIFIC: dict[str, Any] = {"title": "A theme", "issues": [_QUESTION, {"number": 3, "agencies": ["justice"]}]}
_SAMPLE: dict[str, Any] = {
    "settings": {
        "state": {"name": "Arcania", "code": "ARC"},
        "treaty": "ccpr",
        "cycle": 3,
        "symbol": "CCPR/C/ARC/3",
        "list_of_issues": "CCPR/C/ARC/QPR/3",
        "dates": {"due": 2024},
        "reporting_years": [2021, 2022, 2023],
    },
    "outline": {"parts": [{"title": "General", "themes": [_GENERAL]}, {"title": "Specific", "themes": [_SPECIFIC]}]},
    "agencies": [
        {"code": "justice", "name": "Ministry of Justice"},
        {"code": "interior", "name": "Ministry of the Interior"},
    ],
    "submissions": [
        {"agency": "justice", "replies": [{"issue": 1, "text": _TEXT}]},
        {"agency": "interior", "indicators": _INDICATORS},
    ],
}
_DAY = dt.date(2024, 3, 15)
_CIRCUMSTANCES: tuple[dict[str, Any], ...] = (
    {"document": "periodic", "procedure": "simplified", "annex": "included"},
    {"document": "periodic", "procedure": "standard", "combined_from": 1, "annex": "separate"},
    {"document": "initial", "procedure": "optional", "languages": ("English", "French"), "annex": "none"},
    {"document": "replies", "session": "140th session", "title_notes": ("A note.", "Another note.")},
    {"document": "core", "list_of_issues": None, "title_notes": ()},
    {"title": "A title of its own", "previous_report": "CCPR/C/ARC/2"},
)
"""What the first page and the annex depend on."""


def sample_report() -> Report:
    """Return a small report with everything that a template can meet."""
    return Report.model_validate(_SAMPLE)


def in_circumstances(report: Report) -> Iterator[Report]:
    """Yield A report with other settings and texts: every kind of block everywhere, and nothing anywhere."""
    for number, changes in enumerate(_CIRCUMSTANCES):
        is_empty = number % 2 == 1
        day, heading, text = (None, None, "") if is_empty else (_DAY, "Replies to the list of issues", _TEXT)
        dates = report.settings.dates.model_copy(update={"submitted": day, "received": day})
        yield Report(
            settings=report.settings.model_copy(update={"dates": dates, **changes}),
            outline=report.outline.model_copy(update={"title": heading}),
            agencies=report.agencies,
            submissions=tuple(_with_text(submission, report, text) for submission in report.submissions),
        )


def _with_text(submission: Submission, report: Report, text: str) -> Submission:
    """Return a submission with this text for each issue that its agency answers, instead of its own."""
    issues = [issue.number for issue in report.outline.issues if submission.agency in issue.agencies]
    replies = tuple(Reply(issue=number, text=text) for number in issues if text)
    return submission.model_copy(update={"replies": replies})
