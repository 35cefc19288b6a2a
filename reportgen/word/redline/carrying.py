"""Fit what comes from the old file into the new one: ids of bookmarks, notes, lists, styles, links, pictures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import NamedTuple

from lxml import etree

from reportgen.readers.docx.oxml import Element, R, W, child, value
from reportgen.readers.docx.parts import WordFile
from reportgen.word.redline.atoms import relationships_of
from reportgen.word.redline.revisions import Revisions, copied
from reportgen.word.redline.sides import Side
from reportgen.word.redline.stories import PictureData, Story
from reportgen.writers.docx.oxml import detach

_DRAWN = tuple(f"{W}{kind}" for kind in ("drawing", "pict", "object"))
_COMMENTS = tuple(f"{W}comment{kind}" for kind in ("Reference", "RangeStart", "RangeEnd"))
_ENDS = {f"{W}bookmarkStart", f"{W}bookmarkEnd"}


class Author(NamedTuple):
    """Who makes the tracked changes, and when."""

    name: str
    date: datetime | None = None


class Carried(NamedTuple):
    """A relationship that a story needs now."""

    key: str
    target: str | PictureData
    """An address, or a picture."""


class Carrier:
    """Knows both files and what was carried over so far."""

    def __init__(self, old: Side, new: Side, pairs: Sequence[tuple[Element, Element]], author: Author) -> None:
        """Learn how the lists of the two files belong together.

        Args:
            old: the file whose text is deleted.
            new: the file that the changes are written into.
            pairs: paragraphs that belong together.
            author: of the changes.
        """
        self._old, self._new = old.file, new.file
        self.old_stories, self.new_stories = old.stories, new.stories
        self.revisions = Revisions(author.name, author.date, _free_id(self._new))
        self._names = {element.get(f"{W}name") for element in self._new.document.iter(f"{W}bookmarkStart")}
        self._ids: dict[str, str] = {}
        self._lists: dict[str, str] = dict(_paired_lists(pairs))
        self._styles = _style_names(self._new)
        self._notes: dict[str, str] = {}
        self.paired_notes: list[tuple[Element, Element]] = []
        """Notes that stand at the same place in both texts."""
        self.carried: dict[str, list[Carried]] = {"document": [], "footnotes": []}
        """Relationships that each part needs now."""
        self.lost = 0
        """Charts and the like that stood in deleted text, and could not be carried over."""

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

    def fit(self, node: Element, story: Story) -> Element:
        """Return a piece of the old text as the new file can hold it; the piece itself is changed.

        Args:
            node: the piece.
            story: the one of the old file that it stands in.
        """
        for mark in list(node.iter(f"{W}footnoteReference")):
            mark.set(f"{W}id", self._note(mark.get(f"{W}id", "")))
        self._fit_relationships(node, story)
        return node

    def _fit_relationships(self, node: Element, story: Story) -> None:
        """Carry over what a piece leads to; a drawing of which that cannot be is left out."""
        known = {*story.links, *story.pictures}
        carried = self.carried["document" if story is self.old_stories.text else "footnotes"]
        done = {one.key for one in carried}
        for drawn in list(node.iter(*_DRAWN)):
            if not {*known, *done}.issuperset(relationships_of(drawn)):
                self.lost += 1
                detach(drawn)
        for part in node.iter():
            if str(part.tag).endswith("}docPr"):
                part.set("id", self.revisions.take_id())
            for name, key in part.attrib.items():
                if not str(name).startswith(R) or key in done:
                    continue
                if key in known:
                    carried.append(Carried(self._free_key(), story.pictures.get(key) or story.links[key]))
                    part.set(name, carried[-1].key)
                else:
                    del part.attrib[name]

    def _free_key(self) -> str:
        """Return an id that no relationship has, also where one of the files is a redline itself."""
        taken = {carried.key for some in self.carried.values() for carried in some}
        for file in (self._old, self._new):
            taken |= {*file.links, *file.note_links, *file.images, *file.note_images}
        return next(key for number in count(1) if (key := f"rIdRedline{number}") not in taken)

    def fit_table(self, table: Element) -> Element:
        """Return a copy of a table, or of a row, of the old file as the new one can hold it."""
        made = copied(table)
        for properties in made.iter(f"{W}pPr"):
            self._fit_properties(properties)
        for mark in list(made.iter(*_COMMENTS)):
            detach(mark)
        for paragraph in made.iter(f"{W}p"):
            for node in list(paragraph):
                self.fit(node, self.old_stories.text)
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
            self._fit_relationships(made, self.old_stories.notes)
            for mark in [element for element in made.iter() if element.tag in _ENDS]:
                detach(mark)
            root.append(made)
        return self._notes[number]

    def _fit_properties(self, properties: Element) -> None:
        """Leave out the section that a paragraph ended, and name style and list as the new file does."""
        for kind in ("sectPr", "pPrChange"):
            for element in properties.findall(W + kind):
                properties.remove(element)
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
    numbers = (element.get(f"{W}id", "") for root in roots for element in root.iter())
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
    pairs = (
        [] if root is None else [(value(element, "name") or "", element.get(f"{W}styleId") or "") for element in root]
    )
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
        for element in abstract.findall(W + name):
            abstract.remove(element)
    for link in list(abstract.iter(f"{W}pStyle")):  # the style keeps its own list
        detach(link)
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
