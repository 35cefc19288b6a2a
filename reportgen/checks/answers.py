"""Answers: there is a list of issues, and every issue of it has a reply."""

from collections.abc import Iterator

from reportgen.checks.finding import Checked, Finding
from reportgen.diagnostics import Literal


def issues_are_listed(checked: Checked) -> Iterator[Finding]:
    """RG311: the outline holds an issue to answer."""
    if not checked.report.outline.issues:
        yield Finding("RG311", ("outline", "parts"), {})


def issues_are_answered(checked: Checked) -> Iterator[Finding]:
    """RG306: an issue has text or figures from some agency."""
    report = checked.report
    answered = {reply.issue for submission in report.submissions for reply in submission.replies if reply.text.strip()}
    answered |= {
        indicator.issue
        for indicator in checked.merged.indicators.values()
        if indicator.issue is not None and indicator.report != "none"
    }
    for part_number, part in enumerate(report.outline.parts):
        for theme_number, theme in enumerate(part.themes):
            for issue_number, issue in enumerate(theme.issues):
                if issue.number not in answered:
                    path = ("outline", "parts", part_number, "themes", theme_number, "issues", issue_number)
                    names = [report.agency_names.get(code, code) for code in issue.agencies]
                    agencies = Literal(" and ".join(names[:1]) if names else "an agency")
                    yield Finding("RG306", path, {"number": issue.number, "agency": agencies})
