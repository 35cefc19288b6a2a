"""What a text in light Markdown consists of: paragraphs, lists, quotations, tables, pictures."""

from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from reportgen.model.text_tables import Found


class ListItem(Struct, frozen=True):
    """One item of a list: its text and the lists below it."""

    text: Markup
    """Its text, ready to print."""
    lists: tuple["TextList", ...]
    """The lists below it."""


class TextList(Struct, frozen=True):
    """A list."""

    tag: Literal["ul", "ol"]
    """`ul` for bullets, `ol` for (a), (b), (c)."""
    items: tuple[ListItem, ...]
    """Its items in order."""


class Quote(Struct, frozen=True):
    """A paragraph of a quotation that stands apart."""

    text: Markup


class TextPicture(Struct, frozen=True):
    """A picture."""

    shows: str
    file: str
    title: Markup


class TextTable(Struct, frozen=True):
    """A table."""

    found: Found
    """Its lines."""
    caption: Markup
    heads: tuple[tuple[tuple[Markup, int], ...], ...]
    """The rows of heads, each head with the columns that it takes."""
    rows: tuple[tuple[Markup, ...], ...]
    source: Markup
    notes: tuple[Markup, ...]
    """Notes to the whole table."""

    @property
    def width(self) -> int:
        """How many columns it has: as many as the widest of its rows."""
        heads = (sum(columns for _, columns in row) for row in self.heads)
        return max((*heads, *map(len, self.rows)))


TextBlock = Markup | TextList | Quote | TextTable | TextPicture


class Leftover(Struct, frozen=True):
    """What is left of Markdown in a text that was read: a mark without its note, a link without a valid address."""

    code: str
    """Of its diagnostic."""
    text: str
    line: int
    """From 0."""


class Parsed(Struct, frozen=True):
    """The blocks of one text, and what would be printed raw or not at all."""

    blocks: tuple[TextBlock, ...]
    leftovers: tuple[Leftover, ...]
    origins: tuple[int, ...]
    """For each line that the parser saw, and so for those of tables, the line of the text that it was."""
