"""Write the words of citations on the numbered tree: `paragraphs 5–7 above`.

Paragraphs are cited by number, never by page, since numbers are the same in all languages; `para.` and `paras.` stand
in brackets and notes, `paragraph` and `paragraphs` in running text; `above` and `below` say on which side of the
citing block they stand (UN Editorial Manual, "Footnotes" and "Paragraphs and subparagraphs").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import plain_text


class CitedBlock(Struct, frozen=True):
    """Where a block that may be cited stands."""

    position: int
    """Its index among the blocks of the document."""
    block: tree.Block
    replies: tuple["CitedBlock", ...] = ()
    """The numbered paragraphs under it, for the heading of a reply."""


def find_cited(blocks: Sequence[tree.Block]) -> dict[str, CitedBlock]:
    """Return every block with a key, by its key."""
    found: dict[str, CitedBlock] = {}
    for position, block in enumerate(blocks):
        if (key := tree.key_of(block)) is not None:
            under = tuple(_under(blocks, position)) if isinstance(block, tree.Heading) else ()
            found[key] = CitedBlock(position, block, under)
    return found


def _under(blocks: Sequence[tree.Block], position: int) -> Iterator[CitedBlock]:
    """Yield the numbered paragraphs from a heading to the next one."""
    for place in range(position + 1, len(blocks)):
        block = blocks[place]
        if isinstance(block, tree.Heading):
            return
        if isinstance(block, tree.Paragraph) and block.number is not None:
            yield CitedBlock(place, block)


class Settler(Struct):
    """Writes the words of the citations of a block; within brackets and notes they are abbreviated."""

    spots: Mapping[str, CitedBlock]
    position: int
    """The index of the citing block."""
    unknown: list[str]
    """The targets that no block has are added here."""

    def settle(self, inlines: tree.Inlines, *, in_note: bool = False) -> tree.Inlines:
        """Return the inlines with the words of every citation.

        Args:
            inlines: a run of inlines.
            in_note: whether they stand in a note.
        """
        settled, _ = self._run(inlines, "", in_note=in_note)
        return settled

    def _run(self, inlines: tree.Inlines, before: str, *, in_note: bool) -> tuple[tree.Inlines, str]:
        """Return a run with the words of its citations, and the text up to its end, whose brackets may be open."""
        made: list[tree.Inline] = []
        for inline in inlines:
            settled = inline
            match inline:
                case tree.Citation():
                    short = in_note or before.count("(") > before.count(")")  # a bracket is open
                    settled = replace(inline, children=self._words(inline, short=short))
                    before += plain_text(settled.children)
                case tree.Note():
                    settled = replace(inline, children=self.settle(inline.children, in_note=True))
                case tree.Emphasis() | tree.Raised() | tree.Link():
                    children, before = self._run(inline.children, before, in_note=in_note)
                    settled = replace(inline, children=children)
                case _:
                    before += plain_text((inline,))
            made.append(settled)
        return tuple(made), before

    def _words(self, citation: tree.Citation, *, short: bool) -> tree.Inlines:
        lost = [key for key in citation.targets if key not in self.spots]
        if lost:
            self.unknown += lost
            return ()
        if citation.form is tree.CitationForm.REPLY:
            return (_reply(citation.targets[0]),)
        spots = [self.spots[key] for key in citation.targets]
        if any(_number(spot) == 0 for spot in spots) and citation.form is tree.CitationForm.PARAGRAPHS:
            named = zip(citation.targets, spots, strict=True)
            return tuple(_listed([[tree.Reference(key, name_block(spot.block))] for key, spot in named]))
        if citation.form is tree.CitationForm.REPLY_PARAGRAPHS:
            spots = list(spots[0].replies)
            if not spots:  # a reply that is awaited has no paragraphs yet
                return (_reply(citation.targets[0]),)
        return tuple(self._paragraphs(spots, short=short))

    def _paragraphs(self, spots: Iterable[CitedBlock], *, short: bool) -> Iterator[tree.Inline]:
        ordered = sorted({spot.position: spot for spot in spots}.values(), key=lambda spot: spot.position)
        word = ("para." if short else "paragraph") if len(ordered) == 1 else ("paras." if short else "paragraphs")
        yield tree.Text(f"{word} ")
        sides = [(side, list(group)) for side, group in groupby(ordered, key=self._side)]
        yield from _listed([[*_numbers(group), *_sided(side, group[0])] for side, group in sides])

    def _side(self, spot: CitedBlock) -> str:
        if spot.position == self.position:
            return ""
        return "above" if spot.position < self.position else "below"


def _sided(side: str, spot: CitedBlock) -> Iterator[tree.Inline]:
    """Yield ` above` or ` below`, which follows the first of the blocks when that is moved in Word."""
    if side:
        yield tree.Text(" ")
        key = tree.key_of(spot.block)
        yield tree.Reference(key, side, is_side=True) if key else tree.Text(side)


def _numbers(spots: Sequence[CitedBlock]) -> Iterator[tree.Inline]:
    """Yield `5–7, 9 and 12`, each number a reference of its own."""
    runs: list[list[CitedBlock]] = []
    for spot in spots:
        if runs and _number(spot) == _number(runs[-1][-1]) + 1:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    yield from _listed([end for run in runs for end in _ends(run)])


def _ends(run: Sequence[CitedBlock]) -> Iterator[list[tree.Inline]]:
    """Yield a run of consecutive paragraphs: `5–7`; two stand one after the other."""
    match run:
        case [first, _, *_, last]:
            yield [_cited(first), tree.Text("–"), _cited(last)]
        case _:
            yield from ([_cited(spot)] for spot in run)


def _cited(spot: CitedBlock) -> tree.Inline:
    key = tree.key_of(spot.block)
    number = str(_number(spot)) if isinstance(spot.block, tree.Paragraph) else ""
    return tree.Reference(key, number) if key else tree.Text(number)


def _number(spot: CitedBlock) -> int:
    return spot.block.number or 0 if isinstance(spot.block, tree.Paragraph) else 0


def _listed(members: Sequence[Sequence[tree.Inline]]) -> Iterator[tree.Inline]:
    """Yield members with commas between them, and `and` before the last."""
    for place, member in enumerate(members):
        if place:
            yield tree.Text(" and " if place == len(members) - 1 else ", ")
        yield from member


def name_block(block: tree.Block) -> str:
    """Return how a block is cited by itself: `paragraph 14`, `table 3`, `section B`, `annex II`; empty: by nothing."""
    match block:
        case tree.Paragraph(number=int(number)):
            return f"paragraph {number}"
        case tree.Table():
            return f"table {block.number}"
        case tree.Heading(level=tree.Level.PART):
            return f"section {(block.label or '').rstrip('.')}"
        case tree.Heading(level=tree.Level.ANNEX):
            return (block.label or "").replace("Annex", "annex")
        case tree.Heading():
            return plain_text(block.children)
        case _:
            return ""


def _reply(key: str) -> tree.Inline:
    number = key.removeprefix(tree.REPLY_KEY)
    return tree.Reference(key, f"the reply to the issues raised in paragraph {number}")
