"""The claims of a document that were recomputed and are right."""

from collections.abc import Iterator, Sequence

from reportgen.claims.model import Change, Claim, Comparison
from reportgen.claims.passages import Span
from reportgen.claims.reading import quantities_of
from reportgen.published.audit.bounds import have_one_base
from reportgen.published.audit.finding import AuditFinding, RightClaim
from reportgen.published.audit.general.recomputed import was_recomputed
from reportgen.published.audit.inverse import is_inverse, is_negative
from reportgen.published.audit.passages import AuditPassage
from reportgen.published.audit.wording import quoted


def right_claims(
    passages: Sequence[AuditPassage],
    findings: Sequence[AuditFinding],
    related: Sequence[Sequence[Span]],
) -> Iterator[RightClaim]:
    """Yield every claim that could be recomputed and that no finding is about, in the order of the text.

    Args:
        passages: the passages with their claims.
        findings: all findings in them.
        related: where numbers that no claim relates were found to agree, for each passage.
    """
    doubted: dict[int, list[int]] = {}
    for finding in findings:
        doubted.setdefault(finding.block, []).append(finding.start)
    for passage, others in zip(passages, related, strict=True):
        starts = doubted.get(passage.block, [])
        right = (claim for claim in passage.reading.claims if was_recomputed(claim) and not _is_open(passage, claim))
        spans = [*(claim.span for claim in right), *others]
        spans = sorted(span for span in spans if not any(span.start <= at < span.end for at in starts))
        for words in dict.fromkeys(quoted(passage.text, span) for span in spans):
            yield RightClaim(passage.paragraph, words)


def _is_open(passage: AuditPassage, claim: Claim) -> bool:
    """Return whether a change or a comparison would be right the other way as well, or was not judged."""
    values = list(quantities_of(claim))
    is_either_way = isinstance(claim, Change | Comparison) and is_inverse(passage.text, *values)
    return is_either_way or is_negative(passage.text, values) or not have_one_base(*values)
