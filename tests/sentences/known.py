"""What the data of some indicators say: their values, and what can be worked out from them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import combinations, permutations
from typing import NamedTuple

from msgspec import Struct
from sentences.read_text import words_of

from reportgen.claims.model import Direction
from reportgen.claims.reading import read_claims
from reportgen.model import Currency, Indicator, Noun, Part, Period
from reportgen.model.indicators import Series
from reportgen.sentences.numerals import ratio, rounded


class Fact(NamedTuple):
    """A value of the data, or one worked out from them."""

    value: Decimal
    periods: tuple[Period, ...]
    """One, or the first and the last of a change or a sum."""
    label: frozenset[str]
    """The words of the label and of the unit."""
    direction: Direction | None = None
    part: frozenset[str] = frozenset()
    """The words of the part that it is of."""
    is_former: bool = False
    """Whether it is what was reported before it was revised."""


def label_words(indicator: Indicator) -> frozenset[str]:
    """Return the words of the label and of the unit of an indicator."""
    return words_of(f"{indicator.label} {indicator.unit.other if isinstance(indicator.unit, Noun) else ''}")


class Data(Struct, frozen=True, dict=True):
    """The values of some indicators, and what can be worked out from them."""

    indicators: Mapping[str, Indicator]

    @cached_property
    def given(self) -> tuple[tuple[str, Fact], ...]:
        """The values as they are, each with the kind of its unit."""
        return tuple(self._given())

    @cached_property
    def every(self) -> tuple[Series, ...]:
        """The indicators and their parts."""
        return (*self.indicators.values(), *(part for one in self.indicators.values() for part in one.breakdown))

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all indicators."""
        return tuple(part for one in self.indicators.values() for part in one.breakdown)

    @cached_property
    def periods(self) -> frozenset[Period]:
        """All periods of which anything is known, or known to be missing."""
        return frozenset(period for series in self.every for period in series.values)

    @cached_property
    def typed(self) -> frozenset[str]:
        """The numbers that agencies typed into notes and reasons, which are printed as they are."""
        notes = [one.note or "" for series in self.every for one in series.values.values()]
        reasons = [reason for one in self.indicators.values() for reason in one.breaks.values()]
        texts = [text for text in (*notes, *reasons) if text]
        return frozenset(one.text for text in texts for one in read_claims(text).quantities)

    def _given(self) -> Iterator[tuple[str, Fact]]:
        for indicator in self.indicators.values():
            unit, whole = indicator.unit, label_words(indicator)
            kind = "money" if isinstance(unit, Currency) else unit if isinstance(unit, str) else "count"
            for part in (None, *indicator.breakdown):
                series = indicator if part is None else part
                words = words_of(part.called(one=False)) if part is not None else frozenset()
                for period, observation in series.values.items():
                    if observation.value is not None:
                        yield kind, Fact(observation.value, (period,), whole, part=words)
                    if observation.previous is not None:
                        yield kind, Fact(observation.previous, (period,), whole, part=words, is_former=True)

    def called(self, words: frozenset[str]) -> frozenset[frozenset[str]]:
        """Return the labels that words may mean: those of which most is said."""
        labels = {fact.label for _, fact in self.given}
        shared = {label: len(label & words) for label in labels}
        most = max(shared.values(), default=0)
        whole = {label for label in labels if label and label <= words}
        whole = {label for label in whole if not any(label < other for other in whole)}
        return frozenset(whole or {label for label in labels if shared[label] == most})

    @cached_property
    def derived(self) -> tuple[tuple[str, Fact], ...]:
        """Changes, multiples, shares, sums, averages and rates."""
        return (*self._changes(), *self._sums(), *self._shares(), *self._share_changes())

    def _share_changes(self) -> Iterator[tuple[str, Fact]]:
        """Yield by how much the share of one indicator in another changed, in points."""
        for one, other in permutations(self.indicators.values(), 2):
            known = [period for period in one.periods if other.value(period)]
            shares = {at: ratio(Decimal(one.value(at) or 0) * 100, Decimal(other.value(at) or 1)) for at in known}
            for first, last in combinations(known, 2):
                apart = shares[last] - shares[first]
                direction = Direction.UP if apart > 0 else Direction.DOWN if apart else Direction.SAME
                printed = rounded(shares[last], 1) - rounded(shares[first], 1)
                for value in (abs(apart), abs(printed)):
                    yield "points", Fact(value, (first, last), label_words(one), direction)

    def _changes(self) -> Iterator[tuple[str, Fact]]:
        for kind, series in self._series():
            for (one, before), (two, after) in combinations(series, 2):
                up = (after.value > before.value) != (kind == "rank")
                direction = Direction.SAME if after.value == before.value else Direction.UP if up else Direction.DOWN
                span, words = (one, two), before.label
                apart = abs(after.value - before.value)
                yield "points", Fact(apart, span, words, direction)
                years = two.year - one.year
                if years:
                    yield "average", Fact(ratio(apart, Decimal(years)), span, words, direction)
                if before.value > 0:
                    yield "percent", Fact(ratio(apart * 100, before.value), span, words, direction)
                    yield "part", Fact(ratio(apart, before.value), span, words, direction)
                if before.value > 0 and after.value > 0:
                    times = ratio(max(before.value, after.value), min(before.value, after.value))
                    yield "times", Fact(times, span, words, direction)

    def _series(self) -> Iterator[tuple[str, list[tuple[Period, Fact]]]]:
        """Yield the values of each indicator and part, in the order of time."""
        for indicator in self.indicators.values():
            kind = indicator.unit if isinstance(indicator.unit, str) else "count"
            for series in (indicator, *indicator.breakdown):
                words = label_words(indicator)
                values = [
                    (period, Fact(Decimal(series.value(period) or 0), (period,), words)) for period in series.periods
                ]
                yield kind, values

    def _sums(self) -> Iterator[tuple[str, Fact]]:
        for _, series in self._series():
            single = [(period, fact) for period, fact in series if period.is_year]
            for first, last in combinations(range(len(single)), 2):
                facts = [fact for _, fact in single[first : last + 1]]
                total, span = sum((one.value for one in facts), Decimal(0)), (single[first][0], single[last][0])
                yield "sum", Fact(total, span, facts[0].label)
                yield "average", Fact(ratio(total, Decimal(len(facts))), span, facts[0].label)

    def _shares(self) -> Iterator[tuple[str, Fact]]:
        for kind, one in self.given:
            for other_kind, other in self.given:
                if kind == other_kind and one.periods == other.periods and other.value >= one.value and other.value > 0:
                    words = one.label | other.label
                    yield "percent", Fact(ratio(one.value * 100, other.value), one.periods, words)
                    yield "fraction", Fact(ratio(one.value, other.value), one.periods, words)
                    for base in (1_000, 10_000, 100_000):
                        yield f"per {base}", Fact(ratio(one.value * base, other.value), one.periods, words)
