"""Open the parts of a Word file that are read: the text, its notes, styles and lists, each checked before it is parsed.

Which part is which is told by the content types (ECMA-376 Part 2, 10.1). Relationships are read for two things: the
addresses of links, as text, of which none is ever followed; and the names of the parts that hold pictures.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from lxml import etree
from msgspec import Struct

from reportgen.diagnostics import Literal, Place
from reportgen.files.container import relationships_of, target_of, unpack
from reportgen.files.refusal import WORD_FILE, refuse
from reportgen.files.xml import XmlPart
from reportgen.limits import DOCUMENT_PARAGRAPHS
from reportgen.readers.docx.oxml import Element, R, W

_TYPES = "[content_types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    "document.main+xml": "document",
    "styles+xml": "styles",
    "numbering+xml": "numbering",
    "footnotes+xml": "footnotes",
    "endnotes+xml": "endnotes",
    "comments+xml": "comments",
    "commentsExtended+xml": "commentsExtended",
}
_OTHER_KINDS = {"application/vnd.openxmlformats-officedocument.custom-properties+xml": "properties"}
_OTHERS = (
    ("template", "a Word template"),
    ("macroenabled", "a Word file with macros"),
    ("spreadsheetml", "a workbook"),
    ("presentationml", "a presentation"),
    ("opendocument", "an OpenDocument file"),
)
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
"""Strict Open XML has other names for the same elements (ECMA-376 Part 1, annex A)."""
_SCHEMES = frozenset({"http", "https", "mailto"})


class WordFile(Struct, frozen=True):
    """The parts of a Word file, as trees."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Mapping[str, Element] = {}
    endnotes: Mapping[str, Element] = {}
    links: Mapping[str, str] = {}
    """Addresses outside the file by the ids of their relationships."""
    note_links: Mapping[str, str] = {}
    """The same for the footnotes."""
    images: Mapping[str, str] = {}
    """The names of the parts that hold pictures of the text, in small letters, by the ids of their relationships."""
    note_images: Mapping[str, str] = {}
    """The same for the footnotes."""
    names: Mapping[str, str] = {}
    """The names of the parts, in small letters, by what they are: `footnotes`."""
    trees: Mapping[str, Element] = {}
    """The parts by what they are."""

    def property_of(self, name: str) -> str:
        """Return the text of a custom property (ECMA-376 Part 1, 22.3); empty where the file has none of that name."""
        root = self.trees.get("properties")
        held = () if root is None else (element for element in root if element.get("name") == name)
        return next((element.findtext("{*}lpwstr", "") for element in held), "")


def open_word_file(data: bytes, place: Place) -> WordFile:
    """Return the parts of a Word file.

    Args:
        data: the bytes of the file.
        place: the file, for messages.

    Raises:
        Refused: where it is no Word file, or a damaged or hostile one.
    """
    parts = unpack(data, place, WORD_FILE)
    names = _names(parts, place)
    trees = {kind: _parse(parts[name], name, place) for kind, name in names.items() if name in parts}
    if "document" not in trees or trees["document"].tag != f"{W}document":
        raise refuse(WORD_FILE.damaged, place, reason="it has no part with the text")
    _expect_readable(trees.values(), place)
    (links, images), (note_links, note_images) = (
        _related(parts, names.get(kind, ""), place) for kind in ("document", "footnotes")
    )
    return WordFile(
        trees["document"],
        trees.get("styles"),
        trees.get("numbering"),
        _notes(trees.get("footnotes"), "footnote"),
        _notes(trees.get("endnotes"), "endnote"),
        links,
        note_links,
        images,
        note_images,
        names,
        trees,
    )


def _expect_readable(trees: Iterable[Element], place: Place) -> None:
    """Refuse a small file that unfolds to more paragraphs than any report has."""
    if sum(1 for tree in trees for _ in tree.iter(f"{W}p")) > DOCUMENT_PARAGRAPHS:
        what = f"more than {DOCUMENT_PARAGRAPHS:,} paragraphs"
        raise refuse(WORD_FILE.beyond, place, part="the text", what=what)


def _names(parts: Mapping[str, bytes], place: Place) -> dict[str, str]:
    """Return the names of the parts that are read, by what they are."""
    if _TYPES not in parts:
        kind = "an OpenDocument file" if "content.xml" in parts else "a zip file of another kind"
        raise refuse(WORD_FILE.other, place, kind=Literal(kind))
    found: dict[str, str] = {}
    others: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        content = attributes.get("ContentType", "")
        kind = _KINDS.get(content.removeprefix(_MAIN)) if content.startswith(_MAIN) else _OTHER_KINDS.get(content)
        if name == "Override" and kind:
            found.setdefault(kind, attributes.get("PartName", "").lstrip("/").casefold())
        elif name == "Override":
            others.append(content.casefold())

    XmlPart(parts[_TYPES], "[Content_Types].xml", place, WORD_FILE).scan(start)
    if "document" not in found:
        kind = next(
            (kind for sign, kind in _OTHERS if any(sign in other for other in others)), "a zip file of another kind"
        )
        raise refuse(WORD_FILE.other, place, kind=Literal(kind))
    return found


def _parse(data: bytes, name: str, place: Place) -> Element:
    """Return a part as a tree, after expat has looked at all of it."""
    part = XmlPart(data, name, place, WORD_FILE)
    part.scan()
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,  # the text of an element ends for lxml where a comment stands in it
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise part.broken("something is not well-formed XML") from None


def _notes(root: Element | None, name: str) -> dict[str, Element]:
    """Return the notes by their ids, without the lines that separate them from the text."""
    notes = [] if root is None else root.findall(W + name)
    return {note.get(f"{W}id") or "": note for note in notes if note.get(f"{W}type") in {None, "normal"}}


def _related(parts: Mapping[str, bytes], part: str, place: Place) -> tuple[dict[str, str], dict[str, str]]:
    """Return the addresses, and the names of pictures, to which a part has relationships, by their ids."""
    name = relationships_of(part)
    links: dict[str, str] = {}
    images: dict[str, str] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        target, key = attributes.get("Target", ""), attributes.get("Id", "")
        is_outside = attributes.get("TargetMode") == "External"
        if tag == "Relationship" and is_outside and is_address(target):
            links[key] = target
        elif tag == "Relationship" and not is_outside and attributes.get("Type", "").endswith("/image"):
            images[key] = target_of(part, target).casefold()

    if name in parts:
        XmlPart(parts[name], name, place, WORD_FILE).scan(start)
    return links, images


def is_address(text: str) -> bool:
    """Return whether a text is an address that a link of a report may have."""
    try:
        return urlsplit(text).scheme in _SCHEMES
    except ValueError:
        return False
