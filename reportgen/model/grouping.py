"""Parts with small numbers, put together with others of their breakdown until no sum is small."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeVar, cast

from msgspec import Struct

from reportgen.model.disclosure import Cell
from reportgen.model.indicators import Indicator, Observation, Part
from reportgen.model.periods import Period
from reportgen.model.small_numbers import Grouped

_K = TypeVar("_K")
_T = TypeVar("_T")
Joined = Callable[[Sequence[str]], str]
"""Writes labels as a list: `North and South`."""
_INSTEAD = "the small numbers are withheld, as with fewer"


class Grouping(Struct):
    """An indicator whose small parts were put together."""

    indicator: Indicator
    members: list[list[int]]
    """The old places of what each of its parts is made of."""
    joined: list[Cell] = []
    """The old cells that are printed with others only."""
    gone: list[Cell] = []
    """The old cells of breakdowns of which nothing would be left but the whole."""
    refused: str | None = None
    """Why parts of a breakdown could not be put together, where that is so."""

    @property
    def is_changed(self) -> bool:
        """Return whether any parts were put together."""
        return bool(self.joined or self.gone)


def ungrouped(indicator: Indicator) -> Grouping:
    """Return an indicator of which nothing was put together."""
    return Grouping(indicator, [[place] for place in range(len(indicator.breakdown))])


def group_parts(indicator: Indicator, below: int, joined: Joined) -> Grouping:
    """Put the parts of an indicator with small numbers together with the smallest others.

    Parts that may overlap, or have figures of different periods, are left as they are: their sum would be no figure,
    or some of them would be lost. Where all parts of a breakdown would be one, the breakdown goes.

    Args:
        indicator: as it was given.
        below: the least number that is not small; nought is none either.
        joined: writes labels as a list, in the language of the report.
    """
    found = Grouping(indicator, [])
    together: dict[str, str] = {}
    for by in indicator.criteria:
        groups = [[place] for place, part in enumerate(indicator.breakdown) if part.by == by]
        refused = _refuse(indicator, by) if any(_is_small(indicator, one, below) for one in groups) else None
        found.refused = found.refused or refused
        wider = groups if refused else _widened(indicator, groups, below)
        is_gone = len(wider) == 1 and not refused and (len(groups) > 1 or _is_small(indicator, wider[0], below))
        for group in wider:
            cells = [(place, period) for place in group for period in indicator.breakdown[place].periods]
            found.gone += cells if is_gone else []
            found.joined += cells if not is_gone and len(group) > 1 else []
            found.members += [] if is_gone else [group]
            if is_gone or len(group) > 1:
                together |= dict.fromkeys(_names(indicator, group), "" if is_gone else joined(_names(indicator, group)))
    if together:
        fields = {
            **dict(indicator),
            "breakdown": tuple(_together(indicator, member, joined) for member in found.members),
        }
        found.indicator = Grouped.model_construct(**fields, together=_frozen(together))
    return found


def _refuse(indicator: Indicator, by: str | None) -> str | None:
    """Return why the parts of a breakdown must not be added up; None where they may."""
    parts = indicator.parts(by)
    if any(part.periods != parts[0].periods for part in parts):
        return f"its parts have figures of different periods, so that some would be lost in the sum; {_INSTEAD}"
    wholes = {period: indicator.value(period) for period in parts[0].periods}
    sums = {period: sum((part.value(period) or Decimal(0) for part in parts), Decimal(0)) for period in wholes}
    if not indicator.is_exhaustive(by) or any(wholes[period] not in {None, sums[period]} for period in wholes):
        return f"its parts do not make up the whole, so that somebody may be counted in several; {_INSTEAD}"
    return None


def _widened(indicator: Indicator, groups: list[list[int]], below: int) -> list[list[int]]:
    """Return groups of parts of which none is small, or a single one."""
    groups = list(groups)
    while len(groups) > 1 and (small := next((group for group in groups if _is_small(indicator, group, below)), None)):
        groups.remove(small)
        other = min(groups, key=lambda one: (sum(_sums(indicator, one).values(), Decimal(0)), one))
        groups[groups.index(other)] = sorted([*other, *small])
    return groups


def _sums(indicator: Indicator, group: Iterable[int]) -> dict[Period, Decimal]:
    """Return the sums of parts that have figures of the same periods."""
    parts = [indicator.breakdown[place] for place in group]
    return {
        period: sum((part.value(period) or Decimal(0) for part in parts), Decimal(0)) for period in parts[0].periods
    }


def _is_small(indicator: Indicator, group: Sequence[int], below: int) -> bool:
    return any(0 < value < below for value in _sums(indicator, group).values())


def _names(indicator: Indicator, group: Sequence[int]) -> list[str]:
    return [indicator.breakdown[place].name for place in group]


def _together(indicator: Indicator, group: Sequence[int], joined: Joined) -> Part:
    """Return parts as one, called by all of their labels."""
    parts = [indicator.breakdown[place] for place in group]
    if len(parts) == 1:
        return parts[0]
    values = {
        one: Observation(value=value, status=_status(parts, one), note=_note(parts, one))
        for one, value in _sums(indicator, group).items()
    }
    lacking = {period: parts[0].values[period] for period in parts[0].asked if period not in values}
    label = joined(_names(indicator, group))
    return Part.model_construct(label=label, by=parts[0].by, exhaustive=True, values=_frozen({**values, **lacking}))


def _frozen(values: dict[_K, _T]) -> dict[_K, _T]:
    """Return a read-only mapping, which the model takes for a dict."""
    return cast("dict[_K, _T]", MappingProxyType(values))


def _status(parts: Iterable[Part], period: Period) -> Any:
    """Return the status of a sum: that of the first of its figures that is not final."""
    return next((one for part in parts if (one := part.values[period].status) != "final"), "final")


def _note(parts: Iterable[Part], period: Period) -> str | None:
    """Return the notes on the figures of a sum, each with the part that it is on."""
    notes: Mapping[str, str] = {part.name: note for part in parts if (note := part.values[period].note) is not None}
    return "; ".join(f"{label}: {note}" for label, note in notes.items()) or None
