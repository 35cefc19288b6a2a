"""Typed words of change beside figures from data: whether the data went that way, and that far.

`{{ victims }} persons, more than in 2022`, `rose to {{ victims }}`, `doubled since 2020, to {{ victims }}`: the value
that the words start from need not stand in the text, since the indicator holds it. Only sentences whose figures are all
of one series are judged, and only words whose place in the sentence says that they speak of it. A sentence without a
figure may speak of that of the sentence before: `This was an increase of 12 per cent.`
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportgen.checks.beside import Doubt, Observed, Sentence
from reportgen.checks.change_words import (
    AMOUNTS,
    BASES,
    CLOSE,
    FALLEN,
    LEADS,
    RISEN,
    ChangeWord,
    doubt_change,
    speaks_of_another,
)
from reportgen.checks.typed_extents import over_years, overstated
from reportgen.checks.typed_records import judge_record, judge_row
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind, StatedPeriod
from reportgen.languages.en.lexicon import (
    AGO,
    BETTER,
    CHANGE_NOUNS,
    CHANGING,
    DOWN,
    GOING,
    LESS,
    MORE,
    SAMENESS,
    TOPS,
    TRENDS,
    UP,
    WORSE,
)
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_TO = word_set("to reaching reached at")
_BASES_OF_AMOUNTS = word_set("as in of for during")
_BETWEEN = word_set("in the that of for during at year figure level number total compared as relative corresponding")
_NARROWING = word_set("in among at of under within for by alone")
"""Behind the period that a change starts from: `28 more than in 2022 in the capital alone` is not of the whole."""


def doubt_changes(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for every typed word of change in a sentence that the values of its one indicator contradict."""
    figures = said.figures or said.ranks or said.below or ([replace(said.before, at=-1)] if said.before else [])
    if len({figure.where[:2] for figure in figures}) != 1:
        yield from _of_clauses(said)
        return
    if said.indicator(figures[0]).unit == "rank":
        yield from _places(said, figures)
        return
    for at, item in enumerate(said.line.items):
        word = ChangeWord(said, at, figures)
        is_change = item.low in CHANGING or (item.low in SAMENESS and word.is_same) or word.is_as_many
        doubt = _judge(word) if is_change and said.is_typed(at) else None
        if doubt is not None:
            yield doubt
    yield from _distances(said)


def _of_clauses(said: Sentence) -> Iterator[Doubt]:
    """Yield the questions about changes to figures of several series: `A rose to 348, while B fell to 212`."""
    for at, item in enumerate(said.line.items):
        end = next((figure for figure in said.figures if figure.at > at), None)
        if end is None or item.low not in UP | DOWN or not said.is_typed(at) or said.line.low(end.at - 1) not in _TO:
            continue
        word = ChangeWord(said, at, [end])
        is_its = said.indicator(end).unit != "rank" and _leads_to(word, end) and not speaks_of_another(word)
        if is_its and (doubt := judge_extent(word, end)):
            yield doubt


def _judge(word: ChangeWord) -> Doubt | None:
    """Return what the data say against a word of change; None where they agree, or it speaks of something else."""
    is_record = word.low in TOPS or (word.low in MORE | LESS and not _EVER.isdisjoint(word.line.words(word.at + 2, 3)))
    if is_record:
        return judge_record(word)
    if word.line.low(word.at + 1) in TRENDS:
        return None  # of a trend all years speak
    if speaks_of_another(word):
        return None
    end = _end(word)
    if doubt := judge_row(word, end):
        return doubt
    return judge_extent(word, end)


def judge_extent(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against a change that leads to a figure."""
    base = _base(word, end)
    if base is not None and base[0] == end.where[2] and word.low in MORE | LESS:
        return _reversed(word, end)
    if base is None or base[0] == end.where[2] or base[0].months != end.where[2].months:
        return None
    places = overstated(word, end.value, base[1])
    if places is None or (word.said.below and _went_last(word, end)):
        return None
    is_apart = any(abs(place - word.at) > _BESIDE for place in places)
    span = word.line.span_of(places[0], places[0]) if is_apart else word.span(*places)
    return doubt_change(span, end, (end.where[2], end.value), base)


def _reversed(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `fewer in 2022 than in 2023 (384)`, where the figure is that of the base."""
    line = word.line
    than = next((at for at in range(word.at + 1, min(word.at + CLOSE, end.at)) if line.low(at) == "than"), word.at)
    named = [_period(item.period, end) for item in line.items[word.at + 1 : than] if item.period is not None]
    value = word.series.value(named[0]) if len(named) == 1 and named[0] is not None else None
    if value is None or named[0] is None or overstated(word, value, end.value) is None:
        return None
    return doubt_change(word.span(), end, (named[0], value), (end.where[2], end.value))


def _went_last(word: ChangeWord, end: Observed) -> bool:
    """Return whether at least the last step of a list went as its lead says: `The number fell in 2023:`."""
    last = _last_before(word, end)
    value = word.series.value(last) if last is not None else None
    return value is not None and overstated(word, end.value, value) is None


def _places(said: Sentence, figures: Sequence[Observed]) -> Iterator[Doubt]:
    """Yield the questions about words by which a place in a ranking went up or down: who rises has a smaller number."""
    for at, item in enumerate(said.line.items):
        word = ChangeWord(said, at, figures)
        if item.low not in BETTER | WORSE or not said.is_typed(at):
            continue
        end = _end(word)
        is_said = _leads_to(word, end) or said.line.low(at - 1) in {"a", "an"}
        base = _base(word, end) if is_said else None
        if base is None or base[0] == end.where[2] or base[0].months != end.where[2].months:
            continue
        if not (end.value < base[1] if item.low in BETTER else end.value > base[1]):
            yield doubt_change(word.span(), end, (end.where[2], end.value), base)


_EVER = word_set("ever any")
"""Behind `more than`: `ever before`, `in any other year`."""
_BESIDE = 2
"""Items between a word and its amount, which are then named together."""


def _end(word: ChangeWord) -> Observed:
    """Return the figure that a word of change leads to: the one behind "to", else the latest of the sentence."""
    behind = [
        figure for figure in word.figures if 0 < figure.at - word.at <= CLOSE and word.line.low(figure.at - 1) in _TO
    ]
    if behind:
        return behind[0]
    before = [figure for figure in word.figures if figure.at < word.at]
    base = _compared(word)
    return before[-1] if base is not None and before else word.latest


def _compared(word: ChangeWord) -> Observed | None:
    """Return the figure that a number is held against: `384 in 2022, fewer than the 410 in 2023`, `twice the 410`."""
    line, at = word.line, word.at
    if word.is_as_many and line.low(at + 1) == "the":
        return word.figure_at(at + 2)
    if word.low not in MORE | LESS:
        return None
    than = next((one for one in range(at + 1, at + CLOSE) if line.low(one) == "than"), None)
    figure = word.figure_at(than + 1 + (line.low(than + 1) == "the")) if than is not None else None
    # "more than 384 persons" is no comparison, "more than 384 in 2022" and "more than the 384" are.
    is_dated = figure is not None and any(item.kind == "p" for item in line.items[figure.at + 1 : figure.at + 4])
    return figure if figure is not None and (is_dated or line.low(figure.at - 1) == "the") else None


# ---- what a change starts from --------------------------------------------------------------------------------


def _base(word: ChangeWord, end: Observed) -> tuple[Period, Number] | None:
    """Return the period that a change starts from, and its value; None where the data or the text do not hold it."""
    named = named_bases(word, end)
    period = named[0] if named else _before(word, end)
    value = word.series.value(period) if period is not None else None
    return (period, value) if period is not None and value is not None else None


def named_bases(word: ChangeWord, end: Observed) -> Sequence[Period | None]:
    """Return the period that the text names as what a change starts from, alone; nothing where it names none.

    None stands for one that cannot be told.
    """
    line = word.line
    if (figure := _compared(word)) is not None:
        return [figure.where[2]]
    for place in range(word.at + 1, min(word.at + CLOSE, len(line.items))):
        period = line.items[place].period
        if line.low(place) in {";", ".", ":", "while", "whereas"} | MORE | LESS:  # "rose, but is lower than in 2021"
            break
        if line.low(place) in UP | DOWN:  # "fell in 2021 and rose on 2022": the next one has its own
            return [None]
        if period is not None and period.kind is PeriodKind.SPAN:
            return [_first_of(period, end)]
        is_base = line.low(place) in BASES or (
            (word.is_as_many or word.is_same) and line.low(place) in _BASES_OF_AMOUNTS
        )
        if is_base and (found := _behind(word, place, end)):
            return found
    return _opening(word, end)


def _behind(word: ChangeWord, place: int, end: Observed) -> Sequence[Period | None]:
    """Return the period behind a word such as `than`, `since`, `compared with`."""
    line = word.line
    behind = place + 1
    while line.low(behind) in _BETWEEN and line.items[behind].kind == "w":
        behind += 1
    figure = word.figure_at(behind)
    if figure is not None and figure is not end and line.low(place) != "to":
        return [figure.where[2]]
    item = line.items[behind] if behind < len(line.items) else None
    if item is None or (line.low(place) == "to" and line.low(place - 1) != "compared"):
        return []
    if item.period is not None and item.period.kind is PeriodKind.RELATIVE and (item.period.years or 0) > 1:
        return [over_years(word, end, item.period.years or 0)]
    if item.quantity is not None and line.low(behind + 1) == "in" and line.items[behind + 2 : behind + 3]:
        dated = line.items[behind + 2].period  # "down from 500 in 2022"
        return [_period(dated, end)] if dated is not None else []
    years, behind = _years_ago(line, behind)
    if item.period is None and not years:
        return []
    if line.low(behind + 1) in _NARROWING and line.low(place) != "since":
        return [None]
    if item.period is None:
        return [_years_before(end, years)]
    return [_period(item.period, end)]


def _years_ago(line: Line, at: int) -> tuple[int, int]:
    """Return how many years `two years earlier` goes back, and the index of its last word; 0 where it is none."""
    item = line.items[at]
    if item.period is not None:
        is_one = item.period.kind is PeriodKind.RELATIVE and item.period.years == 1
        return int(is_one), at
    quantity = item.quantity
    is_ago = quantity is not None and quantity.unit.startswith("year") and line.low(at + 1) in AGO
    return (int(quantity.value), at + 1) if quantity is not None and is_ago and quantity.is_exact else (0, at)


def _years_before(end: Observed, years: int) -> Period | None:
    own = end.where[2]
    return Period.of_year(own.year - years) if own.is_year else None


def _first_of(period: StatedPeriod, end: Observed) -> Period | None:
    """Return the first year of a span that ends with the year of a figure."""
    own, first, last = end.where[2], period.first, period.last
    is_last = first is not None and last is not None and own.is_year and last[0] == own.year
    return Period.of_year(first[0]) if first is not None and is_last else None


def _opening(word: ChangeWord, end: Observed) -> Sequence[Period | None]:
    """Return what a sentence compares with at its beginning: `Compared with 2022, …`, `Between 2020 and 2023, …`."""
    line = word.line
    opening = line.items[: min(word.at, _OPENING)]
    at = next((at for at, item in enumerate(opening) if item.period is not None), None)
    if at is None:
        return []
    period = line.items[at].period
    if period is None or ";" in line.words(at, word.at - at):
        return []
    if period.kind is PeriodKind.SPAN:
        return [_first_of(period, end)]
    if line.low(0) == "since" and period.first is not None and end.where[2].is_year:
        return [Period.of_year(period.first[0])]
    is_compared = line.low(0) == "compared" and line.low(1) in {"with", "to"} and at == len(("compared", "with"))
    return [_period(period, end)] if is_compared else []


_OPENING = 5
"""Items within which a sentence says at its beginning from when on something changed."""


def _period(stated: StatedPeriod, end: Observed) -> Period | None:
    """Return the period that words name, `the previous year` as the one before that of a figure."""
    if stated.kind is PeriodKind.YEAR and stated.written:
        return Period.parse(stated.written)
    if stated.kind is PeriodKind.DATE and stated.last is not None and stated.last[1] in {1, 12}:
        return Period.of_year(stated.last[0] - (stated.last[1] == 1))  # "than at the end of 2022"
    return _years_before(end, 1) if stated.kind is PeriodKind.RELATIVE and stated.years == 1 else None


def _before(word: ChangeWord, end: Observed) -> Period | None:
    """Return the period before that of a figure to which a change leads: `rose sharply to {{ victims }}`; else None.

    Before a list of years it is the first of them: `declined: {{ victims | by_year }}`.
    """
    own = end.where[2]
    first = min(word.figures, key=lambda figure: figure.where[2].order)
    is_list = len(word.figures) > 1 and first.where[2] != own
    if is_list and all(figure.at > word.at for figure in word.figures) and word.low not in MORE | LESS:
        return first.where[2]
    if word.is_as_many or word.is_same:
        return None
    is_apposed = _is_apposed(word)
    if is_apposed and len(word.figures) > 1:
        return first.where[2] if len(word.figures) == len((first, end)) and first is not end else None
    if not (is_apposed or word.said.below or _leads_to(word, end) or _is_in_subject(word, end)):
        return None
    return _last_before(word, end)


def _is_in_subject(word: ChangeWord, end: Observed) -> bool:
    """Whether a figure stands in brackets right before a verb: `the number of cases (384) fell`."""
    if word.low in MORE | LESS or word.line.low(word.at - 1) != ")":
        return False
    opening = word.line.opening(word.at - 1)
    return opening is not None and opening < end.at < word.at


def _last_before(word: ChangeWord, end: Observed) -> Period | None:
    """Return the period of a series right before that of a figure."""
    own = end.where[2]
    earlier = [value for value in word.series.values if value.months == own.months and value.end < own.start]
    return max(earlier, key=lambda period: period.order, default=None)


def _leads_to(word: ChangeWord, end: Observed) -> bool:
    """Whether a figure right behind a word of change is what it came to: `rose to 384`, `is falling (384 in 2023)`."""
    line = word.line
    if word.low in MORE | LESS and line.low(word.at - 1) not in GOING:
        return False
    between = line.items[word.at + 1 : end.at]
    if not 0 < end.at - word.at <= CLOSE or line.low(end.at - 1) not in _TO | {"("}:
        return False
    if any(line.low(at) in _JOINING and line.low(at + 1) not in _TO for at in range(word.at + 1, end.at)):
        return False  # "the fee was raised, and the number of cases reached 384"
    dated = (item.period for item in between if item.period is not None)
    if any(period.first is not None and period.first[0] != end.where[2].year for period in dated):
        return False  # "rose slightly in 2021 and sharply in 2023 (384)"
    is_plain = not any(item.low in {";", ":", "("} | UP | DOWN for item in between[:-1])
    return is_plain and all(item.kind != "q" or word.said.passage.is_typed(item.start, item.end) for item in between)


_JOINING = word_set("and but while whereas although though")


def _is_apposed(word: ChangeWord) -> bool:
    """Whether a change is said of the figure before it: `384 cases, an increase of 12 per cent`, `(up 12 per cent)`."""
    line, at = word.line, word.at
    first = at + 1 + (line.low(at + 1) == "by")
    behind = line.items[first : first + 1]
    if word.low in RISEN | FALLEN:
        return True
    if word.low in {"up", "down"}:
        return line.low(at - 1) in LEADS and any(item.kind == "q" for item in behind)
    if word.low not in CHANGE_NOUNS or all(figure.at > at for figure in word.figures):
        return word.said.before is not None and word.low in UP | DOWN
    if not _OPEN.isdisjoint(line.words(at + 1, CLOSE)):
        return False  # "a reduction of 10 per cent being planned"
    place = at - 1
    while place > at - _ADJECTIVES and line.items[place].kind in "wq" and line.low(place) not in {"a", "an"}:
        place -= 1
    return line.low(place) in {"a", "an"} and line.low(place - 1) in LEADS


_OPEN = word_set("being planned expected was were is are")
_ADJECTIVES = 4
"""Items between an article and a noun of change: `a further 12 per cent increase`."""


# ---- how long ago ---------------------------------------------------------------------------------------------


def _distances(said: Sentence) -> Iterator[Doubt]:
    """Yield the question about `384, compared with 410 two years earlier`, where 410 is the figure of another year."""
    if len(said.figures) != len(("one", "other")) or said.figures[0].where == said.figures[1].where:
        return
    line, (late, early) = said.line, said.figures
    if not (late.where[2].is_year and early.where[2].is_year):
        return
    at = early.at + 1
    while at < min(early.at + CLOSE, len(line.items)) and line.items[at].kind in "wc" and line.low(at) not in AMOUNTS:
        at += 1
    if at >= len(line.items) or not said.is_typed(at) or any(line.low(one) in _CLOSED for one in range(early.at, at)):
        return
    if _COMPARED.isdisjoint(line.words(late.at, early.at - late.at)):
        return
    years, last = _years_ago(line, at)
    if years and line.low(last + 1) in _MARKS and late.where[2].year - early.where[2].year != years:
        span = line.span_of(at, last)
        yield doubt_change(span, early, (late.where[2], late.value), (early.where[2], early.value))


_COMPARED = word_set("compared against opposed versus from than after previously")
_MARKS = word_set(", ; . ) – —") | {""}
_CLOSED = word_set("and while whereas who which that than")
