"""On which page Word will print each heading: a numbered document comes in, pages by keys of headings go out.

The list of contents has its page numbers in place before anybody opens the file, so the text is laid out here as Word
lays it out, in plain arithmetic: `widths` and `lines` break text into lines, `boxes` and `rows` say what each node
takes in the shapes of the writer, `flow` fills pages. Nothing is drawn, and WeasyPrint is never loaded.
"""

from collections.abc import Iterator

from reportgen.document.tree import Abbreviations, Block, Contents, Document, Heading, Level, Table
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.cover import cover_boxes
from reportgen.writers.docx.pages.flow import WORD, Box, Engine, Sheet, flow
from reportgen.writers.docx.pages.lists import list_boxes
from reportgen.writers.docx.pages.rows import table_boxes

__all__ = ["estimate_pages"]

UPRIGHT = Sheet(16838 - 1418 - 1134)
"""The height of the paper without its margins."""
LANDSCAPE = Sheet(11906 - 1418 - 1134)
AFTER_TABLE = 240
"""Space between a table and the paragraph right below it."""


def estimate_pages(document: Document, options: DocxOptions, engine: Engine = WORD) -> dict[str, int]:
    """The page, counted from 1, on which each heading that has a key will be printed.

    Args:
        document: a numbered document.
        options: the form of numbers; typed and counted ones take the same room.
        engine: the program that prints.
    """
    del options
    setter = Setter()
    taken, cover = cover_boxes(setter, document.cover, engine)
    headings = {block.key for block in document.blocks if isinstance(block, Heading)}
    boxes = [*cover, *_boxes(setter, document)]
    return {key: page for key, page in flow(boxes, UPRIGHT, taken, engine) if key in headings}


def _boxes(setter: Setter, document: Document) -> Iterator[Box]:
    """The boxes of all blocks; an annex and a landscape table begin a page."""
    sheet: Sheet | None = None
    touches_table = False
    for block in document.blocks:
        made = list(_block(setter, block))
        if isinstance(block, Table) and block.is_landscape:
            made[0].sheet, sheet = LANDSCAPE, UPRIGHT
        elif sheet is not None or (isinstance(block, Heading) and block.level is Level.ANNEX):
            made[0].sheet, sheet = UPRIGHT, None
        if touches_table:
            made[0].before = max(made[0].before, AFTER_TABLE)
        touches_table = isinstance(block, Table) and not block.source
        yield from made


def _block(setter: Setter, block: Block) -> Iterator[Box]:
    match block:
        case Table():
            return table_boxes(setter, block)
        case Contents() | Abbreviations():
            return list_boxes(setter, block)
        case _:
            return setter.boxes(block)
