"""Put other contents, and further relationships, into the parts of a Word file (ECMA-376 Part 2)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from mimetypes import guess_type
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from reportgen.files.container import relationships_of
from reportgen.readers.docx.oxml import Element
from reportgen.readers.docx.parts import WordFile
from reportgen.word.redline.carrying import Carried
from reportgen.word.redline.stories import PictureData
from reportgen.writers.docx.package import bytes_of

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_RELATIONSHIPS = f"{_PACKAGE}relationships"
_TYPES = f"{_PACKAGE}content-types"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_MEDIA = "media/redline"
"""How the names of carried pictures begin, beside the part that shows them."""


def with_parts(
    data: bytes, file: WordFile, replaced: Mapping[str, bytes], carried: Mapping[str, Sequence[Carried]] | None = None
) -> bytes:
    """Return a Word file with other contents of some of its parts, and further relationships.

    Args:
        data: the bytes of the file.
        file: the same, opened.
        replaced: contents by what the parts are.
        carried: relationships that parts need, by what the parts are.
    """
    contents = {file.names[kind]: content for kind, content in replaced.items() if kind in file.names}
    needed = {relationships_of(file.names[kind]): some for kind, some in (carried or {}).items() if some}
    pictures = dict(_pictures(file, carried or {}))
    output = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for member in source.infolist():
            name = member.filename.casefold()
            content = contents.get(name) or source.read(member)
            if name in needed:
                content = _related(content, needed.pop(name))
            if name == "[content_types].xml" and pictures:
                content = _typed(content, pictures.values())
            target.writestr(member, content)
        for name, some in needed.items():
            target.writestr(name, _related(_no_relationships(), some))
        for name, picture in pictures.items():
            target.writestr(name, picture.data)
    return output.getvalue()


def _pictures(file: WordFile, carried: Mapping[str, Sequence[Carried]]) -> Iterator[tuple[str, PictureData]]:
    """Yield the pictures that come along by the names of their parts."""
    for kind, some in carried.items():
        folder = file.names.get(kind, "").rpartition("/")[0]
        for one in some:
            if isinstance(one.target, PictureData):
                yield f"{folder}/{_target(one, one.target)}".lstrip("/"), one.target


def _target(carried: Carried, picture: PictureData) -> str:
    return f"{_MEDIA}{carried.key.removeprefix('rIdRedline')}.{picture.ending}"


def _related(content: bytes, carried: Iterable[Carried]) -> bytes:
    root = _parsed(content)
    for one in carried:
        made = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=one.key)
        if isinstance(one.target, PictureData):
            made.attrib.update({"Type": f"{_KINDS}image", "Target": _target(one, one.target)})
        else:
            made.attrib.update({"Type": f"{_KINDS}hyperlink", "Target": one.target, "TargetMode": "External"})
    return bytes_of(root)


def _no_relationships() -> bytes:
    return f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()


def _typed(content: bytes, pictures: Iterable[PictureData]) -> bytes:
    """Return the content types with those of pictures; the type of an ending may be given once."""
    root = _parsed(content)
    known = {element.get("Extension", "").casefold() for element in root.findall(f"{{{_TYPES}}}Default")}
    for ending in sorted({picture.ending for picture in pictures} - known):
        kind = guess_type(f"picture.{ending}")[0] or f"image/x-{ending}"
        root.insert(0, etree.Element(f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind))
    return bytes_of(root)


def _parsed(content: bytes) -> Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
