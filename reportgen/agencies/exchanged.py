"""Entries that changed places: a column that was sorted by itself, or cells that were moved, in a later workbook.

Every number is one that the agency has sent before, so that nothing looks odd, and each stands for something else.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.agencies.item_words import item_title, labels_of, value_words
from reportgen.agencies.weighing import ItemVerdict, Sides, Weighed
from reportgen.diagnostics import Diagnostic, count_of, diagnose
from reportgen.limits import SUGGESTIONS
from reportgen.model import Observation
from reportgen.model.cell_words import same_name
from reportgen.model.items import ItemKey, Value, path_of
from reportgen.project import ReadSubmission

_TELLING = 10
"""Smaller figures are the same by chance: 3 and 4 women become 4 and 3."""


def find_exchanged(weighed: Weighed, sides: Sides, new: ReadSubmission) -> Iterator[Diagnostic]:
    """Say of which entries a file has those of others: labels of rows, figures of a year, or figures of a row.

    Args:
        weighed: what became of each item. One that contradicts what is in force is told by itself; one that contradicts
            what the last cycle said is not.
        sides: their values.
        new: the file.
    """
    lines: defaultdict[tuple[object, ...], list[ItemKey]] = defaultdict(list)
    for item in weighed.of(ItemVerdict.CORRECTED, ItemVerdict.CONFLICT):
        if weighed.verdicts[item] is ItemVerdict.CONFLICT and item in sides.in_force:
            continue
        if item.field == "label" and item.part is None:
            lines["label",].append(item)
        elif item.kind == "figure":
            lines["year", item.period].append(item)
            lines["row", item.indicator, item.part, item.by].append(item)
    for line in lines.values():
        moved = _find_moved(line, sides)
        if moved and new.submission:
            yield _diagnose_line(moved, sides, new)


def _find_moved(line: Sequence[ItemKey], sides: Sides) -> list[tuple[ItemKey, ItemKey]]:
    """Return the items that have what others of the line had, which have something else now, with these."""
    now, was = ({key: _comparable(of(key)) for key in line} for of in (sides.new.get, sides.base_of))
    changed = [key for key in line if now[key] != was[key]]
    owners = {was[key]: key for key in changed}
    moved = [(key, owners[now[key]]) for key in changed if now[key] in owners and now[key] is not None]
    figures = [now[one] for one, _ in moved if one.kind == "figure"]
    is_telling = any(isinstance(figure, Decimal) and abs(figure) >= _TELLING for figure in figures)
    return moved if not figures or (len(figures) > 1 and is_telling) else []


def _comparable(value: Value) -> object:
    return value.value if isinstance(value, Observation) else same_name(value or "")


def _diagnose_line(moved: Sequence[tuple[ItemKey, ItemKey]], sides: Sides, new: ReadSubmission) -> Diagnostic:
    """Return the diagnostic of a line, at the first of its entries."""
    labels = labels_of(new.submission) if moved[0][0].kind == "figure" else {}
    titles = [item_title(one, labels) for one, _ in moved]
    words = [value_words(one, sides.new[one]) for one, _ in moved]
    path = path_of(new.submission, moved[0][0]) if new.submission else None
    return diagnose(
        "RG774",
        new.places.find(path) if path else None,
        notes=tuple(f"{title}: {word}" for title, word in zip(titles[1:SUGGESTIONS], words[1:], strict=False)),
        item=titles[0],
        new=words[0],
        other=item_title(moved[0][1], labels),
        cells=count_of(len(moved), "cell"),
        agency=new.agency or "",
    )
