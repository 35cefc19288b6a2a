"""Corrigenda: what is to be read for what, at the paragraph and line of the submitted document."""

from word.redline.test_redline import redline
from word.test_verify import report
from word.word_edits import added_after, deleted, edited, retyped

from reportgen.document.tree import Paragraph
from reportgen.document.walk import plain_text
from reportgen.word.corrigendum import corrected_sources, write_corrigendum
from reportgen.word.figures import known_figures
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.pdf import paragraph_lines


def test_each_correction_has_its_place_and_its_words() -> None:
    """A figure stands with paragraph and line, an added and a deleted paragraph whole, a word with one beside it."""
    old = write_docx(report())
    changes = retyped("1,058", "1,085"), retyped("Nobody", "Hardly anybody"), deleted("The oversight")
    made = redline(old, edited(old, *changes, added_after("Shelters", "A new paragraph.")))
    document = write_corrigendum(made, paragraph_lines(made.old.document), 1)
    texts = [plain_text(block.children) for block in document.blocks if isinstance(block, Paragraph)]

    assert document.symbol.endswith("/Corr.1")
    assert texts == [
        "Paragraph 1, line 1",
        "For 1,058 read 1,085",
        "Paragraph 1, line 2",
        "For Nobody read Hardly anybody",
        "New text, paragraph 3 of the corrected document",
        "Insert A new paragraph.",
        "Paragraph 4",
        "Delete The oversight bodies report to Parliament once a year.",
    ]


def test_the_sources_of_corrected_figures_are_named() -> None:
    """A figure that is corrected stands with the cell that it comes from, others do not."""
    right = report()
    made = redline(edited(write_docx(right), retyped("1,058", "1,085")), write_docx(right))
    sources = corrected_sources(made, known_figures(right))

    assert sources == "paragraph 1: 1,058: cases, 2023 (submissions/court.xlsx:Indicators!D4)\n"
    assert corrected_sources(made, {}).startswith("No corrected figure")
