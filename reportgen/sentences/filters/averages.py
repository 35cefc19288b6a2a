"""Averages, rates, lists in parallel, and dates of stocks."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.model import Period
from reportgen.sentences.amounts import amount, kind_of, measure, worked_out
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.facts import Movement, find_change
from reportgen.sentences.filters.arguments import At, Base, Digits, Flag, Other, Others, VerbName, Years
from reportgen.sentences.filters.changes import earliest, ends, from_to_values, kept, points, verb_for
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.filters.values import listed, summed, unsummed
from reportgen.sentences.numerals import decimals, figures, ratio, rounded_apart
from reportgen.sentences.phrase import EMPTY, NumberRule, Phrase, fill, join, text
from reportgen.sentences.remarks import in_parentheses, named, remarks, when, with_remarks
from reportgen.sentences.thresholds import MONEY_DIGITS, PERCENT_DIGITS, RATE_BASE
from reportgen.sentences.view import Subject, View

_NOTHING = Decimal(0)
_AVERAGED = {NumberRule.COUNT, NumberRule.MEASURE, NumberRule.MONEY}


@phrase_filter("{{ cases | yearly_average(unit=True) }}", whole_series=True)
def yearly_average(view: View, unit: Flag = False, digits: Digits = PERCENT_DIGITS) -> Phrase:
    """The average of all years."""
    if kind_of(view) not in _AVERAGED:
        raise misfit(view.key, "yearly_average", "no_average")
    whole, used = summed(view)
    years = sum(period.months for period in used) // 12
    digits = _digits_of_mean(view, used, digits)
    mean = rounded_apart(ratio(whole, Decimal(years)), digits, _NOTHING)
    value = worked_out(view, mean, (view.source(*used),), unit=unit)
    notes = remarks(view, used, unsummed(view, used))
    return in_parentheses(view, fill(view.language.patterns.average, value=value), EMPTY, notes)


@phrase_filter("{{ centres | yearly_change(since=2017) }}")
def yearly_change(view: View, since: At = None, verb: VerbName = None, digits: Digits = PERCENT_DIGITS) -> Phrase:
    """The average change a year, from the first period or from another one."""
    if kind_of(view) not in {*_AVERAGED, NumberRule.PERCENT}:
        raise misfit(view.key, "yearly_change", "no_average")
    first, last = ends(view, since, default=earliest)
    before, after = view.value(first), view.value(last)
    found = find_change(before, after, digits, in_points=True)
    digits = _digits_of_mean(view, [first, last], digits)
    notes = remarks(view, [first, last], () if since else view.gaps(first, last))
    mean = rounded_apart(ratio(abs(after - before), Decimal(last.year - first.year)), digits, _NOTHING)
    if found.direction is Movement.SAME:
        return in_parentheses(view, kept(view, first, last, years=True, unit=False), EMPTY, notes)
    sources = (view.change(first, last),)
    is_percent = kind_of(view) is NumberRule.PERCENT
    size = points(view, mean, sources) if is_percent else worked_out(view, mean, sources)
    wording = fill(view.language.patterns.by_average, verb=verb_for(view, found, verb).past, amount=size)
    values = from_to_values(view, first, last, unit=False, years=True, verb=verb)
    return in_parentheses(view, wording, values, notes).dated()


def _digits_of_mean(view: View, periods: Sequence[Period], digits: int) -> int:
    """Return the decimals of a mean: as many as its values have, and of money two or none.

    Money that has decimals is printed with two: of T 1 in three years, T 0.3 would become T 0.30, and it is T 0.33.
    """
    digits = max(digits, *(decimals(view.value(period)) for period in periods))
    return max(digits, MONEY_DIGITS) if digits and kind_of(view) is NumberRule.MONEY else digits


@phrase_filter("{{ suicides | rate_per(population) }}")
def rate_per(view: View, other: Other, base: Base = RATE_BASE, digits: Digits = PERCENT_DIGITS) -> Phrase:
    """The value for so many of another one."""
    period, whole = view.current, view.of(other)
    if {kind_of(view), kind_of(whole)} != {NumberRule.COUNT}:
        raise misfit(view.key, "rate_per", "no_rate")
    if whole.value(period) <= 0:
        raise PhraseError("RG414", key=whole.key, filter="rate_per")
    rate = rounded_apart(ratio(view.value(period) * base, whole.value(period)), digits, _NOTHING, Decimal(base))
    number = measure(rate, (view.source(period), whole.source(period)))
    return fill(view.language.patterns.rate, rate=number, base=figures(Decimal(base), view.language.tag))


@phrase_filter("{{ men | respectively(women) }}")
def respectively(view: View, others: Others = None, years: Years = None, unit: Flag = False) -> Phrase:
    """The values of several indicators in a row, or of one over the years."""
    if others:
        return fill(view.language.patterns.respectively, items=_in_row(view, others, unit=unit))
    periods = [period for period in listed(view) if years is None or period in years]
    if len(periods) < 2:  # a list in parallel has two items
        raise PhraseError("RG409", key=view.key, period=str(view.current))
    values = join(view.language, [amount(view, period, unit=unit and period == periods[-1]) for period in periods])
    pattern = view.language.patterns.respectively_years
    times = join(view.language, [when(view, period) for period in periods])
    wording = fill(pattern, values=values, periods=named(view, periods), times=times).dated()
    return with_remarks(view, wording, remarks(view, periods, () if years else view.gaps(periods[0], periods[-1])))


@phrase_filter("{{ prisoners | as_at }}")
def as_at(view: View) -> Phrase:
    """The date of a stock."""
    if view.indicator.measure != "stock":
        raise misfit(view.key, "as_at", "no_stock")
    return text(view.language.as_at(view.current))


def _in_row(view: View, others: Sequence[Subject], *, unit: bool) -> Phrase:
    """Return the values of this indicator and of others at one period."""
    period = view.current
    views = [view, *(view.of(other) for other in others)]
    return join(view.language, [amount(one, period, unit=unit and one is views[-1]) for one in views])
