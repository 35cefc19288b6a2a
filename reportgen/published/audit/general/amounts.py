"""Relate amounts of change with the values that they belong to, wherever these stand.

An amount is explained by any two values nearby whose difference it is. Where none explain it, the two that the words
compare are looked at: an amount that they nearly give has a slip, or one of them has.
"""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.claims.forms.comparison import have_one_head
from reportgen.claims.model import Direction, Measure, Nearness
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CHANGE_NOUNS, LESS, MORE
from reportgen.published.audit.general.amount import ChangeAmount
from reportgen.published.audit.general.compared import (
    COMPARED,
    are_compared,
    are_of_one_size,
    are_of_two_things,
    are_of_two_years,
    is_one_clause,
    start_of,
    year_of,
)
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import BASE, BETTER, PASSING, PlacedNumber, groups
from reportgen.published.audit.general.related import STRONG, WEAK, WORDS, Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_Pair = tuple[PlacedNumber, PlacedNumber, Decimal]
_ANNOUNCED = regex(r"(?:\((?:n ?= ?)?|, (?:with|from|to|up from|down from|reporting|recording)|\bat|\bfrom|\bto) $|\($")
_REACHED = regex(r" to (?:an? )?(?:estimated )?")
_APART = regex(r"\b(?:and|while|whereas|but|although)\b")
_OF_ANOTHER = regex(r"\b(?:due|because|caused|driven)\b|, (?:which|who|where)\b")
"""What stands before an amount that is of another thing: `This was due to a fall in fires, which dropped by`."""
CAUSE = regex(r"\b(?:after|against|because|compared|despite|due|following|owing|target)\b(?:\W+\w+){1,6}\W*$")
"""What stands before an amount of another thing than the values in front of it: `…, despite an increase of 8`."""
_WHEN = regex(r" when (?!compared)")
"""What stands before a value that may be of another thing: `a fall since 2019, when the brigade had 400 staff`."""
SPREAD = regex(r"\b(?:averages?|averaging|each year|annually|annualized|per year|a year)\b(?! (?:ago|earlier|before))")
"""What says that an amount is an average of changes, and that of no two values."""
_SINCE = regex(r"\b(?:since|from|over|on|compared (?:with|to)|than|in)\b[^,;(]*?\b((?:19|20)\d\d)\b")
"""The year that a change starts from, behind its amount: `a decrease of 20 per cent since 2010`."""
_NOUNS = CHANGE_NOUNS | MORE | LESS | BETTER | {"down"}
_ENDS = 2
"""Values of a change."""
_SMALL = 10
_MANY = 30
"""Times that a value is larger than one of another thing: an age, beside pupils."""
_HELD = 10
"""How many times seldomer than nearly an equation holds by chance."""


def relate_amounts(
    passage: AuditPassage, numbers: Sequence[PlacedNumber], proved: Container[Span]
) -> Iterator[Related]:
    """Yield what follows from the values of each amount that nothing else proves."""
    for amount in numbers:
        is_bound = amount.quantity.nearness is Nearness.AT_MOST or amount.quantity.upper is not None
        if amount.word and not is_bound and (amount.quantity.span not in proved or _has_twin(amount, numbers)):
            yield from _Amount(passage, numbers, amount).related()


def _has_twin(amount: PlacedNumber, numbers: Sequence[PlacedNumber]) -> bool:
    """Return whether another amount of the change stands behind one: one value proves both, `47 or 7 per cent`."""
    behind = numbers[amount.at + 1 : amount.at + 2]
    return bool(behind) and behind[0].word == amount.word and behind[0].sentence == amount.sentence


class _Amount(ChangeAmount):
    """An amount of change, and the values that its words compare."""

    def related(self) -> Iterator[Related]:
        """Yield what explains the amount, and whether its word says the right way; else what nearly explains it."""
        equations = (self.equation(*pair) for pair in permutations(self.near, 2) if pair[0].is_like(pair[1]))
        right = next((equation for equation in equations if equation.holds), None)
        if right is not None and not self._is_by_chance(right):
            yield Related(right, is_right=True)
            yield from self._wrong_way(right)
            return
        second = list(self._with_second())
        is_right = any(related.is_right for related in second)
        yield from second if is_right else ()
        if SPREAD.search(self.amount.before) or SPREAD.search(self.amount.after):
            return
        spent, explained = Decimal(0), {number.at for one in second if one.is_right for number in one.equation.numbers}
        for start, end, budget in self._pairs():
            values = {start.quantity.value, end.quantity.value, self.amount.quantity.value}
            is_one = len(values) <= _ENDS or (start.at < self.amount.at and CAUSE.search(self.amount.before))
            if is_one or (is_right and explained.isdisjoint((start.at, end.at))):
                continue
            equations_of_pair = [self.equation(start, end), self.equation(end, start)]
            spent += equations_of_pair[0].chance
            near = next(
                (equation for equation in equations_of_pair if spent <= budget and equation.nearly_holds(())), None
            )
            if near is not None:
                yield Related(near, is_right=False)
                return
        yield from second if not is_right else ()

    def _is_by_chance(self, equation: Equation) -> bool:
        """Return whether values explain an amount, though the words compare two others: one of these has a slip."""
        beside, values = self._beside(), equation.numbers[1:]
        if beside is None and any(value.sentence != self.amount.sentence for value in values):
            is_back = self._is_back()
            beside = next(
                (pair for pair in self._pairs() if self._holds(pair) or (is_back and pair[2] is STRONG)), None
            )
        if beside is None or {beside[0].at, beside[1].at} == {value.at for value in values}:
            return False
        meant = [self.equation(*beside[:2]), self.equation(beside[1], beside[0])]
        return not any(one.holds for one in meant) and any(one.nearly_holds(()) for one in meant)

    def _holds(self, pair: _Pair) -> bool:
        """Return whether two values stand in the sentence of the amount."""
        return pair[0].sentence == pair[1].sentence == self.amount.sentence

    # ---- the values that the words compare --------------------------------------------------------------------

    def _pairs(self) -> Iterator[_Pair]:
        """Yield the pairs of values that the amount may belong to, with the chance that their words allow."""
        beside = self._beside()
        if beside is not None:
            yield beside
            return
        if self.amount.word in PASSING and (passed := self.here[-2:]) and self._is_passed(passed):
            yield passed[1], passed[0], STRONG
            return
        here = groups(self.here)
        pairs = [group for group in here if len(group) == 2]
        is_only = len(pairs) == 1 and len(self.here) == 2
        is_apart = is_only and self.amount.word in BETTER and self._is_behind(*self.here)
        is_closed = is_apart or (is_only and (self._are_of_two_years(*pairs[0]) or self._is_told_again(pairs[0][1])))
        if is_closed or (is_only and are_compared(*pairs[0])):
            yield (*self._ordered(*pairs[0]), STRONG if is_closed or self._is_said_of(*pairs[0]) else WORDS)
            return
        if is_only and self._is_behind(*self.here):
            yield (*self._ordered(*pairs[0]), WORDS)
        yield from self._with_one_here()
        if not self.here:
            yield from self._elsewhere()

    def _is_passed(self, values: Sequence[PlacedNumber]) -> bool:
        """Return whether two values stand right before the amount: `exits (900) exceeded entries (780) by 120`."""
        return [value.at for value in values] == [self.amount.at - 2, self.amount.at - 1] and values[0].is_like(
            values[1]
        )

    def _is_told_again(self, earlier: PlacedNumber) -> bool:
        """Return whether a change is told twice in its direction: `fell by 150, and stands at 850, down from 1,000`."""
        way = ", down from " if self.amount.direction is Direction.DOWN else ", up from "
        return earlier.before.endswith(way) and earlier.at > self.amount.at

    def _are_of_two_years(self, one: PlacedNumber, other: PlacedNumber) -> bool:
        """Return whether two values are one thing in two years, and the amount the only other number behind them.

        `There were 400 cases in 2022 and 500 in 2023, a rise of 25 per cent.`
        """
        is_last = self.amount.at == other.at + 1 and not any(number.word for number in self.here)
        is_alone = sum(number.sentence == self.amount.sentence for number in self.numbers) == len((one, other)) + 1
        is_plain = is_last and is_alone and is_one_clause(self.sentence) and not _APART.search(self.amount.before)
        return is_plain and are_of_two_years(one, other) and not self._has_other_base(one, other)

    def _is_behind(self, one: PlacedNumber, other: PlacedNumber) -> bool:
        """Return whether an amount stands behind two values, and no other amount among them."""
        is_said = other.at < self.amount.at and self.amount.word in _NOUNS
        return is_said and not any(number.word for number in self.numbers if one.at < number.at < self.amount.at)

    def _beside(self) -> _Pair | None:
        """Return two compared values right behind the amount, and behind its twin: `a 2% rise (576 against 566)`."""
        behind = [number for number in self.here if number.at > self.amount.at]
        if behind and behind[0].at - self.amount.at > 1 + (self._twin() is not None):
            return None
        pair = behind[:2]
        if len(pair) != 2 or pair[1].at - pair[0].at > 1 or not pair[0].is_like(pair[1]):
            return None
        is_told = _ANNOUNCED.search(pair[0].before) is not None and not _APART.search(pair[0].before)
        are_two = are_compared(*pair) and pair[0].is_of(pair[1])
        are_two = are_two and self.amount.quantity.value not in {number.quantity.value for number in pair}
        return (*self._ordered(*pair), STRONG) if is_told and are_two else None

    def _twin(self) -> PlacedNumber | None:
        """Return the other amount of the same change, right behind: the 229 of `9.1 per cent (229)`."""
        behind = next((number for number in self.numbers if number.at == self.amount.at + 1), None)
        is_twin = behind is not None and behind.word == self.amount.word and behind.sentence == self.amount.sentence
        return behind if is_twin else None

    def _with_one_here(self) -> Iterator[_Pair]:
        """Yield the value nearest to the amount with another on its other side, or in a sentence beside it."""
        left = [number for number in self.here if number.at < self.amount.at][-1:]
        next_at = self.amount.at + 1 + (self._twin() is not None)  # "an increase of 47 or 8 per cent on the 580"
        right = [number for number in self.here if number.at == next_at]
        if left and left[0].is_earlier and right and BASE.search(right[0].before) and self._is_back():
            left = []  # "This is 20 per cent less than the 50 of 2019, and 60 per cent less than the 100 of 2010"
        if left and right and left[0].is_like(right[0]) and BASE.search(right[0].before):
            are_two = sum(number.is_like(left[0]) for number in self.here) == _ENDS
            is_plain = are_two and self.amount.word in _NOUNS and not _APART.search(right[0].before)
            yield right[0], left[0], STRONG if is_plain else WORDS
        is_reached = bool(right) and _REACHED.fullmatch(right[0].before) is not None  # "fell by 40 per cent to 37"
        for value in right if is_reached else left or right:
            now = None if left else self._said_before(value)
            is_open = now is None and not self._is_back()
            is_same = now is not None and (now.is_of(value) or not _WHEN.search(value.before))
            if now is not None and is_same and self._is_back() and BASE.search(value.before):
                yield value, now, STRONG if self.amount.word in _NOUNS else WORDS
            others = [
                number
                for number in (*reversed(self.before), *self.behind)
                if number.is_like(value) and number.is_of(value)
            ]
            others = [number for number in others if self._is_near(number) or self._is_long()]
            if is_reached:
                others = [number for number in others if self._names(number.sentence)]
            others = [number for number in others if are_of_one_size(number, value) and not self._is_reached(number)]
            amount_is_last = self.numbers[-1] is not self.amount and not right
            is_it = self._is_back() and value.before.endswith(" to ") and len(others) == 1
            for other in others:
                is_told = (
                    is_open
                    and len(others) == 1
                    and other.is_earlier != value.is_earlier
                    and self._is_told_by(other.sentence)
                )
                if self._is_base_named(other) or (is_it and other.at < value.at):
                    yield other, value, STRONG
                elif value.is_earlier and not other.is_earlier and (is_told or other.at > value.at):
                    yield value, other, STRONG if is_told else WORDS
                elif other.at < value.at or (other.is_earlier and amount_is_last):
                    yield other, value, STRONG if is_told else WORDS

    def _elsewhere(self) -> Iterator[_Pair]:
        """Yield two values of the sentences before, or of the next: `This was a fall of …`."""
        amount = self.amount
        for within in (
            [number for number in self.before if number.sentence == amount.sentence - 1],
            self.before,
            self.behind if not self.before else [],
        ):
            pairs = [group for group in groups(within) if len(group) == 2]
            if len(pairs) == 1 and self._may_go_on(pairs[0][0]):
                one, other = pairs[0]
                is_held = COMPARED.search(other.before) is not None or start_of(one, other) is not None
                is_weak = amount.is_relative and not is_held and one.quantity.measure is not Measure.COUNT
                is_said = COMPARED.search(other.before) is not None and self._is_told_by(one.sentence)
                yield (*self._ordered(one, other), WEAK if is_weak else STRONG if is_said else WORDS)

    def _may_go_on(self, value: PlacedNumber) -> bool:
        """Return whether a share may be said of values before it: they share a noun, or it speaks of `this`."""
        is_open = not self.amount.is_relative or value.at > self.amount.at or self._is_back()
        return is_open or self._shares_noun(value.sentence)

    def _is_told_by(self, sentence: int) -> bool:
        """Return whether a sentence names what the amount is of, and neither of the two has another amount."""
        twin = self._second()
        others = [one for one in self.numbers if one.word and one is not self.amount and one is not twin]
        is_only = all(number.sentence not in {self.amount.sentence, sentence} for number in others)
        is_said = self._shares_noun(sentence) or (self._is_back() and sentence == self.amount.sentence - 1)
        return is_only and is_said and _OF_ANOTHER.search(self.amount.before) is None

    def _said_before(self, value: PlacedNumber) -> PlacedNumber | None:
        """Return the only value like another of the sentence before, besides small ones: `521 cases with one death`."""
        said = [
            number for number in self.before if number.sentence == self.amount.sentence - 1 and number.is_like(value)
        ]
        least = max(Decimal(_SMALL), value.quantity.value / _MANY)
        large = [number for number in said if number.quantity.value >= least]
        if len(large) > 1 and value.quantity.noun:
            large = [one for one in large if have_one_head(one.quantity.noun, value.quantity.noun)]
        return large[0] if len(large) == 1 else None

    def _ordered(self, one: PlacedNumber, other: PlacedNumber) -> tuple[PlacedNumber, PlacedNumber]:
        """Return the earlier and the later of two values, as far as it is known."""
        start = start_of(one, other)
        return (other, one) if start is other else (one, other)

    def _is_said_of(self, one: PlacedNumber, other: PlacedNumber) -> bool:
        """Return whether an amount is surely that of two values: in apposition to them, from no other base."""
        amount = self.amount
        others = [number for number in self.numbers if number.word and number.sentence == amount.sentence]
        return (
            all(abs(number.at - amount.at) <= 1 for number in others)
            and amount.word in _NOUNS
            and one.is_of(other)
            and not _APART.search(amount.before if amount.at > other.at else other.before)
            and not self._has_other_base(one, other)
        )

    def _has_other_base(self, one: PlacedNumber, other: PlacedNumber) -> bool:
        """Return whether the amount starts from the year of neither value: `a decrease of 9 per cent from 2018`."""
        if any(value.at == self.amount.at + 1 and BASE.search(value.before) for value in (one, other)):
            return False  # "29 per cent higher than in 2014 (25,033)"
        since, years = _SINCE.search(self.amount.after), {year_of(one), year_of(other)} - {0}
        return "since" in self.amount.after or (since is not None and bool(years) and int(since[1]) not in years)

    def _is_base_named(self, start: PlacedNumber) -> bool:
        """Return whether the words behind an amount name the year of a value: `a decrease of 26 per cent from 2019`."""
        since = _SINCE.search(self.amount.after)
        return since is not None and year_of(start) == int(since[1]) and self.amount.word in _NOUNS

    def _wrong_way(self, equation: Equation) -> Iterator[Related]:
        """Yield the two values that explain an amount where its word says the other way than they went."""
        _, one, other = equation.numbers
        are_exact = one.quantity.is_exact and other.quantity.is_exact and one.quantity.value != other.quantity.value
        if not are_exact or not self._are_meant(equation) or self._has_other_base(one, other):
            return
        start = start_of(one, other)
        if equation.kind is Kind.CHANGE and not self.equation(other, one).holds:
            if start is other or are_of_two_things(self.passage.low, one, other):
                return  # the per cent is right of the wrong one of the two, or of neither: no word is wrong
            start = one
        if start is None:
            return
        end = other if start is one else one
        went = Direction.UP if end.quantity.value > start.quantity.value else Direction.DOWN
        if went is not self.amount.direction:
            yield Related(self.equation(start, end), is_right=False, word=self.amount.word)

    def _are_meant(self, equation: Equation) -> bool:
        """Return whether the values of an equation are those that the words compare: it holds by no coincidence."""
        _, one, other = equation.numbers
        pairs = (budget for start, end, budget in self._pairs() if {start.at, end.at} == {one.at, other.at})
        at = self.amount.at
        between = [number.before for number in self.here if at < number.at <= max(one.at, other.at)]
        is_about = one.sentence == other.sentence and self._is_about(one) and not any(map(_APART.search, between))
        chance = equation.chance / _HELD if is_about else equation.chance
        return any(chance <= budget for budget in pairs)

    def _is_reached(self, value: PlacedNumber) -> bool:
        """Return whether a value is the later one of another change: `Exports rose to 146. Imports fell by 3 …`."""
        if not value.before.endswith((" to ", " at ")):
            return False
        return any(
            number.word and 0 < value.at - number.at <= 2
            for number in self.numbers
            if number is not self.amount and number.sentence == value.sentence
        )

    def _is_near(self, value: PlacedNumber) -> bool:
        """Return whether a value stands in a sentence beside that of an amount, or one that names what this is of."""
        return abs(value.sentence - self.amount.sentence) == 1 or self._shares_noun(value.sentence)

    def _is_about(self, value: PlacedNumber) -> bool:
        """Return whether an amount and a value are of one thing: by their clause, or by a noun of their sentences."""
        if value.sentence == self.amount.sentence:
            return not _APART.search(self.amount.before)
        return self._shares_noun(value.sentence)
