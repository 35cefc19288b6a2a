"""Tell figures that happened from plans, conditions and differences, by the words of their clause."""

import re

from reportgen.claims.model import Quantity
from reportgen.claims.passages import Span, sentences
from reportgen.regex import regex

_PLANNED = regex(
    r"\b(?:will|would|shall|should|may|might|must|ought to|(?:is|are|was|were) to|[Pp]lanned|"
    r"[Pp]lans? (?:to|for|is|are|was|were)|[Ii]ntends?|intended to|[Ee]xpect(?:s|ed)|[Aa]im(?:s|ed)?|[Tt]argets?|"
    r"[Qq]uotas?|[Gg]oals?|[Ff]orecasts?|projected|scheduled|foresee[ns]?|envisage[ds]?|provides? (?:for|that)|"
    r"propose[ds]?|requires?|prescribes?|[Ii]f|[Uu]nless|[Pp]rovided that)\b"
)
"""Words of plans, rules and conditions; `may` with a small letter, since May is a month."""
_VERB = regex(r"\b(?:was|were|is|are|has|have|had|\w{3,}ed|rose|fell|grew)\b")
"""A verb in most forms that reports use: without one, what a comma cuts off is no clause."""
_CLAUSE = regex(r";\s|,?\s(?:but|while|whereas)\b|,\s(?:and|which|who)\b")
"""Where a clause may end, so that `200 were trained, and 50 will follow` plans the 50 alone."""
_NOW = regex(r"\b(?:currently|today|now|at present|to date|at the moment)\b", re.IGNORECASE)
"""The time of the report: `Currently 12 courts have such rooms`."""
_MORE = regex(r"\s+(?:more|fewer|less|additional|further|extra)\b(?!\s+than\b)")
"""Behind a figure: `25 fewer cases`; but `25 more than in 2020` gives two values."""
_ANOTHER = regex(r"\b(?:another|further|additional|extra)\s+$", re.IGNORECASE)
"""Before one: `another 30 cases`."""


def is_planned(text: str, quantity: Quantity) -> bool:
    """Return whether the clause of a figure speaks of a plan, a rule or a condition: `20 courts will be built`."""
    return _PLANNED.search(clause_of(text, quantity.span).of(text)) is not None


def is_difference(text: str, quantity: Quantity) -> bool:
    """Return whether a figure only adds to another, or is missing from it: `25 fewer cases`, `another 30 cases`."""
    return bool(_MORE.match(text, quantity.span.end) or _ANOTHER.search(text[: quantity.span.start]))


def is_now(text: str, quantity: Quantity) -> bool:
    """Return whether a figure is of the time of the report, whatever stands before: `In 2015 …; today 52 of 140`."""
    clause, period = clause_of(text, quantity.span), quantity.period
    told = Span(*found.span()) if (found := _NOW.search(text, *clause)) else None
    if told is None or period is None:
        return told is not None
    is_apart = not clause.holds(period.span)
    return is_apart or period.span.end <= told.start < quantity.span.start


def clause_of(text: str, span: Span) -> Span:
    """Return the stretch of a sentence round a figure that has a verb of its own; what brackets hold cuts nothing."""
    sentence = next((one for one in sentences(text) if one.holds(span)), Span(0, len(text)))
    start = sentence.start
    for cut in _CLAUSE.finditer(text, *sentence):
        before = text[start : cut.start()]
        if before.count("(") != before.count(")") or not _VERB.search(before):
            continue
        if cut.start() >= span.end:
            return Span(start, cut.start())
        start = cut.end()
    return Span(start, sentence.end)
