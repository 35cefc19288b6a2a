"""English numbers in words, written and read: cardinals, ordinals, multiples, and the article before a figure."""

from collections.abc import Sequence
from typing import NamedTuple

_SMALL = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_HUNDRED, _TWENTY, _DOZEN = 100, 20, 12
UNITS_IN_WORDS = {word: number for number, word in enumerate(_SMALL.split())}
"""The words for the numbers from 0 to 19."""
TENS = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_PRINTED_SCALES = {1_000_000_000: "billion", 1_000_000: "million", 1_000: "thousand"}
_WORDS = {number: word for word, number in (UNITS_IN_WORDS | TENS).items()}
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


# ---- writing --------------------------------------------------------------------------------------------------


def cardinal(number: int) -> str:
    """Return a number from 0 to 999,999,999,999 in words: `eighty-four`, `two thousand three hundred`."""
    for scale, word in _PRINTED_SCALES.items():
        if number >= scale:
            count, rest = divmod(number, scale)
            return f"{cardinal(count)} {word}" + (" and " if 0 < rest < _HUNDRED else " " if rest else "") + _rest(rest)
    if number >= _HUNDRED:
        hundreds, rest = divmod(number, _HUNDRED)
        return f"{_WORDS[hundreds]} hundred" + (" and " if rest else "") + _rest(rest)
    if number < _TWENTY or number % 10 == 0:
        return _WORDS[number]
    return f"{_WORDS[number - number % 10]}-{_WORDS[number % 10]}"


def _rest(number: int) -> str:
    return cardinal(number) if number else ""


def ordinal(number: int) -> str:
    """Return a place in a ranking: in words to ninety-ninth, then in figures (`117th`)."""
    return _ordinal_in_words(number) if 0 < number < _HUNDRED else f"{number:,}{_suffix(number)}"


def opening_ordinal(number: int) -> str:
    """Return the same where it opens a sentence: never in figures below a thousand."""
    return _ordinal_in_words(number) if 0 < number < 1000 else f"the {ordinal(number)}"  # a thousand


def _ordinal_in_words(number: int) -> str:
    words = cardinal(number)
    start, hyphen, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    if last in _ORDINALS:
        return start + hyphen + _ORDINALS[last]
    return start + hyphen + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def _suffix(number: int) -> str:
    """Return the ending of an ordinal in figures: `st`, `nd`, `rd`, `th`."""
    teens = 10 < number % _HUNDRED < 14  # eleventh to thirteenth
    return "th" if teens else _SUFFIXES.get(number % 10, "th")


def article(written: str) -> str:
    """Return `an` before a figure or word that is spoken with a vowel first (8, 11, 18, 80, eight), else `a`."""
    whole = written.removesuffix("-fold").partition(".")[0].replace(",", "")
    if whole.isdigit():
        lead = whole[: len(whole) % 3 or 3]
        return "an" if whole.startswith("8") or lead in {"11", "18"} else "a"
    return "an" if written[:1] in "aeiou" else "a"


def fold(figure: str, noun: str) -> str:
    """Return `a 2.5-fold decrease`, `a threefold increase`; whole numbers below ten are written as one word."""
    whole = figure.isdigit() and int(figure) < 10  # the manual writes numbers below ten in words
    multiple = f"{cardinal(int(figure))}fold" if whole else f"{figure}-fold"
    bare = noun.partition(" ")[2] or noun
    return f"{article(multiple)} {multiple} {bare}"


# ---- reading --------------------------------------------------------------------------------------------------

CARDINALS = {cardinal(number): number for number in range(_HUNDRED)}
"""The numbers from zero to ninety-nine by their words: `sixty-five`."""
ORDINALS = {ordinal(number): number for number in range(1, _HUNDRED)}
"""The places from first to ninety-ninth by their words: `sixty-second`."""
SCALES = {
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "thous": 1_000,
    "thsd": 1_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
}
"""What multiplies the number before it."""
SHORT_SCALES = {word: SCALES[word] for word in ("thous", "thsd", "mn", "mln", "bn", "bln")} | {"th": 1_000}
"""Those that may have a stop, and the one that must, beside `the 4 th of May`: `39.2 th. persons`, `4.1 mln. euros`."""
FIRST_WORDS = CARDINALS.keys() | {"a", "an"}
"""The words with which a number in words may begin."""
_LARGEST_DIGITS = 18
"""Figures longer than this are no place in a ranking."""


class Cardinal(NamedTuple):
    """A number in words that was read."""

    value: int
    used: int
    """How many words it took."""
    step: int
    """What the last of its words multiplies: 1,000 of `two thousand`, 1 of `two thousand three hundred`."""


def read_cardinal(words: Sequence[str]) -> Cardinal | None:
    """Return the number that begins at the first word; None where none does.

    A smaller group goes on where its scale is smaller: `two thousand three hundred` is 2,300, `one thousand and two
    thousand` begins with 1,000. A comma joins only what cannot be a number of its own kind: `two thousand, three
    hundred` is 2,300 but `two thousand, three of them` and `two thousand, three hundred of them` begin with 2,000.
    `Two and a half million` is 2,500,000, `two dozen` 24 in steps of twelve, `half a dozen` six.

    Args:
        words: words in small letters with plain hyphens; a comma between them is a word of its own.
    """
    if list(words[: len(_HALF_A_DOZEN)]) == _HALF_A_DOZEN:
        return Cardinal(_DOZEN // 2, len(_HALF_A_DOZEN), _DOZEN // 2)
    first = _read_group(words, 0)
    if first is None:
        return None
    value, used = first
    if _word(words, used) == "dozen":
        return Cardinal(value * _DOZEN, used + 1, _DOZEN)
    if half := _half(words, used):
        return Cardinal(value * half + half // 2, used + 4, half // 10)
    total, limit, step = 0, max(SCALES.values()) + 1, 1
    while (scale := SCALES.get(_word(words, used), 0)) and scale < limit:
        total, used, limit, step = total + value * scale, used + 1, scale, scale
        following = _read_rest(words, used, limit)
        if following is None:
            return Cardinal(total, used, step)
        value, used, step = following[0], used + following[1], 1
    return Cardinal(total + value, used, step)


_HALF_A_DOZEN = ["half", "a", "dozen"]


def _half(words: Sequence[str], at: int) -> int:
    """Return the scale behind `and a half`, else 0."""
    return SCALES.get(_word(words, at + 3), 0) if list(words[at : at + 3]) == ["and", "a", "half"] else 0


def _read_rest(words: Sequence[str], at: int, limit: int) -> tuple[int, int] | None:
    """Return the group that goes on from a scale, with its words and those before it; None where none does."""
    joint = _word(words, at)
    skipped = 1 if joint in {"and", ","} else 0
    group = None if _word(words, at + skipped) in {"a", "an", "zero"} else _read_group(words, at + skipped)
    if group is None or group[0] >= limit:
        return None
    after = _word(words, at + skipped + group[1])
    scale = SCALES.get(after, 0)
    is_own = after == "hundred" or scale >= limit
    is_listed = joint == "," and not scale and (group[0] < _HUNDRED or after == "of")
    return None if is_own or is_listed else (group[0], skipped + group[1])


def _read_group(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return a number below a thousand, or `twelve hundred`, and how many words it takes."""
    if _word(words, at) in {"a", "an"}:
        small: tuple[int, int] | None = (1, 1)
        if _word(words, at + 1) != "hundred":
            return small if _word(words, at + 1) in {"thousand", "million", "billion", "dozen"} else None
    else:
        small = _read_small(words, at)
    if small is None or not small[0] or _word(words, at + small[1]) != "hundred":
        return small
    value, used = small[0] * _HUNDRED, small[1] + 1
    skipped = 1 if _word(words, at + used) == "and" else 0
    rest = _read_small(words, at + used + skipped)
    if rest is None or not rest[0] or _word(words, at + used + skipped + rest[1]) == "hundred":
        return value, used
    return value + rest[0], used + skipped + rest[1]


def _read_small(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Return a number below a hundred, and how many words it takes: `twenty-five`, `twenty five`."""
    word = _word(words, at)
    value = CARDINALS.get(word)
    unit = UNITS_IN_WORDS.get(_word(words, at + 1), 0) if word in TENS else 0
    if value is not None and 0 < unit < 10 and _word(words, at + 2) != "hundred":  # one to nine
        return value + unit, 2
    return None if value is None else (value, 1)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def read_ordinal(word: str) -> int | None:
    """Return the place that a word in small letters names: `sixty-second` and `62nd` are 62; None for other words."""
    if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdecimal() and len(word) < _LARGEST_DIGITS:
        return int(word[:-2])
    return ORDINALS.get(word)


FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    ordinal(number) + ending: number for number in range(3, 11) for ending in ("", "s")
}
"""What stands below the line of a fraction, by its word: `thirds` of `two thirds`."""
FOLDS = {f"{cardinal(number)}{hyphen}fold": number for number in range(2, 11) for hyphen in ("", "-")}
"""Multiples by their words: `threefold`, `two-fold`."""
