"""A value as a number of a phrase: by the unit of its indicator, with its noun where one is asked for."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from reportgen.languages.language import cldr, is_round_million
from reportgen.model import Currency, Noun, Period
from reportgen.sentences.errors import misfit
from reportgen.sentences.numerals import decimals, is_whole
from reportgen.sentences.phrase import BILLION, MILLION, Number, NumberRule, Phrase, Sources, Word, fill
from reportgen.sentences.view import View

_SCALES = {"million": (MILLION,), "billion": (BILLION, MILLION)}
"""The powers of ten that are written as words, the largest first: below a billion, V$900 million."""


def kind_of(view: View) -> NumberRule:
    """Return the rule by which the values of an indicator are printed."""
    unit = view.indicator.unit
    if isinstance(unit, Currency):
        return NumberRule.MONEY
    if isinstance(unit, str):
        return {"percent": NumberRule.PERCENT, "rank": NumberRule.ORDINAL}[unit]
    is_measured = isinstance(unit, Noun) and view.language.is_measured(unit.other)
    return NumberRule.COUNT if view.indicator.adds_up_over_parts and not is_measured else NumberRule.MEASURE


def has_same_unit(view: View, other: View) -> bool:
    """Return whether the values of two series may be put in relation: both counts, or both in one currency or unit."""
    kind = kind_of(view)
    return kind is kind_of(other) and (kind is NumberRule.COUNT or view.indicator.unit == other.indicator.unit)


_COUNTED = {NumberRule.COUNT, NumberRule.MEASURE}
"""What may have a noun after it."""


def first_amount(view: View, period: Period) -> Phrase:
    """Return the value that a sentence gives first: with its unit, unless the subject counts in it."""
    return amount(view, period, unit=has_unit(view))


def digits_of(view: View) -> int:
    """Return the decimals that all figures of an indicator have: those of the most exact one (Editorial Manual)."""
    series = (view.indicator, *view.indicator.breakdown)
    return max((decimals(value) for one in series for period in one.periods if (value := one.value(period))), default=0)


def amounted(view: View, value: Decimal, periods: Sequence[Period]) -> Phrase:
    """Return a value that several periods share, with its unit as in `first_amount`."""
    return worked_out(view, value, (view.source(*periods),), unit=has_unit(view))


def has_unit(view: View) -> bool:
    """Return whether a figure needs the noun of its unit: a measure, or a value that is no whole count."""
    if view.noun is None or view.part is not None or kind_of(view) not in _COUNTED:
        return False
    values = [view.value(period) for period in view.periods]
    return kind_of(view) is NumberRule.MEASURE or any(value < 0 or not is_whole(value) for value in values)


def number(view: View, value: Decimal, sources: Sources, *, has_noun: bool = False) -> Number:
    """Return a value, given or worked out, in the unit of the indicator.

    Args:
        view: the indicator, for its unit.
        value: the figure.
        sources: the observations that it comes from.
        has_noun: whether the noun that it counts follows.
    """
    unit = view.indicator.unit
    scales = _SCALES.get(view.indicator.show or "", ())
    return Number(
        value,
        kind_of(view),
        sources,
        symbol=unit.currency if isinstance(unit, Currency) else "",
        scale=next((scale for scale in scales if abs(value) >= Decimal(10) ** scale), 0),
        has_noun=has_noun,
    )


def measure(value: Decimal, sources: Sources, kind: NumberRule = NumberRule.MEASURE) -> Phrase:
    """Return a number worked out here, always in figures.

    Args:
        value: the figure.
        sources: the observations that it was worked out from.
        kind: how it is written.
    """
    return Phrase((Number(value, kind, sources),))


def amount(view: View, period: Period, *, unit: bool = False) -> Phrase:
    """Return the value at a period, with its noun where `unit` asks for one."""
    return worked_out(view, view.value(period), (view.source(period),), unit=unit)


def worked_out(view: View, value: Decimal, sources: Sources, *, unit: bool = False) -> Phrase:
    """Return a value worked out from several, in the unit of the indicator.

    Raises:
        PhraseError: where a noun is asked for and the indicator has none.
    """
    if not unit or kind_of(view) not in _COUNTED:
        return Phrase((number(view, value, sources),))
    if view.noun is None:
        raise misfit(view.key, "unit=True", "no_noun")
    counted = number(view, value, sources, has_noun=True)
    size = Decimal(10) ** counted.scale if counted.scale else value
    noun = counted_noun(view, view.noun, size)
    if counted.scale or is_round_million(value):
        return behind_million(view, Phrase((counted,)), noun)
    if said := said_by_noun(view, view.noun, value):
        return Phrase((replace(counted, said=said),))
    behind_decimals = counted_noun(view, view.noun, value.quantize(_TENTH)) if is_whole(value) else None
    words = Phrase((Word(noun, behind_decimals=behind_decimals),))
    return fill(view.language.patterns.counted, number=Phrase((counted,)), noun=words)


_TENTH = Decimal("0.1")
"""A number with a decimal, be it nought: CLDR gives it a plural category of its own (1.0 days; 12,0 дня)."""


def behind_million(view: View, counted: Phrase, noun: str) -> Phrase:
    """Return a number of millions with its noun: `1 000 000 d’affaires`."""
    pattern = view.language.patterns.counted_large
    key, words = ("of", view.language.of(noun)) if "{of}" in pattern else ("noun", noun)
    return fill(pattern, number=counted, **{key: words})


def said_by_noun(view: View, noun: Noun, value: Decimal) -> str | None:
    """Return the form of a noun that says the number too, `شخصان`; None where a figure has to stand before it."""
    category = cldr(view.language.tag).category(abs(value))
    return _known_form(view, noun, category) if value > 0 and category in view.language.patterns.spoken else None


def counted_noun(view: View, noun: Noun, value: Decimal) -> str:
    """Return a noun as it stands behind a number in figures: `−2 درجة`, where `درجتان` would say “two” once more."""
    category = cldr(view.language.tag).category(abs(value))
    return noun_form(view, noun, "other" if value < 0 and category in view.language.patterns.spoken else category)


def noun_form(view: View, noun: Noun, category: str) -> str:
    """Return a noun as it stands behind a number of a plural category; in brackets, where that form is not known."""
    return _known_form(view, noun, category) or f"({noun.other})"


def _known_form(view: View, noun: Noun, category: str) -> str | None:
    """Return the form that is given for a plural category, or derived; None where neither is."""
    given = {"two": noun.two, "few": noun.few, "many": noun.many}.get(category)
    return given or view.language.counted(noun.one, noun.other, category)


def unit_alone(view: View, noun: Noun) -> str:
    """Return a unit as it stands without a number, in brackets at the head of a table: `человек`, of `люди`."""
    category = view.language.patterns.unit_category
    return (category and _known_form(view, noun, category)) or noun.other


def bare(view: View, period: Period) -> Phrase:
    """Return the value at a period without the words of its unit: the first of two percentages."""
    if kind_of(view) is NumberRule.PERCENT and not view.language.patterns.repeats_per_cent:
        return measure(view.value(period), (view.source(period),))
    return amount(view, period)
