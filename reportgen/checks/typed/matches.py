"""Typed numbers beside figures from data: where both state one quantity of one period, they must be the same.

Only what is certain counts as one quantity: numbers that one sentence compares or totals, and numbers whose noun, whose
clause and whose period are those of a figure of the same reply, or those of the label of its indicator.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from reportgen.checks.stated import (
    Stated,
    are_same_measure,
    head_of,
    is_part_of_another,
    members_of,
    period_of,
    refer,
    stems,
    words_behind,
)
from reportgen.checks.typed.change_words import AMOUNTS, LEVELS
from reportgen.checks.typed.nearness import agrees, units_in
from reportgen.checks.typed.parts import (
    is_said_total,
    is_total_of,
    part_joined,
    part_named,
    part_of_total,
    part_stated,
    whole_stated,
)
from reportgen.checks.typed.reading import (
    PlacedFigure,
    ReadPassage,
    names_topic,
    read_passage,
    starts_of,
    states_number,
)
from reportgen.checks.typed.series import is_left_out, peak_stated, sum_of_parts, sum_stated
from reportgen.claims.model import Change, Claim, Measure, Quantity, StatedSeries
from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.document.passages import Passage
from reportgen.model import Currency, Merged, Period
from reportgen.model.base import Number
from reportgen.model.indicators import Noun
from reportgen.model.merge import Where

SeriesOf = tuple[str, int | None]
"""An indicator, and the index of a part of it; None: the whole."""


class Match(Struct, frozen=True):
    """A typed number that states what data hold."""

    passage: int
    """The index of its passage."""
    span: Span
    where: Where
    value: Number
    """What the data hold."""
    agrees: bool
    """Whether the typed number is that value, as far as its last digit goes."""


def typed_beside_data(passages: Sequence[Passage], merged: Merged) -> Iterator[Match]:
    """Yield the typed numbers that state a quantity of the data, each once, with whether they agree.

    Args:
        passages: of the document, in its order.
        merged: the indicators.
    """
    replies: dict[int | None, list[tuple[int, Passage]]] = {}
    for index, passage in enumerate(passages):
        replies.setdefault(passage.issue, []).append((index, passage))
    matcher = _Matcher(merged)
    for reply in replies.values():
        read = [passage for _, passage in reply]
        if any(one.figures for one in read) and any(map(states_number, read)):  # most replies type no statistic
            yield from matcher.matches([read_passage(*one, matcher.wheres) for one in reply])


def _period_claimed(claim: Claim, own: Quantity, typed: Stated, period: Period) -> Period | None:
    """Return the period of which a claim says a number to be the value.

    What something rose from is not of the period in which it rose: of a span it is of the first year.
    """
    stated = period_of(typed.line, own, period) or period_of(typed.line, typed.quantity, period)
    if isinstance(claim, Change) and own == claim.start and stated is not None and stated.end == period.end:
        return Period.of_year(stated.start[0]) if stated.is_span else None
    return stated


def _sameness(read: ReadPassage, figure: PlacedFigure) -> tuple[object, ...]:
    """Return what figures have in common that need to be looked at once only."""
    stated = figure.stated
    return read.index, figure.where, stated.noun, stated.words, stated.is_alone, stated.refers_back


_Figures = Sequence[tuple[ReadPassage, PlacedFigure]]
"""The figures of a reply, each with its passage."""


class _Matcher(Struct, dict=True):
    """Compares the numbers of replies with the data."""

    merged: Merged

    @cached_property
    def wheres(self) -> Mapping[Path, Where]:
        """The observations by their paths."""
        return self.merged.by_path()

    def matches(self, reply: Sequence[ReadPassage]) -> Iterator[Match]:
        """Yield what the typed numbers of a reply state of the data."""
        figures = list({_sameness(read, figure): (read, figure) for read in reply for figure in read.figures}.values())
        for read in reply:
            for typed in read.typed:
                quantity = typed.quantity
                where = self._stated_by(read, typed, figures) if quantity.is_exact else self._compared(read, typed)
                value = None
                if where is not None:
                    value = self.merged.indicators[where[0]].series(where[1]).value(where[2])
                if value is None:
                    where, value = sum_stated(read, typed, self.merged, self._names) or (None, None)
                if where is None or value is None:
                    continue
                measured = self._in_unit_of(quantity, where[0], value)
                is_so = measured is not None and agrees(typed.line, typed.at, measured)
                if measured is not None and (quantity.is_exact or not is_so):
                    yield Match(read.index, quantity.span, where, value, is_so)

    def _in_unit_of(self, quantity: Quantity, key: str, value: Number) -> Number | None:
        """Return a value in the unit of a typed duration: 120 days as months; None for what cannot be told in it."""
        unit = self.merged.indicators[key].unit
        if quantity.measure is not Measure.DURATION or not isinstance(unit, Noun) or not quantity.unit:
            return value
        many = units_in(unit.other, quantity.unit)
        return Decimal(value) * many if many else None

    def _stated_by(self, read: ReadPassage, typed: Stated, figures: _Figures) -> Where | None:
        """Return what an exact number states: a part of a figure, or one value of its series."""
        stated = self._resumed(read, typed) or self._parted(read, typed)
        if stated is not None or is_part_of_another(typed.line, typed.at):
            return stated
        return (
            self._claimed(read, typed)
            or peak_stated(read, typed, self._names)
            or self._totalled(read, typed)
            or self._summed(read, typed)
            or self._listed(read, typed, figures)
            or self._joined(read, typed)
            or self._whole(read, typed)
            or self._bracketed(read, typed)
            or self._repeated(read, typed, figures)
            or self._labelled(read, typed, figures)
            or self._elliptic(read, typed)
        )

    def _compared(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return of what a number is said to be roughly the value: `of whom fewer than ten`, `over 1,000 in 2022`."""
        if (of_whole := self._parted(read, typed)) is not None:
            return of_whole
        where = None if is_part_of_another(typed.line, typed.at) else self._claimed(read, typed)
        periods = {figure.where[2] for figure in read.figures_of(typed.line)}
        return None if where is None or where[2] in periods else where

    def _claimed(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states that a claim relates to a figure: `{{ victims }}, compared with 260 in 2020`."""
        for claim in read.claims.get(typed.quantity.span, ()):
            members = members_of(claim)
            own = next((member for member in members if member.span == typed.quantity.span), None)
            figures = [figure for member in members if (figure := read.figure_at(member.span))]
            if own is None or len({figure.where[:2] for figure in figures}) != 1:
                continue
            key, part, period = figures[0].where
            stated = _period_claimed(claim, own, typed, period)
            is_series = isinstance(claim, StatedSeries)
            others = starts_of(read, typed) if is_series else ()
            if stated is not None and all(
                self._may_be(one, figures[0], is_series=is_series) for one in (typed, *others)
            ):
                return key, part, stated
        return None

    def _may_be(self, typed: Stated, figure: PlacedFigure, *, is_series: bool) -> bool:
        """Return whether nothing makes another quantity of a typed number than that of the figure beside it.

        `{{ victims }}, compared with 260 women` counts women, whatever the figure counts.
        """
        is_bare = typed.quantity.measure is Measure.COUNT and not typed.noun  # "12.4 per 100,000 …, down from 20.1"
        is_rate = is_bare and figure.stated.quantity.measure is Measure.RATE
        if not (is_rate or are_same_measure(typed.quantity, figure.stated.quantity)):
            return False
        known = self._nouns(figure.where[:2]) | figure.stated.noun | figure.stated.words | self._label(figure.where[:2])
        own = typed.noun | words_behind(typed.line, typed.at)
        has_own_clause = is_series and bool(figure.stated.noun | figure.stated.words)
        return own <= known and (not has_own_clause or typed.words <= known)

    def _parted(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states that is said to be a part of a figure: `{{ victims }}, of whom 80 were women`."""
        here = [figure for figure in read.figures_of(typed.line) if figure.stated.at < typed.at]
        before = here or self._last_sentence(read, typed)
        whole = next((one for one in reversed(before) if one.where[1] is None), None)
        if whole is None or {one.where[0] for one in before if one.stated.at >= whole.stated.at} != {whole.where[0]}:
            return None
        if not are_same_measure(typed.quantity, whole.stated.quantity):
            return None
        key, _, period = whole.where
        part = part_stated(
            typed, whole.stated.at if here else None, self.merged.indicators[key], self._nouns(whole.where[:2])
        )
        return None if part is None else (key, part, period_of(typed.line, typed.quantity, period) or period)

    def _totalled(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states whose total is a figure, or the other way round: `350 persons (348 in all)`."""
        for figure in read.figures_of(typed.line):
            first, second = sorted((figure.stated, typed), key=lambda stated: stated.at)
            period = figure.where[2]
            if (
                are_same_measure(first.quantity, second.quantity)
                and is_total_of(figure.stated.line, first, second, self._nouns(figure.where[:2]))
                and period_of(typed.line, typed.quantity, period) in {None, period}
            ):
                return figure.where
        return None

    def _summed(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states in `131 women and 217 men, 348 in all`: a part of a figure, or all of several."""
        line, figures = typed.line, read.figures_of(typed.line)
        if is_said_total(line, typed):
            return sum_of_parts([one for one in figures if one.stated.at < typed.at], typed, self.merged)
        whole = next((one for one in figures if one.stated.at > typed.at and is_said_total(line, one.stated)), None)
        if whole is None or whole.where[1] is not None or not are_same_measure(typed.quantity, whole.stated.quantity):
            return None
        key, _, period = whole.where
        part = part_of_total(typed, whole.stated.at, self.merged.indicators[key], self._nouns(whole.where[:2]))
        return None if part is None else (key, part, period)

    def _listed(self, read: ReadPassage, typed: Stated, figures: _Figures) -> Where | None:
        """Return what the number of an item states, whose list is led to by one whole: `Women: 131`."""
        lead = read.passage.lead.strip()
        if not lead.endswith(":") or read.figures or len(typed.line.quantities) != 1:
            return None
        wheres = {one.where for other, one in figures if other.passage.text.strip() == lead}
        where = wheres.pop() if len(wheres) == 1 else None
        if where is None or where[1] is not None:
            return None
        key, _, period = where
        part = part_named(typed, self.merged.indicators[key], self._nouns(where[:2]))
        return None if part is None else (key, part, period_of(typed.line, typed.quantity, period) or period)

    def _joined(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states that is joined to the figure of another part: `{{ women }} women and 217 men`."""
        place = typed.line.quantities.index(typed.at)
        near = {at for at in typed.line.quantities[max(place - 1, 0) : place + 2] if at != typed.at}
        for figure in read.figures_of(typed.line):
            key, own, period = figure.where
            is_near = own is not None and figure.stated.at in near
            if not is_near or period_of(typed.line, typed.quantity, period) not in {None, period}:
                continue
            indicator, nouns = self.merged.indicators[key], self._nouns((key, None))
            part, other = part_joined(typed, figure.stated, indicator, nouns)
            if part is None or other is None or other != own or part == other:
                continue
            # Not of "131 women and 217 men were trained", whatever was counted.
            is_told = bool((typed.words | figure.stated.words) & (self._label((key, None)) - typed.noun))
            is_same = is_told and are_same_measure(typed.quantity, figure.stated.quantity)
            if is_same and indicator.breakdown[part].by == indicator.breakdown[other].by:
                return key, part, period
        return None

    def _whole(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return the whole that a number states of which a figure is a part: `{{ women }} of the 640 judges`."""
        for figure in read.figures_of(typed.line):
            key, part, period = figure.where
            is_same = part is not None and are_same_measure(typed.quantity, figure.stated.quantity)
            if is_same and period_of(typed.line, typed.quantity, period) in {None, period}:
                nouns, label = self._nouns((key, None)), self._label((key, None))
                if whole_stated(typed, figure.stated, nouns, label):
                    return key, None, period
        return None

    def _bracketed(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states in brackets right behind a figure: `{{ victims }} persons (260 in 2020)`."""
        line, opening = typed.line, typed.line.opening(typed.at)
        before = [at for at in line.quantities if opening is not None and at < opening]
        figure = read.figure_at(line.quantity(before[-1]).span) if before else None
        if opening is None or figure is None or not are_same_measure(typed.quantity, figure.stated.quantity):
            return None
        inside = line.items[opening + 1 : line.close.get(opening, len(line.items))]
        words = stems(" ".join(item.low for item in inside if item.kind in "wcr"))
        stated = period_of(typed.line, typed.quantity, figure.where[2])
        is_series = stated not in {None, figure.where[2]} and words <= self._nouns(figure.where[:2])
        return (*figure.where[:2], stated) if is_series and stated else None

    def _repeated(self, read: ReadPassage, typed: Stated, figures: _Figures) -> Where | None:
        """Return what a number states whose noun, clause and period are those of a figure of the same reply."""
        for other, figure in figures:
            period = figure.where[2]
            stated = period_of(typed.line, typed.quantity, period if other is read else None)
            is_noun = self._is_noun(typed, figure) or (other is read and is_left_out(typed, figure.stated))
            if not are_same_measure(typed.quantity, figure.stated.quantity) or not is_noun:
                continue
            nouns = self._nouns(figure.where[:2])
            are_alone = typed.is_alone and figure.stated.is_alone
            is_one_clause = are_alone and typed.words - nouns == figure.stated.words - nouns
            if is_one_clause and stated is not None and not names_topic(read, typed, other):
                return (*figure.where[:2], stated)
            if other is read and stated in {None, period} and refer(typed, figure.stated):
                return figure.where
        return None

    def _labelled(self, read: ReadPassage, typed: Stated, figures: _Figures) -> Where | None:
        """Return what a number states whose noun and clause are those of the label of an indicator of the reply."""
        stated = period_of(typed.line, typed.quantity, None)
        if stated is None or not typed.is_alone or not typed.noun:
            return None
        for key in dict.fromkeys(figure.where[0] for _, figure in figures):
            other = next(one for one, figure in figures if figure.where[0] == key)
            for part in (None, *range(len(self.merged.indicators[key].breakdown))):
                label, nouns = self._label((key, part)), self._nouns((key, part))
                is_label = typed.noun <= nouns | label and typed.words | typed.noun - nouns == label - nouns
                is_certain = self._is_unit(key, typed.quantity) and not names_topic(read, typed, other)
                if label - nouns and is_label and is_certain:
                    return key, part, stated
        return None

    def _elliptic(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number without a noun states behind a sentence with one series: `In 2020, it was 260.`."""
        if typed.noun or typed.words or not typed.is_alone or typed.line.low(typed.at + 1) not in {"", ".", "in"}:
            return None
        last = self._last_sentence(read, typed)
        if len({one.where[:2] for one in last}) != 1 or not are_same_measure(typed.quantity, last[0].stated.quantity):
            return None
        stated = period_of(typed.line, typed.quantity, last[0].where[2])
        is_lonely = not any(one.line.span == last[0].stated.line.span for one in read.typed)
        return None if stated is None or not is_lonely else (*last[0].where[:2], stated)

    def _resumed(self, read: ReadPassage, typed: Stated) -> Where | None:
        """Return what a number states in `down from the level of 2022, which stood at 52 per cent in that year`."""
        line, own = typed.line, read.figures_of(typed.line)
        which = typed.at - 2 - (line.low(typed.at - 1) == "at")
        named, is_told = line.period(which - 2), line.low(which + 1) in {"stood", "was", "amounted"}
        is_level = line.low(which - 3) in {"of", "for"} and line.low(which - 4) in LEVELS | AMOUNTS | {"rate", "that"}
        if not (line.low(which) == "which" and named and is_told and is_level):
            return None
        series = {one.where[:2] for one in own}
        is_one = len(series) == 1 and all(typed.noun <= self._nouns(one) | self._label(one) for one in series)
        if not is_one or not are_same_measure(typed.quantity, own[0].stated.quantity):
            return None
        stated = period_of(line, replace(typed.quantity, period=named), own[0].where[2])
        return None if stated is None else (*own[0].where[:2], stated)

    def _last_sentence(self, read: ReadPassage, typed: Stated) -> Sequence[PlacedFigure]:
        """Return the figures of the sentence right before that of a number."""
        start = typed.line.span.start
        before = [figure for figure in read.figures if figure.stated.line.span.end <= start]
        last = [figure for figure in before if figure.stated.line.span == before[-1].stated.line.span]
        return last if last and not read.passage.text[last[0].stated.line.span.end : start].strip() else ()

    # ---- what an indicator counts -----------------------------------------------------------------------------

    def _nouns(self, series: SeriesOf) -> frozenset[str]:
        """Return the stems of the words that may stand behind a figure of a series as its noun."""
        indicator = self.merged.indicators[series[0]]
        unit = indicator.unit
        nouns = stems(f"{unit.one} {unit.other}") if isinstance(unit, Noun) else frozenset[str]()
        return nouns | head_of(indicator.label or "")

    def _label(self, series: SeriesOf) -> frozenset[str]:
        """Return the stems of the words of a label, with those of the part."""
        key, part = series
        indicator = self.merged.indicators[key]
        called = "" if part is None else indicator.breakdown[part].name
        return stems(indicator.label or "") | stems(called)

    def _names(self, series: SeriesOf) -> frozenset[str]:
        return self._nouns(series) | self._label(series)

    def _is_noun(self, typed: Stated, figure: PlacedFigure) -> bool:
        """Return whether a typed number has the noun of a figure, or one that its indicator goes by."""
        noun, nouns = figure.stated.noun, self._nouns(figure.where[:2])
        own = typed.noun
        return bool(own) and (own == noun or (own <= nouns and (not noun or noun <= nouns)))

    def _is_unit(self, key: str, quantity: Quantity) -> bool:
        """Return whether a number is measured as the values of an indicator are."""
        unit = self.merged.indicators[key].unit
        if isinstance(unit, Currency):
            return quantity.measure is Measure.MONEY
        return quantity.measure is {"percent": Measure.PER_CENT, "rank": Measure.RANK}.get(str(unit), Measure.COUNT)
