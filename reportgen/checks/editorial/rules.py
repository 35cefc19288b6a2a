"""The editorial rules of the United Nations for English text: passages come in, remarks with corrections go out.

A rule is a value with a code of the catalogue; adding one is adding it to the table of its file and its wording to
`diagnostics/catalogue/editorial.py`. Nothing here knows files.
"""

from collections.abc import Sequence

from reportgen.checks.editorial import citations, comparisons, names, numbers, signs, times, whole
from reportgen.checks.editorial.passage import (
    EVERYWHERE,
    FIGURE,
    MARKS,
    UNTOUCHED,
    Kind,
    Passage,
    Remark,
    Rule,
    WholeRule,
)
from reportgen.checks.editorial.typed import Known, known_values, label_words, typed_numbers

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *times.RULES,
    *comparisons.RULES,
    *citations.RULES,
    *signs.RULES,
    *names.RULES,
)
"""The rules that look at one passage."""
WHOLE_RULES: tuple[WholeRule, ...] = whole.RULES
"""The rules that look at all passages."""

__all__ = [
    "EVERYWHERE",
    "FIGURE",
    "MARKS",
    "RULES",
    "UNTOUCHED",
    "WHOLE_RULES",
    "Kind",
    "Known",
    "Passage",
    "Remark",
    "find_remarks",
    "known_values",
    "label_words",
    "read_passage",
]


def read_passage(passage: Passage) -> list[Remark]:
    """What the rules say of one passage by itself, in the order of its words."""
    found = [remark for rule in RULES for remark in rule.remarks(passage)]
    return sorted(set(found), key=lambda remark: (remark.start, remark.end, remark.code))


def find_remarks(passages: Sequence[Passage], known: Sequence[Known] = ()) -> list[tuple[int, Remark]]:
    """What all rules say of a text.

    Args:
        passages: in the order of the document.
        known: the values of indicators that must not be typed.

    Returns:
        Each remark with the index of its passage.
    """
    found = [(index, remark) for index, passage in enumerate(passages) for remark in read_passage(passage)]
    found += [pair for rule in WHOLE_RULES for pair in rule.find(passages)]
    found += typed_numbers(passages, known)
    return sorted(found, key=lambda pair: (pair[0], pair[1].start, pair[1].end, pair[1].code))
