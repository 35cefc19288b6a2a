"""Indicators in the making: what is counted, its values by period, its parts, and where they stand."""

from decimal import Decimal

from msgspec import Struct

from reportgen.claims.model import Measure
from reportgen.model.indicators import Scale


class DraftPart(Struct):
    """One part of a total."""

    label: str
    values: dict[str, Decimal]
    by: str | None = None


class FigureSpot(Struct):
    """Where a value stands in a paragraph, and which one it is."""

    start: int
    end: int
    period: str
    part: DraftPart | None = None
    """None: it is the whole."""


class IndicatorDraft(Struct):
    """An indicator in the making."""

    label: str
    noun: str
    measure: Measure
    unit: str
    """The currency of an amount."""
    start: int
    """Where its main figure stands in the paragraph."""
    values: dict[str, Decimal] = {}
    """By period as project files write it; the empty text stands for a period that nobody names."""
    is_state: bool = False
    """Whether the sentence speaks of the time of the report: `there are`, `currently`."""
    spots: list[FigureSpot] = []
    parts: list[DraftPart] = []
    exhaustive: bool = True
    show: Scale | None = None
    """The scale that all of its amounts are written in."""
    needs_total: bool = False
    """Whether its parts belong to a total that stands before it."""
    share: "tuple[IndicatorDraft, IndicatorDraft] | None" = None
    """For a percentage: the part and the whole that it follows from."""
    is_kept: bool = False
    """Whether it is recorded with a single value: as the part or the whole of a share, or as a share of one."""
    joined_to: "IndicatorDraft | None" = None
    """The draft that took over what this one says."""

    @property
    def last(self) -> "IndicatorDraft":
        """Return the draft that holds what this one says."""
        return self if self.joined_to is None else self.joined_to.last

    def settle(self, period: str) -> None:
        """Give its figures and parts the period that the text leaves open."""
        for spot in self.spots:
            spot.period = period
        for part in self.parts:
            part.values = {period: next(iter(part.values.values()))}
