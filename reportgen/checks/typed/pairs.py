"""Typed comparisons of two figures from data that stand in them: `more men (217) than women (131)`."""

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import CLOSING, Doubt, Observed, Sentence, label_of_series
from reportgen.checks.finding import shown_number
from reportgen.checks.named_parts import meanings, named_parts
from reportgen.checks.typed.change_words import BEING
from reportgen.checks.typed.nearness import range_at
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.diagnostics import Literal
from reportgen.languages.en.lexicon import LESS, MORE, NOUN_STOPS, OUTNUMBERING, PASSING
from reportgen.languages.words import word_set
from reportgen.model import Noun

_FACTORS = frozenset({Measure.TIMES, Measure.FRACTION})
_MANY = word_set("many much")
_OPENING = frozenset(",(–—")
_FAR = 14
"""Items between a comparison and its second figure."""
LOOSE = Decimal("0.15")
"""How far a ratio in small numbers may be off, in parts of it."""


class _Comparison(Struct, frozen=True):
    """Words that compare two numbers, from one item to another, both within."""

    first: int
    last: int
    joint: str
    """The word before the second number."""


def doubt_pairs(said: Sentence) -> Iterator[Doubt]:
    """Yield RG434 for a comparison of two series whose figures stand in it, and say otherwise.

    `more men (217) than women (131)`, `217 men, more than the 131 women`, `twice as many men (217) as women (131)`.
    """
    for found in _comparisons(said.line):
        is_said = said.is_typed(found.first) and not _is_denied(said.line, found.first)
        pair = _pair(said, found) or _named_pair(said, found) or _pair_ahead(said, found) if is_said else None
        numbers = [Decimal(figure.value) for figure in pair or ()]
        if pair is None or (_holds(said.line, found, *numbers) and _is_so_often(said.line, found, *numbers)):
            continue
        is_amount = said.line.kind(found.first - 1) == "q" and said.is_typed(found.first - 1)
        yield doubt_pair(said, (found.first - is_amount, found.last), *pair)
    yield from _differences(said)
    yield from _largest(said)


def doubt_pair(said: Sentence, places: tuple[int, int], one: Observed, other: Observed) -> Doubt:
    """Return the question about words that compare two numbers of one period."""
    values = {
        "value": shown_number(one.value),
        "one": Literal(label_of_series(one, said.merged)),
        "other_value": shown_number(other.value),
        "other": Literal(label_of_series(other, said.merged)),
        "period": one.where[2],
    }
    return Doubt("RG434", said.line.span_of(*places), one, values)


def _comparisons(line: Line) -> Iterator[_Comparison]:
    """Yield the words of a line that may compare two numbers."""
    for at, item in enumerate(line.items):
        if item.low in (MORE | LESS) - {"up", "down", "above", "below"} and line.low(at + 1) != "or":
            yield _Comparison(at, at, "than")
        elif item.low == "as" and line.low(at + 1) in _MANY:
            before = line.items[at - 1].quantity if at else None
            is_factor = before is not None and before.measure in _FACTORS
            yield _Comparison(at - is_factor, at + 1, "as")
        elif item.low in OUTNUMBERING or (item.low in PASSING and line.low(at + 1) in {"that", "those"}):
            yield _Comparison(at, at, item.low)
        elif item.low == "equal" and line.low(at + 1) in {"number", "numbers"}:
            yield _Comparison(at, at + 1, "equal")
        elif item.low == "equally" and line.words(at + 2, 1) == ["between"]:  # "equally divided between"
            yield _Comparison(at, at + 2, "and")


def _is_denied(line: Line, at: int) -> bool:
    """Return whether a comparison is said not to be so: `women did not outnumber men`, `not in equal numbers`."""
    return not _DENYING.isdisjoint(line.words(max(at - _NEAR, line.clauses[at]), min(at - line.clauses[at], _NEAR)))


_DENYING = word_set("not never no neither nor hardly")
_NEAR = 4
"""Items before a comparison among which a word stands that denies it."""


def _pair(said: Sentence, found: _Comparison) -> tuple[Observed, Observed] | None:
    """Return the two figures that a comparison is made of, of one period and one measure."""
    line = said.line
    if found.joint in _PASSING:
        return _around(said, found.first)
    if found.joint == "equal":  # "men (217) and women (131) in equal numbers"
        first, *others = said.figures
        return (first, others[0]) if len(others) == 1 and are_pair(said, first, others[0]) else None
    ahead = range(found.last + 1, min(found.last + _FAR, len(line.items)))
    joint = next((at for at in ahead if line.low(at) == found.joint), None)
    if joint is None or joint + 1 in line.quantities:  # "more than 348 persons" compares nothing
        return None
    inside = [at for at in line.quantities if found.last < at < joint]
    before = [at for at in line.quantities if at < found.first]
    behind = next((at for at in line.quantities if joint < at < joint + _FAR), joint)
    is_apposed = line.low(found.first - 1) in _OPENING
    is_apposed |= (
        line.low(found.first - 1) in BEING and line.low(found.first - 2) == ")"
    )  # "men (217) were more than …"
    place = inside[0] if inside else before[-1] if before and is_apposed else None
    one, other = said.figure_at(place) if place is not None else None, said.figure_at(behind)
    if one is None or other is None or len(inside) > 1 or not _is_noun(line, joint + 1, behind):
        return None
    return (one, other) if are_pair(said, one, other) else None


def _named_pair(said: Sentence, found: _Comparison) -> tuple[Observed, Observed] | None:
    """Return the parts of the one figure of a sentence that a comparison names: `348 victims, more men than women`."""
    figures = {figure.where: figure for figure in said.figures}
    if len(figures) != 1 or found.joint == "equal":
        return None
    (whole,) = figures.values()
    line, behind = said.line, found.last + 1
    is_around = found.joint in _PASSING
    ahead = range(behind, min(behind + _FAR, len(line.items)))
    joint = found.last if is_around else next((at for at in ahead if line.low(at) == found.joint), found.last)
    first = _named_part(said, whole, _noun_before(line, found.first) if is_around else range(behind, joint))
    other = _noun_behind(line, joint + 1)
    second = _named_part(said, whole, other)
    if first is None or second is None or first == second or whole.where[1] is not None:
        return None
    last = other.stop
    is_apposed = line.low(found.first - 1) in _OPENING and line.low(last) in CLOSING
    is_among = line.low(last) in {"among", "of"} and whole.at in range(last, last + _NEAR)
    return (first, second) if is_apposed or is_among or found.joint == "and" else None


def _pair_ahead(said: Sentence, found: _Comparison) -> tuple[Observed, Observed] | None:
    """Return the two figures that follow what compares them: `more women than men applied: 131 women and 217 men`.

    Also those of `women outnumbered men (131 to 217)` and `more judges were women than men: 131 against 217`.
    """
    line, figures = said.line, said.figures
    is_around = found.joint in OUTNUMBERING
    if not (is_around or found.joint in {"than", "as"}) or len(figures) != len(("one", "other")):
        return None
    ahead = range(found.last + 1, figures[0].at)
    joint = found.first if is_around else next((at for at in ahead if line.low(at) == found.joint), None)
    if joint is None:
        return None
    between = range(joint, figures[0].at)
    others = [at for at in line.quantities if at in between and line.low(at - 1) != "by"]
    if others or line.low(figures[0].at - 1) not in {":", "("} or not _BREAKING.isdisjoint(map(line.low, between)):
        return None  # not of "… voted: parliament has 102 men and 48 women"
    before = _noun_before(line, found.first) if is_around else range(found.last + 1, joint)
    pairs = (counted_pair(said, (line.low(at), line.low(joint + 1))) for at in reversed(before))
    return next((pair for pair in pairs if pair), None)


_BREAKING = word_set("; while whereas although but")


def _noun_behind(line: Line, first: int) -> range:
    ahead = range(first, len(line.items))
    return range(first, next((at for at in ahead if _ends_noun(line, at)), len(line.items)))


def _noun_before(line: Line, last: int) -> range:
    return range(next((at + 1 for at in range(last - 1, -1, -1) if _ends_noun(line, at)), 0), last)


def _ends_noun(line: Line, at: int) -> bool:
    return line.items[at].kind != "w" or line.low(at) in NOUN_STOPS


def _named_part(said: Sentence, whole: Observed, places: range) -> Observed | None:
    """Return the part of a figure, in its period, that some words name and nothing else."""
    words = said.line.words(places.start, len(places))
    key, _, period = whole.where
    indicator = said.indicator(whole)
    found = named_parts(indicator, words)
    if len(found) != 1 or not words:
        return None
    part = indicator.breakdown[found[0]]
    known = meanings(part.name.split()) | said.known(whole)
    value = part.value(period) if meanings(words) <= known else None
    return Observed(whole.at, (key, found[0], period), value) if value is not None else None


# ---- the largest of the parts ---------------------------------------------------------------------------------


def _largest(said: Sentence) -> Iterator[Doubt]:
    """Yield RG434 for `Women were the largest group among the 348 victims` where another part is larger."""
    line, wholes = said.line, {figure.where: figure for figure in said.figures if figure.where[1] is None}
    for at in range(1, len(line.items)):
        is_most = line.low(at) in _EXTREME and line.low(at + 1) in _COMMON
        is_top = is_most or (line.low(at) in _TOPS and line.low(at + 1) in _GROUPS)
        if not is_top or line.words(at - 2, 2) not in (["was", "the"], ["were", "the"], ["is", "the"], ["are", "the"]):
            continue
        whole = next(iter(wholes.values()), None)
        named = _named_part(said, whole, _noun_before(line, at - 2)) if whole and len(wholes) == 1 else None
        if named is not None and said.is_typed(at) and (other := _beyond(said, named, is_least=line.low(at) in _LEAST)):
            yield doubt_pair(said, (at, at + 1), named, other)


def _beyond(said: Sentence, named: Observed, *, is_least: bool) -> Observed | None:
    """Return the part of the same breakdown that is larger than one, or smaller; None where none is."""
    key, own, period = named.where
    parts = said.indicator(named).breakdown
    values = {
        at: value
        for at, part in enumerate(parts)
        if own is not None and part.by == parts[own].by and (value := part.value(period)) is not None
    }
    best = (min if is_least else max)(values, key=lambda at: values[at])
    is_so = values[best] == named.value
    return None if is_so else Observed(named.at, (key, best, period), values[best])


_LEAST = word_set("least smallest")
_EXTREME, _TOPS = word_set("most least"), word_set("largest biggest smallest")
_COMMON = word_set("common frequent frequently numerous often widespread prevalent")
_GROUPS = word_set("group groups share part number category proportion")


def counted_pair(said: Sentence, nouns: tuple[str, str]) -> tuple[Observed, Observed] | None:
    """Return the two figures of a sentence in the order of the nouns that say what they count."""
    if len(said.figures) != len(("one", "other")) or not are_pair(said, *said.figures):
        return None
    one, other = said.figures
    for pair in ((one, other), (other, one)):
        if all(meanings([noun]) & told_apart_by(said, figure) for noun, figure in zip(nouns, pair, strict=True)):
            return pair
    return None


def told_apart_by(said: Sentence, figure: Observed) -> frozenset[str]:
    """Return what the words mean by which a figure is told from the other one."""
    return meanings(said.part(figure).split()) or said.known(figure)


def _around(said: Sentence, at: int) -> tuple[Observed, Observed] | None:
    """Return the figures on both sides of `outnumber`: `131 women outnumbered 217 men`; None where there are others."""
    before = [one for one in said.figures if one.at < at and one.at >= at - _FAR]
    behind = [one for one in said.figures if at < one.at <= at + _FAR]
    is_pair = len(before) == len(behind) == 1 and are_pair(said, before[0], behind[0])
    if not is_pair:
        return None
    return (behind[0], before[0]) if said.line.low(at + 1) == "by" else (before[0], behind[0])


def are_pair(said: Sentence, one: Observed, other: Observed) -> bool:
    """Return whether two figures are of two series, one period and one measure."""
    units = {
        None if isinstance(said.indicator(figure).unit, Noun | None) else str(said.indicator(figure).unit)
        for figure in (one, other)
    }
    return one.where[:2] != other.where[:2] and one.where[2] == other.where[2] and len(units) == 1


def _is_noun(line: Line, first: int, last: int) -> bool:
    """Return whether nothing but words and a bracket stands between the joint and the second number."""
    return all(line.items[at].kind in "wc" or line.low(at) == "(" for at in range(first, last))


def _holds(line: Line, found: _Comparison, one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers stand to one another as a comparison says."""
    if line.items[found.first].quantity is not None:
        return not other or range_at(line, found.first).holds(one / other)
    if found.joint in {"as", "equal", "and"}:
        return one == other or line.low(found.first - 1) in _NEARLY
    return one > other if line.low(found.first) in MORE | _PASSING else one < other


def _is_so_often(line: Line, found: _Comparison, one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers are as far apart as is said: `women outnumbered men by three to two`, `by 78`."""
    if found.joint == "than" and line.kind(found.first - 1) == "q":  # "92 more men than women"
        return line.quantity(found.first - 1).measure is not Measure.COUNT or _differ(line, found.first - 1, one, other)
    ahead = range(found.last + 1, min(found.last + _FAR, len(line.items)))
    by = next((at for at in ahead if line.low(at) == "by" and at + 1 in line.quantities), 0)
    if not by or found.joint not in OUTNUMBERING | {"than"} or line.quantity(by + 1).measure is not Measure.COUNT:
        return True
    if line.low(by + 2) in CLOSING | {":", "("}:
        return _differ(line, by + 1, one, other)
    if line.low(by + 2) != "to" or by + 3 not in line.quantities or not line.quantity(by + 3).value or not other:
        return True
    told, often = line.quantity(by + 1), one / other * line.quantity(by + 3).value
    return abs(often - told.value) <= told.value * LOOSE or (not told.is_exact and range_at(line, by + 1).holds(often))


def _differ(line: Line, at: int, one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers are as far apart as the number at an index says."""
    return range_at(line, at).holds(abs(one - other))


def _differences(said: Sentence) -> Iterator[Doubt]:
    """Yield RG434 for `217 men and 131 women, a difference of 78` where the two are further apart, or nearer."""
    line, figures = said.line, said.figures
    for at in range(len(line.items)):
        place = at + 2
        is_told = line.low(at) in _APART and line.low(at + 1) == "of" and line.low(at - 1) in {"a", "the"}
        if not (is_told and said.is_typed(place) and place in line.quantities) or len(figures) != len(("one", "other")):
            continue
        is_plain = line.low(place + 1) in CLOSING and line.quantity(place).measure is Measure.COUNT
        is_pair = are_pair(said, *figures) and line.low(at - 2) == "," and figures[1].at < at
        is_next = [one for one in line.quantities if one < at][-2:] == [figures[0].at, figures[1].at]
        values = [Decimal(figure.value) for figure in figures]
        if is_plain and is_pair and is_next and not _differ(line, place, *values):
            yield doubt_pair(said, (at, place), *figures)


_APART = word_set("difference gap margin")
_PASSING = OUTNUMBERING | PASSING
_NEARLY = word_set("nearly almost about roughly not least")
