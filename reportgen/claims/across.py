"""What a sentence says of the values in the sentence before, and what it adds to its claims."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.claims.forms.comparison import are_alike, head_of, is_nested
from reportgen.claims.forms.own_base import is_of_another
from reportgen.claims.forms.total import NOW
from reportgen.claims.line import Line
from reportgen.claims.model import (
    SUMMED,
    Change,
    Claim,
    Comparison,
    Direction,
    Measure,
    PeriodKind,
    Quantity,
    StatedSeries,
    Statement,
)
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, FACTORS_DOWN, FACTORS_UP, LESS, MORE, UP
from reportgen.languages.words import word_set


def completed(line: Line, before: list[Claim], found: list[Claim], previous: Line | None) -> list[Claim]:
    """Return the claims of a line; the values of a change may stand in the line before, or in the line behind it.

    `It rose by 5 per cent. There were 40 in 2021 and 42 in 2022.`;
    `There were 42 in 2022, compared with 40 in 2021. This was a rise of 5 per cent.`;
    `There were 42 in 2022. A rise of 5 per cent on the 40 of 2021.`

    Args:
        line: the sentence.
        before: the claims of the sentences before; the last may be completed.
        found: the claims of the sentence.
        previous: the sentence before.
    """
    last = next((at for at in range(len(before) - 1, -1, -1) if not _is_length(before[at])), -1)
    match before[last : last + 1] if last >= 0 else [], found:
        case [Change(by=Quantity(), start=None) as change], [StatedSeries(points=(_, _)) as series] if _may_be_of(
            change, series.points[0], line, is_series=True
        ):
            first, end = sorted(series.points, key=lambda point: getattr(point.period, "first", ()))
            before[last] = replace(change, start=first, end=end, span=Span(change.span.start, series.span.end))
        case [Change(by=Quantity(), also=Quantity(), start=None, end=None) as change], _ if total := _total_said(
            line, change
        ):
            before[last] = replace(change, end=total, span=Span(change.span.start, total.span.end))
        case [Change(by=Quantity(), start=None, end=None) as change], [Comparison(earlier=(start,)) as pair, *_] if (
            start.period is not None
            and pair.direction in {None, change.direction}
            and _may_be_of(change, pair.current, line)
        ):
            span = Span(change.span.start, pair.span.end)
            before[last] = replace(change, start=start, end=pair.current, span=span)
        case [Comparison(earlier=(earlier,)) as pair], [
            Change(by=Quantity(), start=None, end=None) as change,
            *rest,
        ] if _speaks_back(line) and not is_of_another(line, change):
            span = Span(pair.span.start, change.span.end)
            return [replace(change, start=earlier, end=pair.current, span=span), *rest]
    return _continued(line, found, previous) if previous is not None else found


def _speaks_back(line: Line) -> bool:
    """Return whether a sentence says what the values before it come to: `This was …`, not `This was due to a fall`."""
    is_back = line.low(0) in {"this", "that"} and line.low(1) in _BEING
    return is_back and {"due", "because", "driven", "caused", "explained"}.isdisjoint(line.words(2, 3))


def _is_length(claim: Claim) -> bool:
    """Return whether a claim is only a length of time, between a change and its values: `in six months`."""
    return isinstance(claim, Statement) and claim.quantity.measure is Measure.DURATION


def _total_said(line: Line, change: Change) -> Quantity | None:
    """Return what two amounts of a change came to.

    `Thefts rose by 8 per cent (43 cases). There were a total of 580 cases.`
    """
    counted = next(
        (quantity for quantity in (change.by, change.also) if quantity is not None and _is_counted(quantity)), None
    )
    place = line.quantities[0] if line.quantities else len(line.items)
    if counted is None or not counted.noun or place > _HEAD or line.low(0) not in {"this", "that", "there"}:
        return None
    total = line.quantity(place)
    is_said = line.low(1) in {"is", "was", "were", "are", "brings", "makes"} and are_alike(total, counted)
    return total if is_said and head_of(total.noun) == head_of(counted.noun) else None


def _may_be_of(change: Change, value: Quantity, line: Line, *, is_series: bool = False) -> bool:
    """Return whether a value of the next sentence may be one that a change led to.

    `It rose by 5 per cent. In 2022, there were 42 (compared with 40 in 2021).`, and not `The country was 96th, a fall
    of 33 places. In the same year, fines amounted to V$228,909 (compared with V$2,393 in 2015).`
    """
    by = change.by
    if by is not None and _is_counted(by) and not (are_alike(by, value) and by.noun in {"", value.noun}):
        return False
    return not _says_itself(line) if is_series else "there" in line.words(0, _HEAD)


def _says_itself(line: Line) -> bool:
    """Return whether a sentence with two values has its own word of change, or speaks of a plan: `expected to rise`."""
    return any(item.low in _OWN_CHANGE and item.kind == "w" for item in line.items)


_OWN_CHANGE = (
    UP | DOWN | FACTORS_UP.keys() | FACTORS_DOWN.keys() | word_set("expected projected planned forecast target")
)


def _continued(line: Line, found: list[Claim], previous: Line) -> list[Claim]:
    """Return the claims of a sentence that begins with a change, which ends at the only value before it."""
    if line.low(0) in {"up", "down"} and line.low(1) == "from" and line.kind(2) == "q":
        direction = Direction.UP if line.low(0) == "up" else Direction.DOWN
        start = line.quantity(2)
        end = _only_value(previous, start)
        if end is not None:
            word = line.span_of(0, 0).of(line.text)
            return [Change(Span(end.span.start, start.span.end), "", direction, word, start=start, end=end), *found]
    place = _than(line) or _from(line)
    if place is not None and not any(isinstance(claim, Change) for claim in found):
        start = line.quantity(place)
        end = _only_value(previous, start)
        if end is not None and _are_of_one(end, start, line.words(2, place)):
            low = next(word for word in line.words(1, place) if word in _WAYS)
            direction = Direction.UP if low in UP | MORE else Direction.DOWN
            by = line.quantity(2) if line.items[2].kind == "q" else None
            span = Span(end.span.start, start.span.end)
            others = [claim for claim in found if not isinstance(claim, Comparison)]
            return [Change(span, "", direction, low, by, start=start, end=end), *others]
    match found:
        case [Change(by=Quantity(), start=None, end=Quantity() as end) as change, *rest] if _speaks_of(line):
            earlier = _only_value(previous, end)
            if earlier is not None and earlier.period is not None:
                return [replace(change, start=earlier, span=Span(earlier.span.start, change.span.end)), *rest]
        case [Change(by=Quantity() as by, end=None) as change, *rest] if _begins(line):
            like = change.start or next((quantity for quantity in (by, change.also) if _is_counted(quantity)), None)
            end = _only_value(previous, like) if like is not None and (change.start or change.also) else None
            if end is not None:
                return [replace(change, end=end, span=Span(end.span.start, change.span.end)), *rest]
    return found


_ARTICLES = frozenset({"a", "an"})
_HEAD = 6
"""Items of a sentence within which the change stands that it begins with: `This represents an overall increase …`."""


def _begins(line: Line) -> bool:
    """Return whether a sentence begins with a change: `A decrease of …`, `This was an increase of …`."""
    low = line.low(0)
    is_back = low in {"this", "that", "it", "which"} and line.low(1) in _BEING
    says = CHANGE_NOUNS | _MOVED if is_back else CHANGE_NOUNS
    return (low in _ARTICLES or is_back) and not says.isdisjoint(line.words(1, _HEAD))


_MOVED = MORE | LESS
_FIGURES = frozenset({"figure", "number", "total", "share", "proportion", "rate", "percentage"})


def _than(line: Line) -> int | None:
    """Return the index of the value that a sentence compares the one before with: `This is less than the 27.1 …`."""
    if line.low(0) not in {"this", "that", "it"} or line.low(1) not in _BEING:
        return None
    than = next((at for at in range(2, _HEAD) if line.low(at) == "than" and line.low(at - 1) in _MOVED), None)
    return _value_at(line, than + 1) if than is not None else None


def _from(line: Line) -> int | None:
    """Return the index of the value from which the one before is a change: `This is an increase from 183,030 …`."""
    if line.low(0) not in {"this", "that", "it"} or line.low(1) not in _BEING:
        return None
    noun = next((at for at in range(2, _HEAD) if line.low(at) in CHANGE_NOUNS), None)
    if noun is None or (line.low(noun + 1) in {"of", "by"}):
        return None
    base = next((at for at in range(noun + 1, noun + _HEAD) if line.low(at) in _FROM), len(line.items))
    base += line.low(base) == "compared"
    if any(item.kind == "q" for item in line.items[noun:base]):
        return None
    when = next((at for at in range(base, base + 2 * _HEAD) if line.words(at, 3) == ["when", "there", "were"]), None)
    return _value_at(line, base + 1 if when is None else when + 3)


def _value_at(line: Line, at: int) -> int | None:
    """Return the index of the number at an index, or behind an article or `last year's`."""
    at += line.low(at) == "the" or line.kind(at) == "p"
    return at if line.kind(at) == "q" else None


def _are_of_one(end: Quantity, start: Quantity, said: Sequence[str]) -> bool:
    """Return whether two values count the same, or a sentence says what the first does: `a rise in deaths from 71`."""
    is_named = not start.noun or not end.noun or head_of(end.noun) == head_of(start.noun)
    return is_named or head_of(end.noun) in said


_FROM = frozenset({"from", "on", "compared"})
_WAYS = MORE | LESS | CHANGE_NOUNS


def _speaks_of(line: Line) -> bool:
    """Return whether a sentence says what became of the number before: `By 2015, this figure had doubled to …`."""
    head = line.words(0, 2 * _HEAD)
    return any(one in {"this", "that"} and other in _FIGURES for one, other in pairwise(head))


def _is_counted(quantity: Quantity | None) -> bool:
    return quantity is not None and quantity.measure in SUMMED


def _only_value(previous: Line, like: Quantity) -> Quantity | None:
    """Return the only value of a line that is like another, and says no more of a further one."""
    likely = [at for at in previous.quantities if previous.items[at].depth == 0 and not is_nested(previous, at)]
    values = [previous.quantity(at) for at in likely if are_alike(previous.quantity(at), like)]
    named = [value for value in values if value.noun and head_of(value.noun) == head_of(like.noun)]
    found = named or values
    return found[0] if len(found) == 1 else None


def dated(claim: Claim, line: Line, before: Line | None) -> Claim:
    """Return a comparison with the year that opens the sentence before, where its own names none, and speaks of then.

    `In 2023, 6 cases were closed. Twelve persons were fined (compared with 105 in the period 2020–2022).`
    """
    if not isinstance(claim, Comparison) or claim.current.period is not None or before is None:
        return claim
    own = any((item.kind == "p" and item.depth == 0) or item.low in NOW for item in line.items)
    opening = next((item.period for item in before.items[:3] if item.kind == "p"), None)
    if own or opening is None or opening.kind is not PeriodKind.YEAR or any(item.low in NOW for item in before.items):
        return claim
    return replace(claim, current=replace(claim.current, period=opening))


_BEING = frozenset(
    {
        "is",
        "was",
        "represents",
        "represented",
        "means",
        "meant",
        "constitutes",
        "constituted",
        "marks",
        "marked",
        "shows",
    }
)
