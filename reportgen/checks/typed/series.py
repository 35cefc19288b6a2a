"""Typed numbers that state another value of the series of a figure from data, all of several years, or of its parts.

`peaked at 203 in 2022 and has since fallen to {{ complaints }}`, `817 since 2020, {{ complaints }} of them in 2024`.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import takewhile

from reportgen.checks.beside import CLOSING
from reportgen.checks.stated import Stated, are_same_measure, is_part_of_another, period_of, stems
from reportgen.checks.typed.reading import PlacedFigure, ReadPassage
from reportgen.claims.line import Line
from reportgen.claims.model import SUMMED, Measure, PeriodKind
from reportgen.languages.en.lexicon import DOWN, MEMBERS, UP
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.en.time_words import RANGING, STAYING
from reportgen.languages.words import word_set
from reportgen.model import Indicator, Merged, Noun, Period
from reportgen.model.base import Number
from reportgen.model.merge import Where

Names = Callable[[tuple[str, int | None]], frozenset[str]]
"""The stems of the words by which a series goes."""
_PEAKING = word_set("peaked bottomed")
_COUNTING = stems("count annual yearly")
_THEM = stems(" ".join(MEMBERS))
_NOT_ALL = (
    UP
    | DOWN
    | RANGING
    | STAYING
    | word_set(
        "average mean annually annual yearly each every per maximum peak highest lowest most least never exceeded"
    )
)
"""In a sentence whose number for several years may not be the sum of theirs: `rose to 210`, `up to 210 a year`."""


def peak_stated(read: ReadPassage, typed: Stated, names: Names) -> Where | None:
    """Return what the number of `complaints peaked at 203 in 2022 and have since fallen to 119` states, else None."""
    line, figures = typed.line, read.figures_of(typed.line)
    verb = typed.at - 2 - (line.low(typed.at - 2) == "out")
    series = {one.where[:2] for one in figures}
    if line.low(typed.at - 1) != "at" or line.low(verb) not in _PEAKING or len(series) != 1:
        return None
    if not are_same_measure(typed.quantity, figures[0].stated.quantity):
        return None
    (own,) = series
    subject = stems(" ".join(line.words(line.clauses[verb], verb - line.clauses[verb])))
    stated = period_of(line, typed.quantity, figures[0].where[2])
    is_of_series = bool(subject - _COUNTING) and subject | typed.noun <= names(own) | _COUNTING
    return (*own, stated) if is_of_series and stated is not None else None


def is_left_out(typed: Stated, figure: Stated) -> bool:
    """Return whether a clause leaves out the noun of the figure before: `; 151 had been received the year before`."""
    line, first = typed.line, typed.line.clauses[typed.at]
    is_next = figure.line.span == line.span and figure.at < first and line.low(first - 1) == ";"
    is_dated = any(item.period is not None for item in line.items[first:])  # not "two years before"
    return (
        is_dated
        and is_next
        and not typed.noun
        and line.low(typed.at + 1) in {"had", "were", "was"}
        and bool(typed.words)
    )


# ---- all of several years -------------------------------------------------------------------------------------


def _may_be_sum(typed: Stated) -> bool:
    """Return whether a number for several years counts, and nothing in its sentence says that it is not their sum."""
    line, measure = typed.line, typed.quantity.measure
    noun = typed.quantity.noun.casefold().split()
    is_counted = bool(noun) and line.words(typed.at + 1, len(noun)) == noun  # not "the number was below 210"
    is_counted |= measure is Measure.MONEY or "total" in line.words(0, typed.at)
    is_whole = not is_part_of_another(line, typed.at) and _NOT_ALL.isdisjoint(item.low for item in line.items)
    is_yearly = any(line.words(at, 2) in (["a", "year"], ["a", "month"]) for at in range(len(line.items)))
    return measure in SUMMED and is_counted and is_whole and not is_yearly


def sum_stated(read: ReadPassage, typed: Stated, merged: Merged, names: Names) -> tuple[Where, Number] | None:
    """Return the years of which a number is all, and their sum: `817 since 2020, 119 of them in 2024`; else None.

    Args:
        read: the passage.
        typed: the number.
        merged: the indicators.
        names: the words of a series.
    """
    line, behind = typed.line, _behind(read, typed)
    if not behind or not _may_be_sum(typed) or not _is_part(line, typed, behind[0]):
        return None
    found, (key, part, _) = behind[0], behind[0].where
    if part is not None:
        return None  # "303 arrests were made, including 12 of women in 2024"
    known = names((key, part)) | found.stated.noun
    is_same = are_same_measure(typed.quantity, found.stated.quantity) and typed.noun <= known
    is_told = all(one.stated.words <= known | typed.words | _THEM for one in behind)
    indicator = merged.indicators[key]
    period = _span_of(line, found, indicator.series(part).periods[-1])
    if not (is_same and is_told and period and all(one.where[2] in period for one in behind)):
        return None
    value = _sum_over(indicator, part, period)
    is_twice = value is not None and typed.quantity.value < value and _counts_persons(indicator)
    return None if value is None or is_twice else ((key, part, period), value)


def _sum_over(indicator: Indicator, part: int | None, period: Period) -> Number | None:
    """Return the sum of a flow over all years of a span; None where it is none, or a year has no value."""
    if not (period.months % _YEAR == 0 and period.start[1] == 1 and indicator.adds_up_over_time):
        return None
    years = range(period.start[0], period.end[0] + 1)
    values = [value for year in years if (value := indicator.series(part).value(Period.of_year(year))) is not None]
    return sum(values, Decimal(0)) if len(values) == len(years) else None


_YEAR = 12


def _counts_persons(indicator: Indicator) -> bool:
    """Return whether persons are counted, of whom one may be counted in several years."""
    unit = indicator.unit
    return isinstance(unit, Noun) and not PERSONS.isdisjoint(unit.other.casefold().split())


def _behind(read: ReadPassage, typed: Stated) -> Sequence[PlacedFigure]:
    """Return the figures of one series behind a number, up to the next number of something else."""
    line, figures = typed.line, {one.stated.at: one for one in read.figures_of(typed.line)}
    later = takewhile(figures.__contains__, (at for at in line.quantities if at > typed.at))
    found = [figures[at] for at in later]
    return [one for one in found if one.where[:2] == found[0].where[:2]]


def _is_part(line: Line, typed: Stated, figure: PlacedFigure) -> bool:
    """Return whether a figure is said to be a part of a number: `119 of them`, `including 119`, `(119 in 2024)`."""
    at = figure.stated.at
    if line.low(at + 1) == "of" and line.low(at + 2) in MEMBERS:
        return True
    if line.low(at - 1) == "including" or (line.low(at - 2) == "of" and line.low(at - 1) in MEMBERS):
        return True
    if line.low(at - 1) == "(" and line.low(at + 1) in {"in", "for"}:
        return True
    is_whole = line.low(0) == "of" and typed.at <= len(("of", "the"))
    is_total = line.low(at - 1) == "with" and "total" in line.words(0, typed.at)
    return (is_whole and line.low(at - 1) == ",") or (is_total and line.low(at - 2) in CLOSING)


def _span_of(line: Line, figure: PlacedFigure, latest: Period) -> Period | None:
    """Return the years that a sentence names before a figure: `since 2020`, `the past five years`; None for two."""
    own, found = figure.where[2], set[Period]()
    for at, item in enumerate(line.items[: figure.stated.at]):
        stated, first = item.period, item.period.first if item.period is not None else None
        if stated is None or not own.is_year:
            continue
        if stated.kind is PeriodKind.SPAN and first and stated.last:
            found.add(Period(first, stated.last))
        elif stated.kind is PeriodKind.RELATIVE and (stated.years or 0) > 1 and _PAST & set(stated.text.split()):
            found.add(Period((own.year - (stated.years or 1) + 1, 1), own.end))
        elif stated.kind is PeriodKind.YEAR and first and line.low(at - 1) == "since" and own == latest:
            found.add(Period(first, own.end))
        else:
            return None
    return found.pop() if len(found) == 1 else None


_PAST = word_set("past last")


def sum_of_parts(figures: Sequence[PlacedFigure], typed: Stated, merged: Merged) -> Where | None:
    """Return the whole whose parts some figures are, all of them, where nothing else stands before their total."""
    if len({(one.where[0], one.where[2]) for one in figures}) != 1:
        return None
    key, _, period = figures[0].where
    breakdown, parts = merged.indicators[key].breakdown, {one.where[1] for one in figures} - {None}
    by = {breakdown[part].by for part in parts if part is not None}
    all_parts = {index for index, part in enumerate(breakdown) if part.by in by}
    is_alone = len(figures) == len([at for at in typed.line.quantities if at < typed.at]) == len(parts)
    is_of_time = period_of(typed.line, typed.quantity, period) in {None, period}
    is_all = is_alone and parts == all_parts and len(by) == 1
    is_same = are_same_measure(typed.quantity, figures[0].stated.quantity)
    return (key, None, period) if is_all and is_of_time and is_same else None
