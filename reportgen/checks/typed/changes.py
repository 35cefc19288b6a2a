"""Typed words of change beside figures from data: whether the data went that way, and that far.

`{{ victims }} persons, more than in 2022`, `rose to {{ victims }}`, `doubled since 2020, to {{ victims }}`: the value
that the words start from need not stand in the text, since the indicator holds it. Only sentences whose figures are all
of one series are judged, and only words whose place in the sentence says that they speak of it. A sentence without a
figure may speak of that of the sentence before: `This was an increase of 12 per cent.`
"""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import CLOSING, Doubt, Observed, Sentence
from reportgen.checks.languages import ENGLISH
from reportgen.checks.stated import stems
from reportgen.checks.typed.bases import compared, named_bases, read_base, year_of_multiple, years_ago
from reportgen.checks.typed.change_subjects import is_narrowed, speaks_of_another
from reportgen.checks.typed.change_words import (
    AMOUNTS,
    BASES,
    CLOSE,
    FACTORS,
    FALLEN,
    LEADS,
    RISEN,
    ChangeWord,
    doubt_change,
)
from reportgen.checks.typed.extents import overstated
from reportgen.checks.typed.records import is_record, judge_record
from reportgen.checks.typed.rows import judge_first, judge_opening, judge_pace, judge_row, opening_years, paced
from reportgen.languages.en.lexicon import (
    CHANGE_NOUNS,
    CHANGING,
    DOWN,
    GOING,
    LESS_OR_SHORTER,
    MORE_OR_LONGER,
    SAMENESS,
    TRENDS,
    UP,
)
from reportgen.languages.language import load
from reportgen.languages.note_words import parting
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_SO_MANY = word_set("many few high")
TO = word_set("to reaching reached at")


def doubt_changes(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for the typed words of change in a sentence that the values of its one series contradict."""
    figures = said.spoken
    for at, item in enumerate(said.line.items):
        word = ChangeWord(said, at, figures)
        if item.low in MORE_OR_LONGER | LESS_OR_SHORTER and said.is_typed(at) and (doubt := _judge_other_year(word)):
            yield doubt
            continue
        is_change = item.low in CHANGING or (item.low in SAMENESS and (word.is_same or word.is_unmoved))
        is_change = is_change or word.is_as_many or (item.low in _SO_MANY and is_record(word))
        doubt = _judge(word) if is_change and said.is_typed(at) else None
        if doubt is not None:
            yield doubt
    yield from _distances(said)


def _judge(word: ChangeWord) -> Doubt | None:
    """Return what the data say against a word of change; None where they agree, or it speaks of something else."""
    if is_record(word):
        return judge_record(word)
    if word.line.low(word.at + 1) in TRENDS:
        return None  # of a trend all years speak
    if (change := paced(word)) is not None:
        return judge_pace(word, change)
    if speaks_of_another(word):
        return None
    end = end_of(word)
    if years := opening_years(word):
        return judge_opening(word, end, years)
    if _is_before_turn(word):
        before = word.said.in_period(end, last_before(word, end))
        if before is None:
            return None
        end = before
    return (
        judge_row(word, end)
        or _judge_each(word, end)
        or judge_extent(word, end)
        or judge_first(word, end)
        or judge_years(word, end)
        or _judge_from(word, end)
    )


def _judge_other_year(word: ChangeWord) -> Doubt | None:
    """Return what the data say against `348 in 2023; in 2022, there had been fewer`, which tells of the other year."""
    line, at = word.line, word.at
    first = max((one + 1 for one in range(at) if line.low(one) in _BREAKING), default=0)
    first += line.low(first) == "in"
    stated, before = line.period(first), [figure for figure in word.figures if figure.at < first]
    told = {low for low in line.words(first + 1, at - first - 1) if not low.endswith("ly")}
    if stated is None or not before or line.low(at + 1) not in CLOSING or not _AMONG_OTHERS & told:
        return None
    period = read_base(stated, before[-1])
    value = word.series.value(period) if period is not None else None
    own = before[-1].where[2]
    is_other = period is not None and period != own and period.months == own.months
    if period is None or value is None or not is_other or not stems(" ".join(told - _TELLING)) <= word.known:
        return None
    is_so = value > before[-1].value if word.is_up else value < before[-1].value
    return None if is_so else doubt_change(word.span(), before[-1], (period, value), (own, before[-1].value))


_BREAKING = word_set("; : . while whereas but and although though")
_AMONG_OTHERS = word_set("was were been")
_TELLING = word_set(", the figure number total there had been were was even still much far of it they")


def judge_years(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against a change in years that are named behind it: `rose in 2021 and again in 2022`."""
    if word.low not in UP | DOWN or is_narrowed(word):
        return None
    line, place = word.line, word.at + 1
    place += line.low(place).endswith("ly")
    when = line.clauses[word.at]
    if line.low(when) == "when" and line.period(when - 2) is not None:  # "In 2023 (when the number rose)"
        place = when - 3
    while line.low(place) in {"in", "during"} and (place < when or line.low(place + 2) in _ALONE):
        stated = line.period(place + 1)
        period = read_base(stated, end) if stated is not None else None
        before = Period.of_year(period.year - 1) if period is not None and period.is_year else None
        value = word.series.value(period) if period is not None else None
        base = word.series.value(before) if before is not None else None
        if period is None or before is None or value is None or base is None:
            return None
        if overstated(word, value, base) is not None:
            return doubt_change(word.span(), end, (period, value), (before, base))
        place += 3 + (line.low(place + 3) == "again")
    return None


def _judge_each(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against a change in each of two years that open a sentence.

    `Neither in 2022 nor in 2023 did the number fall`, `Both in 2022 and in 2023, more were trained than in 2021`.
    """
    line, joint = word.line, {"both": "and", "neither": "nor"}.get(word.line.low(word.line.low(0) == "in"))
    opening = line.items[: min(word.at, _OPENING)]
    named = [read_base(item.period, end) for item in opening if item.period is not None]
    is_joined = (
        joint is not None and any(item.low == joint for item in opening) and len(named) == len(("both", "years"))
    )
    for period in named if is_joined else ():
        value = word.series.value(period) if period is not None else None
        bases = named_bases(word, end) or [last_of(word, period) if period is not None else None]
        for base in bases if value is not None and not is_narrowed(word) else ():
            before = word.series.value(base) if base is not None else None
            if (
                period
                and base
                and value is not None
                and before is not None
                and overstated(word, value, before) is not None
            ):
                return doubt_change(word.span(), end, (period, value), (base, before))
    return None


_OPENING = 10
"""Items within which a sentence names two years at its beginning, each with its figure in brackets."""


def _is_before_turn(word: ChangeWord) -> bool:
    """Return whether a change went before the one of its sentence: `Having fallen for two years, the number rose`."""
    turned = DOWN if word.low in UP else UP if word.low in DOWN else frozenset[str]()
    is_opening = word.at == 1 and word.line.low(0) in {"having", "after"}
    return is_opening and not turned.isdisjoint(word.line.words(2, len(word.line.items)))


_ALONE = CLOSING | word_set("( and but or")
"""Behind the year in which something changed, where nothing narrows it."""


def judge_extent(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against a change that leads to a figure."""
    if word.is_as_many and (other := year_of_multiple(word, end)) is not None:
        return _judge_since(word, end, other)
    for base in bases_of(word, end):
        if base[0] == end.where[2] and word.low in MORE_OR_LONGER | LESS_OR_SHORTER:
            return _reversed(word, end)
        if doubt := judge_base(word, end, base):
            return doubt
    return None


def judge_base(word: ChangeWord, end: Observed, base: tuple[Period, Number]) -> Doubt | None:
    """Return what the data say against a change from one period to a figure."""
    if base[0] == end.where[2] or base[0].months != end.where[2].months:
        return None
    places = overstated(word, end.value, base[1])
    if places is None:
        return _unlike(word, end, base[0])
    if word.said.below and _went_last(word, end):
        return None
    is_apart = any(abs(place - word.at) > _BESIDE for place in places)
    span = word.line.span_of(places[0], places[0]) if is_apart else word.span(*places)
    return doubt_change(span, end, (end.where[2], end.value), base)


def _unlike(word: ChangeWord, end: Observed, base: Period) -> Doubt | None:
    """Return the question about a true change between two figures, of which notes limit one and not the other."""
    observed = {period: word.series.values[period] for period in (base, end.where[2])}
    if not any(one.note for one in observed.values()):
        return None
    words = load(ENGLISH).patterns.note_words
    notes = parting({period: words.limit(one.note, one.status) for period, one in observed.items()})
    return Doubt("RG442", word.span(), end, {"period": end.where[2], "base": base, "note": notes}) if notes else None


def _reversed(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `fewer in 2022 than in 2023 (384)`, where the figure is that of the base."""
    line = word.line
    than = next((at for at in range(word.at + 1, min(word.at + CLOSE, end.at)) if line.low(at) == "than"), word.at)
    named = [read_base(item.period, end) for item in line.items[word.at + 1 : than] if item.period is not None]
    return _judge_since(word, end, named[0]) if len(named) == 1 else None


def _judge_from(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `In 2023, the number rose by 112 compared with {{ victims | at(2021) }}`."""
    line, opened = word.line, word.line.period(1)
    before = end.at - 1 - (line.low(end.at - 1) == "the")
    is_base = line.low(before) in BASES - {"to"} or line.words(before - 1, 2) == ["compared", "to"]
    if len(word.figures) != 1 or opened is None or line.low(0) != "in" or not (is_base and word.at < end.at):
        return None
    return _judge_since(word, end, read_base(opened, end)) if word.low in UP | DOWN | FACTORS.keys() else None


def _judge_since(word: ChangeWord, base: Observed, period: Period | None) -> Doubt | None:
    """Return what the data say against a change from a figure to the value of a period."""
    value = word.series.value(period) if period is not None else None
    places = overstated(word, value, base.value) if value is not None else None
    if period is None or value is None or places is None:
        return None
    return doubt_change(word.span(*places), base, (period, value), (base.where[2], base.value))


def _went_last(word: ChangeWord, end: Observed) -> bool:
    """Return whether at least the last step of a list went as its lead says: `The number fell in 2023:`."""
    last = last_before(word, end)
    value = word.series.value(last) if last is not None else None
    return value is not None and overstated(word, end.value, value) is None


_BESIDE = 2
"""Items between a word and its amount, which are then named together."""


def end_of(word: ChangeWord) -> Observed:
    """Return the figure that a word of change leads to: the one behind "to", else the latest of the sentence."""
    if word.named_behind is not None:
        return word.named_behind
    behind = [
        figure for figure in word.figures if 0 < figure.at - word.at <= CLOSE and word.line.low(figure.at - 1) in TO
    ]
    if behind:
        return behind[0]
    before = [figure for figure in word.figures if figure.at < word.at]
    base = compared(word)
    return before[-1] if base is not None and before else word.latest


# ---- what a change starts from --------------------------------------------------------------------------------


def bases_of(word: ChangeWord, end: Observed) -> Sequence[tuple[Period, Number]]:
    """Return the periods that a change starts from, with their values; none where the data or the text lack one."""
    periods = named_bases(word, end) or [_before(word, end)]
    values = [(period, word.series.value(period) if period is not None else None) for period in periods]
    known = [(period, value) for period, value in values if period is not None and value is not None]
    return known if len(known) == len(periods) else []


def _before(word: ChangeWord, end: Observed) -> Period | None:
    """Return the period before that of a figure to which a change leads: `rose sharply to {{ victims }}`; else None.

    Before a list of years it is the first of them: `declined: {{ victims | by_year }}`.
    """
    own = end.where[2]
    if word.named_behind is not None:  # "402 in 2022; in 2023 slightly fewer, namely 348"
        before = [figure.where[2] for figure in word.figures if figure.at < word.at]
        return before[0] if len(before) == 1 else None
    first = min(word.figures, key=lambda figure: figure.where[2].order)
    is_list = len(word.figures) > 1 and first.where[2] != own
    if is_list and all(figure.at > word.at for figure in word.figures):
        return first.where[2]
    if word.is_as_many or word.is_same:
        return None
    is_apposed = _is_apposed(word)
    if is_apposed and len(word.figures) > 1:
        return first.where[2] if len(word.figures) == len((first, end)) and first is not end else None
    if not (is_apposed or word.said.below or leads_to(word, end) or _is_in_subject(word, end)):
        return None
    return last_before(word, end)


def _is_in_subject(word: ChangeWord, end: Observed) -> bool:
    """Return whether a figure stands in brackets right before a verb: `the number of cases (384) fell`."""
    if word.low in MORE_OR_LONGER | LESS_OR_SHORTER or word.line.low(word.at - 1) != ")":
        return False
    opening = word.line.opening(word.at - 1)
    return opening is not None and opening < end.at < word.at


def last_before(word: ChangeWord, end: Observed) -> Period | None:
    """Return the period of a series right before that of a figure."""
    return last_of(word, end.where[2])


def last_of(word: ChangeWord, own: Period) -> Period | None:
    """Return the period of a series right before another one, of the same length."""
    earlier = [value for value in word.series.values if value.months == own.months and value.end < own.start]
    return max(earlier, key=lambda period: period.order, default=None)


def leads_to(word: ChangeWord, end: Observed) -> bool:
    """Whether a figure right behind a word of change is what it came to: `rose to 384`, `is falling (384 in 2023)`."""
    line = word.line
    between = line.items[word.at + 1 : end.at]
    is_up = word.low in {"up", "down"} and line.low(word.at - 1) in _BEING  # "was up in 2023, at 384"
    is_up = is_up and line.low(word.at + 1) in {"in", ",", "at"}
    if word.low in MORE_OR_LONGER | LESS_OR_SHORTER and line.low(word.at - 1) not in GOING and not is_up:
        return False
    before = line.low(end.at - 2) if line.low(end.at - 1) == "the" else line.low(end.at - 1)
    is_when = before == "when" and line.items[end.at - 2].kind == "m"  # "fell in 2022, when 150 were held"
    if not 0 < end.at - word.at <= CLOSE or not (before in TO | {"("} or is_when):
        return False
    if any(line.low(at) in _JOINING and line.low(at + 1) not in TO for at in range(word.at + 1, end.at)):
        return False  # "the fee was raised, and the number of cases reached 384"
    dated = (item.period for item in between if item.period is not None)
    if any(period.first is not None and period.first[0] != end.where[2].year for period in dated):
        return False  # "rose slightly in 2021 and sharply in 2023 (384)"
    is_plain = not any(item.low in {";", ":", "("} | UP | DOWN for item in between[:-1])
    return is_plain and all(item.kind != "q" or word.said.passage.is_typed(item.start, item.end) for item in between)


_BEING = word_set("was were is are")
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
    years, last = years_ago(line, at)
    if years and line.low(last + 1) in CLOSING and late.where[2].year - early.where[2].year != years:
        span = line.span_of(at, last)
        yield doubt_change(span, early, (late.where[2], late.value), (early.where[2], early.value))


_COMPARED = word_set("compared against opposed versus from than after previously")
_CLOSED = word_set("and while whereas who which that than")
