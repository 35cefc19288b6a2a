"""Numbers in a text: where they stand, and what they are worth however they are written.

`1,058`, `1 058` and `1058` are one value, as are `nine` and `9`; so a changed spelling is no changed figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import islice

from msgspec import Struct

from reportgen.languages.en.months import MONTH
from reportgen.languages.en.numerals import TENS, UNITS_IN_WORDS, read_cardinal
from reportgen.regex import regex

_BLANKS = " \u00a0\u2009\u202f"
_BETWEEN = f",'’\u066c{_BLANKS}"
"""What stands between thousands: a comma, a blank, an apostrophe, the Arabic sign."""
_DIGITS = rf"\d{{1,3}}(?:[{_BETWEEN}]\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_BEGINNING = r"(?=a\s|e[il]|f[io]|ni|on|s[ei]|t[ehw]|z)"
"""How number words begin: most words of a text are passed over by it."""
_FIRST = "|".join(sorted(UNITS_IN_WORDS.keys() | TENS.keys(), key=len, reverse=True))
_START = regex(rf"(?<![\w.,/])(?:{_DIGITS})|\b{_BEGINNING}(?:{_FIRST}|a)\b", re.IGNORECASE)
_WORD = regex(rf"(?:{'|'.join(TENS)})[-\u2011](?:{_FIRST})\b|[a-z]+|\S", re.IGNORECASE)
_LONGEST = 24
"""Words of a number that are read."""
_NAMED = regex(
    r"(?:paragraphs?|paras?\.|articles?|arts?\.|sections?|tables?|nos?\.|annex(?:es)?|chapters?|decree|act)\s+"
    r"(?:[\d,\s–-]|and)*$",
    re.IGNORECASE,
)
_MONTH = regex(rf"\s{MONTH}\b", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class PrintedNumber(Struct, frozen=True):
    """A number in a text."""

    text: str
    value: Decimal
    start: int
    end: int


@lru_cache(maxsize=256)
def find_numbers(text: str) -> tuple[PrintedNumber, ...]:
    """Return every number of a text, in digits or words; each figure of an edited text asks for them again."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[PrintedNumber]:
    at = 0
    while match := _START.search(text, at):
        start, at = match.span()
        if text[start].isdigit():
            yield PrintedNumber(match.group(), Decimal(re.sub(rf"[{_BETWEEN}]", "", match.group())), start, at)
            continue
        words = list(islice(_WORD.finditer(text, start), _LONGEST))
        found = read_cardinal([word.group().lower().replace("\u2011", "-") for word in words])
        if found is not None:
            at = words[found.used - 1].end()
            yield PrintedNumber(text[start:at], Decimal(found.value), start, at)


def is_quantity(number: PrintedNumber, text: str) -> bool:
    """Return whether a number counts something: no year or day, no paragraph's name, and not the pronoun “one”."""
    is_whole = number.text.isdigit()
    is_year = is_whole and len(number.text) == 4 and _FIRST_YEAR <= number.value <= _LAST_YEAR
    is_day = is_whole and bool(_MONTH.match(text, number.end))
    is_name = bool(_NAMED.search(text[max(0, number.start - 60) : number.start]))
    is_pronoun = number.text.casefold() == "one"
    return not (is_year or is_day or is_name or is_pronoun)


def is_same(old: str, new: str) -> bool:
    """Return whether two texts say the same value in the same words, however the numbers in them are written."""
    return worth(old) == worth(new)


def worth(text: str) -> tuple[tuple[Decimal, ...], str]:
    """Return the values of a text and its words: equal for two texts that say the same, however numbers are written."""
    numbers = find_numbers(text)
    edges = [0, *(edge for number in numbers for edge in (number.start, number.end)), len(text)]
    rest = " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(number.value for number in numbers), " ".join(rest.casefold().split()).replace("per cent", "%")
