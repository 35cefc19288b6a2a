"""Work printed figures out again: a figure from its observations, a whole from its parts.

A line is given only for arithmetic that was done here and can be done again by hand: it says the terms and the result.
What cannot be told is left out; nothing is called right because nothing was found.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from reportgen.document.tree import Figure
from reportgen.model import Indicator, Period
from reportgen.model.indicators import Observation, share_of
from reportgen.regex import regex
from reportgen.review.values import ArithmeticLine
from reportgen.sentences.numerals import decimals, plain, ratio, rounded_apart

_DIGITS = regex(r"\d[\d,]*(?:\.(\d+))?")
_HUNDRED = Decimal(100)
_MOST = 12
"""Terms that a line of arithmetic shows; more cannot be added up by hand."""
_TWO = 2
_DIGITS_OF_RESULT = 4


def recompute(figure: Figure, values: Sequence[Decimal], *, of_parts: bool = False) -> ArithmeticLine | None:
    """Return the arithmetic by which a figure follows from its observations; None where none of those known does.

    Args:
        figure: the figure as printed.
        values: of its observations, in their order.
        of_parts: whether they are of several series, so that one may be a share of another.
    """
    if figure.value is None or not values or len(values) > _MOST:
        return None
    wanted, step = abs(figure.value), _step(figure.text, figure.value)
    if len(values) == 1:
        exact = values[0] == figure.value
        words = f"the cell holds {number(values[0])}" + ("" if exact else f", rounded to {figure.text}")
        return ArithmeticLine(words, right=True) if _rounds_to(values[0], wanted, step) else None
    for words, value in _candidates(figure, values, of_parts=of_parts):
        if _rounds_to(value, wanted, step):
            return ArithmeticLine(f"{words} = {_result(value, values)}", right=True)
    return None


def check_parts(indicator: Indicator, period: Period) -> Iterator[ArithmeticLine]:
    """Yield for each breakdown of an indicator whose parts make up the whole whether they do in a period."""
    whole = indicator.value(period)
    if whole is None or not indicator.adds_up_over_parts:
        return
    for by in indicator.criteria:
        values = [part.value(period) for part in indicator.parts(by)]
        known = [value for value in values if value is not None]
        if len(known) == len(values) and 1 < len(known) <= _MOST and indicator.is_exhaustive(by):
            total = sum(known, Decimal(0))
            named = f" (by {by})" if by else ""
            wrong = "" if total == whole else f", not {number(whole)}"
            yield ArithmeticLine(f"the parts{named}: {_sum(known)} = {number(total)}{wrong}", right=total == whole)


def check_share(value: Decimal, part: Observation | None, of: Observation | None) -> ArithmeticLine | None:
    """Return whether a percentage follows from the two figures of which it is a share; None where one is missing."""
    if part is None or of is None or part.value is None or not of.value:
        return None
    right = share_of(part.value, of.value, value) == value
    exact = _result(ratio(part.value * _HUNDRED, of.value), (part.value, of.value))
    words = f"{number(part.value)} ÷ {number(of.value)} × 100 = {exact}"
    return ArithmeticLine(words if right else f"{words}, not {number(value)}", right=right)


def number(value: Decimal) -> str:
    """Return a number as a line of arithmetic shows it: a cell with all of its digits."""
    return f"{plain(value):,f}".replace("-", "−")


def _result(value: Decimal, terms: Iterable[Decimal]) -> str:
    """Return what arithmetic gives, with four digits after the point, or more where a term or a small result has more.

    So a sum has all of its digits; 1 ÷ 3 would have no end.
    """
    return number(rounded_apart(value, max(_DIGITS_OF_RESULT, *map(decimals, terms)), Decimal(0)))


def _rounds_to(value: Decimal, wanted: Decimal, step: Decimal) -> bool:
    """Return whether a value, rounded half away from nought to a step, is a figure without its sign."""
    return abs(value) == wanted or wanted - step / 2 <= abs(value) < wanted + step / 2


def _step(text: str, value: Decimal) -> Decimal:
    """Return the worth of the last printed digit: 0.1 of `32.8`, 100,000 of `33.5 million`."""
    match = _DIGITS.search(text)
    if match is None:
        return Decimal(0)
    printed = Decimal(match[0].replace(",", "").rstrip("."))
    scale = abs(value) / printed if printed else Decimal(1)
    return scale / Decimal(10) ** len(match[1] or "")


def _candidates(figure: Figure, values: Sequence[Decimal], *, of_parts: bool) -> Iterator[tuple[str, Decimal]]:
    """Yield the ways to work a figure out from several values, in words and with the result."""
    first, last = values[0], values[-1]
    per_cent = "per cent" in figure.text
    if per_cent and first and not of_parts:
        yield f"({number(last)} − {number(first)}) ÷ {number(first)} × 100", ratio((last - first) * _HUNDRED, first)
    if per_cent and of_parts and len(values) == _TWO:
        for one, other in ((first, last), (last, first)):
            if other:
                yield f"{number(one)} ÷ {number(other)} × 100", ratio(one * _HUNDRED, other)
    if per_cent:
        return
    yield from (_aggregates(values) if not figure.is_change else ())
    yield f"{number(last)} − {number(first)}", last - first
    for one, other in ((last, first), (first, last)):
        if other:
            yield f"{number(one)} ÷ {number(other)}", ratio(one, other)


def _aggregates(values: Sequence[Decimal]) -> Iterator[tuple[str, Decimal]]:
    total = sum(values, Decimal(0))
    yield _sum(values), total
    yield f"({_sum(values)}) ÷ {len(values)}", ratio(total, Decimal(len(values)))


def _sum(values: Iterable[Decimal]) -> str:
    return " + ".join(map(number, values))
