"""An amount of change: the values that it may belong to, and the other amount of the same change.

`a fall of 169 or 16.1 per cent` gives one change twice, so that one value proves both.
"""

from collections.abc import Iterator, Sequence

from reportgen.claims.model import Direction, Measure
from reportgen.published.audit.general.compared import have_common_noun
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import BASE, PlacedNumber, around
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

THIS = regex(
    r"\s*(?:this(?! follow)|that|it|these|which|the (?:figure|number|decrease|increase|rise|drop|decline)|such|thus"
    r"|hence)\b"
)
_AVERAGE = regex(r"\baverag\w+ (?:of )?$")
"""What stands before an average, which is no value of before or after."""
_BACK = 2
"""Sentences before that of an amount in which its values may stand."""
_LONG = 1_000
"""The least amount that may be that of values one sentence further away."""


class ChangeAmount:
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
        is_rate = number.quantity.measure is Measure.RATE and not amount.quantity.noun
        return amount.is_relative or number.is_like(amount) or (is_rate and amount.quantity.step < 1)

    def equation(self, start: PlacedNumber, end: PlacedNumber) -> Equation:
        """Return the relation of the amount with two values."""
        is_change = self.amount.is_relative and not start.is_share
        return Equation(Kind.CHANGE if is_change else Kind.DIFFERENCE, (self.amount, start, end))

    def _is_long(self) -> bool:
        """Return whether an amount has too many figures to be the difference of two other things by chance."""
        quantity = self.amount.quantity
        return not self.amount.is_relative and quantity.is_exact and quantity.value >= _LONG * quantity.step

    def _is_back(self) -> bool:
        """Return whether the sentence speaks of the one before it: `This is a fall of …`."""
        return THIS.match(self.sentence) is not None

    def _shares_noun(self, sentence: int) -> bool:
        """Return whether a sentence names what the amount is of: `a 21 per cent fall in thefts. There were 87 …`."""
        return have_common_noun(self.sentence, self._text(sentence))

    def _may_be_said_of(self, value: PlacedNumber) -> bool:
        """Return whether two amounts may be said of a value: of their sentence, or of the one before it."""
        is_back = value.sentence == self.amount.sentence or THIS.match(self.sentence) is not None
        return is_back or self._names(value.sentence)

    def _names(self, sentence: int) -> bool:
        """Return whether a sentence has a noun of the clause of the amount: `imports` of `imports fell by 4 to 840`."""
        return have_common_noun(self.amount.before, self._text(sentence))

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
        if not THIS.match(amount.before):
            return None
        before = [one for one in self.numbers if one.sentence == amount.sentence - 1 and one.word]
        return before[-1] if len(before) == 1 and not before[0].is_relative else None


def _is_cut(equation: Equation) -> bool:
    """Return whether a share is right only if it was cut: 9 per cent for 9.56."""
    share, part, whole = equation.quantities
    return part.value / whole.value * 100 - share.value > share.step / 2
