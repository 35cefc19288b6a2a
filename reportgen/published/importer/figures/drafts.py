"""Draft indicators from the claims of a text: what is counted, its values by period, its parts, and where they stand.

Only figures that are said to be exact are taken, and only those whose period the text names: in the sentence, or at the
head of an earlier sentence of the paragraph. "There are" and "currently" speak of the time of the report. Whatever is
doubtful is left in the text.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reportgen.claims import Reading
from reportgen.claims.model import Change, Claim, Comparison, ListForm, Measure, Quantity, Series, Total
from reportgen.claims.model import Part as ClaimedPart
from reportgen.model.indicators import Scale
from reportgen.published.importer.figures.dating import Dating
from reportgen.published.importer.figures.wording import criterion_of, label_in_clause, part_labels

_TAKEN = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT, Measure.RANK})
_SUMMED = frozenset({Measure.COUNT, Measure.MONEY})


class DraftPart(Struct):
    """One part of a total."""

    label: str
    values: dict[str, Decimal]
    by: str | None = None


class FigureSpot(Struct):
    """Where a value stands in a paragraph, and which one it is."""

    start: int
    end: int
    period: str
    part: DraftPart | None = None
    """None: it is the whole."""


class IndicatorDraft(Struct):
    """An indicator in the making."""

    label: str
    noun: str
    measure: Measure
    unit: str
    """The currency of an amount."""
    start: int
    """Where its main figure stands in the paragraph."""
    values: dict[str, Decimal] = {}
    """By period as project files write it; the empty text stands for a period that nobody names."""
    is_state: bool = False
    """Whether the sentence speaks of the time of the report: `there are`, `currently`."""
    spots: list[FigureSpot] = []
    parts: list[DraftPart] = []
    exhaustive: bool = True
    show: Scale | None = None
    """The scale that all of its amounts are written in."""
    needs_total: bool = False
    """Whether its parts belong to a total that stands before it."""

    def settle(self, period: str) -> None:
        """Give its figures and parts the period that the text leaves open."""
        for spot in self.spots:
            spot.period = period
        for part in self.parts:
            part.values = {period: next(iter(part.values.values()))}


def find_drafts(text: str, reading: Reading) -> list[IndicatorDraft]:
    """Return the drafts of one paragraph, in the order of its text.

    Args:
        text: the paragraph.
        reading: what was read of it.
    """
    dating = Dating(text, reading)
    drafts: list[IndicatorDraft] = []
    for claim in reading.claims:
        for draft in _of_claim(text, claim, dating):
            if known := next((one for one in drafts if _are_one(one, draft)), None):
                _join(known, draft)
            else:
                drafts.append(draft)
    drafts = _with_nested(sorted(drafts, key=lambda draft: draft.start))
    _name(text, drafts)
    return [draft for draft in drafts if len(draft.values) > 1 or draft.parts]


def _of_claim(text: str, claim: Claim, dating: Dating) -> Iterator[IndicatorDraft]:
    match claim:
        case Comparison(current=current, earlier=earlier):
            yield from _of_points(claim.subject, (current, *earlier), dating)
        case Change(start=Quantity() as start, end=Quantity() as end):
            yield from _of_points(claim.subject, (end, start), dating)
        case Series(points=points):
            yield from _of_points(claim.subject, points, dating)
        case Total(total=None):
            yield from _of_parts(text, claim)
        case Total():
            yield from _of_total(claim, dating)
        case _:
            return


# ---- one figure, said of twice --------------------------------------------------------------------------------


def _are_one(one: IndicatorDraft, other: IndicatorDraft) -> bool:
    """Whether two drafts are of the same figure, or say the same of the same periods."""
    same = len(one.values) > 1 and one.values == other.values and one.measure is other.measure
    agree = all(one.values.get(period, value) == value for period, value in other.values.items())
    return agree and (one.start == other.start or same) and not (one.needs_total or other.needs_total)


def _join(draft: IndicatorDraft, other: IndicatorDraft) -> None:
    """Take over what another claim says of the same figure."""
    draft.values |= other.values
    _add_spots(draft, other)
    if not draft.parts:
        draft.parts, draft.exhaustive = other.parts, other.exhaustive
    draft.label = max(draft.label, other.label, key=len)
    draft.noun = draft.noun or other.noun


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


def _name(text: str, drafts: Sequence[IndicatorDraft]) -> None:
    """Give drafts the words of their clause where theirs say too little, and the noun of the one before where none."""
    noun = ""
    for draft in drafts:
        if draft.measure is Measure.MONEY:
            draft.label = f"amounts, {draft.label.removeprefix('The ')}" if draft.label else "amounts"
        elif draft.measure is Measure.PER_CENT and draft.label.startswith("of "):
            draft.label = f"percentage {draft.label}"
        elif draft.measure is Measure.COUNT and not draft.noun and noun and draft.label:
            draft.label = f"{noun} {draft.label}"
        elif draft.measure is Measure.COUNT:
            draft.label = label_in_clause(text, draft.start, draft.noun, draft.label)
        noun = draft.noun or noun


# ---- values by period -----------------------------------------------------------------------------------------


def _of_points(subject: str, points: Sequence[Quantity], dating: Dating) -> Iterator[IndicatorDraft]:
    """Yield values of one quantity in several periods, at least two; all of them must be known."""
    periods = [dating.period(point) for point in points]
    values = dict(zip(periods, (point.value for point in points), strict=True))
    if not _are_reported(points) or not all(periods) or len(values) < len(points):
        return
    yield IndicatorDraft(
        label=subject or points[0].phrase,
        noun=_noun(points),
        measure=points[0].measure,
        unit=next((point.unit for point in points if point.unit), ""),
        start=points[0].span.start,
        values=values,
        is_state=any(dating.is_date(point) for point in points),
        show=_scale(points),
        spots=[_spot(point, period) for point, period in zip(points, periods, strict=True)],
    )


def _are_reported(points: Sequence[Quantity]) -> bool:
    """Whether all are exact figures of one measure that agencies report."""
    measures = {point.measure for point in points}
    return all(point.is_exact for point in points) and len(measures) == 1 and measures <= _TAKEN


def _scale(points: Sequence[Quantity]) -> Scale | None:
    """Return the scale in which all amounts are written."""
    scales: tuple[Scale, ...] = ("million", "billion")
    return next((scale for scale in scales if all(point.text.endswith(scale) for point in points)), None)


def _noun(points: Sequence[Quantity]) -> str:
    return next((point.noun for point in points if point.noun), "")


# ---- totals ---------------------------------------------------------------------------------------------------


def _of_total(claim: Total, dating: Dating) -> Iterator[IndicatorDraft]:
    """Yield a total with its parts, or a total of several years with what of it fell in one of them."""
    total = claim.total
    if total is None or total.measure not in _SUMMED or not _are_reported([total, *_quantities(claim.parts)]):
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
    if period and "" not in own and len(own) == len(claim.parts):
        draft.values |= own
        draft.spots += [_spot(part, dating.period(part)) for part in _quantities(claim.parts)]
    elif not own or set(own) == {""}:
        _give_parts(draft, claim.parts, period)
    yield draft


def _spot(quantity: Quantity, period: str, part: DraftPart | None = None) -> FigureSpot:
    return FigureSpot(quantity.span.start, quantity.span.end, period, part)


def _quantities(parts: Sequence[ClaimedPart]) -> list[Quantity]:
    return [part.quantity for part in parts]


def _give_parts(draft: IndicatorDraft, parts: Sequence[ClaimedPart], period: str, by: str | None = None) -> None:
    """Give a draft its parts and the places of their figures."""
    for part in parts:
        for label in part_labels(part):
            made = DraftPart(label, {period: part.quantity.value}, by)
            draft.parts.append(made)
            draft.spots.append(_spot(part.quantity, period, made))


def _of_parts(text: str, claim: Total) -> Iterator[IndicatorDraft]:
    """Yield parts whose total stands elsewhere: `The breakdown by sex was: …`."""
    quantities = _quantities(claim.parts)
    by = criterion_of(text)
    if claim.form is not ListForm.BREAKDOWN or by is None or not _are_reported(quantities):
        return
    draft = IndicatorDraft(
        label=claim.subject,
        noun=_noun(quantities),
        measure=quantities[0].measure,
        unit="",
        start=quantities[0].span.start,
        needs_total=True,
    )
    _give_parts(draft, claim.parts, "", by)
    yield draft
