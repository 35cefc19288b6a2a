"""The issues of the list with how far each reply is, who cleared it, and what was said in the last cycle."""

from collections.abc import Iterable, Iterator, Mapping

from reportgen.agencies.cleared import Standing
from reportgen.agencies.workbooks import write_out_previous
from reportgen.document import tree
from reportgen.document.walk import plain_text
from reportgen.model import Issue, Report
from reportgen.model.paragraphs import paragraphs_of
from reportgen.pipeline import Checked
from reportgen.review.problems import Problems
from reportgen.review.values import IssueFacts, LastReply


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
    titles = _titles(checked.composed.document or checked.composed.tree)
    last = write_out_previous(report)
    for issue in report.outline.issues:
        number = issue.number
        own, stands = problems.of_issues.get(number, ()), standings.get(number)
        cleared = f"{stands.clearance.by}, {stands.clearance.date}" if stands else ""
        yield IssueFacts(
            number,
            titles.get(number) or f"Issue {number}",
            _state(number in checked.awaiting, problems.kinds(own), stands),
            over=over[number],
            agencies=_agencies(issue, report),
            cleared=cleared,
            changes=stands.changes if stands else (),
            problems=own,
            last=tuple(_last(issue, last)),
        )


def list_issues(checked: Checked, report: Report) -> Iterator[IssueFacts]:
    """Yield the issues as a public page lists them: with their headings alone."""
    titles = _titles(checked.document)
    for issue, over in _with_titles(report):
        yield IssueFacts(issue.number, titles.get(issue.number) or f"Issue {issue.number}", "", over=over)


def _state(is_awaiting: bool, kinds: Iterable[str], stands: Standing | None) -> str:  # noqa: FBT001 - the first of the states
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


def _titles(document: tree.Document | None) -> Mapping[int, str]:
    """Return the headings of the replies as they are printed, by the numbers of their issues."""
    blocks = document.blocks if document else ()
    found = ((tree.issue_of(block), block) for block in blocks if isinstance(block, tree.Heading))
    return {number: plain_text(block.children) for number, block in found if number is not None}


def _agencies(issue: Issue, report: Report) -> tuple[str, ...]:
    """Return who answers an issue: the agencies of the list, then others that sent a reply."""
    others = (report.submissions[index].agency for index, _, _ in report.replies(issue))
    return tuple(dict.fromkeys((*issue.agencies, *others)))


def _last(issue: Issue, report: Report) -> Iterator[LastReply]:
    followed = (issue.number,) if issue.follows is None else issue.follows
    for submission in report.previous:
        name = report.agency_names.get(submission.agency, submission.agency)
        for reply in submission.replies:
            if reply.issue in followed:
                yield LastReply(name, tuple(paragraphs_of(reply.text)))
