"""Read changes of a value.

`rose by 12 per cent, from 50 to 56`, `fell by a third`, `more than doubled`, `an increase of 5 points`,
`23.6 per cent fewer than in 2022 (609)`, `1.5 times higher than in 2020`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from reportgen.claims.forms.apposition import gapped
from reportgen.claims.forms.comparatives import from_comparative
from reportgen.claims.forms.draft import STOPS, ChangeDraft
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.own_base import CLOSE, goes_on, has_other_base, has_own_subject, is_after
from reportgen.claims.forms.respective import listed, respective
from reportgen.claims.forms.verbs import from_verb
from reportgen.claims.line import Line
from reportgen.claims.model import Change, Measure, Quantity
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import DETERMINERS, DOWN, FACTORS_DOWN, FACTORS_UP, LESS, MORE, UP

_AVERAGE = frozenset({"average", "annually", "yearly", "annual", "each"})


def read_changes(line: Line) -> Iterator[Change]:
    """Yield the changes of a line."""
    last: ChangeDraft | None = None
    for found in _drafts(line):
        if last is not None and _explains(line, last, found):
            found.by, found.is_factor = last.by, last.is_factor
            last = found
            continue
        if last is not None and _belongs(line, last, found):
            if last.direction is found.direction:
                last.by, last.is_factor, last.last = found.by, found.is_factor, found.last
                continue
            found.start, found.end = last.start, last.end
        if last is not None:
            yield _change(line, last)
        last = found
        if found.start is not None and found.end is not None:
            yield from _gapped(line, found) if found.by is not None else _listed(line, found)
    if last is not None:
        yield _change(line, last)


def _drafts(line: Line) -> Iterator[ChangeDraft]:
    """Yield what each word of change says, in order; what one has taken is left out by the next."""
    reached = -1
    for at, item in enumerate(line.items):
        if item.kind != "w" or item.low not in _WORDS or at <= reached:
            continue
        drafts: list[ChangeDraft | None] = [*respective(line, at)]
        for found in drafts or [from_verb(line, at) or from_comparative(line, at)]:
            if found is not None and (found.by is not None or (found.start is not None and found.end is not None)):
                yield found
                reached = found.last


def _gapped(line: Line, first: ChangeDraft) -> Iterator[Change]:
    """Yield the changes behind one that leave its verb out: `… and delays by 33 per cent (from 12 to 8)`."""
    for by, start, end in gapped(line, first.trigger, first.last):
        change = _change(line, ChangeDraft(first.trigger, first.direction, line.quantity(by), None, start, end, end))
        yield replace(change, span=line.span_of(by, end))


def _listed(line: Line, first: ChangeDraft) -> Iterator[Change]:
    """Yield the changes in the brackets behind another: `fell in Egypt (from 43 to 32) and in Japan (from 15 to 3)`."""
    for start, end in listed(line, first):
        change = _change(line, ChangeDraft(first.trigger, first.direction, None, None, start, end, end))
        yield replace(change, span=line.span_of(start, end))


_WORDS = {"as"} | UP | DOWN | MORE | LESS | FACTORS_UP.keys() | FACTORS_DOWN.keys()


def _belongs(line: Line, first: ChangeDraft, second: ChangeDraft) -> bool:
    """Return whether a second change only says by how much: `fell from 11,200 to 9,520, a decrease of 15 per cent`."""
    is_open = second.by is not None and second.start is None and second.end is None
    apart = {item.low for item in line.items[first.last : second.trigger]} & STOPS
    if apart or not is_open or has_own_subject(line, second.trigger) or has_other_base(line, first.start, second.last):
        return False
    if first.end is None or is_after(second.by, [line.quantity(first.end)]):
        return False
    is_near = second.trigger - first.last <= CLOSE
    return first.by is None and is_near and not goes_on(line, first.last, second.trigger)


def _explains(line: Line, first: ChangeDraft, second: ChangeDraft) -> bool:
    """Return whether a second change gives the values of the first: `a 22% rise in thefts, which rose from …`."""
    is_open = first.by is not None and first.start is None and first.end is None and second.by is None
    is_same = first.direction is second.direction and line.low(second.trigger - 1) in {"which", "that"}
    return is_open and is_same and line.low(second.trigger - 2) == ","


def _change(line: Line, found: ChangeDraft) -> Change:
    start, end = (None if at is None else line.quantity(at) for at in (found.start, found.end))
    places = [found.trigger, found.last, *(at for at in (found.start, found.end) if at is not None)]
    span = Span(min(line.items[place].start for place in places), max(line.items[place].end for place in places))
    if found.by is not None:
        span = Span(min(span.start, found.by.span.start), max(span.end, found.by.span.end))
    subject, word = subject_of(line, found.trigger), line.span_of(found.trigger, found.trigger).of(line.text)
    values = (found.by, _like(start, end), _like(end, start), found.also)
    start_of_by = found.by.span.start if found.by is not None else span.end
    said = line.text[line.items[found.trigger].end : start_of_by].split()  # "by an average of" belongs to the number
    is_average = _is_yearly(line, found) or "average" in said
    return Change(span, subject, found.direction, word, *values, found.is_factor, is_average)


def _is_yearly(line: Line, found: ChangeDraft) -> bool:
    """Return whether an amount is that of each year; not where a value is an average: `from an average 500 to 550`."""
    around = range(max(found.trigger - 3, 0), min(found.last + 6, len(line.items)))
    places = (at for at in around if line.low(at) in _AVERAGE and not _is_of_subject(line, at, found.trigger))
    return any({at + 1, at + 2}.isdisjoint({found.start, found.end}) for at in places)


def _is_of_subject(line: Line, at: int, trigger: int) -> bool:
    """Return whether `average` is said of what changes: `the average sentence increased`, not `an average increase`."""
    return line.low(at) == "average" and at < trigger - 1 and line.low(at - 1) in DETERMINERS


def _like(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    """Return a value in the measure of the other where its own is left out: `from 12.5 per 100,000 to 9.8`."""
    if one is None or other is None or one.measure is not Measure.COUNT:
        return one
    if other.measure is Measure.COUNT:
        return one if one.noun or not other.noun else replace(one, noun=other.noun)
    if other.measure is Measure.DURATION and one.phrase:
        return one  # "from 400 hectares to 5 km2"
    return replace(one, measure=other.measure, unit=other.unit)
