"""The stamp of a document: from which state of a project a Word file was built, however it was edited since."""

import json
from functools import partial
from hashlib import sha256
from typing import Any

import msgspec

from reportgen.document import tree
from reportgen.document.walk import change_inlines, map_runs

STAMP = "reportgen build"
"""The custom property of a Word file that holds its stamp."""
_WHERE = frozenset({"place", "places", "paths"})
"""Fields that say where in the inputs something stands: a line that is added above prints nothing else."""


def stamp_of(document: tree.Document) -> str:
    """Return the stamp of a numbered document; two that print the same words and figures have the same.

    Returns:
        A SHA-256 in hexadecimal digits.
    """
    said = {name: getattr(document, name) for name in document.__struct_fields__}
    said |= {name: [_printed(block) for block in said[name]] for name in ("cover", "blocks")}
    # In ASCII: a text may hold half of a surrogate pair, which UTF-8 does not know and the writer leaves out.
    return sha256(json.dumps(msgspec.to_builtins(said), sort_keys=True).encode("ascii")).hexdigest()


def _printed(block: tree.Block | tree.CoverLine) -> object:
    """Return a block without the places of its figures."""
    if isinstance(block, tree.Contents):  # a figure may stand in the title of an entry, which is no run of the text
        return _without_places(msgspec.to_builtins(block))
    if isinstance(block, tree.CoverLine):
        return {"role": block.role, "children": _placeless(block.children)}
    return map_runs(block, _placeless)


def _said(inline: tree.Inline) -> tree.Inline:
    """Return a figure as the mapping that JSON has of it, without its places; any other inline as it is."""
    if type(inline) is not tree.Figure:
        return inline
    said: Any = {name: getattr(inline, name) for name in _OF_FIGURES}
    if (reference := inline.reference) is not None:
        said["reference"] = {name: getattr(reference, name) for name in _OF_REFERENCES}
    return said  # type: ignore[no-any-return] # is encoded at once


_placeless = partial(change_inlines, change=_said)
_OF_FIGURES = [name for name in tree.Figure.__struct_fields__ if name not in _WHERE]
_OF_REFERENCES = [name for name in tree.FigureReference.__struct_fields__ if name not in _WHERE]


def _without_places(node: Any) -> Any:  # noqa: ANN401 - what JSON can hold
    match node:
        case dict():
            return {key: _without_places(one) for key, one in node.items() if key not in _WHERE}
        case list() | tuple():
            return [_without_places(one) for one in node]
        case _:
            return node
