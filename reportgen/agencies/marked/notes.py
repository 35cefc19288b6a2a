"""Comments on marked cells: what is wrong and what to do, beside the comments that the workbook has already.

Two parts belong together: one holds the texts (ECMA-376 Part 1, 18.7), the other draws a box for each (VML, Part 4,
19.1). Boxes are added and taken out as text, for programs write VML that is no well-formed XML.
"""

import re
from collections.abc import Mapping, Sequence

from lxml import etree
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

from reportgen.agencies.marked.cells import SheetMarks
from reportgen.agencies.marked.package import Element, WorkbookPackage, maker_for
from reportgen.agencies.problems import Problem
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.sheets import MARK_OF_COMMENTS, MARK_OF_CORRECTIONS
from reportgen.regex import regex
from reportgen.writers.docx.oxml import detach

_AUTHOR = "reportgen"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY_DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" '
    'o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" '
    'o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" '
    'type="#_x0000_t202" style="position:absolute;visibility:hidden;width:240pt;'
    'height:{height}pt" fillcolor="#fff2cc" o:insetmode="auto"><v:fill color2="#fff2cc"/><v:shadow on="t" '
    'color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, '
    "{bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_SHAPES = regex(r"<(\w+:)?shape\s.*?</\1shape>", re.DOTALL)
"""Boxes; programs choose prefixes as they like."""
_NUMBERS = regex(r'id="_x0000_s(\d{1,9})"')
_ROW, _COLUMN = (regex(rf"<(?:\w+:)?{name}>\s*(\d+)\s*<") for name in ("Row", "Column"))
_WIDE, _LINE, _CHARACTERS = 4, 13, 48
"""The width of a box in columns, the height of its lines in points, and the characters of a line."""


class SheetComments:
    """The comments of one sheet."""

    def __init__(self, package: WorkbookPackage, sheet: str, marks: SheetMarks) -> None:
        self._package, self._sheet, self._marks = package, sheet, marks
        self._name = package.related(sheet, "comments")
        self._drawing = package.related(sheet, "vmlDrawing")

    def write(self, problems: Mapping[str, Sequence[Problem]], texts: ProblemTexts) -> None:
        """Take the comments of an earlier copy out, and write these."""
        is_marked = self._name is not None and MARK_OF_COMMENTS.encode() in self._package.read(self._name)
        if not problems and not is_marked:
            return
        root = self._root()
        gone = self._take_out(root)
        listing = self._listing(root)
        known = {str(element.get("ref")): element for element in listing}
        boxes = []
        for cell, found in problems.items():
            text = "\n\n".join("\n".join(problem.lines(texts)) for problem in found)
            if cell in known:
                self._append(known[cell], f"\n{MARK_OF_COMMENTS}\n{text}")
            else:
                listing.append(self._comment(root, cell, f"{MARK_OF_COMMENTS}\n{text}"))
                boxes.append((cell, text))
        self._write(root, gone, boxes)

    def keep_old(self, old: Mapping[str, str]) -> None:
        """Write notes on cells that were corrected; what a marked copy said of their old text is taken out.

        Args:
            old: for each cell, what is to be known of its old text.
        """
        root = self._root()
        known = {str(element.get("ref")): element for element in root.iter(self._package.tag("comment"))}
        gone = {cell for cell in old if cell in known and self._cut_empty(known[cell])}
        boxes = []
        for cell, text in old.items():
            written = f"{MARK_OF_CORRECTIONS}\n{text}"
            if cell in known and cell not in gone:
                self._append(known[cell], f"\n{written}")
            else:
                self._listing(root).append(self._comment(root, cell, written))
                boxes.append((cell, written))
        self._write(root, gone, boxes)

    def _listing(self, root: Element) -> Element:
        listing = root.find(self._package.tag("commentList"))
        return etree.SubElement(root, self._package.tag("commentList")) if listing is None else listing

    def _root(self) -> Element:
        if self._name is not None and self._package.has(self._name):
            return self._package.root_of(self._name)
        make = maker_for(self._package.namespace)
        root: Element = make.comments(make.authors())
        return root

    def _take_out(self, root: Element) -> set[str]:
        """Take out what an earlier copy added; the cells whose comment is gone."""
        comments = list(root.iter(self._package.tag("comment")))
        return {str(comment.get("ref")) for comment in comments if self._cut_empty(comment)}

    def _cut_empty(self, comment: Element) -> bool:
        """Take what an earlier copy added out of a comment; return whether the comment is gone with it."""
        tag = self._package.tag("t")
        _cut(comment, tag)
        if any(text.text for text in comment.iter(tag)):
            return False
        detach(comment)
        return True

    def _comment(self, root: Element, cell: str, text: str) -> Element:
        tag = self._package.tag
        authors = root.find(tag("authors"))
        if authors is None:
            authors = etree.Element(tag("authors"))
            root.insert(0, authors)
        names = [author.text for author in authors]
        if _AUTHOR not in names:
            etree.SubElement(authors, tag("author")).text = _AUTHOR
            names.append(_AUTHOR)
        comment = etree.Element(tag("comment"), ref=cell, authorId=str(names.index(_AUTHOR)))
        self._append(comment, text)
        return comment

    def _append(self, comment: Element, text: str) -> None:
        """Add a run of text to a comment."""
        tag, make = self._package.tag, maker_for(self._package.namespace)
        holder = comment.find(tag("text"))
        if holder is None:
            holder = etree.SubElement(comment, tag("text"))
        written = make.t(text, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        holder.append(make.r(make.rPr(make.sz(val="9"), make.rFont(val="Tahoma")), written))

    def _write(self, root: Element, gone: set[str], boxes: Sequence[tuple[str, str]]) -> None:
        package = self._package
        if self._name is None:
            self._name = package.free_name("xl/comments{}.xml")
            package.declare(self._name, _COMMENTS_TYPE)
            package.relate(self._sheet, "comments", self._name)
        package.write_root(self._name, root)
        drawing = _EMPTY_DRAWING
        if self._drawing is not None and package.has(self._drawing):
            drawing = package.read(self._drawing).decode("utf-8-sig", errors="surrogateescape")
        drawing = _SHAPES.sub(lambda found: "" if _cell_of(found.group()) in gone else found.group(), drawing)
        first = max((int(number) for number in _NUMBERS.findall(drawing)), default=1024) + 1
        added = "".join(_box(cell, text, first + place) for place, (cell, text) in enumerate(boxes))
        head, end, tail = drawing.rpartition("</xml>")
        if self._drawing is None:
            self._drawing = package.free_name("xl/drawings/vmlDrawing{}.vml")
            package.declare_ending("vml", _DRAWING_TYPE)
            self._marks.draw(package.relate(self._sheet, "vmlDrawing", self._drawing))
        package.write(self._drawing, (head + added + end + tail).encode("utf-8", errors="surrogateescape"))


def _cut(comment: Element, tag: str) -> None:
    """Take what an earlier copy added to somebody's comment out of it again."""
    is_ours = False
    for text in list(comment.iter(tag)):
        before, sign, _ = (text.text or "").partition(MARK_OF_COMMENTS)
        if is_ours or sign:
            text.text = "" if is_ours else before.removesuffix("\n")
            is_ours = True
            run = text.getparent()
            if not text.text and run is not None:
                detach(run)


def _cell_of(shape: str) -> str | None:
    """Return the cell that a box belongs to."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return str(xl_rowcol_to_cell(int(row[1]), int(column[1]))) if row and column else None


def _box(cell: str, text: str, number: int) -> str:
    """Return the box of a comment, large enough for its text."""
    row, column = xl_cell_to_rowcol(cell)
    lines = sum(len(line) // _CHARACTERS + 1 for line in text.split("\n")) + 1
    places = {"left": column + 1, "right": column + 1 + _WIDE, "top": max(row - 1, 0), "bottom": row + lines}
    return _BOX.format(number=number, height=lines * _LINE, row=row, column=column, **places)
