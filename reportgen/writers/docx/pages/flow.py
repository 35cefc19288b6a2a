"""How boxes flow over pages: boxes in the order of the text come in, the page on which each begins goes out.

Rules, as Word keeps them: the larger of two spaces between boxes counts; space at the head of a page that the text
flowed over to is left out; a paragraph leaves two lines at least on a page and takes two at least to the next; a box
that is kept with the next one moves with it; a line stands on the page of its notes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FEWEST = 2
"""Lines of a paragraph that stand together at the foot and at the head of a page (17.3.1.44)."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What programs that print Word's files do each in their own way, in twips."""

    separator: int = 320
    """The rule above the notes: in Word a paragraph of the style Normal, 240, and 80 below it."""
    under_masthead: int = 0
    """Space between the masthead, which floats, and the text."""


WORD = Engine()
"""Word 2013 and later."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page: the height that text and notes may take."""

    height: int


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


def flow(boxes: Sequence[Box], sheet: Sheet, taken: int, engine: Engine) -> Iterator[tuple[str, int]]:
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
        self._after: int | None = 0
        """Space below the last box; None at the head of a page."""

    def turn(self, sheet: Sheet | None = None) -> None:
        """Begin the next page."""
        self._sheet = sheet or self._sheet
        self._number += 1
        self._used = self._notes = 0
        self._after = None if sheet is None else 0

    def holds(self, boxes: Sequence[Box]) -> bool:
        """Whether boxes that are kept together fit, the last of them with the lines that it must leave here."""
        if self._after is None:
            return True
        used, after, notes = self._used, self._after, self._notes
        for box in boxes[:-1]:
            used += max(after, box.before) + box.height
            after = box.after
            notes = self._with(notes, box.notes)
        last = boxes[-1]
        used += max(after, last.before) + last.least * last.line
        notes = self._with(notes, [note for note in last.notes if note[0] < last.least])
        return used + notes <= self._sheet.height

    def put(self, box: Box) -> int:
        """Put a box down, over as many pages as it takes, and give the page where it begins."""
        self._begin(box)
        begun = self._number
        left, first = box.lines, 0
        while left:
            fit = self._fitting(box, first)
            if fit < left:
                fit = self._parted(box, fit, first)
            self._used += fit * box.line
            self._notes = self._with(self._notes, _between(box, first, first + fit))
            first, left = first + fit, left - fit
            if left:
                self.turn()
                self._used = box.head
                if first == 0:
                    begun = self._number
                self._after = 0
        self._after = box.after
        return begun

    def _begin(self, box: Box) -> None:
        """Leave space above the box, or print the heads of its table again."""
        if self._after is None:
            self._used += box.head
            self._after = 0
        else:
            self._used += max(self._after, box.before)

    def _fitting(self, box: Box, first: int) -> int:
        """How many lines from `first` on fit on the page, with their notes."""
        room = self._sheet.height - self._used - self._notes
        here = _between(box, first, box.lines)
        if not here:
            return min(box.lines - first, max(0, room // box.line))
        fit = 0
        while first + fit < box.lines:
            notes = self._with(self._notes, _between(box, first, first + fit + 1))
            if self._used + (fit + 1) * box.line + notes > self._sheet.height:
                break
            fit += 1
        return fit

    def _parted(self, box: Box, fit: int, first: int) -> int:
        """How many lines stay where not all do."""
        left = box.lines - first
        is_fresh = self._used <= box.head
        if box.keep_lines or left < FEWEST * 2:
            fit = 0 if first == 0 or left < FEWEST else fit
        fit = min(fit, left - FEWEST)
        if fit < FEWEST:
            fit = 0
        return max(fit, 1) if is_fresh else fit

    def _with(self, notes: int, more: Sequence[tuple[int, int]]) -> int:
        """The height of the notes on the page with some more of them."""
        if not more:
            return notes
        return (notes or self._engine.separator) + sum(height for _, height in more)


def _between(box: Box, first: int, end: int) -> list[tuple[int, int]]:
    return [note for note in box.notes if first <= note[0] < end]
