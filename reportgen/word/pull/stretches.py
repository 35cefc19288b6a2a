"""Stretches of two texts: which words they share, whether they touch, and whether a word goes on beyond them."""

from collections.abc import Sequence

from reportgen.document.walk import ALIKE
from reportgen.regex import regex
from reportgen.word.align import equal_places

WORD = regex(r"\n\n|\w+|\s+|[^\w\s]")
_GOES_BEFORE, _GOES_BEHIND = regex(r"(?:\w|\d[.,])$"), regex(r"\w|[.,]\d")


def edges(text: str, start: int, end: int) -> tuple[str, str]:
    """Return how a number or a word goes on before and behind a stretch of a text; nothing where it does not."""
    before = _GOES_BEFORE.search(text, max(0, start - 2), start) if text[start].isalnum() else None
    behind = _GOES_BEHIND.match(text, end) if text[end - 1].isalnum() else None
    return before.group() if before else "", behind.group() if behind else ""


def touches(place: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    """Return whether a stretch shares characters with others."""
    return any(place[0] < end and start < place[1] for start, end in taken)


def matched_words(old: str, new: str) -> dict[int, int]:
    """Return for each character of the words that two texts share where it stands in the second."""
    before, after = list(WORD.finditer(old)), list(WORD.finditer(new))
    first, second = ([one.group().translate(ALIKE) for one in side] for side in (before, after))
    found: dict[int, int] = {}
    for one, other in equal_places(first, second):
        found.update(zip(range(*before[one].span()), range(*after[other].span()), strict=True))
    return found
