"""On which page Word will print each heading: a numbered document comes in, pages by keys of headings go out.

The list of contents has its page numbers in place before anybody opens the file, so the text is laid out here as Word
lays it out, in plain arithmetic: `widths` and `lines` break text into lines, `boxes` and `rows` say what each node
takes in the shapes of the writer, `flow` fills pages. Nothing is drawn, and WeasyPrint is never loaded.
"""

from collections.abc import Iterator, Sequence

from reportgen.document.tree import Abbreviations, Block, Contents, Document, Table
from reportgen.writers.docx.blocks import _AFTER_TABLE
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.cover import cover_boxes
from reportgen.writers.docx.pages.engine import WORD, Engine
from reportgen.writers.docx.pages.flow import Box, place_on_pages
from reportgen.writers.docx.pages.lines import LineBreaker
from reportgen.writers.docx.pages.lists import list_boxes
from reportgen.writers.docx.pages.measures import Measures, our_measures
from reportgen.writers.docx.pages.rows import table_boxes
from reportgen.writers.docx.pages.sheets import find_sheet
from reportgen.writers.docx.restyling import restyle
from reportgen.writers.docx.sections import place_blocks

__all__ = ["estimate_pages"]


def estimate_pages(document: Document, options: DocxOptions, engine: Engine = WORD) -> dict[str, int]:
    """The page, counted from 1, on which each heading that has a key will be printed.

    Args:
        document: a numbered document.
        options: the Word file whose styles are used, if any; typed and counted numbers take the same room.
        engine: the program that prints.
    """
    sheets = [find_sheet(is_landscape=is_landscape) for is_landscape in (False, True)]
    breaker, measures = LineBreaker(), _measures(document, options)
    setters = [Setter(sheet, breaker, measures, engine) for sheet in sheets]
    taken, cover = cover_boxes(setters[0], document.cover, engine)
    boxes = [*cover, *_boxes(document, setters)]
    return dict(place_on_pages(boxes, sheets[0], taken, engine))


def _measures(document: Document, options: DocxOptions) -> Measures:
    if options.reference is None:
        return our_measures()
    restyled = restyle(options.reference, document.language)
    return Measures(restyled.styles, restyled.ids)


def _boxes(document: Document, setters: Sequence[Setter]) -> Iterator[Box]:
    """The boxes of all blocks, with the pages that they begin; a setter for upright pages and one for turned ones."""
    touches_table = False
    for block, placing in zip(document.blocks, place_blocks(document), strict=True):
        setter = setters[placing.is_landscape]
        made = _block(setter, block)
        if not made:
            continue
        if placing.begins_page:
            made[0].sheet = setter.sheet
        elif touches_table:
            made[0].before = max(made[0].before, _AFTER_TABLE)
        touches_table = isinstance(block, Table) and made[-1].head > 0
        yield from made


def _block(setter: Setter, block: Block) -> list[Box]:
    match block:
        case Table():
            return table_boxes(setter, block)
        case Contents() | Abbreviations():
            return list(list_boxes(setter, block))
        case _:
            return list(setter.boxes(block))
