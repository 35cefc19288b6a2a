"""Marks of typesetting in cells and in typed texts: raised, lowered and struck-out characters, and Markdown of others.

In a figure a raised “1” is the mark of a note and no digit. In a text it is kept, as light Markdown or as a character
of Unicode. What is struck out was given up by its author and must not be printed, nor be left out without a word.
"""

from collections.abc import Iterator
from typing import Any

from reportgen.diagnostics import Diagnostic, Path, Place, Places, diagnose
from reportgen.files.findings import Findings
from reportgen.model.pictures import PICTURE_LINE
from reportgen.project.cells import Cell
from reportgen.project.rich import as_characters, as_markdown, raised, struck
from reportgen.regex import regex


def is_marked_figure(cell: Cell, here: Place, note: str, found: Findings) -> bool:
    """Return whether a figure has marks that keep it from being read, and add what they are to `found`.

    Args:
        cell: of the figure.
        here: its place.
        note: where a note to the figure belongs, in words.
        found: gets the diagnostic.
    """
    if not cell.runs:
        return False
    if text := struck(cell.runs):
        found.append(diagnose("RG188", here, text=text))
        return True
    mark = raised(cell.runs)
    if mark is None:
        return False
    rest = "".join(run.text for run in cell.runs if not (run.mark and run.mark.raised)).strip()
    whole = "".join(run.text for run in cell.runs)
    found.append(diagnose("RG189", here, text=whole, number=rest or whole, mark=mark.text.strip(), column=note))
    return True


def marked_text(cell: Cell, here: Place, found: Findings, *, is_markdown: bool) -> str | None:
    """Return the words of a cell with raised and lowered characters, or None where they cannot be printed.

    Args:
        cell: of text, none of which is struck out.
        here: its place.
        found: gets what is wrong with it.
        is_markdown: whether the text is read as light Markdown; else it is printed as it stands.
    """
    if is_markdown:
        return as_markdown(cell.runs)
    written = as_characters(cell.runs)
    mark = raised(cell.runs)
    if written is None and mark is not None:
        found.append(diagnose("RG195", here, text=mark.text.strip()))
    return written


# ---- texts as they were typed -----------------------------------------------------------------------------------

_HEADING = regex(r" {0,3}#{1,6}(?:[ \t]+\S.*|[ \t]*)")
_UNDERLINE = regex(r" {0,3}(?:={3,}|-{3,})[ \t]*")
_RULE = regex(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_STRUCK = regex(r"(?<![\\~])~~(?![\s~])(?P<text>[^~\n]+)(?<![\s\\])~~(?!~)")
_FENCE = regex(r"[ \t]*(?:`{3,}|~{3,})[^`]*")
_CODE = regex(r"(?<![\\`])(?P<sign>`{1,2})(?!`)(?P<text>[^`\n]+)(?P=sign)(?!`)")
_PICTURE = regex(r"(?<!\\)!\[[^\[\]\n]*\]\([^()\n]*\)")


def typed_marks(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the Markdown of a reply that is not read: line and column from 0, code, and the words themselves."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        if _HEADING.fullmatch(line) and line.strip("# \t"):
            yield number, len(line) - len(line.lstrip()), "RG194", line.strip()
        elif before.strip() and _UNDERLINE.fullmatch(line) and "=" in line:
            yield number - 1, 0, "RG194", before.strip()
        elif (_UNDERLINE.fullmatch(line) or _RULE.fullmatch(line) or _FENCE.fullmatch(line)) and line.strip():
            yield number, 0, "RG197", line.strip()
        yield from _within(number, line)


def _within(number: int, line: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield the marks within one line."""
    if "~~" in line:
        yield from ((number, found.start(), "RG188", found["text"]) for found in _STRUCK.finditer(line))
    if "`" in line:
        yield from ((number, found.start(), "RG197", found.group()) for found in _CODE.finditer(line))
    if "![" in line and not PICTURE_LINE.fullmatch(line):
        yield from ((number, found.start(), "RG879", found.group()) for found in _PICTURE.finditer(line))


def find_typed_marks(fields: dict[str, Any], places: Places, name: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each piece of Markdown in the replies of a submission that is not read.

    Args:
        fields: the plain data of the submission.
        places: where they stand; of a text in YAML, each line.
        name: the file, for a text whose place is not known.
    """
    replies = fields.get("replies")
    for index, reply in enumerate(replies if isinstance(replies, list) else ()):
        text = reply.get("text") if isinstance(reply, dict) else None
        if not isinstance(text, str):
            continue
        path: Path = ("replies", index, "text")
        for number, column, code, words in typed_marks(text):
            here = places.character((*path, number), column) or places.find((*path, number)) or Place(name)
            yield diagnose(code, here, text=words)
