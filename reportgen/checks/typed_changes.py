"""Typed words of change beside figures from data: whether the data went that way, and that far.

`{{ victims }} persons, more than in 2022`, `rose to {{ victims }}`, `doubled since 2020, to {{ victims }}`: the value
that the words start from need not stand in the text, since the indicator holds it. Only sentences whose figures are all
of one series are judged, and only words whose place in the sentence says that they speak of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from reportgen.checks.finding import CheckContext, Finding, shown_number
from reportgen.checks.questions import label_of_part
from reportgen.checks.stated import stems
from reportgen.checks.typed_numbers import TypedNumbers
from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, PeriodKind, Quantity
from reportgen.claims.passages import Span, sentences
from reportgen.claims.typed import read_lines
from reportgen.diagnostics import Path, QuestionSubject
from reportgen.document.passages import Passage
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, FACTORS_DOWN, FACTORS_UP, LESS, MORE, UP
from reportgen.languages.words import word_set
from reportgen.model import Merged, Period
from reportgen.model.base import Number
from reportgen.model.indicators import Series, label_of
from reportgen.model.merge import Where
from reportgen.regex import regex

_FACTORS = {**FACTORS_UP, **FACTORS_DOWN}
_TOPS = word_set("peaked highest lowest")
_WORDS = UP | DOWN | MORE | LESS | _FACTORS.keys() | _TOPS
_LETTERS = regex(r"[a-z]++")
_TO = word_set("to reaching reached at")
_BASES = word_set("than on over from since with to against")
"""Before the period from which a change starts: `more than in 2022`, `an increase on 2022`, `compared with 2022`."""
_BETWEEN = word_set("in the that of for during at year figure level number total compared as relative corresponding")
_LEADS = word_set(", ( – — - representing represents represented marking marked showing is was being this that meaning")
"""Before `an increase on 2022` that speaks of the figure before it."""
_MANY = word_set("many much high large")
_CLOSE = 12
"""Items between a word of change and what it starts from or leads to."""
_LOOSE = Decimal("0.5")
"""How far from a whole number of times is no longer so many times."""


class _Figure(NamedTuple):
    at: int
    where: Where
    value: Number


class _Word(NamedTuple):
    """A word of change in a sentence, with the figures of the one series that it speaks of."""

    line: Line
    at: int
    figures: Sequence[_Figure]
    series: Series
    passage: Passage

    @property
    def low(self) -> str:
        return self.line.low(self.at)

    @property
    def is_up(self) -> bool:
        return self.low in UP | MORE | FACTORS_UP.keys()

    @property
    def is_as_many(self) -> bool:
        """Whether it is `twice`, `three times` or `half`, before "as many as"."""
        item = self.line.items[self.at]
        is_times = item.quantity is not None and item.quantity.measure in {Measure.TIMES, Measure.FRACTION}
        return is_times and self.line.low(self.at + 1) == "as" and self.line.low(self.at + 2) in _MANY

    @property
    def latest(self) -> _Figure:
        return max(self.figures, key=lambda one: one.where[2].order)


class _Judged(NamedTuple):
    """A word and the two values that contradict it."""

    span: Span
    end: _Figure
    period: Period
    value: Number


def changes_beside_data(context: CheckContext, typed: TypedNumbers) -> Iterator[Finding]:
    """Yield RG433 for every typed word of change that the values of the indicator beside it contradict.

    Args:
        context: with the figures as they are printed.
        typed: the passages of the document, and where their words were written.
    """
    reader = _Reader(context.merged)
    found = [(index, one) for index, passage in enumerate(typed.passages) for one in reader.judge(passage)]
    for index, judged in found:
        place = typed.place_of(index, judged.span)
        subject = _subject(judged.end, context)
        if place is None or ("RG433", subject) in context.confirmed:
            continue
        label = label_of(context.merged.indicators[subject.indicator], subject.indicator)
        values = {
            "typed": judged.span.of(typed.passages[index].text),
            "value": shown_number(judged.end.value),
            "period": judged.end.where[2],
            "base": shown_number(judged.value),
            "base_period": judged.period,
            "label": f"{label}: {subject.part}" if subject.part else label,
        }
        yield Finding("RG433", place, values, subject=subject)


def _subject(figure: _Figure, context: CheckContext) -> QuestionSubject:
    key, part, period = figure.where
    called = None if part is None else label_of_part(context.merged.indicators[key].breakdown[part])
    return QuestionSubject(key, called, str(period), figure.value)


class _Reader(Struct, dict=True):
    """Finds words of change that the data contradict."""

    merged: Merged

    def judge(self, passage: Passage) -> Iterator[_Judged]:
        """Yield the typed words of a passage that the data contradict."""
        if passage.is_generated or not passage.figures:
            return
        low = passage.text.lower()
        words = _WORDS | _MANY
        spans = (one for one in sentences(passage.text) if not words.isdisjoint(_LETTERS.findall(low, *one)))
        for line in read_lines(passage.text, spans):
            figures = [found for at in line.quantities if (found := self._figure(passage, line, at))]
            if len({one.where[:2] for one in figures}) != 1:
                continue
            key, part, _ = figures[0].where
            indicator = self.merged.indicators[key]
            if indicator.unit == "rank":  # who rises has a smaller number
                continue
            series = indicator if part is None else indicator.breakdown[part]
            called = "" if part is None else label_of_part(indicator.breakdown[part])
            known = stems(f"{indicator.label or ''} {called}")
            for at, item in enumerate(line.items):
                word = _Word(line, at, figures, series, passage)
                is_word = (item.low in _WORDS or word.is_as_many) and passage.is_typed(item.start, item.end)
                judged = _judge(word, known) if is_word else None
                if judged is not None:
                    yield judged

    def _figure(self, passage: Passage, line: Line, at: int) -> _Figure | None:
        """Return the one observation that a number of a line was written from."""
        span = line.quantity(at).span
        printed = passage.figures_at(*span)
        wheres = {self._wheres.get(path) for one in printed for path in one.figure.paths}
        where = wheres.pop() if len(printed) == len(wheres) == 1 else None
        if where is None or printed[0].figure.is_change:
            return None
        key, part, period = where
        indicator = self.merged.indicators[key]
        value = (indicator if part is None else indicator.breakdown[part]).value(period)
        return _Figure(at, where, value) if value is not None else None

    @cached_property
    def _wheres(self) -> Mapping[Path, Where]:
        return self.merged.by_path()


def _judge(word: _Word, known: frozenset[str]) -> _Judged | None:
    """Return what the data say against a word of change; None where they agree, or it speaks of something else."""
    if word.low in _TOPS:
        return _judge_top(word, known)
    end = _end(word)
    if _speaks_of_another(word, known):
        return None
    base = _base(word, end) or _before(word, end)
    if base is None or base[0] == end.where[2] or base[0].months != end.where[2].months:
        return None
    period, value = base
    amount = _amount(word)
    if word.is_as_many:
        if _are_as_many(word.line.quantity(word.at), end.value, value):
            return None
    elif not _went(word, end.value, value):
        amount = None  # the word itself is wrong
    elif _is_so_much(word, amount, end.value, value):
        return None
    at = [word.line.items[word.at], *(item for item in word.line.items if amount and item.quantity is amount)]
    return _Judged(Span(min(one.start for one in at), max(one.end for one in at)), end, period, value)


def _end(word: _Word) -> _Figure:
    """Return the figure that a word of change leads to: the one behind "to", else the latest of the sentence."""
    behind = [one for one in word.figures if 0 < one.at - word.at <= _CLOSE and word.line.low(one.at - 1) in _TO]
    return behind[0] if behind else word.latest


def _speaks_of_another(word: _Word, known: frozenset[str]) -> bool:
    """Whether the place of a word does not say that it speaks of the figures of its sentence."""
    line, at, low = word.line, word.at, word.low
    if word.is_as_many:
        return False
    if low in MORE | LESS and line.low(at + 1) == "than" and line.low(at + 2) in _FACTORS:
        return True  # "more than doubled"
    if low in CHANGE_NOUNS and has_own_subject(line, at):
        place = at + 2 + (line.low(at + 2) in {"the", "this", "that"})
        return not stems(line.low(place)) <= known | _COUNTING
    if low in MORE | LESS:
        between = list(_until_than(line, at))
        is_bare = low not in {"up", "down"} and line.low(at + len(between) + 1) not in {"than", "("}
        return is_bare or any(not stems(line.low(place)) <= known | _COUNTING for place in between)
    if low in CHANGE_NOUNS and line.low(at - 1) in {"a", "an", "the"}:
        return line.low(at - 2) not in _LEADS | {""} and not _is_there(line, at)
    # Its subject may stand before what was inserted: "the number of victims, 348 in 2023, has risen".
    begin = 0 if line.low(at - 1) in {"has", "have", "had"} else line.clauses[at]
    before = {item.low for item in line.items[max(begin, at - _CLOSE) : at] if item.kind == "w"}
    return low not in CHANGE_NOUNS and _COUNTED.isdisjoint(before) and not stems(" ".join(before)) & known


_COUNTED = word_set("number numbers figure figures total amount level rate share proportion percentage value it")
_COUNTING = stems(" ".join(_COUNTED)) | stems("persons people")


def _is_there(line: Line, at: int) -> bool:
    return line.low(at - 2) in {"was", "is", "been"} and line.low(at - 3) in {"there", "has"}


def _until_than(line: Line, at: int) -> Iterator[int]:
    """Yield the words between `more` and `than`."""
    for place in range(at + 1, min(at + _CLOSE, len(line.items))):
        if line.items[place].kind != "w" or line.low(place) in _BASES:
            return
        yield place


def _base(word: _Word, end: _Figure) -> tuple[Period, Number] | None:
    """Return the period that a change starts from, and its value: of a figure of the sentence, or of the data."""
    line = word.line
    for place in range(word.at + 1, min(word.at + _CLOSE, len(line.items))):
        if line.low(place) in {";", ".", ":"}:
            break
        if line.low(place) in UP | DOWN:  # "fell in 2021 and rose on 2022": the next one has its own
            return None
        if line.low(place) not in _BASES and not (line.low(place) == "as" and word.is_as_many):
            continue
        behind = place + 1
        while line.low(behind) in _BETWEEN and line.items[behind].kind == "w":
            behind += 1
        figure = next((one for one in word.figures if one.at == behind), None)
        if figure is not None and figure is not end and line.low(place) != "to":
            return figure.where[2], figure.value
        item = line.items[behind] if behind < len(line.items) else None
        if item is None or item.period is None or (line.low(place) == "to" and line.low(place - 1) != "compared"):
            continue
        period = _period(item.period.kind, item.period.years, item.period.written, end)
        return _of(word, period)
    return _opening(word, end)


def _of(word: _Word, period: Period | None) -> tuple[Period, Number] | None:
    value = word.series.value(period) if period else None
    return (period, value) if period is not None and value is not None else None


def _opening(word: _Word, end: _Figure) -> tuple[Period, Number] | None:
    """Return what a sentence compares with at its beginning: `Compared with 2022, the number fell to …`."""
    line = word.line
    is_compared = line.low(0) == "compared" and line.low(1) in {"with", "to"}
    found = next((item.period for item in line.items[2:3]), None) if is_compared else None
    return _of(word, _period(found.kind, found.years, found.written, end)) if found is not None else None


def _period(kind: PeriodKind, years: int | None, written: str, end: _Figure) -> Period | None:
    """Return the period that words name, `the previous year` as the one before that of a figure."""
    if kind is PeriodKind.YEAR and written:
        return Period.parse(written)
    own = end.where[2]
    return Period.of_year(own.year - 1) if kind is PeriodKind.RELATIVE and years == 1 and own.is_year else None


def _before(word: _Word, end: _Figure) -> tuple[Period, Number] | None:
    """Return the value before a figure to which a change leads: `rose sharply to {{ victims }}`; else None.

    Before a list of years it is the first of them: `declined: {{ victims | by_year }}`.
    """
    line, own = word.line, end.where[2]
    if word.low in MORE | LESS:
        return None
    first = min(word.figures, key=lambda one: one.where[2].order)
    if len(word.figures) > _LISTED and all(one.at > word.at for one in word.figures):
        return first.where[2], first.value
    between = line.items[word.at + 1 : end.at]
    is_near = 0 < end.at - word.at <= _CLOSE and line.low(end.at - 1) in _TO
    if not is_near or any(item.low in {";", ":", "("} | UP | DOWN for item in between):
        return None
    if any(item.kind == "q" and not word.passage.is_typed(item.start, item.end) for item in between):
        return None
    earlier = [one for one in word.series.values if one.months == own.months and one.end < own.start]
    return _of(word, max(earlier, key=lambda one: one.order, default=None))


_LISTED = 1
"""More figures than these make a list."""


# ---- the highest and the lowest -------------------------------------------------------------------------------


def _judge_top(word: _Word, known: frozenset[str]) -> _Judged | None:
    """Return what the data say against `peaked` and `the highest number since 2020`; None where they agree."""
    scope = _scope(word)
    if len(word.figures) != 1 or scope is None or not any(known & stems(one.low) for one in word.line.items):
        return None
    (end,) = word.figures
    own, is_low = end.where[2], word.low == "lowest"
    others = [
        (one.value, period)
        for period, one in word.series.values.items()
        if one.value is not None and period.months == own.months and scope[0] <= period.year <= scope[1]
    ]
    best = (min if is_low else max)(others, key=lambda pair: pair[0], default=None)
    if best is None or not (best[0] < end.value if is_low else best[0] > end.value):
        return None
    item = word.line.items[word.at]
    return _Judged(Span(item.start, item.end), end, best[1], best[0])


_EVER = (0, 9999)


def _scope(word: _Word) -> tuple[int, int] | None:
    """Return from which year to which a value is said to be the highest; None where it may be so among other things."""
    line, own = word.line, word.latest.where[2].year
    if word.low == "peaked":
        return _EVER
    for place in range(word.at + 1, len(line.items) - 1):
        behind = line.items[place + 1]
        if line.low(place) == "since" and behind.period is not None and behind.period.first is not None:
            return behind.period.first[0], own
        if line.low(place) == "in" and behind.quantity is not None and behind.quantity.unit.startswith("year"):
            return own - int(behind.quantity.value) + 1, own
        if line.low(place) in _RECORDED and line.low(place + 1) == "in" and line.items[place + 2 : place + 3]:
            return _EVER if line.items[place + 2].period is not None else None
        if (line.low(place), behind.low) == ("on", "record"):
            return _EVER
    return None


_RECORDED = word_set("recorded registered reached observed seen noted reported")


# ---- how far --------------------------------------------------------------------------------------------------


def _went(word: _Word, end: Number, base: Number) -> bool:
    """Whether a value went the way that a word says."""
    return end > base if word.is_up else end < base


def _are_as_many(factor: Quantity, end: Number, base: Number) -> bool:
    """Whether a value is `twice` or `half` as large as another one, or nearly so."""
    return not base or abs(Decimal(end) / Decimal(base) - factor.value) <= factor.value / 4


def _is_so_much(word: _Word, amount: Quantity | None, end: Number, base: Number) -> bool:
    """Whether a value went as far as a word of a factor, or the typed amount beside a word of change, says."""
    times = _FACTORS.get(word.low)
    if times is not None:
        small, large = sorted((abs(Decimal(end)), abs(Decimal(base))))
        is_over = word.line.low(word.at - 1) == "than" and word.line.low(word.at - 2) == "more"
        return not small or (large > small * times if is_over else abs(large / small - times) <= _LOOSE)
    if amount is None or not amount.is_exact:
        return True
    change = abs(Decimal(end) - Decimal(base))
    match amount.measure:
        case Measure.PER_CENT if base:
            return abs(change / abs(Decimal(base)) * 100 - amount.value) <= amount.step
        case Measure.COUNT:
            return abs(change - amount.value) <= amount.step / 2
        case Measure.POINTS:
            return abs(change - amount.value) <= amount.step
        case _:
            return True


def _amount(word: _Word) -> Quantity | None:
    """Return the typed amount of a change: `67 per cent fewer`, `fell by 710`, `an increase of 12 per cent`."""
    line, at = word.line, word.at
    places = (at - 1,) if word.low in MORE | LESS else (at + 2,) if line.low(at + 1) in {"by", "of"} else ()
    for place in places:
        item = line.items[place] if 0 <= place < len(line.items) else None
        if item is not None and item.quantity is not None and word.passage.is_typed(item.start, item.end):
            return item.quantity
    return None
