"""The numbering part: the list of numbered paragraphs, bullets, and lists of (a), (i), a., i. that each begin again.

Word counts over all paragraphs that name the same `w:num`; a list that must begin at (a) again therefore has a
`w:num` of its own, with a `startOverride` on its level (ECMA-376 Part 1, 17.9.27). All of them share one abstract
definition of nine levels, so that a change of its look changes every list, and Tab and Shift+Tab in Word move an item
to the level below or above with its mark. A list below an item is a level of the list of that item, which Word begins
again after each item above it (17.9.10).
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy, deepcopy
from functools import cache

from reportgen.document.tree import COUNTED, Mark
from reportgen.writers.docx.format import Indent, ParagraphFormat, paragraph_properties
from reportgen.writers.docx.oxml import (
    INDENT,
    LEFT,
    NUMBER,
    POSITION,
    STYLE_OF_LEVEL,
    TAB,
    VAL,
    Element,
    detach,
    element,
    root,
)

PARAGRAPHS = 1
"""The number of the list of numbered paragraphs."""
BULLETS = 2
"""The number of the list of all bullets."""
ABSTRACTS = 3
"""Abstract definitions of ours."""
LEVELS = 9
"""Levels that a list of Word has (17.9.6)."""

_FONT = "Times New Roman"
_STEP = 567
_COUNTED = 3
"""The abstract definition of lists that count."""
_FORMATS = {
    Mark.LETTER: ("lowerLetter", "(%{})"),
    Mark.ROMAN: ("lowerRoman", "(%{})"),
    Mark.CLOSED_LETTER: ("lowerLetter", "%{})"),
    Mark.CLOSED_ROMAN: ("lowerRoman", "%{})"),
    Mark.ABJAD: ("arabicAbjad", "(%{})"),
    Mark.QUOTED_NUMBER: ("decimal", "'%{}'"),
    Mark.PLAIN_LETTER: ("lowerLetter", "%{}."),
    Mark.PLAIN_ROMAN: ("lowerRoman", "%{}."),
}
"""How Word counts, and what it prints of the count at a level."""
BULLET_STYLES = ("Bullet1G", "Bullet2G")


class Lists:
    """Gives each lettered list a number of its own, and makes the numbering part in the end."""

    def __init__(
        self, taken: Sequence[Element] = (), links: Mapping[str, str | None] | None = None, shift: int = 0
    ) -> None:
        """Begin a document without lists.

        Args:
            taken: definitions and numbers of the lists that a reference file brings.
            links: the ids of the styles that bring our bullets, by our ids; None for one that does not.
            shift: how much farther to the right than ours all lists stand.
        """
        self._begun: list[tuple[Mark, int]] = []
        self._taken = taken
        self._links = links
        self._shift = shift
        self._last = BULLETS + sum(item.tag == NUMBER for item in taken)

    def begin(self, mark: Mark, depth: int, above: int | None = None) -> tuple[int, int]:
        """Return the number and the level of a list that begins.

        Args:
            mark: what stands before its items.
            depth: how many lists it stands in.
            above: the number of the list that counts the item above, where this is the first list below that item.
        """
        level = min(depth, LEVELS - 1)
        if mark is Mark.BULLET:
            return BULLETS, level
        if above is not None and level == depth and mark is _mark(level):
            return above, level
        self._begun.append((mark, level))
        return self._last + len(self._begun), level

    def build(self) -> Element:
        """Return the root of the numbering part."""
        made = root("numbering", *map(deepcopy if self._links else copy, _definitions()))
        if self._links:
            _relink(made, self._links)
            _move(made, self._shift)
        made.extend(item for item in self._taken if item.tag != NUMBER)
        made.extend((_number(PARAGRAPHS, 1), _number(BULLETS, 2)))
        made.extend(item for item in self._taken if item.tag == NUMBER)
        for number, (mark, level) in enumerate(self._begun, self._last + 1):
            unusual = () if mark is _mark(level) else (_counted_level(mark, level),)
            again = element("lvlOverride", element("startOverride", val=1), *unusual, ilvl=level)
            made.append(_number(number, _COUNTED, again))
        return made


def _relink(made: Element, links: Mapping[str, str | None]) -> None:
    """Link the levels of our bullets with the styles that bring them."""
    for link in list(made.iter(STYLE_OF_LEVEL)):
        if new := links.get(link.get(VAL, "")):
            link.set(VAL, new)
        else:
            detach(link)


def _move(made: Element, shift: int) -> None:
    for placed in made.iter(INDENT, TAB):
        for name in (LEFT, POSITION):
            if (value := placed.get(name)) is not None:
                placed.set(name, str(int(value) + shift))


def list_shape(mark: Mark, depth: int) -> tuple[Indent, int]:
    """Return how the items of a list are indented, and where their text starts after the mark.

    A sub-paragraph's (a) stands at 1701 and its turned lines go back to 1134, as those of the paragraph that it
    belongs to; everything below hangs.
    """
    if mark is Mark.BULLET:
        left = 1701 + _STEP * depth
        return Indent(left=left, first=-170), left
    if depth == 0:
        return Indent(left=1134, first=_STEP), 1134 + 2 * _STEP
    left = 1701 + _STEP * (depth + 1)
    return Indent(left=left, first=-_STEP), left


@cache
def _definitions() -> tuple[Element, ...]:
    """Return the abstract definitions, to be copied."""
    counted = _abstract(_COUNTED, "Sub-paragraphs", (_counted_level(_mark(level), level) for level in range(LEVELS)))
    return _paragraphs(), _bullets(), counted


def _mark(level: int) -> Mark:
    """Return the mark that lists of a level usually have."""
    return COUNTED[level % len(COUNTED)]


def _number(number: int, abstract: int, *overrides: Element) -> Element:
    return element("num", element("abstractNumId", val=abstract), *overrides, numId=number)


def _abstract(number: int, name: str, levels: Iterable[Element]) -> Element:
    # A stable nsid: Word joins lists with the same one when text is pasted from document to document (17.9.15).
    heads = element("nsid", val=f"5245500{number}"), element("multiLevelType", val="multilevel")
    return element("abstractNum", *heads, element("name", val=name), *levels, abstractNumId=number)


def _paragraphs() -> Element:
    shape = ParagraphFormat(tabs=(("num", 1701),), indent=Indent(left=1134, first=0))
    return _abstract(1, "Paragraphs", [_level(0, "decimal", "%1.", shape)])


def _bullets() -> Element:
    levels = []
    for depth in range(LEVELS):
        indent, _ = list_shape(Mark.BULLET, depth)
        level = _level(depth, "bullet", "•", ParagraphFormat(indent=indent), BULLET_STYLES[depth : depth + 1])
        level.append(_bullet_look())
        levels.append(level)
    return _abstract(2, "Bullets", levels)


def _bullet_look() -> Element:
    fonts = element("rFonts", ascii=_FONT, hAnsi=_FONT, cs=_FONT)
    return element("rPr", fonts, element("b", val=0), element("i", val=0), element("sz", val=20))


def _counted_level(mark: Mark, level: int) -> Element:
    indent, text = list_shape(mark, level)
    counting, printed = _FORMATS[mark]
    return _level(level, counting, printed.format(level + 1), ParagraphFormat(tabs=(("num", text),), indent=indent))


def _level(depth: int, counting: str, text: str, shape: ParagraphFormat, styles: tuple[str, ...] = ()) -> Element:
    """Return one level; the order is the schema's (17.9.6)."""
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=counting),
        *(element("pStyle", val=style) for style in styles),
        element("suff", val="tab"),
        element("lvlText", val=text),
        element("lvlJc", val="left"),
        paragraph_properties(shape),
        ilvl=depth,
    )
