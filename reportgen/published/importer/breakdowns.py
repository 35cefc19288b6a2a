"""Find what a sentence of the Committee wants data to be divided by.

`disaggregated by age, sex and relationship of victim and perpetrator` has two “and”: the first ends the list, the
second joins two words of its last criterion.
"""

import re
from collections.abc import Iterator

from reportgen.regex import regex

_PERSON = (
    r"(?:(?:the|their|alleged)\s+)*(?:victims?|survivors?|complainants?|perpetrators?|offenders?|suspects?|accused|"
    r"defendants?|witness(?:es)?|parents?|child(?:ren)?|employers?|employees?|workers?|judges?|prosecutors?|wom[ae]n|"
    r"m[ae]n|girls?|boys?)"
)
"""Whose age, sex or origin is asked for: `the age of victims and perpetrators` is one criterion."""
_DISAGGREGATED = regex(
    r"\b(?:disaggregated|broken down|breakdown)\s+(?:inter alia,?\s+|at a minimum\s+)?by\s+(.+)", re.IGNORECASE
)
"""`disaggregated by age, sex and ethnic origin`."""
CRITERION = (
    r"(?:the\s+)?(?:type of\b|(?:(?:sex|gender|age|race|ethnicity|nationality|disability|region|religion|province|"
    r"municipality|income|age group|income (?:group|level)|country of origin"
    r"|ethnic\s+(?:(?:and|or)\s+\w+\s+)?(?:origin|group|background|affiliation))"
    r"(?=[,.;:()]|$|\s+(?:and|or|as|of|for|over|in|on|at|to|from|during|since|covering|between|including)\b)))"
)
"""What data are divided by, where “by” alone says so: `data on pupils, by sex and age`, not `by sex workers`."""
_BY_ALONE = regex(rf",?\s+by\s+({CRITERION}.*)", re.IGNORECASE)
_COMPOUND = regex(r"\b(?:([a-z]+)- and )?([a-z]+)-disaggregated\b", re.IGNORECASE)
"""`sex-disaggregated data`, `sex- and age-disaggregated data`."""
_END = regex(
    rf"[.;:()]|,?\s+of the\s(?!\s*{_PERSON}\b)|,?\s+between\s+(?:the years\s+|[a-z]+\s+)?\d"
    r"|,?\s+(?:for|over|during|since|covering|in|on|from|including|concerning|regarding|relating to|as regards|with "
    r"regard to|together with|indicating)[\s:]"
    r"|\s+(?:and|as well as)\s+(?:on|information|data|the (?:total )?numbers?|the percentage|the rate)\s",
    re.IGNORECASE,
)
"""Where the criteria end: `by sex, for the past five years`, `by age and the number of convictions`."""
_COMMA = regex(r"\s*,\s*")
_JOIN = regex(r"\s+(?:and|or|as well as)\s+")
_LEADING = regex(r"^(?:(?:and|or|as well as|by|the|their|inter alia)\s+)+", re.IGNORECASE)
"""What criteria begin with and is no part of their names: `and by the age`."""
_BETWEEN = regex(r"\bbetween\b|\b(?:relationship|relation)s?\s+of\b(?!.*\b(?:to|with)\b)", re.IGNORECASE)
"""What stands between two. In `relationship of the perpetrator to the victim` both are named already."""
_OF = regex(r"\bof\s+(?:\w+\s+){0,2}\w+$", re.IGNORECASE)
"""The end of a list: `by age, sex and type of offence and sentence` joins two words of the last."""
_OF_PERSON = regex(rf"\bof\s+{_PERSON}$", re.IGNORECASE)
"""Before and behind an “and”: `sex of the victims and of the perpetrators`."""
_STARTS_WITH_PERSON = regex(rf"{_PERSON}(?:$|\s+(?:and|or)\s)", re.IGNORECASE)
_WAITING = regex(
    r"(?:^|\s)(?:rural|urban|national|ethnic|racial|public|private|temporary|permanent|formal|informal)$", re.IGNORECASE
)
"""Words that wait for their noun: `ethnic or national origin`."""


def find_breakdowns(sentence: str) -> Iterator[str]:
    """Yield the criteria that a sentence names after "disaggregated by", or before "disaggregated" and after "by".

    Args:
        sentence: the words of an issue up to a full stop.
    """
    for found in _COMPOUND.finditer(sentence):
        yield from (name.lower() for name in found.groups() if name)
    for found in _DISAGGREGATED.finditer(sentence) if _DISAGGREGATED.search(sentence) else _BY_ALONE.finditer(sentence):
        end = _END.search(found[1])
        for name in _criteria(found[1][: end.start()] if end else found[1]):
            yield _LEADING.sub("", name.strip(" ,."))


def _criteria(words: str) -> Iterator[str]:
    """Yield the criteria of a list: commas part them, and each “and” that does not join two words of one of them."""
    *items, last = _COMMA.split(words)
    for item in items:
        yield from _parts(item)
    yield from _parts(last, in_list=bool(items), ended=_LEADING.match(last) is not None)


def _parts(item: str, *, in_list: bool = False, ended: bool = False) -> Iterator[str]:
    """Yield the criteria between two commas.

    Args:
        item: the words.
        in_list: whether it is the last one behind commas, so that its first “and” ends the list.
        ended: whether an “and” right behind the comma has ended it already.
    """
    start = 0
    for join in _JOIN.finditer(item):
        before, behind = item[start : join.start()], item[join.end() :]
        if not _is_one(before, behind, ended=ended):
            yield before
            start, ended = join.end(), in_list
    yield item[start:]


def _is_one(before: str, behind: str, *, ended: bool) -> bool:
    """Return whether an “and” joins what stands before it and behind it into one criterion.

    It does after `between X`; between two persons, as in `sex of victims and perpetrators`; after a word that waits for
    its noun; and after `of X` where the list has had its last “and”. It joins two and no third, and nothing to a `by`.
    """
    if behind.startswith("by "):
        return False
    if _WAITING.search(before):
        return True
    if _JOIN.search(before):
        return False
    of_persons = _OF_PERSON.search(before) and _STARTS_WITH_PERSON.match(behind)
    return bool(_BETWEEN.search(before) or of_persons or (ended and _OF.search(before)))
