"""Read a text file as lines, those without words left out.

The United Nations' own text files have a paragraph a line, with tabs for the places of labels. In files that are
wrapped, a line goes on with the one before, where that does not end a sentence, and where the line begins with a small
letter, or the one before has an open bracket or ends with a word such as `of`.
"""

import re

from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Place
from reportgen.document.tree import Text
from reportgen.files.refusal import WORD_FILE, refuse
from reportgen.files.text import FORBIDDEN, decode, find_forbidden
from reportgen.languages.en.lexicon import DETERMINERS, PREPOSITIONS
from reportgen.limits import DOCUMENT_PARAGRAPHS
from reportgen.readers.line import Line, settle
from reportgen.regex import regex

_WRAPPED = 110
"""Characters: files whose lines are all shorter were wrapped by a program for a narrow window."""
_ENDS = (".", ":", ";", "!", "?", "”", ")", "]")
_NOT_LAST = PREPOSITIONS | DETERMINERS | {"of", "and", "or"}
"""Words with which neither a sentence nor a heading ends."""
_LABELLED = regex(r"\s*(?:\d{1,4}[.)]|\(?[a-z]{1,3}\)|[A-Z]{1,4}\.|[•·–-])\s")


def read_lines(data: bytes, name: str) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines of a text file, and what was wrong with its characters.

    Args:
        data: the bytes of the file.
        name: the file, for messages.

    Raises:
        Refused: where it is not UTF-8, or has more lines than any report.
    """
    text = decode(data, name)
    found = find_forbidden(text, name)
    rows = re.split("\r\n|\r|\n|\x0c", FORBIDDEN.sub("", text) if found else text)
    lines = [
        Line((Text(row),), number, follows_blank=number > 1 and not rows[number - 2].strip())
        for number, row in enumerate(rows, 1)
        if row.strip()
    ]
    if len(lines) > DOCUMENT_PARAGRAPHS:
        what = f"more than {DOCUMENT_PARAGRAPHS:,} lines"
        raise refuse(WORD_FILE.beyond, Place(name), part="the text", what=what)
    joined = _unwrapped(lines) if _is_wrapped(lines) else lines
    return [settle(line) for line in joined], found


def _is_wrapped(lines: list[Line]) -> bool:
    """Whether paragraphs were broken into lines of a window's width."""
    return len(lines) > 1 and all(len(line.text) <= _WRAPPED for line in lines) and any(map(_goes_on, lines, lines[1:]))


def _goes_on(line: Line, after: Line) -> bool:
    """Whether the second line goes on with the sentence of the first."""
    if after.follows_blank or _LABELLED.match(after.text):
        return False
    text = line.text.rstrip()
    is_open = text.count("(") > text.count(")") or text.rpartition(" ")[2].lower() in _NOT_LAST
    return not text.endswith(_ENDS) and (is_open or after.text.lstrip()[:1].islower())


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Return paragraphs put together again: lines up to an empty one, or up to one with a label of its own."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.follows_blank and not _LABELLED.match(line.text) and not line.text.startswith("\t"):
            groups[-1].append(line)
        else:
            groups.append([line])
    # what stands before the first line of a group is kept, since tabs tell what it is
    texts = (" ".join((first.text.rstrip(), *(line.text.strip() for line in others))) for first, *others in groups)
    return [replace(group[0], inlines=(Text(text),)) for group, text in zip(groups, texts, strict=True)]
