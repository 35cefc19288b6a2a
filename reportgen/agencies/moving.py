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
from reportgen.document.authorship import Words
from reportgen.document.tree import Block, Document, ItemList, Paragraph, Table
from reportgen.document.walk import plain_text
from reportgen.document.words import figures_in

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
    first: Words
    after: int | None
    """The number of the paragraph before it."""


def find_moves(document: Document, pieces: Sequence[Words], shares: Mapping[int, int], limit: int) -> tuple[Move, ...]:
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


def _blocks(document: Document, pieces: Sequence[Words]) -> Iterator[_Block]:
    """Yield the blocks that have words, with these."""
    words: Counter[int] = Counter()
    firsts: dict[int, Words] = {}
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
    tables = [(block, block.block) for block in blocks if isinstance(block.block, Table)]
    moves = [_move("table", f"table {table.number}, {plain_text(table.caption)}", one) for one, table in tables]
    return sorted(moves, key=_longest)


def _paragraphs(blocks: Sequence[_Block]) -> list[Move]:
    paragraphs = [
        (figures_in(block.block), block, block.block) for block in blocks if isinstance(block.block, Paragraph)
    ]
    many = sorted((row for row in paragraphs if row[0] >= MANY_FIGURES), key=lambda row: (-row[0], -row[1].words))
    names = ("a paragraph without a number" if one.number is None else f"paragraph {one.number}" for _, _, one in many)
    return [
        _move("figures", f"{name}, with {figures} figures", block)
        for name, (figures, block, _) in zip(names, many, strict=True)
    ]


def _lists(blocks: Sequence[_Block]) -> list[Move]:
    lists = [(block, block.block) for block in blocks if isinstance(block.block, ItemList) and block.words >= LONG_LIST]
    places = ("" if one.after is None else f"after paragraph {one.after}, " for one, _ in lists)
    moves = [
        _move("list", f"the list {place}of {len(block.items)} items", one)
        for place, (one, block) in zip(places, lists, strict=True)
    ]
    return sorted(moves, key=_longest)


def _replies(moved: Sequence[Move], pieces: Sequence[Words], shares: Mapping[int, int]) -> list[Move]:
    """Return the replies that are over their share by more than was moved out of them."""
    left: Counter[int] = Counter()
    places: dict[int, Words] = {}
    for piece in pieces:
        if piece.issue is not None:
            left[piece.issue] += piece.words
            if piece.agency and piece.place:
                places.setdefault(piece.issue, piece)
    for move in moved:
        if move.issue is not None:
            left[move.issue] -= move.words
    moves = []
    for issue, words in left.items():
        over, first = words - shares.get(issue, words), places.get(issue)
        if over > 0:
            agency, place = (first.agency, first.place) if first else (None, None)
            what = f"the reply to issue {issue}, shortened to its share"
            moves.append(Move("reply", what, issue, agency, place, over))
    return sorted(moves, key=_longest)


def _longest(move: Move) -> tuple[int, int]:
    """Return what puts the longest first, in the order of the report where two are as long."""
    return (-move.words, move.issue or 0)
