"""How people call the blocks of a document: `paragraph 14`, `table after paragraph 3`."""

from collections.abc import Iterator, Sequence

from reportgen.diagnostics import shown
from reportgen.document.tree import Block, Heading, ItemList, Paragraph, Table
from reportgen.document.walk import plain_text


def block_names(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the name of each block: by its number, its words, or the numbered paragraph before it."""
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
