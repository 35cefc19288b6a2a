"""Numbers that an agency typed although an indicator holds them: typed, they stay when the figure is corrected."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.editorial.passage import RUNNING, EditorialPassage, Remark
from reportgen.checks.editorial.words import MONTH, NUMBER, is_year
from reportgen.claims.typed import NumberKind, sort_numbers
from reportgen.model import Currency, Indicator
from reportgen.regex import regex
from reportgen.sentences.referring import reference_to

LEAST = Decimal(10)
"""Smaller numbers stand for too much else."""
_SCALES = {"million": Decimal(1_000_000), "billion": Decimal(1_000_000_000)}
_TYPED = regex(rf"(?<![\w.,/–‑-])(?P<number>{NUMBER})(?P<scale>\s(?:million|billion)\b)?(?![\w/–‑-]|\.\d)(?!\s{MONTH})")
_NEAR = 90
"""Characters before and after a number in which a word of the indicator's label must stand."""
_NO_LABELS_TEXT = (
    "about after among cases number persons people their those under which within total share proportion women were"
    " with that this from into criminal given made held"
)
_NO_LABELS = frozenset(_NO_LABELS_TEXT.split())
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


def find_retyped(passages: Sequence[EditorialPassage], known: Sequence[KnownValue]) -> Iterator[tuple[int, Remark]]:
    """Numbers in the replies to an issue that an indicator of that issue holds, with words of its label near.

    Args:
        passages: the text.
        known: the values of all indicators, the more usual ones first.
    """
    by_value: dict[tuple[int | None, Decimal], list[KnownValue]] = {}
    for one in known:
        if abs(one.value) >= LEAST and not is_year(str(one.value)):
            by_value.setdefault((one.group, one.value), []).append(one)
    for index, passage in enumerate(passages):
        statistics: frozenset[int] | None = None
        for match in _TYPED.finditer(passage.text) if passage.kind in RUNNING else ():
            candidates = by_value.get((passage.group, _value(match)), ())
            near = _words(passage.text[max(0, match.start() - _NEAR) : match.end() + _NEAR])
            if candidates and statistics is None:
                statistics = _statistics(passage.text)
            fitting = [one for one in candidates if _enough(one, near) and _is_measured(one, passage.text, match.end())]
            if fitting and statistics and match.start() in statistics:
                start, end = _with_unit(fitting[0], passage.text, *match.span())
                yield index, Remark("RG937", start, end, advice=f"write {fitting[0].reference}")


def _statistics(text: str) -> frozenset[int]:
    """The indexes of the characters of numbers that are neither dates, names, nor what the law fixes."""
    spans = (one.span for one in sort_numbers(text) if one.kind is NumberKind.STATISTIC)
    return frozenset(index for span in spans for index in range(*span))


_PER_CENT = regex(r"\s?(?:per\scent|%)")


def _is_measured(one: KnownValue, text: str, end: int) -> bool:
    """Whether a number is a percentage where the indicator is one, and only there."""
    return one.is_percentage == (_PER_CENT.match(text, end) is not None)


def _with_unit(one: KnownValue, text: str, start: int, end: int) -> tuple[int, int]:
    """A number with the symbol or the words that the reference writes as well."""
    percentage = _PER_CENT.match(text, end)
    if percentage:
        return start, percentage.end()
    first = max(0, start - _NEAR)
    before = text[first:start].rstrip()
    return (first + len(before) - len(one.symbol) if one.symbol and before.endswith(one.symbol) else start), end


def _value(match: re.Match[str]) -> Decimal:
    scale = _SCALES.get((match["scale"] or "").strip(), Decimal(1))
    return Decimal(match["number"].replace(",", "")) * scale


def label_words(label: str) -> frozenset[str]:
    """The words of a label by which a text nearby is known to speak of the same."""
    return _words(label) - {_stem(word) for word in _NO_LABELS}


def _enough(one: KnownValue, near: frozenset[str]) -> bool:
    """Whether enough of an indicator's words stand near a number: half of them, and two where there are two."""
    shared = len(one.words & near)
    return shared >= min(2, len(one.words)) and 2 * shared >= len(one.words) and shared > 0


def _words(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in re.findall(r"[a-z]{4,}", text.casefold()))


def _stem(word: str) -> str:
    """A word without its ending, so that one and many are the same."""
    return re.sub(r"(?:ies|es|s|y|ed|ing)$", "", word)


# ---- what indicators hold ---------------------------------------------------------------------------------------


def known_values(indicators: Mapping[str, Indicator]) -> Iterator[KnownValue]:
    """Yield the values of the indicators that belong to an issue, the latest first, with the reference of each."""
    for key, indicator in indicators.items():
        words = label_words(indicator.label or key.replace("_", " "))
        yield from _values(key, indicator, None, words)
        for number, part in enumerate(indicator.breakdown):
            yield from _values(key, indicator, number, words | label_words(part.called(one=False)))


def _values(key: str, indicator: Indicator, part: int | None, words: frozenset[str]) -> Iterator[KnownValue]:
    """Yield the values of an indicator, or of one of its parts."""
    series = indicator if part is None else indicator.breakdown[part]
    unit = indicator.unit
    symbol = unit.currency if isinstance(unit, Currency) else ""
    for period in reversed(series.periods):
        value, reference = series.value(period), reference_to(key, indicator, period, part)
        if value is not None and reference is not None and indicator.issue is not None:
            yield KnownValue(reference, value, words, indicator.issue, symbol, unit == "percent")
