"""Read periods in words and figures.

`2023`, `2020–2023`, `2022/23`, `between 2018 and 2023`, `the first half of 2023`, `Q1 2023`, `the last six months of
2023`, `five months of 2023`, `the end of 2021`, `year-end 2023`, `the previous year`, `the past three years`; dates and
months are read by `dates`.
"""

import datetime as dt
from collections.abc import Sequence

from reportgen.claims.dates import LAST_MONTH, PeriodRead, PeriodReader, date_at, read_days, read_months
from reportgen.claims.model import Month, PeriodKind
from reportgen.claims.tokens import DASHES, Token
from reportgen.languages.en.months import MONTH_NUMBERS
from reportgen.languages.en.numerals import ORDINALS, UNITS_IN_WORDS
from reportgen.languages.words import word_set
from reportgen.regex import regex

_BACK = word_set(
    "previous preceding last past prior following next same current first corresponding equivalent comparable similar"
    " analogous"
)
_PARTS = {"half": 6, "semester": 6, "quarter": 3, "trimester": 3}
_LAST_PARTS = frozenset({"last", "final", "latter", "closing"})
_POINTS = {"end": 12, "close": 12, "beginning": 1, "start": 1, "mid": 6, "middle": 6, "year-end": 12}
_UNHEARD = word_set("the year calendar financial fiscal school academic reporting month")
"""Words between the end and its period: `the end of the financial year 2023`."""

_ENDING = frozenset({"ending", "ended", "to"})
_AGO = frozenset({"before", "earlier", "ago", "previously"})
_ARTICLES = frozenset({"the", "that", "those", "a", "one"})
_FROM = frozenset({"between", "from"})
_DESCRIBING = _ARTICLES | _BACK | _PARTS.keys() | _POINTS.keys() | ORDINALS.keys() | _LAST_PARTS
_HEADS = _BACK | _PARTS.keys() | _POINTS.keys() | ORDINALS.keys() | _LAST_PARTS | {"year"}
"""The words with which a period goes on behind an article."""
PERIOD_WORDS = MONTH_NUMBERS.keys() | _FROM | _DESCRIBING | UNITS_IN_WORDS.keys()
"""The words with which a period may begin; "mid-2022" is one word, and begins none of them."""
_CODES = {
    **{code: (3 * number - 2, 3 * number) for number in range(1, 5) for code in (f"q{number}", f"{number}q")},
    "h1": (1, 6),
    "h2": (7, 12),
}
"""The months of quarters and halves by their codes in small letters."""
_DATED_CODE = regex(r"(\d{4})-?(q[1-4]|h[12])")
_JOINED_POINT = regex(r"(end|mid)-(\w+)")


def read_period(text: str, tokens: Sequence[Token], at: int) -> PeriodRead | None:
    """Return the period that begins at a token; None where none does, as behind the last one."""
    if at >= len(tokens):  # a text that breaks off: `were tried in 2021 and`
        return None
    token = tokens[at]
    if token.kind == "m" or (token.kind == "w" and token.low not in PERIOD_WORDS and "-" not in token.low):
        return None  # as at most tokens
    reader = PeriodReader(text, tokens)
    if token.kind == "n":
        return _from_figures(reader, at)
    if token.kind == "c":
        return read_days(reader, at) or _from_code(reader, at)  # "31st December 2023"
    word = token.low
    if reader.month(at)[0]:
        return read_days(reader, at) or read_months(reader, at)
    if word in _FROM:
        return _between(reader, at)
    if word in UNITS_IN_WORDS:
        return _some_months(reader, at, UNITS_IN_WORDS[word]) or _year_to(reader, at, at)
    if word in _DESCRIBING or _JOINED_POINT.fullmatch(word):
        return _described(reader, at)
    return None


def is_code(word: str) -> bool:
    """Return whether letters and figures may begin a period: `q1`, `2025-q1`, `31st`."""
    return word in _CODES or word[:1].isdecimal() or _DATED_CODE.fullmatch(word) is not None


# ---- figures --------------------------------------------------------------------------------------------------


def _from_figures(reader: PeriodReader, at: int) -> PeriodRead | None:
    if found := read_days(reader, at):
        return found
    if year := reader.year(at):
        return _from_year(reader, at, year)
    return _some_months(reader, at, reader.count(at)) or _year_to(reader, at, at)


def _from_year(reader: PeriodReader, at: int, year: int) -> PeriodRead:
    """Return a year, or a span that begins with one."""
    mark, last = reader.low(at + 1), reader.year(at + 2)
    short = reader.low(at + 2)
    if months := _CODES.get(mark):
        return reader.run(at, 2, (year, months[0]), (year, months[1]))
    if mark in {"’", "'"} and short == "s" and reader.owns_figures(at + 3):
        return reader.made(PeriodKind.YEAR, at, 3, (year, 1), (year, 12))  # "2016's figure of 3,744"
    if mark == "/" and (last == year + 1 or (short.isdecimal() and int(short) == (year + 1) % 100)):
        return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (year + 1, 6))
    if mark in DASHES and short.isdecimal() and len(short) == 2 and year % 100 < int(short):  # 2020–23
        last = year - year % 100 + int(short)
    if mark in DASHES | {"to"} and last > year:
        if last == year + 1 and reader.low(at + 3) in {"academic", "school", "financial", "fiscal"}:
            return reader.made(PeriodKind.YEAR, at, 3, (year, 7), (last, 6))
        return reader.made(PeriodKind.SPAN, at, 3, (year, 1), (last, 12))
    return reader.made(PeriodKind.YEAR, at, 1, (year, 1), (year, 12))


def _some_months(reader: PeriodReader, at: int, months: int, start: int | None = None) -> PeriodRead | None:
    """Read `five months of 2023`; `the first 9 months of 2023` begins before its number, at `start`."""
    words = {"of"} if start is None else {"of", "in"}  # an average of "11 months in 2016" is no period
    if reader.low(at + 1) not in {"months", "month"} or reader.low(at + 2) not in words:
        return None
    first = at if start is None else start
    if (year := reader.year(at + 3)) and 1 <= months <= LAST_MONTH:
        return reader.made(PeriodKind.PART, first, at - first + 4, (year, 1), (year, months))
    if reader.low(at + 3) in {"that", "the", "this"} and reader.low(at + 4) == "year":
        return reader.made(PeriodKind.RELATIVE, first, at - first + 5)
    return None


def _from_code(reader: PeriodReader, at: int) -> PeriodRead | None:
    """Read `Q1 2025`, `Q1–Q3 2025`, `Q2 of 2025`, `H1/2025`, `2025-Q1`."""
    if dated := _DATED_CODE.fullmatch(reader.low(at)):
        first, last = _CODES[dated[2]]
        return reader.made(PeriodKind.PART, at, 1, (int(dated[1]), first), (int(dated[1]), last))
    months = _CODES.get(reader.low(at))
    place = at + 1
    if months and reader.low(place) in {"to", "and", *DASHES} and (until := _CODES.get(reader.low(place + 1))):
        months, place = (months[0], until[1]), place + 2
    place += reader.low(place) in {"of", "in", "/", ",", *DASHES}
    year = reader.year(place)
    return reader.run(at, place + 1 - at, (year, months[0]), (year, months[1])) if months and year else None


# ---- words ----------------------------------------------------------------------------------------------------


def _between(reader: PeriodReader, at: int) -> PeriodRead | None:
    """Read `between 2018 and 2023`, `from 2017 to 2023`; `from 1 January to …` is read from its first day."""
    first, last = reader.year(at + 1), reader.year(at + 3)
    joint = "and" if reader.low(at) == "between" else "to"
    if first and last > first and reader.low(at + 2) in {joint, "until", "through"}:
        return reader.made(PeriodKind.SPAN, at, 4, (first, 1), (last, 12))
    return None


def _described(reader: PeriodReader, at: int) -> PeriodRead | None:
    """Read periods that words describe, with or without an article."""
    place = at + (1 if reader.low(at) in {"the", "that", "those"} else 0)
    word = reader.low(place)
    if reader.low(at) == "that" and word == "year":
        return reader.made(PeriodKind.RELATIVE, at, 2)
    if reader.low(at) in {"the", "a", "one"} and reader.low(at + 1) == "year" and reader.low(at + 2) in _AGO:
        return reader.made(PeriodKind.RELATIVE, at, 3, years=1)
    if word not in _HEADS and "-" not in word and reader.low(place + 1) != "months":
        return None  # as behind most articles
    return (
        _year_to(reader, at, place)
        or _part_of_year(reader, at, place)
        or _point(reader, at, place, word)
        or (_past(reader, at, place) if word in _BACK or _is_later_part(reader, at) else None)
    )


def _year_to(reader: PeriodReader, at: int, place: int) -> PeriodRead | None:
    """Read `the year ending March 2023`, `the six months to 30 June 2021`, `the quarter ended March 31, 2023`."""
    length = _PARTS.get(reader.low(place), LAST_MONTH if reader.low(place) == "year" else 0)
    if not length and reader.low(place + 1) == "months":
        length, place = reader.count(place), place + 1
    if not 1 <= length <= LAST_MONTH or reader.low(place + 1) not in _ENDING:
        return None
    place += 2
    place += reader.low(place) in {"in", "on", "at"}
    place += 3 if (reader.low(place), reader.low(place + 1), reader.low(place + 2)) == ("the", "end", "of") else 0
    if date := date_at(reader, place):
        (year, month), end = date.month, place + date.used
    else:
        month, used = reader.month(place)
        year, end = reader.year(place + used), place + used + 1
    if not month or not year:
        return None
    before = year * LAST_MONTH + month - length  # months since the year 0, of which January is the first
    kind = PeriodKind.YEAR if length == LAST_MONTH else PeriodKind.PART
    return reader.made(kind, at, end - at, (before // LAST_MONTH, before % LAST_MONTH + 1), (year, month))


def _part_of_year(reader: PeriodReader, at: int, place: int) -> PeriodRead | None:
    """Read `the first half of 2023`, `the third quarter 2022`, `the last six months of 2023`, `half of 2023`."""
    number, is_last = ORDINALS.get(reader.low(place), 0), reader.low(place) in _LAST_PARTS
    place += bool(number or is_last)
    count = reader.count(place)
    if count and number == 1 and (found := _some_months(reader, place, count, at)):
        return found
    if several := _several_parts(reader, at, place, number, is_last=is_last):
        return several
    if is_last and 0 < count < LAST_MONTH and reader.low(place + 1) == "months":
        number, length, place = 1, count, place + 1
    else:
        length = _PARTS.get(reader.low(place), 0)
        number = LAST_MONTH // length if is_last and length else number
    place += 1
    is_joined = reader.low(place) in {"of", "in", ","}
    place += is_joined
    if not length or not number or number * length > LAST_MONTH:
        return None
    if year := reader.year(place):
        last = LAST_MONTH if is_last else number * length
        return reader.run(at, place + 1 - at, (year, last - length + 1), (year, last))
    if is_joined and reader.low(place) in {"the", "that", "this"} and reader.low(place + 1) in _THIS_YEAR:
        return reader.made(PeriodKind.RELATIVE, at, place + 2 - at)
    return None


_THIS_YEAR = frozenset({"year", "current", "same"})


def _several_parts(reader: PeriodReader, at: int, place: int, number: int, *, is_last: bool) -> PeriodRead | None:
    """Read `the first three quarters of 2023`, `the last two quarters of 2023`, `the second and third quarters`.

    Args:
        reader: of the text.
        at: where the period begins.
        place: behind the word that says which part is the first.
        number: of that part; 0 for the last.
        is_last: whether the parts are counted from the end of the year.
    """
    count = reader.count(place)
    if (joint := reader.low(place)) in {"and", "to"}:
        place += 1 + (reader.low(place + 1) == "the")
        count = ORDINALS.get(reader.low(place), 0) + 1 - number if number else 0
        count = 0 if joint == "and" and count != 2 else count  # not "the first and third quarters"
    length = _PARTS.get(reader.low(place + 1).removesuffix("s"), 0)
    year = reader.year(place + 2 + (reader.low(place + 2) in {"of", "in"}))
    number = LAST_MONTH // length + 1 - count if length and is_last else number
    last = (number + count - 1) * length
    if not (year and number > 0 and count > 0 and 0 < last <= LAST_MONTH):
        return None
    used = place + 3 + (reader.low(place + 2) in {"of", "in"}) - at
    return reader.run(at, used, (year, (number - 1) * length + 1), (year, last))


def _point(reader: PeriodReader, at: int, place: int, word: str) -> PeriodRead | None:
    """Read `the end of 2021`, `end 2021`, `year-end 2021`, `the end of March 2023`, `mid-2022`, `mid-March 2022`."""
    if joined := _JOINED_POINT.fullmatch(word):
        year = reader.year(place + 1)
        if joined[2].isdecimal():
            year, months, used = int(joined[2]), (1, LAST_MONTH), 1
        else:
            months, used = (MONTH_NUMBERS.get(joined[2], 0),) * 2, 2
        is_year = 1900 <= year < 2100 and months[0]
        return (
            _made_point(reader, at, place + used, joined[1], (year, months[0]), (year, months[1])) if is_year else None
        )
    if word not in _POINTS:
        return None
    behind = place + 1
    if reader.low(behind) == "of":
        behind += 1
        while reader.low(behind) in _UNHEARD:
            behind += 1
    elif place != at and word != "year-end":  # "the end 2021" is none
        return None
    found = read_period(reader.text, reader.tokens, behind)
    if found is None or found[0].kind not in {PeriodKind.YEAR, PeriodKind.PART}:
        return None
    first, last = found[0].first, found[0].last
    return _made_point(reader, at, behind + found[1], word, first, last) if first and last else None


def _made_point(reader: PeriodReader, at: int, end: int, word: str, first: Month, last: Month) -> PeriodRead:
    """Return the day at the end, in the middle or at the beginning of some months."""
    match _POINTS[word]:
        case 12:
            return reader.made(PeriodKind.DATE, at, end - at, last, day=_last_day(*last))
        case 1:
            return reader.made(PeriodKind.DATE, at, end - at, first, day=1)
        case _:
            months = (last[0] - first[0]) * LAST_MONTH + last[1] - first[1]
            middle = first[0] * LAST_MONTH + first[1] - 1 + months // 2
            return reader.made(PeriodKind.DATE, at, end - at, (middle // LAST_MONTH, middle % LAST_MONTH + 1))


def _last_day(year: int, month: int) -> int:
    """Return the last day of a month."""
    later = dt.date(year, month, 28) + dt.timedelta(days=4)  # always in the next month
    return (later - dt.timedelta(days=later.day)).day


def _is_later_part(reader: PeriodReader, at: int) -> bool:
    """Return whether `the second half` or `the third quarter` begins at a token."""
    is_numbered = reader.low(at) == "the" and reader.low(at + 1) in {"second", "third", "fourth"}
    return is_numbered and reader.low(at + 2) in {"half", "quarter"}


def _past(reader: PeriodReader, at: int, place: int) -> PeriodRead | None:
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
