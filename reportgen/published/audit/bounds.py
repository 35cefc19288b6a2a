"""The least and the greatest true value that a printed quantity may stand for.

A count printed in full is itself. A number printed to a decimal place, or in millions, stands for all that round to
it: 21 per cent for 20.5 to 21.5. `About` allows a tenth either way, `more than` anything above.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.claims.model import Measure, Nearness, Quantity, StatedPart
from reportgen.diagnostics import Severity
from reportgen.regex import regex

INFINITY = Decimal("Infinity")
_TENTH = Decimal("0.1")
_LITTLE = Decimal("0.02")
"""What `about` allows where a decimal place is printed: who writes `some 68.4 per cent` has worked it out."""
_ONE = Decimal(1)
_ROUNDED = frozenset({Measure.PER_CENT, Measure.POINTS, Measure.TIMES, Measure.RATE, Measure.FRACTION})


class Bounds(NamedTuple):
    """A least and a greatest value, both possible."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Bounds") -> bool:
        """Return whether one value can be both."""
        return self.low <= other.high and other.low <= self.high


def bounds(quantity: Quantity) -> Bounds:
    """Return the values that a quantity may stand for."""
    value, upper = quantity.value, quantity.upper if quantity.upper is not None else quantity.value
    is_rounded = quantity.measure in _ROUNDED or quantity.step != _ONE or "illion" in quantity.text
    if is_rounded and quantity.nearness in {Nearness.EXACT, Nearness.ABOUT}:
        step = quantity.step * 10 if _has_nought(quantity) else quantity.step
        value, upper = value - step / 2, upper + step / 2
    match quantity.nearness:
        case Nearness.ABOUT:
            slack = _LITTLE if is_worked_out(quantity) else _TENTH
            return Bounds(value - abs(value) * slack, upper + abs(upper) * slack)
        case Nearness.MORE_THAN | Nearness.AT_LEAST:
            return Bounds(value, INFINITY)
        case Nearness.LESS_THAN | Nearness.AT_MOST:
            return Bounds(Decimal(0), upper)
        case _:
            return Bounds(value, upper)


_HUNDREDTH = Decimal("0.01")


def _has_nought(quantity: Quantity) -> bool:
    """Return whether a share ends with a nought that may only fill its place: `48.60 per cent`, not 66.0."""
    is_share = quantity.measure is Measure.PER_CENT and quantity.step <= _HUNDREDTH
    return is_share and quantity.text.partition(" ")[0].rstrip("%").endswith("0")


_PRINTED = 3
"""Figures of a number that nobody has rounded: `some 1,105,117 offences`, `some 282 boys`, but `some 250`."""
_QUARTER = 25


def is_worked_out(quantity: Quantity) -> bool:
    """Return whether a number that is said to be about right is printed too finely for that: `as many as 5,653`."""
    if quantity.measure is Measure.FRACTION:
        return False
    printed = quantity.value / quantity.step if quantity.step > _ONE else quantity.value  # 162 of `16.2 million`
    figures = len(str(abs(printed.to_integral_value())).rstrip("0"))
    is_counted = figures > _PRINTED or (figures == _PRINTED and printed % _QUARTER != 0)
    is_whole = quantity.step >= _ONE and is_counted
    return quantity.step < _ONE or (quantity.measure is Measure.COUNT and is_whole)


_DAYS = {
    "minute": (Decimal(1) / 1440, Decimal(1) / 1440),
    "hour": (Decimal(1) / 24, Decimal(1) / 24),
    "day": (Decimal(1), Decimal(1)),
    "week": (Decimal(7), Decimal(7)),
    "month": (Decimal(28), Decimal(31)),
    "year": (Decimal(365), Decimal(366)),
}
"""The least and the greatest number of days of a unit of time."""


def comparable(one: Quantity, other: Quantity) -> tuple[Bounds, Bounds] | None:
    """Return the bounds of two quantities in one unit; None where theirs are not known to be one.

    `six months` and `one year` are compared in days, of which a month has 28 to 31.
    """
    if Measure.DURATION not in {one.measure, other.measure}:
        return bounds(one), bounds(other)
    units = [unit_of(quantity) for quantity in (one, other)]
    if units[0] == units[1]:
        return bounds(one), bounds(other)
    if not all(unit in _DAYS for unit in units):
        return None
    return _in_days(one, units[0]), _in_days(other, units[1])


def have_one_base(*quantities: Quantity) -> bool:
    """Return whether no two values are per different numbers or times: `per 1,000`, `per 100,000`; a year, a month."""
    return len({base for base in map(_base, quantities) if base}) < 2


def _base(quantity: Quantity) -> str:
    found = _PACE.search(quantity.phrase.lower())
    return quantity.unit if quantity.measure is Measure.RATE else found[1] if found is not None else ""


_PACE = regex(r"\b(?:an?|per|each|every) (hour|day|week|month|quarter|year)\b")


def unit_of(quantity: Quantity) -> str:
    """Return the unit of a length of time in the singular: `month` of `six months`, `18 months'`."""
    return quantity.unit.lower().replace("’", "'").rstrip("'").removesuffix("'s").removesuffix("s")


def _in_days(quantity: Quantity, unit: str) -> Bounds:
    (least, most), found = _DAYS[unit], bounds(quantity)
    return Bounds(found.low * least, found.high * most)


def added(parts: Iterable[StatedPart]) -> Bounds:
    """Return the sum of parts, each counted at least and at most as often as it is said."""
    low = high = Decimal(0)
    for part in parts:
        one, (least, most) = bounds(part.quantity), part.each
        low += one.low * least
        high += one.high * most
    return Bounds(low, high)


_ROUND_STEPS = (Decimal(1_000_000), Decimal(100_000), Decimal(10_000), Decimal(1_000), Decimal(100), Decimal(10))


def distance(start: Quantity, end: Quantity) -> Bounds:
    """Return the least and the greatest difference of two quantities, without its sign."""
    one, other = bounds(start), bounds(end)
    if end.value < start.value:
        one, other = other, one
    return Bounds(max(other.low - one.high, Decimal(0)), other.high - one.low)


def common_step(quantities: Sequence[Quantity]) -> Decimal:
    """Return the largest power of ten that divides all quantities, 1 at least: what they were rounded to, it seems."""
    values = [quantity.value for quantity in quantities if quantity.value]
    return next((step for step in _ROUND_STEPS if values and all(value % step == 0 for value in values)), _ONE)


_HUNDRED = Decimal(100)
_LEAST_HUNDREDS = 10
"""Fewer whole hundreds may be counted ones."""


def add_up_rounded(quantities: Sequence[Quantity]) -> bool:
    """Return whether a total in hundreds misses the sum of those behind it by what rounding leaves.

    `51,900: 27,500 men and 24,500 women`
    """
    total, *parts = (quantity.value for quantity in quantities)
    step = common_step(quantities)
    return step >= _HUNDRED and abs(sum(parts) - total) <= step * (len(parts) + 1) / 2


def are_in_hundreds(by: Quantity, start: Quantity, end: Quantity) -> bool:
    """Return whether a share follows if whole hundreds are rounded ones: 14 per cent “from 2,000 in 1995 to 2,300”."""
    if common_step([start, end]) < _HUNDRED or min(start.value, end.value) < _LEAST_HUNDREDS * _HUNDRED:
        return False
    difference, slack = abs(end.value - start.value), _HUNDRED / 2
    scale = _HUNDRED if by.measure is Measure.PER_CENT else _ONE
    low = max(difference - 2 * slack, Decimal(0)) / (start.value + slack) * scale
    return Bounds(low, (difference + 2 * slack) / (start.value - slack) * scale).meets(bounds(by))


def are_exact(quantities: Sequence[Quantity | None]) -> bool:
    """Return whether every quantity is said to be exactly what is printed."""
    return all(quantity is None or quantity.is_exact for quantity in quantities)


def severity_of(*quantities: Quantity) -> Severity:
    """Return `ERROR` for a contradiction between exact quantities, `WARNING` where one is rounded or approximate."""
    return Severity.ERROR if are_exact(quantities) else Severity.WARNING
