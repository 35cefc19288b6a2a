"""A figure that was found: the indicator that it became, and where its values stand in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spotted:
    """Where a value stands in a paragraph, and which one it is."""

    start: int
    end: int
    period: str
    """As project files write it."""
    part: int | None
    """The index of the part; None: the whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of a paragraph."""

    key: str
    paragraph: int
    spots: tuple[Spotted, ...]
    """Where its values stand in the paragraph."""
