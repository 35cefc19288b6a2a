"""A figure that was found: the indicator that it became, and where its values stand in the text."""

from msgspec import Struct


class Spotted(Struct, frozen=True):
    """Where a value stands in a paragraph, and which one it is."""

    start: int
    end: int
    period: str
    """As project files write it."""
    part: int | None
    """The index of the part; None: the whole."""


class Found(Struct, frozen=True):
    """An indicator of a paragraph."""

    key: str
    paragraph: int
    spots: tuple[Spotted, ...]
    """Where its values stand in the paragraph."""
