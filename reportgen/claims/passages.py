"""Find where sentences begin and end.

A full stop ends a sentence only where what follows can begin one, and where what stands before it is no abbreviation
("art. 4", "No. 264", "Mr. Smith") and no initial ("J. Smith"). A series with semicolons is one sentence. A line
break always ends one.
"""

import re
from typing import NamedTuple

from reportgen.languages.en.lexicon import SENTENCE_STARTERS, SHORT_BEFORE_NUMBERS, SHORT_WITHIN
from reportgen.regex import regex
from reportgen.remembering import remembered


class Span(NamedTuple):
    """A run of characters: from `start` up to, but without, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that it spans."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Return whether the other lies within it."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Return whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


_STOP = regex(r"""[.?!…\n](?<![.?!…]{2})(?:(?<=\n)|[.?!…]*+["”’»)\]]*+(?=\s))""")
"""The end of a line, or stops and what closes behind them; that it begins with a set of characters makes it four times
as fast to look for."""
_NEXT = regex(r"""[\s"“‘«(\[–—-]*+([^\W_]{1,20}+|.?)""", re.DOTALL)
"""What opens a sentence, and its first word, of which no starter is longer; or the mark that stands there."""


@remembered(20_000)
def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in order, without the white space around them."""
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        end = stop.start() if stop.group() == "\n" else stop.end()
        if stop.group() == "\n" or _ends(text, start, stop):
            _add(found, text, start, end)
            start = stop.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        found.append(Span(first, first + len(bare)))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether a sentence that began at `start` ends at this stop."""
    following = _following(text, stop.end())
    if not following or following[0].islower():
        return not following
    if text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return True
    before = _word_before(text, start, stop.start())
    plain = before.lower()
    if plain in SHORT_WITHIN or (plain in SHORT_BEFORE_NUMBERS and following[0].isdigit()):
        return False
    if before.isdigit() and not text[start : stop.start() - len(before)].strip():
        return False  # the number of an item: "1. The State"
    if _is_initial(before):
        return following in SENTENCE_STARTERS
    return True


def _following(text: str, position: int) -> str:
    """Return the word that comes next, without what opens it."""
    match = _NEXT.match(text, position)
    return match[1] if match else ""


def _word_before(text: str, start: int, stop: int) -> str:
    """Return the word that the stop at `stop` follows, with the stops within it."""
    first = stop
    least = max(start, stop - 12)  # no abbreviation is longer
    while first > least and (text[first - 1].isalnum() or text[first - 1] == "."):
        first -= 1
    return text[first:stop]


def _is_initial(word: str) -> bool:
    """Return whether a word is an initial, or initials with stops: `J`, `U.N`."""
    letters = word.split(".")
    return all(len(letter) == 1 and letter.isupper() for letter in letters)
