"""Put paragraphs and items into a text, and take them out, with the blank lines that belong to them."""

from collections.abc import Iterator

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.project.corrections import TextChange
from reportgen.word.pull.rewriting import BREAK
from reportgen.word.pull.sources import Followed, is_item_mark, units_in


class TextEdit(Struct, frozen=True):
    """What is done to one text."""

    path: Path
    change: TextChange


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
