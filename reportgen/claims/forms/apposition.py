"""Find the values that a change in apposition speaks of.

`987 inquiries, a decrease from 1,025 in 2013`; `116 drivers, almost doubling the number charged in 2004 (60)`; `by 16
per cent (from 148 to 124) and delays by 23 per cent (from 19,692 to 15,141)`.
"""

from collections.abc import Iterator

from reportgen.claims.forms.comparison import are_alike, have_one_head, is_nested
from reportgen.claims.line import Line
from reportgen.claims.model import Measure, Quantity
from reportgen.languages.en.lexicon import AUXILIARIES, DOWN, UP
from reportgen.languages.words import word_set

_BACK = 7
"""Items between a change and the comma before it: `, which represents a sharp increase of 36 per cent`."""
_SPAN = 12
"""Items between `doubling` and the earlier value in brackets."""
_MARKS = frozenset({",", "–", "—", "("})
_STOPS = frozenset({";", ":", ".", "while", "whereas", "but"})
_VALUES = frozenset({Measure.COUNT, Measure.MONEY, Measure.RATE, Measure.PER_CENT})


def value_before(line: Line, trigger: int, start: Quantity) -> int | None:
    """Return the index of the value that a change in apposition came to; None where that is not clear.

    Args:
        line: the sentence.
        trigger: the index of the word of change.
        start: the earlier value; what it counts, where it says so, tells which value is meant.
    """
    mark = _mark_before(line, trigger)
    if mark is None or start.measure not in _VALUES:
        return None
    depth = line.items[trigger].depth - (line.low(mark) == "(")
    likely: list[int] = []
    for at in range(mark - 1, -1, -1):
        item = line.items[at]
        if item.depth == depth and (item.low in _STOPS or item.low in UP or item.low in DOWN):
            break
        if item.kind == "q" and item.depth == depth and are_alike(line.quantity(at), start) and not is_nested(line, at):
            likely.append(at)
    named = [at for at in likely if start.noun and have_one_head(line.quantity(at).noun, start.noun)]
    if named:
        return named[0]
    is_one = len(likely) == 1 and (not start.noun or not line.quantity(likely[0]).noun or _is_same(line, mark, start))
    return likely[0] if is_one else None


_SAYING = word_set("indicating representing marking showing reflecting constituting registering meaning")
"""`…, representing a drop of 14 per cent`; `_SAME_BEFORE` are the beginnings without a verb: `…, a drop of`."""
_NEARLY = word_set("roughly about nearly almost approximately some only just again")
"""Words before these: `…, roughly a quarter less`."""
_SAME_BEFORE = word_set("a an which that this")


def _is_same(line: Line, mark: int, start: Quantity) -> bool:
    """Return whether an apposition calls the number before it by another name.

    `550 murders, a drop of 14 per cent from the 638 killings of 2011`: only the time tells the two apart.
    """
    at = mark + 1 + (line.low(mark + 1) in _NEARLY)
    is_apposition = line.low(at) in _SAME_BEFORE or line.low(at) in _SAYING
    return is_apposition and start.period is not None


def _mark_before(line: Line, trigger: int) -> int | None:
    """Return the index of the comma or dash that an apposition begins with: only words and its amount lie between."""
    for at in range(trigger - 1, max(trigger - _BACK, 0), -1):
        item = line.items[at]
        if item.low in _MARKS:
            return at
        is_amount = item.kind == "q" and line.quantity(at).measure in {Measure.PER_CENT, Measure.FRACTION}
        if not is_amount and item.kind != "w":
            return None
    return None


def value_of_number(line: Line, trigger: int) -> int | None:
    """Return the index of the earlier value behind `doubling`: `the number charged in 2004 (39)`, `the 39 of 2004`."""
    depth = line.items[trigger].depth
    for at in range(trigger + 1, min(trigger + _SPAN, len(line.items))):
        item = line.items[at]
        if item.depth == depth and item.kind == "m" and item.low in _STOPS | {","}:
            return None
        if item.kind == "q":
            is_behind_period = line.low(at - 1) == "(" and line.low(at + 1) == ")" and line.items[at - 2].kind == "p"
            is_object = item.depth == depth and line.low(at - 1) in {"the", "from"} and at <= trigger + 2
            return at if is_behind_period or is_object else None
    return None


def gapped(line: Line, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Yield further changes that leave their verb out, as indexes of amount, earlier and later value.

    Args:
        line: the sentence.
        first: the index of the verb.
        last: the index behind which the first change ends.
    """
    depth = line.items[first].depth
    for by in (
        at for at in line.quantities if at > last and line.low(at - 1) == "by" and line.items[at].depth == depth
    ):
        between = line.items[last + 1 : by - 1]
        is_new = any(
            item.low in UP | DOWN | AUXILIARIES or item.low in _STOPS for item in between if item.depth == depth
        )
        if is_new:
            return
        ends = [at for at in line.quantities if by < at <= by + _BACK + 2][:2]
        is_said = len(ends) == 2 and line.low(ends[0] - 1) == "from" and line.low(ends[1] - 1) == "to"
        if is_said and are_alike(line.quantity(ends[0]), line.quantity(ends[1])):
            yield by, ends[0], ends[1]
            last = ends[1]
