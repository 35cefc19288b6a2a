"""Read the lines of a text as people type them: lists under any mark, and breaks between lines.

The text of a reply is light Markdown, but officials type lists with "•", "–", "1)" or "a)", paste them from Word with
tabs, and begin a line with Alt+Enter where they mean a paragraph. Here such lines are told apart, once for the cells
of a workbook, for YAML, and for what is printed.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice, pairwise

from msgspec import Struct

from reportgen.model.list_marks import ListMark, read_mark
from reportgen.regex import regex

_SENTENCE_END = regex(r"[.!?…。؟।](?:[\"'”»’)\]*_]|\[\^[^\[\]\s]+\])*")
_ABBREVIATION = regex(r"(?:^|[\s(])(?:No|Nos|art|arts|para|paras|Mr|Mrs|Ms|Dr|St|p|pp|vol|cf|[A-Z])\.$", re.IGNORECASE)
"""Ends of lines such as “decree No.” and “Mr.”, after which the sentence goes on."""
_APART = regex(r"[ \t]*(?:>|\||#{1,6}[ \t]|`{3}|~{3}|\[\^)")
"""The beginning of a line that is a block by itself: a quotation, a table, a heading, code, a footnote."""
_ESCAPED_BULLET = regex(r"^([ \t]*)\\(?=[^\x00-\x7f])")
"""A backslash before a bullet or a dash that is none; Markdown escapes signs of ASCII alone."""
_YEAR_MARK = regex(r"^([ \t]*\d{4,9})([.)])(?=[ \t]|$)")
"""`2023. gads …` is the beginning of a sentence, and for Markdown that of a list."""
_SHORT = 45
"""Characters of a line that no program breaks: a shorter one was ended by hand."""
_NARROW = 60
"""Characters of the narrowest column in which prose is usually wrapped."""
_FULL = 0.75
"""How far a line reaches, of the widest of its paragraph, where the next word found no room in it."""
_TAB = 4
_INDENT = 2
"""Spaces before a line that goes on with the item above it."""


class LineBreak(StrEnum):
    """What the end of a line within prose means."""

    SPACE = "space"
    """Nothing: the sentence goes on."""
    PARAGRAPH = "paragraph"
    UNCLEAR = "unclear"
    """The line was ended by hand, and no sentence ends there."""


class TypedLine(Struct, frozen=True):
    """A line of a text."""

    number: int
    """From 0."""
    text: str
    indent: int
    mark: ListMark | None
    """Of a list, where the line may be an item of one."""
    rest: str
    """What follows the mark."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()

    @property
    def stands_apart(self) -> bool:
        """Whether it begins a quotation, a table, a heading, code or a footnote."""
        return _APART.match(self.text) is not None or self.is_row

    @property
    def is_row(self) -> bool:
        """Whether tabs divide it, as they do a row of a table that was pasted."""
        return "\t" in self.rest.strip()


Lines = Sequence[TypedLine]


class ListRun(Struct, frozen=True):
    """Lines below each other that are one list, or several."""

    lines: tuple[TypedLine, ...]


Piece = TypedLine | ListRun


def read_lines(text: str) -> tuple[TypedLine, ...]:
    """Return the lines of a text."""
    return tuple(_read_line(number, line) for number, line in enumerate(text.split("\n")))


def _read_line(number: int, line: str) -> TypedLine:
    words = line.lstrip(" \t\u00a0\u3000")
    before = line[: len(line) - len(words)].replace("\t", " " * _TAB)
    found = read_mark(words)
    mark, rest = found or (None, words)
    return TypedLine(number, line, len(before), mark, rest)


# ---- lists ------------------------------------------------------------------------------------------------------


def pieces_of(text: str) -> list[Piece]:
    """Return the lines of a text, those of lists together."""
    lines, found, at = read_lines(text), list[Piece](), 0
    while at < len(lines):
        end = _end_of_run(lines, at) if lines[at].mark else at
        run, before = lines[at:end], lines[at - 1] if at else None
        if end > at and _is_list(run, None if before is None or before.is_blank else before):
            found.append(ListRun(run))
            at = end
        else:
            found.append(lines[at])
            at += 1
    return found


def _end_of_run(lines: Lines, start: int) -> int:
    """Return the number of the line after the last one of a list that begins at `start`, lines going on included."""
    end = at = start + 1
    while at < len(lines):
        line = lines[at]
        if line.is_blank:
            at += 1
            continue
        is_next = at == end
        goes_on = line.indent >= _INDENT or (is_next and _goes_on_in_item(lines[at - 1], line))
        if (line.stands_apart and line.indent < _INDENT) or not (line.mark or goes_on):
            break
        at += 1
        end = at
    return end


def _goes_on_in_item(before: TypedLine, line: TypedLine) -> bool:
    return before.text.rstrip().endswith((",", "\\")) or line.text[:1].islower()


def _is_list(run: Lines, before: TypedLine | None) -> bool:
    """Return whether lines with marks are a list.

    Args:
        run: the lines.
        before: the line of prose right above them, where there is one.
    """
    marks = [line.mark for line in run if line.mark]
    first = marks[0]
    leads = before is not None and before.text.rstrip().endswith(":")
    if first.is_certain or leads:
        return first.is_bullet or first.is_first or before is None
    if first.is_bullet:
        ends = before is None or _SENTENCE_END.search(before.text.rstrip()) is not None
        return (ends and not first.is_glued) or any(other.same_style(first) for other in marks[1:])
    return first.is_first and any(later.follows(earlier) for earlier, later in pairwise(marks))


class Level(Struct):
    """A list that is open while lists are written."""

    indent: int
    last: ListMark
    sign: str


def as_markdown(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text with its lists and its line breaks as Markdown has them, and the line each of its lines comes from.

    An unclear end of a line is printed as a line break, so that nothing runs together.
    """
    written: list[tuple[str, int]] = []
    pieces = pieces_of(text)
    unclear = {line.number for line, _ in unclear_breaks(text)}
    for place, piece in enumerate(pieces):
        if isinstance(piece, ListRun):
            written += _write_list(piece.lines)
            after = pieces[place + 1] if place + 1 < len(pieces) else None
            if isinstance(after, TypedLine) and not after.is_blank:
                written.append(("", after.number))
        else:
            line = _YEAR_MARK.sub(r"\1\\\2", _ESCAPED_BULLET.sub(r"\1", piece.text))
            written.append((f"{line.rstrip()}\\" if piece.number in unclear else line, piece.number))
    return "\n".join(line for line, _ in written), tuple(number for _, number in written)


def _write_list(lines: Lines) -> Iterator[tuple[str, int]]:
    """Yield the lines of lists with the marks of Markdown, each four characters wide, and the numbers of the lines."""
    levels: list[Level] = []
    for place, line in enumerate(lines):
        if line.mark:
            _enter(levels, line.mark, lines, place)
            yield f"{' ' * _TAB * (len(levels) - 1)}{levels[-1].sign:<{_TAB}}{line.rest}", line.number
        else:
            yield "" if line.is_blank else f"{' ' * _TAB * len(levels)}{line.text.lstrip()}", line.number


def _enter(levels: list[Level], mark: ListMark, lines: Lines, place: int) -> None:
    """Go to the level that an item belongs to: deeper, on the same one, back to an outer one, or to a new list.

    Args:
        levels: those that are open; changed.
        mark: of the item.
        lines: of the whole run.
        place: of the item among them.
    """
    line, closed = lines[place], None
    while len(levels) > 1 and line.indent < levels[-1].indent - 1:
        closed = levels.pop()
    if levels and line.indent > levels[-1].indent + 1:
        levels.append(Level(line.indent, mark, _sign(mark, None)))
        return
    level = next((number for number in reversed(range(len(levels))) if mark.follows(levels[number].last)), None)
    if level is not None:
        del levels[level + 1 :]
        levels[-1].last = mark
    elif levels and (mark.is_first or mark.is_bullet) and _resumes(levels[-1], lines, place):
        levels.append(Level(line.indent, mark, _sign(mark, None)))
    elif levels and mark.same_style(levels[-1].last) and not mark.is_first:
        levels[-1].last = mark
    else:
        closed = levels.pop() if levels else closed
        levels.append(Level(line.indent, mark, _sign(mark, closed)))


def _resumes(level: Level, lines: Lines, place: int) -> bool:
    """Return whether a list goes on below another one: `1) …`, `• …`, `2) …`."""
    later = (line for line in islice(lines, place + 1, None) if line.mark and line.indent <= level.indent + 1)
    return any(line.mark.follows(level.last) for line in later if line.mark)


def _sign(mark: ListMark, before: Level | None) -> str:
    """Return the mark of Markdown for a list; another one than that of the list right before it."""
    signs = ("-", "+") if mark.is_bullet else ("1.", "1)")
    return signs[before is not None and before.sign == signs[0]]


def doubtful_marks(text: str) -> Iterator[TypedLine]:
    """Yield the items whose number is lost or wrong as soon as lists are numbered anew.

    That is a number which does not follow the one before it, a list that does not begin with its first number, and a
    sign that may be no mark at all: `* Provisional data`, `- 5 per cent` as a list of one item that nothing announces.
    """
    is_announced = False
    for piece in pieces_of(text):
        if isinstance(piece, ListRun):
            items = [line for line in piece.lines if line.mark]
            yield from _out_of_order(items)
            if len(items) == 1 and not is_announced and items[0].mark and items[0].mark.may_be_sign(items[0].rest):
                yield items[0]
        elif not piece.is_blank:
            is_announced = piece.text.rstrip().endswith(":")


def _out_of_order(items: Lines) -> Iterator[TypedLine]:
    levels: list[Level] = []
    for place, line in enumerate(items):
        if line.mark:
            outer = [level.last for level in levels]
            _enter(levels, line.mark, items, place)
            if not (line.mark.is_bullet or line.mark.is_first or any(line.mark.follows(last) for last in outer)):
                yield line


# ---- breaks -----------------------------------------------------------------------------------------------------


def break_lines(text: str) -> str:
    """Return the text of a cell in which a line that begins a paragraph stands after an empty line.

    In a cell lines are broken by the program, so a line that somebody ended is meant: after a sentence it is the end
    of a paragraph. Text that was pasted with its line ends stays together.
    """
    return _with_breaks(text, is_cell=True, joins=False)


def join_lines(text: str) -> str:
    """Return a text in which no line ends but where that is meant: what goes on stands on one line."""
    return _with_breaks(text, is_cell=False, joins=True)


def _with_breaks(text: str, *, is_cell: bool, joins: bool) -> str:
    if "\n" not in text:
        return text
    breaks = {line.number: kind for line, _, kind in _breaks(text, is_cell=is_cell)}
    signs = {LineBreak.SPACE: " " if joins else "\n", LineBreak.PARAGRAPH: "\n\n", LineBreak.UNCLEAR: "\\\n"}
    written: list[str] = []
    for number, line in enumerate(text.split("\n")):
        kind = breaks.get(number)
        written += [line.rstrip() if kind else line, signs[kind] if kind else "\n"]
    return "".join(written[:-1])


def unclear_breaks(text: str, *, is_cell: bool = False) -> Iterator[tuple[TypedLine, TypedLine]]:
    """Yield each line that was ended by hand without the end of a sentence, with the line after it."""
    yield from ((line, after) for line, after, kind in _breaks(text, is_cell=is_cell) if kind is LineBreak.UNCLEAR)


def _breaks(text: str, *, is_cell: bool) -> Iterator[tuple[TypedLine, TypedLine, LineBreak]]:
    """Yield each line of prose that a further line follows, the line after it, and what its end means."""
    if "\n" not in text:
        return
    for block in _blocks(pieces_of(text)):
        widest = max(len(line.text) for line in block)
        pairs = list(pairwise(block))
        is_wrapped = any(_goes_on(line, after) for line, after in pairs)
        for line, after in pairs:
            if after.stands_apart or line.text.endswith(("\\", "  ")):
                continue
            if not line.stands_apart or line.text.lstrip().startswith("[^"):
                yield line, after, _break(line, after, widest, is_cell=is_cell, is_wrapped=is_wrapped)
            elif is_cell or line.text.lstrip().startswith(">"):
                yield line, after, LineBreak.PARAGRAPH if is_cell else LineBreak.SPACE


def _blocks(pieces: Sequence[Piece]) -> Iterator[list[TypedLine]]:
    """Yield the lines of prose between empty lines and lists."""
    block: list[TypedLine] = []
    for piece in [*pieces, None]:
        if isinstance(piece, TypedLine) and not piece.is_blank:
            block.append(piece)
        elif block:
            yield block
            block = []


def _break(line: TypedLine, after: TypedLine, widest: int, *, is_cell: bool, is_wrapped: bool) -> LineBreak:
    """Return what the end of a line means.

    Args:
        line: the line.
        after: the line after it.
        widest: characters of the widest line around.
        is_cell: whether the text stands in a cell.
        is_wrapped: whether some line around was certainly ended by a program.
    """
    is_full = len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > _FULL * max(widest, _NARROW)
    if _ends_sentence(line) and not after.text.lstrip()[:1].islower():
        return LineBreak.PARAGRAPH if is_cell and not (is_wrapped and is_full) else LineBreak.SPACE
    if line.text.rstrip().endswith(",") or _goes_on(line, after) or (is_full and not is_cell):
        return LineBreak.SPACE
    return LineBreak.UNCLEAR


def _ends_sentence(line: TypedLine) -> bool:
    words = line.text.rstrip()
    end = list(_SENTENCE_END.finditer(words))[-1:]
    return bool(end) and end[0].end() == len(words) and not _ABBREVIATION.search(words)


def _goes_on(line: TypedLine, after: TypedLine) -> bool:
    """Return whether a sentence plainly goes on in the next line of wrapped text."""
    words, first = line.text.rstrip(), after.text.lstrip()[:1]
    can_go_on = not first.isupper() and (first.isalnum() or not first.isascii() or first in "{(")
    return len(words) >= _SHORT and not words.endswith((":", ";")) and not _ends_sentence(line) and can_go_on
