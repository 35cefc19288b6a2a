"""Shares: one indicator as a part of another, in the same period."""

from reportgen.model import Period
from reportgen.narrative.amounts import amount, kind_of
from reportgen.narrative.errors import PhraseError, misfit
from reportgen.narrative.filters.arguments import Digits, Flag, Other
from reportgen.narrative.filters.registry import phrase_filter
from reportgen.narrative.numerals import percentage
from reportgen.narrative.phrase import Kind, Number, Phrase, fill
from reportgen.narrative.remarks import in_parentheses
from reportgen.narrative.thresholds import PERCENT_DIGITS
from reportgen.narrative.view import Subject, View


@phrase_filter("{{ women | share_of(deputies) }}", "23 per cent")
def share_of(view: View, other: Other, digits: Digits = PERCENT_DIGITS) -> Phrase:
    """The value as a percentage of another one."""
    whole, period = _whole(view, other)
    part = percentage(view.value(period), whole.value(period), digits)
    return Phrase((Number(part, Kind.PERCENT, (view.source(period), whole.source(period))),))


@phrase_filter("{{ women | with_share(judges) }}", "204 (45.4 per cent)")
def with_share(view: View, other: Other, digits: Digits = PERCENT_DIGITS, unit: Flag = False) -> Phrase:  # noqa: FBT002 - agencies may write it by position
    """The value and, in parentheses, its share of another one."""
    outer = amount(view, view.current, unit=unit)
    return in_parentheses(view, outer, share_of(view, other, digits))


@phrase_filter("{{ women | out_of(deputies) }}", "786 out of 3,415")
def out_of(view: View, other: Other, unit: Flag = False) -> Phrase:  # noqa: FBT002 - the same
    """The value and the whole of which it is a part."""
    whole, period = _whole(view, other)
    return fill(view.language.patterns.out_of, part=amount(view, period), whole=amount(whole, period, unit=unit))


def _whole(view: View, other: Subject) -> tuple[View, Period]:
    """The indicator of which the subject is a part, and the period of both.

    Raises:
        PhraseError: where the two cannot be put in relation, or the part is larger than the whole.
    """
    period, whole = view.current, view.of(other)
    if kind_of(view) in {Kind.PERCENT, Kind.ORDINAL} or kind_of(view) is not kind_of(whole):
        raise misfit(view.key, "share_of", "no_share")
    if whole.value(period) == 0:
        raise PhraseError("RG414", key=whole.key, filter="share_of")
    if not 0 <= view.value(period) <= whole.value(period):
        values = {"part": str(view.value(period)), "whole": str(whole.value(period))}
        raise PhraseError("RG418", key=view.key, other=whole.key, period=str(period), **values)
    return whole, period
