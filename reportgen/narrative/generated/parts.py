"""Breakdowns in generated sentences: within the clause, as sentences of their own, or left to a table."""

from dataclasses import replace

from reportgen.model import Noun, Period
from reportgen.narrative.filters.breakdowns import labelled
from reportgen.narrative.generated.choice import Form
from reportgen.narrative.generated.clause import Clause, are_persons, latest_of, time_of
from reportgen.narrative.generated.shape import PartGroup, Shape
from reportgen.narrative.lists import join
from reportgen.narrative.phrase import EMPTY, Phrase, fill, text
from reportgen.narrative.view import View


def with_parts(clause: Clause) -> Clause:
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
    verb = part_verb(view, first)
    parts = listed(view, first, shape.latest, verb)
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
    view, latest = shape.view, latest_of(shape)
    naming = view.language.naming
    parts = listed(view, group, latest)
    if not group.is_exhaustive:
        return fill(naming.figure_included, period=view.language.period(latest), parts=parts)
    time = EMPTY if clause.opens_with_time else text(" ") + time_of(shape, latest)
    if group.by is None:
        return fill(naming.broken_down, parts=parts, when=time)
    return fill(naming.broken_down_by, by=group.by, parts=parts, when=time)


def part_verb(view: View, group: PartGroup) -> str | None:
    """The verb between the parts and their nouns, where they are nouns and make up the whole; else None."""
    nouns = all(isinstance(view.indicator.breakdown[place].label, Noun) for place in group.places)
    return view.language.naming.part_verb if nouns and group.is_exhaustive and len(group.places) > 1 else None


def listed(view: View, group: PartGroup, period: Period, verb: str | None = None) -> Phrase:
    """The parts in one period as a list, each with its label."""
    parts = view.indicator.breakdown
    items = [labelled(view, place, parts[place], period, verb) for place in group.places]
    return join(view.language, items)
