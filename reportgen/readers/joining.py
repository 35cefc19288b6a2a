"""Text in one piece: neighbours of one look become one, as an author would have written them."""

from collections.abc import Iterable

from msgspec.structs import replace

from reportgen.document.tree import Document, Emphasis, Inline, Inlines, Link, Note, Raised, Text
from reportgen.document.walk import map_runs


def joined_document(document: Document) -> Document:
    """The document with neighbouring texts, and neighbouring words of one emphasis, joined."""
    cover = tuple(replace(line, children=joined(line.children)) for line in document.cover)
    return replace(document, cover=cover, blocks=tuple(map_runs(block, joined) for block in document.blocks))


def joined(inlines: Iterable[Inline]) -> Inlines:
    """Inlines with neighbours of one kind joined."""
    made: list[Inline] = []
    for inline in inlines:
        before = made[-1] if made else None
        match before, inline:
            case Text(), Text():
                made[-1] = Text(before.text + inline.text)
            case Raised(), Raised() if before.is_lowered == inline.is_lowered:
                made[-1] = replace(before, children=(*before.children, *inline.children))
            case Emphasis(), Emphasis() if before.strong == inline.strong:
                made[-1] = replace(before, children=(*before.children, *inline.children))
            case _:
                made.append(inline)
    return tuple(_inside(inline) for inline in made)


def _inside(inline: Inline) -> Inline:
    if isinstance(inline, Emphasis | Raised | Link | Note):
        return replace(inline, children=joined(inline.children))
    return inline
