"""Small numbers about people: which cells of a breakdown are not printed, so that nobody can be told by them.

A cell that counts few persons is withheld (primary suppression). Where what is printed would give it away, further
cells go with it (secondary suppression), the smallest that are not nought, until every withheld number may be several
numbers for a reader who knows everything that is printed (`disclosure`). As soon as one goes along, all withheld cells
of that breakdown and period are marked alike, so that the mark tells nothing either. These are the usual rules of
statistical offices: A. Hundepool and others, Handbook on Statistical Disclosure Control, chapter 4. Nought tells of
nobody and is no small number. Wholes stay as they are; only cells of breakdowns are looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.disclosure import Cell, Reader
from reportgen.model.grouping import Grouping, Joined, group_parts, ungrouped
from reportgen.model.indicators import Indicator, Noun, Part
from reportgen.model.merge import Merged, Protected, Where
from reportgen.model.periods import Period
from reportgen.model.small_numbers import SmallAnswer, SmallNumbers, Withheld

_ENOUGH = 3
"""Values that a withheld number keeps for a reader, where the numbers allow it; `fewer than 3` itself leaves two."""
_LEAST = 2
_TRIED = 12
"""Cells that are tried before one is withheld that does not suffice by itself."""


def protect(merged: Merged, settings: SmallNumbers, are_persons: Callable[[str], bool], joined: Joined) -> Protected:
    """Return indicators as they may be printed.

    Args:
        merged: the indicators as they were given.
        settings: what the project asks for.
        are_persons: whether a noun phrase names persons.
        joined: writes labels as a list, in the language of the report.
    """
    found = Protected(_copied(merged))
    for key, answer in settings.answers.items():
        if key not in merged.indicators:
            found.unheeded[key] = "no indicator has this key"
        elif answer == "publish" and not _small_cells(merged.indicators[key], settings.below, lambda _: True):
            found.unheeded[key] = _nothing_small(merged.indicators[key], settings.below)
    for key, indicator in merged.indicators.items():
        given = settings.answers.get(key)
        if given != "publish":
            counted = _counted(indicator, are_persons) if given is None else lambda _: True
            _Protection(found, key, indicator, settings.below, counted, joined).apply(given)
    return found


def _copied(merged: Merged) -> Merged:
    """Return the same, with mappings of its own for what changes."""
    return replace(
        merged, indicators=dict(merged.indicators), paths=dict(merged.paths), former=dict(merged.former), further={}
    )


def _nothing_small(indicator: Indicator, below: int) -> str:
    if not indicator.adds_up_over_parts:
        return f"it is no count (it is a {indicator.nature})"
    return f"no part of it has a number below {below}"


def _counted(indicator: Indicator, are_persons: Callable[[str], bool]) -> Callable[[Part], bool]:
    """Return what tells whether a part counts persons: by the label of the indicator, its unit, or its own label."""
    unit = indicator.unit
    if not (unit is None or isinstance(unit, Noun)):
        return lambda _: False
    if are_persons(indicator.label or "") or (isinstance(unit, Noun) and are_persons(unit.other)):
        return lambda _: True
    return lambda part: unit is None and are_persons(part.name)


def _small_cells(indicator: Indicator, below: int, counted: Callable[[Part], bool]) -> list[Cell]:
    """Return the cells of breakdowns that count something, and few of it."""
    if not indicator.adds_up_over_parts:
        return []
    parts = [(place, part) for place, part in enumerate(indicator.breakdown) if counted(part)]
    return [(place, period) for place, part in parts for period in part.asked if is_small(part.value(period), below)]


def is_small(value: Decimal | None, below: int) -> bool:
    """Return whether a number tells of few; nought tells of nobody."""
    return value is not None and 0 < value < below


class _Protection(Struct):
    """Protects one indicator, and notes what was done."""

    found: Protected
    key: str
    indicator: Indicator
    below: int
    counted: Callable[[Part], bool]
    joined: Joined

    def apply(self, answer: SmallAnswer | None) -> None:
        """Put the indicator as it may be printed in the place of the one that was given."""
        small = _small_cells(self.indicator, self.below, self.counted)
        if answer is None and small:
            self.found.small[self.key] = tuple((self.key, *cell) for cell in small)
        elif answer is not None and not small:
            self.found.unheeded[self.key] = _nothing_small(self.indicator, self.below)
        grouping = self._group() if answer == "group" and small else ungrouped(self.indicator)
        hiding = _Hiding(
            grouping.indicator, self.below, _small_cells(grouping.indicator, self.below, self.counted_of(grouping))
        )
        if grouping.is_changed:
            self._move(grouping)
        self._note(grouping, hiding)
        shown = self._forget_former(hiding.indicator(), hiding)
        self.found.merged.indicators[self.key] = shown

    def counted_of(self, grouping: Grouping) -> Callable[[Part], bool]:
        """Return what tells whether a part counts persons; of parts that were put together, all do."""
        return (lambda _: True) if grouping.is_changed else self.counted

    def _group(self) -> Grouping:
        grouping = group_parts(self.indicator, self.below, self.joined)
        if grouping.refused:
            self.found.unheeded[self.key] = grouping.refused
        return grouping

    def _move(self, grouping: Grouping) -> None:
        """Give the observations of parts their new places, and a sum the paths of all its observations."""
        merged = self.found.merged
        old = {where: path for where, path in merged.paths.items() if where[0] == self.key and where[1] is not None}
        former = {where: path for where, path in merged.former.items() if where in old}
        for where in old:
            del merged.paths[where]
            merged.former.pop(where, None)
        for new, members in enumerate(grouping.members):
            for period in grouping.indicator.breakdown[new].asked:
                wheres = [(self.key, place, period) for place in members]
                paths = [old[where] for where in wheres if where in old]
                if paths:
                    merged.paths[self.key, new, period] = paths[0]
                if len(members) > 1:
                    merged.further[self.key, new, period] = tuple(paths[1:])
                elif wheres[0] in former:
                    merged.former[self.key, new, period] = former[wheres[0]]

    def _note(self, grouping: Grouping, hiding: "_Hiding") -> None:
        """Note what is not printed."""

        def given(cell: Cell) -> Where:
            return (self.key, grouping.members[cell[0] or 0][0], cell[1])

        for cell, because in hiding.hidden.items():
            self.found.withheld[given(cell)] = hiding.value(cell)
            if because is not None:
                self.found.beside[given(cell)] = given(because)
        self.found.told += [given(cell) for cell in hiding.told]
        gone = [(self.key, *cell) for cell in grouping.gone]
        self.found.dropped += gone
        for key, place, period in (*gone, *((self.key, *cell) for cell in grouping.joined)):
            value = self.indicator.breakdown[place or 0].value(period)
            if value is not None:
                self.found.withheld[key, place, period] = value

    def _forget_former(self, shown: Indicator, hiding: "_Hiding") -> Indicator:
        """Return the indicator without what the last report said where that is small, or may tell what is withheld."""
        touched = {(shown.breakdown[place or 0].by, period) for place, period in hiding.hidden}
        parts = list(shown.breakdown)
        for place, part in enumerate(parts):
            wrong = [
                period
                for period, one in part.values.items()
                if one.previous is not None
                and ((self.counted(part) and is_small(one.previous, self.below)) or (part.by, period) in touched)
            ]
            if wrong:
                fresh = {period: part.values[period].model_copy(update={"previous": None}) for period in wrong}
                parts[place] = _with_values(part, {**part.values, **fresh})
        for where in [(self.key, place, period) for place, part in enumerate(parts) for period in part.asked]:
            if parts[where[1]].values[where[2]].previous is None:
                self.found.merged.former.pop(where, None)
        return shown.model_copy(update={"breakdown": tuple(parts)})


def _with_values(part: Part, values: Mapping[Period, object]) -> Part:
    """Return a part with other values, without what it remembers of its periods."""
    return Part.model_construct(**{**dict(part), "values": MappingProxyType(dict(values))})


# ---- withheld -------------------------------------------------------------------------------------------------


_Row = tuple[str | None, Period]
"""What a breakdown divides by, and a period."""


class _Hiding:
    """Finds which cells of one indicator are withheld."""

    def __init__(self, indicator: Indicator, below: int, small: Iterable[Cell]) -> None:
        self._indicator, self._below = indicator, below
        self.hidden: dict[Cell, Cell | None] = {}
        """Each withheld cell, with that for the sake of which it goes along; None: it is small."""
        self.told: list[Cell] = []
        """What a reader can work out, although all that hangs together with it is withheld."""
        self._alike: set[_Row] = set()
        """Those whose withheld cells are printed as `not published`, so that none tells more."""
        self._rows: dict[_Row, list[Cell]] = {}
        """All cells that have a number."""
        todo = list(small)
        if not todo:
            return
        self._reader = Reader(indicator)
        for place, part in enumerate(indicator.breakdown):
            for period in part.periods:
                self._rows.setdefault(self._row((place, period)), []).append((place, period))
        self.hidden = dict.fromkeys(todo)
        self._tell(self._rows)
        for cell in todo:
            todo += self._shield(cell)

    def indicator(self) -> Indicator:
        """Return the indicator without the numbers that are withheld."""
        parts = list(self._indicator.breakdown)
        for place, period in self.hidden:
            part = parts[place or 0]
            below = None if self._row((place, period)) in self._alike else self._below
            status = part.values[period].status
            mark = Withheld.model_construct(value=None, status=status, note=None, previous=None, below=below)
            parts[place or 0] = _with_values(part, {**part.values, period: mark})
        return self._indicator.model_copy(update={"breakdown": tuple(parts)})

    def value(self, cell: Cell) -> Decimal:
        """Return a number that is withheld."""
        return self._indicator.breakdown[cell[0] or 0].value(cell[1]) or Decimal(0)

    def _row(self, cell: Cell) -> _Row:
        return (self._indicator.breakdown[cell[0] or 0].by, cell[1])

    def _tell(self, rows: Iterable[_Row]) -> None:
        """Let the reader know what the marks of rows say.

        Where only some cells are not published, and none of them is nought, a reader may know that: noughts are printed
        where they can be.
        """
        for row in rows:
            hidden = [one for one in self._rows[row] if one in self.hidden]
            is_nought = len(hidden) == len(self._rows[row]) or not all(map(self.value, hidden))
            bounds = (int(not is_nought), None) if row in self._alike else (1, self._below - 1)
            self._reader.bounds |= dict.fromkeys(hidden, bounds)

    def _hide(self, cells: Iterable[Cell], because: Cell) -> None:
        """Withhold further cells, and mark all that is withheld of their breakdowns and periods alike."""
        for cell in cells:
            self.hidden.setdefault(cell, because)
        rows = {self._row(cell) for cell in cells}
        self._alike |= rows
        self._tell(rows)

    def _shield(self, cell: Cell) -> Iterator[Cell]:
        """Withhold more until a reader cannot tell a withheld cell, and yield what is withheld with it."""
        if not self.value(cell):
            return  # it tells of nobody, and was withheld for the sake of another
        by_mark = _ENOUGH if self._row(cell) in self._alike else self._below - 1
        if self._reader.spread(cell, _ENOUGH) >= min(_ENOUGH, by_mark):
            return
        enough = _ENOUGH if self._suffices(_ENOUGH, cell, self._others(cell)) else _LEAST
        while self._reader.spread(cell, enough) < enough:
            others = self._others(cell)
            if not others:
                self.told.append(cell)
                return
            chosen = self._with_noughts(
                next((one for one in others[:_TRIED] if self._suffices(enough, cell, [one])), others[0])
            )
            yield from (one for one in chosen if one not in self.hidden)
            self._hide(chosen, cell)

    def _others(self, cell: Cell) -> list[Cell]:
        """Return what may be withheld with a cell, or marked as others are, in the order in which it is."""
        connected = self._reader.connected(cell)
        return [one for one in connected if one not in self.hidden or self._row(one) not in self._alike]

    def _with_noughts(self, cell: Cell) -> list[Cell]:
        """Return a cell; if it is nought, with all noughts of its row, since the choice of one would tell."""
        return [cell] if self.value(cell) else [other for other in self._rows[self._row(cell)] if not self.value(other)]

    def _suffices(self, enough: int, cell: Cell, others: Sequence[Cell]) -> bool:
        """Return whether a reader is left with enough values of a cell if others are withheld, and marked alike."""
        before = self.hidden, self._alike, self._reader.bounds
        self.hidden, self._alike, self._reader.bounds = dict(self.hidden), set(self._alike), dict(self._reader.bounds)
        self._hide([with_it for one in others for with_it in self._with_noughts(one)], cell)
        is_safe = self._reader.spread(cell, enough) >= enough
        self.hidden, self._alike, self._reader.bounds = before
        return is_safe
