"""Typed numbers that are said to be all of a figure from data, or a part of it."""

import re

from reportgen.checks.beside import CLOSING
from reportgen.checks.named_parts import meanings
from reportgen.checks.stated import Stated, are_same_measure, stems
from reportgen.claims.line import Line
from reportgen.languages.en.lexicon import AUXILIARIES, PREPOSITIONS
from reportgen.languages.words import word_set
from reportgen.model import Indicator
from reportgen.regex import regex

_TOTAL = r"(?:in (?:all|total|number)|altogether|overall|all told|together)"
_IS_TOTAL = regex(rf"(?:\s+[a-z][a-z-]*){{0,3}}?\s+{_TOTAL}\s*[),.;–—]")
_IS_RATE = regex(
    r"(?:\s+[a-z-]+){0,2}?\s+(?:a|per|each|every)\s+(?:working\s+)?(?:day|week|month|year|person|victim|case)\b"
)
"""`2,500 orders, i.e. 208 a month` totals nothing."""
_TOTAL_BEFORE = regex(r"(?:\(|,|–|—)\s*(?:a total of|in all|in total|altogether|that is|i\.e\.,?|namely)\s*$")


def is_total_of(line: Line, first: Stated, second: Stated, nouns: frozenset[str]) -> bool:
    """Return whether the second of two numbers is all of the first, which is the only one before it.

    `131 women and 217 men (348 in all)` totals two numbers, `350 persons (348 in all)` repeats one.
    """
    if line.quantities.index(second.at) != line.quantities.index(first.at) + 1:
        return False
    if any(are_same_measure(line.quantity(at), first.quantity) for at in line.quantities if at < first.at):
        return False
    between = line.text[first.quantity.end : second.quantity.span.start]
    is_apart = re.search(r"[(,–—]\s*(?:[a-z. ,]*)$", between) is not None and ";" not in between
    if not second.noun <= first.noun | nouns:
        return False
    return is_apart and is_said_total(line, second) and re.search(r"\b(?:whom|which|including)\b", between) is None


def is_said_total(line: Line, stated: Stated) -> bool:
    """Return whether a number is said to be all of those before it: `348 in all`, `(a total of 348)`."""
    behind = line.text[stated.quantity.end : line.span.end]
    if _IS_RATE.match(behind):
        return False
    before = line.text[line.span.start : stated.quantity.span.start]
    return (_IS_TOTAL.match(behind) or _TOTAL_BEFORE.search(before)) is not None


def part_of_total(typed: Stated, total: int, indicator: Indicator, nouns: frozenset[str]) -> int | None:
    """Return the part that a number before its total states: 131 of `131 women and 217 men, 348 in all`; else None.

    Args:
        typed: the number.
        total: the index of the item of the total.
        indicator: of that figure.
        nouns: the stems of the words that may stand behind it.
    """
    line, parts = typed.line, _meanings(indicator, nouns)
    listed = [at for at in line.quantities if at < total]
    named = [_words(line, one + 1, _next(line, one)) - nouns for one in listed]
    found = [parts.index(one) if one in parts else None for one in named]
    divided = {indicator.breakdown[part].by for part in found if part is not None}
    is_list = None not in found and len(set(found)) == len(listed) > 1 and len(divided) == 1
    return found[listed.index(typed.at)] if is_list else None


def part_named(typed: Stated, indicator: Indicator, nouns: frozenset[str]) -> int | None:
    """Return the part of an indicator that the words of a line name, and no others: `Women: 131`; else None."""
    named = _words(typed.line, 0, len(typed.line.items)) - nouns
    found = [index for index, part in enumerate(_meanings(indicator, nouns)) if part == named]
    return found[0] if len(found) == 1 and named else None


def part_joined(
    typed: Stated, beside: Stated, indicator: Indicator, nouns: frozenset[str]
) -> tuple[int | None, int | None]:
    """Return the parts that two numbers joined by "and" or a comma are said to be; None for what is no part.

    Nothing more may be said of either: not `131 women in Almaty and 217 men in Astana`.

    Args:
        typed: the number.
        beside: the figure.
        indicator: of that figure.
        nouns: the stems of the words that may stand behind it.
    """
    line, parts = typed.line, _meanings(indicator, nouns)
    first, second = sorted((typed.at, beside.at))
    ends = [_noun_end(line, at) for at in (first, second)]
    is_joined = line.low(ends[0]) == "and" and ends[0] + 1 == second
    is_whole = ends[1] == len(line.items) or line.low(ends[1]) in AUXILIARIES | CLOSING - {""}
    is_whole |= line.low(ends[1]).endswith("ed")
    if not (is_joined and is_whole):
        return None, None
    one, other = (_words(line, at + 1, ends[at == second]) for at in (typed.at, beside.at))
    if one & nouns != other & nouns:
        return None, None  # "650 women and 560 male judges were trained"
    index = {part: number for number, part in enumerate(parts)}
    return index.get(one - nouns), index.get(other - nouns)


def _noun_end(line: Line, at: int) -> int:
    """Return the index behind the noun of a number, with its "of": `217 victims of forced labour`."""
    ends = AUXILIARIES | _QUALIFYING | PREPOSITIONS - {"of"} | {"and", "or"}
    end = at + 1
    while line.kind(end) == "w" and line.low(end) not in ends and not _is_participle(line, end):
        end += 1
    return end


def _is_participle(line: Line, at: int) -> bool:
    """Return whether a participle says more of a noun: not `forced` of `victims of forced labour`."""
    return line.low(at).endswith("ed") and line.low(at - 1) != "of"


def _meanings(indicator: Indicator, nouns: frozenset[str]) -> list[frozenset[str]]:
    """Return what the labels of the parts mean, without the words that stand behind any of them."""
    labels = (part.name.casefold().split() for part in indicator.breakdown)
    return [meanings(word for word in label if word not in _LINKS) - nouns for label in labels]


_OPENING = word_set("whom which including include includes included comprising (")
"""Behind a figure: what follows is a part of it."""
_THEM = word_set("them these those")
_THOSE = _THEM | {"whom", "which"}
_LINKS = {"among"} | AUXILIARIES | _OPENING | _THEM | word_set("of and or the rest others remainder remaining , ) .")
_QUALIFYING = word_set("who which whose that where")
_STOPS = word_set("; : but while whereas")


def part_stated(typed: Stated, whole: int | None, indicator: Indicator, nouns: frozenset[str]) -> int | None:
    """Return the index of the part of a breakdown that a typed number states; None where that is not certain.

    From the opening of the list to the end of its clause each number has the words of one part, and no others stand
    there: of "800 women who had children", "of whom 800 women and 600 men appealed" and "80 women and 90 men in Almaty"
    the data do not tell.

    Args:
        typed: the number.
        whole: the index of the item of the figure of which it is a part, in the line of both; None: it is that of the
            sentence before, which the number then must point back to (`Of these, 80 were women`).
        indicator: of that figure.
        nouns: the stems of the words that may stand behind it.
    """
    line, at = typed.line, typed.at
    is_of_them = line.low(at + 1) == "of" and line.low(at + 2) in _THOSE
    between = [one for one in line.quantities if whole is not None and whole < one < at]
    if is_of_them and any(line.low(one + 1) != "of" or line.low(one + 2) not in _THOSE for one in between):
        return None  # "348 victims, of whom 150 were helped, 90 of them women"
    if whole is None:
        opening = 0 if line.low(0) == "of" and line.low(1) in _THEM else at if is_of_them else None
    else:
        before = at - 1 - _is_bracketed(line, at)  # "and the rest (23) were dismissed"
        opened = (one for one in range(before, whole, -1) if line.low(one) in _OPENING | {":"} or _opens(line, one))
        opening = next(opened, at if is_of_them else _opening_comma(line, whole, at))
    stops = range(opening + (line.low(opening) == ":"), at) if opening is not None else ()
    if opening is None or (not is_of_them and any(line.low(one) in _STOPS for one in stops)):
        return None
    parts, end = _meanings(indicator, nouns), _end(line, at)
    listed = [at, *(place for place in line.quantities if opening < place < end and place != at)]
    named = [_words(line, one + 1, min(_next(line, one), end)) - nouns for one in listed]
    others = _words(line, opening, end) - nouns.union(*named)
    found = [index for index, part in enumerate(parts) if part == named[0]]
    is_list = all(not one or one in parts for one in named) and not others
    return found[0] if is_list and named[0] and len(found) == 1 else None


def whole_stated(typed: Stated, part: Stated, nouns: frozenset[str], label: frozenset[str]) -> bool:
    """Return whether a number is the whole of a part: `90 of the 640 judges were women`, `Of the 640 judges, 90`.

    Nothing more may be said of it, as of `the 90 judges in the capital`, and what its label says must be said.

    Args:
        typed: the number.
        part: the figure of the part.
        nouns: the stems of the words that may stand behind the whole.
        label: those of its label.
    """
    line, of, end = typed.line, typed.at - 1, typed.at + 1 + len(typed.quantity.noun.split())
    of -= line.low(of) in {"the", "all"}
    if not typed.noun or not typed.noun <= nouns or line.low(of) != "of":
        return False
    more = label - nouns
    if more and not more & (typed.words | part.words):
        return False
    if part.at > typed.at:
        return (
            of == line.clauses[typed.at]
            and line.low(end) == ","
            and line.quantities.index(part.at) - line.quantities.index(typed.at) == 1
        )
    between = {item.low for item in line.items[part.at + 1 : of]}
    is_behind = stems(" ".join(between - {"out"})) <= part.noun
    return is_behind and line.low(end) in AUXILIARIES | CLOSING


def _opening_comma(line: Line, whole: int, at: int) -> int | None:
    """Return the comma behind which a list of parts begins: `Of the 348 victims, 131 were women and 217 were men`.

    Or one that ends the sentence: `348 victims were identified, 131 women and 217 men`.
    """
    commas = [one for one in range(whole, at) if line.low(one) == "," and line.kind(one + 1) == "q"]
    if not commas or any(whole < one < commas[0] for one in line.quantities):
        return None
    listed = [one for one in line.quantities if one > commas[0]]
    is_of = line.low(0) == "of" and whole <= _OPENED
    is_last = len(listed) > 1 and AUXILIARIES.isdisjoint(line.words(commas[0], len(line.items)))
    return commas[0] if is_of or is_last else None


_OPENED = 3


def _opens(line: Line, at: int) -> bool:
    """Return whether `among them` begins at an index."""
    return line.low(at) == "among" and line.low(at + 1) in _THEM


def _words(line: Line, first: int, last: int) -> frozenset[str]:
    """Return what the words of some items mean, without those that only link parts with their whole."""
    return meanings(item.low for item in line.items[first:last] if item.kind in "wcr" and item.low not in _LINKS)


def _end(line: Line, at: int) -> int:
    """Return the index at which the list of a number ends: at the bracket around it, at a mark, or before the verb.

    Behind a comma after its last number comes the verb of the whole, `…, including 80 women, were heard`; "who" and
    "which" would say more of the part.
    """
    depth = line.items[at].depth - _is_bracketed(line, at)
    for place in range(at, len(line.items)):
        low = line.low(place)
        if low in _STOPS or line.items[place].depth < depth:
            return place
        is_last = low == "," and not any(place < number for number in line.quantities)
        if is_last and line.low(place + 1) not in _QUALIFYING:
            return place
    return len(line.items)


def _is_bracketed(line: Line, at: int) -> bool:
    """Return whether a number stands alone in brackets, behind or before its noun: `the rest (23) were dismissed`."""
    return line.low(at - 1) == "(" and line.low(at + 1) == ")"


def _next(line: Line, at: int) -> int:
    """Return the index of the next number, or of the comma or "and" before it."""
    ends = (
        place
        for place in range(at + 1 + _is_bracketed(line, at), len(line.items))
        if line.items[place].kind == "q" or line.low(place) in {",", "and", ")"}
    )
    return next(ends, len(line.items))
