"""Typed words that hold a figure from data against all values of some years: `the highest since 2020`, `in a row`."""

from itertools import pairwise

from reportgen.checks.beside import Doubt, Observed
from reportgen.checks.change_words import ChangeWord, doubt_change
from reportgen.checks.stated import stems
from reportgen.checks.typed_extents import went
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind
from reportgen.languages.en.lexicon import DOWN, LEAST, LESS, TOPS, UP
from reportgen.languages.en.numerals import ORDINALS
from reportgen.languages.words import word_set

_EVER = (0, 9999)
_ALL_TIMES = {("on", "record"), ("so", "far"), ("to", "date")}
_WITHIN = word_set("in of over for during")
"""Before `the past four years`."""
_RECORDED = word_set("recorded registered reached observed seen noted reported")


def judge_record(word: ChangeWord) -> Doubt | None:
    """Return what the data say against `peaked`, `the highest number since 2020` and `more than ever`."""
    scope = _scope(word)
    if len(word.figures) != 1 or scope is None or not any(word.known & stems(item.low) for item in word.line.items):
        return None
    (end,) = word.figures
    own, is_low = end.where[2], word.low in LEAST | LESS or word.line.low(word.at + 1) == "low"
    others = [
        (period, one.value)
        for period, one in word.series.values.items()
        if one.value is not None and period.months == own.months and scope[0] <= period.year <= scope[1]
    ]
    best = (min if is_low else max)(others, key=lambda pair: pair[1], default=None)
    if best is None or not (best[1] < end.value if is_low else best[1] > end.value):
        return None
    return doubt_change(word.span(), end, (own, end.value), best)


def _scope(word: ChangeWord) -> tuple[int, int] | None:
    """Return from which year to which a value is said to be the highest; None where it may be so among other things."""
    line, own = word.line, word.latest.where[2].year
    if word.low in {"peaked", "record"}:
        dated = next((one.period for one in line.items[word.at + 1 : word.at + 4] if one.period is not None), None)
        if dated is not None and dated.first is not None and dated.first[0] != own:
            return None  # "reached a record high in 2022 and was 384 in 2023"
        return _EVER if word.low == "peaked" or line.low(word.at + 1) in {"high", "low"} else None
    for place in range(word.at + 1, len(line.items) - 1):
        behind = line.items[place + 1]
        if line.low(place) == "since" and behind.period is not None and behind.period.first is not None:
            # "the highest since 2020" is not as high as that of 2020; "than in any other year since 2020" is.
            return behind.period.first[0] + (word.low in TOPS), own
        if line.low(place) == "in" and behind.quantity is not None and behind.quantity.unit.startswith("year"):
            return own - int(behind.quantity.value) + 1, own
        if line.low(place) in _WITHIN and behind.period is not None and (behind.period.years or 0) > 1:
            return own - (behind.period.years or 0) + 1, own
        if line.low(place) in _RECORDED and line.low(place + 1) == "in" and line.items[place + 2 : place + 3]:
            return _EVER if line.items[place + 2].period is not None else None
        if line.low(place) == "ever" or (line.low(place), behind.low) in _ALL_TIMES:
            return (0, own) if behind.low != "in" else None  # "more than ever in the capital"
    return None


# ---- year after year ------------------------------------------------------------------------------------------

_STEADY = word_set("steadily continuously consistently continually constantly")
_EACH = word_set("every each")
_RUNNING = frozenset({("in", "a", "row"), ("running",), ("in", "succession")})
_ROWS = _STEADY | _EACH | word_set("row running succession consecutive successive")


def judge_row(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `has fallen every year since 2020` and `for the third year in a row`.

    Args:
        word: of a change.
        end: the figure that it leads to.
    """
    own = end.where[2]
    is_row = word.low in UP | DOWN and own.is_year and not word.said.words.isdisjoint(_ROWS)
    first = _first_year(word, own.year) if is_row else None
    if first is None:
        return None
    years = [(period, value) for period, value in word.series.figures if period.is_year]
    row = [(period, value) for period, value in years if first <= period.year <= own.year]  # as far as they are known
    wrong = next((pair for pair in pairwise(row) if not went(word, pair[1][1], pair[0][1])), None)
    return doubt_change(word.span(), end, wrong[1], wrong[0]) if wrong is not None else None


def _first_year(word: ChangeWord, last: int) -> int | None:
    """Return the year from which a change is said to have gone on without a break; None where none is said."""
    line = word.line
    if years := _in_a_row(line):
        return last - years
    is_each = any(line.low(at) in _EACH and line.low(at + 1) == "year" for at in range(len(line.items)))
    if not is_each and _STEADY.isdisjoint(line.words(max(word.at - 2, 0), 4)):
        return None
    for at, item in enumerate(line.items):
        period = item.period
        if period is None or period.first is None or period.last is None:
            continue
        if line.low(at - 1) == "since":
            return period.first[0]
        if period.kind is PeriodKind.SPAN and period.last[0] == last:
            return period.first[0]
    return None


def _in_a_row(line: Line) -> int:
    """Return how many years one after the other are named: 3 in `the third year running`, `three years in a row`."""
    for at, item in enumerate(line.items):
        number = ORDINALS.get(item.low, 0)
        if item.quantity is not None and "year" in f"{item.quantity.unit} {item.quantity.noun}":
            number = int(item.quantity.value)
        behind = at + 1
        is_row = line.low(behind) == "consecutive"
        behind += line.low(behind) in {"consecutive", "successive"}
        behind += line.low(behind) in {"year", "years"}
        is_row |= line.low(behind - 2) == "successive"
        is_row |= any(tuple(line.words(behind, len(one))) == one for one in _RUNNING)
        if number and is_row:
            return number
    return 0
