"""Find what an issue asks figures of: indicators, years and breakdowns.

Only what the words say plainly is taken: data "on" something or "the number of" something, years that are named or
counted back from a year that is known, and what data are to be disaggregated by.
"""

import re
from collections.abc import Iterator, Sequence

from reportgen.languages.en.numerals import CARDINALS
from reportgen.limits import IMPORTED_SENTENCE, LABEL_CHARACTERS
from reportgen.model.outline import AskedIndicator, Asks
from reportgen.published.importer.breakdowns import CRITERION, find_breakdowns
from reportgen.regex import regex

_SENTENCE_END = regex(r"(?<=[.;:?])\s+")
"""Semicolons end sentences too: lists of issues join several requests by them."""
_ASKS_FIGURES = regex(
    r"\b(?:data|statistics|statistical|figures|disaggregated|(?:the|total) numbers? of|how many|percentage|rates?|"
    r"ratios?|prevalence|gap|the (?:\w+ ){0,2}(?:proportion|share|budget|amount))\b",
    re.IGNORECASE,
)
"""Words of a sentence that asks for figures; all others are passed over."""
_SPAN = regex(
    r"\b(?:between|from)\s+(\d{4})\s+(?:and|to|until)\s+(\d{4})\b|\b(\d{4})\s*[–-]\s*(\d{4})\b|"
    r"\b(?:years|for|in|during)\s+(\d{4})\s+(?:to|until|through)\s+(\d{4})\b"
)
"""`between 2019 and 2023`, `2019–2023`, `for the years 2019 to 2023`."""
_SINCE = regex(
    r"\bsince\s+(?:[^\s,.;:()\d]+\s+){0,14}(?P<since>\d{4})\b"
    r"|\b(?:as from|(?:starting|beginning) (?:from|in|with))\s+(?:[A-Z]\w+\s+)?(?P<starting>\d{4})\b"
    r"|\bfrom\s+(?:[A-Z]\w+\s+)?(?P<onward>\d{4})\s+on(?:wards?)?\b"
)
"""`since 2019`, `since the consideration of the report in 2019`, `as from 2019`, `from January 2019 onwards`."""
_LED_IN = regex(
    r"^(?:\W*(?:in (?:the )?(?:light|view) of|with (?:reference|regard|respect) to|with a view to|further to|following|"
    r"pursuant to|recalling|as regards|according to|in accordance with|bearing in mind)\b[^,]*,)+",
    re.IGNORECASE,
)
"""What a question takes up, before its first comma: the years in it are those of an event, and not asked."""
_OF_EVENT = regex(
    r"\b(?:reports?|reviews?|observations|dialogues?|visits?|recommendations|adopted|issued|submitted|ratified|enacted|"
    r"amended|amendments?|reforms?|acts?|laws?|codes?|decrees?|elections?|events|force|established|launched|conducted|"
    r"protests|riots|war|earthquake|pandemic|floods?|hurricane|cyclone|tsunami|drought|demonstrations|"
    r"unrest|uprising|coup|conflict|crisis|attacks?|massacre|referendum|summit|games|cup|judgments?|amnesty|moratorium|"
    r"constitution|agreement|adoption|ratification|declared|delivered)\s+(?:in|of)\s+$",
    re.IGNORECASE,
)
"""What happened in a year, before `in 2019`: `the review in 2019`, `the law adopted in 2019`."""
_IS_COUNTED = regex(
    r"\b(?:numbers? of|how many|(?:data|statistics|figures) (?:on|about))\s+(?:(?!the\b)[\w-]+\s+){0,2}\w+s\s+in\s+$",
    re.IGNORECASE,
)
"""Events that are counted themselves: `the number of visits in 2021`."""
_PAST = regex(r"\b(?:past|last|previous|preceding|most recent)\s+(\w+)\s+years\b", re.IGNORECASE)
"""`over the past five years`, counted back from the last year of the report."""
_LISTED = regex(r"\b(?:in|for|during)\s+(?:the\s+years?\s+)?((?:\d{4},\s*)*\d{4}\s+and\s+\d{4}|\d{4})\b")
"""`in 2019, 2020 and 2021`."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_MOST_YEARS = 30
"""Years of a span; more is the life of an institution, not what a State is asked to report."""

_KINDS = r"(?:statistical data|statistical information|statistics|data|figures)"
_BY = (
    r"(?:,?\s+(?:(?:disaggregated\s+)?by|for|over|during|since|covering)\s+"
    r"(?:(?!\b(?:describe|explain|indicate|information|measures|provide)\b)[^.;:])+?,?)?"
)
"""What data are divided by, and for which years: `, for the past three years, disaggregated by sex and age,`."""
_ON = regex(rf"\b{_KINDS}{_BY}\s+(?:on|about|concerning|regarding|relating to)\s+(.+)", re.IGNORECASE)
"""`statistical data, disaggregated by sex, on complaints of torture`."""
_LEADS = regex(
    rf"\b(?:{_KINDS}{_BY}\s+(?:on|about|concerning|regarding|relating to)|the\s+(?:total\s+)?numbers?\s+of)\s*:\s*$",
    re.IGNORECASE,
)
"""`… statistical data, disaggregated by age, on:`, behind which each item of a list is counted."""
_AND_ON = regex(r",?\s+(?:and|as well as)\s+(?:on|about|concerning|regarding)\s+", re.IGNORECASE)
"""`data on complaints and on convictions`: two things are asked for."""
_NEXT = r"(?:and\s+)?(?:the\s+)?(?:number|percentage|proportion|share|amount|budget|rate)s?\s+(?:of|allocated)\b"
"""What begins the next thing that is asked for: `…, the percentage of children vaccinated`."""
_NUMBER_OF = regex(rf"\b(?:the|total|annual)\s+numbers?\s+of\s+(.+?)(?=,?\s+{_NEXT}|$)", re.IGNORECASE)
"""`the number of complaints received`."""
_WHAT_END = regex(
    rf"[.;:()]|,\s+by\b|,?\s+by {CRITERION}"
    r"|,?\s+(?:disaggregated|broken down|for (?:the|each|every)|over the|during|since|covering|between|"
    r"as from|(?:starting|beginning) (?:from|in|with)|from (?:[A-Z]\w+ )?\d{4}|in \d{4}|"
    r"in the (?:past|last|reporting)|including|indicating|specifying|as well as|together with|"
    r"and (?:on|the|information|please|indicate|describe|explain|provide|clarify))\b",
    re.IGNORECASE,
)
"""Where the name of what is counted ends, and what is said of whom, when and how begins."""


def find_asks(text: str, base: int | None, items: Sequence[str] = ()) -> Asks:
    """Return what an issue asks figures of.

    Args:
        text: its words.
        base: the last year for which figures can be given; None: not known, so that "the past five years" is not
            counted.
        items: those of the list behind it.
    """
    whole = ". ".join([text, *items])
    sentences = [one[:IMPORTED_SENTENCE] for one in _SENTENCE_END.split(whole) if _ASKS_FIGURES.search(one)]
    labels = [label for sentence in sentences for label in _indicators(sentence)]
    if _LEADS.search(text):
        labels += [label for item in items for label in _labels(item[:1].lower() + item[1:])]
    return Asks(
        indicators=tuple(AskedIndicator(label=label) for label in _unique(iter(labels))),
        years=tuple(sorted({year for sentence in sentences for year in _years(sentence, base)})),
        breakdowns=tuple(_unique(name for sentence in sentences for name in find_breakdowns(sentence))),
    )


def _unique(names: Iterator[str]) -> Iterator[str]:
    """Yield each name once, whatever its capitals; too long ones are none."""
    seen: set[str] = set()
    for name in names:
        if name and len(name) <= LABEL_CHARACTERS and name.casefold() not in seen:
            seen.add(name.casefold())
            yield name


# ---- years ----------------------------------------------------------------------------------------------------


def _years(sentence: str, base: int | None) -> Iterator[int]:
    for found in _SPAN.finditer(sentence):
        first, last = (int(year) for year in found.groups() if year)
        yield from _run(first, last)
    plain = _SINCE.sub("", _LED_IN.sub("", sentence))
    for found in _LISTED.finditer(plain):
        before = plain[: found.start(1)]
        if not _OF_EVENT.search(before) or _IS_COUNTED.search(before):
            yield from (int(year) for year in _YEAR.findall(found[1]))
    if base is None:
        return
    for found in _SINCE.finditer(sentence):
        yield from _run(int(found["since"] or found["starting"] or found["onward"]), base)
    for found in _PAST.finditer(sentence):
        count = CARDINALS.get(found[1].casefold()) or (
            int(found[1]) if found[1].isascii() and found[1].isdigit() else 0
        )
        yield from _run(base - count + 1, base)


def _run(first: int, last: int) -> range:
    """Return the years of a span; none where it is no span of years that a report could cover."""
    return range(first, last + 1) if 0 <= last - first < _MOST_YEARS and first > 0 else range(0)


# ---- indicators -----------------------------------------------------------------------------------------------


def _indicators(sentence: str) -> Iterator[str]:
    for pattern in (_ON, _NUMBER_OF, _WORKED_OUT):
        for found in pattern.finditer(sentence):
            for what in _AND_ON.split(found[1]) if pattern is _ON else (found[1],):
                yield from _labels(what, is_again=pattern is not _WORKED_OUT)


def _labels(what: str, *, is_again: bool = False) -> Iterator[str]:
    """Yield what is counted, without what says of whom and when; `is_again`: nothing that is read as a rate too."""
    end = _WHAT_END.search(what)
    label = _AND.sub("", what[: end.start()] if end else what).strip(" ,.")
    label = re.sub(r"^(?:the\s+)?(?:number\s+of\s+)?", "", label, count=1, flags=re.IGNORECASE).strip()
    is_again = is_again and _WORKED_OUT.match(f"the {label} ") is not None
    if len(label.split()) <= _LONGEST_LABEL and not _NOT_COUNTED.match(label) and not is_again:
        yield from _apart(label)


def _apart(label: str) -> Iterator[str]:
    """Yield each of several things that happen in one kind of cases: `reports and convictions in cases of rape`.

    The first may say of what alone: `complaints of torture, investigations and convictions`.
    """
    first = _OF_FIRST.fullmatch(label)
    steps = _JOINT.split(first[2]) if first else []
    if first and all(map(_PROCEEDING.fullmatch, steps)):
        yield from (first[1], *steps)
        return
    found = _SEVERAL.fullmatch(label)
    heads = _JOINT.split(found[1]) if found else []
    if found and (all(map(_PROCEEDING.search, heads)) or all(map(_PLURAL.fullmatch, heads))):
        yield from (f"{head} {found[2] or ''}".strip() for head in heads)
    else:
        yield label


_WORKED_OUT = regex(
    r"(?<!\bat )\b(?:the|their)\s+("
    r"(?:[\w-]+\s+){0,2}(?:budgets?|proportions?|percentages?|shares?|amounts?|prevalence|incidence)"
    r"\s+(?:of|allocated|for|devoted|earmarked|among)\b.*?"
    r"|(?:(?!proportion|percentage|share)[\w-]+\s+){1,3}(?:rates?|ratios?|gaps?)\b.*?"
    r")(?=,\s+(?:and\s+)?(?:on\s+)?the\s|\s+and\s+(?:on\s+)?the\s|$)",
    re.IGNORECASE,
)
"""`the proportion of women in the judiciary`, `the budget allocated to legal aid`, `the maternal mortality ratio`."""
_SEVERAL = regex(
    r"((?:[\w’-]+(?: [\w’-]+)?,\s+)*[\w’-]+(?: [\w’-]+)?,?\s+and\s+(?:[\w’-]+ )?[\w’-]+)"
    r"(?:\s+((?:in|of|for|against|on|under|into|by|concerning|involving|handed|related|relating|imposed|made)\b.+))?"
)
"""Several things before one preposition: `reports and convictions in cases of rape`."""
_JOINT = regex(r",?\s+and\s+|,\s+")
_OF_FIRST = regex(r"([\w’-]+ (?:of|by|against|for|concerning) [^,]+),\s+((?:[\w’-]+,\s+)*[\w’-]+,?\s+and\s+[\w’-]+)")
_PROCEEDING = regex(
    r"\b(?:reports|complaints|cases|allegations|investigations|inquiries|arrests|indictments|prosecutions|trials|"
    r"convictions|acquittals|sentences|judgments|penalties|sanctions|inspections|applications|requests|decisions)$",
    re.IGNORECASE,
)
"""What is counted at each step of a proceeding, so that each has a row of its own."""
_PLURAL = regex(r"[a-z]{3,}(?<!s)s")
"""One word for what is counted: `births, deaths and marriages` are three rows."""
_NOT_COUNTED = regex(
    r"(?:(?:current|general|overall|human rights|actual)\s+)*(?:situation|status|state|implementation|progress|impact|"
    r"measures|steps|efforts|developments|mechanisms|policies|legislation)\b",
    re.IGNORECASE,
)
"""What can be described and not counted: `statistics on the current situation of women`."""


_AND = regex(r"[\s,]+(?:and|or)[\s,]*$")
"""What a list leaves at the end of its item: `the number of complaints; and`."""
_LONGEST_LABEL = 25
"""Words of what figures are asked of; longer ones are whole sentences."""
