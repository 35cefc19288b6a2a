"""Match units that stand in the same place of two reports: cells, notes and headings with few words in common.

Of units that say the same, one may be of another kind: a paragraph that was made an item of a list.
"""

from collections.abc import Sequence

from reportgen.word.align import Pairs
from reportgen.word.units import Unit

_PLACED = frozenset({"Cell", "Note", "Heading"})


def pair_in_place(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> None:
    """Match runs of units without a match that stand between the same two units, as many in one as in the other."""
    start = 0
    while start < len(built):
        end = start
        while end < len(built) and not pairs.has(end):
            end += 1
        if start < end:
            _pair_run(built, edited, pairs, (start, end))
        start = end + 1


def _pair_run(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, run: tuple[int, int]) -> None:
    start, end = run
    first = max(pairs.after[start - 1]) + 1 if start else 0
    last = min(pairs.after[end]) if end < len(built) else len(edited)
    here, there = range(start, end), range(first, last)
    if any(map(pairs.had, there)):
        return
    kinds = [built[one].kind for one in here], [edited[one].kind for one in there]
    texts = [built[one].words for one in here], [edited[one].words for one in there]
    if (kinds[0] == kinds[1] and _PLACED.issuperset(kinds[0])) or texts[0] == texts[1]:
        for one, other in zip(here, there, strict=True):
            pairs.add(one, other)
