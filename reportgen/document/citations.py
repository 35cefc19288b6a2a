"""What citations say, settled on the numbered tree: `paragraphs 5–7 above`.

Paragraphs are cited by number, never by page, since numbers are the same in all languages; `para.` and `paras.` stand
in brackets and notes, `paragraph` and `paragraphs` in running text; `above` and `below` say on which side of the
citing block they stand (UN Editorial Manual, "Footnotes" and "Paragraphs and subparagraphs").
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document.tree import (
    Block,
    Citation,
    CitationForm,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Level,
    Link,
    Note,
    Paragraph,
    Raised,
    Reference,
    Table,
    Text,
)
from reportgen.document.walk import plain_text

_REPLY_KEY = "reply-"
"""The heading of the reply to issue 14 has the key `reply-14`."""


class Spot(Struct, frozen=True):
    """Where a block that may be cited stands."""

    position: int
    """Its index among the blocks of the document."""
    block: Block
    replies: tuple["Spot", ...] = ()
    """The numbered paragraphs under it, for the heading of a reply."""


def find_spots(blocks: Sequence[Block]) -> dict[str, Spot]:
    """The spot of every block with a key."""
    spots: dict[str, Spot] = {}
    for position, block in enumerate(blocks):
        key = getattr(block, "key", None)
        if key is None:
            continue
        under = tuple(_under(blocks, position)) if isinstance(block, Heading) else ()
        spots[key] = Spot(position, block, under)
    return spots


def _under(blocks: Sequence[Block], position: int) -> Iterator[Spot]:
    """The numbered paragraphs from a heading to the next one."""
    for place in range(position + 1, len(blocks)):
        block = blocks[place]
        if isinstance(block, Heading):
            return
        if isinstance(block, Paragraph) and block.number is not None:
            yield Spot(place, block)


class Settler(Struct):
    """Settles the citations of one run of inlines after the other, with what was read of the run before each."""

    spots: Mapping[str, Spot]
    position: int
    """The index of the citing block."""
    unknown: list[str]
    """The targets that no block has are added here."""

    def settle(self, inlines: Inlines, *, in_note: bool = False) -> Inlines:
        """The inlines with every citation in words."""
        settled, _ = self._run(inlines, "", in_note=in_note)
        return settled

    def _run(self, inlines: Inlines, before: str, *, in_note: bool) -> tuple[Inlines, str]:
        made: list[Inline] = []
        for inline in inlines:
            match inline:
                case Citation():
                    inline = replace(inline, children=self._words(inline, short=in_note or _is_bracketed(before)))  # noqa: PLW2901 - the same inline, settled
                    before += plain_text(inline.children)
                case Note():
                    inline = replace(inline, children=self.settle(inline.children, in_note=True))  # noqa: PLW2901 - as above
                case Emphasis() | Raised() | Link():
                    children, before = self._run(inline.children, before, in_note=in_note)
                    inline = replace(inline, children=children)  # noqa: PLW2901 - as above
                case _:
                    before += plain_text((inline,))
            made.append(inline)
        return tuple(made), before

    def _words(self, citation: Citation, *, short: bool) -> Inlines:
        lost = [key for key in citation.targets if key not in self.spots]
        if lost:
            self.unknown += lost
            return ()
        if citation.form is CitationForm.REPLY:
            return tuple(_reply(citation.targets[0]))
        spots = [self.spots[key] for key in citation.targets]
        if any(_number(spot) == 0 for spot in spots) and citation.form is CitationForm.PARAGRAPHS:
            return tuple(_named(citation.targets, spots))
        if citation.form is CitationForm.REPLY_PARAGRAPHS:
            spots = list(spots[0].replies)
            if not spots:  # a reply that is awaited has no paragraphs yet
                return tuple(_reply(citation.targets[0]))
        return tuple(self._paragraphs(spots, short=short))

    def _paragraphs(self, spots: Iterable[Spot], *, short: bool) -> Iterator[Inline]:
        ordered = sorted({spot.position: spot for spot in spots}.values(), key=lambda spot: spot.position)
        word = ("para." if short else "paragraph") if len(ordered) == 1 else ("paras." if short else "paragraphs")
        yield Text(f"{word} ")
        sides = [(side, list(group)) for side, group in groupby(ordered, key=self._side)]
        for place, (side, group) in enumerate(sides):
            if place:
                yield Text(" and " if place == len(sides) - 1 else ", ")
            yield from _numbers(group)
            if side:
                yield Text(f" {side}")

    def _side(self, spot: Spot) -> str:
        if spot.position == self.position:
            return ""
        return "above" if spot.position < self.position else "below"


def _numbers(spots: Sequence[Spot]) -> Iterator[Inline]:
    """`5–7, 9 and 12`, each number a reference of its own."""
    runs: list[list[Spot]] = []
    for spot in spots:
        if runs and _number(spot) == _number(runs[-1][-1]) + 1:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    ends = [end for run in runs for end in _ends(run)]
    for place, end in enumerate(ends):
        if place:
            yield Text(" and " if place == len(ends) - 1 else ", ")
        yield from end


def _ends(run: Sequence[Spot]) -> Iterator[list[Inline]]:
    """A run of consecutive paragraphs: `5–7`; two stand one after the other."""
    if len(run) <= 2:  # noqa: PLR2004 - "5 and 6", as the United Nations writes two
        yield from ([_cited(spot)] for spot in run)
    else:
        yield [_cited(run[0]), Text("–"), _cited(run[-1])]


def _cited(spot: Spot) -> Inline:
    key = getattr(spot.block, "key", None)
    number = str(_number(spot)) if isinstance(spot.block, Paragraph) else ""
    return Reference(key, number) if key else Text(number)


def _number(spot: Spot) -> int:
    return spot.block.number or 0 if isinstance(spot.block, Paragraph) else 0


def _named(targets: Sequence[str], spots: Sequence[Spot]) -> Iterator[Inline]:
    """Blocks that have no paragraph number, by what they are called."""
    for place, (key, spot) in enumerate(zip(targets, spots, strict=True)):
        if place:
            yield Text(" and " if place == len(targets) - 1 else ", ")
        yield Reference(key, called(spot.block))


def called(block: Block) -> str:
    """How a block is cited by itself: `paragraph 14`, `table 3`, `section B`, `annex II`."""
    match block:
        case Paragraph(number=int(number)):
            return f"paragraph {number}"
        case Table():
            return f"table {block.number}"
        case Heading(level=Level.PART):
            return f"section {(block.label or '').rstrip('.')}"
        case Heading(level=Level.ANNEX):
            return (block.label or "").replace("Annex", "annex")
        case Heading():
            return plain_text(block.children)
        case _:
            return ""


def _reply(key: str) -> Iterator[Inline]:
    number = key.removeprefix(_REPLY_KEY)
    yield Reference(key, f"the reply to the issues raised in paragraph {number}")


def _is_bracketed(before: str) -> bool:
    """Whether a bracket was opened before and not closed."""
    return before.count("(") > before.count(")")
