"""Comments on marked cells: what is wrong and what to do, beside the comments that the workbook has already.

Two parts belong together: one holds the texts (ECMA-376 Part 1, 18.7), the other draws a box for each (VML, Part 4,
19.1). Boxes are added and taken out as text, for programs write VML that is no well-formed XML.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from reportgen.agencies.marked.cells import SheetMarks
from reportgen.agencies.marked.package import Element, Package, new_root
from reportgen.agencies.marked.problem import Problem
from reportgen.document.labels import capitals, capitals_position
from reportgen.model.form_texts import ProblemTexts
from reportgen.model.sheets import MARK_OF_COMMENTS
from reportgen.regex import regex

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


class Notes:
    """The comments of one sheet."""

    def __init__(self, package: Package, sheet: str, marks: SheetMarks) -> None:
        self._package, self._sheet, self._marks = package, sheet, marks
        self._name = package.related(sheet, "comments")
        self._drawing = package.related(sheet, "vmlDrawing")

    def write(self, problems: Mapping[str, Sequence[Problem]], texts: ProblemTexts) -> None:
        """Take the comments of an earlier copy out, and write these.

        Args:
            problems: by cell.
            texts: the words around them.
        """
        is_marked = self._name is not None and MARK_OF_COMMENTS.encode() in self._package.read(self._name)
        if not problems and not is_marked:
            return
        root = self._root()
        gone = self._take_out(root)
        listing = root.find(self._package.tag("commentList"))
        if listing is None:
            listing = etree.SubElement(root, self._package.tag("commentList"))
        known = {str(one.get("ref")): one for one in listing}
        boxes = []
        for cell, found in problems.items():
            text = _text(found, texts)
            if cell in known:
                self._append(known[cell], f"\n{MARK_OF_COMMENTS}\n{text}")
            else:
                listing.append(self._comment(root, cell, f"{MARK_OF_COMMENTS}\n{text}"))
                boxes.append((cell, text))
        self._write(root, gone, boxes)

    def _root(self) -> Element:
        tag = self._package.tag
        if self._name is not None and self._package.has(self._name):
            return self._package.root_of(self._name)
        root = new_root("comments", self._package.namespace)
        etree.SubElement(root, tag("authors"))
        return root

    def _take_out(self, root: Element) -> set[str]:
        """Take out what an earlier copy added; the cells whose comment is gone."""
        tag = self._package.tag
        gone = set()
        for comment in list(root.iter(tag("comment"))):
            _cut(comment, tag("t"))
            parent = comment.getparent()
            if parent is not None and not any(text.text for text in comment.iter(tag("t"))):
                gone.add(str(comment.get("ref")))
                parent.remove(comment)
        return gone

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
        tag = self._package.tag
        holder = comment.find(tag("text"))
        if holder is None:
            holder = etree.SubElement(comment, tag("text"))
        run = etree.SubElement(holder, tag("r"))
        properties = etree.SubElement(run, tag("rPr"))
        etree.SubElement(properties, tag("sz"), val="9")
        etree.SubElement(properties, tag("rFont"), val="Tahoma")
        written = etree.SubElement(run, tag("t"))
        written.text = text
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

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


def _text(problems: Sequence[Problem], texts: ProblemTexts) -> str:
    """What a comment says: each problem, and what to do about it."""

    def lines() -> Iterator[str]:
        for problem in problems:
            label = texts.wrong if problem.is_error else texts.question
            yield f"{label}: {problem.message}\n{texts.action}: {problem.hint}"

    return "\n\n".join(lines())


def _cut(comment: Element, tag: str) -> None:
    """Take what an earlier copy added to somebody's comment out of it again."""
    is_ours = False
    for text in list(comment.iter(tag)):
        before, sign, _ = (text.text or "").partition(MARK_OF_COMMENTS)
        if is_ours or sign:
            text.text = "" if is_ours else before.removesuffix("\n")
            is_ours = True
            run = text.getparent()
            if not text.text and run is not None and run.getparent() is not None:
                run.getparent().remove(run)  # type: ignore[union-attr] # it was just looked at


def _cell_of(shape: str) -> str | None:
    """The cell that a box belongs to."""
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return f"{capitals(int(column[1]) + 1)}{int(row[1]) + 1}" if row and column else None


def _box(cell: str, text: str, number: int) -> str:
    """The box of a comment, large enough for its text."""
    letters = cell.rstrip("0123456789")
    row, column = int(cell[len(letters) :]) - 1, capitals_position(letters) - 1
    lines = sum(len(line) // _CHARACTERS + 1 for line in text.split("\n")) + 1
    places = {"left": column + 1, "right": column + 1 + _WIDE, "top": max(row - 1, 0), "bottom": row + lines}
    return _BOX.format(number=number, height=lines * _LINE, row=row, column=column, **places)
