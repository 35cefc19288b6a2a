"""The editorial rules of the United Nations for English text, in one table.

A rule is a value with a code of the catalogue; adding one is adding it to the table of its file and its wording to
`diagnostics/catalogue/editorial.py`. Nothing here knows files.
"""

from collections.abc import Sequence

from reportgen.checks.editorial import citations, comparisons, names, numbers, shortened, signs, times, whole
from reportgen.checks.editorial.passage import EditorialPassage, Notice, Rule, WholeRule
from reportgen.checks.editorial.retyped import KnownValue, find_retyped

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *times.RULES,
    *comparisons.RULES,
    *citations.RULES,
    *shortened.RULES,
    *signs.RULES,
    *names.RULES,
)
"""The rules that look at one passage."""
WHOLE_RULES: tuple[WholeRule, ...] = whole.RULES
"""The rules that look at all passages."""


def read_passage(passage: EditorialPassage) -> list[Notice]:
    """Return the remarks on one passage by itself, in the order of its words."""
    remarks = {remark for rule in RULES for remark in rule.remarks(passage)}
    return sorted(remarks, key=lambda remark: (remark.start, remark.end, remark.code))


def find_remarks(passages: Sequence[EditorialPassage], known: Sequence[KnownValue] = ()) -> list[tuple[int, Notice]]:
    """Return the remarks of all rules on a text.

    Args:
        passages: in the order of the document.
        known: the values of indicators that must not be typed.

    Returns:
        Each remark with the index of its passage.
    """
    found = [(index, remark) for index, passage in enumerate(passages) for remark in read_passage(passage)]
    found += [pair for rule in WHOLE_RULES for pair in rule(passages)]
    found += find_retyped(passages, known)
    return sorted(found, key=lambda pair: (pair[0], pair[1].start, pair[1].end, pair[1].code))
