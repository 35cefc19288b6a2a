"""Choose the claims of a paragraph that figures are taken from, and put right what other sentences tell better."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from reportgen.claims.model import (
    Change,
    Claim,
    ClaimsRead,
    Comparison,
    Direction,
    ListForm,
    Measure,
    PeriodKind,
    Quantity,
    StatedPart,
    StatedPeriod,
    StatedSeries,
    StatedShare,
    Total,
)
from reportgen.claims.passages import Span, sentences
from reportgen.published.importer.figures.parallel import is_of_one, read_parallel
from reportgen.published.importer.figures.plans import is_difference, is_planned
from reportgen.published.importer.figures.shares import shares_of_total
from reportgen.regex import regex

_NEAR = 1
"""Points by which a change in per cent may miss its two values."""
_BESIDE = regex(r"\d \($")
"""What stands before a second figure in brackets, of which no words say what it is: `1,053 (1,224) persons`."""
_OPENS = regex(r"(?:^|,\s)(?:in|during|over the course of)\s+(?:the year\s+)?$", re.IGNORECASE)
"""What stands before the year of a change from the year before: `In 2023, it fell by 9 per cent (from 110 to 100)`."""
_YEARLY = regex(
    r"\b(?:compared (?:with|to)|relative to|against|over|on|from|than(?: in)?) "
    r"(?:the (?:previous|preceding|prior) year|the year before)\b|\b(?:year[ -]on[ -]year|annually)\b"
)
"""`In 2022, thefts rose by 10 per cent year on year (from 500 to 550)`: the earlier value is of 2021."""
_ELSE = regex(
    r"\b(?:since|after|before|until|following|compared|comparison|relative|against|over|within|during|between|below|"
    r"above|half|quarter|months?|weeks?|years?|decade|beginning|start|end|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b",
    re.IGNORECASE,
)
"""Words of another time, or of another base, beside the year that opens a sentence."""
_OUT_OF = regex(r" (?:out )?of (?:the|these|all)(?: the)? ")
"""What stands between a part and its whole: `37 of the 45 requests have been granted`."""
_VERB = regex(r"\s(?:(?:have|has|had) been|were|was|are|is)\s")
"""The verb behind a whole, and what it says of the part: `granted`."""
_VERB_BEHIND = regex(r"[^,;:.()]*\([^()]*\)\s(?:(?:have|has|had) been|were|was|are|is)\s([^,;:.()]+)")
"""What is said of a part behind brackets: `9 of the 12 requests (75 per cent) were granted`."""


def choose_claims(text: str, reading: ClaimsRead) -> list[Claim]:
    """Return the claims that figures are taken from, in the order of the text.

    What clauses of one form say has precedence: read one by one, `in 134 cases; in 2022, 192 cases` would be a series.
    """
    parallel = read_parallel(text, reading)
    taken = {point.span for series in parallel for point in series.points}
    wholes = list(_out_of(text, reading))
    taken |= {whole.total.span for whole in wholes if whole.total}
    kept = (
        claim
        for claim in reading.claims
        if not (isinstance(claim, Total) and claim.form is ListForm.OUT_OF)  # `wholes` holds those that count
        and not _are_taken(claim, taken)
        and not _is_beside(text, claim)
    )
    one = (
        claim
        for claim in _of_their_own(kept, reading)
        if isinstance(claim, Change) or is_of_one(text, _compared(claim), reading)
    )
    whole = (_from_the_first(text, claim, reading) for claim in one)
    chosen = chain(whole, parallel, wholes, shares_of_total(text, reading))
    return sorted((claim for claim in chosen if _is_fact(text, claim)), key=lambda claim: claim.span)


def _compared(claim: Claim) -> Sequence[Quantity]:
    """Return the values that a claim gives for one thing in several periods."""
    match claim:
        case Comparison(current=current, earlier=earlier):
            return (current, *earlier)
        case Change(start=Quantity() as start, end=Quantity() as end):
            return (start, end)
        case StatedSeries(points=points):
            return points
        case _:
            return ()


def _is_fact(text: str, claim: Claim) -> bool:
    """Return whether nothing says that the figures of a claim are planned, or are differences from others."""
    match claim:
        case Total(total=total, parts=parts):
            figures = [total] if total else [part.quantity for part in parts]
        case StatedShare(share=share, part=part, whole=whole):
            figures = [quantity for quantity in (share, part, whole) if quantity]
        case _:
            figures = list(_compared(claim))
    return not any(is_planned(text, figure) or is_difference(text, figure) for figure in figures)


def _of_their_own(claims: Iterable[Claim], reading: ClaimsRead) -> Iterator[Claim]:
    """Yield the claims; of two comparisons that were read of one value, the second is of the one before its brackets.

    `12 persons were convicted (compared with 105 in 2021), of whom 6 were imprisoned (compared with 15 in 2021)`
    """
    known: dict[Span, Comparison] = {}
    for claim in claims:
        if not isinstance(claim, Comparison) or claim.current.span not in known:
            known |= {claim.current.span: claim} if isinstance(claim, Comparison) else {}
            yield claim
            continue
        start, end = known[claim.current.span].span.end, claim.earlier[0].span.start
        between = [
            quantity for quantity in reading.quantities if start <= quantity.span.start and quantity.span.end <= end
        ]
        if len(between) == 1 and between[0].is_exact and between[0].measure is claim.current.measure:
            yield replace(claim, current=between[0], subject=between[0].phrase or between[0].noun)


def _are_taken(claim: Claim, taken: set[Span]) -> bool:
    match claim:
        case Comparison(current=current, earlier=earlier):
            return not taken.isdisjoint({current.span, *(quantity.span for quantity in earlier)})
        case StatedSeries(points=points):
            return not taken.isdisjoint({point.span for point in points})
        case _:
            return False


def _is_beside(text: str, claim: Claim) -> bool:
    """Return whether a total stands in brackets right behind another figure: of another year, nobody knows which."""
    if not isinstance(claim, Total) or claim.total is None:
        return False
    start, end = claim.total.span
    return text[end : end + 1] == ")" and _BESIDE.search(text[:start]) is not None


def _from_the_first(text: str, claim: Claim, reading: ClaimsRead) -> Claim:
    """Return a series with the value before it that has its year some words later.

    `considered 4 appeals against decisions to extradite a person in 2018, 19 in 2019 and 10 in 2020`.
    """
    if not isinstance(claim, StatedSeries) or claim.points[0].noun:
        return claim
    first = claim.points[0]
    before = next(
        (quantity for quantity in reversed(reading.quantities) if quantity.span.end <= first.span.start), None
    )
    if before is None or before.period or not before.is_exact or before.measure is not first.measure:
        return claim
    between = [period for period in reading.periods if before.span.end <= period.span.start < first.span.start]
    is_one = ";" not in text[before.span.end : first.span.start] and "." not in text[before.span.end : first.span.start]
    own = [point.period for point in claim.points]
    if len(between) != 1 or between[0].kind is not PeriodKind.YEAR or between[0] in own or not is_one:
        return claim
    return replace(claim, subject=before.phrase, points=(replace(before, period=between[0]), *claim.points))


def _out_of(text: str, reading: ClaimsRead) -> Iterator[Total]:
    """Yield totals with what of them counts: `37 of the 45 requests have been granted`."""
    for part, whole in zip(reading.quantities, reading.quantities[1:], strict=False):
        between = text[part.span.end : whole.span.start]
        are_counts = part.measure is whole.measure is Measure.COUNT and not part.noun
        if are_counts and whole.noun and _OUT_OF.fullmatch(between) and part.value <= whole.value:
            subject, *behind = _VERB.split(whole.phrase, 1)
            later = _VERB_BEHIND.match(text, whole.span.end)
            claimed = StatedPart(part, behind[0] if behind else later[1].strip() if later else "counted")
            yield Total(
                Span(part.span.start, whole.span.end),
                subject,
                whole,
                (claimed,),
                ListForm.OF_WHICH,
                is_exhaustive=False,
            )


def over_a_year(
    text: str, claim: Change, start: Quantity, end: Quantity, reading: ClaimsRead
) -> tuple[Quantity, Quantity]:
    """Return the values of a change, the later first; `In 2023, it fell by 9 per cent (from 110 to 100)` is from 2022.

    Only where the percentage is that of the two values, which proves that they belong together, and the sentence
    speaks of no other time.

    Args:
        text: the paragraph.
        claim: the change.
        start: its earlier value.
        end: its later value.
        reading: what was read of the paragraph.
    """
    by, period = claim.by, end.period
    if period is None or period.kind is not PeriodKind.YEAR or period.first is None or period.last is None:
        return end, start
    is_of_year = start.period == period == (by and by.period)
    if (
        by is None
        or by.measure is not Measure.PER_CENT
        or not is_of_year
        or not _is_yearly(text, claim, period, reading)
    ):
        return end, start
    rate = abs(end.value - start.value) / start.value * 100 if start.value else None
    if rate is None or abs(rate - by.value) > _NEAR:
        return end, start
    (year, month), (last, end_month) = period.first, period.last
    before = replace(period, first=(year - 1, month), last=(last - 1, end_month))
    return end, replace(start, period=before)


def _is_yearly(text: str, claim: Change, period: StatedPeriod, reading: ClaimsRead) -> bool:
    """Return whether a change is from the year before: its year opens the sentence, and no other time is named."""
    sentence = next((span for span in sentences(text) if span.holds(claim.span)), claim.span)
    opening, words = text[sentence.start : period.span.start], _YEARLY.sub(" ", text[period.span.end : sentence.end])
    told = {match.span() for match in _YEARLY.finditer(text)}
    others = [one for one in reading.periods if sentence.holds(one.span) and one != period]
    goes = Direction.UP if claim.start and claim.end and claim.start.value < claim.end.value else Direction.DOWN
    return (
        _OPENS.search(opening) is not None
        and _ELSE.search(f"{_OPENS.sub(' ', opening)} {words}") is None
        and claim.direction is goes
        and all(any(start <= one.span.start < end for start, end in told) for one in others)
    )
