"""Relate amounts of change with the values that they belong to, wherever these stand.

An amount is explained by any two values nearby whose difference it is. Where none explain it, the two that the words
compare are looked at: an amount that they nearly give has a slip, or one of them has.
"""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from reportgen.claims.model import Direction, Measure, Nearness
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CHANGE_NOUNS, LESS, MORE
from reportgen.published.audit.general.compared import (
    COMPARED,
    are_compared,
    are_of_one_size,
    have_common_noun,
    start_of,
    year_of,
)
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import BASE, PlacedNumber, around, groups
from reportgen.published.audit.general.related import STRONG, WEAK, WORDS, Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_Pair = tuple[PlacedNumber, PlacedNumber, Decimal]
_THIS = regex(
    r"\s*(?:this|that|it|these|which|the (?:figure|number|decrease|increase|rise|drop|decline)|such|thus|hence)\b"
)
_ANNOUNCED = regex(r"(?:\((?:n ?= ?)?|, (?:with|from|to|up from|down from|reporting|recording)|\bat|\bfrom|\bto) $|\($")
_REACHED = regex(r" to (?:an? )?(?:estimated )?")
_APART = regex(r"\b(?:and|while|whereas|but|although)\b")
_OF_ANOTHER = regex(r"\b(?:due|because|caused|driven)\b|, (?:which|who|where)\b")
"""What stands before an amount that is of another thing: `This was due to a fall in fires, which dropped by`."""
_SPREAD = regex(r"\b(?:averages?|averaging|each year|annually|annualized|per year|a year)\b(?! (?:ago|earlier|before))")
_AVERAGE = regex(r"\baverag\w+ (?:of )?$")
"""What stands before an average, which is no value of before or after."""
_SINCE = regex(r"\b(?:since|from|over|on|compared (?:with|to)|than|in)\b[^,;(]*?\b((?:19|20)\d\d)\b")
"""The year that a change starts from, behind its amount: `a decrease of 20 per cent since 2010`."""
_NOUNS = CHANGE_NOUNS | MORE | LESS | {"down", "improvement"}
_SMALL = 10
_HELD = 10
"""How many times seldomer than nearly an equation holds by chance."""
_BACK = 2
"""Sentences before that of an amount in which its values may stand."""
_LONG = 1_000
"""The least amount that may be that of values one sentence further away."""


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


def _is_cut(equation: Equation) -> bool:
    """Return whether a share is right only if it was cut: 9 per cent for 9.56."""
    share, part, whole = equation.quantities
    return part.value / whole.value * 100 - share.value > share.step / 2


class _Amount:
    """An amount of change among the numbers of its passage."""

    def __init__(self, passage: AuditPassage, numbers: Sequence[PlacedNumber], amount: PlacedNumber) -> None:
        self.numbers, self.amount = around(numbers, amount.at), amount
        self.passage = passage
        self.sentence = self._text(amount.sentence)
        self.near = [number for number in self.numbers if self._may_be_value(number)]
        self.here = [number for number in self.near if number.sentence == amount.sentence]
        self.before = [number for number in self.near if number.sentence < amount.sentence]
        self.behind = [number for number in self.near if number.sentence > amount.sentence]

    def _text(self, sentence: int) -> str:
        """Return a sentence in small letters."""
        return self.passage.sentences[sentence].of(self.passage.low)

    def _may_be_value(self, number: PlacedNumber) -> bool:
        amount = self.amount
        if not (
            amount.sentence - _BACK - self._is_long() <= number.sentence <= amount.sentence + 1
            and (number.is_value or number.is_share)
            and not number.is_open
        ):
            return False
        if _AVERAGE.search(number.before):
            return False
        if amount.quantity.measure is Measure.POINTS:
            return number.is_share
        return amount.is_relative or number.is_like(amount)

    def equation(self, start: PlacedNumber, end: PlacedNumber) -> Equation:
        """Return the relation of the amount with two values."""
        is_change = self.amount.is_relative and not start.is_share
        return Equation(Kind.CHANGE if is_change else Kind.DIFFERENCE, (self.amount, start, end))

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
        if _SPREAD.search(self.amount.before) or _SPREAD.search(self.amount.after):
            return
        spent, explained = Decimal(0), {number.at for one in second if one.is_right for number in one.equation.numbers}
        for start, end, budget in self._pairs():
            values = {start.quantity.value, end.quantity.value, self.amount.quantity.value}
            is_one = len(values) < len("abc")
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

    # ---- two amounts of one change ----------------------------------------------------------------------------

    def _with_second(self) -> Iterator[Related]:
        """Relate `a fall of 169 or 16.1 per cent` with the value that it led to, or came from."""
        second = self._second()
        if second is None:
            return
        share, amount = (self.amount, second) if self.amount.is_relative else (second, self.amount)
        values = [number for number in self.numbers if number.is_value and number.is_like(amount)]
        values = [
            number for number in values if 0 <= amount.sentence - number.sentence <= 1 and self._may_be_said_of(number)
        ]
        are_joint = share.word == amount.word and abs(share.at - amount.at) == 1
        ways = [Kind.GROWN, Kind.SHRUNK]
        if amount.direction is Direction.DOWN:
            ways.reverse()
        for value in values:
            for kind in (ways[0], Kind.SHARE) if not value.before.endswith(" to ") else ways[:1]:
                equation = Equation(kind, (share, amount, value))
                if equation.holds and not (kind is Kind.SHARE and are_joint and _is_cut(equation)):
                    yield Related(equation, is_right=True)
                    if second.direction is not self.amount.direction:
                        yield Related(equation, is_right=False, word=self.amount.word)
                    return
        before = [number for number in values if number.at < min(share.at, amount.at)]
        between = [value for value in values if (value.at - share.at) * (value.at - amount.at) < 0]
        for value in (between or before or values)[-1:]:  # "fell by 1,379 to 54,244 (2.5 per cent)"
            is_base = BASE.search(value.before) is not None
            other = Equation(ways[1], (share, amount, value))
            if other.holds and not is_base:
                yield Related(other, is_right=False, word=amount.word)
            else:
                yield Related(Equation(Kind.SHARE if is_base else ways[0], (share, amount, value)), is_right=False)

    def _second(self) -> PlacedNumber | None:
        """Return the other amount of the same change: beside it, or in the sentence before."""
        amount = self.amount
        near = [one for one in self.numbers if abs(one.at - amount.at) <= 2 and one.sentence == amount.sentence]
        between = {one.at: one for one in near if not one.word}
        for number in near:
            middle = between.get((number.at + amount.at) // 2)
            if abs(number.at - amount.at) == 2 and (
                middle is None or not (middle.is_like(number) or middle.is_like(amount))
            ):
                continue
            if number.word and number.is_relative != amount.is_relative and number.direction is amount.direction:
                return number
        if not amount.is_relative or self.here:
            return None
        behind = [one for one in self.numbers if one.sentence == amount.sentence + 1 and one.word]
        if not self.before and behind and not behind[0].is_relative and self._shares_noun(amount.sentence + 1):
            return behind[0]  # "Crimes fell by 11 per cent. Some 28,986 were recorded, 3,589 fewer than in 2015"
        if not _THIS.match(amount.before):
            return None
        before = [one for one in self.numbers if one.sentence == amount.sentence - 1 and one.word]
        return before[-1] if len(before) == 1 and not before[0].is_relative else None

    # ---- the values that the words compare --------------------------------------------------------------------

    def _pairs(self) -> Iterator[_Pair]:
        """Yield the pairs of values that the amount may belong to, with the chance that their words allow."""
        beside = self._beside()
        if beside is not None:
            yield beside
            return
        here = groups(self.here)
        pairs = [group for group in here if len(group) == 2]
        if len(pairs) == 1 and len(self.here) == 2 and are_compared(*pairs[0]):
            yield (*self._ordered(*pairs[0]), STRONG if self._is_said_of(*pairs[0]) else WORDS)
            return
        if len(pairs) == 1 and len(self.here) == 2 and self._is_behind(*self.here):
            yield (*self._ordered(*pairs[0]), WORDS)
        yield from self._with_one_here()
        if not self.here:
            yield from self._elsewhere()

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
        if left and right and left[0].is_like(right[0]) and BASE.search(right[0].before):
            are_two = sum(number.is_like(left[0]) for number in self.here) == len("ab")
            is_plain = are_two and self.amount.word in _NOUNS and not _APART.search(right[0].before)
            yield right[0], left[0], STRONG if is_plain else WORDS
        is_reached = bool(right) and _REACHED.fullmatch(right[0].before) is not None  # "fell by 40 per cent to 37"
        for value in right if is_reached else left or right:
            now = None if left else self._said_before(value)
            is_open = now is None and not self._is_back()
            if now is not None and _THIS.match(self.sentence) and BASE.search(value.before):
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
            for other in others:
                is_told = (
                    is_open
                    and len(others) == 1
                    and other.is_earlier != value.is_earlier
                    and self._is_told_by(other.sentence)
                )
                if self._is_base_named(other):
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
        is_open = not self.amount.is_relative or value.at > self.amount.at or _THIS.match(self.sentence) is not None
        return is_open or self._shares_noun(value.sentence)

    def _is_told_by(self, sentence: int) -> bool:
        """Return whether a sentence names what the amount is of, and neither of the two has another amount."""
        twin = self._second()
        others = [one for one in self.numbers if one.word and one is not self.amount and one is not twin]
        is_only = all(number.sentence not in {self.amount.sentence, sentence} for number in others)
        is_said = self._shares_noun(sentence) or (self._is_back() and sentence == self.amount.sentence - 1)
        return is_only and is_said and _OF_ANOTHER.search(self.amount.before) is None

    def _is_back(self) -> bool:
        """Return whether the sentence speaks of the one before it: `This is a fall of …`."""
        return _THIS.match(self.sentence) is not None

    def _shares_noun(self, sentence: int) -> bool:
        """Return whether a sentence names what the amount is of: `a 21 per cent fall in thefts. There were 87 …`."""
        return have_common_noun(self.sentence, self._text(sentence))

    def _may_be_said_of(self, value: PlacedNumber) -> bool:
        """Return whether two amounts may be said of a value: of their sentence, or of the one before it."""
        is_back = value.sentence == self.amount.sentence or _THIS.match(self.sentence) is not None
        return is_back or self._names(value.sentence)

    def _names(self, sentence: int) -> bool:
        """Return whether a sentence has a noun of the clause of the amount: `imports` of `imports fell by 4 to 840`."""
        return have_common_noun(self.amount.before, self._text(sentence))

    def _said_before(self, value: PlacedNumber) -> PlacedNumber | None:
        """Return the only value like another of the sentence before, besides small ones: `521 cases with one death`."""
        said = [
            number for number in self.before if number.sentence == self.amount.sentence - 1 and number.is_like(value)
        ]
        large = [number for number in said if number.quantity.value >= _SMALL]
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
        if any(number.word and equation.span.holds(number.quantity.span) for number in self._strangers(equation)):
            return
        start = start_of(one, other)
        if equation.kind is Kind.CHANGE and not self.equation(other, one).holds:
            start = one
        if start is None:
            return
        end = other if start is one else one
        went = Direction.UP if end.quantity.value > start.quantity.value else Direction.DOWN
        if went is not self.amount.direction:
            yield Related(self.equation(start, end), is_right=False, word=self.amount.word)

    def _strangers(self, equation: Equation) -> Iterator[PlacedNumber]:
        """Yield the numbers that have no part in an equation, and are no other amount of its change."""
        twin = self._second()
        yield from (number for number in self.numbers if number not in equation.numbers and number is not twin)

    def _are_meant(self, equation: Equation) -> bool:
        """Return whether the values of an equation are those that the words compare: it holds by no coincidence."""
        _, one, other = equation.numbers
        pairs = (budget for start, end, budget in self._pairs() if {start.at, end.at} == {one.at, other.at})
        at = self.amount.at
        between = [number.before for number in self.here if at < number.at <= max(one.at, other.at)]
        is_about = one.sentence == other.sentence and self._is_about(one) and not any(map(_APART.search, between))
        chance = equation.chance / _HELD if is_about else equation.chance
        return any(chance <= budget for budget in pairs)

    def _is_long(self) -> bool:
        """Return whether an amount has too many figures to be the difference of two other things by chance."""
        quantity = self.amount.quantity
        return not self.amount.is_relative and quantity.is_exact and quantity.value >= _LONG * quantity.step

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
