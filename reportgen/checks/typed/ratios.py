"""Typed ratios of two figures from data: `three women (209) for every two men (139)`, `20 doctors per 100 nurses`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence, is_ratio_joint
from reportgen.checks.named_parts import named_parts
from reportgen.checks.typed.pairs import LOOSE, counted_pair, doubt_pair
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, PeriodKind
from reportgen.languages.en.time_words import PLANNED
from reportgen.languages.words import word_set


class _Ratio(Struct, frozen=True):
    """So many of one for so many of the other."""

    at: int
    """The index of its first number."""
    numbers: tuple[Decimal, Decimal]
    nouns: tuple[str, str]


def doubt_ratios(said: Sentence) -> Iterator[Doubt]:
    """Yield RG434 for `three women (209) for every two men (139)` and `the ratio of women to men was 2 to 1`."""
    for ratio in _typed_ratios(said):
        pair = counted_pair(said, ratio.nouns) or _parts_of(said, ratio.nouns)
        if pair is None or not pair[1].value or _is_elsewhen(said.line, ratio.at, pair[0]):
            continue
        one, other = ratio.numbers
        if abs(Decimal(pair[0].value) / Decimal(pair[1].value) * other - one) > one * LOOSE:
            yield doubt_pair(said, (ratio.at, ratio.at), *pair)


def _is_elsewhen(line: Line, at: int, figure: Observed) -> bool:
    """Return whether a ratio is planned, prescribed or of another year: `compared with two for every man in 2020`."""
    first = max((one + 1 for one in range(at) if line.low(one) == ";"), default=0)
    end = next((one for one in range(at, len(line.items)) if line.low(one) == ";"), len(line.items))
    dated = next((item.period for item in line.items[at:end] if item.period is not None), None)
    is_other = dated is not None and dated.kind is PeriodKind.YEAR and dated.written != str(figure.where[2])
    return is_other or not (PLANNED | _PRESCRIBED).isdisjoint(line.words(first, end - first))


_PRESCRIBED = word_set(
    "plan plans foresees foresee target targets standard standards norm requires required recommends"
)


def _typed_ratios(said: Sentence) -> Iterator[_Ratio]:
    """Yield the ratios that an author typed."""
    line = said.line
    typed = {at: one.value for at, one in said.typed_quantities() if one.measure is Measure.COUNT and one.value}
    for at in range(1, len(line.items) - 1):
        if line.low(at) == "per" and line.kind(at) == "c":
            yield from _per_so_many(said, at)
        elif (is_ratio_joint(line, at) or line.low(at) == "per") and (before := [one for one in typed if one < at]):
            number = at + (1 if line.low(at) == "per" else 2)
            one, behind = before[-1], number + (number in typed)
            yield _Ratio(one, (typed[one], typed.get(number, Decimal(1))), (line.low(one + 1), line.low(behind)))
        elif line.low(at) == "ratio" and line.low(at + 1) == "of":
            to = next((place for place in range(at + 2, len(line.items)) if line.low(place) == "to"), at)
            colon = next((one for one in range(to + 1, len(line.items)) if line.low(one) in {"to", ":"}), at)
            nouns = line.low(at + 2), line.low(to + 1)
            spans = ((one, quantity) for one, quantity in said.typed_quantities() if one > to and quantity.upper)
            yield from (
                _Ratio(one, (span.value, span.upper or span.value), nouns) for one, span in spans
            )  # "one to two"
            if {colon - 1, colon + 1} <= typed.keys():
                yield _Ratio(colon - 1, (typed[colon - 1], typed[colon + 1]), nouns)


def _per_so_many(said: Sentence, at: int) -> Iterator[_Ratio]:
    """Yield the ratio of `one shelter for every 100 complaints`, which is read as a rate."""
    line = said.line
    rates = [one for one, rate in said.typed_quantities() if one < at and rate.measure is Measure.RATE]
    base = line.quantity(rates[-1]).unit.replace(",", "") if rates else ""
    if base.isdecimal() and line.quantity(rates[-1]).value:
        numbers = line.quantity(rates[-1]).value, Decimal(base)
        yield _Ratio(rates[-1], numbers, (line.low(rates[-1] + 1), line.low(at + 1)))


def _parts_of(said: Sentence, nouns: tuple[str, str]) -> tuple[Observed, Observed] | None:
    """Return the parts of the one figure of a sentence that two nouns name."""
    if len(said.figures) != 1 or said.figures[0].where[1] is not None:
        return None
    (whole,), parts = said.figures, said.indicator(said.figures[0]).breakdown
    key, _, period = whole.where
    found = [named_parts(said.indicator(whole), [noun]) for noun in nouns]
    named = [one[0] for one in found if len(one) == 1]
    values = [(part, value) for part in named if (value := parts[part].value(period)) is not None]
    pair = [Observed(whole.at, (key, part, period), value) for part, value in values]
    return (pair[0], pair[1]) if len(pair) == len(nouns) else None
