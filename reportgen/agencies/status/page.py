"""Status as a page: the matrix, the agencies, their figures as small charts.

A state is a sign and words; its colour only repeats it. Each chart is told in words as well.
"""

from functools import partial

from reportgen.agencies.status.chart import draw_chart
from reportgen.agencies.status.text import SIGNS
from reportgen.agencies.status.values import Contribution, Status
from reportgen.agencies.status.words import StatusWords
from reportgen.writers.page import render_page


def status_html(status: Status, words: StatusWords) -> str:
    """Return the status as an HTML page."""
    return render_page(
        "status",
        words.texts.title.format(symbol=status.symbol, date=status.date),
        words.facts(status),
        page_language=words.language,
        status=status,
        words=words,
        texts=words.texts,
        signs=SIGNS,
        matrix=status.matrix,
        draw=partial(draw_chart, words=words),
        part_words=partial(_part_words, words),
    )


def _part_words(words: StatusWords, part: Contribution) -> str:
    """Return what a cell of the matrix says when it is pointed at; the table of agencies says the sums of it."""
    texts = words.texts
    named = [f"{words.part(part)}: {words.state(part.state)}"]
    counts = {texts.errors: part.errors, texts.questions: part.questions, texts.doubts: part.warnings}
    facts = {
        texts.words_given: words.words(part.words, part.budget),
        texts.figures_given: words.given(part.figures) if part.figures.due else "",
        **{name: words.number(count) if count else "" for name, count in counts.items()},
    }
    return "; ".join([*named, *(f"{name}: {fact}" for name, fact in facts.items() if fact)])
