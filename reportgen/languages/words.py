"""Sets of words, written as text, and the pattern of names with numbers."""

import re

from reportgen.regex import regex


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, as a set."""
    return frozenset(words.split())


def capital(words: str) -> str:
    """Return words with a capital letter first."""
    return words[:1].upper() + words[1:]


def not_behind(words: str, unless: str = "") -> str:
    """Return the regular expression of a place with none of some words before it.

    Args:
        words: those which may not stand before it.
        unless: words behind which these may: `adopté en 2022`, but not of `a adopté en 2022`.
    """
    alone = "".join(rf"(?<!\b{word} )" for word in unless.split())
    return "".join(rf"(?<!{alone}\b{word} )" for word in words.split())


def numbered(words: str) -> re.Pattern[str]:
    """Return the pattern of names with numbers behind them: `art. 14`, `№ 123-IV`, `articles 14, 15 et 16`.

    Args:
        words: a regular expression of the words before the numbers, one of which stands alone or with a full stop.
    """
    number = r"\d+(?:[.\-–/‑]\w+)*(?:\s?\(\w{1,3}\)|\s\w\))?"
    return regex(
        rf"(?i:(?<!\w)(?:{words})\.?)[ \u00a0]?{number}(?:(?:,\s|\s(?:et|y|и|à|a)\s|\sو){number}(?![\w%]|\s?[%‰]))*"
    )
