"""Shares against their parts and wholes: `21.02 per cent (786 out of 3,415)` is 23.02 per cent."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.claims.model import Measure, Quantity, Share
from reportgen.diagnostics import Severity
from reportgen.published.audit.bounds import Bounds, are_exact, bounds
from reportgen.published.audit.finding import Code, Finding
from reportgen.published.audit.passages import Passage
from reportgen.published.audit.wording import figure, named, quoted

_HUNDRED = Decimal(100)


def check_shares(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Every share that is not its part divided by its whole."""
    for passage in passages:
        for claim in passage.reading.claims:
            if isinstance(claim, Share) and claim.part is not None and claim.whole is not None and claim.whole.value:
                found = _check(claim.share, claim.part, claim.whole)
                if found is not None:
                    severity, message, arithmetic = found
                    evidence = f"{quoted(passage.text, claim.span)}: {arithmetic}"
                    start = claim.span.start
                    yield Finding(passage.block, passage.paragraph, start, Code.SHARE, severity, message, evidence)


def _check(share: Quantity, part: Quantity, whole: Quantity) -> tuple[Severity, str, str] | None:
    one, other = bounds(part), bounds(whole)
    true = Bounds(one.low / other.high * _HUNDRED, one.high / other.low * _HUNDRED if other.low else _HUNDRED)
    said = _said(share)
    if true.meets(said):
        return None
    exact = part.value / whole.value * _HUNDRED
    arithmetic = f"{figure(part.value)} ÷ {figure(whole.value)} = {figure(exact)} per cent"
    name = f"{named(part)} out of {named(whole)}"
    if part.value > whole.value and share.value <= _HUNDRED:
        return Severity.ERROR, f"the part, {named(part)}, is larger than the whole, {named(whole)}", arithmetic
    if share.measure is Measure.PER_CENT and share.value <= exact < share.value + share.step:
        return Severity.WARNING, f"{name} is {figure(exact)} per cent: {named(share)} is cut, not rounded", arithmetic
    certain = are_exact([share, part, whole]) and share.measure is Measure.PER_CENT
    severity = Severity.ERROR if certain else Severity.WARNING
    return severity, f"{name} is {figure(exact)} per cent, not {named(share)}", arithmetic


def _said(share: Quantity) -> Bounds:
    """The share in per cent."""
    said = bounds(share)
    return Bounds(said.low * _HUNDRED, said.high * _HUNDRED) if share.measure is Measure.FRACTION else said
