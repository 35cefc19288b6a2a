"""The word budget: what each issue and each agency may use of the word limit."""

from collections.abc import Mapping

from reportgen.model.outline import Issue
from reportgen.model.report import Report


def issue_budgets(report: Report) -> Mapping[int, int]:
    """Return the words of each issue, by its number.

    An issue has the words that `issues.yaml` gives it; what is left of the limit is shared alike by the others.
    """
    issues = report.outline.issues
    given = sum(issue.words or 0 for issue in issues)
    open_issues = [issue for issue in issues if issue.words is None]
    alike = max(report.settings.limit - given, 0) // len(open_issues) if open_issues else 0
    return {issue.number: issue.words or alike for issue in issues}


def agency_budget(report: Report, code: str) -> int:
    """Return the words of an agency: its share of each issue that it answers, alike for all agencies of the issue."""
    budgets = issue_budgets(report)
    return sum(budgets[issue.number] // len(issue.agencies) for issue in answered_by(report, code))


def answered_by(report: Report, code: str) -> tuple[Issue, ...]:
    """Return the issues that an agency answers, in the order of the list."""
    return tuple(issue for issue in report.outline.issues if code in issue.agencies)


def sender_budget(report: Report, agency: str) -> int:
    """Return the words of each sender of an agency: those of the agency, alike for its departments."""
    return agency_budget(report, agency) // shared_by(report, agency)


def shared_by(report: Report, agency: str) -> int:
    """Return how many senders share the words of an agency."""
    return max(1, sum(sender.agency == agency for sender in report.senders))
