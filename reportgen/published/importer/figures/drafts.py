"""Draft indicators from the claims of a text: what is counted, its values by period, its parts, and where they stand.

Only figures that are said to be exact are taken, and only those whose period the text names: in the sentence, or at the
head of an earlier sentence of the paragraph. "There are" and "currently" speak of the time of the report. Whatever is
doubtful is left in the text.
"""

from collections.abc import Iterator, MutableMapping, Sequence

from reportgen.claims.model import (
    SUMMED,
    Change,
    Claim,
    ClaimsRead,
    Comparison,
    ListForm,
    Measure,
    Quantity,
    StatedPart,
    StatedSeries,
    StatedShare,
    Total,
)
from reportgen.model import Period
from reportgen.model.indicators import Scale
from reportgen.published.importer.figures.choosing import choose_claims, over_a_year
from reportgen.published.importer.figures.dating import Dating
from reportgen.published.importer.figures.draft import DraftPart, FigureSpot, IndicatorDraft
from reportgen.published.importer.figures.joining import are_one, join_drafts, with_nested, with_sums
from reportgen.published.importer.figures.shares import of_share
from reportgen.published.importer.figures.wording import (
    clean_label,
    criterion_of,
    label_in_clause,
    label_of_change,
    part_labels,
    subject_before,
    words_behind,
)
from reportgen.regex import regex

_TAKEN = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT, Measure.RANK, Measure.RATE})
_IN = regex(r"\b(?:in|during|for|the|year|period)\b|[,(]")
"""Words that lead to a period or into brackets, and say nothing of what is counted."""


def find_drafts(
    text: str, reading: ClaimsRead, pairs: MutableMapping[frozenset[str], str] | None = None
) -> list[IndicatorDraft]:
    """Return the drafts of one paragraph, in the order of its text.

    Args:
        text: the paragraph.
        reading: what was read of it.
        pairs: which periods the paragraph before compares; those of this one are added.
    """
    claims = choose_claims(text, reading)
    dating = Dating(text, reading, claims, {} if pairs is None else pairs)
    drafts: list[IndicatorDraft] = []
    for claim in claims:
        for draft in _of_claim(text, claim, dating, reading):
            if known := next((one for one in drafts if are_one(one, draft)), None):
                join_drafts(known, draft)
            else:
                drafts.append(draft)
    drafts = with_nested(sorted(drafts, key=lambda draft: draft.start))
    _name(text, drafts)
    return with_sums([draft for draft in drafts if len(draft.values) > 1 or draft.parts or draft.is_kept])


def _of_claim(text: str, claim: Claim, dating: Dating, reading: ClaimsRead) -> Iterator[IndicatorDraft]:
    match claim:
        case Comparison(current=current, earlier=earlier) if dating.is_backward(current, earlier):
            return
        case Comparison(current=current, earlier=earlier):
            found = list(_of_points(claim.subject, (current, *earlier), dating))
            yield from found or _of_points(claim.subject, earlier, dating)
        case Change(start=Quantity() as start, end=Quantity() as end):
            yield from _of_points(label_of_change(claim), over_a_year(text, claim, start, end, reading), dating)
        case StatedSeries(points=points):
            yield from _of_points(claim.subject, points, dating)
        case Total(total=None):
            yield from _of_parts(text, claim)
        case Total():
            yield from _of_total(text, claim, dating)
        case StatedShare():
            yield from of_share(text, claim, dating)
        case _:
            return


def _name(text: str, drafts: Sequence[IndicatorDraft]) -> None:
    """Give drafts the words of their clause where theirs say too little, and the noun of the one before where none."""
    noun = ""
    for draft in drafts:
        draft.label = clean_label(draft.label) or words_behind(text, draft.spots[0].end if draft.spots else draft.start)
        if draft.measure is Measure.MONEY:
            draft.label = f"amounts, {draft.label.removeprefix('The ')}" if draft.label else "amounts"
        elif draft.measure is Measure.PER_CENT and draft.label.startswith("of "):
            draft.label = f"percentage {draft.label}"
        elif draft.measure is Measure.RATE and draft.label.startswith("per "):
            draft.label = f"{subject_before(text, draft.start)} {draft.label}"
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
    units = {point.unit for point in points if point.measure is Measure.MONEY}
    is_one = len(measures) == 1 >= len(units) and measures <= _TAKEN and all(point.is_exact for point in points)
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
    if total is None or total.measure not in SUMMED or _measure([total, *_quantities(claim.parts)]) is None:
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
        if not draft.is_state and _are_of_total(text, claim):
            _give_years(draft, claim, dating)
    elif not own or set(own) == {""}:
        _give_parts(text, draft, claim.parts, period)
    yield draft


def _are_of_total(text: str, claim: Total) -> bool:
    """Return whether parts are years of the total: `10 (4 in 2021 and 6 in 2022)`, not `10 (4 opened in 2021 …)`."""
    total = claim.total
    covers = total is not None and total.period is not None
    if total is None or (claim.form is ListForm.OF_WHICH and not covers):
        return False
    for quantity in _quantities(claim.parts):
        noun = quantity.noun.casefold()
        between = text[quantity.span.end : quantity.period.span.start] if quantity.period else ""
        words = _IN.sub(" ", between.casefold().replace(noun, " ", 1)).split()
        if (noun and not total.noun.casefold().endswith(noun)) or words:
            return False
    return True


def _give_years(draft: IndicatorDraft, claim: Total, dating: Dating) -> None:
    """Give a draft what of it fell in each year; a total without a period is that of the years that it adds up."""
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


def _quantities(parts: Sequence[StatedPart]) -> list[Quantity]:
    return [part.quantity for part in parts]


def _give_parts(
    text: str, draft: IndicatorDraft, parts: Sequence[StatedPart], period: str, by: str | None = None
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
