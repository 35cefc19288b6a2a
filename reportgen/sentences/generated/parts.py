"""Breakdowns in generated sentences: within the clause, as sentences of their own, or left to a table."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reportgen.model import Noun, Period
from reportgen.sentences.amounts import amount, kind_of
from reportgen.sentences.filters.breakdowns import labelled
from reportgen.sentences.filters.values import dated
from reportgen.sentences.generated.clause import Clause, are_persons, label_of, latest_of, subject_of, time_of
from reportgen.sentences.generated.shape import PartGroup, SentenceForm, SeriesShape
from reportgen.sentences.phrase import EMPTY, NumberRule, Phrase, fill, join, join_with, text
from reportgen.sentences.remarks import in_parentheses, remarks_of_parts, when
from reportgen.sentences.view import View


def with_parts(clause: Clause) -> Clause:
    """Return a clause with its breakdowns in the latest period: the first within it, the others after it."""
    shape = clause.shape
    tabled = tuple(group for group in shape.parts if _is_tabled(shape, group))
    shown = [group for group in shape.parts if group not in tabled]
    clause = replace(clause, tabled=tabled)
    if not shown or shape.latest is None or has_no_parts(shape.view, shape.latest):
        return clause
    first, *rest = shown
    view = shape.view
    if clause.form is SentenceForm.VALUE and are_named(view, first) and not shape.has_remarks and not shape.missing:
        return _in_brackets(clause, first, rest)
    opens_own = (
        clause.form in {SentenceForm.STEADY, SentenceForm.CONSTANT, SentenceForm.CHANGE, SentenceForm.SPAN}
        or first.by is not None
    )
    opens_own = opens_own or not view.indicator.adds_up_over_parts or are_named(view, first)
    own = [_own_sentence(clause, group) for group in (shown if opens_own else rest)]
    if opens_own:
        return replace(clause, more=(*clause.more, *own))
    pattern = _parts_pattern(shape, first)
    parts = listed(view, first, shape.latest, verb=pattern != view.language.patterns.composed)
    body, notes = clause.body, remarks_of_parts(view, first.places, [shape.latest])

    def with_first(time: Phrase | None) -> Phrase:
        return in_parentheses(view, fill(pattern, clause=body(time), parts=parts), EMPTY, notes)

    return replace(clause, body=with_first, more=(*clause.more, *own))


def _in_brackets(clause: Clause, first: PartGroup, rest: Sequence[PartGroup]) -> Clause:
    """Return `… was seven (North: three; South: three; Capital: one)`, where the parts are called by names."""
    view, latest, body = clause.shape.view, latest_of(clause.shape), clause.body
    items, notes = grouped(view, first, latest), remarks_of_parts(view, first.places, [latest])
    own = tuple(_own_sentence(clause, group) for group in rest)
    return replace(clause, body=lambda time: in_parentheses(view, body(time), items, notes), more=(*clause.more, *own))


def _is_tabled(shape: SeriesShape, group: PartGroup) -> bool:
    """Return whether a breakdown is shown as a table: it has many parts, or values in other periods than the latest."""
    only_latest = group.periods == (shape.latest,) and group.is_complete
    return len(group.places) >= shape.view.options.table_from or not only_latest


def _parts_pattern(shape: SeriesShape, group: PartGroup) -> str:
    language = shape.view.language
    if not group.is_exhaustive:
        return language.patterns.clause_including
    has_nouns = part_verb(shape.view, group) is not None and _form(shape.view, group) == "noun"
    return language.patterns.of_whom[are_persons(shape)] if has_nouns else language.patterns.composed


def _own_sentence(clause: Clause, group: PartGroup) -> Phrase:
    """Return `The breakdown by sex was: 73 males and 2 females`, with its period unless the clause began with it."""
    shape = clause.shape
    view, latest = shape.view, latest_of(shape)
    language = view.language
    adds_up = view.indicator.adds_up_over_parts
    is_listed = adds_up and not are_named(view, group)
    parts = listed(view, group, latest, verb=False) if is_listed else grouped(view, group, latest, is_whole=True)
    if not group.is_exhaustive and adds_up:
        pattern = language.patterns.figure_included if is_listed else language.patterns.figure_included_named
        return _noted(view, group, latest, fill(pattern, period=view.language.listed_period(latest), parts=parts))
    time = EMPTY if clause.opens_with_time else text(language.patterns.space) + time_of(shape, latest)
    pattern = language.patterns.broken_down if group.by is None else language.patterns.broken_down_by
    return _noted(view, group, latest, fill(pattern, by=group.by or "", parts=parts, when=time))


def _noted(view: View, group: PartGroup, period: Period, phrase: Phrase) -> Phrase:
    """Return a sentence with what must be said of the figures of its parts."""
    return in_parentheses(view, phrase, EMPTY, remarks_of_parts(view, group.places, [period]))


def own_text(shape: SeriesShape, group: PartGroup) -> Phrase | None:
    """Return a sentence for the parts of a quantity that another text gives; None where a table says it better.

    The sentence names the quantity, because the other text may stand far off: `The breakdown by sex of the number of
    complaints in 2025 was: 73 males and 2 females`.
    """
    view, latest, patterns = shape.view, shape.latest, shape.view.language.patterns
    is_part = not group.is_exhaustive and view.indicator.adds_up_over_parts
    if latest is None or shape.has_remarks or _is_tabled(shape, group) or (is_part and _have_names(view, group)):
        return None
    is_listed = view.indicator.adds_up_over_parts and not _have_names(view, group)
    parts = listed(view, group, latest, verb=False) if is_listed else grouped(view, group, latest)
    by = patterns.broken_down_of if group.by is None else patterns.broken_down_of_by
    pattern = patterns.included_of if is_part else by
    phrase = fill(pattern, subject=subject_of(shape), when=time_of(shape, latest), parts=parts, by=group.by or "")
    return _noted(view, group, latest, phrase)


# ---- lists of parts -------------------------------------------------------------------------------------------


def makes_up(view: View, group: PartGroup) -> bool:
    """Return whether the parts are all there are and have nouns: "of whom" stands before them, not "including"."""
    is_all = len(group.places) > 1 or all(
        view.of_part(group.places[0]).value(period) == view.indicator.value(period) for period in group.periods
    )
    return group.is_exhaustive and is_all and not are_named(view, group)


def has_no_parts(view: View, period: Period) -> bool:
    """Return whether the whole is nothing, so that its parts are nothing, too."""
    return view.indicator.adds_up_over_parts and view.value(period) == 0


def are_named(view: View, group: PartGroup) -> bool:
    """Return whether the parts stand by name beside their figures: nothing can be said of so many of them."""
    return _have_names(view, group) or (group.by is None and not _are_kinds(view, group))


def _have_names(view: View, group: PartGroup) -> bool:
    """Return whether the parts are called by names, before which no number can stand."""
    return _form(view, group) == "name"


def _form(view: View, group: PartGroup) -> str:
    """Return what the labels of the parts are: `noun`, words that stand `after` a number, `name`, or `mixed`."""
    forms = {_form_of(view, place) for place in group.places}
    if forms & {"name", "word"}:
        return "name"
    return forms.pop() if len(forms) == 1 else "mixed"


def _are_kinds(view: View, group: PartGroup) -> bool:
    """Return whether each part may be called what is counted, by the label or the noun; an amount has no kinds."""
    unit = view.indicator.unit
    wholes = (label_of(view), unit.other if isinstance(unit, Noun) else "")
    labels = [view.noun_of(place).other for place in group.places if _form_of(view, place) != "after"]
    are_kinds = view.language.are_kinds
    return kind_of(view) is not NumberRule.COUNT or all(
        any(are_kinds(label, whole) for whole in wholes if whole) for label in labels
    )


def _form_of(view: View, place: int) -> str:
    is_noun = isinstance(view.indicator.breakdown[place].label, Noun)
    return "noun" if is_noun else view.language.part_form(view.noun_of(place).other)


def part_verb(view: View, group: PartGroup) -> str | None:
    """Return the verb between numbers and nouns of parts; None where they are no counts, or not all there are."""
    counts = kind_of(view) is NumberRule.COUNT and makes_up(view, group)
    return view.language.patterns.part_verb if counts else None


def listed(view: View, group: PartGroup, period: Period, *, verb: bool = True) -> Phrase:
    """Return the parts in one period: `9 were women and 2 were men`, `30 were on grounds of sex and 14 on others`.

    Args:
        view: the indicator.
        group: its parts.
        period: the period.
        verb: whether they stand in a clause of their own, with a verb.
    """
    form = _form(view, group)
    is_clause = part_verb(view, group) if verb else None
    items = []
    for number, place in enumerate(group.places):
        has_verb = is_clause if form == "noun" or not number else None
        items.append(labelled(view, place, period, has_verb if form != "mixed" else None))
    return join(view.language, items)


def grouped(view: View, group: PartGroup, period: Period, *, is_whole: bool = False) -> Phrase:
    """Return the figures of groups, or of parts with names: `6.7 per cent for women and …`, `North: 3; South: 4`.

    Args:
        view: the indicator.
        group: its parts.
        period: the period.
        is_whole: whether nothing need say that they are not all, since the words before them do.
    """
    patterns, is_named, items = view.language.patterns, are_named(view, group), []
    for place in group.places:
        label, value = view.noun_of(place).other, amount(view.of_part(place), period)
        is_after = view.language.part_form(label) == "after"
        pattern = patterns.named_part if is_named else patterns.labelled if is_after else patterns.of_group
        items.append(fill(pattern, value=value, number=value, label=label))
    if not is_named:
        return join(view.language, items)
    named = join_with(items, patterns.semicolon)
    is_all = is_whole or group.is_exhaustive or not view.indicator.adds_up_over_parts
    return named if is_all else fill(patterns.including, value=named)


def dated_parts(shape: SeriesShape) -> Callable[[Period], Phrase]:
    """Return how to write an earlier value with its parts: `337, including 126 women, in 2020`."""
    view, group = shape.view, shape.parts[0]
    language, persons = view.language, are_persons(shape)
    pattern = language.patterns.dated_of_whom[persons] if makes_up(view, group) else language.patterns.dated_with_parts

    def item(period: Period) -> Phrase:
        if period not in group.periods or has_no_parts(view, period):
            return dated(view, period)
        parts = listed(view, group, period)
        return fill(pattern, value=amount(view, period), parts=parts, when=when(view, period)).dated()

    return item


def parts_before(shape: SeriesShape) -> Callable[[Period], Phrase] | None:
    """Return how to write an earlier value with its parts where there is nothing now; None where that reads badly."""
    if len(shape.parts) != 1 or shape.kind not in {"count", "stock"} or not shape.has_parts_over_years:
        return None
    view, group = shape.view, shape.parts[0]
    if not makes_up(view, group) or len(shape.used) * len(group.places) >= view.options.table_from:
        return None
    if len(shape.used) > 1:
        return dated_parts(shape)
    pattern = view.language.patterns.of_whom[are_persons(shape)]
    return lambda period: (
        dated(view, period)
        if has_no_parts(view, period)
        else fill(pattern, clause=dated(view, period), parts=listed(view, group, period))
    )
