"""What a number in a sentence counts: its noun, the other words of its clause, and its period.

Two numbers state the same quantity where all three agree. The words of a clause are compared as sets of stems, without
the words that only hold sentences together; a place, a group or an article that is named in one clause alone therefore
keeps the two apart.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from reportgen.claims.forms.comparison import is_nested
from reportgen.claims.line import Line
from reportgen.claims.model import (
    Change,
    Claim,
    Comparison,
    Measure,
    PeriodKind,
    Quantity,
    StatedPeriod,
    StatedSeries,
)
from reportgen.languages.en.lexicon import (
    ADVERBS,
    CONJUNCTIONS,
    DENYING,
    DETERMINERS,
    LESS_OR_SHORTER,
    LINKING,
    MEMBERS,
    MORE_OR_LONGER,
    PREPOSITIONS,
    RELATIVES,
)
from reportgen.languages.words import word_set
from reportgen.model import Period

_SMALL = (PREPOSITIONS | DETERMINERS | CONJUNCTIONS | RELATIVES | ADVERBS | LINKING) - DENYING
_BREAKS = word_set("; but while whereas")
"""What ends a clause in any case; the others only between two numbers: `348 persons, and 12 officers`."""
_ENDS = _BREAKS | word_set(": , and")
_JOINTS = frozenset({",", "and", ":"})
_COMPARING = word_set("compared than versus")
_DEFINITE = word_set("the these those all")
_OTHER_GROUP = word_set("who whom which that whose with without in from of under for by at on aged among")
_AUXILIARIES = word_set("is are was were has have had will may can could must shall should")
_LONG_WORD = 5
"""Shorter words keep their ending, but for a plural: `used`, `acts`."""


class Stated(Struct, frozen=True):
    """A number of a line, with what it is said to count."""

    line: Line
    at: int
    quantity: Quantity
    noun: frozenset[str]
    """The stems of its noun; none where the sentence leaves it out."""
    words: frozenset[str]
    """The stems of the other words of its clause."""
    is_alone: bool
    """Whether its clause has no second number, and it neither stands in brackets, nor is compared with another one, nor
    is a part of one ("of whom", "including"): what it counts is then said by its clause alone."""
    refers_back: bool
    """Whether it speaks of what was counted before: `the 348 victims were …`."""


def state(line: Line, at: int, lead: str = "") -> Stated:
    """Return what the number at an index of a line is said to count.

    Args:
        line: whose quantities have their nouns and periods.
        at: the index.
        lead: the words that lead to the list in which the line stands; they belong to every clause of it.
    """
    quantity = line.quantity(at)
    first, last = _clause(line, at)
    depth = line.items[at].depth
    is_beside = any(
        first <= place < last and place != at and line.items[place].depth == depth for place in line.quantities
    )
    opener = range(_opener_end(line)) if first else ()
    low = [_stem(line.items[place].low) for place in (*opener, *range(first, last)) if _says(line, place, at)]
    noun = stems(quantity.noun)
    words = frozenset(filter(None, low)) | stems(lead)
    is_compared = any(_compares(line, place) for place in range(first, at))
    is_alone = not (is_beside or is_compared or depth > 0 or is_part_of_another(line, at) or _is_aged(line, at))
    return Stated(line, at, quantity, noun, words - noun, is_alone, _refers_back(line, at, last))


def _is_aged(line: Line, at: int) -> bool:
    """Return whether an age narrows what a number counts: `217 men over 60`."""
    place = at + 1 + len(line.quantity(at).noun.split())
    age = line.items[place].quantity if place < len(line.items) else None
    return age is not None and not age.is_exact  # "over 60" before a verb is read as a count


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that say something."""
    found = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    return frozenset(_stem(word) for word in found if word not in _SMALL)


@lru_cache(20_000)
def _stem(word: str) -> str:
    """Return a word without the ending of its number or its tense."""
    one = re.sub(r"(?<=[xh])es$|(?<=[a-z]{2}[^s])s$", "", word) if len(word) <= _LONG_WORD else word
    if len(one) < _LONG_WORD:
        return one  # "wages" as "wage", "taxes" as "tax"
    return re.sub(r"(?:ies|ied|y)$", "i", re.sub(r"(?:(?<=[^s])s|e|ed|es|ing)$", "", word))


def _says(line: Line, place: int, at: int) -> bool:
    """Return whether an item is one of the words by which two quantities are told apart."""
    item = line.items[place]
    return item.depth == line.items[at].depth and item.kind in "wcr" and item.low not in _SMALL


def _clause(line: Line, at: int) -> tuple[int, int]:
    """Return the indexes between which the clause of a number stands; commas and "and" end it towards other numbers."""
    depth = line.items[at].depth
    numbers = [one for one in line.quantities if line.items[one].depth == depth]
    place = numbers.index(at)
    before, behind = numbers[:place], numbers[place + 1 :]
    low, high = (before[-1] if before else 0), (behind[0] if behind else len(line.items))
    ends = _ENDS if before else _BREAKS
    marks = (place for place in range(low, at) if line.low(place) in ends and line.items[place].depth == depth)
    last = (
        place
        for place in range(at + 1, high)
        if line.items[place].depth == depth and _ends_clause(line, place, has_next=bool(behind))
    )
    return max(marks, default=low), next(last, high)


def _ends_clause(line: Line, place: int, *, has_next: bool) -> bool:
    """Return whether a clause ends at an item: the last comma or "and" before the next number begins another one."""
    low = line.low(place)
    if low in _BREAKS or _compares(line, place):
        return True
    following = next((at for at in line.quantities if at > place), len(line.items))
    return has_next and low in _JOINTS and not any(line.low(other) in _JOINTS for other in range(place + 1, following))


def _compares(line: Line, place: int) -> bool:
    """Return whether a word compares two values here: `against 260`, but not `crimes against women`."""
    low = line.low(place)
    if low in {"against", "from"}:
        return place + 1 < len(line.items) and line.items[place + 1].kind in "qp"
    return low in _COMPARING or (low in {"up", "down"} and line.low(place + 1) == "from")


def _opener_end(line: Line) -> int:
    """Return the index of the comma behind the words that open a sentence before its first number; else 0."""
    first = next(iter(line.quantities), 0)
    commas = [place for place in range(first) if line.low(place) == "," and line.items[place].depth == 0]
    return commas[0] if commas else 0


def _refers_back(line: Line, at: int, last: int) -> bool:
    """Return whether a number stands behind "the", "these", "all" and nothing narrows what it counts."""
    if line.low(at - 1) not in _DEFINITE:
        return False
    place = at + 1 + len(line.quantity(at).noun.split())
    following = line.low(place)
    if following in _OTHER_GROUP:
        return False
    verbs = [one for one in range(place, last) if line.low(one).endswith("ed") or line.low(one) in _AUXILIARIES]
    return following in _AUXILIARIES or len(verbs) <= 1


def refer(one: Stated, other: Stated) -> bool:
    """Return whether the later of two numbers with one noun speaks of the earlier: `The 348 victims …`."""
    first, second = sorted((one, other), key=lambda stated: stated.quantity.span.start)
    return second.refers_back and second.is_alone and not first.refers_back


_RUNNING = word_set("since by until till before after from")
"""Words before a period that make another one of it."""
_SAME_YEAR = frozenset({"that year", "the same year", "same year"})
_YEAR_BEFORE = frozenset(
    f"{article}{words}"
    for article in ("", "the ", "a ", "one ")
    for words in ("previous year", "preceding year", "prior year", "year before", "year earlier")
)
_YEAR_AFTER = frozenset({"the following year", "following year", "the next year", "next year", "a year later"})


def period_of(line: Line, quantity: Quantity, beside: Period | None) -> Period | None:
    """Return the period that governs a typed number, as project files write it; None where the text does not say.

    This is the one place in which the check asks for the time of a number.

    Args:
        line: in which the number stands.
        quantity: with the period that the grammar gave it.
        beside: of the figure that it stands beside, for `the previous year`; None: there is none.
    """
    read = quantity.period
    if read is None or read.kind is PeriodKind.DATE:
        return None
    if read.kind is PeriodKind.RELATIVE:
        return _relative(line, read, beside)
    at = next((at for at, item in enumerate(line.items) if item.period == read), 0)
    if line.low(at - 1) in _RUNNING:
        return None
    if beside is not None and is_split(read) and beside.months == read.months and not beside.is_year:
        return beside_year(beside, read.first[0]) if read.first else None
    try:
        return Period.parse(read.written)
    except ValueError:  # its months are not known, or its years lie outside those that data may have
        return None


def is_split(read: StatedPeriod) -> bool:
    """Return whether a period is a school or financial year, whose months its text does not tell: `2022/23`."""
    return read.kind is PeriodKind.YEAR and read.first is not None and read.first[1] != 1


def beside_year(beside: Period, year: int) -> Period:
    """Return the period of the same months as another one that begins in a year."""
    years = year - beside.start[0]
    return Period((beside.start[0] + years, beside.start[1]), (beside.end[0] + years, beside.end[1]))


def _relative(line: Line, read: StatedPeriod, beside: Period | None) -> Period | None:
    """Return the year that words speak of from another year: that of a figure, or the one named before them.

    `60 in the previous year and 50 the year before that` goes back twice; `from 1,058 in 2022 to 348 the following
    year` goes on from the only year that is named before.
    """
    if beside is None or not beside.is_year:
        return None
    words, at = read.text.casefold(), next(at for at, item in enumerate(line.items) if item.period == read)
    before = [item.period for item in line.items[:at] if item.period is not None]
    if words in _SAME_YEAR:
        return beside
    if words in _YEAR_BEFORE and line.low(at + 1) == "that":
        last = before[-1] if before else None
        named = _relative(line, last, beside) if last and last.kind is PeriodKind.RELATIVE else _year_of(last)
        return Period.of_year(named.year - 1) if named is not None else None
    if words in _YEAR_AFTER:
        years = {period.first for period in before}
        named = _year_of(before[-1]) if len(years) == 1 else None
        return Period.of_year(named.year + 1) if named is not None else None
    return Period.of_year(beside.year - 1) if words in _YEAR_BEFORE else None


def _year_of(read: StatedPeriod | None) -> Period | None:
    is_year = read is not None and read.kind is PeriodKind.YEAR and read.first is not None and read.first[1] == 1
    return Period.of_year(read.first[0]) if is_year and read is not None and read.first is not None else None


def words_behind(line: Line, at: int) -> frozenset[str]:
    """Return the stems of the words from a number to the end of its part of the sentence, periods passed over."""
    words: list[str] = []
    for item in line.items[at + 1 :]:
        if item.depth <= line.items[at].depth and (item.kind == "q" or item.low in {",", ";", "and", ")"}):
            break
        if item.depth == line.items[at].depth and item.kind in "wcr":
            words.append(item.low)
    return stems(" ".join(words))


def is_part_of_another(line: Line, at: int) -> bool:
    """Return whether a number only says more of another one: `including 130`, `of these, 130`."""
    before = range(max(0, at - _NEAR), at)
    return is_nested(line, at) or any(line.low(one) in MEMBERS and line.low(one + 1) == "," for one in before)


_NEAR = 4


def is_extent(line: Line, at: int) -> bool:
    """Return whether a number only says how far something went, where the grammar of claims reads no change.

    `54 below the 2022 figure`, `54 down on 2022`, `(-54 on 2022)`, and 58 of `down 54 on 2022 and up 58 on 2021`.
    """
    before, behind = line.low(at - 1), line.low(at + 1)
    last = at + len(line.quantity(at).noun.split())
    if last > at and line.low(last) in MORE_OR_LONGER | LESS_OR_SHORTER and line.low(last + 1) == "than":
        return True  # "ten complaints fewer than in 2022"
    if before in _MOVED and line.low(at - 2) in {"and", "but"}:
        return True
    is_signed = before in _SIGNS and line.low(at - 2) == "(" and behind in _FROM
    return is_signed or behind in {"below", "above"} or (behind in _MOVED and line.low(at + 2) == "on")


_MOVED, _SIGNS = word_set("up down"), word_set("+ - – −")
_FROM = word_set("on over since from compared against")


def are_same_measure(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities measure the same; money in the same currency."""
    return one.measure is other.measure and (one.measure is not Measure.MONEY or one.unit == other.unit)


def head_of(label: str) -> frozenset[str]:
    """Return the stem of the noun that a label begins with: `victims` of `victims who received compensation`."""
    words = re.split(r"\b(?:who|whom|that|which|of|in|for|by|on|to|against|under|with|from|related|committed)\b", label)
    last = words[0].split()[-1:]
    return stems(" ".join(last))


def members_of(claim: Claim) -> Sequence[Quantity]:
    """Return the numbers that a claim says to be values of one series."""
    match claim:
        case Comparison():
            return [claim.current, *claim.earlier]
        case Change():
            return [quantity for quantity in (claim.start, claim.end) if quantity is not None]
        case StatedSeries():
            return claim.points
        case _:
            return ()
