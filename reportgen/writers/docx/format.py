"""Direct formatting of paragraphs and runs, in Word's units: twentieths of a point, half points for sizes."""

from copy import copy
from functools import lru_cache

from msgspec import Struct

from reportgen.writers.docx.oxml import Element, element, on


class Look(Struct, frozen=True):
    """How a run looks, beyond its paragraph's style."""

    bold: bool = False
    italic: bool = False
    size: int | None = None
    """In half points."""
    style: str | None = None
    """The id of a character style."""
    raised: str | None = None
    """`superscript`, `subscript`, or `baseline` to bring a run back onto the line out of its style's superscript."""
    underlined: bool = False
    language: str | None = None
    """The BCP 47 tag of a run in another language than the document's."""


PLAIN = Look()


def run_properties(look: Look) -> Element:
    """The properties of a run."""
    return copy(_run_template(look))


@lru_cache(maxsize=256)
def _run_template(look: Look) -> Element:
    """The order is the schema's (17.3.2.28)."""
    return element(
        "rPr",
        *([element("rStyle", val=look.style)] if look.style else []),
        *on("b", value=look.bold),
        *on("bCs", value=look.bold),
        *on("i", value=look.italic),
        *on("iCs", value=look.italic),
        *([element("sz", val=look.size), element("szCs", val=look.size)] if look.size else []),
        *([element("u", val="single")] if look.underlined else []),
        *([element("vertAlign", val=look.raised)] if look.raised else []),
        *([element("lang", val=look.language)] if look.language else []),
    )


class Spacing(Struct, frozen=True):
    """Space around a paragraph and the height of its lines."""

    before: int | None = None
    after: int | None = None
    line: int | None = None
    rule: str = "exact"
    """`exact`, `atLeast` or `auto`; counts where `line` is given."""


class Indent(Struct, frozen=True):
    """Indents of a paragraph; `first` is where its first line starts against the others, negative when it hangs."""

    left: int | None = None
    right: int | None = None
    first: int | None = None


_NO_SPACING, _NO_INDENT = Spacing(), Indent()


class Shape(Struct, frozen=True):
    """How a paragraph stands."""

    style: str | None = None
    """The id of its style; None: Normal."""
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    """Whether it begins a new page."""
    list_level: tuple[int, int] | None = None
    """The number of a list and the level in it, from 0."""
    rule_below: bool = False
    no_rules: bool = False
    """Whether a rule of the style is taken away."""
    tabs: tuple[tuple[str, int], ...] = ()
    """`("right", 851)`; `("right dot", 8929)` has a dot leader."""
    no_hyphens: bool = False
    spacing: Spacing = _NO_SPACING
    indent: Indent = _NO_INDENT
    align: str | None = None
    """`left`, `right`, `center` or `both`."""
    outline: int | None = None
    """The level in the navigation pane, from 0; 9 is body text."""


AS_IS = Shape()


def paragraph_properties(shape: Shape) -> Element:
    """The properties of a paragraph; the order is the schema's (17.3.1.26)."""
    return element(
        "pPr",
        *([element("pStyle", val=shape.style)] if shape.style else []),
        *on("keepNext", value=shape.keep_next),
        *on("keepLines", value=shape.keep_lines),
        *on("pageBreakBefore", value=shape.page_break),
        *_list_level(shape.list_level),
        *_rules(shape),
        *([element("tabs", *map(_tab, shape.tabs))] if shape.tabs else []),
        *on("suppressAutoHyphens", value=shape.no_hyphens),
        *_spacing(shape.spacing),
        *_indent(shape.indent),
        *([element("jc", val=shape.align)] if shape.align else []),
        *([element("outlineLvl", val=shape.outline)] if shape.outline is not None else []),
    )


def rule(side: str, size: int, space: int = 0) -> Element:
    """A rule at a side of a paragraph, cell or table; its width in eighths of a point."""
    return element(side, val="single", sz=size, space=space, color="auto")


def _list_level(level: tuple[int, int] | None) -> list[Element]:
    if level is None:
        return []
    number, depth = level
    return [element("numPr", element("ilvl", val=depth), element("numId", val=number))]


def _rules(shape: Shape) -> list[Element]:
    if shape.rule_below:
        return [element("pBdr", rule("bottom", 4, 4))]
    if shape.no_rules:
        return [element("pBdr", element("bottom", val="none", sz=0, space=0, color="auto"))]
    return []


def _tab(tab: tuple[str, int]) -> Element:
    kind, position = tab
    side, _, leader = kind.partition(" ")
    more = {"leader": leader} if leader else {}
    return element("tab", val=side, **more, pos=position)


def _spacing(spacing: Spacing) -> list[Element]:
    values: dict[str, str | int] = {}
    if spacing.before is not None:
        values["before"] = spacing.before
    if spacing.after is not None:
        values["after"] = spacing.after
    if spacing.line is not None:
        values |= {"line": spacing.line, "lineRule": spacing.rule}
    return [element("spacing", **values)] if values else []


def _indent(indent: Indent) -> list[Element]:
    values: dict[str, str | int] = {}
    if indent.left is not None:
        values["left"] = indent.left
    if indent.right is not None:
        values["right"] = indent.right
    if indent.first is not None:
        values["hanging" if indent.first < 0 else "firstLine"] = abs(indent.first)
    return [element("ind", **values)] if values else []
