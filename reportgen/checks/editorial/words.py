"""Words that several rules know: months, numbers in words, what stands before a number that counts nothing."""

from reportgen.checks.editorial.passage import FIGURE
from reportgen.languages.en.numerals import cardinal
from reportgen.regex import regex

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = f"(?:{'|'.join(MONTHS)})"
NUMBER = r"(?<!\d)\d+(?:,\d{3}){0,8}(?:\.\d+)?"
"""A number in figures; it begins where its digits begin, so that a long one is looked at once."""
IN_WORDS = {cardinal(number): number for number in range(1, 100)}
"""The numbers from one to ninety-nine by their words."""
FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Four digits in this range are taken for a year."""
_NAMING = (
    "act acts annex appendix art article articles arts bill box call called calling case category chap chapter class"
    " clause code communication contract convention decision decree department dial dialling directive document"
    " edition entry extension family fax figure figures form goal goals grade group helpline helplines hotline"
    " hotlines house index indicator instruction issue item law letter level line lines lot model no nos notice number"
    " numbers objective office opinion option order ordinance page pages para paragraph paragraphs paras part patent"
    " petition phase phone point post principle prison procedure programme protocol quarter question recommendation"
    " regulation report resolution resolutions room rule rules school sect section sections series session site stage"
    " standard step subparagraph table target tel telephone text tier title type unit variant version volume ward zone"
)
NAMING = frozenset(_NAMING.split())
"""Words after which a number names something and counts nothing: `article 5`, `helpline 119`."""
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
