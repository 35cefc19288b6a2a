"""Clauses: a series in its form as words, without the full stop, so that the flow may still join it to another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from reportgen.model import Noun, Period
from reportgen.narrative.amounts import amount, measure
from reportgen.narrative.facts import find_change
from reportgen.narrative.filters.breakdowns import labelled
from reportgen.narrative.filters.changes import change, from_to, from_to_values, verb_for
from reportgen.narrative.filters.values import dated
from reportgen.narrative.generated.choice import Form
from reportgen.narrative.generated.shape import PartGroup, Shape, Trend
from reportgen.narrative.language import cldr
from reportgen.narrative.lists import join
from reportgen.narrative.phrase import EMPTY, Phrase, Sources, fill, text
from reportgen.narrative.remarks import in_parentheses, lone_remark, named, remarks, when
from reportgen.narrative.thresholds import PERCENT_DIGITS
from reportgen.narrative.view import View


@dataclass(frozen=True, slots=True)
class Clause:
    """What is said of one indicator."""

    shape: Shape
    form: Form
    body: Callable[[Phrase | None], Phrase]
    """The main clause; given a phrase for its time, or None for the usual one."""
    more: tuple[Phrase, ...] = ()
    """Further clauses, each a sentence of its own."""
    tabled: tuple[PartGroup, ...] = ()
    """Breakdowns that hold too much for a sentence."""
    opens_with_time: bool = False


def build_clause(shape: Shape, form: Form) -> Clause:
    """The clause of a series in a form."""
    if form is Form.NO_DATA:
        return Clause(shape, form, lambda _: _no_data(shape))
    built = _BUILDERS[form](shape)
    others = tuple(_again(shape, group) for group in _unlike_groups(shape))
    return replace(built, more=(*built.more, *others))


# ---- names ----------------------------------------------------------------------------------------------------


def label_of(view: View) -> str:
    """What the indicator counts, in words."""
    unit = view.indicator.unit
    noun = unit.other if isinstance(unit, Noun) else None
    return view.indicator.label or noun or view.key.replace("_", " ")


def subject_of(shape: Shape) -> str:
    """The quantity as the subject of a sentence."""
    naming = shape.view.language.naming
    name = naming.number_of if shape.kind in {"count", "stock"} else naming.quantity
    return name(label_of(shape.view))


def _whole(view: View, periods: Sequence[Period]) -> Sources:
    return (view.source(*periods),)


def time_of(shape: Shape, period: Period) -> Phrase:
    """A period at the head of a sentence: `in 2023`, `in 2020–2023`."""
    view = shape.view
    if period.is_span:
        return fill(view.language.patterns.in_span, period=view.language.period(period))
    return when(view, period)


# ---- values and what stands in parentheses after them ---------------------------------------------------------


def compared_items(shape: Shape, item: Callable[[Period], Phrase]) -> Phrase:
    """`compared with 262 in 2020 and 944 in 2021`, or nothing."""
    if not shape.used:
        return EMPTY
    language = shape.view.language
    return fill(language.patterns.compared, items=join(language, [item(one) for one in shape.used]))


def said(shape: Shape) -> list[Phrase]:
    """The remarks on the periods of the main sentence."""
    if len(shape.told) == 1 and not shape.missing:
        return lone_remark(shape.view, shape.told[0])
    return remarks(shape.view, shape.told, shape.missing)


def _latest(shape: Shape) -> Period:
    if shape.latest is None:
        raise AssertionError("a series without values has a form of its own")
    return shape.latest


def stated(shape: Shape, value: Phrase, time: Phrase | None) -> Phrase:
    """`In 2023, the number of victims was 348 (…)`."""
    pattern = shape.view.language.naming.stated[shape.kind]
    return fill(pattern, when=time or time_of(shape, _latest(shape)), subject=subject_of(shape), value=value)


def _plain(shape: Shape) -> Clause:
    """The value, and the earlier ones where there are any."""
    view, latest = shape.view, _latest(shape)
    items = compared_items(shape, lambda one: dated(view, one))
    value = in_parentheses(view, amount(view, latest), items, said(shape))
    form = Form.COMPARED if shape.used else Form.VALUE
    return _with_parts(Clause(shape, form, lambda time: stated(shape, value, time), opens_with_time=True))


def _changed(shape: Shape) -> Clause:
    """The value, the earlier one, and the change as a noun."""
    plain = _plain(replace(shape, parts=()))
    told = _places(shape) if shape.kind == "rank" else change(shape.view, form="noun", show="none")
    pattern = shape.view.language.naming.by_noun
    body = plain.body
    told_too = replace(
        plain, shape=shape, form=Form.CHANGE, body=lambda time: fill(pattern, clause=body(time), change=told)
    )
    return _with_parts(told_too)


def _places(shape: Shape) -> Phrase:
    """`a rise of 3 places`."""
    view, found = shape.view, shape.change
    if found is None or found.amount is None:
        raise AssertionError("the form needs a change")
    patterns = view.language.patterns
    one = cldr(view.language.tag).is_one(found.amount)
    places = fill(patterns.places[not one], number=measure(found.amount, _whole(view, shape.told)))
    return fill(patterns.noun_of, noun=verb_for(view, found, None).noun, amount=places)


def _none_recorded(shape: Shape) -> Clause:
    """`No complaints were recorded in 2023 (compared with three in 2022)`."""
    view, naming, latest = shape.view, shape.view.language.naming, _latest(shape)
    label = naming.without_number(label_of(view))
    existed = shape.kind == "stock" or are_persons(shape)
    never = shape.trend is Trend.CONSTANT
    none = text(naming.none, _whole(view, [*(shape.told if never else [latest]), *shape.inside]))
    items = EMPTY if never else compared_items(shape, lambda one: dated(view, one))
    first = shape.told[0]
    span = Period(first.start, latest.end)
    at = fill(view.language.patterns.in_span, period=view.language.period(span)) if never else when(view, latest)
    pattern = naming.none_existed if existed else naming.none_recorded

    def body(time: Phrase | None) -> Phrase:
        clause = fill(pattern, none=none, label=label, subject=subject_of(shape), when=at if never else time or at)
        return in_parentheses(view, clause, items, said(shape))

    return Clause(shape, Form.NONE_RECORDED, body)


def are_persons(shape: Shape) -> bool:
    """Whether the indicator counts persons, by its label or its noun."""
    unit = shape.view.indicator.unit
    noun = unit.other if isinstance(unit, Noun) else ""
    persons = shape.view.language.naming.are_persons
    return persons(label_of(shape.view)) or persons(noun)


def _span(shape: Shape) -> Clause:
    """A span of years, and what of it fell in the single years."""
    view, latest = shape.view, _latest(shape)
    items = join(view.language, [dated(view, one) for one in shape.inside])
    inner = fill(view.language.patterns.including, value=items) if not _fills(shape) else items
    before = compared_items(shape, lambda one: dated(view, one))
    further = [before] if shape.used else []
    notes = remarks(view, [*shape.told, *shape.inside], shape.missing)
    value = in_parentheses(view, amount(view, latest), inner, [*further, *notes])
    return _with_parts(Clause(shape, Form.SPAN, lambda time: stated(shape, value, time), opens_with_time=True))


def _fills(shape: Shape) -> bool:
    """Whether the single years make up the whole span."""
    latest = _latest(shape)
    return sum(one.months for one in shape.inside) == latest.months


def _constant(shape: Shape) -> Clause:
    """The same in every period."""
    return _by_told(shape, Form.CONSTANT, from_to(shape.view))


def _by_told(shape: Shape, form: Form, told: Phrase) -> Clause:
    pattern = shape.view.language.naming.told
    return _with_parts(Clause(shape, form, lambda _: fill(pattern, subject=subject_of(shape), told=told)))


def _steady(shape: Shape) -> Clause:
    """A rise or a fall from each period to the next."""
    view, naming = shape.view, shape.view.language.naming
    first, last = shape.told[0], _latest(shape)
    pattern = naming.every_year if shape.is_consecutive else naming.steadily
    found = find_change(view.value(first), view.value(last), PERCENT_DIGITS, in_points=True)
    values = from_to_values(view, first, last, unit=False, years=True)
    middle = join(view.language, [dated(view, one) for one in shape.told[1:-1]])
    in_brackets = in_parentheses(view, values, middle, said(shape))
    told = fill(pattern, subject=subject_of(shape), verb=verb_for(view, found, None).past, values=in_brackets)
    return _with_parts(Clause(shape, Form.STEADY, lambda _: told))


# ---- parts ----------------------------------------------------------------------------------------------------


def _parts_over_years(shape: Shape) -> Clause:
    """`345, including 119 women (compared with 337, including 126 women, in 2020; …)`."""
    view, latest, group = shape.view, _latest(shape), shape.parts[0]
    naming, verb, persons = view.language.naming, _part_verb(view, group), are_persons(shape)
    dated_parts = naming.dated_of_whom[persons] if verb else naming.dated_including
    with_parts = naming.of_whom[persons] if verb else naming.including

    def item(one: Period) -> Phrase:
        if one not in group.periods:
            return dated(view, one)
        parts = _listed(view, group, one, verb)
        return fill(dated_parts, value=amount(view, one), parts=parts, when=when(view, one))

    outer = fill(with_parts, clause=amount(view, latest), parts=_listed(view, group, latest, verb))
    value = in_parentheses(view, outer, compared_items(shape, item), said(shape))
    return Clause(shape, Form.PARTS, lambda time: stated(shape, value, time), opens_with_time=True)


def _with_parts(clause: Clause) -> Clause:
    """A clause with its breakdowns in the latest period: the first within it, the others after it."""
    shape = clause.shape
    tabled = tuple(group for group in shape.parts if _is_tabled(shape, group))
    shown = [group for group in shape.parts if group not in tabled]
    clause = replace(clause, tabled=tabled)
    if not shown or shape.latest is None:
        return clause
    first, *rest = shown
    view = shape.view
    opens_own = clause.form in {Form.STEADY, Form.CONSTANT, Form.CHANGE, Form.SPAN} or first.by is not None
    own = [_own_sentence(clause, group) for group in (shown if opens_own else rest)]
    if opens_own:
        return replace(clause, more=(*clause.more, *own))
    verb = _part_verb(view, first)
    parts = _listed(view, first, shape.latest, verb)
    pattern = _parts_pattern(shape, first, has_verb=verb is not None)
    body = clause.body
    return replace(clause, body=lambda time: fill(pattern, clause=body(time), parts=parts), more=(*clause.more, *own))


def _is_tabled(shape: Shape, group: PartGroup) -> bool:
    """Whether a breakdown is shown as a table: it has many parts, or values in other periods than the latest."""
    only_latest = group.periods == (shape.latest,) and group.is_complete
    return len(group.places) >= shape.view.options.table_from or not only_latest


def _parts_pattern(shape: Shape, group: PartGroup, *, has_verb: bool) -> str:
    naming = shape.view.language.naming
    if not group.is_exhaustive:
        return naming.including
    return naming.of_whom[are_persons(shape)] if has_verb else naming.composed


def _own_sentence(clause: Clause, group: PartGroup) -> Phrase:
    """`The breakdown by sex was: 73 males and 2 females`; the period is named unless the clause began with it."""
    shape = clause.shape
    view, latest = shape.view, _latest(shape)
    naming = view.language.naming
    parts = _listed(view, group, latest)
    if not group.is_exhaustive:
        return fill(naming.figure_included, period=view.language.period(latest), parts=parts)
    time = EMPTY if clause.opens_with_time else text(" ") + time_of(shape, latest)
    if group.by is None:
        return fill(naming.broken_down, parts=parts, when=time)
    return fill(naming.broken_down_by, by=group.by, parts=parts, when=time)


def _part_verb(view: View, group: PartGroup) -> str | None:
    """The verb between the parts and their nouns, where they are nouns and make up the whole; else None."""
    nouns = all(isinstance(view.indicator.breakdown[place].label, Noun) for place in group.places)
    return view.language.naming.part_verb if nouns and group.is_exhaustive and len(group.places) > 1 else None


def _listed(view: View, group: PartGroup, period: Period, verb: str | None = None) -> Phrase:
    parts = view.indicator.breakdown
    items = [labelled(view, place, parts[place], period, verb) for place in group.places]
    return join(view.language, items)


# ---- what is left ---------------------------------------------------------------------------------------------


def _no_data(shape: Shape) -> Phrase:
    """`No data are available on the number of complaints for 2022 and 2023`."""
    naming = shape.view.language.naming
    if not shape.missing:
        return fill(naming.no_data, subject=subject_of(shape))
    return fill(naming.no_data_for, subject=subject_of(shape), periods=named(shape.view, shape.missing))


def _unlike_groups(shape: Shape) -> list[list[Period]]:
    """The periods that the main sentence leaves out, those of one kind together, the latest kind first."""
    groups: list[list[Period]] = []
    for one in reversed(shape.unlike):
        found = next((group for group in groups if one.like(group[0])), None)
        if found is None:
            groups.append([one])
        else:
            found.append(one)
    return groups


def _again(shape: Shape, group: Sequence[Period]) -> Phrase:
    """The same quantity in periods of another kind: `In 2022, it was 210 (compared with 180 in 2021)`."""
    view, latest = shape.view, group[0]
    other = replace(shape, latest=latest, used=tuple(reversed(group[1:])), missing=())
    items = compared_items(other, lambda one: dated(view, one))
    value = in_parentheses(view, amount(view, latest), items, remarks(view, other.told))
    return fill(view.language.naming.stated_again[shape.kind], when=time_of(shape, latest), value=value)


_BUILDERS: dict[Form, Callable[[Shape], Clause]] = {
    Form.NONE_RECORDED: _none_recorded,
    Form.SPAN: _span,
    Form.PARTS: _parts_over_years,
    Form.CONSTANT: _constant,
    Form.STEADY: _steady,
    Form.CHANGE: _changed,
    Form.COMPARED: _plain,
    Form.VALUE: _plain,
}
