"""What could leave the text of a report first, where its words are too many.

Moves stand in the order in which a reader loses least by them:

1. tables, the longest first: a table is an annex by nature, and annexes do not count;
2. paragraphs with five figures or more, those with most figures first: all figures stand in the statistical annex;
3. lists of sixty words or more, the longest first;
4. replies over their share, the one most over first: by as many words as they are over, what was moved before left out.

Each move says how many words it saves, and how many the report has after it and all those before it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.diagnostics import Place
from reportgen.document.authorship import Piece
from reportgen.document.tree import Block, Document, Figure, ItemList, Paragraph, Table
from reportgen.document.walk import inlines_of, plain_text, walk_inlines

MANY_FIGURES = 5
"""Figures from which on a paragraph is read as a table would be; a generated sentence has up to nine."""
LONG_LIST = 60
"""Words from which on a list is long: half as much again as the median paragraph of a report."""
SHOWN = 10
"""Moves that are shown of a report that keeps to its limit."""


class Move(Struct, frozen=True):
    """One thing that could go to an annex, or be shortened."""

    kind: str
    """`table`, `figures`, `list` or `reply`."""
    what: str
    """What it is, in words: `paragraph 45, with 12 figures`."""
    issue: int | None
    agency: str | None
    """The code of the agency that wrote most of it."""
    place: Place | None
    words: int
    """How many words it saves."""
    remaining: int = 0
    """How many words the report has after it and all moves before it."""


class _Block(Struct, frozen=True):
    """A block with its words."""

    block: Block
    words: int
    first: Piece
    after: int | None
    """The number of the paragraph before it."""


def find_moves(document: Document, pieces: Sequence[Piece], shares: Mapping[int, int], limit: int) -> tuple[Move, ...]:
    """Return the moves until the report keeps to its limit; of one that does, the first few.

    Args:
        document: the numbered document.
        pieces: its words by author.
        shares: what the reply to each issue may use, by its number.
        limit: the word limit.
    """
    blocks = list(_blocks(document, pieces))
    total = sum(piece.words for piece in pieces)
    moved = [*_tables(blocks), *_paragraphs(blocks), *_lists(blocks)]
    is_over, made = total > limit, list[Move]()
    for move in (*moved, *_replies(moved, pieces, shares)):
        if (is_over and total <= limit) or (not is_over and len(made) == SHOWN):
            break
        total -= move.words
        made.append(replace(move, remaining=total))
    return tuple(made)


def _blocks(document: Document, pieces: Sequence[Piece]) -> Iterator[_Block]:
    """Yield the blocks that have words, with these."""
    words: Counter[int] = Counter()
    firsts: dict[int, Piece] = {}
    for piece in pieces:
        words[piece.position] += piece.words
        firsts.setdefault(piece.position, piece)
    after = None
    for position, block in enumerate(document.blocks):
        if position in firsts:
            yield _Block(block, words[position], firsts[position], after)
        if isinstance(block, Paragraph) and block.number is not None:
            after = block.number


def _move(kind: str, what: str, block: _Block) -> Move:
    first = block.first
    return Move(kind, what, first.issue, first.agency, first.place, block.words)


def _tables(blocks: Sequence[_Block]) -> list[Move]:
    found = [
        _move("table", f"table {one.block.number}, {plain_text(one.block.caption)}", one)
        for one in blocks
        if isinstance(one.block, Table)
    ]
    return sorted(found, key=_longest)


def _paragraphs(blocks: Sequence[_Block]) -> list[Move]:
    found = [
        (_figures(one.block), _move("figures", f"{_named(one.block)}, with {_figures(one.block)} figures", one))
        for one in blocks
        if isinstance(one.block, Paragraph) and _figures(one.block) >= MANY_FIGURES
    ]
    return [move for _, move in sorted(found, key=lambda pair: (-pair[0], -pair[1].words))]


def _named(paragraph: Paragraph) -> str:
    return "a paragraph without a number" if paragraph.number is None else f"paragraph {paragraph.number}"


def _figures(block: Block) -> int:
    """Return how many figures written from data a block holds."""
    return sum(isinstance(inline, Figure) for run in inlines_of(block) for inline in walk_inlines(run))


def _lists(blocks: Sequence[_Block]) -> list[Move]:
    found = [
        _move("list", f"the list {_after(one)}of {len(one.block.items)} items", one)
        for one in blocks
        if isinstance(one.block, ItemList) and one.words >= LONG_LIST
    ]
    return sorted(found, key=_longest)


def _after(block: _Block) -> str:
    return "" if block.after is None else f"after paragraph {block.after}, "


def _replies(moved: Sequence[Move], pieces: Sequence[Piece], shares: Mapping[int, int]) -> list[Move]:
    """Return the replies that are over their share by more than was moved out of them."""
    left: Counter[int] = Counter()
    places: dict[int, Piece] = {}
    for piece in pieces:
        if piece.issue is not None:
            left[piece.issue] += piece.words
            if piece.agency and piece.place:
                places.setdefault(piece.issue, piece)
    for move in moved:
        if move.issue is not None:
            left[move.issue] -= move.words
    found = [
        Move("reply", f"the reply to issue {issue}, shortened to its share", issue, *_whose(places.get(issue)), over)
        for issue, words in left.items()
        if (over := words - shares.get(issue, words)) > 0
    ]
    return sorted(found, key=_longest)


def _whose(piece: Piece | None) -> tuple[str | None, Place | None]:
    return (piece.agency, piece.place) if piece else (None, None)


def _longest(move: Move) -> tuple[int, int]:
    """Return what puts the longest first, in the order of the report where two are as long."""
    return (-move.words, move.issue or 0)
