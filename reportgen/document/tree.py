"""The document tree: compose builds it, numbering completes it, and every writer turns it into its format.

A document is a cover and a flat sequence of blocks; a block holds inlines. All nodes are frozen values. Nothing
here knows where the content came from, except figures, which carry their provenance. Modules that handle many kinds of
node import this module and write `tree.Text`, as one writes `ast.Name`.
"""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document.wording import ENGLISH, Wording

# ---- inlines --------------------------------------------------------------------------------------------------


class Text(Struct, frozen=True):
    """Plain text."""

    text: str


class Emphasis(Struct, frozen=True):
    """Italics, or bold where `strong`."""

    children: "Inlines"
    strong: bool = False


class FigureReference(Struct, frozen=True):
    """The reference in a text by which a figure was asked for."""

    text: str
    """`{{ victims | compared }}`"""
    place: Place | None
    """Where it stands."""
    names_period: bool = False
    """Whether its author named the period (`at=`)."""


class Raised(Struct, frozen=True):
    """Text above the line, or below it where `is_lowered`: km², CO₂, the mark of a note that was typed."""

    children: "Inlines"
    is_lowered: bool = False


class FigureButton(Struct, frozen=True):
    """How a page for review shows a figure: as a button that opens its source."""

    name: str
    """By which the page knows it, and a link finds it."""
    classes: str
    """`data`, `typed`, and what is to be looked at: `data wrong`."""


class Figure(Struct, frozen=True):
    """A figure written from data: its text as printed, and what it was made from."""

    text: str
    indicator: str
    """The key of the indicator."""
    periods: tuple[str, ...]
    """The periods of the observations that it was made from, in their written form."""
    paths: tuple[tuple[str | int, ...], ...]
    """The paths of those observations in the model."""
    places: tuple[Place, ...]
    """The places in the inputs where those observations stood, named from the project's folder on."""
    reference: FigureReference | None = None
    """None where no text asked for it, as in sentences and tables that are written from data alone."""
    is_change: bool = False
    """Whether it tells what happened from the first of its periods to the last."""
    is_dated: bool = False
    """Whether the words that were written with it say of which period it is."""
    value: Decimal | None = None
    """The number that is printed: 33500000 for `33.5 million`; None for a word that is no number."""
    tail: str = ""
    """What its phrase prints right behind it, such as ` persons in 2020, `: no author typed these words."""
    button: FigureButton | None = None
    """Given by a page for review; None in every document that is printed."""


class Reference(Struct, frozen=True):
    """A reference to another block by its key; numbering settles its text."""

    target: str
    text: str = ""
    """Empty until settled, unless the author gave the words."""
    is_side: bool = False
    """Whether the text is where the block stands, `above` or `below`, and no link of its own."""


class CitationForm(StrEnum):
    """What a citation says of the blocks that it points to."""

    PARAGRAPHS = "paragraphs"
    """`paragraphs 5–7 above`; in brackets and notes `paras. 5–7 above` (UN Editorial Manual, "Footnotes")."""
    REPLY = "reply"
    """`the reply to the issues raised in paragraph 14`."""
    REPLY_PARAGRAPHS = "reply-paragraphs"
    """The numbered paragraphs of a reply: `paragraphs 187–197 below`."""


class Citation(Struct, frozen=True):
    """A reference to one or several blocks in the words of the United Nations; numbering settles the words."""

    targets: tuple[str, ...]
    """The keys of paragraphs, or the one key of the heading of a reply."""
    form: CitationForm = CitationForm.PARAGRAPHS
    children: "Inlines" = ()
    """Settled by numbering: texts, and a `Reference` for each number."""


class Link(Struct, frozen=True):
    """A link to an address outside the document; `http`, `https` or `mailto`."""

    address: str
    children: "Inlines"


class Note(Struct, frozen=True):
    """A footnote, standing where its mark is printed."""

    children: "Inlines"
    """What it says; empty where its table has a note with the same mark, which says it."""
    mark: str | None = None
    """`*`, `**`, … for a note to the title; `a`, `b`, … within a table, settled by numbering; None: numbered through
    the document."""
    number: int | None = None
    """Settled by numbering for notes without a mark of their own."""


class LineBreak(Struct, frozen=True):
    """A new line within a block."""

    is_paragraph: bool = False
    """Whether a new paragraph of an item begins, which stands under the text of the first."""


Inline = Text | Emphasis | Raised | Figure | Reference | Citation | Link | Note | LineBreak
Inlines = tuple[Inline, ...]

# ---- blocks ---------------------------------------------------------------------------------------------------


class Level(StrEnum):
    """What a heading stands over, from the whole text down to one reply."""

    TITLE = "title"
    PART = "part"
    THEME = "theme"
    REPLY = "reply"
    ANNEX = "annex"
    """Begins an annex: what follows, to the next annex or the end, does not count against the word limit."""


class Heading(Struct, frozen=True):
    """A heading."""

    level: Level
    children: Inlines
    key: str | None = None
    label: str | None = None
    """`A.` before a part; `Annex`, or `Annex I` where there are several, over an annex; settled by numbering."""


class Paragraph(Struct, frozen=True):
    """A paragraph of the text."""

    children: Inlines
    key: str | None = None
    """Stable over builds; a bookmark in every output."""
    numbered: bool = True
    number: int | None = None
    """Settled by numbering: 1 to N through the whole document."""
    label: str = ""
    """The number as it is printed: `14.`; settled by numbering."""


class Mark(StrEnum):
    """What stands before the items of a list."""

    BULLET = "bullet"
    LETTER = "letter"
    """(a), (b), (c)"""
    ROMAN = "roman"
    """(i), (ii), (iii)"""
    PLAIN_LETTER = "plain-letter"
    """a., b., c."""
    PLAIN_ROMAN = "plain-roman"
    """i., ii., iii."""
    CLOSED_LETTER = "closed-letter"
    """a), b), c), as French and Spanish have it in place of the first."""
    CLOSED_ROMAN = "closed-roman"
    """i), ii), iii)"""
    ABJAD = "abjad"
    """(أ), (ب), (ج), as Arabic has them in place of the first."""
    QUOTED_NUMBER = "quoted-number"
    """'1', '2', '3', below these."""


COUNTED = (Mark.LETTER, Mark.ROMAN, Mark.PLAIN_LETTER, Mark.PLAIN_ROMAN)
"""The marks of a list that counts and of the lists below it, by their depth; below the last they begin again."""


class Item(Struct, frozen=True):
    """One item of a list, with the lists below it."""

    children: Inlines
    lists: tuple["ItemList", ...] = ()


class ItemList(Struct, frozen=True):
    """A list below the paragraph that it follows."""

    items: tuple[Item, ...]
    mark: Mark = Mark.BULLET


class Cell(Struct, frozen=True):
    """One cell of a table."""

    children: Inlines
    is_figure: bool = False
    """Figures stand at the right."""
    columns: int = 1
    """How many columns it takes; 0 for a place that a cell on its left or above takes as well."""
    rows: int = 1
    """How many rows of the body it takes; of rows of heads, `cells.head_rows` tells."""


class Row(Struct, frozen=True):
    """One row of a table."""

    cells: tuple[Cell, ...]
    is_total: bool = False
    is_part: bool = False
    """Whether it is a part of what a row above it shows, and set in below it."""


class Table(Struct, frozen=True):
    """A table with its caption and column heads."""

    caption: Inlines
    head: tuple[Cell, ...]
    rows: tuple[Row, ...]
    key: str | None = None
    number: int | None = None
    """Settled by numbering: 1 to N through the whole document."""
    source: Inlines = ()
    is_landscape: bool = False
    """Whether it stands on a page of its own, turned by a quarter, because it is too wide for an upright one."""
    over: tuple[tuple[Cell, ...], ...] = ()
    """Rows of heads above `head`, from the top, each as wide as it; `head` has a cell for each column."""
    words: Wording = ENGLISH
    """Settled by numbering."""


class Quotation(Struct, frozen=True):
    """Quoted text that stands apart, indented and without a number."""

    children: Inlines


class Picture(Struct, frozen=True):
    """A picture with its title."""

    children: Inlines
    """The title that is printed above it; empty where it has none."""
    shows: str
    """What it shows, for readers who do not see it."""
    data: bytes
    kind: str
    """`png` or `jpeg`."""
    width: int
    """In pixels, of which there are 96 to the inch where the picture is not wider than the text."""
    height: int
    key: str | None = None


class ContentsEntry(Struct, frozen=True):
    """One line of the list of contents."""

    level: Level
    label: str | None
    children: Inlines
    """The words of the heading, without its notes."""
    target: str
    """The key of the heading."""
    first: int | None = None
    """The number of the first paragraph under the heading; None where there is none."""
    last: int | None = None


class Contents(Struct, frozen=True):
    """The list of contents, with the paragraphs of each entry; writers add the pages."""

    title: Inlines
    levels: tuple[Level, ...] = (Level.PART, Level.THEME, Level.ANNEX)
    """The headings that are listed."""
    entries: tuple[ContentsEntry, ...] = ()
    """Settled by numbering."""
    words: Wording = ENGLISH
    """Settled by numbering."""


class Abbreviation(Struct, frozen=True):
    """A short form and what it stands for."""

    short: str
    full: str


class Abbreviations(Struct, frozen=True):
    """The list of abbreviations, in the order of the alphabet."""

    title: Inlines
    entries: tuple[Abbreviation, ...] = ()
    """Gathered from the text by compose; an empty list is left out of the document."""


class Awaiting(Struct, frozen=True):
    """The mark that stands where a reply has not been received; it is not part of the text that is submitted."""

    children: Inlines


Block = Heading | Paragraph | ItemList | Table | Quotation | Picture | Contents | Abbreviations | Awaiting

REPLY_KEY = "reply-"
"""What the key of the heading over a reply begins with: `reply-14` for issue 14."""


def key_of(block: Block) -> str | None:
    """Return the key of a block; lists, quotations and what the document gathers by itself have none."""
    return getattr(block, "key", None)


def issue_of(block: Block) -> int | None:
    """Return the number of the issue that a heading stands over the reply to; None for any other block."""
    if not (isinstance(block, Heading) and block.level is Level.REPLY and (block.key or "").startswith(REPLY_KEY)):
        return None
    number = (block.key or "").removeprefix(REPLY_KEY)
    return int(number) if number.isdecimal() else None


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


class CoverLine(Struct, frozen=True):
    """One line of the first page."""

    role: Role
    children: Inlines


class Document(Struct, frozen=True):
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
    words: Wording = ENGLISH
    """What numbering and writers add, in the language of the document."""
