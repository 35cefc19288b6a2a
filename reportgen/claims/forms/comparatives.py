"""Read changes that a comparative says: `23.6 per cent fewer than in 2022 (609)`, `1.5 times higher than in 2020`."""

from reportgen.claims.forms.apposition import value_before
from reportgen.claims.forms.comparison import are_alike
from reportgen.claims.forms.draft import AMOUNTS, ChangeDraft
from reportgen.claims.forms.own_base import BASES, CLOSE
from reportgen.claims.line import Line
from reportgen.claims.model import Direction, Measure, Quantity
from reportgen.languages.en.lexicon import LESS, MORE

_ENDS = frozenset({"", ".", ";", ")", ":"})
_OPENINGS = frozenset({",", "–", "—", "(", "or", "is", "was"})
"""What a comparative at the end of its clause begins behind: `, 173 more`, `, that is 35 per cent fewer`."""


def from_comparative(line: Line, at: int) -> ChangeDraft | None:
    """Read `23.6 per cent fewer than …`, `2.5 times higher than …`, `12 more than …`."""
    low = line.low(at)
    before = line.items[at - 1].quantity if at else None
    if low == "as" and before is not None and before.measure is Measure.TIMES and line.low(at + 2) == "as":
        found = ChangeDraft(at, Direction.UP, before, last=at + 2, is_factor=True)
        take_compared(line, found)
        return found if found.start is not None else None
    if low == "as" and before is not None and before.measure is Measure.TIMES:
        return _as_many(line, at, before)
    if (low in MORE or low in LESS) and (both := _of_two_amounts(line, at)) is not None:
        return both
    if (low not in MORE and low not in LESS) or before is None or before.measure not in AMOUNTS - {Measure.FRACTION}:
        return None
    direction = Direction.UP if low in MORE else Direction.DOWN
    found = ChangeDraft(at, direction, before, last=at, is_factor=before.measure is Measure.TIMES)
    if line.low(at + 1) in _ENDS and line.low(at - 2) in _OPENINGS:
        return found
    if before.measure is Measure.COUNT and line.low(at + 1) != "than":
        return _of_two_brackets(line, at)
    place = next((place for place in range(at + 1, at + 5) if line.low(place) in {"than", "compared"}), None)
    if place is None:
        return None
    found.last = place
    take_compared(line, found)
    return found if found.start is not None else None


def _of_two_amounts(line: Line, at: int) -> ChangeDraft | None:
    """Read `413,200 offences, which is 4,700 (1.1 per cent) fewer than one year before`."""
    counted, share = at - 4, at - 2
    is_beside = counted > 0 and line.low(at - 1) == ")" and line.low(at - 3) == "("
    if not is_beside or line.items[counted].kind != "q" or line.items[share].kind != "q":
        return None
    by, also = line.quantity(counted), line.quantity(share)
    end = value_before(line, counted, by) if also.measure is Measure.PER_CENT else None
    if end is None or by.measure not in _VALUES:
        return None
    direction = Direction.UP if line.low(at) in MORE else Direction.DOWN
    return ChangeDraft(at, direction, by, also, end=end, last=at)


def _as_many(line: Line, at: int, by: Quantity) -> ChangeDraft | None:
    """Read `three times as many complaints (360) as in 2019 (120)`."""
    second = next((place for place in range(at + 2, at + CLOSE) if line.low(place) == "as"), None)
    if second is None or not _is_in_brackets(line, second - 2):
        return None
    start = next((place for place in line.quantities if place > second), None)
    if start is None or start > second + CLOSE or not _is_in_brackets(line, start):
        return None
    return ChangeDraft(at, Direction.UP, by, start=start, end=second - 2, last=start, is_factor=True)


def _is_in_brackets(line: Line, at: int) -> bool:
    """Return whether a number stands alone in brackets."""
    return line.kind(at) == "q" and line.low(at - 1) == "(" and line.low(at + 1) == ")"


def _of_two_brackets(line: Line, at: int) -> ChangeDraft | None:
    """Read `140 more offences in 2009 (2,150) than in 2008 (2,010)`."""
    beside = [place for place in line.quantities if at < place <= at + 2 * CLOSE and stands_beside(line, place)]
    if len(beside) != 2 or "than" not in line.words(beside[0], beside[1] - beside[0]):
        return None
    direction = Direction.UP if line.low(at) in MORE else Direction.DOWN
    return ChangeDraft(at, direction, line.quantity(at - 1), start=beside[1], end=beside[0], last=beside[1])


def stands_beside(line: Line, at: int) -> bool:
    """Return whether a number stands alone in the brackets behind its year."""
    is_alone = line.low(at - 1) == "(" and line.low(at + 1) == ")"
    return is_alone and at > 1 and line.items[at - 2].kind == "p"


_APART = 20
"""Of several numbers, one that is so many times larger or smaller than the earlier value is of another thing."""
_BACK = frozenset({"a", "an", "this", "that", "it", "which"})
"""Words that begin a sentence about the value of the one before."""
_VALUES = frozenset({Measure.COUNT, Measure.MONEY, Measure.RATE})
_SPAN = 8
"""Items between a base word and its value: `than in the first half of 2021 (360)`."""
_LONG = 14
"""The same where a clause says it: `than in 2020, when there were 400 of them`."""


def take_compared(line: Line, found: ChangeDraft) -> None:
    """Take the earlier value behind `than` or `compared with`, and the current one before the change."""
    if found.by is None:
        return
    earlier = value_compared(line, found, {Measure.PER_CENT} if found.by.measure is Measure.POINTS else _VALUES)
    if earlier is None:
        return
    then, is_then = line.quantity(earlier), _is_then(line, found.last, earlier)
    if then.period is None and not is_then:
        return
    depth = line.items[found.trigger].depth
    before = [at for at in reversed(line.quantities) if line.items[at].end <= found.by.span.start]
    # not a base in brackets: "up 24 per cent compared with 2013 (212,200), but 2 per cent fewer than in 2012 (270,600)"
    current = [at for at in before if line.items[at].depth <= depth and are_alike(line.quantity(at), then)]
    if is_then:
        current = [at for at in current if _are_of_same(line.quantity(at), then)]
    if len(current) > 1:  # "13,800 in the 27 member States, 20 per cent fewer than in 2018 (16,800)"
        size = then.value
        current = [at for at in current if size <= _APART * line.quantity(at).value <= _APART**2 * size] or current
    if current:
        found.start, found.end = earlier, current[0]
        found.reaches(earlier)
    elif not before and line.low(0) in _BACK and not (is_then and then.noun):
        found.start = earlier  # "A decrease of 6 per cent on 4,226": the sentence before says what it came to
        found.reaches(earlier)


def _is_then(line: Line, first: int, at: int) -> bool:
    """Return whether `when` alone says that a value is the earlier one: `from the year before, when 400 were known`."""
    words = line.words(first, at - first)
    return "when" in words and (line.quantity(at).period is None or "since" in words)


def _are_of_same(current: Quantity, then: Quantity) -> bool:
    """Return whether two values count the same: not the fires of `a fall of 70 since 2019, when it had 400 staff`."""
    return then.noun in {"", current.noun} or {current.noun, then.noun} <= {"people", "persons"}


def _is_since(line: Line, at: int) -> bool:
    """Return whether `since` names the time of the earlier value: `since August, when the figure stood at 577`."""
    return line.low(at) == "since" and line.items[at - 1].kind == "q" and "when" in line.words(at, _SPAN)


def _says_by_how_much(line: Line, at: int) -> bool:
    """Return whether a number says by how much: `(around 260 more permits)`, `40 on last year and 90 on 2019`."""
    is_second = line.low(at - 1) == "and" and line.low(at + 1) in BASES
    return is_second or line.low(at + 1) in MORE | LESS or line.low(at + 1) == "additional"


def value_compared(line: Line, found: ChangeDraft, measures: set[Measure] | frozenset[Measure]) -> int | None:
    """Return the index of the value behind the word that a change is compared by; None where none stands near."""
    places = range(found.last, len(line.items))
    base = next((at for at in places if line.low(at) in BASES | {";", ":"} or _is_since(line, at)), None)
    if base is None or line.low(base) in {";", ":"}:
        return None
    likely = [at for at in line.quantities if base < at <= base + _LONG and line.quantity(at).measure in measures]
    if not likely or _says_by_how_much(line, likely[0]):
        return None
    between = [item.low for item in line.items[base + 1 : likely[0]]]
    if between[-2:] == [",", "("]:  # "than in 2014, (25,033)"
        between = between[:-2]
    if "when" in between and between[between.index("when") - 1] == ",":  # "than in 2020, when there were 400"
        between.remove(",")
    elif likely[0] > base + _SPAN:
        return None
    return likely[0] if {",", ";", "by"}.isdisjoint(between) else None
