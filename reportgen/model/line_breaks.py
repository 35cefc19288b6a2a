"""Tell what the end of a line means: nothing, the end of a paragraph, or a question.

In YAML lines are broken anywhere; in a cell an official begins a line with Alt+Enter where a paragraph is meant.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from reportgen.model.lines import SENTENCE_END, Piece, TypedLine, pieces_of
from reportgen.model.text_tables import BELOW
from reportgen.regex import regex

_ABBREVIATION = regex(r"(?:^|[\s(])(?:No|Nos|art|arts|para|paras|Mr|Mrs|Ms|Dr|St|p|pp|vol|cf|[A-Z])\.$", re.IGNORECASE)
"""Ends of lines such as “decree No.” and “Mr.”, after which the sentence goes on."""
_SHORT = 45
"""Characters of a line that no program breaks: a shorter one was ended by hand."""
_NARROW = 60
"""Characters of the narrowest column in which prose is usually wrapped."""
_SENTENCE_WORDS = 4
"""Words of a line that is no name in a column before figures."""
_FULL = 0.75
"""How far a line reaches, of the widest of its paragraph, where the next word found no room in it."""


class EndOfLine(StrEnum):
    """What the end of a line within prose means."""

    SPACE = "space"
    """Nothing: the sentence goes on."""
    PARAGRAPH = "paragraph"
    UNCLEAR = "unclear"
    """The line was ended by hand, and no sentence ends there."""


def break_lines(text: str) -> str:
    """Return the text of a cell in which a line that begins a paragraph stands after an empty line.

    In a cell lines are broken by the program, so a line that somebody ended is meant: after a sentence it is the end
    of a paragraph. Text that was pasted with its line ends stays together.
    """
    return _with_breaks(text, is_cell=True, joins=False)


def join_lines(text: str) -> str:
    """Return a text in which no line ends but where that is meant: what goes on stands on one line."""
    return _with_breaks(text, is_cell=False, joins=True)


def _with_breaks(text: str, *, is_cell: bool, joins: bool) -> str:
    if "\n" not in text:
        return text
    breaks = {
        line.number: EndOfLine.PARAGRAPH if line.in_table else kind for line, _, kind in _breaks(text, is_cell=is_cell)
    }
    signs = {EndOfLine.SPACE: " " if joins else "\n", EndOfLine.PARAGRAPH: "\n\n", EndOfLine.UNCLEAR: "\\\n"}
    written: list[str] = []
    for number, line in enumerate(text.split("\n")):
        kind, words = breaks.get(number), line.lstrip() if written[-1:] == [" "] else line
        written += [words.rstrip() if kind else words, signs[kind] if kind else "\n"]
    return "".join(written[:-1])


def unclear_breaks(text: str, *, is_cell: bool = False) -> Iterator[tuple[TypedLine, TypedLine]]:
    """Yield each line that was ended by hand without the end of a sentence, with the line after it."""
    yield from ((line, after) for line, after, kind in _breaks(text, is_cell=is_cell) if kind is EndOfLine.UNCLEAR)


def _breaks(text: str, *, is_cell: bool) -> Iterator[tuple[TypedLine, TypedLine, EndOfLine]]:
    """Yield each line of prose that a further line follows, the line after it, and what its end means."""
    if "\n" not in text:
        return
    for block in _blocks(pieces_of(text)):
        widest = max(len(line.text) for line in block)
        pairs = list(pairwise(block))
        is_wrapped, is_announced = any(_goes_on(line, after) for line, after in pairs), False
        is_below = False
        for line, after in pairs:
            is_below |= BELOW.fullmatch(line.text) is not None
            is_announced |= line.text.rstrip().endswith(":")
            if line.in_table and after.in_table:
                kind = _end_of_table(line, after, is_below=is_below) if is_cell else None
                if kind:
                    yield line, after, kind
                continue
            if after.stands_apart or line.text.endswith(("\\", "  ")):
                continue
            if not line.stands_apart or line.text.lstrip().startswith("[^"):
                joins = not is_cell and not is_announced and _is_one_sentence(line, after)
                kind = EndOfLine.SPACE if joins else _break(line, after, widest, is_cell=is_cell, is_wrapped=is_wrapped)
                yield line, after, kind
            elif is_cell or line.text.lstrip().startswith(">"):
                yield line, after, EndOfLine.PARAGRAPH if is_cell else EndOfLine.SPACE


def _end_of_table(line: TypedLine, after: TypedLine, *, is_below: bool) -> EndOfLine | None:
    """Return whether the next line of a cell begins a paragraph below a table; a source has no point at its end."""
    if BELOW.fullmatch(after.text) or any("|" in one.text or one.is_row for one in (line, after)):
        return None
    if _begins_paragraph(line, after):
        return EndOfLine.PARAGRAPH
    goes_on = not is_below or line.text.rstrip().endswith(",") or after.text.lstrip()[:1].islower()
    return None if goes_on else EndOfLine.UNCLEAR


def _blocks(pieces: Sequence[Piece]) -> Iterator[list[TypedLine]]:
    """Yield the lines of prose between empty lines and lists."""
    block: list[TypedLine] = []
    for piece in [*pieces, None]:
        if isinstance(piece, TypedLine) and not piece.is_blank:
            block.append(piece)
        elif block:
            yield block
            block = []


def _break(line: TypedLine, after: TypedLine, widest: int, *, is_cell: bool, is_wrapped: bool) -> EndOfLine:
    """Return what the end of a line means.

    Args:
        line: the line.
        after: the line after it.
        widest: characters of the widest line around.
        is_cell: whether the text stands in a cell.
        is_wrapped: whether some line around was certainly ended by a program.
    """
    is_full = len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > _FULL * max(widest, _NARROW)
    if _begins_paragraph(line, after):
        return EndOfLine.PARAGRAPH if is_cell and not (is_wrapped and is_full) else EndOfLine.SPACE
    if line.text.rstrip().endswith(",") or _goes_on(line, after) or (is_full and not is_cell):
        return EndOfLine.SPACE
    return EndOfLine.UNCLEAR


def _begins_paragraph(line: TypedLine, after: TypedLine) -> bool:
    return _ends_sentence(line) and not after.text.lstrip()[:1].islower()


def _ends_sentence(line: TypedLine) -> bool:
    words = line.text.rstrip()
    end = list(SENTENCE_END.finditer(words))[-1:]
    return bool(end) and end[0].end() == len(words) and not _ABBREVIATION.search(words)


def _is_one_sentence(line: TypedLine, after: TypedLine) -> bool:
    """Return whether a sentence of YAML goes on in the next line, however short its lines are."""
    first = after.text.lstrip()[:1]
    return not _ends_sentence(line) and (
        first.islower() or first in "({" or (first.isdigit() and len(line.text.split()) >= _SENTENCE_WORDS)
    )


def _goes_on(line: TypedLine, after: TypedLine) -> bool:
    """Return whether a sentence plainly goes on in the next line of wrapped text."""
    words, first = line.text.rstrip(), after.text.lstrip()[:1]
    can_go_on = not first.isupper() and (first.isalnum() or not first.isascii() or first in "{(")
    return len(words) >= _SHORT and not words.endswith((":", ";")) and not _ends_sentence(line) and can_go_on
