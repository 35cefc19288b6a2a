"""Typed averages over time beside a figure from data: `348 persons, on average 29 a month`, `more than one a day`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import stems
from reportgen.checks.typed.nearness import Range, range_of
from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import NOUN_STOPS
from reportgen.languages.words import word_set
from reportgen.model.base import Number

RATED = {"day": (Decimal(240), Decimal(366)), "week": (Decimal(50), Decimal(53)), "month": (Decimal(12), Decimal(12))}
"""How many of them a year has, of working days and of all."""
_EACH = word_set("a per each every")
_APPOSING = word_set(", ( – — or average of is was namely i.e.")
_NEAR, _ROUNDED = Decimal("0.1"), Decimal("0.3")
"""How far an average that is written as a round number may be off."""


def doubt_rates(said: Sentence) -> Iterator[Doubt]:
    """Yield RG386 for a typed number for each month, week or day that is not so by the figure of the year."""
    figures = {one.where: one for one in said.figures}
    if len(figures) != 1:
        return
    (figure,) = figures.values()
    if said.indicator(figure).nature != "flow" or not figure.where[2].is_year:
        return
    for at, quantity in said.typed_quantities():
        base = _base(said, at, quantity)
        if base is None or not _is_of(said, at, figure):
            continue
        word, last = base
        few, many = RATED[word]
        if not _holds(quantity, figure.value, few, many):
            average = shown_number(round(figure.value / many, 1))
            value = Literal(f"{shown_number(figure.value)}, or {average} a {word},")
            yield Doubt("RG386", said.line.span_of(at, last), figure, {"value": value, "period": figure.where[2]})


def _base(said: Sentence, at: int, quantity: Quantity) -> tuple[str, int] | None:
    """Return for each of what a number is, and the index of that word: `29 a month`, `29 persons each month`."""
    line, place = said.line, at + 1
    is_peak = line.text[line.items[at].start : quantity.span.start].casefold().startswith(_PEAKS)
    if is_peak or quantity.measure not in {Measure.COUNT, Measure.MONEY}:
        return None
    while line.low(place) not in NOUN_STOPS and place < len(line.items) and line.items[place].kind in "wc":
        place += 1
    if line.low(place) in _BEING:  # "600 orders are issued each month"
        place += 2
    is_rate = line.low(place) in _EACH and line.low(place + 1) in RATED
    return (line.low(place + 1), place + 1) if is_rate else None


_PEAKS = ("as many", "up to")
"""`up to 40 a day` is no average."""
_BEING = word_set("are were is was")


def _is_of(said: Sentence, at: int, figure: Observed) -> bool:
    """Whether a number is said of what a figure counts: in apposition to it, or with the figure in brackets behind."""
    line, quantity = said.line, said.line.quantity(at)
    noun = stems(quantity.noun)
    if quantity.measure is not line.quantity(figure.at).measure or (noun and not noun & said.known(figure)):
        return False
    first, last = sorted((at, figure.at))
    if any(first < place < last for place in line.quantities) or ";" in line.words(first, last - first):
        return False
    if at > figure.at:
        return line.low(at - 1) in _APPOSING
    return bool(noun) and line.low(figure.at - 1) == "("


def _holds(quantity: Quantity, value: Number, few: Decimal, many: Decimal) -> bool:
    """Return whether a number for each day or month may be said of the value of a year."""
    if quantity.nearness in {Nearness.EXACT, Nearness.ABOUT} and quantity.upper is None:
        loose = max(min(quantity.step / 2, quantity.value * _ROUNDED), quantity.value * _NEAR)
        said = Range(quantity.value - loose, quantity.value + loose)
    else:
        said = range_of(replace(quantity, step=Decimal("0.1")), "")
    low, high = value / many, value / few
    return any(said.holds(one) for one in (low, high)) or low <= quantity.value <= high
