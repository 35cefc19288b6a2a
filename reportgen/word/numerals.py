"""Numbers in a text: where they stand, and what they are worth however they are written.

`1,058`, `1 058` and `1058` are one value, as are `nine` and `9`; so a changed spelling is no changed figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.regex import regex

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ONE = rf"(?:{'|'.join(sorted(_ONES[1:], key=len, reverse=True))})"
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[-\u2011\s](?:{'|'.join(_ONES[1:10])})\b(?!\s+hundred\b))?|{_ONE})"
_ENDS = rf"\b(?!-|\s+(?:{'|'.join(_SCALES)})\b)"
"""After a part that is added to what stands before: “one hundred and two hundred” are two numbers."""
_HUNDREDS = rf"(?:a|{_SMALL})\s+hundred\b(?:\s+(?:and\s+)?{_SMALL}\b(?!-|\s+hundred\b))?"
_GROUP = rf"(?:{_HUNDREDS}|{_SMALL})"
_REST = rf"(?:(?:,\s+{_HUNDREDS}|\s+(?:and\s+)?{_GROUP}){_ENDS})?"
_SPELLED = (
    rf"(?:(?:{_HUNDREDS}|a|{_SMALL})\s+million\b(?:,?\s+(?:and\s+)?{_GROUP}\s+thousand\b)?{_REST}"
    rf"|(?:{_HUNDREDS}|a|{_SMALL})\s+thousand\b{_REST}|{_GROUP}|zero)"
)
"""`sixty-five`, `one hundred and sixty-five`, `two thousand three hundred`."""
_BLANKS = " \u00a0\u2009\u202f"
_DIGITS = rf"\d{{1,3}}(?:[,{_BLANKS}]\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_BEGINNING = r"(?=a\s|e[il]|f[io]|ni|on|s[ei]|t[ehw]|z)"
"""How number words begin: most words of a text are passed over by it."""
NUMBER = regex(rf"(?<![\w.,/])(?:{_DIGITS})|\b{_BEGINNING}{_SPELLED}\b", re.IGNORECASE)
_NAMED = regex(
    r"(?:paragraphs?|paras?\.|articles?|arts?\.|sections?|tables?|nos?\.|annex(?:es)?|chapters?|decree|act)\s+"
    r"(?:[\d,\s–-]|and)*$",
    re.IGNORECASE,
)
_MONTH = regex(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.IGNORECASE
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


class Number(Struct, frozen=True):
    """A number in a text."""

    text: str
    value: Decimal
    start: int
    end: int


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of a text, in digits or words."""
    for match in NUMBER.finditer(text):
        yield Number(match.group(), _value(match.group()), match.start(), match.end())


def is_quantity(number: Number, text: str) -> bool:
    """Whether a number counts something: no year or day, no paragraph's name, and not the pronoun “one”."""
    is_whole = number.text.isdigit()
    is_year = is_whole and len(number.text) == 4 and _FIRST_YEAR <= number.value <= _LAST_YEAR  # noqa: PLR2004 - as years are
    is_day = is_whole and bool(_MONTH.match(text, number.end))
    is_name = bool(_NAMED.search(text[max(0, number.start - 60) : number.start]))
    is_pronoun = number.text.casefold() == "one"
    return not (is_year or is_day or is_name or is_pronoun)


def is_same(old: str, new: str) -> bool:
    """Whether two texts say the same value in the same words, however the numbers in them are written."""
    return worth(old) == worth(new)


def worth(text: str) -> tuple[tuple[Decimal, ...], str]:
    """The values of a text and its words: equal for two texts that say the same, however its numbers are written."""
    numbers = tuple(number.value for number in find_numbers(text))
    words = " ".join(NUMBER.sub(" ", text).casefold().split())
    return numbers, words.replace("per cent", "%")


def _value(text: str) -> Decimal:
    return Decimal(re.sub(rf"[,{_BLANKS}]", "", text)) if text[0].isdigit() else Decimal(_spelled(text))


def _spelled(text: str) -> int:
    """The value of number words: `two thousand three hundred` is (2) × 1,000 + (3 × 100)."""
    total, group = 0, 0
    for word in re.findall(r"[a-z]+", text.casefold()):
        scale = _SCALES.get(word, 0)
        if scale > 100:  # noqa: PLR2004 - hundreds stay within their group
            total, group = total + group * scale, 0
        elif scale:
            group *= scale
        else:
            group += 1 if word == "a" else _WORDS.get(word, 0)
    return total + group
