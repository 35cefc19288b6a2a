"""References to the annex in a report that has none: a reader would look in vain for the figures."""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding
from reportgen.document.tree import Heading, Level
from reportgen.regex import regex

_OWN = regex(
    r"\bsee(?: also)?(?: the)?(?: statistical| attached)? annex(?:es)?(?: (?:[IVX]+|\d+|[A-Z]))?\b"
    r"(?! (?:to|of) (?!(?:the present|this|these|our|the report|the repl)))"
    r"|\b(?:the|statistical|attached) annex(?:es)? (?:(?:to|of) (?:the present|this|these|our) (?:report|document|repl)"
    r"|attached|below|hereto)"
    r"|\b(?:given|provided|contained|presented|set out|listed|shown|attached|found|included|are|is|appears?)"
    r" (?:in|as)(?: the| an) (?:statistical )?annex(?:es)?(?=\s*(?:[.;)]|$))",
    re.IGNORECASE,
)
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
        if (found := _OWN.search(sentence.group())) and not _OF_ANOTHER.search(sentence.group()):
            yield found.group()
