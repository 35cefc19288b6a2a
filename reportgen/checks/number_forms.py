"""Typed numbers by their value, however a language writes them: `1 058,50`, `1,058.5` and `١٬٠٥٨٫٥` are one number."""

import re

from reportgen.model.cell_words import with_plain_digits
from reportgen.regex import regex

_NUMBER = regex(r"(?<!\d)([1-9]\d{0,2}(?:[ .,\u00a0\u2009\u202f٬]\d{3})+(?!\d)|\d+)(?:[.,٫](\d+))?")
_NO_DIGIT = regex(r"\D")
_SCALE = (
    r"[千万亿]|(?:thousand|mill?iard|million|billion|trillion|mill[oó]n|bill[oó]n|тысяч|миллион|миллиард|триллион)\w*"
    r"|\b(?:тыс|млн|млрд|трлн|mil|mille|millar|millares|miles)\b|\bألف|\bآلاف|مليون|ملايين|مليار|بليون|بلايين"
)
_SCALED = regex(_SCALE, re.IGNORECASE)
_BEFORE_SCALE = regex(rf"(?:\s?[-–—至]\s?\d+(?:[.,٫]\d+)?)?\s?(?:{_SCALE})", re.IGNORECASE)
"""What stands behind a number of a scale: `5 million`, and the first number of `3–5 million`."""
_DATE = regex(r"(?<!\d)(\d{1,2})([./])\d{1,2}\2(?=\d{4}(?!\d))")
_CHINESE_MONTH = regex(r"(?<!\d)\d{1,2}(?=月)")


def has_scale(text: str) -> bool:
    """Return whether a word of a scale stands in a text: `million`, `тыс.`, `万`."""
    return _SCALED.search(text) is not None


def typed_numbers(text: str, *, by_scale: bool) -> dict[str, str]:
    """Return the numbers of a text by their value, without the months of dates, which other languages say in words.

    Beside the value of a number that another language may write with another word of a scale stand its digits, which
    `2.5 million`, `250万` and `2,500,000` have in common; beside any other, nothing.

    Args:
        text: the text of one version.
        by_scale: whether a word of a scale stands in one of the texts that are compared: then round thousands of the
            others are numbers of a scale as well.
    """
    text = _CHINESE_MONTH.sub("", _DATE.sub(r"\1 ; ", with_plain_digits(text)))
    found: dict[str, str] = {}
    for match in _NUMBER.finditer(text):
        whole, decimals = _NO_DIGIT.sub("", match[1]).lstrip("0") or "0", (match[2] or "").rstrip("0")
        is_round = not decimals and whole.endswith("000")
        is_scaled = by_scale and (is_round or _BEFORE_SCALE.match(text, match.end()))
        found[f"{whole}.{decimals}" if decimals else whole] = (whole + decimals).strip("0") if is_scaled else ""
    return found
