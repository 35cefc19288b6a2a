"""WordprocessingML as it is read: the names of elements, and small questions to them. Knows no words of ours."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_FALSE = {"0", "false", "off", "none"}
_FARTHEST = 31_680
"""Twentieths of a point: Word's widest page (ECMA-376 Part 1, 17.6.13)."""


def child(element: Element | None, *names: str) -> Element | None:
    """Return the first child, and its first child, along names of Word's namespace; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next(element.iterchildren(W + name), None)  # `find` takes twice as long
    return element


def value(element: Element | None, *names: str) -> str | None:
    """Return the `w:val` of the element that `child` finds."""
    found = child(element, *names)
    return None if found is None else found.get(f"{W}val")


def is_on(element: Element | None, *names: str) -> bool | None:
    """Return whether a switch is on; None where it does not stand (17.17.4)."""
    found = child(element, *names)
    return None if found is None else (found.get(f"{W}val") or "true") not in _FALSE


@lru_cache(maxsize=256)
def number(text: str | None, default: int = 0) -> int:
    """Return a whole number within the bounds of a page, or of a list; the default for what is none.

    Most paragraphs have one of a few.
    """
    try:
        found = int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default
    return max(-_FARTHEST, min(_FARTHEST, found))


def name_of(element: Element) -> str:
    """Return the name of an element of Word's namespace; that of any other with its namespace; empty for a comment."""
    tag = element.tag
    return tag.removeprefix(W) if isinstance(tag, str) else ""


def is_bound(control: Element) -> bool:
    """Return whether Word shows in a content control what another part of the file holds (17.5.2.6).

    Those that hold looks and paragraphs are bound in the namespace of Word 2013.
    """
    properties = child(control, "sdtPr")
    return properties is not None and properties.find("{*}dataBinding") is not None


def chosen(element: Element) -> Iterator[Element]:
    """Yield what counts of an `mc:AlternateContent`: the first choice with content, else the fallback; never both."""
    options = [*element.findall(f"{MC}Choice"), *element.findall(f"{MC}Fallback")]
    filled = [option for option in options if len(option)]
    if filled:
        yield filled[0]
