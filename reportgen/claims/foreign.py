"""Sort the numbers of a text in another language than English, by signs and a few words that its package has.

Dates are told by the names of months and by years, names by the words before a number ("статья 14", "n° 45"). All else
is given as a statistic: prose in these languages is not read, and somebody has to look at it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from reportgen.claims.passages import Span
from reportgen.languages.language import Language, cldr, load
from reportgen.model import Period
from reportgen.regex import regex

_YEAR = r"(?:19|20|21)\d\d"
_SPACE, _TO = "[ \u00a0\u202f]", r"\s?[-–—/至]\s?"
_IN_DIGITS = (r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)(?!\d)", r"\d{4}-\d\d-\d\d(?!\d)")
"""Days in digits: `05.06.2022`, `2022-06-05`."""
_SOME_YEAR = 2001
"""Any year: the names of months are read off the dates that the language writes."""
_STOP = regex(r"[.!?…]\s+(?=[^\Wa-zà-ÿа-яё\d]|[«“\"¿¡])|[。！？؟]\s*|\n")
_LAST_WORD = regex(r"\w+\Z")


class ForeignNumber(Struct, frozen=True):
    """A number of a text, and what its signs and the words before it say."""

    span: Span
    sentence: Span
    is_date: bool
    is_name: bool


def foreign_numbers(text: str, tag: str) -> Iterator[ForeignNumber]:
    """Yield the numbers of a text that are written in digits, in their order; a date or a name counts once.

    Args:
        text: one or several sentences as they are printed.
        tag: of the language: `ru`.
    """
    pattern = _pattern(tag)
    for sentence in _sentences(text, load(tag)):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            is_date, is_name = found.lastgroup == "date", found.lastgroup == "name"
            yield ForeignNumber(Span(*found.span()), sentence, is_date, is_name)


def _sentences(text: str, language: Language) -> Iterator[Span]:
    """Yield the sentences of a text; a full stop of an abbreviation ends none."""
    start = 0
    for stop in _STOP.finditer(text):
        word = _LAST_WORD.search(text, start, stop.start())
        if stop[0].startswith(".") and word and {word[0], word[0].casefold()} & language.abbreviations:
            continue
        yield Span(start, stop.end())
        start = stop.end()
    yield Span(start, len(text))


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    language, signs = load(tag), cldr(tag)
    group = f"[{signs.group} \u202f\u2009]" if signs.group.isspace() else re.escape(signs.group)
    number = rf"\d{{1,3}}(?:{group}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
    date = "|".join((_months(language), *_IN_DIGITS, rf"{_YEAR}(?:{_TO}{_YEAR})?(?!\d|[.,]\d|{group}\d{{3}})"))
    letters = r"[^\W\d_\u0600-\u06ff\u3400-\u9fff]+"
    name = rf"{language.numbered.pattern}|{letters}(?:/{letters})*[-‑/]\d[\w./-]*"  # CCPR/C/KAZ/3, COVID-19
    return re.compile(rf"(?<![\d.,/])(?:(?P<name>{name})|(?P<date>{date}))|(?P<number>(?<!\d)(?:{number}))")


def _months(language: Language) -> str:
    """Return the pattern of months with a day or a year beside them, or both; a month alone has no number."""
    periods = [Period.parse(f"{_SOME_YEAR}-{month:02}") for month in range(1, 13)]
    written = (
        [language.date_name(dt.date(_SOME_YEAR, month, 1)) for month in range(1, 13)],
        [language.period_name(period) for period in periods],
        [language.when(period) for period in periods],
    )
    names = {name for forms in written for name in _own_words(forms)}
    if not names:
        return rf"(?:{_YEAR}年)?\d{{1,2}}月(?:\d{{1,2}}日)?"
    one_of = "|".join(_SPACE.join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True))
    month = rf"\b(?i:{one_of})\b"
    day, year = rf"\d{{1,2}}(?:er|º|-?го|-?е)?{_SPACE}(?:de{_SPACE})?", rf"{_SPACE}(?:del?{_SPACE})?{_YEAR}(?!\d)"
    return rf"{day}{month}(?:{year})?|{month}{year}"


def _own_words(forms: Sequence[str]) -> Iterator[str]:
    """Yield what tells the months apart in their names: `июня`, and each name of `حزيران/يونيه`."""
    words = [[word for word in form.split() if not any(map(str.isdigit, word))] for form in forms]
    shared = set(words[0]).intersection(*words)
    for own in words:
        name = " ".join(word for word in own if word not in shared)
        yield from {name, *name.split("/")} - {""}
