"""A value as a number of a phrase: by the unit of its indicator, with its noun where one is asked for."""

from decimal import Decimal

from reportgen.model import Currency, Period
from reportgen.narrative.errors import misfit
from reportgen.narrative.language import cldr
from reportgen.narrative.phrase import BILLION, MILLION, Kind, Number, Phrase, Sources, fill
from reportgen.narrative.view import View

_SCALES = {"million": MILLION, "billion": BILLION}


def kind_of(view: View) -> Kind:
    """The rule by which the values of an indicator are printed."""
    unit = view.indicator.unit
    if isinstance(unit, Currency):
        return Kind.MONEY
    return (
        {"percent": Kind.PERCENT, "rank": Kind.ORDINAL}.get(unit, Kind.COUNT) if isinstance(unit, str) else Kind.COUNT
    )


def number(view: View, value: Decimal, sources: Sources, *, has_noun: bool = False) -> Number:
    """A value, given or worked out, in the unit of the indicator."""
    unit = view.indicator.unit
    scale = _SCALES.get(view.indicator.show or "", 0)
    return Number(
        value,
        kind_of(view),
        sources,
        symbol=unit.currency if isinstance(unit, Currency) else "",
        scale=scale if abs(value) >= Decimal(10) ** scale and scale else 0,
        has_noun=has_noun,
    )


def measure(value: Decimal, sources: Sources, kind: Kind = Kind.MEASURE) -> Phrase:
    """A number worked out here, always in figures."""
    return Phrase((Number(value, kind, sources),))


def amount(view: View, period: Period, *, unit: bool = False) -> Phrase:
    """The value at a period, with its noun where `unit` asks for one."""
    return worked_out(view, view.value(period), (view.source(period),), unit=unit)


def worked_out(view: View, value: Decimal, sources: Sources, *, unit: bool = False) -> Phrase:
    """A value worked out from several, in the unit of the indicator.

    Raises:
        PhraseError: where a noun is asked for and the indicator has none.
    """
    if not unit or kind_of(view) is not Kind.COUNT:
        return Phrase((number(view, value, sources),))
    if view.noun is None:
        raise misfit(view.key, "unit=True", "no_noun")
    counted = number(view, value, sources, has_noun=True)
    one = cldr(view.language.tag).is_one(abs(value))
    patterns = view.language.patterns
    pattern = patterns.counted_large if counted.scale else patterns.counted
    return fill(pattern, number=Phrase((counted,)), noun=view.noun.one if one else view.noun.other)


def bare(view: View, period: Period) -> Phrase:
    """The value at a period without the words of its unit: the first of two percentages."""
    if kind_of(view) is Kind.PERCENT:
        return measure(view.value(period), (view.source(period),))
    return amount(view, period)
