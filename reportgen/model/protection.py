"""Small numbers about people: which cells of a breakdown are not printed, so that nobody can be told by them.

A cell that counts few persons is withheld (primary suppression). Where the total and the other cells would give it
away, further cells go with it (secondary suppression): the smallest that are not nought, until every withheld number
may be several numbers for a reader who knows everything that is printed. These are the usual rules of statistical
offices: A. Hundepool and others, Handbook on Statistical Disclosure Control, chapter 4. Nought tells of nobody and is
no small number. Wholes stay as they are; only cells of breakdowns are looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from reportgen.model.indicators import Indicator, Noun, Observation, Part
from reportgen.model.merge import Merged, Where
from reportgen.model.periods import Period
from reportgen.model.small_numbers import SmallNumbers, Withheld


class Protected(Struct, frozen=True):
    """Indicators as they may be printed."""

    merged: Merged
    small: Mapping[str, tuple[Where, ...]]
    """The cells with small numbers that nobody has answered, by indicator."""
    withheld: Mapping[Where, Decimal]
    """The numbers that are not printed; their parts are those of the indicators as they were given."""
    beside: Mapping[Where, Where]
    """Of these, what goes with a small number, and with which."""


def protect(merged: Merged, settings: SmallNumbers | None, are_persons: Callable[[str], bool]) -> Protected:
    """Return indicators as they may be printed.

    Args:
        merged: the indicators as they were given.
        settings: what the project asks for; None: everything is printed.
        are_persons: whether a noun phrase names persons.
    """
    if settings is None:
        return Protected(merged, {}, {}, {})
    indicators, paths = dict(merged.indicators), dict(merged.paths)
    small: dict[str, tuple[Where, ...]] = {}
    withheld: dict[Where, Decimal] = {}
    beside: dict[Where, Where] = {}
    for key, indicator in merged.indicators.items():
        cells = tuple(_small_cells(key, indicator, settings.below, are_persons))
        answer = settings.answers.get(key)
        if not cells or answer == "publish":
            continue
        if answer is None:
            small[key] = cells
        if answer == "group":
            indicators[key], kept = _grouped(indicator, settings.below)
            paths = _moved(paths, key, kept)
        else:
            hidden = _Hiding(key, indicator, settings.below, cells)
            indicators[key] = hidden.indicator()
            withheld |= hidden.values()
            beside |= hidden.beside
    return Protected(_with(merged, indicators, paths), small, withheld, beside)


def _with(merged: Merged, indicators: dict[str, Indicator], paths: dict[Where, Any]) -> Merged:
    """Return the same with other indicators."""
    same = (merged.former, merged.owners, merged.homes, merged.fields, merged.disagreements)
    return Merged(indicators, paths, *same)


def _small_cells(key: str, indicator: Indicator, below: int, are_persons: Callable[[str], bool]) -> Iterator[Where]:
    """Yield the cells of breakdowns that count persons, and few of them."""
    unit = indicator.unit
    if not indicator.adds_up_over_parts or not (unit is None or isinstance(unit, Noun)):
        return
    counted = are_persons(indicator.label or "") or (isinstance(unit, Noun) and are_persons(unit.other))
    for place, part in enumerate(indicator.breakdown):
        if not counted and not (unit is None and are_persons(part.called(one=False))):
            continue
        for period in part.asked:
            value = part.value(period)
            if value is not None and 0 < value < below:
                yield (key, place, period)


# ---- withheld -------------------------------------------------------------------------------------------------


_Cell = tuple[int, Period]
"""The place of a part, and a period."""


class _Hiding:
    """Finds which cells of one indicator are withheld."""

    def __init__(self, key: str, indicator: Indicator, below: int, small: Iterable[Where]) -> None:
        self._key, self._indicator, self._below = key, indicator, below
        self._hidden: dict[_Cell, int | None] = {(place or 0, one): below for _, place, one in small}
        """Each withheld cell with what it is printed as fewer than; None: as not published."""
        self.beside: dict[Where, Where] = {}
        """What goes with a small number, and with which."""
        while self._spread_over_parts() or self._spread_over_time():
            pass

    def indicator(self) -> Indicator:
        """Return the indicator without the numbers that are withheld."""
        parts = list(self._indicator.breakdown)
        for (place, period), below in self._hidden.items():
            given = parts[place].values[period]
            mark = Withheld.model_construct(value=None, status=given.status, note=None, previous=None, below=below)
            parts[place] = parts[place].model_copy(update={"values": {**parts[place].values, period: mark}})
        fresh = (Part.model_construct(**dict(part)) for part in parts)  # without what a part remembers of its periods
        return self._indicator.model_copy(update={"breakdown": tuple(fresh)})

    def values(self) -> dict[Where, Decimal]:
        """Return the numbers that are withheld."""
        found = {(self._key, place, one): self._value(place, one) for place, one in self._hidden}
        return {where: value for where, value in found.items() if value is not None}

    def _value(self, place: int, period: Period) -> Decimal | None:
        return self._indicator.breakdown[place].value(period)

    def _hide(self, cell: _Cell, because: _Cell) -> None:
        self._hidden[cell] = None
        self.beside[self._key, *cell] = (self._key, *because)

    def _spread_over_parts(self) -> bool:
        """Withhold one more cell where the total gives one away; return whether there was one."""
        for by in self._indicator.criteria:
            places = [place for place, part in enumerate(self._indicator.breakdown) if part.by == by]
            for period in dict.fromkeys(one for _, one in self._hidden):
                cells = {place: value for place in places if (value := self._value(place, period)) is not None}
                hidden = [place for place in cells if (place, period) in self._hidden]
                if hidden and self._is_told(places, cells, hidden, period):
                    others = [place for place in cells if place not in hidden]
                    if others:
                        chosen = min(others, key=lambda place: (cells[place] == 0, cells[place], place))
                        self._hide((chosen, period), (hidden[0], period))
                        return True
                    if any(self._hidden[place, period] is not None for place in hidden):
                        self._hidden |= {(place, period): None for place in hidden}
                        return True
        return False

    def _is_told(
        self, places: Sequence[int], cells: Mapping[int, Decimal], hidden: Iterable[int], period: Period
    ) -> bool:
        """Return whether the total and the cells that are printed leave a withheld cell only one value."""
        total, by = self._indicator.value(period), self._indicator.breakdown[places[0]].by
        is_all = self._indicator.is_exhaustive(by) and len(cells) == len(places)
        is_closed = total is not None and (sum(cells.values()) == total or is_all)
        return is_closed and self._has_one_value([(place, period) for place in hidden])

    def _has_one_value(self, cells: Iterable[_Cell]) -> bool:
        """Return whether one of some withheld cells can have only one value, where the sum of them is known."""
        wanted = list(cells)
        together = sum((self._value(*cell) or Decimal(0) for cell in wanted), Decimal(0))
        bounds = [self._bounds(cell, together) for cell in wanted]
        lowest, highest = (sum(bound[side] for bound in bounds) for side in (0, 1))
        return any(
            max(low, together - (highest - high)) >= min(high, together - (lowest - low)) for low, high in bounds
        )

    def _bounds(self, cell: _Cell, together: Decimal) -> tuple[Decimal, Decimal]:
        """Return between what a reader knows a withheld cell to be before it is compared with others."""
        below = self._hidden[cell]
        return (Decimal(1), Decimal(below - 1)) if below is not None else (Decimal(0), together)

    def _spread_over_time(self) -> bool:
        """Withhold one more cell where a span and what lies in it give one away; return whether there was one."""
        if not self._indicator.adds_up_over_time:
            return False
        for place in {place for place, _ in self._hidden}:
            for span, inside in _spans(self._indicator.breakdown[place]):
                whole, cells = (place, span), [(place, one) for one in inside]
                hidden = [cell for cell in cells if cell in self._hidden]
                if whole not in self._hidden and hidden and self._has_one_value(hidden):
                    self._hide(whole, hidden[0])
                    return True
                if whole in self._hidden and not hidden:
                    self._hide(min(cells, key=lambda cell: (not self._value(*cell), self._value(*cell))), whole)
                    return True
        return False


def _spans(part: Part) -> Iterator[tuple[Period, list[Period]]]:
    """Yield the periods of a part that are made up of others, with the widest of those that lie in them."""
    for span in part.periods:
        within = [one for one in part.periods if one in span and one != span]
        widest = [one for one in within if not any(one in other and one != other for other in within)]
        if widest and sum(part.value(one) or Decimal(0) for one in widest) == part.value(span):
            yield span, widest


# ---- grouped --------------------------------------------------------------------------------------------------


def _grouped(indicator: Indicator, below: int) -> tuple[Indicator, list[int]]:
    """Return an indicator whose parts with small numbers are put together with others, and the old places of its parts.

    Where all parts of a breakdown would be one, there is nothing left to tell, and the breakdown goes.
    """
    parts: list[Part] = []
    places: list[int] = []
    for by in indicator.criteria:
        groups = [[place] for place, part in enumerate(indicator.breakdown) if part.by == by]
        while len(groups) > 1 and (small := next((one for one in groups if _is_small(indicator, one, below)), None)):
            groups.remove(small)
            other = min(groups, key=lambda one: (_size(indicator, one), one))
            groups[groups.index(other)] = sorted([*other, *small])
        if len(groups) > 1 or not _is_small(indicator, groups[0], below):
            kept = [one for one in groups if len(groups) > 1 or len(one) == 1]
            parts += [_together(indicator, one) for one in kept]
            places += [one[0] for one in kept]
    return indicator.model_copy(update={"breakdown": tuple(parts)}), places


def _sums(indicator: Indicator, group: Iterable[int]) -> dict[Period, Decimal]:
    """Return the sums of parts in the periods in which all of them have a value."""
    parts = [indicator.breakdown[place] for place in group]
    periods = [one for one in parts[0].periods if all(part.value(one) is not None for part in parts)]
    return {one: sum((part.value(one) or Decimal(0) for part in parts), Decimal(0)) for one in periods}


def _is_small(indicator: Indicator, group: list[int], below: int) -> bool:
    parts = (indicator.breakdown[place] for place in group)
    if len(group) == 1:
        return any(0 < value < below for part in parts for one in part.periods if (value := part.value(one)))
    return any(0 < value < below for value in _sums(indicator, group).values())


def _size(indicator: Indicator, group: Iterable[int]) -> Decimal:
    return sum(_sums(indicator, group).values(), Decimal(0))


def _together(indicator: Indicator, group: list[int]) -> Part:
    """Return parts as one, called by all of their labels."""
    parts = [indicator.breakdown[place] for place in group]
    if len(parts) == 1:
        return parts[0]
    names = [part.called(one=False) for part in parts]
    label = f"{', '.join(names[:-1])} and {names[-1]}"
    values = {
        one: Observation(value=value, status=_status(parts, one)) for one, value in _sums(indicator, group).items()
    }
    is_all = all(part.exhaustive for part in parts)
    return Part.model_construct(label=label, by=parts[0].by, exhaustive=is_all, values=values)


def _status(parts: Iterable[Part], period: Period) -> Any:
    """Return the status of a sum: that of the first of its figures that is not final."""
    return next((one for part in parts if (one := part.values[period].status) != "final"), "final")


def _moved(paths: Mapping[Where, Any], key: str, places: list[int]) -> dict[Where, Any]:
    """Return the paths of observations, those of parts under their new places."""
    kept = {where: path for where, path in paths.items() if where[0] != key or where[1] is None}
    moved: dict[Where, Any] = {
        (key, new, where[2]): path
        for where, path in paths.items()
        for new, old in enumerate(places)
        if where[0] == key and where[1] == old
    }
    return {**kept, **moved}
