"""Find notes to the authors that were left in.

These are placeholders (`XX`, `???`, `TBC`), requests in brackets (`[insert the figure for 2023]`), sentences that
ask for data instead of giving them (`updated data are required`), and promises of data that nobody kept (`Data for
2023 to be provided by the Ministry of Health.`). What may be said in a report is left alone: `the results are to be
confirmed by the court`, `the information to be provided by employers`; what stands in quotation marks; and the rule of
underscores above a footnote.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from reportgen.regex import regex

_DONE = "added|amended|checked|clarified|completed|confirmed|corrected|determined|filled in|inserted|updated|verified"
_ASKED = "add|amend|check|clarify|complete|confirm|correct|fill in|indicate|insert|provide|specify|update|verify"
_GIVEN = f"provided|supplied|submitted|sent|communicated|transmitted|included|attached|collected|{_DONE}"
_NO_NUMERAL = "".join(
    rf"(?<!{word}\s)" for word in ("hapter", "ection", "art", "itle", "nnex", "olume", "ession", "ook")
)
"""Not after `Chapter` and the like, where `XX` is twenty."""
_DATA = "data|figures?|information|statistics"
_NEWER = "updated?|up-to-date|more recent|newer"
_WANTED = "required|needed|awaited|missing|requested"
_OPEN_END = r"(?=\s*(?:[)\],;.]|$)|\s+(?:later|soon|shortly|for\s+\d{4})\b)"
"""Nothing says by whom, when or how: `to be confirmed)`, not `to be confirmed by the court`."""
_BEGINNING = rf"(?:^|(?<=[.;:(\[–—]\s)|(?<=[(\[]))(?:[\w-]+\s+){{0,3}}?(?:{_DATA}|details|text|table)\b"
"""Data at the beginning of a sentence or of brackets; nothing after it may be a verb."""
_VERBLESS = r"(?:\s+(?!(?:to|is|are|was|were|has|had|have|shall|must|should|will|can|may)\b)[\w’'–-]+){0,12}?"
_NOBODY = r"(?:\s+(?:by|from)(?:\s+the)?(?:\s+(?:[A-Z][\w’'-]*|of|the|and|for|on|in))+)?"
"""Nobody, or an agency with capital letters."""
_CLOSED = r"(?:\s+(?:later|soon|shortly|separately|in due course))?(?=\s*(?:[.;)\]]|$))"
_IN_WORDS = (
    (
        "data|figure|information|statistic",
        rf"\b(?:{_NEWER})\s+(?:{_DATA})\s+(?:is|are|will be)\s+(?:still\s+)?(?:{_WANTED})\b(?!\s+(?:by|of|to)\b)",
    ),
    ("to be", rf"\b(?:{_DATA})\s+(?:is|are|has|have|needs?)\s+to\s+be\s+(?:{_DONE})\b{_OPEN_END}"),
    ("to be", rf"[(\[](?=[^()\[\]]*+[)\]])[^()\[\]]*\bto\s+be\s+(?:{_DONE})\b{_OPEN_END}[^()\[\]]*[)\]]"),
    ("to be", rf"{_BEGINNING}{_VERBLESS}\s+to\s+be\s+(?:{_GIVEN})\b(?-i:{_NOBODY}){_CLOSED}"),
    ("to follow", rf"{_BEGINNING}{_VERBLESS}\s+to\s+follow\b{_CLOSED}"),
    ("[", rf"\[\s*(?:please\s+)?(?:{_ASKED})\b[^\[\]]*\](?!\()"),
    ("please", rf"\(\s*please\s+(?:{_ASKED})\b[^()]*\)"),
    ("please|kindly", rf"\b(?:please|kindly)\s+(?:{_ASKED})\b"),
    ("note", r"\bnote\s+(?:to|for)\s+(?:the\s+)?(?:authors?|editors?|translators?|drafters?|reviewers?)\b"),
    ("[", r"\[\s*(?:…|\.{2,}|\?|number|figure|date|year|name)\s*\](?!\()"),
    ("lorem", r"\blorem ipsum\b"),
)
_SIGNS = (
    ("tbc|tbd|tba|todo|fixme", r"\b(?:TBC|TBD|TBA|TODO|FIXME)\b"),
    ("xx", rf"(?<![\w-]){_NO_NUMERAL}X{{2,}}(?![\w-])(?=\s+[a-z]|\s*%|[.,;)])(?!\s+century)"),
    ("xxx", r"(?<!\w)x{3,}(?!\w)"),
    ("??", r"\?{2,}"),
    ("___", r"(?:(?<=[^\W_])|(?<=[,;:(“$€£])|(?<=[^\W_]\s)|(?<=[,;:(“$€£]\s)|^(?=_+\s[a-z]))_{3,}(?!\s*[*†])"),
)
"""Each with words in small letters of which one must stand in the text: looking for these costs next to nothing."""
_RULES = tuple(
    (tuple(words.split("|")), regex(pattern, flags))
    for patterns, flags in ((_IN_WORDS, re.IGNORECASE), (_SIGNS, 0))
    for words, pattern in patterns
)
_SOUGHT = frozenset(word for words, _ in _RULES for word in words)

_QUESTION = regex(r"(?:please|kindly)\s+(?:clarify|indicate|provide|specify|update)\b", re.IGNORECASE)
"""Requests that the Committee makes of a State as well, in a list of issues."""
_QUOTED = regex(r"“[^“”]{1,2000}”|«[^«»]{1,2000}»|\"[^\"]{1,2000}\"")
"""Quotations: what they ask for is asked by somebody else."""


class AuthorNote(Struct, frozen=True):
    """Where a note to the authors stands in a text."""

    start: int
    """The index of its first character."""
    end: int
    """The index after its last character."""
    is_question: bool = False
    """Whether the Committee asks a State in these words too, so that it may be its question."""


def author_notes(text: str) -> Iterator[AuthorNote]:
    """Yield every note to the authors in a text, in order; what two patterns find is given once.

    Nothing in quotation marks is a note: `the Committee asked: “Please indicate whether …”`.
    """
    low = text.lower().replace("\xa0", " ").replace("\n", " ")
    standing = {word for word in _SOUGHT if word in low}
    patterns = (pattern for words, pattern in _RULES if not standing.isdisjoint(words))
    spans = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    quoted = _quoted(text) if spans else []
    end = -1
    for start, stop in sorted(spans, key=lambda span: (span[0], -span[1])):  # the longer first
        if start >= end:
            if not any(first <= start < last for first, last in quoted):
                yield AuthorNote(start, stop, _QUESTION.match(text, start) is not None)
            end = stop


def _quoted(text: str) -> list[tuple[int, int]]:
    """Return the stretches in quotation marks that hold whole sentences; not `“XX” persons`."""
    return [match.span() for match in _QUOTED.finditer(text) if match.group().count(" ") > _FEW]


_FEW = 3
"""Spaces within quotation marks up to which they may hold a mark to be filled in."""
