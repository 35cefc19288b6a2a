"""Between which values a number lies that is said to be so much, nearly so much, or more: `over 400`, `a third`."""

from decimal import Decimal

from msgspec import Struct

from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.languages.words import word_set
from reportgen.model.base import Number

_ENDLESS = Decimal("Infinity")
_BELOW = word_set("nearly almost close")
"""Words for what is not quite reached; the others may lie on both sides."""
_NO_NEARNESS = frozenset({"as", "average"})
"""`as many as 400`, `an average of 400`: how near these are nobody can tell."""
_SLIGHTLY = word_set("slightly just little barely marginally")
_SLIGHT = Decimal("0.15")
"""`Slightly more than half` is no more than this part of it away."""
_NEARLY = Decimal("0.1")
_ABOUT = Decimal("0.05")
"""How far from a number that is said to be near, in parts of it."""
_ROUNDED = Decimal("0.17")
"""What is rounded to one digit may lie as far: `about 300` of 348, but not `some 1,000` of 600."""
_POINTS, _POINTS_OF_FRACTION = Decimal("2.5"), Decimal("0.05")
_OF_FRACTION = Decimal("0.2")
"""`One in ten` is nearer to ten per cent than `a third` to 33."""
_OF_TIMES, _OF_MANY_TIMES = Decimal("0.2"), Decimal("0.1")
"""In parts of it; and for `two and a half times`, between two whole numbers, no further than half way."""
_HALF = Decimal("0.5")
"""`Four times` is not said of 3.3, which is nearer to three."""


_HOURS = {
    "minute": Decimal(1) / 60,
    "hour": Decimal(1),
    "day": Decimal(24),
    "week": Decimal(24 * 7),
    "month": Decimal(24 * 365) / 12,
    "year": Decimal(24 * 365),
}


def units_in(unit: str, other: str) -> Decimal | None:
    """Return how many of another unit make up one: 7 days a week; None where that is not known, as of acres."""
    one, two = (name.casefold().rstrip("s'’") for name in (unit, other))
    if one == two:
        return Decimal(1)
    return _HOURS[one] / _HOURS[two] if {one, two} <= _HOURS.keys() else None


class Range(Struct, frozen=True):
    """The values of which something may be said."""

    low: Decimal
    high: Decimal
    is_open: bool = False
    """Whether the ends themselves lie outside."""

    def holds(self, value: Number) -> bool:
        """Return whether a value lies within."""
        return self.low < value < self.high if self.is_open else self.low <= value <= self.high


def range_at(line: Line, at: int) -> Range:
    """Return the values of which the number at an index of a line may be said."""
    quantity = line.quantity(at)
    first = at - (line.low(at - 1) in _SLIGHTLY)
    return range_of(quantity, line.text[line.items[first].start : quantity.span.start])


def range_of(quantity: Quantity, before: str) -> Range:
    """Return the values of which a number may be said.

    Args:
        quantity: as it was read.
        before: the words by which it says how near it is, such as `well over`.
    """
    value, loose = quantity.value, _looseness(quantity)
    words = set(before.casefold().split())
    reach = value * _SLIGHT if words & _SLIGHTLY else _ENDLESS
    if quantity.upper is not None:
        return Range(value - loose, quantity.upper + loose)
    match quantity.nearness:
        case Nearness.MORE_THAN:
            return Range(value, value + reach, is_open=True)
        case Nearness.LESS_THAN:
            return Range(value - reach, value, is_open=True)
        case Nearness.AT_LEAST:
            return Range(value, _ENDLESS)
        case Nearness.AT_MOST:
            return Range(-_ENDLESS, value)
        case Nearness.ABOUT if words & _NO_NEARNESS:
            return Range(-_ENDLESS, _ENDLESS)
        case Nearness.ABOUT if words & _BELOW:
            return Range(value - max(value * _NEARLY, min(loose, value * _ROUNDED)), value + loose)
        case Nearness.ABOUT:
            wide = max(value * _ABOUT, loose + loose / 2, min(_round_step(quantity) / 2, value * _ROUNDED))
            return Range(value - wide, value + wide)
        case _:
            return Range(value - loose, value + loose)


def agrees(line: Line, at: int, value: Number) -> bool:
    """Return whether the number at an index of a line is a value rounded to its last digit, or as near as it says."""
    quantity = line.quantity(at)
    if not quantity.is_exact:
        return range_at(line, at).holds(value)
    is_counted = quantity.measure is Measure.COUNT and quantity.step == 1
    return quantity.value == value or (not is_counted and abs(quantity.value - value) * 2 <= quantity.step)


def _looseness(quantity: Quantity) -> Decimal:
    """Return how far from a number lies what is still printed, or told in words, as that number."""
    match quantity.measure:
        case Measure.FRACTION:
            return min(_POINTS_OF_FRACTION, quantity.value * _OF_FRACTION)
        case Measure.TIMES:
            near = quantity.value * _OF_TIMES
            far = max(_HALF, quantity.value * _OF_MANY_TIMES)
            return min(near, far if quantity.value == int(quantity.value) else _OF_TIMES)
        case Measure.COUNT if quantity.step == 1:
            return Decimal(0)
        case _:
            return quantity.step / 2


def _round_step(quantity: Quantity) -> Decimal:
    """Return the unit of the last digit that is not nought: 100 for `700`; points for a percentage."""
    if quantity.measure in {Measure.FRACTION, Measure.TIMES} or not quantity.value:
        return Decimal(0)
    if quantity.measure is Measure.PER_CENT:
        return 2 * _POINTS
    return Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent))
