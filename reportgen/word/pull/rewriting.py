"""Write an edited unit again in the words of its text: references stay, only what was edited changes.

The built units of a group and the edited ones are compared word by word. What a reference prints is one piece; where
it was edited, the reference is kept and the edit is refused, since data are corrected at their source.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.document.walk import ALIKE
from reportgen.project.corrections import TextChange
from reportgen.regex import regex
from reportgen.word.numerals import find_numbers, is_same
from reportgen.word.pull.marking import Written, changes_between, look_of, mark_up
from reportgen.word.pull.pieces import BREAK, MARK, Code, Piece, as_typed, as_written, escaped, is_restyled, with_marks
from reportgen.word.pull.printed import source_of
from reportgen.word.pull.sources import Followed
from reportgen.word.pull.stretches import WORD, edges, matched_words, touches
from reportgen.word.standing import TextRun, find_misplaced
from reportgen.word.units import Unit

_REFERENCE = regex(r"\{[{%#]")
_LOOKLESS = "0" * len(BREAK)
_LOOSE = 40
"""Characters by which what became of a reference may be longer than it was."""

Marks = Mapping[tuple[int, int], str]
"""The marks of notes that were added, by their units and the characters before which they stand."""
Spots = Mapping[str, tuple[int, int, int]]
"""What became of each figure by its bookmark: the unit, and from which character to which."""


class Refusal(Struct, frozen=True):
    """What was made of a reference, and not taken."""

    atom: str
    """The reference as it is written."""
    figures: tuple[str, ...]
    """The bookmarks of its figures."""
    old: str
    new: str


class Rewording(Struct, frozen=True):
    """What a unit is to print."""

    text: str
    figures: tuple[str, ...]
    """Of what its figures are."""


class Rewritten(Struct, frozen=True):
    """An edited group in the words of its text."""

    changes: tuple[TextChange, ...]
    expected: tuple["Rewording", ...]
    """What the units are to print now."""
    refusals: tuple[Refusal, ...]
    problem: str = ""
    """Why nothing of it can be taken; empty where it can."""


class _Atom(Struct, frozen=True):
    text: str
    """The reference as it is written."""
    printed: str
    source: Span
    start: int
    end: int
    figures: tuple[str, ...]
    """The bookmarks of its figures."""
    sources: tuple[str, ...]
    """Of what they are."""


def rewrite(
    built: Sequence[tuple[Unit, Followed]], edited: Sequence[tuple[int, Unit]], spots: Spots, marks: Marks
) -> Rewritten:
    """Return an edited group in the words of its text.

    Args:
        built: its units as they are built, of one text, one behind the other.
        edited: its units as they came back, with their places.
        spots: what became of the figures.
        marks: of the notes that were added.
    """
    return _Rewriting(built, edited, spots, marks).result()


class _Rewriting:
    def __init__(
        self, built: Sequence[tuple[Unit, Followed]], edited: Sequence[tuple[int, Unit]], spots: Spots, marks: Marks
    ) -> None:
        self._source, self._is_plain = built[0][1].source.text, built[0][1].source.is_plain
        self._start, self._end = built[0][1].span.start, built[-1][1].span.end
        self._looks = [
            _LOOKLESS.join(one.looks for one in side)
            for side in ([one for one, _ in built], [one for _, one in edited])
        ]
        self._old = BREAK.join(unit.text for unit, _ in built)
        self._new = BREAK.join(unit.text.replace("\n", " ") for _, unit in edited)
        self._offsets: dict[int, int] = {}
        at = 0
        for place, unit in edited:
            self._offsets[place] = at
            at += len(unit.text) + len(BREAK)
        self._marks = {self._offsets[place] + at: mark for (place, at), mark in marks.items() if place in self._offsets}
        self._spots = spots
        self._origins: list[int] = []
        self._atoms: list[_Atom] = []
        self._take(built)
        self._refusals: list[Refusal] = []
        self._problem = ""
        self._typed: set[int] = set()
        """The characters of the edited text that were typed before as well."""

    def _take(self, built: Sequence[tuple[Unit, Followed]]) -> None:
        """Take the origins and references of all units, in characters of the joined text."""
        for number, (unit, followed) in enumerate(built):
            if number:  # the break was written where the unit before it ends
                self._origins += [built[number - 1][1].span.end, -1]
            base = len(self._origins)
            self._origins += followed.origins
            for atom in followed.atoms:
                names = tuple(
                    figure.name for figure in unit.figures if atom.start <= figure.start and figure.end <= atom.end
                )
                text, printed = atom.span.of(self._source), unit.text[atom.start : atom.end]
                sources = tuple(map(source_of, names))
                start, end = base + atom.start, base + atom.end
                self._atoms.append(_Atom(text, printed, atom.span, start, end, names, sources))

    def result(self) -> Rewritten:
        own = {one: (atom.start, atom.end) for one, atom in enumerate(self._atoms)}
        places = self._places()
        if self._problem:
            return Rewritten((), (), (), self._problem)
        if len(_REFERENCE.findall(self._new)) > len(_REFERENCE.findall(self._old)):
            return Rewritten((), (), (), "two braces would be read as a reference")
        old = list(self._pieces(self._old, own, self._looks[0]))
        new = list(with_marks(self._pieces(self._new, places, self._looks[1]), self._marks))
        figures = {one: self._atoms[one].printed for one in own if self._atoms[one].figures}
        before, after = (
            [TextRun(piece.text, piece.atom) for piece in side if piece.atom != MARK] for side in (old, new)
        )
        sources = {one: self._atoms[one].text for one in figures}
        problem = find_misplaced(before, after, figures, sources)
        if problem:
            return Rewritten((), (), (), problem)
        return Rewritten(tuple(self._changes(old, new)), tuple(self._expected(new)), tuple(self._refusals))

    def _expected(self, pieces: Sequence[Piece]) -> Iterator[Rewording]:
        """Yield what each unit is to print."""
        text, figures = "", list[str]()
        for piece in pieces:
            if piece.atom < 0 and piece.text == BREAK:
                yield Rewording(text, tuple(figures))
                text, figures = "", []
            elif piece.atom == -1:
                text += piece.text
            elif piece.atom >= 0:
                text += self._atoms[piece.atom].printed
                figures += self._atoms[piece.atom].sources
        yield Rewording(text, tuple(figures))

    # ---- what became of the references ----------------------------------------------------------------------

    def _places(self) -> dict[int, tuple[int, int]]:
        """Return where each reference stands in the edited text; what was made of it is noted."""
        matched = matched_words(self._old, self._new)
        inside = {one for atom in self._atoms for one in range(atom.start, atom.end)}
        self._typed = {now for then, now in matched.items() if then not in inside}
        found: dict[int, tuple[int, int]] = {}
        for number, atom in enumerate(self._atoms):
            text = self._old[atom.start : atom.end]
            spots, taken = self._spots_of(atom), list(found.values())
            place = None
            if spots or not any(name in self._spots for name in atom.figures):  # else it is in another text now
                place = self._intact(text, spots, matched, atom, taken)
                place = place or self._edited(text, spots, matched, atom, taken)
            if place is None and self._has_new_number():
                self._problem = f"“{text}” is written from data, and a number stands there that is not"
            elif place is not None:
                found[number] = place
                new = self._new[place[0] : place[1]]
                if new.count("(") - new.count(")") != text.count("(") - text.count(")"):
                    self._problem = f"a bracket of “{text}”, which is written from data, stands apart from it"
                if not is_same(new.translate(ALIKE), text.translate(ALIKE)):
                    self._refusals.append(Refusal(atom.text, atom.figures, text, new))
        return found

    def _spots_of(self, atom: _Atom) -> list[tuple[int, int]]:
        known = (self._spots[name] for name in atom.figures if name in self._spots)
        return [
            (self._offsets[place] + start, self._offsets[place] + end)
            for place, start, end in known
            if place in self._offsets
        ]

    def _intact(
        self,
        text: str,
        spots: Sequence[tuple[int, int]],
        matched: Mapping[int, int],
        atom: _Atom,
        taken: Sequence[tuple[int, int]],
    ) -> tuple[int, int] | None:
        """Return where the words of a reference stand as they were: about its figures, or nearest to its place."""
        wanted, page = text.translate(ALIKE), self._new.translate(ALIKE)
        found: list[tuple[int, int]] = []
        at = page.find(wanted)
        while at >= 0:
            place = (at, at + len(wanted))
            is_about = all(place[0] <= start and end <= place[1] for start, end in spots)
            is_whole = edges(page, *place) == edges(self._old.translate(ALIKE), atom.start, atom.end)
            is_typed = not spots and self._typed.issuperset(one for one in range(*place) if page[one].isalnum())
            if is_about and is_whole and not is_typed and not touches(place, taken):
                found.append(place)
            at = page.find(wanted, at + 1)
        likely = next((matched[one] for one in range(atom.start, atom.end) if one in matched), None)
        if not spots and likely is None:
            return found[0] if len(found) == 1 else None
        return min(found, key=lambda one: abs(one[0] - (likely if likely is not None else one[0])), default=None)

    def _edited(
        self,
        text: str,
        spots: Sequence[tuple[int, int]],
        matched: Mapping[int, int],
        atom: _Atom,
        taken: Sequence[tuple[int, int]],
    ) -> tuple[int, int] | None:
        """Return what a reference became where its words were edited."""
        inside = (one for one in range(atom.start, atom.end) if one in matched)
        kept = [matched[one] for one in inside if self._old[one].isalnum()]
        starts = [*(start for start, _ in spots), *kept]
        ends = [*(end for _, end in spots), *(one + 1 for one in kept)]
        if not starts:
            return self._between(matched, atom, taken)
        place = self._widened((min(starts), max(ends)), matched, atom)
        if touches(place, taken) or place[1] - place[0] > 2 * len(text) + _LOOSE:
            self._problem = f"the words about “{text}”, which is written from data, were moved apart"
            return None
        return place

    def _between(
        self, matched: Mapping[int, int], atom: _Atom, taken: Sequence[tuple[int, int]]
    ) -> tuple[int, int] | None:
        """Return what stands between the words about a reference, where these stayed; None where nothing does."""
        start, end = matched.get(atom.start - 1, -2) + 1, matched.get(atom.end, -1)
        if atom.start == 0:
            start = 0
        if atom.end == len(self._old):
            end = len(self._new)
        is_there = 0 <= start < end <= start + 2 * len(atom.printed) + _LOOSE
        is_there = is_there and any(map(str.isalnum, self._new[start:end]))
        return (start, end) if is_there and not touches((start, end), taken) else None

    def _widened(self, place: tuple[int, int], matched: Mapping[int, int], atom: _Atom) -> tuple[int, int]:
        """Return a place with the words that took the place of the first or the last of a reference."""
        start, end = place
        own = {matched[one] for one in range(atom.start, atom.end) if one in matched}
        while end in own:  # the bracket that closes it, which alone would not be taken for the reference
            end += 1
        while start - 1 in own:
            start -= 1
        before = max((one for one in matched if one < atom.start), default=None)
        after = min((one for one in matched if one >= atom.end), default=None)
        if atom.start not in matched and before == atom.start - 1 and matched[before] < start:
            start = matched[before] + 1
        if atom.end - 1 not in matched and after == atom.end and matched[after] >= end:
            end = matched[after]
        return start, end

    def _has_new_number(self) -> bool:
        """Return whether a number stands there that stood there not, or not as often."""
        old, new = (Counter(number.value for number in find_numbers(text)) for text in (self._old, self._new))
        return bool(new - old)

    # ---- the text ------------------------------------------------------------------------------------------

    def _pieces(self, text: str, places: Mapping[int, tuple[int, int]], looks: str) -> Iterator[Piece]:
        at = 0
        for number, (start, end) in [*sorted(places.items(), key=lambda one: one[1]), (-1, (len(text), len(text)))]:
            for match in WORD.finditer(text, at, start):
                yield Piece(match.group(), *match.span(), look=look_of(looks, *match.span()))
            if number >= 0:
                yield Piece(self._atoms[number].text, start, end, number, look_of(looks, start, end))
            at = end

    def _at(self, pieces: Sequence[Piece], index: int) -> int:
        """Return where a built piece was written; the end of the text behind the last."""
        if index == len(pieces):
            return self._end
        piece = pieces[index]
        return self._atoms[piece.atom].source.start if piece.atom >= 0 else self._origins[piece.start]

    def _changes(self, old: Sequence[Piece], new: Sequence[Piece]) -> Iterator[TextChange]:
        """Yield what leads from the text as it was written to the edited one."""
        matcher = SequenceMatcher(None, [piece.key for piece in old], [piece.key for piece in new], autojunk=False)
        codes = matcher.get_opcodes()
        if not self._is_plain and any(is_restyled(old, new, code) for code in codes):
            yield from self._marked_up(old, new, codes)
            return
        for kind, first, last, begin, stop in codes:
            if kind == "equal":
                continue
            words = "".join(map(self._as_written, new[begin:stop]))
            start = self._at(old, first)
            if first == last and first:
                start = self._after(old[first - 1])
            if first == last:
                yield TextChange(Span(start, start), words)
            else:
                yield from self._replaced(old[first:last], start, words)

    def _marked_up(self, old: Sequence[Piece], new: Sequence[Piece], codes: Iterable[Code]) -> Iterator[TextChange]:
        """Yield the changes of a text of which other words are set in bold or italics."""
        spans = [self._written(one) for one in old]
        starts = [*(span.start for span in spans), self._end]
        pieces = list[Written]()
        for kind, first, last, begin, stop in codes:
            if kind != "equal":
                pieces += map(as_typed, new[begin:stop])
                continue
            for at, piece in zip(range(first, last), new[begin:stop], strict=True):
                behind = self._source[spans[at].end : starts[at + 1]]
                pieces.append(as_written(piece, spans[at].of(self._source), behind))
        whole = Span(self._start, self._end).of(self._source)
        yield from changes_between(whole, mark_up(pieces, self._source[self._start : starts[0]]), self._start)

    def _as_written(self, piece: Piece) -> str:
        return piece.text if piece.atom != -1 or self._is_plain else escaped(piece.text)

    def _after(self, piece: Piece) -> int:
        return self._atoms[piece.atom].source.end if piece.atom >= 0 else self._written(piece).end

    def _written(self, piece: Piece) -> Span:
        """Return where a built piece was written, without marks around it."""
        if piece.atom >= 0:
            return self._atoms[piece.atom].source
        first, last = self._origins[piece.start], self._origins[piece.end - 1]
        if piece.text == BREAK:
            rest = self._source[first:]
            return Span(first, first + len(rest) - len(rest.lstrip()))
        end = last + 1
        if self._source[last].isspace():
            while end < self._end and self._source[end].isspace():
                end += 1
        return Span(first, end)

    def _replaced(self, old: Sequence[Piece], start: int, words: str) -> Iterator[TextChange]:
        """Yield the change of some pieces: marks of emphasis, notes and links between them stay."""
        spans = [self._written(piece) for piece in old]
        joined = [spans[0]]
        for span in spans[1:]:
            if span.start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        yield TextChange(Span(start, joined[0].end), words)
        yield from (TextChange(one, "") for one in joined[1:])
