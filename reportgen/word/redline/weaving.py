"""Weave two stretches of paragraphs into one with tracked changes, by the atoms that both have."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reportgen.claims.differences import shared_start
from reportgen.limits import COMPARED_WORDS
from reportgen.readers.docx.oxml import Element, W, name_of
from reportgen.word.redline.atoms import BREAK, Atom, nodes_of
from reportgen.word.redline.carrying import Carrier
from reportgen.word.redline.revisions import copied
from reportgen.word.redline.stories import Story

_SHORT = 3
"""Letters of the longest word that may stand alone between two changes; a shorter one would be read three times."""
_ATOMS = 2 * COMPARED_WORDS
"""Atoms of a stretch beyond which only its equal ends are compared: words and blanks."""

Code = tuple[str, int, int, int, int]


class Weaver:
    """Weaves stretches of one document."""

    def __init__(self, carrier: Carrier, story: Story) -> None:
        """Take the carrier, and the story of the old file."""
        self._carrier = carrier
        self._story = story

    def weave(self, old: Sequence[Atom], new: Sequence[Atom]) -> list[Element]:
        """Return paragraphs that hold both stretches.

        Args:
            old: atoms of the old paragraphs; none where the paragraphs were added.
            new: atoms of the new paragraphs; none where the paragraphs were deleted.
        """
        made = _Paragraphs(self._carrier, self._story)
        for kind, start, end, begin, stop in compare(old, new):
            gone, come = old[start:end], new[begin:stop]
            if kind == "equal":
                for before, after in zip(gone, come, strict=True):
                    self._equal(made, before, after)
                continue
            ahead = come[0] if come else new[begin] if begin < len(new) else None
            self._lead(made, ahead, opens=bool(come))
            for atom in gone:
                self._gone(made, atom)
            for atom in come:
                self._come(made, atom)
        return made.finish()

    def _lead(self, made: "_Paragraphs", ahead: Atom | None, *, opens: bool) -> None:
        """Put the ends of bookmarks before what is deleted, and their beginnings before what takes its place."""
        if ahead is None:
            return
        starts = {element.get(f"{W}id") for element in ahead.before if name_of(element).endswith("Start")}
        taken = [
            element
            for element in ahead.before
            if (opens if name_of(element).endswith("Start") else element.get(f"{W}id") not in starts or opens)
        ]
        made.add_plain(copied(element) for element in taken)
        ahead.before = [element for element in ahead.before if element not in taken]

    def _equal(self, made: "_Paragraphs", before: Atom, after: Atom) -> None:
        made.add_plain(self._carrier.bookmarks(before.before))
        made.add_plain(copied(element) for element in after.before)
        if after.key == BREAK:
            made.close(after.paragraph)
            return
        if before.note and after.note:
            self._carrier.pair_notes(before.note, after.note)
        made.add(after, None)

    def _gone(self, made: "_Paragraphs", atom: Atom) -> None:
        made.add_plain(self._carrier.bookmarks(atom.before))
        if atom.key == BREAK:
            made.close(atom.paragraph, "del")
        else:
            made.add(atom, "del")

    def _come(self, made: "_Paragraphs", atom: Atom) -> None:
        made.add_plain(copied(element) for element in atom.before)
        if atom.key == BREAK:
            made.close(atom.paragraph, "ins")
        else:
            made.add(atom, "ins")


class _Paragraphs:
    """Paragraphs while they are made; neighbouring atoms of one kind become as few elements as they can."""

    def __init__(self, carrier: Carrier, story: Story) -> None:
        self._carrier = carrier
        self._story = story
        self._made: list[Element] = []
        self._content: list[Element] = []
        self._waiting: list[Atom] = []
        self._kind: str | None = None

    def add(self, atom: Atom, kind: str | None) -> None:
        """Add an atom as inserted, deleted, or neither."""
        if kind != self._kind:
            self._flush()
            self._kind = kind
        self._waiting.append(atom)

    def add_plain(self, nodes: Iterable[Element]) -> None:
        """Add what has no width."""
        for node in nodes:
            self._flush()
            self._content.append(node)

    def close(self, like: Element | None, kind: str | None = None) -> None:
        """End the paragraph with the properties of another; its mark is inserted, deleted, or neither."""
        self._flush()
        made = self._carrier.shell(like, is_old=kind == "del")
        made.extend(self._content)
        self._content = []
        self._made.append(self._carrier.revisions.mark_paragraph(made, kind) if kind else made)

    def finish(self) -> list[Element]:
        """Return the paragraphs."""
        self._flush()
        return self._made

    def _flush(self) -> None:
        atoms, self._waiting = self._waiting, []
        if not atoms:
            return
        nodes = list(nodes_of(atoms))
        if self._kind is None:
            self._content += nodes
            return
        if self._kind == "del":
            nodes = [self._carrier.fit(node, self._story) for node in nodes]
        self._content += self._carrier.revisions.wrap(nodes, self._kind)


# ---- comparing ------------------------------------------------------------------------------------------------


def compare(old: Sequence[Atom], new: Sequence[Atom]) -> list[Code]:
    """Return what turns one stretch into another, as `SequenceMatcher.get_opcodes` does, fit to be read.

    Blanks, signs and short words that two changes have between them belong to the change: “in 22 May” for “in
    3 June” is one change, and a sentence that was written anew is not fifty.
    """
    before, after = [atom.key for atom in old], [atom.key for atom in new]
    head = shared_start(before, after)
    tail = shared_start(before[head:][::-1], after[head:][::-1])
    middle = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(map(len, middle)) > _ATOMS:
        codes: Sequence[Code] = [("replace", 0, len(middle[0]), 0, len(middle[1]))]
    else:
        codes = SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
    whole: list[Code] = [("equal", 0, head, 0, head)] if head else []
    whole += [(kind, a + head, b + head, c + head, d + head) for kind, a, b, c, d in codes]
    if tail:
        whole.append(("equal", len(before) - tail, len(before), len(after) - tail, len(after)))
    return list(_joined(whole, old))


def _joined(codes: Sequence[Code], old: Sequence[Atom]) -> Iterator[Code]:
    """Yield the codes with neighbouring changes joined over what is too little to stand between them."""
    merged: list[Code] = []
    for place, code in enumerate(codes):
        is_between = 0 < place < len(codes) - 1 and code[0] == "equal" and _is_little(old[code[1] : code[2]])
        if merged and merged[-1][0] != "equal" and (code[0] != "equal" or is_between):
            _, start, _, begin, _ = merged[-1]
            merged[-1] = ("replace", start, code[2], begin, code[4])
        elif code[1] < code[2] or code[3] < code[4]:
            merged.append(code)
    yield from merged


def _is_little(atoms: Sequence[Atom]) -> bool:
    """Return whether equal atoms are one short word, or none: never a paragraph's mark, a note or a field."""
    texts = [atom.text for atom in atoms]
    words = [text for text in texts if text[:1].isalnum()]
    return (
        all(texts) and len(words) < 2 and sum(map(len, words)) <= _SHORT and not any(word.isdigit() for word in words)
    )
