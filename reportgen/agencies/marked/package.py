"""The package of a workbook, in which parts are read, added and replaced.

Parts that nobody touches keep their content, their order and their dates (ECMA-376 Part 2).
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.builder import ElementMaker
from msgspec import Struct

from reportgen.files.container import relationships_of, target_of
from reportgen.limits import ZIP_TOTAL_BYTES

Element = etree._Element
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = f"{_PACKAGE}/relationships"
_TYPES = f"{_PACKAGE}/content-types"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_ADDED = (1980, 1, 1, 0, 0, 0)
"""The date of parts that are added: fixed, so that the same input gives the same bytes."""


class PartRelation(Struct, frozen=True):
    """Where a part points to."""

    id: str
    kind: str
    """The last word of its type: `worksheet`."""
    target: str
    """The name of the part that it points to."""


class WorkbookPackage:
    """The parts of a workbook by their names."""

    def __init__(self, data: bytes) -> None:
        self._changed: dict[str, bytes] = {}
        self._gone: set[str] = set()
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._entries = archive.infolist()
            if sum(entry.file_size for entry in self._entries) > ZIP_TOTAL_BYTES:
                raise ValueError("the workbook unpacks to more than intake reads")
            self._contents = {entry.filename: archive.read(entry) for entry in self._entries}
        self._names = {name.casefold(): name for name in self._contents}
        main = next(relation for relation in self.relations("") if relation.kind == "officeDocument")
        self.main = main.target
        root = self.root_of(self.main)
        self.namespace = etree.QName(root).namespace or ""
        """Of cells and sheets: one of two, for a workbook may be saved as Strict."""
        kind = next(str(element.get("Type")) for element in self._relation_elements("") if element.get("Id") == main.id)
        self.kinds = kind.rpartition("/")[0]
        """What the types of relations begin with."""

    def tag(self, name: str) -> str:
        """Return the name of an element of sheets."""
        return f"{{{self.namespace}}}{name}"

    def id_attribute(self) -> str:
        """Return the name of the attribute by which an element points to a relation."""
        return f"{{{self.kinds}}}id"

    # ---- parts ----

    def has(self, name: str) -> bool:
        """Return whether there is a part; names are compared without case."""
        own = self._names.get(name.casefold(), name)
        return own not in self._gone and (own in self._changed or own in self._contents)

    def read(self, name: str) -> bytes:
        """Return the bytes of a part."""
        own = self._names.get(name.casefold(), name)
        return self._changed.get(own, self._contents.get(own, b""))

    def root_of(self, name: str) -> Element:
        """Return the root element of a part."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=False)
        return etree.fromstring(self.read(name), parser)

    def write(self, name: str, content: bytes) -> None:
        """Add a part, or put one in its place; it is written only where it differs."""
        own = self._names.setdefault(name.casefold(), name)
        self._gone.discard(own)
        if self._contents.get(own) == content:
            self._changed.pop(own, None)
        else:
            self._changed[own] = content

    def write_root(self, name: str, root: Element) -> None:
        """Write a part as XML."""
        self.write(name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def remove(self, name: str) -> None:
        """Take a part out, with its relations and its content type."""
        for one in (name, relationships_of(name)):
            own = self._names.get(one.casefold())
            if own is not None:
                self._gone.add(own)
                self._changed.pop(own, None)
        types = self.root_of("[Content_Types].xml")
        for override in types.findall(f"{{{_TYPES}}}Override"):
            if str(override.get("PartName")).casefold() == f"/{name}".casefold():
                types.remove(override)
                self.write_root("[Content_Types].xml", types)

    def free_name(self, pattern: str) -> str:
        """Return a name that no part has: `xl/comments{}.xml` with the first free number."""
        number = 1
        while pattern.format(number).casefold() in self._names:
            number += 1
        return pattern.format(number)

    def declare(self, name: str, content_type: str) -> None:
        """Say what kind of content a part has."""
        types = self.root_of("[Content_Types].xml")
        if any(str(element.get("PartName")).casefold() == f"/{name}".casefold() for element in types):
            return
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=content_type)
        self.write_root("[Content_Types].xml", types)

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Say what kind of content all parts with an ending have."""
        types = self.root_of("[Content_Types].xml")
        if not any(str(element.get("Extension")).casefold() == ending for element in types):
            types.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=ending, ContentType=content_type))
            self.write_root("[Content_Types].xml", types)

    # ---- relations ----

    def relations(self, name: str) -> list[PartRelation]:
        """Return where a part points to within the workbook; the empty name is the whole."""
        return [
            PartRelation(
                str(element.get("Id")),
                str(element.get("Type")).rpartition("/")[2],
                target_of(name, str(element.get("Target"))),
            )
            for element in self._relation_elements(name)
            if element.get("TargetMode") != "External"
        ]

    def _relation_elements(self, name: str) -> Iterator[Element]:
        part = relationships_of(name)
        if self.has(part):
            yield from self.root_of(part).findall(f"{{{_RELATIONS}}}Relationship")

    def related(self, name: str, kind: str) -> str | None:
        """Return the part of a kind that a part points to."""
        return next((relation.target for relation in self.relations(name) if relation.kind == kind), None)

    def relate(self, name: str, kind: str, target: str) -> str:
        """Let a part point to another; return the identifier that it uses.

        Args:
            name: of the part.
            kind: of the relation, the last word of its type: `comments`.
            target: the part that it is to point to.
        """
        part = relationships_of(name)
        root = self.root_of(part) if self.has(part) else maker_for(_RELATIONS).Relationships()
        taken = {str(one.get("Id")) for one in root}
        number = next(number for number in range(1, len(taken) + 2) if f"reportgen{number}" not in taken)
        identifier = f"reportgen{number}"
        path = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(name)}")
        root.append(maker_for(_RELATIONS).Relationship(Id=identifier, Type=f"{self.kinds}/{kind}", Target=path))
        self.write_root(part, root)
        self.declare_ending("rels", _RELATIONS_TYPE)
        return identifier

    def unrelate(self, name: str, target: str) -> None:
        """Let a part point to another no more."""
        part = relationships_of(name)
        root = self.root_of(part)
        for element in list(root):
            if target_of(name, str(element.get("Target"))).casefold() == target.casefold():
                root.remove(element)
        self.write_root(part, root)

    # ---- out ----

    def zipped(self) -> bytes:
        """Return the bytes of the workbook."""
        buffer = io.BytesIO()
        known = [entry for entry in self._entries if entry.filename not in self._gone]
        with zipfile.ZipFile(buffer, "w") as archive:
            for entry in known:
                content = self._changed.get(entry.filename, self._contents[entry.filename])
                archive.writestr(_entry(entry.filename, entry.date_time), content, zipfile.ZIP_DEFLATED)
            names = {entry.filename for entry in known}
            for name in (
                name for name in self._changed if name not in names
            ):  # in the order of adding, as a set has none
                archive.writestr(_entry(name, _ADDED), self._changed[name], zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def maker_for(namespace: str) -> ElementMaker:
    """Return what makes elements of a namespace, without a prefix."""
    return ElementMaker(namespace=namespace, nsmap={None: namespace})


def drop(element: Element, *names: str) -> None:
    """Take attributes away, where they are there."""
    for name in names:
        if name in element.attrib:
            del element.attrib[name]


def _entry(name: str, date: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, max(date, _ADDED))


# ---- the properties that programs add (ECMA-376 Part 1, 22.3): one is set, all others stay --------------------------

_CUSTOM = "custom-properties"
_CUSTOM_PART = "docProps/custom.xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_PROPERTY_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTY_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The identifier that every property has."""
_FIRST_PROPERTY = 2
"""The lowest number of a property."""


def set_property(package: WorkbookPackage, name: str, value: str) -> None:
    """Set a property of a workbook to a text.

    Args:
        package: the workbook; it is changed.
        name: of the property, compared without case.
        value: its text.
    """
    part = package.related("", _CUSTOM)
    is_new = part is None or not package.has(part)
    part = _CUSTOM_PART if part is None or is_new else part
    root = maker_for(_CUSTOM_NAMESPACE).Properties() if is_new else package.root_of(part)
    for one in [one for one in root if str(one.get("name")).casefold() == name.casefold()]:
        root.remove(one)
    number = 1 + max(
        (int(str(one.get("pid"))) for one in root if str(one.get("pid")).isdecimal()), default=_FIRST_PROPERTY - 1
    )
    own = etree.QName(root).namespace
    added = etree.SubElement(root, f"{{{own}}}property", fmtid=_PROPERTY_FORMAT, pid=str(number), name=name)
    etree.SubElement(added, f"{{{_PROPERTY_VALUES}}}lpwstr", nsmap={"vt": _PROPERTY_VALUES}).text = value
    package.write_root(part, root)
    if is_new:
        package.declare(part, _CUSTOM_TYPE)
        package.relate("", _CUSTOM, part)
