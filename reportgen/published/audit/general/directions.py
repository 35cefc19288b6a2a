"""Relate two values that a word of direction compares, though no amount is given and a sentence may end between."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.languages.en.lexicon import CHANGE_NOUNS
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber, says_up
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_NOUNS = "|".join(sorted(CHANGE_NOUNS | {"improvement"}, key=len, reverse=True))
_BETWEEN = regex(
    r"\b(?:which|this|that|it) (?:is|was|represents?|represented|marks?|marked) (?:a|an)"
    rf" (?:[a-z-]++ ){{0,2}}({_NOUNS})"
    r" (?:from|on|over|(?:as )?compared (?:with|to)|against)\b[^,;.()]{0,60}\(?$"
    r"|\b(?:is|was|are|were) (?:[a-z]+ly )?(higher|lower|greater|smaller|larger|fewer)"
    r" (?:than|compared (?:with|to))\b[^,;.()]{0,60}\(?$"
)
"""What stands between a value and the earlier one: `454 …. The police say this is an increase from the 436 …`."""
_LONGEST = 200
"""Characters between the two."""


def relate_directions(passage: AuditPassage, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the values of two that stand beside each other, and whether they went as the word between them says."""
    for later, earlier in pairwise(numbers):
        start, end = later.quantity.span.end, earlier.quantity.span.start
        if earlier.sentence - later.sentence > 1 or not 0 < end - start < _LONGEST:
            continue
        said = _BETWEEN.search(passage.text[start:end].lower())
        if said is not None and _are_values(later, earlier):
            word = said[1] or said[2]
            equation = Equation(Kind.RISEN if says_up(word) else Kind.FALLEN, (later, earlier))
            yield Related(equation, equation.holds, "" if equation.holds else word)


def _are_values(later: PlacedNumber, earlier: PlacedNumber) -> bool:
    """Whether two numbers are exact values of one thing."""
    are_exact = later.quantity.is_exact and earlier.quantity.is_exact and not later.word and not earlier.word
    return are_exact and later.is_like(earlier) and later.is_of(earlier) and later.is_value == earlier.is_value
