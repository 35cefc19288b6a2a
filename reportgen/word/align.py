"""Match the units of the edited report with those of the built one: by bookmarks, then by equal text, then by likeness.

Word keeps a bookmark when a paragraph is moved; a paragraph that is split carries it in both halves, and two that are
merged carry both. What has no bookmark, or lost it, is matched by its text. Nothing is matched twice but by a split or
a merger.

Between two builds, a bookmark says where a paragraph stands, not which it is: where one was added to a reply,
`justice_2_2` is another paragraph. There, equal texts come first, and a bookmark counts only for texts that are akin.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import pairwise

from msgspec import Struct, field

from reportgen.limits import COMPARED_WORDS
from reportgen.word.units import Unit

_LIKE = 0.55
"""Two texts of which more than half of the words stand in the same order are one text, edited."""
_AKIN = 0.4
"""Texts with one bookmark of which so many words stand in the same order are one text, much edited."""
_GAIN = 0.05
"""How much better a text must fit together with its neighbour to be a half of it."""
_COMPARED = 400
"""Units without a match that are compared each with each; more would be another report."""

_KNOWN = 0.2
"""The share of a report's figures, or of its texts, that must be found again in an edited one: two reports may each
have an indicator of the same name."""
_RENAMED = 0.5
"""The same share where the edited document has another symbol on its first page."""


class Pairs(Struct):
    """Which units belong together."""

    after: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The edited units of each built one, by their places."""
    before: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The built units of each edited one."""

    def add(self, built: int, edited: int) -> None:
        """Match two units."""
        if edited not in self.after[built]:
            self.after[built].append(edited)
            self.before[edited].append(built)

    def has(self, built: int) -> bool:
        """Return whether a built unit is matched."""
        return bool(self.after.get(built))

    def had(self, edited: int) -> bool:
        """Return whether an edited unit is matched."""
        return bool(self.before.get(edited))


def align(built: Sequence[Unit], edited: Sequence[Unit]) -> Pairs:
    """Return the matches of a built report and the same file, edited."""
    pairs = Pairs()
    _by_keys(built, edited, pairs)
    _by_figures(built, edited, pairs, _are_cells)  # figures that were typed over each other are no cells that moved
    _by_order(built, edited, pairs)
    _by_text(built, edited, pairs)
    _by_figures(built, edited, pairs)
    _by_likeness(built, edited, pairs)
    _by_halves(built, edited, pairs)
    return pairs


def align_versions(old: Sequence[Unit], new: Sequence[Unit]) -> Pairs:
    """Return the matches of two versions of a report, each of which may have been built by itself."""
    pairs = Pairs()
    _by_order(old, new, pairs)
    _by_text(old, new, pairs)
    _by_figures(old, new, pairs, _are_cells)
    _by_likeness(old, new, pairs)
    _by_figures(old, new, pairs, _are_akin)
    _by_keys(old, new, pairs, _are_akin)
    _by_halves(old, new, pairs)
    return pairs


def join_pairs(one: Pairs, other: Pairs, first: Sequence[Unit], second: Sequence[Unit]) -> Pairs:
    """Return the matches of two reports that were both matched with a third; what is new in both is matched by text.

    Args:
        one: the matches of the third report and the first.
        other: those of the third and the second.
        first: the units of the first report.
        second: those of the second.
    """
    pairs = Pairs()
    for place, firsts in one.after.items():
        for now in other.after.get(place, ()):
            for then in firsts:
                pairs.add(then, now)
    for match in (_by_order, _by_text, _by_likeness):
        match(first, second, pairs)
    return pairs


def is_same_report(old: Sequence[Unit], new: Sequence[Unit], pairs: Pairs, symbols: AbstractSet[str]) -> bool:
    """Return whether enough of a report is found again in another file: bookmarks of its figures, or its texts.

    Args:
        old: the units of the report.
        new: those of the other file.
        pairs: which of them belong together.
        symbols: what stands on the first pages; where two symbols do, more must be found.
    """
    known = _KNOWN if len(symbols - {""}) < 2 else _RENAMED
    names = {span.name for unit in old for span in unit.figures}
    if len(names & {span.name for unit in new for span in unit.figures}) > known * len(names):
        return True
    long = [place for place, unit in enumerate(old) if len(unit.words) > 40]  # no formula of all reports
    same = sum(any(new[now].masked == old[place].masked for now in pairs.after.get(place, ())) for place in long)
    return same > known * max(1, len(long))


def shared_texts(one: Sequence[Unit], other: Sequence[Unit]) -> float:
    """Return how much of two documents is the same, from 0 to 1, by whole paragraphs and cells."""
    first, second = (Counter(unit.masked for unit in units) for units in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def moved(pairs: Pairs, built: Sequence[Unit]) -> frozenset[int]:
    """Return the built units that stand elsewhere now: all but the longest run of those that kept their order."""
    order = [(place, min(pairs.after[place])) for place in range(len(built)) if pairs.has(place)]
    if all(one[1] < other[1] for one, other in pairwise(order)):  # as in most reports
        return frozenset()
    kept = set(longest_run([now for _, now in order]))
    stayed = {order[index][1] for index in kept}
    return frozenset(place for index, (place, now) in enumerate(order) if index not in kept and now not in stayed)


def longest_run(numbers: Sequence[int], weights: Sequence[int] | None = None) -> list[int]:
    """Return the indices, from the last to the first, of the run of numbers that grows and weighs most.

    Args:
        numbers: equal ones do not grow.
        weights: of each number; None: all weigh the same, and the longest run is found.
    """
    ranks = {number: rank for rank, number in enumerate(sorted(numbers), 1)}
    heaviest = [(0, -1)] * (len(numbers) + 1)  # a Fenwick tree of (weight, last index) over the ranks
    back: list[int] = []
    whole = (0, -1)
    for index, number in enumerate(numbers):
        before, spot = (0, -1), ranks[number] - 1
        while spot:
            before, spot = max(before, heaviest[spot]), spot & (spot - 1)
        here = (before[0] + (weights[index] if weights else 1), index)
        back.append(before[1])
        whole, spot = max(whole, here), ranks[number]
        while spot < len(heaviest):
            heaviest[spot], spot = max(heaviest[spot], here), spot + (spot & -spot)
    kept, index = [], whole[1]
    while index >= 0:
        kept.append(index)
        index = back[index]
    return kept


def likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, from 0 to 1, by their words."""
    first, second = one.split()[:COMPARED_WORDS], other.split()[:COMPARED_WORDS]
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def equal_places(old: Sequence[object], new: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield where what two sequences share, in the same order, stands in each of them."""
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from ((match.a + step, match.b + step) for step in range(match.size))


_Fits = Callable[[Unit, Unit], bool]
"""Whether two units can be one."""


def _may_match(one: Unit, other: Unit) -> bool:
    """Return whether two units can be one: notes and cells never are paragraphs, though they may share a bookmark."""
    return one.kind == other.kind or not {one.kind, other.kind} & {"Note", "Cell"}


def _are_cells(one: Unit, other: Unit) -> bool:
    return one.kind == other.kind == "Cell"


def _are_akin(one: Unit, other: Unit) -> bool:
    return _may_match(one, other) and likeness(one.words, other.words) >= _AKIN


def _by_keys(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, fits: _Fits | None = None) -> None:
    """Pair units in which the same bookmark stands.

    Args:
        built: units of the built report.
        edited: those of the edited one.
        pairs: what is matched so far.
        fits: where a bookmark is no proof: which units can be one, where both are not matched; None: it is a proof.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for place, unit in enumerate(edited):
        for key in unit.keys:
            places[key].append(place)
    for place, unit in enumerate(built):
        for now in (now for key in sorted(unit.keys) for now in places.get(key, ())):
            is_free = not pairs.has(place) and not pairs.had(now)
            if _may_match(unit, edited[now]) if fits is None else is_free and fits(unit, edited[now]):
                pairs.add(place, now)


def _by_order(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> None:
    """Pair equal texts in the same order."""
    left = [place for place in range(len(built)) if not pairs.has(place)]
    right = [place for place in range(len(edited)) if not pairs.had(place)]
    for old, new in equal_places([_text(built[p]) for p in left], [_text(edited[p]) for p in right]):
        pairs.add(left[old], right[new])


def _by_text(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> None:
    """Pair equal texts that stand elsewhere."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, unit in enumerate(edited):
        if not pairs.had(place):
            places[_text(unit)].append(place)
    for place, unit in enumerate(built):
        if not pairs.has(place) and (found := places.get(_text(unit))):
            pairs.add(place, found.pop(0))


def _by_figures(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, fits: _Fits = _may_match) -> None:
    """Pair units in which the bookmarks of the same figures stand."""
    places = {span.name: place for place, unit in enumerate(edited) for span in unit.figures}
    for place, unit in enumerate(built):
        for now in (places[span.name] for span in unit.figures if span.name in places):
            if not pairs.has(place) and not pairs.had(now) and fits(unit, edited[now]):
                pairs.add(place, now)


def _by_likeness(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> None:
    left = [place for place in range(len(built)) if not pairs.has(place)][:_COMPARED]
    right = [place for place in range(len(edited)) if not pairs.had(place)][:_COMPARED]
    scores = [
        (score, -place, -now)
        for place in left
        for now in right
        if built[place].kind == edited[now].kind and (score := _score(built[place].words, edited[now].words)) >= _LIKE
    ]
    for _, place, now in sorted(scores, reverse=True):
        if not pairs.has(-place) and not pairs.had(-now):
            pairs.add(-place, -now)


def _score(one: str, other: str) -> float:
    """Return the likeness of two texts, found out only where they share enough words to be alike."""
    first, second = set(one.split()), set(other.split())
    if len(first & second) * 3 < min(len(first), len(second)) or not first or not second:
        return 0
    return likeness(one, other)


def _by_halves(built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs) -> None:
    """Pair the halves of what was split or merged, where the bookmark was lost."""
    for now, place in _halves(edited, built, pairs.before, pairs.after):
        pairs.add(place, now)
    for place, now in _halves(built, edited, pairs.after, pairs.before):
        pairs.add(place, now)


def _halves(
    parts: Sequence[Unit],
    wholes: Sequence[Unit],
    matched: Mapping[int, Sequence[int]],
    matching: Mapping[int, Sequence[int]],
) -> Iterator[tuple[int, int]]:
    """Yield the parts without a match that are a half of what a neighbour is matched with.

    Args:
        parts: units of one report.
        wholes: those of the other.
        matched: the wholes of each part; may grow in between.
        matching: the parts of each whole; may grow in between.
    """
    for part in range(len(parts)):
        for beside in (part - 1, part + 1):
            found = () if matched.get(part) else matched.get(beside, ())
            if len(found) == 1 and _gains(wholes[found[0]].words, parts, matching[found[0]], part):
                yield part, found[0]


def _gains(text: str, parts: Sequence[Unit], known: Sequence[int], part: int) -> bool:
    """Return whether a text is more like its parts with one more than without it."""
    alone, together = (" ".join(parts[one].words for one in sorted(places)) for places in (known, [*known, part]))
    return likeness(text, together) > likeness(text, alone) + _GAIN


def _text(unit: Unit) -> tuple[str, str]:
    return unit.kind, unit.masked
