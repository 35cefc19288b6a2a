"""Typed extremes of several years beside figures from data: `ranged from 88 to 150`, `never exceeded 150`.

A figure is that of one year there, and all values of the years that the sentence names must lie on one side of it.
"""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.stated import are_same_measure
from reportgen.checks.typed.change_words import doubt_change
from reportgen.checks.typed.nearness import range_at
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind
from reportgen.claims.passages import Span
from reportgen.languages.en.time_words import DENYING, EACH, RANGING, STAYING, TOTALS
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_HIGHEST, _LOWEST = word_set("highest largest maximum"), word_set("lowest smallest minimum")
_EXCEEDING = word_set("exceed exceeded exceeds above surpass surpassed")
_NEAR = 12
"""Items between a word for an extreme and its figure."""


def doubt_spans(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for figures that are said to be the highest or the lowest of the years of a sentence, and are not."""
    yield from _bounds(said)
    years = _years(said.line)
    if years is None or len({figure.where[:2] for figure in said.figures}) != 1:
        return
    for figure in said.figures:
        told = _told(said, figure)
        if told is None or not said.passage.is_typed(*told[0]) or not figure.where[2].is_year:
            continue
        span, is_high = told
        values = [(period, value) for period, value in said.series(figure).figures if _is_within(period, years)]
        worst = _worst(values, is_high=is_high)
        if worst is not None and (worst[1] > figure.value if is_high else worst[1] < figure.value):
            yield doubt_change(span, figure, (figure.where[2], figure.value), worst)


def _bounds(said: Sentence) -> Iterator[Doubt]:
    """Yield the question about `have remained below 300 since 2021`, which must hold for all those years."""
    line, figures = said.line, said.figures
    if len({figure.where[:2] for figure in figures}) != 1:
        return
    own = max(figures, key=lambda figure: figure.where[2].order)
    for at, quantity in said.typed_quantities():
        first = _first_year(line, at, own.where[2].year)
        if quantity.is_exact or first is None:
            continue
        years = first, own.where[2].year
        values = [(period, value) for period, value in said.series(own).figures if _is_within(period, years)]
        is_of_figure = are_same_measure(quantity, line.quantity(own.at))
        wrong = [pair for pair in values if not range_at(line, at).holds(pair[1])] if is_of_figure else []
        if wrong:
            yield doubt_change(
                line.span_of(at - (line.low(at - 1) in STAYING), at), own, (own.where[2], own.value), wrong[0]
            )


def _first_year(line: Line, at: int, last: int) -> int | None:
    """Return from which year on a bound is said to hold: `remained below 300 since 2021`, `In each of the past …`."""
    stated = line.period(at + 2)
    if line.low(at + 1) == "since" and line.low(at - 1) in STAYING and stated is not None and stated.first is not None:
        return stated.first[0]
    opening = next((item.period for item in line.items[:_OPENING] if item.period is not None), None)
    is_each = not EACH.isdisjoint(line.words(0, _OPENING)) and opening is not None and opening.years is not None
    return last - opening.years + 1 if is_each and opening is not None and opening.years else None


_OPENING = 5


def _years(line: Line) -> tuple[int, int] | None:
    """Return the first and the last of the years that a sentence names together."""
    spans = [item.period for item in line.items if item.period is not None and item.period.kind is PeriodKind.SPAN]
    if len(spans) != 1 or spans[0].first is None or spans[0].last is None:
        return None
    return spans[0].first[0], spans[0].last[0]


def _is_within(period: Period, years: tuple[int, int]) -> bool:
    return period.is_year and years[0] <= period.year <= years[1]


def _worst(values: Sequence[tuple[Period, Number]], *, is_high: bool) -> tuple[Period, Number] | None:
    return (max if is_high else min)(values, key=lambda pair: pair[1], default=None)


def _told(said: Sentence, figure: Observed) -> tuple[Span, bool] | None:
    """Return the words that make a figure an extreme, and whether it is the highest; None where there are none."""
    line = said.line
    start = line.items[figure.at].start
    bound = line.text[start : line.quantity(figure.at).span.start].rstrip()
    first = max(figure.at - _FAR, line.clauses[figure.at])
    low, is_denied = bound.casefold(), not DENYING.isdisjoint(line.words(first, figure.at - first))
    if (is_denied and low in _BELOW | _ABOVE) or (low in _AT_LEAST | _AT_MOST and _is_of_each(line)):
        return Span(start, start + len(bound)), low in _AT_MOST | _ABOVE
    if is_denied and line.low(figure.at - 1) in _EXCEEDING:
        return line.span_of(figure.at - 1, figure.at - 1), True
    is_first = True  # "peaked at 150 in 2022 and fell to 131": the second figure is no peak
    for at in range(figure.at - 1, max(figure.at - _NEAR, -1), -1):
        low, span = line.low(at), line.span_of(at, at)
        if low in {";", ":"}:
            return None
        if low in RANGING - {"peaked"}:  # from the lowest to the highest, or from the highest to the lowest
            values = [one.value for one in said.figures]
            return (span, figure.value == max(values)) if len(values) == len(("lowest", "highest")) else None
        if low in _HIGHEST | _LOWEST | {"peaked"}:
            is_said = low == "peaked" or not TOTALS.isdisjoint(line.words(at + 1, 3))
            return (span, low not in _LOWEST) if is_said and is_first else None
        is_first = is_first and said.figure_at(at) is None
    return None


_FAR = 4
_BELOW = frozenset({"below", "under", "less than", "fewer than"})
_ABOVE = frozenset({"above", "over", "more than"})
_AT_LEAST = frozenset({"at least", "no fewer than", "no less than", "not less than"})
_AT_MOST = frozenset({"at most", "no more than", "not more than", "up to"})


def _is_of_each(line: Line) -> bool:
    """Return whether a sentence speaks of each year: `at least 262 victims were identified each year`."""
    return any(line.low(at) in EACH and line.low(at + 1) == "year" for at in range(len(line.items)))
