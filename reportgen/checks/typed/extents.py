"""How far the data went beside typed words of change: `by 67 per cent`, `some 700 fewer`, `twice as many as`."""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.checks.beside import CLOSING, Observed
from reportgen.checks.typed.change_words import FACTORS, FALLEN, RISEN, ChangeWord
from reportgen.checks.typed.nearness import Range, range_at, units_in
from reportgen.claims.model import Measure, Quantity
from reportgen.languages.en.lexicon import CHANGE_NOUNS, DOWN, LESS_OR_SHORTER, MORE_OR_LONGER, UP
from reportgen.languages.words import word_set
from reportgen.model import Period
from reportgen.model.base import Number

_SAME, _NEARLY, _ROUGHLY = Decimal("0.005"), Decimal("0.05"), Decimal("0.1")
"""How far from a value lies what is called unchanged, what is called stable, and what is called roughly the same."""
_LOOSE = Decimal("0.3")
"""How far from a whole number of times is no longer so many times."""
_LOOSE_SHARE = Decimal("0.05")
"""How far a fraction in words may be off."""
_SLIGHT = word_set("slight slightly marginal marginally")
_SLIGHTLY = Decimal("0.2")
"""What is called slight is no more than this part of where it started from."""
_APPOSING = word_set(", ( – — is i.e. namely or")
_AGAINST = word_set("with from against versus to")
_YEARLY = word_set("a per each every annually")
"""Behind an amount that is not that of the whole change: `rose by 12 per cent a year`."""
_BEFORE_AMOUNTS = word_set("up down") | RISEN | FALLEN
_BEHIND = CLOSING | word_set("compared on over since from in than")
"""Behind an amount of which nothing more is said than the period it starts from."""


def went(word: ChangeWord, end: Number, base: Number) -> bool:
    """Return whether a value went the way that a word of change says."""
    if word.is_same or word.is_unmoved:
        is_exact = word.is_same and not word.is_level
        nearly = _SAME if word.low == "unchanged" else _NEARLY  # not "has not changed significantly"
        close = _ROUGHLY if word.is_roughly or word.is_half_denied else Decimal(0) if is_exact else nearly
        return abs(Decimal(end) - Decimal(base)) <= close * abs(Decimal(base))
    return end > base if word.is_up else end < base


def _are_as_many(word: ChangeWord, end: Number, base: Number) -> bool:
    """Return whether a value is `twice`, `more than twice` or `half` as large as another one, or nearly so."""
    if word.line.low(word.at - 1) in _AGAINST:  # "compared with half that number in 2022"
        return not end or range_at(word.line, word.at).holds(Decimal(base) / Decimal(end))
    return not base or range_at(word.line, word.at).holds(Decimal(end) / Decimal(base))


def overstated(word: ChangeWord, end: Number, base: Number) -> tuple[int, ...] | None:
    """Return the places of the words by which a value did not go that way or that far; None where it did.

    No places stand for the word alone: `rose`, `doubled`, `slightly more`. What is denied (`did not fall`) is so
    where the value did not go that way.
    """
    if word.is_denied and word.is_level:
        return () if end == base else None  # "has not returned to its level of 2022"
    if word.is_denied and not word.is_unmoved:
        is_way = not (word.is_as_many or word.is_half_denied or word.low in FACTORS or any(_amounts(word)))
        return () if is_way and went(word, end, base) else None
    if word.is_as_many:
        return None if _are_as_many(word, end, base) else ()
    if not went(word, end, base):
        return ()
    line, times = word.line, FACTORS.get(word.low)
    if times is not None:
        small, large = sorted((abs(Decimal(end)), abs(Decimal(base))))
        is_over = line.low(word.at - 1) == "than" and line.low(word.at - 2) == "more"
        is_so = not small or (large > small * times if is_over else abs(large / small - times) <= _LOOSE)
        return None if is_so else ()
    around = {line.low(word.at - 1), line.low(word.at + 1)}
    if around & _SLIGHT and abs(Decimal(end) - Decimal(base)) > _SLIGHTLY * abs(Decimal(base)):
        return ()
    wrong = (at for at in _amounts(word) if not _is_so_much(word, at, Decimal(end), Decimal(base)))
    found = next(wrong, None)
    return None if found is None else (found,)


def over_years(word: ChangeWord, end: Observed, years: int) -> Period | None:
    """Return the year from which a change `over the past three years` starts: the third before, or the second one.

    Of the two it is that from which the values went as the words say, if there is one.
    """
    if not end.where[2].is_year:
        return None
    ago = (Period.of_year(end.where[2].year - back) for back in (years, years - 1))
    known = [(period, value) for period in ago if (value := word.series.value(period)) is not None]
    right = (period for period, value in known if overstated(word, end.value, value) is None)
    return next(right, known[0][0] if known else None)


def _amounts(word: ChangeWord) -> Iterator[int]:
    """Yield the places of typed amounts of a change.

    `67 per cent fewer`, `ten cases fewer than in 2022`, `a 12 per cent increase`, `fell by 710`, `an increase of 12 per
    cent`, `up 12 per cent`, `rose threefold`; and `fell to 348 in 2023, that is by 67 per cent`.
    """
    line, at, low = word.line, word.at, word.low
    counted = next((one for one in line.quantities if one + len(line.quantity(one).noun.split()) == at), at - 1)
    beside = [counted] if low in MORE_OR_LONGER | LESS_OR_SHORTER | CHANGE_NOUNS else []
    beside += [at + 2] if line.low(at + 1) in {"by", "of"} else [at + 1]
    yield from (place for place in beside if _is_amount(word, place))
    for place in range(at + 2, len(line.items) - 1):
        if line.low(place) in UP | DOWN | MORE_OR_LONGER | LESS_OR_SHORTER | {";"}:
            return
        is_said = line.low(place - 1) in _APPOSING or (word.is_passing and line.kind(place - 1) == "p")
        is_apart = line.low(place) == "by" and is_said and line.low(place + 2) in _BEHIND
        if is_apart and _is_amount(word, place + 1):
            yield place + 1


def _is_amount(word: ChangeWord, place: int) -> bool:
    """Return whether an author typed an amount at a place, which is that of the whole change."""
    line = word.line
    if not word.said.is_typed(place) or line.items[place].quantity is None:
        return False
    behind = place + 1 if place > word.at else word.at + 1
    is_narrowed = line.low(behind) == "in" and behind + 1 < len(line.items) and line.items[behind + 1].kind != "p"
    is_narrowed = is_narrowed and line.words(behind + 1, 2) not in (["a", "year"], ["one", "year"])
    is_many = line.quantity(place).measure is Measure.TIMES or place != word.at + 1 or word.low in _BEFORE_AMOUNTS
    is_average = line.low(behind) in _YEARLY or line.words(behind, 2) == ["on", "average"]
    return is_many and not is_average and not is_narrowed


def _is_so_much(word: ChangeWord, at: int, end: Decimal, base: Decimal) -> bool:
    """Return whether a value went as far as a typed amount says."""
    amount, change, near = word.line.quantity(at), abs(end - base), range_at(word.line, at)
    match amount.measure:
        case Measure.PER_CENT if base:
            return _holds(amount, near, change / abs(base) * 100, amount.step)
        case Measure.FRACTION if base:
            return _holds(amount, near, change / abs(base), _LOOSE_SHARE)
        case Measure.TIMES if end and base:
            return near.holds(max(abs(end / base), abs(base / end)))
        case Measure.COUNT:
            return _holds(amount, near, change, amount.step / 2)
        case Measure.POINTS:
            loose = amount.step if amount.step < 1 else amount.step / 2
            return _holds(amount, near, change, loose)
        case Measure.MONEY:
            return _holds(amount, near, change, amount.step)
        case Measure.DURATION if many := units_in(amount.unit, word.unit):
            scaled = Range(near.low * many, near.high * many, near.is_open)
            loose = many * max(amount.step, Decimal(1)) / 2
            return abs(change - amount.value * many) <= loose if amount.is_exact else scaled.holds(change)
        case _:
            return True


def _holds(amount: Quantity, near: Range, change: Decimal, loose: Decimal) -> bool:
    """Return whether an amount may be said of a change; an exact one may be that of rounded values."""
    if amount.is_exact:
        return abs(change - amount.value) <= loose
    return near.holds(change)
