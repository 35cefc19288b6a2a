"""Relate totals with the sum of the numbers that stand beside them, in one sentence or in neighbours."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations, groupby

from msgspec.structs import replace

from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.published.audit.bounds import add_up_rounded, are_exact
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber, groups
from reportgen.published.audit.general.related import STRONG, WORDS, Related
from reportgen.published.audit.general.wholes import (
    are_places,
    have_other_whole,
    is_bare,
    is_closed,
    is_inner,
    is_list,
    is_pair,
    may_count,
    says_all,
)
from reportgen.published.audit.passages import AuditPassage
from reportgen.regex import regex

_TOTAL = regex(
    r"\b(?:followed by|as well as|the others|natural (?:population )?(?:decrease|increase|loss|growth)|excess|net"
    r"|margin|difference|total\w*|altogether|in all|combined|in sum|remaining|the rest|compris\w+|consist\w*"
    r"|made up|additional|of (?:these|whom|which|them|this number|the number|the total|this)"
    r"|this include[sd]|included in|overall|another)\b"
)
"""Words that a total and its parts are told by."""
_JOINED = regex(r"\b(?:others?|includ\w+|bringing|alongside|in addition|plus|divided|while|(?:fe)?males?|women|boys)\b")
"""Words that join parts, and may join other things: `while`, `including`."""
_LISTED_CHANCE, _JOINED_CHANCE, _BARE_CHANCE = WORDS / 15, WORDS / 50, WORDS / 300
"""How often a sum may nearly hold by chance: where its parts are a list, where words join them, where none do."""
_MOST = 30
"""Numbers of a passage that are added up; more are a table."""
_PARTS = 8
"""Numbers in a row that may be parts of the one before or behind them."""
_WINDOW = 6
"""Numbers among which three are looked for."""
_BACK = 2
"""Sentences between a total and its parts."""
_FAR_BACK = 5
"""The same where the total stands first."""
_LEAST = 20
"""A smaller total is the sum of too many things."""
_FEWEST = 5
"""The same where two parts that are all stand right behind it."""
_FAR = 10
"""The least part of a sum of three, and how many times a total may be off before it is of another thing."""
_TELLING = 10_000
"""Where a total is so large, its parts need not stand beside one another."""
_FEW = 3
"""Parts that are surely those of a total where their sentences have no other number."""


def relate_sums(passage: AuditPassage, numbers: Sequence[PlacedNumber], proved: AbstractSet[Span]) -> Iterator[Related]:
    """Yield the sums that are right, and of each unit the one that nearly is and says most."""
    counted = [number for number in numbers if number.is_value and number.quantity.measure is not Measure.RATE]
    if len(counted) <= 2:
        return
    outer = [replace(number, at=at) for at, number in enumerate(one for one in counted if not is_inner(one))]
    current = [replace(number, at=at) for at, number in enumerate(one for one in outer if not one.is_earlier)]
    groups_of_all = [*_by_step(counted[:_MOST])]
    if 2 < len(outer) < len(counted):
        groups_of_all += _by_step(outer[:_MOST])
    told = [*_by_step(current[:_MOST])] if 2 < len(current) < len(outer) else []
    for group in groups_of_all + told:
        if len(group) <= 2 or all(number.quantity.span in proved for number in group):
            continue
        known, wrong = set(proved), list[Equation]()
        for equation in _equations(group):
            if not are_exact(equation.quantities):
                continue
            if equation.holds:
                known |= {quantity.span for quantity in equation.quantities}
                yield Related(equation, is_right=True)
            else:
                wrong.append(equation)
        near = [one for one in wrong if one.nearly_holds(known) and _is_likely(one, passage, known)]
        if group in told:  # past values of before, only the words make a sum
            near = [one for one in near if says_all(one, passage)]
        yield from (Related(one, is_right=False) for one in sorted(near, key=lambda one: one.chance)[:_SUSPECTS])


def _by_step(counted: Sequence[PlacedNumber]) -> Iterator[list[PlacedNumber]]:
    """Yield numbers that measure the same and are printed alike: counts, or all in tenths of a million."""
    for group in groups(counted):
        steps = {number.quantity.step for number in group}
        yield from ([number for number in group if number.quantity.step == step] for step in steps)


def _units(number: PlacedNumber) -> int:
    """Return a number in what it was printed in: 103 of `10.3 million`."""
    return int(number.quantity.value / number.quantity.step)


_SUSPECTS = 3
"""Sums of one passage that are asked about, where they have no number in common."""


def _equations(group: Sequence[PlacedNumber]) -> Iterator[Equation]:
    """Yield the sums that may be: of neighbours, also where small numbers or the values of before stand between."""
    large = [number for number in group if _units(number) >= _LEAST]
    current = [number for number in group if not number.is_earlier]
    yield from _runs(group)
    yield from _runs(large) if len(large) < len(group) else ()
    yield from _runs(current, is_total_first=True) if len(current) < len(group) else ()
    yield from _triples(group)
    yield from _lists(group)


def _lists(group: Sequence[PlacedNumber]) -> Iterator[Equation]:
    """Yield the numbers of one sentence that are a list, or a pair, with each of those before it as its total."""
    for _, within in groupby(group, key=lambda number: number.sentence):
        values = list(within)
        items = [number for number in values if _ITEM.search(number.before)]
        yield from _of_list(group, items if len(items) > 2 and ":" in items[0].before else values)
        bare = [number for number in values if is_bare(number)]
        yield from _of_list(group, bare) if 2 < len(bare) < len(values) else ()


def _of_list(group: Sequence[PlacedNumber], parts: Sequence[PlacedNumber]) -> Iterator[Equation]:
    """Yield the numbers before a list that may be its total."""
    if len(parts) < 2 or not (len(parts) > 2 or is_pair(parts)):
        return
    first, added = group.index(parts[0]), sum(map(_units, parts))
    for total in group[max(first - _RECALLED, 0) : first]:
        is_near = parts[0].sentence - total.sentence <= _FAR_BACK
        if is_near and _units(total) >= _LEAST and is_misprint(added - _units(total)):
            yield Equation(Kind.SUM, (total, *parts))


_ITEM = regex(r"[:;]")
"""What stands before each part of a list below a colon."""
_RECALLED = 12
"""Numbers before a list among which its total is looked for."""


def _runs(group: Sequence[PlacedNumber], *, is_total_first: bool = False) -> Iterator[Equation]:
    """Yield each run of numbers with the one before it and the one behind it as its total, where it may be that."""
    values = [*map(_units, group)]
    for first in range(len(group)):
        added = values[first]
        for last in range(first + 1, min(first + _PARTS, len(group))):
            added += values[last]
            if group[last].sentence - group[first].sentence > _FAR_BACK:
                break
            for place in (first - 1,) if is_total_first else (first - 1, last + 1):
                if 0 <= place < len(group) and values[place] >= _FEWEST and is_misprint(added - values[place]):
                    is_small = values[place] < _LEAST
                    if is_small and not (place == first - 1 and is_pair(group[first : last + 1])):
                        continue
                    ends = group[min(place, first)].sentence, group[max(place, last)].sentence
                    if ends[1] - ends[0] <= (_BACK if place > last else _FAR_BACK):
                        yield Equation(Kind.SUM, (group[place], *group[first : last + 1]))


def is_misprint(apart: int) -> bool:
    """Return whether one digit, or two that changed places, may make a difference: 0, 500, or 630."""
    return len(str(abs(apart)).rstrip("0")) <= 2


def _triples(group: Sequence[PlacedNumber]) -> Iterator[Equation]:
    """Yield three numbers near to one another of which one is, or nearly is, the sum of the others."""
    values = [*map(_units, group)]
    for first in range(len(group)):
        for places in combinations(range(first, min(first + _WINDOW, len(group))), 3):
            if places[0] == first and group[places[-1]].sentence - group[first].sentence <= _BACK:
                *parts, total = sorted(places, key=values.__getitem__)
                apart = values[total] - sum(values[part] for part in parts)
                is_long = values[total] >= _TELLING and is_misprint(apart)
                if values[parts[0]] >= _FAR and (apart == 0 or is_long):
                    yield Equation(Kind.SUM, (group[total], *(group[part] for part in parts)))


def _is_likely(equation: Equation, passage: AuditPassage, proved: AbstractSet[Span]) -> bool:
    """Return whether words and digits speak for a sum that does not hold, whose numbers belong nowhere else."""
    total, *parts = (quantity.value for quantity in equation.quantities)
    added = sum(parts, total - total)
    if any(number.after.startswith((" each", " every", " per ", " a ")) for number in equation.numbers):
        return False  # "five each", "two deaths every week"
    if are_places(equation) or any(map(is_inner, equation.numbers[2:])):
        return False
    if total in parts or not added / _FAR < total < added * _FAR or add_up_rounded(equation.quantities):
        return False
    if says_all(equation, passage):
        return equation.chance <= STRONG
    is_item = equation.numbers[0].before.endswith((" as well as ", " and "))
    if is_closed(equation, passage):
        return equation.chance <= _CLOSED_CHANCE and not _are_of_years(equation)
    is_item = is_item and not (is_list(equation) and equation.chance <= _LISTED_CHANCE)
    is_item = is_item and not any("natural" in number.before for number in equation.numbers)
    if is_item or equation.quantities[0].step != 1 or have_other_whole(equation, passage):
        return False
    first, last = (choose(equation.numbers, key=lambda number: number.at) for choose in (min, max))
    start, end = first.quantity.span.start - len(first.before), last.quantity.span.end + len(last.after)
    words = passage.low[start:end]
    sentences = passage.sentences[first.sentence].start, passage.sentences[last.sentence].end
    are_all = (start, end) == sentences and last.at - first.at == len(parts) <= _FEW
    is_alone = are_all and bool(_TOTAL.search(words))
    if not is_alone and not _are_of_one(equation):
        return False
    allowed = WORDS if _TOTAL.search(words) else _LISTED_CHANCE if is_list(equation) else _BARE_CHANCE
    allowed = max(allowed, _JOINED_CHANCE if _JOINED.search(words) else allowed)
    if sum(quantity.span in proved for quantity in equation.quantities) > 1:
        allowed /= _HELD
    is_spread = len({number.sentence for number in equation.numbers}) > _FEW
    return equation.chance <= (allowed / _HELD if is_spread or _are_of_years(equation) else allowed)


_CLOSED_CHANCE = STRONG / 2
_HELD = 20
"""How many times seldomer a sum may nearly hold where its numbers belong elsewhere."""


def _are_of_years(equation: Equation) -> bool:
    """Return whether some numbers are those that others are held against, or parts are of several years."""
    total, *parts = equation.numbers
    years = {part.quantity.period.first for part in parts if part.quantity.period is not None}
    return len({number.is_earlier for number in equation.numbers}) > 1 or (
        len(years) > 1 and total.quantity.period is not None and total.quantity.period.first is not None
    )


def _are_of_one(equation: Equation) -> bool:
    """Return whether a total and its parts may be of one thing: in one sentence, by their nouns, or being long."""
    total, *parts = equation.numbers
    digits = len(str(max(int(quantity.value) for quantity in equation.quantities)))
    return (
        all(part.sentence == total.sentence or may_count(total, part) for part in parts)
        or digits > _LONG
        or (digits == _LONG and len(parts) == 2)
    )


_LONG = 4
"""Figures of a number that is seldom nearly the sum of two others."""
