"""The package: parts, relationships and content types, held by python-docx, and the zip of them all.

The base package is made here in code, since python-docx's own template brings 430 kB of styles that a United Nations
document must not have. The zip is ours too: python-docx stamps its members with the clock, and equal documents must
be equal bytes.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package as WordPackage
from lxml import etree

from reportgen.document.tree import Document
from reportgen.writers.characters import fit
from reportgen.writers.docx.options import EARLIEST
from reportgen.writers.docx.oxml import Element

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_PROPERTY_CHARACTERS = 255
"""What python-docx, and Word's own dialog, allow in a property."""


class Story:
    """A part that holds text, and the addresses outside that its text points to."""

    def __init__(self, part: XmlPart) -> None:
        self.part = part
        self._links: dict[str, str] = {}

    @property
    def root(self) -> Element:
        """The root element of the part."""
        root: Element = self.part.element
        return root

    def link(self, address: str) -> str:
        """The id of the part's relationship to an address."""
        if address not in self._links:
            self._links[address] = self.part.relate_to(address, RT.HYPERLINK, is_external=True)
        return self._links[address]


class Package:
    """A package with its main part, to which others are added."""

    def __init__(self, body: Element) -> None:
        self._package = WordPackage()
        part = self._part("word/document", CT.WML_DOCUMENT_MAIN, body)
        self._package.relate_to(part, RT.OFFICE_DOCUMENT)
        self.main = Story(part)
        self.stories = [self.main]
        """The parts that hold text, and lists."""

    def add(self, name: str, content_type: str, relationship: str, root: Element) -> tuple[Story, str]:
        """Add a part that the main part refers to, and give it with the relationship's id."""
        part = self._part(f"word/{name}", content_type, root)
        self.stories.append(Story(part))
        return self.stories[-1], self.main.part.relate_to(part, relationship)

    def add_made(self, name: str, content_type: str, relationship: str, content: bytes) -> None:
        """Add a part whose bytes are there already."""
        part = Part(PackURI(f"/word/{name}.xml"), content_type, content, self._package)
        self.main.part.relate_to(part, relationship)

    def describe(self, document: Document, timestamp: datetime) -> None:
        """Fill the properties that a file manager and a screen reader show.

        The title is what Word passes on as the title of a PDF, and what its accessibility checker asks for; a switch
        to show it, as a PDF has, is not part of the format.
        """
        moment = timestamp.astimezone(UTC)
        core = self._package.core_properties
        core.title = _property(document.title)
        core.subject = _property(document.subject)
        core.author = core.last_modified_by = _property(document.author)
        core.keywords = core.identifier = _property(document.symbol)
        core.language = _property(document.language)
        core.created = core.modified = moment
        self._package.relate_to(self._application(), RT.EXTENDED_PROPERTIES)

    def _application(self) -> Part:
        root = _root(_PROPERTIES, "Properties")
        etree.SubElement(root, f"{{{_PROPERTIES}}}Application").text = "reportgen"
        return self._part("docProps/app", CT.OFC_EXTENDED_PROPERTIES, root)

    def _part(self, name: str, content_type: str, root: Element) -> XmlPart:
        element = cast("BaseOxmlElement", root)  # python-docx only serialises it
        return XmlPart(PackURI(f"/{name}.xml"), content_type, element, self._package)

    def pack(self, timestamp: datetime) -> bytes:
        """The bytes of the zip; every member carries the time given."""
        moment = max(timestamp.astimezone(UTC), EARLIEST).timetuple()[:6]
        output = BytesIO()
        with ZipFile(output, "w") as archive:
            for uri, content in self._members():
                member = ZipInfo(uri.membername, moment)
                member.compress_type = ZIP_DEFLATED
                member.create_system = 0  # else the bytes tell on which system they were written
                archive.writestr(member, content)
        return output.getvalue()

    def _members(self) -> list[tuple[PackURI, bytes]]:
        """Content types first, then relationships, then parts in the order in which they are met (OPC, 10.2)."""
        parts = self._package.parts
        members = [(CONTENT_TYPES_URI, _content_types(parts)), (PACKAGE_URI.rels_uri, self._package.rels.xml)]
        for part in parts:
            members.append((part.partname, part.blob))
            if part.rels:
                members.append((part.partname.rels_uri, part.rels.xml))
        return members


def to_bytes(root: Element) -> bytes:
    """A part as its bytes."""
    return serialize_part_xml(root)


def _content_types(parts: list[Part]) -> bytes:
    """What each part is; a default for an extension alone says nothing of a part (OPC, 7.2.3)."""
    root = _root(_TYPES, "Types")
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=CT.OPC_RELATIONSHIPS)
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="xml", ContentType=CT.XML)
    for part in parts:
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=part.partname, ContentType=part.content_type)
    return serialize_part_xml(root)


def _root(namespace: str, tag: str) -> Element:
    """A root element without a prefix, as all of Office writes these parts."""
    return etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})  # type: ignore[dict-item]  # lxml takes None


def _property(text: str) -> str:
    return fit(text)[:_PROPERTY_CHARACTERS]
