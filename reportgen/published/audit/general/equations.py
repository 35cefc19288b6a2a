"""Equations between numbers of a text: whether they hold within what is printed, or would if one digit were another.

That an equation nearly holds says something only where few numbers would do so by chance: the digits of `12,414` fix
far more than those of `15 per cent`. So each equation has a chance, and who proposes it says how much the words allow.
"""

from collections.abc import Callable, Container, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from msgspec.structs import replace

from reportgen.claims.model import Measure, Nearness, Quantity
from reportgen.claims.passages import Span
from reportgen.published.audit.bounds import INFINITY, Bounds, are_exact, are_in_hundreds, bounds, common_step, distance
from reportgen.published.audit.finding import Code
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.wording import figure, named

_HUNDRED, _TEN, _HALF = Decimal(100), 10, Decimal("0.5")
_TWO, _CENT = 2, Decimal("0.01")
_DIGITS = 9
"""Other figures that one figure may be."""
_REACH = 6
"""Figures of the three numbers of a share whose change is visible in it: two of each."""


class Kind(StrEnum):
    """What an equation says; the first number is what follows from the others."""

    SHARE = "share"
    """Per cent, part, whole."""
    CHANGE = "change"
    """Per cent, earlier value, later value."""
    DIFFERENCE = "difference"
    """Amount, one value, the other; points of per cent too."""
    GROWN = "grown"
    """Per cent, amount, later value: it rose by the amount to the value."""
    SHRUNK = "shrunk"
    """Per cent, amount, later value: it fell by the amount to the value."""
    SUM = "sum"
    """Total, parts."""
    RISEN = "risen"
    """Later value, earlier value, without an amount."""
    FALLEN = "fallen"
    """Later value, earlier value, without an amount."""
    HUNDRED = "hundred"
    """Shares that are all of one whole."""
    SAME = "same"
    """A number, and that which it repeats."""
    FACTOR = "factor"
    """How many times, the larger value, the smaller one."""
    AVERAGE = "average"
    """An average, the total, what that is divided by."""


CODES = {
    Kind.SHARE: Code.SHARE,
    Kind.CHANGE: Code.CHANGE,
    Kind.DIFFERENCE: Code.CHANGE,
    Kind.GROWN: Code.CHANGE,
    Kind.SHRUNK: Code.CHANGE,
    Kind.RISEN: Code.DIRECTION,
    Kind.FALLEN: Code.DIRECTION,
    Kind.SUM: Code.SUM,
    Kind.HUNDRED: Code.SUM,
    Kind.SAME: Code.CONFLICT,
    Kind.AVERAGE: Code.SHARE,
    Kind.FACTOR: Code.CHANGE,
}
"""The code of what contradicts an equation."""


class Equation(NamedTuple):
    """Numbers that are in a relation, or should be."""

    kind: Kind
    numbers: tuple[PlacedNumber, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Its numbers without their places."""
        return tuple(number.quantity for number in self.numbers)

    @property
    def holds(self) -> bool:
        """Return whether it is right within what is printed."""
        return holds(self.kind, *self.quantities)

    @property
    def span(self) -> Span:
        """The characters from its first number to its last."""
        spans = [quantity.span for quantity in self.quantities]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    @property
    def chance(self) -> Decimal:
        """Roughly how often such numbers would nearly hold if they had nothing to do with one another."""
        first, *others = self.quantities
        match self.kind:
            case Kind.SHARE | Kind.CHANGE | Kind.GROWN | Kind.SHRUNK:
                return _DIGITS * _REACH * first.step / _HUNDRED
            case Kind.HUNDRED:
                return _DIGITS * _TEN / _HUNDRED * first.step
            case Kind.DIFFERENCE:
                largest = max(first.value, abs(others[0].value - others[1].value))
            case _:
                largest = max(quantity.value for quantity in self.quantities)
        size = max(int(largest / common_step(self.quantities) if first.step == 1 else largest / first.step), 1)
        return min(Decimal(_DIGITS * len(str(size))) / size, _HALF)

    def nearly_holds(self, proved: Container[Span]) -> bool:
        """Return whether it would hold if one digit of a number that no other equation proves were another."""
        return nearly_holds(self.kind, self.quantities, proved)

    @property
    def ends(self) -> tuple[Quantity, Quantity]:
        """The earlier and the later value of a change; the earlier follows where the amount is given instead."""
        if self.kind is Kind.RISEN or self.kind is Kind.FALLEN:
            return self.quantities[1], self.quantities[0]
        _, one, other = self.quantities
        if self.kind is Kind.GROWN or self.kind is Kind.SHRUNK:
            one = replace(other, value=other.value + (one.value if self.kind is Kind.SHRUNK else -one.value))
        return one, other

    def told(self) -> tuple[str, str]:
        """Return what is wrong, and the arithmetic that shows it."""
        first, *others = self.quantities
        match self.kind:
            case Kind.SAME:
                told = f"{named(first)} is said again of what was {named(others[0])} before: is a digit wrong?"
                return told, f"{figure(first.value)} ≠ {figure(others[0].value)}"
            case Kind.SHARE:
                true = f"{figure(others[0].value / others[1].value * _HUNDRED)} per cent"
                name = f"{named(others[0])} out of {named(others[1])} is"
                arithmetic = f"{figure(others[0].value)} ÷ {figure(others[1].value)} = {true}"
            case Kind.FACTOR:
                true = f"{figure((others[0].value / others[1].value).quantize(_CENT))} times"
                name = f"{named(others[0])} is"
                arithmetic = f"{figure(others[0].value)} ÷ {figure(others[1].value)} = {true.removesuffix(' times')}"
                return f"{name} {true} {named(others[1])}, not “{first.text}”: is a digit wrong?", arithmetic
            case Kind.AVERAGE:
                total, count = others
                true = figure((total.value / count.value).quantize(first.step / _TEN))
                name, by = f"{named(total)} divided by", figure(count.value.quantize(Decimal(1)))
                name, arithmetic = f"{name} {by} is", f"{figure(total.value)} ÷ {by} = {true}"
            case Kind.SUM | Kind.HUNDRED:
                added = self.quantities if self.kind is Kind.HUNDRED else tuple(others)
                true = figure(sum((quantity.value for quantity in added), Decimal(0)))
                name = "the parts add up to"
                arithmetic = f"{' + '.join(figure(quantity.value) for quantity in added)} = {true}"
            case _:
                name, true, arithmetic = _changed(first, *self.ends)
        said = "100" if self.kind is Kind.HUNDRED else f"to {named(first)}" if self.kind is Kind.SUM else named(first)
        return f"{name} {true}, not {said}: is a digit wrong?", arithmetic


def _changed(first: Quantity, start: Quantity, end: Quantity) -> tuple[str, str, str]:
    """Return the words, the true amount and the arithmetic of a change."""
    larger, smaller = max(start.value, end.value), min(start.value, end.value)
    arithmetic = f"{figure(larger)} – {figure(smaller)} = {figure(larger - smaller)}"
    true = figure(larger - smaller)
    if first.measure is not start.measure and first.step and not named(first).endswith("points"):
        true = f"{figure((larger - smaller) / start.value * _HUNDRED)} per cent"
        arithmetic = f"({figure(larger)} – {figure(smaller)}) ÷ {figure(start.value)} = {true}"
    return f"from {named(start)} to {named(end)} is a change of", true, arithmetic


# ---- what holds -----------------------------------------------------------------------------------------------


def _share(share: Quantity, part: Quantity, whole: Quantity) -> bool:
    one, other = bounds(part), bounds(whole)
    if other.low <= 0:
        return False
    return Bounds(one.low / other.high * _HUNDRED, one.high / other.low * _HUNDRED).meets(_printed(share))


def _printed(share: Quantity) -> Bounds:
    """Return what a share may stand for, whether it is rounded or cut."""
    found = bounds(share)
    return found._replace(high=max(found.high, share.value + share.step)) if share.is_exact else found


def _factor(factor: Quantity, larger: Quantity, smaller: Quantity) -> bool:
    one, other = bounds(larger), bounds(smaller)
    if other.low <= 0:
        return False
    loose = max(_HALF if factor.value > _TWO else _HALF / 2, factor.value / _TEN)  # "five times" is 4.5 to 5.5
    loose = loose if factor.value == factor.value.to_integral_value() else factor.step
    loose = max(loose, factor.value / _TEN) if factor.nearness is not Nearness.EXACT else loose
    return Bounds(one.low / other.high, one.high / other.low).meets(Bounds(factor.value - loose, factor.value + loose))


def _average(average: Quantity, total: Quantity, count: Quantity) -> bool:
    one, other = bounds(total), bounds(count)
    if other.low <= 0:
        return False
    said = _printed(average)
    rounded = said._replace(low=min(said.low, average.value - average.step / 2))  # "12 a day" may be 11.9
    return Bounds(one.low / other.high, one.high / other.low).meets(rounded)


def _change(share: Quantity, start: Quantity, end: Quantity) -> bool:
    base, apart = bounds(start), distance(start, end)
    if base.low <= 0:
        return False
    low = apart.low / base.high * _HUNDRED if base.high != INFINITY else Decimal(0)
    is_change = Bounds(low, apart.high / base.low * _HUNDRED).meets(_printed(share))
    return is_change or are_in_hundreds(share, start, end)


def _difference(amount: Quantity, one: Quantity, other: Quantity) -> bool:
    return distance(one, other).meets(bounds(amount))


def _grown(share: Quantity, amount: Quantity, end: Quantity) -> bool:
    return amount.value < end.value and _change(share, replace(end, value=end.value - amount.value), end)


def _shrunk(share: Quantity, amount: Quantity, end: Quantity) -> bool:
    return _change(share, replace(end, value=end.value + amount.value), end)


def _sum(total: Quantity, *parts: Quantity) -> bool:
    if all(quantity.nearness is Nearness.EXACT and quantity.step == 1 for quantity in (total, *parts)):
        return total.value == sum(part.value for part in parts)
    sums = [bounds(part) for part in parts]
    added = Bounds(sum((one.low for one in sums), Decimal(0)), sum((one.high for one in sums), Decimal(0)))
    return added.meets(bounds(total))


def _risen(later: Quantity, earlier: Quantity) -> bool:
    return bounds(later).high > bounds(earlier).low


def _fallen(later: Quantity, earlier: Quantity) -> bool:
    return bounds(later).low < bounds(earlier).high


def _hundred(*shares: Quantity) -> bool:
    slack = sum((share.step for share in shares), Decimal(0)) / 2
    return abs(sum((share.value for share in shares), Decimal(0)) - _HUNDRED) <= slack


_HOLDS: dict[Kind, Callable[..., bool]] = {
    Kind.SHARE: _share,
    Kind.CHANGE: _change,
    Kind.DIFFERENCE: _difference,
    Kind.GROWN: _grown,
    Kind.SHRUNK: _shrunk,
    Kind.RISEN: _risen,
    Kind.FALLEN: _fallen,
    Kind.SUM: _sum,
    Kind.HUNDRED: _hundred,
    Kind.SAME: _sum,
    Kind.AVERAGE: _average,
    Kind.FACTOR: _factor,
}


def holds(kind: Kind, *quantities: Quantity) -> bool:
    """Return whether numbers are in a relation, within what is printed of them."""
    return _HOLDS[kind](*quantities)


def nearly_holds(kind: Kind, quantities: Sequence[Quantity], proved: Container[Span] = ()) -> bool:
    """Return whether numbers would be in a relation if one digit were another, or two neighbours changed places.

    Args:
        kind: the relation.
        quantities: the numbers, in its order.
        proved: where numbers stand that are not the wrong ones.
    """
    if kind is Kind.GROWN and quantities[1].value >= quantities[2].value:
        return False  # before that there was nothing: `a rise of 20 per cent, or 114, to 114`
    places = [at for at, one in enumerate(quantities) if one.is_exact and one.text and one.span not in proved]
    if kind is Kind.SUM or kind is Kind.SAME:
        apart = quantities[0].value - sum((quantity.value for quantity in quantities[1:]), Decimal(0))
        return any(_may_be(quantities[at], quantities[at].value + (apart if at else -apart)) for at in places)
    return any(
        holds(kind, *quantities[:at], replace(quantities[at], value=value), *quantities[at + 1 :])
        for at in places
        for value in _misprints(quantities[at])
    )


def is_explained(kind: Kind, numbers: Sequence[Quantity]) -> bool:
    """Return whether an amount is that of the change of two values, or would be if one digit were another."""
    return holds(kind, *numbers) or (are_exact(numbers) and nearly_holds(kind, numbers))


def may_explain(by: Quantity, start: Quantity, end: Quantity) -> bool:
    """Return whether an amount may be that of two values: not `rose by 2 in the month to 43, compared with 47`.

    Where an amount and its word both contradict the values, they are said of others: one slip explains one of the two.
    """
    if by.measure not in {start.measure, Measure.PER_CENT, Measure.POINTS} or not are_exact([by, start, end]):
        return True
    kinds = [Kind.DIFFERENCE] if by.measure is not Measure.PER_CENT else [Kind.CHANGE]
    kinds += [Kind.DIFFERENCE] if by.measure is start.measure is Measure.PER_CENT else []
    return any(is_explained(kind, [by, start, end]) for kind in kinds)


_WRITTEN = 12
"""The largest number that is mostly written as a word, for which another word may stand."""


def _may_be(quantity: Quantity, value: Decimal) -> bool:
    """Return whether a value is one of the `_misprints` of a number."""
    if value <= 0 or value % quantity.step:
        return False
    if _is_word(quantity):
        return value <= _WRITTEN
    one, other = str(int(quantity.value / quantity.step)), str(int(value / quantity.step))
    if len(one) != len(other):
        return False
    first, *more = [at for at, digit in enumerate(one) if digit != other[at]] or [0, 0, 0]
    return not more or (more == [first + 1] and one[first : first + 2] == other[first + 1] + other[first])


def _is_word(quantity: Quantity) -> bool:
    """Return whether a number is written as a word, so that another word may stand for it."""
    return quantity.value <= _WRITTEN and quantity.text.isalpha()


def _misprints(quantity: Quantity) -> set[Decimal]:
    """Return the number with one digit or its word changed, or with two neighbours exchanged, in all ways.

    A nought is none that slipped, and nothing is divided by it.
    """
    if not quantity.value:
        return set()
    if _is_word(quantity):
        return {Decimal(value) for value in range(1, _WRITTEN + 1)}
    digits = str(int(quantity.value / quantity.step))
    others: set[str] = set()
    for at, digit in enumerate(digits):
        others |= {f"{digits[:at]}{other}{digits[at + 1 :]}" for other in range(10)}
        if at:
            others.add(digits[: at - 1] + digit + digits[at - 1] + digits[at + 1 :])
    return {int(one) * quantity.step for one in others - {digits} if not one.startswith("0")}
