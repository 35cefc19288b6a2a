"""Typed numbers that say once more what a figure from data beside them says: `over 400 victims (348)`.

Only where the place says that both are one number: the one in brackets, between commas or between dashes right behind
the other. `(over 400 applied)` and `(involving 350 victims)` speak of something else.
"""

from collections.abc import Iterator

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.nearness import range_of
from reportgen.checks.stated import stems
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Quantity
from reportgen.claims.passages import Span
from reportgen.claims.typed import NumberKind, kind_at
from reportgen.languages.en.lexicon import AUXILIARIES, RELATIVES
from reportgen.languages.en.quantifiers import CURRENCIES, RESTATING, TOTALLING, VAGUE, VAGUE_FACTORS

_MEASURES = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT})
_DASHES = frozenset("–—-")
_OPENING = frozenset({"(", ",", *_DASHES})
_FAR = 10
"""Items between a number and the one that restates it."""


def doubt_amounts(said: Sentence) -> Iterator[Doubt]:
    """Yield RG386 for typed numbers that restate a figure of a sentence, and are not so by its value."""
    line = said.line
    for at, quantity in said.typed_quantities():
        if quantity.measure in _MEASURES and kind_at(line, at) in {NumberKind.STATISTIC, None}:
            figure = _restated(said, at, quantity)
            before = line.text[line.items[at].start : quantity.span.start]
            if figure is not None and not range_of(quantity, before).holds(figure.value):
                yield _doubt(line.span_of(at, at), figure)
    for at, item in enumerate(line.items):
        if item.low in VAGUE and said.is_typed(at) and line.low(at + 1) == "of" and line.low(at + 2) not in VAGUE:
            yield from _doubt_vague(said, at)


def _doubt_vague(said: Sentence, at: int) -> Iterator[Doubt]:
    """Yield what the data say against `thousands of victims`."""
    line = said.line
    factor = VAGUE_FACTORS.get(line.low(at - 2), 1) if line.low(at - 1) == "of" else 1
    figure = next((one for one in said.figures if one.at > at and _stands_for(said, at, one.at, one)), None)
    if figure is not None and figure.value < VAGUE[line.low(at)] * factor:
        yield _doubt(line.span_of(at - 2 if factor > 1 else at, at), figure)


def _doubt(span: Span, figure: Observed) -> Doubt:
    return Doubt("RG386", span, figure, {"value": shown_number(figure.value), "period": figure.where[2]})


def _restated(said: Sentence, at: int, quantity: Quantity) -> Observed | None:
    """Return the figure that a typed number says once more: the one next to it, if their places say so."""
    line = said.line
    place = line.quantities.index(at)
    for near in (*line.quantities[place + 1 : place + 2], *line.quantities[max(0, place - 1) : place]):
        figure = said.figure_at(near)
        if figure is None or not _are_alike(quantity, line.quantity(near)):
            continue
        if _stands_for(said, at, near, figure) and not _is_earlier_value(said, at, figure):
            return figure
    return None


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are measured in the same; currencies that nobody knows by name may be the same."""
    if one.measure is not Measure.MONEY or other.measure is not Measure.MONEY:
        return one.measure is other.measure
    return CURRENCIES.get(one.unit.casefold(), one.unit) == CURRENCIES.get(other.unit.casefold(), other.unit)


def _is_earlier_value(said: Sentence, at: int, figure: Observed) -> bool:
    """Whether a number in digits is that of another period: `348 (1,058)`."""
    quantity = said.line.quantity(at)
    others = [one.value for period, one in said.series(figure).values.items() if period != figure.where[2]]
    return quantity.is_exact and quantity.text[:1].isdigit() and quantity.value in others


def _stands_for(said: Sentence, one: int, other: int, figure: Observed) -> bool:
    """Whether the later of two numbers stands in brackets, commas or dashes behind the earlier one, and nothing else.

    Args:
        said: the sentence.
        one: the index of the typed number.
        other: the index of the figure.
        figure: the same.
    """
    line, (first, second) = said.line, sorted((one, other))
    known = said.known(figure) | stems(" ".join(TOTALLING))
    opening = next((at for at in range(first + 1, second) if line.low(at) in _OPENING), None)
    if opening is None or second - first > _FAR or not _is_noun(line, first + 1, opening):
        return False
    mark, lead = line.low(opening), [line.low(at) for at in range(opening + 1, second) if line.items[at].kind == "w"]
    marks = [line.low(at) for at in range(opening + 1, second) if line.items[at].kind != "w"]
    if not set(lead) <= RESTATING or not set(marks) <= {",", "."}:
        return False
    end = _end(line, second, opening, known)
    if end is None or (mark != "(" and not _is_closed(line, end, mark)):
        return False
    quantity = line.items[one].quantity
    is_rough = quantity is None or not quantity.is_exact
    noun = stems(quantity.noun) if quantity is not None else frozenset[str]()
    is_named = not noun or bool(noun & known)
    if mark == "(":
        return is_rough or is_named
    is_in_words = quantity is not None and not quantity.text[:1].isdigit()
    return is_named and (is_rough or is_in_words or bool(lead) or mark in _DASHES)


def _is_noun(line: Line, first: int, end: int) -> bool:
    """Whether nothing but what is counted stands between a number and a mark."""
    words = line.items[first:end]
    return all(item.kind in "wc" and item.low not in AUXILIARIES | RELATIVES for item in words)


def _end(line: Line, second: int, opening: int, known: frozenset[str]) -> int | None:
    """Return the index behind the later number and its noun; None where more is said of it."""
    at = second + 1
    limit = line.close.get(opening, len(line.items))
    while at < limit and line.items[at].kind in "wc":
        if stems(line.low(at)) - known or line.low(at) in AUXILIARIES:
            return None
        at += 1
    return at if at == limit or line.low(opening) != "(" else None


def _is_closed(line: Line, end: int, mark: str) -> bool:
    """Whether what a comma or a dash opened ends at an index."""
    low = line.low(end)
    return low == mark or low in {"", ".", ";", ")"} or (mark == "," and low == ":")
