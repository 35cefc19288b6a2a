"""The facts of a whole series, found before any sentence is chosen.

In: a view. Out: its `SeriesShape`: what can be compared, how it went, what is missing, which parts there are; and the
`SentenceForm`, the first of a list that fits. A form further up says more, and is taken where the facts allow it.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.languages.note_words import parting
from reportgen.model import Period
from reportgen.sentences.amounts import kind_of
from reportgen.sentences.facts import ChangeFacts, find_change
from reportgen.sentences.filters.comparisons import comparable
from reportgen.sentences.numerals import is_whole
from reportgen.sentences.phrase import NumberRule
from reportgen.sentences.remarks import crossed, has_remark
from reportgen.sentences.thresholds import CHANGE_TO, PERCENT_DIGITS, POINTS_FROM, SMALL_BASE, STEADY_FROM
from reportgen.sentences.view import View


class Trend(StrEnum):
    """How values went over their periods."""

    NONE = "none"
    """There is nothing to say it of: one value, unlike periods, a gap, a break."""
    CONSTANT = "constant"
    UP = "up"
    DOWN = "down"
    MIXED = "mixed"


class PartGroup(Struct, frozen=True):
    """The parts by one criterion that have a value in any period."""

    by: str | None
    places: tuple[int, ...]
    """Their indexes in the breakdown."""
    periods: tuple[Period, ...]
    """The periods in which any of them has a value."""
    is_exhaustive: bool
    """Whether they are all that there are; not where there are no data at all on another one."""
    is_complete: bool
    """Whether each of them has a value in each of these periods."""


class SeriesShape(Struct, frozen=True):
    """What is true of a series."""

    view: View
    """Seen from its latest period with a value."""
    latest: Period | None
    """None: there is no value at all."""
    used: tuple[Period, ...] = ()
    """Earlier periods that can be compared with the latest one."""
    missing: tuple[Period, ...] = ()
    """Periods asked for, without data."""
    inside: tuple[Period, ...] = ()
    """Periods within the latest span, of which none holds another."""
    unlike: tuple[Period, ...] = ()
    """Periods that can be compared with the latest one in no way."""
    trend: Trend = Trend.NONE
    is_consecutive: bool = False
    """Whether no year is left out between the first and the last."""
    change: ChangeFacts | None = None
    """Against the only earlier value, where there is just one of the same kind."""
    breaks: tuple[Period, ...] = ()
    has_remarks: bool = False
    """Whether a figure is provisional, estimated, revised or has a note."""
    parts: tuple[PartGroup, ...] = ()
    kind: str = "count"
    """How it is worded: count, stock, amount (hours), level (a percentage, a rate, a balance), money, rank."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """All periods of the main sentence, the latest last."""
        return (*self.used, self.latest) if self.latest else ()

    @property
    def beside(self) -> tuple[Period, ...]:
        """Earlier periods as long as the latest, none at the place of another in its year: the quarters before it.

        Nothing is compared with them, since a summer is no winter; where there is no period to compare with, they
        stand in brackets.
        """
        alike = () if self.used or self.latest is None else tuple(filter(self._is_as_long, self.unlike))
        places = {period.start[1] for period in alike}
        return alike if len(places) == len(alike) else ()

    def _is_as_long(self, period: Period) -> bool:
        return self.latest is not None and period.months == self.latest.months and not period.overlaps(self.latest)

    @property
    def figures(self) -> int:
        """How many figures a sentence would hold."""
        figures = len(self.periods) + len(self.inside) + len(self.unlike)
        if self.has_parts_over_years or self.has_groups:
            return figures + len(self.parts[0].places) * len(self.parts[0].periods)
        return figures

    @property
    def table_key(self) -> str:
        """What series share that stand in one table: how they are worded, their unit, and the periods asked for."""
        return f"{self.kind} {self.view.indicator.unit!r} {self.view.asked!r}"

    @property
    def has_parts_over_years(self) -> bool:
        """Return whether there is one breakdown, known in the latest period and in some that it is compared with."""
        if len(self.parts) != 1 or self.latest is None or not self.view.indicator.adds_up_over_parts:
            return False
        group = self.parts[0]
        is_known = set(group.periods) <= set(self.periods) and self.latest in group.periods and len(group.periods) > 1
        return is_known and group.is_complete and (len(group.places) == 1 or len(group.periods) == len(self.periods))

    @property
    def has_groups(self) -> bool:
        """Return whether there is one breakdown whose figures are no parts of the whole, known in the latest period."""
        if len(self.parts) != 1 or self.latest is None or self.inside or self.view.indicator.adds_up_over_parts:
            return False
        group = self.parts[0]
        return group.is_complete and self.latest in group.periods and set(group.periods) <= set(self.periods)

    @property
    def is_nothing(self) -> bool:
        """Return whether the latest value, and every year within it, is nothing."""
        return self.is_zero and all(self.view.value(period) == 0 for period in self.inside)

    @property
    def is_plain(self) -> bool:
        """Return whether there is nothing to say of it but values and their periods."""
        return not (self.parts or self.has_remarks or self.missing or self.breaks or self.unlike or self.inside)

    @property
    def is_zero(self) -> bool:
        """Return whether the latest value is nothing."""
        return self.latest is not None and self.view.value(self.latest) == 0


def find_shape(view: View) -> SeriesShape:
    """Return the facts of a series."""
    kind = _kind(view)
    if not view.periods:
        return SeriesShape(view, None, missing=view.asked, parts=_parts(view), kind=kind)
    latest = view.periods[-1]
    seen = view.seen_at(latest)
    used = tuple(period for period in view.periods if period != latest and comparable(view, latest, period))
    periods = (*used, latest)
    inside = _apart(period for period in view.periods if period != latest and latest.is_span and period in latest)
    unlike = tuple(period for period in view.periods if period not in periods and period not in inside)
    missing = tuple(
        period for period in view.asked if view.series.value(period) is None and _belongs(view, period, periods, latest)
    )
    shape = SeriesShape(
        seen,
        latest,
        used,
        missing,
        inside,
        unlike,
        trend=_trend(view, periods, missing),
        is_consecutive=all(_follow(first, second) for first, second in pairwise(periods)),
        change=_change(seen, used, latest),
        breaks=tuple(crossed(view, periods)),
        has_remarks=any(has_remark(view.series.values[period]) for period in periods),
        parts=_parts(view),
        kind=kind,
    )
    return replace(shape, missing=_with_beside(shape)) if shape.beside else shape


def _with_beside(shape: SeriesShape) -> tuple[Period, ...]:
    """Return the periods without data, those among the periods beside the latest too."""
    lacking = [period for period in shape.view.asked if shape.view.series.value(period) is None]
    return tuple(one for one in lacking if one in shape.missing or (shape.latest and one.months == shape.latest.months))


def _apart(periods: Iterable[Period]) -> tuple[Period, ...]:
    """Return periods of which none holds another: the years, and what lies beside them."""
    found: list[Period] = []
    for period in sorted(periods, key=lambda one: (not one.is_year, one.months)):
        if not any(period.overlaps(other) for other in found):
            found.append(period)
    return tuple(sorted(found, key=lambda one: one.order))


def _kind(view: View) -> str:
    kind = kind_of(view)
    if kind is NumberRule.MEASURE:
        return "amount" if view.indicator.adds_up_over_parts else "level"
    if kind is NumberRule.COUNT:
        if any(value < 0 or not is_whole(value) for value in map(view.value, view.periods)):
            return "level"
        return "stock" if view.indicator.measure == "stock" else "count"
    if kind is NumberRule.MONEY and view.language.is_amount(view.indicator.label or ""):
        return "level"
    return {NumberRule.PERCENT: "level", NumberRule.MONEY: "money"}.get(kind, "rank")


def _belongs(view: View, missing: Period, periods: Sequence[Period], latest: Period) -> bool:
    """Return whether a period without data belongs to the main sentence."""
    return comparable(view, latest, missing) or any(period.like(missing) for period in periods)


def _trend(view: View, periods: Sequence[Period], missing: Sequence[Period]) -> Trend:
    """Return how the values went; nothing is said where periods are unlike, missing, or on two sides of a break.

    Nothing either where a note limits some of the figures: the first eleven months are no year.
    """
    like, words = all(period.like(periods[-1]) for period in periods), view.language.patterns.note_words
    observed = {period: view.series.values[period] for period in periods}
    noted = parting({period: words.limit(one.note, one.status) for period, one in observed.items()})
    if len(periods) < 2 or not like or missing or noted or crossed(view, periods):  # one value goes nowhere
        return Trend.NONE
    values = [view.value(period) for period in periods]
    if len(set(values)) == 1:
        return Trend.CONSTANT
    if len(values) < STEADY_FROM:
        return Trend.MIXED
    if all(first < second for first, second in pairwise(values)):
        return Trend.UP
    return Trend.DOWN if all(first > second for first, second in pairwise(values)) else Trend.MIXED


def _follow(first: Period, second: Period) -> bool:
    """Return whether one period comes directly after another, or a year after it."""
    return second.start[0] - first.start[0] == 1 and first.like(second)


def _change(view: View, used: Sequence[Period], latest: Period) -> ChangeFacts | None:
    """Return the change against the only earlier value; None where there are more, or it is not of the same kind."""
    if len(used) != 1 or not used[0].like(latest) or crossed(view, [*used, latest]):
        return None
    in_points = kind_of(view) in {NumberRule.PERCENT, NumberRule.ORDINAL}
    return find_change(view.value(used[0]), view.value(latest), PERCENT_DIGITS, in_points=in_points)


def _parts(view: View) -> tuple[PartGroup, ...]:
    """Return the breakdowns that have a value in any period."""
    found = []
    for by in view.indicator.criteria:
        seen = {place: view.of_part(place).told for place, _ in view.parts(by)}
        parts = [(place, part) for place, part in view.parts(by) if seen[place]]
        periods = sorted({period for known in seen.values() for period in known}, key=lambda period: period.order)
        if parts:
            complete = all(part.value(period) is not None for _, part in parts for period in periods)
            places = tuple(place for place, _ in parts)
            is_exhaustive = view.indicator.is_exhaustive(by) and all(seen.values())
            found.append(PartGroup(by, places, tuple(periods), is_exhaustive, complete))
    return tuple(found)


# ---- the choice of a form ---------------------------------------------------------------------------------------


class SentenceForm(StrEnum):
    """What a generated sentence is built like."""

    NO_DATA = "no data"
    TABLE = "table"
    NONE_RECORDED = "none recorded"
    SPAN = "span"
    GROUPS = "groups"
    PARTS = "parts over years"
    CONSTANT = "constant"
    STEADY = "steady"
    CHANGE = "change"
    COMPARED = "compared"
    VALUE = "value"


def choose(shape: SeriesShape, table_from: int) -> SentenceForm:
    """Return the form of a series' sentence: the first that fits; the plainest one fits whatever has a value."""
    return next(form for form, fits in _FORMS.items() if fits(shape, table_from))


def _is_table(shape: SeriesShape, table_from: int) -> bool:
    """Return whether it asks for a table, would hold too much for a sentence, or has parts without a whole."""
    if shape.latest is None:
        return bool(shape.parts)
    return shape.view.indicator.report == "table" or shape.figures >= table_from


def _is_constant(shape: SeriesShape) -> bool:
    """Return whether all values are one, in two periods ("in both …") or in years ("in each year from …")."""
    are_named = len(shape.periods) == 2 or all(period.is_year for period in shape.periods)  # "both" are two
    return shape.trend is Trend.CONSTANT and are_named


def _has_change(shape: SeriesShape) -> bool:
    """Return whether there is one earlier value, and a change that is worth a percentage."""
    change = shape.change
    if change is None or not change.amount or shape.has_remarks:
        return False
    if kind_of(shape.view) is NumberRule.PERCENT:
        return change.amount >= POINTS_FROM
    if kind_of(shape.view) is NumberRule.MEASURE and not shape.view.indicator.adds_up_over_parts:
        return False
    return shape.kind == "rank" or (change.first >= SMALL_BASE and 1 <= change.amount < CHANGE_TO)


_FORMS: dict[SentenceForm, Callable[[SeriesShape, int], bool]] = {
    SentenceForm.NO_DATA: lambda shape, _: shape.latest is None and not shape.parts,
    SentenceForm.TABLE: _is_table,
    SentenceForm.NONE_RECORDED: lambda shape, _: shape.is_nothing and shape.kind in {"count", "stock"},
    SentenceForm.SPAN: lambda shape, _: bool(shape.inside),
    SentenceForm.GROUPS: lambda shape, _: shape.has_groups,
    SentenceForm.PARTS: lambda shape, _: shape.has_parts_over_years,
    SentenceForm.CONSTANT: lambda shape, _: _is_constant(shape),
    SentenceForm.STEADY: lambda shape, _: shape.trend in {Trend.UP, Trend.DOWN} and shape.kind != "rank",
    SentenceForm.CHANGE: lambda shape, _: _has_change(shape),
    SentenceForm.COMPARED: lambda shape, _: bool(shape.used),
    SentenceForm.VALUE: lambda shape, _: shape.latest is not None,
}
