"""What the list of contents and the list of abbreviations take on the page."""

from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.tree import Abbreviations, Contents, Text
from reportgen.writers.docx.format import Indent, Shape, Spacing
from reportgen.writers.docx.front import _HEADS, _LETTER, _STEP, _TEXT_AT, _TURN, STYLES, TITLE
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.tables import FULL_WIDTH
from reportgen.writers.wording import CONTENTS_PAGE

_ABOVE = 360


def list_boxes(setter: Setter, block: Contents | Abbreviations) -> Iterator[Box]:
    """The boxes of a list: its title, and a line for each entry."""
    if isinstance(block, Contents):
        yield setter.box(TITLE, block.title)
        yield setter.box(_HEADS, (Text(CONTENTS_PAGE),))
        for entry in block.entries:
            yield setter.box(
                Shape(style=STYLES[entry.level], indent=Indent(right=FULL_WIDTH - _TURN)), entry.children, first=0
            )
    else:
        yield from _abbreviations(setter, block)


def _abbreviations(setter: Setter, block: Abbreviations) -> Iterator[Box]:
    yield replace(setter.box(TITLE, block.title), before=_ABOVE)
    longest = max((len(entry.short) for entry in block.entries), default=0)
    width = max(2 * _STEP, -(-longest * _LETTER // _STEP) * _STEP)
    shape = Shape(spacing=Spacing(after=120), indent=Indent(left=_TEXT_AT + width, right=_TEXT_AT))
    for entry in block.entries:
        yield setter.box(shape, (Text(entry.full),))
