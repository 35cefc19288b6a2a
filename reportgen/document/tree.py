"""The document tree: what compose builds, numbering settles, and every writer turns into its format.

A document is a cover and a flat run of blocks; a block holds inlines. All nodes are frozen dataclasses. Nothing
here knows where the content came from, except figures, which carry their provenance.
"""

from dataclasses import dataclass
from enum import StrEnum

from reportgen.diagnostics import Place

# ---- inlines --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics, or bold where `strong`."""

    children: "Inlines"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure written from data: its text as printed, and what it was made from."""

    text: str
    indicator: str
    """The key of the indicator."""
    periods: tuple[str, ...]
    """The periods of the observations that it was made from, in their written form."""
    paths: tuple[tuple[str | int, ...], ...]
    """The paths of those observations in the model."""
    places: tuple[Place, ...]
    """The places in the inputs where those observations stood."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another block by its key; numbering settles its text."""

    target: str
    text: str = ""
    """Empty until settled, unless the author gave the words."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document; `http`, `https` or `mailto`."""

    address: str
    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, standing where its mark is printed."""

    children: "Inlines"
    mark: str | None = None
    """`*`, `**`, … for a note to the title; None: numbered through the document."""
    number: int | None = None
    """Settled by numbering for notes without a mark of their own."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line within a block."""


Inline = Text | Emphasis | Figure | Reference | Link | Note | LineBreak
Inlines = tuple[Inline, ...]

# ---- blocks ---------------------------------------------------------------------------------------------------


class Level(StrEnum):
    """What a heading stands over, from the whole text down to one reply."""

    TITLE = "title"
    PART = "part"
    THEME = "theme"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: Level
    children: Inlines
    key: str | None = None
    label: str | None = None
    """`A.` before a part; settled by numbering."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text."""

    children: Inlines
    key: str | None = None
    """Stable over builds; a bookmark in every output."""
    numbered: bool = True
    number: int | None = None
    """Settled by numbering: 1 to N through the whole document."""


class Mark(StrEnum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    LETTER = "letter"
    """(a), (b), (c)"""
    ROMAN = "roman"
    """(i), (ii), (iii)"""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the lists below it."""

    children: Inlines
    lists: tuple["ItemList", ...] = ()


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list below the paragraph that it follows."""

    items: tuple[Item, ...]
    mark: Mark = Mark.BULLET


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    children: Inlines
    is_figure: bool = False
    """Figures stand at the right."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption and column heads."""

    caption: Inlines
    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    key: str | None = None
    number: int | None = None
    """Settled by numbering: 1 to N through the whole document."""
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The mark that stands where a reply has not been received; it is not part of the text that is submitted."""

    children: Inlines


Block = Heading | Paragraph | ItemList | Table | Awaiting

# ---- the whole ------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a line of the first page says; each stands at its own place in the masthead or below it."""

    ORGANIZATION = "organization"
    SYMBOL = "symbol"
    TREATY = "treaty"
    DISTRIBUTION = "distribution"
    DATE = "date"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    COMMITTEE = "committee"
    SESSION = "session"
    AGENDA = "agenda"
    TITLE = "title"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line of the first page."""

    role: Role
    children: Inlines


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    """For the properties of a file: plain text, without the marks of notes."""
    symbol: str
    language: str
    """The BCP 47 tag of the text: `en-GB`."""
    cover: tuple[CoverLine, ...]
    blocks: tuple[Block, ...]
    subject: str = ""
    """For the properties of a file: the treaty."""
    author: str = ""
    """For the properties of a file: the State."""
