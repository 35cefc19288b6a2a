"""Words: the report keeps to its word limit (General Assembly resolution 68/268, para. 16), and issues to theirs."""

from collections.abc import Iterator, Mapping

from reportgen.checks.finding import Finding
from reportgen.model import Report


def words_within_limit(words: int, limit: int) -> Iterator[Finding]:
    """RG307: a document has no more words than its limit."""
    if words > limit:
        values = {"words": f"{words:,}", "limit": f"{limit:,}", "over": f"{words - limit:,}"}
        yield Finding("RG307", ("settings",), values)


def issues_within_share(words: Mapping[int | None, int], report: Report) -> Iterator[Finding]:
    """RG330: a reply has no more words than `issues.yaml` gives its issue; shares that nobody set are no rule.

    Args:
        words: of the reply to each issue, by its number.
        report: the report.
    """
    for part_number, part in enumerate(report.outline.parts):
        for theme_number, theme in enumerate(part.themes):
            for number, issue in enumerate(theme.issues):
                used = words.get(issue.number, 0)
                if issue.words is not None and used > issue.words:
                    path = ("outline", "parts", part_number, "themes", theme_number, "issues", number)
                    values = {"number": issue.number, "words": f"{used:,}", "share": f"{issue.words:,}"}
                    yield Finding("RG330", path, {**values, "over": f"{used - issue.words:,}"})
