"""Decode text of files, with nothing in it that is invisible and means something.

UTF-8 only, with or without a byte order mark. Characters that steer a terminal or turn the direction of text
around are refused with their place; characters that only cannot be seen are taken out, and that is said.
"""

import re
import unicodedata

from reportgen.diagnostics import Place, diagnose
from reportgen.diagnostics.diagnostic import Diagnostic, Literal
from reportgen.files.findings import Findings
from reportgen.files.refusal import Refused, refuse
from reportgen.regex import regex

_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls; tab, line feed and carriage return are text
    "\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line ends of their own, and marks that turn text around
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff"  # halves of characters, non-characters, the sign of lost text
    "\ue000-\uf8ff\U000e0000-\U000e0fff\U000f0000-\U0010ffff"  # private use, tags
)
_INVISIBLE = "\u00ad\u180e\u200b\u2060-\u2064\ufeff"
"""Soft hyphens, spaces without width, word joiners, byte order marks inside text: pasted along unseen.

The joiners U+200C and U+200D and the marks U+200E, U+200F and U+061C belong to the spelling of some scripts.
"""
FORBIDDEN = regex(f"[{_FORBIDDEN}]")
INVISIBLE = regex(f"[{_INVISIBLE}]")
ODD = regex(f"[{_FORBIDDEN}{_INVISIBLE}]")
"""Any character that needs a second look; whether there is one, `has_odd` tells sooner."""
_SPACING = str.maketrans("", "", "\t\n\r\u00a0\u202f")
_LAST_PRINTABLE = "\ufffb"
"""Up to it no character that is odd is printable (`str.isprintable`)."""
UNSEEN = regex(
    f"[{_INVISIBLE}\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f"
    "\u202a-\u202c\u2065-\u206f\u3164\ufe00-\ufe0f\uffa0]"
)
"""Characters without a shape of their own, which say nothing in a figure: marks of direction, joiners, fillers.

The two that turn digits around (U+202D, U+202E) are not among them: what they show is not what stands there.
"""
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
OLE = b"\xd0\xcf\x11\xe0"
"""What the files of Office programs before 2007 begin with."""
_SIGNATURES = {
    b"PK\x03\x04": "a workbook or another zipped file",
    OLE: "a file of an old Office program",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a file of a word processor",
}


def is_zip_or_office(data: bytes) -> bool:
    """Return whether a file begins as the files of Office programs do, new or old."""
    return data.startswith((b"PK", OLE))


def kind_of_bytes(data: bytes) -> str | None:
    """Return what a file is by its first bytes, where that is certain: `a PDF`; None where it may be text."""
    return next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file.

    Raises:
        Refused: where it is not UTF-8.
    """
    if data.startswith(_BYTE_ORDERS) or b"\x00" in data[:4]:
        raise refuse("RG111", Place(name))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, name) from None


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Refused:
    before = data[: error.start].decode("utf-8-sig", errors="replace")
    return refuse("RG110", _place_after(before, name), byte=f"{data[error.start]:02X}")


_FORBIDDEN_NAMED = 20
"""Forbidden characters that are named of one file; a binary file has thousands."""


def has_odd(text: str) -> bool:
    """Return whether a text has a character that needs a second look."""
    is_plain = text.translate(_SPACING).isprintable() and (text.isascii() or max(text) <= _LAST_PRINTABLE)
    return not is_plain and ODD.search(text) is not None  # the pattern is dear, and nearly no text has one


def find_forbidden(text: str, name: str) -> list[Diagnostic]:
    """Return a diagnostic for each of the first forbidden characters of a text file."""
    found: list[Diagnostic] = []
    if not has_odd(text):  # as nearly all files are; those who read on ask the same
        return found
    for match in FORBIDDEN.finditer(text):
        found.append(diagnose("RG112", _place_after(text[: match.start()], name), character=named(match.group())))
        if len(found) == _FORBIDDEN_NAMED:
            break
    return found


def clean_value(value: str, place: Place, found: Findings) -> str:
    """Return a value of a file without invisible characters; what is wrong with it is added to `found`.

    Forbidden characters are taken out too, so that no later message or document can carry them. Letters with marks are
    put into one form (NFC): programs differ in how they write them, and a search must find both.

    Args:
        value: the text, as a parser gave it.
        place: where it stands.
        found: to which diagnostics are added.
    """
    value = unicodedata.normalize("NFC", value)
    if not has_odd(value):
        return value
    forbidden = FORBIDDEN.search(value)
    if forbidden:
        found.append(diagnose("RG112", place, character=named(forbidden.group())))
        value = FORBIDDEN.sub("", value)
    invisible = INVISIBLE.search(value)
    if invisible:
        found.append(diagnose("RG113", place, character=named(invisible.group())))
        value = INVISIBLE.sub("", value)
    return value


def clean_figure(text: str, place: Place, found: Findings) -> str:
    """Return the text of a figure without characters that have no shape; what was taken out is added to `found`.

    Args:
        text: as a parser gave it.
        place: where it stands.
        found: to which diagnostics are added.
    """
    if text.isascii() and text.isprintable():
        return text
    unseen = UNSEEN.search(text)
    if unseen:
        found.append(diagnose("RG113", place, character=named(unseen.group())))
        text = UNSEEN.sub("", text)
    return clean_value(text, place, found) if has_odd(text) else text


def composed(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text in Unicode's form NFC, and where each of its characters began in the text as it was.

    The positions end with the length of the text, so that the end of the last character is known as well.
    """
    pieces: list[str] = []
    origins: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _composes(text, start, end):
            continue
        piece = unicodedata.normalize("NFC", text[start:end])
        pieces.append(piece)
        origins += [start] * len(piece) if len(piece) != end - start else range(start, end)
        start = end
    return "".join(pieces), (*origins, len(text))


def _composes(text: str, start: int, at: int) -> bool:
    """Return whether a character may become one with those before it, from `start` on."""
    if unicodedata.combining(text[at]):
        return True
    if text[at].isascii():
        return False
    pair = text[start:at] + text[at]
    return unicodedata.normalize("NFC", pair) != unicodedata.normalize("NFC", text[start:at]) + text[at]


def named(character: str) -> Literal:
    """Return a character by its code point: `U+202E`."""
    return Literal(f"U+{ord(character):04X}")


def _place_after(before: str, name: str) -> Place:
    """Return the place that follows some text; lines end as in an editor."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(name, len(lines), len(lines[-1]) + 1)
