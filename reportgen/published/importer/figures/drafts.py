"""Draft indicators from the claims of a text: what is counted, its values by period, its parts, and where they stand.

Only figures that are said to be exact are taken, and only those whose period the text names: in the sentence, or at the
head of an earlier sentence of the paragraph. "There are" and "currently" speak of the time of the report. Whatever is
doubtful is left in the text.
"""

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from itertools import chain

from msgspec.structs import replace

from reportgen.claims import Reading
from reportgen.claims.model import (
    Change,
    Claim,
    Comparison,
    ListForm,
    Measure,
    PeriodKind,
    Quantity,
    Series,
    Share,
    Total,
)
from reportgen.claims.model import Part as ClaimedPart
from reportgen.claims.passages import Span
from reportgen.model import Period
from reportgen.model.indicators import Scale
from reportgen.published.importer.figures.dating import Dating
from reportgen.published.importer.figures.draft import DraftPart, FigureSpot, IndicatorDraft
from reportgen.published.importer.figures.parallel import is_of_one, read_parallel
from reportgen.published.importer.figures.shares import of_share, shares_of_total
from reportgen.published.importer.figures.wording import (
    clean_label,
    criterion_of,
    label_in_clause,
    label_of_change,
    part_labels,
    words_behind,
)
from reportgen.regex import regex

_TAKEN = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT, Measure.RANK, Measure.RATE})
_SUMMED = frozenset({Measure.COUNT, Measure.MONEY})
_NEAR = 1
"""Points by which a change in per cent may miss its two values."""
_BESIDE = regex(r"\d \($")
"""What stands before a second figure in brackets, of which no words say what it is: `1,053 (1,224) persons`."""
_OUT_OF = regex(r" (?:out )?of (?:the |these |all )?")
_ONE_YEAR = 12


def find_drafts(
    text: str, reading: Reading, pairs: MutableMapping[frozenset[str], str] | None = None
) -> list[IndicatorDraft]:
    """Return the drafts of one paragraph, in the order of its text.

    Args:
        text: the paragraph.
        reading: what was read of it.
        pairs: which periods the paragraph before compares; those of this one are added.
    """
    claims = _claims(text, reading)
    dating = Dating(text, reading, claims, {} if pairs is None else pairs)
    drafts: list[IndicatorDraft] = []
    for claim in claims:
        for draft in _of_claim(text, claim, dating):
            if known := next((one for one in drafts if _are_one(one, draft)), None):
                _join(known, draft)
            else:
                drafts.append(draft)
    drafts = _with_nested(sorted(drafts, key=lambda draft: draft.start))
    _name(text, drafts)
    return _with_sums([draft for draft in drafts if len(draft.values) > 1 or draft.parts or draft.is_kept])


def _of_claim(text: str, claim: Claim, dating: Dating) -> Iterator[IndicatorDraft]:
    match claim:
        case Comparison(current=current, earlier=earlier):
            found = list(_of_points(claim.subject, (current, *earlier), dating))
            yield from found or _of_points(claim.subject, earlier, dating)
        case Change(start=Quantity() as start, end=Quantity() as end):
            yield from _of_points(label_of_change(claim), _over_a_year(claim, start, end), dating)
        case Series(points=points):
            yield from _of_points(claim.subject, points, dating)
        case Total(total=None):
            yield from _of_parts(text, claim)
        case Total():
            yield from _of_total(text, claim, dating)
        case Share():
            yield from of_share(text, claim, dating)
        case _:
            return


# ---- claims ---------------------------------------------------------------------------------------------------


def _claims(text: str, reading: Reading) -> list[Claim]:
    """Return the claims that figures are taken from, in the order of the text.

    What clauses of one form say has precedence: read one by one, `in 134 cases; in 2022, 192 cases` would be a series.
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


def _over_a_year(claim: Change, start: Quantity, end: Quantity) -> tuple[Quantity, Quantity]:
    """Return the values of a change, the later first; `In 2023, it fell by 9 per cent (from 110 to 100)` is from 2022.

    Only where the percentage is that of the two values: it proves that they belong together.
    """
    by, period = claim.by, end.period
    is_yearly = period is not None and period.kind is PeriodKind.YEAR and period.first is not None
    if (
        not is_yearly
        or start.period != period
        or by is None
        or by.period != period
        or by.measure is not Measure.PER_CENT
    ):
        return end, start
    assert period is not None and period.first is not None and period.last is not None  # noqa: PT018, S101 - see above
    rate = abs(end.value - start.value) / start.value * 100 if start.value else None
    if rate is None or abs(rate - by.value) > _NEAR:
        return end, start
    (year, month), (last, end_month) = period.first, period.last
    before = replace(period, first=(year - 1, month), last=(last - 1, end_month))
    return end, replace(start, period=before)


# ---- one figure, said of twice --------------------------------------------------------------------------------


def _are_one(one: IndicatorDraft, other: IndicatorDraft) -> bool:
    """Whether two drafts are of the same figure, or say the same of the same periods."""
    same = len(one.values) > 1 and one.values == other.values and one.measure is other.measure
    agree = all(one.values.get(period, value) == value for period, value in other.values.items())
    return agree and (one.start == other.start or same) and not (one.needs_total or other.needs_total)


def _join(draft: IndicatorDraft, other: IndicatorDraft) -> None:
    """Take over what another claim says of the same figure."""
    _settle(draft, other)
    _settle(other, draft)
    draft.values |= other.values
    _add_spots(draft, other)
    if not draft.parts:
        draft.parts, draft.exhaustive = other.parts, other.exhaustive
    draft.label = max(draft.label, other.label, key=len)
    draft.noun = draft.noun or other.noun
    draft.is_state, draft.is_kept = draft.is_state or other.is_state, draft.is_kept or other.is_kept
    draft.share = draft.share or other.share
    other.joined_to = draft


def _settle(draft: IndicatorDraft, dated: IndicatorDraft) -> None:
    """Give a total without a period, and its parts, the years that another claim gives it; else take it away."""
    if "" not in draft.values or "" in dated.values:
        return
    value = draft.values.pop("")
    period = next((one for one in dated.values if "-" in one and dated.values[one] == value), None)
    if period is None:
        draft.parts = []
        draft.spots = [spot for spot in draft.spots if spot.period and spot.part is None]
        return
    draft.values[period] = value
    draft.settle(period)


def _with_nested(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
    """Return the drafts; those that give parts of an earlier value join it: `337, including 126 women, in 2020`."""
    kept: list[IndicatorDraft] = []
    for draft in drafts:
        whole = next((one for one in drafts if _holds(one, draft)), None)
        if whole is None:
            kept.append(draft)
            continue
        for part in draft.parts:
            if known := next((one for one in whole.parts if _are_alike(one.label, part.label)), None):
                take_over(known, part, draft.spots)
            else:
                whole.parts.append(part)
        whole.exhaustive = whole.exhaustive and draft.exhaustive
        _add_spots(whole, draft)
        draft.joined_to = whole
    return kept


def take_over(known: DraftPart, part: DraftPart, spots: Sequence[FigureSpot]) -> None:
    """Make one part of two that are the same."""
    known.values |= part.values
    for spot in spots:
        if spot.part is part:
            spot.part = known


def _add_spots(draft: IndicatorDraft, other: IndicatorDraft) -> None:
    known = {spot.start for spot in draft.spots}
    draft.spots += [spot for spot in other.spots if spot.start not in known]


def _holds(whole: IndicatorDraft, draft: IndicatorDraft) -> bool:
    """Whether the main figure of a draft is a value that the other gives for another period."""
    is_inside = draft.start in {spot.start for spot in whole.spots} - {whole.start}
    return is_inside and len(whole.values) > 1 and draft.values.items() <= whole.values.items()


def _are_alike(one: str, other: str) -> bool:
    """Whether two labels name the same part: one goes on where the other ends, or they end alike."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first or first.split()[-2:] == second.split()[-2:]


def _with_sums(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
    """Return the drafts; those that follow one and add up to it in each of its periods become its parts.

    `119 deaths (compared with 622 …). The causes were disease (94, compared with 448 …) and injury (25, …)`
    """
    kept: list[IndicatorDraft] = []
    waiting = list(drafts)
    while waiting:
        whole = waiting.pop(0)
        kept.append(whole)
        count = _count_of_parts(whole, waiting)
        for draft in waiting[:count]:
            part = DraftPart(draft.label, dict(draft.values))
            whole.parts.append(part)
            whole.spots += [replace(spot, part=part) for spot in draft.spots]
            draft.joined_to = whole
        del waiting[:count]
    return kept


def _count_of_parts(whole: IndicatorDraft, after: Sequence[IndicatorDraft]) -> int:
    """Return how many of the drafts that follow add up to one, in all of its periods, at least two of each."""
    if len(whole.values) < 2 or whole.parts or whole.measure not in _SUMMED:  # noqa: PLR2004
        return 0
    sums = dict.fromkeys(whole.values, 0)
    for count, draft in enumerate(after, 1):
        if draft.values.keys() != whole.values.keys() or draft.measure is not whole.measure or draft.parts:
            return 0
        sums = {period: sums[period] + draft.values[period] for period in sums}
        if count > 1 and sums == whole.values:
            return count
    return 0


def _name(text: str, drafts: Sequence[IndicatorDraft]) -> None:
    """Give drafts the words of their clause where theirs say too little, and the noun of the one before where none."""
    noun = ""
    for draft in drafts:
        draft.label = clean_label(draft.label) or words_behind(text, draft.spots[0].end if draft.spots else draft.start)
        if draft.measure is Measure.MONEY:
            draft.label = f"amounts, {draft.label.removeprefix('The ')}" if draft.label else "amounts"
        elif draft.measure is Measure.PER_CENT and draft.label.startswith("of "):
            draft.label = f"percentage {draft.label}"
        elif draft.measure is Measure.RATE and draft.unit and draft.unit not in draft.label:
            draft.label = f"{draft.label} per {draft.unit}"
        elif draft.measure is Measure.COUNT and not draft.noun and noun and draft.label and not draft.is_kept:
            draft.label = f"{noun} {draft.label}"
        elif draft.measure is Measure.COUNT:
            draft.label = label_in_clause(text, draft.start, draft.noun, draft.label)
        noun = draft.noun or noun


# ---- values by period -----------------------------------------------------------------------------------------


def _of_points(subject: str, points: Sequence[Quantity], dating: Dating) -> Iterator[IndicatorDraft]:
    """Yield values of one quantity in several periods, at least two; all of them must be known."""
    periods = [dating.period(point) for point in points]
    values = dict(zip(periods, (point.value for point in points), strict=True))
    measure = _measure(points)
    if measure is None or not all(periods) or len(values) < max(len(points), 2):
        return
    yield IndicatorDraft(
        label=subject or points[0].phrase,
        noun=_noun(points),
        measure=measure,
        unit=next((point.unit for point in points if point.unit), ""),
        start=points[0].span.start,
        values=values,
        is_state=any(dating.is_date(point) for point in points),
        show=_scale(points),
        spots=[_spot(point, period) for point, period in zip(points, periods, strict=True)],
    )


def _measure(points: Sequence[Quantity]) -> Measure | None:
    """Return the measure of exact figures that agencies report; None where they are not of one.

    Of rates, the first says of how many: `9.5 deaths per 100,000 births (compared with 11.2 in 2022)`.
    """
    measures = {point.measure for point in points}
    if Measure.RATE in measures and all(point.measure is Measure.RATE or not point.phrase for point in points):
        measures -= {Measure.COUNT}
    is_one = len(measures) == 1 and measures <= _TAKEN and all(point.is_exact for point in points)
    return next(iter(measures)) if is_one else None


def _scale(points: Sequence[Quantity]) -> Scale | None:
    """Return the scale in which all amounts are written."""
    scales: tuple[Scale, ...] = ("million", "billion")
    return next((scale for scale in scales if all(point.text.endswith(scale) for point in points)), None)


def _noun(points: Sequence[Quantity]) -> str:
    return next((point.noun for point in points if point.noun), "")


# ---- totals ---------------------------------------------------------------------------------------------------


def _of_total(text: str, claim: Total, dating: Dating) -> Iterator[IndicatorDraft]:
    """Yield a total with its parts, or a total of several years with what of it fell in one of them."""
    total = claim.total
    if total is None or total.measure not in _SUMMED or _measure([total, *_quantities(claim.parts)]) is None:
        return
    period = dating.period(total)
    draft = IndicatorDraft(
        label=claim.subject or total.phrase,
        noun=total.noun,
        measure=total.measure,
        unit=total.unit,
        start=total.span.start,
        values={period: total.value},
        is_state=dating.is_state(total) or dating.is_date(total),
        spots=[_spot(total, period)],
        exhaustive=claim.is_exhaustive,
    )
    own = {written: part.value for part in _quantities(claim.parts) if (written := dating.period(part)) != period}
    if "" not in own and len(own) == len(claim.parts):
        _give_years(draft, claim, dating)
    elif not own or set(own) == {""}:
        _give_parts(text, draft, claim.parts, period)
    yield draft


def _give_years(draft: IndicatorDraft, claim: Total, dating: Dating) -> None:
    """Give a draft what of it fell in each year; a total without a period is that of all years that it is the sum of."""
    (period, total), *_ = draft.values.items()
    parts = _quantities(claim.parts)
    own = {dating.period(part): part.value for part in parts}
    if not period:
        years = sorted(own)
        is_whole = sum(own.values()) == total and all(year.isdecimal() for year in years)
        span = f"{years[0]}-{years[-1]}"
        draft.values, draft.spots = {}, []
        if is_whole and len(years) > 1 and int(years[-1]) - int(years[0]) == len(years) - 1:
            draft.values = {str(Period.parse(span)): total}
            draft.spots = [FigureSpot(draft.start, claim.total.span.end if claim.total else draft.start, span)]
    draft.values |= own
    draft.spots += [_spot(part, dating.period(part)) for part in parts]


def _spot(quantity: Quantity, period: str, part: DraftPart | None = None) -> FigureSpot:
    return FigureSpot(quantity.span.start, quantity.span.end, period, part)


def _quantities(parts: Sequence[ClaimedPart]) -> list[Quantity]:
    return [part.quantity for part in parts]


def _give_parts(
    text: str, draft: IndicatorDraft, parts: Sequence[ClaimedPart], period: str, by: str | None = None
) -> None:
    """Give a draft its parts and the places of their figures."""
    for part in parts:
        for label in part_labels(part, text):
            made = DraftPart(label, {period: part.quantity.value}, by)
            draft.parts.append(made)
            draft.spots.append(_spot(part.quantity, period, made))


def _of_parts(text: str, claim: Total) -> Iterator[IndicatorDraft]:
    """Yield parts whose total stands elsewhere: `The breakdown by sex was: …`."""
    quantities = _quantities(claim.parts)
    by = criterion_of(text)
    if claim.form is not ListForm.BREAKDOWN or by is None or _measure(quantities) is None:
        return
    draft = IndicatorDraft(
        label=claim.subject,
        noun=_noun(quantities),
        measure=quantities[0].measure,
        unit="",
        start=quantities[0].span.start,
        needs_total=True,
    )
    _give_parts(text, draft, claim.parts, "", by)
    yield draft
