"""Read totals with their parts.

`eight complaints: one …, three … and four …`, `39 persons (26 police officers and 13
others)`, `238 persons, of whom 219 were civilians and 19 officers`, `4,409 victims, including 2,808 children`, `The
breakdown by sex was: 73 males and 2 females`, `Of these, 40 were women and 20 men`.
"""

from collections.abc import Iterator
from decimal import Decimal

from reportgen.claims.forms.comparison import is_nested, is_remark, trigger_at
from reportgen.claims.forms.kinds import divide
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.no_whole import are_names, is_of_relative
from reportgen.claims.forms.parts import read_parts
from reportgen.claims.line import Line
from reportgen.claims.model import ListForm, Part, PeriodKind, Quantity, Total
from reportgen.claims.passages import Span
from reportgen.languages.en.lexicon import CRITERIA, MEMBERS
from reportgen.languages.words import word_set

_EXAMPLES = frozenset({"including", "e.g.", "inter", "such", "example", "particular", "among", "notably", "especially"})
_BREAKDOWNS = frozenset({"breakdown", "broken", "disaggregated", "disaggregation", "distribution", "distributed"})
_BACK = frozenset({"these", "them", "those", "this", "that"})
_PAIRS = (
    ({"men", "man", "male", "males", "boys", "boy"}, {"women", "woman", "female", "females", "girls", "girl"}),
    ({"adults", "adult"}, {"children", "child", "minors", "minor", "juveniles"}),
    ({"urban"}, {"rural"}),
    ({"convicted", "guilty"}, {"acquitted"}),
    ({"nationals", "citizens"}, {"foreign", "foreigners", "aliens"}),
    ({"public", "state"}, {"private"}),
    ({"upheld", "granted", "accepted", "approved", "admissible"}, {"rejected", "dismissed", "refused", "inadmissible"}),
)
_REST = frozenset({"remaining", "rest", "others", "remainder"})
_NEAREST = Decimal("0.75")
"""A sum that is so near a total is more likely its parts than those of another."""
_COLONS = 8
"""Colons of one sentence that may introduce parts; sentences have one or two."""
_NEAR = 30
"""Items that may stand between a total and the brackets with its parts."""


def read_totals(line: Line, previous: Line | None) -> list[Total]:
    """Return the totals of a line; `previous` is the line before, whose total `Of these` speaks of."""
    found = [*_after_colons(line, previous), *_in_brackets(line), *_of_which(line, previous), *_including(line)]
    found += [*_made_up_of(line), *_said_by(line)] if not found else _made_up_of(line)
    found += _with_both(line) if not found else []
    return found or list(_said_of_previous(line, previous))


def _made(
    line: Line, total: int | Quantity | None, parts: list[tuple[int, Part]], form: ListForm, *, is_exhaustive: bool
) -> Total:
    """Return a total with its parts.

    Args:
        line: the sentence in which the parts stand.
        total: the index of the total in it, or the total of the sentence before; None where it stands elsewhere.
        parts: each with the index of its number.
        form: how the parts are given.
        is_exhaustive: whether they are said to be all.
    """
    places = [at for at, _ in parts]
    first, last = min(places), max(places)
    if isinstance(total, int):
        first, last = min(first, total), max(last, total)
        subject = subject_of(line, total)
    else:
        subject = total.phrase or total.noun if total else ""
    quantity = line.quantity(total) if isinstance(total, int) else total
    span = Span(line.items[first].start, max(line.items[last].end, *(_end(line, part) for _, part in parts)))
    return Total(span, subject, quantity, tuple(part for _, part in parts), form, is_exhaustive)


def _end(line: Line, part: Part) -> int:
    """Return where the words of a part end that stand behind its number."""
    end = part.quantity.span.end
    gap = len(line.text[end : end + 2]) - len(line.text[end : end + 2].lstrip())
    return end + gap + len(part.label) if line.text.startswith(part.label, end + gap) else end


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
        breakdown = any(word.low in _BREAKDOWNS for word in line.items[:at])
        if total is None and line.low(0) in {"of", "among"} and previous is not None:
            yield _made(line, _main(previous, parts), parts, ListForm.OF_WHICH, is_exhaustive=is_exhaustive)
        elif total is not None:
            coarse = read_parts(line, at + 1, last, item.depth, is_fine=False)
            parts = coarse if _added(coarse) == line.quantity(total).value else parts
            yield _made(line, total, parts, ListForm.COLON, is_exhaustive=is_exhaustive)
        elif breakdown or "by" in line.words(max(at - 4, 0), min(at, 4)):  # `By sex:`, `by age group:`
            yield _made(line, None, parts, ListForm.BREAKDOWN, is_exhaustive=is_exhaustive)
        elif line.low(at - 1) in {"were", "was", "are", "is", "follows"}:  # `The methods were: in 1 case, …`
            yield _made(line, None, parts, ListForm.BREAKDOWN, is_exhaustive=False)


_BEING = frozenset({"were", "was", "are", "is", "comprised"})


def _said_by(line: Line) -> Iterator[Total]:
    """Read breakdowns without a colon: `By sex, they were 73 men and 2 women`; `The breakdown by age was 12 and 14`."""
    for at in (at for at in range(len(line.items)) if _begins_breakdown(line, at)):
        end = _clause_end(line, at, line.items[at].depth)
        first = next((one for one in line.quantities if at < one < end and line.low(one - 1) in _BEING), None)
        parts = read_parts(line, first, end, line.items[at].depth) if first is not None else []
        if first is None or len(parts) < 2 or parts[0][0] != first:
            continue
        before = [one for one in line.quantities if at < one < first]
        total = _governing(line, first, line.items[at].depth, parts) if before else None
        yield _made(line, total, parts, ListForm.BREAKDOWN, is_exhaustive=True)


def _begins_breakdown(line: Line, at: int) -> bool:
    """Whether `By sex, …` opens a clause here, or a word such as `breakdown` stands here."""
    if line.low(at) == "by":
        return line.low(at + 1) in CRITERIA and line.low(at - 1) in {"", ";"}
    return line.low(at) in _BREAKDOWNS


_PHRASES = ("made up of", "composed of", "consisting of", "comprising", "comprise", "comprised")
_MADE_UP = {words[0]: words for words in map(str.split, _PHRASES)}
"""Words behind which all parts of a total stand; `consist of` and `include` are said of some as well."""


def _made_up_of(line: Line) -> Iterator[Total]:
    """Read `7,600 prisoners, made up of 6,120 convicted and 1,480 remand prisoners`."""
    for at, item in enumerate(line.items):
        words = _MADE_UP.get(item.low)
        if words is None or line.words(at, len(words)) != words or item.depth:
            continue
        parts = read_parts(line, at + len(words), _clause_end(line, at + len(words), 0), 0)
        total = _governing(line, at, 0, parts) if len(parts) > 1 and parts[0][0] == at + len(words) else None
        if total is not None:
            yield _made(line, total, parts, ListForm.COLON, is_exhaustive=True)


def _with_both(line: Line) -> Iterator[Total]:
    """Read `63,841 births, with 32,709 boys and 31,132 girls`: two parts that are all there is."""
    for at, item in enumerate(line.items):
        if item.low != "with" or item.depth or line.low(at - 1) == "compared" or line.items[at + 1 : at + 2] == []:
            continue
        parts = read_parts(line, at + 1, _clause_end(line, at + 1, 0), 0)
        is_pair = len(parts) == 2 and parts[0][0] == at + 1 and _is_complete(line, parts)
        is_pair = is_pair and all(len(part.label.split()) <= 2 for _, part in parts)  # not "350 women in high posts"
        total = _governing(line, at, 0, parts) if is_pair else None
        if total is not None:
            yield _made(line, total, parts, ListForm.OF_WHICH, is_exhaustive=True)


def _governing(line: Line, before: int, depth: int, parts: list[tuple[int, Part]]) -> int | None:
    """Return the index of the total before a list: the one that its parts add up to, else the last."""
    measure = parts[0][1].quantity.measure
    likely: list[int] = []
    first = line.opening(before) or 0
    for at in line.quantities:
        if not first <= at < before or line.items[at].depth != depth or line.quantity(at).measure is not measure:
            continue
        if any(line.low(place) == ";" and line.items[place].depth == depth for place in range(at, before)):
            continue
        if not is_nested(line, at) or line.low(at - 1) in {"whom", "which"}:
            likely.append(at)
    added = _added(parts)
    exact = [at for at in likely if line.quantity(at).value == added]
    near = [at for at in likely if _NEAREST * line.quantity(at).value <= added <= line.quantity(at).value / _NEAREST]
    return next(iter(exact or near[::-1] or likely[::-1]), None)


def _added(parts: list[tuple[int, Part]]) -> Decimal:
    return sum((part.quantity.value * part.each[0] for _, part in parts), Decimal(0))


# ---- brackets -------------------------------------------------------------------------------------------------


def _in_brackets(line: Line) -> Iterator[Total]:
    """Read `39 persons (26 police officers and 13 others)`."""
    for opening, bracket in sorted(line.close.items()):
        first = opening + 1
        closing = next((at for at in range(first, bracket) if is_remark(line, at)), bracket)
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
        if _is_series(line.quantity(total), parts) or _stood_at(line, total, parts):
            if _are_years_of(line, total, parts):
                is_said = line.low(total - 1) == "of" and line.low(total - 2) == "total"
                yield _made(line, total, parts, ListForm.YEARS, is_exhaustive=is_said)
            continue
        has_examples = any(line.low(at) in {"e.g.", "inter", "example", "among"} for at in range(first, closing))
        yield _made(line, total, parts, ListForm.BRACKETS, is_exhaustive=not has_examples)


def _is_list(line: Line, first: int, closing: int, depth: int, parts: list[tuple[int, Part]]) -> bool:
    """Whether brackets hold nothing but a list: its first part begins it, and no part is a bare number."""
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


def _right_behind(line: Line, closing: int, parts: list[tuple[int, Part]]) -> int | None:
    """Return the total right behind brackets that parts add up to: `(140 fines and one warning) in 141 cases`."""
    measure = parts[0][1].quantity.measure
    places = (at for at in line.quantities if closing < at <= closing + _BEHIND)
    at = next((at for at in places if line.quantity(at).measure is measure), None)
    return at if at is not None and line.quantity(at).value == _added(parts) else None


_BEHIND = 4
"""Items between brackets and a total behind them."""


def _is_series(total: Quantity, parts: list[tuple[int, Part]]) -> bool:
    """Whether values in brackets are those of several periods, and not parts of a total over all of them."""
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


def _stood_at(line: Line, total: int, parts: list[tuple[int, Part]]) -> bool:
    """Whether values of several years stand behind a level: `stood at 528 (392 in 2015 and 567 in 2016)`."""
    return line.words(total - 2, 2) == ["stood", "at"] and all(part.quantity.period for _, part in parts)


_NOW = word_set("is are has have currently now presently today")


def _are_years_of(line: Line, total: int, parts: list[tuple[int, Part]]) -> bool:
    """Whether years in brackets may be all that a total without a period covers: `10 drivers (4 in 2021, 7 in 2022)`.

    What is there now is no sum of years.
    """
    periods = [part.quantity.period for _, part in parts]
    are_years = all(period is not None and period.kind is PeriodKind.YEAR for period in periods)
    first = next((at for at in range(total, -1, -1) if line.low(at) in {";", ":"}), 0)
    is_now = any(line.low(at) in _NOW for at in range(first, parts[0][0]))
    return are_years and not is_now and line.quantity(total).period is None


# ---- of whom --------------------------------------------------------------------------------------------------


def _of_which(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `238 persons, of whom 219 were civilians and 19 officers`, and `Of these, …` of the sentence before."""
    for at in (at for at in range(len(line.items) - 1) if line.low(at) in {"of", "among"}):
        if at == 0 and line.low(1) == "the":
            yield from _of_the(line)
        if line.low(at + 1) not in MEMBERS | {"this", "that"}:
            continue
        if (at > 0 and line.items[at - 1].kind == "q") or (at > 0 and line.low(at + 1) in {"this", "that"}):
            continue  # "21 of which were pending" is read with its own value
        if is_of_relative(line, at):
            continue
        depth = line.items[at].depth
        last = _clause_end(line, at + 2, depth)
        parts = read_parts(line, at + 2, last, depth)
        if not parts or parts[0][0] - at > 6:  # "Of these cases, 40 …"
            continue
        is_back = line.low(at + 1) in _BACK and at <= 1
        total = _main(previous, parts) if is_back and previous else _total_before(line, at, depth, parts)
        if total is not None:
            yield _made(line, total, parts, ListForm.OF_WHICH, is_exhaustive=_is_complete(line, parts))


def _of_the(line: Line) -> Iterator[Total]:
    """Read `Of the 640 inmates held there, 412 were men and 228 were women`."""
    total = 2 if len(line.items) > 2 and line.items[2].kind == "q" else 3  # "of the", "of the total"
    commas = (at for at in range(total, len(line.items)) if line.low(at) == "," and line.items[at].depth == 0)
    comma = next(commas, None)
    if comma is None or total >= len(line.items) or line.items[total].kind != "q":
        return
    parts = read_parts(line, comma + 1, _clause_end(line, comma + 1, 0), 0)
    if parts and parts[0][1].quantity.measure is line.quantity(total).measure:
        yield _made(line, total, parts, ListForm.OF_WHICH, is_exhaustive=_is_complete(line, parts))


def _clause_end(line: Line, at: int, depth: int) -> int:
    """Return where a list without brackets ends: at a semicolon, or where other parts begin, `…, including 3 women`."""
    while at < len(line.items) and line.items[at].depth >= depth:
        is_end = line.low(at) in {";", "including"} or (line.low(at) == "of" and line.low(at + 1) in {"whom", "which"})
        if is_end and line.items[at].depth == depth:
            return at
        at += 1
    return at


def _total_before(line: Line, at: int, depth: int, parts: list[tuple[int, Part]]) -> int | None:
    """Return the total that `of whom` speaks of: the nearest before it that no `including` stands before."""
    measure = parts[0][1].quantity.measure
    is_back = line.low(at - 1) == ";" and line.low(at + 1) in _BACK  # "8,400 were examined; of these, 120 …"
    for place in range(at - 1 - is_back, -1, -1):
        item = line.items[place]
        if item.low == ";" and item.depth == depth:
            return None
        is_like = item.kind == "q" and item.depth == depth and line.quantity(place).measure is measure
        if is_like and not is_nested(line, place):
            return _large_enough(line, place, parts[:1]) if is_back else place
    return None


def _main(previous: Line | None, parts: list[tuple[int, Part]]) -> Quantity | None:
    """Return the quantity of the line before that `Of these` speaks of: the last that says no more of another."""
    if previous is None:
        return None
    measure = parts[0][1].quantity.measure
    likely = [at for at in previous.quantities if previous.items[at].depth == 0 and not is_nested(previous, at)]
    likely = [at for at in likely if previous.quantity(at).measure is measure]
    return previous.quantity(likely[-1]) if len(likely) == 1 else None


def _is_complete(line: Line, parts: list[tuple[int, Part]]) -> bool:
    """Whether parts are all that there is: men and women, adults and children, some and the rest."""
    labels = [set(part.label.lower().split()) for _, part in parts]
    if len(parts) < 2:  # one part is never all
        return False
    if any(label & _REST for label in labels) or any(line.low(at - 1) in _REST for at, _ in parts):
        return True
    return len(parts) == 2 and any(
        (labels[0] & one and labels[1] & other) or (labels[0] & other and labels[1] & one) for one, other in _PAIRS
    )


# ---- including ------------------------------------------------------------------------------------------------


def _including(line: Line) -> Iterator[Total]:
    """Read `4,409 victims, including 2,808 children`: outside brackets only the first part, or those of one kind."""
    for at, item in enumerate(line.items):
        if item.low != "including" or at == 0:
            continue
        is_bracketed = line.low(at - 1) == "("
        depth = item.depth
        last = _inside_end(line, at) if is_bracketed else _clause_end(line, at + 1, depth)
        parts = read_parts(line, at + 1, last, depth)
        if not parts or parts[0][0] - at > 2:  # the first thing included
            continue
        before = _nearest(line, at - 1 if is_bracketed else at, depth - is_bracketed, parts[0][1].quantity)
        if before is not None and not is_bracketed:
            parts = _of_one_kind(parts, line.quantity(before))
        if before is not None and are_names(line, before, parts):
            continue
        if before is not None and len(parts) > 1:
            before = _large_enough(line, before, parts)
        if before is not None:
            yield _made(line, before, parts, ListForm.INCLUDING, is_exhaustive=False)


def _inside_end(line: Line, at: int) -> int:
    """Return where the parts in brackets end: `(including 3 in 2023; compared with 9 in 2019)`."""
    closing = line.close.get(at - 1, len(line.items))
    ends = (one for one in range(at, closing) if line.low(one) == ";" and trigger_at(line, one + 1))
    return next(ends, next((one for one in range(at, closing) if is_remark(line, one)), closing))


def _of_one_kind(parts: list[tuple[int, Part]], whole: Quantity) -> list[tuple[int, Part]]:
    """Return the first parts that are surely of the whole: women and men, or all with its noun; one at least."""
    for count in range(len(parts), 1, -1):
        first = [part for _, part in parts[:count]]
        are_named = bool(whole.noun) and all(_head(part.quantity.noun) == _head(whole.noun) for part in first)
        if are_named or divide([part.label for part in first]):
            return parts[:count]
    return parts[:1]


def _head(noun: str) -> str:
    words = noun.lower().partition(" of ")[0].split()
    return words[-1].removesuffix("s") if words else ""


def _large_enough(line: Line, at: int, parts: list[tuple[int, Part]]) -> int | None:
    """Return the last quantity, up to an index, that can hold all parts: they may belong to a whole list.

    Where it is the only one, it is the whole, and too small.
    """
    added = sum(part.quantity.value for _, part in parts)
    item = line.items[at]
    places = [place for place in line.quantities if place <= at and line.items[place].depth == item.depth]
    large = next((place for place in reversed(places) if line.quantity(place).value >= added), None)
    alike = [place for place in places if line.quantity(place).measure is line.quantity(at).measure]
    return at if large is None and alike == [at] else large


def _said_of_previous(line: Line, previous: Line | None) -> Iterator[Total]:
    """Read `These comprised 40 women and 20 men`: parts of the total in the line before."""
    if previous is None or line.low(0) not in {"these", "they", "this"}:
        return
    if not any(line.low(at) in {"comprised", "comprise", "consisted", "included", "were", "are"} for at in range(1, 3)):
        return
    parts = read_parts(line, 1, len(line.items), 0)
    total = _main(previous, parts) if len(parts) > 1 else None
    if total is not None:
        yield _made(line, total, parts, ListForm.OF_WHICH, is_exhaustive=_is_complete(line, parts))
