"""English numbers in words, ordinals, and the article before a figure."""

_ONES_TEXT = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ONES = _ONES_TEXT.split()
_TENS_TEXT = "_ _ twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = _TENS_TEXT.split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_HUNDRED, _THOUSAND, _TWENTY = 100, 1000, 20
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def cardinal(number: int) -> str:
    """A number from 0 to 999 in words: `eighty-four`, `one hundred and two`."""
    if number < _TWENTY:
        return _ONES[number]
    if number < _HUNDRED:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, _HUNDRED)
    return f"{_ONES[hundreds]} hundred" + (f" and {cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """A place in a ranking: in words to ninety-ninth, then in figures (`117th`)."""
    return _ordinal_in_words(number) if 0 < number < _HUNDRED else f"{number:,}{_suffix(number)}"


def opening_ordinal(number: int) -> str:
    """The same where it opens a sentence: never in figures below a thousand."""
    return _ordinal_in_words(number) if 0 < number < _THOUSAND else f"the {ordinal(number)}"


def _ordinal_in_words(number: int) -> str:
    words = cardinal(number)
    start, hyphen, last = words.rpartition("-") if "-" in words else words.rpartition(" ")
    if last in _ORDINALS:
        return start + hyphen + _ORDINALS[last]
    return start + hyphen + (last[:-1] + "ieth" if last.endswith("y") else last + "th")


def _suffix(number: int) -> str:
    """The ending of an ordinal in figures: `st`, `nd`, `rd`, `th`."""
    teens = 10 < number % _HUNDRED < 14  # noqa: PLR2004 - eleventh to thirteenth
    return "th" if teens else _SUFFIXES.get(number % 10, "th")


def article(written: str) -> str:
    """`an` before a figure or word that is spoken with a vowel first (8, 11, 18, 80, eight), else `a`."""
    whole = written.removesuffix("-fold").partition(".")[0].replace(",", "")
    if whole.isdigit():
        lead = whole[: len(whole) % 3 or 3]
        return "an" if whole.startswith("8") or lead in {"11", "18"} else "a"
    return "an" if written[:1] in "aeiou" else "a"


_FOLD_WORDS_TO = 9


def fold(figure: str, noun: str) -> str:
    """`a 2.5-fold decrease`, `a threefold increase`; whole numbers below ten are written as one word."""
    whole = figure.isdigit() and int(figure) <= _FOLD_WORDS_TO
    multiple = f"{cardinal(int(figure))}fold" if whole else f"{figure}-fold"
    bare = noun.partition(" ")[2] or noun
    return f"{article(multiple)} {multiple} {bare}"
