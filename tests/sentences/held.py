"""What a text says, held against the data that it was written from: numbers, periods, directions, parts, remarks."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from sentences.known import Data, Fact, label_words
from sentences.read_text import Read, ReadText, words_of

from reportgen.claims.model import Change, Direction, Measure, PeriodKind, Quantity, Total
from reportgen.claims.passages import sentences
from reportgen.model import Indicator, Period
from reportgen.model.indicators import Series

_KINDS = {
    Measure.COUNT: frozenset({"count", "money", "average", "sum", "points", "rank"}),
    Measure.RATE: frozenset({"count", "per 1000", "per 10000", "per 100000"}),
    Measure.DURATION: frozenset({"count", "average", "sum"}),
    Measure.MONEY: frozenset({"money", "average", "sum", "points"}),
    Measure.PER_CENT: frozenset({"percent"}),
    Measure.POINTS: frozenset({"points", "average"}),
    Measure.TIMES: frozenset({"times"}),
    Measure.FRACTION: frozenset({"fraction", "part"}),
    Measure.RANK: frozenset({"rank"}),
}
_REMARKS: Mapping[str, Callable[[Series, Period], bool]] = {
    "no data are available": lambda series, period: period in series.values and series.value(period) is None,
    "no figure for the whole": lambda series, period: period in series.values and series.value(period) is None,
    "provisional": lambda series, period: _status(series, period) == "provisional",
    "estimate": lambda series, period: _status(series, period) == "estimated",
    "revised": lambda series, period: period in series.values and series.values[period].previous is not None,
    "not comparable": lambda series, period: isinstance(series, Indicator) and period in series.breaks,
    "note on": lambda series, period: period in series.values and bool(series.values[period].note),
}
"""What is said of periods, by the words that say it."""
_CLAUSE = re.compile(r"[^;()]+")


def _status(series: Series, period: Period) -> str:
    return series.values[period].status if period in series.values else ""


def contradictions(read: ReadText, data: Data, *, is_all: bool = False) -> list[str]:
    """Return what the text says that the data, or the text itself, do not.

    Args:
        read: the text.
        data: what it was written from.
        is_all: whether it is all that is said of them, so that no period may be missing.
    """
    found = [one for one in read.findings if not _UNLIKE.search(one)]
    found += [
        f"number: {one.span.of(read.text)} in {one.period or 'no period'}"
        for one in read.numbers
        if not _is_known(one, data, read.text)
    ]
    found += [f"direction: {one.word} {one.span.of(read.text)}" for one in _wrong_directions(read, data)]
    found += [f"direction: {one}" for one in _wrong_words(read, data)]
    found += [f"part: {one}" for one in _wrong_parts(read, data)]
    found += [f"period: {one}" for one in _unknown_periods(read, data)]
    found += [f"missing: {one}" for one in _untold(read, data)] if is_all else []
    return found


def _wrong_parts(read: ReadText, data: Data) -> Iterator[str]:
    """Yield the parts of totals that the data know by their label, with another value."""
    for claim in read.reading.claims:
        for part in claim.parts if isinstance(claim, Total) else ():
            words = words_of(part.label) if ":" not in part.label else frozenset()
            called = [one for one in data.parts if words_of(one.called(one=False)) <= words]
            values = {value for one in called for period in one.periods if (value := one.value(period)) is not None}
            if called and not any(abs(value - part.quantity.value) <= part.quantity.step / 2 for value in values):
                yield f"{part.quantity.text} {part.label}"


def _untold(read: ReadText, data: Data) -> Iterator[Period]:
    """Yield the periods of which the data know a value, and that the text names neither alone nor within a span."""
    told = [Period.parse(one.written) for one in read.reading.periods if one.written]
    for indicator in data.indicators.values():
        yield from (one for one in indicator.periods if not any(one in period for period in told))


_UNLIKE = re.compile(r"period-mismatch: \d+ years? (?:are|is) compared with \d+ years?")
"""A person should look where a span is compared with a year; that is what the data are."""


_FORMER = re.compile(r"reported as [^;()]*\Z")
"""Before what the last report gave: one figure, or several with "respectively"."""


def _is_known(one: Read, data: Data, text: str) -> bool:
    """Return whether the data hold a number, of its period where the text gives one."""
    if one.text in data.typed:
        return True
    kinds, called = _KINDS[one.measure], data.called(one.words)
    is_former = _FORMER.search(text, 0, one.span.start) is not None
    for kind, fact in data.given:
        if (
            kind in kinds
            and (not fact.part or fact.part & one.words)
            and fact.label in called
            and fact.is_former is is_former
            and _is_near(one, fact.value)
            and _is_of(one, fact, data)
        ):
            return True
    kinds &= {kind for words, kinds in _SAID.items() if re.search(words, text) for kind in kinds}
    return any(
        kind in kinds
        and _is_near(one, fact.value)
        and _covers(one, kind, fact)
        and any(fact.label >= label for label in called)
        for kind, fact in data.derived
    )


_SAID: Mapping[str, frozenset[str]] = {
    "": frozenset({"percent", "times", "fraction", "part", "per 1000", "per 10000", "per 100000"}),
    "average": frozenset({"average"}),
    r"places?(?: compared|\W*(?:\.|$|\())": frozenset({"points"}),
    "point": frozenset({"points"}),
    r"total|\(": frozenset({"sum"}),
}
"""What a number may be that is no value of the data, by a word that the text must have."""


def _is_near(one: Read, value: Decimal) -> bool:
    return abs(value - one.value) <= one.step / 2 and (value <= one.value or not one.is_nearly)


def _is_of(one: Read, fact: Fact, data: Data) -> bool:
    """Return whether a value is of the period of a number, or of each year of its span."""
    if not one.period or str(fact.periods[0]) == one.period:
        return True
    period = Period.parse(one.period)
    if _is_last_month(period, fact.periods[0]) or (fact.value == 0 and _is_nothing_of(period, fact, data)):
        return True
    if fact.periods[0] not in period or not period.is_span:
        return False
    if fact.is_former:
        return True  # "the figures for 2020 and 2021 …, respectively"
    known = [other for _, other in data.given if other.label == fact.label and other.periods[0].is_year]
    same = {one.periods[0].year for one in known if one.value == fact.value}
    within = {one.periods[0].year for one in known if one.periods[0] in period}
    return {period.start[0], period.end[0]} <= same and within <= same


def _is_nothing_of(period: Period, fact: Fact, data: Data) -> bool:
    """Return whether what goes on over time was nothing in periods that follow each other through the whole of one."""
    if all(label_words(one) != fact.label for one in data.indicators.values() if one.adds_up_over_time):
        return False
    given = [other for _, other in data.given if (other.label, other.part) == (fact.label, fact.part)]
    ends = {other.periods[0].start: other.periods[0].end for other in given if other.value == 0 and not other.is_former}
    start: tuple[int, int] | None = period.start
    while start is not None and (end := ends.get(start)) is not None and end != period.end:
        start = (end[0] + end[1] // 12, end[1] % 12 + 1) if end < period.end else None
    return start is not None and ends.get(start) == period.end


def _is_last_month(month: Period, period: Period) -> bool:
    """Return whether a month is the last of a part of a year: `as at the end of the fourth quarter of 2025`."""
    return month.months == 1 and month.end == period.end and not period.is_year


def _covers(one: Read, kind: str, fact: Fact) -> bool:
    """Return whether a value worked out from several periods may stand under the period of a number."""
    if not one.period:
        return True
    period = Period.parse(one.period)
    return (kind != "sum" and period == fact.periods[-1]) or (period.start, period.end) == (
        fact.periods[0].start,
        fact.periods[-1].end,
    )


def _wrong_directions(read: ReadText, data: Data) -> Iterator[Change]:
    """Yield the changes whose direction is that of no change in the data with these values."""
    for claim in read.reading.claims:
        if not isinstance(claim, Change):
            continue
        facts = [
            fact for kind, fact in data.derived if fact.direction is not None and _is_change(claim, kind, fact, data)
        ]
        if not any(fact.direction is claim.direction for fact in facts):
            yield claim


_FROM_NONE = re.compile(
    r"\b(?:decrease|decreased|fell|fall)\b[^.;]* from none\b|\b(?:increase|increased|rose|rise)\b[^.;]* to none\b"
)
_RANKED = re.compile(r"\bhaving (risen|fallen) (\d+) places? compared with (\d{4})")


def _wrong_words(read: ReadText, data: Data) -> Iterator[str]:
    """Yield directions that contradict a nothing in words, and places gained or lost that are not those of the data."""
    yield from (match.group() for match in _FROM_NONE.finditer(read.text))
    for match in _RANKED.finditer(read.text):
        way = Direction.UP if match[1] == "risen" else Direction.DOWN
        moved = [
            fact
            for kind, fact in data.derived
            if kind == "points" and str(fact.periods[0]) == match[3] and fact.value == int(match[2])
        ]
        if not any(fact.direction is way for fact in moved):
            yield match.group()


def _is_change(claim: Change, kind: str, fact: Fact, data: Data) -> bool:
    """Return whether a change of the data has the amount and the ends that a claim gives."""
    if claim.by is not None and not _is_amount(claim.by, kind, fact):
        return False
    if claim.by is not None and claim.by.measure is Measure.POINTS:
        return True
    ends = ((claim.start, fact.periods[0]), (claim.end, fact.periods[-1]))
    return all(one is None or _is_end(one, period, data) for one, period in ends)


def _is_amount(by: Quantity, kind: str, fact: Fact) -> bool:
    if by.measure is Measure.FRACTION:
        return kind == "percent"
    return kind in _KINDS[by.measure] | {"times"} and (
        by.measure is Measure.TIMES or abs(by.value - fact.value) <= by.step / 2
    )


def _is_end(one: Quantity, period: Period, data: Data) -> bool:
    return any(fact.periods[0] == period and abs(fact.value - one.value) <= one.step / 2 for _, fact in data.given)


def _unknown_periods(read: ReadText, data: Data) -> Iterator[str]:
    """Yield the periods of which the data know nothing, and those of which something is said that the data do not."""
    periods = [one for one in read.reading.periods if one.kind is not PeriodKind.RELATIVE and one.written]
    for one in periods:
        period = Period.parse(one.written)
        is_end = one.kind is PeriodKind.DATE and any(_is_last_month(period, known) for known in data.periods)
        if period not in data.periods and not _is_made_of(period, data.periods) and not is_end:
            yield one.text
    yield from (match.group() for match in _YEARS.finditer(read.text) if match[1] >= match[2])
    for sentence in sentences(read.text) if any(words in read.text for words in _REMARKS) else ():
        for clause in _CLAUSE.finditer(read.text, sentence.start, sentence.end):
            said = next((holds for words, holds in _REMARKS.items() if words in clause.group()), None)
            for one in periods if said else ():
                is_here = clause.start() <= one.span.start < clause.end()
                if (
                    said
                    and is_here
                    and not any(said(series, each) for series in data.every for each in _each(one.written))
                ):
                    yield f"{clause.group().strip()}"


_YEARS = re.compile(r"(\d{4})–(\d{4})")


def _each(written: str) -> list[Period]:
    """Return a period, and the first year of a span, of which the same is said year by year."""
    period = Period.parse(written)
    return [period, Period.of_year(period.start[0])] if period.is_span else [period]


def _is_made_of(span: Period, known: frozenset[Period]) -> bool:
    """Return whether a span goes from the beginning of one known period to the end of another."""
    return any(one.start == span.start for one in known) and any(one.end == span.end for one in known)
