"""Read the numbers of paragraphs that are written otherwise than `14.`: `§ 14`, `[14]`, `14)`, `Para. 14.`.

The sign alone does not tell, since lists and notes have the same ones. What tells is that most of the text stands
behind it, and that its numbers go on by one from the beginning to the end.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.readers.labels import Label, Sign
from reportgen.readers.line import FileLine, Piece, cut
from reportgen.regex import regex

_WRITTEN = (
    regex(r"§\s*(\d{1,4})\.?\s+(?=\S)"),
    regex(r"¶\s*(\d{1,4})\.?\s+(?=\S)"),
    regex(r"\[(\d{1,4})\]\s*(?=\S)"),
    regex(r"\((\d{1,4})\)\s*(?=\S)"),
    regex(r"(\d{1,4})\)\s*(?=\S)"),
    regex(r"(?:Para(?:graph)?\.?|No\.)\s+(\d{1,4})(?:[.:]|\s*[–—-])\s+(?=\S)"),
    regex(r"(\d{1,4})\s+[–—-]\s+(?=\S)"),
    regex(r"(\d{1,4})[.)]?\s?[–—-]\s?(?=[“\"‘(]?[A-Z])"),
    regex(r"(\d{1,4})\s+(?=[“\"‘(]?[A-Z])"),
)
_FEWEST = 5
"""Paragraphs from which on a run of numbers is no list within one of them."""
_MOST_OF = 0.5
"""The share of the characters of a text that stands in its numbered paragraphs at the least."""
_IN_ORDER = 0.9
"""The share of numbers that follow the one before by one."""
_PLAIN = 0.25
"""The share of lines that may be numbered as usual, `1. Introduction`, beside those with another sign."""


def number_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines of a text, those that are numbered with another sign as paragraphs with `14.` are."""
    lines = [piece for piece in pieces if isinstance(piece, FileLine) and piece.text]
    plain = sum(line.label is not None and line.label.sign is Sign.NUMBER for line in lines)
    if plain > len(lines) * _PLAIN:  # as in most reports
        return list(pieces)
    whole = sum(len(line.text) for line in lines)
    for pattern in _WRITTEN:
        made = {id(line): numbered for line in lines if (numbered := _numbered(line, pattern)) is not None}
        is_told = _are_paragraphs(list(made.values()), whole) or _is_whole(lines, made)
        if is_told and plain <= len(made) * _PLAIN:
            return [made.get(id(piece), piece) if isinstance(piece, FileLine) else piece for piece in pieces]
    return list(pieces)


def _numbered(line: FileLine, pattern: re.Pattern[str]) -> FileLine | None:
    """Return a line with the number that it begins with as its label; None where it begins otherwise."""
    label = f"{line.label.text} " if line.label is not None else ""
    found = pattern.match(f"{label}{line.text}")
    if found is None or found.end() < len(label):
        return None
    number = Label(Sign.NUMBER, f"{found[1]}.", int(found[1]))
    return replace(cut(line, found.end() - len(label), len(line.text)), label=number)


def _are_paragraphs(lines: Sequence[FileLine], whole: int) -> bool:
    """Return whether numbered lines are the paragraphs of a text of so many characters."""
    follows = sum(after == before + 1 for before, after in pairwise(_values(lines)))
    return (
        len(lines) >= _FEWEST
        and follows >= (len(lines) - 1) * _IN_ORDER
        and sum(len(line.text) for line in lines) >= whole * _MOST_OF
    )


def _is_whole(lines: Sequence[FileLine], made: Mapping[int, FileLine]) -> bool:
    """Return whether a few numbered lines are a short text: from 1 on, none skipped, and no other line a sentence.

    Args:
        lines: of the text.
        made: those that are numbered, by the identity of the line.
    """
    others = (line for line in lines if id(line) not in made and (line.label is None or line.label.sign is Sign.NUMBER))
    is_rest_short = not any(line.text.rstrip().endswith(".") and line.text[:1] not in "*†‡" for line in others)
    return is_rest_short and list(_values(list(made.values()))) == list(range(1, len(made) + 1)) and len(made) > 1


def _values(lines: Sequence[FileLine]) -> Iterator[int]:
    return (line.label.value for line in lines if line.label is not None)
