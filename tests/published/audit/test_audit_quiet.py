"""What is known of a text by itself is not found out again, and the findings are the same."""

from collections.abc import Sequence

from build import document, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.claims.passages import Span
from reportgen.diagnostics import Severity
from reportgen.document.tree import Document
from reportgen.published.audit.finding import Code
from reportgen.published.audit.findings import audit_document, find_quiet, find_slips
from reportgen.published.audit.general.reading import relate_all
from reportgen.published.audit.passages import read_passages

SENTENCES = (
    "The courts handled 865 cases in 2020 and 604 in 2023, so that the number fell by 30 per cent.",
    "The courts handled 865 cases in 2020 and 604 in 2023, so that the number fell by 29 per cent.",
    "The number of cases rose from 865 in 2020 to 604 in 2023.",
    "In 2023, 30 persons were trained: 12 women and 14 men.",
    "Of the 200 judges, 90 (50 per cent) were women.",
    "The ministry had 200 judges; 90 of them were women, and 100 were men.",
    "A total of 1,200 cases were heard; 700 in towns and 500 in villages were closed, a share of 58 per cent.",
    "In 2022, 356 active female investigators served in the police forces of the country.",
    "In 2022, 365 active female investigators served in the police forces of the country.",
    "Every prison and every ward of the country was visited twice by the inspectors of the ministry in that year.",
    "Visits were made in 2018, 2019 and 2018.",
    "In 2020, compared with the first half of 2021, 40 cases were heard, against 50.",
    "There is  a blank too many.",
    "Please indicate how many persons were trained.",
    "They were trained for a week ,as the law asks.",
    "The text says nothing of numbers.",
)
TEXTS = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6)


def report(texts: Sequence[str]) -> Document:
    """A report of some paragraphs."""
    return document(*(paragraph(text, key=f"a-{number}") for number, text in enumerate(texts)))


@settings(max_examples=80, deadline=None)
@given(before=TEXTS, after=TEXTS)
def test_what_is_known_of_another_document_changes_no_finding(before: list[str], after: list[str]) -> None:
    """Texts may stand beside others, in another order, and twice."""
    known = report(before)
    quiet = frozenset(find_quiet(known, audit_document(known).findings))
    edited = report([*after, *before])

    assert list(audit_document(edited).findings) == find_slips(edited, quiet=quiet)


def test_only_texts_without_a_finding_of_their_own_are_quiet() -> None:
    """That a text stands twice is no finding of its own; that a question waits for its answer is one."""
    right, wrong, asked = SENTENCES[9], SENTENCES[3], SENTENCES[13]
    known = report([right, right, wrong, asked, SENTENCES[-1]])
    findings = audit_document(known).findings

    assert {"duplicate", "sum-mismatch"} <= {finding.code.value for finding in findings}
    assert {right, SENTENCES[-1]} == set(find_quiet(known, findings))


def test_a_quiet_text_is_looked_at_where_a_finding_doubts_it() -> None:
    """Another text may contradict what it says; what its numbers make together is asked then, and only then."""
    text = "Of 3,415 deputies, 786 were women and 2,629 were men."
    passages = read_passages(report([text]))
    found = passages[0].finding(Code.SUM, Span(0, len(text)), Severity.WARNING, "doubted", "1 + 1 = 3")
    elsewhere = passages[0].finding(Code.DUPLICATE, Span(0, len(text)), Severity.WARNING, "twice", "")

    assert [[]] == relate_all(passages, [], {text}) == relate_all(passages, [elsewhere], {text})
    assert [1] == [len(related) for related in relate_all(passages, [found], {text})]
