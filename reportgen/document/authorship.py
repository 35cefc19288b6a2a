"""Attribute the words of a document: by part, by issue and by agency.

Words are counted by the rules of `words.count_document`, so the words of all pieces add up to those of the document
exactly.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from reportgen.diagnostics import Place
from reportgen.document import tree
from reportgen.document.walk import inlines_of, plain_text, walk_inlines
from reportgen.document.words import count_words, counted_runs, main_blocks, words_of
from reportgen.regex import regex

_SENTENCE = regex(r"(?<=[.!?])\s+(?=[A-Z“])")


class BlockOrigin(Struct, frozen=True):
    """Where a block of a reply came from."""

    key: str | None
    """The block's key; lists and quotations have none."""
    agency: str
    """The code of the agency that wrote it; of a generated block, the one whose indicator stands first."""
    place: Place | None = None
    is_generated: bool = False
    """Whether it was made from data: each sentence then belongs to the agency of its figures."""
    department: str | None = None
    """The code of the department that wrote it, where one did."""


class TracedBlock(Struct, frozen=True):
    """A block of a document, where it stands, and where it came from."""

    block: tree.Block
    part: int | None
    """The index of its part, from 0; None outside the parts."""
    issue: int | None
    """The number of the issue that it answers; None outside the replies."""
    origin: BlockOrigin | None
    """None for headings and what templates say."""


class PieceKind(StrEnum):
    """What a piece is."""

    HEADING = "heading"
    """Of the document as a whole, or over a part, a theme or a reply."""
    TEXT = "text"
    """What an agency wrote, or what was generated from its figures."""
    OTHER = "other"
    """What a template says by itself: nobody's words but the coordinator's."""


class Words(Struct, frozen=True):
    """Some words of a document, all of one author."""

    kind: PieceKind
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


def spread_words(
    document: tree.Document, origins: Mapping[int, Sequence[BlockOrigin]], owners: Mapping[str, str]
) -> tuple[Words, ...]:
    """Return the words of a document by their authors, in reading order; annexes, which do not count, are left out.

    Args:
        document: a numbered document.
        origins: the blocks of the reply to each issue, by its number, in reading order.
        owners: the code of the agency that reports each indicator, by its key.
    """
    pieces: list[Words] = []
    for position, traced in enumerate(trace_blocks(main_blocks(document), origins)):
        block, part, issue, origin = traced.block, traced.part, traced.issue, traced.origin
        if isinstance(block, tree.Heading):
            pieces.append(Words(PieceKind.HEADING, words_of(block), position, part, issue))
            continue
        for agency, words in _shares(block, origin, owners):
            kind = PieceKind.TEXT if agency else PieceKind.OTHER
            pieces.append(Words(kind, words, position, part, issue, agency, origin.place if origin else None))
    return tuple(piece for piece in pieces if piece.words)


def trace_blocks(blocks: Sequence[tree.Block], origins: Mapping[int, Sequence[BlockOrigin]]) -> tuple[TracedBlock, ...]:
    """Return each block with where it stands, and where it came from.

    Args:
        blocks: the blocks of a numbered document.
        origins: the blocks of the reply to each issue, by its number, in reading order.
    """
    sections = list(_sections(blocks))
    known = _origins_of(blocks, [issue for _, issue in sections], origins)
    return tuple(
        TracedBlock(block, part, issue, known.get(position))
        for position, (block, (part, issue)) in enumerate(zip(blocks, sections, strict=True))
    )


def _sections(blocks: Sequence[tree.Block]) -> Iterator[tuple[int | None, int | None]]:
    """Yield for each block the index of its part and the number of its issue."""
    part: int | None = None
    issue: int | None = None
    for block in blocks:
        if isinstance(block, tree.Heading):
            issue = tree.issue_of(block)
            if block.level is tree.Level.PART:
                part = 0 if part is None else part + 1
            elif block.level is tree.Level.ANNEX:
                part = None
        yield part, issue


# ---- who wrote what -------------------------------------------------------------------------------------------


def _origins_of(
    blocks: Sequence[tree.Block], issues: Sequence[int | None], origins: Mapping[int, Sequence[BlockOrigin]]
) -> dict[int, BlockOrigin]:
    """Return the origin of each block of a reply, by the block's index."""
    positions: dict[int, list[int]] = {}
    for position, issue in enumerate(issues):
        if issue is not None and not isinstance(blocks[position], tree.Heading):
            positions.setdefault(issue, []).append(position)
    by_key = {origin.key: origin for reply in origins.values() for origin in reply if origin.key}
    found: dict[int, BlockOrigin] = {}
    for issue, reply in positions.items():
        written, keys = origins.get(issue, ()), [tree.key_of(blocks[position]) for position in reply]
        if keys == [origin.key for origin in written]:
            found |= dict(zip(reply, written, strict=True))
        else:  # a template has arranged the reply anew: a block without a key goes with the one before it
            origin = None
            for position, key in zip(reply, keys, strict=True):
                origin = by_key.get(key) if key else origin
                if origin is not None:
                    found[position] = origin
    return found


# ---- shares of a block ----------------------------------------------------------------------------------------


def _shares(
    block: tree.Block, origin: BlockOrigin | None, owners: Mapping[str, str]
) -> Iterator[tuple[str | None, int]]:
    """Yield the words of a block by agency: those of a generated block sentence by sentence."""
    if origin is None or not origin.is_generated:
        yield origin.agency if origin else None, words_of(block)
        return
    agency = _owner(inlines_of(block), owners) or origin.agency
    for sentence in _sentences(block):
        agency = _owner(sentence, owners) or agency
        yield agency, sum(count_words(plain_text(run, notes=True)) for run in sentence)


def _owner(runs: Iterable[tree.Inlines], owners: Mapping[str, str]) -> str | None:
    """Return the agency of the first figure of some runs."""
    figures = (inline for run in runs for inline in walk_inlines(run) if isinstance(inline, tree.Figure))
    return next((owners[figure.indicator] for figure in figures if figure.indicator in owners), None)


def _sentences(block: tree.Block) -> Iterator[Sequence[tree.Inlines]]:
    """Yield what belongs together in a generated block: a sentence, a row of a table, its caption."""
    if isinstance(block, tree.Table):
        yield [block.caption, *(cell.children for heads in (*block.over, block.head) for cell in heads)]
        yield from ([cell.children for cell in row.cells] for row in block.rows)
        yield [block.source]
        return
    for run in counted_runs(block):
        yield from ([sentence] for sentence in _parted(run))


def _parted(run: tree.Inlines) -> Iterator[tree.Inlines]:
    """Yield the sentences of a run; a text is cut behind `.`, `!` or `?` where the next word has a capital.

    So “… 348 victims. In 2022, …”, which the narrator writes as one run, counts for the agencies of both figures.
    """
    sentence: list[tree.Inline] = []
    for inline in run:
        if not isinstance(inline, tree.Text):
            sentence.append(inline)
            continue
        first, *others = _SENTENCE.split(inline.text)
        sentence.append(tree.Text(first))
        for other in others:
            yield tuple(sentence)
            sentence = [tree.Text(other)]
    yield tuple(sentence)
