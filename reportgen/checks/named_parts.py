"""The parts of a breakdown that words of a text name: `women` and `female judges` the part “women”."""

from collections.abc import Iterable, Sequence

from reportgen.checks.stated import stems
from reportgen.languages.en.lexicon import PAIRS
from reportgen.model import Indicator

_GROUPS = tuple(group for pair in PAIRS[:2] for group in pair)
"""Words that mean the same part: men and males, women and females, adults, children."""


def meanings(words: Iterable[str]) -> frozenset[str]:
    """Return what words mean: their stems, and one word for all that name the same sex or age."""
    found = set[str]()
    for word in words:
        low = word.casefold()
        group = next((group for group in _GROUPS if low in group), None)
        found |= {min(group)} if group else stems(low)
    return frozenset(found)


def named_parts(indicator: Indicator, words: Sequence[str]) -> list[int]:
    """Return the indexes of the parts whose whole label stands in some words.

    Args:
        indicator: with its breakdowns.
        words: in the order of the text, without those that hold it together or with them.
    """
    said = meanings(words)
    named = (meanings(part.name.split()) for part in indicator.breakdown)
    return [number for number, label in enumerate(named) if label and label <= said]


def opposite(words: Iterable[str], others: Iterable[str]) -> bool:
    """Return whether words name one of two parts of which other words name the other alone: `women`, `men`."""
    one, other = set(words), set(others)
    return any(
        one & group and not one & against and other & against and not other & group
        for pair in PAIRS
        for group, against in (pair, pair[::-1])
    )
