"""Give a reference that begins a sentence a capital, as any first word has.

Numbering writes `paragraphs 5–7 above`; where a sentence, an item or a note begins with it, it becomes
`Paragraphs 5–7 above`.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from reportgen.claims.passages import sentences
from reportgen.document import tree
from reportgen.document.walk import map_runs, plain_text, printed_spans, refers
from reportgen.languages.language import load
from reportgen.sentences.starts import find_sentences


def begin_sentences(document: tree.Document) -> tree.Document:
    """Return a numbered document with a capital for every reference that begins a sentence."""
    begun = partial(_begun, language=document.language.partition("-")[0])
    blocks = tuple(map_runs(block, begun) if refers(block) else block for block in document.blocks)
    return replace(document, blocks=blocks)


def _starts(text: str, language: str) -> set[int]:
    """Return where sentences begin; English has the finer rules."""
    if language == "en":
        return {span.start for span in sentences(text)}
    return set(find_sentences(text, load(language).abbreviations))


def _begun(inlines: tree.Inlines, language: str) -> tree.Inlines:
    """Return a run with its capitals; notes in it are runs of their own."""
    offsets = [start for start, _, inline in printed_spans(inlines) if isinstance(inline, tree.Citation)]
    text = plain_text(inlines)
    for offset in offsets:  # a sentence is known by its capital, which is what is in question
        text = text[:offset] + text[offset : offset + 1].upper() + text[offset + 1 :]
    starts = _starts(text, language) if offsets else set()
    return tuple(_capitalized(inlines, 0, starts, language))


def _capitalized(inlines: Iterable[tree.Inline], offset: int, starts: set[int], language: str) -> Iterator[tree.Inline]:
    for inline in inlines:
        match inline:
            case tree.Citation(children=(tree.Text() | tree.Reference() as first, *rest)) if offset in starts:
                large = replace(first, text=first.text[:1].upper() + first.text[1:])
                yield replace(inline, children=(large, *rest))
            case tree.Emphasis() | tree.Raised() | tree.Link():
                yield replace(inline, children=tuple(_capitalized(inline.children, offset, starts, language)))
            case tree.Note():
                yield replace(inline, children=_begun(inline.children, language))
            case _:
                yield inline
        offset += len(plain_text((inline,)))
