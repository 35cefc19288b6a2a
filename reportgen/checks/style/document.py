"""The editorial rules over a published document: remarks at its paragraphs."""

from collections.abc import Iterator
from pathlib import Path

from reportgen.checks.editorial.passage import UNTOUCHED, EditorialPassage, PassageKind
from reportgen.checks.editorial.rules import find_remarks
from reportgen.checks.finding import Finding, diagnose_findings
from reportgen.checks.style.passages import ADDRESS
from reportgen.checks.style.remarks import remark_finding
from reportgen.checks.style.spelling import misspelled
from reportgen.diagnostics import Diagnostic, Place, Places, errors_of
from reportgen.document import tree
from reportgen.document.walk import plain_text, walk_inlines


def read_style(file: Path) -> tuple[Diagnostic, ...]:
    """Return the remarks of the editorial rules on a document, or what keeps it from being read.

    Args:
        file: `.docx` or `.txt`.
    """
    from reportgen.readers.reading import read_file  # only a document needs the readers

    read = read_file(file)
    errors = errors_of(read.diagnostics)
    return errors or tuple(diagnose_findings(style_document(read.document, file.as_posix()), Places()))


def style_document(document: tree.Document, name: str) -> Iterator[Finding]:
    """Yield the remarks of the editorial rules on a document tree.

    Args:
        document: as it was read.
        name: of its file, for the places.
    """
    placed = list(_passages(document))
    passages = [passage for passage, _ in placed]
    for index, remark in (*find_remarks(passages), *misspelled(passages)):
        passage, paragraph = placed[index]
        yield remark_finding(passage, remark, Place(name, paragraph=paragraph))


def _passages(document: tree.Document) -> Iterator[tuple[EditorialPassage, int | None]]:
    """Yield the passages of a document, each with the number of the paragraph that it stands in or after.

    Contents and the list of abbreviations repeat what stands elsewhere.
    """
    number: int | None = None
    for block in document.blocks:
        if isinstance(block, tree.Paragraph) and block.number is not None:
            number = block.number
        for kind, inlines in _runs(block):
            text = "".join(map(_plain, inlines)).strip()
            if text:
                yield EditorialPassage(ADDRESS.sub(UNTOUCHED, text), kind), number
            for inline in walk_inlines(inlines):
                if isinstance(inline, tree.Note):
                    note = plain_text(inline.children).strip()
                    yield EditorialPassage(ADDRESS.sub(UNTOUCHED, note), PassageKind.NOTE), number


def _runs(block: tree.Block) -> Iterator[tuple[PassageKind, tree.Inlines]]:
    """Yield the runs of inlines of a block, each with what it is."""
    match block:
        case tree.Heading():
            yield PassageKind.HEADING, block.children
        case tree.Paragraph():
            yield PassageKind.PARAGRAPH, block.children
        case tree.ItemList():
            kind = PassageKind.ITEM if block.mark is tree.Mark.BULLET else PassageKind.SUBPARAGRAPH
            for item in block.items:
                yield kind, item.children
                for below in item.lists:
                    yield from _runs(below)
        case tree.Table():
            yield PassageKind.LABEL, block.caption
            yield from ((PassageKind.LABEL, cell.children) for heads in (*block.over, block.head) for cell in heads)
            yield from ((PassageKind.LABEL, row.cells[0].children) for row in block.rows if row.cells)
            yield PassageKind.NOTE, block.source
        case tree.Quotation() | tree.Picture() | tree.Awaiting() | tree.Contents() | tree.Abbreviations():
            return  # quoted words stay as they are; the others are not the author's


def _plain(inline: tree.Inline) -> str:
    """Return the text of an inline on one line."""
    return UNTOUCHED if isinstance(inline, tree.Note) else plain_text((inline,)).replace("\n", " ")
