"""Citing articles, paragraphs and acts: `article 14 (1)` in a sentence, `(arts. 13 and 14)` in brackets and notes."""

from reportgen.checks.editorial.passage import RUNNING, PassageKind, rewriting, with_capital
from reportgen.regex import regex

_FULL = {"art": "article", "arts": "articles", "para": "paragraph", "paras": "paragraphs"}
_SHORT = {full: f"{short}." for short, full in _FULL.items()}
_HEAD = r"articles?|arts?\.|paragraphs?|paras?\.|[Aa]rticles?|[Pp]aragraphs?"
_ONE = r"\d+[a-z]?(?:[-‑]\d+)?(?:\s\(\w{1,4}\))?"
_LIST_BEFORE = regex(rf"\b(?:{_HEAD})\s(?:[\d()a-z‑–-]{{1,8}}(?:,|\s(?:and|or|to))?\s)*$")
"""What leads to the numbers of a list: `articles 2, 14 (1) and`; elsewhere `5(1)` may be no article."""


_SYMBOL_BEFORE = regex(r"[A-Z]+/[\w./-]+,\s$")
"""The symbol of a document, after which `para.` stays: `CCPR/C/KAZ/2, para. 5`."""
_ORGANIZATION = "19"
"""The number in the name of an organization, Article 19."""

RULES = (
    rewriting(
        "RG925",
        r"(?<![\w.])(?P<short>[Aa]rts?|[Pp]aras?)\.(?=\s\d)",
        lambda passage, match: with_capital(passage, match, _FULL[match["short"].lower()]),
        unless=lambda passage, match: (
            passage.is_bracketed(match.start()) or passage.follows(_SYMBOL_BEFORE, match.start())
        ),
        kinds=RUNNING,
    ),
    rewriting(
        "RG926",
        r"(?<![\w.,-])(?P<number>\d+[a-z]?(?:[-‑]\d+)?)(?P<bracket>\((?:\d{1,2}|[a-z]{1,4})\))",
        r"\g<number> \g<bracket>",
        unless=lambda passage, match: not passage.follows(_LIST_BEFORE, match.start()),
    ),
    rewriting("RG926", rf"\b(?P<short>art|para)s\.(?P<rest>\s{_ONE}(?=\)|$))", r"\g<short>.\g<rest>"),
    rewriting(
        "RG926",
        rf"\b(?P<short>art|para)\.(?P<rest>\s(?:{_ONE}(?:,\s{_ONE})*\sand\s{_ONE}|\d+–\d+)(?=\)|$))",
        r"\g<short>s.\g<rest>",
    ),
    # A number of an article alone in its bracket, where others of the sentence have their `art.`
    rewriting(
        "RG926",
        r"(?<=\()(?P<number>\d+[-‑]\d+)(?=\))",
        r"art. \g<number>",
        unless=lambda passage, match: "(art. " not in passage.sentence_at(match.start()).of(passage.text),
    ),
    rewriting(
        "RG927",
        rf"(?<=\()(?P<full>articles?|paragraphs?)(?P<rest>\s(?:{_ONE}|\d+–\d+)(?:,\s{_ONE})*(?:\sand\s(?:{_ONE}|\d+–\d+))?)(?=\))",
        lambda _, match: _SHORT[match["full"]] + match["rest"],
        kinds=frozenset({*RUNNING, PassageKind.NOTE}),
    ),
    rewriting(
        "RG928",
        r"(?<=[a-z,;] )(?P<head>Articles?|Paragraphs?)(?=\s(?P<number>\d+))",
        lambda _, match: None if match["number"] == _ORGANIZATION else match["head"].lower(),
        advice="write “article 19”, unless the organization of that name is meant",
        kinds=frozenset({*RUNNING, PassageKind.NOTE, PassageKind.LABEL}),
    ),
    rewriting("RG929", r"№\s*(?=[\w\ufffc])", "No. "),
    rewriting("RG929", r"(?<=[a-z] )No\s(?=\d)", "No. "),
)
"""The rules on citations."""
