"""Comments of a draft: what is open in the project, beside the words that it is about (ECMA-376 Part 1, 17.13.4).

<w:commentRangeStart w:id="0"/> … <w:commentRangeEnd w:id="0"/> <w:r><w:commentReference w:id="0"/></w:r>
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from lxml import etree

from reportgen.document.remarks import AUTHOR, INITIALS, Remark
from reportgen.writers.docx.bookmarks import source_name
from reportgen.writers.docx.oxml import BOOKMARK_END, BOOKMARK_START, ID, NAME, PARAGRAPH, Element, R, T, W, element
from reportgen.writers.docx.runs import run, text_run

_PROPERTIES = W + "pPr"


class CommentsWriter:
    """The comments of a document."""

    def __init__(self, timestamp: datetime | None) -> None:
        self._date = timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if timestamp else None
        self.made: list[Element] = []
        """Those that were put so far, as elements of their part."""

    def put(self, elements: Sequence[Element], remark: Remark) -> None:
        """Put a remark on a block: on its figure, or on the first paragraph with text.

        Args:
            elements: paragraphs and tables that the block was written as.
            remark: on it.
        """
        number = str(len(self.made))
        start, end = element("commentRangeStart", id=number), element("commentRangeEnd", id=number)
        marks = _figure(elements, remark)
        paragraph = next(_with_text(elements), None)
        if marks is not None:
            marks[0].addprevious(start)
            marks[1].addnext(end)
        elif paragraph is not None:
            paragraph.insert(1 if len(paragraph) and paragraph[0].tag == _PROPERTIES else 0, start)
            paragraph.append(end)
        else:
            return
        reference = etree.Element(R)
        reference.append(element("commentReference", id=number))
        end.addnext(reference)
        self.made.append(self._comment(number, remark.lines))

    def _comment(self, number: str, lines: Iterable[str]) -> Element:
        made = element("comment", id=number, author=AUTHOR, date=self._date, initials=INITIALS)
        for place, line in enumerate(lines):
            paragraph = etree.SubElement(made, PARAGRAPH)
            if not place:
                run(paragraph).append(element("annotationRef"))
            text_run(paragraph, line)
        return made


def _figure(elements: Sequence[Element], remark: Remark) -> tuple[Element, Element] | None:
    """Return the ends of the bookmark of a remark's figure; None where it stands on none of this block's."""
    if remark.figure is None:
        return None
    source = source_name(*remark.figure)
    for child in elements:
        for start in child.iter(BOOKMARK_START):
            if (start.get(NAME) or "").rpartition("_")[0] == source:
                ends = (end for end in child.iter(BOOKMARK_END) if end.get(ID) == start.get(ID))
                return next(((start, end) for end in ends), None)
    return None


def _with_text(elements: Iterable[Element]) -> Iterator[Element]:
    for child in elements:
        yield from (part for part in child.iter(PARAGRAPH) if next(part.iter(T), None) is not None)
