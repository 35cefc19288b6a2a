"""Reads a written paragraph back with the grammar of claims, and compares what it says with the data.

The reader knows the text alone: `read_claims` gives numbers, nouns, periods and what is said of them, `find_governors`
the times of numbers that the grammar gives none. What it read is then held against the data of all indicators of the
paragraph. Which figure of the data each number was written from is asked only to count how many were read.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from random import Random
from typing import NamedTuple

from msgspec import Struct
from sentences.made import Printed, Written

from reportgen.claims import Reading, read_claims
from reportgen.claims.governing import find_governors
from reportgen.claims.model import Change, Direction, Measure, PeriodKind, Quantity, Statement
from reportgen.claims.passages import Span, sentences
from reportgen.claims.reading import quantities_of
from reportgen.languages.en.numerals import read_ordinal
from reportgen.model.indicators import Series
from reportgen.model import Currency, Indicator, Noun, Period
from reportgen.published.audit import changes, conflicts, shares, sums, text as slips, times, years
from reportgen.published.audit.passages import AuditPassage
from reportgen.sentences.numerals import ratio, rounded

_CHECKS = (
    sums.check_sums,
    shares.check_shares,
    changes.check_changes,
    times.check_periods,
    times.check_year_order,
    conflicts.check_conflicts,
    years.check_years,
    slips.check_placeholders,
    slips.check_spacing,
)

# ---- what the text says -----------------------------------------------------------------------------------------


class Read(NamedTuple):
    """A number as it was read."""

    span: Span
    value: Decimal
    text: str
    step: Decimal
    measure: Measure
    period: str
    """As project files write it; empty where the text gives none."""
    words: frozenset[str]
    """The words that say what is counted, small and in the singular."""


_NOTHING = re.compile(r"\b(?:no(?= [a-z])|none)\b", re.IGNORECASE)
_NO_DATA = re.compile(r"\bno data\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset("a an and at by for in of on or that the to were was who with number".split())


def words_of(text: str) -> frozenset[str]:
    """Return the words that say something, small and without the ending of a plural."""
    return frozenset(_singular(word) for word in _WORD.findall(text.lower()) if word not in _SMALL)


def _singular(word: str) -> str:
    return {"women": "woman", "men": "man", "children": "child"}.get(word, word.removesuffix("s"))


class ReadText(Struct, frozen=True, dict=True):
    """A text as a reader without the data takes it."""

    text: str

    @cached_property
    def reading(self) -> Reading:
        """The claims of the text."""
        return read_claims(self.text)

    @cached_property
    def numbers(self) -> tuple[Read, ...]:
        """The numbers of the text in order, nothing in words and places in a ranking among them."""
        quantities = self.reading.quantities
        spans = [one.span for one in quantities]
        others = [one for one in self._others() if not any(span.start <= one.span.start < span.end for span in spans)]
        spans += [one.span for one in others]
        governed = self._governed(spans) if others or any(not _written(one) for one in quantities) else {}
        governed = {span: self._revised(span.start) or governed.get(span) or self._only_time(span.start) for span in spans}
        read = [
            Read(one.span, one.value, one.text, one.step, one.measure, _written(one) or governed.get(one.span, ""), self._named(one))
            for one in quantities
        ]
        read += [one._replace(period=governed.get(one.span, ""), words=self._around(one.span)) for one in others]
        return tuple(sorted(read))

    @cached_property
    def findings(self) -> tuple[str, ...]:
        """What the audit finds in the text by itself."""
        passages = [AuditPassage(0, 1, -1, self.text, self.reading)]
        return tuple(
            f"{one.severity} {one.code}: {one.message} {one.evidence}" for check in _CHECKS for one in check(passages)
        )

    @cached_property
    def _sentences(self) -> list[Span]:
        return sentences(self.text)

    @cached_property
    def _called(self) -> Mapping[Span, frozenset[str]]:
        """The words by which claims call their quantities."""
        found: dict[Span, frozenset[str]] = {}
        for claim in self.reading.claims:
            words = words_of(claim.subject)
            for one in quantities_of(claim):
                found[one.span] = found.get(one.span, frozenset()) | words
        return found

    def _named(self, quantity: Quantity) -> frozenset[str]:
        """Return the words that say what a quantity counts: its own, those of its claims, the head of its sentence."""
        own = words_of(f"{quantity.noun} {quantity.phrase} {quantity.unit}")
        return own | self._called.get(quantity.span, frozenset()) | self._head(quantity.span.start)

    def _only_time(self, at: int) -> str:
        """Return the period of a sentence that names one alone, brackets apart, or of the sentence that it points back to."""
        place = next(place for place, one in enumerate(self._sentences) if one.start <= at < one.end)
        while place >= 0:
            first = self._sentences[place]
            named = {one.written for one in self.reading.periods if first.start <= one.span.start < first.end and not self._depth(one.span.start)}
            if named or not _BACK.search(first.of(self.text)):
                return named.pop() if len(named) == 1 else ""
            place -= 1
        return ""

    def _revised(self, at: int) -> str:
        """Return the period of a remark on what was reported of it before."""
        start = self.text.rfind("figure for ", 0, at)
        if "reported as" not in self.text[max(at - 16, 0) : at] or start < 0:
            return ""
        return next((one.written for one in self.reading.periods if start <= one.span.start < at), "")

    def _depth(self, at: int) -> bool:
        """Return whether a character stands within brackets."""
        return self.text.rfind("(", 0, at) > self.text.rfind(")", 0, at)

    def _around(self, span: Span) -> frozenset[str]:
        """Return the words before a number of its sentence, and those that it begins: `There were no victims in …`."""
        return self._head(span.start) | words_of(_PHRASE.match(self.text, span.end).group())  # type: ignore[union-attr]

    def _head(self, at: int) -> frozenset[str]:
        """Return the words of a sentence up to a number, and of the one before where they only point back to it."""
        place = next(place for place, one in enumerate(self._sentences) if one.start <= at < one.end)
        words = words_of(self.text[self._sentences[place].start : at])
        while place and _BACK.search(self._sentences[place].of(self.text)):
            place -= 1
            words |= words_of(self._sentences[place].of(self.text))
        return words

    def _others(self) -> Iterator[Read]:
        """Yield nothing in words, and places in a ranking."""
        for match in _NOTHING.finditer(self.text):
            if not _NO_DATA.match(self.text, match.start()):
                yield Read(Span(*match.span()), Decimal(0), match.group(), Decimal(1), Measure.COUNT, "", frozenset())
        for match in _PLACE.finditer(self.text):
            place = read_ordinal(match.group().lower())
            if place is not None:
                yield Read(Span(*match.span()), Decimal(place), match.group(), Decimal(1), Measure.RANK, "", frozenset())

    def _governed(self, spans: Sequence[Span]) -> dict[Span, str]:
        """Return the periods that time words give numbers."""
        ordered = sorted(spans)
        return {
            span: str(one.times[0].whole)
            for span, one in zip(ordered, find_governors(self.text, ordered), strict=True)
            if one is not None and one.times[0].whole is not None
        }


_PHRASE = re.compile(r"[^,.;()]*")
_BACK = re.compile(
    r"\b(?:it (?:was|stood|amounted)|the amount was|the figure for [^.]* included|the breakdown\b|there were none)", re.IGNORECASE
)
"""Words that point back to the quantity of the sentence before."""
_PLACE = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))\b(?= place\b| (?:in|from|to|and|as)\b|[,.;)]| \()", re.IGNORECASE)


def _written(quantity: Quantity) -> str:
    period = quantity.period
    return "" if period is None or period.kind is PeriodKind.RELATIVE else period.written


# ---- what the data say ------------------------------------------------------------------------------------------


class Fact(NamedTuple):
    """A value of the data, or one worked out from them."""

    value: Decimal
    periods: tuple[Period, ...]
    """One, or the first and the last of a change or a sum."""
    label: frozenset[str]
    """The words of the label and of the unit."""
    direction: Direction | None = None


_COUNTED = {Measure.COUNT, Measure.MONEY, Measure.RATE, Measure.DURATION}


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
            unit = indicator.unit
            whole = words_of(f"{indicator.label} {unit.other if isinstance(unit, Noun) else ''}")
            kind = "money" if isinstance(unit, Currency) else unit if isinstance(unit, str) else "count"
            for series in (indicator, *indicator.breakdown):
                for period, observation in series.values.items():
                    for value in {observation.value, observation.previous} - {None}:
                        yield kind, Fact(Decimal(value or 0), (period,), whole)

    def called(self, words: frozenset[str]) -> frozenset[frozenset[str]]:
        """Return the labels that words may mean: those of which most is said."""
        labels = {fact.label for _, fact in self.given}
        shared = {label: len(label & words) for label in labels}
        most = max(shared.values(), default=0)
        whole = {label for label in labels if label and label <= words}
        return frozenset(whole or {label for label in labels if shared[label] == most})

    @cached_property
    def derived(self) -> tuple[tuple[str, Fact], ...]:
        """Changes, multiples, shares, sums, averages and rates."""
        return (*self._changes(), *self._sums(), *self._shares())

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
                if before.value > 0 and after.value > 0:
                    times = ratio(max(before.value, after.value), min(before.value, after.value))
                    yield "times", Fact(times, span, words, direction)

    def _series(self) -> Iterator[tuple[str, list[tuple[Period, Fact]]]]:
        """Yield the values of each indicator and part, in the order of time."""
        for indicator in self.indicators.values():
            kind = indicator.unit if isinstance(indicator.unit, str) else "count"
            for series in (indicator, *indicator.breakdown):
                words = words_of(f"{indicator.label}")
                values = [(period, Fact(Decimal(series.value(period) or 0), (period,), words)) for period in series.periods]
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
                if kind == other_kind and one.periods == other.periods and other.value >= one.value > 0:
                    words = one.label | other.label
                    yield "percent", Fact(ratio(one.value * 100, other.value), one.periods, words)
                    yield "fraction", Fact(ratio(one.value, other.value), one.periods, words)
                    for base in (1_000, 10_000, 100_000):
                        yield f"per {base}", Fact(ratio(one.value * base, other.value), one.periods, words)


# ---- what contradicts them --------------------------------------------------------------------------------------

_KINDS = {
    Measure.COUNT: frozenset({"count", "money", "average", "sum", "points", "rank"}),
    Measure.RATE: frozenset({"count", "per 1000", "per 10000", "per 100000"}),
    Measure.DURATION: frozenset({"count", "average", "sum"}),
    Measure.MONEY: frozenset({"money", "average", "sum", "points"}),
    Measure.PER_CENT: frozenset({"percent"}),
    Measure.POINTS: frozenset({"points", "average"}),
    Measure.TIMES: frozenset({"times"}),
    Measure.FRACTION: frozenset({"fraction", "percent of one"}),
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
    found = [one for one in read.findings if not one.startswith("warning period-mismatch:") or "years are compared" not in one]
    found += [f"number: {one.span.of(read.text)} in {one.period or 'no period'}" for one in read.numbers if not _is_known(one, data, read.text)]
    found += [f"direction: {one.word} {one.span.of(read.text)}" for one in _wrong_directions(read, data)]
    found += [f"period: {one}" for one in _unknown_periods(read, data)]
    found += [f"missing: {one}" for one in _untold(read, data)] if is_all else []
    return found


def _untold(read: ReadText, data: Data) -> Iterator[Period]:
    """Yield the periods of which the data know a value, and that the text names neither alone nor within a span."""
    told = [Period.parse(one.written) for one in read.reading.periods if one.written]
    for indicator in data.indicators.values():
        yield from (one for one in indicator.periods if not any(one in period for period in told))


def _is_known(one: Read, data: Data, text: str) -> bool:
    """Return whether the data hold a number, of its period where the text gives one."""
    if one.text in data.typed:
        return True
    kinds, called = _KINDS[one.measure], data.called(one.words)
    for kind, fact in data.given:
        if kind in kinds and fact.label in called and _is_near(one, fact.value) and _is_of(one, fact, data):
            return True
    kinds &= {kind for word, kinds in _SAID.items() if word in text for kind in kinds}
    return any(
        kind in kinds and _is_near(one, fact.value) and _covers(one, kind, fact) and any(fact.label >= label for label in called)
        for kind, fact in data.derived
    )


_SAID: Mapping[str, frozenset[str]] = {
    "": frozenset({"percent", "times", "fraction", "per 1000", "per 10000", "per 100000"}),
    "average": frozenset({"average"}),
    "place": frozenset({"points"}),
    "point": frozenset({"points"}),
    "total": frozenset({"sum"}),
    "(": frozenset({"sum"}),
}
"""What a number may be that is no value of the data, by a word that the text must have."""


def _is_near(one: Read, value: Decimal) -> bool:
    return abs(value - one.value) <= one.step / 2


def _is_of(one: Read, fact: Fact, data: Data) -> bool:
    """Return whether a value is of the period of a number, or of each year of its span."""
    if not one.period or str(fact.periods[0]) == one.period:
        return True
    period = Period.parse(one.period)
    if fact.periods[0] not in period or not period.is_span:
        return False
    same = {other.periods[0] for _, other in data.given if other.label == fact.label and other.value == fact.value}
    return all(Period.of_year(year) in same for year in range(period.start[0], period.end[0] + 1))


def _covers(one: Read, kind: str, fact: Fact) -> bool:
    """Return whether a value worked out from several periods may stand under the period of a number."""
    if not one.period:
        return True
    period = Period.parse(one.period)
    return (kind != "sum" and period == fact.periods[-1]) or (period.start, period.end) == (fact.periods[0].start, fact.periods[-1].end)


def _wrong_directions(read: ReadText, data: Data) -> Iterator[Change]:
    """Yield the changes whose direction is that of no change in the data with these values."""
    for claim in read.reading.claims:
        if not isinstance(claim, Change):
            continue
        facts = [fact for kind, fact in data.derived if fact.direction is not None and _is_change(claim, kind, fact, data)]
        if not any(fact.direction is claim.direction for fact in facts):
            yield claim


def _is_change(claim: Change, kind: str, fact: Fact, data: Data) -> bool:
    """Return whether a change of the data has the amount and the ends that a claim gives."""
    if claim.by is not None and not _is_amount(claim.by, kind, fact):
        return False
    ends = ((claim.start, fact.periods[0]), (claim.end, fact.periods[-1]))
    return all(one is None or _is_end(one, period, data) for one, period in ends)


def _is_amount(by: Quantity, kind: str, fact: Fact) -> bool:
    if by.measure is Measure.FRACTION:
        return kind == "percent"
    return kind in _KINDS[by.measure] | {"times"} and (by.measure is Measure.TIMES or abs(by.value - fact.value) <= by.step / 2)


def _is_end(one: Quantity, period: Period, data: Data) -> bool:
    return any(fact.periods[0] == period and abs(fact.value - one.value) <= one.step / 2 for _, fact in data.given)


def _unknown_periods(read: ReadText, data: Data) -> Iterator[str]:
    """Yield the periods of which the data know nothing, and those of which something is said that the data do not."""
    periods = [one for one in read.reading.periods if one.kind is not PeriodKind.RELATIVE and one.written]
    for one in periods:
        period = Period.parse(one.written)
        if period not in data.periods and not _is_made_of(period, data.periods):
            yield one.text
    for sentence in sentences(read.text) if any(words in read.text for words in _REMARKS) else ():
        for clause in _CLAUSE.finditer(read.text, sentence.start, sentence.end):
            said = next((holds for words, holds in _REMARKS.items() if words in clause.group()), None)
            for one in periods if said else ():
                is_here = clause.start() <= one.span.start < clause.end()
                if said and is_here and not any(said(series, each) for series in data.every for each in _each(one.written)):
                    yield f"{clause.group().strip()}"


def _each(written: str) -> list[Period]:
    """Return a period, and the first year of a span, of which the same is said year by year."""
    period = Period.parse(written)
    return [period, Period.of_year(period.start[0])] if period.is_span else [period]


def _is_made_of(span: Period, known: frozenset[Period]) -> bool:
    """Return whether a span goes from the beginning of one known period to the end of another."""
    return any(one.start == span.start for one in known) and any(one.end == span.end for one in known)


# ---- how many are read ------------------------------------------------------------------------------------------


def unread(written: Written, read: ReadText) -> list[str]:
    """Return the figures that were not read as what they are: with their value, their period and a noun."""
    return [
        f"{why}: {written.text[one.start : one.end]}"
        for one in written.printed
        if (why := _missed(written, one, read))
    ]


def _missed(written: Written, printed: Printed, read: ReadText) -> str:
    """Return what was not read of a figure; nothing where all was."""
    found = [one for one in read.numbers if one.span.start < printed.end and printed.start < one.span.end]
    if not found:
        return "number" if _is_number(written.text[printed.start : printed.end]) else ""
    source, indicator = printed.sources[0], written.data[printed.sources[0].indicator]
    part = indicator.breakdown[source.part].called(one=False) if source.part is not None else ""
    unit = indicator.unit.other if isinstance(indicator.unit, Noun) else ""
    words = words_of(f"{indicator.label} {unit} {part}")
    if not words & found[0].words and indicator.unit != "rank":
        return "noun"
    periods = {period for one in printed.sources for period in one.periods}
    if source.is_change or len(periods) > 1:
        return ""
    is_named = any(str(one) in found[0].period for one in periods)
    return "" if is_named or _is_of_span(found[0], *periods) else "period"


def _is_of_span(one: Read, period: Period) -> bool:
    return bool(one.period) and period in Period.parse(one.period)


def _is_number(text: str) -> bool:
    return bool(re.search(r"\d", text)) or text.lower() in _IN_WORDS


_IN_WORDS = frozenset("no none one two three four five six seven eight nine".split())

# ---- sentences that were altered --------------------------------------------------------------------------------

_YEAR = re.compile(r"\b20[012]\d\b")
_DIRECTIONS = {
    "increased": "decreased",
    "rose": "fell",
    "an increase": "a decrease",
    "a rise": "a fall",
    "risen": "fallen",
    "-fold increase": "-fold decrease",
    "doubled": "halved",
    "higher": "lower",
}
_TURNED = {**_DIRECTIONS, **{down: up for up, down in _DIRECTIONS.items()}}
_DIRECTION = re.compile("|".join(rf"\b{re.escape(word)}\b" if word[0].isalpha() else re.escape(word) for word in _TURNED))


def altered(chance: Random, written: Written) -> tuple[str, str] | None:
    """Return a text in which one number, one year or one direction is another, and what was changed; None: nothing can."""
    text = written.text
    if not written.printed:
        return None  # what introduces a table
    numbers = [one for one in written.printed if _is_number(text[one.start : one.end])]
    years, turns = list(_YEAR.finditer(text)), list(_DIRECTION.finditer(text))
    kinds = [kind for kind, found in (("number", numbers), ("year", years), ("direction", turns)) if found]
    if not kinds:
        return None
    kind = chance.choice(kinds)
    if kind == "number":
        one = chance.choice(numbers)
        start, end = one.start, one.end
        other = _other_number(chance, text[start:end])
    else:
        match = chance.choice(years if kind == "year" else turns)
        start, end = match.span()
        other = str(int(match.group()) + chance.choice((-2, -1, 1, 2))) if kind == "year" else _TURNED[match.group()]
    return f"{text[:start]}{other}{text[end:]}", f"{kind}: {text[start:end]} to {other}"


def _other_number(chance: Random, written: str) -> str:
    """Return another number, written in the same way: one digit of it, or another word."""
    if written.lower() in _IN_WORDS:
        others = [word for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine") if word != written]
        return chance.choice(others)
    digits = [place for place, letter in enumerate(written) if letter.isdigit()]
    place = chance.choice(digits[: 1 + len(digits) // 2])
    digit = chance.choice([one for one in "123456789" if one != written[place]])
    return written[:place] + digit + written[place + 1 :]


# ---- grammar ----------------------------------------------------------------------------------------------------

_ILL = {
    "a word twice": re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE),
    "spacing": re.compile(r"  |\s[,.;:)]|\(\s|,,|\.\.|\(\)|[,;:][A-Za-z]"),
    "article": re.compile(r"\b(?:a (?=[aeio]\w)(?!one\b)|an (?=[bcdfgjklmnpqrstvwxyz]))", re.IGNORECASE),
    "agreement": re.compile(
        r"\bthere (?:was (?:two|three|four|five|six|seven|eight|nine|\d\d)|were one\b)|\bone were\b"
        r"|\b(?:of (?:whom|which)|and) (?:two|three|four|five|six|seven|eight|nine|[1-9]\d+) was\b|\b[2-9] was (?:a|an)\b"
        r"|\bone (?:women|men|persons|children|cases|orders|minors|adults|soldiers)\b|\b0 was\b",
        re.IGNORECASE,
    ),
    "no article": re.compile(
        r"(?<!the )(?<!The )\b(?:unemployment rate|gender wage gap|maternal mortality ratio|suicide rate"
        r"|gender inequality index|average (?:age|duration|monthly))\b"
    ),
    "beginning": re.compile(r"(?:^|(?<=\. ))[a-z0-9]"),
    "end": re.compile(r"[^.]$"),
}


def ill_formed(text: str) -> list[str]:
    """Return what is wrong with the articles, the agreement, the words and the spaces of a text."""
    return [f"{what}: {match.group()}" for what, pattern in _ILL.items() if (match := pattern.search(text))]
