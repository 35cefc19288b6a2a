"""Divide the text of a reply into texts for the cells of a workbook.

A text stays in one cell as long as a row can show it: then it comes back exactly as it was. A longer one is divided
where that changes nothing of what is printed.
"""

import math
import unicodedata
from collections.abc import Iterator

from reportgen.model import Reply
from reportgen.model.line_breaks import join_lines
from reportgen.model.lines import ListRun, pieces_of
from reportgen.regex import regex

CHARACTERS = 95
"""The width of the column of texts, in characters."""
LINES = 30
"""Lines that a row can show: 409 points is the greatest height (ECMA-376 Part 1, 18.3.1.73)."""
CELL_CHARACTERS = 32_767
"""Characters that a cell can hold (Excel's limit)."""
_GAP = regex(r"\n[ \t]*\n\s*")
_GOES_ON = regex(r"[ \t]|[-*+>|#]|\d+[.)]|\[\^|```|(?:Source|Note)s?[ \t]*:")
"""The beginning of a block that belongs to the one before it: a quotation, a table, its source, a footnote, an item."""
_FOOTNOTE = "[^"


def lines_of(text: str, width: int) -> int:
    """Return the lines that a text takes in a column, about; a Chinese character is as wide as two others."""
    return sum(max(1, math.ceil(width_of(line) / width)) for line in text.split("\n"))


def width_of(line: str) -> int:
    """Return the width of a line in characters of usual width (Unicode Standard Annex 11)."""
    return len(line) + (0 if line.isascii() else sum(unicodedata.east_asian_width(sign) in "WF" for sign in line))


def paragraphs_of(text: str) -> list[str]:
    """Return the paragraphs of a text, lists with the paragraph before them; no line ends within a sentence."""
    found: list[str] = []
    for block in _GAP.split(join_lines(text.strip())):
        if found and (_GOES_ON.match(block) or isinstance(pieces_of(block)[0], ListRun)):
            found[-1] += f"\n\n{block}"
        elif block:
            found.append(block)
    return found


def fitting(reply: Reply) -> Iterator[Reply]:
    """Yield a reply as rows of a workbook: one where it can be shown, else a row a paragraph.

    A line of a cell that ends is meant, so sentences that YAML breaks anywhere stand on one line.
    Footnotes stand at the end of a text and are found only within it, so a text with footnotes is not divided.
    Paragraphs after the first get the keys that they have within the text: `fund-2`, `fund-3`, ….
    """
    if lines_of(reply.text, CHARACTERS) <= LINES or _FOOTNOTE in reply.text:
        yield reply.model_copy(update={"text": join_lines(reply.text)}) if "\n" in reply.text else reply
        return
    for number, paragraph in enumerate(paragraphs_of(reply.text), start=1):
        key = reply.key if number == 1 or reply.key is None else f"{reply.key}-{number}"
        yield Reply(issue=reply.issue, text=paragraph, key=key, answers=reply.answers)
