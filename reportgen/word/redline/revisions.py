"""Marks of tracked changes (ECMA-376 Part 1, 17.13.5), with the ids that they share with bookmarks."""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime

from lxml import etree

from reportgen.readers.docx.oxml import Element, W, name_of

HOLDERS = frozenset({"hyperlink", "fldSimple", "smartTag", "sdt"})
"""What may stand in a paragraph and hold runs: a change stands in it, not around it (17.13.5.18)."""
_DELETED_NAMES = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_BEHIND_MARKS = ("sectPr", "pPrChange")
"""What follows the properties of a paragraph's mark (17.3.1.26)."""


class Revisions:
    """Makes the marks of one author."""

    def __init__(self, author: str, date: datetime | None, first: int) -> None:
        self._shared = {f"{W}author": author}
        if date is not None:
            self._shared[f"{W}date"] = date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.is_dated = date is not None
        self._next = first
        self._moves = 0

    def take_id(self) -> str:
        """Return an id that nothing else in the document has."""
        self._next += 1
        return str(self._next - 1)

    def element(self, kind: str) -> Element:
        """Return the mark of a change: `ins`, `del`, `moveFrom`, `moveTo`."""
        return etree.Element(W + kind, {f"{W}id": self.take_id(), **self._shared})

    def begin_move(self) -> str:
        """Return the name of a new move, which both of its ends carry."""
        self._moves += 1
        return f"move{self._moves}"

    def around(self, blocks: Iterable[Element], kind: str, name: str) -> Iterator[Element]:
        """Yield blocks between the ends of a moved range (17.13.5.24, .28)."""
        start = self.element(f"{kind}RangeStart")
        start.set(f"{W}name", name)
        end = etree.Element(f"{W}{kind}RangeEnd", {f"{W}id": start.get(f"{W}id", "")})
        yield start
        yield from blocks
        yield end

    def wrap(self, nodes: Sequence[Element], kind: str) -> Iterator[Element]:
        """Yield nodes of a paragraph as changed: runs in one mark, links and the like with the mark inside."""
        mark: Element | None = None
        for node in nodes:
            if name_of(node) in HOLDERS:
                mark = None
                yield self._wrap_inside(node, kind)
                continue
            if mark is None:
                mark = self.element(kind)
                yield mark
            mark.append(as_deleted(node) if kind == "del" else node)

    def _wrap_inside(self, holder: Element, kind: str) -> Element:
        for run in list(holder.iter(f"{W}r")):
            parent = run.getparent()
            if parent is not None:
                mark = self.element(kind)
                parent.replace(run, mark)
                mark.append(as_deleted(run) if kind == "del" else run)
        return holder

    def mark_paragraph(self, paragraph: Element, *kinds: str) -> Element:
        """Say of the mark at the end of a paragraph that it was inserted, deleted or moved (17.13.5.19, .15)."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        looks = properties.find(f"{W}rPr")
        if looks is None:
            looks = etree.Element(f"{W}rPr")
            behind = [place for place, one in enumerate(properties) if name_of(one) in _BEHIND_MARKS]
            properties.insert(min(behind, default=len(properties)), looks)
        for place, kind in enumerate(kinds):
            looks.insert(place, self.element(kind))
        return paragraph

    def mark_row(self, row: Element, kind: str) -> None:
        """Say of a row that it was inserted or deleted, with all that stands in it (17.13.5.16, .12)."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            before = row.find(f"{W}tblPrEx")
            row.insert(0 if before is None else 1, properties)
        properties.append(self.element(kind))
        for paragraph in row.iter(f"{W}p"):
            self.mark_content(paragraph, kind)
            self.mark_paragraph(paragraph, kind)

    def mark_content(self, paragraph: Element, kind: str) -> None:
        """Mark all that stands in a paragraph, but not its mark."""
        nodes = list(paragraph)
        for node in nodes:
            paragraph.remove(node)
        runs: list[Element] = []
        for node in nodes:
            if name_of(node) == "r" or name_of(node) in HOLDERS:
                runs.append(node)
                continue
            paragraph.extend(self.wrap(runs, kind))
            runs = []
            paragraph.append(node)
        paragraph.extend(self.wrap(runs, kind))


def as_deleted(run: Element) -> Element:
    """Return a run whose text and codes are named as those of deleted ones are (17.3.3.7, 17.16.13)."""
    for part in run.iter(*_DELETED_NAMES):
        part.tag = _DELETED_NAMES[str(part.tag)]
    return run


def copied(element: Element) -> Element:
    """Return a copy of an element that stands nowhere."""
    made = deepcopy(element)
    made.tail = None
    return made
