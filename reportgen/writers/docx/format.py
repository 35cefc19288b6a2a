"""Direct formatting of paragraphs and runs, in Word's units: twentieths of a point, half points for sizes."""

from copy import copy
from functools import lru_cache

from msgspec import Struct

from reportgen.writers.docx.languages import RIGHT_TO_LEFT
from reportgen.writers.docx.oxml import Element, element, properties


class RunFormat(Struct, frozen=True, cache_hash=True):
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


PLAIN = RunFormat()


def run_properties(look: RunFormat) -> Element:
    """Return the properties of a run."""
    return copy(_run_template(look))


@lru_cache(maxsize=256)
def _run_template(look: RunFormat) -> Element:
    """Return properties to be copied; the order is the schema's (17.3.2.28)."""
    return properties(
        "rPr",
        rStyle=look.style,
        b=look.bold,
        bCs=look.bold,
        i=look.italic,
        iCs=look.italic,
        sz=look.size,
        szCs=look.size,
        u="single" if look.underlined else None,
        vertAlign=look.raised,
        rtl=look.language in RIGHT_TO_LEFT,
        lang=element("lang", bidi=look.language) if look.language in RIGHT_TO_LEFT else look.language,
    )


class Spacing(Struct, frozen=True):
    """Space around a paragraph, and the exact height of its lines."""

    before: int | None = None
    after: int | None = None
    line: int | None = None


class Indent(Struct, frozen=True):
    """Indents of a paragraph; `first` is where its first line starts against the others, negative when it hangs."""

    left: int | None = None
    right: int | None = None
    first: int | None = None


_NO_SPACING, _NO_INDENT = Spacing(), Indent()


class ParagraphFormat(Struct, frozen=True, cache_hash=True):
    """How a paragraph stands, beyond its style."""

    style: str | None = None
    """The id of its style; None: Normal."""
    keep_next: bool = False
    page_break: bool = False
    """Whether it begins a new page."""
    list_level: tuple[int, int] | None = None
    """The number of a list and the level in it, from 0."""
    no_rules: bool = False
    """Whether a rule of the style is taken away."""
    tabs: tuple[tuple[str, int], ...] = ()
    """Where each tab stops, and what stands at that place: `("right", 851)`."""
    spacing: Spacing = _NO_SPACING
    indent: Indent = _NO_INDENT
    align: str | None = None
    """`left`, `right`, `center` or `both`."""
    outline: int | None = None
    """The level in the navigation pane, from 0; 9 is body text."""


def paragraph_properties(shape: ParagraphFormat) -> Element:
    """Return the properties of a paragraph; the order is the schema's (17.3.1.26)."""
    return properties(
        "pPr",
        pStyle=shape.style,
        keepNext=shape.keep_next,
        pageBreakBefore=shape.page_break,
        numPr=properties("numPr", ilvl=shape.list_level[1], numId=shape.list_level[0]) if shape.list_level else None,
        pBdr=element("pBdr", element("bottom", val="none", sz=0, space=0, color="auto")) if shape.no_rules else None,
        tabs=element("tabs", *(element("tab", val=side, pos=at) for side, at in shape.tabs)) if shape.tabs else None,
        spacing=_spacing(shape.spacing),
        ind=_indent(shape.indent),
        jc=shape.align,
        outlineLvl=shape.outline,
    )


def rule(side: str, size: int) -> Element:
    """Return a rule at a side of a cell or table; its width in eighths of a point."""
    return element(side, val="single", sz=size, space=0, color="auto")


def _spacing(spacing: Spacing) -> Element | None:
    if spacing == _NO_SPACING:
        return None
    exact = None if spacing.line is None else "exact"
    return element("spacing", before=spacing.before, after=spacing.after, line=spacing.line, lineRule=exact)


def _indent(indent: Indent) -> Element | None:
    if indent == _NO_INDENT:
        return None
    first = {} if indent.first is None else {"hanging" if indent.first < 0 else "firstLine": abs(indent.first)}
    return element("ind", left=indent.left, right=indent.right, **first)
