"""Figures: parts and years make up their whole, a percentage follows from its figures, one quantity has one value."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.diagnostics import Literal, QuestionSubject
from reportgen.languages.words import word_set
from reportgen.model import Indicator, Noun, Period
from reportgen.model.indicators import Series, label_of, share_of

# ---- parts ------------------------------------------------------------------------------------------------------


def parts_add_up(context: CheckContext) -> Iterator[Finding]:
    """Yield RG301 where an exhaustive breakdown does not add up to the whole, RG309 where a part exceeds it.

    Parts that are known add up to no more than the whole, also where another one is not known.
    """
    for key, indicator in context.merged.indicators.items():
        for by in indicator.criteria if indicator.adds_up_over_parts else ():
            for period, total in indicator.figures:
                yield from _check_breakdown(context, key, by, period, total)


def _check_breakdown(
    context: CheckContext, key: str, by: str | None, period: Period, total: Decimal
) -> Iterator[Finding]:
    indicator = context.merged.indicators[key]
    parts = [(index, part) for index, part in enumerate(indicator.breakdown) if part.by == by]
    known = [(index, part, value) for index, part in parts if (value := part.value(period)) is not None]
    if not known:
        return
    values = [value for _, _, value in known]
    added, largest = sum(values, Decimal(0)), max(values)
    named = Literal(f" by {by}" if by else "")
    facts = {"key": label_of(indicator, key), "by": named, "period": period, "total": shown_number(total)}
    notes = tuple(
        (f"{part.called(one=value == 1)}: {shown_number(value)}", context.path(key, period, index))
        for index, part, value in known
    )
    is_exhaustive = indicator.is_exhaustive(by)
    is_complete = is_exhaustive and len(known) == len(parts)
    is_exceeded = is_exhaustive and added > total >= largest and min(values) >= 0
    if added != total if is_complete else is_exceeded:
        facts |= {"sum": shown_number(added), "difference": shown_number(abs(added - total))}
        yield Finding("RG301", context.path(key, period), facts, notes)
    elif not is_complete and largest > total:
        yield Finding("RG309", context.path(key, period), {**facts, "part": shown_number(largest)}, notes)


_WHOLE = word_set(
    "total totals subtotal subtotals overall all altogether ensemble tous toutes todos итого всего المجموع الإجمالي"
    " 合计 总计 共计 总数 合計 總計 共計 總數"
) | {"grand total", "overall total", "in total", "both sexes", "ambos sexos", "оба пола"}
"""What stands at the row of a total, in the languages of workbooks."""


def parts_are_no_wholes(context: CheckContext) -> Iterator[Finding]:
    """Yield RG355 for parts that have the name of a whole: below them, “Total” would be said of another figure."""
    for key, indicator in context.merged.indicators.items():
        label = label_of(indicator, key)
        for place, part in enumerate(indicator.breakdown):
            name = " ".join(part.name.split())
            if part.periods and (name.casefold() in _WHOLE or name.casefold() == label.casefold()):
                yield Finding("RG355", context.path(key, part.periods[0], place), {"label": label, "part": part.name})


# ---- years ------------------------------------------------------------------------------------------------------


class PeriodSum(Struct, frozen=True):
    """A figure of a period, with those of periods of one length within it."""

    period: Period
    total: Decimal
    within: tuple[tuple[Period, Decimal], ...]
    """In the order of time."""

    @property
    def figures(self) -> tuple[Decimal, ...]:
        """All figures, that of the whole period first."""
        return (self.total, *(value for _, value in self.within))

    @property
    def fills(self) -> bool:
        """Return whether the periods within make up the whole period, each month once."""
        return sum(period.months for period, _ in self.within) == self.period.months

    @property
    def sum(self) -> Decimal:
        """The figures within, added up."""
        return sum(self.figures[1:], Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """How far a sum of rounded figures may be off: half a unit of the last decimal for each; 0 for whole ones."""
        return len(self.figures) * half_step(self.figures) if any(map(written_decimals, self.figures)) else Decimal(0)

    @property
    def is_never_negative(self) -> bool:
        """Return whether no figure is below nought, as one of a balance may be."""
        return min(self.figures) >= 0


def written_decimals(value: Decimal) -> int:
    """Return how many digits stand behind the point of a figure."""
    return max(-int(value.as_tuple().exponent), 0)


def half_step(figures: Iterable[Decimal]) -> Decimal:
    """Return half a unit of the last decimal that any of some figures has."""
    return Decimal(1).scaleb(-max(map(written_decimals, figures), default=0)) / 2


def period_sums(indicator: Indicator, part: int | None) -> Iterator[PeriodSum]:
    """Yield every period of a series that holds others of one length, where the series is counted and has no break.

    Args:
        indicator: the indicator.
        part: the index of a part of its breakdown; None: the whole.
    """
    series = indicator.series(part)
    for period, total in series.figures if indicator.adds_up_over_time else ():
        if any(period.start < one.start <= period.end for one in indicator.breaks):
            continue
        inner = [(one, value) for one, value in series.figures if one != period and one in period]
        for months in sorted({one.months for one, _ in inner}):
            alike = [(one, value) for one, value in inner if one.months == months]
            if all(first.end < second.start for (first, _), (second, _) in pairwise(alike)):
                yield PeriodSum(period, total, tuple(alike))


def years_add_up(context: CheckContext) -> Iterator[Finding]:
    """Yield RG351 where a year is more than the period that holds it, RG302 where a period is more than its years."""
    for key, indicator in context.merged.indicators.items():
        for part, _ in indicator.all_series:
            for one in period_sums(indicator, part):
                if one.is_never_negative:
                    yield from _check_sum(context, key, part, one)


def _check_sum(context: CheckContext, key: str, part: int | None, held: PeriodSum) -> Iterator[Finding]:
    called = "" if part is None else f" ({context.merged.indicators[key].breakdown[part].name})"
    name = label_of(context.merged.indicators[key], key)
    facts = {"key": name, "part": Literal(called), "period": held.period, "total": shown_number(held.total)}
    year, largest = max(held.within, key=lambda one: one[1])
    if largest > held.total:
        note = (f"{held.period}: {shown_number(held.total)}", context.path(key, held.period, part))
        values = {**facts, "year": year, "value": shown_number(largest)}
        yield Finding("RG351", context.path(key, year, part), values, (note,))
    elif held.fills and held.total > held.sum + held.tolerance:
        notes = tuple((f"{one}: {shown_number(value)}", context.path(key, one, part)) for one, value in held.within)
        yield Finding("RG302", context.path(key, held.period, part), {**facts, "sum": shown_number(held.sum)}, notes)


# ---- shares -----------------------------------------------------------------------------------------------------


def shares_follow(context: CheckContext) -> Iterator[Finding]:
    """Yield RG308 where a percentage with `share` is not part over whole, RG310 where one of these is not there."""
    indicators = context.merged.indicators
    for key, indicator in indicators.items():
        if indicator.share is None:
            continue
        unknown = [name for name in (indicator.share.part, indicator.share.of) if name not in indicators]
        for name in unknown:
            yield Finding("RG310", context.merged.fields[key, "share"], {"key": label_of(indicator, key), "name": name})
        if not unknown:
            yield from _check_share(context, key, indicator.share.part, indicator.share.of)


def _check_share(context: CheckContext, key: str, part_key: str, whole_key: str) -> Iterator[Finding]:
    """Compare a percentage with part over whole, rounded half up as it is printed."""
    indicators = context.merged.indicators
    for period, share in indicators[key].figures:
        part, whole = indicators[part_key].value(period), indicators[whole_key].value(period)
        if part is None or whole is None or not (whole or share):
            continue
        exact = share_of(part, whole, share) if whole else None
        if exact != share:
            gives = Literal("none, since the whole is 0" if exact is None else f"{shown_number(exact)} per cent")
            label = label_of(indicators[key], key)
            facts = {"key": label, "period": period, "share": shown_number(share), "exact": gives}
            notes = tuple(
                (f"“{label_of(indicators[name], name)}”: {shown_number(value)}", context.path(name, period))
                for name, value in ((part_key, part), (whole_key, whole))
            )
            yield Finding("RG308", context.path(key, period), facts, notes)


# ---- agreement --------------------------------------------------------------------------------------------------


def files_agree(context: CheckContext) -> Iterator[Finding]:
    """Yield RG303 where an indicator that stands in several files is not the same in all of them."""
    for disagreement in context.merged.disagreements:
        words = {"what": disagreement.what, "first": disagreement.first, "second": disagreement.second}
        values = {"name": disagreement.name, **{name: Literal(text) for name, text in words.items()}}
        yield Finding("RG303", disagreement.second_path, values, (("the other one", disagreement.first_path),))


def same_quantities_agree(context: CheckContext) -> Iterator[Finding]:
    """Yield RG304 where an indicator has another value for a period than the first with its label and unit.

    A row without a unit, as somebody adds it to a form, counts what the first one with its label counts; no rate does.
    """
    groups: dict[str, list[tuple[str, Indicator]]] = defaultdict(list)
    for key, indicator in context.merged.indicators.items():
        if indicator.label:
            groups[" ".join(indicator.label.casefold().split())].append((key, indicator))
    for group in groups.values():
        counted = next((one.unit for _, one in group if isinstance(one.unit, Noun) and one.adds_up_over_parts), None)
        known: dict[tuple[object, Period], tuple[str, Decimal]] = {}  # the first alone: files may hold thousands
        for key, indicator in group:
            unit = indicator.unit or (counted if indicator.adds_up_over_parts else None)
            for period, value in indicator.figures:
                first_key, first = known.setdefault((unit, period), (key, value))
                if first != value:
                    facts = {"label": indicator.label, "period": period, "first_key": first_key, "second_key": key}
                    facts |= {"first": shown_number(first), "second": shown_number(value)}
                    note = (f"{first_key}: {shown_number(first)}", context.path(first_key, period))
                    yield Finding("RG304", context.path(key, period), facts, (note,))


# ---- what a figure can be ---------------------------------------------------------------------------------------


def figures_are_available(context: CheckContext) -> Iterator[Finding]:
    """Yield RG213 for a figure whose status says that it is not available: one of the two is wrong."""
    for key, part, series in _all_series(context):
        for period, value in series.figures:
            if series.values[period].status == "not available":
                yield Finding("RG213", context.path(key, period, part), _facts(context, key, part, period, value))


def places_are_whole(context: CheckContext) -> Iterator[Finding]:
    """Yield RG212 for a place in a ranking that none can have: 1.5 would be printed as "first", 0 as "0th"."""
    for key, part, series in _all_series(context):
        for period, value in series.figures if context.merged.indicators[key].unit == "rank" else ():
            if value < 1 or value != value.to_integral_value():
                yield Finding("RG212", context.path(key, period, part), _facts(context, key, part, period, value))


def periods_have_begun(context: CheckContext) -> Iterator[Finding]:
    """Yield RG329 for figures of a time that begins after the day on which they were sent: 2032 typed for 2023.

    What is planned stands alone, or beside the one figure from which the plan begins; it is not asked about.
    """
    for key, part, series in _all_series(context):
        late = [one for one in series.figures if _is_late(context, key, part, one[0])]
        label = None if part is None else context.merged.indicators[key].breakdown[part].name
        for period, value in late if len(series.figures) - len(late) >= _COURSE else ():
            subject = QuestionSubject(key, label, str(period), value)
            if ("RG329", subject) not in context.confirmed:
                facts = {**_facts(context, key, part, period, value), "date": _sent(context, key, part, period)}
                yield Finding("RG329", context.path(key, period, part), facts, subject=subject)


_COURSE = 2
"""So many figures of the past show that a series tells what was counted."""


def _is_late(context: CheckContext, key: str, part: int | None, period: Period) -> bool:
    sent = _sent(context, key, part, period)
    return sent is not None and period.start > (sent.year, sent.month)


def _sent(context: CheckContext, key: str, part: int | None, period: Period) -> dt.date | None:
    """Return the date of the submission that gives a figure."""
    path = context.path(key, period, part)
    return context.report.submissions[int(path[1])].date if path[0] == "submissions" else None


def _all_series(context: CheckContext) -> Iterator[tuple[str, int | None, Series]]:
    """Yield the whole and the parts of each indicator, with its key and the index of the part."""
    for key, indicator in context.merged.indicators.items():
        yield from ((key, part, series) for part, series in indicator.all_series)


def _facts(context: CheckContext, key: str, part: int | None, period: Period, value: Decimal) -> dict[str, object]:
    """Return what a message names of a figure."""
    indicator = context.merged.indicators[key]
    name = label_of(indicator, key) if part is None else indicator.breakdown[part].name
    return {"label": name, "period": period, "value": shown_number(value)}
