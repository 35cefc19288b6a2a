"""Shortened words and amounts: `e.g.`, `para 3`, `Covid-19`, `$5m`.

Editorial Manual, “Abbreviations and acronyms” and “Numbers, dates and time”.
"""

import re
from decimal import Decimal

from reportgen.checks.editorial.passage import RUNNING, EditorialPassage, rewriting, with_capital
from reportgen.languages.en.lexicon import CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SIGNS

_LATIN = {
    "e.g.": "for example",
    "eg.": "for example",
    "i.e.": "that is",
    "ie.": "that is",
    "viz.": "namely",
    "approx.": "about",
    "vs.": "against",
}
_SCALES = {"m": "million", "mn": "million", "M": "million", "b": "billion", "B": "billion"}
_SIGNS = "".join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS) if len(sign) == 1)
_AMOUNT = r"(?P<figure>\d+(?:,\d{3}){0,5}(?:\.\d+)?)"
_SHORT = rf"(?P<short>{'|'.join(sorted(_SCALES, key=len, reverse=True))}|[kK])"
_CODES = "|".join(code.upper() for code in sorted(CURRENCY_CODES))
_NAMES = "|".join(sorted(CURRENCY_NAMES - {"real", "reais", "won", "colon", "sol"}))


def _latin(passage: EditorialPassage, match: re.Match[str]) -> str:
    return with_capital(passage, match, _LATIN[match["short"].casefold().replace(" ", "")])


def _amount(_: EditorialPassage, match: re.Match[str]) -> str:
    """Return an amount in full: `$5 million`, and `$12,000` for `$12k`."""
    before = match.group()[: match.start("figure") - match.start()]
    if match["short"] in "kK":
        return f"{before}{Decimal(match['figure'].replace(',', '')) * 1000:,f}"
    return f"{before}{match['figure']} {_SCALES[match['short']]}"


def _is_of_art(passage: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether `art` is no article: `the state of the art 5 years ago`."""
    return match["short"].casefold() == "art" and passage.text[: match.start()].casefold().endswith(("the ", "of "))


RULES = (
    rewriting(
        "RG931",
        r"(?<![\w.])(?P<short>[Ee]\.\s?g\.|[Ee]g\.|[Ii]\.\s?e\.|[Ii]e\.|[Vv]iz\.|[Aa]pprox\.|vs\.)(?=,?\s)",
        _latin,
        kinds=RUNNING,
    ),
    rewriting("RG931", r"(?<![\w/@.-])(?i:covid[\s‑–-]?19)(?![\w@])(?<!COVID-19)(?<!COVID‑19)", "COVID-19"),
    rewriting("RG931", r"(?<![\w/@.-])(?:Covid|covid)(?![\w@‑–-]|\s19)", "COVID-19"),
    rewriting(
        "RG925",
        r"(?<![\w.])(?P<short>[Pp]aras?|[Aa]rts?)(?=\s\d)",
        None,
        advice="write “paragraph” or “article” in full, or “para.” or “art.” with a stop in brackets and notes",
        unless=_is_of_art,
    ),
    rewriting("RG908", rf"(?<![\w.,])(?:[A-Z]{{1,3}})?[{_SIGNS}]\s?{_AMOUNT}\s?{_SHORT}(?![\w@])", _amount),
    rewriting("RG908", rf"\b(?:{_CODES}|T)\s{_AMOUNT}{_SHORT}(?![\w@])", _amount),
    rewriting("RG908", rf"(?<![\w.,/{_SIGNS}-]){_AMOUNT}{_SHORT}(?=\s(?:{_NAMES})\b)", _amount),
)
"""The rules on what is shortened."""
