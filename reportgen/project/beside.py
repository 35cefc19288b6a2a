"""What lies beside the cells of a sheet: comments, and the objects of its drawing. A part comes in, a list goes out."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from reportgen.files.xml import Attributes, Part
from reportgen.limits import BESIDE_A_SHEET, SHOWN_CHARACTERS
from reportgen.project.layout import parse_area

COMMENT, THREAD = "a comment", "a threaded comment"
CHART, DIAGRAM, PICTURE, SHAPE, TEXT_BOX = "a chart", "SmartArt", "a picture", "a drawn shape", "a text box"
_GRAPHICS = {"chart": CHART, "diagram": DIAGRAM, "slicer": "a slicer", "timeslicer": "a timeline"}
_ANCHORS = {"twoCellAnchor", "oneCellAnchor", "absoluteAnchor"}
_KEPT = SHOWN_CHARACTERS * 4
"""Characters of a comment or an object that are kept: more than a message shows, less than fills the memory."""


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


def read_comments(part: Part) -> list[Beside]:
    """Read the comments of a sheet (ECMA-376 Part 1, 18.7)."""
    return _read_comments(part, COMMENT)


def read_threads(part: Part) -> list[Beside]:
    """Read the threaded comments of a sheet ([MS-XLSX] 2.6.205): each reply is one."""
    return _read_comments(part, THREAD)


def _read_comments(part: Part, kind: str) -> list[Beside]:
    scan = _Comments(kind)
    part.scan(scan.opened, scan.closed, scan.text)
    return scan.found


def read_drawing(part: Part) -> list[Beside]:
    """Read which objects a drawing holds (ECMA-376 Part 1, 20.5): one for each anchor."""
    scan = _Drawing()
    part.scan(scan.opened, scan.closed, scan.text)
    return scan.found


READERS: Mapping[str, Callable[[Part], list[Beside]]] = {
    "comments": read_comments,
    "threadedcomment": read_threads,
    "drawing": read_drawing,
}
"""What reads a part that a sheet points to, by the last word of the relation's type in lower case."""


class _Text:
    """Gathers text up to a bound."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0

    def add(self, text: str) -> None:
        if self._length < _KEPT:
            self._texts.append(text[: _KEPT - self._length])
            self._length += len(text)

    def take(self) -> str:
        text = "".join(self._texts).strip()
        self.__init__()  # type: ignore[misc] # it begins anew
        return text


class _Comments:
    """Texts by cell; phonetic readings are left out."""

    def __init__(self, kind: str) -> None:
        self.found: list[Beside] = []
        self._kind = kind
        self._ref: str | None = None
        self._keeps = False
        self._text = _Text()

    def opened(self, local: str, attributes: Attributes) -> None:
        if local in {"comment", "threadedComment"}:
            self._ref = attributes.get("ref", "")
            self._text.take()
        elif local in {"t", "text"}:
            self._keeps = self._ref is not None

    def closed(self, local: str) -> None:
        if local in {"t", "text"}:
            self._keeps = False
        elif local in {"comment", "threadedComment"} and self._ref is not None:
            area = parse_area(self._ref)
            text = self._text.take()
            if text and len(self.found) < BESIDE_A_SHEET:
                self.found.append(Beside(self._kind, (area.top, area.left) if area else None, text))
            self._ref = None

    def text(self, text: str) -> None:
        if self._keeps:
            self._text.add(text)


class _Drawing:
    """Objects by their anchors. What older programs are to show instead of an object says nothing more."""

    def __init__(self) -> None:
        self.found: list[Beside] = []
        self._kinds: dict[str, None] = {}
        self._corner: dict[str, int] = {}
        self._number: str | None = None
        self._instead = 0
        self._in_from = False
        self._is_other = False
        self._text = _Text()
        self._keeps = False

    def opened(self, local: str, attributes: Attributes) -> None:
        if local == "Fallback":
            self._instead += 1
        elif self._instead:
            return
        elif local in _ANCHORS:
            self._kinds, self._corner, self._is_other = {}, {}, False
        elif local == "from":
            self._in_from = True
        elif self._in_from and local in {"col", "row"}:
            self._number = ""
        elif local == "t":
            self._keeps = True
        else:
            self._note(local, attributes)

    def _note(self, local: str, attributes: Attributes) -> None:
        if local == "graphicData":
            last = attributes.get("uri", "").rpartition("/")[2].casefold()
            self._kinds[next((words for sign, words in _GRAPHICS.items() if sign in last), "an object")] = None
        elif local == "pic":
            self._kinds[PICTURE] = None
        elif local in {"sp", "cxnSp", "contentPart"}:
            self._kinds[SHAPE] = None
        elif local == "compatExt":  # the frame of an embedded file or a control, which the sheet itself names
            self._is_other = True

    def closed(self, local: str) -> None:
        if local == "Fallback":
            self._instead -= 1
        elif self._instead:
            return
        elif local == "from":
            self._in_from = False
        elif local in {"col", "row"} and self._number is not None:
            self._corner[local] = int(self._number) if self._number.isdigit() and len(self._number) < 8 else 0  # noqa: PLR2004 - rows have at most seven digits
            self._number = None
        elif local in {"t", "p"}:
            self._keeps = False
            self._text.add(" " if local == "p" else "")
        elif local in _ANCHORS:
            self._close_anchor()

    def _close_anchor(self) -> None:
        text = " ".join(self._text.take().split())
        if not self._kinds or self._is_other or len(self.found) >= BESIDE_A_SHEET:
            return
        if text and SHAPE in self._kinds:
            self._kinds = {TEXT_BOX if kind == SHAPE else kind: None for kind in self._kinds}
        at = (self._corner.get("row", 0) + 1, self._corner.get("col", 0) + 1) if self._corner else None
        self.found.append(Beside(" and ".join(self._kinds), at, text))

    def text(self, text: str) -> None:
        if self._number is not None:
            self._number += text.strip()
        elif self._keeps:
            self._text.add(text)
