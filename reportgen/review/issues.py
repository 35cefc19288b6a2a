"""The issues of the list with how far each reply is, who cleared it, and what was said in the last cycle."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from reportgen.agencies.cleared import Standing
from reportgen.agencies.workbooks import write_out_previous
from reportgen.model import Issue, Report
from reportgen.model.paragraphs import paragraphs_of
from reportgen.pipeline import Checked
from reportgen.review.problems import Problems
from reportgen.review.values import IssueFacts, LastReply

_CHARACTERS = 90
"""Characters of a question that the outline shows."""


def find_issues(
    checked: Checked, report: Report, problems: Problems, standings: Mapping[int, Standing]
) -> Iterator[IssueFacts]:
    """Yield the issues in the order of the list.

    Args:
        checked: the project.
        report: its report.
        problems: of the project.
        standings: the last clearance of each issue.
    """
    over = {one.number: titles for one, titles in _with_titles(report)}
    last = write_out_previous(report)
    for issue in report.outline.issues:
        number = issue.number
        own, stands = problems.of_issues.get(number, ()), standings.get(number)
        cleared = f"{stands.by}, {stands.clearance.date}" if stands else ""
        yield IssueFacts(
            number,
            _title(issue),
            _state(problems.kinds(own), stands, is_awaiting=number in checked.awaiting),
            over=over[number],
            agencies=_agencies(issue, report),
            cleared=cleared,
            changes=stands.changes if stands else (),
            problems=own,
            last=tuple(_last(issue, last)),
        )


def list_issues(report: Report) -> Iterator[IssueFacts]:
    """Yield the issues as a public page lists them: with their questions alone."""
    for issue, over in _with_titles(report):
        yield IssueFacts(issue.number, _title(issue), "", over=over)


def _title(issue: Issue) -> str:
    """Return the number of an issue, and the beginning of its question where that is known."""
    question = shorten(issue.text, _CHARACTERS, placeholder=" …")
    return f"{issue.number}. {question}" if question else f"Issue {issue.number}"


def _state(kinds: Iterable[str], stands: Standing | None, *, is_awaiting: bool) -> str:
    """Return how far a reply is: what is worst comes first."""
    if is_awaiting:
        return "awaiting"
    if "error" in kinds:
        return "errors"
    if stands is not None and not stands.holds:
        return "clearance void"
    if "question" in kinds:
        return "questions open"
    return "cleared" if stands is not None else "no open question"


def _with_titles(report: Report) -> Iterator[tuple[Issue, tuple[str, ...]]]:
    """Yield each issue with the headings that begin before it: of a part, of a theme."""
    for part in report.outline.parts:
        before = [part.title]
        for theme in part.themes:
            before += [theme.title] if theme.title else []
            for issue in theme.issues:
                yield issue, tuple(before)
                before = []


def _agencies(issue: Issue, report: Report) -> tuple[str, ...]:
    """Return who answers an issue: the agencies of the list, then others that sent a reply."""
    others = (report.submissions[index].agency for index, _, _ in report.replies(issue))
    return tuple(dict.fromkeys((*issue.agencies, *others)))


def _last(issue: Issue, report: Report) -> Iterator[LastReply]:
    for submission in report.previous:
        name = report.agency_names.get(submission.agency, submission.agency)
        for reply in submission.replies:
            if reply.issue in issue.followed:
                yield LastReply(name, tuple(paragraphs_of(reply.text)))
