"""Relate totals with parts that are told one by one, between the numbers of other things: killed and hurt, by year.

The numbers that one word is said of are a column, as in a table, whatever stands between them. A column is asked about
where its first number should be the sum of all others, or where the column beside it adds up at the same places.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import SAYING_LITTLE
from reportgen.languages.words import word_set
from reportgen.published.audit.bounds import add_up_rounded, are_exact
from reportgen.published.audit.general.compared import EVENTS, STEM
from reportgen.published.audit.general.equations import Equation, Kind
from reportgen.published.audit.general.numbers import PlacedNumber
from reportgen.published.audit.general.related import WORDS, Related
from reportgen.published.audit.general.sums import is_misprint

_LEAST = 3
"""Numbers of the shortest column: a total and two parts."""
_MOST = 12
"""Parts of the longest sum."""
_SMALLEST = 20
"""A smaller total is the sum of too many things."""
_NUMBERS = 6
"""Numbers of the shortest passage with two columns."""
_BESIDE = 4
"""Numbers between those of two columns that stand side by side."""


def relate_columns(numbers: Sequence[PlacedNumber], proved: AbstractSet[Span]) -> Iterator[Related]:
    """Yield the sums of columns that are right, and those that nearly are."""
    counted = [one for one in numbers if one.is_value and one.quantity.measure is Measure.COUNT]
    if len(counted) < _NUMBERS or all(one.quantity.span in proved for one in counted):
        return
    columns = _columns(counted)
    columns += [[total, *column] for column in columns for total in _announced(column, counted)]
    sums = [(column, equation) for column in columns for equation in _sums(column)]
    right = [equation for _, equation in sums if equation.holds]
    yield from (Related(equation, is_right=True) for equation in right)
    for column, equation in sums:
        if equation in right or add_up_rounded(equation.quantities) or not equation.nearly_holds(proved):
            continue
        is_whole = [*equation.numbers] == column and equation.chance <= WORDS and _may_be_all(column, counted)
        if is_whole or any(_are_beside(equation, other) for other in right):
            yield Related(equation, is_right=False)


def _announced(column: Sequence[PlacedNumber], counted: Sequence[PlacedNumber]) -> list[PlacedNumber]:
    """Return the numbers of another word that may be the total of a column that has one number in each sentence."""
    sentences = [number.sentence for number in column]
    if len(column) < _LEAST or len({*sentences}) < len(sentences) or column[0].at == 0:
        return []
    return [one for one in counted if one.sentence == sentences[0] - 1 and one not in column]


def _may_be_all(column: Sequence[PlacedNumber], counted: Sequence[PlacedNumber]) -> bool:
    """Return whether all numbers of a column may be its sum: behind its first sentence, where this has no other total.

    `3,286 deaths last year compared to 3,541 this year. The data shows that … 1,269 deaths` is none.
    """
    total, first = column[:2]
    behind = [one for one in counted if one.at > total.at and one.sentence == total.sentence]
    is_behind = first.sentence > total.sentence and len(column) > _LEAST and not total.is_earlier
    return is_behind and all(one.quantity.value < total.quantity.value for one in behind)


def _columns(counted: Sequence[PlacedNumber]) -> list[list[PlacedNumber]]:
    """Return the numbers that one word is said of, for each word that is said of three or more."""
    found: dict[str, list[PlacedNumber]] = {}
    for number in counted:
        words = _said(number.after.split(maxsplit=_WORDS)[:_WORDS]) or _said(number.before.split()[:-_WORDS:-1])
        for word in words:
            found.setdefault(word, []).append(number)
    columns = [column for column in found.values() if len(column) >= _LEAST]
    return [column for at, column in enumerate(columns) if column not in columns[:at]]


_WORDS = 9
"""Words beside a number among which are those that are said of it."""


def _said(words: Sequence[str]) -> set[str]:
    """Return what the words up to the end of a clause name, each by what it has in common with others for it."""
    found = set[str]()
    for word in words:
        if not word[0].isalpha():
            break
        name = word.rstrip(_ENDS)
        if name not in SAYING_LITTLE and (len(name) >= STEM or name in EVENTS):
            found.add(EVENTS.get(name) or name[:STEM])
        if name != word or word in _JOINING:
            break
    return found


_ENDS = ".,;:)"
_JOINING = word_set("and while whilst whereas but")
"""Words that end a clause."""


def _sums(column: Sequence[PlacedNumber]) -> Iterator[Equation]:
    """Yield each number of a column with those behind it that are, or nearly are, its parts."""
    values = [int(number.quantity.value) for number in column]
    for first, total in enumerate(values):
        apart = total - values[first + 1] if first + 1 < len(values) else 0
        for last in range(first + 2, min(first + 1 + _MOST, len(values)) if total >= _SMALLEST else 0):
            apart -= values[last]
            if is_misprint(apart) and are_exact([number.quantity for number in column[first : last + 1]]):
                yield Equation(Kind.SUM, tuple(column[first : last + 1]))


def _are_beside(one: Equation, other: Equation) -> bool:
    """Return whether the numbers of two sums stand side by side: the killed and the hurt of the same places."""
    if len(one.numbers) != len(other.numbers) or {*one.numbers} & {*other.numbers}:
        return False
    pairs = zip(one.numbers, other.numbers, strict=True)
    return all(here.sentence == there.sentence and abs(here.at - there.at) <= _BESIDE for here, there in pairs)
