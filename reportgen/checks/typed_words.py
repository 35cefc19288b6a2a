"""What authors typed around figures from data, held against the data: each judge reads one kind of words."""

from collections.abc import Callable, Iterator

from reportgen.checks.beside import Doubt, Sentence, SentenceReader
from reportgen.checks.finding import CheckContext, Finding
from reportgen.checks.typed_amounts import doubt_amounts
from reportgen.checks.typed_changes import doubt_changes
from reportgen.checks.typed_nouns import doubt_nouns
from reportgen.checks.typed_numbers import TypedNumbers
from reportgen.checks.typed_shares import doubt_shares
from reportgen.claims.passages import Span
from reportgen.diagnostics import QuestionSubject

_JUDGES: tuple[Callable[[Sentence], Iterator[Doubt]], ...] = (doubt_changes, doubt_amounts, doubt_shares, doubt_nouns)


def words_beside_data(context: CheckContext, typed: TypedNumbers) -> Iterator[Finding]:
    """Yield RG386 to RG389 and RG433 for what is typed beside a figure and is not so by the indicator's values.

    Args:
        context: with the figures as they are printed.
        typed: the passages of the document, and where their words were written.
    """
    reader = SentenceReader(context.merged)
    for index, passage in enumerate(typed.passages):
        doubts = [(said, one) for said in reader.read(passage) for judge in _JUDGES for one in judge(said)]
        wrong = (
            [span for (number, span), one in typed.matches.items() if number == index and not one.agrees]
            if doubts
            else []
        )
        for said, doubt in doubts:
            place = typed.place_of(index, doubt.span)
            key, _, period = doubt.figure.where
            part = said.part(doubt.figure) or None
            subject = QuestionSubject(key, part, str(period), doubt.figure.value)
            is_settled = (doubt.code, subject) in context.confirmed or any(_touch(doubt.span, one) for one in wrong)
            if place is None or is_settled:
                continue
            values = {"typed": doubt.span.of(passage.text), "label": said.label(doubt.figure), **doubt.values}
            yield Finding(doubt.code, place, values, subject=subject)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
