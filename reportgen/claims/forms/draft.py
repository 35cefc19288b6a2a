"""A change while it is read: which items of the sentence are its amount, its earlier and its later value."""

from msgspec import Struct

from reportgen.claims.model import Direction, Measure, Quantity

STOPS = frozenset({";", ":", "while", "whereas", "although", "but"})
"""Marks and words at which what is said of a change ends."""
AMOUNTS = frozenset(
    {
        Measure.PER_CENT,
        Measure.POINTS,
        Measure.TIMES,
        Measure.FRACTION,
        Measure.COUNT,
        Measure.MONEY,
        Measure.DURATION,
    }
)
"""What says by how much something changed."""
SHARES = frozenset({Measure.PER_CENT, Measure.POINTS, Measure.FRACTION})


class ChangeDraft(Struct):
    """What was read of a change so far, as indexes of items."""

    trigger: int
    direction: Direction
    by: Quantity | None = None
    also: Quantity | None = None
    start: int | None = None
    end: int | None = None
    last: int = 0
    is_factor: bool = False

    def reaches(self, at: int) -> None:
        """Note that an item belongs to it."""
        self.last = max(self.last, at)
