"""Unpack the XML parts of a workbook or a Word file, and check what they come in.

An .xlsx or .docx file is a zip of parts (ECMA-376 Part 2). Nothing is unpacked by its name, nothing but XML is
unpacked at all, and what is unpacked is counted while it streams: what a zip says of its own sizes is not believed.
"""

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError

from reportgen.diagnostics import Literal, Place
from reportgen.diagnostics.diagnostic import shown
from reportgen.files.refusal import WORKBOOK, Codes, refuse
from reportgen.files.text import OLE, kind_of_bytes
from reportgen.limits import FILE_BYTES, ZIP_ENTRIES, ZIP_PART_BYTES, ZIP_TOTAL_BYTES

_ZIP = b"PK\x03\x04"
_LISTED = b"PK\x01\x02"
_XML = (".xml", ".rels")
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_CHUNK = 256 * 1024
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, IndexError, LZMAError)
"""What the zip reader raises for damaged files, found by trying thousands of them."""
_BROKEN_TOO = (NotImplementedError, RuntimeError, UnicodeError, KeyError, TypeError, MemoryError, OSError)


def unpack(data: bytes, place: Place, codes: Codes = WORKBOOK) -> dict[str, bytes]:
    """Return the XML parts of a workbook or a Word file by their names in lower case.

    Args:
        data: the bytes of the file.
        place: the file, for messages.
        codes: how files of this kind are refused.

    Raises:
        Refused: where it is no zip, a damaged or hostile one, or unpacks to too much.
    """
    _expect_zip(data, place, codes)
    if data.count(_LISTED) > ZIP_ENTRIES:  # counted before the zip reader makes an object of each
        raise refuse(codes.suspicious, place, reason=f"it holds more than {ZIP_ENTRIES:,} files")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, len(data), place, codes)
            _expect_office(archive, entries, place, codes)
            return _unpacked(archive, entries, place, codes)
    except (*_BROKEN, *_BROKEN_TOO):
        raise refuse(codes.damaged, place, reason="its end is missing, or it contradicts itself") from None


def _expect_zip(data: bytes, place: Place, codes: Codes) -> None:
    if data.startswith(_ZIP):
        return
    if data.startswith(OLE):
        raise refuse(codes.locked, place)
    raise refuse(codes.other, place, kind=Literal(_kind(data)))


def _kind(data: bytes) -> str:
    """Return what a file is that is no zip."""
    if data.startswith(b"PK"):
        return "an empty or divided zip file"
    known = kind_of_bytes(data)
    if known:
        return known
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table")):
        return "a web page"
    if b"urn:schemas-microsoft-com:office:spreadsheet" in data[:4096]:
        return "an XML spreadsheet of Excel 2003"
    if b"urn:oasis:names:tc:opendocument" in data[:4096]:
        return "an OpenDocument file in one piece (.fods, .fodt)"
    if start.startswith(b"<"):
        return "an XML file"
    if b"\x00" not in start and start:
        return "a text file, perhaps a CSV table"
    return "a file of another kind"


def _check_entries(entries: list[zipfile.ZipInfo], size: int, place: Place, codes: Codes) -> None:
    """Refuse what no office program writes, before anything is unpacked."""
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if name.casefold() in seen:
            raise refuse(codes.suspicious, place, reason=Literal(f"two of its files are named “{shown(name)}”"))
        seen.add(name.casefold())
        if _leads_elsewhere(entry.orig_filename) or _leads_elsewhere(name):
            raise refuse(codes.suspicious, place, reason=Literal(f"it holds a file named “{shown(name)}”"))
        if entry.flag_bits & _ENCRYPTED:
            raise refuse(codes.suspicious, place, reason=Literal(f"its file “{shown(name)}” is encrypted"))
        if entry.compress_type not in _METHODS:
            raise refuse(
                codes.suspicious, place, reason=Literal(f"its file “{shown(name)}” is packed in an unusual way")
            )
    if sum(entry.compress_size for entry in entries) > min(size, FILE_BYTES):
        raise refuse(codes.suspicious, place, reason="its files overlap")


_MOST_MIMETYPE = 200
"""Bytes of the entry `mimetype`, which OpenDocument puts first, stored (OpenDocument 1.3, Part 2, 3.3)."""
_KINDS = {
    "opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
    "opendocument.text": "an OpenDocument text (.odt)",
    "opendocument": "an OpenDocument file",
    "epub": "an electronic book (.epub)",
}
_APPLE = ("index/document.iwa", "index.zip")
"""What Numbers and Pages put into their files."""


def _expect_office(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], place: Place, codes: Codes) -> None:
    """Refuse a zip that another office program made, by what it says that it is."""
    names = {entry.filename.casefold(): entry for entry in entries}
    if "[content_types].xml" in names:
        return
    mimetype = names.get("mimetype")
    if mimetype is not None:
        with archive.open(mimetype) as stream:
            written = stream.read(_MOST_MIMETYPE).decode("ascii", errors="replace").casefold()
        kind = next((words for sign, words in _KINDS.items() if sign in written), None)
        if kind is not None:
            raise refuse(codes.other, place, kind=kind)
    if any(name.endswith(_APPLE) for name in names):
        raise refuse(codes.other, place, kind="a file of Apple's Numbers or Pages")


def _leads_elsewhere(name: str) -> bool:
    """Return whether a name could stand for a path outside the folder that it is unpacked to, or is no name at all."""
    return (
        not name or name.startswith("/") or any(sign in name for sign in ("\\", ":", "\x00")) or ".." in name.split("/")
    )


def _unpacked(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], place: Place, codes: Codes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        name = entry.filename.casefold()
        if not name.endswith(_XML):
            continue
        parts[name] = _read_part(archive, entry, ZIP_TOTAL_BYTES - total, place, codes)
        total += len(parts[name])
    return parts


def _read_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int, place: Place, codes: Codes) -> bytes:
    """Return one part, counted while it streams.

    Args:
        archive: the zip.
        entry: the part.
        left: how many bytes all parts together may still have.
        place: the file.
        codes: how files of this kind are refused.
    """
    limit = min(left, ZIP_PART_BYTES)
    chunks: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise refuse(codes.large, place, limit=f"{limit // (1024 * 1024):,} MB")
            chunks.append(chunk)
    return b"".join(chunks)


def relationships_of(part: str) -> str:
    """Return the part that says where a part points to; the empty name is the whole file (ECMA-376 Part 2, 9.3)."""
    folder, _, file = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{file}.rels")


def target_of(part: str, target: str) -> str:
    """Return the name of the part to which a target leads that stands among the relationships of a part."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
