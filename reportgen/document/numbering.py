"""Numbering, settled once on the tree for all writers: letters of parts, numbers, and what references say.

A numbered paragraph's number runs through all parts (UN Editorial Manual, "Paragraphs and subparagraphs"); parts
are lettered A, B, … ("Headings"); footnotes are numbered through the document, tables likewise; notes to a table are
lettered a, b, c within it; annexes are numbered I, II where there are several.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from reportgen.document.citations import Settler, called, find_spots
from reportgen.document.labels import capitals, letter, roman
from reportgen.document.tree import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    Inline,
    Inlines,
    Level,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
)
from reportgen.document.walk import change_document, change_inlines, map_runs


def number_document(document: Document) -> Document:
    """The document with every number, letter, citation and line of contents settled.

    Raises:
        UnknownTargetsError: where references point to keys that no block has.
        DuplicateKeysError: where two blocks have the same key.
    """
    numbered = tuple(_number_blocks(document.blocks))
    if any(isinstance(block, Contents) for block in numbered):
        numbered = tuple(_with_keys(numbered))
    _refuse_doubled(numbered)
    spots = find_spots(numbered)
    unknown: list[str] = []
    blocks = [map_runs(block, Settler(spots, position, unknown).settle) for position, block in enumerate(numbered)]
    blocks = [_letter_notes(block) if isinstance(block, Table) else block for block in blocks]
    notes = count(1)

    def settle(inline: Inline) -> Inline:
        if isinstance(inline, Note) and inline.mark is None:
            return replace(inline, number=next(notes))
        if isinstance(inline, Reference):
            if inline.target not in spots:
                unknown.append(inline.target)
                return inline
            return replace(inline, text=inline.text or called(spots[inline.target].block))
        return inline

    settled = change_document(replace(document, blocks=tuple(blocks)), settle)
    if unknown:
        raise UnknownTargetsError(tuple(dict.fromkeys(unknown)), tuple(spots))
    return replace(settled, blocks=tuple(_list_contents(settled.blocks)))


class UnknownTargetsError(Exception):
    """References point to keys that no block has."""

    def __init__(self, targets: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__(", ".join(targets))
        self.targets = targets
        self.known = known


class DuplicateKeysError(Exception):
    """Two blocks have the same key."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


def _number_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    paragraphs, parts, tables, annexes = count(1), count(1), count(1), count(1)
    is_one = sum(isinstance(block, Heading) and block.level is Level.ANNEX for block in blocks) == 1
    for block in blocks:
        match block:
            case Paragraph(numbered=True):
                yield replace(block, number=next(paragraphs))
            case Heading(level=Level.PART):
                yield replace(block, label=f"{capitals(next(parts))}.")
            case Heading(level=Level.ANNEX):
                yield replace(block, label="Annex" if is_one else f"Annex {roman(next(annexes)).upper()}")
            case Table():
                yield replace(block, number=next(tables))
            case _:
                yield block


def _with_keys(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every heading with a key, so that the list of contents can lead to it."""
    numbers = count(1)
    for block in blocks:
        number = next(numbers) if isinstance(block, Heading) else 0
        yield replace(block, key=f"heading-{number}") if isinstance(block, Heading) and block.key is None else block


def _refuse_doubled(blocks: Iterable[Block]) -> None:
    keys = [key for block in blocks if (key := getattr(block, "key", None)) is not None]
    if twice := [key for key, times in Counter(keys).items() if times > 1]:
        raise DuplicateKeysError(tuple(twice))


def _letter_notes(table: Table) -> Block:
    """The table with its notes marked a, b, c, each table anew (UN Editorial Manual, "Footnotes").

    A note that says the same as one before it has the letter of that one, and is not printed again.
    """
    letters, said = count(1), dict[Inlines, str]()

    def mark(inline: Inline) -> Inline:
        if not isinstance(inline, Note) or inline.mark is not None:
            return inline
        if inline.children in said:
            return Note((), said[inline.children])
        said[inline.children] = letter(next(letters))
        return replace(inline, mark=said[inline.children])

    return map_runs(table, lambda inlines: change_inlines(inlines, mark))


def _list_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield replace(block, entries=tuple(_entries(blocks, block.levels))) if isinstance(block, Contents) else block


def _entries(blocks: Sequence[Block], levels: Sequence[Level]) -> Iterator[ContentsEntry]:
    """A line for each heading of these levels, with the paragraphs up to the next heading as high or higher.

    An annex has one line, since its headings say again what those of the text do.
    """
    is_annexed = False
    for place, block in enumerate(blocks):
        if not isinstance(block, Heading) or block.level not in levels:
            continue
        if is_annexed and block.level is not Level.ANNEX:
            continue
        is_annexed = block.level is Level.ANNEX
        numbers = list(_numbers_under(blocks, place))
        first, last = (numbers[0], numbers[-1]) if numbers else (None, None)
        text = change_inlines(block.children, _without_note)
        yield ContentsEntry(block.level, block.label, text, block.key or "", first, last)


_RANK = {Level.TITLE: 0, Level.ANNEX: 0, Level.PART: 1, Level.THEME: 2, Level.REPLY: 3}


def _numbers_under(blocks: Sequence[Block], place: int) -> Iterator[int]:
    heading = blocks[place]
    for block in blocks[place + 1 :]:
        if isinstance(block, Heading) and isinstance(heading, Heading) and _RANK[block.level] <= _RANK[heading.level]:
            return
        if isinstance(block, Paragraph) and block.number is not None:
            yield block.number


def _without_note(inline: Inline) -> Inline:
    return Text("") if isinstance(inline, Note) else inline
