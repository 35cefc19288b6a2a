"""Draft indicators from shares: the percentage, its part and its whole, linked so that it can be worked out again.

Only shares beside their part or their whole are taken: a percentage alone cannot be checked, and a project that holds
the figures it follows from can.
"""

from collections.abc import Iterator

from reportgen.claims.model import SUMMED, ClaimsRead, Measure, Quantity, StatedShare
from reportgen.claims.passages import Span
from reportgen.published.importer.figures.dating import Dating
from reportgen.published.importer.figures.draft import FigureSpot, IndicatorDraft
from reportgen.published.importer.figures.wording import share_labels
from reportgen.regex import regex

_HUNDRED = 100
_SLIP = 0.2
"""A share that misses part over whole by less than a fifth of itself is still theirs, wrongly worked out."""
_DESCRIBES = regex(r"\b(?:that|which|who)\b")
"""What begins words that only describe: `300 seats that were created in 1998`."""
_OF_TOTAL = regex(r"[^\d.;:()]*(?:\(|\b(?:represents?|accounts? for|constitutes?|makes? up)\s)")
"""What may stand between a part and its share: `640 women judges (53.3 per cent of the total)`."""
_STOP = regex(r"[.;:]\s")
_BEHIND = regex(r" of (?:the|their) total\b")
"""Behind a share: its whole is the total, which the text gives nowhere."""


def of_share(text: str, claim: StatedShare, dating: Dating) -> Iterator[IndicatorDraft]:
    """Yield the drafts of a share: whole and part, as far as they are given, and the percentage.

    Args:
        text: the paragraph.
        claim: the share.
        dating: knows the periods of the paragraph.
    """
    given = [quantity for quantity in (claim.whole, claim.part) if quantity is not None and _is_counted(quantity)]
    is_exact = claim.share.measure is Measure.PER_CENT and claim.share.is_exact
    if not given or not is_exact or not _follows(claim):
        return
    written = {
        period
        for quantity in (claim.share, *given)
        if (period := dating.period(quantity)) and not _is_apart(text, quantity)
    }
    figures = (claim.share, *given)
    is_now = all(dating.is_state(figure) or figure.period is None for figure in figures)
    is_state = (
        not written and is_now and any(dating.is_present(figure) or dating.is_state(figure) for figure in figures)
    )
    if len(written) > 1 or not (written or is_state):
        return
    period = next(iter(written), "")
    labels = dict(zip(("whole", "part", "share"), share_labels(text, claim), strict=True))
    made = {
        name: IndicatorDraft(
            label=labels[name],
            noun=one.noun,
            measure=one.measure,
            unit=one.unit,
            start=one.span.start,
            values={period: one.value},
            is_state=is_state or dating.is_date(one),
            spots=[FigureSpot(one.span.start, one.span.end, period)],
            is_kept=True,
        )
        for name, one in (("whole", claim.whole), ("part", claim.part), ("share", claim.share))
        if one is claim.share or (one is not None and one in given)
    }
    if made.keys() >= {"part", "whole"}:
        made["share"].share = (made["part"], made["whole"])
    yield from made.values()


def shares_of_total(text: str, reading: ClaimsRead) -> Iterator[StatedShare]:
    """Yield shares whose part stands before them: `640 women judges (53.3 per cent of the total)`."""
    counts = [quantity for quantity in reading.quantities if quantity.measure is Measure.COUNT]
    for share in reading.quantities:
        if share.measure is not Measure.PER_CENT or not _BEHIND.match(text, share.span.end):
            continue
        start = max(0, *(stop.end() for stop in _STOP.finditer(text, 0, share.span.start)), 0)
        before = [count for count in counts if start <= count.span.start and count.end <= share.span.start]
        part = before[0] if len(before) == 1 else None
        if part is not None and _OF_TOTAL.fullmatch(text[part.span.end : share.span.start]):
            yield StatedShare(Span(part.span.start, share.span.end), part.phrase, share, part)


def _is_apart(text: str, quantity: Quantity) -> bool:
    """Return whether a period only describes what is counted: `300 seats that were created in 1998`."""
    between = text[quantity.span.end : quantity.period.span.start] if quantity.period else ""
    return _DESCRIBES.search(between) is not None


def _is_counted(quantity: Quantity) -> bool:
    return quantity.is_exact and quantity.measure in SUMMED


def _follows(claim: StatedShare) -> bool:
    """Return whether a share is that of its part and its whole, or nearly; else they were not meant together."""
    if claim.part is None or claim.whole is None or not claim.share.value:
        return True
    if not claim.whole.value or claim.part.value > claim.whole.value:
        return False
    worked_out = float(claim.part.value / claim.whole.value * _HUNDRED)
    return abs(worked_out / float(claim.share.value) - 1) < _SLIP
