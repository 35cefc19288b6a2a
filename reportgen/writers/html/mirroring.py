"""Turn a style sheet over for text from right to left: what stands at the left stands at the right.

Sides in names and values change places, and the second and the fourth of four lengths. The sheets name sides rather
than `inline-start`, which WeasyPrint knows only of some properties.
"""

import re

from reportgen.regex import regex

_SIDE = regex(r"\b(left|right)\b")
_FOUR = regex(r"\b(margin|padding):((?: -?[\w.]+){4})(?=\s*[;}])")
_OTHER = {"left": "right", "right": "left"}


def mirror(style: str) -> str:
    """Return a style sheet with left and right exchanged."""
    return _FOUR.sub(_turned, _SIDE.sub(lambda side: _OTHER[side[1]], style))


def _turned(found: re.Match[str]) -> str:
    top, right, bottom, left = found[2].split()
    return f"{found[1]}: {top} {left} {bottom} {right}"
