"""Clauses: a series in its form as words, without the full stop, so that the flow may still join it to another."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportgen.model import Period
from reportgen.narrative.amounts import amount, measure
from reportgen.narrative.facts import find_change
from reportgen.narrative.filters.changes import change, from_to, from_to_values, verb_for
from reportgen.narrative.filters.values import dated
from reportgen.narrative.generated.choice import Form
from reportgen.narrative.generated.clause import (
    Clause,
    are_persons,
    compared_items,
    label_of,
    latest_of,
    said,
    sources_of,
    stated,
    subject_of,
    time_of,
)
from reportgen.narrative.generated.parts import listed, part_verb, with_parts
from reportgen.narrative.generated.shape import PartGroup, Shape, Trend
from reportgen.narrative.language import cldr
from reportgen.narrative.lists import join
from reportgen.narrative.phrase import EMPTY, Phrase, fill, text
from reportgen.narrative.remarks import in_parentheses, named, remarks, when
from reportgen.narrative.thresholds import PERCENT_DIGITS


def build_clause(shape: Shape, form: Form) -> Clause:
    """The clause of a series in a form."""
    if form is Form.NO_DATA:
        return Clause(shape, form, lambda _: _no_data(shape))
    built = _BUILDERS[form](shape)
    others = tuple(_again(shape, group) for group in _unlike_groups(shape))
    return replace(built, more=(*built.more, *others))


def _plain(shape: Shape) -> Clause:
    """The value, and the earlier ones where there are any."""
    view, latest = shape.view, latest_of(shape)
    items = compared_items(shape, lambda one: dated(view, one))
    value = in_parentheses(view, amount(view, latest), items, said(shape))
    form = Form.COMPARED if shape.used else Form.VALUE
    return with_parts(Clause(shape, form, lambda time: stated(shape, value, time), opens_with_time=True))


def _changed(shape: Shape) -> Clause:
    """The value, the earlier one, and the change as a noun."""
    plain = _plain(replace(shape, parts=()))
    told = _places(shape) if shape.kind == "rank" else change(shape.view, form="noun", show="none")
    pattern = shape.view.language.naming.by_noun
    body = plain.body
    told_too = replace(
        plain, shape=shape, form=Form.CHANGE, body=lambda time: fill(pattern, clause=body(time), change=told)
    )
    return with_parts(told_too)


def _places(shape: Shape) -> Phrase:
    """`a rise of 3 places`."""
    view, found = shape.view, shape.change
    if found is None or found.amount is None:
        raise AssertionError("the form needs a change")
    patterns = view.language.patterns
    one = cldr(view.language.tag).is_one(found.amount)
    places = fill(patterns.places[not one], number=measure(found.amount, sources_of(view, shape.told)))
    return fill(patterns.noun_of, noun=verb_for(view, found, None).noun, amount=places)


def _none_recorded(shape: Shape) -> Clause:
    """`No complaints were recorded in 2023 (compared with three in 2022)`."""
    view, naming, latest = shape.view, shape.view.language.naming, latest_of(shape)
    label = naming.without_number(label_of(view))
    existed = shape.kind == "stock" or are_persons(shape)
    never = shape.trend is Trend.CONSTANT
    none = text(naming.none, sources_of(view, [*(shape.told if never else [latest]), *shape.inside]))
    items = EMPTY if never else compared_items(shape, lambda one: dated(view, one))
    first = shape.told[0]
    span = Period(first.start, latest.end)
    at = fill(view.language.patterns.in_span, period=view.language.period(span)) if never else when(view, latest)
    pattern = naming.none_existed if existed else naming.none_recorded

    def body(time: Phrase | None) -> Phrase:
        clause = fill(pattern, none=none, label=label, subject=subject_of(shape), when=at if never else time or at)
        return in_parentheses(view, clause, items, said(shape))

    tabled = tuple(group for group in shape.parts if _says_more(shape, group))
    return Clause(shape, Form.NONE_RECORDED, body, tabled=tabled)


def _says_more(shape: Shape, group: PartGroup) -> bool:
    """Whether the parts say more than that there was nothing: one ever was something, or the whole is not known."""
    indicator = shape.view.indicator
    parts = [indicator.breakdown[place] for place in group.places]
    known = [(part.value(period), indicator.value(period)) for part in parts for period in group.periods]
    return any(value or (value is not None and whole is None) for value, whole in known)


def _span(shape: Shape) -> Clause:
    """A span of years, and what of it fell in the single years."""
    view, latest = shape.view, latest_of(shape)
    items = join(view.language, [dated(view, one) for one in shape.inside])
    inner = fill(view.language.patterns.including, value=items) if not _fills(shape) else items
    before = compared_items(shape, lambda one: dated(view, one))
    further = [before] if shape.used else []
    notes = remarks(view, [*shape.told, *shape.inside], shape.missing)
    value = in_parentheses(view, amount(view, latest), inner, [*further, *notes])
    return with_parts(Clause(shape, Form.SPAN, lambda time: stated(shape, value, time), opens_with_time=True))


def _fills(shape: Shape) -> bool:
    """Whether the single years make up the whole span."""
    latest = latest_of(shape)
    return sum(one.months for one in shape.inside) == latest.months


def _constant(shape: Shape) -> Clause:
    """The same in every period."""
    return _by_told(shape, Form.CONSTANT, from_to(shape.view))


def _by_told(shape: Shape, form: Form, told: Phrase) -> Clause:
    pattern = shape.view.language.naming.told
    return with_parts(Clause(shape, form, lambda _: fill(pattern, subject=subject_of(shape), told=told)))


def _steady(shape: Shape) -> Clause:
    """A rise or a fall from each period to the next."""
    view, naming = shape.view, shape.view.language.naming
    first, last = shape.told[0], latest_of(shape)
    pattern = naming.every_year if shape.is_consecutive else naming.steadily
    found = find_change(view.value(first), view.value(last), PERCENT_DIGITS, in_points=True)
    values = from_to_values(view, first, last, unit=False, years=True)
    middle = join(view.language, [dated(view, one) for one in shape.told[1:-1]])
    in_brackets = in_parentheses(view, values, middle, said(shape))
    told = fill(pattern, subject=subject_of(shape), verb=verb_for(view, found, None).past, values=in_brackets)
    return with_parts(Clause(shape, Form.STEADY, lambda _: told))


def _parts_over_years(shape: Shape) -> Clause:
    """`345, including 119 women (compared with 337, including 126 women, in 2020; …)`."""
    view, latest, group = shape.view, latest_of(shape), shape.parts[0]
    naming, verb, persons = view.language.naming, part_verb(view, group), are_persons(shape)
    dated_parts = naming.dated_of_whom[persons] if verb else naming.dated_including
    with_parts = naming.of_whom[persons] if verb else naming.including

    def item(one: Period) -> Phrase:
        if one not in group.periods:
            return dated(view, one)
        parts = listed(view, group, one, verb)
        return fill(dated_parts, value=amount(view, one), parts=parts, when=when(view, one))

    outer = fill(with_parts, clause=amount(view, latest), parts=listed(view, group, latest, verb))
    value = in_parentheses(view, outer, compared_items(shape, item), said(shape))
    return Clause(shape, Form.PARTS, lambda time: stated(shape, value, time), opens_with_time=True)


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
