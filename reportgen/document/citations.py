"""Write the words of citations on the numbered tree: `paragraphs 5–7 above`.

Paragraphs are cited by number, never by page, since numbers are the same in all languages; `para.` and `paras.` stand
in brackets and notes, `paragraph` and `paragraphs` in running text; `above` and `below` say on which side of the
citing block they stand (UN Editorial Manual, "Footnotes" and "Paragraphs and subparagraphs").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import is_

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import plain_text, with_children
from reportgen.document.wording import ENGLISH, Forms, Wording, say, say_asked


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
        if type(block) is tree.Paragraph and block.number is not None:
            yield CitedBlock(place, block)


class Settler(Struct):
    """Writes the words of the citations of a block; within brackets and notes they are abbreviated."""

    spots: Mapping[str, CitedBlock]
    position: int
    """The index of the citing block."""
    unknown: list[str]
    """The targets that no block has are added here."""
    words: Wording = ENGLISH

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
                case tree.Text():
                    before += inline.text
                case tree.Citation():
                    short = in_note or before.count("(") > before.count(")")  # a bracket is open
                    settled = replace(inline, children=self._words(inline, short=short))
                    before += plain_text(settled.children)
                case tree.Note():
                    settled = with_children(inline, self.settle(inline.children, in_note=True))
                case tree.Emphasis() | tree.Raised() | tree.Link():
                    children, before = self._run(inline.children, before, in_note=in_note)
                    settled = with_children(inline, children)
                case _:
                    before += plain_text((inline,))
            made.append(settled)
        return (inlines if all(map(is_, made, inlines)) else tuple(made)), before

    def _words(self, citation: tree.Citation, *, short: bool) -> tree.Inlines:
        lost = [key for key in citation.targets if key not in self.spots]
        if lost:
            self.unknown += lost
            return ()
        if citation.form is tree.CitationForm.REPLY:
            return (self._reply(citation.targets[0]),)
        spots = [self.spots[key] for key in citation.targets]
        if any(_number(spot) == 0 for spot in spots) and citation.form is tree.CitationForm.PARAGRAPHS:
            named = zip(citation.targets, spots, strict=True)
            return tuple(
                self._listed([[tree.Reference(key, name_block(spot.block, self.words))] for key, spot in named])
            )
        if citation.form is tree.CitationForm.REPLY_PARAGRAPHS:
            spots = list(spots[0].replies)
            if not spots:  # a reply that is awaited has no paragraphs yet
                return (self._reply(citation.targets[0]),)
        return tuple(self._paragraphs(spots, short=short))

    def _paragraphs(self, spots: Iterable[CitedBlock], *, short: bool) -> Iterator[tree.Inline]:
        ordered = sorted({spot.position: spot for spot in spots}.values(), key=lambda spot: spot.position)
        forms = self.words.paragraph_short if short else self.words.paragraph
        before, after = say(forms[min(len(ordered), len(forms)) - 1], numbers="\0").split("\0")
        sides = [(side, list(group)) for side, group in groupby(ordered, key=self._side)]
        yield from _text(before)
        yield from self._listed([self._sided(side, group) for side, group in sides])
        yield from _text(after)

    def _side(self, spot: CitedBlock) -> Forms:
        if spot.position == self.position:
            return ("", "")
        return self.words.above if spot.position < self.position else self.words.below

    def _sided(self, side: Forms, spots: Sequence[CitedBlock]) -> list[tree.Inline]:
        """Return numbers with ` above` or ` below`, which moves with the first block in Word."""
        key = tree.key_of(spots[0].block)
        before, after = (list(_side_words(words, key)) for words in side)
        return [*before, *self._numbers(spots), *after]

    def _numbers(self, spots: Sequence[CitedBlock]) -> Iterator[tree.Inline]:
        """Yield `5–7, 9 and 12`, each number a reference of its own."""
        runs: list[list[CitedBlock]] = []
        for spot in spots:
            if runs and _number(spot) == _number(runs[-1][-1]) + 1:
                runs[-1].append(spot)
            else:
                runs.append([spot])
        yield from self._listed([end for run in runs for end in self._ends(run)])

    def _ends(self, run: Sequence[CitedBlock]) -> Iterator[list[tree.Inline]]:
        """Yield a run of consecutive paragraphs: `5–7`; two stand one after the other."""
        match run:
            case [first, _, *_, last]:
                yield [_cited(first), tree.Text(say(self.words.span)), _cited(last)]
            case _:
                yield from ([_cited(spot)] for spot in run)

    def _listed(self, members: Sequence[Sequence[tree.Inline]]) -> Iterator[tree.Inline]:
        """Yield members with commas between them, and `and` before the last."""
        for place, member in enumerate(members):
            if place:
                yield tree.Text(say(self.words.last if place == len(members) - 1 else self.words.comma))
            yield from member

    def _reply(self, key: str) -> tree.Inline:
        return tree.Reference(key, say_asked(self.words, self.words.reply, key.removeprefix(tree.REPLY_KEY)))


def _text(words: str) -> Iterator[tree.Inline]:
    if words:
        yield tree.Text(words)


def _side_words(words: str, key: str | None) -> Iterator[tree.Inline]:
    """Yield the words of a side, and the spaces around them apart."""
    bare = words.strip()
    if bare:
        start = words.index(bare)
        yield from _text(words[:start])
        yield tree.Reference(key, bare, is_side=True) if key else tree.Text(bare)
        yield from _text(words[start + len(bare) :])


def _cited(spot: CitedBlock) -> tree.Inline:
    key = tree.key_of(spot.block)
    number = str(_number(spot)) if isinstance(spot.block, tree.Paragraph) else ""
    return tree.Reference(key, number) if key else tree.Text(number)


def _number(spot: CitedBlock) -> int:
    return spot.block.number or 0 if isinstance(spot.block, tree.Paragraph) else 0


def name_block(block: tree.Block, words: Wording) -> str:
    """Return how a block is cited by itself: `paragraph 14`, `table 3`, `section B`, `annex II`; empty: by nothing."""
    match block:
        case tree.Paragraph(number=int(number)):
            return say(words.paragraph[0], numbers=number)
        case tree.Table():
            return say(words.table, number=block.number)
        case tree.Heading(level=tree.Level.PART):
            return say(words.section, letter=(block.label or "").rstrip(".-"))
        case tree.Heading(level=tree.Level.ANNEX):
            return (block.label or "").replace(words.annex, words.annex_in_text)
        case tree.Heading():
            return plain_text(block.children)
        case _:
            return ""
