"""The page for review: the report with its figures as buttons, the outline beside it, and the facts for its script.

What the script needs stands in the page as JSON; the outline and the problems stand there as HTML, so that they can be
read without it.
"""

from markupsafe import Markup
from msgspec import to_builtins

from reportgen.agencies.status.chart import draw_chart
from reportgen.document.tree import Document
from reportgen.review.values import ProblemFacts, Review
from reportgen.writers.first_page import place_cover
from reportgen.writers.html.blocks import write_blocks
from reportgen.writers.html.writing import style_sheet, write_first_page
from reportgen.writers.page import embed, render_page

STATES = {
    "awaiting": "not-received",
    "errors": "errors",
    "clearance void": "incomplete",
    "questions open": "questions-open",
    "cleared": "cleared",
    "no open question": "ready",
}
"""The states of a reply, each with its colour of the status page."""
_EMBEDDED = ("figures", "series", "issues", "problems", "claims", "changes", "against", "is_public")
"""What the script needs."""


def review_html(review: Review) -> str:
    """Return the page."""
    data = {name: to_builtins(getattr(review, name), str_keys=True) for name in _EMBEDDED}
    return render_page(
        "review",
        review.title,
        review.facts,
        style=f".report {{\n{style_sheet('screen')}}}\n",
        review=review,
        states=STATES,
        name_of={one.code: one.name for one in review.agencies},
        is_filtered=any(one.changed for one in review.figures.values()),
        has_void=any(one.changes for one in review.issues),
        has_last=any(one.last for one in review.issues),
        classes=_classes,
        draw=draw_chart,
        language=review.documents[0].language if review.documents else "en",
        written=Markup("".join(map(_write, review.documents))),  # noqa: S704 - the HTML writer escapes all text
        data=embed(data),
    )


def _write(document: Document) -> str:
    """Return a document as HTML: its first page, and its blocks."""
    page = place_cover(document.cover)
    first = write_first_page(page) if page.has_masthead or page.below else ""
    return f"{first}{write_blocks(document.blocks, 1 if page.below else 0)}"


def _classes(problem: ProblemFacts) -> str:
    """Return the classes of a problem; a question and a doubt look alike, and say in words which they are."""
    return {"error": "error", "remark": "remark"}.get(problem.kind, "warning")
