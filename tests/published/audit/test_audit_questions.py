"""What an audit must not ask about prose that is right, beside the slip of the same shape that it must.

The sentences have the shapes of real prose (`questions.txt`); each right one stands beside one that is wrong.
"""

from pathlib import Path

import pytest
from build import document, paragraph

from reportgen.published.audit.finding import AuditFinding
from reportgen.published.audit.findings import audit_document

_BLOCKS = (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8").split("\n\n")
PAIRS = [block.strip().split("\n") for block in _BLOCKS if not block.startswith("#")]
"""Lists of a code, a text without it, and one with it."""


def _findings(text: str) -> list[AuditFinding]:
    return list(audit_document(document(*map(paragraph, text.split(" // ")))).findings)


@pytest.mark.parametrize(("code", "right", "wrong"), PAIRS, ids=[right[:60] for _, right, _ in PAIRS])
def test_only_the_wrong_one_of_two_sentences_is_asked_about(code: str, right: str, wrong: str) -> None:
    """Neither a warning nor an error for the right one; either for the wrong one."""
    asked = [finding.message for finding in _findings(right) if finding.severity.value != "info"]
    assert asked == []
    assert code in {finding.code.value for finding in _findings(wrong) if finding.severity.value != "info"}


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The inflows6 were large.", "info"),
        ("The surplus of the year(8) was large.", "info"),
        ("They came with14 others.", "error"),
        ("Of them hypertension140 was said.", "error"),
        ("It rose in the month29will.", "error"),
        ("It was so in the 1980s and1990s alike.", "error"),
    ],
)
def test_a_figure_that_may_be_the_mark_of_a_note_is_no_error(text: str, severity: str) -> None:
    """Behind a word that a note may explain, one or two figures are its mark as likely."""
    assert [finding.severity.value for finding in _findings(text)] == [severity]


def test_a_part_of_an_address_is_no_word_with_a_figure() -> None:
    """`bddp929v` was cut at `bddp92`."""
    assert _findings("The code / bddp929v was given.") == []
