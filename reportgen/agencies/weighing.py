"""What a file that is not the first of its sender changes, item by item.

For each item: B, what the workbook was filled from; F, what is in force; N, what the new file says.

| case | result |
| --- | --- |
| N says nothing: its cell is empty, or as it was filled | F stays |
| N = F | the same |
| F empty, and B empty or unknown | N is added |
| F = B, and N differs | N, an ordinary correction |
| in B, emptied in N | a removal |
| a figure in F, in N only another status or note, beside an empty cell | a remark, which waits for its figure |
| anything else, also no known B and N ≠ F | a conflict |
| the file is older than what is in force | every difference is a conflict |
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from reportgen.model.items import ItemKey, Items, Value, is_emptied, remarks_of, same


class ItemVerdict(StrEnum):
    """What becomes of one item."""

    SAME = "same"
    REPEATED = "repeated"
    """The file holds it only because it was filled so; what is in force stays."""
    ADDED = "added"
    CORRECTED = "corrected"
    REMOVED = "removed"
    CONFLICT = "conflict"
    REMARK = "remark"
    """A status or a note without a figure, where a figure is in force that has another one."""


class Weighed(Struct, frozen=True):
    """All items of a new file, and those that it takes out."""

    verdicts: Mapping[ItemKey, ItemVerdict] = {}

    def of(self, *verdicts: ItemVerdict) -> list[ItemKey]:
        """Return the items with these verdicts, in their order."""
        return [item for item, verdict in self.verdicts.items() if verdict in verdicts]

    @property
    def repeats(self) -> frozenset[ItemKey]:
        """The items that the new file holds and does not say."""
        return frozenset(self.of(ItemVerdict.REPEATED))


class Sides(Struct, frozen=True):
    """The three sides of the comparison."""

    new: Items
    in_force: Items
    filled_from: Items | None = None
    """None: nobody knows."""
    last_cycle: Items = {}
    """What the last cycle said, with which workbooks are filled as well."""

    def base_of(self, item: ItemKey) -> Value | None:
        """Return what stood in the workbook when it went out; None: nothing, or nobody knows."""
        if self.filled_from is None:
            return None
        return self.filled_from.get(item, self.last_cycle.get(item))


def weigh(sides: Sides, *, is_older: bool = False) -> Weighed:
    """Decide about each item.

    Args:
        sides: what is compared.
        is_older: whether the new file is older than what is in force.
    """
    beside = {item for item, value in sides.new.items() if is_emptied(value) and _had_figure(sides, item)}
    stated = {item: value for item, value in sides.new.items() if item not in beside}
    verdicts = {item: _verdict(sides, item, value, is_older=is_older) for item, value in stated.items()}
    gone = dict.fromkeys(_gone(sides, stated), ItemVerdict.REMOVED)
    remarks = (item for item in sides.new if item in beside - gone.keys() and _is_remark(sides, item))
    return Weighed({**verdicts, **gone, **dict.fromkeys(remarks, ItemVerdict.REMARK)})


def _had_figure(sides: Sides, item: ItemKey) -> bool:
    """Return whether a figure is in force, or stood in the workbook, of which a file has only a status or a note."""
    known = (sides.in_force.get(item), sides.base_of(item))
    return any(value is not None and not is_emptied(value) for value in known)


def _is_remark(sides: Sides, item: ItemKey) -> bool:
    """Return whether a status or a note says something of a figure in force: it is not its own, nor an old one."""
    if item not in sides.in_force:
        return False
    return remarks_of(sides.new[item]) not in {remarks_of(sides.in_force[item]), remarks_of(sides.base_of(item))}


def _verdict(sides: Sides, item: ItemKey, new: Value, *, is_older: bool) -> ItemVerdict:
    """Return the verdict on an item that the new file says."""
    old, base = sides.in_force.get(item), sides.base_of(item)
    if same(item, new, old):
        return ItemVerdict.SAME
    if base is not None and same(item, new, base):
        was_of_this_cycle = sides.filled_from is not None and item in sides.filled_from
        return ItemVerdict.REPEATED if old is not None or was_of_this_cycle else ItemVerdict.ADDED
    if is_older:
        return ItemVerdict.CONFLICT
    adds_to = old is None or (is_emptied(old) and remarks_of(new) == remarks_of(old))
    if adds_to and base is None:
        return ItemVerdict.ADDED
    is_known = sides.filled_from is not None
    return ItemVerdict.CORRECTED if is_known and same(item, base, old) else ItemVerdict.CONFLICT


def _gone(sides: Sides, stated: Items) -> Iterator[ItemKey]:
    """Yield items in force that the workbook had and are empty now; answers are kept beside workbooks, and stay."""
    emptied = [
        item
        for item, old in sides.in_force.items()
        if item not in stated
        and item.kind != "answer"
        and not (item.kind == "nothing" and ItemKey(kind="reply", issue=item.issue) in stated)
        and (base := sides.base_of(item)) is not None
        and not (same(item, None, old) or same(item, None, base))
        and not (item in sides.new and is_emptied(base))  # a remark without a figure, as it was filled
    ]
    rows = {(item.indicator, item.part) for item in stated}
    figures = {(item.indicator, item.part) for item in emptied if item.kind == "figure"}
    for item in emptied:
        row = (item.indicator, item.part)
        if item.kind != "field" or row in rows or row not in figures:
            yield item
