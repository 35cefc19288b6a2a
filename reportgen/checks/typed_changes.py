"""Typed words of change beside figures from data: whether the data went that way, and that far.

`{{ victims }} persons, more than in 2022`, `rose to {{ victims }}`, `doubled since 2020, to {{ victims }}`: the value
that the words start from need not stand in the text, since the indicator holds it. Only sentences whose figures are all
of one series are judged, and only words whose place in the sentence says that they speak of it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.nearness import range_of
from reportgen.checks.stated import stems
from reportgen.claims.forms.own_base import has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, PeriodKind, Quantity
from reportgen.claims.passages import Span
from reportgen.document.passages import Passage
from reportgen.languages.en.lexicon import (
    CHANGE_NOUNS,
    CHANGING,
    DOWN,
    FACTORS_DOWN,
    FACTORS_UP,
    LEAST,
    LESS,
    MORE,
    TOPS,
    UNMOVED,
    UP,
)
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number
from reportgen.model.indicators import Series

_FACTORS = {**FACTORS_UP, **FACTORS_DOWN}
_TO = word_set("to reaching reached at")
_BASES = word_set("than on over from since with to against")
"""Before the period from which a change starts: `more than in 2022`, `an increase on 2022`, `compared with 2022`."""
_BASES_OF_AMOUNTS = word_set("as in of for during")
_BETWEEN = word_set("in the that of for during at year figure level number total compared as relative corresponding")
_LEADS = word_set(", ( – — - representing represents represented marking marked showing is was being this that meaning")
"""Before `an increase on 2022` that speaks of the figure before it."""
_MANY = word_set("many much high large")
_AMOUNTS = word_set("number amount sum figure level total")
"""`half the number of 2022`, as `half of what was paid in 2022`: what goes before the period it starts from."""
_CLOSE = 12
"""Items between a word of change and what it starts from or leads to."""
_LOOSE = Decimal("0.5")
"""How far from a whole number of times is no longer so many times."""


class _Word(Struct, frozen=True):
    """A word of change in a sentence, with the figures of the one series that it speaks of."""

    line: Line
    at: int
    figures: Sequence[Observed]
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
        """Whether it is `twice`, `three times` or `half`, before "as many as", "what" or "the number"."""
        line, at, quantity = self.line, self.at, self.line.items[self.at].quantity
        if quantity is None or quantity.measure not in {Measure.TIMES, Measure.FRACTION}:
            return False
        if line.low(at + 1) == "as":
            return line.low(at + 2) in _MANY
        place = at + 1 + (line.low(at + 1) == "of")
        return line.low(place) in {"what", "that"} or (line.low(place) == "the" and line.low(place + 1) in _AMOUNTS)

    @property
    def latest(self) -> Observed:
        return max(self.figures, key=lambda one: one.where[2].order)


def doubt_changes(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for every typed word of change in a sentence that the values of its one indicator contradict."""
    figures, line = said.figures, said.line
    if len({one.where[:2] for one in figures}) != 1 or said.indicator(figures[0]).unit == "rank":
        return  # who rises has a smaller number
    known, series = said.known(figures[0]), said.series(figures[0])
    for at, item in enumerate(line.items):
        word = _Word(line, at, figures, series, said.passage)
        if (item.low in CHANGING or word.is_as_many) and said.is_typed(at):
            doubt = _judge(word, known)
            if doubt is not None:
                yield doubt


def _doubt(span: Span, end: Observed, period: Period, value: Number) -> Doubt:
    """Return the question about words and the two values that contradict them."""
    values = {
        "value": shown_number(end.value),
        "period": end.where[2],
        "base": shown_number(value),
        "base_period": period,
    }
    return Doubt("RG433", span, end, values)


def _judge(word: _Word, known: frozenset[str]) -> Doubt | None:
    """Return what the data say against a word of change; None where they agree, or it speaks of something else."""
    if word.low in TOPS:
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
        if _are_as_many(word, end.value, value):
            return None
    elif not _went(word, end.value, value):
        amount = None  # the word itself is wrong
    elif _is_so_much(word, amount, end.value, value):
        return None
    at = [word.line.items[word.at], *(item for item in word.line.items if amount and item.quantity is amount)]
    return _doubt(Span(min(one.start for one in at), max(one.end for one in at)), end, period, value)


def _end(word: _Word) -> Observed:
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


def _base(word: _Word, end: Observed) -> tuple[Period, Number] | None:
    """Return the period that a change starts from, and its value: of a figure of the sentence, or of the data."""
    line = word.line
    for place in range(word.at + 1, min(word.at + _CLOSE, len(line.items))):
        if line.low(place) in {";", ".", ":"}:
            break
        if line.low(place) in UP | DOWN:  # "fell in 2021 and rose on 2022": the next one has its own
            return None
        is_base = line.low(place) in _BASES or (word.is_as_many and line.low(place) in _BASES_OF_AMOUNTS)
        if not is_base:
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


def _opening(word: _Word, end: Observed) -> tuple[Period, Number] | None:
    """Return what a sentence compares with at its beginning: `Compared with 2022, the number fell to …`."""
    line = word.line
    is_compared = line.low(0) == "compared" and line.low(1) in {"with", "to"}
    found = next((item.period for item in line.items[2:3]), None) if is_compared else None
    return _of(word, _period(found.kind, found.years, found.written, end)) if found is not None else None


def _period(kind: PeriodKind, years: int | None, written: str, end: Observed) -> Period | None:
    """Return the period that words name, `the previous year` as the one before that of a figure."""
    if kind is PeriodKind.YEAR and written:
        return Period.parse(written)
    own = end.where[2]
    return Period.of_year(own.year - 1) if kind is PeriodKind.RELATIVE and years == 1 and own.is_year else None


def _before(word: _Word, end: Observed) -> tuple[Period, Number] | None:
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


def _judge_top(word: _Word, known: frozenset[str]) -> Doubt | None:
    """Return what the data say against `peaked` and `the highest number since 2020`; None where they agree."""
    scope = _scope(word)
    if len(word.figures) != 1 or scope is None or not any(known & stems(one.low) for one in word.line.items):
        return None
    (end,) = word.figures
    own, is_low = end.where[2], word.low in LEAST or word.line.low(word.at + 1) == "low"
    others = [
        (one.value, period)
        for period, one in word.series.values.items()
        if one.value is not None and period.months == own.months and scope[0] <= period.year <= scope[1]
    ]
    best = (min if is_low else max)(others, key=lambda pair: pair[0], default=None)
    if best is None or not (best[0] < end.value if is_low else best[0] > end.value):
        return None
    item = word.line.items[word.at]
    return _doubt(Span(item.start, item.end), end, best[1], best[0])


_EVER = (0, 9999)
_ALL_TIMES = {("on", "record"), ("so", "far"), ("to", "date")}


def _scope(word: _Word) -> tuple[int, int] | None:
    """Return from which year to which a value is said to be the highest; None where it may be so among other things."""
    line, own = word.line, word.latest.where[2].year
    if word.low in {"peaked", "record"}:
        return _EVER if word.low == "peaked" or line.low(word.at + 1) in {"high", "low"} else None
    for place in range(word.at + 1, len(line.items) - 1):
        behind = line.items[place + 1]
        if line.low(place) == "since" and behind.period is not None and behind.period.first is not None:
            return behind.period.first[0], own
        if line.low(place) == "in" and behind.quantity is not None and behind.quantity.unit.startswith("year"):
            return own - int(behind.quantity.value) + 1, own
        if line.low(place) in _RECORDED and line.low(place + 1) == "in" and line.items[place + 2 : place + 3]:
            return _EVER if line.items[place + 2].period is not None else None
        if line.low(place) == "ever" or (line.low(place), behind.low) in _ALL_TIMES:
            return _EVER
    return None


_RECORDED = word_set("recorded registered reached observed seen noted reported")


# ---- how far --------------------------------------------------------------------------------------------------

_NEARLY = 20
_LOOSE_SHARE = Decimal("0.05")
"""How far a fraction in words may be off."""


def _went(word: _Word, end: Number, base: Number) -> bool:
    """Whether a value went the way that a word says; what is called unchanged may differ by a twentieth."""
    if word.low in UNMOVED:
        return abs(Decimal(end) - Decimal(base)) * _NEARLY <= abs(Decimal(base))
    return end > base if word.is_up else end < base


def _are_as_many(word: _Word, end: Number, base: Number) -> bool:
    """Whether a value is `twice`, `more than twice` or `half` as large as another one, or nearly so."""
    item, quantity = word.line.items[word.at], word.line.quantity(word.at)
    before = word.line.text[item.start : quantity.span.start]
    return not base or range_of(quantity, before).holds(Decimal(end) / Decimal(base))


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
        case Measure.FRACTION if base:
            return abs(change / abs(Decimal(base)) - amount.value) <= _LOOSE_SHARE
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
