"""Read the label before the text of a line: `14.`, `A.`, `(a)`, `•`, typed by hand or counted by Word.

A label that no node of the
tree can carry (`1)`, `2.1.`) is named `OTHER` and stays in the text.
"""

from enum import StrEnum

from msgspec import Struct

from reportgen.document.labels import letter_position, roman_position
from reportgen.regex import regex


class Sign(StrEnum):
    """What a label marks."""

    NUMBER = "number"
    """`14.`: a numbered paragraph"""
    CAPITAL = "capital"
    """`A.`: a part"""
    ROMAN_CAPITAL = "roman-capital"
    """`IV.`: a part"""
    LETTER = "letter"
    """`(a)` or `a)`: a sub-paragraph"""
    ROMAN = "roman"
    """`(iv)`: a sub-paragraph of a sub-paragraph"""
    BULLET = "bullet"
    OTHER = "other"


class Label(Struct, frozen=True):
    """What stands before the text of a line."""

    sign: Sign
    text: str
    """As printed: `14.`"""
    value: int = 0
    """14 for `14.`, 1 for `(a)`, 4 for `(iv)`; 0 for bullets and others."""


_BLANK = r"[ \t\u00a0\u2002-\u200a\u202f\u3000]"
_TYPED = (
    (Sign.NUMBER, regex(rf"(\d{{1,4}})(?:\.{_BLANK}+(?=\S)|\t{_BLANK}*(?=[^\W\d]|[“\"‘(]))")),
    (Sign.NUMBER, regex(r"(\d{1,4})\.(?=[“\"‘(]?[A-Z])")),  # "1.The Code forbids", as pages on the web are copied
    (Sign.OTHER, regex(rf"(\d{{1,4}}(?:\.\d{{1,3}}){{1,5}}(?:\.|(?=\t))|\d{{1,4}}\)){_BLANK}+(?=\S)")),
    (Sign.ROMAN_CAPITAL, regex(rf"([IVXLC]{{1,7}})\.{_BLANK}+(?=\S)")),
    (Sign.CAPITAL, regex(rf"([A-Z]{{1,2}})\.{_BLANK}+(?=\S)")),
    (Sign.ROMAN, regex(rf"\(([ivxlc]{{1,7}})\){_BLANK}*(?=\S)")),
    (Sign.LETTER, regex(rf"\(?([a-z]{{1,2}})\){_BLANK}+(?=\S)")),
    (Sign.LETTER, regex(rf"\(([a-z]{{1,2}})\){_BLANK}*(?=\S)")),
    (Sign.BULLET, regex(rf"([•·▪●○◦‣■□◆❖➢✓]){_BLANK}*(?=\S)")),
    (Sign.BULLET, regex(rf"([-–—*]){_BLANK}+(?=\S)")),
)
_LONGEST = 8
"""Characters of a label that begins with a letter: `XXXVIII.`"""
_COUNTED = (
    (Sign.NUMBER, regex(r"(\d{1,4})[.]?")),
    (Sign.ROMAN_CAPITAL, regex(r"([IVXLC]{1,7})[.]?")),
    (Sign.CAPITAL, regex(r"([A-Z]{1,2})[.]?")),
    (Sign.ROMAN, regex(r"\(?([ivxlc]{1,7})[).]")),
    (Sign.LETTER, regex(r"\(?([a-z]{1,2})[).]")),
)


def find_typed(text: str) -> tuple[Label, int] | None:
    """Return the label that a text begins with, and how many characters it and the blanks after it fill."""
    start = text[:_LONGEST]
    if start[:1].isalpha() and "." not in start and ")" not in start:  # as most headings
        return None
    for sign, pattern in _TYPED:
        match = pattern.match(text)
        if match and (label := _label(sign, match.group(1), match.group().strip())):
            return label, match.end()
    return None


def counted(text: str) -> Label | None:
    """Return the label that Word counts for a paragraph, as what it marks; None for an empty one."""
    text = text.strip()
    if not text:
        return None
    for sign, pattern in _COUNTED:
        match = pattern.fullmatch(text)
        if match and (label := _label(sign, match.group(1), text)):
            return label
    return Label(Sign.BULLET if len(text) == 1 and not text.isalnum() else Sign.OTHER, text)


def as_letter(label: Label, before: Label | None) -> Label:
    """Return the label read as a letter where it goes on from one: `(i)` after `(h)`, `C.` after `B.`."""
    signs = {Sign.ROMAN: Sign.LETTER, Sign.ROMAN_CAPITAL: Sign.CAPITAL}
    name = label.text.strip("().")
    if before is None or label.sign not in signs or len(name) != 1 or before.sign is not signs[label.sign]:
        return label
    value = letter_position(name.lower())
    return Label(signs[label.sign], label.text, value) if value == before.value + 1 else label


def _label(sign: Sign, name: str, text: str) -> Label | None:
    match sign:
        case Sign.NUMBER:
            return Label(sign, text, int(name))
        case Sign.ROMAN | Sign.ROMAN_CAPITAL:
            value = roman_position(name.lower())
            return Label(sign, text, value) if value else None
        case Sign.LETTER | Sign.CAPITAL:
            value = letter_position(name.lower())
            return Label(sign, text, value) if value else None
        case _:
            return Label(sign, text)
