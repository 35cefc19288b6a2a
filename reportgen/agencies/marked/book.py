"""The list of sheets of a workbook: where they stand, and how a new one is put before them."""

from collections.abc import Iterator

from lxml import etree

from reportgen.agencies.marked.package import Element, WorkbookPackage, drop
from reportgen.model.cell_words import same_name
from reportgen.model.sheets import READING_SHEET, AnswerColumn, ReadingColumn, Sheet
from reportgen.writers.docx.oxml import detach

_HEADS = {
    same_name(Sheet.PROBLEMS): {AnswerColumn.CODE.value, AnswerColumn.ANSWER.value},
    same_name(READING_SHEET): {ReadingColumn.READING.value},
}
"""Heads by which the sheets of a marked copy are known again, by their names."""
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


class Sheets:
    """The sheets of a workbook; the list of an earlier marked copy is taken out at once, unless it is to be kept."""

    def __init__(self, package: WorkbookPackage, *, keeps_list: bool = False) -> None:
        self._package = package
        self._root = package.root_of(package.main)
        self._targets = {
            relation.id: relation.target for relation in package.relations(package.main) if relation.kind == "worksheet"
        }
        self.styles = package.related(package.main, "styles")
        self.strings = _strings(package)
        for sheet in list(self._list()):
            if not keeps_list and self._is_ours(sheet):
                self._take_out(sheet)

    def _list(self) -> Element:
        found = self._root.find(self._package.tag("sheets"))
        if found is None:
            raise ValueError("a workbook that intake has read has a list of sheets")
        return found

    def worksheets(self) -> Iterator[tuple[str, str]]:
        """Yield the title of each sheet of cells, and the name of its part."""
        for sheet in self._list():
            target = self._target(sheet)
            if target is not None:
                yield str(sheet.get("name")), target

    def _target(self, sheet: Element) -> str | None:
        return self._targets.get(str(sheet.get(self._package.id_attribute())))

    def _is_ours(self, sheet: Element) -> bool:
        """Return whether a sheet is one that an earlier copy began with: it has its name, and its heads."""
        target = self._target(sheet)
        heads = _HEADS.get(same_name(str(sheet.get("name"))))
        return target is not None and heads is not None and heads <= {text.strip() for text in self._texts(target)}

    def _texts(self, name: str) -> Iterator[str]:
        """Yield all texts of a sheet."""
        tag = self._package.tag
        for cell in self._package.root_of(name).iter(tag("c")):
            if cell.get("t") == "s":
                index = cell.findtext(tag("v"), "")
                yield self.strings[int(index)] if index.isdecimal() and int(index) < len(self.strings) else ""
            else:
                yield "".join(str(text.text or "") for text in cell.iter(tag("t")))

    def _take_out(self, sheet: Element) -> None:
        target = self._target(sheet)
        index = self._list().index(sheet)
        self._list().remove(sheet)
        for name in list(self._root.iter(self._package.tag("definedName"))):
            where = name.get("localSheetId")
            if where is not None and int(where) == index:
                detach(name)
            elif where is not None and int(where) > index:
                name.set("localSheetId", str(int(where) - 1))
        if target is not None:
            self._package.unrelate(self._package.main, target)
            self._package.remove(target)
        self._write()

    def put_first(self, title: str, content: bytes) -> None:
        """Put a sheet before all others, and show it when the workbook is opened."""
        package = self._package
        for _, name in self.worksheets():
            _deselect(package, name)
        name = package.free_name("xl/worksheets/problems{}.xml")
        package.write(name, content)
        package.declare(name, _SHEET_TYPE)
        relation = package.relate(package.main, "worksheet", name)
        used = {int(str(sheet.get("sheetId"))) for sheet in self._list()}
        sheet = etree.Element(package.tag("sheet"), name=title, sheetId=str(max(used, default=0) + 1))
        sheet.set(package.id_attribute(), relation)
        self._list().insert(0, sheet)
        for defined in self._root.iter(package.tag("definedName")):
            where = defined.get("localSheetId")
            if where is not None:
                defined.set("localSheetId", str(int(where) + 1))
        for view in self._root.iter(package.tag("workbookView")):
            drop(view, "firstSheet", "activeTab")
        self._write()

    def recalculate(self) -> None:
        """Let the workbook be calculated when it is opened: formulas of ours may have new values."""
        tag = self._package.tag
        found = self._root.find(tag("calcPr"))
        if found is None:
            before = {tag(name) for name in ("sheets", "functionGroups", "externalReferences", "definedNames")}
            place = max(place for place, child in enumerate(self._root) if child.tag in before)
            found = etree.Element(tag("calcPr"))
            self._root.insert(place + 1, found)
        found.set("fullCalcOnLoad", "1")
        self._write()

    def free_title(self, wanted: str) -> str:
        """Return a title, or with a number where the agency has a sheet of that name itself."""
        taken = {same_name(title) for title, _ in self.worksheets()}
        titles = [str(wanted), *(f"{wanted} {number}" for number in range(2, len(taken) + 3))]
        return next(title for title in titles if same_name(title) not in taken)

    def _write(self) -> None:
        self._package.write_root(self._package.main, self._root)


def _deselect(package: WorkbookPackage, name: str) -> None:
    """Select a sheet no more: those selected together change together when somebody types into the first one."""
    if b"tabSelected" not in package.read(name):
        return
    root = package.root_of(name)
    for view in root.iter(package.tag("sheetView")):
        drop(view, "tabSelected")
    package.write_root(name, root)


def _strings(package: WorkbookPackage) -> list[str]:
    """Return the texts that cells share."""
    name = package.related(package.main, "sharedStrings")
    if name is None or not package.has(name):
        return []
    tag = package.tag
    return [
        "".join(
            str(text.text or "")
            for text in item.iter(tag("t"))
            if not any(holder.tag == tag("rPh") for holder in text.iterancestors())
        )
        for item in package.root_of(name).iterfind(tag("si"))
    ]
