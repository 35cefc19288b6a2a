"""Corrections in a copy of a workbook: some characters of a cell change, and a note on the cell keeps the old text.

Everything else of the copy stays as it came. The copy is read again, and must hold exactly what the workbook held, with
the corrected texts: a correction that would break it is left out and named.
"""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from lxml import etree
from msgspec import Struct

from reportgen.agencies.marked.book import Sheets
from reportgen.agencies.marked.cells import SheetMarks
from reportgen.agencies.marked.notes import SheetComments
from reportgen.agencies.marked.package import Element, WorkbookPackage
from reportgen.agencies.marked.styles import add_styles
from reportgen.diagnostics import Severity
from reportgen.model import Submission
from reportgen.project import ReadSubmission, read_submission
from reportgen.project.corrections import CellCorrection

_NAME = "corrected.xlsx"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class CorrectedWorkbook(Struct, frozen=True):
    """A copy of a workbook with corrections."""

    data: bytes
    done: tuple[CellCorrection, ...]
    refused: tuple[CellCorrection, ...]
    """What is not in it: the cell holds more than the text, or would not have been read as it is meant."""


def correct_workbook(data: bytes, corrections: Iterable[CellCorrection], note: str) -> CorrectedWorkbook:
    """Return a copy of a workbook with corrections, each marked and with the old text in a note.

    Args:
        data: the bytes of a workbook that was read without an error.
        corrections: at most one a cell.
        note: the words before the old text.
    """
    wanted, before = list(corrections), read_submission(data, _NAME)
    try:
        book = _Book(data)
        done = [one for one in wanted if book.text(one) is not None and not _moves_answer(one, wanted, before)]
        if not _is_right(data, before, done, note):
            possible, done = done, []
            for one in possible:
                done += [one] if _is_right(data, before, [*done, one], note) else []
        refused = tuple(correction for correction in wanted if correction not in done)
        return CorrectedWorkbook(_written(data, before, done, note) if done else data, tuple(done), refused)
    except (ValueError, etree.LxmlError, zipfile.BadZipFile):
        return CorrectedWorkbook(data, (), tuple(wanted))


def note_edits(data: bytes, cells: Mapping[str, Mapping[str, str]]) -> bytes | None:
    """Return a copy of a workbook in which cells are marked that a person has edited, with notes.

    Args:
        data: the bytes of a workbook that was read without an error.
        cells: by sheet and cell, the note.

    Returns:
        None where nothing can be added to the workbook, or where it would be read otherwise with the notes.
    """
    try:
        book = _Book(data)
        for sheet, notes in cells.items():
            book.note(sheet, notes)
        copy = book.package.zipped()
    except (ValueError, KeyError, etree.LxmlError, zipfile.BadZipFile):
        return None
    return copy if read_submission(copy, _NAME).submission == read_submission(data, _NAME).submission else None


def _moves_answer(correction: CellCorrection, others: Iterable[CellCorrection], before: ReadSubmission) -> bool:
    """Return whether a paragraph leaves its cell for another one, but not what it answers, which stands beside it."""
    gone = _emptied(before, [correction])
    if before.submission is None or not any(before.submission.replies[number].answers for number in gone):
        return False
    return any(correction.old.strip() in other.new for other in others)


def _emptied(read: ReadSubmission, corrections: Iterable[CellCorrection]) -> list[int]:
    """Return the replies whose cells are empty after some corrections."""
    empty = {(one.sheet, one.cell) for one in corrections if not one.new.strip()}
    replies = range(len(read.submission.replies) if read.submission and empty else 0)
    places = ((number, read.places.exact(("replies", number, "text"))) for number in replies)
    return [number for number, place in places if place is not None and (place.sheet, place.cell) in empty]


def _written(data: bytes, before: ReadSubmission, corrections: Sequence[CellCorrection], note: str) -> bytes:
    """Return the copy with some corrections; where a text is gone, so is what it answered."""
    book = _Book(data)
    for number in _emptied(before, corrections):
        answers = before.places.exact(("replies", number, "answers"))
        if answers is not None and answers.sheet is not None and answers.cell is not None:
            book.clear(answers.sheet, answers.cell)
    by_sheet: defaultdict[str, list[CellCorrection]] = defaultdict(list)
    for correction in corrections:
        by_sheet[correction.sheet].append(correction)
    for sheet, own in by_sheet.items():
        book.correct(sheet, own, note)
    return book.package.zipped()


class _Book:
    """A workbook whose cells are corrected."""

    def __init__(self, data: bytes) -> None:
        self.package = WorkbookPackage(data)
        self._sheets = Sheets(self.package, keeps_list=True)
        self._names = dict(self._sheets.worksheets())
        self._strings = self._shared()
        self._marks: dict[str, SheetMarks] = {}
        self._cells: dict[str, Mapping[str, Element]] = {}

    def _shared(self) -> list[Element]:
        name = self.package.related(self.package.main, "sharedStrings")
        return list(self.package.root_of(name)) if name and self.package.has(name) else []

    def marks(self, sheet: str) -> SheetMarks:
        """Return a sheet by its title."""
        if sheet not in self._marks:
            self._marks[sheet] = SheetMarks(self.package, self._names[sheet], self._sheets.strings)
        return self._marks[sheet]

    def _cell(self, sheet: str, name: str) -> Element | None:
        if sheet not in self._names:
            return None
        if sheet not in self._cells:
            cells = self.marks(sheet).root.iter(self.package.tag("c"))
            self._cells[sheet] = {str(cell.get("r")): cell for cell in cells}
        return self._cells[sheet].get(name)

    def text(self, correction: CellCorrection) -> Element | None:
        """Return the corrected text of a cell as an element; None where the cell does not hold just that text."""
        tag, cell = self.package.tag, self._cell(correction.sheet, correction.cell)
        if cell is None or cell.find(tag("f")) is not None:
            return None
        if cell.get("t") == "s":
            number = cell.findtext(tag("v"), "")
            source = self._strings[int(number)] if number.isdecimal() and int(number) < len(self._strings) else None
        else:
            source = cell.find(tag("is"))
        if source is None:
            return None
        copy = etree.Element(tag("is"))
        copy.extend([etree.fromstring(etree.tostring(child)) for child in source if child.tag in {tag("t"), tag("r")}])
        return copy if _changed(list(copy.iter(tag("t"))), correction) else None

    def correct(self, sheet: str, corrections: Sequence[CellCorrection], note: str) -> None:
        """Correct cells of a sheet, mark them, and write what they held into notes."""
        for correction in corrections:
            cell, text = self._cell(sheet, correction.cell), self.text(correction)
            if cell is not None and text is not None:
                cell[:] = [text]
                cell.set("t", "inlineStr")
        self.note(sheet, {one.cell: f"{note}\n{one.old}" for one in corrections})

    def clear(self, sheet: str, cell: str) -> None:
        """Take out what a cell holds."""
        found = self._cell(sheet, cell)
        if found is not None:
            found.attrib.pop("t", "")
            del found[:]

    def note(self, sheet: str, notes: Mapping[str, str]) -> None:
        """Mark cells of a sheet as corrected, each with a note."""
        marks = self.marks(sheet)
        marks.mark_corrected(list(notes), add_styles(self.package, self._sheets.styles))
        SheetComments(self.package, marks.name, marks).keep_old(notes)
        marks.write()


def _changed(texts: Sequence[Element], correction: CellCorrection) -> bool:
    """Make the changes of a correction in the runs of a cell; return False where the cell holds another text."""
    written = [text.text or "" for text in texts]
    whole = "".join(written)
    if whole.count(correction.old) != 1:
        return False
    offset = whole.index(correction.old)
    for change in sorted(correction.changes, key=lambda change: change.span, reverse=True):
        _replace(written, offset + change.span.start, offset + change.span.end, change.new)
    for text, new in zip(texts, written, strict=True):
        text.text = new
        text.set(_SPACE, "preserve")
    return True


def _replace(written: list[str], start: int, end: int, new: str) -> None:
    """Replace characters of runs that stand one after another; the new ones take the looks of the first of them."""
    ends = list(accumulate(map(len, written)))
    first = next((place for place, stop in enumerate(ends) if start < stop), len(written) - 1)
    for place, (run, stop) in enumerate(zip(list(written), ends, strict=True)):
        low, high = (min(max(at - stop + len(run), 0), len(run)) for at in (start, end))
        written[place] = run[:low] + (new if place == first else "") + run[high:]


def _is_right(data: bytes, before: ReadSubmission, corrections: Sequence[CellCorrection], note: str) -> bool:
    """Return whether the copy with some corrections holds what the workbook held, but for these."""
    if not corrections:
        return True
    from reportgen.project.second import read_again  # only a corrected workbook needs openpyxl

    copy = _written(data, before, corrections, note)
    after = read_submission(copy, _NAME)
    if before.submission is None or after.submission is None or _weighty(after) != _weighty(before):
        return False
    told = {diagnostic.code for diagnostic in read_again(copy, _NAME)} - {
        diagnostic.code for diagnostic in read_again(data, _NAME)
    }
    gone = _emptied(before, corrections)
    kept = [reply for number, reply in enumerate(before.submission.replies) if number not in gone]
    rest = before.submission.model_copy(update={"replies": tuple(kept)})
    changes = set(_differences(_plain(rest), _plain(after.submission)))
    return not told and changes == {(one.old.strip(), one.new.strip()) for one in corrections if one.new.strip()}


def _weighty(read: ReadSubmission) -> list[tuple[str, object]]:
    """Return what was said of a workbook, but for remarks."""
    return [
        (diagnostic.code, diagnostic.place)
        for diagnostic in read.diagnostics
        if diagnostic.severity is not Severity.INFO
    ]


def _plain(submission: Submission) -> dict[str, object]:
    return submission.model_dump(warnings=False)  # frozen mappings are no dicts, and are written as such


def _differences(old: object, new: object) -> Iterator[tuple[str, str | None]]:
    """Yield the values that differ, old and new; a list of another length is one value."""
    if isinstance(old, Mapping) and isinstance(new, Mapping) and list(old) == list(new):
        for name in old:
            yield from _differences(old[name], new[name])
    elif isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)) and len(old) == len(new):
        for one, other in zip(old, new, strict=True):
            yield from _differences(one, other)
    elif old != new:
        yield (old, new) if isinstance(old, str) and isinstance(new, str) else (repr(old), None)
