"""What each style measures: the styles part comes in, sizes and spaces go out, with what a style inherits."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportgen.writers.docx.format import Shape
from reportgen.writers.docx.oxml import NAMESPACES, Element
from reportgen.writers.docx.pages.widths import Face
from reportgen.writers.docx.styles import build_styles

_W = f"{{{NAMESPACES['w']}}}"
_NORMAL = "Normal"
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


@lru_cache(maxsize=512)
def measure(shape: Shape) -> Measure:
    """How a paragraph of this shape stands, with what its style says."""
    return _styles()[shape.style or _NORMAL].shaped(shape)


@cache
def _styles() -> dict[str, Measure]:
    """The measures of the paragraph styles; each is based on one that stands before it, or on none."""
    found: dict[str, Measure] = {}
    for style in build_styles("en-GB").iterfind(f"{_W}style[@{_W}type='paragraph']"):
        based_on = style.find(f"{_W}basedOn")
        base = Measure() if based_on is None else found[str(based_on.get(f"{_W}val"))]
        found[str(style.get(f"{_W}styleId"))] = _read(style, base)
    return found


def _read(style: Element, base: Measure) -> Measure:
    spacing = _attributes(style, "pPr/spacing")
    indent = _attributes(style, "pPr/ind")
    hanging = indent.get("hanging")
    return replace(
        base,
        before=int(spacing.get("before", base.before)),
        after=int(spacing.get("after", base.after)),
        line=int(spacing.get("line", base.line)),
        rule=spacing.get("lineRule", base.rule),
        left=int(indent.get("left", base.left)),
        right=int(indent.get("right", base.right)),
        first=-int(hanging) if hanging else int(indent.get("firstLine", base.first)),
        keep_next=base.keep_next or _has(style, "pPr/keepNext"),
        keep_lines=base.keep_lines or _has(style, "pPr/keepLines"),
        size=int(_attributes(style, "rPr/sz").get("val", base.size)),
        bold=base.bold or _has(style, "rPr/b"),
        italic=base.italic or _has(style, "rPr/i"),
    )


def _find(style: Element, path: str) -> Element | None:
    return style.find("/".join(_W + tag for tag in path.split("/")))


def _has(style: Element, path: str) -> bool:
    return _find(style, path) is not None


def _attributes(style: Element, path: str) -> dict[str, str]:
    found = _find(style, path)
    return {} if found is None else {str(name).removeprefix(_W): str(value) for name, value in found.items()}
