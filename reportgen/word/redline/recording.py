"""Record what is marked in a redline: an added paragraph is one change, and so is a new row."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from reportgen.claims.differences import kept_around
from reportgen.readers.docx.oxml import Element, W
from reportgen.word.edits import beginning
from reportgen.word.redline.atoms import Atom, readable_text, readable_texts
from reportgen.word.redline.sides import Side
from reportgen.word.redline.weaving import compare
from reportgen.word.result import Edit, EditKind
from reportgen.word.units import Unit

_MARK = "\ue000"
"""Stands for each letter of the mark of a note where the letters of a page are counted: a private character."""
_AROUND = 6
"""Words that are shown on each side of a change."""


class Swap(Struct, frozen=True):
    """Words that others take the place of, so long that a reader finds them in the paragraph."""

    old: str
    new: str
    start: int
    """How many characters of the old page stand before them in the paragraph, blanks not counted."""


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


class NoteMark(Struct, frozen=True):
    """A note of one of the files."""

    atoms: Sequence[Atom]
    paragraph: Element
    """In which its mark stands."""


class Recorder:
    """Records what is done to the blocks of two files."""

    def __init__(self, old: Side, new: Side) -> None:
        """Take both files."""
        self._old_side, self._new_side = old, new
        self._old = old.by_paragraph
        self._new = new.by_paragraph
        self.marked: list[Marked] = []

    def edited(self, old: Sequence[Element], new: Sequence[Element], kind: EditKind = EditKind.EDITED) -> None:
        """Record paragraphs, or a cell, that became others; those that were divided or joined are called so."""
        if kind is EditKind.EDITED and len(old) != len(new) and old and new:
            kind = EditKind.SPLIT if len(new) > len(old) else EditKind.MERGED
        before, after = self._old_side.atoms(*old), self._new_side.atoms(*new)
        unit = _unit(self._new, new) or _unit(self._old, old)
        text = differences(before, after)
        if unit is not None:
            where = _where(self._new, new) or unit.where
            text = text if "[-" in text or "{+" in text else beginning(readable_text(after))
            edit = Edit(kind, where, _where(self._old, old) or where, text)
            self.marked.append(Marked(edit, unit, swaps=swaps(before, after), old=_unit(self._old, old)))

    def added(self, element: Element) -> None:
        """Record a paragraph, row or table that was added."""
        self._whole(EditKind.ADDED, element, self._new_side, self._new)

    def deleted(self, element: Element) -> None:
        """Record a paragraph, row or table that was deleted."""
        self._whole(EditKind.DELETED, element, self._old_side, self._old)

    def note(self, old: NoteMark, new: NoteMark) -> None:
        """Record a note that was edited: what it says, and the paragraph in which its mark stands, in both files."""
        unit = self._new.get(new.paragraph)
        edit = Edit(
            EditKind.EDITED, _note_to(unit), _note_to(self._old.get(old.paragraph)), differences(old.atoms, new.atoms)
        )
        self.marked.append(Marked(edit, unit, swaps=swaps(old.atoms, new.atoms)))

    def _whole(self, kind: EditKind, element: Element, side: Side, units: Mapping[Element, Unit]) -> None:
        paragraphs = list(element.iter(f"{W}p"))
        words = " | ".join(filter(None, (readable_text(side.atoms(paragraph)) for paragraph in paragraphs)))
        unit = _unit(units, paragraphs)
        beside = unit or (_before(units, element) if words else None)  # a picture is no text
        if beside is None:
            return
        where = _block_name(beside.where, element) if unit else f"a picture after {beside.where}"
        text = beginning(words)
        is_old = kind is EditKind.DELETED
        last = self.marked[-1] if self.marked else None
        if last and last.edit.kind is kind and last.edit.where == where and where.startswith("table"):
            text = beginning(f"{last.edit.text} | {text}")  # the title, the rows and the source are one table
            words = f"{self.marked.pop().words} | {words}"
        self.marked.append(Marked(Edit(kind, where, where if is_old else "", text), beside, is_old, words=words))


def _unit(units: Mapping[Element, Unit], paragraphs: Sequence[Element]) -> Unit | None:
    return next((units[paragraph] for paragraph in paragraphs if paragraph in units), None)


def _before(units: Mapping[Element, Unit], element: Element) -> Unit | None:
    """Return the text that stands before a block, nearest to it."""
    blocks = (list(sibling.iter(f"{W}p")) for sibling in element.itersiblings(preceding=True))
    return next(filter(None, (_unit(units, paragraphs[::-1]) for paragraphs in blocks)), None)


def _note_to(unit: Unit | None) -> str:
    return f"a note to {unit.where}" if unit else "a note"


def _where(units: Mapping[Element, Unit], paragraphs: Sequence[Element]) -> str:
    return " and ".join(dict.fromkeys(units[paragraph].where for paragraph in paragraphs if paragraph in units))


def _block_name(where: str, element: Element) -> str:
    """Return what a block is called: a table, and a row, by less than the place of their first cell."""
    parts = {f"{W}tbl": 1, f"{W}tr": 2}.get(str(element.tag))
    return where if parts is None else ", ".join(where.split(", ")[:parts])


def differences(before: Sequence[Atom], after: Sequence[Atom]) -> str:
    """Return what is marked between two stretches, as verify prints it: `in [-2022-] {+2023+}`."""
    codes = compare(before, after)
    parts: list[str] = []
    for place, (kind, start, end, begin, stop) in enumerate(codes):
        if kind == "equal":
            words = _letters(after[begin:stop]).replace(_MARK, "").split()
            parts += kept_around(words, is_first=place == 0, is_last=place == len(codes) - 1)
            continue
        gone, come = readable_texts(before[start:end], after[begin:stop])
        parts += [f"[-{gone}-]"] * bool(gone) + [f"{{+{come}+}}"] * bool(come)
    return " ".join(parts)


def swaps(before: Sequence[Atom], after: Sequence[Atom]) -> tuple[Swap, ...]:
    """Return the words that were edited, each with so many of those around it that it stands once in the old text."""
    whole = _letters(before).replace(_MARK, "")
    made: list[Swap] = []
    for kind, start, end, begin, stop in compare(before, after):
        old, new = readable_texts(before[start:end], after[begin:stop])
        if kind == "equal" or (old == new and not any(atom.key[0] == "picture" for atom in before[start:end])):
            continue
        plain, ahead, behind = (_letters(atoms) for atoms in (before[start:end], before[:start], before[end:]))
        for _ in range(_AROUND):
            if old and new and whole.count(plain.replace(_MARK, "")) == 1:
                break
            ahead, _, word = ahead.rpartition(" ")
            plain, old, new = (f"{word} {one}".strip() for one in (plain, old, new))
            if not word:
                word, _, behind = behind.partition(" ")
                plain, old, new = (f"{one} {word}".strip() for one in (plain, old, new))
        old, new = (one.replace(_MARK, "") for one in (old, new))
        made.append(Swap(old, new, len("".join(ahead.split()))))
    return tuple(made)


def _letters(atoms: Sequence[Atom]) -> str:
    """Return the text of a page with single blanks; the marks of notes are as many private characters."""
    pieces = (_MARK * len(atom.printed) if atom.key[0] == "note" else atom.printed for atom in atoms)
    return " ".join("".join(pieces).split())
