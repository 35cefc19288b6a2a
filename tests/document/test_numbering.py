"""Numbering: settled once, through the whole document."""

import pytest
from build import figure, heading, paragraph, table, words
from msgspec.structs import replace

from reportgen.document.labels import capitals
from reportgen.document.numbering import DuplicateKeysError, UnknownTargetsError, number_document
from reportgen.document.tree import (
    Block,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Level,
    Note,
    Paragraph,
    Reference,
    Table,
)
from reportgen.document.walk import plain_text, walk, walk_inlines
from reportgen.languages.front import load_front


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


def test_what_labels_itself_has_the_words_of_the_document() -> None:
    """A table and a list of contents say what they are in its language."""
    russian = load_front("ru").wording
    made = replace(document(table("", "Что | 2023", "Первое | 1"), Contents(())), words=russian)

    assert [russian, russian] == [block.words for block in number_document(made).blocks if hasattr(block, "words")]


def test_parts_are_lettered() -> None:
    """Only parts carry letters."""
    numbered = number_document(document(heading(Level.PART, "x"), heading(Level.THEME, "y"), heading(Level.PART, "z")))

    assert ["A.", None, "B."] == [block.label for block in numbered.blocks if isinstance(block, Heading)]


@pytest.mark.parametrize(("count", "labels"), [(1, ["Annex"]), (2, ["Annex I", "Annex II"])])
def test_annexes_are_numbered_where_there_are_several(count: int, labels: list[str]) -> None:
    """A single one has no number that a reader would look for a second one by."""
    numbered = number_document(document(*[heading(Level.ANNEX, "x")] * count))

    assert labels == [block.label for block in numbered.blocks if isinstance(block, Heading)]


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


def test_a_note_in_a_note_has_no_number() -> None:
    """It stands in brackets in the outer one, and the next note has the next number: Word counts so as well."""
    inner = Note(words("see ", figure("384")))
    numbered = number_document(
        document(
            paragraph("Text", Note(words("Outer", inner, ".")), "."),
            paragraph("Text", Emphasis(words("and", Note(words("next")))), "."),
        )
    )
    notes = [inline for inline in walk(numbered) if isinstance(inline, Note)]

    assert [(1, "Outer (see 384)."), (2, "next")] == [(note.number, plain_text(note.children)) for note in notes]
    assert ["384"] == [inline.text for inline in walk(numbered) if isinstance(inline, Figure)]


def test_a_note_in_a_note_to_a_table_has_no_letter() -> None:
    """The outer one is the first, so its letter is a."""
    caption = words("Cases", Note(words("Outer", Note(words("inner")))))
    (made,) = number_document(document(replace(table("", "What | 2023", "First | 1"), caption=caption))).blocks
    assert isinstance(made, Table)
    marks = [(note.mark, plain_text(note.children)) for note in walk_inlines(made.caption) if isinstance(note, Note)]

    assert [("a", "Outer (inner)")] == marks
