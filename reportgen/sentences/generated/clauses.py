"""Clauses: a series in its form as words, without the full stop, so that the flow may still join it to another."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.model import Period
from reportgen.sentences.amounts import amounted, first_amount, has_unit, number, unit_alone
from reportgen.sentences.facts import find_change
from reportgen.sentences.filters.changes import change, counted_in, from_to, from_to_values, pattern_of, stood, verb_for
from reportgen.sentences.filters.values import dated
from reportgen.sentences.generated.clause import (
    Clause,
    are_persons,
    compared_items,
    earlier_items,
    label_of,
    latest_of,
    main_remarks,
    stated,
    subject_of,
    time_of,
)
from reportgen.sentences.generated.parts import (
    are_named,
    dated_parts,
    grouped,
    has_no_parts,
    listed,
    makes_up,
    parts_before,
    with_parts,
)
from reportgen.sentences.generated.shape import PartGroup, SentenceForm, SeriesShape
from reportgen.sentences.phrase import EMPTY, Phrase, fill, join, text
from reportgen.sentences.remarks import (
    break_remarks,
    crossed,
    in_parentheses,
    in_runs,
    named,
    named_in_runs,
    period_word,
    remarks,
    remarks_of_parts,
    when,
)
from reportgen.sentences.thresholds import PERCENT_DIGITS
from reportgen.sentences.view import View


def build_clause(shape: SeriesShape, form: SentenceForm) -> Clause:
    """Return the clause of a series in a form."""
    if form is SentenceForm.NO_DATA:
        return Clause(shape, form, lambda _: _no_data(shape))
    built = _BUILDERS[form](shape)
    told = shape.beside if form in _WITH_BESIDE else ()
    others = _others(shape, _unlike_groups(shape, told), is_named=form is not SentenceForm.NONE_RECORDED)
    return replace(built, more=(*built.more, *others))


def _plain(shape: SeriesShape) -> Clause:
    """Return the value, and the earlier ones where there are any."""
    view, latest = shape.view, latest_of(shape)
    items = compared_items(shape, lambda period: dated(view, period))
    value = in_parentheses(view, first_amount(view, latest), items, main_remarks(shape))
    form = SentenceForm.COMPARED if shape.used or shape.beside else SentenceForm.VALUE
    return with_parts(Clause(shape, form, lambda time: stated(shape, value, time), opens_with_time=True))


def _changed(shape: SeriesShape) -> Clause:
    """Return the value, the earlier one, and the change as a noun."""
    plain = _plain(replace(shape, parts=()))
    since = shape.used[-1]  # named, so that what is said of years between the two is not said twice
    wording = _places(shape) if shape.kind == "rank" else change(shape.view, since, form="noun", show="none")
    pattern = shape.view.language.patterns.by_noun
    body = plain.body
    changed = replace(
        plain, shape=shape, form=SentenceForm.CHANGE, body=lambda time: fill(pattern, clause=body(time), change=wording)
    )
    return with_parts(changed)


def _places(shape: SeriesShape) -> Phrase:
    """Return `a rise of 3 places`."""
    view, found = shape.view, shape.change
    if found is None or found.amount is None:
        raise AssertionError("the form needs a change")
    patterns = view.language.patterns
    places = counted_in(view, patterns.places, found.amount, (view.source(*shape.periods),))
    return fill(patterns.noun_of_amount or patterns.noun_of, noun=verb_for(view, found, None).noun, amount=places)


def _none_recorded(shape: SeriesShape) -> Clause:
    """Return `No complaints were recorded in 2023 (compared with three in 2022)`."""
    view, language, latest = shape.view, shape.view.language, latest_of(shape)
    label = language.without_number(label_of(view))
    existed = shape.kind == "stock" or are_persons(shape)
    told = (*shape.beside, *shape.periods)
    never = len(told) > 1 and all(view.value(period) == 0 for period in told) and not (shape.missing or shape.breaks)
    source = view.source(*(told if never else [latest]), *shape.inside)
    none = text(language.patterns.none, (source,))
    if language.patterns.none.isdigit():  # a figure, beside which “tres” is 3
        none = Phrase((number(view, view.value(latest), (source,)),))
    parts = parts_before(shape)
    items = EMPTY if never else compared_items(shape, parts or (lambda period: dated(view, period)))
    at = _in_all(view, told) if never else when(view, latest)
    has_clause = language.has_clause(label)
    done = None if has_clause else language.done(label)
    pattern = language.patterns.none_existed if existed or has_clause else language.patterns.none_recorded
    label, participle = done or (label, "")
    pattern = language.patterns.none_done if done else pattern

    def body(time: Phrase | None) -> Phrase:
        words = {"label": label, "done": participle, "subject": subject_of(shape)}
        clause = fill(pattern, none=none, when=at if never else time or at, **words)
        return in_parentheses(view, clause, items, [*main_remarks(shape), *notes])

    shown = shape.parts[:1] if parts and not never else ()
    notes = [note for group in shown for note in remarks_of_parts(view, group.places, group.periods)]
    tabled = () if parts else tuple(group for group in shape.parts if _says_more(shape, group))
    return Clause(shape, SentenceForm.NONE_RECORDED, body, tabled=tabled)


def _in_all(view: View, periods: Sequence[Period]) -> Phrase:
    """Return the periods of a series as a time, and no year that it leaves out: `in 2021–2023 and 2025`.

    The four quarters of a year are that year, and two years stay two: `in 2024 and 2025`.
    """
    if all(period.is_year or period.is_span for period in periods):
        return fill(view.language.patterns.in_span, period=named(view, in_runs(periods)))
    is_whole = view.indicator.adds_up_over_time and all(_begins_after(*pair) for pair in pairwise(periods))
    spans = [Period(periods[0].start, periods[-1].end)] if is_whole else periods
    return join(view.language, [when(view, period) for period in spans])


def _begins_after(first: Period, second: Period) -> bool:
    """Return whether no month lies between two periods."""
    year, month = first.end
    return second.start == (year + month // 12, month % 12 + 1)


def _says_more(shape: SeriesShape, group: PartGroup) -> bool:
    """Return whether a part ever was something, or is known where the whole was something or is not known."""
    indicator = shape.view.indicator
    parts = [indicator.breakdown[place] for place in group.places]
    known = [(part.value(period), indicator.value(period)) for part in parts for period in group.periods]
    return any(value or (value is not None and whole != 0) for value, whole in known)


def _span(shape: SeriesShape) -> Clause:
    """Return a span of years, and what of it fell in the single years."""
    view, latest = shape.view, latest_of(shape)
    items = join(view.language, [dated(view, period) for period in shape.inside])
    is_part = view.indicator.adds_up_over_time and not _fills(shape)
    inner = fill(view.language.patterns.including, value=items) if is_part else items
    before = compared_items(shape, lambda period: dated(view, period))
    if shape.used and crossed(view, [shape.used[-1], latest]):
        before = fill(view.language.patterns.previously, items=before)  # not among those within the span
    further = [before] if shape.used else []
    notes = remarks(view, [*shape.periods, *shape.inside], shape.missing)
    value = in_parentheses(view, first_amount(view, latest), inner, [*further, *notes])
    return with_parts(Clause(shape, SentenceForm.SPAN, lambda time: stated(shape, value, time), opens_with_time=True))


def _fills(shape: SeriesShape) -> bool:
    """Return whether the single years make up the whole span."""
    latest = latest_of(shape)
    return sum(period.months for period in shape.inside) == latest.months


def _constant(shape: SeriesShape) -> Clause:
    """Return the same in every period; of events, `unchanged at one` could be one case or five."""
    view, language, periods = shape.view, shape.view.language, shape.periods
    if len(periods) == 2 or not (view.indicator.adds_up_over_time or not shape.is_consecutive):  # both
        return _in_change_clause(shape, SentenceForm.CONSTANT, from_to(view, unit=has_unit(view)))
    value = amounted(view, view.value(periods[-1]), periods)
    words: dict[str, Phrase | str] = {"subject": subject_of(shape), "value": value, "stood": stood(view)}
    if shape.is_consecutive and all(period.is_year for period in periods):
        words |= {"first": period_word(view, periods[0]), "last": period_word(view, periods[-1])}
        clause = fill(language.patterns.each_year, **words)
    else:
        clause = fill(pattern_of(view, "each_of"), **words, periods=named(view, periods))
    clause = in_parentheses(view, clause, EMPTY, main_remarks(shape))
    return with_parts(Clause(shape, SentenceForm.CONSTANT, lambda _: clause))


def _in_change_clause(shape: SeriesShape, form: SentenceForm, wording: Phrase) -> Clause:
    pattern = shape.view.language.patterns.change_clause
    return with_parts(Clause(shape, form, lambda _: fill(pattern, subject=subject_of(shape), change=wording)))


def _steady(shape: SeriesShape) -> Clause:
    """Return a rise or a fall from each period to the next."""
    view, language = shape.view, shape.view.language
    first, last = shape.periods[0], latest_of(shape)
    pattern = language.patterns.every_year if shape.is_consecutive else language.patterns.over_time
    found = find_change(view.value(first), view.value(last), PERCENT_DIGITS, in_points=True)
    values = from_to_values(view, first, last, unit=has_unit(view), years=True)
    middle = join(view.language, [dated(view, period) for period in shape.periods[1:-1]])
    in_brackets = in_parentheses(view, values, middle, main_remarks(shape))
    chosen = verb_for(view, found, None)
    verb = chosen.repeated if shape.is_consecutive and chosen.repeated else chosen.past
    clause = fill(pattern, subject=_with_unit(shape), verb=verb, values=in_brackets)
    return with_parts(Clause(shape, SentenceForm.STEADY, lambda _: clause))


def _with_unit(shape: SeriesShape) -> str:
    """Return the quantity as the subject, with the unit of its figures where they stand bare: `«…» (дней)`."""
    view, subject = shape.view, subject_of(shape)
    patterns = view.language.patterns
    if not (patterns.declines and view.noun and has_unit(view)):
        return subject
    return fill(patterns.label_with_unit, label=subject, unit=unit_alone(view, view.noun)).words


def _parts_over_years(shape: SeriesShape) -> Clause:
    """Return `345, including 119 women (compared with 337, including 126 women, in 2020; …)`."""
    view, latest, group = shape.view, latest_of(shape), shape.parts[0]
    if are_named(view, group):
        return _groups(shape)
    language, persons = view.language, are_persons(shape)
    with_parts = language.patterns.of_whom[persons] if makes_up(view, group) else language.patterns.clause_including
    outer = first_amount(view, latest)
    if not has_no_parts(view, latest):
        outer = fill(with_parts, clause=outer, parts=listed(view, group, latest))
    items = compared_items(shape, dated_parts(shape))
    if shape.used and crossed(view, [shape.used[-1], latest]):
        items = fill(language.patterns.previously, items=items)  # else they would seem to be of the last part
    notes = [*main_remarks(shape), *remarks_of_parts(view, group.places, group.periods)]
    value = in_parentheses(view, outer, items, notes)
    return Clause(shape, SentenceForm.PARTS, lambda time: stated(shape, value, time), opens_with_time=True)


def _groups(shape: SeriesShape) -> Clause:
    """Return `6.1 per cent (6.7 per cent for women and 5.6 per cent for men), compared with 6.5 per cent (…)`."""
    view, latest, group = shape.view, latest_of(shape), shape.parts[0]

    def item(period: Period) -> Phrase:
        inner = grouped(view, group, period) if period in group.periods and not has_no_parts(view, period) else EMPTY
        return in_parentheses(view, dated(view, period), inner, remarks_of_parts(view, group.places, [period]))

    is_compared = shape.used and not crossed(view, [shape.used[-1], latest])
    told = _with_earlier(shape) if shape.used and not is_compared else main_remarks(shape)
    notes = [*remarks_of_parts(view, group.places, [latest]), *told]
    value = in_parentheses(view, first_amount(view, latest), grouped(view, group, latest), notes)
    if is_compared:
        value = fill(
            view.language.patterns.outside, clause=value, items=join(view.language, list(map(item, shape.used)))
        )
    return Clause(
        shape,
        SentenceForm.GROUPS,
        lambda time: stated(shape, value, time),
        opens_with_time=True,
        ends_with_earlier=bool(is_compared),
    )


def _with_earlier(shape: SeriesShape) -> list[Phrase]:
    """Return what is said in brackets where the earlier values are not comparable: they, and why."""
    earlier = earlier_items(shape, lambda period: dated(shape.view, period))
    return [fill(shape.view.language.patterns.previously, items=earlier), *main_remarks(shape)]


# ---- what is left ---------------------------------------------------------------------------------------------


def _no_data(shape: SeriesShape) -> Phrase:
    """Return `No data are available on the number of complaints for 2022 and 2023`."""
    patterns, subject, label = shape.view.language.patterns, subject_of(shape), label_of(shape.view)
    if not shape.missing:
        return fill(patterns.no_data_on, subject=subject, label=label)
    periods = named_in_runs(shape.view, shape.missing)
    return fill(patterns.no_data_for, subject=subject, label=label, periods=periods)


def _unlike_groups(shape: SeriesShape, told: Sequence[Period]) -> list[list[Period]]:
    """Return the periods that the main sentence leaves out, those of one kind together, the latest kind first.

    The quarters of a year, each the only one of its kind, are one group.
    """
    groups: list[list[Period]] = []
    for period in (one for one in reversed(shape.unlike) if one not in told):
        found = next((group for group in groups if period.like(group[0])), None)
        if found is None:
            groups.append([period])
        else:
            found.append(period)
    lone = [group[0] for group in groups if len(group) == 1]
    together = {period: [one for one in lone if one.months == period.months] for period in lone}
    return [together.get(group[0], group) for group in groups if group[0] == together.get(group[0], group)[0]]


def _others(shape: SeriesShape, groups: Sequence[Sequence[Period]], *, is_named: bool) -> Iterator[Phrase]:
    """Yield the quantity in periods of other kinds; it is "it" once the number of them was spoken of."""
    told = [*shape.beside, *shape.inside, *shape.periods]
    for group in groups:
        yield _again(shape, group, told, is_named=is_named)
        told += group
        is_named = is_named or shape.view.value(group[0]) != 0


def _again(shape: SeriesShape, group: Sequence[Period], told: Sequence[Period], *, is_named: bool) -> Phrase:
    """Return the same quantity in periods of another kind: `In 2022, it was 210 (compared with 180 in 2021)`.

    Args:
        shape: the series.
        group: the periods, the latest first.
        told: the periods of the sentences before; a break that parts these from the group is said here.
        is_named: whether these sentences name the quantity.
    """
    view, latest, earlier = shape.view, group[0], tuple(reversed(group[1:]))
    are_alike = all(latest.like(period) for period in earlier)
    used, unlike = (earlier, ()) if are_alike else ((), earlier)
    other = replace(shape, latest=latest, used=used, unlike=unlike, missing=())
    items, patterns = compared_items(other, lambda period: dated(view, period)), view.language.patterns
    is_none = shape.kind in {"count", "stock"} and view.value(latest) == 0
    amount = text(patterns.zero, (view.source(latest),)) if is_none else first_amount(view, latest)
    said = [*crossed(view, told), *crossed(view, group)]
    notes = [*remarks(view, (*earlier, latest)), *break_remarks(view, (*told, *group), said)]
    value = in_parentheses(view, amount, items, notes)
    if not (is_named or is_none):
        return stated(other, value, None)
    pattern = patterns.none_again if is_none else patterns.stated_again[shape.kind]
    return fill(pattern, when=time_of(shape, latest), value=value)


_WITH_BESIDE = frozenset({SentenceForm.VALUE, SentenceForm.COMPARED, SentenceForm.NONE_RECORDED})
"""The forms that tell the periods beside the latest one in brackets."""
_BUILDERS: dict[SentenceForm, Callable[[SeriesShape], Clause]] = {
    SentenceForm.NONE_RECORDED: _none_recorded,
    SentenceForm.SPAN: _span,
    SentenceForm.GROUPS: _groups,
    SentenceForm.PARTS: _parts_over_years,
    SentenceForm.CONSTANT: _constant,
    SentenceForm.STEADY: _steady,
    SentenceForm.CHANGE: _changed,
    SentenceForm.COMPARED: _plain,
    SentenceForm.VALUE: _plain,
}
