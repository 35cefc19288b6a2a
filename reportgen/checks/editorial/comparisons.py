"""Comparisons and amounts of money: `compared with`, `an increase of`, `T 8 billion`."""

import re
from collections.abc import Iterator

from reportgen.checks.editorial.passage import FIGURE, RUNNING, EditorialPassage, Notice, Rule, rewriting
from reportgen.checks.editorial.words import ANY_FIGURE, IN_WORDS, NUMBER
from reportgen.languages.en.months import MONTH
from reportgen.regex import regex

_SMALL_WORDS = "|".join(word for word, number in IN_WORDS.items() if number <= 20)  # noqa: PLR2004 - no larger multiple is written in words
_FACTOR = rf"(?:{ANY_FIGURE}|{_SMALL_WORDS}|several|many)"
_CHANGE = "increase|decrease|rise|reduction|decline|drop|growth|fall|gain"
_ABOUT = r"(?:(?:about|almost|approximately|around|at least|more than|nearly|over|some)\s)?"

_NO_TIME = rf"(?!(?:19|20)\d\d\b|\d{{1,2}}\s{MONTH})"
"""No year and no date, by which something is to happen."""
_INSTEAD = "write what share fell away: “by half”, “by two thirds”, “by 80 per cent”"
_PAIRS = 2
"""The lists that `respectively` relates."""


def _lone_respectively(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield `respectively` in a sentence that does not hold two lists."""
    advice = "name each figure with what it belongs to; the word needs two lists in the same order"
    for span in passage.sentences if "respectively" in passage.text else ():
        sentence = span.of(passage.text)
        if len(re.findall(r"\sand\s|,\s(?:while|whereas)\s", sentence)) < _PAIRS:
            for match in re.finditer(r"\brespectively\b", sentence):
                yield Notice("RG918", span.start + match.start(), span.start + match.end(), advice=advice)


# ---- money ------------------------------------------------------------------------------------------------------

_CODES = "KZT|USD|EUR|GBP|RUB|CHF|JPY|CNY|UAH|BYN|KGS|UZS|TJS|AZN|GEL|AMD|MDL|MNT|TRY"
SYMBOL = regex(
    r"(?<![\w’'./-])(?P<symbol>[A-Z][A-Za-z]{0,2})[ \xa0](?=\d{1,3}(?:,\d{3})+\b|\d+(?:\.\d+)?\s(?:million|billion)\b)"
)
"""The symbol of a currency before an amount."""

RULES = (
    rewriting("RG915", r"\b(?P<word>[Cc]ompared)\sto\b(?!\s(?:be|date)\b)", r"\g<word> with"),
    rewriting("RG915", r"\b(?P<word>[Ii]n\scomparison)\sto\b", r"\g<word> with"),
    rewriting(
        "RG916",
        rf"\b(?P<head>(?:[Aa]n?\s(?:[a-z-]+\s)?)(?:{_CHANGE}))\sby\s(?P<rest>{_ABOUT}{_NO_TIME}(?:{_FACTOR}))",
        lambda _, match: None if FIGURE in match["rest"] else f"{match['head']} of {match['rest']}",
        advice="write “of”, where the reference gives a size",
    ),
    rewriting(
        "RG916",
        rf"\b[Aa]n?\s(?:[a-z-]+\s)?(?:{_CHANGE})\s(?:in|of)\s(?:[^\W\d][\w’-]*\s){{1,8}}by\s{_ABOUT}{_FACTOR}\s(?:per\scent|%)",
        None,
        advice="write the size first: “an increase of 5 per cent in …”",
    ),
    rewriting(
        "RG917", rf"(?<![\w.,]){_FACTOR}[\s-]times\s(?:fewer|less|lower|smaller|rarer|shorter)\b", None, advice=_INSTEAD
    ),
    rewriting(
        "RG917",
        r"\b(?:fell|falls?|fallen|decreased?|reduced|reduction|declined?|dropped|drop|lowered|cut|diminished|shrank)\s"
        rf"(?:[^\W\d][\w’-]*\s){{0,6}}?by\s(?:a\sfactor\sof\s{_FACTOR}|{_ABOUT}{_FACTOR}\stimes)\b",
        None,
        advice=_INSTEAD,
    ),
    rewriting("RG918", r"(?<=[\w)”’%])(?P<space>\s)respectively(?=[.;,)]|$)", r",\g<space>respectively", kinds=RUNNING),
    Rule("RG918", _lone_respectively),
    rewriting("RG913", rf"(?<![\w’'.-])(?P<symbol>{_CODES}|Rs)\.?(?P<amount>\d[\d,.]*)", r"\g<symbol> \g<amount>"),
    rewriting(
        "RG913",
        r"(?<![\w’'.-])T(?P<amount>\d{1,3}(?:,\d{3})+(?![\d,])|\d+(?:\.\d+)?(?=\s(?:million|billion)\b))",
        r"T \g<amount>",
    ),
    rewriting(
        "RG913",
        rf"(?<![\w.,$€£])(?P<amount>{NUMBER}(?:\s(?:million|billion))?)\s?(?P<symbol>{_CODES})\b(?!\s?\d)",
        r"\g<symbol> \g<amount>",
    ),
)
"""The rules on comparisons and money."""
