"""Write a text again with other bold and italics: what else stands between its words stays."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.project.corrections import TextChange
from reportgen.regex import regex
from reportgen.word.pull.stretches import WORD

_EMPHASIS = regex(r"[*_]+")
_MARKS = ("", "*", "**", "***")


class Written(Struct, frozen=True):
    """A word, a blank or a reference as it is written."""

    text: str
    look: int | None
    """0, or 1 in italics, 2 in bold, 3 in both; None for what has no look: a blank, the mark of a note."""
    behind: str = ""
    """What stands behind it in the text and is not printed."""


def look_of(looks: str, start: int, end: int) -> int:
    """Return the look of a stretch, by its first character."""
    return int(looks[start : start + 1] or "0") if start < end else 0


def mark_up(pieces: Sequence[Written], lead: str = "") -> str:
    """Return a text with its marks of emphasis.

    Args:
        pieces: of the text, from the first to the last.
        lead: what is not printed before the first.
    """
    text, behind, look = _EMPHASIS.sub("", lead), "", 0
    for piece, own in zip(pieces, _settled(pieces), strict=True):
        if own != look:
            text, behind = text + _MARKS[look] + behind + _MARKS[own], ""
        text += behind + piece.text
        behind, look = _EMPHASIS.sub("", piece.behind), own
    return text + _MARKS[look] + behind


def _settled(pieces: Sequence[Written]) -> Iterator[int]:
    """Yield the look of each piece; what has none has that which both its neighbours have, since marks touch words."""
    looks = [piece.look for piece in pieces]
    for at, own in enumerate(looks):
        before = next((one for one in reversed(looks[:at]) if one is not None), 0)
        after = next((one for one in looks[at + 1 :] if one is not None), 0)
        yield own if own is not None else before if before == after else 0


def changes_between(old: str, new: str, start: int) -> Iterator[TextChange]:
    """Yield what leads from a stretch of a text to another one, word by word.

    Args:
        old: the stretch as it is written.
        new: as it is to be written.
        start: where the stretch begins in the text.
    """
    before, after = (list(WORD.finditer(text)) for text in (old, new))
    words = [[match.group() for match in side] for side in (before, after)]
    for kind, first, last, begin, stop in SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes():
        if kind != "equal":
            at = start + (before[first].start() if first < len(before) else len(old))
            end = start + before[last - 1].end() if last > first else at
            yield TextChange(Span(at, end), "".join(words[1][begin:stop]))
