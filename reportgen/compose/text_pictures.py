"""Find the pictures in agencies' texts: a line of its own, `![what it shows](file.png "title")`."""

from typing import TYPE_CHECKING

from reportgen.model.pictures import PICTURE_LINE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

PICTURE = "text_picture"
"""The token of a picture; its meta has `shows`, `file` and `title`."""


def add_pictures(parser: "MarkdownIt") -> None:
    """Teach a Markdown parser pictures."""
    parser.block.ruler.before("paragraph", PICTURE, _read, {"alt": ["paragraph", "reference", "blockquote", "list"]})


def _read(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
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
