"""Text of files: bytes come in, text goes out, with nothing in it that is invisible and means something.

UTF-8 only, with or without a byte order mark. Characters that steer a terminal or turn the direction of text
around are refused with their place; characters that only cannot be seen are taken out, and that is said.
"""

import re

from reportgen.diagnostics import Place, diagnose
from reportgen.diagnostics.diagnostic import Diagnostic, Literal
from reportgen.untrusted.findings import Findings
from reportgen.untrusted.refusal import Refused, refuse

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
FORBIDDEN = re.compile(f"[{_FORBIDDEN}]")
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
ODD = re.compile(f"[{_FORBIDDEN}{_INVISIBLE}]")
"""Any character that needs a second look."""
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SIGNATURES = {
    b"PK\x03\x04": "a workbook or another zipped file",
    b"\xd0\xcf\x11\xe0": "a file of an old Office program",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x7fELF": "a program",
    b"MZ": "a program",
    b"\x1f\x8b": "a compressed file",
    b"{\\rtf": "a file of a word processor",
}


def kind_of_bytes(data: bytes) -> str | None:
    """What a file is by its first bytes, where that is certain: `a PDF`; None where it may be text."""
    return next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)


def decode(data: bytes, name: str) -> str:
    """The text of a file.

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


def find_forbidden(text: str, name: str, limit: int = 20) -> list[Diagnostic]:
    """A diagnostic for each of the first forbidden characters of a text file."""
    found = []
    for match in FORBIDDEN.finditer(text):
        found.append(diagnose("RG112", _place_after(text[: match.start()], name), character=named(match.group())))
        if len(found) == limit:
            break
    return found


def clean_value(value: str, place: Place, found: Findings) -> str:
    """A value of a file without invisible characters; what is wrong with it is added to `found`.

    Forbidden characters are taken out too, so that no later message or document can carry them.
    """
    forbidden = FORBIDDEN.search(value)
    if forbidden:
        found.append(diagnose("RG112", place, character=named(forbidden.group())))
        value = FORBIDDEN.sub("", value)
    invisible = INVISIBLE.search(value)
    if invisible:
        found.append(diagnose("RG113", place, character=named(invisible.group())))
        value = INVISIBLE.sub("", value)
    return value


def named(character: str) -> Literal:
    """A character by its code point: `U+202E`."""
    return Literal(f"U+{ord(character):04X}")


def _place_after(before: str, name: str) -> Place:
    """The place that follows some text; lines end as in an editor."""
    lines = re.split("\r\n|\r|\n", before)
    return Place(name, len(lines), len(lines[-1]) + 1)
