"""Typed words for a share beside figures from data: `half of them`, `most of the 640 applications (212)`.

The part and the whole are figures of the sentence whose places say that the share is theirs; or the whole is one, and
the words name a part of its breakdown.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.checks.beside import CLOSING, Doubt, Observed, Sentence
from reportgen.checks.finding import shown_number
from reportgen.checks.named_parts import meanings, named_parts
from reportgen.checks.stated import head_of, stems
from reportgen.checks.typed.bases import read_base
from reportgen.checks.typed.nearness import range_at
from reportgen.checks.typed.share_percentages import doubt_percentage
from reportgen.checks.typed.share_words import (
    HUNDRED,
    MARKS,
    SPEAKING,
    ToldShare,
    is_all,
    is_predicate,
    read_shares,
    start_of,
)
from reportgen.claims.line import Line
from reportgen.claims.model import Measure
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import DETERMINERS, DOWN, LESS, MEMBERS, MORE, NOUN_STOPS, UP
from reportgen.languages.en.quantifiers import ADVERBS_OF_SHARE, MAKING_UP, RESTATING
from reportgen.languages.words import word_set

_AMONG = word_set("in on from")
"""`mainly in agriculture`."""
_WHOLES = word_set("of among out")
_PROPORTIONS = word_set("proportion share percentage")
_TELLING = SPEAKING | word_set("at to reached")
_LONG = 5
_FAR = 8
"""Items between a share and what it is a share of."""
_CHANGES = UP | DOWN | MORE | LESS


class _Pair(Struct, frozen=True):
    """A part and its whole."""

    part: Observed
    whole: Observed
    figure: Observed
    """By which the question is known: the part, where it is a figure of the sentence."""


def doubt_shares(said: Sentence) -> Iterator[Doubt]:
    """Yield RG387 for typed shares that the part and the whole in the data contradict."""
    for share in read_shares(said):
        yield from doubt_percentage(said, share)
        pair = _pair(said, share)
        if pair is None or not 0 < pair.whole.value >= pair.part.value:
            continue
        part, whole = Decimal(pair.part.value), Decimal(pair.whole.value)
        if is_predicate(said.line, share.last) and not _DENYING.isdisjoint(said.line.words(max(share.first - 4, 0), 4)):
            if share.range.holds(part / whole):  # "women no longer formed a minority"
                yield _doubt(said.line.span_of(share.first, share.last), pair)
            continue
        if whole - part != share.but if share.but is not None else not share.range.holds(part / whole):
            yield _doubt(said.line.span_of(share.first, share.last), pair)
        yield from _earlier(said, share, pair)


_DENYING = word_set("no not never")


def _doubt(span: Span, pair: _Pair) -> Doubt:
    """Return the question about a share that the part and the whole contradict."""
    part, whole = Decimal(pair.part.value), Decimal(pair.whole.value)
    values = {
        "part": shown_number(part),
        "whole": shown_number(whole),
        "percentage": shown_number(round(part / whole * HUNDRED, 1)),
        "period": pair.whole.where[2],
    }
    return Doubt("RG387", span, pair.figure, values)


def _earlier(said: Sentence, share: ToldShare, pair: _Pair) -> Iterator[Doubt]:
    """Yield the question about the share of another year: `38 per cent of them women, up from 47 per cent in 2022`."""
    line = said.line
    behind = range(share.last + 1, len(line.items) - 2)
    start = next((at for at in behind if line.low(at) in MARKS and _COMPARING & set(line.words(at + 1, 2))), None)
    at = next((one for one in line.quantities if start is not None and one > start), len(line.items))
    stated = line.period(at + 2) if line.low(at + 1) == "in" else None
    if start is None or at > start + _LONG or stated is None or not said.is_typed(at):
        return
    period, told = read_base(stated, pair.whole), line.quantity(at).measure
    part, whole = said.in_period(pair.part, period), said.in_period(pair.whole, period)
    if part is None or whole is None or not whole.value or told not in {Measure.PER_CENT, Measure.FRACTION}:
        return
    ratio = Decimal(part.value) / Decimal(whole.value)
    if not range_at(line, at).holds(ratio if told is Measure.FRACTION else ratio * HUNDRED):
        yield _doubt(line.span_of(at, at), _Pair(part, whole, pair.figure))


_COMPARING = word_set("up down from compared against versus")


# ---- the part and the whole -----------------------------------------------------------------------------------


def _pair(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part and the whole that a share is said of; None where the sentence does not say it for certain."""
    line = said.line
    behind = share.last + 1
    if pair := _bracketed_pair(said, share):
        return pair
    place = behind + (line.low(behind) == "the")
    if line.low(share.last) == "all" and (whole := said.figure_at(place)) is not None:
        ends = (at for at in range(place + 1, _clause_end(line, place + 1)) if line.low(at) == "and")
        return _named(said, whole, (place + 1, next(ends, _clause_end(line, place + 1))))
    if is_predicate(line, share.last):
        return _part_of_predicate(said, share)
    if line.low(behind) == "of":
        place = behind + 1
        while line.low(place) in DETERMINERS | {"all", "total"}:
            place += 1
        whole = said.figure_at(place) or _in_brackets(said, place)
        if whole is None and said.is_typed(place) and line.kind(place) == "q":
            return _part_of_typed(said, share, place)
        if whole is not None:
            return _part_of(said, share, whole, whole.at)
        if line.low(behind + 1) in MEMBERS and line.low(place - 1) in MEMBERS | {"of"}:
            return _part_of_them(said, share, place)
        return _part_of_all(said, share, behind + 1) or _part_of_label(said, share, behind + 1)
    if line.low(share.last) in ADVERBS_OF_SHARE or is_all(line, share.last):
        whole = _before(said, share.first)
        is_one = _named(said, whole, (behind, _clause_end(line, behind)))  # not "mainly women and some men"
        behind += line.low(behind) in _AMONG
        ends = (at for at in range(behind, len(line.items)) if line.low(at) in NOUN_STOPS or line.low(at) in MARKS)
        return _named(said, whole, (behind, next(ends, len(line.items)))) if is_one else None
    return (
        _apposed(said, share)
        or _part_of_opening(said, share)
        or _part_of_clause(said, share)
        or _part_of_proportion(said, share)
        or _part_that_makes_up(said, share)
    )


def _before(said: Sentence, at: int) -> Observed | None:
    """Return the nearest figure before an index, where no other number stands between."""
    near = [place for place in said.line.quantities if place < at]
    return said.figure_at(near[-1]) if near else said.before


def _bracketed(said: Sentence, first: int, last: int) -> Observed | None:
    """Return the first number behind an index, where it is a figure that stands alone in brackets."""
    line = said.line
    at = next((place for place in line.quantities if first <= place < last), None)
    if at is None or line.low(at - 1) != "(":
        return None
    behind = at + 1 + (line.low(at + 1) != ")")  # "(212 persons)"
    return said.figure_at(at) if line.low(behind) == ")" else None


def _in_brackets(said: Sentence, place: int) -> Observed | None:
    """Return the figure of a whole in brackets behind its noun: `a third of the prison population (640)`."""
    line, first = said.line, place
    if line.low(place) in MEMBERS:
        return None  # "two fifths of them (256)"
    while place < first + _LONG and line.low(place) not in NOUN_STOPS and line.low(place).isalpha():
        place += 1
    whole = said.figure_at(place + 1) if place > first and line.low(place) == "(" else None
    is_whole = whole is not None and whole.where[1] is None and line.low(place + 2) == ")"
    return whole if is_whole else None


def _bracketed_pair(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part and the whole that stand in brackets behind a share: `half of all applications (212 of 640)`."""
    line = said.line
    ahead = range(share.last + 1, min(share.last + 1 + _FAR, len(line.items)))
    opening = next((at for at in ahead if line.items[at].kind not in "wcp"), None)
    if opening is None or line.low(opening) != "(":
        return None
    inside = [at for at in line.quantities if opening < at < line.close.get(opening, len(line.items))]
    figures = [one for at in inside if (one := said.figure_at(at))]
    is_pair = len(figures) == len(inside) == len(("part", "whole")) and figures[0].at == opening + 1
    between = line.words(figures[0].at + 1, figures[1].at - figures[0].at - 1) if is_pair else []
    return _of(said, *figures) if _joins(between) else None


def _clause_end(line: Line, at: int) -> int:
    """Return the index at which the words behind an index end: the next mark."""
    return next((place for place in range(at, len(line.items)) if line.low(place) in MARKS), len(line.items))


def _part_of(said: Sentence, share: ToldShare, whole: Observed, place: int) -> _Pair | None:
    """Return the part of `half of the 640 applications (212)`, `212 … are half of the 640 …`, `half of 9 were men`."""
    line = said.line
    part = _bracketed(said, place + 1, len(line.items))
    if part is None:
        before = [figure for figure in said.figures if figure.at < share.first]
        is_joined = line.low(start_of(line, share.first) - 1) in MAKING_UP | {",", "for", "or", "up", "is"}
        part = before[0] if len(before) == 1 and is_joined else None
    if part is not None:
        return _of(said, part, whole)
    if line.low(start_of(line, share.first) - 1) in MAKING_UP | {"up", "for"}:
        return _named(said, whole, (line.clauses[share.first], share.first))
    return _named(said, whole, (place + 1, _clause_end(line, place + 1)))


def _part_of_typed(said: Sentence, share: ToldShare, place: int) -> _Pair | None:
    """Return the part in brackets behind a whole that was typed: `half of the 640 applications ({{ granted }})`."""
    part, quantity = _bracketed(said, place + 1, len(said.line.items)), said.line.quantity(place)
    if part is None or quantity.measure is not Measure.COUNT or not quantity.is_exact or share.but is not None:
        return None
    if not quantity.noun or not stems(quantity.noun) <= said.known(part):
        return None  # "half of the 12 courts had interpreters (131)"
    return _Pair(part, Observed(place, part.where, quantity.value), part)


def _part_of_them(said: Sentence, share: ToldShare, place: int) -> _Pair | None:
    """Return the part of `348 victims, most of whom were women`, `most of them women (131)`."""
    line = said.line
    whole = _before(said, share.first)
    end = next((at for at in range(place, len(line.items)) if at in line.quantities or line.low(at) in MARKS), 0)
    end = end or len(line.items)
    part = _bracketed(said, place, min(end + 2, len(line.items)))
    if part is not None and whole is not None:
        return _of(said, part, whole)
    return _named(said, whole, (place, end))


def _part_of_predicate(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `women were in the majority among the 348 victims`, `… 348 victims. Women were in the …`."""
    line = said.line
    end = _clause_end(line, share.last + 1)
    among = [one for one in said.figures if share.last < one.at < end] if line.low(share.last + 1) == "among" else []
    whole = among[0] if len(among) == 1 else _before(said, share.first)
    first = max((at + 1 for at in range(share.first) if line.low(at) in MARKS | _BREAKING), default=0)
    return None if among == [] and line.low(share.last + 1) == "among" else _named(said, whole, (first, share.first))


_BREAKING = word_set("and while whereas but whom which who") | {"."}


def _part_of_all(said: Sentence, share: ToldShare, place: int) -> _Pair | None:
    """Return the part of `131 women, half of all victims`: a figure of a part before it, and its whole in the data."""
    line = said.line
    part = _before(said, share.first)
    if part is None or part.where[1] is None or line.low(place) not in {"all", "the"}:
        return None
    between = range(part.at + 1, start_of(line, share.first))
    end = _clause_end(line, place)
    words = stems(" ".join(line.words(place, end - place)))
    known = stems(said.indicator(part).label or "") | stems("total number")
    is_near = all(line.items[at].kind in "wm" and line.low(at) not in SPEAKING for at in between) and words <= known
    key, _, period = part.where
    value = said.indicator(part).value(period)
    if value is None or not is_near or not words:
        return None
    return _Pair(part, Observed(part.at, (key, None, period), value), part)


def _part_of_label(said: Sentence, share: ToldShare, place: int) -> _Pair | None:
    """Return the part of `48 per cent of judges were women (1,094)`; None where more is said of them."""
    line, part = said.line, said.figures[0] if len(said.figures) == 1 else None
    if part is None or part.where[1] is None or _bracketed(said, place, len(line.items)) is not part:
        return None
    label, own, period = said.indicator(part).label or "", meanings(said.part(part).split()), part.where[2]
    first = max((at + 1 for at in range(share.first) if line.low(at) in _BREAKING), default=0)
    last = next((at for at in range(part.at, len(line.items)) if line.low(at) in _BREAKING), len(line.items))
    inside = line.items[first:last]
    words = meanings(item.low for item in inside if item.kind == "w" and item.low not in MAKING_UP)
    head = stems(line.low(place + (line.low(place) in DETERMINERS)))
    is_plain = own <= words <= own | meanings(label.split()) and head and head <= head_of(label)
    is_timed = all(item.period.written == str(period) for item in inside if item.period is not None)
    whole = said.indicator(part).value(period) if is_plain and is_timed else None
    return _of(said, part, Observed(part.at, (part.where[0], None, period), whole)) if whole is not None else None


def _part_of_opening(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `Of the 348 victims, most were women`, `640 were received, of which a third (212) …`."""
    line = said.line
    first = start_of(line, share.first)
    joint = first - 1 - (line.low(first - 1) == ",")
    if line.low(joint) in MEMBERS and line.low(joint - 1) == "of":
        return _part_of_them(said, share, share.last + 1)
    if not said.figures:
        return None
    whole = said.figures[0]
    opening = range(min(whole.at, 4))
    is_opened = line.low(0) in _WHOLES and all(line.low(at) in _WHOLES | DETERMINERS | {"all"} for at in opening)
    if not is_opened or line.low(first - 1) != "," or any(whole.at < at < first for at in line.quantities):
        return None
    part = _bracketed(said, share.last + 1, _clause_end(line, share.last + 1) + 2)
    return _of(said, part, whole) if part else _named(said, whole, (share.last + 1, _clause_end(line, share.last + 1)))


_SHORT = 3
"""Words by which a part is named between two marks: `, 38 per cent women,`, `, the majority in rural areas`."""


def _part_of_clause(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `640 were lodged, and one in three was granted (212)`, `348 victims; the majority were women`.

    Of `348 victims (38 per cent women)` as well.
    """
    line, behind = said.line, share.last + 1
    whole, end = _before(said, share.first), _clause_end(line, behind)
    if line.low(behind) in SPEAKING and line.low(start_of(line, share.first) - 1) in {"", ",", ";", "and", "but"}:
        part = _bracketed(said, behind, min(end + 2, len(line.items)))
        return _of(said, part, whole) if part and whole else _named(said, whole, (behind, end))
    is_short = sum(item.kind == "w" for item in line.items[behind:end]) <= _SHORT
    marks = line.low(start_of(line, share.first) - 1), line.low(end)
    is_apposed = marks == ("(", ")") or (is_short and marks in {(",", ","), (",", "")})
    return _named(said, whole, (behind, end)) if is_apposed else None


def _part_of_proportion(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `the proportion of women among the 348 victims was 38 per cent`."""
    line, whole = said.line, _before(said, share.first)
    head = next((at for at in range(share.first) if line.low(at) in _PROPORTIONS and line.low(at + 1) == "of"), None)
    if head is None or whole is None or line.low(start_of(line, share.first) - 1) not in _TELLING:
        return None
    joint = next((at for at in range(head + 2, whole.at) if line.low(at) in _WHOLES | {"in"}), None)
    return _named(said, whole, (head + 2, joint)) if joint is not None else None


def _part_that_makes_up(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `120 children were admitted; girls accounted for 60 per cent`, which nothing narrows."""
    line, first, opening = said.line, start_of(said.line, share.first), said.line.clauses[share.first]
    is_told = line.low(first - 1) in MAKING_UP | {"up", "for"} and line.low(share.last + 1) in CLOSING
    is_plain = line.low(opening - 1) in {"", ";", "and"} and line.low(opening + 1) in MAKING_UP
    return _named(said, _before(said, share.first), (opening, share.first)) if is_told and is_plain else None


def _apposed(said: Sentence, share: ToldShare) -> _Pair | None:
    """Return the part of `131 of the 348 victims (38 per cent)`, `640 were lodged and 212, or a third, granted`."""
    line = said.line
    first, behind = start_of(line, share.first), line.low(share.last + 1)
    in_brackets = (line.low(first - 1), behind) in {("(", ")"), ("–", "–"), ("—", "—")}
    opened = first - 1
    while line.low(opened) in RESTATING or (line.low(opened) == "," and line.low(opened - 1) in RESTATING):
        opened -= 1
    is_restated = opened < first - 1 and line.low(opened) == "," and behind in {",", ".", ";", ")"}
    last = first - 1 if in_brackets else opened
    before = [at for at in line.quantities if at < last]
    if not (in_brackets or is_restated) or any(line.low(at) in _CHANGES for at in range(share.first)):
        return None
    figures = [said.figure_at(at) for at in before[-2:]]
    if len(figures) < len(("part", "whole")) or not all(figures):
        return None
    one, other = (figure for figure in figures if figure is not None)
    # A whole clause may stand before `(38 per cent)`, and before `that is, 38 per cent`: "131 of the 348 were women".
    is_told = in_brackets and _joins(line.words(one.at + 1, other.at - one.at - 1))
    is_told |= opened < first - 2 and behind in {"", ".", ";"}
    behind_it = line.items[other.at + 1 : last]
    if any(item.kind not in "wc" or (item.low in SPEAKING and not is_told) for item in behind_it):
        return None
    between = line.words(one.at + 1, other.at - one.at - 1)
    if _joins(between):
        return _of(said, one, other)
    is_bare = other.at == last - 1 or stems(" ".join(line.words(other.at + 1, last - other.at - 1))) <= said.known(
        other
    )
    return _of(said, other, one) if is_bare else None


def _joins(between: Sequence[str]) -> bool:
    """Return whether `of the`, `women out of`, `among the` stands between a part and its whole."""
    return any(word in _WHOLES for word in between) and MARKS.isdisjoint(between) and len(between) < _FAR


def _of(said: Sentence, part: Observed, whole: Observed) -> _Pair | None:
    """Return a part and its whole, where both may be so: of one period, and of one measure."""
    units = [said.indicator(figure).unit for figure in (part, whole)]
    are_counts = all(unit not in {"percent", "rank"} for unit in units)
    is_one_time = part.where[2] == whole.where[2] and part.where != whole.where
    return _Pair(part, whole, part) if are_counts and is_one_time else None


def _named(said: Sentence, whole: Observed | None, places: tuple[int, int]) -> _Pair | None:
    """Return the part of a whole that the words from one index to another name."""
    if whole is None or whole.where[1] is not None:
        return None
    words = [said.line.low(at) for at in range(*places) if said.line.items[at].kind == "w"]
    indicator, period = said.indicator(whole), whole.where[2]
    found = named_parts(indicator, words)
    value = indicator.breakdown[found[0]].value(period) if len(found) == 1 else None
    key = whole.where[0]
    return None if value is None else _Pair(Observed(whole.at, (key, found[0], period), value), whole, whole)
