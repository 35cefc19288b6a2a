"""Write a numbered document tree as a Word file in the format of the United Nations.

`oxml.py` knows Word's elements; above it `format.py` and `runs.py` know looks; `base.py`, `numbering.py`, `notes.py`
and `furniture.py` make parts; `cover.py`, `front.py`, `blocks.py`, `tables.py`, `inlines.py` write the tree's nodes
into the body, which `sections.py` divides into pages; `package.py` holds it all together, and `proof.py` reads the
file again. `turning.py` turns all of it over for text from right to left. `reference.py` reads the Word file whose
styles are to be used instead of ours, `restyling.py` puts them in place.
"""

from collections.abc import Iterator, Mapping

from reportgen.document.direction import is_right_to_left, isolate_document
from reportgen.document.tree import Contents, Document
from reportgen.writers.docx.base import BASE_PARTS, base_part
from reportgen.writers.docx.blocks import BlockForm, BlockWriter
from reportgen.writers.docx.bookmarks import bookmark_name, figure_name
from reportgen.writers.docx.comments import CommentsWriter
from reportgen.writers.docx.cover import write_cover
from reportgen.writers.docx.furniture import add_furniture
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.oxml import Element, element, root
from reportgen.writers.docx.package import WordPackage
from reportgen.writers.docx.reference import StyleReference, read_reference
from reportgen.writers.docx.references import Targets
from reportgen.writers.docx.restyling import Restyled, merge_fonts, merge_theme, missing_styles, restyle
from reportgen.writers.docx.sections import Sections, estimate_pages, place_blocks
from reportgen.writers.docx.turning import turn

__all__ = [
    "DocxOptions",
    "StyleReference",
    "bookmark_name",
    "figure_name",
    "missing_styles",
    "read_reference",
    "write_docx",
]

_DEFAULTS = DocxOptions()


def write_docx(document: Document, options: DocxOptions = _DEFAULTS, pages: Mapping[str, int] | None = None) -> bytes:
    """Return the bytes of a Word file; equal arguments give equal bytes.

    Args:
        document: a numbered document.
        options: the form of numbers, and the time that the file carries.
        pages: the page of each heading by its key, for the list of contents, as the PDF of the document has them;
            None: they are estimated.
    """
    package = WordPackage(element("body"))
    restyled = restyle(options.reference, document.language) if options.reference else None
    for path, part in _base_parts(document.language, options.reference, restyled):
        package.add(path, part)
    form = BlockForm(options, restyled)
    comments = _write_text(package, isolate_document(document), form, _estimated(document) if pages is None else pages)
    if is_right_to_left(document.language):
        for made in package.parts:
            turn(made.root, document.language)
    if comments.made:
        package.add("comments", root("comments", *comments.made))
    package.describe(document, options.timestamp)
    return package.pack(options.timestamp)


def _estimated(document: Document) -> Mapping[str, int]:
    """Return the estimated pages of headings, where a list of contents needs them."""
    has_contents = any(isinstance(block, Contents) for block in document.blocks)
    return estimate_pages(document) if has_contents else {}


def _write_text(package: WordPackage, document: Document, form: BlockForm, pages: Mapping[str, int]) -> CommentsWriter:
    """Write the cover and the blocks with the parts that they refer to, and return the comments on them."""
    body = package.body
    targets = Targets(document, form.options)
    inlines = InlineWriter(package, targets, document.language)
    write_cover(body, inlines, document.cover)
    placings = place_blocks(document)
    sections = Sections(body, add_furniture(package, document.symbol), placings)
    blocks = BlockWriter(package, body, inlines, targets, sections, form, pages)
    comments = CommentsWriter(form.options.timestamp)
    for index, (block, placing) in enumerate(zip(document.blocks, placings, strict=True)):
        remarks = form.options.remarks.get(index, ())
        begin = len(body) if remarks else 0  # lxml counts the children each time
        blocks.write(block, placing)
        for remark in remarks:
            comments.put(list(body)[begin:], remark)
    blocks.write_end()
    body.append(sections.build())
    if form.restyled:
        for made in package.parts:
            form.restyled.rename(made.root)
    package.add("numbering", blocks.lists.build())
    return comments


def _base_parts(
    language: str, reference: StyleReference | None, restyled: Restyled | None
) -> Iterator[tuple[str, Element]]:
    """Yield the parts that say how things look; ours, or where styles come from a file, those with its styles."""
    for name, path in BASE_PARTS.items():
        part = base_part(name, language)
        match name:
            case "styles" if restyled:
                yield path, restyled.styles
            case "fontTable" if reference:
                yield path, merge_fonts(reference, part)
            case "theme" if reference:
                yield path, merge_theme(reference, part)
            case _:
                yield path, part
