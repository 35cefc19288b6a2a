"""What citations say, and what the list of contents, table notes and annexes are given."""

import pytest
from build import heading, paragraph, words

from reportgen.document.numbering import number_document
from reportgen.document.tree import (
    Block,
    Cell,
    Citation,
    CitationForm,
    Contents,
    Document,
    Heading,
    Level,
    Note,
    Row,
    Table,
    Text,
)
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.document.words import count_document


def numbered(*blocks: Block) -> tuple[Block, ...]:
    """Blocks of a document, numbered."""
    return number_document(Document("Title", "CCPR/C/ARC/3", "en-GB", (), blocks)).blocks


def cited(before: str, *targets: str, form: CitationForm = CitationForm.PARAGRAPHS) -> str:
    """What a citation says in the fifth of nine paragraphs with the keys p1 to p9."""
    blocks = [
        paragraph(before, Citation(targets, form), ".") if number == 5 else paragraph("x", key=f"p{number}")
        for number in range(1, 10)
    ]
    return plain_text(numbered(*blocks)[4].children)  # type: ignore[union-attr] # a paragraph


@pytest.mark.parametrize(
    ("before", "targets", "expected"),
    [
        ("See ", ("p2",), "See paragraph 2 above."),
        ("See ", ("p7",), "See paragraph 7 below."),
        ("See ", ("p1", "p2", "p3"), "See paragraphs 1–3 above."),
        ("See ", ("p3", "p1", "p2"), "See paragraphs 1–3 above."),
        ("See ", ("p1", "p2"), "See paragraphs 1 and 2 above."),
        ("See ", ("p1", "p2", "p3", "p6"), "See paragraphs 1–3 above and 6 below."),
        ("See ", ("p1", "p3", "p4"), "See paragraphs 1, 3 and 4 above."),
        ("Shown (see ", ("p1", "p2", "p3"), "Shown (see paras. 1–3 above."),
        ("Shown (a) (see ", ("p2",), "Shown (a) (see para. 2 above."),
    ],
)
def test_a_citation_says_numbers_and_side(before: str, targets: tuple[str, ...], expected: str) -> None:
    """Consecutive numbers are a range; brackets shorten the word; the side follows from where the target stands."""
    assert expected == cited(before, *targets)


def test_a_reply_is_cited_by_its_issue_or_by_its_paragraphs() -> None:
    """The reply's paragraphs reach from its heading to the next one."""
    blocks = (
        heading(Level.REPLY, "Reply 3", key="reply-3"),
        paragraph("a"),
        paragraph("b"),
        paragraph("c"),
        heading(Level.REPLY, "Reply 4", key="reply-4"),
        paragraph(
            Citation(("reply-3",), CitationForm.REPLY), ", ", Citation(("reply-3",), CitationForm.REPLY_PARAGRAPHS)
        ),
    )

    said = plain_text(numbered(*blocks)[-1].children)  # type: ignore[union-attr] # a paragraph
    assert "the reply to the issues raised in paragraph 3, paragraphs 1–3 above" == said


def test_contents_give_the_paragraphs_of_each_heading() -> None:
    """A part covers the themes in it; a heading that nobody named gets a key; notes stay out."""
    contents = numbered(
        Contents(words("Contents")),
        heading(Level.PART, "First"),
        heading(Level.THEME, "Theme"),
        paragraph("a"),
        paragraph("b"),
        heading(Level.PART, "Second", key="second"),
        paragraph("c"),
    )[0]

    assert isinstance(contents, Contents)
    assert [("A.", "heading-1", 1, 2), (None, "heading-2", 1, 2), ("B.", "second", 3, 3)] == [
        (entry.label, entry.target, entry.first, entry.last) for entry in contents.entries
    ]


def test_notes_of_a_table_are_lettered_apart() -> None:
    """Each table begins with a; notes of the text keep their own count."""
    note, other = Note(words("provisional")), Note(words("estimate"))
    table = Table(words("Cases"), (Cell(words("Year")),), (Row((Cell((Text("1"), note)), Cell((other,)))),))

    blocks = numbered(paragraph("x", note), table, table, paragraph("y", note))
    marks = [
        one.mark or one.number
        for block in blocks
        for inlines in ([block.children] if not isinstance(block, Table) else [c.children for c in block.rows[0].cells])  # type: ignore[union-attr] # paragraphs
        for one in walk_inlines(inlines)
        if isinstance(one, Note)
    ]
    assert [1, "a", "b", "a", "b", 2] == marks


def test_annexes_are_numbered_where_there_are_several() -> None:
    """One annex is the annex."""
    one = [block.label for block in numbered(heading(Level.ANNEX, "x")) if isinstance(block, Heading)]
    two = numbered(heading(Level.ANNEX, "x"), heading(Level.ANNEX, "y"))

    assert (["Annex"], ["Annex I", "Annex II"]) == (one, [b.label for b in two if isinstance(b, Heading)])


def test_annexes_and_contents_do_not_count_as_words() -> None:
    """What stands before the annex counts, with its heading."""
    document = Document(
        "Title",
        "CCPR/C/ARC/3",
        "en-GB",
        (),
        (
            Contents(words("Contents")),
            heading(Level.PART, "One two"),
            paragraph("three"),
            heading(Level.ANNEX, "x"),
            paragraph("y z"),
        ),
    )

    assert 3 == count_document(number_document(document)).words


def test_an_annex_has_one_line_in_the_contents() -> None:
    """Its headings repeat the themes of the text."""
    contents = numbered(
        Contents(words("Contents")),
        heading(Level.THEME, "Theme"),
        heading(Level.ANNEX, "Tables"),
        heading(Level.THEME, "Theme"),
        heading(Level.ANNEX, "Acts"),
    )[0]

    assert isinstance(contents, Contents)
    assert [None, "Annex I", "Annex II"] == [entry.label for entry in contents.entries]
