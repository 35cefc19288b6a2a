"""Letters and Roman numerals, as Word's own lists count with them."""

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def letter(position: int) -> str:
    """`a` to `z`, then `aa`, `bb`, … for a position counted from 1 (ECMA-376 Part 1, 17.18.59, `lowerLetter`)."""
    repeats, index = divmod(position - 1, len(_ALPHABET))
    return _ALPHABET[index] * (repeats + 1)


def roman(position: int) -> str:
    """`i`, `ii`, `iii`, `iv`, … for a position counted from 1."""
    letters = ""
    for value, numeral in _ROMAN:
        repeats, position = divmod(position, value)
        letters += numeral * repeats
    return letters
