"""What looks like a part of a whole and is none: relative clauses of another noun, and numbers that are names."""

from reportgen.claims.line import Line
from reportgen.claims.model import StatedPart
from reportgen.languages.en.lexicon import PLURAL_REFERENCES
from reportgen.languages.words import word_set

_QUANTIFIERS = frozenset({"most", "many", "some", "all", "half", "several", "both", "none", "few", "majority", "and"})
_HEADS = word_set(
    "result results outcome outcomes basis course end respect consequence purpose aim framework spite virtue behalf"
    " account terms light cost value findings conclusions provisions members"
)
"""Nouns before `of which` that are no whole: `the results of which`, `the provisions of which`."""


def is_of_relative(line: Line, at: int) -> bool:
    """Return whether `of which` belongs to the noun before it: `, the results of which show that 190 are unsound`."""
    if line.low(at + 1) not in {"which", "whom"} or at < 1 or line.items[at - 1].kind != "w":
        return False
    if line.low(at - 1) in _HEADS:
        return True
    place = at - 1
    while at - place <= _RELATIVE and line.kind(place) == "w":
        place -= 1
    is_own = line.low(place) in {",", "–", "—", "("} and at - place <= _RELATIVE
    return is_own and _QUANTIFIERS.isdisjoint(line.words(place + 1, at - place - 1))


_RELATIVE = 5
"""Items before `of which` within which its noun begins: `, in the second half of which`."""

_INSTRUMENTS = PLURAL_REFERENCES | word_set("conventions treaties instruments standards covenants")
"""Texts that have numbers for names: `eight Conventions, including the 87`."""


def are_names(line: Line, whole: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether numbers name what is included: `eight Conventions, including the 87`, `articles, including 5`."""
    if any(line.kind(at + 1) == "w" and part.quantity.noun for at, part in parts):
        return False
    if any(part.quantity.period is not None for _, part in parts):  # `5,120 decisions (including 98 in 2022)`
        return False
    noun = set(line.quantity(whole).noun.lower().split())
    return line.low(parts[0][0] - 1) == "the" or not noun.isdisjoint(_INSTRUMENTS)
