"""Record what is marked in a redline: an added paragraph is one change, and so is a new row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from reportgen.readers.docx.oxml import Element, W
from reportgen.word.edits import beginning
from reportgen.word.redline.atoms import BREAK, Atom, atoms_of
from reportgen.word.redline.weaving import compare
from reportgen.word.result import Edit, EditKind
from reportgen.word.units import Unit

_AROUND = 6
"""Words that are shown on each side of a change."""


class Swap(Struct, frozen=True):
    """Words that others take the place of, so long that a reader finds them in the paragraph."""

    old: str
    new: str
    start: int
    """How many characters of the old text stand before them, blanks not counted."""


class Marked(Struct, frozen=True):
    """One thing that was done."""

    edit: Edit
    unit: Unit | None
    """The text that it was done to, by which its issue is found: the old one where it was deleted."""
    is_old: bool = False
    """Whether that stands in the old file."""
    swaps: tuple[Swap, ...] = ()
    """The words that were edited."""
    old: Unit | None = None
    """The old text of what was edited or moved."""
    words: str = ""
    """All that was added."""


class Recorder:
    """Records what is done to the blocks of two files."""

    def __init__(self, old: Mapping[Element, Unit], new: Mapping[Element, Unit]) -> None:
        """Take the units of both files by their paragraphs."""
        self._old = old
        self._new = new
        self.marked: list[Marked] = []

    def edited(self, old: Sequence[Element], new: Sequence[Element], kind: EditKind = EditKind.EDITED) -> None:
        """Record paragraphs, or a cell, that became others; those that were divided or joined are called so."""
        if kind is EditKind.EDITED and len(old) != len(new) and old and new:
            kind = EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED
        before, after = atoms_of(old), atoms_of(new)
        unit = self._unit(self._new, new) or self._unit(self._old, old)
        text = told(before, after)
        if unit is not None:
            where = _where(self._new, new) or unit.where
            text = text if "[-" in text or "{+" in text else beginning(_said(after))
            edit = Edit(kind, where, _where(self._old, old) or where, text)
            self.marked.append(Marked(edit, unit, swaps=swaps(before, after), old=self._unit(self._old, old)))

    def added(self, element: Element) -> None:
        """Record a paragraph, row or table that was added."""
        self._whole(EditKind.ADDED, element, self._new)

    def deleted(self, element: Element) -> None:
        """Record a paragraph, row or table that was deleted."""
        self._whole(EditKind.DELETED, element, self._old)

    def note(self, old: Element, new: Element, paragraph: Element) -> None:
        """Record a note that was edited, and the paragraph in which its mark stands."""
        unit = self._new.get(paragraph)
        where = f"a note to {unit.where}" if unit else "a note"
        before, after = (atoms_of(note.iter(f"{W}p")) for note in (old, new))
        edit = Edit(EditKind.EDITED, where, where, told(before, after))
        self.marked.append(Marked(edit, unit, swaps=swaps(before, after)))

    def _whole(self, kind: EditKind, element: Element, units: Mapping[Element, Unit]) -> None:
        paragraphs = list(element.iter(f"{W}p"))
        unit = self._unit(units, paragraphs)
        if unit is None:
            return
        where = _block_name(unit.where, element)
        words = " | ".join(filter(None, (_said(atoms_of([one])) for one in paragraphs)))
        text = beginning(words)
        is_old = kind is EditKind.DELETED
        last = self.marked[-1] if self.marked else None
        if last and last.edit.kind is kind and last.edit.where == where and where.startswith("table"):
            text = beginning(f"{last.edit.text} | {text}")  # the title, the rows and the source are one table
            words = f"{self.marked.pop().words} | {words}"
        self.marked.append(Marked(Edit(kind, where, where if is_old else "", text), unit, is_old, words=words))

    def _unit(self, units: Mapping[Element, Unit], paragraphs: Iterable[Element]) -> Unit | None:
        return next((units[one] for one in paragraphs if one in units), None)


def _where(units: Mapping[Element, Unit], paragraphs: Iterable[Element]) -> str:
    return " and ".join(dict.fromkeys(units[one].where for one in paragraphs if one in units))


def _block_name(where: str, element: Element) -> str:
    """Return what a block is called: a table, and a row, by less than the place of their first cell."""
    parts = {f"{W}tbl": 1, f"{W}tr": 2}.get(str(element.tag))
    return where if parts is None else ", ".join(where.split(", ")[:parts])


def _said(atoms: Iterable[Atom]) -> str:
    return " ".join("".join(map(_text, atoms)).split())


def _text(atom: Atom) -> str:
    if atom.run is not None:
        return atom.text
    if atom.key == BREAK or atom.key[0] in {"tab", "br"}:
        return " "
    if atom.key[0] == "note":
        return "⟨note⟩"
    if atom.key[0] == "picture":
        return "⟨picture⟩"
    return "".join(part.text or "" for node in atom.nodes for part in node.iter(f"{W}t"))


def told(before: Sequence[Atom], after: Sequence[Atom]) -> str:
    """Return what is marked between two stretches, as verify prints it: `in [-2022-] {+2023+}`."""
    codes = compare(before, after)
    parts: list[str] = []
    for place, (kind, start, end, begin, stop) in enumerate(codes):
        if kind == "equal":
            parts += _context(_said(after[begin:stop]).split(), is_first=place == 0, is_last=place == len(codes) - 1)
            continue
        if gone := _said(before[start:end]):
            parts.append(f"[-{gone}-]")
        if come := _said(after[begin:stop]):
            parts.append(f"{{+{come}+}}")
    return " ".join(parts)


def _context(words: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[str]:
    """Yield equal words, cut to some next to each change."""
    before = [] if is_first else list(words[:_AROUND])
    after = [] if is_last else list(words[-_AROUND:])
    yield from words if len(words) <= len(before) + len(after) else [*before, "…", *after]


def swaps(before: Sequence[Atom], after: Sequence[Atom]) -> tuple[Swap, ...]:
    """Return the words that were edited, each with so many of those around it that it stands once in the old text."""
    whole = _said(before)
    made: list[Swap] = []
    for kind, start, end, begin, stop in compare(before, after):
        old, new = _said(before[start:end]), _said(after[begin:stop])
        if kind == "equal" or old == new:
            continue
        ahead, behind = _said(before[:start]), _said(before[end:])
        for _ in range(_AROUND):
            if old and new and whole.count(old) == 1:
                break
            ahead, _, word = ahead.rpartition(" ")
            old, new = (f"{word} {one}".strip() for one in (old, new))
            if not word:
                word, _, behind = behind.partition(" ")
                old, new = (f"{one} {word}".strip() for one in (old, new))
        made.append(Swap(old, new, len("".join(ahead.split()))))
    return tuple(made)
