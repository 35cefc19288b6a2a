"""Periods in words and figures: tokens come in, periods go out.

`2023`, `2020–2023`, `2022/23`, `between 2018 and 2023`, `the first half of 2023`, `January to May 2023`, `five
months of 2023`, `1 June 2023`, `the end of 2021`, `the previous year`, `the past three years`.
"""

from calendar import monthrange
from collections.abc import Sequence

from reportgen.claims.model import Month, Period, PeriodKind
from reportgen.claims.passages import Span
from reportgen.claims.tokens import Token
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

_ARTICLES = frozenset({"the", "that", "those"})
_FROM = frozenset({"between", "from"})
PERIOD_WORDS = _ARTICLES.union(_FROM, _BACK, MONTH_NUMBERS, _PARTS, _POINTS, ORDINALS, UNITS_IN_WORDS)
"""The words with which a period may begin; "mid-2022" is one word, and begins none of them."""

Found = tuple[Period, int]
"""A period and how many tokens it took."""


class _Reader:
    """Reads periods from one run of tokens."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def low(self, at: int) -> str:
        """The word at a place; nothing behind the end."""
        return self.tokens[at].low if at < len(self.tokens) else ""

    def year(self, at: int) -> int:
        """The year at a place; 0 where there is none."""
        if at < len(self.tokens) and self.tokens[at].kind == "n":
            low = self.tokens[at].low
            if len(low) == 4 and low.isdecimal() and int(low) in _YEARS:  # noqa: PLR2004 - a year has four figures
                return int(low)
        return 0

    def made(
        self, kind: PeriodKind, at: int, used: int, first: Month | None = None, last: Month | None = None
    ) -> tuple[Period, int]:
        """A period of the tokens from `at`."""
        span = Span(self.tokens[at].start, self.tokens[at + used - 1].end)
        return Period(kind, span.of(self.text), span, first, last), used


def read_period(text: str, tokens: Sequence[Token], at: int) -> Found | None:
    """The period that begins at a token; None where none does."""
    reader = _Reader(text, tokens)
    token = tokens[at]
    if token.kind == "n":
        return _from_figures(reader, at)
    if token.kind != "w":
        return None
    low = token.low
    if low in MONTH_NUMBERS and token.text[0].isupper():
        return _from_month(reader, at)
    if low in _FROM:
        return _between(reader, at)
    if low in _ARTICLES or low in _BACK or low in _PARTS or low in ORDINALS:
        return _described(reader, at)
    if low in UNITS_IN_WORDS:
        return _some_months(reader, at, UNITS_IN_WORDS[low])
    if low in _POINTS or low.startswith("mid-"):
        return _described(reader, at)
    return None


# ---- figures --------------------------------------------------------------------------------------------------


def _from_figures(reader: _Reader, at: int) -> Found | None:
    if year := reader.year(at):
        return _from_year(reader, at, year)
    token = reader.tokens[at]
    if not token.low.isdecimal() or len(token.low) > 2 or not 1 <= int(token.low) <= _LAST_DAY:  # noqa: PLR2004 - a day
        return None
    month = MONTH_NUMBERS.get(reader.low(at + 1), 0)
    if month and reader.tokens[at + 1].text[0].isupper():
        return _from_day(reader, at, int(token.low), month)
    return _some_months(reader, at, int(token.low))


def _from_year(reader: _Reader, at: int, year: int) -> Found:
    """A year, or a span that begins with one."""
    mark, last = reader.low(at + 1), reader.year(at + 2)
    short = reader.low(at + 2)
    if mark == "/" and (last == year + 1 or (short.isdecimal() and int(short) == (year + 1) % 100)):
        return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (year + 1, 6))
    if mark in _DASHES and short.isdecimal() and len(short) == 2 and year % 100 < int(short):  # noqa: PLR2004 - 2020–23
        last = year - year % 100 + int(short)
    if mark in _DASHES | {"to"} and last > year:
        if last == year + 1 and reader.low(at + 3) in {"academic", "school", "financial", "fiscal"}:
            return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (last, 6))
        return reader.made(PeriodKind.SPAN, at, 3, (year, 1), (last, 12))
    return reader.made(PeriodKind.YEAR, at, 1, (year, 1), (year, 12))


def _from_day(reader: _Reader, at: int, day: int, month: int) -> Found:
    """`1 June 2023`, `1 January to 30 June 2023`."""
    year = reader.year(at + 2)
    if year and _is_to(reader.low(at + 3)):
        end = _day_at(reader, at + 4)
        if end and (year, month) <= end[0]:
            return _run(reader, at, 4 + end[1], (year, month), end[0])
    if not year and _is_to(reader.low(at + 2)):
        end = _day_at(reader, at + 3)
        if end and (end[0][0], month) <= end[0]:
            return _run(reader, at, 3 + end[1], (end[0][0], month), end[0])
    if not year:
        return reader.made(PeriodKind.RELATIVE, at, 2)
    found, used = reader.made(PeriodKind.DATE, at, 3, (year, month), (year, month))
    return Period(found.kind, found.text, found.span, found.first, found.last, day), used


def _day_at(reader: _Reader, at: int) -> tuple[Month, int] | None:
    """The month of a whole date at a place, and its tokens."""
    month, year = MONTH_NUMBERS.get(reader.low(at + 1), 0), reader.year(at + 2)
    return ((year, month), 3) if reader.low(at).isdecimal() and month and year else None


def _is_to(low: str) -> bool:
    return low in {"to", "until", "and"} or low in _DASHES


def _run(reader: _Reader, at: int, used: int, first: Month, last: Month) -> Found:
    """Some months: a year or a span of years where they are whole years, else a part."""
    whole = first[1] == 1 and last[1] == _LAST_MONTH
    kind = PeriodKind.PART if not whole else PeriodKind.YEAR if first[0] == last[0] else PeriodKind.SPAN
    return reader.made(kind, at, used, first, last)


# ---- months ---------------------------------------------------------------------------------------------------


def _from_month(reader: _Reader, at: int) -> Found | None:
    """`March 2023`, `January–September 2023`, `July 2021 to June 2022`."""
    month, year = MONTH_NUMBERS[reader.low(at)], reader.year(at + 1)
    place = at + (2 if year else 1)
    if _is_to(reader.low(place)):
        until, last = MONTH_NUMBERS.get(reader.low(place + 1), 0), reader.year(place + 2)
        first = (year or last, month)
        if until and last and first <= (last, until):
            return _run(reader, at, place + 3 - at, first, (last, until))
    if not year:
        return None
    return reader.made(PeriodKind.PART, at, 2, (year, month), (year, month))


def _some_months(reader: _Reader, at: int, months: int) -> Found | None:
    """`five months of 2023`, `the first 9 months of 2023`."""
    if reader.low(at + 1) not in {"months", "month"} or reader.low(at + 2) not in {"of", "in"}:
        return None
    if (year := reader.year(at + 3)) and 1 <= months <= _LAST_MONTH:
        return reader.made(PeriodKind.PART, at, 4, (year, 1), (year, months))
    if reader.low(at + 3) in {"that", "the", "this"} and reader.low(at + 4) == "year":
        return reader.made(PeriodKind.RELATIVE, at, 5)
    return None


# ---- words ----------------------------------------------------------------------------------------------------


def _between(reader: _Reader, at: int) -> Found | None:
    """`between 2018 and 2023`, `from 2017 to 2023`; `from 1 January to 30 June 2023` is read from its first day."""
    first, last = reader.year(at + 1), reader.year(at + 3)
    joint = "and" if reader.low(at) == "between" else "to"
    if first and last > first and reader.low(at + 2) in {joint, "until", "through"}:
        return reader.made(PeriodKind.SPAN, at, 4, (first, 1), (last, 12))
    return None


def _described(reader: _Reader, at: int) -> Found | None:
    """Periods that words describe, with or without an article."""
    place = at + (1 if reader.low(at) in {"the", "that", "those"} else 0)
    word = reader.low(place)
    if reader.low(at) == "that" and word == "year":
        return reader.made(PeriodKind.RELATIVE, at, 2)
    return (
        _part_of_year(reader, at, place)
        or _point(reader, at, place, word)
        or (_past(reader, at, place) if word in _BACK else None)
    )


def _part_of_year(reader: _Reader, at: int, place: int) -> Found | None:
    """`the first half of 2023`, `the third quarter of 2022`, `first nine months of 2023`, `half of 2023`."""
    number = ORDINALS.get(reader.low(place), 0)
    if number:
        place += 1
        low = reader.low(place)
        count = int(low) if low.isdecimal() and len(low) < 3 else UNITS_IN_WORDS.get(low, 0)  # noqa: PLR2004 - months
        if count and number == 1 and (found := _some_months(reader, place, count)):
            period, used = found
            return reader.made(period.kind, at, place - at + used, period.first, period.last)
    length = _PARTS.get(reader.low(place), 0)
    if not length or not number or number * length > _LAST_MONTH or reader.low(place + 1) not in {"of", "in"}:
        return None
    if year := reader.year(place + 2):
        last = (year, number * length)
        return reader.made(PeriodKind.PART, at, place + 3 - at, (year, last[1] - length + 1), last)
    if reader.low(place + 2) in {"the", "that", "this"} and reader.low(place + 3) in {"year", "current", "same"}:
        return reader.made(PeriodKind.RELATIVE, at, place + 4 - at)
    return None


def _point(reader: _Reader, at: int, place: int, word: str) -> Found | None:
    """`the end of 2021`, `the beginning of 2023`, `mid-2022`."""
    if word in _POINTS and reader.low(place + 1) == "of" and (year := reader.year(place + 2)):
        month = _POINTS[word]
        found, used = reader.made(PeriodKind.DATE, at, place + 3 - at, (year, month), (year, month))
        day = monthrange(year, month)[1] if month == _LAST_MONTH else 1
        return Period(found.kind, found.text, found.span, found.first, found.last, day), used
    if word.startswith("mid-") and word[4:].isdecimal() and int(word[4:]) in _YEARS:
        return reader.made(PeriodKind.DATE, at, place + 1 - at, (int(word[4:]), 6), (int(word[4:]), 6))
    return None


def _past(reader: _Reader, at: int, place: int) -> Found | None:
    """`the previous year`, `the past three years`, `the same period of 2022`."""
    low = reader.low(place + 1)
    count = int(low) if low.isdecimal() and len(low) < 3 else UNITS_IN_WORDS.get(low, 0)  # noqa: PLR2004 - some years
    if count and reader.low(place + 2) in {"years", "year"}:
        found, used = reader.made(PeriodKind.RELATIVE, at, place + 3 - at)
        return Period(found.kind, found.text, found.span, years=count), used
    if low == "year":
        found, used = reader.made(PeriodKind.RELATIVE, at, place + 2 - at)
        return Period(found.kind, found.text, found.span, years=1), used
    if low in {"period", "months", "quarter", "half", "month", "time"}:
        used = place + 2 - at
        if reader.low(at + used) in {"of", "in", "a", "the", "last"}:
            used += 1 + (reader.low(at + used + 1) in {"the", "previous", "preceding", "last", "year"})
            used += bool(reader.year(at + used) or reader.low(at + used) in {"year", "previous"})
            used = min(used, len(reader.tokens) - at)
        return reader.made(PeriodKind.RELATIVE, at, used)
    return None
