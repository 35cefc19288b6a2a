"""Find the periods of figures: those that claims know, and those that a paragraph names some words earlier."""

import re

from reportgen.claims import Reading
from reportgen.claims.model import Comparison, PeriodKind, Quantity
from reportgen.regex import regex

_OPENS = regex(r"(?:^|[.;]\s+)(?:In|During|Over the course of|For|Throughout)\s+(?:the year\s+)?$")
"""What stands before a period that the following sentences speak of too."""
_STATE = regex(r"\b(?:there (?:are|is)|currently|today|at present|to date|at the moment)\b", re.IGNORECASE)
_STOP = regex(r"[.!?]\s")


class Dating:
    """Knows the periods of the figures of one paragraph."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        years = (period for period in reading.periods if period.kind is PeriodKind.YEAR)
        self._heads = [period for period in years if _OPENS.search(text[: period.span.start])]
        self._known: dict[int, str] = {}
        for claim in reading.claims:
            if isinstance(claim, Comparison) and (written := self._by_earlier(claim)):
                self._known[claim.current.span.start] = written

    def period(self, quantity: Quantity) -> str:
        """Return the period of a figure as project files write it; empty where the text does not tell it."""
        period = quantity.period
        if period is not None and period.kind is not PeriodKind.RELATIVE and period.written:
            return period.written
        return self._known.get(quantity.span.start, "")

    def is_state(self, quantity: Quantity) -> bool:
        """Whether the words before a figure speak of the time of the report."""
        sentence = _STOP.split(self._text[: quantity.span.start])[-1]
        return _STATE.search(sentence) is not None

    def is_date(self, quantity: Quantity) -> bool:
        """Whether a figure is said to be the state at a day."""
        return quantity.period is not None and quantity.period.kind is PeriodKind.DATE

    def _by_earlier(self, claim: Comparison) -> str:
        """Return the year at the head of an earlier sentence, for a figure that is compared with the years before it.

        `In 2023, … . Warnings were issued in 15,077 cases (compared with 6,681 in 2020 …)`: the years leave no doubt.
        """
        if claim.current.period is not None or not claim.earlier:
            return ""
        if not all(one.period is not None and one.period.kind is PeriodKind.YEAR for one in claim.earlier):
            return ""
        latest = max(one.period.written for one in claim.earlier if one.period is not None)
        heads = [one.written for one in self._heads if one.span.end < claim.current.span.start]
        return heads[-1] if heads and heads[-1] > latest else ""
