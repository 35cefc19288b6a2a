"""Shares: one indicator as a part of another, in the same period."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen.model import Period
from reportgen.sentences.amounts import amount, has_same_unit, measure, worked_out
from reportgen.sentences.errors import PhraseError, misfit
from reportgen.sentences.facts import find_change
from reportgen.sentences.filters.arguments import At, Digits, Flag, Other, Show, VerbName
from reportgen.sentences.filters.changes import between, ends, or_with_years, points, verb_for
from reportgen.sentences.filters.comparisons import check_part, previous
from reportgen.sentences.filters.registry import phrase_filter
from reportgen.sentences.filters.values import check_unbroken
from reportgen.sentences.numerals import decimals, ratio, rounded_apart
from reportgen.sentences.phrase import EMPTY, Number, NumberRule, Phrase, fill, text
from reportgen.sentences.remarks import in_parentheses, named_remarks, remarks, when
from reportgen.sentences.thresholds import NEARLY_SAME, PERCENT_DIGITS
from reportgen.sentences.view import Subject, View

_NONE_AND_ALL = (Decimal(0), Decimal(100))


@phrase_filter("{{ women | share_of(deputies) }}")
def share_of(view: View, other: Other, digits: Digits = PERCENT_DIGITS) -> Phrase:
    """The value as a percentage of another one."""
    whole, period = whole_of(view, other)
    return in_parentheses(view, _percent(view, whole, period, digits), EMPTY, _unequal(view, whole, period))


@phrase_filter("{{ women | with_share(judges) }}")
def with_share(view: View, other: Other, digits: Digits = PERCENT_DIGITS, unit: Flag = False) -> Phrase:
    """The value and, in parentheses, its share of another one."""
    outer = amount(view, view.current, unit=unit)
    whole, period = whole_of(view, other)
    return in_parentheses(view, outer, _percent(view, whole, period, digits), _unequal(view, whole, period))


@phrase_filter("{{ women | share_change(judges) }}")
def share_change(
    view: View,
    other: Other,
    since: At = None,
    verb: VerbName = None,
    digits: Digits = PERCENT_DIGITS,
    show: Show = "values",
) -> Phrase:
    """The change of the share of another one, in percentage points."""
    first, last = ends(view, since, default=previous)
    whole = view.of(other)
    check_unbroken(whole, (first, last))
    shares, digits = _shares(view, whole, (first, last), digits)
    found = find_change(shares[0], shares[1], digits, in_points=True)
    patterns, notes = view.language.patterns, remarks(view, [first, last], () if since else view.gaps(first, last))
    notes += named_remarks(whole, [period for period in (first, last) if _unequal(view, whole, period)])
    sources = [(view.source(period), whole.source(period)) for period in (first, last)]
    value = measure(shares[1], sources[1], NumberRule.PERCENT)
    if not found.amount:
        return _unchanged(view, whole, (first, last), value, notes)
    size = points(view, found.amount, (view.change(first, last), whole.change(first, last)))
    wording = fill(patterns.by_amount or patterns.by_per_cent, verb=verb_for(view, found, verb).past, amount=size)
    if show == "none":
        return in_parentheses(view, wording, EMPTY, notes)
    former = measure(shares[0], sources[0], NumberRule.PERCENT)
    bare = former if patterns.repeats_per_cent else measure(shares[0], sources[0])
    plain = in_parentheses(view, wording, between(view, found, verb, bare, value).dated(), notes)
    both = [
        fill(patterns.dated_in_change or patterns.dated, value=number, when=when(view, period))
        for number, period in zip((former, value), (first, last), strict=True)
    ]
    dated = in_parentheses(view, wording, between(view, found, verb, *both), notes).dated()
    return dated if show == "years" else or_with_years(view, plain, dated, first, last)


def _unchanged(view: View, whole: View, ends: tuple[Period, Period], value: Phrase, notes: Sequence[Phrase]) -> Phrase:
    """Return that two shares are the same, or that they only are as they are rounded."""
    first, last = ends
    if view.value(first) * whole.value(last) == view.value(last) * whole.value(first):
        return in_parentheses(view, fill(view.language.patterns.unchanged_at, value=value), EMPTY, notes)
    return in_parentheses(view, text(view.language.patterns.nearly_unchanged), value, notes)


@phrase_filter("{{ women | out_of(deputies) }}")
def out_of(view: View, other: Other, unit: Flag = False) -> Phrase:
    """The value and the whole of which it is a part."""
    whole, period = whole_of(view, other)
    patterns, part = view.language.patterns, amount(view, period)
    if unit and patterns.counts_part:
        part, unit = worked_out(whole, view.value(period), (view.source(period),), unit=True), False
    counted = amount(whole, period, unit=unit and not patterns.declines)
    wording = fill(patterns.out_of, part=part, whole=counted)
    return in_parentheses(view, wording, EMPTY, _unequal(view, whole, period))


def whole_of(view: View, other: Subject) -> tuple[View, Period]:
    """Return the indicator of which the subject is a part, and the period of both."""
    period, whole = view.current, view.of(other)
    _check_whole(view, whole, period)
    return whole, period


def _share(view: View, whole: View, period: Period, digits: int) -> Decimal:
    """Return the value as a percentage of the whole."""
    _check_whole(view, whole, period)
    return rounded_apart(_exact_share(view, whole, period), digits, *_NONE_AND_ALL)


def _exact_share(view: View, whole: View, period: Period) -> Decimal:
    return ratio(view.value(period) * 100, whole.value(period))


def _shares(view: View, whole: View, ends: tuple[Period, Period], digits: int) -> tuple[list[Decimal], int]:
    """Return two shares with decimals that tell them apart, and how many these are.

    A share that needs more than the other gives them to both, and to their difference. 0.6 and 1.4 per cent are not
    “virtually unchanged (1 per cent)”.
    """
    shares = [_share(view, whole, period, digits) for period in ends]
    first, last = (_exact_share(view, whole, period) for period in ends)
    is_hidden = shares[0] == shares[1] and abs(last - first) > max(first, last) * NEARLY_SAME
    needed = max(digits + is_hidden, *map(decimals, shares))
    return (shares, digits) if needed == digits else _shares(view, whole, ends, needed)


def _percent(view: View, whole: View, period: Period, digits: int) -> Phrase:
    part = _share(view, whole, period, digits)
    return Phrase((Number(part, NumberRule.PERCENT, (view.source(period), whole.source(period))),))


def _unequal(view: View, whole: View, period: Period) -> list[Phrase]:
    """Return remarks where the two figures are not of one status, or a note limits one of them."""
    pair, words = [(one, one.series.values[period]) for one in (view, whole)], view.language.patterns.note_words
    limits = [words.limit(observed.note, observed.status) for _, observed in pair]
    uncertain = [one for one, observed in pair if observed.status != "final"]
    if limits[0] == limits[1] and len({observed.status for _, observed in pair}) == 1:
        return []
    if limits[0] == limits[1] and len(uncertain) == 1:
        return remarks(uncertain[0], [period])
    told = [one for (one, _), limit in zip(pair, limits, strict=True) if limit or one in uncertain]
    return [remark for one in told for remark in named_remarks(one, [period])]


def _check_whole(view: View, whole: View, period: Period) -> None:
    """Refuse what is no part of a whole.

    Raises:
        PhraseError: where the two cannot be put in relation, or the part is larger than the whole.
    """
    adds_up = view.indicator.adds_up_over_parts and whole.indicator.adds_up_over_parts
    if not adds_up or not has_same_unit(view, whole):
        raise misfit(view.key, "share_of", "no_share")
    if whole.value(period) == 0:
        raise PhraseError("RG414", key=whole.key, filter="share_of")
    check_part(view, whole, period)
