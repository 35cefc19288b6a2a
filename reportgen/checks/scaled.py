"""Scales in the words of what is counted: `visitors (thousands)`, a unit `million tenge`.

A sentence names what is counted and prints the number of its cell, so that 14 “thousand visitors” would become “the
number of visitors was 14”. Data hold whole numbers; `show: million` prints them shortened.
"""

import re
from collections.abc import Iterator

from reportgen.checks.finding import CheckContext, Finding
from reportgen.model import Currency, Indicator, Noun
from reportgen.regex import regex

_WORDS = (
    r"(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|mln|mio|mn|bln|bn|lakhs?|crores?"
    r"|mille|milliers?|milliards?|miles|millón|millones|миллион\w*|миллиард\w*|тысяч\w*|тыс|млн|млрд|ألف|آلاف|مليون\w*|ملايين|مليار\w*|بليون\w*|بلايين)"
)
# Not "per million inhabitants", "more than 1 million", "un million d’habitants": a scale of something else.
_OWN = r"(?<!per )(?<!par )(?<!por )(?<!cada )(?<!pour )(?<!на )(?<!لكل )(?<!\ba )(?<!\bun )(?<!\bone )(?<!\d )(?<!\d)"
_IN_UNIT = regex(
    rf"(?<![^\W_]){_OWN}{_WORDS}(?![^\W_])|^[千百]?[万亿]|^千|['’‘]000(?!\d)|[$€£]\s?(?:k|m|bn)\b", re.IGNORECASE
)
_IN_LABEL = regex(
    rf"\((?:in |en |в )?{_OWN}{_WORDS}\b[^()]*\)|\([^()\d]*['’‘]000\)"
    rf"|\b(?:in|en)\s(?!hundreds|dozens){_WORDS}(?:\sof|\sde|\sd[’']|$|\))"
    rf"|\bв (?:тысячах|миллионах|миллиардах|тыс|млн|млрд)|,\s(?:in |en |в )?{_WORDS}(?:\.?\s\w+\.?)?$"
    r"|^(?:the )?(?:number of )?(?:hundreds|thousands|millions|billions|dozens) of |[（(][千百]?[万亿千][^)）]*[)）]",
    re.IGNORECASE,
)
_SIGNS = (
    *("hundred", "thousand", "mill", "billion", "trillion", "dozen", "mln", "mio", "mn", "bln", "bn", "lakh", "crore"),
    *("miles", "милли", "тыс", "млн", "млрд", "千", "万", "亿", "000", "$", "€", "£"),
    *("ألف", "آلاف", "مليون", "ملايين", "مليار", "بليون", "بلايين"),
)
"""One of these stands in all that the patterns find; to compile the two took one per cent of the smallest `check`."""
SCALE = regex(rf"(?:{_WORDS}|mil)(?![^\W_])|[千百]?[万亿]|千(?![克米瓦百])", re.IGNORECASE)
"""A scale right behind a figure, in any language: `1 400 millions`, `140万`."""


def figures_are_whole(context: CheckContext) -> Iterator[Finding]:
    """Yield RG332 for every indicator whose label, unit or part names a scale by which its figures are meant."""
    for key, indicator in context.merged.indicators.items():
        for field, words in _scales(indicator):
            path = context.merged.fields.get((key, field), context.merged.homes[key])
            yield Finding("RG332", path, {"words": words, "label": indicator.label or key})
            break


def _scales(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield the words that name a scale, with the field in which they stand."""
    unit = indicator.unit
    units = (unit.one, unit.other) if isinstance(unit, Noun) else (unit.currency,) if isinstance(unit, Currency) else ()
    parts = (part.name for part in indicator.breakdown)
    for field, texts, pattern in (
        ("unit", units, _IN_UNIT),
        ("label", (indicator.label or "",), _IN_LABEL),
        ("breakdown", parts, _IN_LABEL),
    ):
        yield from ((field, text) for text in texts if _has_sign(text) and pattern.search(text))


def _has_sign(text: str) -> bool:
    folded = text.casefold()
    return any(sign in folded for sign in _SIGNS)
