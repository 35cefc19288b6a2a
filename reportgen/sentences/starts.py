"""Find where the sentences of a text start, in which numbers are placeholders."""

import re

from reportgen.regex import regex
from reportgen.sentences.phrase import PLACEHOLDER

# A full stop ends a sentence unless it belongs to an abbreviation ("No. 5", "art. 4"), to an initial ("A. Smith",
# "U.S."), or a small letter follows. Colons, semicolons and brackets end none.
_OPENING = "“‘\"'(\\[«"
_BREAK = regex(
    r"(?:(?P<mark>[.!?…])(?:\s?[”’)\]»]|[\"'])*\s+"  # a mark, and what it closes
    r"|\n[^\S\n]*\n"  # an empty line
    r"|[。！？][”’）」』]*)"  # the wide marks of Chinese, after which no space stands
    rf"[{_OPENING}\s]*"  # what opens next
)
_FIRST = regex(rf"[{_OPENING}\s]*")
_LAST_WORD = regex(r"(?:\w+\.)*\w+$")
_REACH = 40
"""Characters before a full stop in which its word is looked for."""
ENDS = ".!?…。！？"


def find_sentences(text: str, abbreviations: frozenset[str]) -> list[int]:
    """Return the offsets of the first letter or number of every sentence, in order."""
    first = _FIRST.match(text)
    starts = [first.end() if first else 0]
    starts += [match.end() for match in _BREAK.finditer(text) if _is_end(text, match, abbreviations)]
    return starts


def _is_end(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Return whether a mark ends its sentence."""
    mark = match["mark"]
    following = text[match.end() : match.end() + 1]
    if mark is None:
        return True
    if following.islower():
        return False
    if mark == "…":
        return following.isupper()
    return mark != "." or not _is_abbreviation(
        text[max(0, match.start() - _REACH) : match.start()], abbreviations, following
    )


def _is_abbreviation(before: str, abbreviations: frozenset[str], following: str) -> bool:
    """Return whether the word before a full stop is short for another one."""
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found.group()
    if word in abbreviations or (word[:1].isupper() and word.lower() in abbreviations):
        return True
    if "." in word:
        return all(len(piece) == 1 and piece.isalpha() for piece in word.split("."))
    # An initial stands before a name, never before a number: "A. Smith", but "… of hepatitis B. 12 persons …".
    return len(word) == 1 and word.isupper() and following != PLACEHOLDER
