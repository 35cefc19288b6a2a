"""References to the annex in a report that has none: a reader would look in vain for the figures."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding
from reportgen.document.tree import Heading, Level
from reportgen.regex import regex

_END = r"(?=\s*(?:[.;),]|$))"
_THE = r"(?: the| an)? (?:statistical )?annex(?:es)?"
_INFORMATION = r"(?:figures?|data|statistics|information|details|tables?|lists?|breakdowns?|numbers?|particulars)"
_NUMBER = r"(?: (?:[IVX]+|\d+|[A-Z])\b)?"
_OWN = regex(
    rf"\b(?:see(?: also)?|refer to)(?: the)?(?: statistical| attached)? annex(?:es)?{_NUMBER}\b"
    r"(?! (?:to|of) (?!(?:the present|this|these|our|the report|the repl)))"
    r"|\b(?:the|statistical|attached) annex(?:es)? (?:(?:to|of) (?:the present|this|these|our) (?:report|document|repl)"
    r"|attached|below|hereto)"
    rf"|\b(?:presented|set out|listed|shown|attached) (?:in|as){_THE}{_NUMBER}{_END}"
    rf"|\bannex(?:es)?{_NUMBER} (?:contains?|shows?|gives?|lists?|sets? out) (?:the |all )?{_INFORMATION}",
    re.IGNORECASE,
)
_PLACED = regex(
    rf"\b(?:given|provided|contained|found|included|are|is|appears?) in{_THE}{_NUMBER}{_END}"
    r"|\b(?:are|is) annexed\b",
    re.IGNORECASE,
)
"""What may be said of a building as well: `the premises are in an annex`, `beds are provided in an annex`."""
_INFORMING = regex(rf"\b{_INFORMATION}\b", re.IGNORECASE)
_OF_ANOTHER = regex(
    r"\b(?:law|act|decree|order|resolution|convention|treaty|agreement|regulations?|protocol|directive|contract|decision"
    r"|code|ordinance|its|whose|replies to the list|previous report)\b",
    re.IGNORECASE,
)
"""In the sentence: the annex may be that of a law, or of another document."""
_SENTENCE = regex(r"[^.;!?]+(?:[.;!?]|$)")


def annexes_are_there(context: CheckContext) -> Iterator[Finding]:
    """Yield RG438 for a text that sends its reader to the annex, where the document has none."""
    tree = context.tree
    if tree is None or context.report.settings.annex == "separate":
        return
    if any(isinstance(block, Heading) and block.level is Level.ANNEX for block in tree.blocks):
        return
    for path, reply in context.report.replies_by_path():
        for words in named_annexes(reply.text):
            yield Finding("RG438", (*path, "text"), {"words": words, "issue": reply.issue})


def named_annexes(text: str) -> Iterator[str]:
    """Yield the words by which the sentences of a text speak of the annex of their own report."""
    if "annex" not in text.lower():  # as in most texts
        return
    for sentence in _SENTENCE.finditer(text):
        found = _OWN.search(text := sentence.group()) or (_INFORMING.search(text) and _PLACED.search(text))
        if found and not _OF_ANOTHER.search(text):
            yield found.group()
