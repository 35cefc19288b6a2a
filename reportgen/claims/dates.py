"""Read days and months, in words and in figures.

`1 June 2023`, `1–15 June 2023`, `June 1, 2023`, `31.12.2023`, `2023-12-31`, `1 January to 30 June 2023`, `March 2023`,
`Dec. 2023`, `July 2021 to June 2022`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportgen.claims.model import Month, PeriodKind, StatedPeriod
from reportgen.claims.passages import Span
from reportgen.claims.tokens import DASHES, Token
from reportgen.languages.en.lexicon import NOUN_STOPS
from reportgen.languages.en.months import MONTH_NUMBERS, MONTHS
from reportgen.languages.en.numerals import UNITS_IN_WORDS
from reportgen.regex import regex

_YEARS = range(1900, 2100)
"""Four figures without a comma in this range are a year: the United Nations writes 2,019 persons."""
LAST_MONTH = 12
_LAST_DAY = 31
_WHOLE_NAMES = frozenset(name.lower() for name in MONTHS)
_DAY = regex(r"([0-3]?\d)(?:st|nd|rd|th)?")
_DOTTED = regex(r"(\d?\d)\.(\d?\d)\.(\d{4})")

PeriodRead = tuple[StatedPeriod, int]
"""A period and how many tokens it took."""


class PeriodReader(NamedTuple):
    """Reads periods from one run of tokens."""

    text: str
    tokens: Sequence[Token]

    def low(self, at: int) -> str:
        """Return the word or mark at a place, in small letters; nothing outside."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def year(self, at: int) -> int:
        """Return the year at a place; 0 where there is none."""
        word = self.low(at)
        is_year = len(word) == 4 and word.isdecimal() and int(word) in _YEARS  # a year has four figures
        return int(word) if is_year and self.tokens[at].kind == "n" else 0

    def month(self, at: int) -> tuple[int, int]:
        """Return the month at a place and its tokens, with the point of a short form; (0, 0) where there is none."""
        word = self.low(at)
        if word not in MONTH_NUMBERS or not self.tokens[at].text[0].isupper():
            return 0, 0
        return MONTH_NUMBERS[word], 2 if word not in _WHOLE_NAMES and self.low(at + 1) == "." else 1

    def count(self, at: int) -> int:
        """Return a small number of months or years, in words or in one or two figures; 0 where there is none."""
        word = self.low(at)
        return int(word) if word.isdecimal() and len(word) < 3 else UNITS_IN_WORDS.get(word, 0)

    def owns_figures(self, at: int) -> bool:
        """Return whether figures stand at a place, or behind `figure of`: of `last year's 23,280`."""
        at += 2 * (self.low(at) in {"figure", "total", "rate", "number"} and self.low(at + 1) == "of")
        return at < len(self.tokens) and self.tokens[at].kind == "n"

    def made(
        self, kind: PeriodKind, at: int, used: int, *months: Month, day: int | None = None, years: int | None = None
    ) -> PeriodRead:
        """Return a period of the tokens from `at`, from the first to the last of some months."""
        span = Span(self.tokens[at].start, self.tokens[at + used - 1].end)
        first, last = (months[0], months[-1]) if months else (None, None)
        return StatedPeriod(kind, span.of(self.text), span, first, last, day, years), used

    def run(self, at: int, used: int, first: Month, last: Month) -> PeriodRead:
        """Return some months: a year or a span of years where they are whole years, else a part."""
        whole = first[1] == 1 and last[1] == LAST_MONTH
        kind = PeriodKind.PART if not whole else PeriodKind.YEAR if first[0] == last[0] else PeriodKind.SPAN
        return self.made(kind, at, used, first, last)


def joins(reader: PeriodReader, at: int, place: int) -> bool:
    """Return whether a word makes one period of two times: `between March and May 2024`, not `in May 2024 and 2025`."""
    return _is_to(reader.low(place)) and (reader.low(place) != "and" or reader.low(at - 1) == "between")


def _is_to(word: str) -> bool:
    return word in {"to", "until", "through", "and"} or word in DASHES


# ---- days -----------------------------------------------------------------------------------------------------


class _Date(NamedTuple):
    month: Month
    day: int
    used: int


_BEFORE_DAYS = frozenset({"by", "until", "till", "on", "since", "to", "before", "after"})
"""Words before a month behind which a number is its day: `up to April 30`."""


_IN = frozenset({"in", "and", "or", "to", ","})
"""Words before a month that no day need follow: `in March 12 Syrians were …`, but `on the plan May 26 Harper said`."""


def read_days(reader: PeriodReader, at: int) -> PeriodRead | None:
    """Return the date that begins at a token, or the months from one date to another."""
    if found := date_at(reader, at):
        end = date_at(reader, at + found.used + 1) if joins(reader, at, at + found.used) else None
        if end and found.month <= end.month:
            return reader.run(at, found.used + 1 + end.used, found.month, end.month)
        return reader.made(PeriodKind.DATE, at, found.used, found.month, day=found.day)
    day, month, used = _day_of_month(reader, at)
    if not day:
        return None
    if (
        _is_to(reader.low(at + used))
        and (end := date_at(reader, at + used + 1))
        and (month or end.month[1]) <= end.month[1]
    ):
        return reader.run(at, used + 1 + end.used, (end.month[0], month or end.month[1]), end.month)
    behind = reader.low(at + used)
    has_no_noun = not behind.isalpha() or behind in NOUN_STOPS  # "by May 12 persons were held" has no day
    is_day = reader.tokens[at].kind == "n" or (has_no_noun and reader.low(at - 1) in _BEFORE_DAYS)
    is_day |= behind.isalpha() and reader.tokens[at + used].text[0].isupper() and reader.low(at - 1) not in _IN
    return reader.made(PeriodKind.RELATIVE, at, used) if month and is_day else None


def date_at(reader: PeriodReader, at: int) -> _Date | None:
    """Return the whole date at a place; None where there is none, or where `05/06/2023` may be of May or June."""
    if dotted := _DOTTED.fullmatch(reader.low(at)):
        return _date(int(dotted[3]), int(dotted[2]), int(dotted[1]), 1)
    day, month, used = _day_of_month(reader, at)
    if not month:
        return _in_figures(reader, at)
    used += reader.low(at + used) == ","
    year = reader.year(at + used)
    return _date(year, month, day, used + 1) if year else None


def _day_of_month(reader: PeriodReader, at: int) -> tuple[int, int, int]:
    """Return the day, the month and the tokens of `1 June`, `the 1st of June`, `June 1`; of a day alone, no month."""
    month, used = reader.month(at)
    if month:
        day = _day(reader, at + used)
        return (day, month, used + 1) if day else (0, 0, 0)
    if not (day := _day(reader, at)):
        return 0, 0, 1  # as most figures
    used = 1 + (reader.low(at + 1) == "of")
    month, more = reader.month(at + used)
    return (day, month, used + more) if month else (day, 0, 1)


def _day(reader: PeriodReader, at: int) -> int:
    match = _DAY.fullmatch(reader.low(at))
    return int(match[1]) if match and 1 <= int(match[1]) <= _LAST_DAY else 0


def _in_figures(reader: PeriodReader, at: int) -> _Date | None:
    """Read `2023-12-31`, `31/12/2023`, `12/31/2023`, `31-12-2023`: figures without a space between them."""
    if reader.low(at + 1) not in {"-", "/"}:
        return None
    words = [reader.low(at + place) for place in range(5)]
    tokens = reader.tokens[at : at + 5]
    is_glued = words[1] == words[3] and tokens[0].end == tokens[1].start
    if not is_glued or not all(word.isdecimal() for word in words[::2]):
        return None
    if year := reader.year(at):
        return _date(year, int(words[2]), int(words[4]), 5) if len(words[2]) == len(words[4]) == 2 else None
    year, day, month = reader.year(at + 4), int(words[0]), int(words[2])
    if month > LAST_MONTH:
        day, month = month, day
    is_certain = day > LAST_MONTH or day == month
    return _date(year, month, day, 5) if year and is_certain else None


def _date(year: int, month: int, day: int, used: int) -> _Date | None:
    is_date = year in _YEARS and 1 <= month <= LAST_MONTH and 1 <= day <= _LAST_DAY
    return _Date((year, month), day, used) if is_date else None


# ---- months ---------------------------------------------------------------------------------------------------


def read_months(reader: PeriodReader, at: int) -> PeriodRead | None:
    """Read `March 2023`, `January–September 2023`, `July 2021 to June 2022`."""
    month, used = reader.month(at)
    year = reader.year(at + used)
    place = at + used + bool(year)
    if joins(reader, at, place):
        until, more = reader.month(place + 1)
        last = reader.year(place + 1 + more)
        first = (year or last, month)
        if until and last and first <= (last, until):
            return reader.run(at, place + more + 2 - at, first, (last, until))
    if year:
        return reader.made(PeriodKind.PART, at, used + 1, (year, month))
    return _listed_months(reader, at, month, used)


def _listed_months(reader: PeriodReader, at: int, first: int, used: int) -> PeriodRead | None:
    """Read `January and February 2024`, `January, February and March 2024`: months that follow one another."""
    last, place = first, at + used
    while reader.low(place) in {",", "and"}:
        behind = place + 1 + (reader.low(place) == "," and reader.low(place + 1) == "and")
        month, more = reader.month(behind)
        if month != last + 1:
            break
        last, place = month, behind + more
    place += reader.low(place) == "," and last == first  # "March, 2024"
    year = reader.year(place)
    return reader.run(at, place + 1 - at, (year, first), (year, last)) if year else None
