"""Recompute what the text of a document claims.

The passages of the document are read once (`passages.py`); each check looks at all of them and yields findings. What
the grammar of claims cannot read is left alone and counted.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from reportgen.claims.author_notes import author_notes
from reportgen.claims.model import Statement
from reportgen.claims.reading import quantities_of, read_claims
from reportgen.document.tree import Document
from reportgen.published.audit.changes import check_changes
from reportgen.published.audit.conflicts import check_conflicts
from reportgen.published.audit.duplicates import check_duplicates
from reportgen.published.audit.finding import Audited, AuditFinding, Code
from reportgen.published.audit.general.reading import finding_of, relate_all
from reportgen.published.audit.general.related import Related
from reportgen.published.audit.memory import Remembered, check_memory, remember
from reportgen.published.audit.passages import AuditPassage, Read, read_passages
from reportgen.published.audit.shares import check_shares
from reportgen.published.audit.sums import check_sums
from reportgen.published.audit.tables import check_tables
from reportgen.published.audit.text import check_placeholders, check_spacing
from reportgen.published.audit.times import check_periods, check_year_order
from reportgen.published.audit.verified import right_claims
from reportgen.published.audit.years import check_year_sums, check_years

__all__ = ["AuditFinding", "Audited", "Code", "audit_document"]

_CHECKS = (
    check_sums,
    check_shares,
    check_changes,
    check_periods,
    check_conflicts,
    check_years,
    check_duplicates,
    check_year_order,
)
_BY_ITSELF = frozenset({check_shares, check_changes, check_periods})
"""Those that look at the text of one passage at a time."""


def audit_document(
    document: Document, earlier: Sequence[tuple[str, Document]] = (), read: Read = read_claims
) -> Audited:
    """Return what a document says that its own figures contradict, and the slips of its text.

    Args:
        document: the tree; paragraphs without a settled number are counted.
        earlier: other reports, with the names to call them by; what they say of the same periods is compared.
        read: reads the claims of each text; where two versions of a document are audited, each text once.
    """
    passages = read_passages(document, read)
    past = [quantity for name, other in earlier for quantity in remember(read_passages(other), name)]
    ordered, related = _found(document, passages, past)
    right = [[one.equation for one in told if one.is_right] for told in related]
    claims = [[claim for claim in passage.reading.claims if not isinstance(claim, Statement)] for passage in passages]
    numbers = [
        {quantity.span for claim in claimed for quantity in quantities_of(claim)}
        | {quantity.span for equation in equations for quantity in equation.quantities}
        for claimed, equations in zip(claims, right, strict=True)
    ]
    return Audited(
        tuple(ordered),
        sum(map(len, claims)) + sum(map(len, right)),
        sum(map(len, numbers)),
        sum(len(passage.reading.quantities) for passage in passages),
        sum(len(passage.reading.unread) for passage in passages),
        tuple(right_claims(passages, ordered, [[equation.span for equation in equations] for equations in right])),
    )


def find_slips(document: Document, read: Read = read_claims, quiet: Container[str] = ()) -> list[AuditFinding]:
    """Return the findings of an audit alone.

    Args:
        document: the tree.
        read: reads the claims of each text.
        quiet: texts of passages in which nothing is found whatever stands beside them, `find_quiet`; they are only held
            against others.
    """
    return _found(document, read_passages(document, read), (), quiet)[0]


def find_quiet(document: Document, findings: Iterable[AuditFinding], read: Read = read_claims) -> Iterator[str]:
    """Yield the texts of passages in which an audit found nothing but that they stand twice, and no note to authors."""
    loud = {finding.block for finding in findings if finding.code is not Code.DUPLICATE}
    for passage in read_passages(document, read):
        if passage.block not in loud and not any(author_notes(passage.text)):
            yield passage.text


def _found(
    document: Document, passages: Sequence[AuditPassage], past: Sequence[Remembered], quiet: Container[str] = ()
) -> tuple[list[AuditFinding], list[list[Related]]]:
    """Return the findings in the order of the text, and the relations of each passage that its claims do not tell."""
    known = remember(passages)
    judged = [passage for passage in passages if passage.text not in quiet]
    found = chain(
        check_tables(document, passages),
        check_memory(known, past),
        check_year_sums(known),
        check_placeholders(passages, quiet),
        check_spacing(passages, quiet),
        *(check(judged if check in _BY_ITSELF else passages) for check in _CHECKS),
    )
    findings = dict.fromkeys(found)  # each once, and in the order of the text, also where they are sorted alike
    related = relate_all(passages, findings, quiet)
    pairs = list(zip(passages, related, strict=True))
    asked = (finding_of(passage, one) for passage, told in pairs for one in told if not one.is_right)
    findings |= dict.fromkeys(finding for finding in asked if finding is not None)
    ordered = sorted(findings, key=lambda finding: (finding.block, finding.start, finding.code, finding.message))
    return ordered, related
