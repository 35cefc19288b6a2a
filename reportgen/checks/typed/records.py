"""Typed words that hold a figure from data against all values of some years: `the highest since 2020`."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from reportgen.checks.beside import CLOSING, Doubt
from reportgen.checks.stated import stems
from reportgen.checks.typed.change_words import CLOSE, ChangeWord, doubt_change
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind
from reportgen.languages.en.lexicon import LEAST, LESS_OR_SHORTER, MORE_OR_LONGER, TOPS
from reportgen.languages.en.numerals import CARDINALS, ORDINALS
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_Dated = tuple[Period, Number]
_EVER = (0, 9999)
_ALL_TIMES = {("on", "record"), ("so", "far"), ("to", "date")}
_WITHIN = word_set("in of over for during")
"""Before `the past four years`."""
_RECORDED = word_set("recorded registered reached observed seen noted reported")


def is_record(word: ChangeWord) -> bool:
    """Return whether a word may say that a value is the highest or the lowest of several years."""
    if word.low in TOPS or (word.low == "high" and (word.line.low(word.at - 1) == "all-time" or _tied_years(word))):
        return True
    if word.low in MORE_OR_LONGER | LESS_OR_SHORTER:
        return _than_ever(word) > 0 or _is_never(word)
    return word.low in _SO_MANY and word.line.low(word.at - 1) == "so" and _is_never(word)


def judge_record(word: ChangeWord) -> Doubt | None:
    """Return what the data say against `peaked`, `the second highest number since 2020` and `more than ever`."""
    if word.line.words(word.at, 2) == ["peaked", "in"] and word.line.low(word.at + 3) not in {"at", "("}:
        return _judge_peak(word)
    word = _of_its_figure(word)
    line, scope = word.line, None if word.is_denied and not _is_never(word) else _scope(word)
    is_one_of = line.low(word.at - 1) == "the" and line.low(word.at - 2) in {"of", "among"}  # "one of the highest"
    if len(word.figures) != 1 or scope is None or is_one_of or not _is_of_figures(word):
        return None
    (end,) = word.figures
    own, is_low = end.where[2], word.low in _LOWEST or line.low(word.at + 1) == "low"
    excepted = excepted_years(line)
    others = [
        (period, value)
        for period, value in word.series.figures
        if period.months == own.months and scope[0] <= period.year <= scope[1] and period.year not in excepted
    ]
    is_but_one = "but" in line.words(word.at + 1, 2)  # "the highest number but one"
    rank = 2 if is_but_one else ORDINALS.get(line.low(word.at - 1), 1)
    better = [pair for pair in others if (pair[1] < end.value if is_low else pair[1] > end.value)]
    best = (min if is_low else max)(better, key=lambda pair: pair[1], default=None)
    if rank > 1:
        years = range(scope[0], own.year) if own.is_year and scope[0] else range(0)
        missing = {*years} - excepted - {period.year for period, _ in others}
        return _judge_rank(word, rank, better, others, is_low=is_low, missing=len(missing))
    span = word.span(word.at - 1) if _tied_years(word) else word.span()
    return doubt_change(span, end, (own, end.value), best) if best is not None else None


def _judge_peak(word: ChangeWord) -> Doubt | None:
    """Return what the data say against `peaked in 2021 and fell to {{ victims }}`, where 2022 had more."""
    stated, end = word.line.period(word.at + 2), word.latest
    year = stated.first[0] if stated is not None and stated.kind is PeriodKind.YEAR and stated.first else 0
    peak = word.series.value(Period.of_year(year)) if year else None
    subject = word.line.words(word.line.clauses[word.at], word.at - word.line.clauses[word.at])
    if peak is None or not end.where[2].is_year or not any(word.known & stems(low) for low in subject):
        return None
    near = [(at, value) for at, value in word.series.figures if at.is_year and year - 1 <= at.year <= end.where[2].year]
    higher = max(near, key=lambda pair: pair[1])
    return doubt_change(word.span(), end, (Period.of_year(year), peak), higher) if higher[1] > peak else None


def _is_of_figures(word: ChangeWord) -> bool:
    """Return whether the words between two semicolons name what the figures count, or point to it: `the figure`."""
    line = word.line
    marks = [-1, *(at for at, item in enumerate(line.items) if item.low == ";"), len(line.items)]
    first = max(at for at in marks if at < word.at) + 1
    inside = line.items[first : min(at for at in marks if at > word.at)]
    is_pointing = line.words(first, 2) in _THE_FIGURE and line.low(first + 2) != "of"
    return is_pointing or any(word.known & stems(item.low) for item in inside)


_THE_FIGURE = (["the", "figure"], ["the", "number"], ["the", "total"])


def _of_its_figure(word: ChangeWord) -> ChangeWord:
    """Return a word with the figure right behind it alone: `peaked at 402 in 2022 and fell to 348 in 2023`."""
    behind = [figure for figure in word.figures if 0 < figure.at - word.at <= _NEAR]
    is_own = len(word.figures) > 1 and behind and word.line.low(behind[0].at - 1) in {"at", "of"}
    return ChangeWord(word.said, word.at, behind[:1]) if is_own else word


_NEAR = 3


def _judge_rank(
    word: ChangeWord, rank: int, better: Sequence[_Dated], others: Sequence[_Dated], *, is_low: bool, missing: int
) -> Doubt | None:
    """Return what the data say against `the second highest`: there must be one that is higher, and no other.

    Args:
        word: the superlative.
        rank: its place.
        better: the values that are higher, or lower.
        others: all values.
        is_low: whether the lowest is the first.
        missing: how many years have no value; each may have been higher.
    """
    (end,) = word.figures
    own = end.where[2]
    alike = sum(value == end.value for period, value in others if period != own)
    first = word.series.value(Period.of_year(others[0][0].year - 1)) if others else None
    ranks = {len(better) + 1 + one for one in range(alike + 1 + missing)}
    if first is not None and (first < end.value if is_low else first > end.value):  # "since 2018" may mean 2018 too
        ranks.add(len(better) + 2)
    later = [value for period, value in word.series.figures if period.months == own.months and period.start > own.end]
    ranks.add(len(better) + 1 + sum(value < end.value if is_low else value > end.value for value in later))
    nearest = min((pair for pair in others if pair[0] != own), key=lambda pair: abs(pair[1] - end.value), default=None)
    if rank in ranks or nearest is None:
        return None
    return doubt_change(word.line.span_of(word.at - 1, word.at), end, (own, end.value), (better or [nearest])[0])


_EVER_BEFORE = word_set("ever any")
"""Behind `more than`: `ever before`, `in any other year`."""


def _than_ever(word: ChangeWord) -> int:
    """Return the index of the "than" of `more than ever`, `more persons applied in 2023 than in any other year`."""
    line = word.line
    places = (at for at in range(word.at + 1, min(word.at + CLOSE, len(line.items))) if line.low(at) == "than")
    than = next(places, 0)
    if line.words(than + 1, 3) == ["in", "any", "of"] and any(
        item.quantity for item in line.items[than + 4 : than + 6]
    ):
        return 0  # "in any of the two preceding years": a year has a figure each
    return than if not _EVER_BEFORE.isdisjoint(line.words(than + 1, 3)) else 0


_SO_MANY = word_set("many few")
_LOWEST = LEAST | LESS_OR_SHORTER | word_set("few minimum low best bottomed")


def _is_never(word: ChangeWord) -> bool:
    """Return whether it is that of `never had so many applied as in 2023`, `at no time did more than in 2023`."""
    line, own = word.line, word.latest.where[2]
    before = line.words(max(word.at - CLOSE, 0), min(word.at, CLOSE))
    if "never" not in before and not any((one, two) in _NO_TIME for one, two in pairwise(before)):
        return False
    dated = [item.period for item in line.items[word.at + 1 : word.at + CLOSE] if item.period is not None]
    if line.words(max(word.at - CLOSE, 0), CLOSE).count("before") and not dated and word.low in _SO_MANY:
        return True  # "348 were held in 2023; never before had so many been held"
    is_own = bool(dated) and dated[0].written == str(own)
    return is_own and not {"than", "as"}.isdisjoint(line.words(word.at + 1, CLOSE))


_NO_TIME = frozenset({("no", "time"), ("no", "year"), ("no", "other"), ("no", "point")})


def _scope(word: ChangeWord) -> tuple[int, int] | None:
    """Return from which year to which a value is said to be the highest; None where it may be so among other things."""
    line, at, own = word.line, word.at, word.latest.where[2].year
    if years := _tied_years(word):
        dated = line.period(at + 2) if line.low(at + 1) in {"in", "of"} else None
        return (own - years + 1, own) if dated is None or dated.written == str(own) else None
    is_alone = word.low not in LEAST | LESS_OR_SHORTER | MORE_OR_LONGER | _HIGHEST | _SO_MANY
    if is_alone or line.low(at - 1) in _THEIR:
        is_said = word.low in {"peaked", "bottomed"} or _is_said_peak(line, at)
        near = line.items[at + 1 : at + 7]  # "bottomed out at 12 prosecutions in 2020"
        dated = next((one.period for one in near if one.period is not None), None)
        is_other = dated is not None and dated.first is not None and dated.first[0] != own
        bounds = range(at + 1, min(at + 4, len(line.items) - 1))  # "its lowest level in three years", "since 2020"
        is_bounded = any(line.low(one) == "since" or _years_within(line, one) for one in bounds)
        if (is_said or is_alone) and not is_bounded:  # not "reached a record high in 2022 and was 384 in 2023"
            return _EVER if is_said and not is_other else None
    for place in (place for place in range(len(line.items) - 1) if place > at or _is_never(word)):
        behind = line.items[place + 1]
        if line.low(place) == "since" and behind.period is not None and behind.period.first is not None:
            # "the highest since 2020" is not as high as that of 2020; "than in any other year since 2020" is.
            is_recorded = any(
                line.low(one) in _RECORDED and line.low(one + 1) == "in" for one in range(place, len(line.items))
            )
            return behind.period.first[0] + (word.low in TOPS | _HIGHEST), _EVER[1] if is_recorded else own
        if (years := _years_within(line, place)) and (line.low(place) != "for" or place - at <= _NAMED):
            return own - years + 1, own
        if line.low(place) in _RECORDED and line.low(place + 1) == "in" and line.items[place + 2 : place + 3]:
            return _EVER if line.items[place + 2].period is not None else None
        if line.low(place) == "any" and behind.period is not None and behind.period.kind is PeriodKind.RELATIVE:
            return 0, own  # "than in any previous year"
        if line.low(place) == "ever" or (line.low(place), behind.low) in _ALL_TIMES:
            return (0, own) if behind.low != "in" else None  # "more than ever in the capital"
    others = (line.low(place + 3) for place in range(at, len(line.items)) if line.words(place, 3) == _ANY_OTHER)
    return _EVER if _is_never(word) or not CLOSING.isdisjoint(others) else None


_ANY_OTHER = ["any", "other", "year"]
_NAMED = 2
"""Items from a word to `for ten years`, with its noun; `the highest number of persons in prison for ten years`."""


def _tied_years(word: ChangeWord) -> int:
    """Return of how many years `a five-year high` is the highest; 0 for other words."""
    number, _, unit = word.line.low(word.at - 1).partition("-")
    before = word.line.words(max(word.at - 3, 0), min(word.at, 3))[:-1]
    is_said = word.low in {"high", "low"} and unit == "year" and before[-1:] in (["a"], ["an"])
    if not is_said or not _LEFT.isdisjoint(before):
        return 0
    return int(number) if number.isdecimal() else CARDINALS.get(number, 0)


_LEFT = word_set("from after since following not no")
"""Before a record that the figure left behind: `fell from a five-year high`."""


def _years_within(line: Line, at: int) -> int:
    """Return how many years `in five years`, `over the past five years`, `for a decade` names at an index; else 0."""
    is_exact = line.low(at) in {"in", "for"} or line.kind(at + 1) != "q"  # not "sentences of ten years"
    return years_named(line, at + 1) if line.low(at) in _WITHIN and is_exact else 0


def years_named(line: Line, at: int) -> int:
    """Return how many years are named at an index: `five years`, `the past five years`, `a decade`; 0 for a year."""
    named = line.words(at, 3)
    if "decade" in named and {*named[: named.index("decade")]} <= _LAST:
        return _DECADE
    if not 0 <= at < len(line.items):
        return 0
    quantity, period = line.items[at].quantity, line.period(at)
    if quantity is not None and quantity.is_exact:
        return int(quantity.value) * _UNITS.get(quantity.unit, 0)
    return period.years or 0 if period is not None and (period.years or 0) > 1 else 0


_DECADE, _LAST = 10, word_set("a the past last")
_UNITS = {"year": 1, "years": 1, "decade": _DECADE, "decades": _DECADE}

_HIGHEST = word_set("highest largest maximum minimum best worst")
"""Of places in a ranking the best is the lowest number."""
_THEIR = word_set("its their")


def _is_said_peak(line: Line, at: int) -> bool:
    """Whether a word says by itself that no year had more: `a peak of 384`, `its highest level`, `a record year`."""
    low, before, behind = line.low(at), line.low(at - 1), line.low(at + 1)
    match low:
        case "record":
            return behind in {"high", "low", "year"}
        case "peak":
            return before in _THEIR | {"a"} and behind in {"of", "in", "at", "with", ","}
        case "low" | "high":
            return before in {"a", "all-time"} and behind == "of"
        case "most" | "fewest":
            return before == "the" and line.words(max(at - 3, 0), 2) == ["year", "with"]
        case _:
            return before in _THEIR and behind in {"level", "point", "value", "figure", "number"}


def excepted_years(line: Line) -> frozenset[int]:
    """Return the years that a sentence takes out: `the highest since 2019 with the exception of 2022`."""
    first = next((at + 1 for at, item in enumerate(line.items) if item.low in _EXCEPTING), len(line.items))
    named = takewhile(lambda item: item.kind == "p" or item.low in _EXCEPTED_BY, line.items[first:])
    return frozenset(item.period.first[0] for item in named if item.period is not None and item.period.first)


_EXCEPTING = word_set("except excepting excluding exception apart")
_EXCEPTED_BY = word_set("from of in for the year years and ,")
