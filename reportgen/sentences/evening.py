"""One number of decimals for the values of one indicator in a sentence: `V$1,300.75 (compared with V$1,234.50)`."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeGuard

from msgspec.structs import replace

from reportgen.sentences.numerals import decimals, rounded
from reportgen.sentences.phrase import Number, NumberRule, Phrase, Token
from reportgen.sentences.thresholds import MONEY_DIGITS, SCALED_DIGITS

_Kind = tuple[str, NumberRule, int]
"""What shares its decimals: the values of an indicator that are written in one way."""


def evened(phrase: Phrase) -> Phrase:
    """Return the phrase, in which the values of one indicator have one number of decimals; money is shortened."""
    digits = {kind: _digits_of(kind, some) for kind, some in _values(phrase).items()}
    return replace(phrase, tokens=tuple(_with_nouns(_to_digits(token, digits) for token in phrase.tokens)))


def _with_nouns(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens, with each noun as it stands behind its number as it is printed."""
    has_noughts = False
    for token in tokens:
        if isinstance(token, Number):
            has_noughts = token.digits > 0 == decimals(token.value)
            yield token
        elif has_noughts and token.behind_decimals is not None:
            yield replace(token, text=token.behind_decimals)
        else:
            yield token


def padded(phrase: Phrase) -> Phrase:
    """Return the phrase of a reference, in which amounts of money have two decimals or none: `T 1,500.50`, `T 3,001`.

    Other values stay as the cells hold them, and none is rounded.
    """
    exact = max((decimals(token.value) for token in phrase.tokens if _is_money(token)), default=0)
    if not exact:
        return phrase
    digits = max(exact, MONEY_DIGITS)
    tokens = tuple(replace(token, digits=digits) if _is_money(token) else token for token in phrase.tokens)
    with_years = phrase.with_years and padded(phrase.with_years)
    return replace(phrase, tokens=tokens, with_years=with_years)


def _is_money(token: Token) -> TypeGuard[Number]:
    """Return whether a token is an amount that is written out; not a million, and not nothing."""
    return isinstance(token, Number) and token.kind is NumberRule.MONEY and not token.scale and token.value != 0


def _values(phrase: Phrase) -> Mapping[_Kind, set[Decimal]]:
    """Return the values of a phrase by what shares its decimals."""
    values: dict[_Kind, set[Decimal]] = {}
    for token in phrase.tokens:
        if isinstance(token, Number) and (kind := _even_with(token)):
            values.setdefault(kind, set()).add(token.value)
    return values


def _even_with(number: Number) -> _Kind | None:
    """Return what a number shares its decimals with; None if it is worked out or written in words."""
    given = [source for source in number.sources if not source.is_change]
    is_given = len(number.sources) == len(given) == 1 and len(given[0].periods) == 1
    if not is_given or number.kind is NumberRule.ORDINAL or number.value == 0:
        return None
    return given[0].indicator, number.kind, number.scale


def _digits_of(kind: _Kind, values: Collection[Decimal]) -> int:
    """Return the decimals of the values of one kind: money has few, but as many as tell them apart, and from nothing.

    "The budget increased every year, from T 1 million in 2020 to T 1 million in 2022" would be no sentence.
    """
    _, rule, scale = kind
    exact = max(map(decimals, values))
    if not scale and (rule is not NumberRule.MONEY or not exact):
        return exact
    digits = SCALED_DIGITS - scale if scale else MONEY_DIGITS
    while digits < exact and len({rounded(value, digits) for value in values} - {0}) < len(values):
        digits += 1
    return digits


def _to_digits(token: Token, digits: Mapping[_Kind, int]) -> Token:
    """Return a number with its decimals; only here is money shortened: a reference prints what the cell holds."""
    if not isinstance(token, Number):
        return token
    kind = _even_with(token)
    if token.scale:
        return replace(token, value=rounded(token.value, digits[kind] if kind else SCALED_DIGITS - token.scale))
    if kind is None:
        return token
    return replace(token, value=rounded(token.value, digits[kind]), digits=max(token.digits, digits[kind]))
