"""Find the places where a space is missing, doubled or out of place.

Only what is a slip of the keyboard wherever it stands is found: `with151`, `in  2023`, `persons , men`. U+FFFC stands
for a figure that is written out later.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.languages.en.lexicon import ADVERBS, NOUN_STOPS
from reportgen.regex import regex


def _patterns(*expressions: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(regex, expressions))


_FIGURE = "\ufffc"
_NO_WORDS = frozenset({"covid", "html", "http", "base", "utf"})
"""What is written with a figure and no space: `covid19`."""
_NO_ENDINGS = frozenset({"fold", "bis", "ter", "quater"})
"""What may follow a figure without a space: `article 5bis`."""
_TOUCHING = _patterns(
    rf"[\d{_FIGURE}“(](?<=[a-z].)",
    rf"[\d{_FIGURE},;.:)”](?=[A-Za-z“])",
    r"\.(?=\d)(?<=[a-z].)",
    r",(?=\d)(?<=\d{4},)",
    r";(?=\d)",
)
"""Wherever a space is missing, two characters touch like this. To look for them first spares most texts all other
patterns; each begins with the rarer of the two, which is what is found fastest."""
_WORD_BEFORE_FIGURE = regex(
    rf"(?<![\w’'.@/#-])(?P<word>in|of|to|by|on|at|or|and|for|the|was|[a-z]{{4,}})(?P<figure>\d++(?:[,.]\d++)*+|{_FIGURE})"
    r"(?!(?!s\b|[a-z]{3})[A-Za-z@-]|/(?!\d))"  # `and1990s`, `month29will`
)
_FIGURE_BEFORE_WORD = regex(rf"(?<![\w/#.-])(?<!\d,)(?:\d++(?:,\d++)*|{_FIGURE})(?P<word>[a-z]{{3,}})(?![\w@/])")
_INSERTIONS = _patterns(
    r"(?<=[A-Za-z][a-z])[,;](?=[A-Za-z“]{2})",
    r"(?<=\d\d)[,;](?=[a-z]{2})",
    r"(?<=[A-Za-z0-9]{2});(?=\d)(?!\d+[:(])",  # not "2021;6:12" of a journal
    r"(?:[a-z]{3}|\d{4})\.(?=(?:[A-Z][a-z]{2,}|A[nst]|By|He|I[fnt]|No|O[fn]|To|We)[\s,])",
    r"(?<=\))\.(?=(?:[A-Z][a-z]{2,}|A[nst]|By|He|I[fnt]|No|O[fn]|To|We)[\s,])",
    r"(?<=[a-z]{2}):(?=[A-Za-z]{2})",
    r"\((?=[^()\d\s]*+[\d\s])[^()]*+\)(?=[A-Za-z]{2})",  # not `(re)integration`
    r"\b(?:art|arts|para|paras|sect|chap|No|Nos)\.(?=\d)",
    r"(?<![\d.,])(?:19|20)\d\d,(?=(?:\d{3}|(?:19|20)\d\d)(?![\d,]))",  # `in 2023,163 persons`: no number is so grouped
    r"[a-z](?=“)",
    r"”(?=[A-Za-z]{2})",
    r"(?<=[a-z]{3})(?=\((?![a-z]{1,4}\))(?:[A-Za-z]{2,}|\d|“))",  # `persons(including`, not `child(ren)`
)
"""Patterns at whose end a space is missing."""
_ADDRESS = regex(
    r"(?<![^\s“”()<>])[^\s“”()<>@]+@[^\s“”()<>@]+|(?:https?://|www\.)\S+"
    r"|(?<![\w.-])[A-Za-z][\w-]*\.(?:[\w-]+\.)*(?:com|edu|gov|info|int|net|org|html?|pdf|docx?|xlsx?)\b(?![’'-])\S*",
    re.IGNORECASE,
)
"""Addresses of mail, of pages and of files: no text, and nothing is missing in them."""
_STRAY = _patterns(r"[,;:.!?)](?<=[ \xa0\t].)", r"\((?=[ \xa0\t])")
"""A space before a mark, or behind an opening bracket: looked for first, as above."""
_DOUBLE = regex(r"(?<=\S)[ \xa0]{2,}(?=\S)")
"""`They met  in May.`"""
_BEFORE_MARK = regex(rf"(?<=[\w)”’{_FIGURE}])[ \xa0\t]+(?=[,;:.!?)](?![.\d\w/)(-]))")
"""`It was closed .`; not the point of `.5`, `.pdf` or `(…)`."""
_AFTER_OPENING = regex(r"(?<=\()[ \xa0\t]+(?=\S)")
"""`( 12 cases)`."""


class Slip(Struct, frozen=True):
    """A stretch of a text that is to be replaced."""

    start: int
    """The index of its first character."""
    end: int
    """The index after its last character."""
    shown_start: int
    """Where the words around it begin that show what is meant."""
    shown_end: int
    better: str
    """What takes the place of the characters from `start` to `end`."""


def missing_spaces(text: str) -> Iterator[Slip]:
    """Yield every place where two words, or a word and a figure, stand together without the space between them."""
    if not any(pattern.search(text) for pattern in _TOUCHING):
        return
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for slip in _missing(text):
        if not any(first < slip.start < last for first, last in addresses):
            yield slip


def _missing(text: str) -> Iterator[Slip]:
    """Yield the same, those within addresses as well."""
    for match in _WORD_BEFORE_FIGURE.finditer(text):
        if match["word"] not in _NO_WORDS:
            yield _insertion(match.start("figure"), match.start(), match.end())
    for match in _FIGURE_BEFORE_WORD.finditer(text):
        if match["word"] not in _NO_ENDINGS:
            yield _insertion(match.start("word"), match.start(), match.end())
    for pattern in _INSERTIONS:
        for match in pattern.finditer(text):
            yield _insertion(match.end(), match.start(), match.end())


def may_be_note(text: str, slip: Slip) -> bool:
    """Return whether a figure that touches a word may be the mark of a note: `inflows6`, `year(8)`; not `with14`."""
    word = _WORD.search(text, max(slip.start - _LONGEST, 0), slip.start)
    return word is not None and word[0] not in _JOINING and _MARK_OF_NOTE.match(text, slip.start) is not None


_LONGEST = 40
_JOINING = NOUN_STOPS - ADVERBS
_WORD = regex(r"[a-z]+$")
_MARK_OF_NOTE = regex(r"\d{1,2}(?![\da-z/])(?![,.]\d)|\(\d{1,2}\)")


def double_spaces(text: str) -> Iterator[Slip]:
    """Yield every run of two or more spaces between words; one that does not break stays so."""
    if "  " not in text and "\xa0" not in text:
        return
    for match in _DOUBLE.finditer(text):
        better = "\xa0" if "\xa0" in match.group() else " "
        yield Slip(match.start(), match.end(), match.start(), match.end(), better)


def stray_spaces(text: str) -> Iterator[Slip]:
    """Yield every space before a comma, stop, colon, semicolon or closing bracket, or after an opening bracket."""
    if not any(pattern.search(text) for pattern in _STRAY):
        return
    for pattern in (_BEFORE_MARK, _AFTER_OPENING):
        for match in pattern.finditer(text):
            yield Slip(match.start(), match.end(), match.start() - 1, match.end() + 1, "")


def _insertion(at: int, shown_start: int, shown_end: int) -> Slip:
    """Return the slip that a space is missing at an index."""
    return Slip(at, at, shown_start, shown_end, " ")
