"""Numbering: settled once, through the whole document."""

import pytest
from build import heading, paragraph, table, words
from msgspec.structs import replace

from reportgen.document.labels import capitals
from reportgen.document.numbering import DuplicateKeysError, UnknownTargetsError, number_document
from reportgen.document.tree import Block, Document, Heading, Level, Note, Paragraph, Reference
from reportgen.document.walk import plain_text, walk


def document(*blocks: Block) -> Document:
    """A document of blocks."""
    return Document("Title", "CCPR/C/ARC/3", "en-GB", (), blocks)


def test_paragraphs_are_numbered_through_all_parts() -> None:
    """Headings, lists and unnumbered paragraphs do not interrupt the numbers."""
    numbered = number_document(
        document(
            heading(Level.PART, "First"),
            paragraph("a"),
            paragraph("b", numbered=False),
            heading(Level.PART, "Second"),
            paragraph("c"),
        )
    )

    assert [1, None, 2] == [block.number for block in numbered.blocks if isinstance(block, Paragraph)]


def test_parts_are_lettered() -> None:
    """Only parts carry letters."""
    numbered = number_document(document(heading(Level.PART, "x"), heading(Level.THEME, "y"), heading(Level.PART, "z")))

    assert ["A.", None, "B."] == [block.label for block in numbered.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(("number", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")])
def test_letters_go_on_after_z(number: int, letter: str) -> None:
    """After Z comes AA."""
    assert letter == capitals(number)


def test_a_reference_says_the_settled_number_wherever_its_target_stands() -> None:
    """A reference may point forwards, and words that the author gave are kept."""
    numbered = number_document(
        document(
            paragraph("See ", Reference("later"), " and ", Reference("later", "below"), "."),
            paragraph("x"),
            paragraph("y", key="later"),
        )
    )

    assert "See paragraph 3 and below." == plain_text(numbered.blocks[0].children)  # type: ignore[union-attr] # a paragraph


def test_a_reference_to_nothing_is_refused_with_all_others() -> None:
    """All unknown targets are named together, each once."""
    with pytest.raises(UnknownTargetsError) as caught:
        number_document(document(paragraph(Reference("x"), Reference("y"), Reference("x"))))

    assert ("x", "y") == caught.value.targets


def test_a_key_stands_once() -> None:
    """Two blocks with one key are refused."""
    with pytest.raises(DuplicateKeysError):
        number_document(document(paragraph("a", key="x"), paragraph("b", key="x")))


def test_notes_are_numbered_and_marks_of_the_title_kept() -> None:
    """Numbered notes run through the document; a note with a mark of its own is not counted."""
    numbered = number_document(
        document(paragraph(Note(words("a")), Note(words("b"), mark="*")), paragraph(Note(words("c"))))
    )
    notes = [note for block in numbered.blocks for note in block.children if isinstance(note, Note)]  # type: ignore[union-attr] # paragraphs

    assert [1, None, 2] == [note.number for note in notes]


def test_notes_of_a_table_that_say_the_same_share_a_letter() -> None:
    """The note is printed once, below the table; the next table begins anew."""

    def noted(*said: str) -> Block:
        made = table("Staff", "Indicator | 2023", *(f"Row | {place}" for place, _ in enumerate(said)))
        rows = tuple(
            replace(row, cells=(row.cells[0], replace(row.cells[1], children=words("7", Note(words(note))))))
            for row, note in zip(made.rows, said, strict=True)
        )
        return replace(made, rows=rows)

    made = number_document(document(noted("Estimate.", "Rounded.", "Estimate."), noted("Rounded.")))

    assert [("a", "Estimate."), ("b", "Rounded."), ("a", ""), ("a", "Rounded.")] == [
        (inline.mark, plain_text(inline.children)) for inline in walk(made) if isinstance(inline, Note)
    ]
