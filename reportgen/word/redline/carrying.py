"""Fit what comes from the old file into the new one: ids of bookmarks, notes, lists, styles, links."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from lxml import etree

from reportgen.readers.docx.oxml import Element, R, W, child, name_of, value
from reportgen.readers.docx.parts import WordFile
from reportgen.word.redline.revisions import Revisions, copied

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_DRAWN = tuple(f"{W}{kind}" for kind in ("drawing", "pict", "object"))
_ENDS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}


class Author(NamedTuple):
    """Who makes the tracked changes, and when."""

    name: str
    date: datetime | None = None


class Carrier:
    """Knows both files and what was carried over so far."""

    def __init__(self, old: WordFile, new: WordFile, pairs: Sequence[tuple[Element, Element]], author: Author) -> None:
        """Learn how the lists of the two files belong together.

        Args:
            old: the file whose text is deleted.
            new: the file that the changes are written into.
            pairs: paragraphs that belong together.
            author: of the changes.
        """
        self._old = old
        self._new = new
        self.revisions = Revisions(author.name, author.date, _free_id(new))
        self._names = {one.get(f"{W}name") for one in new.document.iter(f"{W}bookmarkStart")}
        self._ids: dict[str, str] = {}
        self._lists: dict[str, str] = dict(_paired_lists(pairs))
        self._styles = _style_names(new)
        self._notes: dict[str, str] = {}
        self.paired_notes: list[tuple[Element, Element]] = []
        """Notes that stand at the same place in both texts."""
        self.links: list[tuple[str, str]] = []
        """Relationships that the text needs now: the id and the address."""
        self.pictures = 0
        """Pictures that stood in deleted text, and could not be carried over."""

    def shell(self, like: Element | None, *, is_old: bool) -> Element:
        """Return an empty paragraph with the properties of another.

        Args:
            like: the other paragraph.
            is_old: whether it stands in the old file.
        """
        made = etree.Element(f"{W}p")
        if like is not None and not is_old:
            made.attrib.update(like.attrib)
        properties = child(like, "pPr")
        if properties is not None:
            properties = copied(properties)
            made.append(properties)
        if is_old and properties is not None:
            self._fit_properties(properties)
        return made

    def fit(self, node: Element) -> Element:
        """Return a piece of the old text as the new file can hold it; the piece itself is changed."""
        for mark in list(node.iter(f"{W}footnoteReference")):
            mark.set(f"{W}id", self._note(mark.get(f"{W}id", "")))
        for drawn in list(node.iter(*_DRAWN)):
            self.pictures += 1
            parent = drawn.getparent()
            if parent is not None:
                parent.remove(drawn)
        if name_of(node) == "hyperlink" and (link := node.get(f"{R}id")):
            self._fit_link(node, link)
        return node

    def fit_table(self, table: Element) -> Element:
        """Return a copy of a table, or of a row, of the old file as the new one can hold it."""
        made = copied(table)
        for properties in made.iter(f"{W}pPr"):
            self._fit_properties(properties)
        for paragraph in made.iter(f"{W}p"):
            for node in list(paragraph):
                self.fit(node)
        for mark in list(made.iter(*_ENDS)):
            kept = list(self.bookmarks([mark]))
            parent = mark.getparent()
            if parent is not None:
                parent.replace(mark, kept[0]) if kept else parent.remove(mark)
        return made

    def bookmarks(self, nodes: Iterable[Element]) -> Iterator[Element]:
        """Yield the ends of bookmarks of the old text whose names the new one does not have, with ids of their own."""
        for node in nodes:
            number = node.get(f"{W}id", "")
            if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name") not in self._names:
                self._names.add(node.get(f"{W}name"))
                self._ids[number] = self.revisions.take_id()
            elif node.tag != f"{W}bookmarkEnd" or number not in self._ids:
                continue
            made = copied(node)
            made.set(f"{W}id", self._ids[number])
            yield made

    def pair_notes(self, old: str, new: str) -> None:
        """Remember that two notes stand at the same place."""
        if old in self._old.footnotes and new in self._new.footnotes:
            self.paired_notes.append((self._old.footnotes[old], self._new.footnotes[new]))

    def _note(self, number: str) -> str:
        """Return the id in the new file of a note of the old one, which is copied."""
        if number not in self._notes:
            root = self._new.trees["footnotes"]
            known = [int(note.get(f"{W}id") or 0) for note in root]
            self._notes[number] = str(max(known, default=0) + 1)
            made = copied(self._old.footnotes[number])
            made.set(f"{W}id", self._notes[number])
            for properties in made.iter(f"{W}pPr"):
                self._fit_properties(properties)
            for mark in [one for one in made.iter() if one.tag in _ENDS]:
                parent = mark.getparent()
                if parent is not None:
                    parent.remove(mark)
            root.append(made)
        return self._notes[number]

    def _fit_link(self, node: Element, link: str) -> None:
        address = self._old.links.get(link, "")
        del node.attrib[f"{R}id"]
        if address:
            name = f"rIdRedline{len(self.links) + 1}"
            self.links.append((name, address))
            node.set(f"{R}id", name)

    def _fit_properties(self, properties: Element) -> None:
        """Leave out the section that a paragraph ended, and name style and list as the new file does."""
        for kind in ("sectPr", "pPrChange"):
            for one in properties.findall(W + kind):
                properties.remove(one)
        style = properties.find(f"{W}pStyle")
        if style is not None:
            self._fit_style(properties, style)
        numbers = properties.find(f"{W}numPr")
        if numbers is not None:
            number = child(numbers, "numId")
            known = self._list(value(numbers, "numId") or "")
            if number is None or known is None:
                properties.remove(numbers)
            else:
                number.set(f"{W}val", known)

    def _fit_style(self, properties: Element, style: Element) -> None:
        known = style.get(f"{W}val", "")
        if known in self._styles.values():
            return
        name = _style_names(self._old, key_first=True).get(known, "")
        if name in self._styles:
            style.set(f"{W}val", self._styles[name])
        else:
            properties.remove(style)

    def _list(self, number: str) -> str | None:
        """Return the number of the list in the new file; one that it does not have is copied into it."""
        if number not in self._lists:
            root, source = self._new.numbering, self._old.numbering
            made = None if root is None or source is None else _copied_list(source, root, number)
            if made is None:
                return None
            self._lists[number] = made
        return self._lists[number]


def _free_id(new: WordFile) -> int:
    """Return a number from which on no id of a bookmark or a change is taken."""
    roots = [tree for kind, tree in new.trees.items() if kind in {"document", "footnotes", "endnotes"}]
    numbers = (one.get(f"{W}id", "") for root in roots for one in root.iter())
    return max((int(number) for number in numbers if number.isdecimal()), default=0) + 1


def _paired_lists(pairs: Sequence[tuple[Element, Element]]) -> Iterator[tuple[str, str]]:
    """Yield which lists of both files belong together: those that most of the paired paragraphs stand in."""
    counts = Counter((value(old, "pPr", "numPr", "numId"), value(new, "pPr", "numPr", "numId")) for old, new in pairs)
    for (old, new), _ in sorted(counts.items(), key=lambda one: one[1]):
        if old and new:
            yield old, new


def _style_names(file: WordFile, *, key_first: bool = False) -> Mapping[str, str]:
    """Return the ids of styles by their names, or the names by their ids."""
    root = file.styles
    pairs = [] if root is None else [(value(one, "name") or "", one.get(f"{W}styleId") or "") for one in root]
    return {key: name for name, key in pairs} if key_first else dict(pairs)


def _copied_list(source: Element, root: Element, number: str) -> str | None:
    """Copy a list with its shape into the numbering of another file, and return its new number."""
    found = next((one for one in source.findall(f"{W}num") if one.get(f"{W}numId") == number), None)
    shape = value(found, "abstractNumId")
    abstract = next((one for one in source.findall(f"{W}abstractNum") if one.get(f"{W}abstractNumId") == shape), None)
    if found is None or abstract is None:
        return None
    shape = str(1 + max((int(one.get(f"{W}abstractNumId", "0")) for one in root.findall(f"{W}abstractNum")), default=0))
    made = str(1 + max((int(one.get(f"{W}numId", "0")) for one in root.findall(f"{W}num")), default=0))
    abstract, found = copied(abstract), copied(found)
    for name in ("nsid", "tmpl"):
        for one in abstract.findall(W + name):
            abstract.remove(one)
    for link in list(abstract.iter(f"{W}pStyle")):  # the style keeps its own list
        parent = link.getparent()
        if parent is not None:
            parent.remove(link)
    abstract.set(f"{W}abstractNumId", shape)
    found.set(f"{W}numId", made)
    pointer = child(found, "abstractNumId")
    if pointer is not None:
        pointer.set(f"{W}val", shape)
    first = root.find(f"{W}num")
    place = len(root) if first is None else root.index(first)
    root.insert(place, abstract)
    last = root.findall(f"{W}num")
    root.insert(root.index(last[-1]) + 1 if last else place + 1, found)
    return made
