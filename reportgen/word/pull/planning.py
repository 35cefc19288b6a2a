"""Plan what is to be done to the texts of a project so that they print an edited report."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from reportgen.diagnostics import Path
from reportgen.project.corrections import TextChange, changed
from reportgen.regex import regex
from reportgen.word.align import Pairs
from reportgen.word.directions import find_reversed
from reportgen.word.edits import Group, are_same, beginning, find_edits, groups
from reportgen.word.figures import Tracer
from reportgen.word.heads import find_reheaded
from reportgen.word.numerals import is_same as is_same_value
from reportgen.word.pull.looks import changed_looks
from reportgen.word.pull.notes import AddedNotes, NewNote
from reportgen.word.pull.pieces import write_new
from reportgen.word.pull.placing import (
    Put,
    TextEdit,
    as_item,
    as_paragraph,
    mark_of,
    marks_of_note,
    put_before,
    put_behind,
    put_row,
    removal,
    row_removal,
)
from reportgen.word.pull.planned import Compared, Planned
from reportgen.word.pull.printed import PrintedUnit, plain, printed
from reportgen.word.pull.rewriting import Rewritten, rewrite
from reportgen.word.pull.sources import Followed, marks_of, names_in, units_in
from reportgen.word.pull.unseen import BROKEN, find_unseen
from reportgen.word.result import EditKind
from reportgen.word.units import Unit

_COPIED = "what is written from data, or the number of a paragraph, was put into it from another text"
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
        self._notes = AddedNotes(self._edited, self._pairs)
        reheaded = find_reheaded(self._built, self._edited, self._groups, self._known)
        self._heads = {head.head: head for head in reheaded if head.is_certain}
        self._rows_before = rows_of(self._built)
        self._rows = rows_of(self._edited)
        self._told = set[int]()
        """Edited units of which the edit of another one tells: notes, and the further cells of a row."""
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
            found += [(group.edited[0], edit) for edit in (self._of_group(group), self._unseen(group)) if edit]
        for place in range(len(self._edited)):
            if not self._pairs.had(place) and place not in self._told:
                found.append((place, self._added(place)))
        deleted = [place for place, unit in enumerate(self._built) if not self._pairs.has(place) and unit.words]
        rows = {min(self._table_deleted(place) or self._row_deleted(place) or [place]) for place in deleted}
        return [*(one for _, one in sorted(found, key=lambda one: one[0])), *map(self._deleted, sorted(rows))]

    # ---- edited, split, merged, moved --------------------------------------------------------------------

    def _of_group(self, group: Group) -> Planned | None:
        old = [self._built[place] for place in group.built]
        new = [self._edited[place] for place in group.edited]
        is_moved = bool(set(group.built) & self._moved) and old[0].kind != "Note"
        is_same = [unit.kind for unit in old] == [unit.kind for unit in new] and are_same(old, new)
        notes = [(place, note) for place in group.edited for note in self._notes.added_to(place)]
        if is_same and not is_moved and not notes and not changed_looks(old, new):
            return None
        self._told |= {note.place for _, note in notes}
        edit = next(find_edits(old, new, _narrow(len(old), len(new))), None)
        kind = EditKind.MOVED if is_moved else edit.kind if edit else EditKind.EDITED
        last = (new if len(new) >= len(old) else old)[-1]
        text = edit.text if edit and edit.text.strip("…") else beginning(last.words)
        edited = (*group.edited, *(note.place for _, note in notes))
        planned = Planned(kind, new[0].where, text, built=group.built, edited=edited)
        problem = self._unlocated(group, is_moved=is_moved) or _other_kind(old, new)
        problem = problem or self._exchanged(group.built, edited) or self._unnoted(notes) or self._reheading(new[0])
        if problem:
            is_rewritten = old[0].kind == "Cell" and old[0].figures and is_same_value(old[0].words, new[0].words)
            is_look = (is_same or is_rewritten) and not is_moved and not notes  # found to be lost when all is proved
            return None if is_look else replace(planned, problem=problem)
        return self._rewritten(planned, group, notes, is_moved=is_moved)

    def _reheading(self, unit: Unit) -> str:
        """Return that a head would be that of another figure than it was; nothing where it would not."""
        found = self._heads.get((unit.block, *unit.cell)) if unit.kind == "Cell" else None
        return f"“{found.figure.text}” would stand with “{found.new}”, and is of “{found.old}”" if found else ""

    def _rewritten(
        self, planned: Planned, group: Group, notes: Sequence[tuple[int, NewNote]], *, is_moved: bool
    ) -> Planned | None:
        """Return an edit with what it does to its text; None where it does nothing."""
        old = [self._built[place] for place in group.built]
        new = [self._edited[place] for place in group.edited]
        followed = [self._located[place] for place in group.built]
        units = list(zip(group.edited, new, strict=True))
        source = followed[0].source
        labels = {(place, note.at): self._notes.label(source) for place, note in notes}
        rewritten = rewrite(list(zip(old, followed, strict=True)), units, self._spots, labels)
        problem = rewritten.problem or self._turned(old, rewritten)
        names = () if rewritten.problem else tuple(span.name for unit in old for span in unit.figures)
        planned = replace(planned, refusals=rewritten.refusals, figures=names)
        if problem:
            return replace(planned, problem=problem)
        changes = (*_kind_change(old[0], new[0], followed[0]), *rewritten.changes)
        edits = [TextEdit(source.path, change) for change in changes]
        if is_moved:
            edits = self._move(followed[0], rewritten.changes, group.edited[0])
            if not edits:
                return replace(planned, problem="it was moved to where no reply stands")
        if not edits and not rewritten.refusals:
            return None  # signs that look alike
        edits += [self._notes.definition(source, labels[place, note.at], note) for place, note in notes]
        rewordings = zip(new, rewritten.expected, strict=True)
        words = tuple(PrintedUnit(unit.kind, plain(one.text), one.figures) for unit, one in rewordings)
        following = tuple(self._following(group.built[0], words[0].text)) if source.is_plain else ()
        words += tuple(printed(self._edited[note.place]) for _, note in notes)
        return replace(planned, edits=tuple(edits), new=words, following=following)

    def _following(self, place: int, title: str) -> Iterator[tuple[int, PrintedUnit]]:
        """Yield the headings and tables of an annex that are named after a heading."""
        old = self._built[place].text
        for other, unit in enumerate(self._built):
            is_named = unit.text == old or unit.text.startswith(f"{old}: ")
            if other != place and unit.kind in {"Heading", "Table"} and is_named:
                new = printed(unit)
                yield other, replace(new, text=title + new.text[len(plain(old)) :])

    def _unseen(self, group: Group) -> Planned | None:
        """Return what was done to a group without changing its words."""
        problem = find_unseen(self._built, self._edited, self._pairs, group)
        new = self._edited[group.edited[0]]
        found = Planned(EditKind.EDITED, new.where, beginning(new.words), built=group.built, edited=group.edited)
        return replace(found, problem=problem) if problem else None

    def _unlocated(self, group: Group, *, is_moved: bool) -> str:
        """Return why a group cannot be found in one text; nothing where it can."""
        followed = [self._located.get(place) for place in group.built]
        found = [one for one in followed if one is not None]
        if len(found) < len(followed):
            return self._unwritten(group.built[0])
        if is_moved and self._built[group.built[0]].kind == "Cell":
            return "what stands in a table is moved in the inputs"
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

    def _unnoted(self, notes: Sequence[tuple[int, NewNote]]) -> str:
        """Return why notes that were added cannot be taken; nothing where they can."""
        return self._unwritable([note.place for _, note in notes]) if notes else ""

    def _move(self, followed: Followed, changes: Sequence[TextChange], now: int) -> list[TextEdit]:
        source, span = followed.source, followed.span
        text = changed(source.text[: span.end], changes)[span.start :]
        spot = self._spot(now, source.path)
        if spot is None:
            return []
        inserted = spot[1](spot[0], text, is_item=self._edited[now].kind == "ItemList")
        return [TextEdit(source.path, removal(followed)), inserted]

    # ---- added and deleted -------------------------------------------------------------------------------

    def _added(self, place: int) -> Planned:
        unit, notes = self._edited[place], self._notes.added_to(place)
        if unit.kind == "Cell":
            return self._added_row(place)
        self._told |= {note.place for note in notes}
        edited = (place, *(note.place for note in notes))
        planned = Planned(EditKind.ADDED, unit.where, beginning(unit.words), edited=edited)
        if unit.kind not in _PROSE:
            return replace(planned, problem="only paragraphs, items of lists, rows of tables and notes can be added")
        spot = self._spot(place)
        if spot is None:
            return replace(planned, problem="it stands in no reply that somebody wrote")
        if problem := self._unwritable(edited):
            return replace(planned, problem=problem)
        followed, put = spot
        marks = {note.at: self._notes.label(followed.source) for note in notes}
        edit = put(followed, _BEGINS.sub(r"\\", write_new(unit, marks), 1), is_item=unit.kind == "ItemList")
        definitions = (self._notes.definition(followed.source, marks[note.at], note) for note in notes)
        new = tuple(printed(self._edited[one]) for one in edited)
        return replace(planned, edits=(edit, *definitions), new=new)

    def _added_row(self, place: int) -> Planned:
        """Return the addition of a row of a table, of which a cell is given."""
        unit = self._edited[place]
        row = self._rows[unit.block, unit.cell[0]]
        planned = Planned(EditKind.ADDED, unit.where, beginning(unit.words), edited=tuple(row))
        if any(map(self._pairs.had, row)):
            return replace(planned, edited=(place,), problem="only whole rows can be added to a table")
        self._told |= set(row)
        above = next((one for one in range(place - 1, -1, -1) if self._pairs.had(one)), place)
        followed = self._anchor(above) if self._edited[above].block == unit.block else None
        if followed is None:
            return replace(planned, problem="the table stands in no reply that somebody wrote")
        if problem := self._unwritable(row):
            return replace(planned, problem=problem)
        table = self._built[max(self._pairs.before[above])].block
        columns = max(one.cell[1] for one in self._built if one.block == table)
        cells = {self._edited[one].cell[1]: write_new(self._edited[one], {}) for one in row}
        if max(cells) > columns:
            return replace(planned, problem="the table has not so many columns")
        edit = put_row(followed, [cells.get(column, "") for column in range(1, columns + 1)])
        return replace(planned, edits=(edit,), new=tuple(printed(self._edited[one]) for one in row))

    def _unwritable(self, places: Sequence[int]) -> str:
        """Return why new units cannot be written into a text; nothing where they can."""
        texts = [self._edited[place].text for place in places]
        if any(mark in text for text in texts for mark in ("{{", "{%", "{#")):
            return "two braces would be read as a reference"
        return self._exchanged((), places) or (BROKEN if any("\n" in text for text in texts) else "")

    def _spot(self, place: int, home: Path | None = None) -> tuple[Followed, Put] | None:
        """Return beside which text an edited unit is put in, and how; None where no reply stands around it.

        Args:
            place: of the unit.
            home: the path of the text that it stood in; it stays there where it can.
        """
        before, after = self._before(place), self._behind(place)
        is_item = self._edited[place].kind == "ItemList"
        if before is None or (after is not None and after.source.path == home != before.source.path):
            return (after, put_before) if after else None
        if is_item and not mark_of(before) and after is not None and mark_of(after):
            return after, put_before
        return before, put_behind

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

    def _deleted(self, place: int) -> Planned:
        unit, followed = self._built[place], self._located.get(place)
        places = self._row_deleted(place) or (place,)
        planned = Planned(EditKind.DELETED, unit.where, beginning(unit.words), built=places)
        if followed is None:
            return replace(planned, problem=self._unwritten(place))
        if self._table_deleted(place):
            return replace(planned, problem="a whole table is deleted in the inputs")
        if unit.kind not in _PROSE | {"Note"} and not self._row_deleted(place):
            return replace(planned, problem="only paragraphs, items, notes and whole rows can be deleted")
        if problem := self._exchanged(places, ()):
            return replace(planned, problem=problem)
        removed = [row_removal(followed) if unit.kind == "Cell" else removal(followed)]
        removed += marks_of_note(followed) if unit.kind == "Note" else ()
        return replace(planned, edits=tuple(TextEdit(followed.source.path, change) for change in removed))

    def _table_deleted(self, place: int) -> list[int]:
        """Return the cells of the table of which a built cell was deleted; nothing where some are there."""
        block = self._built[place].block
        cells = [one for (table, _), row in self._rows_before.items() if table == block for one in row]
        return [] if any(map(self._pairs.has, cells)) else cells

    def _row_deleted(self, place: int) -> tuple[int, ...]:
        """Return the cells of the row of a table of which a built cell was deleted; nothing where some are there."""
        unit = self._built[place]
        row = self._rows_before.get((unit.block, unit.cell[0]), ())
        return () if any(map(self._pairs.has, row)) else tuple(row)


def _narrow(built: int, edited: int) -> Pairs:
    """Return pairs that hold all units of one group together."""
    pairs = Pairs()
    for one in range(built):
        for other in range(edited):
            pairs.add(one, other)
    return pairs


def _kind_change(old: Unit, new: Unit, followed: Followed) -> tuple[TextChange, ...]:
    """Return what makes a paragraph an item of a list, or the other way round."""
    if old.kind == new.kind:
        return ()
    return (as_item(followed),) if new.kind == "ItemList" else tuple(as_paragraph(followed))


def rows_of(units: Sequence[Unit]) -> dict[tuple[int, int], list[int]]:
    """Return the places of cells by their table and row."""
    rows: dict[tuple[int, int], list[int]] = {}
    for place, unit in enumerate(units):
        if unit.kind == "Cell":
            rows.setdefault((unit.block, unit.cell[0]), []).append(place)
    return rows


def _other_kind(old: Sequence[Unit], new: Sequence[Unit]) -> str:
    """Return that a paragraph was made an item of a list, or the like; nothing where it was not."""
    kinds = {unit.kind for unit in old}
    if len(old) == len(new) == 1 and {old[0].kind, new[0].kind} == {"Paragraph", "ItemList"}:
        return ""
    other = next((unit.kind for unit in new if unit.kind not in kinds), None)
    return f"{_KINDS.get(old[0].kind, 'it')} was made {_KINDS.get(other, 'another kind of text')}" if other else ""


def _as_unit(unit: Unit, text: str) -> Unit:
    return Unit(text, unit.where, unit.block, unit.number, unit.keys, (), (), (), unit.kind)
