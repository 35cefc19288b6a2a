"""Notes to the authors that were left in: a stretch of text comes in, the places of such notes go out.

Found are placeholders (`XX`, `???`, `TBC`), requests in brackets (`[insert the figure for 2023]`) and sentences that
ask for data instead of giving them (`updated data are required`). What may be said in a report is left alone: `the
results are to be confirmed by the court`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DONE = "added|amended|checked|clarified|completed|confirmed|corrected|determined|filled in|inserted|updated|verified"
_ASKED = "add|amend|check|clarify|complete|confirm|correct|fill in|indicate|insert|provide|specify|update|verify"
_NO_NUMERAL = "".join(
    rf"(?<!{word}\s)" for word in ("hapter", "ection", "art", "itle", "nnex", "olume", "ession", "ook")
)
"""Not after `Chapter` and the like, where `XX` is twenty."""
_DATA = "data|figures?|information|statistics"
_NEWER = "updated?|up-to-date|more recent|newer"
_WANTED = "required|needed|awaited|missing|requested"
_OPEN_END = r"(?=\s*(?:[)\],;.]|$)|\s+(?:later|soon|shortly|for\s+\d{4})\b)"
"""Nothing says by whom, when or how: `to be confirmed)`, not `to be confirmed by the court`."""
_IN_WORDS = (
    rf"\b(?:{_NEWER})\s+(?:{_DATA})\s+(?:is|are|will be)\s+(?:still\s+)?(?:{_WANTED})\b(?!\s+(?:by|of|to)\b)",
    rf"\b(?:{_DATA})\s+(?:is|are|has|have|needs?)\s+to\s+be\s+(?:{_DONE})\b{_OPEN_END}",
    rf"[(\[][^()\[\]]*\bto\s+be\s+(?:{_DONE})\b{_OPEN_END}[^()\[\]]*[)\]]",
    rf"\[\s*(?:please\s+)?(?:{_ASKED})\b[^\[\]]*\](?!\()",
    rf"\(\s*please\s+(?:{_ASKED})\b[^()]*\)",
    rf"\b(?:please|kindly)\s+(?:{_ASKED})\b",
    r"\bnote\s+(?:to|for)\s+(?:the\s+)?(?:authors?|editors?|translators?|drafters?|reviewers?)\b",
    r"\[\s*(?:…|\.{2,}|\?|number|figure|date|year|name)\s*\](?!\()",
    r"\blorem ipsum\b",
)
_SIGNS = (
    r"\b(?:TBC|TBD|TBA|TODO|FIXME)\b",
    rf"(?<![\w-]){_NO_NUMERAL}X{{2,}}(?![\w-])(?=\s+[a-z]|\s*%|[.,;)])(?!\s+century)",
    r"(?<!\w)x{3,}(?!\w)",
    r"\?{2,}",
    r"_{3,}",
)
_PATTERNS = (*(re.compile(words, re.IGNORECASE) for words in _IN_WORDS), *map(re.compile, _SIGNS))


@dataclass(frozen=True, slots=True)
class AuthorNote:
    """Where a note to the authors stands in a text."""

    start: int
    """The index of its first character."""
    end: int
    """The index after its last character."""


def author_notes(text: str) -> Iterator[AuthorNote]:
    """Every note to the authors in a text, in order; what two patterns find is given once."""
    found = sorted((match.span() for pattern in _PATTERNS for match in pattern.finditer(text)), key=_longest_first)
    end = -1
    for start, stop in found:
        if start >= end:
            yield AuthorNote(start, stop)
            end = stop


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    """A key that sorts by the beginning, the longer first."""
    return span[0], -span[1]
