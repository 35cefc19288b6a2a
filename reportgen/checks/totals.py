"""Totals: the parts of a breakdown make up the whole, the years of a span make up the span."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from reportgen.checks.finding import Checked, Finding, shown_number
from reportgen.diagnostics import Literal
from reportgen.model import Indicator, Part, Period


def parts_add_up(checked: Checked) -> Iterator[Finding]:
    """RG301: an exhaustive breakdown's parts add up to the whole; RG309: no part exceeds it."""
    for key, indicator in checked.merged.indicators.items():
        for by in indicator.criteria:
            for period in indicator.periods:
                yield from _check_breakdown(checked, key, by, period)


def _check_breakdown(checked: Checked, key: str, by: str | None, period: Period) -> Iterator[Finding]:
    indicator = checked.merged.indicators[key]
    total = indicator.value(period)
    parts = indicator.parts(by)
    values = [value for part in parts if (value := part.value(period)) is not None]
    if total is None or not values or not indicator.adds_up_over_parts:
        return
    known = sum(values, Decimal(0))
    complete = len(values) == len(parts) and indicator.is_exhaustive(by)
    facts = {"key": key, "by": _by(by), "period": period, "total": shown_number(total)}
    notes = tuple((f"{part.called(one=value == 1)}: {shown_number(value)}", checked.path(key, period, index))
                  for index, part, value in _valued(indicator, by, period))  # fmt: skip
    if complete and known != total:
        values_ = {**facts, "sum": shown_number(known), "difference": shown_number(abs(known - total))}
        yield Finding("RG301", checked.path(key, period), values_, notes)
    elif not complete and max(values) > total:
        yield Finding("RG309", checked.path(key, period), {**facts, "part": shown_number(max(values))}, notes)


def _valued(indicator: Indicator, by: str | None, period: Period) -> Iterator[tuple[int, Part, Decimal]]:
    for index, part in enumerate(indicator.breakdown):
        value = part.value(period)
        if part.by == by and value is not None:
            yield index, part, value


def _by(by: str | None) -> Literal:
    return Literal(f" by {by}" if by else "")


def years_add_up(checked: Checked) -> Iterator[Finding]:
    """RG351: no year is more than the period that holds it; RG302: a period is no more than its years together."""
    for key, indicator in checked.merged.indicators.items():
        for index in (None, *range(len(indicator.breakdown))):
            for held in periods_held(indicator, index):
                yield from _check_held(checked, key, index, held)


class Held(Struct, frozen=True):
    """A figure of a period, with those of periods of one length within it."""

    period: Period
    total: Decimal
    within: tuple[tuple[Period, Decimal], ...]
    """In the order of time."""

    @property
    def fills(self) -> bool:
        """Whether the periods within make up the whole period, each month once."""
        return sum(period.months for period, _ in self.within) == self.period.months

    @property
    def sum(self) -> Decimal:
        """The figures within, added up."""
        return sum((value for _, value in self.within), Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """How far a sum of rounded figures may be off: half a unit of the last decimal for each."""
        figures = (self.total, *(value for _, value in self.within))
        digits = max(-int(figure.as_tuple().exponent) for figure in figures)
        return Decimal(len(figures)).scaleb(-digits) / 2 if digits > 0 else Decimal(0)


def periods_held(indicator: Indicator, index: int | None) -> Iterator[Held]:
    """Every period of a series that holds others of one length, of what is counted over time and has no break there.

    Args:
        indicator: the indicator.
        index: which of its parts; None: the whole.
    """
    series = indicator if index is None else indicator.breakdown[index]
    if not indicator.adds_up_over_time:
        return
    for period in series.periods:
        total = series.value(period)
        inner = [one for one in series.periods if one != period and one in period]
        is_broken = any(period.start < start.start <= period.end for start in indicator.breaks)
        for months in sorted({one.months for one in inner}) if total is not None and not is_broken else ():
            alike = [(one, value) for one in inner if one.months == months and (value := series.value(one)) is not None]
            apart = all(first.end < second.start for (first, _), (second, _) in pairwise(alike))
            if apart and total is not None:
                yield Held(period, total, tuple(alike))


def is_never_negative(held: Held) -> bool:
    """Whether neither the figure of a period nor any within it is below nought, as in a balance."""
    return min(held.total, *(value for _, value in held.within)) >= 0


def _check_held(checked: Checked, key: str, index: int | None, held: Held) -> Iterator[Finding]:
    if not is_never_negative(held):
        return
    part = checked.merged.indicators[key].breakdown[index].called(one=False) if index is not None else None
    facts = {"key": key, "part": Literal(f" ({part})" if part else ""), "period": held.period}
    facts["total"] = shown_number(held.total)
    year, largest = max(held.within, key=lambda one: one[1])
    if largest > held.total:
        note = (f"{held.period}: {facts['total']}", checked.path(key, held.period, index))
        values = {**facts, "year": year, "value": shown_number(largest)}
        yield Finding("RG351", checked.path(key, year, index), values, (note,))
    elif held.fills and held.total > held.sum + held.tolerance:
        notes = tuple((f"{one}: {shown_number(value)}", checked.path(key, one, index)) for one, value in held.within)
        yield Finding("RG302", checked.path(key, held.period, index), {**facts, "sum": shown_number(held.sum)}, notes)
