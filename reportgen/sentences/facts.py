"""Facts of a change, found before a word is chosen: direction, size, and what makes a percentage senseless.

In: two values. Out: a `ChangeFacts`. Directions are decided on the rounded change, so that nothing ever "rose by 0".
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from reportgen.sentences.numerals import percentage, plain
from reportgen.sentences.thresholds import SMALL_BASE


class Movement(StrEnum):
    """Where a value moved."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    """Exactly the same value."""
    NEARLY_SAME = "nearly same"
    """Another value, but the rounded change is nothing."""


class ChangeFacts(Struct, frozen=True):
    """What happened between two values."""

    first: Decimal
    last: Decimal
    direction: Movement
    amount: Decimal | None
    """Without sign: per cent of the first value, rounded, or the difference in points; None: it cannot be given."""
    is_small: bool = False
    """Whether the first value is too small for a percentage to say much."""


_ALL = Decimal(100)


def find_change(first: Decimal, last: Decimal, digits: int, *, in_points: bool = False) -> ChangeFacts:
    """Return the facts of a change.

    Args:
        first: the value before.
        last: the value after.
        digits: decimals of a percentage.
        in_points: the values are percentages, and their difference is what is told, with all decimals that they have:
            who subtracts one printed figure from the other must find it.
    """
    if first == last:
        return ChangeFacts(first, last, Movement.SAME, Decimal(0), first < SMALL_BASE)
    direction = Movement.UP if last > first else Movement.DOWN
    if in_points:
        amount = plain(abs(last - first))
    elif first <= 0 or last < 0:
        return ChangeFacts(first, last, direction, None, is_small=True)
    else:
        amount = percentage(abs(last - first), first, digits)
        if amount >= _ALL and 0 < last < first:  # something is left: 52,053 to 8 is no decrease by 100 per cent
            return ChangeFacts(first, last, direction, None, first < SMALL_BASE)
    return ChangeFacts(first, last, direction if amount else Movement.NEARLY_SAME, amount, first < SMALL_BASE)
