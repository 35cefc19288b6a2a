"""Decimals: within a generated sentence, the values of one indicator have the same number of them."""

from collections.abc import Mapping

from msgspec.structs import replace

from reportgen.sentences.numerals import decimals, rounded
from reportgen.sentences.phrase import Kind, Number, Phrase, Token

_MONEY_DIGITS = 2
_SCALED_DIGITS = 3
"""Decimals before "million" and "billion" at most: T 2.476 billion."""


def evened(phrase: Phrase) -> Phrase:
    """The phrase, in which the values of one indicator have one number of decimals; money has two or none."""
    digits: dict[tuple[str, Kind], int] = {}
    for token in phrase.tokens:
        if isinstance(token, Number) and (kind := _even_with(token)):
            digits[kind] = max(digits.get(kind, 0), decimals(token.value))
    return replace(phrase, tokens=tuple(_to_digits(token, digits) for token in phrase.tokens))


def _even_with(number: Number) -> tuple[str, Kind] | None:
    """What a number has its decimals in common with; None for what is worked out, written in words, or scaled."""
    given = [source for source in number.sources if not source.is_change]
    is_given = len(number.sources) == len(given) == 1 and len(given[0].periods) == 1
    if not is_given or number.scale or number.kind is Kind.ORDINAL or number.value == 0:
        return None
    return given[0].indicator, number.kind


def _to_digits(token: Token, digits: Mapping[tuple[str, Kind], int]) -> Token:
    if isinstance(token, Number) and token.scale:
        return replace(token, value=rounded(token.value, _SCALED_DIGITS - token.scale))
    kind = _even_with(token) if isinstance(token, Number) else None
    if kind is None or not isinstance(token, Number) or not digits[kind]:
        return token
    least = _MONEY_DIGITS if token.kind is Kind.MONEY and digits[kind] <= _MONEY_DIGITS else digits[kind]
    return replace(token, digits=max(token.digits, least))
