"""Make blocks of lines: tell which is a heading, a numbered paragraph, an item of a list, a part of a table.

Each block keeps the lines that it was made of. Labels, styles and tabs decide; where a file
has none of them, words and length do.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.document import tree
from reportgen.document.walk import Change, change_block, plain_text
from reportgen.readers.headings import Headings
from reportgen.readers.labels import Label, Sign, as_letter
from reportgen.readers.line import FileLine, LineStyle, Piece, TableLines, cut, cut_inlines, key_of
from reportgen.readers.lists import build_lists
from reportgen.readers.tables import build_table, cell_words, unstressed
from reportgen.readers.wording import caption_number, is_abbreviations, is_answer, is_contents, source_length
from reportgen.regex import regex

_ITEMS = frozenset({Sign.LETTER, Sign.ROMAN, Sign.BULLET, Sign.OTHER})
_ENDS = (".", "!", "?", ":", "”", '"', ")", "»")
_ENTRY = regex(r".*(?:[\s.…]\d{1,4}(?:\s*[–-]\s*\d{1,4})?(?:\s+\d{1,4})?|(?:\.\s?){5,}|…{2,})\s*")
"""A line of a list of contents: words, then a range of paragraphs, a page, or both; or dots that lead to none."""
_NUMBERS_OF_ENTRY = regex(r"[\s.…]*(?:[\s.…]\d{1,4}(?:\s*[–-]\s*\d{1,4})?){1,2}$")
"""What ends an entry of a list of contents: dots, then paragraphs and page: `Right to life ..... 23–31 7`."""
_LONGEST_CONTENTS = 400
"""Lines that a list of contents has at most."""
_SENTENCE = 5
"""Words of a line with a full stop that no list of contents has; an entry such as `Art. 7.` has fewer."""
_SHORT_FORM = regex(r"([A-Z][\w/&.-]{0,13}[A-Z][\w/&.-]{0,13}) +(\S.{2,200})")
"""A line of a list of abbreviations: a short form with two capitals, and its words."""
_AWAITING = regex(r"\[(Awaiting\b.*|The reply\b.{0,80}\bhas not been received\.)\]", re.DOTALL)
"""What stands in a draft of ours for a reply that has not come."""


class RecognisedBlock(Struct, frozen=True):
    """A block, with the lines that it was made of."""

    block: tree.Block
    pieces: tuple[Piece, ...]


class Recogniser:
    """Makes blocks of the lines of one text.

    Args:
        pieces: the lines and tables behind the first page, in their order.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.found: list[RecognisedBlock] = []
        self.gaps: list[tuple[int, int]] = []
        """Where the numbers of paragraphs do not go on by one: the number before, and the one that follows it."""
        self.kept: list[str] = []
        """Labels that stand for nothing that the tree has, and are kept in the text."""
        self._headings = Headings(pieces)
        self._number = 0
        self._below = 0
        """The last number of a list within a numbered paragraph; 0 where there is none."""
        self._items: list[FileLine] = []
        self._letter: Label | None = None

    @property
    def guessed(self) -> int:
        """How many headings were told by their looks or words alone."""
        return self._headings.guessed

    def run(self) -> None:
        """Make all blocks."""
        place = 0
        while place < len(self.pieces):
            place = self._take(place)
        self._end_list()

    def _take(self, place: int) -> int:
        """Make a block of what begins at a place; the place after it."""
        piece = self.pieces[place]
        if isinstance(piece, TableLines):
            return self._table(place, place, ())
        if not piece.text and not piece.notes:
            return place + 1
        if is_abbreviations(piece.text) and (after := self._abbreviations(place)) is not None:
            return after
        if piece.style is LineStyle.CONTENTS or (is_contents(piece.text) and self._number == 0):
            return self._contents(place)
        if (after := self._captioned(place)) is not None:
            return after
        self._line(piece, place)
        return place + 1

    def _line(self, line: FileLine, place: int) -> None:
        if (level := self._headings.level(line, place, self._number)) is not None:
            self._end_list()
            self._below = 0
            self._add(tree.Heading(level, *self._headings.words(line, level)), line)
        elif line.label is not None and line.label.sign is Sign.NUMBER and self._goes_on(line.label.value):
            self._numbered(line, line.label)
        elif line.label is not None and line.label.sign in {*_ITEMS, Sign.NUMBER}:
            self._item(line, line.label)
        elif line.style is LineStyle.LIST or self._is_stray_item(line):
            self._items.append(line)
        else:
            self._text(line)

    def _goes_on(self, number: int) -> bool:
        """Return whether a number is that of a paragraph of the report, not of a list that begins at 1 within one."""
        if number == self._number + 1:
            return True
        if self._below and number == self._below + 1:
            return False
        is_heading = bool(self.found) and isinstance(self.found[-1].block, tree.Heading) and not self._items
        return number != 1 or self._number == 0 or is_heading

    def _numbered(self, line: FileLine, label: Label) -> None:
        self._end_list()
        if label.value != self._number + 1 and self._number + label.value > 1:
            self.gaps.append((self._number, label.value))
        self._number, self._below = label.value, 0
        self._add(tree.Paragraph(line.inlines, key_of(line), number=label.value, label=f"{label.value}."), line)

    def _item(self, line: FileLine, label: Label) -> None:
        if label.sign is Sign.NUMBER:
            self._below = label.value
        if label.sign in {Sign.NUMBER, Sign.OTHER}:
            self.kept.append(label.text)
        label = as_letter(label, self._letter)
        self._letter = label
        self._items.append(replace(line, label=label))

    def _is_stray_item(self, line: FileLine) -> bool:
        """Return whether a line without a label is an item whose bullet was lost: it follows, and has no full stop."""
        if line.style is not LineStyle.NONE or line.label is not None or line.is_inset or is_answer(line.text):
            return False
        before = self.found[-1].block if self.found else None
        follows = bool(self._items) or isinstance(before, tree.Paragraph)
        is_behind_items = bool(self._items) and self._items[-1].label is not None and line.text.endswith(_ENDS)
        if isinstance(before, tree.Paragraph) and plain_text(before.children).endswith(":"):
            return not is_behind_items  # a sentence behind items with bullets is none that lost its own
        return follows and self._number > 0 and not line.text.endswith(_ENDS)

    def _text(self, line: FileLine) -> None:
        self._end_list()
        words = line.inlines
        if line.label is not None:
            words = (tree.Text(f"{line.label.text} "), *words)
        if awaiting := _AWAITING.fullmatch(line.text):
            self._add(tree.Awaiting((tree.Text(awaiting.group(1)),)), line)
        elif line.is_inset:
            self._add(tree.Quotation(words), line)
        else:
            self._add(tree.Paragraph(words, key_of(line), numbered=False), line)

    def _end_list(self) -> None:
        lines, self._items, self._letter = self._items, [], None
        start = 0
        for made in build_lists(lines):
            count = _items_of(made)
            self.found.append(RecognisedBlock(made, tuple(lines[start : start + count])))
            start += count

    def _add(self, block: tree.Block, *pieces: Piece) -> None:
        self.found.append(RecognisedBlock(block, pieces))

    # ---- lists of contents and abbreviations --------------------------------------------------------------------

    def _contents(self, place: int) -> int:
        """Return the list of contents; writers make its lines anew, so that only its title is kept."""
        self._end_list()
        piece = self.pieces[place]
        title: tree.Inlines = (tree.Text("Contents"),)
        after = place
        if isinstance(piece, FileLine) and is_contents(piece.text):
            title, after = unstressed(piece.inlines), place + 1
        after = self._end_of_contents(after)
        self._add(tree.Contents(title), *self.pieces[place:after])
        return max(after, place + 1)

    def _end_of_contents(self, start: int) -> int:
        """Return where the text begins: where the words of the first entry come again, else at the first other line.

        Entries without a page, `Annexes` of many published reports, belong to the list as long as the text comes
        later.
        """
        entries = self.pieces[start : start + _LONGEST_CONTENTS]
        first = next(
            (entry for entry in entries if isinstance(entry, FileLine) and entry.text and not _is_head(entry)), None
        )
        if first is not None:
            words = _words_of_entry(first)
            for place, piece in enumerate(entries[1:], start + 1):
                if not isinstance(piece, FileLine) or _is_sentence(piece) or is_abbreviations(piece.text):
                    break
                if piece is not first and words and _words_of_entry(piece) == words:
                    return place
        after = start
        while after < len(self.pieces) and self._is_entry(self.pieces[after]):
            after += 1
        return after

    def _is_entry(self, piece: Piece) -> bool:
        """Return whether a line is of the list of contents: `I. Introduction … 1–4 3`, its head, or an empty line."""
        if isinstance(piece, TableLines):
            return False
        if is_abbreviations(piece.text):
            return False
        return (
            piece.style is LineStyle.CONTENTS or _is_head(piece) or not piece.text or bool(_ENTRY.fullmatch(piece.text))
        )

    def _abbreviations(self, place: int) -> int | None:
        """Read the list of abbreviations, a table of two columns or lines with a tab; None where it is neither."""
        piece, after = self.pieces[place], place + 1
        entries: list[tree.Abbreviation] = []
        while after < len(self.pieces) and (found := list(_short_forms(self.pieces[after]))):
            entries += found
            after += 1
        if not entries or not isinstance(piece, FileLine):
            return None
        self._end_list()
        self._add(tree.Abbreviations(unstressed(piece.inlines), tuple(entries)), *self.pieces[place:after])
        return after

    # ---- tables -------------------------------------------------------------------------------------------------

    def _captioned(self, place: int) -> int | None:
        """Return a table with `Table 3` above it; None where none stands there."""
        piece = self.pieces[place]
        if not isinstance(piece, FileLine) or caption_number(piece.text) is None:
            return None
        for distance in (1, 2):
            at = place + distance
            if at < len(self.pieces) and isinstance(self.pieces[at], TableLines):
                lines = tuple(line for line in self.pieces[place:at] if isinstance(line, FileLine))
                return self._table(place, at, lines)
        return None

    def _table(self, place: int, at: int, captions: Sequence[FileLine]) -> int:
        self._end_list()
        table = self.pieces[at]
        assert isinstance(table, TableLines)  # the caller looked
        if not captions and all(len(row) < 2 for row in table.rows):  # a frame: two columns make a table
            return self._unpack(table, at)
        number, caption, key = _caption(captions)
        notes, after = self._table_notes(at + 1)
        source, after = self._source(after)
        if not notes:
            notes, after = self._table_notes(after)
        made = build_table(table, caption, key, number, source)
        self._add(change_block(made, _noting(notes)), *self.pieces[place:after])
        return after

    def _table_notes(self, after: int) -> tuple[dict[str, tree.Inlines], int]:
        """Return the notes below a table: lines that begin with a raised mark."""
        notes: dict[str, tree.Inlines] = {}
        while after < len(self.pieces):
            piece = self.pieces[after]
            first = piece.inlines[0] if isinstance(piece, FileLine) and piece.inlines else None
            if not isinstance(piece, FileLine) or not isinstance(first, tree.Note) or first.children or not first.mark:
                break
            text = piece.text
            notes[first.mark] = cut_inlines(piece.inlines[1:], len(text) - len(text.lstrip()), len(text))
            after += 1
        return notes, after

    def _source(self, after: int) -> tuple[tree.Inlines, int]:
        piece = self.pieces[after] if after < len(self.pieces) else None
        if isinstance(piece, FileLine) and (length := source_length(piece.text)):
            return unstressed(cut(piece, length, len(piece.text)).inlines), after + 1
        return (), after

    def _unpack(self, table: TableLines, at: int) -> int:
        """Return a table of one cell a row is a frame around text."""
        for line in (line for row in table.rows for cell in row for line in cell.lines if line.text):
            self._line(line, at)
        return at + 1


def _is_head(line: FileLine) -> bool:
    """Return whether a line is the head of a list of contents."""
    return line.text.strip() in {"Page", "Paragraphs", "Paragraphs Page"}


def _words_of_entry(line: FileLine) -> str:
    """Return the words of an entry, or of the heading that it names, without paragraphs and page: `i. introduction`."""
    words = _NUMBERS_OF_ENTRY.sub("", " ".join(line.text.split()))
    return f"{line.label.text if line.label else ''} {words}".strip().casefold()


def _is_sentence(line: FileLine) -> bool:
    """Return whether a line is text, and no entry: a list of contents has no sentences."""
    return line.text.endswith(".") and not _ENTRY.fullmatch(line.text) and len(line.text.split()) >= _SENTENCE


def _noting(notes: Mapping[str, tree.Inlines]) -> Change:
    """Return a function that gives each raised mark the note below the table; a mark that comes again gets none."""
    given: set[str] = set()

    def change(inline: tree.Inline) -> tree.Inline:
        if not isinstance(inline, tree.Note) or inline.children or not inline.mark or inline.mark in given:
            return inline
        given.add(inline.mark)
        return replace(inline, children=notes.get(inline.mark, ()))

    return change


def _items_of(made: tree.ItemList) -> int:
    return sum(1 + sum(map(_items_of, item.lists)) for item in made.items)


def _short_forms(piece: Piece) -> Iterator[tree.Abbreviation]:
    """Yield the abbreviations of a table of two columns, or of a line: `OHCHR Office of the … for Human Rights`."""
    if isinstance(piece, TableLines):
        rows = [[plain_text(cell_words(cell)).strip() for cell in row] for row in piece.rows]
        if all(len(row) == 2 for row in rows):  # a short form and its words
            yield from (tree.Abbreviation(short, full) for short, full in rows if short and full)
    elif piece.label is None and not piece.text.endswith((".", ":")) and (match := _SHORT_FORM.fullmatch(piece.text)):
        yield tree.Abbreviation(match.group(1), match.group(2))


def _caption(lines: Sequence[FileLine]) -> tuple[int | None, tree.Inlines, str | None]:
    """Return the number, title and key of a table, from the one or two lines above it."""
    if not lines:
        return None, (), None
    label, length = caption_number(lines[0].text) or ("", 0)
    rest = cut(lines[0], length, len(lines[0].text))
    title = [line for line in (rest, *lines[1:]) if line.text]
    words = tuple(inline for line in title for inline in unstressed(line.inlines))
    key = next((key for line in lines[::-1] if (key := key_of(line))), None)
    return int(label) if label.isdigit() else None, words, key
