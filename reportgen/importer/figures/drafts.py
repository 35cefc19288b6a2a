"""Claims of a text as drafts of indicators: what is counted, its values by period, its parts, and where they stand.

Only figures that are said to be exact are taken, and only those whose period the text names; a total with its parts is
taken without a period too. Whatever is doubtful is left in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.claims.model import (
    Change,
    Claim,
    Comparison,
    ListForm,
    Measure,
    PeriodKind,
    Quantity,
    Series,
    Total,
)
from reportgen.claims.model import Part as ClaimedPart

_TAKEN = frozenset({Measure.COUNT, Measure.MONEY, Measure.PER_CENT, Measure.RANK})
_EACH = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_EACH_OXFORD = re.compile(r",\s*(?:and\s+)?")


@dataclass
class DraftPart:
    """One part of a total."""

    label: str
    values: dict[str, Decimal]
    by: str | None = None


@dataclass
class Draft:
    """An indicator in the making."""

    label: str
    noun: str
    measure: Measure
    unit: str
    """The currency of an amount."""
    start: int
    """Where its main figure stands in the paragraph."""
    values: dict[str, Decimal] = field(default_factory=dict)
    """By period as project files write it; the empty text stands for a period that nobody names."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    parts: list[DraftPart] = field(default_factory=list)
    exhaustive: bool = True
    needs_total: bool = False
    """Whether its parts belong to a total that stands before it."""
    criterion: str | None = None
    """What its parts divide by, where they stand apart from their total."""


def find_drafts(text: str, claims: Iterable[Claim]) -> list[Draft]:
    """The drafts of one paragraph, in the order of its text.

    Args:
        text: the paragraph.
        claims: what it claims.
    """
    drafts: list[Draft] = []
    for claim in claims:
        for draft in _of_claim(text, claim):
            known = next((one for one in drafts if one.start == draft.start and _agree(one, draft)), None)
            if known is None:
                drafts.append(draft)
            else:
                _join(known, draft)
    return sorted(drafts, key=lambda draft: draft.start)


def _of_claim(text: str, claim: Claim) -> Iterator[Draft]:
    match claim:
        case Comparison(current=current, earlier=earlier):
            yield from _of_points(claim.subject, (current, *earlier))
        case Change(start=Quantity() as start, end=Quantity() as end):
            yield from _of_points(claim.subject, (end, start))
        case Series(points=points):
            yield from _of_points(claim.subject, points)
        case Total(total=None):
            yield from _of_parts(text, claim)
        case Total():
            yield from _of_total(claim)
        case _:
            return


def _agree(one: Draft, other: Draft) -> bool:
    """Whether two drafts of the same figure say the same of the periods that both know."""
    return all(one.values.get(period, value) == value for period, value in other.values.items())


def _join(draft: Draft, other: Draft) -> None:
    """Take over what another claim says of the same figure."""
    draft.values |= other.values
    draft.spans += [span for span in other.spans if span not in draft.spans]
    if not draft.parts:
        draft.parts, draft.exhaustive = other.parts, other.exhaustive
    if len(draft.values) > 1:
        draft.values.pop("", None)


# ---- values by period -----------------------------------------------------------------------------------------


def _of_points(subject: str, points: Sequence[Quantity]) -> Iterator[Draft]:
    """Values of one quantity in several periods, at least two."""
    first = points[0]
    dated = [(written, point) for point in points if (written := _period(point))]
    values = {written: point.value for written, point in dated}
    if not _are_alike(points) or len(values) < 2 or len(values) < len(dated) or _period(first) is None:  # noqa: PLR2004 - one period compares nothing
        return
    yield Draft(
        label=subject or first.phrase,
        noun=_noun(points),
        measure=first.measure,
        unit=next((point.unit for point in points if point.unit), ""),
        start=first.span.start,
        values=values,
        spans=[(point.span.start, point.span.end) for _, point in dated],
    )


def _are_alike(points: Sequence[Quantity]) -> bool:
    """Whether all are exact figures of one measure that agencies report."""
    measures = {point.measure for point in points}
    return all(point.is_exact for point in points) and len(measures) == 1 and measures <= _TAKEN


def _noun(points: Sequence[Quantity]) -> str:
    return next((point.noun for point in points if point.noun), "")


def _period(quantity: Quantity) -> str | None:
    """The period of a figure, as project files write it; None where the text does not tell it."""
    period = quantity.period
    if period is None or period.kind is PeriodKind.RELATIVE:
        return None
    return period.written or None


# ---- totals ---------------------------------------------------------------------------------------------------


def _of_total(claim: Total) -> Iterator[Draft]:
    """A total with its parts, or a total of several years with what of it fell in one of them."""
    total = claim.total
    if total is None or not _are_alike([total, *(part.quantity for part in claim.parts)]):
        return
    period = _period(total) or ""
    draft = Draft(
        label=claim.subject or total.phrase,
        noun=total.noun,
        measure=total.measure,
        unit=total.unit,
        start=total.span.start,
        values={period: total.value},
        spans=[(total.span.start, total.span.end)],
        exhaustive=claim.is_exhaustive,
    )
    draft.spans += [(part.quantity.span.start, part.quantity.span.end) for part in claim.parts]
    years = {part_period: part.quantity.value for part in claim.parts if (part_period := _own_period(part, total))}
    if period and len(years) == len(claim.parts):
        draft.values |= years
    elif not years:
        draft.parts = list(_parts(claim.parts, period))
    yield draft


def _own_period(part: ClaimedPart, total: Quantity) -> str | None:
    """The period of a part, where it is another than the total's: 2023 of 2020–2023."""
    period = _period(part.quantity)
    return period if period and period != _period(total) else None


def _parts(parts: Sequence[ClaimedPart], period: str) -> Iterator[DraftPart]:
    for part in parts:
        labels = _labels(part)
        for label in labels:
            yield DraftPart(label, {period: part.quantity.value})


def _labels(part: ClaimedPart) -> list[str]:
    """The labels of a part: as many as it counts for, `one each of A, B and C`; none where that is not certain."""
    label = " ".join((part.label or part.quantity.phrase or part.quantity.noun).split()).strip(" ,;:.")
    least, most = part.each
    if (least, most) == (1, 1):
        return [label]
    for pattern in (_EACH_OXFORD, _EACH):
        labels = pattern.split(label)
        if len(labels) == least == most:
            return labels
    return []


def _of_parts(text: str, claim: Total) -> Iterator[Draft]:
    """Parts whose total stands elsewhere: `The breakdown by sex was: …`."""
    quantities = [part.quantity for part in claim.parts]
    if claim.form is not ListForm.BREAKDOWN or not _are_alike(quantities):
        return
    found = re.search(r"\bby ([a-z][a-z -]{1,40}?) (?:was|is|were|are)\b", text[: claim.span.end])
    named = re.match(r"The ([a-z][a-z ]{2,40}?)(?: in [\d–-]+)? (?:was|were|is|are)\b", text)
    yield Draft(
        label=claim.subject,
        noun=_noun(quantities),
        measure=quantities[0].measure,
        unit="",
        start=quantities[0].span.start,
        spans=[(one.span.start, one.span.end) for one in quantities],
        parts=list(_parts(claim.parts, "")),
        needs_total=True,
        criterion=found[1] if found else named[1] if named else None,
    )
