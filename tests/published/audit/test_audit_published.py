"""The audit of a published report."""

from conftest import Golden

from reportgen.published.audit.findings import audit_document
from reportgen.published.audit.printing import audit_text
from reportgen.readers.reading import read_report


def test_published(published: bytes, golden: Golden) -> None:
    """The findings in the published replies are these, each looked at by hand."""
    document = read_report(published, "replies.txt").document

    golden("audit/published.txt", audit_text(audit_document(document)) + "\n")


def test_every_fault_that_is_known(published: bytes) -> None:
    """Every slip that was put into the published replies is found, and nothing else is called an error."""
    findings = audit_document(read_report(published, "replies.txt").document).findings
    found = {(one.paragraph, one.code.value) for one in findings}
    errors = [one.paragraph for one in findings if one.severity.value == "error"]

    assert found == {
        (19, "period-mismatch"),
        (33, "sum-mismatch"),
        (36, "duplicate"),
        (38, "conflict"),
        (39, "share-mismatch"),
        (44, "typo-spacing"),
        (45, "typo-spacing"),
        (49, "period-mismatch"),
        (52, "sum-mismatch"),
        (54, "placeholder"),
    }
    assert [19, 33, 39, 44, 45, 54] == errors
