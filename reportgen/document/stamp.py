"""The stamp of a document: from which state of a project a Word file was built, however it was edited since."""

import json
from hashlib import sha256
from typing import Any

import msgspec

from reportgen.document.tree import Document

STAMP = "reportgen build"
"""The custom property of a Word file that holds its stamp."""
_WHERE = frozenset({"place", "places", "paths"})
"""Fields that say where in the inputs something stands: a line that is added above prints nothing else."""


def stamp_of(document: Document) -> str:
    """Return the stamp of a numbered document; two that print the same words and figures have the same.

    Returns:
        A SHA-256 in hexadecimal digits.
    """
    said = _without_places(msgspec.to_builtins(document))
    # In ASCII: a text may hold half of a surrogate pair, which UTF-8 does not know and the writer leaves out.
    return sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()


def _without_places(node: Any) -> Any:  # noqa: ANN401 - what JSON can hold
    match node:
        case dict():
            return {key: _without_places(one) for key, one in node.items() if key not in _WHERE}
        case list() | tuple():
            return [_without_places(one) for one in node]
        case _:
            return node
