"""Let each Arabic letter be read once, where Typst gives the marks above and below it a text of their own.

A mark, such as that of the accusative in `شخصاً`, is drawn apart from its letter since it stands higher or lower, and
both are said to be the whole of `اً` (krilla, `text/group.rs`): what is found, copied or read aloud would be `اًاً`.
Here the text of each such mark is empty. What changed stands behind the file, as an update (ISO 32000-1, 7.5.6).
"""

import re
import zlib
from collections.abc import Iterator
from itertools import pairwise

from reportgen.regex import regex

_STREAM = regex(rb"\n(\d+) 0 obj\n<<(?:/Length \d+|/Filter/FlateDecode){2}>>\s*stream\r?\n")
_PIECE = regex(rb"q 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm[^\n]*\nBT(.*?)ET\nQ", re.DOTALL)
"""A piece of text in one font on one height."""
_ONE_GLYPH = regex(
    rb"(?:/Span<</ActualText<\w+>>>BDC)?([^()<>]*\((?:[^\\]|\\[^\d]|\\\d{3}){2}\)[^()<>]*?T[jJ]\n)(?:EMC\n)?"
)
_HIGHEST = 6
"""Points between a letter and its mark: less than lines are apart, and more than a mark is off."""
_TRAILER = regex(rb"trailer\n<<(.*?)>>\nstartxref\n(\d+)\s+%%EOF\s*\Z", re.DOTALL)


def name_marks_once(content: bytes) -> bytes:
    """Return a PDF of Typst in which the marks of Arabic letters have no text beside that of their letters."""
    update, places = [], []
    at = len(content) + 1
    for number, stream in _streams(content):
        changed = _without_marks(stream)
        if changed != stream:
            packed = zlib.compress(changed)
            made = b"%s 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream\nendobj\n" % (
                number,
                len(packed),
                packed,
            )
            places.append(b"%s 1\n%010d 00000 n\r\n" % (number, at))
            update.append(made)
            at += len(made)
    trailer = _TRAILER.search(content)
    if not update or trailer is None:
        return content
    end = b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF" % (trailer[1], trailer[2], at)
    return b"".join((content, b"\n", *update, b"xref\n", *places, end))


def _streams(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the number of each object that may be the content of a page, and what it holds."""
    for found in _STREAM.finditer(content):
        yield found[1], zlib.decompressobj().decompress(content[found.end() :])


def _without_marks(stream: bytes) -> bytes:
    pieces, end = [], 0
    for piece, following in pairwise(_PIECE.finditer(stream)):
        if (glyph := _ONE_GLYPH.fullmatch(piece[3])) and _stands_over(piece, following):
            pieces += [stream[end : piece.start(3)], b"/Span<</ActualText<FEFF>>>BDC", glyph[1], b"EMC\n"]
            end = piece.end(3)
    return b"".join((*pieces, stream[end:]))


def _stands_over(piece: re.Match[bytes], following: re.Match[bytes]) -> bool:
    return piece[1] == following[1] and 0 < abs(float(piece[2]) - float(following[2])) < _HIGHEST
