"""How people call the blocks of a document: `report.docx, paragraph 14`."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import shown
from reportgen.document.tree import Block, Heading, ItemList, Paragraph, Table
from reportgen.document.walk import plain_text


def place_names(blocks: Sequence[Block], name: str) -> Iterator[str]:
    """The name of each block, with the file."""
    for words in block_names(blocks):
        yield f"{name}, {words}"


def block_names(blocks: Sequence[Block]) -> Iterator[str]:
    """The name of each block: by its number, its words, or the numbered paragraph before it."""
    last: int | None = None
    for block in blocks:
        where = f"after paragraph {last}" if last else "before paragraph 1"
        match block:
            case Paragraph(number=int(number)):
                last = number
                yield f"paragraph {number}"
            case Heading():
                yield f"heading “{shown(plain_text(block.children))}”"
            case Table(number=int(number)):
                yield f"table {number}"
            case Table():
                yield f"table {where}"
            case ItemList():
                yield f"list {where}"
            case _:
                yield f"text {where}"
