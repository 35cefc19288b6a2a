"""Count automatic numbers: what Word prints before a paragraph, counted as Word counts (ECMA-376 Part 1, 17.9).

All paragraphs whose lists share an abstract definition count on together, but for a list with a `startOverride`, which
begins anew where it is first used. A level begins anew after a paragraph of a higher level, unless `lvlRestart` says
otherwise.
"""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from reportgen.document.labels import letter, roman
from reportgen.readers.docx.oxml import Element, W, child, is_on, number, value
from reportgen.readers.docx.styles import StyleSheet
from reportgen.regex import regex

_LEVELS = 9
_HIGHEST = 9_999
_PLACE = regex(r"%([1-9])")
_BULLET = "bullet"


class CountedLabel(Struct, frozen=True):
    """What Word prints before a paragraph."""

    text: str
    """`14.`, `(a)`; `•` for every kind of bullet."""
    is_bullet: bool
    properties: Element | None
    """The paragraph properties of the level, with its indents."""


class _Count(Struct):
    """How far the levels of an abstract definition were counted."""

    numbers: dict[int, int] = {}
    begun: set[str] = set()
    """The lists whose overrides were heeded."""


class _Level(Struct, frozen=True):
    """One level of a list."""

    start: int
    restart: int | None = None
    """The depth, counted from 1, after which it begins anew; None: any higher level."""
    form: str = "decimal"
    text: str = ""
    is_legal: bool = False
    """Whether the numbers of other levels in its text are decimal (17.9.4)."""
    properties: Element | None = None
    is_there: bool = True
    """Whether the file has it."""


class _NumberedList(Struct, frozen=True):
    """A list with what its definition and its overrides say of each level."""

    abstract: str
    """The id of the definition, by which lists count on together."""
    levels: tuple[_Level, ...]
    begins: frozenset[int]
    """The levels that begin anew where the list is first used."""


class Numbering:
    """The lists of a file."""

    def __init__(self, root: Element | None, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._lists = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._counts: dict[str, _Count] = {}
        self._list = cache(self._read_list)
        self._inherited = cache(self._of_style)

    def count(self, properties: Element | None, style: str | None) -> CountedLabel | None:
        """Return the number of the next paragraph with these properties; None for one without."""
        list_id, depth = self._place(properties, style)
        numbered_list = self._list(list_id) if list_id else None
        level = numbered_list.levels[depth] if numbered_list else None
        if numbered_list is None or level is None or not level.is_there:
            return None
        count = self._counts.setdefault(numbered_list.abstract, _Count())
        if list_id not in count.begun:
            count.begun.add(list_id)
            for begun in numbered_list.begins:
                count.numbers.pop(begun, None)
        _next(count, numbered_list, depth)
        is_bullet = level.form == _BULLET
        return CountedLabel("•" if is_bullet else _text(count, numbered_list, level), is_bullet, level.properties)

    def _place(self, properties: Element | None, style: str | None) -> tuple[str, int]:
        """Return the list, empty for none, and the level of a paragraph: its own, else those of its style (17.9.18)."""
        own = child(properties, "numPr")
        list_id, depth = value(own, "numId"), value(own, "ilvl")
        if list_id is None:
            list_id, inherited = self._inherited(style)
            depth = depth or inherited
        return list_id or "", max(0, min(_LEVELS - 1, number(depth)))

    def _of_style(self, style: str | None) -> tuple[str | None, str | None]:
        """Return the list and the level of a style."""
        for ancestor in self._sheet.style(style).chain:
            inherited = child(ancestor, "pPr", "numPr")
            if (list_id := value(inherited, "numId")) is not None:
                return list_id, value(inherited, "ilvl") or self._linked(list_id, ancestor.get(f"{W}styleId"))
        return None, None

    def _linked(self, list_id: str, style: str | None) -> str | None:
        """Return the level whose `pStyle` is a style."""
        abstract = self._abstract(self._lists.get(list_id))
        levels = [] if abstract is None else abstract.findall(f"{W}lvl")
        return next((level.get(f"{W}ilvl") for level in levels if value(level, "pStyle") == style), None)

    def _abstract(self, numbered_list: Element | None) -> Element | None:
        """Return the definition of a list; one that links to a style stands at that style's list (17.9.21)."""
        found = self._abstracts.get(value(numbered_list, "abstractNumId") or "")
        link = value(found, "numStyleLink")
        if link is None:
            return found
        styled = self._sheet.styles.get(link)
        target = self._lists.get(value(styled, "pPr", "numPr", "numId") or "")
        return self._abstracts.get(value(target, "abstractNumId") or "", found)

    def _read_list(self, list_id: str) -> _NumberedList | None:
        """Return a list of the file; None where it or its definition is not there."""
        numbered_list = self._lists.get(list_id)
        abstract = self._abstract(numbered_list)
        if numbered_list is None or abstract is None:
            return None
        levels = tuple(_read_level(numbered_list, abstract, depth) for depth in range(_LEVELS))
        overrides = numbered_list.findall(f"{W}lvlOverride")
        begins = (number(one.get(f"{W}ilvl")) for one in overrides if child(one, "startOverride") is not None)
        return _NumberedList(abstract.get(f"{W}abstractNumId") or "", levels, frozenset(begins))


def _read_level(numbered_list: Element, abstract: Element, depth: int) -> _Level:
    """Return a level by the override of a list, or by its definition."""
    override = _at(numbered_list, "lvlOverride", depth)
    own = child(override, "lvl")
    level = own if own is not None else _at(abstract, "lvl", depth)
    start, restart = value(override, "startOverride"), value(level, "lvlRestart")
    return _Level(
        max(0, min(_HIGHEST, number(value(level, "start") if start is None else start, 1))),
        None if restart is None else number(restart),
        value(level, "numFmt") or "decimal",
        value(level, "lvlText") or "",
        bool(is_on(level, "isLgl")),
        child(level, "pPr"),
        level is not None,
    )


def _next(count: _Count, numbered_list: _NumberedList, depth: int) -> None:
    """Count one more at a level; those below it begin anew."""
    before = count.numbers.get(depth)
    count.numbers[depth] = numbered_list.levels[depth].start if before is None else min(before + 1, _HIGHEST)
    for below in range(depth + 1, _LEVELS):
        restart = numbered_list.levels[below].restart
        if restart is None or depth < restart:
            count.numbers.pop(below, None)


def _text(count: _Count, numbered_list: _NumberedList, level: _Level) -> str:
    def printed(match: re.Match[str]) -> str:
        depth = int(match.group(1)) - 1
        here = numbered_list.levels[depth]
        return _figure(count.numbers.get(depth, here.start), "decimal" if level.is_legal else here.form)

    return _PLACE.sub(printed, level.text).strip()


def _figure(reached: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            text = letter(min(reached, 780)) if reached > 0 else ""
        case "lowerRoman" | "upperRoman":
            text = roman(min(reached, 999)) if reached > 0 else ""
        case "decimalZero":
            text = f"{reached:02}"
        case "none" | "bullet":
            text = ""
        case _:
            text = str(reached)
    return text.upper() if form.startswith("upper") else text


def _by_id(root: Element | None, name: str, attribute: str) -> Mapping[str, Element]:
    return {} if root is None else {element.get(W + attribute) or "": element for element in root.findall(W + name)}


def _at(parent: Element | None, name: str, depth: int) -> Element | None:
    """Return the child of a name at a level."""
    found = [] if parent is None else parent.findall(W + name)
    return next((element for element in found if element.get(f"{W}ilvl") == str(depth)), None)
