"""Find where each character of a YAML value stands in its file.

The characters of a value are followed through the source of its scalar (YAML 1.2, chapters 7 and 8): quotation marks
doubled, escapes, lines folded into one. Where that does not succeed, the value has no places and cannot be corrected.
Nothing here judges a file: it was read and found sound before.
"""

import unicodedata
from itertools import pairwise
from typing import Any

from _ruamel_yaml import CParser
from msgspec import Struct
from ruamel.yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportgen.claims.passages import Span
from reportgen.diagnostics import Path
from reportgen.files.text import composed
from reportgen.regex import regex

_ESCAPE = regex(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\n])")
_BREAKS = regex(r"\n+")
_SHORT_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", "_": "\xa0", "N": "\x85"}


class Scalar(Struct, frozen=True):
    """One value of a YAML file that is text."""

    value: str
    style: str
    """`|`, `>`, `'`, `"`, or nothing for a plain one."""
    spans: tuple[Span | None, ...]
    """Where each character of the value stands in the file's text; None where lines are folded. Empty: not known."""
    indent: str = ""
    """What a further line of the value begins with."""

    def source(self, start: int, end: int) -> Span | None:
        """Return where a run of characters stands in the file, or None where it is not all there as it is."""
        if not self.spans:
            return None
        if start == end:  # a place between two characters
            before = self.spans[start - 1] if start else None
            after = self.spans[start] if start < len(self.spans) else None
            place = after.start if after else before.end if before else None
            return None if place is None else Span(place, place)
        spans = self.spans[start:end]
        first, last = spans[0], spans[-1]
        if first is None or last is None or None in spans:
            return None
        whole = all(one and two and one.end == two.start for one, two in pairwise(spans))
        return Span(first.start, last.end) if whole else None

    def stretch(self, start: int, end: int) -> Span | None:
        """Return where a run of characters stands in the file with the line breaks in it; None where it has no ends."""
        if not self.spans or start >= end:
            return None
        first, last = self.spans[start], self.spans[end - 1]
        before = self.spans[start - 1] if start else None
        after = self.spans[end] if end < len(self.spans) else None
        begin = first.start if first else before.end if before else None
        stop = last.end if last else after.start if after else None
        return None if begin is None or stop is None or stop < begin else Span(begin, stop)

    def place(self, index: int) -> int | None:
        """Return where a character stands in the file's text, or the next one that is known."""
        return next((span.start for span in self.spans[index:] if span is not None), None)

    def written(self, new: str) -> str:
        """Return characters as they are written in a scalar of this style; folded ones double line breaks."""
        extra = "" if self.style == "|" else "\n"
        new = _BREAKS.sub(lambda found: found.group() + extra + self.indent, new)
        if self.style == '"':
            return new.replace("\\", "\\\\").replace('"', '\\"')
        return new.replace("'", "''") if self.style == "'" else new


def read_scalars(text: str) -> dict[Path, Scalar]:
    """Return all values of a YAML file that are text, by their paths.

    Args:
        text: of a file that was read without an error.
    """
    reader = _Reader(text)
    reader.read()
    return reader.found


class _Reader:
    """Walks over the parser's events, and keeps the path."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: dict[Path, Scalar] = {}
        self._parser = CParser(text)

    def read(self) -> None:
        """Read the one document of the text."""
        while (event := self._parser.get_event()) is not None:
            self._node(event, ())

    def _node(self, event: Any, path: Path) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            start, end = event.start_mark.index, event.end_mark.index
            spans = _follow(self.text, Span(start, end), event.value, event.style or "")
            indent = _indent(self.text, start, spans, event.style or "")
            self.found[path] = Scalar(*_composed(event.value, event.style or "", spans), indent)
        elif kind is MappingStartEvent:
            while type(head := self._parser.get_event()) is not MappingEndEvent:
                self._node(self._parser.get_event(), (*path, head.value.strip()))
        elif kind is SequenceStartEvent:
            number = 0
            while type(item := self._parser.get_event()) is not SequenceEndEvent:
                self._node(item, (*path, number))
                number += 1


def _indent(text: str, start: int, spans: tuple[Span | None, ...], style: str) -> str:
    """Return the blanks before a further line of a scalar that begins at `start`."""
    if style in {"|", ">"}:
        first = next((span.start for span in spans if span), start)
        line = text.rfind("\n", 0, first) + 1
        return " " * (first - line)
    line = text.rfind("\n", 0, start) + 1
    return " " * (len(text[line:start]) - len(text[line:start].lstrip(" -")) + 2)


def _composed(value: str, style: str, spans: tuple[Span | None, ...]) -> tuple[str, str, tuple[Span | None, ...]]:
    """Return a value as it is read: letters that were written apart from their marks are one character."""
    if unicodedata.is_normalized("NFC", value):
        return value, style, spans
    text, origins = composed(value)
    return text, style, tuple(_around(spans[first:last]) for first, last in pairwise(origins)) if spans else ()


def _around(spans: tuple[Span | None, ...]) -> Span | None:
    """Return the one span of characters that stand together."""
    first, last = (spans[0], spans[-1]) if spans else (None, None)
    return Span(first.start, last.end) if first and last else None


def _follow(text: str, span: Span, value: str, style: str) -> tuple[Span | None, ...]:
    """Return where each character of a value stands; nothing where the source cannot be followed."""
    at, end = span
    if style == "|":
        return _follow_lines(text, text.index("\n", at) + 1, value)
    if style == ">":
        at = text.index("\n", at) + 1
    elif style:
        at, end = at + 1, end - 1
    spans: list[Span | None] = []
    for character in value:
        found = _next(text, at, end, character, style)
        if found is None:
            return ()
        spans.append(found if found.start >= 0 else None)
        at = found.end
    return tuple(spans)


def _follow_lines(text: str, at: int, value: str) -> tuple[Span | None, ...]:
    """Return the same for a literal block from `at` on: each line is that of the file without indentation."""
    spans: list[Span | None] = []
    for line in value.split("\n"):
        end = text.find("\n", at)
        source = text[at : len(text) if end < 0 else end].removesuffix("\r")
        indent = len(source) - len(line)
        if line and (not source.endswith(line) or source[:indent].strip(" ")):
            return ()
        spans += [Span(at + indent + place, at + indent + place + 1) for place in range(len(line))]
        spans.append(None)  # the line break
        at = len(text) if end < 0 else end + 1
    return tuple(spans[: len(value)])


_FOLDED = -1


def _next(text: str, at: int, end: int, character: str, style: str) -> Span | None:
    """Return where the next character of a value stands, or what is folded into it (a span that begins with -1)."""
    if at < end and style == '"' and text[at] == "\\":
        return _escape(text, at, end, character)
    if at < end and style == "'" and text.startswith("''", at):
        return Span(at, at + 2) if character == "'" else None
    if at < end and text[at] == character and character != "\n":
        if character != " " or not _only_space_follows(text, at, end):
            return Span(at, at + 1)
        return Span(_FOLDED, _after_space(text, at, end))
    if character in " \n" and (at >= end or text[at].isspace() or text[at - 1].isspace()):
        return Span(_FOLDED, _after_space(text, at, end))
    if at < end and text[at].isspace() and not character.isspace():
        return _next(text, _after_space(text, at, end), end, character, style)
    return None


def _only_space_follows(text: str, at: int, end: int) -> bool:
    """Return whether nothing but space stands between here and the end of the line, which is folded away with it."""
    rest = text[at:end].partition("\n")
    return bool(rest[1]) and not rest[0].strip()


def _after_space(text: str, at: int, end: int) -> int:
    """Return the place after a run of space and line breaks; a place without any stays."""
    while at < end and text[at] in " \t\r\n":
        at += 1
    return at


def _escape(text: str, at: int, end: int, character: str) -> Span | None:
    """Return where an escape of a quoted scalar stands that gives a character; an escaped line break gives none."""
    if text[at + 1 : at + 2] in {"\n", "\r"}:
        return _next(text, _after_space(text, at + 1, end), end, character, '"')
    found = _ESCAPE.match(text, at, end)
    if found is None:
        return None
    escape = found.group()[1:]
    given = _SHORT_ESCAPES.get(escape) if len(escape) == 1 else chr(int(escape[1:], 16))
    return Span(*found.span()) if given == character else None
