"""Elements of WordprocessingML: names, and small functions that make them. Knows no words of ours, only Word's.

Elements are built by lxml, never as strings.
"""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no other name for the type

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_W = f"{{{NAMESPACES['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PARAGRAPH, PARAGRAPH_PROPERTIES, KEEP_NEXT = _W + "p", _W + "pPr", _W + "keepNext"
R, T, BR, TAB, HYPERLINK = _W + "r", _W + "t", _W + "br", _W + "tab", _W + "hyperlink"
INSTRUCTION = _W + "instrText"
BOOKMARK_START, BOOKMARK_END = _W + "bookmarkStart", _W + "bookmarkEnd"
NUMBER, STYLE_OF_LEVEL, INDENT = _W + "num", _W + "pStyle", _W + "ind"
VAL, LEFT, POSITION = _W + "val", _W + "left", _W + "pos"
ID, NAME, ANCHOR = _W + "id", _W + "name", _W + "anchor"
RELATIONSHIP = f"{{{NAMESPACES['r']}}}id"


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of Word's namespace: `element("spacing", before=240, after=120)`.

    It declares no prefix, which takes a third of the time; it gets that of the root into which it is put.
    """
    made = etree.Element(_W + tag)
    for name, value in attributes.items():
        made.set(_W + name, str(value))
    made.extend(children)
    return made


def root(tag: str, *children: Element) -> Element:
    """The root element of a part; it declares the prefixes."""
    made = etree.Element(_W + tag, nsmap=NAMESPACES)
    made.extend(children)
    return made


def set_text(made: Element, text: str) -> None:
    """Give a text element its text; blanks at its ends are kept (ECMA-376 Part 1, 17.3.3.31)."""
    made.text = text
    if text[:1] == " " or text[-1:] == " ":
        made.set(_SPACE, "preserve")


def hyperlink(parent: Element, *, relationship: str | None = None, anchor: str | None = None) -> Element:
    """A new hyperlink: to an address by its relationship, or to a bookmark of the same document."""
    attributes = {RELATIONSHIP: relationship} if relationship is not None else {ANCHOR: anchor or ""}
    return etree.SubElement(parent, HYPERLINK, {**attributes, _W + "history": "1"})


def on(tag: str, *, value: bool) -> tuple[Element, ...]:
    """An on-off property as zero or one element: `*on("b", value=bold)`."""
    return (element(tag),) if value else ()
