"""References and the list of contents of an edited report: what Word has not brought up to date is named."""

import pytest
from build import document, heading, paragraph, words
from word.word_edits import Change, added_after, deleted, edited, moved_to_the_start, retyped

from reportgen.document.numbering import number_document
from reportgen.document.tree import Block, Citation, Contents, Document, Level
from reportgen.word.verify import verify_documents
from reportgen.writers.docx.writing import DocxOptions, write_docx


def report() -> Document:
    """Two parts with two paragraphs each; the last paragraph refers to the first one of its part."""
    blocks: tuple[Block, ...] = (
        Contents(words("Contents")),
        heading(Level.PART, "General information", key="general"),
        paragraph("The courts sit in all regions.", key="one"),
        paragraph("The police have stations there.", key="two"),
        heading(Level.PART, "Specific information", key="specific"),
        paragraph("Prisons are inspected each year.", key="three"),
        paragraph("Inspectors may come at night (see ", Citation(("three",)), ").", key="four"),
    )
    return number_document(document(*blocks))


def found(*changes: Change, numbering: str = "automatic") -> list[tuple[str, str]]:
    """What is said of the references and the contents of the report after edits."""
    options = DocxOptions(numbering)  # type: ignore[arg-type] # one of the two
    data = edited(write_docx(report(), options), *changes)
    result = verify_documents((report(),), options, data, "edited.docx")
    return [(one.code, one.message) for one in result.diagnostics if one.code in {"RG855", "RG856", "RG862"}]


@pytest.mark.parametrize("numbering", ["automatic", "typed"])
def test_nothing_is_said_of_a_report_as_it_was_built(numbering: str) -> None:
    """Its references and ranges are those of the text."""
    assert [] == found(numbering=numbering)


def test_a_paragraph_at_the_end_of_a_part_is_missed_in_its_range() -> None:
    """Word does not count it there, whatever is pressed; both lines of the contents are named."""
    said = found(added_after("The police have", "They are open at night."))

    assert ("RG855", "paragraph 5 refers to paragraph 3, which is 4 now") in said
    (message,) = [message for code, message in said if code == "RG862"]
    assert message.endswith("headings: 1–2 for “General information”, now 1–3; 3–4 for “Specific information”, now 4–5")


def test_a_range_that_was_put_right_by_hand_is_right() -> None:
    """The last part alone is longer, and its number was typed."""
    added = added_after("Inspectors may", "They write a report.")

    assert ["RG862"] == [code for code, _ in found(added)]
    assert [] == found(added, retyped("4", "5", within="Specific information"))


def test_a_paragraph_less_shortens_the_range() -> None:
    """As much as one more makes it longer."""
    assert ["RG862"] == [code for code, _ in found(deleted("The courts sit")) if code == "RG862"]


def test_above_is_no_number() -> None:
    """A paragraph that has moved on is still above; one that stands behind now is not."""
    still = [message for code, message in found(added_after("The courts sit", "New.")) if code == "RG855"]
    behind = [message for _, message in found(moved_to_the_start("Inspectors may", "Prisons are"))]

    assert ["paragraph 5 refers to paragraph 3, which is 4 now"] == still
    assert "paragraph 3 refers to above, which is below now" in behind
