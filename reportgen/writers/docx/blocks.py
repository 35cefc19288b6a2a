"""Blocks as paragraphs of the body, in the United Nations' styles.

A heading is `TAB label TAB text`, or `TAB TAB text`; that of an annex is two lines of one paragraph:

    <w:p><w:pPr><w:pStyle w:val="HChG"/><w:pageBreakBefore/></w:pPr> Annex I <w:br/> Statistical annex </w:p>

Its first line hangs out to the margin and the second starts where all text does, as in the secretariat's annexes, which
have two paragraphs. One was preferred, since two would be two headings of the same rank in the navigation pane, of
which the first says nothing.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import split_paragraphs
from reportgen.writers.docx.bookmarks import bookmark_name
from reportgen.writers.docx.format import Indent, ParagraphFormat, RunFormat, Spacing
from reportgen.writers.docx.front import TITLE, write_abbreviations, write_contents
from reportgen.writers.docx.inlines import InlineWriter
from reportgen.writers.docx.kept import take_paragraph
from reportgen.writers.docx.numbering import BULLET_STYLES, PARAGRAPHS, Lists, list_shape
from reportgen.writers.docx.options import DocxOptions
from reportgen.writers.docx.oxml import PARAGRAPH, Element
from reportgen.writers.docx.package import WordPackage
from reportgen.writers.docx.pictures import drawing_run
from reportgen.writers.docx.references import Targets
from reportgen.writers.docx.restyling import Restyled
from reportgen.writers.docx.runs import break_run, paragraph, tab_run, text_run
from reportgen.writers.docx.sections import Placing, Sections
from reportgen.writers.docx.tables import write_table
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN, item_label

HEADING_STYLES = {
    tree.Level.TITLE: "HChG",
    tree.Level.ANNEX: "HChG",
    tree.Level.PART: "H1G",
    tree.Level.THEME: "H23G",
    tree.Level.REPLY: "H4G",
}
"""The style of each level of heading."""

_TEXT = ParagraphFormat(style="SingleTxtG")
_QUOTED = ParagraphFormat(style="SingleTxtG", indent=Indent(left=1701, right=1701))
_NUMBERED = ParagraphFormat(style="SingleTxtG", list_level=(PARAGRAPHS, 0))
_AFTER_TABLE = 240
_WIDER = 130
"""In per cent: how much wider than Times New Roman the font of a reference file may be; Verdana is 127."""
_END = ParagraphFormat(spacing=Spacing(before=240), indent=Indent(left=1134, right=1134), align="center")


class BlockForm(Struct, frozen=True):
    """In what form blocks are written."""

    options: DocxOptions
    restyled: Restyled | None = None
    """The styles of a reference file, where there is one."""

    @property
    def shift(self) -> int:
        """How much farther to the right than ours body text begins, in twips."""
        return self.restyled.shift if self.restyled else 0

    @property
    def wider(self) -> int:
        """How wide text may be in per cent of ours: at its size, in a font that is wider than Times New Roman."""
        return self.restyled.size * _WIDER // 20 if self.restyled else 100

    def brings_bullet(self, style: str) -> bool:
        """Return whether a style of ours for bullets brings the bullet itself."""
        return self.restyled is None or style not in self.restyled.bare

    def begin_lists(self) -> Lists:
        """Return the lists of a new document."""
        if self.restyled is None:
            return Lists()
        links = {
            style: self.restyled.ids[style] if style in self.restyled.supplied else None for style in BULLET_STYLES
        }
        return Lists(self.restyled.lists, links, self.restyled.shift)


class BlockWriter:
    """Writes blocks at the end of the body, in their order."""

    def __init__(
        self,
        package: WordPackage,
        body: Element,
        inlines: InlineWriter,
        targets: Targets,
        sections: Sections,
        form: BlockForm,
        pages: Mapping[str, int],
    ) -> None:
        self.lists = form.begin_lists()
        self._form = form
        self._package = package
        self._body = body
        self._inlines = inlines
        self._targets = targets
        self._sections = sections
        self._typed = form.options.numbering == "typed"
        self._pages = pages
        self._touches_table = False
        self._begins_page = False
        self._drawings = 0

    def write(self, block: tree.Block, placing: Placing) -> None:
        """Write one block on its page."""
        turned = self._sections.turn(placing)
        self._begins_page = placing.begins_page and not turned
        self._touches_table = self._touches_table and not placing.begins_page
        match block:
            case tree.Paragraph():
                self._paragraph(block)
            case tree.Heading():
                self._heading(block)
            case tree.ItemList():
                self._list(block, 0)
            case tree.Table():
                write_table(self._body, self._inlines, block, typed=self._typed, begins_page=self._begins_page)
            case tree.Quotation():
                self._inlines.write(self._begin(_moved(_QUOTED, self._form.shift)), block.children)
            case tree.Picture():
                self._picture(block)
            case tree.Contents() | tree.Abbreviations():
                self._list_in_front(block)
            case tree.Awaiting():
                self._awaiting(block)
        self._touches_table = isinstance(block, tree.Table) and self._body[-1].tag != PARAGRAPH

    def write_end(self) -> None:
        """Write the short rule that ends a United Nations document: four underlined tabs."""
        made = paragraph(self._body, _END)
        for _ in range(4):
            tab_run(made, RunFormat(underlined=True))

    def _begin(self, shape: ParagraphFormat) -> Element:
        """Return a new paragraph; where a table stands right above it, with space between."""
        if self._begins_page:
            shape = replace(shape, page_break=True)
            self._begins_page = False
        if self._touches_table:
            shape = replace(shape, spacing=replace(shape.spacing, before=_AFTER_TABLE))
            self._touches_table = False
        return paragraph(self._body, shape)

    def _heading(self, heading: tree.Heading) -> None:
        self._touches_table = False  # headings have more space of their own
        made = self._begin(ParagraphFormat(style=HEADING_STYLES[heading.level]))
        if heading.level is tree.Level.ANNEX and heading.label:
            text_run(made, heading.label)
            break_run(made)
        else:
            write_heading_tabs(made, heading.label)
        self._inlines.write_marked(made, bookmark_name(heading.key) if heading.key else None, heading.children)

    def _list_in_front(self, block: tree.Contents | tree.Abbreviations) -> None:
        title = replace(TITLE, page_break=self._begins_page)
        if isinstance(block, tree.Contents):
            write_contents(self._body, self._inlines, block, self._targets, self._pages, title, self._form.wider)
        else:
            write_abbreviations(self._body, self._inlines, block, title)

    def _paragraph(self, block: tree.Paragraph) -> None:
        name = self._targets.bookmark(block)
        if block.number is None:
            made = self._begin(_TEXT)
        elif self._typed:
            made = self._begin(_TEXT)
            text_run(made, block.label)
            tab_run(made)
        else:
            stands_apart = self._begins_page or self._touches_table
            kept = None if stands_apart else take_paragraph(block, _NUMBERED, name, self._inlines)
            if kept is not None:
                self._body.append(kept)
                return
            made = self._begin(_NUMBERED)
        self._inlines.write_marked(made, name, block.children)

    def _picture(self, block: tree.Picture) -> None:
        """Write the title, which stays with its picture, and the picture in a line of its own."""
        name = bookmark_name(block.key) if block.key else None
        if block.children:
            titled = self._begin(_moved(replace(_TEXT, keep_next=True), self._form.shift))
            self._inlines.write_marked(titled, name, block.children, RunFormat(bold=True))
            name = None
        made = self._begin(_TEXT)
        self._drawings += 1
        relationship = self._package.add_picture(block.data, block.kind)
        with self._inlines.bookmarks.around(made, name):
            made.append(drawing_run(block, relationship, self._drawings))

    def _awaiting(self, block: tree.Awaiting) -> None:
        made = self._begin(_TEXT)
        text_run(made, AWAITING_OPEN, self._inlines.slanted)
        self._inlines.write(made, block.children, self._inlines.slanted)
        text_run(made, AWAITING_CLOSE, self._inlines.slanted)

    def _list(self, block: tree.ItemList, depth: int, above: int | None = None) -> None:
        shape = self._item_shape(block.mark, depth, above)
        further = _further_shape(block.mark, depth, self._form.shift)
        counting = shape.list_level[0] if shape.list_level and block.mark is not tree.Mark.BULLET else None
        for position, item in enumerate(block.items, 1):
            self._item(item, shape, item_label(block.mark, position), further)
            for place, below in enumerate(item.lists):
                self._list(below, depth + 1, None if place else counting)

    def _item_shape(self, mark: tree.Mark, depth: int, above: int | None) -> ParagraphFormat:
        """Return how the items of a list stand; Word's two bullet styles bring their list level themselves."""
        if mark is tree.Mark.BULLET:
            style = BULLET_STYLES[min(depth, len(BULLET_STYLES) - 1)]
            if depth < len(BULLET_STYLES) and self._form.brings_bullet(style):
                return ParagraphFormat(style=style)
            return ParagraphFormat(style=style, list_level=self.lists.begin(mark, depth))
        if self._typed:
            indent, text = list_shape(mark, depth)
            shift = self._form.shift
            return _moved(ParagraphFormat(style="SingleTxtG", tabs=(("left", text + shift),), indent=indent), shift)
        return ParagraphFormat(style="SingleTxtG", list_level=self.lists.begin(mark, depth, above))

    def _item(self, item: tree.Item, shape: ParagraphFormat, label: str, further: ParagraphFormat) -> None:
        first, *others = split_paragraphs(item.children)
        made = self._begin(shape)
        if shape.tabs:
            text_run(made, label)
            tab_run(made)
        self._inlines.write(made, first)
        for other in others:
            self._inlines.write(self._begin(further), other)


def _further_shape(mark: tree.Mark, depth: int, shift: int) -> ParagraphFormat:
    """Return how further paragraphs of an item stand: where its text begins, turned lines as those of the first."""
    indent, text = list_shape(mark, depth)
    left = indent.left or 0
    return _moved(ParagraphFormat(style="SingleTxtG", indent=Indent(left=left, first=text - left)), shift)


def _moved(shape: ParagraphFormat, shift: int) -> ParagraphFormat:
    """Return a shape that stands as much farther to the right as the text around it."""
    return replace(shape, indent=replace(shape.indent, left=(shape.indent.left or 0) + shift)) if shift else shape


def write_heading_tabs(parent: Element, label: str | None) -> None:
    """Write TAB label TAB before a heading's text, or two tabs, so that its text starts at the same place."""
    tab_run(parent)
    if label:
        text_run(parent, label)
    tab_run(parent)
