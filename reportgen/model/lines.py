"""Read the lines of a text as people type them: which are items of lists, which are tables, which are prose.

The text of a reply is light Markdown, but officials type lists with "•", "–", "1)" or "a)" and paste them from Word
with tabs. Here such lines are told apart, once for the cells of a workbook, for YAML, and for what is printed.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.list_marks import ListMark, read_mark
from reportgen.model.pictures import PICTURE_LINE
from reportgen.model.text_tables import find_table, row_text
from reportgen.regex import regex

SENTENCE_END = regex(r"[.!?…。؟।](?:[\"'”»’)\]*_]|\[\^[^\[\]\s]+\])*")
_APART = regex(r"[ \t]*(?:>|\||#{1,6}[ \t]|`{3}|~{3}|\[\^)")
"""The beginning of a line that is a block by itself: a quotation, a table, a heading, code, a footnote."""
_ROW = regex(r"[ \t]*\|[^|\n]+\|(?:[^|\n]*\|)*[ \t]*")
TAB = 4
"""Columns that a tab takes."""
_TURNS = 8
"""Texts that were read last: what looks at a text looks at it several times in turn."""
_INDENT = 2
"""Spaces before a line that goes on with the item above it."""


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
    in_table: bool = False
    """Whether it is one of the lines of a table, from its title to its notes."""

    @property
    def is_blank(self) -> bool:
        """Return whether nothing stands in it."""
        return not self.text.strip()

    @property
    def stands_apart(self) -> bool:
        """Return whether it begins a quotation, a table, a heading, code or a footnote, or is a picture."""
        is_apart = _APART.match(self.text) or ("![" in self.text and PICTURE_LINE.fullmatch(self.text))
        return self.in_table or bool(is_apart) or self.is_row

    @property
    def is_row(self) -> bool:
        """Return whether bars or tabs divide it, as they do a row of a table."""
        return "\t" in self.rest.strip() or _ROW.fullmatch(self.text) is not None


Lines = Sequence[TypedLine]


class ListRun(Struct, frozen=True):
    """Lines below each other that are one list, or several."""

    lines: tuple[TypedLine, ...]


Piece = TypedLine | ListRun


@lru_cache(_TURNS)
def read_lines(text: str) -> tuple[TypedLine, ...]:
    """Return the lines of a text."""
    lines = tuple(_read_line(number, line) for number, line in enumerate(text.split("\n")))
    lines = (*map(_with_lone_mark, lines, lines[1:]), lines[-1])
    if "|" not in text and "\t" not in text:
        return lines
    tabled = _in_tables(lines)
    return tuple(
        replace(line, mark=None, rest=line.text, in_table=True) if line.number in tabled else line for line in lines
    )


def _with_lone_mark(line: TypedLine, after: TypedLine) -> TypedLine:
    """Return a line that is a bullet alone as the mark of the line after it."""
    is_mark = not (line.mark or after.is_blank or after.mark or after.stands_apart)
    found = read_mark(f"{line.text.strip()} x") if is_mark and len(line.text.strip()) == 1 else None
    return replace(line, mark=found[0], rest="") if found else line


def _in_tables(lines: Lines) -> set[int]:
    """Return the numbers of the lines of tables; a line with a mark of a list begins none."""

    def line(number: int) -> str | None:
        if number >= len(lines):
            return None
        read = lines[number]
        return row_text(read.text) if read.mark is None or "|" in read.text else read.rest

    found, at = set[int](), 0
    while at < len(lines):
        table = find_table(line, at) if lines[at].mark is None else None
        found |= set(range(at, table.end if table else at))
        at = table.end if table else at + 1
    return found


def _read_line(number: int, line: str) -> TypedLine:
    words = line.lstrip(" \t\u00a0\u3000")
    before = line[: len(line) - len(words)].replace("\t", " " * TAB)
    found = read_mark(words)
    mark, rest = found or (None, words)
    return TypedLine(number, line, len(before), mark, rest)


# ---- lists and prose ----------------------------------------------------------------------------------------------


@lru_cache(_TURNS)
def pieces_of(text: str) -> tuple[Piece, ...]:
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
    return tuple(found)


def _end_of_run(lines: Lines, start: int) -> int:
    """Return the number of the line after the last one of a list that begins at `start`, lines going on included."""
    end = at = start + 1
    while at < len(lines):
        line = lines[at]
        if line.is_blank:
            at += 1
            continue
        is_next = at == end
        is_below = is_next and (not lines[at - 1].rest or _goes_on_in_item(lines[at - 1], line))
        goes_on = line.indent >= _INDENT or is_below
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
        ends = before is None or SENTENCE_END.search(before.text.rstrip()) is not None
        return (ends and not first.is_glued) or any(other.same_style(first) for other in marks[1:])
    return first.is_first and any(later.follows(earlier) for earlier, later in pairwise(marks))
