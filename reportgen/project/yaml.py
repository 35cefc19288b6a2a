"""Read the bytes of a YAML file as plain data with places.

The parser's events are read one by one, so that nothing is built which was not looked at: what could run, repeat
or hide something (tags, anchors, aliases, merges, directives) is refused, as are doubled keys. Only YAML 1.2's
plain words mean more than text: `true`, `false`, `null`, whole numbers, numbers with a point, and ISO dates.
`yes`, `on`, `010`, `1:30` and `1_000` stay text. Numbers are made of their digits, never of floats.
"""

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from functools import cached_property
from typing import Any

from _ruamel_yaml import CParser
from msgspec import Struct
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from reportgen.diagnostics import Diagnostic, Literal, Path, Place, Places, diagnose, has_errors
from reportgen.files.findings import Findings
from reportgen.files.reading import too_large
from reportgen.files.refusal import Refused, refuse
from reportgen.files.text import clean_value, composed, decode, find_forbidden, has_odd, kind_of_bytes
from reportgen.limits import YAML_BYTES, YAML_DEPTH, YAML_EVENTS
from reportgen.regex import regex
from reportgen.remembering import remembered

Plain = None | bool | int | Decimal | str | dt.date | list["Plain"] | dict[str, "Plain"]
"""What a file holds, before anything is known of what it means. Keys are text, as they are written."""

_NUMBER = regex(r"[-+]?(?:0|[1-9]\d*)(\.\d+)?", re.ASCII)
_CUT_OFF = regex(r"[ \t]#\w")
"""What may belong to a text and ends it: comments have a space behind the sign."""
_BREAK = regex(r"\r\n|[\n\r\x85\u2028\u2029]")
"""Line breaks as YAML 1.1 counts them (section 4.2)."""
_DATE = regex(r"\d{4}-\d\d-\d\d", re.ASCII)
_WORDS: dict[str, Plain] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WORD_STARTS = frozenset("~nNtTfF")
_NUMBER_STARTS = frozenset("0123456789+-")
_LONGEST_NUMBER = 40
"""Longer digits stay text, which every later reader refuses by their length."""
_PROBLEMS = (
    ("mapping values are not allowed", "a colon stands where none can be; text with a colon needs quotation marks"),
    ("found unexpected ':'", "a colon stands where none can be; text with a colon needs quotation marks"),
    ("while scanning a quoted scalar", "a quotation mark is opened and never closed"),
    (
        "did not find expected ',' or ']'",
        "a list in square brackets is not closed, or a text in it needs quotation marks",
    ),
    (
        "did not find expected ',' or '}'",
        "fields in curly brackets are not closed, or a text in them needs quotation marks",
    ),
    ("could not find expected ':'", "a colon is missing after a field's name"),
    ("did not find expected '-' indicator", "this line is not indented like the other items of its list"),
    ("did not find expected key", "this line is not indented like the fields around it"),
    ("block sequence entries are not allowed", "a list item stands where none can be"),
    ("block mapping entries", "a field stands where none can be"),
    ("cannot start any token", "the text begins with a sign that needs quotation marks"),
    ("Unicode character escape", "an escape does not name a character"),
    ("unknown escape character", "a backslash stands before a letter that it does not belong to"),
    ("did not find expected <document start>", "something stands after the end of the fields"),
)
_UNCLOSED = {"while scanning a quoted scalar", "did not find expected ',' or ']'", "did not find expected ',' or '}'"}
"""Problems that are mended where something was opened, not where the parser noticed."""
_UNKNOWN_PROBLEM = ("", "the text cannot be read as fields here")


class ReadYaml(Struct, frozen=True):
    """What a YAML file holds."""

    data: Plain
    """None where the file is refused, or is empty but for comments."""
    places: Places
    """Paths in `data` to places: of a single value, where it stands; of fields and lists, where their name stands."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def is_sound(self) -> bool:
        """Return whether the data are whole: nothing was refused on the way."""
        return not has_errors(self.diagnostics)


def read_yaml(data: bytes, name: str) -> ReadYaml:
    """Read a YAML file as plain data.

    Args:
        data: its bytes.
        name: its path as the user would type it, for places.
    """
    try:
        if len(data) > YAML_BYTES:
            raise too_large(Place(name), len(data), YAML_BYTES)
        kind = kind_of_bytes(data)
        if kind:
            raise refuse("RG115", Place(name), kind=kind)
        text = decode(data, name)
        forbidden = find_forbidden(text, name)
        if forbidden:
            return ReadYaml(None, Places(), tuple(forbidden))
        reader = _Reader(name, text)
        return ReadYaml(reader.read(), reader.places, reader.found.all())
    except Refused as refused:
        return ReadYaml(None, Places(), (refused.diagnostic,))


@remembered(20)
def read_unchanged(data: bytes, name: str) -> ReadYaml:
    """Read a YAML file as `read_yaml` does, for a caller who leaves its data as they are."""
    return read_yaml(data, name)


class _Reader:
    """Builds plain data from events. It calls itself for what is nested, at most `YAML_DEPTH` deep."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._text = text
        self.places = Places()
        self.found = Findings()
        self._decomposed = not unicodedata.is_normalized("NFC", text)
        self._odd = self._decomposed or has_odd(text) or "\\" in text
        """Whether values need a second look: odd characters may also be written as escapes."""
        has_bare = text.count(" #") > text.count(" # ") + text.count(" #\n") or "\t#" in text  # as few files have
        self._may_cut = has_bare and _CUT_OFF.search(text) is not None
        self._parser = CParser(text)
        self._events = 0

    def read(self) -> Plain:
        """Return the data of the one document of the text."""
        try:
            return self._document()
        except YAMLError as error:
            raise self._broken(error) from None
        except (ValueError, KeyError, TypeError, RecursionError, OverflowError):  # what odd input makes parsers raise
            raise refuse("RG120", Place(self.name), problem="it is not YAML") from None

    def _document(self) -> Plain:
        data: Plain = None
        documents = 0
        while (event := self._parser.get_event()) is not None and type(event) is not StreamEndEvent:
            kind = type(event)
            if kind is DocumentStartEvent:
                documents += 1
                if event.version or event.tags:
                    raise self._refused(event, "a directive (a line that begins with %)")
                if documents > 1:
                    raise self._refused(event, "a second document (a line of ---)")
            elif kind not in (StreamStartEvent, DocumentEndEvent):
                self.places.add((), Place(self.name, 1, 1))
                data = self._node(event, ())
        return data

    def _next(self) -> Any:
        self._events += 1
        event = self._parser.get_event()
        if self._events > YAML_EVENTS:
            raise refuse("RG125", self._place(event), limit=f"{YAML_EVENTS:,}")
        return event

    def _node(self, event: Any, path: Path) -> Plain:
        kind = type(event)
        if kind is AliasEvent:
            raise self._refused(event, "an alias (*)")
        if event.anchor is not None:
            raise self._refused(event, "an anchor (&)")
        if event.tag is not None:
            raise self._refused(event, "a tag (!)")
        if kind is ScalarEvent:
            return self._scalar(event)
        if len(path) >= YAML_DEPTH:
            raise refuse("RG124", self._place(event), limit=YAML_DEPTH)
        return self._mapping(path) if kind is MappingStartEvent else self._sequence(path)

    def _mapping(self, path: Path) -> dict[str, Plain]:
        fields: dict[str, Plain] = {}
        heads: dict[str, Any] = {}
        while type(head := self._next()) is not MappingEndEvent:
            key = self._key(head)
            event = self._next()
            if key in fields:
                place, line = self._place(head), heads[key].start_mark.line + 1
                self.found.append(diagnose("RG123", place, field=key, line=line))
                self._node(event, (*path, key, "[again]"))
                continue
            heads[key] = head
            here = (*path, key)
            stands = event if type(event) is ScalarEvent and (event.value or event.style) else head
            self.places.add(here, self._place(stands))
            if type(event) is ScalarEvent and event.style == "|":
                self._add_lines(event, here)
            fields[key] = self._node(event, here)
            self._note_cut(event, fields[key], head.start_mark.column)
        return fields

    def _sequence(self, path: Path) -> list[Plain]:
        items: list[Plain] = []
        while type(event := self._next()) is not SequenceEndEvent:
            here = (*path, len(items))
            self.places.add(here, self._place(event))
            items.append(self._node(event, here))
            self._note_cut(event, items[-1], event.start_mark.column - 1)
        return items

    def _key(self, event: Any) -> str:
        if type(event) is not ScalarEvent:
            if type(event) is AliasEvent:
                raise self._refused(event, "an alias (*)")
            raise refuse("RG126", self._place(event))
        if event.anchor is not None or event.tag is not None:
            raise self._refused(event, "an anchor (&) or a tag (!)")
        if event.value == "<<" and not event.style:
            raise self._refused(event, "a merge (<<)")
        key: str = event.value.strip()
        if not key:
            raise refuse("RG126", self._place(event))
        return clean_value(key, self._place(event), self.found) if self._odd else key

    def _scalar(self, event: Any) -> Plain:
        value: str = event.value
        if self._odd:
            value = clean_value(value, self._place(event), self.found)
        if event.style:
            return value
        return _meaning(value)

    def _note_cut(self, event: Any, value: Plain, indent: int) -> None:
        """Say that a text goes on behind a `#`: “Act #5 of 2023” ends for YAML before the sign.

        So does a text above a line that begins with the sign and stands further in than `indent`, the column of its
        field; one that does not is a field that was taken out.
        """
        is_text = isinstance(value, str | None) and type(event) is ScalarEvent and event.style not in {"'", '"'}
        if not self._may_cut or not is_text:
            return
        number, column = event.end_mark.line, event.end_mark.column
        if event.value and (event.style or not self._lines[number][column:].strip()):
            number += bool(not event.style or column)  # where a block ends with the file, in its last line
            while number < len(self._lines) - 1 and not self._lines[number].strip():
                number += 1
            column = indent
        line = "".join(self._lines[number : number + 1])
        sign = len(line) - len(line[column:].lstrip(" \t"))
        if _CUT_OFF.match(line, max(sign - 1, column)):
            self.found.append(diagnose("RG216", Place(self.name, number + 1, sign + 1), text=line[sign:]))

    def _add_lines(self, event: Any, path: Path) -> None:
        """Remember where each line of a block of text stands, as `path` and the line's index from 0."""
        first = event.start_mark.line + 1
        lines = self._lines[first : first + event.value.rstrip("\n").count("\n") + 1]
        column = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0) + 1
        for index, line in enumerate(lines):
            columns = composed(line[column - 1 :])[1] if self._decomposed else None
            self.places.add((*path, index), Place(self.name, first + index + 1, column), columns)

    @cached_property
    def _lines(self) -> list[str]:
        return _BREAK.split(self._text)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1)

    def _refused(self, event: Any, what: str) -> Refused:
        return refuse("RG122", self._place(event), what=Literal(what))

    def _broken(self, error: YAMLError) -> Refused:
        """Return the parser's complaint in words, at its place."""
        said = str(error)
        mark = getattr(error, "problem_mark", None)
        if mark is None:
            return refuse("RG120", Place(self.name), problem="the text cannot be read as fields")
        if "\\t" in said or "tab character" in said or self._text[mark.index : mark.index + 1] == "\t":
            return refuse("RG121", Place(self.name, mark.line + 1, mark.column + 1))
        sign, problem = next((pair for pair in _PROBLEMS if pair[0] in said), _UNKNOWN_PROBLEM)
        opened = getattr(error, "context_mark", None)
        mark = opened if opened and sign in _UNCLOSED else mark
        return refuse("RG120", Place(self.name, mark.line + 1, mark.column + 1), problem=Literal(problem))


def _meaning(written: str) -> Plain:
    """Return what a plain word means; text where it is nothing else."""
    start = written[:1]
    if start in _NUMBER_STARTS and len(written) < _LONGEST_NUMBER:
        found = _NUMBER.fullmatch(written)
        if found:
            return Decimal(written) if found[1] else int(written)
        if _DATE.fullmatch(written):
            try:
                return dt.date.fromisoformat(written)
            except ValueError:  # such as 2024-02-30: text, which the field that wants a date refuses
                return written
    if not start or start in _WORD_STARTS:
        return _WORDS.get(written, written)
    return written
