"""Typed steps to a figure from data: `from five to 7`, `three new centres, bringing the total to 7`, `none in 2021`."""

from collections.abc import Iterator, Sequence

from reportgen.checks.beside import CLOSING, Doubt, Observed, Sentence
from reportgen.checks.stated import are_same_measure, stems
from reportgen.checks.typed.bases import read_base
from reportgen.checks.typed.change_subjects import speaks_of_another
from reportgen.checks.typed.change_words import BASES, FACTORS, ChangeWord, doubt_change
from reportgen.checks.typed.changes import last_before
from reportgen.checks.typed.nearness import agrees, range_at
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.languages.en.lexicon import DOWN, UP
from reportgen.languages.en.time_words import RANGING
from reportgen.languages.words import word_set
from reportgen.model import Noun, Period
from reportgen.model.base import Number

_NEW = word_set("new additional further extra more")
_BRINGING = word_set("bringing raising increasing taking")
_NO, _BEING = word_set("no none nobody"), word_set("was were been existed")
_THERE = _BEING | word_set("there had occurred recorded registered reported in yet while whereas and but")
_ENDING = (CLOSING - {",", ""}) | word_set("( : while whereas but")
_FAR = 8


def doubt_steps(said: Sentence) -> Iterator[Doubt]:
    """Yield RG433 for a start, an addition or a nothing that an author typed, and the one series holds otherwise."""
    if not said.figures or len({figure.where[:2] for figure in said.figures}) != 1:
        return
    yield from _starts(said)
    yield from _additions(said)
    yield from _nothings(said)


def _past(said: Sentence, end: Observed) -> Sequence[tuple[Period, Number]]:
    """Return the values of a series before that of a figure."""
    return [pair for pair in said.series(end).figures if pair[0].end < end.where[2].start]


def _starts(said: Sentence) -> Iterator[Doubt]:
    """Yield the question about `rose from five to 7`, where no earlier value is five and no period is named."""
    line = said.line
    for end in () if said.words & RANGING else said.figures:
        start = next((at for at in reversed(line.quantities) if at < end.at), None)
        if line.low(end.at - 1) != "to" or start is None or not said.is_typed(start) or line.low(start - 1) != "from":
            continue
        quantity, between = line.quantity(start), line.items[start + 1 : end.at]
        words = stems(f"{quantity.noun} {' '.join(item.low for item in between)}")
        is_plain = all(item.kind == "w" for item in between) and words <= said.known(end) | stems(_unit(said, end))
        is_same = is_plain and are_same_measure(quantity, line.quantity(end.at)) and _moves(said, start, end)
        past = _past(said, end)
        if is_same and past and not any(agrees(line, start, value) for _, value in past):
            yield doubt_change(line.span_of(start - 1, start), end, (end.where[2], end.value), past[-1])


def _moves(said: Sentence, start: int, end: Observed) -> bool:
    """Return whether the verb before a start says that the series of a figure went from there."""
    places = range(said.line.clauses[start], start)
    moved = next((at for at in reversed(places) if said.line.low(at) in UP | DOWN | FACTORS.keys() | _BRINGING), None)
    if moved is None or said.line.low(moved) in _BRINGING:
        return moved is not None
    return not speaks_of_another(ChangeWord(said, moved, [end]))


def _additions(said: Sentence) -> Iterator[Doubt]:
    """Yield the question about `two new centres were opened, bringing the total to 7`, where there were four before."""
    line = said.line
    for at, quantity in said.typed_quantities():
        is_new = line.low(at + 1) in _NEW - {"more"} or line.low(at - 1) in _NEW - {"more", "new"}
        end = _brought(said, at) if is_new and quantity.measure is Measure.COUNT else None
        before = said.in_period(end, last_before(ChangeWord(said, end.at, [end]), end)) if end is not None else None
        dated = [one.period for one in line.items if one.period is not None and one.period.months]
        if end is None or any(one.months != end.where[2].months for one in dated):
            continue  # "two were appointed in December 2023"
        if before is None or range_at(line, at).holds(end.value - before.value):
            continue
        base = before.where[2], before.value
        yield doubt_change(line.span_of(at, at), end, (end.where[2], end.value), base)


def _brought(said: Sentence, at: int) -> Observed | None:
    """Return the figure to which an addition brings the total."""
    line = said.line
    joint = next((one for one in range(at, len(line.items)) if line.low(one) in _BRINGING), None)
    ahead = [one for one in said.figures if joint is not None and joint < one.at <= joint + _FAR]
    is_brought = len(ahead) == 1 and line.low(ahead[0].at - 1) == "to"
    return ahead[0] if is_brought and not any(at < one < ahead[0].at for one in line.quantities) else None


def _nothings(said: Sentence) -> Iterator[Doubt]:
    """Yield the question about `There was no centre in 2021; 7 in 2023`, where the data hold some for 2021."""
    line, end = said.line, said.figures[0]
    for at in range(len(line.items)):
        used = _nothing_at(line, at)
        if not used or not said.is_typed(at):
            continue
        first, last = _clause(line, at)
        if line.low(at - 1) in BASES and line.low(at + 1) == "in":  # "compared with none in 2021"
            first, last = at, at + 3
        dated = [one for one in range(first, last) if line.period(one) is not None]
        stated = line.period(dated[0]) if len(dated) == 1 else None
        other = said.in_period(end, read_base(stated, end)) if stated is not None else None
        rest = [one for one in range(first, last) if not at <= one < at + used]
        is_plain = _is_of_series(said, end, rest) and not any(one in line.quantities for one in rest)
        is_said = first == at or not _BEING.isdisjoint(line.low(one) for one in rest)
        if other is not None and other.value and is_said and is_plain:
            base = end.where[2], end.value
            yield doubt_change(line.span_of(at, last - 1), end, (other.where[2], other.value), base)


def _nothing_at(line: Line, at: int) -> int:
    """Return how many items say nothing at an index: `none`, `not one`, `not a single`; 0 where none does."""
    if line.low(at) != "not":
        return int(line.low(at) in _NO)
    first = at + 3 if line.words(at + 1, 2) == ["a", "single"] else at + 1
    quantity = line.items[first].quantity if first < len(line.items) else None
    is_one = quantity is not None and quantity.value == 1 and quantity.measure is Measure.COUNT
    return first - at + 1 if is_one else 3 if first > at + 1 else 0


def _is_of_series(said: Sentence, end: Observed, places: Sequence[int]) -> bool:
    """Return whether the words at some places name nothing but what a figure counts.

    What was done to it may be any verb where the figure has none of its own: `No case was opened in 2021; there were
    seven in 2023`, but not `Not one nurse was dismissed in 2021; 384 were employed in 2023`.
    """
    line, known = said.line, said.known(end) | stems(_unit(said, end))
    first, last = _clause(line, end.at)
    own = {line.low(one) for one in range(first, last) if line.kind(one) == "w"} - _THERE
    bare = own - {"against", "compared", "with", "only"}
    is_elliptic = not any(low.endswith("ed") for low in bare) and stems(" ".join(bare)) <= known
    done = {line.low(one) for one in places if line.low(one).endswith("ed") and line.low(one - 1) in _BEING}
    words = {line.low(one) for one in places if line.kind(one) == "w"} - _NO - _THERE
    return stems(" ".join(words - (done if is_elliptic else done & own))) <= known


def _clause(line: Line, at: int) -> tuple[int, int]:
    """Return the indexes between which the clause of a word stands: a comma ends it before "and" alone."""
    ends = [one for one in range(len(line.items)) if line.low(one) in _ENDING or _is_joined(line, one)]
    before, behind = [one + 1 for one in ends if one < at], [one for one in ends if one > at]
    return max(before, default=0), min(behind, default=len(line.items))


def _is_joined(line: Line, at: int) -> bool:
    return line.low(at) == "," and line.low(at + 1) in {"and", "against", "compared"}


def _unit(said: Sentence, figure: Observed) -> str:
    """Return the nouns of a unit; nothing where it is none."""
    unit = said.indicator(figure).unit
    return f"{unit.one} {unit.other}" if isinstance(unit, Noun) else ""
