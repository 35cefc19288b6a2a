"""Relate factors with the two values that they are said of: `21 per cent is three times that of men (7 per cent)`."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.claims.model import Measure
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.regex import regex

_THAT_OF = regex(
    r" (?:that|those|the (?:number|figure|rate|share|proportion|amount|total|average|level)) (?:of|for|in)\b"
)
"""What stands behind a factor: `three times that of`, `twice the number of`."""
_ENDS = ("(", " of ", " was ", " were ")
"""How the words end between a factor and the value that it is of."""
_LARGEST = Decimal(20)


def relate_factors(numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield for each factor whether the value before it is so many times the one behind it in its sentence."""
    for factor in numbers:
        if factor.quantity.measure is not Measure.TIMES or not 0 < factor.at < len(numbers) - 1:
            continue
        larger, smaller = numbers[factor.at - 1], numbers[factor.at + 1]
        is_told = _THAT_OF.match(factor.after) is not None and smaller.before.endswith(_ENDS)
        are_here = larger.sentence == factor.sentence == smaller.sentence and larger.is_like(smaller)
        are_values = all(one.quantity.is_exact and (one.is_value or one.is_share) for one in (larger, smaller))
        if is_told and are_here and are_values and 1 < factor.quantity.value <= _LARGEST:
            equation = Equation(Kind.FACTOR, (factor, larger, smaller))
            yield Related(equation, equation.holds)
