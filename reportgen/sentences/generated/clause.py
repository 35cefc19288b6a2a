"""What all clauses share: the clause itself, names, values with their comparisons, remarks."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from reportgen.model import Noun, Period
from reportgen.sentences.amounts import number
from reportgen.sentences.generated.shape import PartGroup, SentenceForm, SeriesShape
from reportgen.sentences.phrase import EMPTY, Phrase, fill, join
from reportgen.sentences.remarks import compared_with, crossed, in_runs, lone_remark, named, remarks, runs_of, when
from reportgen.sentences.view import View


class Clause(Struct, frozen=True):
    """What is said of one indicator."""

    shape: SeriesShape
    form: SentenceForm
    body: Callable[[Phrase | None], Phrase]
    """The main clause; given a phrase for its time, or None for the usual one."""
    more: tuple[Phrase, ...] = ()
    """Further clauses, each a sentence of its own."""
    tabled: tuple[PartGroup, ...] = ()
    """Breakdowns that hold too much for a sentence."""
    opens_with_time: bool = False
    ends_with_earlier: bool = False
    """Whether it ends with an earlier period, outside brackets: then "in that period" would mean that one."""


# ---- names ----------------------------------------------------------------------------------------------------


def label_of(view: View) -> str:
    """Return what the indicator counts, in words."""
    unit, language = view.indicator.unit, view.language
    noun = unit.other if isinstance(unit, Noun) else None
    label = language.plain(view.indicator.label or noun or view.key.replace("_", " "))
    return language.plural(label, unit.one, unit.other) if isinstance(unit, Noun) else label


def subject_of(shape: SeriesShape) -> str:
    """Return the quantity as the subject of a sentence."""
    language = shape.view.language
    name = language.number_of if shape.kind in {"count", "stock"} else language.quantity
    return name(label_of(shape.view))


def time_of(shape: SeriesShape, period: Period) -> Phrase:
    """Return a period at the head of a sentence: `in 2023`, `in 2020–2023`."""
    view = shape.view
    if period.is_span:
        return fill(view.language.patterns.in_span, period=view.language.listed_period(period))
    return when(view, period)


def are_persons(shape: SeriesShape) -> bool:
    """Return whether the indicator counts persons, by its label or its noun."""
    unit = shape.view.indicator.unit
    noun = unit.other if isinstance(unit, Noun) else ""
    persons = shape.view.language.are_persons
    return persons(label_of(shape.view)) or persons(noun)


# ---- values and what stands in parentheses after them ---------------------------------------------------------


def compared_items(shape: SeriesShape, item: Callable[[Period], Phrase]) -> Phrase:
    """Return `compared with 262 in 2020 and 944 in 2021`, `three in the first quarter of 2023`, or nothing."""
    items = earlier_items(shape, item)
    is_compared = not crossed(shape.view, [*shape.used[-1:], latest_of(shape)])
    return compared_with(shape.view, items) if shape.used and is_compared else items


def earlier_items(shape: SeriesShape, item: Callable[[Period], Phrase]) -> Phrase:
    """Return the earlier values as a list; nothing in several years that follow each other is said once."""
    view, items = shape.view, []
    for run in zero_runs(shape):
        if len(run) == 1:
            items.append(item(run[0]))
            continue
        none = Phrase((number(view, view.value(run[0]), (view.source(*run),)),))
        items.append(fill(view.language.patterns.dated, value=none, when=_in_years(view, run)).dated())
    return join(view.language, items) if items else EMPTY


def zero_runs(shape: SeriesShape) -> Iterator[Sequence[Period]]:
    """Yield the earlier periods one by one, but years of nothing that follow each other together."""
    for are_zero, group in groupby(shape.used or shape.beside, lambda period: shape.view.value(period) == 0):
        periods = list(group)
        runs = runs_of(periods) if are_zero else [[period] for period in periods]
        yield from (part for run in runs for part in _unbroken(shape.view, run))


def _unbroken(view: View, run: Sequence[Period]) -> Iterator[list[Period]]:
    """Yield the periods of a run that no break of the series parts from each other."""
    starts = [place for place, pair in enumerate(pairwise(run), start=1) if crossed(view, pair)]
    yield from (list(run[first:last]) for first, last in pairwise([0, *starts, len(run)]))


def _in_years(view: View, years: Sequence[Period]) -> Phrase:
    """Return `in 2021–2023`, `in 2021 and 2022`."""
    return fill(view.language.patterns.in_span, period=named(view, in_runs(years)))


def main_remarks(shape: SeriesShape) -> list[Phrase]:
    """Return the remarks on the periods of the main sentence."""
    periods = (*shape.beside, *shape.periods)
    if len(periods) == 1 and not shape.missing:
        return lone_remark(shape.view, periods[0])
    return remarks(shape.view, periods, shape.missing)


def latest_of(shape: SeriesShape) -> Period:
    """Return the latest period of a series that has one."""
    if shape.latest is None:
        raise AssertionError("a series without values has a form of its own")
    return shape.latest


def stated(shape: SeriesShape, value: Phrase, time: Phrase | None) -> Phrase:
    """Return `In 2023, the number of victims was 348 (…)`."""
    pattern = shape.view.language.patterns.stated[shape.kind]
    return fill(pattern, when=time or time_of(shape, latest_of(shape)), subject=subject_of(shape), value=value)
