"""Count automatic numbers: what Word prints before a paragraph, counted as Word counts (ECMA-376 Part 1, 17.9).

All paragraphs whose lists share an abstract definition count on together, but for a list with a `startOverride`, which
begins anew where it is first used. A level begins anew after a paragraph of a higher level, unless `lvlRestart` says
otherwise.
"""

import re
from collections.abc import Mapping

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


class Numbering:
    """The lists of a file."""

    def __init__(self, root: Element | None, sheet: StyleSheet) -> None:
        self._sheet = sheet
        self._lists = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._counts: dict[str, _Count] = {}

    def count(self, properties: Element | None, style: str | None) -> CountedLabel | None:
        """Return the number of the next paragraph with these properties; None for one without."""
        list_id, depth = self._place(properties, style)
        numbered_list = self._lists.get(list_id) if list_id else None
        abstract = self._abstract(numbered_list)
        level = None if numbered_list is None or abstract is None else self._level(numbered_list, abstract, depth)
        if numbered_list is None or abstract is None or level is None:
            return None
        count = self._counts.setdefault(abstract.get(f"{W}abstractNumId") or "", _Count())
        self._begin(count, list_id, numbered_list)
        self._next(count, numbered_list, abstract, depth)
        is_bullet = value(level, "numFmt") == _BULLET
        text = "•" if is_bullet else self._text(count, numbered_list, abstract, level)
        return CountedLabel(text, is_bullet, child(level, "pPr"))

    def _place(self, properties: Element | None, style: str | None) -> tuple[str, int]:
        """Return the list, empty for none, and the level of a paragraph: its own, else those of its style (17.9.18)."""
        own = child(properties, "numPr")
        list_id, depth = value(own, "numId"), value(own, "ilvl")
        if list_id is None:
            for ancestor in self._sheet.chain(style):
                inherited = child(ancestor, "pPr", "numPr")
                if (list_id := value(inherited, "numId")) is not None:
                    depth = depth or value(inherited, "ilvl") or self._linked(list_id, ancestor.get(f"{W}styleId"))
                    break
        return list_id or "", max(0, min(_LEVELS - 1, number(depth)))

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

    def _level(self, numbered_list: Element, abstract: Element, depth: int) -> Element | None:
        override = _at(numbered_list, "lvlOverride", depth)
        own = child(override, "lvl")
        return own if own is not None else _at(abstract, "lvl", depth)

    def _begin(self, count: _Count, list_id: str, numbered_list: Element) -> None:
        if list_id in count.begun:
            return
        count.begun.add(list_id)
        for override in numbered_list.findall(f"{W}lvlOverride"):
            if child(override, "startOverride") is not None:
                count.numbers.pop(number(override.get(f"{W}ilvl")), None)

    def _next(self, count: _Count, numbered_list: Element, abstract: Element, depth: int) -> None:
        before = count.numbers.get(depth)
        count.numbers[depth] = (
            self._start(numbered_list, abstract, depth) if before is None else min(before + 1, _HIGHEST)
        )
        for below in range(depth + 1, _LEVELS):
            restart = value(self._level(numbered_list, abstract, below), "lvlRestart")
            if restart is None or depth < number(restart):
                count.numbers.pop(below, None)

    def _start(self, numbered_list: Element, abstract: Element, depth: int) -> int:
        override = value(_at(numbered_list, "lvlOverride", depth), "startOverride")
        start = override if override is not None else value(self._level(numbered_list, abstract, depth), "start")
        return max(0, min(_HIGHEST, number(start, 1)))

    def _text(self, count: _Count, numbered_list: Element, abstract: Element, level: Element) -> str:
        legal = bool(is_on(level, "isLgl"))

        def printed(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            here = self._level(numbered_list, abstract, depth)
            reached = count.numbers.get(depth, self._start(numbered_list, abstract, depth))
            return _figure(reached, "decimal" if legal else value(here, "numFmt") or "decimal")

        return _PLACE.sub(printed, value(level, "lvlText") or "").strip()


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
