"""The page for review: the report with its figures as buttons, the outline beside it, and the facts for its script.

What the script needs stands in the page as JSON; the outline and the problems stand there as HTML, so that they can be
read without it.
"""

from functools import partial

from markupsafe import Markup
from msgspec import Struct, to_builtins

from reportgen.agencies.status.chart import draw_chart
from reportgen.agencies.status.words import english_words
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


class Stamp(Struct, frozen=True):
    """A picture beside a page; an open page loads itself again, without a server, when its size changes."""

    file: str
    """The name of the picture, which stands beside the page."""
    number: int
    """Of the page: 1 for the first one that the process writes."""
    process: int
    """The number of the process, so that pages of different processes have different sizes."""

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height, each from 1 to 4,096."""
        return self.number % _SIDE + 1, self.process % _SIDE + 1

    @property
    def picture(self) -> bytes:
        """The picture, which shows nothing."""
        return '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"/>'.format(*self.size).encode()


_SIDE = 4096


def review_html(review: Review, stamp: Stamp | None = None) -> str:
    """Return the page.

    Args:
        review: what it shows.
        stamp: of a page that loads itself again when the picture beside it has another size; None: it stays as it is.
    """
    data = {name: to_builtins(getattr(review, name), str_keys=True) for name in _EMBEDDED}
    return render_page(
        "review",
        review.title,
        review.facts,
        style=f".report {{\n{style_sheet('screen')}}}\n",
        review=review,
        states=STATES,
        name_of={agency.code: agency.name for agency in review.agencies},
        is_filtered=any(figure.changed for figure in review.figures.values()),
        has_void=any(issue.changes for issue in review.issues),
        has_last=any(issue.last for issue in review.issues),
        classes=_classes,
        draw=partial(draw_chart, words=english_words()),
        language=review.documents[0].language if review.documents else "en",
        written=Markup("".join(map(_write, review.documents))),  # the HTML writer escapes all text
        data=embed(data),
        stamp=stamp,
        has_neighbours=stamp is not None,
    )


def _write(document: Document) -> str:
    """Return a document as HTML: its first page, and its blocks."""
    page = place_cover(document.cover)
    first = write_first_page(page, document.language) if page.has_masthead or page.below else ""
    return f"{first}{write_blocks(document.blocks, 1 if page.below else 0)}"


def _classes(problem: ProblemFacts) -> str:
    """Return the classes of a problem; a question and a doubt look alike, and say in words which they are."""
    return {"error": "error", "remark": "remark"}.get(problem.kind, "warning")
