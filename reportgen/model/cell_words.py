"""The words of a workbook's cells: how values, units, periods and answers are written, and what people type for them.

What is written and read again is the same. Heads and cells are compared without regard to case and spaces.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from itertools import takewhile
from typing import Any

from msgspec import Struct

from reportgen.model.indicators import Currency, Noun, Share, Unit
from reportgen.model.periods import Period
from reportgen.model.sheets import IndicatorColumn, PeriodColumn
from reportgen.regex import regex

NO_DATA = ".."
"""A value that was asked for and is not known: the United Nations' sign for "not available"."""
YES, NO = "yes", "no"
YES_WORDS = frozenset({YES, "true", "да", "oui", "sí", "si", "1"})
_NO_WORDS = frozenset({NO, "false", "нет", "non", "0"})
"""What is read as yes, and as no."""
PERCENT, RANK = "per cent", "rank"
ALL_WORDS = frozenset(
    {"all", "все", "всё", "tout", "tous", "toutes", "todo", "todos", "todas", "全部", "所有", "الكل", "كل", "جميعها"}
)
"""What is read as all sub-questions."""
_LETTERS = regex(r"([a-z])\1?")
_BETWEEN_LETTERS = regex(r"[\s,;/&+()\[\].、，；（）،؛和及و]+|(?<![a-z])(?:and|и|et)(?![a-z])")
_RANGE = regex(r"\b([a-z])[\s().]*(?:[-–—至到]|إلى|(?<![a-z])to(?![a-z]))[\s().]*([a-z])\b")
_PERCENTS = {"per cent", "percent", "percentage", "%"}
CURRENCY = "currency"
"""The word before the symbol of a currency."""
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
    return "".join(text.split()).casefold().rstrip(":*：")


def period_header(period: Period, holds: PeriodColumn = PeriodColumn.VALUE) -> str:
    """Return the head of a period's column: `2023`, `2023 status`, `2023-H1 note`."""
    return str(period) if holds is PeriodColumn.VALUE else f"{period} {holds.value}"


def parse_period_header(text: str) -> PeriodHeader | None:
    """Read the head of a period's column, or None where it is none.

    A word for “year” beside a year says nothing more and is passed over: `2023 г.`, `Jahr 2023`, `2023年`. What may be
    another span of months (`FY2023`, `2023/24`) is no head.
    """
    words = with_plain_digits(text).casefold().split()
    holds = PeriodColumn.VALUE
    if len(words) > 1 and words[-1] in {PeriodColumn.STATUS, PeriodColumn.NOTE}:
        holds = PeriodColumn(words.pop())
    written = " ".join(words)
    period = _parse_period(written)
    if period is not None:
        return PeriodHeader(period, holds)
    period = _parse_period(_YEAR_WORD_BEFORE.sub("", _YEAR_WORD_AFTER.sub("", written), count=1))
    return None if period is None else PeriodHeader(period, holds, is_worded=True)


def with_plain_digits(text: str) -> str:
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
            return f"{CURRENCY} {_guarded(unit.currency)}"
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
    if lowered.startswith(f"{CURRENCY} ") and len(sides) == 1:
        return {"currency": _freed(written[len(CURRENCY) :].strip())}
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
    if written.strip("（）(). ") in ALL_WORDS:
        return ["all"]
    spelled = _RANGE.sub(lambda found: " ".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))), written)
    letters = [one for one in _BETWEEN_LETTERS.split(spelled) if one]
    if not letters or not all(map(_LETTERS.fullmatch, letters)):
        raise ValueError("it is neither letters of sub-questions nor “all”")
    return list(dict.fromkeys(letters))


def format_letters(letters: Iterable[str]) -> str:
    """Return the letters of sub-questions as a cell: `(a), (c)`; `all`."""
    return ", ".join(letter if letter == "all" else f"({letter})" for letter in letters)


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
