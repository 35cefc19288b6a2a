"""Shares against their parts and wholes: `21.02 per cent (786 out of 3,415)` is 23.02 per cent."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.claims.model import Measure, Quantity, Share
from reportgen.diagnostics import Severity
from reportgen.published.audit.bounds import Bounds, bounds, severity_of
from reportgen.published.audit.finding import Code, Finding, Judgement
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import figure, larger_part, named

_HUNDRED = Decimal(100)


def check_shares(passages: Sequence[AuditPassage]) -> Iterator[Finding]:
    """Yield every share that is not its part divided by its whole."""
    for passage in passages:
        for claim in passage.reading.claims:
            if isinstance(claim, Share) and claim.part is not None and claim.whole is not None and claim.whole.value:
                verdict = _check(claim.share, claim.part, claim.whole)
                if verdict is not None:
                    yield passage.finding(Code.SHARE, claim.span, *verdict)
            elif isinstance(claim, Share) and claim.part is None and claim.whole is not None:
                impossible = _impossible(claim.share, claim.whole)
                if impossible is not None:
                    yield passage.finding(Code.SHARE, claim.span, *impossible)


def _check(share: Quantity, part: Quantity, whole: Quantity) -> Judgement | None:
    one, other = bounds(part), bounds(whole)
    true = Bounds(one.low / other.high * _HUNDRED, one.high / other.low * _HUNDRED if other.low else _HUNDRED)
    said = bounds(share)
    if share.measure is Measure.FRACTION:
        said = Bounds(said.low * _HUNDRED, said.high * _HUNDRED)
    if true.meets(said):
        return None
    exact = part.value / whole.value * _HUNDRED
    arithmetic = f"{figure(part.value)} ÷ {figure(whole.value)} = {figure(exact)} per cent"
    name = f"{named(part)} out of {named(whole)}"
    if part.value > whole.value and share.value <= _HUNDRED:
        return Judgement(Severity.ERROR, larger_part(part, whole), arithmetic)
    if share.measure is Measure.PER_CENT and share.value <= exact < share.value + share.step:
        message = f"{name} is {figure(exact)} per cent: {named(share)} is cut, not rounded"
        return Judgement(Severity.WARNING, message, arithmetic)
    severity = severity_of(share, part, whole) if share.measure is Measure.PER_CENT else Severity.WARNING
    return Judgement(severity, f"{name} is {figure(exact)} per cent, not {named(share)}", arithmetic)


_SMALL = 1_000
"""Of larger wholes, every share to a tenth of a per cent is that of some whole number."""


def _impossible(share: Quantity, whole: Quantity) -> Judgement | None:
    """Judge a share that no whole number of a small whole has: `27.1 per cent of 76 seats` are 20.6 of them."""
    is_counted = whole.measure is Measure.COUNT and whole.is_exact and whole.step == 1 and "’" not in whole.noun
    is_share = share.measure is Measure.PER_CENT and share.is_exact and 0 < share.value < _HUNDRED
    if not (is_counted and is_share and 0 < whole.value < _SMALL):
        return None
    below = int(share.value * whole.value / _HUNDRED)
    shares = [one / whole.value * _HUNDRED for one in (Decimal(below), Decimal(below + 1))]
    if any(share.value - share.step / 2 <= one < share.value + share.step for one in shares):
        return None
    message = f"no whole number out of {named(whole)} is {named(share)}"
    arithmetic = f"{below} is {figure(shares[0])} per cent, {below + 1} is {figure(shares[1])} per cent"
    return Judgement(Severity.WARNING, message, arithmetic)
