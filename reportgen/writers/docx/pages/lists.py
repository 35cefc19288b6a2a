"""What the list of contents and the list of abbreviations take on the page."""

from collections.abc import Iterator
from dataclasses import replace

from reportgen.document.tree import Abbreviations, Contents, Text
from reportgen.writers.docx.format import Indent, Shape, Spacing
from reportgen.writers.docx.pages.boxes import Setter
from reportgen.writers.docx.pages.flow import Box
from reportgen.writers.docx.pages.measures import measure

_TITLE = replace(measure(Shape(keep_next=True, spacing=Spacing(after=120))), size=28)
_COLUMNS = measure(Shape(keep_next=True, spacing=Spacing(after=120)))
_ENTRY = measure(Shape(style="TOC1", indent=Indent(left=1134, right=1984)))
_ABBREVIATION = measure(Shape(style="SingleTxtG", indent=Indent(left=2835)))


def list_boxes(setter: Setter, block: Contents | Abbreviations) -> Iterator[Box]:
    """The boxes of a list before the text."""
    yield setter.box(_TITLE, block.title)
    if isinstance(block, Abbreviations):
        for short in block.entries:
            yield setter.box(_ABBREVIATION, (Text(short.full),))
        return
    yield setter.box(_COLUMNS, (Text("Page"),))
    for entry in block.entries:
        yield setter.box(_ENTRY, entry.children)
