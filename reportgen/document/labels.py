"""Letters and Roman numerals that count, written and read: lists as Word counts them, columns as Excel does."""

from reportgen.regex import regex

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_IS_ROMAN = regex(r"c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""Letters that count in Arabic; not in the order of the dictionary (ECMA-376-1, 17.18.59, `arabicAbjad`)."""


def letter(position: int) -> str:
    """Return `a` to `z`, then `aa`, `bb`, … for a position counted from 1 (ECMA-376-1, 17.18.59, `lowerLetter`)."""
    return _repeated(_ALPHABET, position)


def abjad(position: int) -> str:
    """Return `أ`, `ب`, `ج`, … for a position counted from 1; after the last they are doubled."""
    return _repeated(_ABJAD, position)


def _repeated(alphabet: str, position: int) -> str:
    repeats, index = divmod(position - 1, len(alphabet))
    return alphabet[index] * (repeats + 1)


def letter_position(name: str) -> int:
    """Return 1 for `a`, 27 for `aa`; 0 for `ab`, which Word never counts."""
    return _ALPHABET.index(name[0]) + 1 + len(_ALPHABET) * (len(name) - 1) if len(set(name)) == 1 else 0


def roman(position: int) -> str:
    """Return `i`, `ii`, `iii`, `iv`, … for a position counted from 1."""
    letters = ""
    for value, numeral in _ROMAN:
        repeats, position = divmod(position, value)
        letters += numeral * repeats
    return letters


def roman_position(name: str) -> int:
    """Return 4 for `iv`; 0 for what is no Roman numeral below 400."""
    position = 0
    for value, numeral in _ROMAN if _IS_ROMAN.fullmatch(name) else ():
        while name.startswith(numeral):
            position, name = position + value, name.removeprefix(numeral)
    return position


def capitals(position: int) -> str:
    """Return `A` to `Z`, then `AA`, `AB`, … for a position counted from 1: a part of a report, a column of a sheet."""
    letters = ""
    while position > 0:
        position, rest = divmod(position - 1, len(_ALPHABET))
        letters = _ALPHABET[rest].upper() + letters
    return letters


def capitals_position(letters: str) -> int:
    """Return 1 for `A`, 28 for `AB`."""
    position = 0
    for sign in letters:
        position = position * len(_ALPHABET) + _ALPHABET.index(sign.lower()) + 1
    return position
