"""Corrigenda: what is to be read for what, at the paragraph and line of the submitted document."""

from typing import Literal

import pytest
from build import document, figure, paragraph, words
from word.redline.test_redline import redline
from word.test_verify import report
from word.word_edits import added_after, deleted, edited, retyped

from reportgen.document.tree import Document, Inlines, Note, Paragraph
from reportgen.document.walk import plain_text
from reportgen.word.corrigendum import corrected_sources, write_corrigendum
from reportgen.word.figures import known_figures
from reportgen.writers.docx.writing import DocxOptions, write_docx
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


@pytest.mark.parametrize("numbering", ["automatic", "typed"])
@pytest.mark.parametrize("count", [0, 1, 12])
def test_lines_are_counted_as_they_are_printed(numbering: Literal["automatic", "typed"], count: int) -> None:
    """With the marks of notes, which are one or two letters, and without a typed number: at the very letter."""

    def long(figure_: str, word: str) -> Document:
        notes = [Note(words(f"Note number {number}.")) for number in range(count)]
        first = paragraph("A first paragraph that says forty characters or more.", *notes, key="justice-1-1")
        text = " of the country entered into force, as the Ministry of Justice said in the newspaper, and "
        rest = " persons", Note(words("Some.")), " received aid whatever their "
        return document(
            first, paragraph("The Act", *notes, text, figure(figure_), *rest, word, " was.", key="justice-1-2")
        )

    options = DocxOptions(numbering)
    made = redline(write_docx(long("1,507", "wealth"), options), write_docx(long("1,058", "income"), options))
    page = "".join("".join(paragraph_lines(made.old.document)[2]).split())
    (marked,) = made.marked

    assert ["1,507", "wealth"] == [swap.old for swap in marked.swaps]
    assert all(page[swap.start :].startswith(swap.old) for swap in marked.swaps)


def test_an_added_note_is_read_with_its_words() -> None:
    """At the word behind which it stands, and a deleted one likewise."""
    plain, noted = (
        write_docx(document(paragraph("Whoever cannot pay receives legal aid", *notes, " in all cases, for free.")))
        for notes in ((), (Note(words("Act of 4 May 2021, article 12.")),))
    )

    added, gone = (write_corrigendum(redline(*pair), {}, 1) for pair in ((plain, noted), (noted, plain)))

    assert "For aid read aid [note: Act of 4 May 2021, article 12.]" == plain_text(_children(added)[-1])
    assert "For aid [note: Act of 4 May 2021, article 12.] read aid" == plain_text(_children(gone)[-1])


def _children(document_: Document) -> list[Inlines]:
    return [block.children for block in document_.blocks if isinstance(block, Paragraph)]


def test_a_note_is_corrected_at_its_place_in_the_submitted_document() -> None:
    """Also where its paragraph has another number in the right one."""
    texts = [paragraph(f"Paragraph number {one} says something of its own.") for one in ("one", "two")]
    old, new = (paragraph("Legal aid is free", Note(words(f"Article {number}.")), " of charge.") for number in (12, 13))
    made = redline(write_docx(document(*texts, old)), write_docx(document(texts[1], new)))

    assert ["Paragraph 1", "A note to paragraph 3"] == [
        plain_text(one) for one in _children(write_corrigendum(made, {}, 1))[::2]
    ]
