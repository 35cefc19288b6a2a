"""The package: parts, the relationships between them, their content types, and the zip of them all (ECMA-376 Part 2).

Every member carries the same time and no trace of the system, since equal documents must be equal bytes. python-docx
could hold the parts too, but loading it takes longer than writing a report of usual length.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from msgspec import Struct, field

from reportgen.document.stamp import STAMP, stamp_of
from reportgen.document.tree import Document
from reportgen.writers.characters import fit
from reportgen.writers.docx.options import EARLIEST
from reportgen.writers.docx.oxml import Element, root

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_LINK = f"{_OFFICE}relationships/hyperlink"
_WORD_TYPE, _PACKAGE_TYPE = "vnd.openxmlformats-officedocument.wordprocessingml", "vnd.openxmlformats-package"
_PROPERTIES_TYPE, _THEME_TYPE = (
    "vnd.openxmlformats-officedocument.extended-properties",
    "vnd.openxmlformats-officedocument.theme",
)
_CUSTOM = f"{_OFFICE}custom-properties"
_VALUES = f"{_OFFICE}docPropsVTypes"
_CUSTOM_TYPE = "vnd.openxmlformats-officedocument.custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The identifier that every custom property has."""
_PROPERTY_CHARACTERS = 255
"""What Word's own dialog allows in a property."""


Relationships = dict[tuple[str, str], str]
"""The id of each relationship, by its type and its target."""


class PackagePart(Struct, eq=False):
    """A part of the package, and the parts and addresses that it refers to."""

    name: str
    """Its path in the zip."""
    content_type: str
    """Without `application/` before it and `+xml` after it."""
    root: Element
    """Its root element, which may still be added to."""
    relationships: Relationships = field(default_factory=dict)

    def link(self, address: str) -> str:
        """Return the id of the relationship to an address outside the package."""
        return _relate(self.relationships, _LINK, address)


class WordPackage:
    """A package with its main part, to which others are added."""

    def __init__(self, body: Element) -> None:
        self.body = body
        """Of the main part; it may still be added to."""
        self.main = PackagePart("word/document.xml", f"{_WORD_TYPE}.document.main", root("document", body))
        self.parts = [self.main]
        self._relationships: Relationships = {}
        self._pictures: dict[str, bytes] = {}
        """The files of pictures by the names of their parts."""
        _relate(self._relationships, f"{_OFFICE}relationships/officeDocument", self.main.name)

    def add(self, name: str, root: Element) -> tuple[PackagePart, str]:
        """Add a part that the main part refers to, and return it with the relationship's id.

        Args:
            name: its path below `word/` without the ending; without its number, it says what the part is.
            root: its root element.
        """
        kind = name.rpartition("/")[2].rstrip("0123456789")
        content_type = _THEME_TYPE if kind == "theme" else f"{_WORD_TYPE}.{kind}"
        part = PackagePart(f"word/{name}.xml", content_type, root)
        self.parts.append(part)
        return part, _relate(self.main.relationships, f"{_OFFICE}relationships/{kind}", f"{name}.xml")

    def add_picture(self, data: bytes, kind: str) -> str:
        """Return the id of the relationship to a picture, whose file is added where it is not there.

        Args:
            data: the bytes of its file.
            kind: `png` or `jpeg`.
        """
        known = next((name for name, held in self._pictures.items() if held == data), None)
        name = known or f"media/image{len(self._pictures) + 1}.{kind}"
        self._pictures[name] = data
        return _relate(self.main.relationships, f"{_OFFICE}relationships/image", name)

    def describe(self, document: Document, timestamp: datetime | None) -> None:
        """Add the properties that a file manager and a screen reader show.

        The title is the symbol, as in the secretariat's files; Word passes it on as the title of a PDF, and its
        accessibility checker asks for one. The words of the title are the description ("Comments" in Word). The stamp
        of the build is a custom property, which Word and LibreOffice keep (ECMA-376 Part 1, 15.2.12.2).
        """
        core = PackagePart("docProps/core.xml", f"{_PACKAGE_TYPE}.core-properties", _core(document, timestamp))
        application = _plain_root(f"{_OFFICE}extended-properties", "Properties")
        etree.SubElement(application, f"{{{_OFFICE}extended-properties}}Application").text = "reportgen"
        _relate(self._relationships, f"{_RELATIONSHIPS}/metadata/core-properties", core.name)
        _relate(self._relationships, f"{_OFFICE}relationships/extended-properties", "docProps/app.xml")
        _relate(self._relationships, f"{_OFFICE}relationships/custom-properties", "docProps/custom.xml")
        self.parts += [
            core,
            PackagePart("docProps/app.xml", _PROPERTIES_TYPE, application),
            PackagePart("docProps/custom.xml", _CUSTOM_TYPE, _custom(stamp_of(document))),
        ]

    def pack(self, timestamp: datetime | None) -> bytes:
        """Return the bytes of the zip; every member carries the timestamp, or the first time that a zip knows."""
        moment = max(timestamp.astimezone(UTC) if timestamp else EARLIEST, EARLIEST).timetuple()[:6]
        output = BytesIO()
        with ZipFile(output, "w") as archive:
            for name, content in self._members():
                member = ZipInfo(name, moment)
                member.compress_type = ZIP_DEFLATED
                member.create_system = 0  # else the bytes tell on which system they were written
                archive.writestr(member, content)
        return output.getvalue()

    def _members(self) -> Iterator[tuple[str, bytes]]:
        """Yield content types first, then each part with its relationships after it (OPC, 10.2)."""
        kinds = sorted({name.rpartition(".")[2] for name in self._pictures})
        yield "[Content_Types].xml", _content_types(self.parts, kinds)
        yield "_rels/.rels", _relationships(self._relationships)
        for part in self.parts:
            yield part.name, bytes_of(part.root)
            if part.relationships:
                folder, _, file = part.name.rpartition("/")
                yield f"{folder}/_rels/{file}.rels", _relationships(part.relationships)
        yield from ((f"word/{name}", data) for name, data in self._pictures.items())


def _relate(relationships: Relationships, kind: str, target: str) -> str:
    """Return the id of the relationship of a type to a target, which is added where it is not there."""
    return relationships.setdefault((kind, target), f"rId{len(relationships) + 1}")


def bytes_of(root: Element) -> bytes:
    """Return a part as it is written."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _core(document: Document, timestamp: datetime | None) -> Element:
    moment = timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if timestamp else None
    made = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    for prefix, tag, value in (
        ("dc", "title", document.symbol or document.title),
        ("dc", "description", document.title),
        ("cp", "lastModifiedBy", document.author),
        ("cp", "revision", "1"),
        ("dcterms", "modified", moment),
        ("dc", "subject", document.subject),
        ("dc", "creator", document.author),
        ("cp", "keywords", document.symbol),
        ("dc", "identifier", document.symbol),
        ("dc", "language", document.language),
        ("dcterms", "created", moment),
    ):
        if value is None:
            continue
        added = etree.SubElement(made, f"{{{_CORE[prefix]}}}{tag}")
        added.text = fit(value)[:_PROPERTY_CHARACTERS]
        if prefix == "dcterms":
            added.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
    return made


def _custom(stamp: str) -> Element:
    made = _plain_root(_CUSTOM, "Properties")
    held = etree.SubElement(made, f"{{{_CUSTOM}}}property", fmtid=_FORMAT, pid="2", name=STAMP)
    etree.SubElement(held, f"{{{_VALUES}}}lpwstr", nsmap={"vt": _VALUES}).text = stamp
    return made


def _content_types(parts: list[PackagePart], pictures: list[str]) -> bytes:
    """Return what each part is; a default for an extension alone says nothing of a part of ours (OPC, 7.2.3).

    Args:
        parts: those of XML.
        pictures: the endings of the files of pictures.
    """
    made = _plain_root(_TYPES, "Types")
    usual = (("rels", f"application/{_PACKAGE_TYPE}.relationships+xml"), ("xml", "application/xml"))
    for extension, kind in (*usual, *((ending, f"image/{ending}") for ending in pictures)):
        etree.SubElement(made, f"{{{_TYPES}}}Default", Extension=extension, ContentType=kind)
    for part in parts:
        kind = f"application/{part.content_type}+xml"
        etree.SubElement(made, f"{{{_TYPES}}}Override", PartName=f"/{part.name}", ContentType=kind)
    return bytes_of(made)


def _relationships(relationships: Relationships) -> bytes:
    made = _plain_root(_RELATIONSHIPS, "Relationships")
    for (kind, target), name in relationships.items():
        related = etree.SubElement(made, f"{{{_RELATIONSHIPS}}}Relationship", Id=name, Type=kind, Target=target)
        if kind == _LINK:
            related.set("TargetMode", "External")
    return bytes_of(made)


def _plain_root(namespace: str, tag: str) -> Element:
    """Return a root element without a prefix, as all of Office writes these parts."""
    return etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})  # type: ignore[dict-item]  # lxml takes None
