"""Number a document, once for all writers: letters of parts, numbers, the words of references, lines of contents.

A numbered paragraph's number runs through all parts (UN Editorial Manual, "Paragraphs and subparagraphs"); parts
are lettered A, B, … ("Headings"); footnotes are numbered through the document, tables likewise; notes to a table are
lettered a, b, c within it; annexes are numbered I, II where there are several.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from operator import is_

from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.citations import Settler, find_cited, name_block
from reportgen.document.labels import abjad, capitals, letter, roman
from reportgen.document.walk import change_block, change_inlines, children_of, map_runs, refers, with_children
from reportgen.document.wording import Wording, say
from reportgen.remembering import remembered_of


def number_document(document: tree.Document) -> tree.Document:
    """Return the document with every number, letter, citation and line of contents filled in.

    Raises:
        UnknownTargetsError: where references point to keys that no block has.
        DuplicateKeysError: where two blocks have the same key.
    """
    unnested = [map_runs(block, _unnest_notes) for block in document.blocks]
    numbered = tuple(_number_blocks(unnested, document.words))
    if any(isinstance(block, tree.Contents) for block in numbered):
        numbered = tuple(_with_keys(numbered))
    _refuse_doubled(numbered)
    spots = find_cited(numbered)
    unknown: list[str] = []
    words = document.words
    letter_at = abjad if words.has_abjad else letter
    notes = count(1)

    def settle(inline: tree.Inline) -> tree.Inline:
        if type(inline) is tree.Note and inline.mark is None:
            return replace(inline, number=next(notes))
        if type(inline) is tree.Reference:
            if inline.target not in spots:
                unknown.append(inline.target)
                return inline
            return replace(inline, text=inline.text or name_block(spots[inline.target].block, words))
        return inline

    def settled(block: tree.Block, position: int) -> tree.Block:
        cited = map_runs(block, Settler(spots, position, unknown, words).settle)
        lettered = _letter_notes(cited, letter_at) if isinstance(cited, tree.Table) else cited
        return change_block(lettered, settle)

    cover = tuple(replace(line, children=change_inlines(line.children, settle)) for line in document.cover)
    blocks = [settled(block, position) if refers(block) else block for position, block in enumerate(numbered)]
    if unknown:
        raise UnknownTargetsError(tuple(dict.fromkeys(unknown)), tuple(spots))
    return replace(document, cover=cover, blocks=tuple(_list_contents(blocks)))


class UnknownTargetsError(Exception):
    """References point to keys that no block has: `targets`; `known` are the keys that there are."""

    def __init__(self, targets: tuple[str, ...], known: tuple[str, ...]) -> None:
        super().__init__(", ".join(targets))
        self.targets, self.known = targets, known


class DuplicateKeysError(Exception):
    """Two blocks have the same key; `keys` are all such keys."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(", ".join(keys))
        self.keys = keys


def _number_blocks(blocks: Sequence[tree.Block], words: Wording) -> Iterator[tree.Block]:
    paragraphs, parts, tables, annexes = count(1), count(1), count(1), count(1)
    is_one = sum(isinstance(block, tree.Heading) and block.level is tree.Level.ANNEX for block in blocks) == 1
    marks = _CLOSED if words.has_closed_items else _ABJAD if words.has_abjad else {}
    for block in blocks:
        match block:
            case tree.Paragraph(numbered=True):
                number = next(paragraphs)
                yield _numbered(block, number, say(words.number, number=number))
            case tree.Heading(level=tree.Level.PART):
                yield replace(block, label=say(words.part, letter=_part(next(parts), words)))
            case tree.Heading(level=tree.Level.ANNEX):
                yield replace(block, label=words.annex if is_one else f"{words.annex} {_annex(next(annexes), words)}")
            case tree.Table():
                yield replace(block, number=next(tables), words=words)
            case tree.ItemList() if marks:
                yield _marked(block, marks)
            case tree.Contents():
                yield replace(block, words=words)
            case _:
                yield block


@remembered_of
def _numbered(block: tree.Paragraph, number: int, label: str) -> tree.Paragraph:
    return replace(block, number=number, label=label)


_CLOSED = {tree.Mark.LETTER: tree.Mark.CLOSED_LETTER, tree.Mark.ROMAN: tree.Mark.CLOSED_ROMAN}
_ABJAD = {
    tree.Mark.LETTER: tree.Mark.ABJAD,
    tree.Mark.ROMAN: tree.Mark.QUOTED_NUMBER,
    tree.Mark.PLAIN_LETTER: tree.Mark.ABJAD,
    tree.Mark.PLAIN_ROMAN: tree.Mark.QUOTED_NUMBER,
}


def _marked(block: tree.ItemList, marks: Mapping[tree.Mark, tree.Mark]) -> tree.ItemList:
    """Return a list with the marks of its language, such as `a)` for `(a)`, and the lists below it likewise."""
    items = tuple(replace(item, lists=tuple(_marked(inner, marks) for inner in item.lists)) for item in block.items)
    return replace(block, items=items, mark=marks.get(block.mark, block.mark))


def _part(position: int, words: Wording) -> str:
    """Return `A`, `ألف`; past the names of the letters, A, B, C as elsewhere."""
    return words.parts[position - 1] if position <= len(words.parts) else capitals(position)


def _annex(position: int, words: Wording) -> str:
    """Return `I`, `الأول`."""
    return words.annexes[position - 1] if position <= len(words.annexes) else roman(position).upper()


def _with_keys(blocks: Iterable[tree.Block]) -> Iterator[tree.Block]:
    """Yield the blocks with a key for every heading, so that the list of contents can lead to it."""
    numbers = count(1)
    for block in blocks:
        number = next(numbers) if isinstance(block, tree.Heading) else 0
        yield (
            replace(block, key=f"heading-{number}") if isinstance(block, tree.Heading) and block.key is None else block
        )


def _unnest_notes(inlines: tree.Inlines, *, is_note: bool = False) -> tree.Inlines:
    """Return inlines without notes in notes: what an inner one says stands in brackets, since Word has none either.

    They must go before notes are counted. Word counts those that it has, and the other outputs would print numbers of
    their own from there on.
    """
    flat: list[tree.Inline] = []
    for inline in inlines:
        is_inner = is_note or type(inline) is tree.Note
        children = _unnest_notes(children_of(inline), is_note=is_inner)
        if is_note and type(inline) is tree.Note:
            flat += [tree.Text(" ("), *children, tree.Text(")")]
        else:
            flat.append(with_children(inline, children) if children else inline)
    return inlines if len(flat) == len(inlines) and all(map(is_, flat, inlines)) else tuple(flat)


def _refuse_doubled(blocks: Iterable[tree.Block]) -> None:
    keys = [key for block in blocks if (key := tree.key_of(block)) is not None]
    if twice := [key for key, times in Counter(keys).items() if times > 1]:
        raise DuplicateKeysError(tuple(twice))


def _letter_notes(table: tree.Table, letter_at: Callable[[int], str]) -> tree.Block:
    """Return the table with its notes marked a, b, c, each table anew (UN Editorial Manual, "Footnotes").

    A note that says the same as one before it has the letter of that one, and is not printed again.
    """
    letters, marks = count(1), dict[tree.Inlines, str]()

    def mark(inline: tree.Inline) -> tree.Inline:
        if not isinstance(inline, tree.Note) or inline.mark is not None:
            return inline
        if inline.children in marks:
            return tree.Note((), marks[inline.children])
        marks[inline.children] = letter_at(next(letters))
        return replace(inline, mark=marks[inline.children])

    return map_runs(table, lambda inlines: change_inlines(inlines, mark))


def _list_contents(blocks: Sequence[tree.Block]) -> Iterator[tree.Block]:
    for block in blocks:
        yield (
            replace(block, entries=tuple(contents_entries(blocks, block.levels)))
            if isinstance(block, tree.Contents)
            else block
        )


def contents_entries(blocks: Sequence[tree.Block], levels: Sequence[tree.Level]) -> Iterator[tree.ContentsEntry]:
    """Yield a line for each heading of these levels, with the paragraphs up to the next heading as high or higher.

    An annex has one line, since its headings say again what those of the text do.
    """
    is_annexed = False
    for place, block in enumerate(blocks):
        if not isinstance(block, tree.Heading) or block.level not in levels:
            continue
        if is_annexed and block.level is not tree.Level.ANNEX:
            continue
        is_annexed = block.level is tree.Level.ANNEX
        numbers = list(_numbers_under(blocks, place))
        first, last = (numbers[0], numbers[-1]) if numbers else (None, None)
        text = change_inlines(block.children, _without_note)
        yield tree.ContentsEntry(block.level, block.label, text, block.key or "", first, last)


_RANK = {tree.Level.TITLE: 0, tree.Level.ANNEX: 0, tree.Level.PART: 1, tree.Level.THEME: 2, tree.Level.REPLY: 3}


def _numbers_under(blocks: Sequence[tree.Block], place: int) -> Iterator[int]:
    heading = blocks[place]
    for block in blocks[place + 1 :]:
        if (
            isinstance(block, tree.Heading)
            and isinstance(heading, tree.Heading)
            and _RANK[block.level] <= _RANK[heading.level]
        ):
            return
        if isinstance(block, tree.Paragraph) and block.number is not None:
            yield block.number


def _without_note(inline: tree.Inline) -> tree.Inline:
    return tree.Text("") if isinstance(inline, tree.Note) else inline
