"""Words that several rules know: months, numbers in words, what stands before a number that counts nothing."""

from reportgen.checks.editorial.passage import FIGURE
from reportgen.languages.en.editorial import NAMING
from reportgen.languages.en.numerals import CARDINALS
from reportgen.regex import regex

NUMBER = r"(?<!\d)\d+(?:,\d{3}){0,8}(?:\.\d+)?"
"""A number in figures; it begins where its digits begin, so that a long one is looked at once."""
IN_WORDS = {word: number for word, number in CARDINALS.items() if number}
"""The numbers from one to ninety-nine by their words."""
FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Four digits in this range are taken for a year."""
_BEFORE = regex(r"([\w’'-]+)\.?[\s(]*$")


def word_before(text: str, index: int) -> str:
    """Return the word right before an index, or nothing."""
    found = _BEFORE.search(text[max(0, index - 40) : index])
    return found[1] if found else ""


def names_something(text: str, index: int) -> bool:
    """Return whether the number at an index is the number of something: `Order No. 264`, `article 14`, `Goal 5`."""
    before = word_before(text, index)
    return before.casefold() in NAMING or text[max(0, index - 4) : index].rstrip().endswith(("№", "#", "/"))


def is_year(digits: str) -> bool:
    """Return whether digits are taken for a year."""
    return len(digits) == len("2024") and digits.isdigit() and FIRST_YEAR <= int(digits) <= LAST_YEAR


ANY_FIGURE = rf"(?:{NUMBER}|{FIGURE})"
