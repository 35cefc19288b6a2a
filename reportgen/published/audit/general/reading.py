"""Read the relations of a passage that no form of sentence claimed."""

from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain

from reportgen.claims.model import Change, Claim, Comparison, Measure, Quantity, StatedShare
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of
from reportgen.published.audit.bounds import have_one_base
from reportgen.published.audit.finding import AuditFinding, Code
from reportgen.published.audit.general.amounts import relate_amounts
from reportgen.published.audit.general.averages import relate_averages
from reportgen.published.audit.general.columns import relate_columns
from reportgen.published.audit.general.directions import relate_directions
from reportgen.published.audit.general.echoes import relate_echoes
from reportgen.published.audit.general.equations import CODES, Kind, holds
from reportgen.published.audit.general.evidence import relate_evidence
from reportgen.published.audit.general.factors import relate_factors
from reportgen.published.audit.general.hundreds import relate_hundreds
from reportgen.published.audit.general.members import relate_members
from reportgen.published.audit.general.numbers import BETTER, as_printed, place_numbers
from reportgen.published.audit.general.questions import weight_of
from reportgen.published.audit.general.recomputed import was_recomputed
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.general.remainders import relate_remainders
from reportgen.published.audit.general.respective import relate_respective
from reportgen.published.audit.general.shares import relate_shares
from reportgen.published.audit.general.sums import relate_sums
from reportgen.published.audit.inverse import is_inverse, is_negative
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import figure, named
from reportgen.regex import regex

_LEAST = 2
"""Numbers of the smallest relation."""
_MOST = 200
"""Numbers of a passage that are read; more are a table."""


_ARITHMETIC = frozenset({Code.SUM, Code.SHARE, Code.CHANGE, Code.DIRECTION})


_DIRECTED = frozenset({Kind.RISEN, Kind.FALLEN})
"""What holds of many values, and proves none of their digits."""


def relate_all(
    passages: Sequence[AuditPassage], findings: Iterable[AuditFinding], quiet: Container[str] = ()
) -> list[list[Related]]:
    """Return for each passage the relations that its claims do not tell: those that are right, and those in doubt.

    Args:
        passages: the passages.
        findings: what is wrong with their claims; these prove nothing, and are not doubted twice.
        quiet: texts without any in doubt where no claim is wrong; these are not looked at then.
    """
    doubted: dict[int, list[int]] = {}
    for finding in findings:
        if finding.code in _ARITHMETIC:
            doubted.setdefault(finding.block, []).append(finding.start)
    return [
        []
        if passage.text in quiet and passage.block not in doubted
        else _relate(passage, doubted.get(passage.block, []))
        for passage in passages
    ]


def _relate(passage: AuditPassage, doubted: Sequence[int]) -> list[Related]:
    """Return the relations of one passage; `doubted` are the places where findings about its arithmetic begin."""
    if len(passage.reading.quantities) < _LEAST:
        return []
    claims, others = list[Claim](), list[Claim]()
    for claim in passage.reading.claims:
        is_doubted = any(claim.span.start <= at < claim.span.end for at in doubted)
        (others if is_doubted else claims).append(claim)
    claims = [claim for claim in claims if _is_proved(claim)]
    proved = {quantity.span for claim in claims for quantity in quantities_of(claim)}
    if all(quantity.span in proved for quantity in passage.reading.quantities):
        return []
    claimed, numbers = frozenset(proved), place_numbers(passage)[:_MOST]
    has_shares = any(number.is_share for number in numbers)
    found: list[Related] = []
    for related in chain(
        relate_respective(passage, numbers),
        relate_amounts(passage, numbers, proved),
        relate_shares(numbers, proved) if has_shares else (),
        relate_columns(numbers, proved),
        relate_sums(passage, numbers, proved),
        relate_hundreds(numbers, proved) if has_shares else (),
        relate_members(numbers) if has_shares else (),
        relate_factors(numbers),
        relate_remainders(passage, numbers),
        relate_averages(passage, numbers),
        relate_directions(passage, numbers),
        relate_echoes(numbers),
        relate_evidence(passage, numbers, claimed),
    ):
        spans = {quantity.span for quantity in related.equation.quantities}
        if not related.is_right or not spans <= proved:
            found.append(related)
        if related.is_right and related.equation.kind not in _DIRECTED:
            proved |= spans
    right = [one for one in found if one.is_right]
    told = {quantity.span for claim in others for quantity in quantities_of(claim)}
    sentences = [
        sentence for sentence in passage.sentences if any(sentence.start <= at < sentence.end for at in doubted)
    ]
    told |= {
        quantity.span
        for quantity in passage.reading.quantities
        if any(within.holds(quantity.span) for within in sentences)
    }
    suspects = [one for one in found if not one.is_right and not _may_be_right(passage, one)]
    return [*right, *_in_doubt(suspects, proved, told)]


def _may_be_right(passage: AuditPassage, related: Related) -> bool:
    """Return whether values are of two bases or below zero, or a word of direction is said either way: `improved`."""
    values = related.equation.quantities
    is_either_way = bool(related.word) and (related.word in BETTER or is_inverse(passage.text, *values))
    return is_either_way or is_negative(passage.text, values) or not have_one_base(*values)


def _is_proved(claim: Claim) -> bool:
    """Return whether the numbers of a claim, as printed, follow from one another, so that none of them is a slip."""
    match claim:
        case StatedShare(share=Quantity(measure=Measure.PER_CENT) as share, part=Quantity() as part, whole=whole):
            return whole is not None and holds(Kind.SHARE, *map(as_printed, (share, part, whole)))
        case Change(by=Quantity() as by, start=Quantity() as start, end=Quantity() as end):
            is_change = by.measure is Measure.PER_CENT and start.measure is not Measure.PER_CENT
            is_told = is_change or by.measure in {Measure.POINTS, start.measure}
            return is_told and holds(Kind.CHANGE if is_change else Kind.DIFFERENCE, *map(as_printed, (by, start, end)))
        case Change(also=None) | Comparison():
            return False
    return was_recomputed(claim)


def _in_doubt(suspects: Sequence[Related], proved: AbstractSet[Span], doubted: AbstractSet[Span]) -> Iterator[Related]:
    """Yield the relations in doubt that one digit of a number that nothing proves would mend, none of them twice.

    Args:
        suspects: those that may be in doubt.
        proved: numbers that follow from others.
        doubted: numbers of which a finding speaks already, or beside them in its sentence.
    """
    told: set[Span] = set()
    for suspect in suspects:
        spans = {quantity.span for quantity in suspect.equation.quantities}
        is_told = bool(spans & told) or len(spans & doubted) > 1
        if not is_told and (suspect.word or suspect.equation.nearly_holds(proved)):
            told |= spans
            yield suspect


_HELD = regex(r"more|fewer|less|exceed|surpass|outnumber|.*(?:above|below)$")
"""Words that hold a value against another one, which may be of the same time."""


def finding_of(passage: AuditPassage, related: Related) -> AuditFinding | None:
    """Return what is asked about a relation in doubt; None where nothing is."""
    severity = weight_of(passage, related)
    if severity is None:
        return None
    message, arithmetic = related.equation.told()
    code = CODES[related.equation.kind]
    if related.word:
        code, (start, end) = Code.DIRECTION, related.equation.ends
        went = "rose" if end.value > start.value else "fell"
        told = f"the value {went}, from {named(start)} to {named(end)}"
        if end.span.start < start.span.start and _HELD.match(related.word) is not None:
            told = f"{named(end)} is {'more' if end.value > start.value else 'less'} than {named(start)}"
        message = f"“{related.word}”, but {told}: is it the right word?"
        arithmetic = f"{figure(start.value)} {'<' if end.value > start.value else '>'} {figure(end.value)}"
    return passage.finding(code, related.equation.span, severity, message, arithmetic)
