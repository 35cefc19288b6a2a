"""Relate what is said to remain with its whole and the parts before it: `nine of the 24 members …; the other 15 …`."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reportgen.claims.model import Measure
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber, around
from reportgen.published.audit.general.related import STRONG, Related
from reportgen.published.audit.general.wholes import is_inner
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_REST = regex(r"(?:\bthe (?:remaining|other|rest,?)|\bremaining|, leaving(?: only| just)?) $")
"""What stands before a number that remains; `_REST_ENDS`, how that ends."""
_REST_ENDS = ("remaining ", "other ", "rest ", "rest, ", "leaving ", " only ", " just ")
_DID_NOT = regex(r"(?: \([^()]*\))? (?:did|do|does|have|has|had|were|was|are|is|could|would) not(?=[.,;]|$)")
"""What stands behind a number of those of whom the parts before it are not true: `and eight have not`."""
_OF = regex(r"\b(?:of|among) (?:the |these |those |its |their |all |a total of |the total of ){0,2}$")
"""What stands before a whole."""
_OF_PART = regex(r"\b(?:of (?:which|whom|these|them)|including) $")
"""What stands before a number that is part of a part."""
_PARTS = 5
"""Parts beside what remains; more are a list, of which others speak."""


def relate_remainders(passage: AuditPassage, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield for each number that remains whether it and the parts before it are all of their whole."""
    did_not = {found.start() for found in _DID_NOT.finditer(passage.low)} if " not" in passage.low else ()
    for rest in numbers:
        is_rest = rest.before.endswith(_REST_ENDS) and _REST.search(rest.before) is not None
        is_rest = is_rest or rest.quantity.span.end in did_not
        if is_rest and not rest.word and rest.quantity.is_exact:
            yield from _of_rest(rest, around(numbers, rest.at))


def _of_rest(rest: PlacedNumber, near: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Relate a number with the whole in its sentence, or in the one before where it stands first."""
    before = [one for one in near if one.at < rest.at and one.sentence >= rest.sentence - 1 and not one.is_share]
    here = [one for one in before if one.sentence == rest.sentence]
    before = here or before
    wholes = [one for one in before if one.is_value and _OF.search(one.before)]
    if len(wholes) != 1 or any(one.word or one.is_earlier or not one.quantity.is_exact for one in before):
        return
    whole = wholes[0]
    first = whole.at - 1 if before[0].at != whole.at and _is_part_of(before, whole) else whole.at + 1
    parts = [one for one in before if one.at >= first and one is not whole and not is_inner(one)]
    parts = [one for one in parts if one.at == whole.at + 1 or not _OF_PART.search(one.before)]
    if not 0 < len(parts) <= _PARTS or not all(one.is_value and one.is_like(whole) for one in parts):
        return
    equation = None
    if rest.is_like(whole) and rest.is_of(whole):
        equation = Equation(Kind.SUM, (whole, *parts, rest))
    elif rest.is_share and len(parts) == 1 and parts[0].quantity.value < whole.quantity.value:
        left = whole.quantity.value - parts[0].quantity.value
        others = replace(parts[0], quantity=replace(parts[0].quantity, value=left, text=""))
        equation = Equation(Kind.SHARE, (rest, others, whole))
    if equation is not None and (equation.holds or equation.chance <= STRONG):
        yield Related(equation, equation.holds)


def _is_part_of(before: Sequence[PlacedNumber], whole: PlacedNumber) -> bool:
    """Return whether the number right before a whole is a part of it: `nine of the 24 members`."""
    part = next((one for one in before if one.at == whole.at - 1), None)
    is_beside = part is not None and part.sentence == whole.sentence and part.quantity.measure is Measure.COUNT
    return is_beside and _WORDS.fullmatch(whole.before) is not None


_WORDS = regex(r"[^,;:()]*\bof [a-z ]*")
