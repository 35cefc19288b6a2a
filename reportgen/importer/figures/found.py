"""A figure that was found: the indicator that it became, and where its values stand in the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator of a paragraph."""

    key: str
    paragraph: int
    spans: tuple[tuple[int, int], ...]
    """Where its values stand in the paragraph: from a character to another."""
