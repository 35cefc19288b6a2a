"""Paragraphs of an earlier build, taken again while a project is watched.

Only those of words and figures alone: but for the ids of bookmarks, they are written the same wherever they stand.
"""

from copy import copy

from reportgen.document.tree import Document, Emphasis, Figure, Paragraph, Raised, Text
from reportgen.document.walk import walk_inlines
from reportgen.remembering import keeps_results, remembered_of
from reportgen.writers.docx.bookmarks import Bookmarks, figure_source
from reportgen.writers.docx.format import ParagraphFormat
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.oxml import Element, element
from reportgen.writers.docx.package import WordPackage
from reportgen.writers.docx.references import Targets
from reportgen.writers.docx.runs import paragraph

_ALONE = frozenset({Text, Figure, Emphasis, Raised})


def take_paragraph(block: Paragraph, shape: ParagraphFormat, name: str | None, inlines: InlineWriter) -> Element | None:
    """Return a paragraph as an earlier build wrote it, to be put into the body; None where it must be written.

    Args:
        block: the paragraph.
        shape: how it stands.
        name: of its bookmark.
        inlines: the writer whose bookmarks go on behind it.
    """
    sources = _sources(block) if keeps_results() else None
    if sources is None:
        return None
    first, before = inlines.bookmarks.take(sources, more=name is not None)
    return copy(_written(block, shape, name, inlines.language, first, before))


@remembered_of
def _sources(block: Paragraph) -> tuple[str, ...] | None:
    """Return what the names of its figures begin with; None where it depends on more than itself."""
    held = list(walk_inlines(block.children))
    if not _ALONE.issuperset(map(type, held)):
        return None
    return tuple(figure_source(inline) for inline in held if isinstance(inline, Figure))


@remembered_of
def _written(
    block: Paragraph, shape: ParagraphFormat, name: str | None, language: str, first: int, before: tuple[int, ...]
) -> Element:
    package, empty = WordPackage(element("body")), Document("", "", language, (), ())
    occurrences = dict(zip(dict.fromkeys(_sources(block) or ()), before, strict=True))
    writer = InlineWriter(package, Targets(empty, DocxOptions()), language, Bookmarks(first, occurrences))
    made = paragraph(package.body, shape)
    writer.write_marked(made, name, block.children)
    return made
