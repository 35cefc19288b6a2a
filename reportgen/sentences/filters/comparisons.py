"""Comparisons: the value beside those of earlier periods."""

from collections.abc import Sequence

from reportgen.model import Period
from reportgen.sentences.amounts import amount, has_same_unit, kind_of
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.filters.arguments import Flag, Included, Order, Years
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.filters.values import dated
from reportgen.sentences.phrase import EMPTY, NumberRule, Phrase, fill, join
from reportgen.sentences.remarks import compared_with, in_parentheses, remarks, when
from reportgen.sentences.view import View


@phrase_filter("{{ victims | compared(unit=True) }}")
def compared(
    view: View, unit: Flag = False, years: Years = None, order: Order = "earliest-first", including: Included = None
) -> Phrase:
    """The value and, in parentheses, those of the earlier periods."""
    current = view.current
    outer = amount(view, current, unit=unit)
    if including is not None:
        _check_included(view, including, [current])
        if view.value(current):  # nothing includes nothing
            part = amount(including, current, unit=including.noun is not None)
            outer = joined_including(view, outer, part)
    return in_parentheses(view, outer, *_inside(view, years, order, including, unit=unit))


@phrase_filter("{{ cases | comparison }}")
def comparison(
    view: View, unit: Flag = False, years: Years = None, order: Order = "earliest-first", including: Included = None
) -> Phrase:
    """The parentheses alone: the values of the earlier periods."""
    return in_parentheses(view, EMPTY, *_inside(view, years, order, including, unit=unit))


@phrase_filter("{{ cases | with_previous }}")
def with_previous(view: View, unit: Flag = False) -> Phrase:
    """The value and, in parentheses, that of the period before."""
    current = view.current
    before = previous(view)
    notes = remarks(view, [before, current], view.gaps(before, current))
    value = amount(view, before) if current.follows(before) else dated(view, before)
    return in_parentheses(view, amount(view, current, unit=unit), value.dated(), notes)


# ---- what they share ------------------------------------------------------------------------------------------


def joined_including(view: View, outer: Phrase, part: Phrase) -> Phrase:
    """Return a value and what of it was something: `345, including 119 women`."""
    patterns = view.language.patterns
    return fill(patterns.joined_including, value=outer, including=fill(patterns.including, value=part))


def check_part(part: View, whole: View, period: Period) -> None:
    """Refuse a part that is larger than its whole.

    Raises:
        PhraseError: where it is.
    """
    if not 0 <= part.value(period) <= whole.value(period):
        values = {"part": str(part.value(period)), "whole": str(whole.value(period))}
        raise PhraseError("RG418", key=part.key, other=whole.key, period=str(period), **values)


def _check_included(view: View, including: View, periods: Sequence[Period]) -> None:
    """Refuse what cannot be a part of the value in one of some periods.

    Raises:
        PhraseError: where the two do not add up, or the part is larger than the whole.
    """
    adds_up = view.indicator.adds_up_over_parts and including.indicator.adds_up_over_parts
    if not (adds_up and has_same_unit(view, including)):
        raise misfit(view.key, "including", "no_parts")
    for period in periods:
        if including.series.value(period) is not None:
            check_part(including, view, period)


def comparable(view: View, current: Period, other: Period) -> bool:
    """Return whether an earlier period may stand beside a later one.

    Parts of a year only beside the same parts of other years; spans and years, which are named as what they are,
    beside each other, unless one holds the other, or the same events.
    """
    if current.is_part or other.is_part:
        return other.like(current) and not view.counts_twice(other, current)
    return other not in current and not view.counts_twice(other, current)


def earlier(view: View, years: Sequence[Period] | None) -> tuple[list[Period], list[Period]]:
    """Return the periods with which the current one is compared, and those among them without data.

    Raises:
        PhraseError: where a period that was named is not of the same kind, or there is nothing to compare with.
    """
    current = view.current
    before = [period for period in view.asked if period.order < current.order and comparable(view, current, period)]
    if years is not None:
        _check_named(view, years, before)
        before = [period for period in before if period in years]
    used = [period for period in before if view.series.value(period) is not None]
    missing = [period for period in before if period not in used]
    if not before:
        raise PhraseError("RG409", key=view.key, period=str(current))
    return used, missing


def _check_named(view: View, years: Sequence[Period], before: Sequence[Period]) -> None:
    for year in years:
        if year not in view.series.values:
            view.value(year)
        if year not in before:
            raise PhraseError("RG410", key=view.key, period=str(view.current), other=str(year))


def previous(view: View) -> Period:
    """Return the latest period before the current one that is of the same kind.

    Raises:
        PhraseError: where there is none.
    """
    before = [period for period in view.like() if period.order < view.current.order]
    if not before:
        raise PhraseError("RG409", key=view.key, period=str(view.current))
    return before[-1]


def _inside(
    view: View, years: Sequence[Period] | None, order: str, including: View | None, *, unit: bool
) -> tuple[Phrase, list[Phrase]]:
    """Return what stands in the parentheses of a comparison: the earlier values, and remarks."""
    used, missing = earlier(view, years)
    if including is not None:
        _check_included(view, including, used)
    unit = unit and not view.language.patterns.declines
    turned = used[::-1] if order == "latest-first" else used
    items = join(view.language, [_item(view, period, unit=unit, including=including) for period in turned])
    inner = compared_with(view, items) if used else EMPTY
    return inner, remarks(view, [*used, view.current], missing)


def _item(view: View, period: Period, *, unit: bool, including: View | None) -> Phrase:
    """Return one earlier value with its period."""
    # nothing includes nothing
    if including is None or including.series.value(period) is None or not view.value(period):
        return dated(view, period, unit=unit)
    return fill(
        view.language.patterns.dated_including,
        value=amount(view, period, unit=unit),
        part=amount(including, period, unit=including.noun is not None),
        when=when(view, period),
    ).dated()


def is_ranking(view: View) -> bool:
    """Return whether the indicator is a place in a ranking."""
    return kind_of(view) is NumberRule.ORDINAL
