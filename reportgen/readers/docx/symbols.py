"""Characters of special fonts (`w:sym`), as the characters of Unicode that look the same."""

_SYMBOL = {0xB7: "•", 0x2D: "−", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xAE: "→", 0xB9: "≠", 0xA7: "♣"}
_WINGDINGS = {
    0xA7: "▪",
    0xFC: "✓",
    0xFB: "✗",
    0xD8: "➢",
    0xE0: "→",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0xA8: "◻",
    0xFE: "☑",
}
_PRIVATE = 0xF000
UNKNOWN = "□"
"""Stands for a character that is not known."""


def symbol(font: str | None, code: str | None) -> tuple[str, bool]:
    """Return the character of a special font, and whether it is known.

    Args:
        font: the name of the font.
        code: the code of the character in it, in hexadecimal digits; fonts are also placed at F000 (17.3.3.30).
    """
    try:
        point = int(code or "", 16)
    except ValueError:
        return UNKNOWN, False
    known = _WINGDINGS if "wingdings" in (font or "").casefold() else _SYMBOL
    low = point - _PRIVATE if point >= _PRIVATE else point
    if low in known:
        return known[low], True
    if 0x20 < low < 0x7F and "symbol" not in (font or "").casefold() and point < _PRIVATE:  # ASCII
        return chr(low), True
    return UNKNOWN, False
