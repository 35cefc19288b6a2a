"""Read the sheets of a submission from the bytes of an .xlsx file, as filled cells.

Each part is read once, by one small reader over expat; the cells that were checked are the cells that are used. No
spreadsheet library takes part, no formula is calculated, no link, picture, macro or connection is followed. What is
not read (other sheets, comments, objects) is noted, so that it can be named. Parts that a submission does not need are
still scanned, so that nothing hostile stays in what is kept.
"""

import posixpath

from msgspec import Struct, field
from msgspec.structs import replace

from reportgen.diagnostics import Diagnostic, Literal, Place, diagnose, shown
from reportgen.files.container import relationships_of, target_of, unpack
from reportgen.files.reading import too_large
from reportgen.files.refusal import refuse
from reportgen.files.xml import Attributes, XmlPart
from reportgen.limits import (
    CONDITIONAL_AREAS,
    FILE_BYTES,
    SHEET_COLUMNS_READ,
    SHEET_ROWS_READ,
    SUGGESTIONS,
    TEXT_CHARACTERS,
)
from reportgen.model.cell_words import same_name
from reportgen.model.sheets import Sheet
from reportgen.project.beside import BESIDE, Beside, kind_of_program, read_beside
from reportgen.project.cells import Book, Rows, SheetScan
from reportgen.project.layout import SheetLayout, mark_conditional, read_layout
from reportgen.project.origin import WorkbookOrigin, read_origin, refuse_newer
from reportgen.project.rich import RunReader, Runs
from reportgen.project.styles import Styles
from reportgen.project.translated import plain_head

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_OTHER_MAINS = {
    "spreadsheetml.template.main": "a template of a workbook",
    "macroenabled": "a workbook with macros",
    "sheet.binary": "a binary workbook",
    "wordprocessingml": "a Word document",
    "presentationml": "a presentation",
}
_EXTRA_SHEETS = frozenset(map(same_name, ("Start here", "Instructions", "Help", "Lists", "Codes")))
"""Sheets beside those of a submission that workbooks are sent out with."""
_PLAIN_SHEETS = frozenset(map(same_name, Sheet)) | _EXTRA_SHEETS
_OF_A_SUBMISSION = (Sheet.ABOUT, Sheet.REPLIES, Sheet.INDICATORS)
"""The sheets by which a submission is known; a marked copy also has the sheet Problems."""


class SheetCells(Struct, frozen=True):
    """One sheet of a submission."""

    title: str
    """Its name as it stands on the tab."""
    rows: Rows
    layout: SheetLayout = field(default_factory=SheetLayout)
    """Merged ranges, and what is hidden."""


class OtherSheet(Struct, frozen=True):
    """A sheet that is not read; what it holds is looked at so that it can be named."""

    title: str
    rows: Rows
    is_hidden: bool = False
    kind: str = "sheet"
    is_whole: bool = True
    """Whether all of its filled cells were read."""


class Workbook(Struct):
    """The sheets of a submission that a workbook holds."""

    place: Place
    origin: WorkbookOrigin = field(default_factory=WorkbookOrigin)
    sheets: dict[Sheet, SheetCells] = {}
    others: list[OtherSheet] = []
    """Sheets that are not read and not empty."""
    beside: dict[str, list[Beside]] = {}
    """Comments and objects, by the titles of all sheets."""
    found: list[Diagnostic] = []

    def rows_by_title(self) -> dict[str, Rows]:
        """Return the cells of all sheets that were read as a whole."""
        others = {other.title: other.rows for other in self.others if other.is_whole}
        return others | {sheet.title: sheet.rows for sheet in self.sheets.values()}


class _Tab(Struct, frozen=True):
    """A sheet as the workbook lists it."""

    title: str
    relation: str
    is_hidden: bool


def read_workbook(data: bytes, name: str) -> Workbook:
    """Read the sheets of a submission from a workbook.

    Args:
        data: the bytes of the file.
        name: its path as the user would type it, for places.

    Raises:
        Refused: where it is no workbook, a damaged or hostile one, or no submission.
    """
    opened = _Opened(data, name)
    parts = opened.parts
    workbook = Workbook(opened.place, read_origin(parts.properties()))
    wanted = _choose(opened.listing.tabs, workbook)
    reader = _SheetReader(opened, workbook)
    for sheet, tab in wanted.items():
        reader.read(sheet, tab)
    chosen = set(wanted.values())
    for tab in [tab for tab in opened.listing.tabs if tab not in chosen]:
        reader.look_into(tab)
    parts.scan_others()
    refuse_newer(workbook.origin.version, workbook.place)
    return workbook


def read_every_sheet(data: bytes, name: str) -> list[SheetCells]:
    """Read the cells of all worksheets of any workbook, whatever it is for.

    Raises:
        Refused: where it is no workbook, or a damaged or hostile one.
    """
    opened = _Opened(data, name)
    parts = {tab.title: opened.worksheet(tab) for tab in opened.listing.tabs}
    return [SheetCells(title, SheetScan(part, opened.book).rows) for title, part in parts.items() if part is not None]


class _Opened:
    """A workbook whose container, list of sheets, texts and formats were read."""

    def __init__(self, data: bytes, name: str) -> None:
        self.place = Place(name)
        if len(data) > FILE_BYTES:
            raise too_large(self.place, len(data), FILE_BYTES)
        self.parts = parts = _Parts(unpack(data, self.place), self.place)
        self._main = main = parts.main()
        self.listing = _Listing(parts.take(main))
        self.relations = relations = parts.relations(main)
        styles = Styles(parts.related(relations, main, "styles"))
        self.book = Book(
            parts.strings(relations, main),
            styles,
            from_1904=self.listing.from_1904,
            is_uncalculated=self.listing.is_uncalculated,
            rounds_results=self.listing.rounds_results,
        )

    def target(self, tab: _Tab) -> tuple[str, str] | None:
        """Return the kind and the name of the part of a sheet, or None where there is no such part."""
        relation = self.relations.get(tab.relation)
        name = target_of(self._main, relation.target).casefold() if relation else ""
        return (relation.kind, name) if relation and self.parts.has(name) else None

    def worksheet(self, tab: _Tab) -> XmlPart | None:
        """Return the part of a sheet of cells, or None where it is of another kind or not there."""
        found = self.target(tab)
        if found is None or not found[0].endswith("/worksheet"):
            return None
        part = self.parts.take(found[1])
        return replace(part, place=Place(self.place.file, sheet=tab.title))


class _SheetReader:
    """Reads the sheets of one workbook into it."""

    def __init__(self, opened: _Opened, workbook: Workbook) -> None:
        self._opened, self._workbook = opened, workbook

    def read(self, sheet: Sheet, tab: _Tab) -> None:
        """Read a sheet of the submission."""
        place = self._workbook.place
        part = self._opened.worksheet(tab)
        if part is None:
            raise refuse("RG132", place, reason=Literal(f"its sheet “{shown(tab.title)}” is not there"))
        scan = SheetScan(part, self._opened.book)
        sheet_place = Place(place.file, sheet=tab.title)
        if scan.too_many:
            limit = SHEET_ROWS_READ if scan.too_many == "rows" else SHEET_COLUMNS_READ
            self._workbook.found.append(diagnose("RG145", sheet_place, limit=f"{limit:,}", what=scan.too_many))
        if not mark_conditional(scan.rows, scan.conditional):
            self._workbook.found.append(diagnose("RG238", sheet_place, limit=f"{CONDITIONAL_AREAS:,}"))
        layout = read_layout(part)
        self._workbook.sheets[sheet] = SheetCells(tab.title, scan.rows, layout)
        self._beside(tab, part.name, layout)

    def look_into(self, tab: _Tab) -> None:
        """See what a sheet that is not read holds."""
        part, found = self._opened.worksheet(tab), self._opened.target(tab)
        if part is None:
            kind = "chart sheet" if found and found[0].endswith("/chartsheet") else "sheet"
            self._workbook.others.append(OtherSheet(tab.title, {}, tab.is_hidden, kind))
            return
        scan = SheetScan(part, self._opened.book)
        if scan.rows:
            other = OtherSheet(tab.title, scan.rows, tab.is_hidden, is_whole=not scan.too_many)
            self._workbook.others.append(other)
        self._beside(tab, part.name, read_layout(part))

    def _beside(self, tab: _Tab, name: str, layout: SheetLayout) -> None:
        beside = [Beside(kind_of_program(program), at) for program, at in layout.embedded]
        parts = self._opened.parts
        for relation in parts.relations(name).values():
            kind = relation.kind.rpartition("/")[2].casefold()
            target = target_of(name, relation.target).casefold()
            if kind == "image":
                beside.append(Beside("a picture behind the cells"))
            elif kind in BESIDE and parts.has(target):
                beside += read_beside(kind, parts.take(target))
        self._workbook.beside[tab.title] = beside


def _plain_name(title: str) -> str:
    """Return the name of a tab as it is compared, in English where it is that of a sheet in another language."""
    name = same_name(title)
    return name if name in _PLAIN_SHEETS else same_name(plain_head(title) or title)


def _choose(tabs: list[_Tab], workbook: Workbook) -> dict[Sheet, _Tab]:
    """Return the tabs of a submission; what is missing or doubled is said."""
    by_name: dict[str, list[_Tab]] = {}
    for tab in tabs:
        by_name.setdefault(_plain_name(tab.title), []).append(tab)
    titles = Literal(", ".join(f"“{shown(tab.title)}”" for tab in tabs[:SUGGESTIONS]) or "none")
    wanted = {sheet: by_name[same_name(sheet)] for sheet in Sheet if same_name(sheet) in by_name}
    if not wanted.keys() - {Sheet.PROBLEMS}:
        raise refuse("RG141", workbook.place, found=titles)
    file = workbook.place.file
    for sheet, named in wanted.items():
        if len(named) > 1:
            raise refuse("RG132", workbook.place, reason=f"two of its sheets are named “{sheet}”")
        if named[0].is_hidden:
            workbook.found.append(diagnose("RG146", Place(file, sheet=named[0].title)))
    others = by_name.keys() - {same_name(sheet) for sheet in Sheet} - _EXTRA_SHEETS
    for sheet in _OF_A_SUBMISSION:
        is_needed = sheet is Sheet.ABOUT or others or not wanted.keys() & {Sheet.REPLIES, Sheet.INDICATORS}
        if sheet not in wanted and is_needed:
            workbook.found.append(diagnose("RG140", workbook.place, sheet=sheet, found=titles))
    return {sheet: named[0] for sheet, named in wanted.items()}


class _Relation(Struct, frozen=True):
    """Where a part points to."""

    kind: str
    target: str


class _Parts:
    """The parts of a workbook, and which of them were read."""

    def __init__(self, parts: dict[str, bytes], place: Place) -> None:
        self._parts, self._place = parts, place
        self._taken: set[str] = set()

    def take(self, name: str) -> XmlPart:
        """Return a part that is to be read."""
        data = self._parts.get(name)
        if data is None:
            missing = XmlPart(b"", name, self._place)
            raise refuse("RG132", self._place, reason=Literal(f"{missing.words} cannot be found in it"))
        self._taken.add(name)
        return XmlPart(data, name, self._place)

    def has(self, name: str) -> bool:
        """Return whether there is a part of a name."""
        return name in self._parts

    def scan_others(self) -> None:
        """Look through the parts that nobody needed."""
        for name in self._parts.keys() - self._taken:
            XmlPart(self._parts[name], name, self._place).scan()

    def main(self) -> str:
        """Return the name of the workbook's main part."""
        kinds = _content_types(self.take("[content_types].xml"))
        for relation in self.relations("").values():
            if relation.kind.endswith("/officeDocument"):
                name = target_of("", relation.target).casefold()
                self._expect_main(kinds.get(name) or kinds.get(posixpath.splitext(name)[1], ""))
                return name
        raise refuse("RG131", self._place, kind="a zipped file")

    def _expect_main(self, content_type: str) -> None:
        if content_type == _MAIN:
            return
        lowered = content_type.casefold()
        kind = next((words for sign, words in _OTHER_MAINS.items() if sign in lowered), "a zipped file")
        raise refuse("RG131", self._place, kind=kind)

    def relations(self, name: str) -> dict[str, _Relation]:
        """Return where a part points to within the workbook, by its identifiers; the empty name is the whole."""
        own = relationships_of(name)
        if name and own not in self._parts:
            return {}
        if not name and own not in self._parts:
            raise refuse("RG131", self._place, kind="a zipped file")
        found: dict[str, _Relation] = {}

        def opened(element: str, attributes: Attributes) -> None:
            if element == "Relationship" and attributes.get("TargetMode") != "External":
                relation = _Relation(attributes.get("Type", ""), attributes.get("Target", ""))
                found[attributes.get("Id", "")] = relation

        self.take(own).scan(opened)
        return found

    def related(self, relations: dict[str, _Relation], main: str, kind: str, *, needed: bool = True) -> XmlPart | None:
        """Return the part of a kind that the main part points to, if there is one.

        Args:
            relations: where the main part points to.
            main: its name.
            kind: the last word of the relation's type.
            needed: whether the workbook is damaged where the part is pointed to and not there.
        """
        for relation in relations.values():
            name = target_of(main, relation.target).casefold()
            if relation.kind.endswith(f"/{kind}") and (needed or name in self._parts):
                return self.take(name)
        return None

    def properties(self) -> XmlPart | None:
        """Return the part of the document properties that programs add, if there is one."""
        return self.related(self.relations(""), "", "custom-properties", needed=False)

    def strings(self, relations: dict[str, _Relation], main: str) -> list[Runs]:
        """Return the texts that cells share."""
        part = self.related(relations, main, "sharedStrings")
        return _Strings(part).texts if part else []


def _content_types(part: XmlPart) -> dict[str, str]:
    """Return content types by the names of parts."""
    kinds: dict[str, str] = {}

    def opened(element: str, attributes: Attributes) -> None:
        if element == "Override":
            kinds[attributes.get("PartName", "").lstrip("/").casefold()] = attributes.get("ContentType", "")
        elif element == "Default":
            kinds["." + attributes.get("Extension", "").casefold()] = attributes.get("ContentType", "")

    part.scan(opened)
    return kinds


class _Listing:
    """The main part: which sheets there are."""

    def __init__(self, part: XmlPart) -> None:
        self.tabs: list[_Tab] = []
        self.from_1904 = False
        self.is_uncalculated = self.rounds_results = False
        part.scan(self._opened)

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.tabs.append(_Tab(attributes.get("name", ""), relation, hidden))
        elif local == "workbookPr" and "date1904" in attributes:  # Excel adds one of another namespace, without it
            self.from_1904 = attributes.get("date1904") in {"1", "true"}
        elif local == "calcPr":
            self.is_uncalculated = attributes.get("fullCalcOnLoad") in {"1", "true"}
            self.rounds_results = attributes.get("fullPrecision") in {"0", "false"}


class _Strings:
    """The part of shared texts: each is one run or several."""

    def __init__(self, part: XmlPart) -> None:
        self.texts: list[Runs] = []
        self._reader = RunReader()
        self._length = 0
        self._part = part
        part.scan(self._opened, self._closed, self._text)

    def _opened(self, local: str, attributes: Attributes) -> None:
        if local == "si":
            self._reader.clear()
            self._length = 0
        else:
            self._reader.opened(local, attributes)

    def _closed(self, local: str) -> None:
        if local == "si":
            self.texts.append(self._reader.runs)
        else:
            self._reader.closed(local)

    def _text(self, text: str) -> None:
        self._length += self._reader.text(text)
        if self._length > TEXT_CHARACTERS:
            raise self._part.too_much(f"a text of more than {TEXT_CHARACTERS:,} characters")
