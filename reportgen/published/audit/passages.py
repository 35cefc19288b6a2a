"""What an audit reads: a document comes in, its passages go out, each with its claims.

A passage is a paragraph, an item of a list, a quotation or a footnote; short items below a colon are one sentence with
the paragraph that they stand below. It knows the number that a reader would give
its place, and the reply that it stands in, within which a total may stand apart from its parts.
"""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.claims import Reading, read_claims
from reportgen.claims.passages import sentences
from reportgen.document.tree import Block, Document, Heading, Inlines, Item, ItemList, Note, Paragraph, Quotation
from reportgen.document.walk import inlines_of, plain_text, walk_inlines


class Passage(Struct, frozen=True):
    """A stretch of running text."""

    block: int
    """The index of its block in the document."""
    paragraph: int | None
    """The number of the paragraph that it is, or that it follows."""
    reply: int
    """The index of the heading that it stands under; -1 before the first."""
    text: str
    reading: Reading

    @property
    def place(self) -> str:
        """What a reader calls it."""
        return f"paragraph {self.paragraph}" if self.paragraph is not None else "the text before paragraph 1"


def read_passages(document: Document) -> list[Passage]:
    """The passages of a document, in order."""
    passages: list[Passage] = []
    number: int | None = None
    counted = 0
    reply = -1
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            reply = index
        if isinstance(block, Paragraph) and block.numbered:
            counted += 1
            number = block.number if block.number is not None else counted
        texts = list(_texts(block))
        if (
            isinstance(block, ItemList)
            and passages
            and passages[-1].block == index - 1
            and _is_list(passages[-1], block)
        ):
            texts[: len(block.items)] = [_joined(passages.pop(), block)]
        passages += [Passage(index, number, reply, text, read_claims(text)) for text in texts if text.strip()]
    return passages


_SHORT = 300
"""Characters of an item that is part of the sentence above it."""


def _is_list(above: Passage, block: ItemList) -> bool:
    """Whether the items of a list go on with the sentence above them: `There were 14 complaints:` and short items."""
    items = [plain_text(item.children).strip() for item in block.items]
    are_short = all(0 < len(item) < _SHORT and ":" not in item and len(sentences(item)) == 1 for item in items)
    are_short = are_short and sum(bool(read_claims(item).quantities) for item in items) > 1
    return above.text.rstrip().endswith(":") and are_short and not any(item.lists for item in block.items)


def _joined(above: Passage, block: ItemList) -> str:
    """A paragraph and the items below it, as one sentence."""
    items = (plain_text(item.children).strip().rstrip(".;,").removesuffix(" and").rstrip(";,") for item in block.items)
    return f"{above.text.rstrip()} {'; '.join(items)}."


def _texts(block: Block) -> Iterator[str]:
    """The running texts of a block, and the notes in it."""
    match block:
        case Paragraph() | Quotation():
            yield plain_text(block.children)
        case ItemList():
            yield from _items(block)
    for inlines in inlines_of(block):
        yield from _notes(inlines)


def _items(block: ItemList) -> Iterator[str]:
    item: Item
    for item in block.items:
        yield plain_text(item.children)
        for below in item.lists:
            yield from _items(below)


def _notes(inlines: Inlines) -> Iterator[str]:
    yield from (plain_text(inline.children) for inline in walk_inlines(inlines) if isinstance(inline, Note))
