"""What the audit finds newly in an edited text is the difference of two audits, however little of them is made."""

from collections import Counter
from collections.abc import Iterator, Sequence

from build import document, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.document.tree import Document
from reportgen.published.audit.findings import AuditFinding, audit_document
from reportgen.word.building import keep_documents, read_back
from reportgen.word.built import unplaced
from reportgen.word.verify import new_findings
from reportgen.writers.docx.writing import DocxOptions

SENTENCES = (
    "The courts handled 865 cases in 2020 and 604 in 2023, so that the number fell by 30 per cent.",
    "The courts handled 865 cases in 2020 and 604 in 2023, so that the number fell by 29 per cent.",
    "In 2023, 30 persons were trained: 12 women and 14 men.",
    "In 2023, 26 persons were trained: 12 women and 14 men.",
    "Of the 200 judges, 90 (50 per cent) were women.",
    "In 2022, 356 active female investigators served in the police forces of the country.",
    "In 2022, 365 active female investigators served in the police forces of the country.",
    "Every prison and every ward of the country was visited twice by the inspectors of the ministry in that year.",
    "There is  a blank too many.",
    "[Please indicate the number.]",
    "Of these, 14 were convicted.",
    "The text says nothing of numbers.",
)
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6)


def report(texts: Sequence[str]) -> Document:
    """A report of some paragraphs."""
    return document(*(paragraph(text, key=f"a-{number}") for number, text in enumerate(texts)))


def difference(before: Document, after: Document) -> Iterator[AuditFinding]:
    """What the audit of one document finds, and that of another did not."""
    known = Counter(map(unplaced, audit_document(before).findings))
    for finding in audit_document(after).findings:
        if known[unplaced(finding)] > 0:
            known[unplaced(finding)] -= 1
        else:
            yield finding


@settings(max_examples=25, deadline=None)
@given(before=TEXTS, after=TEXTS, shared=st.integers(0, 6))
def test_what_is_new_is_the_difference_of_two_audits(before: list[str], after: list[str], shared: int) -> None:
    """With a build that was read back, and with one that was kept; texts stand in both documents or in one."""
    built = read_back(report(before), DocxOptions())
    edited = read_back(report([*before[:shared], *after]), DocxOptions()).document
    expected = list(difference(built.document, edited))

    assert expected == list(new_findings(built, edited))
    assert expected == list(new_findings(keep_documents([built])[0], edited))
