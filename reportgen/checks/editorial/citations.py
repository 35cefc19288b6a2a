"""Citing articles, paragraphs and acts: `article 14 (1)` in a sentence, `(arts. 13 and 14)` in brackets and notes."""

import re

from reportgen.checks.editorial.passage import EVERYWHERE, RUNNING, EditorialPassage, PassageKind, capital, rewriting
from reportgen.regex import regex

_FULL = {"art": "article", "arts": "articles", "para": "paragraph", "paras": "paragraphs"}
_SHORT = {full: f"{short}." for short, full in _FULL.items()}
_HEAD = r"articles?|arts?\.|paragraphs?|paras?\.|[Aa]rticles?|[Pp]aragraphs?"
_ONE = r"\d+[a-z]?(?:[-‑]\d+)?(?:\s\(\w{1,4}\))?"
_LIST_BEFORE = regex(rf"\b(?:{_HEAD})\s(?:[\d()a-z‑–-]{{1,8}}(?:,|\s(?:and|or|to))?\s)*$")


def _spelled_out(passage: EditorialPassage, match: re.Match[str]) -> str:
    return capital(passage, match, _FULL[match["short"].lower()])


_SYMBOL_BEFORE = regex(r"[A-Z]+/[\w./-]+,\s$")


def _cites_document(text: str, index: int) -> bool:
    """Whether the symbol of a document stands right before: `CCPR/C/KAZ/2, para. 5`."""
    return _SYMBOL_BEFORE.search(text, max(0, index - 60), index) is not None


_ABBREVIATED = rewriting(
    "RG925",
    r"(?<![\w.])(?P<short>[Aa]rts?|[Pp]aras?)\.(?=\s\d)",
    _spelled_out,
    unless=lambda passage, match: passage.is_bracketed(match.start()) or _cites_document(passage.text, match.start()),
    kinds=RUNNING,
)
_UNSPACED = rewriting(
    "RG926",
    r"(?<![\w.,-])(?P<number>\d+[a-z]?(?:[-‑]\d+)?)(?P<bracket>\((?:\d{1,2}|[a-z]{1,4})\))",
    r"\g<number> \g<bracket>",
    unless=lambda passage, match: _LIST_BEFORE.search(passage.text, max(0, match.start() - 60), match.start()) is None,
)
_ONE_OF_SEVERAL = rewriting(
    "RG926",
    rf"\b(?P<short>art|para)s\.(?P<rest>\s{_ONE}(?=\)|$))",
    r"\g<short>.\g<rest>",
    kinds=EVERYWHERE,
)
_SEVERAL_AS_ONE = rewriting(
    "RG926",
    rf"\b(?P<short>art|para)\.(?P<rest>\s(?:{_ONE}(?:,\s{_ONE})*\sand\s{_ONE}|\d+–\d+)(?=\)|$))",
    r"\g<short>s.\g<rest>",
    kinds=EVERYWHERE,
)
_BARE = rewriting(
    "RG926",
    r"(?<=\()(?P<number>\d+[-‑]\d+)(?=\))",
    r"art. \g<number>",
    unless=lambda passage, match: "(art. " not in passage.sentence_at(match.start()).of(passage.text),
)
"""A number of an article alone in its bracket, where others of the sentence have their `art.`"""
_BRACKETED = rewriting(
    "RG927",
    rf"(?<=\()(?P<full>articles?|paragraphs?)(?P<rest>\s(?:{_ONE}|\d+–\d+)(?:,\s{_ONE})*(?:\sand\s(?:{_ONE}|\d+–\d+))?)(?=\))",
    lambda _, match: _SHORT[match["full"]] + match["rest"],
    kinds=frozenset({*RUNNING, PassageKind.NOTE}),
)
_ORGANIZATION = "19"
"""The number in the name of an organization, Article 19."""
_CAPITAL = rewriting(
    "RG928",
    r"(?<=[a-z,;] )(?P<head>Articles?|Paragraphs?)(?=\s(?P<number>\d+))",
    lambda _, match: None if match["number"] == _ORGANIZATION else match["head"].lower(),
    advice="write “article 19”, unless the organization of that name is meant",
    kinds=frozenset({*RUNNING, PassageKind.NOTE, PassageKind.LABEL}),
)
_SIGN = rewriting("RG929", r"№\s*(?=[\w\ufffc])", "No. ")
_NO_STOP = rewriting("RG929", r"(?<=[a-z] )No\s(?=\d)", "No. ")

RULES = (
    _ABBREVIATED,
    _UNSPACED,
    _ONE_OF_SEVERAL,
    _SEVERAL_AS_ONE,
    _BARE,
    _BRACKETED,
    _CAPITAL,
    _SIGN,
    _NO_STOP,
)
"""The rules on citations."""
