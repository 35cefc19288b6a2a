"""Make one draft of several that speak of the same figure: said of twice, within another, or adding up to it."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from reportgen.claims.model import SUMMED
from reportgen.languages.en.plurals import singular
from reportgen.published.importer.figures.draft import DraftPart, FigureSpot, IndicatorDraft


def are_one(one: IndicatorDraft, other: IndicatorDraft) -> bool:
    """Return whether two drafts are of the same figure, or say the same of the same periods."""
    same = len(one.values) > 1 and one.values == other.values and one.measure is other.measure
    agree = all(one.values.get(period, value) == value for period, value in other.values.items())
    return agree and (one.start == other.start or same) and not (one.needs_total or other.needs_total)


def join_drafts(draft: IndicatorDraft, other: IndicatorDraft) -> None:
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


def with_nested(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
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
    """Return whether the main figure of a draft is a value that the other gives for another period."""
    is_inside = draft.start in {spot.start for spot in whole.spots} - {whole.start}
    return is_inside and len(whole.values) > 1 and draft.values.items() <= whole.values.items()


def _are_alike(one: str, other: str) -> bool:
    """Return whether two labels name the same part: one goes on where the other ends, or they end alike."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first or first.split()[-2:] == second.split()[-2:]


def with_sums(drafts: Sequence[IndicatorDraft]) -> list[IndicatorDraft]:
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


def _are_same_things(whole: str, part: str) -> bool:
    """Return whether what a part counts may be of the whole: `civil cases` of `cases`, not of `complaints`."""
    first, second = (noun.casefold().partition(" of ")[0].split()[-1:] for noun in (whole, part))
    return not second or [singular(word) or word for word in first] == [singular(word) or word for word in second]


def _count_of_parts(whole: IndicatorDraft, after: Sequence[IndicatorDraft]) -> int:
    """Return how many of the drafts that follow add up to one, in all of its periods, at least two of each."""
    if len(whole.values) <= 1 or whole.parts or whole.measure not in SUMMED:
        return 0
    sums = dict.fromkeys(whole.values, Decimal(0))
    for count, draft in enumerate(after, 1):
        is_same = draft.measure is whole.measure and _are_same_things(whole.noun, draft.noun)
        if draft.values.keys() != whole.values.keys() or not is_same or draft.parts:
            return 0
        sums = {period: sums[period] + draft.values[period] for period in sums}
        if count > 1 and sums == whole.values:
            return count
    return 0
