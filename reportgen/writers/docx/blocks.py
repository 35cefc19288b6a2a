"""Blocks as paragraphs of the body, in the United Nations' styles."""

from dataclasses import replace

from reportgen.document.tree import (
    Abbreviations,
    Awaiting,
    Block,
    Contents,
    Heading,
    Inlines,
    Item,
    ItemList,
    Level,
    Mark,
    Paragraph,
    Quotation,
    Table,
)
from reportgen.writers.docx.bookmarks import bookmark_name
from reportgen.writers.docx.format import PLAIN, Indent, Look, Shape, Spacing
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.numbering import PARAGRAPHS, Lists, list_shape
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.oxml import Element
from reportgen.writers.docx.runs import paragraph, tab_run, text_run
from reportgen.writers.docx.tables import write_table
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN, item_label

HEADING_STYLES = {Level.TITLE: "HChG", Level.ANNEX: "HChG", Level.PART: "H1G", Level.THEME: "H23G", Level.REPLY: "H4G"}
"""The style of each level of heading."""

_TEXT = Shape(style="SingleTxtG")
_QUOTED = Shape(style="SingleTxtG", indent=Indent(left=1701, right=1701))
_NUMBERED = Shape(style="SingleTxtG", list_level=(PARAGRAPHS, 0))
_BULLET_STYLES = ("Bullet1G", "Bullet2G")
_AFTER_TABLE = 240
_END = Shape(spacing=Spacing(before=240), indent=Indent(left=1134, right=1134), align="center")


class BlockWriter:
    """Writes blocks at the end of the body, in their order."""

    def __init__(self, body: Element, inlines: InlineWriter, options: DocxOptions) -> None:
        self.lists = Lists()
        self._body = body
        self._inlines = inlines
        self._typed = options.numbering == "typed"
        self._touches_table = False

    def write(self, block: Block) -> None:
        """Write one block."""
        match block:
            case Paragraph():
                self._paragraph(block)
            case Heading():
                self._heading(block)
            case ItemList():
                self._list(block, 0)
            case Table():
                write_table(self._body, self._inlines, block, typed=self._typed)
            case Quotation():
                self._inlines.write(self._begin(_QUOTED), block.children)
            case Contents() | Abbreviations():
                self._inlines.write(self._begin(_TEXT), block.title)
            case Awaiting():
                self._awaiting(block)
        self._touches_table = isinstance(block, Table) and not block.source

    def write_end(self) -> None:
        """Write the short rule that ends a United Nations document: four underlined tabs."""
        made = paragraph(self._body, _END)
        for _ in range(4):
            tab_run(made, Look(underlined=True))

    def _begin(self, shape: Shape) -> Element:
        """A new paragraph; where a table stands right above it, with space between."""
        if self._touches_table:
            shape = replace(shape, spacing=replace(shape.spacing, before=_AFTER_TABLE))
            self._touches_table = False
        return paragraph(self._body, shape)

    def _heading(self, heading: Heading) -> None:
        self._touches_table = False  # headings have more space of their own
        made = self._begin(Shape(style=HEADING_STYLES[heading.level]))
        write_heading_tabs(made, heading.label)
        self._content(made, heading.key, heading.children)

    def _paragraph(self, block: Paragraph) -> None:
        if block.number is None:
            made = self._begin(_TEXT)
        elif self._typed:
            made = self._begin(_TEXT)
            text_run(made, f"{block.number}.")
            tab_run(made)
        else:
            made = self._begin(_NUMBERED)
        self._content(made, block.key, block.children)

    def _awaiting(self, block: Awaiting) -> None:
        made = self._begin(_TEXT)
        text_run(made, AWAITING_OPEN, Look(italic=True))
        self._inlines.write(made, block.children, Look(italic=True))
        text_run(made, AWAITING_CLOSE, Look(italic=True))

    def _content(self, made: Element, key: str | None, inlines: Inlines) -> None:
        """The text of a block; where it has a key, between the ends of its bookmark."""
        if key is None:
            self._inlines.write(made, inlines, PLAIN)
            return
        bookmark = self._inlines.bookmarks.open(made, bookmark_name(key))
        self._inlines.write(made, inlines, PLAIN)
        self._inlines.bookmarks.close(made, bookmark)

    def _list(self, block: ItemList, depth: int) -> None:
        shape = self._item_shape(block.mark, depth)
        for position, item in enumerate(block.items, 1):
            self._item(item, shape, item_label(block.mark, position))
            for below in item.lists:
                self._list(below, depth + 1)

    def _item_shape(self, mark: Mark, depth: int) -> Shape:
        """How the items of a list stand; Word's two bullet styles bring their list level themselves."""
        if mark is Mark.BULLET and depth < len(_BULLET_STYLES):
            return Shape(style=_BULLET_STYLES[depth])
        if mark is Mark.BULLET:
            return Shape(style=_BULLET_STYLES[-1], list_level=self.lists.begin(mark, depth))
        if self._typed:
            indent, text = list_shape(mark, depth)
            return Shape(style="SingleTxtG", tabs=(("left", text),), indent=indent)
        return Shape(style="SingleTxtG", list_level=self.lists.begin(mark, depth))

    def _item(self, item: Item, shape: Shape, label: str) -> None:
        made = self._begin(shape)
        if shape.tabs:
            text_run(made, label)
            tab_run(made)
        self._inlines.write(made, item.children)


def write_heading_tabs(parent: Element, label: str | None) -> None:
    """What stands before a heading's text: TAB label TAB, or two tabs, so that its text starts at the same place."""
    tab_run(parent)
    if label:
        text_run(parent, label)
    tab_run(parent)
