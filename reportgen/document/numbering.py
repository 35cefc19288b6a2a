"""Numbering, settled once on the tree for all writers: letters of parts, numbers, and what references say.

A numbered paragraph's number runs through all parts (UN Editorial Manual, "Paragraphs and subparagraphs"); parts
are lettered A, B, … ("Headings"); footnotes are numbered through the document; tables likewise.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from string import ascii_uppercase

from reportgen.document.tree import Block, Document, Heading, Inline, Level, Note, Paragraph, Reference, Table
from reportgen.document.walk import change_document


def number_document(document: Document) -> Document:
    """The document with every number and reference settled.

    Raises:
        UnknownTargetsError: where references point to keys that no block has.
        DuplicateKeysError: where two blocks have the same key.
    """
    document = replace(document, blocks=tuple(_number_blocks(document.blocks)))
    targets = _targets(document.blocks)
    unknown: list[str] = []
    notes = count(1)

    def settle(inline: Inline) -> Inline:
        if isinstance(inline, Note) and inline.mark is None:
            return replace(inline, number=next(notes))
        if isinstance(inline, Reference):
            if inline.target not in targets:
                unknown.append(inline.target)
                return inline
            return replace(inline, text=inline.text or targets[inline.target])
        return inline

    settled = change_document(document, settle)
    if unknown:
        raise UnknownTargetsError(tuple(dict.fromkeys(unknown)), tuple(targets))
    return settled


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


def part_letter(number: int) -> str:
    """The letter of a part: A, B, …, Z, AA, AB for 1, 2, …, 26, 27, 28."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[rest] + letters
    return letters


def _number_blocks(blocks: Iterable[Block]) -> Iterable[Block]:
    paragraphs, parts, tables = count(1), count(1), count(1)
    for block in blocks:
        match block:
            case Paragraph(numbered=True):
                yield replace(block, number=next(paragraphs))
            case Heading(level=Level.PART):
                yield replace(block, label=f"{part_letter(next(parts))}.")
            case Table():
                yield replace(block, number=next(tables))
            case _:
                yield block


def _targets(blocks: Iterable[Block]) -> dict[str, str]:
    """What a reference to each key says."""
    targets: dict[str, str] = {}
    twice: list[str] = []
    for block in blocks:
        key = getattr(block, "key", None)
        if key is None:
            continue
        if key in targets:
            twice.append(key)
        targets[key] = _called(block)
    if twice:
        raise DuplicateKeysError(tuple(dict.fromkeys(twice)))
    return targets


def _called(block: Block) -> str:
    """How a block is cited: paragraph numbers, never pages, since they are the same in all languages."""
    match block:
        case Paragraph():
            return f"paragraph {block.number}"
        case Table():
            return f"table {block.number}"
        case Heading(level=Level.PART):
            return f"section {(block.label or '').rstrip('.')}"
        case _:
            return ""
