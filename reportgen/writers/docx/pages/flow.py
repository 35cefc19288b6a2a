"""How boxes flow over pages: boxes in the order of the text come in, the page on which each begins goes out.

Rules, as Word keeps them: the larger of two spaces between boxes counts; space at the head of a page that the text
flowed over to is left out; a paragraph leaves two lines at least on a page and takes two at least to the next; a box
that is kept with the next one moves with it; a line stands on the page where its notes begin, of which the last one may
go on at the foot of the next page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.writers.docx.pages.engine import Engine

NOTE_LINE = 220
"""The height of a line of a note: that of the style "footnote text"."""
FEWEST = 2
"""Lines of a paragraph that stand together at the foot and at the head of a page (17.3.1.44)."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page, in twips."""

    height: int
    """What text and notes may take."""
    width: int = 0
    top: int = 0
    """The margin above."""


@dataclass(slots=True)
class Box:
    """A paragraph, or a row of a table, as what it takes on the page."""

    lines: int
    line: int
    """The height of each line."""
    before: int = 0
    after: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    notes: tuple[tuple[int, int], ...] = ()
    """The line of each note and the note's height."""
    key: str | None = None
    head: int = 0
    """The height of the heads that stand again above a row which begins a page."""
    sheet: Sheet | None = None
    """Where the box begins a page of another kind, or of the same kind anew."""

    @property
    def height(self) -> int:
        """All its lines."""
        return self.lines * self.line

    @property
    def least(self) -> int:
        """The lines that must stand on the page where it begins."""
        return self.lines if self.keep_lines or self.lines < FEWEST * 2 else FEWEST


def place_on_pages(boxes: Sequence[Box], sheet: Sheet, taken: int, engine: Engine) -> Iterator[tuple[str, int]]:
    """The key of each box that has one, and its page, counted from 1.

    Args:
        boxes: in the order of the text.
        sheet: the first page.
        taken: what stands at the head of the first page already.
        engine: whose pages they are.
    """
    pages = _Pages(sheet, taken, engine)
    index = 0
    while index < len(boxes):
        end = _chain(boxes, index)
        if boxes[index].sheet is not None:
            pages.turn(boxes[index].sheet)
        elif not pages.holds(boxes[index:end]):
            pages.turn()
        for box in boxes[index:end]:
            page = pages.put(box)
            if box.key is not None:
                yield box.key, page
        index = end


def _chain(boxes: Sequence[Box], start: int) -> int:
    """The end of the boxes that are kept with one another from `start`."""
    end = start
    while boxes[end].keep_next and end + 1 < len(boxes) and boxes[end + 1].sheet is None:
        end += 1
    return end + 1


class _Pages:
    def __init__(self, sheet: Sheet, taken: int, engine: Engine) -> None:
        self._engine = engine
        self._sheet = sheet
        self._number = 1
        self._used = taken
        self._notes = 0
        self._carried = 0
        """What is left of a note for the next page."""
        self._after: int | None = 0
        """Space below the last box; None at the head of a page that the text flowed over to."""

    def turn(self, sheet: Sheet | None = None) -> None:
        """Begin the next page, of another kind where one is given."""
        self._sheet = sheet or self._sheet
        self._number += 1
        self._used = 0
        self._notes, self._carried = self._with(0, [(0, self._carried)] if self._carried else []), 0
        self._after = None if sheet is None else 0

    def holds(self, boxes: Sequence[Box]) -> bool:
        """Whether boxes that are kept together fit, the last of them with the lines that it must leave here."""
        if self._after is None or not self._used:  # the page is fresh, and the next one has no more room
            return True
        used, after = self._used, self._after
        for box in boxes:
            used += max(after, box.before) + box.height
            after = box.after
        last = boxes[-1]
        used -= (last.lines - last.least) * last.line
        notes = [note for box in boxes[:-1] for note in box.notes]
        return self._fits(used, notes + _between(last, 0, last.least))

    def put(self, box: Box) -> int:
        """Put a box down, over as many pages as it takes, and give the page where it begins."""
        if self._after is None:
            self._used = box.head
        else:
            self._used += max(self._after, box.before)
        begun, first = 0, 0
        while first < box.lines:
            end = self._end(box, first)
            if end > first:
                begun = begun or self._number
                self._fill(box, first, end)
                first = end
            if first < box.lines:
                self.turn()
                self._used = box.head
        self._after = box.after
        return begun

    def _end(self, box: Box, first: int) -> int:
        """Where the lines of a box that stand on this page end, of which `first` is the first."""
        end = first
        while end < box.lines and self._fits(self._used + (end + 1 - first) * box.line, _between(box, first, end + 1)):
            end += 1
        if end == box.lines:
            return end
        end = min(end, box.lines - FEWEST)  # two lines at least go over to the next page
        stays_whole = first == 0 and box.least == box.lines
        if end - first >= min(FEWEST, box.least) and not stays_whole:
            return end
        is_fresh = self._used <= box.head
        return max(end, first + 1) if is_fresh else first

    def _fits(self, used: int, notes: Sequence[tuple[int, int]]) -> bool:
        """Whether lines to a height fit together with notes, of which the last may go on."""
        room = self._sheet.height - used
        if not notes:
            return self._notes <= room and not (self._carried and used > self._used)
        return self._with(self._notes, notes) - notes[-1][1] + NOTE_LINE <= room and not self._carried

    def _fill(self, box: Box, first: int, end: int) -> None:
        """Take the room of some lines and their notes."""
        self._used += (end - first) * box.line
        notes = self._with(self._notes, _between(box, first, end))
        over = max(0, notes - (self._sheet.height - self._used))
        self._carried += -(-over // NOTE_LINE) * NOTE_LINE
        self._notes = notes - self._carried

    def _with(self, notes: int, more: Sequence[tuple[int, int]]) -> int:
        """The height of the notes on the page with some more of them."""
        if not more:
            return notes
        return (notes or self._engine.separator) + sum(height for _, height in more)


def _between(box: Box, first: int, end: int) -> list[tuple[int, int]]:
    """The notes of some lines of a box."""
    return [note for note in box.notes if first <= note[0] < end] if box.notes else []
