"""Typed years that are those of latest figures, as references to them: the text of one cycle made fit for the next.

`In 2023, {{ aid }} persons …` becomes `In {{ aid | last_period }}, {{ aid }} persons …` where 2023 is the latest period
of `aid` and governs no figure of another year.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from reportgen.claims.fitting import Measured, fits
from reportgen.claims.governing import Governor, Hold, find_governors
from reportgen.claims.passages import Span
from reportgen.claims.times import Relation
from reportgen.compose.references import Expression, split_references
from reportgen.model import Indicator, Reply
from reportgen.sentences import FILTERS


class _Latest(Struct, frozen=True):
    """A reference to the latest figure of an indicator, or to something else."""

    span: Span
    key: str | None
    """None where it is not the latest figure that is printed."""


def with_year_references(replies: Iterable[Reply], indicators: Mapping[str, Indicator]) -> tuple[Reply, ...]:
    """Return replies with references in place of the typed years of latest figures."""
    return tuple(reply.model_copy(update={"text": refer_to_years(reply.text, indicators)}) for reply in replies)


def refer_to_years(text: str, indicators: Mapping[str, Indicator]) -> str:
    """Return a text with references to the latest period in place of the years that are typed for it.

    Args:
        text: the text of a reply, with its references.
        indicators: those that the text may refer to.
    """
    references = list(_references(text, indicators))
    governors = find_governors(text, [one.span for one in references])
    years: dict[Span, str] = {}
    refused: set[Span] = set()
    for reference, governor in zip(references, governors, strict=True):
        if governor is None:
            continue
        span = _year_of(governor, text)
        if reference.key is not None and span is not None and _is_latest(governor, indicators[reference.key]):
            years.setdefault(span, reference.key)
        elif span is not None:
            refused.add(span)
    for span, key in sorted(years.items(), reverse=True):
        if span not in refused:
            text = f"{text[: span.start]}{{{{ {key} | last_period }}}}{text[span.end :]}"
    return text


def _references(text: str, indicators: Mapping[str, Indicator]) -> Iterator[_Latest]:
    for piece in split_references(text):
        if isinstance(piece.meaning, Expression):
            yield _Latest(Span(piece.offset, piece.offset + len(piece.text)), _latest_of(piece.meaning, indicators))


def _latest_of(expression: Expression, indicators: Mapping[str, Indicator]) -> str | None:
    """Return the key of the indicator whose latest figure a reference prints."""
    key = expression.subject.key
    if key not in indicators or not indicators[key].periods:
        return None
    for call in expression.filters:
        spec = FILTERS.get(call.name)
        speaks_of_one = spec is not None and any(parameter.name == "at" for parameter in spec.parameters)
        if not speaks_of_one or any(name == "at" for name, _ in call.named) or call.arguments:
            return None
    return key


def _year_of(governor: Governor, text: str) -> Span | None:
    """Return where the digits of the one year stand that governs a figure."""
    if governor.hold is not Hold.FIRM or len(governor.times) != 1:
        return None
    time = governor.times[0]
    if time.relation not in {Relation.WITHIN, Relation.AT} or len(time.periods) != 1 or time.day or time.meaning:
        return None
    written = str(time.periods[0])
    start = text.find(written, time.span.start, time.span.end)
    return Span(start, start + len(written)) if time.periods[0].is_year and start >= 0 else None


def _is_latest(governor: Governor, indicator: Indicator) -> bool:
    latest = indicator.periods[-1]
    return governor.times[0].whole == latest and fits(governor.times[0], Measured(latest))
