"""Ask agencies what was asked of their texts and figures in comments of a Word file (`comments.yaml`)."""

from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding
from reportgen.diagnostics import Literal, Path
from reportgen.model.comments import Comment

OPEN_COMMENT = "RG885"
"""The code of a comment that nobody has answered."""


def comments_are_answered(context: CheckContext) -> Iterator[Finding]:
    """Yield each comment without an answer, at the text or the indicator of the agency that is asked."""
    for number, comment in enumerate(context.report.comments):
        if comment.answer is None:
            own: Path = ("comments", number)
            about = Literal(f"on {_quoted(comment)} " if comment.passage or comment.paragraph else "")
            where = Literal(", ".join(filter(None, (comment.document, comment.where))))
            values = {
                "author": comment.author,
                "about": about,
                "text": Literal(_one_line(comment.text)),
                "where": where,
            }
            yield Finding(OPEN_COMMENT, _asked_at(context, comment) or own, values, tuple(_notes(comment, own)))


def _notes(comment: Comment, own: Path) -> Iterator[tuple[str, Path]]:
    if comment.replies_to:
        yield f"it replies to “{_one_line(comment.replies_to)}”", own


def _quoted(comment: Comment) -> str:
    """Return the words that a comment stands on, within their paragraph where that says more."""
    passage, paragraph = _one_line(comment.passage or ""), _one_line(comment.paragraph or "")
    if not passage or not paragraph or passage == paragraph:
        return f"“{passage or paragraph}”"
    return f"“{passage}” in “{paragraph}”"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _asked_at(context: CheckContext, comment: Comment) -> Path | None:
    """Return the path of what the agency said there; None where it said nothing, or nobody is asked."""
    report = context.report
    figure = _figure_at(context, comment)
    if figure is not None and report.submissions[int(figure[1])].agency == comment.agency:
        return figure
    own = [
        number
        for number, one in enumerate(report.submissions)
        if one.agency == comment.agency and one.department == comment.department
    ]
    texts = {
        ("submissions", number, "replies", place, "text"): reply.text
        for number in own
        for place, reply in enumerate(report.submissions[number].replies)
        if reply.issue == comment.issue
    }
    if not texts:
        return ("submissions", own[0]) if own else None
    lines = [((*path, number), line) for path, text in texts.items() for number, line in enumerate(text.split("\n"))]
    wanted = set(f"{comment.passage or ''} {comment.paragraph or ''}".split())
    return max(lines, key=lambda one: len(wanted & set(one[1].split())))[0]


def _figure_at(context: CheckContext, comment: Comment) -> Path | None:
    """Return the path of the figure that a comment stands on, or of its indicator."""
    merged, key = context.merged, comment.indicator
    if key is None or key not in merged.homes:
        return None
    parts = [one.name for one in merged.indicators[key].breakdown]
    part = parts.index(comment.part) if comment.part in parts else None
    if comment.period is None or (comment.part is not None and part is None):
        return merged.homes[key]
    return context.path(key, comment.period, part)
