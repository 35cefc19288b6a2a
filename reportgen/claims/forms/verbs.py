"""Read what a verb or a noun of change says: `rose by …`, `an increase of …`, `doubled from …`, `down 4 on …`."""

from reportgen.claims.forms.comparatives import take_compared
from reportgen.claims.forms.comparison import are_alike, remark_begins
from reportgen.claims.forms.draft import AMOUNTS, SHARES, STOPS, ChangeDraft
from reportgen.claims.forms.own_base import BASES
from reportgen.claims.forms.values import (
    take_also,
    take_antecedent,
    take_base,
    take_beside,
    take_pair,
    take_said,
    take_series,
    take_stated,
    take_subject,
)
from reportgen.claims.line import Line
from reportgen.claims.model import SUMMED, Direction, Measure, Nearness, Quantity
from reportgen.claims.numerals import ONE
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, FACTORS_DOWN, FACTORS_UP, GOING, UP
from reportgen.languages.words import word_set

_NO_CHANGE = frozenset({"to", "will", "should", "may", "must", "would", "could", "can", "aimed"})
_RANGES = word_set("range ranges ranged ranging vary varies varied varying")
"""Behind these, `from` and `to` are the least and the largest of several: `fell, ranging from 76 to 31 per cent`; not
in `the price range fell from 76 to 31`."""
_NEAR = dict.fromkeys(("almost", "nearly", "roughly", "about", "approximately"), Nearness.ABOUT)
_NEAR |= {"over": Nearness.MORE_THAN, "least": Nearness.AT_LEAST}
_SIGNS = frozenset({"+", "-", "–", "−"})
_MARKS = frozenset({",", "–", "—", "-", "("})


def from_verb(line: Line, at: int) -> ChangeDraft | None:
    """Return the change that a word says; None where it says none, or speaks of a plan."""
    low = line.low(at)
    found = _begun(line, at)
    if found is None or (line.low(at - 1) in _NO_CHANGE and low not in CHANGE_NOUNS):
        return None
    if any(_is_range(line, place) for place in range(max(at - 3, 0), at)):
        return None  # "ranging from a decline of 1,326 in one province to 79 in another"
    _take_behind(line, found)
    if found.end is None and found.start is None:
        take_series(line, found)
    if found.end is None and found.by is not None:
        take_compared(line, found)
    for take in (take_pair, take_beside, take_base, take_antecedent, take_subject):
        if found.start is None and found.end is not None:
            take(line, found, found.end)
    take_also(line, found)
    if low in CHANGE_NOUNS:
        take_said(line, found)
    is_apposition = low in CHANGE_NOUNS or low.endswith("ing") or (low in {"up", "down"} and line.low(at - 1) in _MARKS)
    if found.end is None and is_apposition:
        take_stated(line, found)
    is_rate = low == "growth" and found.start is not None and line.quantity(found.start).measure is Measure.PER_CENT
    return None if is_rate else found  # "growth was scaled back to 4.0 per cent from 4.4 per cent"


def _begun(line: Line, at: int) -> ChangeDraft | None:
    """Return a change of which only its word was read, with the amount that belongs to it."""
    low = line.low(at)
    factor = FACTORS_UP.get(low) or FACTORS_DOWN.get(low)
    if factor:
        direction = Direction.UP if low in FACTORS_UP else Direction.DOWN
        span = line.span_of(at, at)
        by = Quantity(ONE * factor, span.of(line.text), span, Measure.TIMES, ONE / 2, _nearness(line, at))
        return ChangeDraft(at, direction, by, last=at, is_factor=True)
    if low in UP or low in DOWN or _is_moved(line, at):
        found = ChangeDraft(at, Direction.UP if low in UP or low == "up" else Direction.DOWN, last=at)
        if low in CHANGE_NOUNS:
            _take_before(line, found)
        return found
    return None


def _is_moved(line: Line, at: int) -> bool:
    """Return whether `up` or `down` says that something rose or fell: `went down from …`, `was up 15%`, `, up 24`."""
    if line.low(at) not in {"up", "down"} or at + 1 >= len(line.items) or _ends_verb(line, at - 1):
        return False
    following = line.items[at + 1].quantity
    if line.low(at + 1) in {"to", "by"} and line.kind(at + 2) == "q":
        return True  # "were down to 50 from 59"
    if line.low(at + 1) == "by" and line.low(at - 1) == ",":
        return True  # "117, down by year-on-year 2.9 from 119.9"
    is_apart = following is not None and line.low(at - 1) in _MARKS
    if is_apart and not BASES.isdisjoint(line.words(at + 2, 3)):
        return True
    return line.low(at - 1) in GOING or (following is not None and following.measure in SHARES)


_WITH_UP = word_set("made make makes making set sets took taken takes gave given drew drawn built broke cut laid put")
"""Verbs to which `up` belongs: `made up 15 per cent`."""


def _ends_verb(line: Line, at: int) -> bool:
    """Return whether `up` belongs to a verb that says nothing of rising: `followed up 20`, `made up 15 per cent`."""
    low = line.low(at)
    return low in _WITH_UP or (low.endswith("ed") and low not in UP | DOWN)


def _nearness(line: Line, at: int) -> Nearness:
    """Return how near a factor is said to be: `more than doubled`, `almost tripled`."""
    if line.words(at - 2, 2) == ["more", "than"]:
        return Nearness.MORE_THAN
    return _NEAR.get(line.low(at - 1), Nearness.EXACT)


def _take_before(line: Line, found: ChangeDraft) -> None:
    """Take the amount of `a 12 per cent increase`."""
    before = line.items[found.trigger - 1] if found.trigger else None
    if before is not None and before.quantity is not None and before.quantity.measure in AMOUNTS - {Measure.COUNT}:
        found.by = before.quantity


def _take_behind(line: Line, found: ChangeDraft) -> None:
    """Take what stands behind the word, to the end of its clause: `by Q`, `from Q`, `to Q`, `of Q`."""
    depth = line.items[found.trigger].depth
    is_noun, is_told = line.low(found.trigger) in CHANGE_NOUNS, False
    for place in range(found.trigger + 1, remark_begins(line, found.trigger, len(line.items))):
        item = line.items[place]
        is_stop = item.low in STOPS and not (item.low == ":" and line.low(place + 1) == "from")
        if item.depth < depth or (is_stop and item.depth == depth):
            return
        if item.depth == depth and (item.low in UP or item.low in DOWN) and item.kind == "w" and item.low != "up":
            return
        is_told = item.depth > depth and (is_told or (item.low in UP | DOWN and item.kind == "w"))
        if _is_range(line, place) or (item.low in {"up", "down"} and line.low(place + 1) == "from"):
            return  # "rising stocks pushed the price down from $3 to $2.30"
        if item.kind == "q" and item.depth <= depth + 1 and not is_told:  # "(staff costs rose by 10 per cent)"
            _take(line, found, place, is_noun=is_noun)
        elif item.low == "," and item.depth == depth and not _goes_on(line, place + 1):
            return


def _goes_on(line: Line, at: int) -> bool:
    """Return whether what is behind a comma belongs to a change: `, from 50 to 56`, `, or by 12`, `, i.e. by 12`."""
    while line.low(at) in {"or", "and", "that", "is", "i.e.", "namely", "however"}:
        at += 1
    at += line.low(at) == "," and line.low(at - 1) in {"however", "is", "i.e.", "namely"}
    if line.low(at - 1) in {"or", "is", "i.e."} and at + 1 < len(line.items) and line.items[at].kind == "q":
        return line.low(at + 1) == ","  # ", or 50 per cent, to 3.6 million"
    return line.low(at) in {"from", "to", "by", "compared"} or line.kind(at) == "p"


def _take(line: Line, found: ChangeDraft, at: int, *, is_noun: bool) -> None:
    """Give a quantity its part in a change, by the word before it."""
    quantity = line.quantity(at)
    if quantity.measure is Measure.DURATION and line.low(at + 1) in {"ago", "earlier", "before"}:
        return  # "by 48.6 per cent from five years ago to 59,383"
    before = _word_before(line, at)
    near = at - found.trigger <= 3  # right behind the word
    is_by = before == "by" and quantity.measure in AMOUNTS
    if found.by is None and (is_by or (before == "of" and is_noun and near)):
        found.by = quantity
    elif quantity.measure is Measure.PER_CENT and _is_beside(line, found, at, is_noun=is_noun):
        found.by = quantity  # "a decrease (3 per cent) from 500", "by nearly half (44 per cent)", "to 450 (+12%)"
    elif at == found.trigger + 1 and quantity.measure in SHARES and not is_noun and found.by is None:
        found.by = quantity  # "rose 12 per cent"
    elif at == found.trigger + 1 and line.low(found.trigger) in {"up", "down"} and found.by is None:
        found.by = quantity  # ", up 24 on 2018"
    elif _is_base(line, found, at, before) and found.start is None and line.low(at - 2) not in {"of", "by"}:
        found.start = at
    elif before == "to" and found.end is None and _can_end(line, found, at, is_noun=is_noun):
        found.end = at
    elif near and quantity.measure is Measure.TIMES and found.by is None and not is_noun:
        found.by = quantity
    else:
        return
    found.is_factor |= found.by is quantity and quantity.measure is Measure.TIMES
    found.reaches(at)


def _is_base(line: Line, found: ChangeDraft, at: int, before: str) -> bool:
    """Return whether a value is the one that a change starts from: `from 120`, `a rise on 2016's figure of 3,744`."""
    is_noun = line.low(found.trigger) in CHANGE_NOUNS
    is_near = at - found.trigger <= _PASSED_MOST  # not "over the year before, when 1,890 people arrived on 27 boats"
    is_counted = line.quantity(at).measure in SUMMED
    return before == "from" or (before == "on" and is_noun and is_near and is_counted)


_LEVELS = word_set("low high peak level total record maximum minimum average base rate figure value")
"""Nouns for a value: `from a low of 12 to a high of 19`, `from the 2014 rate of 16.3`."""
_PASSED = word_set("a an the some only just year-on-year average annual estimated")
"""Words between the preposition and its value: `to some 400`, `by an average 4 per cent`."""
_PASSED_MOST = 5
"""Items between `from` and its value: `from last year's figure of 23,280`, `from the 2014 rate of 16.3`."""


def _word_before(line: Line, at: int) -> str:
    """Return the word that says what part a quantity has in a change: `by`, `from`, `to`, `of`."""
    place = at - 1
    if line.low(place) == "of" and line.low(place - 1) in _LEVELS:  # "from a low of 12 to a high of 19"
        place -= 2
    while place > at - 1 - _PASSED_MOST and (line.low(place) in _PASSED or _is_owning(line, place)):
        place -= 1
    return line.low(place) if line.low(place) != "to" or line.low(place - 1) not in _COMPARING else ""


_COMPARING = frozenset({"compared", "relative", "comparison", "contrast"})
"""Behind these, `to` names the earlier value: `a 4 per cent decline compared to 7,199 the year before`."""


def _is_owning(line: Line, at: int) -> bool:
    """Return whether a period stands right before its value: `from last year's 23,280`, `from the 2014 rate of 16`."""
    period = line.items[at].period if at >= 0 else None
    return period is not None and (period.text.endswith(("’s", "'s")) or line.low(at + 1) in _LEVELS)


def _can_end(line: Line, found: ChangeDraft, at: int, *, is_noun: bool) -> bool:
    """Return whether a quantity behind `to` can be the later value of a change."""
    if found.start is not None:
        return _are_values(line, found.start, at)
    if not is_noun or found.by is not None:
        return True
    following = next((place for place in line.quantities if place > at), None)  # "a rise to 527 from 171"
    is_from = following is not None and line.low(following - 1) == "from" and following - at <= len(_LEVELS)
    return following is not None and is_from and are_alike(line.quantity(at), line.quantity(following))


def _is_range(line: Line, at: int) -> bool:
    return line.low(at) in _RANGES and line.low(at + 1) == "from"


def _is_beside(line: Line, found: ChangeDraft, at: int, *, is_noun: bool) -> bool:
    """Return whether a share stands alone in the brackets behind a noun of change, a fraction, or the later value."""
    has_sign = line.low(at - 1) in _SIGNS
    opening = at - 1 - has_sign
    if line.low(opening) != "(" or line.low(at + 1) != ")":
        return False
    if found.by is not None:
        return found.by.measure is Measure.FRACTION and found.by.span.end == line.items[opening - 1].end
    if found.end is not None and found.start is not None:
        quantity = line.quantity(found.end)
        is_value = quantity.measure is not Measure.PER_CENT and found.end < opening
        if _has_share(line, found.start) and not has_sign:
            return False  # "from 15,747 (1.48%) in 2018 to 20,086 (1.84%)"
        return is_value and not any(line.items[place].kind == "q" for place in range(found.end + 1, opening))
    is_first = found.start is None and found.end is None  # "decreased (1.1%) from 20,193 to 19,966"
    return (is_noun or is_first) and opening == found.trigger + 1


def _has_share(line: Line, at: int) -> bool:
    """Return whether a share stands first in the brackets right behind a value and its noun."""
    opening = at + 1 + (line.kind(at + 1) == "w")
    behind = line.items[opening + 1 : opening + 2] if line.low(opening) == "(" else []
    return any(item.quantity is not None and item.quantity.measure is Measure.PER_CENT for item in behind)


_AGES = frozenset({"age", "ages", "limit", "majority"})


def _are_values(line: Line, start: int, end: int) -> bool:
    """Return whether two numbers can be the ends of one change: `from 12 to 15 per cent`, not `from 5 times to $3`."""
    one, other = line.quantity(start), line.quantity(end)
    if line.low(start - 1) == "from" and line.low(start - 2) in {"aged", "ages"}:
        return False  # "a drop in unemployment among persons aged from 15 to 24"
    if other.measure is Measure.DURATION and (line.words(end + 1, 2) == ["of", "age"] or line.low(end + 1) == "old"):
        return not _AGES.isdisjoint(
            item.low for item in line.items[:start]
        )  # "child mortality from 0 to 5 years of age"
    return are_alike(one, other) or Measure.COUNT in {one.measure, other.measure}
