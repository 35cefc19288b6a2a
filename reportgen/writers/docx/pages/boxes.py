"""What the nodes of the tree take on the page: blocks come in, boxes go out, in the shapes of the writer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportgen.document.tree import (
    Awaiting,
    Block,
    Citation,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Inlines,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Text,
)
from reportgen.document.walk import change_inlines, plain_text
from reportgen.writers.docx.blocks import _QUOTED, _TEXT, HEADING_STYLES
from reportgen.writers.docx.format import Shape
from reportgen.writers.docx.numbering import list_shape
from reportgen.writers.docx.pages.engine import Engine
from reportgen.writers.docx.pages.flow import Box, Sheet
from reportgen.writers.docx.pages.lines import LineBreaker, Lines, Piece
from reportgen.writers.docx.pages.measures import Measure, Measures
from reportgen.writers.docx.pages.widths import Face
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN

_TAB = 567
"""The distance of tab stops where none is set (`defaultTabStop`)."""
_MARK_SIZE = 12
"""Half points of a raised mark: two thirds of its style's 9 points."""
_CUSTOM_MARK_SIZE = 20
_NOTE = Shape(style="FootnoteText")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run of inlines is set."""

    face: Face
    size: int


class Setter:
    """Makes boxes of blocks for one kind of page.

    Args:
        sheet: the kind of page.
        breaker: breaks lines; shared, since it remembers the widths of words.
        measures: of the styles.
        engine: the program that prints.
    """

    def __init__(self, sheet: Sheet, breaker: LineBreaker, measures: Measures, engine: Engine) -> None:
        self.measure = measures.of
        self.sheet = sheet
        self._breaker = breaker
        self._engine = engine

    def boxes(self, block: Block) -> Iterator[Box]:
        """What a block takes; tables and contents are made elsewhere."""
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case ItemList():
                yield from self._list(block, 0)
            case Quotation():
                yield self.box(_QUOTED, block.children)
            case Awaiting():
                around = (Text(AWAITING_OPEN), *block.children, Text(AWAITING_CLOSE))
                yield self.box(_TEXT, (Emphasis(around),))

    def _heading(self, heading: Heading) -> Box:
        """Its label ends at 851 and its text starts at the indent; that of an annex takes a line of its own."""
        form = self.measure(Shape(style=HEADING_STYLES[heading.level]))
        if heading.level is Level.ANNEX and heading.label:
            made = self.box(form, (Text(heading.label), LineBreak(), *heading.children))
        else:
            made = self.box(form, heading.children, first=0)
        return replace(made, key=heading.key)

    def _paragraph(self, block: Paragraph) -> Box:
        if block.number is None:
            return self.box(_TEXT, block.children)
        form = self.measure(_TEXT)
        return self.box(form, block.children, first=self._behind(f"{block.number}.", form))

    def _list(self, block: ItemList, depth: int) -> Iterator[Box]:
        """Marks of all kinds fit before the place where the text starts."""
        indent, text = list_shape(block.mark, depth)
        form = self.measure(replace(_TEXT, indent=indent))
        first = 0 if block.mark is Mark.BULLET else max(0, text - form.left)
        for item in block.items:
            yield self.box(form, item.children, first=first)
            for below in item.lists:
                yield from self._list(below, depth + 1)

    def _behind(self, label: str, form: Measure) -> int:
        """Where the text starts behind a label and a tab, from the indent."""
        width = self._breaker.width(label, form.face, form.size)
        return (int(width) // _TAB + 1) * _TAB

    def box(
        self, shape: Shape | Measure, inlines: Inlines, *, first: int | None = None, width: int | None = None
    ) -> Box:
        """A paragraph as a box.

        Args:
            shape: how it stands.
            inlines: its text.
            first: where the text of its first line starts, from the indent; None: where the shape says.
            width: twips of the cell that it stands in; None: it stands on the page.
        """
        form = self.measure(shape) if isinstance(shape, Shape) else shape
        lines, height = self._lines(form, inlines, form.first if first is None else first, width or self.sheet.width)
        return Box(lines.count, height, form.before, form.after, form.keep_next, form.keep_lines, lines.notes)

    def _lines(self, form: Measure, inlines: Inlines, first: int, width: int) -> tuple[Lines, int]:
        """The lines of a paragraph, and how high each is."""
        pieces = list(self._pieces(inlines, Setting(form.face, form.size)))
        room = width - form.left - form.right
        size = max([piece.size for piece in pieces], default=form.size)
        return self._breaker.fill(pieces, room - first, room), form.height(size)

    def _note_height(self, note: Note) -> int:
        """The height of a note at the foot of the page."""
        lines, height = self._lines(
            self.measure(_NOTE), without_notes(note.children), self._engine.note_start, self.sheet.width
        )
        return lines.count * height

    def _pieces(self, inlines: Inlines, setting: Setting) -> Iterator[Piece]:
        """The pieces of inlines, neighbours of one look together, and a comma between two marks of notes."""
        text: list[str] = []
        before: Inline | None = None
        for inline in inlines:
            if isinstance(inline, Text | Figure | Reference):
                text.append(inline.text)
            elif isinstance(inline, LineBreak):
                text.append("\n")
            else:
                if text:
                    yield Piece("".join(text), setting.face, setting.size)
                    text = []
                elif isinstance(inline, Note) and isinstance(before, Note):
                    yield Piece(",", Face.REGULAR, _MARK_SIZE)
                yield from self._inner(inline, setting)
            before = inline
        if text:
            yield Piece("".join(text), setting.face, setting.size)

    def _inner(self, inline: Inline, setting: Setting) -> Iterator[Piece]:
        match inline:
            case Emphasis():
                yield from self._pieces(inline.children, replace(setting, face=_emphasized(setting.face, inline)))
            case Citation() | Link():
                yield from self._pieces(inline.children, setting)
            case Note():
                yield self._mark(inline)

    def _mark(self, note: Note) -> Piece:
        """The mark of a note: raised, or on the line where it is the title's; notes of tables stand below them."""
        if note.mark is None:
            return Piece(str(note.number), Face.REGULAR, _MARK_SIZE, self._note_height(note))
        if note.mark.isalpha():
            return Piece(note.mark, Face.REGULAR, _MARK_SIZE)
        return Piece(note.mark, Face.REGULAR, _CUSTOM_MARK_SIZE, self._note_height(note))


def without_notes(inlines: Inlines) -> Inlines:
    """Inlines of a note, with the notes in it in brackets."""
    return change_inlines(inlines, _in_brackets)


def _in_brackets(inline: Inline) -> Inline:
    return Text(f" ({plain_text(inline.children)})") if isinstance(inline, Note) else inline


def _emphasized(face: Face, emphasis: Emphasis) -> Face:
    is_bold = emphasis.strong or face in {Face.BOLD, Face.BOLD_ITALIC}
    is_italic = not emphasis.strong or face in {Face.ITALIC, Face.BOLD_ITALIC}
    if is_bold:
        return Face.BOLD_ITALIC if is_italic else Face.BOLD
    return Face.ITALIC if is_italic else Face.REGULAR
