"""What the nodes of the tree take on the page: blocks come in, boxes for `flow` go out, in the shapes of the writer."""

from collections.abc import Iterable, Iterator
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
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Reference,
    Text,
)
from reportgen.writers.docx.blocks import HEADING_STYLES
from reportgen.writers.docx.format import Indent, Shape
from reportgen.writers.docx.numbering import list_shape
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.pages.lines import LineBreaker, Lines, Piece
from reportgen.writers.docx.pages.measures import Measure, measure
from reportgen.writers.docx.pages.widths import Face
from reportgen.writers.wording import AWAITING_CLOSE, AWAITING_OPEN

TEXT_WIDTH = 9638
"""Twips between the margins of an upright page."""
_TAB = 567
"""The distance of tab stops where none is set (`defaultTabStop`)."""
_MARK_SIZE = 12
"""Half points of a raised mark: two thirds of its style's 9 points."""
_TEXT = Shape(style="SingleTxtG")
_QUOTED = Shape(style="SingleTxtG", indent=Indent(left=1701, right=1701))


@dataclass(frozen=True, slots=True)
class Setting:
    """How a run of inlines is set."""

    face: Face
    size: int


class Setter:
    """Makes boxes of blocks for pages of one width."""

    def __init__(self) -> None:
        self._breaker = LineBreaker()

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
        """Its label ends at 851 and its text starts at the indent, so all its lines are as wide as one another."""
        form = measure(Shape(style=HEADING_STYLES[heading.level]))
        made = self.box(form, heading.children, first=0)
        return replace(made, key=heading.key)

    def _paragraph(self, block: Paragraph) -> Box:
        if block.number is None:
            return self.box(_TEXT, block.children)
        form = measure(_TEXT)
        return self.box(form, block.children, first=self._behind(f"{block.number}.", form))

    def _list(self, block: ItemList, depth: int) -> Iterator[Box]:
        """Marks of all kinds fit before the place where the text starts."""
        indent, text = list_shape(block.mark, depth)
        form = measure(replace(_TEXT, indent=indent))
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
        self, shape: Shape | Measure, inlines: Inlines, *, first: int | None = None, width: int = TEXT_WIDTH
    ) -> Box:
        """A paragraph as a box.

        Args:
            shape: how it stands.
            inlines: its text.
            first: where the text of its first line starts, from the indent; None: where the shape says.
            width: twips between the margins, or of the cell.
        """
        form = measure(shape) if isinstance(shape, Shape) else shape
        lines, size = self.lines(form, inlines, first=form.first if first is None else first, width=width)
        return Box(
            lines.count, form.height(size), form.before, form.after, form.keep_next, form.keep_lines, lines.notes
        )

    def lines(self, form: Measure, inlines: Inlines, *, first: int, width: int) -> tuple[Lines, int]:
        """The lines of a paragraph, and the size of its largest letters."""
        pieces = list(self._pieces(inlines, Setting(form.face, form.size)))
        room = width - form.left - form.right
        size = max((piece.size for piece in pieces), default=form.size)
        return self._breaker.fill(pieces, room - first, room), size

    def note_height(self, note: Note) -> int:
        """The height of a note at the foot of the page."""
        form = measure(Shape(style="FootnoteText"))
        lines, size = self.lines(form, note.children, first=0, width=TEXT_WIDTH)
        return lines.count * form.height(size)

    def _pieces(self, inlines: Iterable[Inline], setting: Setting) -> Iterator[Piece]:
        """The pieces of inlines, neighbours of one look together."""
        text: list[str] = []
        for inline in inlines:
            if isinstance(inline, Text | Figure | Reference):
                text.append(inline.text)
                continue
            if isinstance(inline, LineBreak):
                text.append("\n")
                continue
            if text:
                yield Piece("".join(text), setting.face, setting.size)
                text = []
            yield from self._inner(inline, setting)
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
        """The mark of a note: raised, or on the line where it is one of the title's."""
        height = self.note_height(note)
        if note.number is None and note.mark is not None and not note.mark.isalpha():
            return Piece(note.mark, Face.REGULAR, 20, height)
        return Piece(note.mark or str(note.number), Face.REGULAR, _MARK_SIZE, height)


def _emphasized(face: Face, emphasis: Emphasis) -> Face:
    is_bold = emphasis.strong or face in {Face.BOLD, Face.BOLD_ITALIC}
    is_italic = not emphasis.strong or face in {Face.ITALIC, Face.BOLD_ITALIC}
    if is_bold:
        return Face.BOLD_ITALIC if is_italic else Face.BOLD
    return Face.ITALIC if is_italic else Face.REGULAR
