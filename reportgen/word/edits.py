"""Find what was done to each unit of a report, with a word diff that people can read."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from reportgen.claims.differences import diff
from reportgen.word.align import Pairs, moved
from reportgen.word.result import Edit, EditKind
from reportgen.word.units import Unit

_BEGINNING = 90
"""Characters of a text that is only named."""


class Group(Struct, frozen=True):
    """Units that belong together: one and one, or the parts of a split or a merger."""

    built: tuple[int, ...]
    edited: tuple[int, ...]


def groups(pairs: Pairs, built: Sequence[Unit]) -> Iterator[Group]:
    """Yield the matched units, each group once, in the order of the built report."""
    seen: set[int] = set()
    for place in range(len(built)):
        if place in seen or not pairs.has(place):
            continue
        left, right = {place}, set(pairs.after[place])
        if len(right) == 1 and pairs.before[pairs.after[place][0]] == [place]:  # as nearly all
            yield Group((place,), tuple(right))
            continue
        for _ in range(3):  # a paragraph may be split, and a half of it merged with the next
            left |= {one for now in right for one in pairs.before[now]}
            right |= {now for one in left for now in pairs.after[one]}
        seen |= left
        yield Group(tuple(sorted(left)), tuple(sorted(right)))


def find_edits(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> Iterator[Edit]:
    """Yield what was done to each unit: in the order of the edited report, what was deleted at the end.

    Args:
        built: units of the report as it was built.
        edited: units of the report as it came back.
        pairs: which of them belong together.
    """
    elsewhere = moved(pairs, built)
    found: list[tuple[int, Edit]] = []
    for group in groups(pairs, built):
        found += [(group.edited[0], edit) for edit in _of_group(group, built, edited, elsewhere)]
    found += [
        (place, Edit(EditKind.ADDED, unit.where, "", beginning(unit.words)))
        for place, unit in enumerate(edited)
        if not pairs.had(place)
    ]
    yield from (edit for _, edit in sorted(found, key=lambda one: one[0]))
    for place, unit in enumerate(built):
        if not pairs.has(place) and unit.words:
            yield Edit(EditKind.DELETED, unit.where, unit.where, beginning(unit.words))


def _of_group(group: Group, built: Sequence[Unit], edited: Sequence[Unit], elsewhere: frozenset[int]) -> Iterator[Edit]:
    old = [built[place] for place in group.built]
    new = [edited[place] for place in group.edited]
    kind = EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED if len(old) > len(new) else EditKind.EDITED
    is_edited = kind is not EditKind.EDITED or not are_same(old, new)
    is_elsewhere = not elsewhere.isdisjoint(group.built)
    if not is_edited and not is_elsewhere:  # as nearly all
        return
    was = " and ".join(dict.fromkeys(unit.where for unit in old))
    now = " and ".join(dict.fromkeys(unit.where for unit in new))
    if is_edited:
        before, after = (" ".join(unit.words for unit in units) for units in (old, new))
        yield Edit(kind, now, was, diff(before, after))
    if is_elsewhere:
        yield Edit(EditKind.MOVED, now, was, beginning(new[0].words))


def are_same(old: Sequence[Unit], new: Sequence[Unit]) -> bool:
    """Return whether units print the same, but for numbers that Word puts in; a field may have become its text."""
    is_masked = [unit.masked for unit in old] == [unit.masked for unit in new]
    return is_masked or [unit.words for unit in old] == [unit.words for unit in new]


def beginning(text: str) -> str:
    """Return the beginning of a text."""
    return text if len(text) <= _BEGINNING else f"{text[: _BEGINNING - 1].rstrip()}…"
