"""How a submission stands in a workbook: names of sheets and columns, and the words of their cells.

Intake reads workbooks by this module and `workbook/` writes them by it, so that a submission that is written
and read again is the same. Nothing here knows a file format; cells are text, numbers and dates.

Three sheets, and where needed a fourth, `Tables`, found by name without regard to case:

- `About`: a row a fact, label then value: `Agency`, `Date`, `Contact`.
- `Replies`: a row a reply, printed in their order: `Issue`, `Text`, optional `Key`. Text holds one paragraph or
  several with an empty line between them; space around it does not count.
- `Indicators`: a row a series. A row with `Part of` is a part of the indicator with that key: it has a label,
  values, and where needed `By` and `Exhaustive`; it has no key of its own. A column a period (`2023`, `2023-H1`,
  `2020-2023`), with `2023 status` and `2023 note` beside it where they are needed.

An empty cell is a field that is not given. A value that was asked for and is not known is written `..`.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from itertools import takewhile
from typing import Any

from msgspec import Struct

from reportgen.model.indicators import Currency, Noun, Share, Unit
from reportgen.model.periods import Period
from reportgen.regex import regex


class Sheet(StrEnum):
    """The sheets of a submission."""

    ABOUT = "About"
    REPLIES = "Replies"
    INDICATORS = "Indicators"
    TABLES = "Tables"
    """Optional; how tables stand on it, `model.table_sheet` says."""
    PROBLEMS = "Problems"


class About(StrEnum):
    """The labels of the sheet `About`."""

    AGENCY = "Agency"
    DEPARTMENT = "Department"
    DATE = "Date"
    CONTACT = "Contact"


class ReplyColumn(StrEnum):
    """The columns of the sheet `Replies`."""

    ISSUE = "Issue"
    TEXT = "Text"
    ANSWERS = "Answers"
    """The letters of the sub-questions that the row answers: `(a)`, `a, c`, `all`."""
    KEY = "Key"


class IndicatorColumn(StrEnum):
    """The columns of the sheet `Indicators` that stand before the periods."""

    KEY = "Key"
    LABEL = "Label"
    UNIT = "Unit"
    MEASURE = "Measure"
    ISSUE = "Issue"
    PART_OF = "Part of"
    BY = "By"
    EXHAUSTIVE = "Exhaustive"
    SOURCE = "Source"
    PUBLISHED = "Published"
    REPORT = "Report"
    SHOW = "Show"
    SHARE = "Share"
    """Of a percentage, the keys of the two indicators that it is worked out of: `women of staff`."""
    BREAKS = "Breaks"
    """Breaks in the series, one a line: `2021: new definition`."""
    NOTE = "Note"
    """For the coordinator; it is not part of the report. A note to one figure stands in `2023 note`."""
    OFFERED = "Offered"
    """`yes`: a row that a workbook offers to be filled in. Without figures it says nothing, and is no indicator."""


class FormColumn(StrEnum):
    """Columns that workbooks are sent out with for the people who fill them in; nothing is read from them."""

    ASKED = "The Committee asks"
    WORDS = "Words"
    NOTHING = "Nothing to add"
    LAST = "The last report said"
    MISSING = "Missing"
    SUMS = "Sums"


class PeriodColumn(StrEnum):
    """What a column of a period holds."""

    VALUE = "value"
    STATUS = "status"
    NOTE = "note"


class AnswerColumn(StrEnum):
    """The columns of the sheet `Problems` that a marked copy of a workbook begins with."""

    CODE = "Code"
    STATE = "State"
    """Whether it still stands, which the workbook keeps telling."""
    PLACE = "Where"
    PROBLEM = "What is wrong"
    ACTION = "What to do"
    INDICATOR = "Indicator"
    PART = "Part"
    PERIOD = "Period"
    VALUE = "Value"
    ANSWER = "Your answer"
    """`confirmed`, or empty."""
    REASON = "Reason"


class ReadingColumn(StrEnum):
    """The columns of the sheet `In the report` of a marked copy; nothing is read from it."""

    ISSUE = "Issue"
    READING = "How the report will read"
    PLACE = "From"


CONFIRMED = "confirmed"
MARK_OF_COMMENTS = "— reportgen —"
"""Stands before what a marked copy adds to comments, so that it is known again; programs do not keep their authors."""
MARK_OF_CORRECTIONS = "— corrected —"
"""Stands before what a corrected copy adds to comments: the text that a cell had before."""
FORMAT_VERSION = 1
"""The version of the workbooks that are sent out; it stands in their properties."""
FORMAT_PROPERTY = "reportgen format"
PROJECT_PROPERTY = "reportgen project"
"""The symbol of the report that a workbook was made for."""
AGENCY_PROPERTY = "reportgen agency"
DEPARTMENT_PROPERTY = "reportgen department"
"""The code of the department that it was made for; none: the agency as a whole."""
LANGUAGE_PROPERTY = "reportgen language"
"""The code of the language that its words are in."""
VERSION_PROPERTY = "reportgen version"
"""The beginning of the SHA-256 of what the workbook was filled from, so that a cell left as it was can be told."""
ISSUES_PROPERTY = "reportgen issues"
"""The beginning of the SHA-256 of the issues that it asks about."""

START_SHEET = "Start here"
"""The first sheet of a workbook that is sent out; nothing is read from it."""
READING_SHEET = "In the report"
"""The sheet of a marked copy that shows how the report will read; nothing is read from it."""
FORM_REPLIES = (
    *(ReplyColumn.ISSUE, FormColumn.ASKED, ReplyColumn.TEXT, ReplyColumn.ANSWERS, FormColumn.WORDS),
    *(FormColumn.NOTHING, FormColumn.LAST),
    ReplyColumn.KEY,
)
"""The columns of the sheet `Replies` as it is sent out, from left to right."""
BEFORE_YEARS = (IndicatorColumn.ISSUE, IndicatorColumn.LABEL, IndicatorColumn.KEY, IndicatorColumn.UNIT)
"""The columns of the sheet `Indicators` as it is sent out, from left to right: those before the years …"""
AFTER_YEARS = (
    *(FormColumn.MISSING, FormColumn.SUMS, IndicatorColumn.SOURCE, IndicatorColumn.MEASURE, IndicatorColumn.NOTE),
)
"""… those after the years …"""
AFTER_NOTES = (IndicatorColumn.BREAKS, IndicatorColumn.PART_OF)
"""… those after the statuses and notes of the years …"""
WHERE_USED = (
    *(IndicatorColumn.BY, IndicatorColumn.EXHAUSTIVE, IndicatorColumn.REPORT, IndicatorColumn.SHOW),
    *(IndicatorColumn.SHARE, IndicatorColumn.PUBLISHED),
)
"""… those that most workbooks do not need, and last `Offered`."""
FORM_INDICATORS = (*BEFORE_YEARS, *AFTER_YEARS, *AFTER_NOTES, *WHERE_USED, IndicatorColumn.OFFERED)
"""All of them, but for those of the years."""
POINTER = "▸"
"""Ends the words before the cells that a reply is written into, in each translation of the form."""

NEEDED_REPLIES = (ReplyColumn.ISSUE, ReplyColumn.TEXT)
"""Columns without which the sheet `Replies` cannot be read."""
NEEDED_INDICATORS = (IndicatorColumn.KEY,)
"""Columns without which the sheet `Indicators` cannot be read."""
NO_DATA = ".."
"""A value that was asked for and is not known: the United Nations' sign for "not available"."""
YES, NO = "yes", "no"
YES_WORDS = frozenset({YES, "true", "да", "oui", "sí", "si", "1"})
_NO_WORDS = frozenset({NO, "false", "нет", "non", "0"})
"""What is read as yes, and as no."""
PERCENT, RANK = "per cent", "rank"
ALL_WORDS = frozenset({"all", "все", "всё", "tout", "tous", "toutes", "todo", "todos", "todas"})
"""What is read as all sub-questions."""
_LETTERS = regex(r"([a-z])\1?")
_BETWEEN_LETTERS = regex(r"[\s,;/&+()\[\].]+|(?<![a-z])(?:and|и|et)(?![a-z])")
_RANGE = regex(r"\b([a-z])[\s().]*(?:[-–—]|(?<![a-z])to(?![a-z]))[\s().]*([a-z])\b")
_PERCENTS = {"per cent", "percent", "percentage", "%"}
_CURRENCY = "currency"
_OF = "of"
_SLASHES = regex(r"(?<![^ ])/+(?![^ ])")
_SEPARATOR = regex(r"(?<= )/(?= )")
_ALIKE = 2
"""Letters that two forms of one word share at the least."""
_YEAR_WORDS = (
    *("year", "years", "calendar year", "год", "года", "году", "годы", "гг", "г", "рік", "роки", "рр", "р"),
    *("jahr", "jahre", "année", "annee", "années", "an", "año", "ano", "años", "anos", "anno", "anni", "rok", "jaar"),
    *("år", "vuosi", "yıl", "yil", "жыл", "жылы", "ж", "سنة", "عام", "سال", "年", "년", "năm", "ปี"),
)
"""Words for “year” that say nothing but that; `年度` and `fiscal` are none of them, for they begin in any month."""
_YEAR_WORD = "|".join(sorted(map(re.escape, _YEAR_WORDS), key=len, reverse=True))
_YEAR_WORD_BEFORE = regex(rf"^(?:{_YEAR_WORD})\.?\s*:?\s*(?=\d)", re.IGNORECASE)
_YEAR_WORD_AFTER = regex(rf"(?<=\d)\s*(?:{_YEAR_WORD})\.?$", re.IGNORECASE)


class PeriodHeader(Struct, frozen=True):
    """A column of the values, the statuses or the notes of one period."""

    period: Period
    holds: PeriodColumn
    is_worded: bool = False
    """Whether a word for “year” stands beside it."""

    def is_of(self, other: "PeriodHeader") -> bool:
        """Return whether two heads are those of the same column, with or without a word: `2023`, `2023 г.`."""
        return (self.period, self.holds) == (other.period, other.holds)


def same_name(text: str) -> str:
    """Return a name as it is compared (of a sheet, a column, a label): without case, spaces, closing `:` or `*`."""
    return "".join(text.split()).casefold().rstrip(":*")


def period_header(period: Period, holds: PeriodColumn = PeriodColumn.VALUE) -> str:
    """Return the head of a period's column: `2023`, `2023 status`, `2023-H1 note`."""
    return str(period) if holds is PeriodColumn.VALUE else f"{period} {holds.value}"


def parse_period_header(text: str) -> PeriodHeader | None:
    """Read the head of a period's column, or None where it is none.

    A word for “year” beside a year says nothing more and is passed over: `2023 г.`, `Jahr 2023`, `2023年`. What may be
    another span of months (`FY2023`, `2023/24`) is no head.
    """
    words = _with_plain_digits(text).casefold().split()
    holds = PeriodColumn.VALUE
    if len(words) > 1 and words[-1] in {PeriodColumn.STATUS, PeriodColumn.NOTE}:
        holds = PeriodColumn(words.pop())
    written = " ".join(words)
    period = _parse_period(written)
    if period is not None:
        return PeriodHeader(period, holds)
    period = _parse_period(_YEAR_WORD_BEFORE.sub("", _YEAR_WORD_AFTER.sub("", written), count=1))
    return None if period is None else PeriodHeader(period, holds, is_worded=True)


def _with_plain_digits(text: str) -> str:
    """Return text with the digits of every script as 0 to 9."""
    return text if text.isascii() else "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _parse_period(written: str) -> Period | None:
    try:
        return Period.parse("".join(written.split()).upper())
    except ValueError:
        return None


def format_unit(unit: Unit) -> str:
    """Return a unit as a cell: `person / persons`, `currency T`, `per cent`, `rank`."""
    match unit:
        case Noun():
            return _format_noun(unit)
        case Currency():
            return f"{_CURRENCY} {_guarded(unit.currency)}"
        case "percent":
            return PERCENT
        case _:
            return RANK


def parse_unit(text: str) -> Any:
    """Read a unit's cell as plain data: `{"one": …, "other": …}`, `{"currency": …}`, `percent` or `rank`.

    Raises:
        ValueError: with words for the user, where it is none of them.
    """
    written = text.strip()
    sides = _SEPARATOR.split(written)
    if len(sides) == 2 and all(side.strip() for side in sides):
        return _noun(sides)
    lowered = written.casefold()
    if lowered in _PERCENTS:
        return "percent"
    joined = _two_numbers(written)
    if joined is not None:
        return _noun(joined)
    if lowered == RANK:
        return RANK
    if lowered.startswith(f"{_CURRENCY} ") and len(sides) == 1:
        return {"currency": _freed(written[len(_CURRENCY) :].strip())}
    raise ValueError("it is none of “person / persons”, “per cent”, “rank”, “currency T”")


def _two_numbers(written: str) -> list[str] | None:
    """Return both numbers of one word with a slash between them and no blanks: `report/reports`, but not `km/h`.

    Two forms of one word begin alike, and what they do not share at the beginning they may share at the end
    (`woman/women`).
    """
    sides = [side.strip() for side in written.split("/")]
    if len(sides) != 2 or not all(sides):
        return None
    one, other = sorted((side.casefold() for side in sides), key=len)
    before = _same_letters(one, other)
    after = _same_letters(one[before:][::-1], other[before:][::-1])
    alike = before + after
    return sides if before and alike >= _ALIKE and alike * 3 >= len(one) else None


def _same_letters(one: str, other: str) -> int:
    """Return how many letters two words share at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def format_part_label(label: str | Noun) -> str:
    """Return the label of a part as a cell: `on grounds of sex`, or both numbers of a noun: `woman / women`."""
    return _format_noun(label) if isinstance(label, Noun) else _guarded(label)


def parse_part_label(text: str) -> Any:
    """Read the label of a part as plain data: text, or `{"one": …, "other": …}` where it has both numbers."""
    sides = _SEPARATOR.split(text.strip())
    if len(sides) == 2 and all(side.strip() for side in sides):
        return _noun(sides)
    return _freed(text.strip())


def parse_truth(text: str) -> bool | None:
    """Read a cell of yes or no, or None where it is neither."""
    word = text.strip().casefold()
    return True if word in YES_WORDS else False if word in _NO_WORDS else None


def parse_letters(text: str) -> list[str]:
    """Read a cell of the letters of sub-questions: `(a)`, `a, c`, `(a) to (c)`, `all`.

    Raises:
        ValueError: with words for the user, where it is none of these.
    """
    written = " ".join(text.casefold().split())
    if written.strip("(). ") in ALL_WORDS:
        return ["all"]
    spelled = _RANGE.sub(lambda found: " ".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))), written)
    letters = [one for one in _BETWEEN_LETTERS.split(spelled) if one]
    if not letters or not all(map(_LETTERS.fullmatch, letters)):
        raise ValueError("it is neither letters of sub-questions nor “all”")
    return list(dict.fromkeys(letters))


def format_letters(letters: Iterable[str]) -> str:
    """Return the letters of sub-questions as a cell: `(a), (c)`; `all`."""
    return ", ".join(one if one == "all" else f"({one})" for one in letters)


def format_share(share: Share) -> str:
    """Return what a percentage is a share of, as a cell: `women of staff`."""
    return f"{share.part} {_OF} {share.of}"


def parse_share(text: str) -> dict[str, str]:
    """Read a cell of a share as plain data.

    Raises:
        ValueError: with words for the user, where it is not two keys with `of` between them.
    """
    match text.split():
        case [part, of, whole] if of.casefold() == _OF:
            return {"part": part, "of": whole}
    raise ValueError("it is not two keys with “of” between them")


def format_breaks(breaks: dict[Period, str]) -> str:
    """Return breaks in a series as a cell, one a line: `2021: new definition`."""
    return "\n".join(f"{period}: {text}" for period, text in breaks.items())


def parse_breaks(text: str) -> dict[str, str]:
    """Read a cell of breaks as plain data.

    Raises:
        ValueError: with words for the user, where a line is not `2021: what changed`.
    """
    breaks = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        period, colon, words = line.partition(":")
        if not colon or not words.strip():
            raise ValueError("a line is not written as “2021: what changed”")
        breaks[str(Period.parse(period))] = words.strip()
    return breaks


_COLUMNS = {column.value.casefold(): column.value for column in IndicatorColumn}


def field_in_words(name: str, period: Period | None = None, part: str | None = None) -> str:
    """Return what a message calls a field of an indicator, a part or an observation: by the head of its column.

    Args:
        name: of the field in the model.
        period: of an observation, or of a break in the series.
        part: the label of a part.
    """
    words = f"“{_COLUMNS.get(name, name.capitalize())}”"
    if period is not None and name == IndicatorColumn.BREAKS.casefold():
        words = f"{words} for {period}"
    elif period is not None:
        words = f"the value for {period}" if name == PeriodColumn.VALUE else f"“{period} {name}”"
    return words if part is None else f"{words} of the part “{part}”"


def value_in_words(value: object) -> str:
    """Return a value of a field as a cell shows it: `“person / persons”`, `“yes”`, `348`, `no data`."""
    match value:
        case None:
            return "no data"
        case Decimal():
            return f"{value:f}"
        case bool():
            return f"“{YES if value else NO}”"
        case Noun():
            return f"“{_format_noun(value)}”"
        case Currency():
            return f"“{format_unit(value)}”"
        case Share():
            return f"“{format_share(value)}”"
        case "percent":
            return f"“{PERCENT}”"
        case int():
            return str(value)
    return f"“{value}”"


def _format_noun(noun: Noun) -> str:
    return f"{_guarded(noun.one)} / {_guarded(noun.other)}"


def _noun(sides: list[str]) -> dict[str, str]:
    one, other = (_freed(side.strip()) for side in sides)
    return {"one": one, "other": other}


def _guarded(text: str) -> str:
    """Return text in which a slash of its own is not taken for the one between two numbers: it is doubled."""
    return _SLASHES.sub(lambda found: found.group() + "/", text)


def _freed(text: str) -> str:
    """Return the text that `_guarded` guarded."""
    return _SLASHES.sub(lambda found: found.group()[1:] if len(found.group()) > 1 else "/", text)
