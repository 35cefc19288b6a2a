"""Halves, quarters and months in a sentence under a year: what may say that a figure is of a part of the year alone."""

import re

from reportgen.claims.passages import Span
from reportgen.claims.times import TimeExpression, next_month
from reportgen.languages.en.months import MONTHS
from reportgen.languages.en.time_words import PARTS_OF_YEAR
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.regex import regex

_CLAUSE_START = regex(r"\. |;|\band\b")
_CLAUSE_END = regex(r"[.,;:(]|\band\b")
_NAMES = {6: word_set("half"), 3: word_set("quarter"), 1: word_set("month")}


def words_beside(text: str, figure: Span) -> frozenset[str]:
    """Return the words of a figure's own clause, with an opening before it that a comma ends."""
    before, behind = _CLAUSE_START.split(text[: figure.start])[-1], _CLAUSE_END.split(text[figure.end :], 1)[0]
    return frozenset(re.findall(r"[^\W\d_]+", f"{before} {behind}"))


def words_of_part(period: Period) -> frozenset[str]:
    """Return words that may tell a part of a year, not read as times: `up to the end of June`, `until July`."""
    months = (period.start, period.end, next_month(period.end))
    return _NAMES.get(period.months, frozenset()) | {"months", *(MONTHS[month - 1] for _, month in months)}


def is_other_part(time: TimeExpression, period: Period) -> bool:
    """Return whether a period is another half or quarter of its year than the text names."""
    first, last = PARTS_OF_YEAR.get(time.meaning, (0, 0))
    return period.start[1] != first and period.months == last - first + 1
