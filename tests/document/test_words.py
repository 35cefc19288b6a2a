"""Counting words and figures."""

import pytest
from build import figure, heading, paragraph, words

from reportgen.document.numbering import number_document
from reportgen.document.tree import Awaiting, Document, Level, Note, Raised
from reportgen.document.words import count_document, count_words


def test_words_are_what_holds_a_letter_or_a_digit() -> None:
    """A dash alone is no word; a non-breaking space parts two."""
    assert 5 == count_words("In 2020–2023 – some 17,000\u00a0events")


def test_headings_and_notes_count_and_waiting_marks_do_not() -> None:
    """What is submitted counts, wherever it is printed."""
    document = Document(
        "Title",
        "CCPR/C/ARC/3",
        "en-GB",
        (),
        (
            heading(Level.PART, "Two words"),
            paragraph("Three more words", Note(words("a note"))),
            Awaiting(words("[not received]")),
        ),
    )

    assert 7 == count_document(number_document(document)).words


def test_raised_digits_part_no_word() -> None:
    """Neither the mark of a note nor an exponent makes a word of its own."""
    note, unit = Raised(words("1")), Raised(words("2"))
    document = Document("T", "S/1", "en-GB", (), (paragraph("348", note, " plots of 12 km", unit, "."),))

    assert 5 == count_document(document).words


def test_figures_of_an_annex_are_counted_by_themselves() -> None:
    """An annex does not count against the limit; its numbers are not those of the text."""
    blocks = (paragraph("There were ", figure("348")), heading(Level.ANNEX, "Tables"), paragraph(figure("7"), " of 12"))

    counts = count_document(number_document(Document("T", "S/1", "en-GB", (), blocks)))
    assert (3, 1, 1) == (counts.words, counts.figures, counts.annexed)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("获得法律援助者", 7),
        ("2023年，共1,507人(见第1段)。", 9),
        ("《公约》第四十条 CCPR/C/KAZ/3", 7),
        ("漢字", 2),
        ("，。！", 0),
    ],
)
def test_each_chinese_character_counts(text: str, words: int) -> None:
    """As in Word; numbers and Latin words count as ever, stops do not."""
    assert words == count_words(text)
