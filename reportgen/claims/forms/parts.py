"""Read parts in a row.

Parts are separated by semicolons where there are any, else by commas and "and". A part begins with its number (`27
persons aged 26–35 years`), or has it behind a short label (`in 5 cases, incised wounds`; `Northern Region – 12`).
"""

from collections.abc import Iterator
from itertools import pairwise

from reportgen.claims.forms.comparison import is_nested
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.line import Line
from reportgen.claims.model import ListForm, Measure, Quantity, StatedPart, Total
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import AUXILIARIES
from reportgen.languages.words import word_set

_SHORT, _LONG = 3, 10
"""Words that may stand before the number of a part: between commas, and between semicolons."""
_SUMMED = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT})
_NOT_BEFORE = word_set("including aged under over article than which whom from compared by after within")
"""Words before a number that is no part of the list: `aged 14`, `compared with 12`, `article 146`."""


def read_parts(line: Line, first: int, last: int, depth: int, *, is_fine: bool = True) -> list[tuple[int, StatedPart]]:
    """Return the parts between two indexes at a depth, each with the index of its number.

    Args:
        line: the sentence.
        first: the index of the first item of the list.
        last: the index behind its last item.
        depth: within how many brackets the list stands.
        is_fine: whether commas between semicolons may part things as well.
    """
    pieces = _pieces(line, first, last, depth, is_fine=is_fine)
    places = ((start, end, _number(line, start, end, depth, is_long=is_long)) for start, end, is_long in pieces)
    numbered = [(start, end, at) for start, end, at in places if at is not None]
    parts: list[tuple[int, StatedPart]] = []
    for place, (start, end, at) in enumerate(numbered):
        quantity = line.quantity(at)
        if quantity.measure is line.quantity(numbered[0][2]).measure and quantity.upper is None:
            until = numbered[place + 1][0] if place + 1 < len(numbered) else end
            parts.append((at, StatedPart(quantity, _label(line, start, at, until), _each(line, at, last))))
    return parts


def _pieces(line: Line, first: int, last: int, depth: int, *, is_fine: bool) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches between separators, and whether those are semicolons."""
    if not any(item.low == ";" and item.depth == depth for item in line.items[first:last]):
        yield from ((*piece, False) for piece in _between(line, first, last, depth, _SEPARATORS))
        return
    for start, end in _between(line, first, last, depth, _SEMICOLON):
        finer = _finer(line, start, end, depth) if is_fine else [(start, end)]
        yield from ((*piece, True) for piece in finer)


def _between(line: Line, first: int, last: int, depth: int, marks: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between marks at a depth that are not empty."""
    items = line.items[first:last]
    places = [at for at, item in enumerate(items, first) if item.low in marks and item.depth == depth]
    for one, other in pairwise([first - 1, *places, last]):
        if other > one + 1:
            yield one + 1, other


def _finer(line: Line, first: int, last: int, depth: int) -> list[tuple[int, int]]:
    """Return the pieces of one between semicolons: `fees (60), repairs (40) and work (50)` are three.

    It is one where a piece is not a label with its number in brackets, or a number with its noun.
    """
    for marks in _FINER:
        pieces = list(_between(line, first, last, depth, marks))
        numbers = [_number(line, start, end, depth, is_long=True) for start, end in pieces]
        if all(at is not None and not is_nested(line, at) for at in numbers):
            return pieces
    return [(first, last)]


_SEPARATORS = frozenset({",", "and", "while", "plus"})
_SEMICOLON = frozenset({";"})
_FINER = (frozenset({",", "and"}), frozenset({","}))


def _number(line: Line, start: int, end: int, depth: int, *, is_long: bool) -> int | None:
    """Return the index of the number that a piece begins with, or has behind its label."""
    for at in range(start, end):
        item = line.items[at]
        if item.depth == depth and item.kind == "q":
            quantity = line.quantity(at)
            if quantity.measure not in _SUMMED or (at > start and line.low(at - 1) in _NOT_BEFORE):
                return None
            before = line.words(start, at - start)
            before = before[2:] if before[:1] == ["there"] else before  # "and there are 314 in other posts"
            if not is_long and any(word in AUXILIARIES or word.endswith("ed") for word in before):
                return None  # "and led to 334 investigations"
            return at if at - start <= (_LONG if is_long else _SHORT) else None
    return _labelled(line, start, end, depth)


def _labelled(line: Line, start: int, end: int, depth: int) -> int | None:
    """Return the number in brackets behind a label that has none: `Northern Region (12)`."""
    for at in range(start, end - 2):
        if line.low(at) == "(" and line.items[at].depth == depth + 1:
            closing = line.close.get(at, end)
            is_one = line.items[at + 1].kind == "q" and closing <= at + 3
            if is_one or line.low(closing + 1) != "(":  # "domestic (not intimate) (13)"
                return at + 1 if is_one and line.quantity(at + 1).measure in _SUMMED else None
    return None


def _label(line: Line, start: int, at: int, end: int) -> str:
    """Return what tells a part from the others: its period, the words behind its number, or those before it."""
    quantity = line.quantity(at)
    has_period = any(item.kind == "p" for item in line.items[at:end])
    if quantity.period is not None and quantity.phrase in {"", quantity.noun} and has_period:
        return quantity.period.text
    return _text(line, at + 1, end) or _text(line, start, at)


_NOT_LAST = frozenset({",", ";", "and", "plus", "while", ".", ":", "in", "–", "—"})


def _text(line: Line, first: int, last: int) -> str:
    """Return the words between two indexes, up to a bracket, without what joins them to others."""
    end = next((at for at in range(first, last) if line.low(at) in {"(", ")"}), last)
    while end > first and line.low(end - 1) in _NOT_LAST:
        end -= 1
    while end > first and line.low(first) in _NOT_LAST:
        first += 1
    return line.text[line.items[first].start : line.items[end - 1].end] if end > first else ""


def _each(line: Line, at: int, last: int) -> tuple[int, int]:
    """Return how often a part counts: `1 complaint each of X, Y, and Z and W` counts three or four times.

    In brackets it counts for the names before them: twice in `X (7) and Y and Z (5 each)`.
    """
    if line.low(at - 1) == "(" and line.low(at + 1) == "each":
        names = line.items[max((place for place in range(at - 1) if line.low(place) == ")"), default=0) : at - 1]
        joints = sum(item.low in {",", "and"} for item in names)
        return (2, max(joints, 2) + 1)
    if not any(line.low(place) == "each" for place in range(at + 1, min(at + 4, last))):
        return (1, 1)
    sure = maybe = 1
    for place in range(at + 1, last):
        low = line.low(place)
        if low == ",":
            sure, maybe = sure + 1, maybe + 1
        elif low == "and" and line.low(place - 1) != ",":
            maybe += 1
        elif line.items[place].kind == "q" or low in {";", ":"}:
            break
    return (sure, maybe)


# ---- totals -----------------------------------------------------------------------------------------------------


def made_total(
    line: Line,
    total: int | Quantity | None,
    parts: list[tuple[int, StatedPart]],
    form: ListForm,
    *,
    is_exhaustive: bool,
) -> Total:
    """Return a total with its parts.

    Args:
        line: the sentence in which the parts stand.
        total: the index of the total in it, or the total of the sentence before; None where it stands elsewhere.
        parts: each with the index of its number.
        form: how the parts are given.
        is_exhaustive: whether they are said to be all.
    """
    places = [at for at, _ in parts]
    first, last = min(places), max(places)
    if isinstance(total, int):
        first, last = min(first, total), max(last, total)
        subject = subject_of(line, total)
    else:
        subject = total.phrase or total.noun if total else ""
    quantity = line.quantity(total) if isinstance(total, int) else total
    span = Span(line.items[first].start, max(line.items[last].end, *(_end(line, part) for _, part in parts)))
    return Total(span, subject, quantity, tuple(part for _, part in parts), form, is_exhaustive)


_JOINT = 12
"""Characters that may stand between a number and the words of its part: ` and, in `."""


def _end(line: Line, part: StatedPart) -> int:
    """Return where the words of a part end that stand behind its number, or behind a word such as `in` after it."""
    end = part.quantity.span.end
    found = line.text.find(part.label, end, end + _JOINT + len(part.label)) if part.label else -1
    is_behind = found >= 0 and set(line.text[end:found].split()) <= _NOT_LAST
    return found + len(part.label) if is_behind else end
