"""A paragraph while it is read: pieces of text with their looks become inlines with bookmarks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.raised import as_characters
from reportgen.document.tree import Emphasis, Inline, Inlines, LineBreak, Link, Note, Raised, Reference, Text
from reportgen.readers.line import Bookmark, FieldSpan, FileLine
from reportgen.regex import regex

_MARK = regex(r"[a-z]|\*{1,3}")
"""A raised sign that may be the mark of a note to a table."""


class TextLook(Struct, frozen=True):
    """How a piece of text is set, as far as it means something."""

    bold: bool = False
    italic: bool = False
    raised: int = 0
    """1 above the line, -1 below it."""
    is_struck: bool = False
    is_hidden: bool = False
    address: str = ""
    """Of the link that it stands in."""
    target: str = ""
    """The bookmark that it refers to."""


PLAIN = TextLook()


class Builder(Struct):
    """One paragraph."""

    pieces: list[tuple[TextLook, Inline]] = []
    length: int = 0
    """Of its plain text without notes."""
    spans: list[Bookmark] = []
    fields: list[FieldSpan] = []
    notes: list[FileLine] = []
    open: dict[str, tuple[str, int]] = {}
    """The names and starts of the bookmarks that are open, by their ids."""

    def text(self, text: str, look: TextLook) -> None:
        """Add text."""
        if not text:
            return
        if look.raised > 0 and _MARK.fullmatch(text):
            self.pieces.append((PLAIN, Note((), mark=text)))
            return
        self.pieces.append((look, Text(text)))
        self.length += len(text)

    def line_break(self, look: TextLook) -> None:
        """Add a new line."""
        self.pieces.append((look, LineBreak()))
        self.length += 1

    def note(self, note: Note, line: FileLine) -> None:
        """Add a note."""
        self.pieces.append((PLAIN, note))
        self.notes.append(line)

    def take_mark(self, mark: str) -> None:
        """Give the last note the mark that was typed after it."""
        look, note = self.pieces[-1]
        if isinstance(note, Note):
            self.pieces[-1] = (look, replace(note, mark=mark, number=None))

    def close(self, bookmark: str) -> None:
        """End a bookmark."""
        if found := self.open.pop(bookmark, None):
            self.spans.append(Bookmark(*found, self.length))

    @property
    def is_bold(self) -> bool:
        """Return whether all its text is bold."""
        looks = [look for look, inline in self.pieces if isinstance(inline, Text) and inline.text.strip()]
        return bool(looks) and all(look.bold for look in looks)

    @property
    def plain(self) -> str:
        """Its text so far."""
        return "".join(
            as_characters(inline.text, is_lowered=look.raised < 0) if look.raised else inline.text
            for look, inline in self.pieces
            if isinstance(inline, Text)
        )

    def line(self, place: int) -> FileLine:
        """Return the paragraph; bookmarks that are still open go on in the next one."""
        spans = [*self.spans, *(Bookmark(name, start, self.length) for name, start in self.open.values())]
        inlines = _inlines(self.pieces)
        return FileLine(inlines, place, spans=tuple(spans), fields=tuple(self.fields), notes=tuple(self.notes))


def _inlines(pieces: Sequence[tuple[TextLook, Inline]]) -> Inlines:
    """Return pieces as inlines: links around references around emphasis around text."""
    texts = [inline.text for look, inline in pieces if isinstance(inline, Text) and look == PLAIN]
    if texts and len(texts) == len(pieces):  # as most paragraphs
        return (Text("".join(texts)),)
    made: list[Inline] = []
    for outside, linked in groupby(pieces, key=lambda piece: (piece[0].address, piece[0].target)):
        address, target = outside
        inside = tuple(_emphasized(list(linked)))
        if address:
            made.append(Link(address, inside))
        elif target:
            made += [Reference(target, inline.text) if isinstance(inline, Text) else inline for inline in inside]
        else:
            made.extend(inside)
    return tuple(made)


def _emphasized(pieces: Sequence[tuple[TextLook, Inline]]) -> Iterator[Inline]:
    for strong, group in groupby(pieces, key=lambda piece: piece[0].bold):
        inside: list[Inline] = []
        for italic, same in groupby(group, key=lambda piece: piece[0].italic):
            words = tuple(_raised(same))
            inside += [Emphasis(words)] if italic else words
        if strong:
            yield Emphasis(tuple(inside), strong=True)
        else:
            yield from inside


def _raised(pieces: Iterable[tuple[TextLook, Inline]]) -> Iterator[Inline]:
    for level, group in groupby(pieces, key=lambda piece: piece[0].raised if isinstance(piece[1], Text) else 0):
        words = tuple(_joined(inline for _, inline in group))
        if level:
            yield Raised(words, is_lowered=level < 0)
        else:
            yield from words


def _joined(inlines: Iterator[Inline]) -> Iterator[Inline]:
    for is_text, group in groupby(inlines, key=lambda inline: isinstance(inline, Text)):
        if is_text:
            yield Text("".join(inline.text for inline in group if isinstance(inline, Text)))
        else:
            yield from group
