"""Read periods in words and figures.

`2023`, `2020–2023`, `2022/23`, `between 2018 and 2023`, `the first half of 2023`, `January to May 2023`, `five
months of 2023`, `1 June 2023`, `the end of 2021`, `the previous year`, `the past three years`.
"""

from calendar import monthrange
from collections.abc import Sequence
from typing import NamedTuple

from reportgen.claims.model import Month, Period, PeriodKind
from reportgen.claims.passages import Span
from reportgen.claims.tokens import Token, low
from reportgen.languages.en.months import MONTH_NUMBERS
from reportgen.languages.en.numerals import ORDINALS, UNITS_IN_WORDS
from reportgen.languages.words import word_set

_YEARS = range(1900, 2100)
"""Four figures without a comma in this range are a year: the United Nations writes 2,019 persons."""
_DASHES = frozenset("-–—‑")
_LAST_MONTH = 12
_LAST_DAY = 31
_BACK = word_set(
    "previous preceding last past prior following next same current first corresponding equivalent comparable similar"
    " analogous"
)
_PARTS = {"half": 6, "semester": 6, "quarter": 3, "trimester": 3}
_POINTS = {"end": 12, "close": 12, "beginning": 1, "start": 1, "mid": 6, "middle": 6}

_ENDING = frozenset({"ending", "ended", "to"})
_AGO = frozenset({"before", "earlier", "ago", "previously"})
_ARTICLES = frozenset({"the", "that", "those", "a", "one"})
_FROM = frozenset({"between", "from"})
_DESCRIBING = _ARTICLES | _BACK | _PARTS.keys() | _POINTS.keys() | ORDINALS.keys()
PERIOD_WORDS = MONTH_NUMBERS.keys() | _FROM | _DESCRIBING | UNITS_IN_WORDS.keys()
"""The words with which a period may begin; "mid-2022" is one word, and begins none of them."""

PeriodRead = tuple[Period, int]
"""A period and how many tokens it took."""


class _PeriodReader(NamedTuple):
    """Reads periods from one run of tokens."""

    text: str
    tokens: Sequence[Token]

    def low(self, at: int) -> str:
        return low(self.tokens, at)

    def year(self, at: int) -> int:
        """Return the year at a place; 0 where there is none."""
        word = self.low(at)
        is_year = len(word) == 4 and word.isdecimal() and int(word) in _YEARS  # a year has four figures
        return int(word) if is_year and self.tokens[at].kind == "n" else 0

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
        return Period(kind, span.of(self.text), span, first, last, day, years), used


def read_period(text: str, tokens: Sequence[Token], at: int) -> PeriodRead | None:
    """Return the period that begins at a token; None where none does."""
    reader = _PeriodReader(text, tokens)
    token = tokens[at]
    if token.kind == "n":
        return _from_figures(reader, at)
    if token.kind != "w":
        return None
    word = token.low
    if word in MONTH_NUMBERS and token.text[0].isupper():
        return _from_month(reader, at)
    if word in _FROM:
        return _between(reader, at)
    if word in UNITS_IN_WORDS:
        return _some_months(reader, at, UNITS_IN_WORDS[word])
    if word in _DESCRIBING or word.startswith("mid-"):
        return _described(reader, at)
    return None


# ---- figures --------------------------------------------------------------------------------------------------


def _from_figures(reader: _PeriodReader, at: int) -> PeriodRead | None:
    if year := reader.year(at):
        return _from_year(reader, at, year)
    token = reader.tokens[at]
    if not token.low.isdecimal() or len(token.low) > 2 or not 1 <= int(token.low) <= _LAST_DAY:  # a day
        return None
    month = MONTH_NUMBERS.get(reader.low(at + 1), 0)
    if month and reader.tokens[at + 1].text[0].isupper():
        return _from_day(reader, at, int(token.low), month)
    return _some_months(reader, at, int(token.low))


def _from_year(reader: _PeriodReader, at: int, year: int) -> PeriodRead:
    """Return a year, or a span that begins with one."""
    mark, last = reader.low(at + 1), reader.year(at + 2)
    short = reader.low(at + 2)
    if mark in {"’", "'"} and short == "s" and reader.owns_figures(at + 3):
        return reader.made(PeriodKind.YEAR, at, 3, (year, 1), (year, 12))  # "2016's figure of 3,744"
    if mark == "/" and (last == year + 1 or (short.isdecimal() and int(short) == (year + 1) % 100)):
        return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (year + 1, 6))
    if mark in _DASHES and short.isdecimal() and len(short) == 2 and year % 100 < int(short):  # 2020–23
        last = year - year % 100 + int(short)
    if mark in _DASHES | {"to"} and last > year:
        if last == year + 1 and reader.low(at + 3) in {"academic", "school", "financial", "fiscal"}:
            return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (last, 6))
        return reader.made(PeriodKind.SPAN, at, 3, (year, 1), (last, 12))
    return reader.made(PeriodKind.YEAR, at, 1, (year, 1), (year, 12))


def _from_day(reader: _PeriodReader, at: int, day: int, month: int) -> PeriodRead:
    """Read `1 June 2023`, `1 January to 30 June 2023`."""
    year = reader.year(at + 2)
    if year and _joins(reader, at, at + 3):
        end = _day_at(reader, at + 4)
        if end and (year, month) <= end[0]:
            return _run(reader, at, 4 + end[1], (year, month), end[0])
    if not year and _is_to(reader.low(at + 2)):
        end = _day_at(reader, at + 3)
        if end and (end[0][0], month) <= end[0]:
            return _run(reader, at, 3 + end[1], (end[0][0], month), end[0])
    if not year:
        return reader.made(PeriodKind.RELATIVE, at, 2)
    return reader.made(PeriodKind.DATE, at, 3, (year, month), day=day)


def _day_at(reader: _PeriodReader, at: int) -> tuple[Month, int] | None:
    """Return the month of a whole date at a place, and its tokens."""
    month, year = MONTH_NUMBERS.get(reader.low(at + 1), 0), reader.year(at + 2)
    return ((year, month), 3) if reader.low(at).isdecimal() and month and year else None


def _joins(reader: _PeriodReader, at: int, place: int) -> bool:
    """Whether a word makes one period of two times: `between March and May 2024`, not `in May 2024 and May 2025`."""
    return _is_to(reader.low(place)) and (reader.low(place) != "and" or reader.low(at - 1) == "between")


def _is_to(word: str) -> bool:
    return word in {"to", "until", "and"} or word in _DASHES


def _run(reader: _PeriodReader, at: int, used: int, first: Month, last: Month) -> PeriodRead:
    """Return some months: a year or a span of years where they are whole years, else a part."""
    whole = first[1] == 1 and last[1] == _LAST_MONTH
    kind = PeriodKind.PART if not whole else PeriodKind.YEAR if first[0] == last[0] else PeriodKind.SPAN
    return reader.made(kind, at, used, first, last)


# ---- months ---------------------------------------------------------------------------------------------------


def _from_month(reader: _PeriodReader, at: int) -> PeriodRead | None:
    """Read `March 2023`, `January–September 2023`, `July 2021 to June 2022`."""
    month, year = MONTH_NUMBERS[reader.low(at)], reader.year(at + 1)
    place = at + (2 if year else 1)
    if _joins(reader, at, place):
        until, last = MONTH_NUMBERS.get(reader.low(place + 1), 0), reader.year(place + 2)
        first = (year or last, month)
        if until and last and first <= (last, until):
            return _run(reader, at, place + 3 - at, first, (last, until))
    if not year:
        return None
    return reader.made(PeriodKind.PART, at, 2, (year, month))


def _some_months(reader: _PeriodReader, at: int, months: int, start: int | None = None) -> PeriodRead | None:
    """Read `five months of 2023`; `the first 9 months of 2023` begins before its number, at `start`."""
    words = {"of"} if start is None else {"of", "in"}  # an average of "11 months in 2016" is no period
    if reader.low(at + 1) not in {"months", "month"} or reader.low(at + 2) not in words:
        return None
    first = at if start is None else start
    if (year := reader.year(at + 3)) and 1 <= months <= _LAST_MONTH:
        return reader.made(PeriodKind.PART, first, at - first + 4, (year, 1), (year, months))
    if reader.low(at + 3) in {"that", "the", "this"} and reader.low(at + 4) == "year":
        return reader.made(PeriodKind.RELATIVE, first, at - first + 5)
    return None


# ---- words ----------------------------------------------------------------------------------------------------


def _between(reader: _PeriodReader, at: int) -> PeriodRead | None:
    """Read `between 2018 and 2023`, `from 2017 to 2023`; `from 1 January to …` is read from its first day."""
    first, last = reader.year(at + 1), reader.year(at + 3)
    joint = "and" if reader.low(at) == "between" else "to"
    if first and last > first and reader.low(at + 2) in {joint, "until", "through"}:
        return reader.made(PeriodKind.SPAN, at, 4, (first, 1), (last, 12))
    return None


def _described(reader: _PeriodReader, at: int) -> PeriodRead | None:
    """Read periods that words describe, with or without an article."""
    place = at + (1 if reader.low(at) in {"the", "that", "those"} else 0)
    word = reader.low(place)
    if reader.low(at) == "that" and word == "year":
        return reader.made(PeriodKind.RELATIVE, at, 2)
    if reader.low(at) in {"the", "a", "one"} and reader.low(at + 1) == "year" and reader.low(at + 2) in _AGO:
        return reader.made(PeriodKind.RELATIVE, at, 3, years=1)
    return (
        _year_to(reader, at, place)
        or _part_of_year(reader, at, place)
        or _point(reader, at, place, word)
        or (_past(reader, at, place) if word in _BACK else None)
    )


def _year_to(reader: _PeriodReader, at: int, place: int) -> PeriodRead | None:
    """Read `the year ending March 2023`, `the year to the end of April 2010`, `the 12 months to 30 June 2021`."""
    is_months = reader.count(place) == _LAST_MONTH or reader.low(place) == "twelve"
    place += is_months
    if reader.low(place) != ("months" if is_months else "year") or reader.low(place + 1) not in _ENDING:
        return None
    place += 2
    place += 3 if (reader.low(place), reader.low(place + 1), reader.low(place + 2)) == ("the", "end", "of") else 0
    place += reader.low(place).isdecimal() and len(reader.low(place)) < 3
    month, year = MONTH_NUMBERS.get(reader.low(place), 0), reader.year(place + 1)
    if not month or not year:
        return None
    first = (year, 1) if month == _LAST_MONTH else (year - 1, month + 1)
    return reader.made(PeriodKind.YEAR, at, place + 2 - at, first, (year, month))


def _part_of_year(reader: _PeriodReader, at: int, place: int) -> PeriodRead | None:
    """Read `the first half of 2023`, `the third quarter of 2022`, `first nine months of 2023`, `half of 2023`."""
    number = ORDINALS.get(reader.low(place), 0)
    if number:
        place += 1
        count = reader.count(place)
        if count and number == 1 and (found := _some_months(reader, place, count, at)):
            return found
    length = _PARTS.get(reader.low(place), 0)
    if not length or not number or number * length > _LAST_MONTH or reader.low(place + 1) not in {"of", "in"}:
        return None
    if year := reader.year(place + 2):
        last = (year, number * length)
        return reader.made(PeriodKind.PART, at, place + 3 - at, (year, last[1] - length + 1), last)
    if reader.low(place + 2) in {"the", "that", "this"} and reader.low(place + 3) in {"year", "current", "same"}:
        return reader.made(PeriodKind.RELATIVE, at, place + 4 - at)
    return None


def _point(reader: _PeriodReader, at: int, place: int, word: str) -> PeriodRead | None:
    """Read `the end of 2021`, `the beginning of 2023`, `mid-2022`."""
    if word in _POINTS and reader.low(place + 1) == "of" and (year := reader.year(place + 2)):
        month = _POINTS[word]
        day = monthrange(year, month)[1] if month == _LAST_MONTH else 1
        return reader.made(PeriodKind.DATE, at, place + 3 - at, (year, month), day=day)
    if word.startswith("mid-") and word[4:].isdecimal() and int(word[4:]) in _YEARS:
        return reader.made(PeriodKind.DATE, at, place + 1 - at, (int(word[4:]), 6))
    return None


def _past(reader: _PeriodReader, at: int, place: int) -> PeriodRead | None:
    """Read `the previous year`, `the past three years`, `the same period of 2022`."""
    count, noun = reader.count(place + 1), reader.low(place + 1)
    if count and reader.low(place + 2) in {"years", "year"}:
        return reader.made(PeriodKind.RELATIVE, at, place + 3 - at, years=count)
    if noun == "year" or (noun == "year's" and reader.owns_figures(place + 2)):
        return reader.made(PeriodKind.RELATIVE, at, place + 2 - at, years=1)
    if noun in {"period", "months", "quarter", "half", "month", "time"}:
        used = place + 2 - at
        if reader.low(at + used) in {"of", "in", "a", "the", "last"}:
            used += 1 + (reader.low(at + used + 1) in {"the", "previous", "preceding", "last", "year"})
            used += bool(reader.year(at + used) or reader.low(at + used) in {"year", "previous"})
            used = min(used, len(reader.tokens) - at)
        return reader.made(PeriodKind.RELATIVE, at, used)
    return None
