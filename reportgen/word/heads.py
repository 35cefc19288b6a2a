"""Find figures in tables that stand with other heads than the data gave them: in another row, or under another year.

Cells that changed places, and the words of a head that were typed over, leave every number as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

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


class _Head(Struct, frozen=True):
    words: str
    cell: Cell


class _Table:
    """The heads of a table: of its rows in the first column, of its columns above the first row with figures."""

    def __init__(self, units: Sequence[Unit], heads: int | None = None) -> None:
        """Find the heads.

        Args:
            units: the cells of the table.
            heads: how many rows of heads it has; None: those above the first figure.
        """
        self._block, self._units = units[0].block, units
        self.first = min((unit.cell[0] for unit in units if unit.figures), default=2) if heads is None else heads + 1
        self._rows = _words_along((unit for unit in units if unit.cell[1] == 1), axis=0)
        self._columns = _words_along((unit for unit in units if unit.cell[0] < self.first), axis=1)

    def heads(self, unit: Unit) -> tuple[_Head, _Head]:
        """Return the head of the row and that of the column of a cell."""
        row, column = unit.cell
        return (
            _Head(self._rows.get(row, ""), (self._block, row, 1)),
            _Head(self._columns.get(column, ""), (self._block, 1, column)),
        )

    def has(self, unit: Unit, heads: tuple[_Head, _Head]) -> bool:
        """Return whether a cell with the words of a unit stands under the words of two heads."""
        wanted = [head.words for head in heads]
        same = (one for one in self._units if one.words == unit.words and one.cell[1] > 1)
        return any([head.words for head in self.heads(one)] == wanted for one in same)

    def words(self, axis: int) -> set[str]:
        """Return the heads of all rows (0) or columns (1)."""
        return set((self._rows, self._columns)[axis].values())


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
    before, after = _cells(built), _cells(edited)
    after |= dict(_without_bookmarks(before, after, built, edited, matched))
    doubted = set[Cell]()
    for name, (unit, table) in after.items():
        figure = known.get(name)
        if figure is None or name not in before:
            continue
        own, given = before[name]
        for axis, (old, new) in enumerate(zip(given.heads(own), table.heads(unit), strict=True)):
            if not old.words or is_same(old.words, new.words):
                continue
            is_certain = _is_another(new.words, old.words, given.words(axis), figure)
            if is_certain or new.cell not in doubted:
                yield Reheaded(figure, unit.where, old.words, new.words, new.cell, is_certain)
            if not is_certain:
                doubted.add(new.cell)


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


def _cells(units: Sequence[Unit]) -> dict[str, tuple[Unit, _Table]]:
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
    before: Mapping[str, tuple[Unit, _Table]],
    after: Mapping[str, tuple[Unit, _Table]],
    built: Sequence[Unit],
    edited: Sequence[Unit],
    matched: Iterable[Group],
) -> Iterator[tuple[str, tuple[Unit, _Table]]]:
    """Yield where figures stand whose bookmarks are gone, as in a table that was pasted as text: by their words.

    Where the same words stand under the heads of a figure as well, it is there: which of the two it was nobody knows.
    """
    tables = _tables(edited)
    for group in matched:
        if len(group.built) != 1 or len(group.edited) != 1:
            continue
        now = edited[group.edited[0]]
        for span in built[group.built[0]].figures if now.kind == "Cell" and now.cell[1] > 1 else ():
            if span.name in before and span.name not in after:
                own, given = before[span.name]
                table = _Table(tables[now.block], given.first - 1)
                if own.words == now.words and not table.has(own, given.heads(own)):
                    yield span.name, (now, table)


def _words_along(units: Iterable[Unit], *, axis: int) -> dict[int, str]:
    """Return the words of cells by their rows (0) or columns (1)."""
    found: dict[int, str] = {}
    for unit in units:
        found[unit.cell[axis]] = f"{found.get(unit.cell[axis], '')} {unit.words}".strip()
    return found
