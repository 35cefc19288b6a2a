"""Whether a figure may stand under a time expression."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from reportgen.claims.times import Relation, TimeExpression, next_month
from reportgen.languages.en import time_words as words
from reportgen.languages.en.months import MONTH_NUMBERS
from reportgen.model import Period
from reportgen.regex import regex


class Measured(Struct, frozen=True):
    """What is known of the time of a figure."""

    period: Period
    """From the first month to the last of what it was made from."""
    is_stock: bool = False
    """Whether it is the state at the end of its period."""
    is_change: bool = False
    """Whether it tells what happened from the first year of its period to the last."""
    end: Period | None = None
    """Of a change: the period that it ends in."""
    latest: Period | None = None
    """The latest period of its series."""


def measure(
    written: Iterable[str], *, is_stock: bool, is_change: bool = False, latest: Period | None = None
) -> Measured:
    """Return what is known of the time of a figure by the written forms of its periods, of which there is one."""
    periods = [Period.parse(period) for period in written]
    whole = Period(min(period.start for period in periods), max(period.end for period in periods))
    return Measured(whole, is_stock, is_change, max(periods, key=lambda period: period.order), latest)


_LETTERS = regex(r"[a-z]+")
_MONTH = 31
"""Days: "as at" fits within a month of the date of a stock."""
_HALF = 6
"""The last month of the first half of a year."""


def fits(expression: TimeExpression, measured: Measured, *, starts: bool = False, ends: bool = False) -> bool:
    """Return whether a figure may stand under a time expression that names a period.

    Args:
        expression: with its periods.
        measured: the time of the figure.
        starts: whether the text tells what the figure was at the beginning of the expression's span (`rose from …`).
        ends: whether the text tells what the figure came to at the end of the expression's span (`rose to …`).
    """
    period, whole = measured.period, expression.whole
    if starts and whole is not None and not measured.is_change:
        return period.start[0] == whole.start[0]
    if whole is not None and whole.is_year and not measured.is_change and words.SEASONS & _words(expression):
        return _is_of_season(whole, measured, words.SEASONS & _words(expression))
    if any(_same(one, measured, expression) for one in expression.periods):
        return True
    if whole is None:
        return False
    if expression.relation is Relation.SINCE:
        latest = measured.latest or period
        is_end = ends and not measured.is_change
        return period.end == latest.end and (is_end or period.start[0] == whole.start[0])
    if expression.relation in {Relation.BY, Relation.ISSUED}:
        return period.end <= whole.end if expression.relation is Relation.ISSUED else period.end == whole.end
    if expression.relation in {Relation.BEFORE, Relation.AFTER}:
        return period.start < whole.start if expression.relation is Relation.BEFORE else period.end > whole.end
    if ends and not measured.is_change and period.end == whole.end:
        return True
    if measured.is_change:
        return whole.start[0] == period.start[0] and whole.end[0] == period.end[0]
    return whole == period


def _same(period: Period, measured: Measured, expression: TimeExpression) -> bool:
    """Return whether one period of an expression is that of a figure."""
    end = measured.end if measured.is_change and measured.end else measured.period
    if expression.relation is Relation.AT or expression.day is not None:
        is_within = expression.text.lower().startswith("on ") and period in end and not measured.is_stock
        return is_within or _is_near(period, expression.day, end)
    if expression.relation not in {Relation.WITHIN, Relation.AT, Relation.OF_YEAR}:
        return False
    is_over_two = period.months == 12 and not period.is_year  # `2022/23`, over two calendar years
    is_over_two = is_over_two and MONTH_NUMBERS.keys().isdisjoint(_LETTERS.findall(expression.text.casefold()))
    if is_over_two and end.months == 12 and end.start[0] == period.start[0] and not end.is_year:
        return True  # a school year begins in July here, in September there
    if measured.is_stock:
        return end == period or (period.start <= end.end <= period.end and not period.is_span)
    return end == period or (is_over_two and end.is_year and end.year in {period.start[0], period.end[0]})


def _words(expression: TimeExpression) -> frozenset[str]:
    return frozenset(expression.text.casefold().split())


def _is_of_season(year: Period, measured: Measured, said: frozenset[str]) -> bool:
    """Return whether a figure is of a part of a year: a stock at its end is late, and early in the next one.

    Which months are summer is not the same everywhere; `early 2025` does not begin in July.
    """
    end = measured.period
    if not measured.is_stock or not end.is_year:
        is_half = {"early": end.start[1] <= _HALF, "late": end.end[1] > _HALF}
        return end != year and end.start[0] == year.start[0] and all(is_half.get(one, True) for one in said)
    return end == year if "late" in said else next_month(end.end) == year.start


def _is_near(period: Period, day: dt.date | None, end: Period) -> bool:
    """Return whether a date lies within a month of the end of a period."""
    last = dt.date(*next_month(end.end), 1) - dt.timedelta(days=1)
    if day is not None:
        return abs((day - last).days) <= _MONTH
    first, until = dt.date(*period.start, 1), dt.date(*next_month(period.end), 1) - dt.timedelta(days=1)
    return first - dt.timedelta(days=_MONTH) <= last <= until + dt.timedelta(days=_MONTH)
