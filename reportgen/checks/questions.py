"""Questions: what a careful statistician would ask of figures that are possible and look wrong.

Each question can be answered: an agency that confirms the figure with a reason (`Submission.answers`) is not asked
again, as long as the figure stays what it was. The thresholds stand in one table, with their reasons.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.figures import half_step, period_sums, written_decimals
from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.series import AskedSeries, Run
from reportgen.checks.whole import is_counted_whole
from reportgen.diagnostics import Literal, Path
from reportgen.languages.language import load
from reportgen.model import Noun, Observation, Period
from reportgen.model.indicators import label_of
from reportgen.regex import regex
from reportgen.remembering import Held, remembered

_ZERO, _ONE, _HUNDRED = Decimal(0), Decimal(1), Decimal(100)


class Thresholds(Struct, frozen=True):
    """From where on a figure is asked about."""

    factors: tuple[Decimal, ...] = (Decimal(10), Decimal(100), Decimal(1000))
    """A digit too many or too few, "thousands" typed as ones: slips of the keyboard are powers of ten."""
    others: int = 2
    """One other figure alone does not show what is usual."""
    others_apart: Decimal = Decimal(8)
    """Figures of a series that spread wider do not show it either."""
    others_smallest: Decimal = Decimal(20)
    """Counts below go up and down tenfold by themselves."""
    others_steps: Decimal = Decimal(10)
    """A rate or an average of fewer steps of its last digit, as 0.3, may come to nothing by rounding."""
    outside: Decimal = Decimal(2)
    """A figure stands outside where it is twice the largest of the others, or half the smallest ..."""
    inside: Decimal = Decimal("1.6")
    """... and a power of ten would put it back among them, with room for a usual year's change at either end."""
    copied: Decimal = Decimal(1000)
    """Below a thousand, two years with the same figure are chance; above, one pair in some hundreds is."""
    copied_figures: int = 3
    """So many figures of one indicator, its whole and its parts, all the same in two years, were copied ..."""
    copied_smallest: Decimal = Decimal(10)
    """... if one of them has two digits: a row of noughts and ones repeats itself."""
    row_largest: Decimal = Decimal(100)
    """Three figures below a hundred are the same in two rows now and then; with larger ones a row was copied."""
    jump: Decimal = Decimal("1.5")
    """A total that grows or shrinks by half ..."""
    calm: Decimal = Decimal("1.1")
    """... while its parts together stay within a tenth."""
    jump_smallest: Decimal = Decimal(20)
    """Totals below go up and down by themselves."""
    fraction_apart: Decimal = Decimal(20)
    """A percentage typed as a fraction is a hundredth of its neighbours; percentages change by less than five times."""


THRESHOLDS = Thresholds()


def questions_are_answered(context: CheckContext) -> Iterator[Finding]:
    """Yield RG318 to RG328, RG338, RG350, RG352 and RG390: figures that look wrong and were not confirmed."""
    used = Held(context, context.merged, *context.report.previous)
    settings = context.report.settings
    yield from _questions(used, context.confirmed, max(settings.reporting_years), settings.language)


@remembered(8)
def _questions(held: Held[CheckContext], confirmed: frozenset[object], year: int, language: str) -> tuple[Finding, ...]:
    del confirmed, year, language  # all are of the context
    return tuple(_ask(held.value))


def _ask(context: CheckContext) -> Iterator[Finding]:
    seen: dict[object, AskedSeries] = {}
    for key, indicator in context.merged.indicators.items():
        rows = [AskedSeries(context, key, indicator, index) for index in (None, *range(len(indicator.breakdown)))]
        yield from _years_copied(rows)
        yield from _jumps(rows)
        yield from _outside_groups(rows[0])
        for row in rows:
            yield from _row_copied(row, seen)
            for question in _OF_A_ROW:
                yield from question(row)
    yield from _never_replaced(context)


def _tenfold(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG320 for a figure that is ten, a hundred or a thousand times what its series suggests, or such a part."""
    if row.indicator.unit == "rank":
        return
    for current in row.runs():
        run = sorted([*row.former(current[0][0]), *current], key=lambda one: one[0].order)
        for place, (period, value) in enumerate(run):
            others = [one for number, (_, one) in enumerate(run) if number != place]
            if (period, value) not in current or (len(others) == 1 and place == 0):
                continue
            factor = _power_of_ten(value, others, is_count=row.is_count, is_level=row.is_level)
            if factor:
                beside = " and ".join(f"{shown_number(one)} for {when}" for when, one in _neighbours(run, place))
                how = f"{shown_number(factor)} times too {'large' if value > max(others) else 'small'}"
                yield from row.ask("RG320", period, neighbours=Literal(beside), factor=Literal(how))


def _power_of_ten(value: Decimal, others: list[Decimal], *, is_count: bool, is_level: bool) -> Decimal | None:
    """Return the power of ten that would put a figure among the others, where it stands far outside them; or None."""
    limits = THRESHOLDS
    if len(others) < (1 if is_level else limits.others) or min(value, *others) <= _ZERO:
        return None
    low, high = min(others), max(others)
    if high > low * limits.others_apart or (is_count and low < limits.others_smallest):
        return None
    if low <= value * limits.outside and value <= high * limits.outside:
        return None
    for factor in limits.factors:
        meant = value / factor if value > high else value * factor
        if low <= meant * limits.inside and meant <= high * limits.inside:
            return factor
    return None


def _nought(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG319 for the first nought after figures that are far from it: what is typed where there are no data.

    A part that makes up the whole with the others is not asked about: their sum shows whether it is nothing.
    """
    is_summed = row.index is not None and row.indicator.is_exhaustive(row.indicator.breakdown[row.index].by)
    if row.indicator.unit == "rank" or is_summed:
        return
    for current in row.runs():
        run = sorted([*row.former(current[0][0]), *current], key=lambda one: one[0].order)
        place = next((place for place, (_, value) in enumerate(run) if value == _ZERO and place), None)
        if place is None or run[place] not in current or not _is_far_from_nothing(run, is_count=row.is_count):
            continue
        period = run[place][0]
        if row.index is None or row.indicator.value(period) != _ZERO:
            beside = " and ".join(f"{shown_number(one)} for {when}" for when, one in _neighbours(run, place))
            yield from row.ask("RG319", period, neighbours=Literal(beside))


def _is_far_from_nothing(run: Run, *, is_count: bool) -> bool:
    """Return whether figures are alike, and none of them small, so that noughts among or after them stand out."""
    limits = THRESHOLDS
    others = [value for _, value in run if value != _ZERO]
    ends = all(value != _ZERO for _, value in run[: len(others)])  # else what comes and goes has as many noughts
    if len(others) < limits.others or not (ends or 2 * len(others) > len(run)) or min(others) < _ZERO:
        return False
    low, high = min(others), max(others)
    least = limits.others_smallest if is_count else limits.others_steps * 2 * half_step(others)
    return high <= low * limits.others_apart and low >= least


def _neighbours(run: Run, place: int) -> Run:
    """Return the figures before and after one; at an end of the series, the two that are nearest."""
    if place == 0:
        return run[1:3]
    if place == len(run) - 1:
        return run[max(place - 2, 0) : place]
    return [run[place - 1], run[place + 1]]


def _years_copied(rows: list[AskedSeries]) -> Iterator[Finding]:
    """Yield RG321 where the figures of one period are those of the period before."""
    whole = rows[0].indicator
    if whole.nature in {"stock", "rank"} or whole.measure == "stock":
        return
    periods = sorted({period for row in rows for period in row.series.periods}, key=lambda period: period.order)
    for first, second in pairwise(periods):
        if not second.like(first):
            continue
        both = [
            (row, old, new)
            for row in rows
            if (old := row.series.value(first)) is not None and (new := row.series.value(second)) is not None
        ]
        same = [(row, new) for row, old, new in both if old == new]
        all_same = len(same) == len(both) >= THRESHOLDS.copied_figures
        largest = max((abs(new) for _, new in same), default=_ZERO)
        if (all_same and largest >= THRESHOLDS.copied_smallest) or (
            largest >= THRESHOLDS.copied and whole.unit != "percent"
        ):
            row = next(row for row, new in same if abs(new) == largest or all_same)
            yield from row.ask("RG321", second, before=first)


def _row_copied(row: AskedSeries, seen: dict[object, AskedSeries]) -> Iterator[Finding]:
    """Yield RG318 where all figures of a series are those of another one, which stands before it.

    Not of a part that is the whole of its indicator, nor of `warnings` of penalties and a row `warnings issued`.

    Args:
        row: the series.
        seen: the series so far by their figures; the row is added.
    """
    figures = tuple(row.series.figures)
    values = {abs(value) for _, value in figures}
    if len(figures) < THRESHOLDS.copied_figures or len(values) == 1:
        return
    first = seen.setdefault((row.indicator.unit == "percent", figures), row)
    is_small = max(values) < THRESHOLDS.row_largest and row.indicator.unit != "percent"
    if first is row or is_small or (first.key == row.key and first.index is None) or _is_part_of_name(first, row):
        return
    named = f"“{label_of(first.indicator, first.key)}”{f' ({first.part})' if first.part else ''}"
    yield from row.ask("RG318", figures[-1][0], other=Literal(named), count=len(figures))


def _is_part_of_name(one: AskedSeries, other: AskedSeries) -> bool:
    """Return whether one of two series is a part, and the label of the other has a word of it: they count the same."""
    part, whole = (one, other) if other.part is None else (other, one)
    if part.part is None or whole.part is not None:
        return False
    return not {*part.part.casefold().split()}.isdisjoint(label_of(whole.indicator, whole.key).casefold().split())


def _years_typed(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG338 for figures that are their years, as where a head was copied; for one only if it stands far off."""
    same = [period for period, value in row.series.figures if period.is_year and value == period.year]
    others = [value for period, value in row.series.figures if period not in same]
    year = Decimal(same[0].year) if same else _ONE
    is_outside = all(one <= _ZERO or _times(one, year) > THRESHOLDS.outside for one in others)
    if len(same) > 1 or (same and others and is_outside):
        what = f"{len(same)} of its figures are the years for which they stand" if len(same) > 1 else "the year itself"
        yield from row.ask("RG338", same[0], what=Literal(what))


def _jumps(rows: list[AskedSeries]) -> Iterator[Finding]:
    """Yield RG322 where a total does not move with its parts.

    Only where the parts need not make up the whole; where they must, RG301 has found it already.
    """
    whole, limits = rows[0], THRESHOLDS
    if not whole.indicator.adds_up_over_parts:
        return
    for run in whole.runs():
        for (before, old), (period, new) in pairwise(run):
            for by in whole.indicator.criteria:
                parts = [(part.value(before), part.value(period)) for part in whole.indicator.parts(by)]
                known = [(one, two) for one, two in parts if one is not None and two is not None]
                first, second = sum((one for one, _ in known), _ZERO), sum((two for _, two in known), _ZERO)
                is_whole = whole.indicator.is_exhaustive(by) and len(known) == len(parts)
                if is_whole or min(first, second) < limits.jump_smallest or min(old, new) < limits.jump_smallest:
                    continue
                if _times(old, new) >= limits.jump and _times(first, second) <= limits.calm:
                    sums = {"first": shown_number(first), "second": shown_number(second)}
                    yield from whole.ask("RG322", period, None, before=before, old=shown_number(old), **sums)


def _outside_groups(whole: AskedSeries) -> Iterator[Finding]:
    """Yield RG350 where a rate or an average does not lie between those of the groups that make up the whole."""
    indicator = whole.indicator
    if indicator.nature not in {"rate", "average"} or _NO_MEAN.search(indicator.label or ""):
        return
    for by in indicator.criteria:
        parts = indicator.parts(by)
        for period in indicator.periods if indicator.is_exhaustive(by) and len(parts) > 1 else ():
            total = indicator.value(period)
            values = [value for part in parts if (value := part.value(period)) is not None]
            if total is None or len(values) < len(parts):
                continue
            of_whole, of_part = (
                half_step(value for one in series for _, value in one.figures) for series in ([indicator], parts)
            )
            slack = of_whole + of_part
            low, high = min(values), max(values)
            is_percent = indicator.unit == "percent"  # shares of one whole do make up their sum
            is_composed = is_percent and abs(sum(values, _ZERO) - total) <= of_whole + len(parts) * of_part
            if not (low - slack <= total <= high + slack or is_composed):
                named = Literal(f" by {by}" if by else "")
                yield from whole.ask("RG350", period, by=named, low=shown_number(low), high=shown_number(high))


_NO_MEAN = regex(
    r"\b(gap|difference|disparity|ratio|index|distribution|écart|différence|rapport|indice)\b", re.IGNORECASE
)
"""Labels of what is no mean of its groups, whatever measure it is given as."""


def _below_the_sum(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG352 where what a period holds is more than it, or its years are not it; persons may be counted once."""
    for held in period_sums(row.indicator, row.index):
        least = held.sum - held.tolerance
        is_above = held.total > held.sum + held.tolerance
        too_large = held.is_never_negative and max(held.figures) > held.total
        is_below = held.total < least and (held.fills or held.is_never_negative)
        if not too_large and (is_below or (is_above and held.fills and not held.is_never_negative)):
            yield from row.ask("RG352", held.period, sum=shown_number(held.sum))


def _times(one: Decimal, other: Decimal) -> Decimal:
    """Return how many times the smaller of two positive figures the larger is."""
    return max(one, other) / min(one, other)


def _negative(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG323 for a count below zero."""
    for period, value in row.series.figures:
        if row.is_count and value < _ZERO:
            yield from row.ask("RG323", period)


def _parted(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG390 for a count that is no whole number, unless all are fractions: then it is something measured."""
    counted = [(period, value) for period, value in row.series.figures if value]
    parted = [(period, value) for period, value in counted if value != value.to_integral_value()]
    if not parted or not row.is_count:
        return
    unit, language = row.indicator.unit, load(row.context.report.settings.language)
    if (isinstance(unit, Noun) and language.is_measured(unit.other)) or is_counted_whole(row.indicator):
        return
    if len(parted) * 2 <= len(counted) or (isinstance(unit, Noun) and len(counted) == 1):
        yield from (asked for period, _ in parted for asked in row.ask("RG390", period))


def _fraction(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG324 for a percentage typed as a fraction, RG325 for one beyond a hundred where no other is.

    Whole numbers far beyond it may be counts, whose unit was mistaken: it is asked once.
    """
    if row.indicator.unit != "percent":
        return
    for run in row.runs():
        values = [abs(value) for _, value in run]
        are_counts = all(one > 5 * _HUNDRED and one == one.to_integral_value() for one in values)
        for place, (period, value) in enumerate(run):
            others = [one for number, one in enumerate(values) if number != place]
            if _ZERO < abs(value) < _ONE and _is_fraction(abs(value), others):
                yield from row.ask("RG324", period, percent=shown_number(value * _HUNDRED))
                continue
            is_apart = row.indicator.share or (others and max(others) <= _HUNDRED)
            if value > _HUNDRED and (is_apart or (are_counts and period == run[-1][0])):
                yield from row.ask("RG325", period)


def _is_fraction(value: Decimal, others: list[Decimal]) -> bool:
    """Return whether a percentage below 1 stands beside far larger ones, or all are below 1 with several decimals."""
    if any(other >= _ONE for other in others):
        return min(other for other in others if other > _ZERO) >= value * THRESHOLDS.fraction_apart
    return bool(others) and all(written_decimals(one) > 1 for one in (value, *others) if one)


def _still_provisional(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG326 for what was provisional in an earlier year and has no final figure by now."""
    last = max(row.context.report.settings.reporting_years)
    for period in row.series.periods:
        if row.series.values[period].status == "provisional" and period.year < last:
            yield from row.ask("RG326", period)


def _changed(row: AskedSeries) -> Iterator[Finding]:
    """Yield RG327 for a figure that the last report gave otherwise, unless it was provisional or estimated."""
    for period in row.series.periods:
        path = row.context.merged.former.get((row.key, row.index, period))
        former = _observation(row.context, path) if path else None
        if path and former and former.value is not None and former.status == "final":
            for question in row.ask("RG327", period, previous=shown_number(former.value)):
                yield replace(question, notes=(("the last report", path),))


def _observation(context: CheckContext, path: Path) -> Observation | None:
    """Return the observation of the last cycle at a path, such as `previous, 0, indicators, cases, values, 2020`."""
    match path:
        case ("previous", int(number), "indicators", str(key), "values", period):
            return context.report.previous[number].indicators[key].values.get(Period.parse(period))
        case ("previous", int(number), "indicators", str(key), "breakdown", int(part), "values", period):
            return context.report.previous[number].indicators[key].breakdown[part].values.get(Period.parse(period))
        case _:
            return None


_OF_A_ROW: tuple[Callable[[AskedSeries], Iterator[Finding]], ...] = (
    _years_typed,
    _tenfold,
    _nought,
    _negative,
    _parted,
    _fraction,
    _still_provisional,
    _changed,
    _below_the_sum,
)


def _never_replaced(context: CheckContext) -> Iterator[Finding]:
    """Yield RG328 for what the last report gave as provisional and nobody gave again."""
    for submission in context.report.previous:
        for key, former in submission.indicators.items():
            now = context.merged.indicators.get(key)
            for period, value in former.figures:
                if now is not None and former.values[period].status == "provisional" and period not in now.values:
                    row = AskedSeries(context, key, now, None)
                    yield from row.ask("RG328", period, context.merged.homes[key], previous=shown_number(value))
