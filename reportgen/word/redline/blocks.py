"""Walk through the bodies of both files by the pairs that verify finds, and give the body with tracked changes.

What stands in both in the same order are the anchors. Between two anchors stand first the old blocks that are gone,
then the new ones. A paragraph that was moved and not edited is a move; one that was edited as well is deleted and
inserted. The list of contents only follows: the new one stands.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.word.align import Pairs, equal_places, longest_run
from reportgen.word.edits import groups
from reportgen.word.redline.atoms import Atom, comparable_text
from reportgen.word.redline.carrying import Carrier
from reportgen.word.redline.recording import Recorder
from reportgen.word.redline.revisions import copied
from reportgen.word.redline.rows import TableWeaver, columns
from reportgen.word.redline.sides import Side
from reportgen.word.redline.weaving import Weaver
from reportgen.word.result import EditKind


class _Match(Struct, frozen=True):
    """Blocks that belong together: one and one, or the halves of a paragraph."""

    old: tuple[int, ...]
    new: tuple[int, ...]


class Walk:
    """Makes the body with tracked changes."""

    def __init__(self, old: Side, new: Side, pairs: Pairs, carrier: Carrier, recorder: Recorder) -> None:
        self._recorder = recorder
        self._old = old
        self._new = new
        self._carrier = carrier
        self._weaver = Weaver(carrier, old.stories.text)
        self._tables = TableWeaver(carrier, self._weaver, recorder)
        self._referred = _referred(old)
        matches = [*_paragraph_matches(old, new, pairs), *_table_matches(old, new, pairs)]
        matches.sort(key=lambda match: match.old[0])
        weights = [self._weight(match, len(matches)) for match in matches]
        kept = set(longest_run([match.new[0] for match in matches], weights))
        self._anchors = [one for place, one in enumerate(matches) if place in kept]
        elsewhere = [one for place, one in enumerate(matches) if place not in kept]
        self._moves = {place: match for match in elsewhere for place in match.new}
        self._moved_away = {place: match for match in elsewhere for place in match.old}
        self._names: dict[int, str] = {}
        self._fill()

    def _weight(self, match: _Match, others: int) -> int:
        """Return what it is worth to keep blocks in their place.

        A bookmark that is moved leads nowhere when the move is rejected, so a paragraph that references lead to
        outweighs all others.
        """
        marks = (mark for place in match.old for mark in self._old.blocks[place].iter(f"{W}bookmarkStart"))
        return others + 1 if any(mark.get(f"{W}name") in self._referred for mark in marks) else 1

    def body(self) -> list[Element]:
        """Return the elements of the new body, with its tracked changes."""
        made: list[Element] = []
        a = b = 0
        for anchor in self._anchors:
            made += self._gap(range(a, anchor.old[0]), range(b, anchor.new[0]))
            made += self._before(anchor.new[0])
            made += self._matched(anchor)
            a, b = anchor.old[-1] + 1, anchor.new[-1] + 1
        made += self._gap(range(a, len(self._old.blocks)), range(b, len(self._new.blocks)))
        made += self._before(len(self._new.blocks))
        return self._parted(made)

    # ---- anchors ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        """Match in the gaps between the anchors what is no unit, such as empty paragraphs, by what it says."""
        filled: list[_Match] = []
        a = b = 0
        for anchor in [*self._anchors, _Match((len(self._old.blocks),), (len(self._new.blocks),))]:
            filled += self._equal(range(a, anchor.old[0]), range(b, anchor.new[0]))
            a, b = anchor.old[-1] + 1, anchor.new[-1] + 1
        self._anchors = sorted([*self._anchors, *filled], key=lambda match: match.old[0])

    def _equal(self, old: range, new: range) -> Iterator[_Match]:
        left = [place for place in old if place not in self._moved_away]
        right = [place for place in new if place not in self._moves]
        before = [_kind_and_text(self._old, place) for place in left]
        after = [_kind_and_text(self._new, place) for place in right]
        for was, now in equal_places(before, after):
            yield _Match((left[was],), (right[now],))

    def _before(self, place: int) -> Iterator[Element]:
        """Yield what stands before a new block and is not compared: the list of contents, the end of the body."""
        blocks = self._new.blocks
        element = blocks[place].getprevious() if place < len(blocks) else self._last()
        found: list[Element] = []
        while element is not None and element not in self._new.places:
            found.append(copied(element))
            element = element.getprevious()
        yield from reversed(found)

    def _last(self) -> Element | None:
        body = self._new.blocks[0].getparent() if self._new.blocks else None
        return None if body is None else body[-1]

    # ---- what was done --------------------------------------------------------------------------------------------

    def _matched(self, match: _Match) -> list[Element]:
        old = [self._old.blocks[place] for place in match.old]
        new = [self._new.blocks[place] for place in match.new]
        if name_of(new[0]) == "tbl":
            if columns(old[0]) == columns(new[0]):
                return [self._tables.weave(old[0], new[0])]
            self._recorder.deleted(old[0])
            self._recorder.added(new[0])
            return [self._tables.deleted(old[0]), self._tables.inserted(new[0])]
        before, after = self._old.atoms(*old), self._new.atoms(*new)
        if comparable_text(before) == comparable_text(after):
            self._pair_notes(before, after)
            return [copied(element) for element in new]
        self._recorder.edited(old, new)
        return self._weaver.weave(before, after)

    def _pair_notes(self, before: Sequence[Atom], after: Sequence[Atom]) -> None:
        for one, other in zip(before, after, strict=True):
            if one.note and other.note:
                self._carrier.pair_notes(one.note, other.note)

    def _gap(self, old: range, new: range) -> Iterator[Element]:
        for place in old:
            yield from self._gone(place)
        for place in new:
            yield from self._before(place)
            yield from self._come(place)

    def _gone(self, place: int) -> Iterator[Element]:
        block = self._old.blocks[place]
        move = self._moved_away.get(place)
        if move is None:
            self._recorder.deleted(block)
        if name_of(block) == "tbl":
            yield self._tables.deleted(block)
            return
        if move is None or not self._is_move(move):
            yield from self._weaver.weave(self._old.atoms(block), [])
            return
        made = self._carrier.fit_table(block)
        yield from self._moved(made, "moveFrom", self._name(move))

    def _come(self, place: int) -> Iterator[Element]:
        block = self._new.blocks[place]
        move = self._moves.get(place)
        if move is None:
            self._recorder.added(block)
        elif place == move.new[0]:
            old = [part for one in move.old for part in _paragraphs(self._old.blocks[one])]
            new = [part for one in move.new for part in _paragraphs(self._new.blocks[one])]
            self._recorder.edited(old, new, EditKind.MOVED)
        if name_of(block) == "tbl":
            yield self._tables.inserted(block)
        elif move is not None and self._is_move(move):
            yield from self._moved(copied(block), "moveTo", self._name(move))
        else:
            yield from self._weaver.weave([], self._new.atoms(block))

    def _is_move(self, match: _Match) -> bool:
        """Return whether one paragraph stands elsewhere and says what it said; the schema wants the date of a move."""
        if not self._carrier.revisions.is_dated or len(match.old) != 1 or len(match.new) != 1:
            return False
        old, new = self._old.blocks[match.old[0]], self._new.blocks[match.new[0]]
        return name_of(new) == name_of(old) == "p" and comparable_text(self._old.atoms(old)) == comparable_text(
            self._new.atoms(new)
        )

    def _moved(self, paragraph: Element, kind: str, name: str) -> Iterator[Element]:
        self._carrier.revisions.mark_content(paragraph, kind)
        self._carrier.revisions.mark_paragraph(paragraph, kind)
        yield from self._carrier.revisions.around([paragraph], kind, name)

    def _name(self, match: _Match) -> str:
        place = match.old[0]
        if place not in self._names:
            self._names[place] = self._carrier.revisions.begin_move()
        return self._names[place]

    def _parted(self, blocks: Sequence[Element]) -> list[Element]:
        """Keep a table that was deleted apart from one beside it, which Word would take for the same table.

        The paragraph between them was inserted and deleted, so that it goes in any case.
        """
        made: list[Element] = []
        for block in blocks:
            if made and name_of(block) == name_of(made[-1]) == "tbl":
                made.append(
                    self._carrier.revisions.mark_paragraph(self._carrier.shell(None, is_old=False), "ins", "del")
                )
            made.append(block)
        return made


# ---- which blocks belong together -----------------------------------------------------------------------------


def _paragraph_matches(old: Side, new: Side, pairs: Pairs) -> Iterator[_Match]:
    """Yield the paragraphs of the body that belong together; halves that do not stand together are no halves."""
    for group in groups(pairs, old.units):
        left = _body_places(old, group.built)
        right = _body_places(new, group.edited)
        if not left or not right:
            continue
        if _is_run(left) and _is_run(right):
            yield _Match(tuple(left), tuple(right))
        else:
            yield _Match((left[0],), (right[0],))


def _referred(side: Side) -> frozenset[str]:
    """Return the words of all references in the text, among them the names of the bookmarks that they lead to.

    The list of contents does not count: it leads to the first paragraph of each part, which then could never be moved.
    """
    codes = (code for block in side.blocks for code in block.iter(f"{W}instrText"))
    return frozenset(word for code in codes for word in (code.text or "").split())


def _body_places(side: Side, units: Sequence[int]) -> list[int]:
    places = (side.block_of(side.units[one]) for one in units)
    return sorted({place for place in places if place is not None and name_of(side.blocks[place]) == "p"})


def _is_run(places: Sequence[int]) -> bool:
    return places == list(range(places[0], places[-1] + 1))


def _table_matches(old: Side, new: Side, pairs: Pairs) -> Iterator[_Match]:
    """Yield the tables that belong together: those that share the most cells, and more than a few."""
    sizes = (_cells(old), _cells(new))
    votes: Counter[tuple[int, int]] = Counter()
    for one, others in pairs.after.items():
        for other in others:
            left, right = old.block_of(old.units[one]), new.block_of(new.units[other])
            if left is not None and right is not None and _is_table(old, left) and _is_table(new, right):
                votes[left, right] += 1
    taken: tuple[set[int], set[int]] = set(), set()
    for (left, right), count in sorted(votes.items(), key=lambda one: (-one[1], one[0])):
        is_free = left not in taken[0] and right not in taken[1]
        if is_free and count * 4 >= min(sizes[0][left], sizes[1][right]):
            taken[0].add(left)
            taken[1].add(right)
            yield _Match((left,), (right,))


def _is_table(side: Side, place: int) -> bool:
    return name_of(side.blocks[place]) == "tbl"


def _cells(side: Side) -> Mapping[int, int]:
    counts: dict[int, int] = defaultdict(int)
    for unit in side.units:
        place = side.block_of(unit)
        if place is not None:
            counts[place] += 1
    return counts


def _paragraphs(block: Element) -> list[Element]:
    return list(block.iter(f"{W}p"))


def _kind_and_text(side: Side, place: int) -> tuple[str, str]:
    """Return what a block is, and what it says."""
    block = side.blocks[place]
    return name_of(block), comparable_text(side.atoms(block))
