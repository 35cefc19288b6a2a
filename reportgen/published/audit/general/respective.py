"""Relate numbers that are told one for each: `480 and 900 of 1,200 and 1,500 respectively (40 and 60 per cent)`."""

from collections.abc import Iterator, Sequence
from itertools import groupby, permutations

from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.passages import AuditPassage

_MOST = 4
"""Lists of a sentence among which those that belong together are looked for."""
_JOINTS = (" and ", ", ", ", and ", " per cent and ")
"""What stands between the numbers of one list."""


def relate_respective(passage: AuditPassage, numbers: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield what is right of each of the numbers of three lists, or of all but one of them, which is nearly right."""
    if "respectively" not in passage.low:
        return
    for sentence, within in groupby(numbers, key=lambda number: number.sentence):
        if "respectively" in passage.sentences[sentence].of(passage.low):
            told = [*within]
            lists = _lists(told)
            for length in {len(one) for one in lists}:
                yield from _of_lists([one for one in lists if len(one) == length][:_MOST])
            for shares in lists:
                yield from _of_whole(told, shares)


def _lists(numbers: Sequence[PlacedNumber]) -> list[list[PlacedNumber]]:
    """Return the lists of a sentence that have more than one number."""
    lists: list[list[PlacedNumber]] = []
    for number in numbers:
        if lists and number.before in _JOINTS and number.is_like(lists[-1][0]):
            lists[-1].append(number)
        else:
            lists.append([number])
    return [one for one in lists if len(one) > 1]


def _of_whole(numbers: Sequence[PlacedNumber], shares: Sequence[PlacedNumber]) -> Iterator[Related]:
    """Yield the shares of the values right before them in a whole before these: all are right, or all but one.

    `Of 50 pupils, 30 were girls and 20 were boys, representing 60 per cent and 40 per cent respectively`
    """
    first = numbers.index(shares[0])
    parts = numbers[max(first - len(shares), 0) : first]
    if len(parts) < len(shares) or not all(share.is_share for share in shares):
        return
    for whole in numbers[: first - len(shares)]:
        if not all(number.is_value and number.is_like(whole) for number in (whole, *parts)):
            continue
        equations = [Equation(Kind.SHARE, (share, part, whole)) for share, part in zip(shares, parts, strict=True)]
        wrong = [equation for equation in equations if not equation.holds]
        if not wrong or (len(wrong) == 1 and wrong[0].nearly_holds(())):
            yield from (Related(equation, equation.holds) for equation in equations)
            return


def _of_lists(lists: Sequence[Sequence[PlacedNumber]]) -> Iterator[Related]:
    """Yield the relations of three lists of which one follows from the others: everywhere, or in all places but one."""
    for first, *others in permutations(lists, 3):
        if not others[0][0].is_like(others[1][0]) or not all(number.is_value for number in (*others[0], *others[1])):
            continue
        kinds = [Kind.DIFFERENCE] if first[0].is_like(others[0][0]) else [Kind.SHARE, Kind.CHANGE]
        for kind in kinds if first[0].is_relative or first[0].word else ():
            equations = [Equation(kind, numbers) for numbers in zip(first, *others, strict=True)]
            wrong = [equation for equation in equations if not equation.holds]
            if not wrong or (len(wrong) == 1 and wrong[0].nearly_holds(())):
                yield from (Related(equation, equation.holds) for equation in equations)
                return
