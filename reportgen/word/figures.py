"""Look for every figure that was written from data in the edited report.

A unit that stands as it was built has all its figures. In one that was edited, the figure's hidden bookmark is looked
up, and the whole number that it touches counts, since people type beside bookmarks; where Word dropped the bookmark,
the words around the figure show what took its place. A bookmark goes with its figure when that is cut and pasted: where
it stands in another text now, the words around show whether its sentence went with it or another figure took its place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.differences import shared_start
from reportgen.document.tree import Document, Figure
from reportgen.document.walk import figures as figures_of
from reportgen.limits import COMPARED_WORDS
from reportgen.readers.line import Bookmark
from reportgen.regex import regex
from reportgen.word.align import Pairs
from reportgen.word.edits import Group, groups
from reportgen.word.numerals import PrintedNumber, find_numbers, is_quantity, is_same
from reportgen.word.result import FigureFate, FigureState
from reportgen.word.units import Unit, is_numbering
from reportgen.writers.docx.bookmarks import figure_name

_Spot = tuple[int, int, int]
"""An edited unit, and from which character to which."""
_Word = tuple[str, int, int]
"""A word, and where it begins and ends."""
_WORDS = regex(r"\S+")
_FOLLOWING = regex(r"(?:[.,]?\d)*")
_PRECEDING = regex(r"(?:\d[.,]?)*$")
"""Digits that touch a figure."""


class CarriedFigure(Struct, frozen=True):
    """A figure that stands in another text now than the one that it was written in."""

    name: str
    """Of its bookmark."""
    group: Group
    """The text that it was written in, and the one in which it stands."""
    is_alone: bool
    """Whether no word beside it came with it."""


class Traced(Struct, frozen=True):
    """What was found of the figures."""

    states: tuple[FigureState, ...]
    new: tuple[tuple[Unit, PrintedNumber], ...]
    """Numbers that were not there before, and that no figure became."""
    lost: int
    """Figures whose bookmark is gone and which were matched by the words around them."""
    carried: tuple[CarriedFigure, ...] = ()


def known_figures(document: Document) -> dict[str, Figure]:
    """Return the figures of a composed document by the names of their bookmarks."""
    counts: dict[str, int] = {}
    found: dict[str, Figure] = {}
    for figure in figures_of(document):
        source = figure_name(figure, 0)
        counts[source] = counts.get(source, 0) + 1
        found[figure_name(figure, counts[source])] = figure
    return found


class Tracer:
    """Looks for figures in an edited report."""

    def __init__(
        self, built: Sequence[Unit], edited: Sequence[Unit], pairs: Pairs, known: Mapping[str, Figure]
    ) -> None:
        self._built = built
        self._edited = edited
        self._pairs = pairs
        self._known = known
        self._spots = {span.name: (place, span) for place, unit in enumerate(edited) for span in unit.figures}
        self._taken: set[tuple[int, int]] = set()
        """The numbers that figures became: the unit and the first character of each."""
        self._lost = 0
        self._carried: dict[str, CarriedFigure] = {}
        self._replaced: set[str] = set()
        """The figures whose bookmarks are elsewhere, while their place is still there."""

    def trace(self) -> Traced:
        """Return what became of every figure, and which numbers are new."""
        partners = {place: group for group in groups(self._pairs, self._built) for place in group.built}
        states = tuple(
            self._state(unit, span, self._known[span.name], partners.get(place))
            for place, unit in enumerate(self._built)
            for span in unit.figures
            if span.name in self._known
        )
        return Traced(states, tuple(self._new(partners)), self._lost, tuple(self._carried.values()))

    def _state(self, unit: Unit, span: Bookmark, figure: Figure, group: Group | None) -> FigureState:
        old = unit.text[span.start : span.end]
        if group and len(group.edited) == 1 and len(group.built) == 1:
            now = self._edited[group.edited[0]]
            if now.words == unit.words:
                return FigureState(figure, FigureFate.UNCHANGED, old, old, now.where)
        found = self.spot(unit, span, group)
        if found is None:
            return FigureState(figure, FigureFate.GONE, old, "", unit.where)
        place, start, end = found
        now = self._edited[place]
        new = now.text[start:end]
        self._taken |= {(place, number.start) for number in find_numbers(now.text) if start <= number.start < end}
        state = (
            FigureFate.UNCHANGED if new == old else FigureFate.REWRITTEN if is_same(old, new) else FigureFate.CHANGED
        )
        return FigureState(figure, state, old, new, now.where)

    def spot(self, unit: Unit, span: Bookmark, group: Group | None) -> _Spot | None:
        """Return what became of a figure: the edited unit, and from which character to which; None where it is gone."""
        found = self._by_bookmark(span)
        if found is not None and (group is None or found[0] not in group.edited):
            return self._elsewhere(unit, span, group, found)
        if found is None and (found := self._by_words(unit, span, group)):
            self._lost += 1
        return found

    def _elsewhere(self, unit: Unit, span: Bookmark, group: Group | None, found: _Spot) -> _Spot:
        """Return where a figure is whose bookmark stands in another text: there, or where it stood.

        Args:
            unit: in which it was written.
            span: its bookmark as built.
            group: the units that the unit became; None where it is gone.
            found: where its bookmark stands.
        """
        if unit.kind == self._edited[found[0]].kind == "Cell":
            return found  # the heads of a table show whether it is in its place
        kept, carried = self._by_words(unit, span, group), self._likeness(unit, span, found)
        if kept is not None and self._likeness(unit, span, kept) >= carried:
            self._replaced.add(span.name)
            return kept
        place = self._built.index(unit)
        self._carried[span.name] = CarriedFigure(span.name, Group((place,), (found[0],)), carried == 0)
        return found

    def _likeness(self, unit: Unit, span: Bookmark, spot: _Spot) -> int:
        """Return how many words beside a figure are those that stood beside it, nearest first until one differs."""
        place, start, end = spot
        text = self._edited[place].text
        sides = [
            [[word.casefold() for word, *_ in _words(one, *part)] for part in ((0, first), (last, len(one)))]
            for one, first, last in ((unit.text, span.start, span.end), (text, start, end))
        ]
        (before, behind), (was_before, was_behind) = sides
        return shared_start(before[::-1], was_before[::-1]) + shared_start(behind, was_behind)

    def with_lost_bookmarks(self) -> list[Unit]:
        """Return the edited units with the bookmarks of figures that stand as they stood, also where they were lost.

        The words around them show where; of a cell they do not, since any other may hold the same number. Those that
        went elsewhere while their place is still there are left out there.
        """
        found: dict[int, list[Bookmark]] = {}
        lost = (self._known.keys() - self._spots.keys()) | self._replaced
        for group in groups(self._pairs, self._built):
            for unit in (self._built[place] for place in group.built if self._built[place].kind != "Cell"):
                for span in (figure for figure in unit.figures if figure.name in lost):
                    place, start, end = self._by_words(unit, span, group) or (-1, 0, 0)
                    if place >= 0 and self._edited[place].text[start:end] == unit.text[span.start : span.end]:
                        found.setdefault(place, []).append(replace(span, start=start, end=end))
        return [self._marked(unit, found.get(place, ())) for place, unit in enumerate(self._edited)]

    def _marked(self, unit: Unit, found: Sequence[Bookmark]) -> Unit:
        kept = tuple(span for span in unit.figures if span.name not in self._replaced)
        return replace(unit, figures=(*kept, *found)) if found or len(kept) < len(unit.figures) else unit

    def _by_bookmark(self, span: Bookmark) -> _Spot | None:
        """Return the text of a bookmark, widened to the number that it touches; None where it holds none."""
        spot = self._spots.get(span.name)
        if spot is None:
            return None
        place, now = spot
        text = self._edited[place].text
        touching = [number for number in find_numbers(text) if number.start <= now.end and number.end >= now.start]
        if now.start == now.end:
            touching = touching[:1]
        start = min([now.start, *(number.start for number in touching)]) if touching or now.start < now.end else -1
        end = max([now.end, *(number.end for number in touching)])
        if now.start < now.end:  # what is no number any more with a digit more, such as 1,5070
            end += _length(_FOLLOWING.match(text[end:]))
            start -= _length(_PRECEDING.search(text[:start]))
        return (place, start, end) if start >= 0 and text[start:end].strip() else None

    def _by_words(self, unit: Unit, span: Bookmark, group: Group | None) -> _Spot | None:
        """Return what stands where a figure stood, by the words around it."""
        for place in group.edited if group else ():
            found = _aligned(unit.text, span.start, span.end, self._edited[place].text)
            if found is not None:
                return (place, *found)
        return None

    def _new(self, partners: Mapping[int, Group]) -> Iterator[tuple[Unit, PrintedNumber]]:
        """Yield numbers of the edited report that stood nowhere in what they were edited from."""
        origins = {now: group.built for group in partners.values() for now in group.edited}
        for place, unit in enumerate(self._edited):
            texts = [self._built[before].text for before in origins.get(place, ())]
            if unit.text in texts:  # as most: it has no number that did not stand there
                continue
            known = {number.value for text in texts for number in find_numbers(text)}
            for number in find_numbers(unit.text):
                is_taken = (place, number.start) in self._taken
                in_field = any(field.start <= number.start < field.end for field in unit.fields if is_numbering(field))
                is_referring = any(number.text in reference.text.split() for reference in unit.references)
                if is_taken or in_field or is_referring or number.value in known:
                    continue
                if is_quantity(number, unit.text):
                    yield unit, number


def _length(match: re.Match[str] | None) -> int:
    return len(match[0]) if match else 0


def _aligned(old: str, start: int, end: int, new: str) -> tuple[int, int] | None:
    """Return where a piece of an old text, from one character to another, stands in a new one, by the words around."""
    before, after = _tokens(old)[:COMPARED_WORDS], _tokens(new)[:COMPARED_WORDS]
    matcher = SequenceMatcher(None, [one[0] for one in before], [one[0] for one in after], autojunk=False)
    inside = [place for place, (_, first, last) in enumerate(before) if first < end and last > start]
    if not inside:
        return None
    for kind, begin, stop, left, right in matcher.get_opcodes():
        if not begin <= inside[0] < stop:
            continue
        if kind == "equal":
            first, last = (after[left + one - begin] for one in (inside[0], min(inside[-1], stop - 1)))
            return first[1], last[2]  # all words of “12 per cent”
        numbers = [
            number for number in find_numbers(new) for token in after[left:right] if token[1] <= number.start < token[2]
        ]
        earlier = [number for number in find_numbers(old) if before[begin][1] <= number.start < start]
        if len(numbers) > len(earlier):
            return numbers[len(earlier)].start, numbers[len(earlier)].end
    return None


def _tokens(text: str) -> list[_Word]:
    """Return words without the marks around them, with each number as one word, and where each begins and ends."""
    tokens: list[_Word] = []
    position = 0
    for number in find_numbers(text):
        tokens += _words(text, position, number.start)
        tokens.append((number.text, number.start, number.end))
        position = number.end
    return [*tokens, *_words(text, position, len(text))]


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for match in _WORDS.finditer(text, start, end):
        if word := match.group().strip(".,;:()“”"):
            at = match.start() + match.group().index(word)
            yield word, at, at + len(word)
