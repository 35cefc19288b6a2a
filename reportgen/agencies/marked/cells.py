"""The marks of one sheet: a conditional format a cell, which holds only while the cell is what it was."""

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from reportgen.agencies.form.formulas import quoted
from reportgen.agencies.marked.package import Element, WorkbookPackage
from reportgen.agencies.marked.styles import MarkStyles
from reportgen.agencies.problems import Problem

_SIGN = "reportgen"
"""Stands in the formula of each of our marks, so that they are known again."""
_CORRECTED = f"{_SIGN}: corrected"
"""The same for cells that were corrected."""
_BEFORE_FORMATS = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells"),
    "phoneticPr",
)
_BEFORE_DRAWING = (
    *(
        *_BEFORE_FORMATS,
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
    ),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing"),
)
"""What stands before in a sheet (ECMA-376 Part 1, 18.3.1.99)."""
_QUOTED = 200
"""Longer texts are told by their length: a formula may hold 255 characters of text."""
_EXACT_DIGITS = 15
"""A formula keeps so many digits of a number."""


class SheetMarks:
    """One sheet whose marks are changed."""

    def __init__(self, package: WorkbookPackage, name: str, strings: Sequence[str]) -> None:
        self._package, self.name, self._strings = package, name, strings
        self._root: Element | None = None
        self._is_changed = False

    @property
    def root(self) -> Element:
        """The sheet, read when it is first needed."""
        if self._root is None:
            self._root = self._package.root_of(self.name)
        return self._root

    def write(self) -> None:
        """Write the sheet, where it changed."""
        if self._is_changed:
            self._package.write_root(self.name, self.root)

    def mark(self, title: str, problems: Mapping[str, Sequence[Problem]], looks: MarkStyles) -> dict[str, str]:
        """Take the marks of an earlier copy out, and mark these cells.

        Args:
            title: the name of the sheet.
            problems: by cell.
            looks: of the marks.

        Returns:
            By cell, a condition for other sheets that holds while the cell is what it is now.
        """
        if _SIGN.encode() in self._package.read(self.name):
            self._take_out()
        if not problems:
            return {}
        cells = {cell.get("r"): cell for cell in self.root.iter(self._package.tag("c"))}
        errors = {cell for cell, found in problems.items() if any(problem.is_error for problem in found)}
        self.lay_over(
            (cell, self._still(cell, cells.get(cell)), looks.error if cell in errors else looks.question)
            for cell in problems
        )
        sheet = title.replace("'", "''")
        return {cell: self._still(f"'{sheet}'!{cell}", cells.get(cell)) for cell in problems}

    def mark_corrected(self, cells: Sequence[str], looks: MarkStyles) -> None:
        """Mark cells that were corrected, beside all other marks; feedback leaves these marks."""
        known = {cell.get("r"): cell for cell in self.root.iter(self._package.tag("c"))}
        self.lay_over(((cell, self._still(cell, known.get(cell)), looks.corrected) for cell in cells), _CORRECTED)

    def lay_over(self, rules: Iterable[tuple[str, str, int]], sign: str = _SIGN) -> None:
        """Add conditional formats: the cells, the condition, and the number of the look of each; a sign tells whose."""
        self._is_changed = True
        tag, added = self._package.tag, list(rules)
        for rule in self.root.iter(tag("cfRule")):  # ours come first, and the others keep their order
            rule.set("priority", str(int(rule.get("priority") or 1) + len(added)))
        for priority, (cells, condition, look) in reversed([*enumerate(added, 1)]):
            formats = etree.Element(tag("conditionalFormatting"), sqref=cells)
            rule = etree.SubElement(
                formats, tag("cfRule"), type="expression", dxfId=str(look), priority=str(priority), stopIfTrue="1"
            )
            formula = etree.SubElement(rule, tag("formula"))
            formula.text = f'AND("{sign}"<>"",{condition})'
            insert(self.root, formats, _BEFORE_FORMATS)  # LibreOffice keeps to this order, Excel to the priorities

    def change(self, cell: str, formula: str, value: str | None) -> None:
        """Put a formula of text into a cell in the place of its own.

        Args:
            cell: its place; it has a formula.
            formula: the new one.
            value: what it gives now; None: that is not known.
        """
        tag = self._package.tag
        found = next(element for element in self.root.iter(tag("c")) if element.get("r") == cell)
        written, shown = found.find(tag("f")), found.find(tag("v"))
        if written is None:
            return
        self._is_changed = True
        written.text = formula
        if value is not None:
            shown = etree.SubElement(found, tag("v")) if shown is None else shown
            found.set("t", "str")
            shown.text = value
        elif shown is not None:
            found.remove(shown)

    def formula_of(self, cell: str) -> str | None:
        """Return the formula of a cell; None where it has none."""
        tag = self._package.tag
        found = next((element for element in self.root.iter(tag("c")) if element.get("r") == cell), None)
        return None if found is None else found.findtext(tag("f"))

    def _take_out(self) -> None:
        self._is_changed = True
        tag = self._package.tag
        for formats in list(self.root.iter(tag("conditionalFormatting"))):
            for rule in list(formats):
                if any(f'"{_SIGN}"' in (formula.text or "") for formula in rule.iter(tag("formula"))):
                    formats.remove(rule)
            if not len(formats.findall(tag("cfRule"))):
                self.root.remove(formats)

    def _still(self, where: str, cell: Element | None) -> str:
        """Return a condition that holds while a cell is what it is now."""
        tag = self._package.tag
        written = None if cell is None else cell.findtext(tag("v"))
        kind = "n" if cell is None else cell.get("t", "n")
        if cell is not None and kind == "inlineStr":
            written = "".join(str(text.text or "") for text in cell.iter(tag("t")))
        if not written:
            return f"ISBLANK({where})" if cell is None or cell.find(tag("f")) is None else "TRUE"
        match kind:
            case "e":
                return f"ISERROR({where})"
            case "b":
                return f"{where}={'TRUE' if written == '1' else 'FALSE'}"
            case "n" if sum(map(str.isdigit, written)) <= _EXACT_DIGITS:
                return f"{where}={written}"
            case "s":
                return _same_text(where, self._strings[int(written)])
            case "str" | "inlineStr":
                return _same_text(where, written)
            case _:
                return "TRUE"

    def draw(self, relation: str) -> None:
        """Point to the drawing of the comments, where the sheet does not yet."""
        self._is_changed = True
        drawing = etree.Element(self._package.tag("legacyDrawing"))
        drawing.set(self._package.id_attribute(), relation)
        insert(self.root, drawing, _BEFORE_DRAWING)


def _same_text(where: str, text: str) -> str:
    """Return a condition on a text; long ones, and those of several lines, are told by their length."""
    if len(text) <= _QUOTED and text.isprintable() and "_x" not in text:
        return f"EXACT({where},{quoted(text)})"
    return f"LEN({where})={len(text.encode('utf-16-le')) // 2}"


def insert(root: Element, element: Element, before: Sequence[str]) -> None:
    """Put an element into a sheet, after those that must stand before it.

    Args:
        root: of the sheet.
        element: the new one.
        before: names of the elements that must stand before it.
    """
    index = max((place + 1 for place, child in enumerate(root) if etree.QName(child).localname in before), default=0)
    root.insert(index, element)
