"""The looks that marks need, added to the styles of a workbook; its own keep their numbers."""

from lxml import etree
from msgspec import Struct

from reportgen.agencies.marked.package import Element, WorkbookPackage, maker_for

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_GROUPS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
"""The groups of a part of styles in their order (ECMA-376 Part 1, 18.8.39)."""
_ERROR, _QUESTION, _CORRECTED = "FFFF8080", "FFCDB4E6", "FF9DC3E6"
"""Red, violet and blue: none stands for anything else in the workbooks that are sent out."""
_HEAD, _OPEN, _QUIET = "FFDDEBF7", "FFFFF2CC", "FFF2F2F2"


class MarkStyles(Struct, frozen=True):
    """The numbers of styles."""

    title: int
    lead: int
    head: int
    text: int
    number: int
    """A number beside a text: in the middle, since at its edge it would read as the beginning of the text."""
    link: int
    value: int
    answer: int
    """A cell to write in: it is not locked."""
    quiet: int
    """A cell in which there is nothing to write."""
    error: int
    """Of a mark, as a differential format."""
    question: int
    corrected: int


def add_styles(package: WorkbookPackage, name: str | None) -> MarkStyles:
    """Add the styles of marks to a workbook; return their numbers.

    Args:
        package: the workbook.
        name: of its part of styles; None: it has none yet.
    """
    if name is None:
        name = package.free_name("xl/styles{}.xml")
        root = _empty(package)
        package.declare(name, _STYLES_TYPE)
        package.relate(package.main, "styles", name)
    else:
        root = package.root_of(name)
    styles = _Styles(package, root)
    looks = MarkStyles(
        title=styles.cell(styles.font(bold=True, size=16)),
        lead=styles.cell(styles.font()),
        head=styles.cell(styles.font(bold=True), styles.fill(_HEAD), styles.border()),
        text=styles.cell(styles.font(), 0, styles.border()),
        number=styles.cell(styles.font(), 0, styles.border(), horizontal="center"),
        link=styles.cell(styles.font(colour="FF0563C1"), 0, styles.border()),
        value=styles.cell(styles.font(), 0, styles.border()),
        answer=styles.cell(styles.font(), styles.fill(_OPEN), styles.border(), locked=False),
        quiet=styles.cell(styles.font(), styles.fill(_QUIET), styles.border()),
        error=styles.differential(_ERROR),
        question=styles.differential(_QUESTION),
        corrected=styles.differential(_CORRECTED),
    )
    package.write_root(name, root)
    return looks


def _empty(package: WorkbookPackage) -> Element:
    """Return the styles that every workbook has at least."""
    make = maker_for(package.namespace)
    groups = (make.fonts(make.font()), make.fills(make.fill()), make.borders(make.border()), make.cellXfs(make.xf()))
    for group in groups:
        group.set("count", "1")
    root: Element = make.styleSheet(*groups)
    return root


class _Styles:
    """A part of styles that grows."""

    def __init__(self, package: WorkbookPackage, root: Element) -> None:
        self._tag, self._make, self._root = package.tag, maker_for(package.namespace), root

    def _group(self, name: str) -> Element:
        """Return a group of styles, made at its place where it is missing."""
        found = self._root.find(self._tag(name))
        if found is not None:
            return found
        later = {self._tag(group) for group in _GROUPS[: _GROUPS.index(name)]}
        index = max((place + 1 for place, child in enumerate(self._root) if child.tag in later), default=0)
        made = etree.Element(self._tag(name), count="0")
        self._root.insert(index, made)
        return made

    def _add(self, group: str, element: Element) -> int:
        """Return the number of a new item of a group; that of an equal one where there is one."""
        found = self._group(group)
        written = etree.tostring(element, method="c14n")
        for number, one in enumerate(found):
            if etree.tostring(one, method="c14n").strip() == written:
                return number
        found.append(element)
        found.set("count", str(len(found)))
        return len(found) - 1

    def font(self, *, bold: bool = False, size: int = 11, colour: str | None = None) -> int:
        """Add a font; return its number."""
        make = self._make
        looks = [make.b()] if bold else []
        looks += [make.u()] if colour else []
        looks += [make.sz(val=str(size))]
        looks += [make.color(rgb=colour)] if colour else []
        return self._add("fonts", make.font(*looks, make.name(val="Calibri"), make.family(val="2")))

    def fill(self, colour: str) -> int:
        """Add a fill; return its number."""
        pattern = self._make.patternFill(self._make.fgColor(rgb=colour), patternType="solid")
        return self._add("fills", self._make.fill(pattern))

    def border(self) -> int:
        """Add thin grey lines around a cell; return their number."""
        make = self._make
        sides = [
            getattr(make, side)(make.color(rgb="FFBFBFBF"), style="thin") for side in ("left", "right", "top", "bottom")
        ]
        return self._add("borders", make.border(*sides, make.diagonal()))

    def cell(self, font: int, fill: int = 0, border: int = 0, *, locked: bool = True, **aligned: str) -> int:
        """Add the format of a cell; return its number.

        Args:
            font: the number of its font.
            fill: the number of its fill; 0: none.
            border: the number of its border; 0: none.
            locked: whether nobody may write in it.
            aligned: how it stands in its cell, beside at the top.
        """
        parts = [self._make.alignment(vertical="top", wrapText="1", **aligned)]
        parts += [] if locked else [self._make.protection(locked="0")]
        numbers = {"numFmtId": "0", "fontId": str(font), "fillId": str(fill), "borderId": str(border), "xfId": "0"}
        applied = dict.fromkeys(("applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"), "1")
        return self._add("cellXfs", self._make.xf(*parts, **numbers, **applied))

    def differential(self, colour: str) -> int:
        """Add a format that is laid over that of a cell; return its number."""
        make = self._make
        pattern = make.patternFill(make.fgColor(rgb=colour), make.bgColor(rgb=colour), patternType="solid")
        return self._add("dxfs", make.dxf(make.fill(pattern)))
