"""Weave two tables into one with tracked rows and cells."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.word.redline.atoms import BREAK, atoms_of, comparable_text
from reportgen.word.redline.carrying import Carrier
from reportgen.word.redline.recording import Recorder
from reportgen.word.redline.revisions import copied
from reportgen.word.redline.stories import Story
from reportgen.word.redline.weaving import Weaver

_ALIKE = 0.5
"""Rows half of whose cells are equal are one row; the first cell, which names it, counts as much as all others."""
_COMPARED = 200
"""Rows in a gap beyond which they are not compared each with each."""

Pair = tuple[int | None, int | None]


def columns(table: Element) -> int:
    """Return how many columns a table has."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return [element for element in row if name_of(element) == "tc"]


def rows_of(table: Element) -> list[Element]:
    """Return the rows of a table."""
    return [element for element in table if name_of(element) == "tr"]


class TableWeaver:
    """Weaves tables of one document."""

    def __init__(self, carrier: Carrier, weaver: Weaver, recorder: Recorder) -> None:
        self._recorder = recorder
        self._carrier = carrier
        self._weaver = weaver
        self._old, self._new = carrier.old_stories.text, carrier.new_stories.text

    def weave(self, old: Element, new: Element) -> Element:
        """Return the new table with tracked changes against an old one of as many columns."""
        before, after = rows_of(old), rows_of(new)
        made = copied(new)
        first = rows_of(made)[0]
        place = made.index(first)
        for row in rows_of(made):
            made.remove(row)
        for one, other in pair_rows(
            [self._texts(row, self._old) for row in before], [self._texts(row, self._new) for row in after]
        ):
            made.insert(place, self._row(None if one is None else before[one], None if other is None else after[other]))
            place += 1
        return made

    def inserted(self, table: Element) -> Element:
        """Return a table all of whose rows were inserted."""
        return self._marked(copied(table), "ins")

    def deleted(self, table: Element) -> Element:
        """Return a table of the old file all of whose rows were deleted."""
        return self._marked(self._carrier.fit_table(table), "del")

    def _marked(self, table: Element, kind: str) -> Element:
        for row in rows_of(table):
            self._carrier.revisions.mark_row(row, kind)
        return table

    def _row(self, old: Element | None, new: Element | None) -> Element:
        if new is None:
            assert old is not None  # one of both is there
            self._recorder.deleted(old)
            made = self._carrier.fit_table(old)
            self._carrier.revisions.mark_row(made, "del")
            return made
        made = copied(new)
        if old is None:
            self._recorder.added(new)
            self._carrier.revisions.mark_row(made, "ins")
            return made
        for before, after, cell in zip(*map(cells_of, (old, new, made)), strict=True):
            self._cell(before, after, cell)
        return made

    def _cell(self, old: Element, source: Element, new: Element) -> None:
        """Put the changes against an old cell into a copy of the new one."""
        before = atoms_of((element for element in old if name_of(element) == "p"), self._old)
        after = atoms_of((element for element in new if name_of(element) == "p"), self._new)
        if comparable_text(before) == comparable_text(after) and not any(atom.note for atom in before):
            return
        if comparable_text(before) != comparable_text(after):
            left, right = ([element for element in cell if name_of(element) == "p"] for cell in (old, source))
            self._recorder.edited(left, right)
        paragraphs = [element for element in new if name_of(element) == "p"]
        place = new.index(paragraphs[0]) if paragraphs else len(new)
        woven = self._weaver.weave(before, after)
        for paragraph in paragraphs:
            new.remove(paragraph)
        for offset, paragraph in enumerate(woven):
            new.insert(place + offset, paragraph)

    def _texts(self, row: Element, story: Story) -> tuple[str, ...]:
        """Return what the cells of a row say."""
        cells = (atoms_of(cell.iter(f"{W}p"), story) for cell in cells_of(row))
        return tuple(comparable_text(atom for atom in cell if atom.key != BREAK) for cell in cells)


def pair_rows(old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]]) -> list[Pair]:
    """Return which rows belong together, in their order: equal ones, and between these the most alike."""
    made: list[Pair] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            made += zip(range(start, end), range(begin, stop), strict=True)
        else:
            made += _pair_alike(old, new, range(start, end), range(begin, stop))
    return made


def _pair_alike(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], left: range, right: range
) -> list[Pair]:
    """Return the pairs of a gap that are alike together the most, in order, with the rows that have none."""
    if max(len(left), len(right)) > _COMPARED:
        return [*((one, None) for one in left), *((None, one) for one in right)]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    scores = {(a, b): _alike(old[left[a]], new[right[b]]) for a in range(len(left)) for b in range(len(right))}
    for a in reversed(range(len(left))):
        for b in reversed(range(len(right))):
            best[a][b] = max(best[a + 1][b], best[a][b + 1], scores[a, b] and scores[a, b] + best[a + 1][b + 1])
    made: list[Pair] = []
    a = b = 0
    while a < len(left) or b < len(right):
        if a < len(left) and b < len(right) and scores[a, b] and best[a][b] == scores[a, b] + best[a + 1][b + 1]:
            made.append((left[a], right[b]))
            a, b = a + 1, b + 1
        elif a < len(left) and (b == len(right) or best[a][b] == best[a + 1][b]):
            made.append((left[a], None))
            a += 1
        else:
            made.append((None, right[b]))
            b += 1
    return made


def _alike(old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """Return how alike two rows are, from 0 to 1; 0 where they cannot be one row."""
    if len(old) != len(new):
        return 0
    same = [one == other for one, other in zip(old, new, strict=True)]
    others = sum(same[1:]) / max(1, len(same) - 1)
    score = (same[0] + others) / 2 if len(same) > 1 else SequenceMatcher(None, old[0], new[0]).ratio()
    return score if score >= _ALIKE else 0
