"""Whose words the words of a document are."""

from collections import Counter

from build import document, figure, full_document, heading, item_list, paragraph, table
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.authorship import BlockOrigin, PieceKind, Words, spread_words
from reportgen.document.tree import Awaiting, Block, Level, Note, Quotation, Text
from reportgen.document.words import count_document

OWNERS = {"cases": "court", "staff": "health"}


def reply_heading(number: int) -> Block:
    """A heading of three words over the reply to an issue."""
    return heading(Level.REPLY, "Reply to paragraph", key=f"reply-{number}")


def by_agency(pieces: tuple[Words, ...]) -> dict[str, int]:
    """The words of each agency, and of headings and templates by their kind."""
    counted: Counter[str] = Counter()
    for piece in pieces:
        counted[piece.agency or f"({piece.kind})"] += piece.words
    return dict(counted)


def test_each_block_of_a_reply_goes_with_its_author() -> None:
    """A list without a key too, also where it opens the text of the second agency."""
    made = document(
        heading(Level.PART, "General"),
        reply_heading(1),
        paragraph("One two.", key="court-1-1"),
        item_list("three", "four"),
        item_list("five"),
        paragraph("Six.", key="health-1-1"),
    )
    origins = [
        BlockOrigin("court-1-1", "court"),
        BlockOrigin(None, "court"),
        BlockOrigin(None, "health"),
        BlockOrigin("health-1-1", "health"),
    ]

    assert {"(heading)": 4, "court": 4, "health": 2} == by_agency(spread_words(made, {1: origins}, OWNERS))


def test_what_a_template_adds_is_nobodys_and_what_it_moves_stays_its_authors() -> None:
    """A reply that a template arranges anew is read by the keys of its blocks."""
    made = document(
        reply_heading(1),
        paragraph("Added by the template.", key="own"),
        paragraph("Six seven.", key="health-1-1"),
        item_list("eight"),
        paragraph("One.", key="court-1-1"),
    )
    origins = [BlockOrigin("court-1-1", "court"), BlockOrigin("health-1-1", "health"), BlockOrigin(None, "health")]

    assert {"(heading)": 3, "(other)": 4, "health": 3, "court": 1} == by_agency(
        spread_words(made, {1: origins}, OWNERS)
    )


def test_a_generated_sentence_belongs_to_the_agency_of_its_figures() -> None:
    """So does the row of a generated table; what has no figure goes with what stands before it."""
    made = document(
        reply_heading(1),
        paragraph(
            "In 2023, there were ", figure("348"), " cases. The staff was ", figure("7", "staff"), ". No more.", key="f"
        ),
        table("Figures", "Indicator | 2023", key="t"),
    )
    origins = [BlockOrigin("f", "court", is_generated=True), BlockOrigin("t", "health", is_generated=True)]

    assert {"(heading)": 3, "court": 6, "health": 9} == by_agency(spread_words(made, {1: origins}, OWNERS))


def test_each_piece_knows_its_part_and_its_issue() -> None:
    """What stands before the first part is in none; a theme belongs to its part and to no issue."""
    made = document(
        heading(Level.TITLE, "Replies"),
        heading(Level.PART, "General"),
        reply_heading(1),
        paragraph("One.", key="a"),
        heading(Level.PART, "Specific"),
        heading(Level.THEME, "Courts"),
        reply_heading(2),
        Awaiting((Text("Not received."),)),
    )

    assert [(None, None, 1), (0, None, 1), (0, 1, 3), (0, 1, 1), (1, None, 1), (1, None, 1), (1, 2, 3)] == [
        (piece.part, piece.issue, piece.words) for piece in spread_words(made, {1: [BlockOrigin("a", "court")]}, OWNERS)
    ]


def test_the_pieces_of_a_whole_report_are_its_words() -> None:
    """Contents and annexes do not count, notes and tables do."""
    made = full_document()

    assert count_document(made).words == sum(piece.words for piece in spread_words(made, {}, OWNERS))


texts = st.lists(st.sampled_from(["Word", "No. 5", "end.", "– dash", "“Quoted”", "A", " "]), max_size=5).map(" ".join)
runs = st.lists(texts | st.sampled_from([figure("348"), figure("7", "staff"), Note((Text("a note."),))]), max_size=5)
blocks = st.one_of(
    st.builds(lambda run: paragraph(*run), runs),
    st.builds(lambda items: item_list(*items), st.lists(texts, min_size=1, max_size=3)),
    st.builds(lambda words: Quotation((Text(words),)), texts),
    st.builds(lambda words: table("Caption", "A | B", f"{words.replace('|', '')} | 3"), texts),
    st.builds(heading, st.sampled_from([Level.PART, Level.THEME, Level.ANNEX]), texts),
    st.just(Awaiting((Text("Not received."),))),
)  # fmt: skip
authors = st.builds(
    lambda agency, made: BlockOrigin(None, agency, is_generated=made), st.sampled_from("ab"), st.booleans()
)


@given(st.lists(st.lists(blocks, max_size=6), max_size=3), st.data())
def test_no_word_is_lost_and_none_is_counted_twice(replies: list[list[Block]], data: st.DataObject) -> None:
    """By part, by issue or by agency: the pieces of any document add up to the words of the whole."""
    made = document(
        *(block for number, reply in enumerate(replies, 1) for block in (reply_heading(number), *reply)),
    )
    origins = {
        number: data.draw(st.lists(authors, min_size=len(reply), max_size=len(reply)))
        for number, reply in enumerate(replies, 1)
    }

    pieces = spread_words(made, origins, OWNERS)
    assert count_document(made).words == sum(piece.words for piece in pieces)
    assert all((piece.kind is PieceKind.TEXT) == (piece.agency is not None) for piece in pieces)
