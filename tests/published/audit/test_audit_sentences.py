"""The audit of single sentences, in the many ways in which States write them."""

from pathlib import Path

import pytest
from build import document, paragraph

from reportgen.published.audit.findings import audit_document

HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    """The lines of a file beside this one, without remarks."""
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", lines("clean.txt"))
def test_nothing_is_wrong(text: str) -> None:
    """Nothing is found in a sentence whose arithmetic is right."""
    assert [] == [(one.code, one.message) for one in audit_document(document(paragraph(text))).findings]


def test_nothing_is_wrong_together() -> None:
    """Nothing is found where all these sentences stand in one report, one or four a paragraph."""
    texts = lines("clean.txt")
    together = [" ".join(texts[at : at + 4]) for at in range(0, len(texts), 4)]

    for report in (texts, together):
        found = audit_document(document(*map(paragraph, report))).findings
        assert [] == [(one.code, one.evidence) for one in found]


@pytest.mark.parametrize("line", lines("slips.txt"))
def test_one_thing_is_wrong(line: str) -> None:
    """Just the one thing that is wrong in a sentence is found."""
    code, _, text = line.partition(" | ")

    assert [code] == [one.code for one in audit_document(document(paragraph(text))).findings]
