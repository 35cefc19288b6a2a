"""Relate factors with the two values that they are said of: `21 per cent is three times that of men (7 per cent)`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec.structs import replace

from reportgen.claims.model import Measure, Nearness
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.regex import regex

_THAT_OF = regex(
    r" (?:that|those|the (?:number|figure|rate|share|proportion|amount|total|average|level)) (?:of|for|in)\b"
)
"""What stands behind a factor: `three times that of`, `twice the number of`."""
_THE = " the "
"""All that stands between the two in `three times the 5 deaths of 2020`."""
_ENDS = ("(", " of ", " was ", " were ")
"""How the words end between a factor and the value that it is of."""
_OPENS = ("(", "(around ", "(about ", "(some ", "(nearly ", "(almost ", "(roughly ")
"""How they end before a factor: `41 (about 2.5 times more than 16)`; `3 times more` may be 4 times as many."""
_LARGEST = Decimal(20)


def relate_factors(numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield for each factor whether the value before it is so many times the one behind it in its sentence."""
    for factor in numbers:
        if factor.quantity.measure is not Measure.TIMES or not 0 < factor.at < len(numbers) - 1:
            continue
        larger, smaller = numbers[factor.at - 1], numbers[factor.at + 1]
        is_told = _THAT_OF.match(factor.after) is not None and smaller.before.endswith(_ENDS)
        is_told = is_told or smaller.before == _THE
        if factor.quantity.step < 1 and factor.before.endswith(_OPENS) and factor.after.startswith(" more "):
            smaller = replace(smaller, quantity=replace(smaller.quantity, nearness=Nearness.EXACT))
            is_told = True
        are_here = larger.sentence == factor.sentence == smaller.sentence and larger.is_like(smaller)
        are_values = all(one.quantity.is_exact and (one.is_value or one.is_share) for one in (larger, smaller))
        if is_told and are_here and are_values and 1 < factor.quantity.value <= _LARGEST:
            equation = Equation(Kind.FACTOR, (factor, larger, smaller))
            yield Related(equation, equation.holds)
