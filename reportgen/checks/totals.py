"""Totals: the parts of a breakdown make up the whole, the years of a span make up the span."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

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
    if total is None or not values or indicator.unit == "rank":
        return
    known = sum(values, Decimal(0))
    complete = len(values) == len(parts) and indicator.is_exhaustive(by)
    facts = {"key": key, "by": _by(by), "period": period, "total": shown_number(total)}
    notes = tuple((f"{part.called(one=value == 1)}: {shown_number(value)}", checked.path(key, period, index))
                  for index, part, value in _valued(indicator, by, period))  # fmt: skip
    if complete and abs(known - total) > _tolerance(indicator, [total, *values]):
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


def _tolerance(indicator: Indicator, values: Sequence[Decimal]) -> Decimal:
    """How far a sum of rounded percentages may be off: half a unit of the last printed digit for each of them."""
    if indicator.unit != "percent":
        return Decimal(0)
    last_digit = min(int(value.as_tuple().exponent) for value in values)
    return Decimal(len(values)).scaleb(last_digit) / 2


def years_add_up(checked: Checked) -> Iterator[Finding]:
    """RG302: where a span and all of its years are given, the years of a flow add up to the span."""
    for key, indicator in checked.merged.indicators.items():
        if indicator.measure == "stock" or indicator.unit in {"percent", "rank"}:
            continue
        for span in (period for period in indicator.periods if period.is_span):
            years = [Period.of_year(year) for year in range(span.start[0], span.end[0] + 1)]
            values = [value for year in years if (value := indicator.value(year)) is not None]
            total = indicator.value(span)
            if total is not None and len(values) == len(years) and sum(values, Decimal(0)) != total:
                facts = {"key": key, "period": span, "total": shown_number(total)}
                notes = tuple(
                    (f"{year}: {shown_number(value)}", checked.path(key, year))
                    for year, value in zip(years, values, strict=True)
                )
                yield Finding(
                    "RG302", checked.path(key, span), {**facts, "sum": shown_number(sum(values, Decimal(0)))}, notes
                )
