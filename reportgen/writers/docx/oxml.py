"""Elements of WordprocessingML: names, and small functions that make them. Knows no words of ours, only Word's.

Elements are built by lxml, never as strings.
"""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NAMESPACES['w']}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

PARAGRAPH, PARAGRAPH_PROPERTIES, KEEP_NEXT = W + "p", W + "pPr", W + "keepNext"
R, T, BR, TAB, HYPERLINK = W + "r", W + "t", W + "br", W + "tab", W + "hyperlink"
INSTRUCTION = W + "instrText"
BOOKMARK_START, BOOKMARK_END = W + "bookmarkStart", W + "bookmarkEnd"
NUMBER, STYLE_OF_LEVEL, INDENT = W + "num", W + "pStyle", W + "ind"
VAL, LEFT, POSITION = W + "val", W + "left", W + "pos"
ID, NAME, ANCHOR = W + "id", W + "name", W + "anchor"
RELATIONSHIP = f"{{{NAMESPACES['r']}}}id"


def element(tag: str, *children: Element, **attributes: str | int | None) -> Element:
    """Return an element of Word's namespace: `element("spacing", before=240, after=120)`.

    It declares no prefix, which takes a third of the time; it gets that of the root into which it is put.

    Args:
        tag: its name.
        children: what stands in it.
        attributes: its attributes; one that is None is left out.
    """
    made = etree.Element(W + tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(W + name, str(value))
    made.extend(children)
    return made


def properties(tag: str, **values: Element | str | int | None) -> Element:
    """Return an element with a child for each value: `properties("rPr", b=True, sz=18)`.

    Args:
        tag: its name.
        values: the child itself, its `w:val`, or whether it is on; in the order of the schema.
    """
    made = etree.Element(W + tag)
    for name, value in values.items():
        match value:
            case None | False:
                pass
            case True:
                made.append(element(name))
            case str() | int():
                made.append(element(name, val=value))
            case _:
                made.append(value)
    return made


def root(tag: str, *children: Element) -> Element:
    """Return the root element of a part; it declares the prefixes."""
    made = etree.Element(W + tag, nsmap=NAMESPACES)
    made.extend(children)
    return made


def set_text(made: Element, text: str) -> None:
    """Give a text element its text; blanks at its ends are kept (ECMA-376 Part 1, 17.3.3.31)."""
    made.text = text
    if text[:1] == " " or text[-1:] == " ":
        made.set(_SPACE, "preserve")


def detach(child: Element) -> None:
    """Take an element out of its parent; a root stays what it is."""
    if (parent := child.getparent()) is not None:
        parent.remove(child)


def hyperlink(parent: Element, *, relationship: str | None = None, anchor: str | None = None) -> Element:
    """Add a hyperlink: to an address by its relationship, or to a bookmark of the same document.

    Args:
        parent: the paragraph.
        relationship: the id of that of the address.
        anchor: the name of the bookmark, where there is no address.
    """
    attributes = {RELATIONSHIP: relationship} if relationship is not None else {ANCHOR: anchor or ""}
    return etree.SubElement(parent, HYPERLINK, {**attributes, W + "history": "1"})
