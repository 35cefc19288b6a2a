"""Equations of Word as text: `34/8` for a fraction, never the digits 348 that stand in it (ECMA-376 Part 1, 22.1).

Tracked changes in an equation are read as if accepted, and what is hidden or struck out is left out, as of any text.
"""

from reportgen.document.raised import as_characters
from reportgen.readers.docx.oxml import MATH, Element, W, is_on

_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_PARTS = {
    "f": ("num", "/", "den"),
    "rad": ("deg", "√(", "e", ")"),
    "d": ("(", "e", ")"),
    "sSup": ("e", "sup"),
    "sSub": ("e", "sub"),
    "sSubSup": ("e", "sub", "sup"),
    "limLow": ("e", "(", "lim", ")"),
    "limUpp": ("e", "(", "lim", ")"),
    "m": ("mr",),
    "mr": ("e",),
    "eqArr": ("e",),
    "oMathPara": ("oMath",),
}
"""What stands in each kind of expression, in the order in which it is read, with the signs that are only drawn."""
_APART = "; "
"""Between expressions of one kind beside or below each other, as in a matrix: a blank might part thousands."""
_BREAKS = frozenset({f"{W}br", f"{W}cr", f"{W}tab"})


def equation_text(element: Element) -> str:
    """Return an equation, or a part of one, on one line."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _GONE:
        return ""
    if tag in _BREAKS:
        return _APART
    name = tag.removeprefix(MATH)
    if _is_left_out(element, name):
        return ""
    if name == "t":
        return element.text or ""
    if name in _PARTS:
        return "".join(_part(element, part) for part in _PARTS[name])
    text = "".join(map(equation_text, element))
    return as_characters(text, is_lowered=name == "sub") if name in {"sup", "sub"} else text


def _is_left_out(element: Element, name: str) -> bool:
    """Return whether a run is hidden or struck out, or an expression only keeps its place free."""
    if name == "phant":
        shows = element.find(f"{MATH}phantPr/{MATH}show")
        return shows is not None and shows.get(f"{MATH}val") in {"0", "off", "false"}
    return name == "r" and any(is_on(element, "rPr", kind) for kind in ("vanish", "strike", "dstrike"))


def _part(element: Element, part: str) -> str:
    return _APART.join(map(equation_text, element.findall(f"{MATH}{part}"))) if part.isalpha() else part
