"""Status as a page: the matrix, the agencies, their figures as small charts.

A state is a sign and words; its colour only repeats it. Each chart is told in words as well.
"""

from reportgen.agencies.status.chart import draw_chart
from reportgen.agencies.status.text import (
    SIGNS,
    counts_words,
    due_words,
    given_words,
    lacking_words,
    sent_words,
    words_words,
)
from reportgen.agencies.status.values import Contribution, Status
from reportgen.writers.page import render_page


def status_html(status: Status) -> str:
    """Return the status as an HTML page."""
    facts = {
        "State": status.state,
        "Submissions are due": due_words(status.due, status.date),
        "Replies": counts_words(status),
        "Words of the document": words_words(status.words, status.limit),
    }
    if status.other_errors:
        facts["Errors in the project’s own files"] = f"{status.other_errors}; reportgen check says which"
    return render_page(
        "status",
        f"Status of {status.symbol}, {status.date}",
        facts,
        status=status,
        signs=SIGNS,
        matrix=status.matrix,
        draw=draw_chart,
        part_words=_part_words,
        sent_words=sent_words,
        given_words=given_words,
        words_words=words_words,
        lacking_words=lacking_words,
    )


def _part_words(part: Contribution) -> str:
    """Return what a cell of the matrix says when it is pointed at; the table of agencies says the sums of it."""
    words = [f"{part.agency}, issue {part.issue}: {part.state}", f"words {words_words(part.words, part.budget)}"]
    if part.figures.due:
        words.append(f"figures {given_words(part.figures)}")
    counts = {"errors": part.errors, "questions": part.questions, "other doubts": part.warnings}
    return "; ".join([*words, *(f"{name}: {count}" for name, count in counts.items() if count)])
