"""Values by themselves: one value, the periods, lists over the years, sums."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.diagnostics import nearest
from reportgen.model import Period
from reportgen.model.small_numbers import Withheld
from reportgen.sentences.amounts import amount, kind_of, noun_form, worked_out
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.filters.arguments import At, Flag, Moment, Order, Words, Years
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.phrase import EMPTY, NumberRule, Phrase, fill, join, join_long, text
from reportgen.sentences.remarks import (
    break_remarks,
    crossed,
    in_parentheses,
    missing_in,
    period_word,
    remarks,
    when,
    with_remarks,
)
from reportgen.sentences.view import View


@phrase_filter("{{ victims | value(unit=True) }}", at=0)
def value(view: View, unit: Flag = False) -> Phrase:
    """The value; with `unit`, its noun in the right number."""
    latest = view.moment or next(reversed(view.asked), None)
    return _amount(view, latest, unit=unit) if latest else amount(view, view.current, unit=unit)


@phrase_filter("{{ victims | at(2020) }}", whole_series=True)
def at_(view: View, period: Moment, unit: Flag = False) -> Phrase:
    """The value at a period."""
    return _amount(view, period, unit=unit)


@phrase_filter("{{ victims | period }}", whole_series=True)
def period(view: View) -> Phrase:
    """The span that the values cover."""
    periods = _any(view)
    first = min(one.start for one in periods)
    return period_word(view, Period(first, max(one.end for one in periods)))


@phrase_filter("{{ victims | first_period }}", whole_series=True)
def first_period(view: View) -> Phrase:
    """The first period that has a value."""
    return period_word(view, _any(view, view.told)[0])


@phrase_filter("{{ victims | last_period }}", whole_series=True)
def last_period(view: View) -> Phrase:
    """The last period that has a value."""
    return period_word(view, _any(view, view.told)[-1])


@phrase_filter("{{ torture | by_year }}", whole_series=True)
def by_year(
    view: View,
    first: At = None,
    last: At = None,
    unit: Flag = False,
    order: Order = "earliest-first",
    years: Years = None,
) -> Phrase:
    """The values year by year, from `first` to `last`, or in the `years` named."""
    used = [one for one in listed(view) if _within(one, first, last) and (years is None or one in years)]
    for one in years or ():
        if one not in view.series.values:
            view.value(one)
    if not used:
        _any(view)
        wanted = str(first or last or ", ".join(map(str, years or ())))
        known = nearest(wanted, [str(one) for one in view.periods])
        raise PhraseError("RG407", key=view.key, period=wanted, nearest=known)
    missing = [one for one in _unlisted(view, used, first, last) if years is None or one in years]
    turned = used[::-1] if order == "latest-first" else used
    items = [dated(view, one, unit=unit) for one in turned]
    return with_remarks(view, join(view.language, items), remarks(view, used, missing))


@phrase_filter("{{ referred | total }}", whole_series=True)
def total(view: View, unit: Flag = False) -> Phrase:
    """The sum over all single years."""
    whole, years = summed(view)
    notes = remarks(view, years, unsummed(view, years))
    return in_parentheses(view, worked_out(view, whole, (view.source(*years),), unit=unit), EMPTY, notes)


@phrase_filter("{{ received | total_by_year }}", whole_series=True)
def total_by_year(view: View, unit: Flag = False, order: Order = "earliest-first") -> Phrase:
    """The sum over all single years and, in parentheses, the years."""
    whole, years = summed(view)
    single = [one for one in view.periods if one.is_year]
    check_unbroken(view, single)
    turned = single[::-1] if order == "latest-first" else single
    items = join(view.language, [dated(view, one) for one in turned])
    return in_parentheses(
        view,
        worked_out(view, whole, (view.source(*years),), unit=unit),
        items,
        remarks(view, single, unsummed(view, years)),
    )


@phrase_filter("{{ civil | total_including(unit=True) }}", whole_series=True)
def total_including(view: View, unit: Flag = False) -> Phrase:
    """The value of the whole span, and what of it fell in the latest year."""
    check_adds_up(view)
    spans = [one for one in view.periods if one.is_span]
    whole, used = (view.value(spans[-1]), spans[-1:]) if spans else summed(view)
    latest = [one for one in view.periods if one.is_year and used[0].start <= one.start and one.end <= used[-1].end]
    if not latest:
        raise PhraseError("RG409", key=view.key, period=str(used[-1]))
    check_unbroken(view, [*used, latest[-1]])
    part = fill(view.language.patterns.including, value=dated(view, latest[-1])) if whole else EMPTY
    outer = worked_out(view, whole, (view.source(*used),), unit=unit)
    later = [one for one in view.asked if one.is_year and one.order > latest[-1].order]
    lacking = [one for one in later if view.series.value(one) is None]
    return in_parentheses(view, outer, part, remarks(view, [*used, latest[-1]] if spans else used, lacking))


@phrase_filter("{{ cases | each_year('{cases} cases in {year}, with {verdicts} verdicts') }}", whole_series=True)
def each_year(view: View, pattern: Words) -> Phrase:
    """A pattern filled for every year, joined with semicolons."""
    periods = _any(view, listed(view))
    wording = join_long(view.language, [_filled(view, pattern, one) for one in periods])
    return with_remarks(view, wording, _broken_or_missing(view, pattern, periods))


def _amount(view: View, one: Period, *, unit: bool) -> Phrase:
    """Return the value at a period, or that it is a small number that is not printed.

    Raises:
        PhraseError: where there is none, and where it is not printed because it would give another one away.
    """
    observation = view.series.values.get(one)
    if isinstance(observation, Withheld) and observation.below is not None:
        number = text(f"{view.withheld(one)}", (view.source(one),))
        if not unit or view.noun is None:
            return number
        return fill(view.language.patterns.counted, number=number, noun=noun_form(view, view.noun, "many"))
    return amount(view, one, unit=unit)


# ---- what they share ------------------------------------------------------------------------------------------


def dated(view: View, one: Period, *, unit: bool = False) -> Phrase:
    """Return a value with its period: `8 in 2018`."""
    return fill(view.language.patterns.dated, value=amount(view, one, unit=unit), when=when(view, one)).dated()


def dated_in_change(view: View, one: Period, *, unit: bool = False) -> Phrase:
    """Return the same behind "from" and "to"."""
    patterns = view.language.patterns
    value = amount(view, one, unit=unit)
    return fill(patterns.dated_in_change or patterns.dated, value=value, when=when(view, one)).dated()


def listed(view: View) -> list[Period]:
    """Return the periods of a list over the years: single years and what lies in none of them; no spans."""
    years = [one for one in view.periods if one.is_year]
    rest = [one for one in view.periods if one.is_part and not any(one in year for year in years)]
    found = sorted([*years, *rest], key=lambda one: one.order) or list(view.periods)
    return [one for one in found if view.moment is None or one.order <= view.moment.order]


def summed(view: View) -> tuple[Decimal, tuple[Period, ...]]:
    """Return the sum over all single years, and the periods that it was made from.

    Raises:
        PhraseError: for whatever is not counted over a period, and where a year is missing or a break lies between.
    """
    check_adds_up(view)
    periods = _any(view)
    years = tuple(one for one in periods if one.is_year)
    first, last = min(one.start[0] for one in periods), max(one.end[0] for one in periods)
    missing = sorted(set(range(first, last + 1)) - {year.year for year in years})
    if not missing:
        check_unbroken(view, years)
        return sum((view.value(year) for year in years), Decimal(0)), years
    whole = next((one for one in periods if (one.start[0], one.end[0]) == (first, last) and one.is_span), None)
    if whole is None:
        raise PhraseError("RG413", key=view.key, years=", ".join(map(str, missing)))
    check_unbroken(view, (whole,))
    return view.value(whole), (whole,)


def check_adds_up(view: View) -> None:
    """Refuse to add up over time what is not counted over each period.

    Raises:
        PhraseError: for a stock, a percentage, a rank, a rate, a ratio, an average, an index.
    """
    nature = view.indicator.nature
    if view.indicator.measure == "stock" and nature == "stock":
        raise PhraseError("RG412", key=view.key)
    if kind_of(view) in {NumberRule.PERCENT, NumberRule.ORDINAL}:
        raise misfit(view.key, "total", "no_sum")
    if nature != "flow":
        raise PhraseError("RG424", key=view.key, measure=nature)


def check_unbroken(view: View, periods: Sequence[Period]) -> None:
    """Refuse to put together figures from both sides of a break.

    Raises:
        PhraseError: where the series has a break between the first of the periods and the last.
    """
    breaks = crossed(view, periods)
    if breaks:
        reason, first, last = view.indicator.breaks[breaks[-1]], periods[0], periods[-1]
        if first == last:  # one sum of several years
            first, last = Period.of_year(first.start[0]), Period.of_year(first.end[0])
        raise PhraseError("RG411", key=view.key, period=str(last), other=str(first), reason=reason)


def unsummed(view: View, used: Sequence[Period]) -> list[Period]:
    """Return years that were asked for, have no data and lie outside what is added up."""
    lacking = (one for one in view.asked if one.is_year and view.series.value(one) is None)
    return [one for one in lacking if not any(one in period for period in used)]


def _any(view: View, periods: Sequence[Period] | None = None) -> Sequence[Period]:
    """Return the periods, if there are any."""
    found = view.periods if periods is None else periods
    if not found:
        raise PhraseError("RG421", key=view.key)
    return found


def _within(one: Period, first: Period | None, last: Period | None) -> bool:
    return (first is None or first.start <= one.start) and (last is None or one.end <= last.end)


def _unlisted(view: View, used: Sequence[Period], first: Period | None, last: Period | None) -> list[Period]:
    """Return periods of the kinds listed that were asked for and have no data."""
    lacking = (one for one in view.asked if view.series.value(one) is None and _within(one, first, last))
    return [one for one in lacking if any(one.like(other) for other in used)]


def _filled(view: View, pattern: str, one: Period) -> Phrase:
    """Return the pattern of `each_year` for one year."""
    fields = {name: view.lookup(name) for name in _names(view, pattern)}
    values = {name: amount(view.of(subject), one) for name, subject in fields.items()}
    filled = fill(pattern, year=period_word(view, one), **values)
    return filled.dated() if "{year}" in pattern else filled


def _broken_or_missing(view: View, pattern: str, periods: Sequence[Period]) -> list[Phrase]:
    """Return what a reader of a row of years must know: years without data, and breaks of any series of the pattern."""
    gaps = view.gaps(periods[0], periods[-1])
    notes = [missing_in(view, gaps)] if gaps else []
    for name in dict.fromkeys(_names(view, pattern)):
        notes += [note for note in break_remarks(view.of(view.lookup(name)), periods) if note not in notes]
    return notes


def _names(view: View, pattern: str) -> list[str]:
    """Return the indicators that a pattern names.

    Raises:
        PhraseError: where its braces do not match or it names none.
    """
    pieces = pattern.replace("{year}", "").split("{")[1:]
    names = [piece.partition("}")[0] for piece in pieces]
    if not names or any("}" not in piece for piece in pieces) or not all(map(str.isidentifier, names)):
        raise PhraseError("RG417", key=view.key, pattern=pattern)
    return names
