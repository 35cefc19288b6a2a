"""The audit of a published report."""

from conftest import Golden

from reportgen.audit import audit_document
from reportgen.audit.printing import audit_text
from reportgen.readers import read_report


def test_published(published: bytes, golden: Golden) -> None:
    """The findings in the published replies are these, each looked at by hand (docs/audit.md)."""
    document = read_report(published, "replies.txt").document

    golden("audit/published.txt", audit_text(audit_document(document)) + "\n")


def test_every_fault_that_is_known(published: bytes) -> None:
    """What people found in the published replies is found, and nothing else is called an error."""
    findings = audit_document(read_report(published, "replies.txt").document).findings
    found = {(one.paragraph, one.code.value) for one in findings}
    errors = [one.paragraph for one in findings if one.severity.value == "error"]

    assert found >= {
        (86, "sum-mismatch"),
        (183, "sum-mismatch"),
        (118, "share-mismatch"),
        (185, "placeholder"),
        (117, "conflict"),
        (104, "duplicate"),
    }
    assert [53, 86, 117, 117, 118, 163, 165, 183, 185] == errors
