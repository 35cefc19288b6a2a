"""A line: one paragraph of a file, as a reader saw it, before it is known what it is in a report.

Readers of formats make lines; `recognise` makes blocks of them. A line keeps the marks that Word put around pieces of
its text (bookmarks, fields), counted in characters of its plain text without notes.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import Citation, Emphasis, Inline, Inlines, LineBreak, Link, Note, Raised, Reference, Text
from reportgen.document.walk import change_inlines, plain_text
from reportgen.readers.labels import Label, find_typed


class LineStyle(StrEnum):
    """What the style of a line says that it is."""

    NONE = "none"
    """Nothing that is known."""
    BODY = "body"
    TITLE = "title"
    PART = "part"
    THEME = "theme"
    REPLY = "reply"
    LIST = "list"
    CONTENTS = "contents"


HEADINGS = frozenset({LineStyle.TITLE, LineStyle.PART, LineStyle.THEME, LineStyle.REPLY})


class Bookmark(Struct, frozen=True):
    """A bookmark around a piece of a line."""

    name: str
    start: int
    """The first character in the line's plain text without notes, counted from 0."""
    end: int
    """The one after the last."""


BOUND = "content control bound to other data of the file"
"""Stands for the code of a field: what such a control shows comes from elsewhere, as the result of a field does."""


class FieldSpan(Struct, frozen=True):
    """A field whose result is a piece of a line."""

    code: str
    """What Word is told to do: `REF court_2_1 \\n \\h`; it is never done."""
    start: int
    end: int


class FileLine(Struct, frozen=True, dict=True):
    """One paragraph of a file."""

    inlines: Inlines
    place: int
    """The number of the line in a text file; of the paragraph in a Word file."""
    tabs: int = 0
    """Tabs before the text, or before its label."""
    label: Label | None = None
    is_counted: bool = False
    """Whether Word counts the label; else it is typed."""
    style: LineStyle = LineStyle.NONE
    indent: int = 0
    """Where the label, or the first line, begins: in twentieths of a point."""
    is_inset: bool = False
    """Whether the whole is indented more than the text around it, on both sides."""
    is_strong: bool = False
    """Whether all of it is bold, or set in italics as a heading would be."""
    follows_blank: bool = False
    """Whether an empty line stands before it."""
    spans: tuple[Bookmark, ...] = ()
    fields: tuple[FieldSpan, ...] = ()
    notes: tuple["FileLine", ...] = ()
    """The notes whose marks stand in it, in their order."""

    @cached_property
    def text(self) -> str:
        """The plain text without notes."""
        return plain_text(self.inlines)

    @property
    def printed(self) -> str:
        """The text with its label."""
        return f"{self.label.text} {self.text}" if self.label else self.text


class CellLines(Struct, frozen=True):
    """One cell of a table."""

    lines: tuple[FileLine, ...] = ()


class TableLines(Struct, frozen=True):
    """A table, as rows of cells; a cell over several columns is followed by empty ones."""

    rows: tuple[tuple[CellLines, ...], ...]
    heads: int
    """How many rows at the top repeat on each page."""
    is_floating: bool = False
    """Whether it stands at a place of the page of its own, as a masthead does."""
    is_landscape: bool = False


Piece = FileLine | TableLines


def settle(line: FileLine) -> FileLine:
    """Return the line without tabs and blanks around its text, with a typed label taken off."""
    text, label = line.text, line.label
    start = len(text) - len(text.lstrip())
    is_noted = bool(line.inlines) and isinstance(line.inlines[-1], Note)  # a blank before the last mark is not an end
    end = len(text) if is_noted else len(text.rstrip())
    tabs = line.tabs + text[:start].count("\t")
    if label is None and (found := find_typed(text[start:end])):
        label, length = found
        start += length
    line = cut(line, start, end)
    return replace(line, tabs=tabs, label=label, inlines=change_inlines(line.inlines, _without_tab))


def cut(line: FileLine, start: int, end: int) -> FileLine:
    """Return the line from one character of its plain text to another; bookmarks and fields move along.

    Args:
        line: the line.
        start: its first character that is kept.
        end: the character after the last.
    """
    if start == 0 and end == len(line.text):
        return line

    def within(position: int) -> int:
        return min(max(position, start), max(start, end)) - start

    return replace(
        line,
        inlines=cut_inlines(line.inlines, start, end),
        spans=tuple(replace(span, start=within(span.start), end=within(span.end)) for span in line.spans),
        fields=tuple(replace(span, start=within(span.start), end=within(span.end)) for span in line.fields),
    )


def cut_inlines(inlines: Iterable[Inline], start: int, end: int) -> Inlines:
    """Return inlines from one character of their plain text to another; notes have no length and are all kept.

    Args:
        inlines: of the line.
        start: the first character that is kept.
        end: the character after the last.
    """
    kept: list[Inline] = []
    position = 0
    for inline in inlines:
        length = len(plain_text((inline,)))
        piece = _cut(inline, max(0, start - position), min(length, end - position))
        if piece is not None:
            kept.append(piece)
        position += length
    return tuple(kept)


def _cut(inline: Inline, start: int, end: int) -> Inline | None:
    match inline:
        case Note():
            return inline
        case Emphasis() | Raised() | Link() | Citation():
            children = cut_inlines(inline.children, start, end)
            return replace(inline, children=children) if children else None
        case LineBreak():
            return inline if start < end else None
        case _:
            text = inline.text[start : max(start, end)]
            return replace(inline, text=text) if text else None


def _without_tab(inline: Inline) -> Inline:
    """Return a text with spaces for its tabs: the tree knows none, and both are one character."""
    if isinstance(inline, Text | Reference) and "\t" in inline.text:
        return replace(inline, text=inline.text.replace("\t", " "))
    return inline


def key_of(line: FileLine) -> str | None:
    """Return the name of the visible bookmark that a line begins with."""
    return next((span.name for span in line.spans if not span.name.startswith("_") and span.start == 0), None)
