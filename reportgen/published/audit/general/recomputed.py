"""Claims that give all the numbers that they can be worked out from."""

from reportgen.claims.model import RELATIVE, Change, Claim, Comparison, Measure, Quantity, StatedShare, Total
from reportgen.published.audit.bounds import added, bounds
from reportgen.published.audit.general.equations import Kind, holds


def was_recomputed(claim: Claim) -> bool:
    """Return whether a claim gives all the numbers that it can be worked out from, and they were found to agree."""
    match claim:
        case Total(total=Quantity() as total):
            return len(claim.parts) > 1 and added(claim.parts).meets(bounds(total))
        case StatedShare(
            share=Quantity(measure=Measure.PER_CENT) as share, part=Quantity() as part, whole=Quantity() as whole
        ):
            return holds(Kind.SHARE, share, part, whole)  # of another whole it may be right, which is no proof
        case StatedShare(part=Quantity(), whole=Quantity()):
            return True
        case Change(by=None, start=Quantity(), end=Quantity()):
            return True
        case Change(by=Quantity() as by, start=Quantity() as start, end=Quantity()):
            is_alike = by.measure in RELATIVE or by.measure is start.measure
            is_points = by.measure is Measure.POINTS and start.measure is Measure.PER_CENT
            return bool(start.value) and not claim.is_average and (is_alike or is_points)
        case Change(by=Quantity() as by, also=Quantity() as also, end=Quantity()):
            return by.measure is not also.measure and not claim.is_average
        case Comparison():
            return claim.direction is not None
    return False
