"""Weigh by signs which two values an amount of change is of, where no words decide it.

Signs are what any sentence has: how near values stand, in which order, of which years. Each has the weight that it has
in right prose. Two slips are asked about, as remarks: values that prove an amount and deny its word of direction
(`There were 480 fires, a fall of 20 per cent. In 2021 there were 400.`: per cents are of their base, so that 20 per
cent is of 400, and 480 came after it), and likely values that would give the amount if one digit were another.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import exp, log
from typing import NamedTuple

from reportgen.claims.model import Direction, Measure, Nearness
from reportgen.claims.passages import Span
from reportgen.published.audit.general.amount import THIS
from reportgen.published.audit.general.amounts import CAUSE, SPREAD
from reportgen.published.audit.general.compared import (
    are_of_one_size,
    are_of_two_things,
    have_common_noun,
    start_of,
    year_of,
)
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_PRIOR = -4.5
_NEXT_START, _NEXT_END, _SECOND_END = 1.4, 1.3, 0.4
_EARLIER, _THIS, _BREAK = 0.8, 0.6, -0.4
_ADJACENT, _FAR = 1.1, -0.9
_YEARS_ASCEND, _ONE_YEAR, _NO_YEARS = 0.6, -0.5, -0.2
"""Natural logarithms of odds, fitted (logistic regression) to 1,900 amounts of right prose: which two values nearby
have an amount as their change. On sets of prose left out of the fitting they say the same."""
_SURE = 1.0
"""The least evidence that the word is wrong, and by how much it must outweigh that of the word."""
_LIKELY, _OUTWEIGHED = 0.0, 3.0
"""The least evidence that a digit is wrong, and by how much that of values that give the amount may outweigh it."""
_BY_CHANCE = 1e-5
_AROUND, _FAR_BACK = 10, 4
"""Numbers on either side of an amount, and sentences before it, among which its values are looked for."""
_SPREAD = 3
"""Places between values that stand far apart."""
_HUNDRED, _LOOSE, _NOTHING = 100.0, 0.6, 0.01
_TENFOLD = 10
"""How many times an amount may be off before it is of other values."""
_CLAUSE = regex(r";|\b(?:while|whereas|whilst|but|although)\b")


def relate_evidence(
    passage: AuditPassage, numbers: Sequence[PlacedNumber], claimed: frozenset[Span]
) -> Iterator[Related]:
    """Yield what signs say of the amounts that no claim proves, where it is not what the text says.

    Args:
        passage: where the numbers stand.
        numbers: those of the passage.
        claimed: numbers of claims that are right, whose direction was looked at.
    """
    for amount in numbers:
        is_bound = amount.quantity.nearness is Nearness.AT_MOST or amount.quantity.upper is not None
        is_average = SPREAD.search(amount.before) is not None or SPREAD.search(amount.after) is not None
        is_other = is_bound or is_average or CAUSE.search(amount.before) is not None
        if amount.word and not is_other and amount.quantity.span not in claimed:
            related = _Evidence(passage, numbers, amount).related()
            if related is not None:
                yield related


class _Evidence:
    """An amount, the values that may be its own, and what each sign says of them."""

    def __init__(self, passage: AuditPassage, numbers: Sequence[PlacedNumber], amount: PlacedNumber) -> None:
        self.passage, self.numbers, self.amount = passage, numbers, amount
        around = numbers[max(amount.at - _AROUND, 0) : amount.at + _AROUND + 1]
        near = [number for number in around if number is not amount and self._may_be_value(number)]
        self.is_back = THIS.match(self._text(amount.sentence)) is not None
        self.ends = [self._end(number) for number in near]

    def related(self) -> Related | None:
        """Return the likeliest two values that deny the word of the amount; else those that nearly give it."""
        said, is_up = float(self.amount.quantity.value), self.amount.direction is Direction.UP
        told, against, nearly = 0.0, list[tuple[float, Equation]](), list[tuple[float, Equation]]()
        for start, end in permutations(self.ends, 2):
            first, second, weight = start.value, end.value, start.as_start + end.as_end
            if first == second or not first or not self._are_of_one(start, end):
                continue
            equation, is_told = self._equation(start.number, end.number), (second > first) is is_up
            apart = abs(second - first) * (_HUNDRED / first if equation.kind is Kind.CHANGE else 1.0)
            if abs(apart - said) <= _LOOSE * said and equation.holds:  # most are far off: reckoned roughly first
                odds = exp(weight + _of_pair(equation)) / max(_chance(equation), _BY_CHANCE)
                told += odds if is_told else 0
                is_known = start_of(start.number, end.number) is end.number  # a per cent of the wrong one of the two
                is_other = is_known or are_of_two_things(self.passage.low, start.number, end.number)
                against += [] if is_told or is_other else [(odds, equation)]
            elif is_told and said not in {first, second} and said < _TENFOLD * apart < _TENFOLD**2 * said:
                likely = self._likely(equation, weight)
                nearly += [(likely, equation)] if likely is not None else []
        return self._denied(told, against) or self._nearly(told, against, nearly)

    def _are_of_one(self, start: "_End", end: "_End") -> bool:
        """Return whether two values may be those of the amount: of its clause, or of a sentence about the same."""
        one, other, here = start.number, end.number, self.amount.sentence
        if start.is_apart or end.is_apart or not one.is_like(other):
            return False
        if one.sentence != other.sentence:
            return are_of_one_size(one, other)
        is_pointed_at = one.sentence == here or (self.is_back and one.sentence == here - 1)
        return is_pointed_at or have_common_noun(self._text(here), self._text(one.sentence))

    def _text(self, sentence: int) -> str:
        """Return a sentence in small letters."""
        return self.passage.sentences[sentence].of(self.passage.low)

    def _denied(self, told: float, against: Sequence[tuple[float, Equation]]) -> Related | None:
        odds = sum(one for one, _ in against)
        if not odds or log(odds) <= _SURE or log(odds / (told + _NOTHING)) <= _SURE:
            return None
        return Related(max(against, key=_first)[1], is_right=False, word=self.amount.word, is_weak=True)

    def _nearly(
        self, told: float, against: Sequence[tuple[float, Equation]], nearly: list[tuple[float, Equation]]
    ) -> Related | None:
        odds = told + sum(one for one, _ in against)
        least = log(odds + _BY_CHANCE) - _OUTWEIGHED
        for likely, equation in sorted(nearly, key=_first, reverse=True):
            if likely > least and equation.nearly_holds(()):
                return Related(equation, is_right=False, is_weak=True)
        return None

    def _likely(self, equation: Equation, weight: float) -> float | None:
        """Return the evidence that two values should give the amount; None where it is too little."""
        weight -= log(max(float(equation.chance), _BY_CHANCE))
        if weight + _PRIOR + _ADJACENT + _YEARS_ASCEND <= _LIKELY:
            return None  # whatever else is said of them
        weight += _of_pair(equation)
        return weight if weight > _LIKELY else None

    def _may_be_value(self, number: PlacedNumber) -> bool:
        amount = self.amount
        if number.is_open or not (number.is_value or number.is_share):
            return False
        if not -1 <= amount.sentence - number.sentence <= _FAR_BACK:
            return False
        is_of_shares = amount.quantity.measure is Measure.POINTS and number.is_share
        return amount.is_relative or is_of_shares or number.is_like(amount)

    def _equation(self, start: PlacedNumber, end: PlacedNumber) -> Equation:
        is_change = self.amount.is_relative and not start.is_share
        return Equation(Kind.CHANGE if is_change else Kind.DIFFERENCE, (self.amount, start, end))

    def _end(self, value: PlacedNumber) -> "_End":
        """Return a value with what its place says of it."""
        amount, number = self.amount, float(value.quantity.value)
        start, end = _EARLIER * value.is_earlier, 0.0
        if value.sentence != amount.sentence:
            back = _THIS * (self.is_back and value.sentence == amount.sentence - 1)
            return _End(value, number, start + back, back, is_apart=False)
        low, high = sorted((value.at, amount.at))
        rank = sum(one.is_like(value) and (one.is_value or one.is_share) for one in self.numbers[low + 1 : high])
        first, last = sorted((value.quantity.span, amount.quantity.span))
        is_apart = _CLAUSE.search(self.passage.low, first.end, last.start) is not None
        start += _NEXT_START * (rank == 0) + _BREAK * is_apart
        end += (_NEXT_END, _SECOND_END, 0)[min(rank, 2)] + _BREAK * is_apart
        return _End(value, number, start, end, is_apart=is_apart)


class _End(NamedTuple):
    """A value that a change may have started from, or led to."""

    number: PlacedNumber
    value: float
    as_start: float
    """What its place says for it as the one that the change started from; `as_end`, as the one that it led to."""
    as_end: float
    is_apart: bool
    """Whether it stands in another clause of the sentence of the amount, which has its own word."""


def _first(one: tuple[float, Equation]) -> float:
    return one[0]


def _chance(equation: Equation) -> float:
    """Return roughly how often two values would have an amount as their change by chance."""
    is_change = equation.kind is Kind.CHANGE
    return float(equation.quantities[0].step) / _HUNDRED if is_change else float(equation.chance)


def _of_pair(equation: Equation) -> float:
    """Return what the distance and years of two values say for their being those of an amount."""
    _, start, end = equation.numbers
    apart, years = abs(start.at - end.at), (year_of(start), year_of(end))
    weight = _PRIOR + _ADJACENT * (apart == 1 and start.sentence == end.sentence) + _FAR * (apart >= _SPREAD)
    if not all(years):
        return weight + _NO_YEARS
    return weight + (_YEARS_ASCEND if years[0] < years[1] else _ONE_YEAR if years[0] == years[1] else 0)
