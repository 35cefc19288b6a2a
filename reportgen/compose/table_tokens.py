"""Teach the parser of Markdown the tables of agencies' texts."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reportgen.model.text_tables import Found, find_table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

TABLE, CAPTION, SOURCE, NOTE, ROW, CELL = "text_table", "caption", "source", "note", "row", "cell"
"""The tokens of a table; each opens with `_open` and closes with `_close`."""


def add_tables(parser: "MarkdownIt") -> None:
    """Teach a Markdown parser tables."""
    parser.block.ruler.before("paragraph", TABLE, _read, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _read(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """Take a table for the parser."""

    def line(number: int) -> str | None:
        if number >= end or (state.sCount[number] < state.blkIndent and not state.isEmpty(number)):
            return None
        return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]

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
