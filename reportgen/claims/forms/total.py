"""Read totals with their parts.

`eight complaints: one …, three … and four …`, `39 persons (26 police officers and 13
others)`, `238 persons, of whom 219 were civilians and 19 officers`, `4,409 victims, including 2,808 children`, `The
breakdown by sex was: 73 males and 2 females`, `Of these, 40 were women and 20 men`.
"""

from collections.abc import Iterator
from decimal import Decimal

from msgspec.structs import replace

from reportgen.claims.forms.comparison import have_one_head, is_nested, remark_begins, trigger_at
from reportgen.claims.forms.kinds import divide
from reportgen.claims.forms.members import (
    clause_end,
    is_complete,
    large_enough,
    main_quantity,
    read_members,
    rest_of_previous,
    said_of_previous,
)
from reportgen.claims.forms.no_whole import are_names
from reportgen.claims.forms.parts import made_total, read_parts
from reportgen.claims.line import Line
from reportgen.claims.model import ListForm, PeriodKind, Quantity, StatedPart, Total
from reportgen.languages.en.lexicon import CRITERIA
from reportgen.languages.en.numerals import SCALES
from reportgen.languages.en.persons import PERSONS
from reportgen.languages.words import word_set

_EXAMPLES = frozenset({"including", "e.g.", "inter", "such", "example", "particular", "among", "notably", "especially"})
_BREAKDOWNS = frozenset({"breakdown", "broken", "disaggregated", "disaggregation", "distribution", "distributed"})
_NEAREST = Decimal("0.75")
"""A sum that is so near a total is more likely its parts than those of another."""
_COLONS = 8
"""Colons of one sentence that may introduce parts; sentences have one or two."""
_NEAR = 30
"""Items that may stand between a total and the brackets with its parts."""


def read_totals(line: Line, previous: Line | None) -> list[Total]:
    """Return the totals of a line; `previous` is the line before, whose total `Of these` speaks of."""
    found = [*_after_colons(line, previous), *_in_brackets(line), *read_members(line, previous), *_including(line)]
    if net := list(_net_of(line)):
        return [*found, *net]
    found += [*_made_up_of(line), *_said_by(line)] if not found else _made_up_of(line)
    found += _with_both(line) if not found else []
    return found or [*said_of_previous(line, previous), *rest_of_previous(line, previous)]


# ---- colons ---------------------------------------------------------------------------------------------------


def _after_colons(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `eight complaints: one …, three … and four …`, and breakdowns whose total stands elsewhere."""
    colons = [at for at, item in enumerate(line.items) if item.low == ":" and item.kind == "m"]
    read = 0
    for at in (one for one in colons[:_COLONS] if one >= read):
        item = line.items[at]
        opening = line.opening(at)
        last = line.close.get(opening, len(line.items)) if opening is not None else len(line.items)
        parts = read_parts(line, at + 1, last, item.depth)
        if len(parts) < 2:
            continue
        read = parts[-1][0]  # colons within the list stand behind its labels: `was: North: 3; South: 4`
        is_exhaustive = line.low(at + 1) not in _EXAMPLES and line.low(at - 1) not in _EXAMPLES
        is_exhaustive = is_exhaustive and not any(line.low(place) in {"alia", "e.g."} for place in range(at))
        total = _governing(line, at, item.depth, parts)
        if total is not None and line.low(total - 1) == "to" and "ratio" in line.words(0, total):
            continue  # "The ratio is 3 to 1: 30,000 women and 10,000 men"
        breakdown = any(word.low in _BREAKDOWNS for word in line.items[:at])
        is_back = line.low(0) in {"of", "among"} or (at == 2 and line.words(0, 2) in _THERE)
        if total is None and is_back and previous is not None:
            yield made_total(
                line, main_quantity(previous, parts), parts, ListForm.OF_WHICH, is_exhaustive=is_exhaustive
            )
        elif total is not None:
            coarse = read_parts(line, at + 1, last, item.depth, is_fine=False)
            parts = coarse if _added(coarse) == line.quantity(total).value else parts
            yield made_total(line, total, parts, ListForm.COLON, is_exhaustive=is_exhaustive)
        elif breakdown or "by" in line.words(max(at - 4, 0), min(at, 4)):  # `By sex:`, `by age group:`
            yield made_total(line, None, parts, ListForm.BREAKDOWN, is_exhaustive=is_exhaustive)
        elif line.low(at - 1) in {"were", "was", "are", "is", "follows"}:  # `The methods were: in 1 case, …`
            yield made_total(line, None, parts, ListForm.BREAKDOWN, is_exhaustive=False)


_THERE = [[subject, verb] for subject in ("there", "they", "these") for verb in ("were", "are", "was")]
_BEING = frozenset({"were", "was", "are", "is", "comprised"})


def _said_by(line: Line) -> Iterator[Total]:
    """Read breakdowns without a colon: `By sex, they were 73 men and 2 women`; `The breakdown by age was 12 and 14`."""
    for at in _breakdowns(line):
        end = clause_end(line, at, line.items[at].depth)
        first = next((place for place in line.quantities if at < place < end and line.low(place - 1) in _BEING), None)
        parts = read_parts(line, first, end, line.items[at].depth) if first is not None else []
        if first is None or len(parts) < 2 or parts[0][0] != first:
            continue
        before = [place for place in line.quantities if at < place < first]
        total = _governing(line, first, line.items[at].depth, parts) if before else None
        yield made_total(line, total, parts, ListForm.BREAKDOWN, is_exhaustive=True)


def _breakdowns(line: Line) -> Iterator[int]:
    """Yield where `By sex, …` opens a clause, and where a word such as `breakdown` stands."""
    for at, item in enumerate(line.items):
        is_by = item.low == "by" and line.low(at + 1) in CRITERIA and line.low(at - 1) in {"", ";"}
        if is_by or item.low in _BREAKDOWNS:
            yield at


_PHRASES = ("made up of", "composed of", "consisting of", "comprising", "comprise", "comprised")
_MADE_UP = {words[0]: words for words in map(str.split, _PHRASES)}
"""Words behind which all parts of a total stand; `consist of` and `include` are said of some as well."""


def _made_up_of(line: Line) -> Iterator[Total]:
    """Read `7,600 prisoners, made up of 6,120 convicted and 1,480 remand prisoners`."""
    for at, item in enumerate(line.items):
        words = _MADE_UP.get(item.low)
        if words is None or line.words(at, len(words)) != words or item.depth:
            continue
        parts = read_parts(line, at + len(words), clause_end(line, at + len(words), 0), 0)
        total = _governing(line, at, 0, parts) if len(parts) > 1 and parts[0][0] == at + len(words) else None
        if total is not None:
            yield made_total(line, total, parts, ListForm.COLON, is_exhaustive=True)


_FLOWS = {"arrivals": "departures", "births": "deaths", "entries": "exits", "immigrants": "emigrants"}
"""What comes in and goes out, the difference of which is called net."""


def _net_of(line: Line) -> Iterator[Total]:
    """Read `a net gain of 4,700, made up of 45,300 arrivals and 40,600 departures`: those who came are the others' sum.

    Of a loss, those who left are.
    """
    net = next((at for at, item in enumerate(line.items) if item.low == "net" and not item.depth), None)
    if net is None:
        return
    left = next((at for at in line.quantities if at > net), len(line.items))
    named = {next(iter(line.quantity(at).noun.lower().split()[-1:]), ""): at for at in line.quantities if at > left}
    for came, went in _FLOWS.items():
        if came in named and went in named and left < named[came] < named[went]:
            is_loss = "loss" in line.words(net, left - net)
            total, part = (named[went], named[came]) if is_loss else (named[came], named[went])
            parts = [
                (part, StatedPart(line.quantity(part), line.quantity(part).noun)),
                (left, StatedPart(line.quantity(left), "net")),
            ]
            yield made_total(line, total, parts, ListForm.COLON, is_exhaustive=True)
            return


def _are_persons(line: Line, at: int) -> bool:
    """Return whether persons are counted: `100 cases involving 60 girls and 52 boys` may have several victims."""
    return not PERSONS.isdisjoint(line.quantity(at).noun.lower().split())


_WITH = frozenset({"with", "affecting", "involving"})


def _with_both(line: Line) -> Iterator[Total]:
    """Read `63,841 births, with 32,709 boys and 31,132 girls`: two parts that are all there is."""
    for at, item in enumerate(line.items):
        if item.low not in _WITH or item.depth or line.low(at - 1) == "compared" or line.items[at + 1 : at + 2] == []:
            continue
        parts = read_parts(line, at + 1, clause_end(line, at + 1, 0), 0)
        is_pair = len(parts) == 2 and parts[0][0] == at + 1 and is_complete(line, parts)
        is_pair = is_pair and all(len(part.label.split()) <= 3 for _, part in parts)  # not "350 women in high posts"
        total = _governing(line, at, 0, parts) if is_pair else None
        if total is not None and (item.low == "with" or _are_persons(line, total)):
            yield made_total(line, total, parts, ListForm.OF_WHICH, is_exhaustive=True)


def _governing(line: Line, before: int, depth: int, parts: list[tuple[int, StatedPart]]) -> int | None:
    """Return the index of the total before a list: the one that its parts add up to, else the last."""
    measure = parts[0][1].quantity.measure
    likely: list[int] = []
    first = line.opening(before) or 0
    for at in line.quantities:
        if not first <= at < before or line.items[at].depth != depth or line.quantity(at).measure is not measure:
            continue
        if any(line.low(place) == ";" and line.items[place].depth == depth for place in range(at, before)):
            continue
        if not is_nested(line, at) or line.low(at - 1) in {"whom", "which"} or at == 0:
            likely.append(at)  # "297 of those cases were dismissed: 91 … and 206 …"
    added = _added(parts)
    exact = [at for at in likely if line.quantity(at).value == added]
    near = [at for at in likely if _NEAREST * line.quantity(at).value <= added <= line.quantity(at).value / _NEAREST]
    return next(iter(exact or near[::-1] or likely[::-1]), None)


def _added(parts: list[tuple[int, StatedPart]]) -> Decimal:
    return sum((part.quantity.value * part.each[0] for _, part in parts), Decimal(0))


# ---- brackets -------------------------------------------------------------------------------------------------


def _in_brackets(line: Line) -> Iterator[Total]:
    """Read `39 persons (26 police officers and 13 others)`."""
    for opening, bracket in sorted(line.close.items()):
        first = opening + 1
        closing = _inside_end(line, first)
        depth = line.items[opening].depth
        is_earlier = any(
            line.low(at) in {"whom", "which"} for at in range(first, closing)
        )  # "(9, of which 3 …, in 2019)"
        is_other = is_earlier or line.low(first) in _EXAMPLES or line.low(first) in {"previously", "from", "see", "of"}
        if first >= closing or is_other or trigger_at(line, first):
            continue
        parts = read_parts(line, first, closing, depth)
        if len(parts) < 2 or not _is_list(line, first, closing, depth, parts):
            continue
        total = _right_behind(line, bracket, parts) or _nearest(line, opening, depth - 1, parts[0][1].quantity)
        if total is None:
            continue
        if _stood_at(line, total, parts):
            continue
        parts = list(_scaled(line.quantity(total), parts))
        if _is_series(line.quantity(total), parts):
            if _are_years_of(line, total, parts):
                is_said = line.low(total - 1) == "of" and line.low(total - 2) == "total"
                yield made_total(line, total, parts, ListForm.YEARS, is_exhaustive=is_said)
            continue
        has_examples = any(line.low(at) in {"e.g.", "inter", "example", "among"} for at in range(first, closing))
        yield made_total(line, total, parts, ListForm.BRACKETS, is_exhaustive=not has_examples)


def _scaled(total: Quantity, parts: list[tuple[int, StatedPart]]) -> Iterator[tuple[int, StatedPart]]:
    """Yield parts in the scale of their total where all leave it out: `12.14 million (5.98 male and 6.16 female)`."""
    scale = next((SCALES[word] for word in total.text.lower().split() if word in SCALES), 1)
    is_bare = all(part.quantity.step < 1 and part.quantity.value < scale for _, part in parts)
    for at, part in parts:
        value, step = part.quantity.value * scale, part.quantity.step * scale
        yield at, replace(part, quantity=replace(part.quantity, value=value, step=step)) if is_bare else part


def _is_list(line: Line, first: int, closing: int, depth: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether brackets hold nothing but a list: its first part begins it, and no part is a bare number."""
    inside = sum(1 for at in line.quantities if first <= at < closing and line.items[at].depth == depth)
    named = all(part.label for _, part in parts)
    return parts[0][0] - first <= 4 and named and len(parts) * 2 >= inside  # a short label


def _nearest(line: Line, opening: int, depth: int, like: Quantity) -> int | None:
    """Return the total before brackets: the nearest quantity of the same measure in the clause."""
    for at in range(opening - 1, max(opening - _NEAR, -1), -1):
        item = line.items[at]
        if item.depth == depth and item.low in {";", ":"}:
            return None
        if item.kind == "q" and item.depth == depth and line.quantity(at).measure is like.measure:
            return None if line.quantity(at).upper is not None else at
    return None


def _right_behind(line: Line, closing: int, parts: list[tuple[int, StatedPart]]) -> int | None:
    """Return the total right behind brackets that parts add up to: `(140 fines and one warning) in 141 cases`."""
    measure = parts[0][1].quantity.measure
    places = (at for at in line.quantities if closing < at <= closing + _BEHIND)
    at = next((at for at in places if line.quantity(at).measure is measure), None)
    return at if at is not None and line.quantity(at).value == _added(parts) else None


_BEHIND = 4
"""Items between brackets and a total behind them."""


def _is_series(total: Quantity, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether values in brackets are those of several periods, and not parts of a total over all of them."""
    periods = [part.quantity.period for _, part in parts]
    known = [period for period in periods if period is not None and period.first is not None]
    if len(known) < len(parts) or len({period.first for period in known}) < len(parts):
        return False
    if sum(part.quantity.value for _, part in parts) == total.value:
        return False
    whole = total.period
    if whole is None or whole.kind is not PeriodKind.SPAN:
        return True
    return not all(whole.covers(period) for period in known) or len(known) * 12 != whole.months


def _stood_at(line: Line, total: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether values of several years stand behind a level: `stood at 528 (392 in 2015 and 567 in 2016)`."""
    return line.words(total - 2, 2) == ["stood", "at"] and all(part.quantity.period for _, part in parts)


NOW = word_set("is are has have currently now presently today")
"""Words of what is there now, which is no sum of what came in over years: `There are 10 shelters (4 in 2021 …)`."""


def _are_years_of(line: Line, total: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether years in brackets may be all that a total without one covers: `10 drivers (4 in 2021, 7 in 2022)`.

    What is there now is no sum of years.
    """
    periods = [part.quantity.period for _, part in parts]
    are_years = all(period is not None and period.kind is PeriodKind.YEAR for period in periods)
    first = next((at for at in range(total, -1, -1) if line.low(at) in {";", ":"}), 0)
    is_now = any(line.low(at) in NOW for at in range(first, parts[0][0]))
    return are_years and not is_now and line.quantity(total).period is None


# ---- including ------------------------------------------------------------------------------------------------


def _including(line: Line) -> Iterator[Total]:
    """Read `4,409 victims, including 2,808 children`: outside brackets only the first part, or those of one kind."""
    for at, item in enumerate(line.items):
        if item.low != "including" or at == 0:
            continue
        is_bracketed = line.low(at - 1) == "("
        depth = item.depth
        last = _inside_end(line, at) if is_bracketed else clause_end(line, at + 1, depth)
        parts = read_parts(line, at + 1, last, depth)
        if not parts or parts[0][0] - at > 2:  # the first thing included
            continue
        before = _nearest(line, at - 1 if is_bracketed else at, depth - is_bracketed, parts[0][1].quantity)
        if before is not None and not is_bracketed:
            parts = _of_one_kind(parts, line.quantity(before))
        if before is not None and are_names(line, before, parts):
            continue
        if before is not None and not _are_its_persons(line, before, parts) and _may_be_of_more(line, before, parts):
            before = large_enough(line, before, parts)
        if before is not None:
            yield made_total(line, before, parts, ListForm.INCLUDING, is_exhaustive=False)


def _may_be_of_more(line: Line, before: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether parts may belong to a number said earlier than the nearest one."""
    return len(parts) > 1 or line.low(before - 1) in _BESIDE


def _are_its_persons(line: Line, before: int, parts: list[tuple[int, StatedPart]]) -> bool:
    """Return whether men, women and children divide the number of persons before them: `95 people, including …`."""
    is_near = _NEAREST * line.quantity(before).value <= _added(parts) <= line.quantity(before).value / _NEAREST
    return len(parts) > 2 and is_near and divide([part.label for _, part in parts]) and _are_persons(line, before)


_BESIDE = word_set("concerning regarding involving against from in by across at among between on with")
"""Words before a number that may be beside the whole: `932 complaints concerning 38 States, including 58 new ones`."""


def _inside_end(line: Line, at: int) -> int:
    """Return where the parts in brackets end: `(including 3 in 2023; compared with 9 in 2019)`."""
    closing = line.close.get(at - 1, len(line.items))
    ends = (one for one in range(at, closing) if line.low(one) == ";" and trigger_at(line, one + 1))
    return next(ends, remark_begins(line, at - 1, closing))


def _of_one_kind(parts: list[tuple[int, StatedPart]], whole: Quantity) -> list[tuple[int, StatedPart]]:
    """Return the first parts that are surely of the whole: women and men, or all with its noun; one at least."""
    for count in range(len(parts), 1, -1):
        first = [part for _, part in parts[:count]]
        are_named = bool(whole.noun) and all(_is_named(part, whole) for part in first)
        if are_named or divide([part.label for part in first]):
            return parts[:count]
    return parts[:1]


def _is_named(part: StatedPart, whole: Quantity) -> bool:
    """Return whether a part has the noun of its whole, or leaves it out: `673 cases of theft, 33 of fraud`."""
    return have_one_head(part.quantity.noun, whole.noun) or part.quantity.phrase.startswith("of ")
