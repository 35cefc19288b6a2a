"""Numbers: in words or in figures, thousands, decimals, per cent, ordinals.

Editorial Manual, “Numbers, dates and time”.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from reportgen.checks.editorial.passage import (
    FIGURE,
    RUNNING,
    EditorialPassage,
    Notice,
    PassageKind,
    Rule,
    rewriting,
    with_capital,
)
from reportgen.checks.editorial.words import ANY_FIGURE, IN_WORDS, NUMBER, is_year, names_something, word_before
from reportgen.claims.passages import Span
from reportgen.languages.en.editorial import BEHIND_YEARS, NOT_COUNTED
from reportgen.languages.en.lexicon import CURRENCY_CODES
from reportgen.languages.en.months import MONTH
from reportgen.languages.en.numerals import cardinal, ordinal
from reportgen.regex import regex

_TEN = 10
_TWO = 2
"""Digits of a number that may be written in words; Python reads no number of more than 4,300."""
_SMALL_WORDS = "|".join(word for word, number in IN_WORDS.items() if 1 < number < _TEN)
"""Without `one`, which may be a pronoun."""
_LARGE_WORDS = "|".join(sorted((word for word, number in IN_WORDS.items() if number >= _TEN), key=len, reverse=True))
_WORDS = "|".join(sorted(IN_WORDS, key=len, reverse=True))
_AMOUNTS = r"per cent|percentage|million|billion|times"

_PARTS = {"2": "half", "3": "third", "4": "quarter", "5": "fifth", "10": "tenth"}
"""Of simple fractions."""

# ---- words and figures ------------------------------------------------------------------------------------------


def _is_idiom(passage: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether words are a ratio, stand beside a figure, or are part of a longer number: `one in twelve`."""
    before = passage.text[max(0, match.start() - 14) : match.start()].rstrip()
    after = passage.text[match.end() : match.end() + 12].lstrip()
    return (
        before.endswith(("in", "out of", "-", "hundred and", "thousand and", "hundred", "thousand"))
        or before[-1:].isdigit()
        or before[-1:] == FIGURE
        or after[:1] in {"-", "‑"}
        or after[:1].isdigit()
        or after.startswith(("hundred", "thousand", "million", "billion", "per cent", "percent", "%", "times"))
    )


_PAIR = regex(rf"\b(?:{_WORDS})\s(?:to|or|and)\s$")
_PAIR_AFTER = regex(rf"\s(?:to|or|and)\s(?:{_WORDS})\b")


def _is_paired(passage: EditorialPassage, match: re.Match[str]) -> bool:
    """Return whether a number stands with another one in words, which must be changed with it: `three to twelve`."""
    return passage.follows(_PAIR, match.start()) or _PAIR_AFTER.match(passage.text, match.end()) is not None


_SMALL = regex(rf"(?<![\w.,/:;–‑\-№#$€£+{FIGURE}])(?P<figure>[1-9])\s(?P<noun>[a-z][a-z’-]+)")
_OTHER_FIGURE = regex(rf"{ANY_FIGURE}")
_DATED = regex(rf"\b\d{{1,2}}(?:–\d{{1,2}})?\s{MONTH}")


def _small_figures(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield figures below ten that stand alone in their sentence; in a series all numbers are written alike."""
    for span in passage.sentences:
        matches = list(_SMALL.finditer(passage.text, span.start, span.end))
        counting = set(_counting(passage, span)) if matches else set()
        for match in matches:
            start = match.start("figure")
            if counting == {start} and match["noun"] not in NOT_COUNTED and not passage.begins_sentence(start):
                words = cardinal(int(match["figure"]))
                series = "unless it stands with numbers of 10 or more for the same thing"
                yield Notice("RG903", start, match.end(), advice=f"write “{words} {match['noun']}”, {series}")


def _counting(passage: EditorialPassage, span: Span) -> Iterator[int]:
    """Yield where the numbers of a sentence stand that count something; not years, dates and the numbers of things."""
    dates = [found.span() for found in _DATED.finditer(passage.text, span.start, span.end)]
    for found in _OTHER_FIGURE.finditer(passage.text, span.start, span.end):
        at = found.start()
        place = bisect_right(dates, (at, len(passage.text))) - 1
        dated = place >= 0 and at < dates[place][1]
        if not dated and not is_year(found.group()) and not _is_named(passage, at):
            yield at


def _is_named(passage: EditorialPassage, index: int) -> bool:
    """Return whether a number follows what it is the number of: a word of the list, or a name: `Order 5`."""
    name = word_before(passage.text, index)[:1].isupper() and not passage.begins_sentence(index - 2)
    return name or names_something(passage.text, index)


def _fraction_in_words(passage: EditorialPassage, match: re.Match[str]) -> str:
    """Return `two thirds` for 2/3."""
    count, part = int(match["count"]), _PARTS[match["part"]]
    words = part if part == "half" else f"{cardinal(count)} {part}{'s' if count > 1 else ''}"
    return with_capital(passage, match, words)


_OPENING_FIGURE = regex(rf"[“‘(]?(?P<figure>{NUMBER})(?P<rest>\s(?:[a-z]+|per cent))?")


_SERIES = regex(
    rf"(?<![\w-])(?P<word>{_SMALL_WORDS})\s(?:[a-z-]+\s)?(?P<noun>[a-z]{{2,}})(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s)"
    rf"(?P<figure>{NUMBER})\s(?P<other>[a-z]{{2,}})"
    rf"|(?<![\w.,/-])(?P<first>{NUMBER})\s(?:[a-z-]+\s)?(?P<counted>[a-z]{{2,}})(?:\sand\s|\sor\s)"
    rf"(?P<second>{_SMALL_WORDS})\s(?P<thing>[a-z]{{3,}})"
)


def _series(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield numbers of one series in words and in figures: `five women and 12 men`."""
    for match in _SERIES.finditer(passage.text):
        word, figure = match["word"] or match["second"], match["figure"] or match["first"]
        nouns = {match["noun"], match["other"], match["counted"], match["thing"]} - {None}
        is_large = len(figure) >= _TWO and "." not in figure and not is_year(figure)
        if is_large and nouns.isdisjoint(NOT_COUNTED) and "times" not in nouns:
            start = match.start("word") if match["word"] else match.start("second")
            advice = f"write “{IN_WORDS[word.casefold()]}” beside “{figure}”: one of them is 10 or more"
            yield Notice("RG397", min(start, match.start()), match.end(), advice=advice)


def _opening_figures(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield figures at the beginning of a sentence."""
    for span in passage.sentences:
        match = _OPENING_FIGURE.match(passage.text, span.start, span.end)
        after = passage.text[match.end("figure") : match.end("figure") + 2] if match else ""
        if match is None or after in {". ", ") "} or after[:1].isalpha():
            continue
        figure = match["figure"]
        better = None
        if figure.isdigit() and len(figure) <= _TWO and int(figure) and match["rest"]:
            better = cardinal(int(figure)).capitalize()
        advice = "write the number in words, or begin with another word, for example “A total of …”"
        if is_year(figure):
            advice = f"begin with another word, for example “In {figure}, …”"
        yield Notice("RG904", match.start("figure"), match.end("figure"), better, advice)


# ---- thousands --------------------------------------------------------------------------------------------------

_AFTER_NUMBER = r"(?=\s[a-z]{2}|[,.;:)]?(?:\s|$))"
_THOUSANDS = regex(rf"(?<![\w.,/–‑\-№#:+=])(?P<digits>[1-9]\d{{3,14}})(?P<decimals>\.\d+)?(?![\w/–‑-]){_AFTER_NUMBER}")
_NOUN = regex(r"\s([a-z]+)")
_YEAR_BEHIND = regex(r"\s\(\d{4}\)")


def _thousands(passage: EditorialPassage) -> Iterator[Notice]:
    """Yield numbers from 1,000 on without a comma; years and the numbers of things have none."""
    for match in _THOUSANDS.finditer(passage.text):
        digits = match["digits"]
        noun = _NOUN.match(passage.text, match.end())
        counted = noun is not None and noun[1] not in BEHIND_YEARS
        before = word_before(passage.text, match.start())
        named = names_something(passage.text, match.start()) or (
            before[:1].isupper() and not _is_symbol(before, digits)
        )
        year = is_year(digits) or (len(digits) == len("2024") and not counted)
        if not year and not named and _YEAR_BEHIND.match(passage.text, match.end()) is None:
            better = f"{int(digits):,}{match['decimals'] or ''}"
            yield Notice("RG906", match.start(), match.end(), better)


def _is_symbol(word: str, digits: str) -> bool:
    """Return whether a word before a number is the symbol of a currency; a letter is one only before a large number."""
    return word.isupper() and word.casefold() in CURRENCY_CODES and (len(word) > 1 or len(digits) > _SIX)


_SIX = 6
"""Digits up to which a letter before a number may name it: `form T 12345`."""

# ---- the rules --------------------------------------------------------------------------------------------------

_MONTH_BEFORE = regex(rf"{MONTH}\s$")
_SHORT = {"mln": "million", "mio": "million", "bln": "billion", "bn": "billion", "mlrd": "billion", "mlr": "billion"}

RULES = (
    rewriting(
        "RG901",
        rf"(?<![\w,.{FIGURE}])(?P<figure>{NUMBER})[\s-]?(?:%|percent\b|pct\b\.?|per-cent\b|p\.c\.)",
        r"\g<figure> per cent",
    ),
    rewriting(
        "RG901",
        r"(?<!\d)(?<!\d[\s-])(?:%|\bpercent\b|\bpct\b|\bper-cent\b)",
        None,
        advice="write the figure and “per cent”; a reference to a percentage writes both by itself",
    ),
    rewriting(
        "RG901",
        rf"(?<![\w-])(?P<word>{_WORDS})\s(?:per\s?cent\b(?!age)|%)",
        lambda _, match: f"{IN_WORDS[match['word']]} per cent",
    ),
    rewriting(
        "RG902",
        rf"(?<![\w-])(?P<word>{_LARGE_WORDS})(?![\w‑])",
        lambda passage, match: None if _is_paired(passage, match) else str(IN_WORDS[match["word"]]),
        advice="write both numbers in figures",
        unless=_is_idiom,
        kinds=RUNNING,
    ),
    Rule("RG903", _small_figures, RUNNING),
    Rule("RG397", _series, RUNNING),
    Rule("RG904", _opening_figures, frozenset({PassageKind.PARAGRAPH})),
    rewriting(
        "RG905",
        rf"(?<![\w,.-])(?P<figure>[1-9]\d?)(?:st|nd|rd|th)(?=\s[a-z-]|[,.;)])(?!\s(?:of\s)?{MONTH})",
        lambda passage, match: with_capital(passage, match, ordinal(int(match["figure"]))),
        unless=lambda passage, match: passage.follows(_MONTH_BEFORE, match.start()),
    ),
    rewriting(
        "RG366",
        rf"(?<![\w-])(?P<count>one|{_SMALL_WORDS})-(?P<part>(?:{'|'.join(_PARTS.values())})s?)(?=\sof\b|[,.;)])",
        r"\g<count> \g<part>",
    ),
    rewriting(
        "RG366",
        rf"(?<![\w.,/–-])(?<!\d\s)(?P<count>[1-9])/(?P<part>{'|'.join(_PARTS)})(?=\sof\s)",
        _fraction_in_words,
        unless=lambda passage, match: (
            int(match["count"]) >= int(match["part"]) or names_something(passage.text, match.start())
        ),
    ),
    Rule("RG906", _thousands),
    rewriting(
        "RG906",
        r"(?<![\w.,/–-])(?<!\d\s)\d{1,3}(?:[\xa0\u2009\u202f]\d{3})+(?![\w,.]?\d)",
        lambda _, match: re.sub(r"\s", ",", match.group()),
        unless=lambda passage, match: names_something(passage.text, match.start()),
    ),
    rewriting(
        "RG906",
        r"(?<![\w.,/–-])[1-9]\d{0,2}(?:\.\d{3}){2,}(?![\w.,]?\d)",
        lambda _, match: match.group().replace(".", ","),
        unless=lambda passage, match: names_something(passage.text, match.start()),
    ),
    rewriting(
        "RG906",
        r"(?<![\w.,/–-])(?<!\d\s)(?P<head>[1-9]\d{0,2})(?P<tail>(?: \d{3})+)(?![\w,.]?\d)(?=\s[a-z]{3})",
        None,
        advice="write the number with commas, such as 1,058",
        unless=lambda passage, match: names_something(passage.text, match.start()),
    ),
    rewriting(
        "RG907",
        rf"(?<![\w.,–-])(?P<whole>\d{{1,3}}),(?P<decimals>\d{{1,2}})(?=\s?(?:%|{_AMOUNTS}))",
        r"\g<whole>.\g<decimals>",
    ),
    rewriting("RG907", rf"(?<![\w.,)])\.(?P<decimals>\d+)(?=\s?(?:%|{_AMOUNTS}))", r"0.\g<decimals>"),
    rewriting(
        "RG908",
        rf"(?P<figure>{ANY_FIGURE})\s?(?P<short>{'|'.join(_SHORT)})\b(?:\.(?=\s[a-z]))?",
        lambda _, match: f"{match['figure']} {_SHORT[match['short']]}",
    ),
    rewriting(
        "RG908",
        rf"{ANY_FIGURE}\s?(?:thous|tys|ths)\b\.?",
        None,
        advice="write the number in figures with its thousands, such as 5,000",
    ),
)
"""The rules on numbers."""
