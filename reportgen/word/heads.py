"""Find figures in tables that stand with other heads than the data gave them: in another row, or under another year.

Cells that changed places, and the words of a head that were typed over, leave every number as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property

from msgspec import Struct

from reportgen.document.tree import Figure
from reportgen.regex import regex
from reportgen.word.edits import Group
from reportgen.word.numerals import is_same
from reportgen.word.units import Unit

Cell = tuple[int, int, int]
"""The block of a table, a row and a column."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")


class Reheaded(Struct, frozen=True):
    """A figure that stands with another head."""

    figure: Figure
    where: str
    """Where the figure stands now."""
    old: str
    """The words of its head as built."""
    new: str
    """The words of its head now."""
    head: Cell
    """The cell of that head in the edited report."""
    is_certain: bool = True
    """Whether it is that of another row, column or year; else other words were put there, which may say the same."""


_Shown = tuple[str, str, str]
"""The words of a cell, of the head of its row and of that of its column."""


class _Head(Struct, frozen=True):
    words: str
    cell: Cell


class _Table:
    """The heads of a table: of its rows in the first column, of its columns above the first row with figures.

    The labels of a row are what stands in its columns without figures: its head, and a period or a source.
    """

    def __init__(self, units: Sequence[Unit], like: "_Table | None" = None) -> None:
        """Find the heads.

        Args:
            units: the cells of the table.
            like: the table as it was built, where this one has lost its figures; they show where heads end.
        """
        self._block, self._units = units[0].block, units
        cells = [unit.cell for unit in units if unit.figures and unit.cell[1] > 1]
        self.first: int = like.first if like else min((unit.cell[0] for unit in units if unit.figures), default=2)
        self.filled: AbstractSet[int] = like.filled if like else {cell[1] for cell in cells}
        self._rows = _words_along((unit for unit in units if unit.cell[1] == 1), axis=0)
        self._columns = _words_along((unit for unit in units if unit.cell[0] < self.first), axis=1)
        self._labels = dict[int, tuple[str, ...]]()
        for unit in units:
            if unit.cell[1] not in self.filled:
                self._labels[unit.cell[0]] = (*self._labels.get(unit.cell[0], ()), unit.words)
        self._counts = Counter(map(_sorted, self._labels.values()))

    def heads(self, unit: Unit) -> tuple[_Head, _Head]:
        """Return the head of the row and that of the column of a cell."""
        row, column = unit.cell
        return (
            _Head(self._rows.get(row, ""), (self._block, row, 1)),
            _Head(self._columns.get(column, ""), (self._block, 1, column)),
        )

    def labels(self, unit: Unit) -> tuple[str, ...]:
        """Return the labels of the row of a cell."""
        return self._labels.get(unit.cell[0], ())

    def has_row(self, labels: Sequence[str]) -> bool:
        """Return whether a row has some labels, in whatever order its columns are."""
        return _sorted(labels) in self._counts

    def above(self, unit: Unit) -> str | None:
        """Return the head of the row of its own below which one of several alike stands; None where none is like it."""
        if self._counts[_sorted(self.labels(unit))] < 2:
            return None
        rows = (row for row in range(unit.cell[0] - 1, 0, -1) if row in self._labels)
        return next((self._rows.get(row, "") for row in rows if self._counts[_sorted(self._labels[row])] == 1), "")

    def shown(self, unit: Unit) -> _Shown:
        """Return the words of a cell with those of its two heads."""
        row, column = self.heads(unit)
        return unit.words, row.words, column.words

    @cached_property
    def all_shown(self) -> Counter[_Shown]:
        """How many cells behind the first column have these words under these heads."""
        return Counter(self.shown(unit) for unit in self._units if unit.cell[1] > 1)

    def words(self, axis: int) -> set[str]:
        """Return the heads of all rows (0) or columns (1)."""
        return set((self._rows, self._columns)[axis].values())


_Placed = tuple[Unit, _Table]
"""A cell, and its table."""


def find_reheaded(
    built: Sequence[Unit], edited: Sequence[Unit], matched: Iterable[Group], known: Mapping[str, Figure]
) -> Iterator[Reheaded]:
    """Yield every figure of a table that stands with the head of another row or column, or with another year.

    Of a head with other words the first figure is yielded.

    Args:
        built: units of the report as it was built.
        edited: units of the report as it came back.
        matched: which of them belong together.
        known: the figures of the report as it was built, by the names of their bookmarks.
    """
    before, after, pairs = _cells(built), _cells(edited), list(_paired_cells(built, edited, matched))
    after |= dict(_without_bookmarks(before, after, pairs, _tables(edited)))
    doubted, strangers = set[Cell](), _strangers(before, after, pairs)
    for name, (unit, table) in after.items():
        figure = known.get(name)
        if figure is None or name not in before:
            continue
        own, given = before[name]
        if name in strangers:
            was, now = (cell.where.partition(",")[0] for cell in (own, unit))  # the tables by their names
            yield Reheaded(figure, unit.where, was, now, (unit.block, *unit.cell))
            continue
        for axis, (old, new) in enumerate(zip(given.heads(own), table.heads(unit), strict=True)):
            if not old.words or is_same(old.words, new.words):
                yield from () if axis else _in_another_row(figure, (own, given), (unit, table))
                continue
            is_certain = _is_another(new.words, old.words, given.words(axis), figure)
            if is_certain or new.cell not in doubted:
                yield Reheaded(figure, unit.where, old.words, new.words, new.cell, is_certain)
            if not is_certain:
                doubted.add(new.cell)


def _paired_cells(
    built: Sequence[Unit], edited: Sequence[Unit], matched: Iterable[Group]
) -> Iterator[tuple[Unit, Unit]]:
    """Yield the cells of tables that became one cell each, with these."""
    for group in matched:
        old, new = [built[place] for place in group.built], [edited[place] for place in group.edited]
        if [unit.kind for unit in (*old, *new)] == ["Cell", "Cell"]:
            yield old[0], new[0]


def _strangers(
    before: Mapping[str, _Placed], after: Mapping[str, _Placed], pairs: Iterable[tuple[Unit, Unit]]
) -> set[str]:
    """Return the figures that stand in a table most of whose cells are of another one, while their own is still there.

    Two tables that were joined, and the halves of one that was divided, hold none.
    """
    counts = defaultdict[int, Counter[int]](Counter)
    for own, now in pairs:
        counts[now.block][own.block] += 1
    most = {block: max(count, key=count.__getitem__) for block, count in counts.items()}
    homes = {name: (before[name][0].block, after[name][0].block) for name in after.keys() & before.keys()}
    return {name for name, (home, now) in homes.items() if most.get(now, home) != home and home in most.values()}


def _in_another_row(figure: Figure, was: _Placed, now: _Placed) -> Iterator[Reheaded]:
    """Yield a figure in a row whose head is the same and whose other labels are not, such as its period."""
    (own, given), (unit, table) = was, now
    labels, cell = (given.labels(own), table.labels(unit)), table.heads(unit)[0].cell
    old, new = ("; ".join(one for one in row if one not in other) for row, other in (labels, labels[::-1]))
    if old and new:
        if given.has_row(labels[1]) or _is_another(new, old, set(), figure):
            yield Reheaded(figure, unit.where, old, new, cell)
    elif not old:
        above, below = given.above(own), table.above(unit)
        if None not in {above, below} and above != below and below in {*given.words(0), ""}:
            yield Reheaded(figure, unit.where, f"{labels[0][0]} below {above}", f"{labels[1][0]} below {below}", cell)


def _sorted(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(labels))


def _is_another(new: str, old: str, heads: set[str], figure: Figure) -> bool:
    """Return whether a head is that of another row or column, or names another year than the figure has."""
    own = set(_YEAR.findall(" ".join(figure.periods)))
    is_other_year = bool(own & set(_YEAR.findall(old)) and _YEAR.search(new) and not own & set(_YEAR.findall(new)))
    return new in heads or is_other_year


def _tables(units: Sequence[Unit]) -> dict[int, list[Unit]]:
    """Return the cells of each table by its block."""
    tables: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.kind == "Cell":
            tables.setdefault(unit.block, []).append(unit)
    return tables


def _cells(units: Sequence[Unit]) -> dict[str, _Placed]:
    """Return the cells of figures by the names of their bookmarks, with their tables."""
    return {
        span.name: (unit, table)
        for cells in _tables(units).values()
        for table in [_Table(cells)]
        for unit in cells
        for span in unit.figures
        if unit.cell[1] > 1
    }


def _without_bookmarks(
    before: Mapping[str, _Placed],
    after: Mapping[str, _Placed],
    pairs: Iterable[tuple[Unit, Unit]],
    tables: Mapping[int, Sequence[Unit]],
) -> Iterator[tuple[str, _Placed]]:
    """Yield where figures stand whose bookmarks are gone, as in a table that was pasted as text: by their words.

    Where the same words stand under the heads of a figure as well, it is there: which of the two it was nobody knows.
    What stands there by itself is of no figure of another table.
    """
    placed: list[tuple[Unit, Unit, _Table, list[str]]] = []
    for cell, now in pairs:
        names = [span.name for span in cell.figures if span.name in before]
        if names and now.cell[1] > 1 and cell.words == now.words:
            placed.append((cell, now, before[names[0]][1], names))
    claimed = Counter((now.block, given.shown(cell)) for cell, now, given, _ in placed)
    made: dict[tuple[int, int], _Table] = {}
    for cell, now, given, names in placed:
        lost = [name for name in names if name not in after]
        if lost:
            table = made.get((now.block, cell.block)) or _Table(tables[now.block], given)
            made[now.block, cell.block] = table
            shown = given.shown(cell)
            if table.all_shown[shown] < claimed[now.block, shown]:
                yield from ((name, (now, table)) for name in lost)


def _words_along(units: Iterable[Unit], *, axis: int) -> dict[int, str]:
    """Return the words of cells by their rows (0) or columns (1)."""
    found: dict[int, str] = {}
    for unit in units:
        found[unit.cell[axis]] = f"{found.get(unit.cell[axis], '')} {unit.words}".strip()
    return found
