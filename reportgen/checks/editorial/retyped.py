"""Numbers that an agency typed although an indicator holds them: typed, they stay when the figure is corrected."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.editorial.passage import RUNNING, EditorialPassage, Notice
from reportgen.checks.editorial.words import is_year
from reportgen.claims.model import Measure, Quantity
from reportgen.claims.typed import NumberKind, sort_numbers
from reportgen.languages.en.months import MONTH
from reportgen.languages.words import word_set
from reportgen.model import Currency, Indicator
from reportgen.regex import regex
from reportgen.remembering import remembered
from reportgen.sentences.referring import reference_to

_LEAST = Decimal(10)
"""Smaller numbers stand for too much else."""
_MONTH_BEHIND = regex(rf"\s{MONTH}")
_NEAR = 90
"""Characters before and after a number in which a word of the indicator's label must stand."""
_NO_LABELS = word_set(
    "about after among cases number persons people their those under which within total share proportion women were"
    " with that this from into criminal given made held"
)
"""Words of labels that say too little by themselves."""


class KnownValue(Struct, frozen=True):
    """A value of an indicator."""

    reference: str
    """How a text refers to it: `{{ victims | at(2022) }}`."""
    value: Decimal
    words: frozenset[str]
    """The words of its label and of its part, in lower case."""
    group: int | None
    """The issue that it belongs to."""
    symbol: str = ""
    """Of money: the symbol that the reference writes before the amount."""
    is_percentage: bool = False
    """Whether the reference writes `per cent` after the figure."""


def find_retyped(passages: Sequence[EditorialPassage], known: Sequence[KnownValue]) -> Iterator[tuple[int, Notice]]:
    """Yield numbers in the replies to an issue that an indicator of that issue holds, with words of its label near.

    Args:
        passages: of the text.
        known: the values of all indicators, the more usual ones first.
    """
    by_value: dict[tuple[int | None, Decimal], list[KnownValue]] = {}
    for one in known:
        if abs(one.value) >= _LEAST and not is_year(str(one.value)):
            by_value.setdefault((one.group, one.value), []).append(one)
    groups = {group for group, _ in by_value}
    for index, passage in enumerate(passages):
        text = passage.text
        for quantity in _typed_statistics(text) if passage.kind in RUNNING and passage.group in groups else ():
            candidates = by_value.get((passage.group, quantity.value), ())
            held = next((candidate for candidate in candidates if _speaks_of(quantity, text, candidate)), None)
            if held is not None:
                start, end = quantity.span
                before = text[max(0, start - _NEAR) : start]
                if held.symbol and before.rstrip().endswith(held.symbol):  # the grammar does not know it: `som 1,000`
                    start -= len(before) - len(before.rstrip()) + len(held.symbol)
                yield index, Notice("RG937", start, end, advice=f"write {held.reference}")


def _speaks_of(quantity: Quantity, text: str, known: KnownValue) -> bool:
    """Return whether enough of an indicator's words stand near a number: half of them, and two where there are two."""
    near = _words(text[max(0, quantity.span.start - _NEAR) : quantity.span.end + _NEAR])
    shared = len(known.words & near)
    is_enough = shared >= min(2, len(known.words)) and 2 * shared >= len(known.words) and shared > 0
    return is_enough and known.is_percentage == (quantity.measure is Measure.PER_CENT)


@remembered(10_000)
def _typed_statistics(text: str) -> tuple[Quantity, ...]:
    """Return the numbers in figures that are neither dates, names, ranges, nor what the law fixes."""
    numbers = sort_numbers(text) if any(map(str.isdigit, text)) else ()
    return tuple(
        number.quantity
        for number in numbers
        if number.quantity is not None
        and number.kind is NumberKind.STATISTIC
        and number.quantity.upper is None
        and any(map(str.isdigit, number.quantity.text))
        and not _MONTH_BEHIND.match(text, number.quantity.span.end)
    )


@remembered(10_000)
def label_words(label: str) -> frozenset[str]:
    """Return the words of a label by which a text nearby is known to speak of the same."""
    return _words(label) - {_stem(word) for word in _NO_LABELS}


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z]{4,}", text.casefold()))


def _stem(word: str) -> str:
    """Return a word without its ending, so that one and many are the same."""
    return _ENDING.sub("", word)


_ENDING = regex(r"(?:ies|es|s|y|ed|ing)$")


# ---- what indicators hold ---------------------------------------------------------------------------------------


def known_values(indicators: Mapping[str, Indicator]) -> Iterator[KnownValue]:
    """Yield the values of the indicators that belong to an issue, the latest first, with the reference of each."""
    for key, indicator in indicators.items():
        words = label_words(indicator.label or key.replace("_", " "))
        yield from _values(key, indicator, None, words)
        for number, part in enumerate(indicator.breakdown):
            yield from _values(key, indicator, number, words | label_words(part.name))


def _values(key: str, indicator: Indicator, part: int | None, words: frozenset[str]) -> Iterator[KnownValue]:
    """Yield the values of an indicator, or of one of its parts."""
    series = indicator.series(part)
    symbol = indicator.unit.currency if isinstance(indicator.unit, Currency) else ""
    for period, value in reversed(series.figures):
        reference = reference_to(key, indicator, period, part)
        if reference is not None and indicator.issue is not None:
            yield KnownValue(reference, value, words, indicator.issue, symbol, indicator.unit == "percent")
