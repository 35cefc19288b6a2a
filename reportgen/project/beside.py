"""Read what lies beside the cells of a sheet: comments, and the objects of its drawing."""

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from reportgen.files.xml import XmlPart
from reportgen.limits import BESIDE_A_SHEET, SHOWN_CHARACTERS
from reportgen.project.cells import parse_whole
from reportgen.project.layout import parse_area

COMMENT, THREAD = "a comment", "a threaded comment"
CHART, DIAGRAM, PICTURE, SHAPE, TEXT_BOX = "a chart", "SmartArt", "a picture", "a drawn shape", "a text box"
_GRAPHICS = {"chart": CHART, "diagram": DIAGRAM, "timeslicer": "a timeline", "slicer": "a slicer"}
_OBJECTS = {"pic": PICTURE, "sp": SHAPE, "cxnSp": SHAPE, "contentPart": SHAPE}
_ANCHORS = frozenset({"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"})
_INSTEAD = "Fallback"
"""The element of what older programs are to show instead of an object; it says nothing more."""
_OF_A_COMMENT = frozenset({"t", "text"})
_OF_AN_ANCHOR = frozenset({*_OBJECTS, _INSTEAD, "graphicData", "compatExt", "from", "row", "col", "p", "t"})
_KEPT = SHOWN_CHARACTERS * 10
"""Characters of a comment or an object that are kept: as many as notes on heads have, less than fills the memory."""


class Beside(Struct, frozen=True):
    """One comment or object."""

    kind: str
    at: tuple[int, int] | None = None
    """The row and column of its cell, or of the cell where it begins."""
    text: str = ""


def kind_of_program(program: str) -> str:
    """Return what an embedded file is, by the name of the program that made it."""
    made = program.casefold()
    known = {"word": "an embedded Word document", "excel": "an embedded workbook", "acro": "an embedded PDF"}
    return next((words for sign, words in known.items() if sign in made), "an embedded file or control")


BESIDE = {
    "comments": ({"comment"}, _OF_A_COMMENT),  # ECMA-376 Part 1, 18.7
    "threadedcomment": ({"threadedComment"}, _OF_A_COMMENT),  # [MS-XLSX] 2.6.205; each reply is one
    "drawing": ({*_ANCHORS, _INSTEAD}, _OF_AN_ANCHOR),  # ECMA-376 Part 1, 20.5
}
"""The elements that are read of a part which a sheet points to, and what is kept of them.

By the last word of the relation's type in lower case.
"""


def read_beside(relation: str, part: XmlPart) -> list[Beside]:
    """Read the comments, or the objects, of a part that a sheet points to.

    Args:
        relation: a key of `BESIDE`.
        part: what it points to.
    """
    found: list[Beside] = []

    def take(element: Element) -> None:
        one = _object(element) if relation == "drawing" else _comment(element)
        if one is not None and len(found) < BESIDE_A_SHEET:
            found.append(one)

    part.subtrees(*BESIDE[relation], take)
    return found


def _comment(element: Element) -> Beside | None:
    """Return a comment with its text, or None where it has none."""
    text = _texts(element, _OF_A_COMMENT)[:_KEPT].strip()
    area = parse_area(element.get("ref", ""))
    kind = COMMENT if element.tag == "comment" else THREAD
    return Beside(kind, (area.top, area.left) if area else None, text) if text else None


def _object(anchor: Element) -> Beside | None:
    """Return what an anchor holds; None for the frame of an embedded file or a control: the sheet itself names it."""
    nodes = list(_walk(anchor))
    kinds = dict.fromkeys(filter(None, map(_kind, nodes)))
    if not kinds or any(node.tag == "compatExt" for node in nodes):
        return None
    text = " ".join(" ".join(_texts(node, {"t"}) for node in nodes if node.tag == "p")[:_KEPT].split())
    if text and SHAPE in kinds:
        kinds = {TEXT_BOX if kind == SHAPE else kind: None for kind in kinds}
    return Beside(" and ".join(kinds), _corner(nodes), text)


def _kind(node: Element) -> str | None:
    if node.tag == "graphicData":
        last = node.get("uri", "").rpartition("/")[2].casefold()
        return next((words for sign, words in _GRAPHICS.items() if sign in last), "an object")
    return _OBJECTS.get(node.tag)


def _corner(nodes: list[Element]) -> tuple[int, int] | None:
    """Return the row and column where an object begins; None for one without a cell."""
    corner = next((node for node in nodes if node.tag == "from"), None)
    if corner is None:
        return None
    row, column = ((parse_whole((corner.findtext(name) or "").strip()) or 0) + 1 for name in ("row", "col"))
    return row, column


def _walk(element: Element) -> Iterator[Element]:
    """Yield an element and all below it, but for what older programs are to show."""
    if element.tag != _INSTEAD:
        yield element
        for child in element:
            yield from _walk(child)


def _texts(element: Element, names: Collection[str]) -> str:
    return "".join(node.text or "" for node in _walk(element) if node.tag in names)
