"""Whose words the words of a document are: by part, by issue and by agency, so that all sums are those of the whole.

In: a numbered document, and from compose the origins of the blocks of each reply. Out: pieces, each with its words.
Words are counted where `words.count_document` counts them, so the pieces of a document add up to its words exactly.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document.tree import Block, Document, Figure, Heading, Inline, Inlines, Level, Table, Text
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.document.words import count_words, counted_runs, main_blocks
from reportgen.regex import regex

_REPLY = regex(r"reply-(\d+)")
"""The key of the heading of a reply."""
_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z“])")


class Origin(Struct, frozen=True):
    """Where a block of a reply came from."""

    key: str | None
    """The block's key; lists and quotations have none."""
    agency: str
    """The code of the agency that wrote it; of a generated block, the one whose indicator stands first."""
    place: Place | None = None
    is_generated: bool = False
    """Whether it was made from data: each sentence then belongs to the agency of its figures."""


class Kind(StrEnum):
    """What a piece is."""

    HEADING = "heading"
    """Of the document as a whole, or over a part, a theme or a reply."""
    TEXT = "text"
    """What an agency wrote, or what was generated from its figures."""
    OTHER = "other"
    """What a template says by itself: nobody's words but the coordinator's."""


class Piece(Struct, frozen=True):
    """Some words of a document, all of one author."""

    kind: Kind
    words: int
    position: int
    """The index of its block in the document."""
    part: int | None = None
    """The index of its part, from 0; None before the first one."""
    issue: int | None = None
    """The number of its issue; None for what stands outside all replies."""
    agency: str | None = None
    """The code of the agency; None for headings and what templates say."""
    place: Place | None = None
    """Where it was written."""


class _Here(Struct):
    """Where a reader of the blocks is."""

    part: int | None = None
    issue: int | None = None


def spread_words(
    document: Document, origins: Mapping[int, Sequence[Origin]], owners: Mapping[str, str]
) -> tuple[Piece, ...]:
    """The words of a document by their authors; annexes, which do not count, are left out.

    Args:
        document: a numbered document.
        origins: the blocks of the reply to each issue, by its number, in the order of reading.
        owners: the code of the agency that reports each indicator, by its key.
    """
    blocks = main_blocks(document)
    known = _origins_of(blocks, origins)
    here, pieces = _Here(), list[Piece]()
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            here = _under(block, here)
            pieces.append(Piece(Kind.HEADING, _words(counted_runs(block)), position, here.part, here.issue))
            continue
        origin = known.get(position)
        for agency, words in _shares(block, origin, owners):
            kind = Kind.TEXT if agency else Kind.OTHER
            place = origin.place if origin else None
            pieces.append(Piece(kind, words, position, here.part, here.issue, agency, place))
    return tuple(piece for piece in pieces if piece.words)


def _under(heading: Heading, here: _Here) -> _Here:
    """Where a reader is below a heading."""
    if heading.level is Level.PART:
        return _Here(0 if here.part is None else here.part + 1)
    reply = _REPLY.fullmatch(heading.key or "") if heading.level is Level.REPLY else None
    return _Here(here.part, int(reply[1]) if reply else None)


def _words(runs: Iterator[Inlines]) -> int:
    return sum(count_words(plain_text(run, notes=True)) for run in runs)


# ---- who wrote what -------------------------------------------------------------------------------------------


def _origins_of(blocks: Sequence[Block], origins: Mapping[int, Sequence[Origin]]) -> dict[int, Origin]:
    """The origin of each block of a reply, by the block's index."""
    by_key = {origin.key: origin for reply in origins.values() for origin in reply if origin.key}
    found: dict[int, Origin] = {}
    for issue, positions in _replies(blocks):
        written = origins.get(issue, ())
        if [_key(blocks[position]) for position in positions] == [origin.key for origin in written]:
            found |= dict(zip(positions, written, strict=True))
        else:
            found |= _by_key([(position, _key(blocks[position])) for position in positions], by_key)
    return found


def _replies(blocks: Sequence[Block]) -> Iterator[tuple[int, list[int]]]:
    """The number of each issue that is replied to, and the indexes of the blocks of the reply."""
    here, positions = _Here(), list[int]()
    for position, block in enumerate(blocks):
        if isinstance(block, Heading):
            if here.issue is not None:
                yield here.issue, positions
            here, positions = _under(block, here), []
        else:
            positions.append(position)
    if here.issue is not None:
        yield here.issue, positions


def _key(block: Block) -> str | None:
    return getattr(block, "key", None)


def _by_key(blocks: Sequence[tuple[int, str | None]], by_key: Mapping[str, Origin]) -> dict[int, Origin]:
    """The origins of a reply that a template has arranged anew: a block without a key goes with the one before it."""
    found: dict[int, Origin] = {}
    origin = None
    for position, key in blocks:
        origin = by_key.get(key) if key else origin
        if origin is not None:
            found[position] = origin
    return found


# ---- shares of a block ----------------------------------------------------------------------------------------


def _shares(block: Block, origin: Origin | None, owners: Mapping[str, str]) -> Iterator[tuple[str | None, int]]:
    """The words of a block by agency."""
    if origin is None or not origin.is_generated:
        yield origin.agency if origin else None, _words(counted_runs(block))
        return
    agency = next((_owner(run, owners) for run in inlines_of(block) if _owner(run, owners)), None) or origin.agency
    for sentence in _sentences(block):
        agency = next((owner for run in sentence if (owner := _owner(run, owners))), None) or agency
        yield agency, _words(iter(sentence))


def _owner(run: Inlines, owners: Mapping[str, str]) -> str | None:
    """The agency of the first figure of a run."""
    figures = (inline for inline in walk_inlines(run) if isinstance(inline, Figure))
    return next((owners[figure.indicator] for figure in figures if figure.indicator in owners), None)


def _sentences(block: Block) -> Iterator[Sequence[Inlines]]:
    """What belongs together in a generated block: a sentence, a row of a table, its caption."""
    if isinstance(block, Table):
        yield [block.caption, *(cell.children for cell in block.head)]
        yield from ([cell.children for cell in row.cells] for row in block.rows)
        yield [block.source]
        return
    for run in counted_runs(block):
        yield from ([sentence] for sentence in _parted(run))


def _parted(run: Inlines) -> Iterator[Inlines]:
    """The sentences of a run; a text in which one ends is cut where the next begins."""
    sentence: list[Inline] = []
    for inline in run:
        if not isinstance(inline, Text):
            sentence.append(inline)
            continue
        first, *others = _SENTENCE.split(inline.text)
        sentence.append(Text(first))
        for other in others:
            yield tuple(sentence)
            sentence = [Text(other)]
    yield tuple(sentence)
