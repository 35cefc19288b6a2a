"""Typed averages of several years beside a figure from data: `348 cases, above an average of 290 a year since 2020`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from msgspec.structs import replace

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import stems
from reportgen.checks.typed.nearness import range_of
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Nearness, PeriodKind
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import DOWN, LESS_OR_SHORTER, MORE_OR_LONGER, NOUN_STOPS, UP
from reportgen.languages.en.quantifiers import YEARLY
from reportgen.languages.en.time_words import PLANNED
from reportgen.languages.words import word_set
from reportgen.model import Noun, Period

_YEARS = tuple[int, int]
_SPENT = stems("spent spending expenditure")
_EACH = word_set("a per each every")
_SAID = YEARLY | _EACH | word_set("years period number figure total mean last past previous preceding only still")
_CHANGED = (UP | DOWN | MORE_OR_LONGER | LESS_OR_SHORTER) - word_set("up down above below")
"""Right before it, as in `an increase of 20 a year`, they make another thing of an average."""
_HELD = word_set("against compared with to than from below above")
"""Before an average that a figure is held against: of the years before it."""


def doubt_averages(said: Sentence) -> Iterator[Doubt]:
    """Yield RG386 for a typed average of several years, all of them known, that is not so by the one series."""
    if len({figure.where[:2] for figure in said.figures}) != 1:
        return
    figure = max(said.figures, key=lambda one: one.where[2].order)
    if said.indicator(figure).nature != "flow" or not figure.where[2].is_year:
        return
    for at, quantity in said.typed_quantities():
        if quantity.measure is not said.line.quantity(figure.at).measure or not _is_yearly(said.line, at):
            continue
        place = _period_of(said.line, at)
        years = _years(said.line, at, place, figure.where[2].year) if place is not None else ()
        averages = [_average(said, figure, one) for one in years]
        known = [one for one in averages if one is not None]
        if place is None or not known or len(known) < len(averages) or not _is_of_series(said, figure, at, place):
            continue
        near = range_of(replace(quantity, nearness=Nearness.ABOUT), "")
        if not any(near.holds(one) for one in known):
            mean = shown_number(round(known[0], 1))
            value = Literal(f"{mean} a year from {years[0][0]} to {years[0][1]}, and {shown_number(figure.value)}")
            yield Doubt("RG386", said.line.span_of(at, at), figure, {"value": value, "period": figure.where[2]})


def _is_yearly(line: Line, at: int) -> bool:
    """Return whether a number is said of each year: `an annual average of 29`, `29 persons a year`, no bound."""
    quantity = line.quantity(at)
    opening = line.text[line.items[at].start : quantity.span.start].casefold()
    if quantity.nearness not in {Nearness.EXACT, Nearness.ABOUT} or quantity.upper is not None or "as many" in opening:
        return False
    if quantity.measure not in {Measure.COUNT, Measure.MONEY} or line.low(at - 1) == "by":
        return False
    if line.low(at - 1) in {"annual", "yearly"}:
        return "average" in opening
    noun = list(takewhile(lambda one: line.kind(one) == "w" and line.low(one) not in NOUN_STOPS, range(at + 1, at + 6)))
    place = at + 1 + len(noun)
    return line.low(place) in _EACH and line.low(place + 1) == "year"


def _period_of(line: Line, at: int) -> int | None:
    """Return the place of the period of an average: behind it, before the next number, or before it in its clause."""
    for place in range(at + 1, len(line.items)):
        if line.low(place) == ";" or place in line.quantities:
            break
        if line.period(place) is not None:
            return place
    for place in range(at - 1, -1, -1):
        if line.low(place) == ";" or place in line.quantities:
            break
        if line.period(place) is not None:
            return place
    return None


def _years(line: Line, at: int, place: int, own: int) -> Sequence[_YEARS]:
    """Return from which year to which an average may be; nothing where that is not several years."""
    period = line.period(place)
    if period is None:
        return ()
    if period.kind is PeriodKind.SPAN and period.first and period.last:
        return ((period.first[0], period.last[0]),)
    if period.kind is PeriodKind.YEAR and period.first and line.low(place - 1) == "since":
        first = period.first[0]
        return tuple(one for one in ((first, own), (first + 1, own), (first, own - 1)) if one[0] < one[1])
    if period.kind is not PeriodKind.RELATIVE or (period.years or 0) <= 1:
        return ()
    count, before = period.years or 0, (own - (period.years or 0), own - 1)
    if not {"previous", "preceding", "prior"}.isdisjoint(period.text.casefold().split()):
        return (before,)
    is_held = line.low(at - 1) in _HELD
    return ((own - count + 1, own), before) if is_held else ((own - count + 1, own),)


def _average(said: Sentence, figure: Observed, years: _YEARS) -> Decimal | None:
    """Return the average of a series in some years; None where one of them has no value."""
    values = [said.series(figure).value(Period.of_year(year)) for year in range(years[0], years[1] + 1)]
    known = [Decimal(value) for value in values if value is not None]
    return sum(known, Decimal(0)) / len(known) if len(known) == len(values) else None


def _is_of_series(said: Sentence, figure: Observed, at: int, place: int) -> bool:
    """Return whether nothing around an average names another thing than what a figure counts.

    What was done to it is the same where the figure has no verb of its own: `400 applications a year were rejected`
    is not said of `348 lodged in 2023`.
    """
    line, unit = said.line, said.indicator(figure).unit
    known = said.known(figure) | stems(f"{unit.one} {unit.other}" if isinstance(unit, Noun) else "")
    known |= _SPENT if known & _SPENT else frozenset()
    first = max((one + 1 for one in range(at) if line.low(one) == ";"), default=0)
    last = next((one for one in range(at, len(line.items)) if line.low(one) == ";"), len(line.items))
    inside = range(at + 1 if line.quantity(at).noun else min(first, place), max(at + 1, place))
    words = {line.low(one) for one in inside if line.kind(one) == "w"} - NOUN_STOPS - _SAID
    done = {low for low in words if low.endswith("ed") and not stems(low) <= known}
    others = {item.low for one, item in enumerate(line.items) if one not in inside and item.low.endswith("ed")} - _HELD
    is_same = not done or done <= others or not {low for low in others if not stems(low) <= known}
    is_plain = PLANNED.isdisjoint(line.words(first, last - first)) and _CHANGED.isdisjoint(
        line.words(max(at - 2, 0), 2)
    )
    return is_plain and is_same and stems(f"{line.quantity(at).noun} {' '.join(words - done)}") <= known
