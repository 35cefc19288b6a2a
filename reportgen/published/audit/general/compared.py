"""Compare two values: which is the earlier, whether words hold them against each other, what a sentence names."""

from reportgen.languages.en.lexicon import DOWN, LESS, MORE, SAYING_LITTLE, UP
from reportgen.languages.en.months import MONTH_NUMBERS
from reportgen.languages.words import word_set
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.regex import regex

COMPARED = regex(
    r"\b(?:compared|comparison|against|versus|vs?|relative to|as opposed|above|from|than"
    r"|(?:last|previous|preceding) year|year (?:before|earlier))\b"
)
_LETTERS = regex(r"\b(?:[a-z]{5,}|born|died|dead|wed|hurt)\b")
STEM = 5
"""Letters by which words are one: `murders` and `murdered`, `arrivals` and `arrived`."""
EVENTS = {
    **dict.fromkeys(("born", "births", "birth", "babies", "newborns"), "birth"),
    **dict.fromkeys(
        ("died", "dead", "deaths", "death", "fatalities", "fatality", "killed", "killing", "lives"), "death"
    ),
    **dict.fromkeys(("murders", "murdered", "murder", "homicides", "homicide", "slain"), "death"),
    **dict.fromkeys(("injured", "injuries", "wounded", "hurt"), "hurt"),
    **dict.fromkeys(("marriages", "married", "marriage", "couples", "wed", "weddings"), "marriage"),
}
"""Words for one event, whatever they begin with."""
_COMMON = "according billion cases compared dollars million number percent period police previous recorded reported"
_CHANGE_WORDS = MONTH_NUMBERS.keys() | UP | DOWN | MORE | LESS | word_set(_COMMON)
_TIMES = 4
"""Values that lie further apart in two sentences are of two things."""


def have_common_noun(words: str, other: str) -> bool:
    """Return whether two texts in small letters have a word in common that names something."""
    return not _names(words).isdisjoint(_names(other))


def _names(words: str) -> set[str]:
    """Return the words of a text that name something, each by what it has in common with others for it."""
    found = set(_LETTERS.findall(words)) - SAYING_LITTLE - _CHANGE_WORDS
    return {EVENTS.get(word, word[:STEM]) for word in found}


def are_of_one_size(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Return whether values of two sentences may be one thing at two times: not guests of a country and of all."""
    small, large = sorted((one.quantity.value, other.quantity.value))
    return large <= _TIMES * small


def are_compared(first: PlacedNumber, second: PlacedNumber) -> bool:
    """Return whether a word between two values compares them: `40, against 30`, `from 56 to 72 per cent`."""
    is_from = first.before.endswith((" from ", "(from ")) and _GOES_ON_TO.fullmatch(second.before) is not None
    is_held = first.is_earlier and first.before.startswith("compared ")  # "Compared with 2020 (64), there were 80 …"
    return is_from or is_held or COMPARED.search(second.before) is not None


_GOES_ON_TO = regex(r"[^,;()]{0,36} to (?:an? |the |only )?")
"""What stands between two values of one change: `from 7,242 in the year before to 7,989`."""


def year_of(value: PlacedNumber) -> int:
    """Return the year of the period of a value; 0 where none is known."""
    period = value.quantity.period
    return period.first[0] if period is not None and period.first is not None else 0


def start_of(one: PlacedNumber, other: PlacedNumber) -> PlacedNumber | None:
    """Return the earlier of two values, by their periods or by the word before one: `compared with 40`."""
    first, second = year_of(one), year_of(other)
    if first and second and first != second:
        return one if first < second else other
    bases = [value for value in (one, other) if value.is_earlier]
    return bases[0] if len(bases) == 1 else None


def are_of_two_years(one: PlacedNumber, other: PlacedNumber) -> bool:
    """Return whether two values may be one thing in two years that are known."""
    return len({year_of(one), year_of(other)} - {0}) > 1 and one.is_of(other)


def are_of_two_things(text: str, one: PlacedNumber, other: PlacedNumber) -> bool:
    """Return whether values are of two things rather than of one at two times, by their nouns or an “and”.

    `300 beds and 250 nurses`, `250 euros for a first child and 300 euros for a second`

    Args:
        text: that of the passage.
        one: a value.
        other: another.
    """
    first, last = sorted((one.quantity.span, other.quantity.span))
    is_list = one.sentence == other.sentence and " and " in text[first.end : last.start]
    return not one.is_of(other) or (is_list and start_of(one, other) is None)


def is_one_clause(sentence: str) -> bool:
    """Return whether no word of a sentence begins a clause about something else."""
    return _CLAUSES.search(sentence) is None


_CLAUSES = regex(r"\b(?:while|whereas|but|although|which|who|where|due|before \w+ing|because)\b|;")
