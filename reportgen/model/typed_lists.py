"""Write lists as Markdown has them, whatever marks were typed, and find numbers that would be lost by that."""

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from reportgen.model.line_breaks import unclear_breaks
from reportgen.model.lines import TAB, Lines, ListRun, TypedLine, pieces_of
from reportgen.model.list_marks import ListMark
from reportgen.model.text_tables import row_text
from reportgen.regex import regex

_ESCAPED_BULLET = regex(r"^([ \t]*)\\(?=[^\x00-\x7f])")
"""A backslash before a bullet or a dash that is none; Markdown escapes signs of ASCII alone."""
_LAST_BREAK = regex(r"(?<=[^\\])\\$")
_QUOTED = regex(r"^[ \t]*>.*\S")
_FIGURE = "[\\d\U000f0000-\U000ffffd]"
"""A digit, or what stands for a reference where texts are composed."""
_BEFORE = r"(?P<before>(?:[ \t]*(?:>|[-+*](?=[ \t])|\[\^[^\[\]\s]+\]:))*[ \t]*)"
_LOST = rf"^{_BEFORE}(?:(?P<number>\d{{1,9}})(?=[.)](?:\s|$))|(?=[-+*](?:\s*$|\s+[^\w\s]?{_FIGURE})))"
_LOST_MARK = regex(_LOST)
"""What Markdown takes for the mark of a list where prose, a quotation or a note begins, and is none.

`2023. gads …`, `77.`, `> 12. The State party …`, `[^1]: 12. Act …`: the number would be lost.
"""
_LOST_IN_ITEM = regex(rf"^(?=[-+*](?:\s|$)|>)|{_LOST}")
"""The same after the mark of an item: `• - 4 per cent`, `- 198.`, `– > 5 persons`."""
_LOST_BELOW_ITEM = regex(rf"^(?=>=?\s*[^\w\s]?{_FIGURE})|{_LOST}")
"""The same in a further line of an item, where a quotation may stand."""


class OpenList(Struct):
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
            line = piece.text if piece.in_table else _escape(_LOST_MARK, piece.text)
            if line != piece.text and written and _QUOTED.match(line) and _QUOTED.match(written[-1][0]):
                written[-1] = f"{written[-1][0].rstrip()}\\", written[-1][1]
            before = pieces[place - 1] if place else None
            below_prose = isinstance(before, TypedLine) and not before.in_table
            if piece.in_table and piece.indent >= TAB and below_prose:
                written.append(("", piece.number))  # a paragraph would take an indented line for its own
            written.append((f"{line.rstrip()}\\" if piece.number in unclear else line, piece.number))
    items = {line.number for piece in pieces if isinstance(piece, ListRun) for line in piece.lines if line.mark}
    for place, (_, number) in enumerate(written[1:]):
        if number in items:  # no line is broken before an item, where the parser would print the backslash
            written[place] = _LAST_BREAK.sub("", written[place][0]), written[place][1]
    return "\n".join(line for line, _ in written), tuple(number for _, number in written)


def _escape(mark: re.Pattern[str], line: str) -> str:
    """Return a line with a backslash before a mark at its beginning that is none of a list."""
    if line[:1].isalpha():  # as most lines begin, and no such mark does
        return line
    return mark.sub(r"\g<before>\g<number>\\", _ESCAPED_BULLET.sub(r"\1", line))


BULLET = "-   "
"""The mark of Markdown before an item of a first list of bullets, as wide as each mark is written."""


def _write_list(lines: Lines) -> Iterator[tuple[str, int]]:
    """Yield the lines of lists with the marks of Markdown, each four characters wide, and the numbers of the lines."""
    levels: list[OpenList] = []
    for place, line in enumerate(lines):
        if line.mark:
            _enter(levels, line.mark, lines, place)
            indent, words = " " * TAB * (len(levels) - 1), _escape(_LOST_IN_ITEM, line.rest)
            yield f"{indent}{levels[-1].sign:<{TAB}}{words}", line.number
        else:
            words = row_text(line.text) if line.in_table else _escape(_LOST_BELOW_ITEM, line.text.lstrip())
            yield f"{' ' * TAB * len(levels)}{words}" if words else "", line.number


def _enter(levels: list[OpenList], mark: ListMark, lines: Lines, place: int) -> None:
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
        levels.append(OpenList(line.indent, mark, _sign(mark, None)))
        return
    level = next((number for number in reversed(range(len(levels))) if mark.follows(levels[number].last)), None)
    if level is not None:
        del levels[level + 1 :]
        levels[-1].last = mark
    elif levels and (mark.is_first or mark.is_bullet) and _resumes(levels[-1], lines, place):
        levels.append(OpenList(line.indent, mark, _sign(mark, None)))
    elif levels and mark.same_style(levels[-1].last) and not mark.is_first:
        levels[-1].last = mark
    else:
        closed = levels.pop() if levels else closed
        levels.append(OpenList(line.indent, mark, _sign(mark, closed)))


def _resumes(level: OpenList, lines: Lines, place: int) -> bool:
    """Return whether a list goes on below another one: `1) …`, `• …`, `2) …`."""
    later = (line for line in islice(lines, place + 1, None) if line.mark and line.indent <= level.indent + 1)
    return any(line.mark.follows(level.last) for line in later if line.mark)


def _sign(mark: ListMark, before: OpenList | None) -> str:
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
    levels: list[OpenList] = []
    for place, line in enumerate(items):
        if line.mark:
            outer = [level.last for level in levels]
            _enter(levels, line.mark, items, place)
            if not (line.mark.is_bullet or line.mark.is_first or any(line.mark.follows(last) for last in outer)):
                yield line
