"""What each style measures: the styles part comes in, sizes and spaces go out, with what a style inherits."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportgen.writers.docx.format import Shape
from reportgen.writers.docx.oxml import NAMESPACES, Element
from reportgen.writers.docx.pages.widths import Face
from reportgen.writers.docx.styles import build_styles

_W = f"{{{NAMESPACES['w']}}}"
_PARAGRAPH_STYLE = f"{_W}style[@{_W}type='paragraph']"
_DEFAULTS = ("pPrDefault/", "rPrDefault/")
_MEASURE = re.compile(r"-?[0-9]{1,6}")
_DEEPEST = 20
"""Styles that one may be based on, one on the other; files of others may go in circles."""
_NATURAL = 1.1499
"""The height of a line in sizes of the font: ascent, descent and gap of Times New Roman (table `hhea`)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a paragraph stands, in twips, and its text, in half points."""

    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    left: int = 0
    right: int = 0
    first: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    size: int = 20
    bold: bool = False
    italic: bool = False

    @property
    def face(self) -> Face:
        """The face of its text."""
        if self.bold:
            return Face.BOLD_ITALIC if self.italic else Face.BOLD
        return Face.ITALIC if self.italic else Face.REGULAR

    def height(self, size: int) -> int:
        """The height of a line whose largest letters have this size, in half points."""
        natural = round(size * 10 * _NATURAL)
        match self.rule:
            case "exact":
                return self.line
            case "atLeast":
                return max(self.line, natural)
            case _:
                return natural * self.line // 240

    def shaped(self, shape: Shape) -> "Measure":
        """With direct formatting over it."""
        spacing, indent = shape.spacing, shape.indent
        return replace(
            self,
            before=_or(spacing.before, self.before),
            after=_or(spacing.after, self.after),
            line=_or(spacing.line, self.line),
            rule=self.rule if spacing.line is None else spacing.rule,
            left=_or(indent.left, self.left),
            right=_or(indent.right, self.right),
            first=_or(indent.first, self.first),
            keep_next=self.keep_next or shape.keep_next,
            keep_lines=self.keep_lines or shape.keep_lines,
        )


def _or(value: int | None, default: int) -> int:
    return default if value is None else value


class Measures:
    """The measures of all styles of a document.

    Args:
        styles: the root of the styles part.
        ids: the ids of styles in it, by ours; one that is not named has our id.
    """

    def __init__(self, styles: Element, ids: Mapping[str, str]) -> None:
        self._elements = {str(style.get(f"{_W}styleId")): style for style in styles.iterfind(_PARAGRAPH_STYLE)}
        self._normal = next((name for name, style in self._elements.items() if style.get(f"{_W}default")), "")
        defaults = styles.find(f"{_W}docDefaults")
        self._base = Measure() if defaults is None else _read(defaults, Measure(), _DEFAULTS)
        self._ids = ids
        self._shapes: dict[Shape, Measure] = {}

    def of(self, shape: Shape) -> Measure:
        """How a paragraph of this shape stands, with what its style says."""
        found = self._shapes.get(shape)
        if found is None:
            style = self._normal if shape.style is None else self._ids.get(shape.style, shape.style)
            found = self._shapes[shape] = self._style(style, _DEEPEST).shaped(shape)
        return found

    def _style(self, name: str, depth: int) -> Measure:
        """The measures of a style with what it inherits."""
        style = self._elements.get(name)
        if style is None or not depth:
            return self._base
        based_on = style.find(f"{_W}basedOn")
        base = self._base if based_on is None else self._style(str(based_on.get(f"{_W}val")), depth - 1)
        return _read(style, base)


@cache
def our_measures() -> Measures:
    """The measures of our own styles, which are the same in all languages."""
    return Measures(build_styles("en-GB"), {})


def _read(style: Element, base: Measure, paths: tuple[str, str] = ("", "")) -> Measure:
    """What a style says, over what it is based on; its properties stand below `paths`."""
    paragraph, run = (f"{path}{tag}/" for path, tag in zip(paths, ("pPr", "rPr"), strict=True))
    spacing = _attributes(style, f"{paragraph}spacing")
    indent = _attributes(style, f"{paragraph}ind")
    hanging = indent.get("hanging")
    return replace(
        base,
        before=_number(spacing.get("before"), base.before),
        after=_number(spacing.get("after"), base.after),
        line=_number(spacing.get("line"), base.line),
        rule=spacing.get("lineRule", "auto" if "line" in spacing else base.rule),
        left=_number(indent.get("left", indent.get("start")), base.left),
        right=_number(indent.get("right", indent.get("end")), base.right),
        first=-_number(hanging, 0) if hanging else _number(indent.get("firstLine"), base.first),
        keep_next=_is_on(style, f"{paragraph}keepNext", default=base.keep_next),
        keep_lines=_is_on(style, f"{paragraph}keepLines", default=base.keep_lines),
        size=_number(_attributes(style, f"{run}sz").get("val"), base.size),
        bold=_is_on(style, f"{run}b", default=base.bold),
        italic=_is_on(style, f"{run}i", default=base.italic),
    )


def _number(text: str | None, default: int) -> int:
    """A measure in twips or half points; one in other units, which files of others may have, counts as none."""
    return int(text) if text is not None and _MEASURE.fullmatch(text) else default


def _find(style: Element, path: str) -> Element | None:
    return style.find("/".join(_W + tag for tag in path.split("/")))


def _is_on(style: Element, path: str, *, default: bool) -> bool:
    found = _find(style, path)
    return default if found is None else found.get(f"{_W}val", "1") not in {"0", "false", "off"}


def _attributes(style: Element, path: str) -> dict[str, str]:
    found = _find(style, path)
    return {} if found is None else {str(name).removeprefix(_W): str(value) for name, value in found.items()}
