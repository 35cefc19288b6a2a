"""Sort the numbers of a text by what they are: a date, a name, an amount that the law fixes, a time, or a statistic.

Statistics are what somebody counted, and what may be out of date; the other kinds do not change when data do. Dates,
names with numbers and units are those that the grammar of claims reads (`line.py`); what the law fixes is told by the
words around the number.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from reportgen.claims.attach import attach
from reportgen.claims.foreign import foreign_numbers
from reportgen.claims.line import LONGEST, Line, Term, read_line
from reportgen.claims.model import Measure, Nearness, PeriodKind, Quantity
from reportgen.claims.passages import Span, sentences
from reportgen.languages.en.lexicon import CALLED_BY_NUMBER, NOUN_STOPS
from reportgen.languages.en.numerals import CARDINALS, FRACTIONS, SCALES
from reportgen.languages.words import word_set
from reportgen.regex import regex


class NumberKind(StrEnum):
    """What a number in a text is."""

    DATE = "dates"
    """Years, spans, days and times of day."""
    NAME = "names"
    """Numbers of articles, laws, resolutions, paragraphs, symbols, telephones and the like."""
    LAW = "legal amounts"
    """Fines, benefits, quotas and thresholds that the law fixes."""
    TIME = "times"
    """Ages, durations and ordinals."""
    STATISTIC = "statistics"
    """What was counted or measured."""


class SortedNumber(Struct, frozen=True):
    """A number with its kind."""

    kind: NumberKind
    span: Span
    """In the text, with the unit where one belongs to the number."""
    sentence: Span
    quantity: Quantity | None = None
    """Of amounts, times and statistics: what the grammar read."""


_LINK = regex(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
_OF_LINKS = ("://", "www.", "@")
"""Each link has one of them."""
_HAS_DIGIT = regex(r"\d")


def sort_numbers(
    text: str, is_asked: Callable[[int, int], bool] = lambda *_: True, language: str = "en"
) -> Iterator[SortedNumber]:
    """Yield the numbers of a paragraph in their order, each with its kind.

    A name or a date that holds several numbers ("articles 13 and 14", "2020–2023") counts once. Of numbers in words,
    only those that count something are given. Addresses of pages and mail are passed over.

    Args:
        text: one or several sentences as they are printed.
        is_asked: whether a number is asked for whose characters go from one index to another; sentences without such
            a number are not read, the others as a whole.
        language: of the text; in another one than English all that is no date and no name is a statistic.
    """
    bare = text
    if any(sign in text for sign in _OF_LINKS):  # as in few paragraphs
        bare = _LINK.sub(lambda match: "_" * len(match.group()), text)
    if language != "en":
        yield from _sort_foreign(bare, language)
        return
    if not may_hold_number(bare, Span(0, len(bare)), is_asked):
        return  # as of most paragraphs
    spans = [span for span in sentences(bare) if may_hold_number(bare, span, is_asked)]
    for span, line in zip(spans, read_lines(bare, spans), strict=True):
        for at, item in enumerate(line.items):
            kind = None if item.kind == "m" else kind_at(line, at)
            if kind is not None:
                yield SortedNumber(kind, Span(item.start, item.end), span, item.quantity)


def _sort_foreign(text: str, language: str) -> Iterator[SortedNumber]:
    for number in foreign_numbers(text, language):
        kind = NumberKind.DATE if number.is_date else NumberKind.NAME if number.is_name else NumberKind.STATISTIC
        yield SortedNumber(kind, number.span, number.sentence)


def read_lines(text: str, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield sentences of a text whose numbers have their nouns and periods."""
    for span in spans:
        yield _read(text, span)


@lru_cache(2_000)  # in a single build too, which reads most of them three times
def _read(text: str, span: Span) -> Line:
    """Return a sentence, which its readers leave as it is."""
    line = read_line(text, Span(span.start, min(span.end, span.start + LONGEST)))
    attach(line)
    return line


_FIGURES = regex(r"\d++")
_WORD = regex(r"[A-Za-z]++")
_NUMBER_WORDS = CARDINALS.keys() | SCALES.keys() | FRACTIONS.keys() | {"hundred"}
"""Each number in words has one of them, between hyphens at least: `a third`, `twenty-five`."""


def may_hold_number(text: str, span: Span, is_asked: Callable[[int, int], bool]) -> bool:
    """Return whether figures, or a word of a number, that are asked for stand in some sentences; without reading them.

    Args:
        text: the text that they are of.
        span: from the first of them to the last.
        is_asked: as for `sort_numbers`.
    """
    if any(is_asked(*match.span()) for match in _FIGURES.finditer(text, span.start, span.end)):
        return True
    if _NUMBER_WORDS.isdisjoint(_WORD.findall(text[span.start : span.end].lower())):
        return False  # as of most sentences
    words = _WORD.finditer(text, span.start, span.end)
    return any(is_asked(*word.span()) for word in words if word.group().lower() in _NUMBER_WORDS)


def kind_at(line: Line, at: int) -> NumberKind | None:
    """Return the kind of the number at an index of a line; None where none stands there."""
    kind = _own_kind(line, at)
    return (_shared_kind(line, at) or kind) if kind is NumberKind.STATISTIC else kind


def _own_kind(line: Line, at: int) -> NumberKind | None:
    """Return the kind of a number by itself, whatever the numbers beside it are."""
    item = line.items[at]
    written = line.text[item.start : item.end]
    if not _HAS_DIGIT.search(written):
        return _kind_in_words(line, at) if item.quantity is not None else None
    if item.kind == "p":
        return NumberKind.TIME if _is_some_years(item) else NumberKind.DATE
    if item.kind == "r":
        return NumberKind.NAME
    if _MINUTES.fullmatch(line.text[max(0, item.start - 2) : item.end]):
        return None  # they belong to the hour before
    if _CLOCK.match(line.text[item.end : item.end + _FAR]) or _DAY.fullmatch(written):
        return NumberKind.DATE
    if item.kind == "q" and not _is_name(line, at):
        return NumberKind.DATE if _is_year(line, at) else _kind_of_quantity(line, at)
    return _kind_of_code(written) if item.kind == "c" else NumberKind.NAME


def _is_some_years(item: Term) -> bool:
    """Return whether a period only says how long it is: `the past 3 years`."""
    period = item.period
    return period is not None and period.kind is PeriodKind.RELATIVE and period.years is not None


# ---- dates and names ------------------------------------------------------------------------------------------

_DAY = regex(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})")
_YEAR = regex(r"(?:[a-z]+ )*(?:19|20|21)\d\d")
_CLOCK = regex(r":\d\d(?!\d)|\s?(?:a\.m|p\.m|am\b|pm\b|o[’']clock|hrs\b)")
"""What stands behind the hour of a time of day: `18:00`, `9 a.m.`."""
_MINUTES = regex(r"\d:\d\d")
_LONG_NAME = 5
"""So many figures without a comma are no count: `case 202345`."""
_HYPHENED = regex(r"\d[-‑]$")
_HYPHENED_ON = regex(r"[-‑]\d")
_ADJACENT = frozenset("/#№+_\\")
_TIED = regex(r"\d[\d,.]*[-‑](?P<word>[a-z]+)")
_ORDINAL = regex(r"\d+(?:st|nd|rd|th)|\d+0s")


def _is_year(line: Line, at: int) -> bool:
    """Return whether an amount without a noun is a year: `up to 2030`."""
    return _is_bare(line, at) and _YEAR.fullmatch(line.quantity(at).text.casefold()) is not None


def _is_name(line: Line, at: int) -> bool:
    """Return whether the number at an index names something and counts nothing."""
    item = line.items[at]
    before, after = line.text[max(0, item.start - 1) : item.start], line.text[item.end : item.end + 2]
    if before in _ADJACENT or (after[:1] in _ADJACENT and after[1:2].isalnum()):
        return True
    if _HYPHENED.search(line.text[max(0, item.start - 2) : item.start]) or _HYPHENED_ON.match(after):
        return True
    if _is_label(line, at):
        return True
    digits = line.text[item.start : item.end]
    if not digits.isdecimal() or _is_counting(line, at):
        return False
    return (
        line.low(at - 1) in CALLED_BY_NUMBER or _follows_name(line, at) or digits[0] == "0" or len(digits) >= _LONG_NAME
    )


def _is_label(line: Line, at: int) -> bool:
    """Return whether a number only numbers its line or its item: `1. …`, `(2) …`."""
    if at == 0:
        has_words = len(line.items) > 2 and line.items[1].end < line.items[2].start
        return has_words and line.low(1) in {".", ")"}
    return at == 1 and line.low(0) == "(" and line.low(2) == ")"


def _is_counting(line: Line, at: int) -> bool:
    """Return whether a noun follows a number, or a unit belongs to it."""
    quantity = line.quantity(at)
    following = line.items[at + 1] if at + 1 < len(line.items) else None
    has_noun = bool(quantity.noun) and following is not None and following.kind in "wc"
    return quantity.measure is not Measure.COUNT or (has_noun and line.low(at + 1) not in NOUN_STOPS)


def _follows_name(line: Line, at: int) -> bool:
    """Return whether a capitalized word stands right before a number and does not open the sentence: `Corridor 5`."""
    if at < 2:  # the first word has its capital anyway
        return False
    before = line.items[at - 1]
    return before.kind == "w" and line.text[before.start].isupper() and before.low not in NOUN_STOPS


def _kind_of_code(written: str) -> NumberKind:
    """Return the kind of figures that are tied to letters: `24-hour`, `400-bed`, `62nd`, `A4`."""
    tied = _TIED.match(written) if written[:1].isdigit() else None
    if _ORDINAL.fullmatch(written.casefold()):
        return NumberKind.DATE if written.endswith("s") and len(written) > len("90s") else NumberKind.TIME
    if tied is None:
        return NumberKind.NAME
    return NumberKind.TIME if f"{tied['word'].rstrip('s')}s" in _TIME_UNITS else NumberKind.STATISTIC


# ---- quantities -----------------------------------------------------------------------------------------------

_DEFINITE = word_set("the these those both all other last first next every each past previous of")
_TIME_UNITS = word_set("years months weeks days hours minutes")
_LEGAL_UNIT = regex(
    r"(?:the )?(?:(?:monthly|calculation|base|basic|penalty|tax|accounting|indexed|reference|minimum|daily|conventional"
    r"|subsistence)(?:[ -][a-z]+){0,2}?[ -](?:units?|ind(?:ex|exes|ices)|indicators?|wages?|salar(?:y|ies)|rates?"
    r"|amounts?|pensions?|minimums?|remunerations?)|ind(?:ex|ices)\b)"
)
"""What fines and benefits are counted in: monthly calculation indices, minimum wages, base units."""
_FIXED = regex(
    r"\b(?:fines?|penalt(?:y|ies)|quotas?|thresholds?|minimum|maximum|ceilings?|allowances?|benefits?|pensions?|fees?"
    r"|share of the vote|salar(?:y|ies)|wages?|scholarships?|stipends?|tariffs?|dut(?:y|ies)|tax|bail|limits?"
    r"|reward|barrier)\b"
)
"""What laws fix amounts of."""
_FIXING = regex(
    r"\b(?:shall|must|may|punishable|liable|entitled|provid(?:es|ed|ing) (?:for|that)|prescribes?|allows?"
    r"|stipulates?|requires?|required|set at|fixed at|capped at|lowered|raised|not exceed(?:ing)?|equal to"
    r"|carr(?:y|ies)|not (?:more|less|fewer) than|no (?:more|less|fewer) than|up to|enough|sufficient"
    r"|needed|amounts to)\b"
)
"""Words by which a rule speaks."""
_NEEDED = regex(r"\b(?:(?:is|are) enough|suffices?|(?:is|are|was|were) (?:needed|required))\b")
_RULES = regex(r"\b(?:shall|must|may|can|cannot|required|requires?|allows?|punishable|provides that)\b")
_COUNTED = regex(
    r"\b(?:totall?ing|in total|a total of|altogether|in all|amounted to|total amount|collected|imposed|spent|allocated"
    r"|disbursed|recovered|stood at|reached|averaged|accounted for|(?:was|were|been) (?:paid|issued|received|awarded"
    r"|granted|ordered|fined))\b"
)
"""Words by which a statistic speaks."""
_LIMITS = frozenset({Nearness.AT_LEAST, Nearness.AT_MOST, Nearness.MORE_THAN, Nearness.LESS_THAN})
_AMOUNTS = frozenset({Measure.MONEY, Measure.PER_CENT, Measure.RATE, Measure.TIMES})


def _kind_of_quantity(line: Line, at: int) -> NumberKind:
    """Return the kind of an amount: `10 days` is a time, `a fine of 50 units` is law, `300 cases` a statistic."""
    quantity = line.quantity(at)
    is_duration = quantity.measure is Measure.DURATION
    last = quantity.unit if is_duration else quantity.noun.rpartition(" ")[2]
    if (is_duration and not last) or f"{last.rstrip('’s')}s".casefold() in _TIME_UNITS:
        return NumberKind.TIME
    return NumberKind.LAW if _is_fixed_by_law(line, at, quantity) else NumberKind.STATISTIC


def _is_fixed_by_law(line: Line, at: int, quantity: Quantity) -> bool:
    """Return whether an amount is one that a law or an order fixes, and no result of counting."""
    item = line.items[at]
    if _LEGAL_UNIT.match(line.text[item.end : item.end + _FAR].lstrip().casefold()):
        return True
    clause = _clause(line, at)
    if _COUNTED.search(clause):
        return False
    is_limited = quantity.nearness in _LIMITS or quantity.upper is not None
    if quantity.measure in _AMOUNTS:
        return bool(_FIXING.search(clause)) and (is_limited or bool(_FIXED.search(clause)))
    return bool(_NEEDED.search(clause)) or (is_limited and bool(_RULES.search(clause)))


_FAR = 60


def _clause(line: Line, at: int) -> str:
    """Return the words around a quantity up to the next semicolons, in small letters."""
    item = line.items[at]
    before = line.text[max(line.span.start, item.start - 4 * _FAR) : item.start].rpartition(";")[2]
    behind = line.text[item.start : min(line.span.end, item.end + 2 * _FAR)].partition(";")[0]
    return (before + behind).casefold()


_JOINTS = word_set(", or and to – -")


def _shared_kind(line: Line, at: int) -> NumberKind | None:
    """Return the kind of the next number where a bare one shares its unit: `10, 15 or 20 days`, `5 to 10`."""
    if not _lacks_unit(line, at):
        return None
    place = at
    while place < at + 2 * _LISTED and _lacks_unit(line, place) and line.low(place + 1) in _JOINTS:
        place += 2
        if place >= len(line.items) or line.items[place].quantity is None:
            break
        kind = _own_kind(line, place)
        if kind in {NumberKind.TIME, NumberKind.LAW}:
            return kind
    return _kind_before(line, at)


_LISTED = 12
"""Numbers of a list that may share the unit of one of them."""


def _lacks_unit(line: Line, at: int) -> bool:
    """Return whether neither a unit nor a noun stands right behind a number."""
    quantity = line.items[at].quantity
    following = line.items[at + 1] if at + 1 < len(line.items) else None
    has_own_noun = following is not None and following.kind in "wc" and following.low not in _JOINTS
    return quantity is not None and quantity.text[-1].isdigit() and not (quantity.noun and has_own_noun)


def _kind_before(line: Line, at: int) -> NumberKind | None:
    """Return the kind of the amount that a bare number is compared with: `9 to 12 years, up from 5 to 10`."""
    for place in range(at - 1, max(0, at - 2 * _LISTED), -1):
        if line.items[place].kind == "q" and not _is_bare(line, place):
            kind = _own_kind(line, place)
            return kind if kind in {NumberKind.TIME, NumberKind.LAW} else None
        if line.items[place].kind != "q" and line.low(place) not in _GOING:
            return None
    return None


_GOING = word_set("up down from to instead of and or , than compared with")


def _is_bare(line: Line, at: int) -> bool:
    quantity = line.quantity(at)
    return quantity.measure is Measure.COUNT and not quantity.noun


def _kind_in_words(line: Line, at: int) -> NumberKind | None:
    """Return the kind of a number in words: a statistic where it counts something, else none."""
    quantity = line.quantity(at)
    if quantity.measure in {Measure.DURATION, Measure.TIMES} or quantity.value == 1:
        return None
    if quantity.measure is Measure.FRACTION:
        return NumberKind.STATISTIC if line.low(at + 1) == "of" else None
    if quantity.measure is Measure.COUNT and (not quantity.noun or line.low(at - 1) in _DEFINITE):
        return None
    return _kind_of_quantity(line, at)
