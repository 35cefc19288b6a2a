"""Parts of one kind: those that divide a whole by one thing, so that none overlap."""

from collections.abc import Sequence

from reportgen.languages.en.lexicon import PAIRS, PARTITIONS
from reportgen.regex import regex

_WORD = regex(r"[a-z-]+")


def divide(labels: Sequence[str]) -> bool:
    """Return whether parts divide their whole by one thing: men, women and children; granted and rejected."""
    words = [set(label.lower().split()) for label in labels]
    return any(_divides(words, groups) for groups in PARTITIONS)


def are_pair(labels: Sequence[str]) -> bool:
    """Return whether two parts are all that there is: men and women, killed and injured."""
    if len(labels) != 2:
        return False
    first, second = (set(_WORD.findall(label.lower())) for label in labels)
    return any((first & one and second & other) or (first & other and second & one) for one, other in PAIRS)


def _divides(labels: Sequence[set[str]], groups: Sequence[frozenset[str]]) -> bool:
    """Return whether every part is in one group, each in another."""
    found = [[place for place, group in enumerate(groups) if label & group] for label in labels]
    return all(len(places) == 1 for places in found) and len({places[0] for places in found}) == len(found)
