"""Read a finished Word file with a library that had no part in writing it, and compare its figures with the tree's.

A final report leaves the house, and nobody compares a thousand figures by eye. python-docx finds the parts by their
relationships and the text by its runs, as other programs do; it is loaded here alone, since it takes a while to load.
"""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.text.run import CT_R

from reportgen.document.direction import without_marks
from reportgen.document.tree import Citation, Contents, Document, Emphasis, Figure, Inlines, Link, Note, Raised, Role
from reportgen.document.walk import inlines_of
from reportgen.writers.characters import fit
from reportgen.writers.docx.bookmarks import FIGURE, figure_source
from reportgen.writers.docx.oxml import Element
from reportgen.writers.docx.turning import NARROW

Printed = Counter[tuple[str, str]]
"""How often each figure is printed: the beginning of its bookmark's name, which says what it is of, and its text."""


class FigureDiffersError(Exception):
    """The Word file holds another figure than the document, or lacks one: a fault of the writer."""


def prove_figures(data: bytes, document: Document) -> None:
    """Compare the figures of a Word file with those of the document that it was written from.

    Raises:
        FigureDiffersError: where they are not the same, with the first figure that is not.
    """
    written = Counter(_written(data))
    printed: Printed = Counter((figure_source(figure), _bare(fit(figure.text))) for figure in _printed(document))
    for source, text in sorted((written - printed) + (printed - written)):
        times, due = written[source, text], printed[source, text]
        raise FigureDiffersError(
            f"the figure “{text}” stands {times} times in the Word file and {due} times in the report"
        )


def _written(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the figures of the body and of the footnotes, as they stand between their bookmarks."""
    part = docx.Document(BytesIO(data)).part
    for root in (part.element, parse_xml(part.part_related_by(RELATIONSHIP_TYPE.FOOTNOTES).blob)):
        for start in root.iter(qn("w:bookmarkStart")):
            name = start.get(qn("w:name"), "")
            if name.startswith(FIGURE):
                yield name.rpartition("_")[0], _bare("".join(_marked(start)))


def _bare(text: str) -> str:
    """Return a figure without what `turning.py` adds to it for the order of its signs and the end of lines."""
    return without_marks(text).replace(NARROW, "\u00a0")


def _marked(start: Element) -> Iterator[str]:
    """Yield the texts of the runs between the ends of a bookmark."""
    for following in start.itersiblings():
        if following.tag == qn("w:bookmarkEnd") and following.get(qn("w:id")) == start.get(qn("w:id")):
            return
        if isinstance(following, CT_R):
            yield following.text


def _printed(document: Document) -> Iterator[Figure]:
    """Yield the figures that are written as such: symbol and list of contents are plain text (`front.py`)."""
    for block in (*document.cover, *document.blocks):
        if isinstance(block, Contents):
            yield from _figures(block.title)
        elif getattr(block, "role", None) is not Role.SYMBOL:
            for inlines in inlines_of(block):
                yield from _figures(inlines)


def _figures(inlines: Inlines, *, in_note: bool = False) -> Iterator[Figure]:
    """Yield the figures of inlines; a note in a note is plain text in brackets (`inlines.py`)."""
    for inline in inlines:
        match inline:
            case Figure():
                yield inline
            case Note():
                yield from () if in_note else _figures(inline.children, in_note=True)
            case Emphasis() | Raised() | Citation() | Link():
                yield from _figures(inline.children, in_note=in_note)
