"""Relate a number that is said again with the one that it repeats: `Of the 407 cases` behind `407 new cases`."""

from collections.abc import Iterator, Sequence

from reportgen.claims.forms.comparison import have_one_head
from reportgen.languages.en.lexicon import SAYING_LITTLE
from reportgen.published.audit.bounds import common_step
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.regex import regex

_AGAIN = regex(r"(?:\b(?:of|among|to) (?:the|all)|\bthe total(?: number)?(?: of)?|\bthese|\bthose|^\s*the) $")
"""What stands before a number that was said already."""
_ENDS = ("the ", "all ", "these ", "those ", "total ", "number ", "of ")
"""How it ends."""
_LEAST = 100
"""A number of fewer digits is one digit away from too many."""
_BACK = 3
"""Sentences between the two."""


def relate_echoes(numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the numbers that are said again, and are one digit away from the only one that they may repeat."""
    for number in numbers:
        said = _AT.match(number.after) if number.before.endswith("at ") else None
        if not number.is_value or (said is None and not number.before.endswith(_ENDS)):
            continue
        if not _may_be_said_again(number, is_at=said is not None):
            continue
        before = [one for one in numbers[: number.at] if one.is_like(number) and one.is_value and one.quantity.is_exact]
        if any(one.quantity.value == number.quantity.value for one in before):
            continue
        held = {one.sentence for one in before if one.is_earlier}  # "compared with 184 in 2016 and 121 in 2015"
        near = [one for one in before if 0 < number.sentence - one.sentence <= _BACK and one.sentence not in held]
        if said is not None:
            near = [one for one in near if one.quantity.noun and have_one_head(one.quantity.noun, said[1])]
        near = [one for one in near if said is not None or _may_repeat(number, one)]
        meant = [equation for one in near if (equation := Equation(Kind.SAME, (number, one))).nearly_holds(())]
        if len(meant) == 1:
            yield Related(meant[0], is_right=False)


_AT = regex(r", the (?:total )?number of ([a-z-]++)")
"""What stands behind a number that is said again: `At 12,408, the number of births was the lowest`."""


def _may_be_said_again(number: PlacedNumber, *, is_at: bool) -> bool:
    """Return whether a number has some digits, and words before it that speak of one said before."""
    quantity = number.quantity
    is_plain = quantity.is_exact and not number.is_earlier and (is_at or _AGAIN.search(number.before) is not None)
    return is_plain and quantity.value >= _LEAST * max(quantity.step, common_step([quantity]))


def _may_repeat(number: PlacedNumber, one: PlacedNumber) -> bool:
    """Return whether a number may be that of another: they count the same, or leave it out, long, of no other time."""
    nouns = [each.quantity.noun for each in (number, one)]
    periods = {each.quantity.period.written for each in (number, one) if each.quantity.period is not None}
    narrowed = _NARROWED.search(number.after)
    words = set(_LETTERS.findall(narrowed[0])) - SAYING_LITTLE if narrowed is not None else set()
    if len(periods) > 1 or not words <= set(_LETTERS.findall(f"{one.before} {one.after}")):
        return False
    if all(nouns):
        return have_one_head(*nouns)
    return number.quantity.value >= _LONG or _OF_THE.fullmatch(number.before) is not None


_NARROWED = regex(r"\b(?:at|by|for|from|in|of|on|to|with) [^,;]*")
"""Words behind a number that another thing may be meant by: `417 files. Of the 427 files at the south office, …`."""
_LETTERS = regex(r"[a-z]+")
_LONG = 1_000
"""The least number that is seldom one digit away from one of another thing."""
_OF_THE = regex(r"\s*(?:out )?of (?:the|these|those) $")
