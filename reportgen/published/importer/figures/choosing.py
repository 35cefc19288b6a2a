"""Choose the claims of a paragraph that figures are taken from, and put right what other sentences tell better."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from reportgen.claims import Reading
from reportgen.claims.model import Change, Claim, Comparison, ListForm, Measure, PeriodKind, Quantity, Series, Total
from reportgen.claims.model import Part as ClaimedPart
from reportgen.claims.passages import Span
from reportgen.published.importer.figures.parallel import is_of_one, read_parallel
from reportgen.published.importer.figures.shares import shares_of_total
from reportgen.regex import regex

_NEAR = 1
"""Points by which a change in per cent may miss its two values."""
_BESIDE = regex(r"\d \($")
"""What stands before a second figure in brackets, of which no words say what it is: `1,053 (1,224) persons`."""
_BASE = regex(r"\b(?:compared\s(?:with|to)|relative to|against|since|from|than|over)\s(?:in\s)?$", re.IGNORECASE)
"""What stands before the year that a change is measured from: `Compared with 2019, it fell by 46 per cent (from …)`."""
_OUT_OF = regex(r" (?:out )?of (?:the |these |all )?")


def choose_claims(text: str, reading: Reading) -> list[Claim]:
    """Return the claims that figures are taken from, in the order of the text.

    What clauses of one form say has precedence: read one by one, `in 134 cases; in 2022, 192 cases` would be a series.

    Args:
        text: the paragraph.
        reading: what was read of it.
    """
    parallel = read_parallel(text, reading)
    taken = {point.span for series in parallel for point in series.points}
    kept = (claim for claim in reading.claims if not _are_taken(claim, taken) and not _is_beside(text, claim))
    one = (claim for claim in kept if not isinstance(claim, Series) or is_of_one(text, claim.points, reading))
    whole = (_from_the_first(text, claim, reading) for claim in _of_their_own(one, reading))
    return sorted(
        chain(whole, parallel, _out_of(text, reading), shares_of_total(text, reading)), key=lambda claim: claim.span
    )


def _of_their_own(claims: Iterable[Claim], reading: Reading) -> Iterator[Claim]:
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
        between = [one for one in reading.quantities if start <= one.span.start and one.span.end <= end]
        if len(between) == 1 and between[0].is_exact and between[0].measure is claim.current.measure:
            yield replace(claim, current=between[0], subject=between[0].phrase or between[0].noun)


def _are_taken(claim: Claim, taken: set[Span]) -> bool:
    match claim:
        case Comparison(current=current, earlier=earlier):
            return not taken.isdisjoint({current.span, *(one.span for one in earlier)})
        case Series(points=points):
            return not taken.isdisjoint({one.span for one in points})
        case _:
            return False


def _is_beside(text: str, claim: Claim) -> bool:
    """Whether a total stands in brackets right behind another figure: of another year, but the text says not which."""
    if not isinstance(claim, Total) or claim.total is None:
        return False
    start, end = claim.total.span
    return text[end : end + 1] == ")" and _BESIDE.search(text[:start]) is not None


def _from_the_first(text: str, claim: Claim, reading: Reading) -> Claim:
    """Return a series with the value before it that has its year some words later.

    `considered 4 appeals against decisions to extradite a person in 2018, 19 in 2019 and 10 in 2020`.
    """
    if not isinstance(claim, Series) or claim.points[0].noun:
        return claim
    first = claim.points[0]
    before = next((one for one in reversed(reading.quantities) if one.span.end <= first.span.start), None)
    if before is None or before.period or not before.is_exact or before.measure is not first.measure:
        return claim
    between = [one for one in reading.periods if before.span.end <= one.span.start < first.span.start]
    is_one = ";" not in text[before.span.end : first.span.start] and "." not in text[before.span.end : first.span.start]
    own = [point.period for point in claim.points]
    if len(between) != 1 or between[0].kind is not PeriodKind.YEAR or between[0] in own or not is_one:
        return claim
    return replace(claim, subject=before.phrase, points=(replace(before, period=between[0]), *claim.points))


def _out_of(text: str, reading: Reading) -> Iterator[Total]:
    """Yield totals with what of them counts: `37 of the 45 requests have been granted`."""
    for part, whole in zip(reading.quantities, reading.quantities[1:], strict=False):
        between = text[part.span.end : whole.span.start]
        are_counts = part.measure is whole.measure is Measure.COUNT and not part.noun
        if are_counts and whole.noun and _OUT_OF.fullmatch(between) and part.value <= whole.value:
            subject, _, verb = whole.phrase.partition(" have been ")
            claimed = ClaimedPart(part, verb or "counted")
            yield Total(
                Span(part.span.start, whole.span.end),
                subject,
                whole,
                (claimed,),
                ListForm.OF_WHICH,
                is_exhaustive=False,
            )


def over_a_year(text: str, claim: Change, start: Quantity, end: Quantity) -> tuple[Quantity, Quantity]:
    """Return the values of a change, the later first; `In 2023, it fell by 9 per cent (from 110 to 100)` is from 2022.

    Args:
        text: the paragraph.
        claim: the change.
        start: its earlier value.
        end: its later value.

    Only where the percentage is that of the two values: it proves that they belong together.
    """
    by, period = claim.by, end.period
    if period is None or period.kind is not PeriodKind.YEAR or period.first is None or period.last is None:
        return end, start
    is_yearly = start.period == period == (by and by.period) and not _BASE.search(text[: period.span.start])
    if by is None or by.measure is not Measure.PER_CENT or not is_yearly:
        return end, start
    rate = abs(end.value - start.value) / start.value * 100 if start.value else None
    if rate is None or abs(rate - by.value) > _NEAR:
        return end, start
    (year, month), (last, end_month) = period.first, period.last
    before = replace(period, first=(year - 1, month), last=(last - 1, end_month))
    return end, replace(start, period=before)
