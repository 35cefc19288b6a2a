"""The words that a workbook was sent out with, as document properties, so that what was typed over them can be told.

A word or sentence is kept as the beginning of its SHA-256, without regard to space, since programs that save a
workbook change the space in it. Excel keeps 255 characters of a property.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping

_PROPERTY = "reportgen words"
_BYTES, _CHARACTERS = 3, 4
"""Of each hash, and of its base64: one chance in 16,000 that one of a thousand entries is taken for another."""
_IN_A_PROPERTY = 63 * _CHARACTERS


def hash_words(text: str) -> str:
    """Return the short hash of a text of a form."""
    digest = hashlib.sha256(" ".join(text.split()).encode(errors="replace")).digest()
    return base64.b64encode(digest[:_BYTES]).decode()


def words_properties(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the properties that keep the texts of a form."""
    kept = "".join(sorted({hash_words(text) for text in texts}))
    for number, value in enumerate(_pieces(kept, _IN_A_PROPERTY), 1):
        yield f"{_PROPERTY} {number}", value


def read_words(properties: Mapping[str, str]) -> frozenset[str]:
    """Return the hashes of the texts of a form, from all its properties; none where it does not keep them."""
    kept = [value for name, value in properties.items() if name.startswith(_PROPERTY)]
    return frozenset(piece for value in kept for piece in _pieces(value, _CHARACTERS))


def _pieces(text: str, size: int) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]
