"""Blocks as Markdown: what is written is read back as the same block, and escapes stand only where they are needed."""

import pytest
from build import item_list, paragraph, words
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document.tree import (
    Block,
    Emphasis,
    Inline,
    Item,
    LineBreak,
    Link,
    Mark,
    Note,
    Paragraph,
    Quotation,
    Raised,
    Text,
)
from reportgen.published.importer.light_markdown import MarkdownWriter, plain_block, plain_inlines, read_back
from reportgen.sentences import Narrator

SIGNS = st.text(alphabet="ab 1.)(-+*_[]{}%#\\<>&|`!:^\u00a0“’–é", max_size=40)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("In 2023, 348 persons (compared with 262).", "In 2023, 348 persons (compared with 262)."),
        ("a_b and 2 * 3 and #1 & x<b", "a_b and 2 * 3 and #1 & x<b"),
        ("a <b> tag", "a \\<b> tag"),
        ("5* as it was typed", "5\\* as it was typed"),
        ("15. A number that opens a paragraph", "15\\. A number that opens a paragraph"),
        ("– a dash, - another", "\\– a dash, - another"),
        ("- a dash that opens", "\\- a dash that opens"),
        ("> a sign that opens", "\\> a sign that opens"),
        ("so *many* words", "so \\*many\\* words"),
        ("write {{ victims }} or {% if %}", "write {\\{ victims }} or {\\% if %}"),
        ("55.4\u00a0per cent", "55.4\u00a0per cent"),
        ("from ~100 to 2^10", "from ~100 to 2^10"),
        ("x^2^ as it was typed", "x\\^2\\^ as it was typed"),
        ("# as it was typed", "\\# as it was typed"),
        ("~~as it was~~ typed", "\\~\\~as it was\\~\\~ typed"),
        ("see `annex`", "see \\`annex\\`"),
    ],
)
def test_text_is_escaped_only_where_it_must_be(text: str, written: str) -> None:
    """Whoever opens the file reads the words of the report."""
    assert written == MarkdownWriter().write(paragraph(text))


@pytest.mark.parametrize(
    "block",
    [
        paragraph("The ", Emphasis(words("Act")), " of 2022", Note(words("Act No. 12.")), "."),
        paragraph(Emphasis(words("All ")), Emphasis(words("of it"), strong=True)),
        paragraph("See ", Link("https://example.org/a_(b)", words("the text")), "."),
        paragraph("First line", LineBreak(), "- second line"),
        paragraph("km", Raised(words("2")), " of CO", Raised(words("2"), is_lowered=True), "O."),
        paragraph("x", Raised(words("^~\\[]*")), " and [", Raised(words("a")), "]"),
        item_list("One", "2. Two", Item(words("Three:"), (item_list("below"),))),
        item_list("One", Item(words("Two:"), (item_list("below", mark=Mark.ROMAN),)), mark=Mark.LETTER),
        paragraph("[a mark](that is no link)"),
        paragraph("a mark [^1] of no note"),
        Quotation(words("Nobody is hindered", LineBreak(), "in it.")),
    ],
)
def test_blocks_come_back(block: Block) -> None:
    """Emphasis, notes, links, lists and quotations."""
    writer = MarkdownWriter()
    written = writer.write(block)

    assert written is not None
    assert (plain_block(block),) == read_back(written + writer.notes_text(), Narrator({}))


@pytest.mark.parametrize(
    "block",
    [
        paragraph("without a number", numbered=False),
        item_list("One", mark=Mark.ROMAN),
    ],
)
def test_what_markdown_cannot_carry_is_not_written(block: Block) -> None:
    """It goes to a template instead, so that no word changes."""
    assert MarkdownWriter().write(block) is None


@given(SIGNS)
def test_any_text_comes_back_or_is_not_written(text: str) -> None:
    """Whatever signs a paragraph holds."""
    block = Paragraph((Text(text),))
    written = MarkdownWriter().write(block)

    assert written is None or (plain_block(block),) == read_back(written, Narrator({}))
    assert written is not None or "[" in text or text != text.strip() or not text


@pytest.mark.parametrize(
    ("inlines", "plain"),
    [
        ((Text("  One  two "),), (Text("One two"),)),
        (
            (Text("One "), Emphasis(words("two")), Text(" three")),
            (Text("One "), Emphasis(words("two")), Text(" three")),
        ),
        ((Text("One "), LineBreak(), Text(" two")), (Text("One"), LineBreak(), Text("two"))),
    ],
)
def test_spaces_stand_only_between_words(inlines: tuple[Inline, ...], plain: tuple[Inline, ...]) -> None:
    """None at an end or beside the end of a line; one beside a word in italics stays."""
    assert plain == plain_inlines(inlines)
