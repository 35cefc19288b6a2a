"""Styles: what the style of a paragraph says that it is, by its name and the names of those that it is based on.

The United Nations' styles (`_ H_1_G`, `_ Single Txt_G`) and Word's own (`heading 1`, `Title`, `toc 1`) are known by
name, never by their id, which programs change; a style of another name is what it is based on (ECMA-376 Part 1,
17.7.4). Word's heading 1 is the caption of tables in the United Nations' template, and has `Table_G` for an alias.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.readers.docx.builder import PLAIN, TextLook
from reportgen.readers.docx.oxml import Element, W, child, is_on, number, value
from reportgen.readers.line import LineStyle
from reportgen.regex import regex

_NAMES = {
    "hmg": LineStyle.TITLE,
    "hchg": LineStyle.TITLE,
    "h1g": LineStyle.PART,
    "h23g": LineStyle.THEME,
    "h4g": LineStyle.REPLY,
    "h56g": LineStyle.REPLY,
    "title": LineStyle.TITLE,
    "singletxtg": LineStyle.BODY,
    "bullet1g": LineStyle.LIST,
    "bullet2g": LineStyle.LIST,
    "bullet3g": LineStyle.LIST,
    "tocheading": LineStyle.CONTENTS,
}
_QUOTES = frozenset({"quote", "intensequote", "blocktext", "quotation", "quotations"})
_HEADING = regex(r"heading([1-9])")
_CONTENTS = regex(r"(?:toc|contents)[1-9]")
_LEVELS = (LineStyle.PART, LineStyle.THEME, LineStyle.REPLY)
_DEEPEST = 50
"""Styles that a style is based on, one over the other; more is a circle."""


class ReadStyle(Struct, frozen=True):
    """What a style says of a paragraph, by itself and by the styles that it is based on."""

    chain: tuple[Element, ...]
    """The style and those that it is based on, nearest first."""
    meaning: LineStyle
    is_quote: bool
    """Whether it sets quotations apart."""
    is_bold: bool
    look: TextLook
    """What it does to its text, as far as it may change what the text says."""
    indents: tuple[Element, ...]
    """What it says of indents, nearest first."""


class StyleSheet(Struct, frozen=True):
    """The styles of a file."""

    styles: dict[str, Element]
    default: str | None
    language: str | None
    """The language of the whole text: `en-GB`."""
    has_title: bool = False
    """Whether Word's heading 1 stands over the whole text, and its other headings one level lower."""
    read: dict[str | None, ReadStyle] = {}
    """The styles that were asked for: a file has a few, and thousands of paragraphs."""

    def style(self, name: str | None) -> ReadStyle:
        """Return a style by its id; where the file has none of that id, the default."""
        found = self.read.get(name)
        if found is None:
            found = self.read[name] = self._read(tuple(self._chain(name)))
        return found

    def _read(self, chain: tuple[Element, ...]) -> ReadStyle:
        meanings = map(self._named, chain)
        bold = (is_on(element, "rPr", "b") for element in chain)
        return ReadStyle(
            chain,
            next((meaning for meaning in meanings if meaning is not None), LineStyle.NONE),
            any(_plain(value(element, "name")) in _QUOTES for element in chain),
            next((is_bold for is_bold in bold if is_bold is not None), False),
            marked(chain, PLAIN, "rPr"),
            tuple(indent for element in chain if (indent := child(element, "pPr", "ind")) is not None),
        )

    def _chain(self, style: str | None) -> Iterator[Element]:
        known = style if style in self.styles else self.default
        for _ in range(_DEEPEST):
            found = self.styles.get(known or "")
            if found is None:
                return
            yield found
            known = value(found, "basedOn")

    def heading(self, depth: int) -> LineStyle:
        """Return what a heading of Word's own stands over, by its depth counted from 1."""
        depth -= self.has_title
        return LineStyle.TITLE if depth < 1 else _LEVELS[min(depth, len(_LEVELS)) - 1]

    def _named(self, style: Element) -> LineStyle | None:
        name = _plain(value(style, "name"))
        if heading := _HEADING.fullmatch(name):
            return LineStyle.NONE if _is_caption(style) else self.heading(int(heading.group(1)))
        if _CONTENTS.fullmatch(name):
            return LineStyle.CONTENTS
        if name in _NAMES:
            return _NAMES[name]
        if name.startswith("singletxtg"):
            return LineStyle.BODY
        outline = value(style, "pPr", "outlineLvl")
        return self.heading(number(outline) + 1) if outline and number(outline) < len(_LEVELS) else None


def is_white(properties: Element | None) -> bool:
    """Return whether the properties of a run make it white (17.3.2.6)."""
    colour = child(properties, "color")
    return colour is not None and _is_white(colour, "val", "themeColor", "themeShade")


def is_painted(properties: Element | None) -> bool:
    """Return whether properties put a colour under letters: a highlight (17.3.2.15), a pattern or a fill (17.3.5)."""
    if value(properties, "highlight") not in {None, "none", "white"}:
        return True
    shade = child(properties, "shd")
    if shade is None or value(properties, "shd") not in {"clear", "nil"}:
        return shade is not None
    is_filled = shade.get(f"{W}themeFill") or shade.get(f"{W}fill", "auto") != "auto"
    return bool(is_filled) and not _is_white(shade, "fill", "themeFill", "themeFillShade")


def _is_white(element: Element, name: str, theme: str, darker: str) -> bool:
    """Return whether a colour is white: by the theme, unless that is made darker, before its own value."""
    themed = element.get(W + theme)
    if themed:
        return themed == "background1" and element.get(W + darker) is None
    return element.get(W + name, "").upper() == "FFFFFF"


_RAISED = {"superscript": 1, "subscript": -1}


def marked(places: Sequence[Element | None], look: TextLook, *names: str) -> TextLook:
    """Return a look with what the first of some properties says of raised, struck-out and hidden text.

    ECMA-376 Part 1, 17.3.2.9, .37, .41 and .42; only the mark of a paragraph is hidden by what is `specVanish` as well.

    Args:
        places: elements that hold properties, nearest first.
        look: how the text around looks.
        names: the elements between a place and its properties.
    """
    aligned = next((found for place in places if (found := value(place, *names, "vertAlign")) is not None), None)
    struck = [
        next((on for place in places if (on := is_on(place, *names, kind)) is not None), None) for kind in _STRIKES
    ]
    hidden = next((place for place in places if is_on(place, *names, "vanish") is not None), None)
    is_hidden = bool(is_on(hidden, *names, "vanish")) and not is_on(hidden, *names, "specVanish")
    return replace(
        look,
        is_hidden=look.is_hidden if hidden is None else is_hidden,
        raised=look.raised if aligned is None else _RAISED.get(aligned, 0),
        is_struck=look.is_struck if struck == [None, None] else any(struck),
    )


_STRIKES = ("strike", "dstrike")


def read_styles(root: Element | None, body: Element) -> StyleSheet:
    """Return the styles of a file, with how its text uses Word's own headings."""
    styles = (
        {} if root is None else {element.get(f"{W}styleId") or "": element for element in root.findall(f"{W}style")}
    )
    paragraphs = {key: one for key, one in styles.items() if one.get(f"{W}type") in {None, "paragraph"}}
    default = next((key for key, one in paragraphs.items() if one.get(f"{W}default") in {"1", "true"}), None)
    language = child(root, "docDefaults", "rPrDefault", "rPr", "lang")
    return StyleSheet(styles, default, None if language is None else language.get(f"{W}val"), _has_title(styles, body))


def _has_title(styles: dict[str, Element], body: Element) -> bool:
    """Return whether heading 1 is used once only, before any heading 2: as the title of the text."""
    used = [style.get(f"{W}val") or "" for style in body.iter(f"{W}pStyle")]
    depths = {style: _depth(styles[style]) for style in set(used) & styles.keys()}
    headings = [depth for style in used if (depth := depths.get(style))]
    return headings.count(1) == 1 and headings[0] == 1 and len(headings) > 1


def _depth(style: Element) -> int:
    """Return the depth of one of Word's own headings; 0 for another style."""
    match = _HEADING.fullmatch(_plain(value(style, "name")))
    return int(match.group(1)) if match and not _is_caption(style) else 0


def _is_caption(style: Element) -> bool:
    based = _plain(value(style, "basedOn"))
    return "table" in _plain(value(style, "aliases")) or based.startswith("singletxt")


def _plain(name: str | None) -> str:
    """Return `_ H_2/3_G` as `h23g`, and the secretariat's numbered headings `Reg_H_1_G` as `h1g`."""
    return re.sub(r"[\W_]+", "", (name or "").casefold()).removeprefix("reg")
