"""Read the claims of a text about numbers."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from reportgen.claims.across import completed, dated
from reportgen.claims.attach import attach
from reportgen.claims.forms.apart import read_dashed, read_out_of, read_outcomes, read_some_of, read_trailing
from reportgen.claims.forms.change import read_changes
from reportgen.claims.forms.comparison import TRIGGERS, head_of, read_comparisons, trigger_at
from reportgen.claims.forms.naming import subject_of
from reportgen.claims.forms.own_base import is_after, is_of_another
from reportgen.claims.forms.paired import read_paired
from reportgen.claims.forms.ranking import read_rankings
from reportgen.claims.forms.series import read_series, value_in_front
from reportgen.claims.forms.share import read_shares
from reportgen.claims.forms.total import read_totals
from reportgen.claims.forms.trend import read_trends
from reportgen.claims.line import LONGEST, Line, Term, read_line
from reportgen.claims.model import (
    Change,
    Claim,
    ClaimsRead,
    Comparison,
    ListForm,
    Measure,
    Quantity,
    StatedSeries,
    StatedShare,
    Statement,
    Total,
)
from reportgen.claims.passages import Span, sentences
from reportgen.languages.en.lexicon import DOWN, MEMBERS, UP
from reportgen.languages.en.numerals import TENS, UNITS_IN_WORDS
from reportgen.languages.words import word_set
from reportgen.regex import regex

_DIGIT = regex(r"\d")
_WORD = regex(r"[a-z]++")
_NUMERALS = ((UNITS_IN_WORDS.keys() | TENS.keys()) - {"zero"}) | word_set(
    "hundred thousand half third thirds quarter quarters doubled tripled halved twice twofold threefold fourfold"
)
"""A sentence without a figure or any of these says nothing of numbers, and is passed over."""


def read_claims(text: str) -> ClaimsRead:
    """Return the claims of a paragraph.

    Args:
        text: one or several sentences; `Of these` speaks of the sentence before.
    """
    claims: list[Claim] = []
    lines: list[Line] = []
    unread: list[Span] = []
    previous: Line | None = None
    spans = sentences(text)
    for span in spans:
        end = min(span.end, span.start + LONGEST)
        has_digit = _DIGIT.search(text, span.start, end)
        if not has_digit and _NUMERALS.isdisjoint(_WORD.findall(text[span.start : end].lower())):
            previous = None
            continue
        line = read_line(text, Span(span.start, end))
        attach(line)
        found = sorted(_claims(line, previous), key=lambda claim: claim.span)
        found = [dated(claim, line, previous) for claim in found]
        claims += completed(line, claims, found, previous)
        claims += _statements(line, found)
        unread += _unread(line, found)
        lines.append(line)
        previous = line
    quantities = tuple(line.quantity(at) for line in lines for at in line.quantities)
    periods = tuple(item.period for line in lines for item in line.items if item.period is not None)
    return ClaimsRead(tuple(sorted(claims, key=lambda claim: claim.span)), quantities, periods, tuple(unread), spans)


def _claims(line: Line, previous: Line | None) -> list[Claim]:
    """Return the claims of one line, each form by itself."""
    if not line.quantities:
        return list(read_rankings(line))
    totals = _totals(line, previous)
    comparisons = list(read_comparisons(line))
    changes = list(read_changes(line))
    points = list(read_series(line))
    changes = [_with_values(line, change, [*points, *comparisons]) for change in changes]
    changes += _untold(changes, read_trends(line, points))
    shares: dict[Span, StatedShare] = {}
    for share in (*read_shares(line), *_part_shares(line, totals)):
        known = shares.get(share.share.span)
        if known is None or (known.part is not None and known.whole is None):
            shares[share.share.span] = share
    comparisons = [_of_part(claim, shares.values()) for claim in comparisons]
    totals += _untold_parts(line, totals, shares.values())
    taken = [
        *(claim.span for claim in totals if claim.form is not ListForm.YEARS),
        *(claim.span for claim in comparisons),
    ]
    ends = {quantity.span for claim in changes for quantity in (claim.start, claim.end) if quantity is not None}
    series = [
        claim
        for claim in points
        if not any(span.holds(claim.span) for span in taken) and not ends >= {point.span for point in claim.points}
    ]
    return [*totals, *comparisons, *changes, *shares.values(), *series, *read_rankings(line)]


def _of_part(claim: Comparison, shares: Iterable[StatedShare]) -> Comparison:
    """Return a comparison of the part, not of its whole: `One in five of the 1,250 pupils (260), down from 300`."""
    parts = (share.part for share in shares if share.whole is not None and share.whole.span == claim.current.span)
    part = next((quantity for quantity in parts if quantity is not None), None)
    is_behind = part is not None and claim.current.span.end < part.span.start < claim.earlier[0].span.start
    return replace(claim, current=part) if part is not None and is_behind else claim


def _untold(changes: Sequence[Change], trends: Iterable[Change]) -> Iterator[Change]:
    """Yield the trends whose values stand in no change yet."""
    told = {quantity.span for change in changes for quantity in (change.start, change.end) if quantity is not None}
    yield from (trend for trend in trends if not {point.span for point in (trend.start, trend.end) if point} <= told)


def _untold_parts(line: Line, totals: Iterable[Total], shares: Iterable[StatedShare]) -> list[Total]:
    """Return the parts said right before their whole that are of no other, and whose share is not given."""
    told = {part.quantity.span for total in totals for part in total.parts}
    told |= {share.part.span for share in shares if share.part is not None}
    return [total for total in read_out_of(line) if total.parts[0].quantity.span not in told]


def _totals(line: Line, previous: Line | None) -> list[Total]:
    """Return the totals of one line; those that stand apart only where their parts are of no other."""
    found = list(read_paired(line)) or [one for one in read_totals(line, previous) if not _is_converted(one)]
    taken = {part.quantity.span for total in found for part in total.parts}
    for total in (*read_trailing(line), *read_dashed(line), *read_outcomes(line), *read_some_of(line)):
        spans = {part.quantity.span for part in total.parts}
        if not spans & taken:
            found.append(total)
            taken |= spans
    return found


def _is_converted(total: Total) -> bool:
    """Return whether what stands in brackets is a sum in other currencies: `A$458.4 million ($357.6 million)`."""
    units = {part.quantity.unit for part in total.parts}
    whole = total.total
    return whole is not None and whole.measure is Measure.MONEY and "" not in units and whole.unit not in units


_NEAR = 30
"""Characters between two values and the change that is said of them."""
_OTHER_BASES = frozenset({"compared", "than", "over", "on", "from", "since", "against"})


def _with_values(line: Line, change: Change, before: Sequence[StatedSeries | Comparison]) -> Change:
    """Return a change with the two values before it: `640 in 2020 and 655 in 2021, an increase of 2.3 per cent`."""
    if change.by is None or change.start is not None or change.end is not None:
        return change
    before = [one for one in before if change.by not in quantities_of(one)]  # "5% higher, compared to a 6% rise"
    before = [one for one in before if not (isinstance(one, Comparison) and _is_of_group(line, one))]
    before = [one for one in before if not is_after(change.by, quantities_of(one))]
    for claim in before:
        if isinstance(claim, Comparison) and len(claim.earlier) == 1 and _is_announced(line, change, claim):
            span = Span(change.span.start, max(claim.span.end, change.span.end))
            then, now = _in_time(claim.earlier[0], claim.current)
            return replace(change, start=then, end=now, span=span)
    if is_of_another(line, change):
        return change
    behind = [item for item in line.items if change.span.end <= item.start <= change.span.end + _NEAR]
    is_of_another_base = any(item.low in _OTHER_BASES for item in behind)
    is_over_all = _is_over_all(line, change.span.end)
    for claim in before:
        pair = claim.points if isinstance(claim, StatedSeries) else (*claim.earlier, claim.current)
        end = _bracket_end(line, claim.span.end)
        is_near = 0 <= change.span.start - end <= _NEAR
        is_pair = len(pair) == 2 and (is_over_all or not is_of_another_base or _is_base(behind, pair[0]))
        is_joined = not any(item.low == ";" for item in line.items if end <= item.start < change.span.start)
        is_within = claim.span.start < change.span.start < claim.span.end
        is_beside = (is_near and is_joined) or (is_within and pair[0].period is not None)
        if isinstance(claim, Comparison) and is_pair and is_beside:
            span = Span(claim.span.start, max(claim.span.end, change.span.end))
            return replace(change, start=pair[0], end=pair[1], span=span)
        later = value_in_front(line, pair) if isinstance(claim, StatedSeries) and is_near else None
        if later is not None:
            start = pair[0] if is_over_all else next((one for one in pair if _is_base(behind, one)), None)
            span = Span(later.span.start, change.span.end)
            return change if start is None else replace(change, start=start, end=later, span=span)
        if (is_pair or is_over_all) and is_near and all(quantity.period for quantity in pair):
            first, *_, last = sorted(pair, key=lambda quantity: getattr(quantity.period, "first", None) or (0, 0))
            return replace(change, start=first, end=last, span=Span(claim.span.start, change.span.end))
    return change


def _is_of_group(line: Line, pair: Comparison) -> bool:
    """Return whether two groups are compared, not two times: `20.6 per cent, compared with 31.7 per cent for women`."""
    behind = next((item.low for item in line.items if item.start >= pair.earlier[0].span.end), "")
    return behind in {"for", "among"}


def _in_time(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Return two values in the order of their periods; as they are where one is not known."""
    first, second = (value.period.first if value.period is not None else None for value in (one, other))
    return (other, one) if first is not None and second is not None and second < first else (one, other)


def _is_announced(line: Line, change: Change, pair: Comparison) -> bool:
    """Return whether a change announces the values behind it: `rose by 60 per cent, with 160 compared with 100`."""
    if not 0 < pair.current.span.start - change.span.end <= _ANNOUNCED:
        return False
    between = [item for item in line.items if change.span.end <= item.start < pair.current.span.start]
    words = [item.low for item in between]
    is_apart = words[-2:-1] == [","] or (change.by is not None and change.by.measure is Measure.COUNT)
    if words[-1:] not in (["with"], ["whereby"]) or not is_apart or words.count(",") > 1:
        return False
    noun = head_of(pair.current.noun)
    is_same = noun in _REPORTED or noun in {item.low for item in line.items if item.start < pair.current.span.start}
    return is_same and all(item.kind in "pw" or item.low == "," for item in between)


_ANNOUNCED = 160
"""Characters between a change and the values that it announces."""
_REPORTED = word_set("reports cases incidents offences crimes persons people registered") | {""}
"""Nouns that stand for what a change is of: `thefts rose by 5 per cent, with 1,524 reports compared with 1,456`."""


def _is_base(behind: Sequence[Term], earlier: Quantity) -> bool:
    """Return whether the period that a change starts from is that of the earlier value: `a decline of 9% from 2022`."""
    periods = [item.period for item in behind if item.period is not None]
    first = earlier.period.first if earlier.period is not None else None
    return first is not None and len(periods) == 1 and periods[0].first == first


def _bracket_end(line: Line, at: int) -> int:
    """Return where the brackets end in which a character stands, with the remarks in them; else the character."""
    pairs = ((line.items[start], line.items[end]) for start, end in line.close.items() if end < len(line.items))
    return max((end.end for start, end in pairs if start.end <= at <= end.end), default=at)


def _is_over_all(line: Line, end: int) -> bool:
    """Return whether a change goes from the first value to the last: `over the period`, `over three years`."""
    first = next((at for at, item in enumerate(line.items) if item.start >= end), len(line.items))
    for at in range(first, min(first + 4, len(line.items))):
        if line.low(at) == "overall" or _is_duration(line, at):
            return True  # "over three years" is one item
        if line.low(at) not in {"over", "during", "in"} or at + 1 >= len(line.items):
            continue
        period = line.items[at + 1].period
        is_years = period is not None and (period.years or 0) > 1
        return is_years or _is_duration(line, at + 1) or "period" in line.words(at + 1, 3)
    return False


def _is_duration(line: Line, at: int) -> bool:
    """Return whether several years, months, … stand at an index: `in one year` is from the value before to the last."""
    quantity = line.items[at].quantity
    return quantity is not None and quantity.measure is Measure.DURATION and quantity.value > 1


def _part_shares(line: Line, totals: Sequence[Total]) -> Iterator[StatedShare]:
    """Yield shares in brackets right behind the parts of a total: `1,200 children: 500 girls (41.7 per cent) and …`."""
    for total in totals:
        if total.total is None:
            continue
        for part in total.parts:
            share = _share_behind(line, part.quantity.span)
            if share is not None and line.quantity(share).measure is Measure.PER_CENT:
                quantity = line.quantity(share)
                span = Span(min(total.total.span.start, part.quantity.span.start), quantity.span.end)
                yield StatedShare(span, part.label, quantity, part.quantity, total.total)


def _share_behind(line: Line, part: Span) -> int | None:
    """Return the index of the quantity that stands alone in the brackets behind a part and its words."""
    places = (at for at in line.quantities if line.items[at].start == part.start or line.quantity(at).span == part)
    at = next(places, None)
    if at is None:
        return None
    place = at + 1
    while place < len(line.items) and line.items[place].kind in "wcr":
        place += 1
    is_alone = line.low(place) == "(" and line.close.get(place) == place + 2
    return place + 1 if is_alone and line.items[place + 1].kind == "q" else None


# ---- what is left ---------------------------------------------------------------------------------------------


def _statements(line: Line, found: Sequence[Claim]) -> Iterator[Statement]:
    """Yield the quantities of a line that stand in no other claim."""
    spans = {quantity.span for claim in found for quantity in quantities_of(claim)}
    for at in line.quantities:
        quantity = line.quantity(at)
        if quantity.span not in spans:
            yield Statement(quantity.span, subject_of(line, at), quantity)


def quantities_of(claim: Claim) -> Iterator[Quantity]:
    """Yield the quantities that a claim relates."""
    match claim:
        case Comparison():
            yield from (claim.current, *claim.earlier)
        case Change():
            yield from filter(None, (claim.by, claim.also, claim.start, claim.end))
        case StatedShare():
            yield from filter(None, (claim.share, claim.part, claim.whole))
        case Total():
            yield from filter(None, (claim.total, *(part.quantity for part in claim.parts)))
        case StatedSeries():
            yield from claim.points
        case Statement():
            yield claim.quantity
        case _:
            yield from filter(None, (claim.rank, claim.of))


def _unread(line: Line, found: Sequence[Claim]) -> Iterator[Span]:
    """Yield the words of a line that relate numbers, but stand in no claim."""
    spans = [claim.span for claim in found]
    if any(isinstance(claim, StatedSeries) for claim in found):
        spans += [line.span_of(at, at) for at, item in enumerate(line.items) if item.low == "respectively"]
    taken = {quantity.span for claim in found for quantity in quantities_of(claim)}
    last = -1
    for at, item in enumerate(line.items):
        if item.quantity is not None and item.quantity.measure is Measure.PER_CENT and item.quantity.span not in taken:
            yield item.quantity.span  # a share whose part or whole is not given
            continue
        words = _relates(line, at) if item.low in _RELATING else 0
        if not words or at <= last:
            continue
        last = at + words - 1
        span = line.span_of(at, last)
        if not any(one.start <= span.end and span.start <= one.end for one in spans):
            yield span


_RELATING = TRIGGERS.keys() | UP | DOWN | {"of", "respectively", "including"}


def _relates(line: Line, at: int) -> int:
    """Return how many words from an index relate numbers; 0 where none do."""
    item = line.items[at]
    if item.kind != "w" or (item.low == "of" and line.low(at + 1) not in MEMBERS):
        return 0
    behind = any(one.kind == "q" for one in line.items[at + 1 : at + 5])
    dated = any(one.kind == "p" for one in line.items[at + 1 : at + 7])
    if words := trigger_at(line, at):
        return words if dated or (behind and item.low not in {"against", "than"}) else 0
    if item.low == "of" and behind and not (at and line.items[at - 1].kind == "q"):
        return 2
    if item.low in UP | DOWN and line.low(at + 1) in {"by", "from", "of", "to"} and behind:
        return 2
    return 1 if item.low in {"respectively", "including"} and (behind or item.low == "respectively") else 0
