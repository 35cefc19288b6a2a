"""Whether the document is put together so that its parts mean what they seem to.

In comes the tree; out come diagnostics at the templates that wrote its headings.
"""

from collections.abc import Iterator, Mapping

from reportgen.diagnostics import Diagnostic, Place, diagnose
from reportgen.document.tree import Document, Heading, Level
from reportgen.document.walk import plain_text


def check_annexes(document: Document, places: Mapping[str, Place | None]) -> Iterator[Diagnostic]:
    """A reply that stands after the heading of an annex, and so within it, where words do not count.

    Args:
        document: the document.
        places: where templates wrote the blocks with keys.
    """
    annex: Heading | None = None
    for block in document.blocks:
        if isinstance(block, Heading) and block.level is Level.ANNEX:
            annex = annex or block
        elif isinstance(block, Heading) and block.level is Level.REPLY and annex is not None:
            title, reply = plain_text(annex.children), plain_text(block.children)
            yield diagnose("RG535", places.get(block.key or ""), annex=title, reply=reply)
            return
