"""Read changes of a value.

`rose by 12 per cent, from 50 to 56`, `fell by a third`, `more than doubled`, `an increase of 5 points`,
`23.6 per cent fewer than in 2022 (609)`, `1.5 times higher than in 2020`.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.forms.apposition import gapped, value_before, value_of_number
from reportgen.claims.forms.comparison import GOING, are_alike
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.own_base import BASES, CLOSE, has_other_base, has_own_subject
from reportgen.claims.line import Line
from reportgen.claims.model import Change, Direction, Measure, Nearness, Quantity
from reportgen.claims.numerals import ONE
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, FACTORS_DOWN, FACTORS_UP, LESS, MORE, NOUN_STOPS, UP
from reportgen.languages.words import word_set

_STOPS = frozenset({";", ":", "while", "whereas", "although", "but"})
_BY = frozenset({Measure.PER_CENT, Measure.POINTS, Measure.TIMES, Measure.FRACTION, Measure.COUNT, Measure.MONEY})
_NO_CHANGE = frozenset({"to", "will", "should", "may", "must", "would", "could", "can", "aimed"})
_NEAR = dict.fromkeys(("almost", "nearly", "roughly", "about", "approximately"), Nearness.ABOUT)
_NEAR |= {"over": Nearness.MORE_THAN, "least": Nearness.AT_LEAST}
_AVERAGE = frozenset({"average", "annually", "yearly", "annual", "each"})


class _ChangeDraft(Struct):
    """What was read of a change so far, as indexes of items."""

    trigger: int
    direction: Direction
    by: Quantity | None = None
    start: int | None = None
    end: int | None = None
    last: int = 0
    is_factor: bool = False

    def reaches(self, at: int) -> None:
        """Note that an item belongs to it."""
        self.last = max(self.last, at)


def read_changes(line: Line) -> Iterator[Change]:
    """Yield the changes of a line."""
    last: _ChangeDraft | None = None
    for at, item in enumerate(line.items):
        if item.kind != "w" or item.low not in _WORDS or (last is not None and at <= last.last):
            continue
        found = _from_verb(line, at) or _from_comparative(line, at)
        if found is None or (found.by is None and (found.start is None or found.end is None)):
            continue
        if last is not None and _explains(line, last, found):
            found.by, found.is_factor = last.by, last.is_factor
            last = found
            continue
        if last is not None and _belongs(line, last, found):
            if last.direction is found.direction:
                last.by, last.is_factor, last.last = found.by, found.is_factor, found.last
                continue
            found.start, found.end = last.start, last.end
        if last is not None:
            yield _change(line, last)
        last = found
        if found.by is not None and found.start is not None and found.end is not None:
            yield from _gapped(line, found)
    if last is not None:
        yield _change(line, last)


def _gapped(line: Line, first: _ChangeDraft) -> Iterator[Change]:
    """Yield the changes behind one that leave its verb out: `… and delays by 33 per cent (from 12 to 8)`."""
    for by, start, end in gapped(line, first.trigger, first.last):
        change = _change(line, _ChangeDraft(first.trigger, first.direction, line.quantity(by), start, end, end))
        yield replace(change, span=line.span_of(by, end))


_WORDS = {"as"} | UP | DOWN | MORE | LESS | FACTORS_UP.keys() | FACTORS_DOWN.keys()


def _belongs(line: Line, first: _ChangeDraft, second: _ChangeDraft) -> bool:
    """Whether a second change only says by how much: `fell from 11,200 to 9,520, a decrease of 15 per cent`."""
    is_open = second.by is not None and second.start is None and second.end is None
    apart = {item.low for item in line.items[first.last : second.trigger]} & _STOPS
    if apart or not is_open or has_own_subject(line, second.trigger) or has_other_base(line, first.start, second.last):
        return False
    return first.by is None and first.end is not None and second.trigger - first.last <= CLOSE


def _explains(line: Line, first: _ChangeDraft, second: _ChangeDraft) -> bool:
    """Whether a second change gives the values of the first: `a 22 per cent increase in thefts, which rose from …`."""
    is_open = first.by is not None and first.start is None and first.end is None and second.by is None
    is_same = first.direction is second.direction and line.low(second.trigger - 1) in {"which", "that"}
    return is_open and is_same and line.low(second.trigger - 2) == ","


def _change(line: Line, found: _ChangeDraft) -> Change:
    start, end = (None if at is None else line.quantity(at) for at in (found.start, found.end))
    places = [found.trigger, found.last, *(at for at in (found.start, found.end) if at is not None)]
    span = Span(min(line.items[place].start for place in places), max(line.items[place].end for place in places))
    if found.by is not None:
        span = Span(min(span.start, found.by.span.start), max(span.end, found.by.span.end))
    around = line.words(max(found.trigger - 3, 0), found.last - found.trigger + 9)
    subject, word = subject_of(line, found.trigger), line.span_of(found.trigger, found.trigger).of(line.text)
    values = (found.by, _like(start, end), _like(end, start))
    start_of_by = found.by.span.start if found.by is not None else span.end
    said = line.text[line.items[found.trigger].end : start_of_by].split()  # "by an average of" belongs to the number
    is_average = not _AVERAGE.isdisjoint(around) or "average" in said
    return Change(span, subject, found.direction, word, *values, found.is_factor, is_average)


def _like(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    """Return a value in the measure of the other where its own is left out: `from 12.5 per 100,000 to 9.8`."""
    if one is None or other is None or one.measure is not Measure.COUNT:
        return one
    if other.measure is Measure.COUNT:
        return one if one.noun or not other.noun else replace(one, noun=other.noun)
    if other.measure is Measure.DURATION and one.phrase:
        return one  # "from 400 hectares to 5 km2"
    return replace(one, measure=other.measure, unit=other.unit)


# ---- verbs and nouns of change --------------------------------------------------------------------------------


def _from_verb(line: Line, at: int) -> _ChangeDraft | None:
    """Read `rose by …`, `an increase of …`, `doubled from …`."""
    low = line.low(at)
    factor = FACTORS_UP.get(low) or FACTORS_DOWN.get(low)
    if factor:
        direction = Direction.UP if low in FACTORS_UP else Direction.DOWN
        span = line.span_of(at, at)
        by = Quantity(ONE * factor, span.of(line.text), span, Measure.TIMES, ONE / 2, _nearness(line, at))
        found = _ChangeDraft(at, direction, by, last=at, is_factor=True)
    elif low in UP or low in DOWN or _is_moved(line, at):
        found = _ChangeDraft(at, Direction.UP if low in UP or low == "up" else Direction.DOWN, last=at)
        if low in CHANGE_NOUNS:
            _take_before(line, found)
    else:
        return None
    if line.low(at - 1) in _NO_CHANGE and low not in CHANGE_NOUNS:
        return None
    _take_behind(line, found)
    if found.end is None and found.start is None:
        _take_series(line, found)
    if found.end is None and found.by is not None:
        _take_compared(line, found)
    if found.start is None and found.end is not None:
        _take_beside(line, found, found.end)
    if found.end is None and (low in CHANGE_NOUNS or low.endswith("ing")):
        _take_stated(line, found)
    return found


def _take_stated(line: Line, found: _ChangeDraft) -> None:
    """Take the value before a change in apposition: `987 inquiries, a decrease from 1,025 in 2013`."""
    start = found.start
    if start is None and found.is_factor:
        start = value_of_number(line, found.trigger)
    end = value_before(line, found.trigger, line.quantity(start)) if start is not None else None
    if start is not None and end is not None and line.quantity(start).period is not None:
        found.start, found.end = start, end
        found.reaches(start)


def _take_beside(line: Line, found: _ChangeDraft, end: int) -> None:
    """Take the earlier value in the brackets behind the later: `to 23,480 in 2022 (22,230 in 2020)`."""
    place = end + 1
    while place <= end + CLOSE and place < len(line.items) and line.items[place].kind in "wp":
        place += 1
    inside = [at for at in line.quantities if place < at < line.close.get(place, place)]
    if line.low(place) != "(" or inside != [place + 1]:
        return
    now, then = line.quantity(end).period, line.quantity(place + 1).period
    is_earlier = now is not None and then is not None and (then.first or (9999, 0)) < (now.first or (0, 0))
    if is_earlier and are_alike(line.quantity(end), line.quantity(place + 1)):
        found.start = place + 1
        found.reaches(place + 1)


_SHARES = frozenset({Measure.PER_CENT, Measure.POINTS, Measure.FRACTION})


def _is_moved(line: Line, at: int) -> bool:
    """Whether `up` or `down` says that something rose or fell: `went down from …`, `was up 15 per cent`."""
    if line.low(at) not in {"up", "down"} or at + 1 >= len(line.items) or _ends_verb(line, at - 1):
        return False
    following = line.items[at + 1].quantity
    if line.low(at + 1) == "to" and at + 2 < len(line.items) and line.items[at + 2].kind == "q":
        return True  # "were down to 50 from 59"
    return line.low(at - 1) in GOING or (following is not None and following.measure in _SHARES)


_WITH_UP = word_set("made make makes making set sets took taken takes gave given drew drawn built broke cut laid put")


def _ends_verb(line: Line, at: int) -> bool:
    """Whether `up` belongs to a verb that says nothing of rising: `followed up 20 per cent`, `made up 15 per cent`."""
    low = line.low(at)
    return low in _WITH_UP or (low.endswith("ed") and low not in UP | DOWN)


def _nearness(line: Line, at: int) -> Nearness:
    """Return how near a factor is said to be: `more than doubled`, `almost tripled`."""
    if line.words(at - 2, 2) == ["more", "than"]:
        return Nearness.MORE_THAN
    return _NEAR.get(line.low(at - 1), Nearness.EXACT)


def _take_before(line: Line, found: _ChangeDraft) -> None:
    """Take the amount of `a 12 per cent increase`."""
    before = line.items[found.trigger - 1] if found.trigger else None
    if before is not None and before.quantity is not None and before.quantity.measure in _BY - {Measure.COUNT}:
        found.by = before.quantity


def _take_behind(line: Line, found: _ChangeDraft) -> None:
    """Take what stands behind the word, to the end of its clause: `by Q`, `from Q`, `to Q`, `of Q`."""
    depth = line.items[found.trigger].depth
    is_noun = line.low(found.trigger) in CHANGE_NOUNS
    for place in range(found.trigger + 1, len(line.items)):
        item = line.items[place]
        is_stop = item.low in _STOPS and not (item.low == ":" and line.low(place + 1) == "from")
        if item.depth < depth or (is_stop and item.depth == depth):
            return
        if item.depth == depth and (item.low in UP or item.low in DOWN) and item.kind == "w" and item.low != "up":
            return
        if item.kind == "q" and item.depth <= depth + 1:
            _take(line, found, place, is_noun=is_noun)
        elif item.low == "," and item.depth == depth and not _goes_on(line, place + 1):
            return


def _goes_on(line: Line, at: int) -> bool:
    """Whether what stands behind a comma still belongs to a change: `, from 50 to 56`, `, to 56`, `, or by 12`."""
    while line.low(at) in {"or", "and", "that", "is", "i.e.", "namely", "however"}:
        at += 1
    at += line.low(at) == "," and line.low(at - 1) == "however"
    return line.low(at) in {"from", "to", "by", "compared"} or (at < len(line.items) and line.items[at].kind == "p")


def _take(line: Line, found: _ChangeDraft, at: int, *, is_noun: bool) -> None:
    """Give a quantity its part in a change, by the word before it."""
    quantity = line.quantity(at)
    before = line.low(at - 1)
    if before in {"a", "the", "some", "only", "just"}:
        before = line.low(at - 2)
    if before == "of" and line.low(at - 2) in _LEVELS:  # "from a low of 12 to a high of 19"
        before = line.low(at - 4)
    near = at - found.trigger <= 3  # right behind the word
    is_by = before == "by" and quantity.measure in _BY
    if found.by is None and (is_by or (before == "of" and is_noun and near)):
        found.by = quantity
    elif before == "(" and quantity.measure is Measure.PER_CENT and _is_beside(line, found, at, is_noun=is_noun):
        found.by = quantity  # "a decrease (3 per cent) from 500", "by nearly half (44 per cent)"
    elif at == found.trigger + 1 and quantity.measure in _SHARES and not is_noun and found.by is None:
        found.by = quantity  # "rose 12 per cent"
    elif before == "from" and found.start is None and line.low(at - 2) not in {"of", "by"}:
        found.start = at
    elif before == "to" and found.end is None and (found.start is not None or not is_noun or found.by is not None):
        if found.start is not None and not _are_values(line, found.start, at):
            return
        found.end = at
    elif near and quantity.measure is Measure.TIMES and found.by is None and not is_noun:
        found.by = quantity
    else:
        return
    found.is_factor |= found.by is quantity and quantity.measure is Measure.TIMES
    found.reaches(at)


_LEVELS = frozenset({"low", "high", "peak", "level", "total", "record", "maximum", "minimum", "average", "base"})


def _is_beside(line: Line, found: _ChangeDraft, at: int, *, is_noun: bool) -> bool:
    """Whether a share stands alone in the brackets behind a noun of change, or behind a fraction."""
    if line.low(at + 1) != ")":
        return False
    if found.by is None:
        return is_noun and at == found.trigger + 2
    return found.by.measure is Measure.FRACTION and found.by.span.end == line.items[at - 2].end


_AGES = frozenset({"age", "ages", "limit", "majority"})


def _are_values(line: Line, start: int, end: int) -> bool:
    """Whether two numbers can be the ends of one change: `from 12 to 15 per cent`, not `from 5 times to $3 million`."""
    one, other = line.quantity(start), line.quantity(end)
    if other.measure is Measure.DURATION and (line.words(end + 1, 2) == ["of", "age"] or line.low(end + 1) == "old"):
        return not _AGES.isdisjoint(
            item.low for item in line.items[:start]
        )  # "child mortality from 0 to 5 years of age"
    return are_alike(one, other) or Measure.COUNT in {one.measure, other.measure}


def _take_series(line: Line, found: _ChangeDraft) -> None:
    """Take values in brackets, with their periods: `fell by a third (90 in 2021 and 60 in 2022)`."""
    if found.by is None and not _is_finite(line, found.trigger):
        return
    beside = [at for at in line.quantities if 0 < at - found.last <= CLOSE and _stands_beside(line, at)]
    if len(beside) == 2:  # "between 2019 (110) and 2022 (165)"
        found.start, found.end = beside
        found.reaches(beside[-1])
        return
    opening = _bracket_behind(line, found.last)
    excepts = any(item.low in {"exception", "except", "excluding", "apart"} for item in line.items)
    inside = list(_dated_within(line, opening)) if opening is not None and not excepts else []
    if len(inside) > 1:
        inside.sort(key=lambda at: getattr(line.quantity(at).period, "first", ()))
        found.start, found.end = inside[0], inside[-1]
        found.reaches(max(inside))


_LONG = 24
"""Words between a change and the brackets with its values: they name what rose or fell, however long that is."""


def _bracket_behind(line: Line, at: int) -> int | None:
    """Return the index of the brackets behind a word of change, with nothing but words between them; else None."""
    for place in range(at, min(at + _LONG, len(line.items))):
        if line.low(place) == "(":
            return place
        if place >= at + CLOSE and (line.items[place].kind not in "wcr" or line.low(place) in _STOPS):
            return None
    return None


def _dated_within(line: Line, opening: int) -> Iterator[int]:
    """Yield the values in brackets that are alike and each of a period of its own; none where another has no period.

    What says by how much (`five persons fewer`) is no value.
    """
    closing = line.close.get(opening, len(line.items))
    inside = [at for at in line.quantities if opening < at < closing and not _is_difference(line, at)]
    values = [line.quantity(at) for at in inside]
    periods = {value.period.first for value in values if value.period is not None and value.period.first}
    if len(periods) == len(values) and all(are_alike(values[0], value) for value in values):
        yield from inside


def _is_difference(line: Line, at: int) -> bool:
    """Whether a number says how many more or fewer there are: `five persons fewer`, `12 more`."""
    behind = line.words(at + 1, 3)
    place = next((place for place, word in enumerate(behind) if word in MORE | LESS), None)
    return place is not None and all(word.isalpha() and word not in NOUN_STOPS for word in behind[:place])


def _stands_beside(line: Line, at: int) -> bool:
    """Whether a number stands alone in the brackets behind its year."""
    is_alone = line.low(at - 1) == "(" and line.low(at + 1) == ")"
    return is_alone and at > 1 and line.items[at - 2].kind == "p"


_FINITE = word_set("has have had been was were is are steadily gradually sharply also")
_SEEN = word_set("there saw seen shows show showed marked recorded observed noted trend")


def _is_finite(line: Line, at: int) -> bool:
    """Whether a word says that something rose or fell: a verb, or a noun that was seen."""
    if line.low(at) in CHANGE_NOUNS and line.low(at - 1) not in _FINITE:
        return any(item.low in _SEEN for item in line.items[max(at - 6, 0) : at + 4])
    behind = line.low(at + 1)
    return line.low(at - 1) in _FINITE or not behind.isalpha() or behind in NOUN_STOPS or behind.endswith("ly")


# ---- comparatives ---------------------------------------------------------------------------------------------


def _from_comparative(line: Line, at: int) -> _ChangeDraft | None:
    """Read `23.6 per cent fewer than …`, `2.5 times higher than …`, `12 more than …`."""
    low = line.low(at)
    before = line.items[at - 1].quantity if at else None
    if low == "as" and before is not None and before.measure is Measure.TIMES and line.low(at + 2) == "as":
        found = _ChangeDraft(at, Direction.UP, before, last=at + 2, is_factor=True)
        _take_compared(line, found)
        return found if found.start is not None else None
    if (low not in MORE and low not in LESS) or before is None or before.measure not in _BY - {Measure.FRACTION}:
        return None
    if before.measure is Measure.COUNT and line.low(at + 1) != "than":
        return _of_two_brackets(line, at)
    direction = Direction.UP if low in MORE else Direction.DOWN
    place = next((place for place in range(at + 1, at + 5) if line.low(place) in {"than", "compared"}), None)
    if place is None:
        is_last = line.low(at + 1) in {"", ".", ";", ")"} and line.low(at - 2) in {",", "–", "—", "(", "or"}
        is_factor = before.measure is Measure.TIMES
        return _ChangeDraft(at, direction, before, last=at, is_factor=is_factor) if is_last else None
    found = _ChangeDraft(at, direction, before, last=place, is_factor=before.measure is Measure.TIMES)
    _take_compared(line, found)
    return found if found.start is not None else None


def _of_two_brackets(line: Line, at: int) -> _ChangeDraft | None:
    """Read `140 more offences in 2009 (2,150) than in 2008 (2,010)`."""
    beside = [one for one in line.quantities if at < one <= at + 2 * CLOSE and _stands_beside(line, one)]
    if len(beside) != 2 or "than" not in line.words(beside[0], beside[1] - beside[0]):
        return None
    direction = Direction.UP if line.low(at) in MORE else Direction.DOWN
    return _ChangeDraft(at, direction, line.quantity(at - 1), start=beside[1], end=beside[0], last=beside[1])


_VALUES = frozenset({Measure.COUNT, Measure.MONEY, Measure.RATE})
_SPAN = 8
"""Items between a base word and its value: `than in the first half of 2021 (360)`."""


def _take_compared(line: Line, found: _ChangeDraft) -> None:
    """Take the earlier value behind `than` or `compared with`, and the current one before the change."""
    if found.by is None:
        return
    base = next((at for at in range(found.last, len(line.items)) if line.low(at) in BASES | {";", ":"}), None)
    if base is None or line.low(base) in {";", ":"}:
        return
    values = {Measure.PER_CENT} if found.by.measure is Measure.POINTS else _VALUES
    near = [at for at in line.quantities if base < at <= base + _SPAN and line.quantity(at).measure in values]
    between = [item.low for item in line.items[base + 1 : near[0]]] if near else []
    if between[-2:] == [",", "("]:  # "than in 2014, (25,033)"
        between = between[:-2]
    if not near or not {",", ";", "by"}.isdisjoint(between):
        return
    earlier = line.quantity(near[0])
    before = [at for at in reversed(line.quantities) if line.items[at].end <= found.by.span.start]
    current = [at for at in before if are_alike(line.quantity(at), earlier)]
    if current and earlier.period is not None:
        found.start, found.end = near[0], current[0]
        found.reaches(near[0])
