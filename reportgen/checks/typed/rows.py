"""Typed words for what went on year after year: `in a row`, `every year`, `the first rise since 2021`, `slowed`."""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.checks.beside import CLOSING, Doubt, Observed
from reportgen.checks.finding import shown_number
from reportgen.checks.stated import stems
from reportgen.checks.typed.change_subjects import speaks_of_another
from reportgen.checks.typed.change_words import LEADS, ChangeWord, doubt_change
from reportgen.checks.typed.extents import went
from reportgen.checks.typed.records import excepted_years, years_named
from reportgen.claims.line import Line
from reportgen.claims.model import PeriodKind
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, UP
from reportgen.languages.en.numerals import ORDINALS
from reportgen.languages.words import word_set
from reportgen.model import Period

_STEADY = word_set("steadily continuously consistently continually constantly")
_EACH = word_set("every each")
_RUNNING = frozenset({("in", "a", "row"), ("running",), ("in", "succession")})
_CONSECUTIVE = word_set("consecutive successive straight")
_ROWS = _STEADY | _EACH | _CONSECUTIVE | word_set("row running succession")
_CYCLE = 4
"""Years over which `fell every year` is judged where nothing says since when: those between two reports."""


def judge_row(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `has fallen every year since 2020` and `for the third year in a row`.

    Args:
        word: of a change.
        end: the figure that it leads to.
    """
    own = end.where[2]
    is_row = word.low in UP | DOWN and own.is_year and not word.is_denied and not word.said.words.isdisjoint(_ROWS)
    first = _first_year(word, own.year) if is_row else None
    return _wrong_step(word, end, first, own.year) if first is not None else None


def _wrong_step(word: ChangeWord, end: Observed, first: int, last: int) -> Doubt | None:
    """Return the question about the first step between some years that did not go as a word of change says."""
    years = [(period, value) for period, value in word.series.figures if period.is_year]
    row = [(period, value) for period, value in years if first <= period.year <= last]  # as far as they are known
    excepted = excepted_years(word.line)
    steps = (pair for pair in pairwise(row) if pair[1][0].year not in excepted)
    wrong = next((pair for pair in steps if not went(word, pair[1][1], pair[0][1])), None)
    return doubt_change(word.span(), end, wrong[1], wrong[0]) if wrong is not None else None


def _first_year(word: ChangeWord, last: int) -> int | None:
    """Return the year from which a change is said to have gone on without a break; None where none is said."""
    line = word.line
    years, at = _in_a_row(line)
    if years:
        own = [place for place in range(line.clauses[at], at) if line.low(place) in UP | DOWN]
        return last - years if own[-1:] in ([], [word.at]) else None
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
    each = word.at + 1 + (line.low(word.at + 1) not in _EACH)
    is_bare = line.low(each) in _EACH and line.low(each + 1) == "year" and line.low(each + 2) in CLOSING | {"to"}
    is_bare = is_bare and word.said.words.isdisjoint(_SOME_TIME)  # not "falls every year in summer"
    return last - _CYCLE if is_bare and _is_undated(line, last) else None


_SOME_TIME = word_set("since then reporting period cycle term from after following until before")
"""Of sentences that say otherwise than by years when something went on."""


def _is_undated(line: Line, own: int) -> bool:
    """Return whether a sentence names no other time than the year of its figure."""
    return all(item.period is None or item.period.written == str(own) for item in line.items)


def _in_a_row(line: Line) -> tuple[int, int]:
    """Return how many years one after the other are named, and where: 3 in `the third year running`; else 0."""
    for at, item in enumerate(line.items):
        number = ORDINALS.get(item.low, 0)
        if item.quantity is not None and "year" in f"{item.quantity.unit} {item.quantity.noun}":
            number = int(item.quantity.value)
        behind = at + 1
        is_row = line.low(behind) in {"consecutive", "straight"}
        behind += line.low(behind) in _CONSECUTIVE
        behind += line.low(behind) in {"year", "years", "time"}
        is_row |= line.low(behind - 2) == "successive"
        is_row |= any(tuple(line.words(behind, len(one))) == one for one in _RUNNING)
        if number and is_row:
            return number, at
    return 0, 0


# ---- years before the change of a sentence ----------------------------------------------------------------------


def judge_opening(word: ChangeWord, end: Observed, years: int) -> Doubt | None:
    """Return what the data say against `After three years of decline, the number fell again`: of the years before.

    Args:
        word: that of the years before.
        end: the figure of the sentence.
        years: how many there were, as `opening_years` reads it.
    """
    line, own = word.line, end.where[2]
    verb = next((at for at in range(word.at + 2, end.at) if line.low(at) in UP | DOWN), end.at)
    between = line.items[verb + 1 : end.at]
    is_plain = all(item.kind in "mp" or item.low in _LEADING or item.low.endswith("ly") for item in between)
    if not own.is_year or verb == end.at or not is_plain or not _is_undated(_behind(line), own.year):
        return None  # "… has risen since", "rose for the third year running": when it began nobody can tell
    if line.low(verb - 1) in {"has", "have"} or speaks_of_another(ChangeWord(word.said, verb, word.figures)):
        return None
    return _wrong_step(word, end, own.year - 1 - years, own.year - 1)


_LEADING = word_set("to in at again once more reaching reached")


def _behind(line: Line) -> Line:
    """Return a sentence without the period that opens it: `Following two years of decline`."""
    return Line(line.text, line.span, line.items[1:])


def opening_years(word: ChangeWord) -> int:
    """Return how many years are said to have gone so before: 3 of `After three years of decline, …`; else 0."""
    line, at = word.line, word.at - 2
    if word.low not in CHANGE_NOUNS or line.low(at + 1) != "of" or line.low(word.at + 1) != ",":
        return 0
    if at == 0 and (period := line.period(at)) is not None and period.kind is PeriodKind.RELATIVE:
        return period.years or 0  # "Following two years of growth"
    at -= line.low(at) in {"year", "years"}
    at -= line.low(at) in _CONSECUTIVE
    quantity = line.items[at].quantity if at == 1 and line.low(0) in {"after", "following"} else None
    is_years = quantity is not None and "year" in f"{quantity.unit} {quantity.noun} {line.low(word.at - 2)}"
    return int(quantity.value) if quantity is not None and quantity.is_exact and is_years else 0


# ---- for the first time ---------------------------------------------------------------------------------------


def judge_first(word: ChangeWord, end: Observed) -> Doubt | None:
    """Return what the data say against `the first rise since 2021`, `fell for the first time in three years`."""
    own = end.where[2]
    first = _year_of_last(word, own.year) if own.is_year and word.low in UP | DOWN and not word.is_denied else None
    values = {period.year: value for period, value in word.series.figures if period.is_year}
    for year in range(first + 1, own.year) if first is not None else ():
        if year in values and year - 1 in values and went(word, values[year], values[year - 1]):
            at, base = (Period.of_year(year), values[year]), (Period.of_year(year - 1), values[year - 1])
            return doubt_change(word.span(), end, at, base)
    return None


def _year_of_last(word: ChangeWord, own: int) -> int | None:
    """Return the year since when something is said not to have happened; None where it is not said."""
    line = word.line
    for place in _behind_first(word):
        period = line.period(place + 1)
        is_last = period is not None and (word.low not in CHANGE_NOUNS or line.low(place + 2) in CLOSING | {"and"})
        if line.low(place) == "since" and is_last and period is not None and period.kind is PeriodKind.YEAR:
            return period.first[0] if period.first else None
        if years := years_named(line, place + 1) if line.low(place) in {"in", ""} else 0:
            return own - years
    return None


def _behind_first(word: ChangeWord) -> Iterator[int]:
    """Yield the places where it may stand since when a change is the first: `rose for the first time since 2020`."""
    line = word.line
    if line.low(word.at - 1) == "first" and line.low(word.at - 2) == "the":
        is_told = line.low(word.at + 1) in {"in", "of"} or line.low(word.at - 3) in LEADS
        yield from (at for at in range(word.at + 1, len(line.items)) if is_told)
        return
    for at, item in enumerate(line.items):
        if item.period is not None and item.period.text.casefold() in _FIRST_TIMES:
            is_own = at > word.at and line.clauses[at] == line.clauses[word.at]
            yield from [at + (not item.period.text.endswith("in"))] if is_own else ()
            return


_FIRST_TIMES = frozenset({"the first time", "the first time in"})
"""As the words of a period are read."""


# ---- faster and slower ----------------------------------------------------------------------------------------

PACES = {"accelerated": True, "slowed": False}
"""Behind `the decline in complaints`: whether it went further than the year before."""


def paced(word: ChangeWord) -> ChangeWord | None:
    """Return the change that is said to have become faster or slower: `The rise in complaints slowed`; else None."""
    line, at = word.line, word.at
    nouns = [one for one in range(line.clauses[at], at) if line.low(one) in CHANGE_NOUNS]
    return ChangeWord(word.said, nouns[0], word.figures) if word.low in PACES and len(nouns) == 1 else None


def judge_pace(word: ChangeWord, change: ChangeWord) -> Doubt | None:
    """Return what the data say against `The rise in complaints slowed in 2023`, where they rose faster than in 2022.

    It is false where neither the number nor the percentage by which they rose became smaller.
    """
    line, end = word.line, word.latest
    own, known = end.where[2], {period: value for period, value in word.series.figures if period.is_year}
    named = stems(" ".join(line.words(change.at + 1, word.at - change.at - 1))) & word.known
    is_said = named or line.low(change.at - 1) in {"this", "that"}
    if not is_said or word.is_denied or not own.is_year or not _is_undated(line, own.year) or speaks_of_another(change):
        return None
    last, first = Period.of_year(own.year - 1), Period.of_year(own.year - 2)
    if last not in known or first not in known or not (known[last] and known[first]):
        return None
    sign = 1 if change.is_up else -1
    late, early = sign * (end.value - known[last]), sign * (known[last] - known[first])
    if late <= 0 or early <= 0:
        return (
            None
            if line.low(end.at - 1) in {"to", "("} or late > 0
            else doubt_change(change.span(), end, (own, end.value), (last, known[last]))
        )
    farther = {late > early, late / known[last] > early / known[first]}
    nearer = {late < early, late / known[last] < early / known[first]}
    if True in (farther if PACES[word.low] else nearer):
        return None
    values = {"value": shown_number(end.value), "period": own, "base": shown_number(known[last])}
    since = Literal(f"{last}, and {shown_number(known[first])} for {first}")
    return Doubt("RG433", word.span(), end, {**values, "base_period": since})
