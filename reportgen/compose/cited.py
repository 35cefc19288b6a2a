"""Whether references say what their authors meant: looked at on the numbered tree, where every kind is known.

In come the numbered document and the references of agencies' texts; out come diagnostics at the places of those
references.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reportgen.compose.pointers import Pointer
from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.document.citations import called
from reportgen.document.tree import Block, Citation, Document, Paragraph, Reference, Table
from reportgen.document.walk import walk

_ASKED = {"paragraph": "paragraph", "paragraphs": "paragraph", "table": "table"}
"""The kind of block that each pointer means."""

Askers = Callable[[str], Iterable[Place | None]]


def check_citations(
    document: Document, pointers: Mapping[str, Sequence[tuple[Pointer, Place | None]]], askers: Askers
) -> Iterator[Diagnostic]:
    """References that name another kind of block than they mean, and references to what has no number.

    Args:
        document: the numbered document.
        pointers: the references of agencies' texts to each key, with their places.
        askers: gives the places where a key is referred to.
    """
    blocks = {key: block for block in document.blocks if (key := getattr(block, "key", None))}
    for key, asked in pointers.items():
        found = _kind(blocks.get(key))
        for pointer, place in asked:
            meant = _ASKED.get(pointer.kind)
            if meant and found and meant != found:
                yield diagnose("RG524", place, key=key, asked=meant, found=found)
    for key in _empty(document, blocks):
        yield from (diagnose("RG525", place, key=key) for place in askers(key))


def _kind(block: Block | None) -> str | None:
    if isinstance(block, Table):
        return "table"
    return "paragraph" if isinstance(block, Paragraph) else None


def _empty(document: Document, blocks: Mapping[str, Block]) -> list[str]:
    """The keys that a reference says nothing of, since their blocks have neither number nor name."""
    targets: list[str] = []
    for inline in walk(document):
        if isinstance(inline, Citation):
            targets += inline.targets
        elif isinstance(inline, Reference) and not inline.text.strip():
            targets.append(inline.target)
    return [key for key in dict.fromkeys(targets) if key in blocks and not called(blocks[key]).strip()]
