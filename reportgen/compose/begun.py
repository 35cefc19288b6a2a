"""Sentences that begin with a reference: its first word gets a capital, as any first word does.

In comes a numbered document, where references have their words (`paragraphs 5–7 above`); out comes the same document
with `Paragraphs 5–7 above` where a sentence, an item or a note begins with it.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from reportgen.claims.passages import sentences
from reportgen.document.tree import Citation, Document, Emphasis, Inline, Inlines, Link, Note, Raised, Reference, Text
from reportgen.document.walk import map_runs, plain_text


def begin_sentences(document: Document) -> Document:
    """The document with a capital for every reference that begins a sentence."""
    return replace(document, blocks=tuple(map_runs(block, _begun) for block in document.blocks))


def _begun(inlines: Inlines) -> Inlines:
    """A run of inlines; notes in it are runs of their own."""
    offsets = list(_offsets(inlines, 0))
    text = plain_text(inlines)
    for offset in offsets:  # a sentence is known by its capital, which is what is in question
        text = text[:offset] + text[offset : offset + 1].upper() + text[offset + 1 :]
    starts = {span.start for span in sentences(text)} if offsets else set()
    return tuple(_capitalized(inlines, 0, starts))


def _offsets(inlines: Iterable[Inline], offset: int) -> Iterator[int]:
    """Where each citation begins in the text of a run."""
    for inline in inlines:
        if isinstance(inline, Citation):
            yield offset
        elif isinstance(inline, Emphasis | Raised | Link):
            yield from _offsets(inline.children, offset)
        offset += len(plain_text((inline,)))


def _capitalized(inlines: Iterable[Inline], offset: int, starts: set[int]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Citation() if offset in starts:
                yield replace(inline, children=_large(inline.children))
            case Emphasis() | Raised() | Link():
                yield replace(inline, children=tuple(_capitalized(inline.children, offset, starts)))
            case Note():
                yield replace(inline, children=_begun(inline.children))
            case _:
                yield inline
        offset += len(plain_text((inline,)))


def _large(children: Inlines) -> Inlines:
    """The words of a citation with a capital at their head."""
    match children:
        case (Text() | Reference() as first, *rest):
            return (replace(first, text=first.text[:1].upper() + first.text[1:]), *rest)
        case _:
            return children
