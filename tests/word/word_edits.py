"""What people do to a report in Word, done to its XML: a body comes in and is changed."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from xlsx import unzipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"

Body = etree._Element  # noqa: SLF001 - lxml has no other name for the type
Change = Callable[[Body], None]


def edited(data: bytes, *changes: Change) -> bytes:
    """A Word file with its body changed."""
    parts = unzipped(data)
    root = etree.fromstring(parts[PART])
    for change in changes:
        change(root[0])
    parts[PART] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def text_of(element: Body) -> str:
    """All text of an element."""
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def paragraph(body: Body, words: str) -> Body:
    """The paragraph that holds some words."""
    return next(one for one in body.iter(f"{W}p") if words in text_of(one))


def run(body: Body, words: str) -> Body:
    """The run that holds some words."""
    return next(one for one in body.iter(f"{W}r") if words in text_of(one))


def retyped(old: str, new: str, within: str = "") -> Change:
    """Words typed over others, in one run."""

    def change(body: Body) -> None:
        part = next(one for one in paragraph(body, within or old).iter(f"{W}t") if old in (one.text or ""))
        part.text = (part.text or "").replace(old, new, 1)
        part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    return change


def typed_beside(figure: str, new: str) -> Change:
    """A figure deleted in its bookmark, and another typed after the bookmark's end."""

    def change(body: Body) -> None:
        old = run(body, figure)
        end = old.getnext()
        assert end is not None
        made = deepcopy(old)
        part = made.find(f"{W}t")
        assert part is not None
        part.text = new
        end.addnext(made)
        parent = old.getparent()
        assert parent is not None
        parent.remove(old)

    return change


def marked_figure(body: Body, figure: str) -> list[Body]:
    """The bookmark of a figure, from its start to its end."""
    start: Body | None = run(body, figure)
    while start is not None and not (start.get(f"{W}name") or "").startswith("_fig_"):
        start = start.getprevious()
    assert start is not None
    found = [start]
    while found[-1].tag != f"{W}bookmarkEnd" or found[-1].get(f"{W}id") != start.get(f"{W}id"):
        beside = found[-1].getnext()
        assert beside is not None
        found.append(beside)
    return found


def exchanged(one: str, other: str) -> Change:
    """Two figures cut and pasted into each other's place: their bookmarks go with them."""

    def change(body: Body) -> None:
        first, second = marked_figure(body, one), marked_figure(body, other)
        here, there = etree.Element("here"), etree.Element("there")
        first[0].addprevious(here)
        second[0].addprevious(there)
        for place, parts in ((here, second), (there, first)):
            for part in parts:
                place.addprevious(part)
            parent = place.getparent()
            assert parent is not None
            parent.remove(place)

    return change


def carried(figure: str, words: str, typed: str = "") -> Change:
    """A figure cut, with its bookmark, and pasted before other words; perhaps another typed where it stood."""

    def change(body: Body) -> None:
        parts, before = marked_figure(body, figure), run(body, words)
        if typed:
            made = deepcopy(run(body, figure))
            next(made.iter(f"{W}t")).text = typed
            parts[0].addprevious(made)
        for part in parts:
            before.addprevious(part)

    return change


def put_in(figure: str, xml: str) -> Change:
    """A figure typed anew within its bookmark, as XML with the prefixes `w` and `m`."""

    def change(body: Body) -> None:
        start, *old, _ = marked_figure(body, figure)
        spaces = f'xmlns:w="{W[1:-1]}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        for part in old:
            body_of = part.getparent()
            assert body_of is not None
            body_of.remove(part)
        for part in reversed(etree.fromstring(f"<x {spaces}>{xml}</x>")):
            start.addnext(part)

    return change


def bound(figure: str, holder: str, control: str = "<w:dataBinding/>") -> Change:
    """A content control around what a figure stands in: its paragraph (`p`), its cell (`tc`) or its row (`tr`)."""

    def change(body: Body) -> None:
        spaces = f'xmlns:w="{W[1:-1]}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
        made = etree.fromstring(f"<w:sdt {spaces}><w:sdtPr>{control}</w:sdtPr><w:sdtContent/></w:sdt>")
        held = next(marked_figure(body, figure)[0].iterancestors(W + holder))
        held.addprevious(made)
        made[1].append(held)

    return change


def without_bookmarks(words: str) -> Change:
    """A paragraph without its bookmarks, as when it was pasted as plain text."""

    def change(body: Body) -> None:
        found = paragraph(body, words)
        for mark in [*found.iter(f"{W}bookmarkStart"), *found.iter(f"{W}bookmarkEnd")]:
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)

    return change


def deleted(words: str) -> Change:
    """A paragraph deleted with all that is in it."""

    def change(body: Body) -> None:
        found = paragraph(body, words)
        parent = found.getparent()
        assert parent is not None
        parent.remove(found)

    return change


def moved_to_the_start(words: str, before: str) -> Change:
    """A paragraph moved before another."""

    def change(body: Body) -> None:
        paragraph(body, before).addprevious(paragraph(body, words))

    return change


def split_before(words: str) -> Change:
    """A paragraph divided by Enter before the run that holds some words."""

    def change(body: Body) -> None:
        first = paragraph(body, words)
        where = run(body, words)
        second = etree.Element(f"{W}p")
        properties = first.find(f"{W}pPr")
        if properties is not None:
            second.append(deepcopy(properties))
        rest = [where, *where.itersiblings()]
        for one in rest:
            second.append(one)
        first.addnext(second)

    return change


def merged(first: str, second: str) -> Change:
    """Two paragraphs made one by deleting the mark between them."""

    def change(body: Body) -> None:
        one, other = paragraph(body, first), paragraph(body, second)
        made = etree.SubElement(one, f"{W}r")
        blank = etree.SubElement(made, f"{W}t")
        blank.text = " "
        blank.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        for part in list(other):
            if part.tag != f"{W}pPr":
                one.append(part)
        parent = other.getparent()
        assert parent is not None
        parent.remove(other)

    return change


def added_after(words: str, text: str) -> Change:
    """A new paragraph after another, numbered like it."""

    def change(body: Body) -> None:
        found = paragraph(body, words)
        made = etree.Element(f"{W}p")
        properties = found.find(f"{W}pPr")
        if properties is not None:
            made.append(deepcopy(properties))
        etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = text
        found.addnext(made)

    return change


def tracked(old: str, new: str) -> Change:
    """A run deleted and another inserted while changes are tracked."""

    def change(body: Body) -> None:
        found = run(body, old)
        inserted = deepcopy(found)
        part = inserted.find(f"{W}t")
        assert part is not None
        part.text = (part.text or "").replace(old, new)
        outer = etree.Element(f"{W}ins", {f"{W}id": "9001", f"{W}author": "A", f"{W}date": "2024-01-01T00:00:00Z"})
        outer.append(inserted)
        found.addnext(outer)
        gone = etree.Element(f"{W}del", {f"{W}id": "9002", f"{W}author": "A", f"{W}date": "2024-01-01T00:00:00Z"})
        found.addprevious(gone)
        gone.append(found)
        for text in gone.iter(f"{W}t"):
            text.tag = f"{W}delText"

    return change


def joined_by_tracking(first: str) -> Change:
    """The mark at the end of a paragraph deleted while changes are tracked."""

    def change(body: Body) -> None:
        properties = paragraph(body, first).find(f"{W}pPr")
        assert properties is not None
        marks = etree.SubElement(properties, f"{W}rPr")
        etree.SubElement(marks, f"{W}del", {f"{W}id": "9003", f"{W}author": "A", f"{W}date": "2024-01-01T00:00:00Z"})

    return change
