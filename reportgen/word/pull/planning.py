"""Plan what is to be done to the texts of a project so that they print an edited report."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.document.tree import Figure
from reportgen.project.corrections import TextChange
from reportgen.regex import regex
from reportgen.word.align import Pairs, moved
from reportgen.word.directions import find_reversed
from reportgen.word.edits import Group, beginning, find_edits, groups
from reportgen.word.figures import Tracer
from reportgen.word.pull.carrying import marks_of, names_in
from reportgen.word.pull.placing import TextEdit, mark_of, marks_of_note, put_before, put_behind, removal
from reportgen.word.pull.printed import Printed, plain, printed
from reportgen.word.pull.rewriting import Refusal, Rewritten, escaped, rewrite
from reportgen.word.pull.sources import Followed, units_in
from reportgen.word.result import EditKind
from reportgen.word.units import Unit

_COPIED = "what is written from data, or the number of a paragraph, was put into it from another text"
_BROKEN = "breaks of lines within a paragraph are not taken"
_GIVEN_AWAY = "what is written from data, or the number of a paragraph, was taken out of it to another text"
_BEGINS = regex(r"^(?=[-+>|#])|(?<=^\d)(?=[.)]\s)|(?<=^\d\d)(?=[.)]\s)|(?<=^\d\d\d)(?=[.)]\s)")
"""Where a backslash keeps the first words of a paragraph from being read as a list, a quotation or a table."""
_KINDS = {
    "Paragraph": "a paragraph",
    "ItemList": "an item of a list",
    "Quotation": "a quotation",
    "Heading": "a heading",
    "Cell": "a cell of a table",
    "Note": "a note",
}
_PROSE = frozenset({"Paragraph", "ItemList", "Quotation"})


class Planned(Struct, frozen=True):
    """One edit, and what it does to the texts; without that, why it is not taken."""

    kind: EditKind
    where: str
    text: str
    """A word diff, or the beginning of the text."""
    edits: tuple[TextEdit, ...] = ()
    built: tuple[int, ...] = ()
    """Its units as they are built."""
    edited: tuple[int, ...] = ()
    """Its units as they came back."""
    new: tuple[Printed, ...] = ()
    """What they are to print."""
    following: tuple[tuple[int, Printed], ...] = ()
    """Built units that print the same title, and what they are to print."""
    figures: tuple[str, ...] = ()
    """The bookmarks of the figures that were looked at; what was made of them is refused."""
    refusals: tuple[Refusal, ...] = ()
    problem: str = ""


class Compared(Struct, frozen=True):
    """The built and the edited report, and how they belong together."""

    built: Sequence[Unit]
    edited: Sequence[Unit]
    pairs: Pairs
    located: Mapping[int, Followed]
    known: Mapping[str, Figure]
    symbol: str
    """Of the report."""
    shown: Sequence[Unit]
    """The edited report as it came back: its fields show what Word put in."""

    @property
    def moved(self) -> frozenset[int]:
        """The built units that stand elsewhere now."""
        return moved(self.pairs, self.built)


def plan_edits(compared: Compared) -> list[Planned]:
    """Return every edit of a report, with what it does to the texts of the project or why it is not taken."""
    return _Planner(compared).plan()


class _Planner:
    def __init__(self, compared: Compared) -> None:
        self._built, self._edited = compared.built, compared.edited
        self._pairs, self._located, self._known = compared.pairs, compared.located, compared.known
        self._groups = list(groups(self._pairs, self._built))
        self._moved = compared.moved
        self._marks = marks_of((self._built[place], one) for place, one in self._located.items())
        self._spots = self._find_spots()
        self._arrived = frozenset[str]().union(*map(self._new_in, range(len(self._edited))))

    def _find_spots(self) -> dict[str, tuple[int, int, int]]:
        tracer = Tracer(self._built, self._edited, self._pairs, self._known)
        found = {}
        for group in self._groups:
            for place in group.built:
                for span in self._built[place].figures:
                    if (spot := tracer.spot(self._built[place], span, group)) is not None:
                        found[span.name] = spot
        return found

    def _new_in(self, place: int) -> frozenset[str]:
        """Return the marks in an edited unit that came from another text."""
        group = next((one for one in self._groups if place in one.edited), None)
        own = (names_in(self._built[one]) for one in (group.built if group else ()))
        return (names_in(self._edited[place]) & self._marks).difference(*own)

    def _exchanged(self, built: Sequence[int], edited: Sequence[int]) -> str:
        """Return that references came from other texts, or went to them; nothing where they did not."""
        if any(map(self._new_in, edited)):
            return _COPIED
        here = frozenset[str]().union(*(names_in(self._edited[one]) for one in edited))
        gone = frozenset[str]().union(*(names_in(self._built[one]) for one in built)) - here
        return _GIVEN_AWAY if gone & self._arrived else ""

    def plan(self) -> list[Planned]:
        """Return the edits in the order of the edited report, what was deleted at the end."""
        found: list[tuple[int, Planned]] = []
        for group in self._groups:
            found += [(group.edited[0], one) for one in (self._of_group(group), self._unseen(group)) if one]
        found += [(place, self._added(place)) for place in range(len(self._edited)) if not self._pairs.had(place)]
        deleted = [place for place, unit in enumerate(self._built) if not self._pairs.has(place) and unit.words]
        return [*(one for _, one in sorted(found, key=lambda one: one[0])), *map(self._deleted, deleted)]

    # ---- edited, split, merged, moved --------------------------------------------------------------------

    def _of_group(self, group: Group) -> Planned | None:
        old = [self._built[place] for place in group.built]
        new = [self._edited[place] for place in group.edited]
        is_moved = bool(set(group.built) & self._moved) and old[0].kind != "Note"
        is_same = [(one.kind, one.masked) for one in old] == [(one.kind, one.masked) for one in new]
        if is_same and not is_moved:
            return None
        edit = next(find_edits(old, new, _narrow(len(old), len(new))), None)
        kind = EditKind.MOVED if is_moved else edit.kind if edit else EditKind.EDITED
        text = edit.text if edit else beginning(new[0].words)
        planned = Planned(kind, new[0].where, text, built=group.built, edited=group.edited)
        problem = self._unlocated(group, is_moved=is_moved) or _other_kind(old, new)
        problem = problem or self._exchanged(group.built, group.edited)
        if problem:
            return replace(planned, problem=problem)
        followed = [self._located[place] for place in group.built]
        units = [(one, self._edited[one]) for one in group.edited]
        rewritten = rewrite(list(zip(old, followed, strict=True)), units, self._spots)
        problem = rewritten.problem or self._turned(old, rewritten)
        names = () if rewritten.problem else tuple(span.name for unit in old for span in unit.figures)
        planned = replace(planned, refusals=rewritten.refusals, figures=names)
        if problem:
            return replace(planned, problem=problem)
        edits = [TextEdit(followed[0].source.path, one) for one in rewritten.changes]
        if is_moved:
            edits = self._move(followed[0], rewritten.changes, group.edited[0])
            if not edits:
                return replace(planned, problem="it was moved to where no reply stands")
        if not edits and not rewritten.refusals:
            return None  # signs that look alike
        rewordings = zip(new, rewritten.expected, strict=True)
        words = tuple(Printed(unit.kind, plain(one.text), one.figures) for unit, one in rewordings)
        following = tuple(self._following(group.built[0], words[0].text)) if followed[0].source.is_plain else ()
        return replace(planned, edits=tuple(edits), new=words, following=following)

    def _following(self, place: int, title: str) -> Iterator[tuple[int, Printed]]:
        """Yield the headings and tables of an annex that are named after a heading."""
        old = self._built[place].text
        for other, unit in enumerate(self._built):
            is_named = unit.text == old or unit.text.startswith(f"{old}: ")
            if other != place and unit.kind in {"Heading", "Table"} and is_named:
                new = printed(unit)
                yield other, replace(new, text=title + new.text[len(plain(old)) :])

    def _unseen(self, group: Group) -> Planned | None:
        """Return what was done to a group without changing its words: lines broken, or its note put elsewhere."""
        old = [self._built[place] for place in group.built]
        new = [self._edited[place] for place in group.edited]
        problem = ""
        if sum(one.text.count("\n") for one in old) != sum(one.text.count("\n") for one in new):
            problem = _BROKEN
        if old[0].kind == "Note" and not self._is_at_home(group):
            problem = "the mark of a note was moved to another paragraph"
        where, text = new[0].where, beginning(new[0].words)
        return Planned(EditKind.EDITED, where, text, problem=problem) if problem else None

    def _is_at_home(self, group: Group) -> bool:
        """Return whether a note belongs to the paragraph that it belonged to."""
        home, now = _home(self._built, group.built[0]), _home(self._edited, group.edited[0])
        return home < 0 or now in self._pairs.after.get(home, (now,))

    def _unlocated(self, group: Group, *, is_moved: bool) -> str:
        """Return why a group cannot be found in one text; nothing where it can."""
        followed = [self._located.get(place) for place in group.built]
        found = [one for one in followed if one is not None]
        if len(found) < len(followed):
            return self._unwritten(group.built[0])
        if is_moved and (len(group.built) > 1 or len(group.edited) > 1):
            return "it was moved and divided or joined at once"
        if len({one.source.path for one in found}) > 1:
            return "it joins texts of several replies"
        spans = list(units_in(found[0].source.text))
        order = [spans.index(one.span) for one in found]
        if any(after != before + 1 for before, after in pairwise(order)):
            return "it joins texts that do not stand one behind the other"
        return ""

    def _unwritten(self, place: int) -> str:
        unit = self._built[place]
        if unit.figures:
            return "it was written from data, which are corrected at their source"
        return "no reply says it: it stands in the list of issues, in a label or in a template"

    def _turned(self, old: Sequence[Unit], rewritten: Rewritten) -> str:
        """Return that the words about a figure say the opposite of its data; nothing where they do not."""
        new = [_as_unit(old[0], one.text) for one in rewritten.expected]
        group = Group(tuple(range(len(old))), tuple(range(len(new))))
        turned = next(find_reversed(old, new, (group,), self._known), None)
        if turned is None:
            return ""
        return f"“{turned.new}” next to {turned.text} says the opposite of the data, which give “{turned.old}”"

    def _move(self, followed: Followed, changes: Sequence[TextChange], now: int) -> list[TextEdit]:
        source, span = followed.source, followed.span
        text = source.text[span.start : span.end]
        for one in sorted(changes, key=lambda one: one.span, reverse=True):
            text = text[: one.span.start - span.start] + one.new + text[one.span.end - span.start :]
        inserted = self._insertion(now, text, source.path)
        return [TextEdit(source.path, removal(followed)), inserted] if inserted else []

    # ---- added and deleted -------------------------------------------------------------------------------

    def _added(self, place: int) -> Planned:
        unit = self._edited[place]
        text = beginning(unit.words)
        if unit.kind not in _PROSE:
            return Planned(EditKind.ADDED, unit.where, text, problem="only paragraphs and items of lists can be added")
        if "{{" in unit.text or "{%" in unit.text or "{#" in unit.text:
            return Planned(EditKind.ADDED, unit.where, text, problem="two braces would be read as a reference")
        problem = self._exchanged((), (place,)) or (_BROKEN if "\n" in unit.text else "")
        if problem:
            return Planned(EditKind.ADDED, unit.where, text, problem=problem)
        edit = self._insertion(place, _BEGINS.sub(r"\\", escaped(unit.text), 1))
        if edit is None:
            return Planned(EditKind.ADDED, unit.where, text, problem="it stands in no reply that somebody wrote")
        new = Printed(unit.kind, plain(unit.text), ())
        return Planned(EditKind.ADDED, unit.where, text, (edit,), (), (place,), (new,))

    def _insertion(self, place: int, text: str, home: Path | None = None) -> TextEdit | None:
        """Return the insertion of a text at the place of an edited unit; None where no reply stands around it.

        Args:
            place: of the unit.
            text: as it is to be written.
            home: the path of the text that it stood in; it stays there where it can.
        """
        before, after = self._before(place), self._behind(place)
        is_item = self._edited[place].kind == "ItemList"
        if before is None or (after is not None and after.source.path == home != before.source.path):
            return put_before(after, text, is_item=is_item) if after else None
        if is_item and not mark_of(before) and after is not None and mark_of(after):
            return put_before(after, text, is_item=True)
        return put_behind(before, text, is_item=is_item)

    def _before(self, place: int) -> Followed | None:
        """Return the text that stands before an edited unit, past others that are new there."""
        for other in range(place - 1, -1, -1):
            if (followed := self._anchor(other)) is not None:
                return followed
            is_there = self._pairs.had(other) and not self._is_moved(other)
            if self._edited[other].kind == "Heading" or (is_there and self._edited[other].kind != "Note"):
                return None
        return None

    def _behind(self, place: int) -> Followed | None:
        """Return the text that stands behind an edited unit, up to the next heading."""
        for other in range(place + 1, len(self._edited)):
            if self._edited[other].kind == "Heading":
                return None
            if (followed := self._anchor(other, first=True)) is not None:
                return followed
        return None

    def _anchor(self, place: int, *, first: bool = False) -> Followed | None:
        """Return the last text that an edited unit was written in, or the first, where it stayed in its place."""
        befores = self._pairs.before.get(place, [])
        if not befores or self._is_moved(place) or self._edited[place].kind not in _PROSE | {"Cell"}:
            return None
        return self._located.get(min(befores) if first else max(befores))

    def _is_moved(self, place: int) -> bool:
        return bool(set(self._pairs.before.get(place, ())) & self._moved)

    def _reworded(self) -> set[str]:
        """Return what edited units say that their built ones did not: a text among them was not deleted."""
        return {
            plain(unit.text)
            for place, unit in enumerate(self._edited)
            if (befores := self._pairs.before.get(place)) and all(self._built[one].text != unit.text for one in befores)
        }

    def _deleted(self, place: int) -> Planned:
        unit, followed = self._built[place], self._located.get(place)
        text = beginning(unit.words)
        if followed is None:
            return Planned(EditKind.DELETED, unit.where, text, built=(place,), problem=self._unwritten(place))
        if unit.kind not in _PROSE | {"Note"}:
            return Planned(
                EditKind.DELETED, unit.where, text, problem="only paragraphs, items and notes can be deleted"
            )
        if plain(unit.text) in self._reworded():
            return Planned(EditKind.DELETED, unit.where, text, problem="its words still stand in the document")
        if problem := self._exchanged((place,), ()):
            return Planned(EditKind.DELETED, unit.where, text, problem=problem)
        removed = [removal(followed), *(marks_of_note(followed) if unit.kind == "Note" else ())]
        edits = tuple(TextEdit(followed.source.path, one) for one in removed)
        return Planned(EditKind.DELETED, unit.where, text, edits, (place,))


def merged_changes(changes: Sequence[TextChange]) -> Iterator[TextChange]:
    """Yield changes of one text in order, those that touch each other as one."""
    ordered = sorted(changes, key=lambda one: one.span.start)
    pending: TextChange | None = None
    for one in ordered:
        if (pending is not None and one.span.start < pending.span.end) or (pending and one.span == pending.span):
            end = max(one.span.end, pending.span.end)
            pending = TextChange(Span(pending.span.start, end), pending.new + one.new)
            continue
        if pending is not None:
            yield pending
        pending = one
    if pending is not None:
        yield pending


def _narrow(built: int, edited: int) -> Pairs:
    """Return pairs that hold all units of one group together."""
    pairs = Pairs()
    for one in range(built):
        for other in range(edited):
            pairs.add(one, other)
    return pairs


def _home(units: Sequence[Unit], place: int) -> int:
    """Return the unit in which the mark of a note stands; -1 for none."""
    while place >= 0 and units[place].kind == "Note":
        place -= 1
    return place


def _other_kind(old: Sequence[Unit], new: Sequence[Unit]) -> str:
    """Return that a paragraph was made an item of a list, or the like; nothing where it was not."""
    kinds = {one.kind for one in old}
    other = next((one.kind for one in new if one.kind not in kinds), None)
    return f"{_KINDS.get(old[0].kind, 'it')} was made {_KINDS.get(other, 'another kind of text')}" if other else ""


def _as_unit(unit: Unit, text: str) -> Unit:
    return Unit(text, unit.where, unit.block, unit.number, unit.keys, (), (), (), unit.kind)
