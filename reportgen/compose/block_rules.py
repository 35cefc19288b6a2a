"""Teach the parser of Markdown the blocks of agencies' texts: tables, and pictures in a line of their own."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.model.pictures import PICTURE_LINE
from reportgen.model.text_tables import Found, find_table, row_text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

PICTURE = "text_picture"
"""The token of a picture, `![what it shows](file.png "title")`; its meta has `shows` and `file`."""
TABLE, CAPTION, SOURCE, NOTE, ROW, CELL = "text_table", "caption", "source", "note", "row", "cell"
"""The tokens of a table; each opens with `_open` and closes with `_close`."""


def add_blocks(parser: "MarkdownIt") -> None:
    """Teach a Markdown parser tables and pictures."""
    for name, rule in ((TABLE, _read_table), (PICTURE, _read_picture)):
        parser.block.ruler.before("paragraph", name, rule, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _read_picture(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Take a picture for the parser."""
    del end
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = PICTURE_LINE.fullmatch(line) if line.startswith("![") else None
    if found is None:
        return False
    if not silent:
        state.push(f"{PICTURE}_open", "", 1).meta = {"shows": found["shows"].strip(), "file": found["file"]}
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = found["title"] or "", [start, start + 1], []
        state.push(f"{PICTURE}_close", "", -1)
        state.line = start + 1
    return True


def _read_table(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Take a table for the parser."""

    def line(number: int) -> str | None:
        if number >= end or (state.sCount[number] < state.blkIndent and not state.isEmpty(number)):
            return None
        return row_text(state.src[state.bMarks[number] : state.eMarks[number]])

    first = line(start) or ""
    if "|" not in first and "\t" not in first and "Table" not in first:
        return False
    found = find_table(line, start)
    if found is None:
        return False
    if not silent:
        _push(state, found)
        state.line = found.end
    return True


def _push(state: "StateBlock", found: Found) -> None:
    state.push(f"{TABLE}_open", "", 1).meta = {"found": found}
    _push_text(state, CAPTION, found.caption, found.start)
    for kind, lines in (("head", found.heads), ("body", found.rows)):
        for line in lines:
            state.push(f"{ROW}_open", "", 1).meta = {"kind": kind}
            for cell, columns in _spans(line.cells) if kind == "head" else [(cell, 1) for cell in line.cells]:
                _push_text(state, CELL, cell.strip(), line.number, columns=columns)
            state.push(f"{ROW}_close", "", -1)
    for kind, text in found.below:
        _push_text(state, SOURCE if kind == "Source" else NOTE, text, found.end - 1)
    state.push(f"{TABLE}_close", "", -1)


def _spans(cells: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the heads of a row with the columns that each takes."""
    last, columns = "", 0
    for place, cell in enumerate(cells):
        if cell or not place:
            if columns:
                yield last, columns
            last, columns = cell, 0
        columns += 1
    if columns:
        yield last, columns


def _push_text(state: "StateBlock", kind: str, text: str, line: int, **meta: int) -> None:
    state.push(f"{kind}_open", "", 1).meta = meta
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text, [line, line + 1], []
    state.push(f"{kind}_close", "", -1)
