"""Which parts of breakdowns in several files are the same part."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportgen.model.indicators import Part

PartName = tuple[str | None, str, int]
"""What the parts divide by, the label without regard to case and spacing, and its how-manieth part of that name."""


def name_parts(breakdowns: Sequence[Sequence[Part]]) -> list[list[PartName]]:
    """Return the name of each part, such that the same part has the same name in all breakdowns.

    A file that does not say what its parts divide by means the breakdown that another file names, if just one has
    its labels: `women` and `men` are those `by: sex`.

    Args:
        breakdowns: of one indicator, a file each.
    """
    meant = _meant_by_bare_parts(breakdowns)
    return [list(_names(parts, meant)) for parts in breakdowns]


def find_renamed(breakdowns: Sequence[Sequence[Part]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield breakdowns that two files give with the same parts, but not with the same word for what they divide by.

    Args:
        breakdowns: of one indicator, a file each.

    Yields:
        Of each of the two, the index of the file and of its first part.
    """
    named = [(file, by, labels) for file, parts in enumerate(breakdowns) for by, labels in _criteria(parts).items()]
    for place, (file, by, labels) in enumerate(named):
        for other_file, other_by, other_labels in named[place + 1 :]:
            if other_file != file and by and other_by and other_by != by and other_labels == labels:
                both = (_first(breakdowns[file], by), _first(breakdowns[other_file], other_by))
                yield (file, both[0]), (other_file, both[1])


def _names(parts: Sequence[Part], meant: str | None) -> Iterator[PartName]:
    seen: Counter[tuple[str | None, str]] = Counter()
    for part in parts:
        name = (part.by or meant, _folded(part))
        yield (*name, seen[name])
        seen[name] += 1


def _meant_by_bare_parts(breakdowns: Sequence[Sequence[Part]]) -> str | None:
    """Return the one criterion that the parts without one can belong to, or None."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    bare: set[str] = set()
    apart: set[str | None] = set()
    for parts in breakdowns:
        criteria = _criteria(parts)
        own = criteria.pop(None, set())
        bare |= own
        apart |= set(criteria) if own else set()
        for by, labels in criteria.items():
            if by is not None:
                named[by] |= labels
    fitting = [by for by, labels in named.items() if by not in apart and (bare <= labels or labels <= bare)]
    return fitting[0] if bare and len(fitting) == 1 else None


def _criteria(parts: Sequence[Part]) -> dict[str | None, set[str]]:
    """Return the labels of one file's parts by what they divide by."""
    found: defaultdict[str | None, set[str]] = defaultdict(set)
    for part in parts:
        found[part.by].add(_folded(part))
    return dict(found)


def _first(parts: Sequence[Part], by: str) -> int:
    return next(index for index, part in enumerate(parts) if part.by == by)


def _folded(part: Part) -> str:
    return " ".join(part.name.casefold().split())
