"""Read totals and parts that each stand beside another in brackets.

`1,053 (1,224) drivers, including 460 (536) in offices and 603 (688) in depots`: two lists in one. Where the parts of
one add up, those of the other are all as well.
"""

from collections.abc import Iterator

from reportgen.claims.forms.comparison import are_alike
from reportgen.claims.line import Line
from reportgen.claims.model import ListForm, StatedPart, Total

_LEAST = 3
"""A total and two parts."""
_JOINTS = frozenset({",", "and", ";", "including", ":", "of"})


def read_paired(line: Line) -> Iterator[Total]:
    """Yield both totals of a list in pairs, of which one at least is the sum of its parts."""
    pairs = [(at, at + 2) for at in line.quantities if _is_pair(line, at)]
    if len(pairs) < _LEAST or not all(map(_is_joined, [line] * len(pairs), pairs, pairs[1:])):
        return
    columns = [[line.quantity(pair[side]) for pair in pairs] for side in (0, 1)]
    if not any(whole.value == sum(part.value for part in parts) for whole, *parts in columns):
        return
    span = line.span_of(pairs[0][0], min(pairs[-1][1] + 1, len(line.items) - 1))
    for whole, *parts in columns:
        made = tuple(
            StatedPart(part, part.phrase or other.phrase) for part, other in zip(parts, columns[1][1:], strict=True)
        )
        yield Total(span, whole.phrase or columns[1][0].phrase, whole, made, ListForm.INCLUDING, is_exhaustive=True)


def _is_pair(line: Line, at: int) -> bool:
    """Return whether a bare number stands alone in brackets right behind another: `460 (536)`."""
    is_alone = line.low(at + 1) == "(" and line.low(at + 3) == ")" and line.items[at + 2].kind == "q"
    return is_alone and not line.quantity(at).noun and are_alike(line.quantity(at), line.quantity(at + 2))


def _is_joined(line: Line, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether two pairs stand in one list: no other number lies between, but a word or mark that joins them."""
    between = line.items[one[1] + 2 : other[0]]
    return not any(item.kind == "q" for item in between) and any(item.low in _JOINTS for item in between)
