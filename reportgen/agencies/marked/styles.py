"""The looks that marks need, added to the styles of a workbook; its own keep their numbers."""

from lxml import etree
from msgspec import Struct

from reportgen.agencies.marked.package import Element, Package, new_root

_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_GROUPS = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
"""The groups of a part of styles in their order (ECMA-376 Part 1, 18.8.39)."""
_ERROR, _QUESTION = "FFFF8080", "FFCDB4E6"
"""Red and violet: neither stands for anything else in the workbooks that are sent out."""
_HEAD, _OPEN, _QUIET = "FFDDEBF7", "FFFFF2CC", "FFF2F2F2"


class Looks(Struct, frozen=True):
    """The numbers of styles."""

    title: int
    lead: int
    head: int
    text: int
    link: int
    value: int
    answer: int
    """A cell to write in: it is not locked."""
    quiet: int
    """A cell in which there is nothing to write."""
    error: int
    """Of a mark, as a differential format."""
    question: int


def add_styles(package: Package, name: str | None) -> Looks:
    """Add the looks of marks to a workbook.

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
    looks = Looks(
        title=styles.cell(styles.font(bold=True, size=16)),
        lead=styles.cell(styles.font()),
        head=styles.cell(styles.font(bold=True), styles.fill(_HEAD), styles.border()),
        text=styles.cell(styles.font(), 0, styles.border()),
        link=styles.cell(styles.font(colour="FF0563C1"), 0, styles.border()),
        value=styles.cell(styles.font(), 0, styles.border()),
        answer=styles.cell(styles.font(), styles.fill(_OPEN), styles.border(), locked=False),
        quiet=styles.cell(styles.font(), styles.fill(_QUIET), styles.border()),
        error=styles.differential(_ERROR),
        question=styles.differential(_QUESTION),
    )
    package.write_root(name, root)
    return looks


def _empty(package: Package) -> Element:
    """The styles that every workbook has at least."""
    tag = package.tag
    root = new_root("styleSheet", package.namespace)
    for group, item in (("fonts", "font"), ("fills", "fill"), ("borders", "border"), ("cellXfs", "xf")):
        etree.SubElement(etree.SubElement(root, tag(group), count="1"), tag(item))
    return root


class _Styles:
    """A part of styles that grows."""

    def __init__(self, package: Package, root: Element) -> None:
        self._tag, self._namespace, self._root = package.tag, package.namespace, root

    def _group(self, name: str) -> Element:
        """A group of styles, made at its place where it is missing."""
        found = self._root.find(self._tag(name))
        if found is not None:
            return found
        later = {self._tag(group) for group in _GROUPS[: _GROUPS.index(name)]}
        index = max((place + 1 for place, child in enumerate(self._root) if child.tag in later), default=0)
        made = etree.Element(self._tag(name), count="0")
        self._root.insert(index, made)
        return made

    def _add(self, group: str, element: Element) -> int:
        """The number of a new item of a group; that of an equal one where there is one."""
        found = self._group(group)
        written = etree.tostring(element, method="c14n")
        for number, one in enumerate(found):
            if etree.tostring(one, method="c14n").strip() == written:
                return number
        found.append(element)
        found.set("count", str(len(found)))
        return len(found) - 1

    def _element(self, name: str, *children: Element, **attributes: str) -> Element:
        element = new_root(name, self._namespace)
        for attribute, value in attributes.items():
            element.set(attribute, value)
        element.extend(children)
        return element

    def font(self, *, bold: bool = False, size: int = 11, colour: str | None = None) -> int:
        """A font; its number."""
        children = [self._element("b")] if bold else []
        children += [self._element("u")] if colour else []
        children += [self._element("sz", val=str(size))]
        children += [self._element("color", rgb=colour)] if colour else []
        children += [self._element("name", val="Calibri"), self._element("family", val="2")]
        return self._add("fonts", self._element("font", *children))

    def fill(self, colour: str) -> int:
        """A fill; its number."""
        pattern = self._element("patternFill", self._element("fgColor", rgb=colour), patternType="solid")
        return self._add("fills", self._element("fill", pattern))

    def border(self) -> int:
        """Thin grey lines around a cell; their number."""
        sides = [
            self._element(side, self._element("color", rgb="FFBFBFBF"), style="thin")
            for side in ("left", "right", "top", "bottom")
        ]
        return self._add("borders", self._element("border", *sides, self._element("diagonal")))

    def cell(self, font: int, fill: int = 0, border: int = 0, *, locked: bool = True) -> int:
        """The format of a cell; its number."""
        children = [self._element("alignment", vertical="top", wrapText="1")]
        children += [] if locked else [self._element("protection", locked="0")]
        numbers = {"numFmtId": "0", "fontId": str(font), "fillId": str(fill), "borderId": str(border), "xfId": "0"}
        applied = dict.fromkeys(("applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"), "1")
        return self._add("cellXfs", self._element("xf", *children, **numbers, **applied))

    def differential(self, colour: str) -> int:
        """A format that is laid over that of a cell; its number."""
        colours = (self._element("fgColor", rgb=colour), self._element("bgColor", rgb=colour))
        pattern = self._element("patternFill", *colours, patternType="solid")
        return self._add("dxfs", self._element("dxf", self._element("fill", pattern)))
