"""The language of a text, by its letters and its most frequent words."""

import re
from collections import Counter

from reportgen.document.tree import Document
from reportgen.document.walk import inlines_of, plain_text
from reportgen.regex import regex

_WORDS = {
    "en-GB": frozenset({"the", "of", "and", "to", "in", "for", "was"}),
    "fr": frozenset({"le", "la", "les", "des", "et", "du", "dans", "une"}),
    "es": frozenset({"el", "los", "las", "y", "del", "una", "se", "con"}),
}
_SCRIPTS = (
    ("ru", regex("[а-яё]", re.IGNORECASE)),
    ("ar", regex("[\u0621-\u064a]")),
    ("zh", regex("[一-鿿]")),
)
_SAMPLE = 20_000
"""Characters that are looked at; more would not change the answer."""


def language_of(document: Document) -> str:
    """The BCP 47 tag of the language of a document; English where nothing tells."""
    text = ""
    for block in document.blocks:
        text += " ".join(plain_text(inlines) for inlines in inlines_of(block)) + " "
        if len(text) > _SAMPLE:
            break
    for tag, letters in _SCRIPTS:
        if len(letters.findall(text)) * 3 > sum(character.isalpha() for character in text):
            return tag
    counts = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    return max(_WORDS, key=lambda tag: sum(counts[word] for word in _WORDS[tag]))
