"""Put paragraphs and items into a text, and take them out, with the blank lines that belong to them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.project.corrections import TextChange
from reportgen.word.pull.pieces import BREAK
from reportgen.word.pull.sources import Followed, is_item_mark, is_rule, units_in


class TextEdit(Struct, frozen=True):
    """What is done to one text."""

    path: Path
    change: TextChange


class Put(Protocol):
    """Writes a paragraph or an item beside a unit."""

    def __call__(self, followed: Followed, text: str, *, is_item: bool) -> TextEdit:
        """Return its insertion."""
        ...


def mark_of(followed: Followed) -> str:
    """Return the mark of an item of a list, such as `- `; nothing for what is none."""
    line = followed.source.text[: followed.span.start].rpartition("\n")[2]
    return line if is_item_mark(line) else ""


def _row(followed: Followed) -> Span:
    """Return the span of a unit; of a cell, that of its row."""
    text, span = followed.source.text, followed.span
    start = text.rfind("\n", 0, span.start) + 1
    return Span(start, span.end + len(text[span.end :].partition("\n")[0])) if text[start : start + 1] == "|" else span


def put_behind(followed: Followed, text: str, *, is_item: bool) -> TextEdit:
    """Return the insertion of a paragraph or an item behind a unit."""
    source, mark = followed.source, mark_of(followed)
    end = _row(followed).end
    new = f"\n{mark}{text}" if is_item and mark else f"{BREAK}- {text}" if is_item else f"{BREAK}{text}"
    rest = source.text[end:]
    if not (is_item and mark) and rest.strip() and not rest.startswith(BREAK):
        new += "\n"
    return TextEdit(source.path, TextChange(Span(end, end), new))


def put_before(followed: Followed, text: str, *, is_item: bool) -> TextEdit:
    """Return the insertion of a paragraph or an item before a unit."""
    source, mark = followed.source, mark_of(followed)
    start = _row(followed).start - len(mark)
    new = f"{mark}{text}\n" if is_item and mark else f"- {text}{BREAK}" if is_item else f"{text}{BREAK}"
    return TextEdit(source.path, TextChange(Span(start, start), new))


def marks_of_note(followed: Followed) -> Iterator[TextChange]:
    """Yield the changes that take the marks of a note out of its text."""
    text = followed.source.text
    label = text[: followed.span.start].rpartition("\n")[2].rpartition(":")[0].strip()
    at = text.find(label) if label.startswith("[^") else -1
    while at >= 0:
        end = at + len(label)
        if text[end : end + 1] != ":":
            yield TextChange(Span(at, end), "")
        at = text.find(label, end)


def removal(followed: Followed) -> TextChange:
    """Return the change that takes a unit out of its text, with the blank line behind or before it."""
    text, span = followed.source.text, followed.span
    spans = list(units_in(text))
    place = spans.index(span)
    before = text[spans[place - 1].end : span.start].count("\n") if place else 0
    after = text[span.end : spans[place + 1].start].count("\n") if place + 1 < len(spans) else 0
    if (place and before < after) or place + 1 == len(spans):
        return TextChange(Span(spans[place - 1].end if place else 0, span.end), "")
    line, follower = (text.rfind("\n", 0, one) + 1 for one in (span.start, spans[place + 1].start))
    return TextChange(Span(line, follower), "")


def put_row(followed: Followed, cells: Sequence[str]) -> TextEdit:
    """Return the insertion of a row behind the row of a cell.

    Args:
        followed: the cell.
        cells: what is written in each column.
    """
    source, end = followed.source, _row(followed).end
    below = source.text[end + 1 :].partition("\n")[0]
    if is_rule(below):  # the line below the heads
        end += 1 + len(below)
    words = " | ".join(cell.replace("|", "\\|") for cell in cells)
    return TextEdit(source.path, TextChange(Span(end, end), f"\n| {words} |"))


def row_removal(followed: Followed) -> TextChange:
    """Return the change that takes the row of a cell out of its text."""
    row = _row(followed)
    return TextChange(Span(row.start - 1, row.end) if row.start else Span(0, row.end + 1), "")


def as_item(followed: Followed) -> TextChange:
    """Return the change that makes a paragraph an item of a list, of the list beside it where there is one."""
    text, span = followed.source.text, followed.span
    spans = list(units_in(text))
    place = spans.index(span)
    beside = (replace(followed, span=spans[one]) for one in (place - 1, place + 1) if 0 <= one < len(spans))
    mark = next((mark for one in beside if (mark := mark_of(one))), "- ")
    return TextChange(Span(span.start, span.start), mark)


def as_paragraph(followed: Followed) -> list[TextChange]:
    """Return the changes that make an item of a list a paragraph."""
    text, span = followed.source.text, followed.span
    start, end = span.start - len(mark_of(followed)), span.end
    changes = [TextChange(Span(start, span.start), "")]
    if text[:start].strip() and not text[:start].endswith(BREAK):
        changes = [TextChange(Span(start - 1, span.start), BREAK)]
    if text[end:].strip() and not text.startswith(BREAK, end):
        changes.append(TextChange(Span(end, end + 1), BREAK))
    return changes
