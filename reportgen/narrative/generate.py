"""Generated text: what is said of indicators that no text refers to."""

from collections.abc import Sequence

from reportgen.narrative.amounts import amount
from reportgen.narrative.errors import PhraseError
from reportgen.narrative.filters.comparisons import compared
from reportgen.narrative.paragraphs import Paragraph, TableSpec
from reportgen.narrative.phrase import fill
from reportgen.narrative.remarks import period_word
from reportgen.narrative.view import View


def report(views: Sequence[View]) -> list[Paragraph | TableSpec]:
    """The paragraphs and tables of the indicators of one issue."""
    return [_paragraph(view) for view in views if view.periods]


def _paragraph(view: View) -> Paragraph:
    label = view.indicator.label or view.key.replace("_", " ")
    last = view.periods[-1]
    try:
        told = compared(view.seen_at(last))
    except PhraseError:
        told = amount(view, last)
    pattern = view.language.patterns.sentence
    return (fill(pattern, when=period_word(view, last), label=label, value=told),)
