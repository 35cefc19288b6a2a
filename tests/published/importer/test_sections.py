"""The order of a report: which heading begins what, and which number each reply gets."""

import pytest
from build import heading, paragraph

from reportgen.diagnostics import Place
from reportgen.document.tree import Block, Heading, Level, Text
from reportgen.published.importer.sections import HIDDEN_PART, Plan, find_sections, issue_number, split_articles


def plan(*blocks: Block) -> Plan:
    """The order of some blocks."""
    return find_sections(blocks, Place("report.docx"))


def part(label: str | None, title: str) -> Heading:
    """A part with the label that it has in the file."""
    return Heading(Level.PART, (Text(title),), label=label)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Reply to the issues raised in paragraph 14", 14),
        ("Replies to the issues raised in paragraphs 3 and 4 of the list of 2021", 3),
        ("Response to question No. 7", 7),
        ("Issue 12", 12),
        ("Para. 5 of the list", 5),
        ("9. Freedom of assembly", 9),
        ("Closing remarks", None),
        ("4. Please comment on paragraph 12 of the previous observations.", 4),
        ("Q7. Has the budget of 150 million been spent?", 7),
        ("With reference to paragraph 12 of the previous observations, please comment.", None),
        ("Question 3: please comment on paragraph 12", 3),
    ],
)
def test_a_heading_names_its_issue(words: str, number: int | None) -> None:
    """By the number after "paragraph", "question" or "issue", else by the first one; a question by its own number."""
    assert number == issue_number(words)


@pytest.mark.parametrize(
    ("title", "name", "articles"),
    [
        ("Non-discrimination (arts. 2, 3 and 26)", "Non-discrimination", ("2", "3", "26")),
        ("Right to life (art. 6)", "Right to life", ("6",)),
        ("Liberty (arts. 7, 9–11 and 14 (1))", "Liberty", ("7", "9", "10", "11", "14 (1)")),
        ("Articles 1 and 4", "Articles 1 and 4", ("1", "4")),
        ("Articles of association (2021)", "Articles of association (2021)", ()),
    ],
)
def test_articles_stand_at_the_end_of_a_heading(title: str, name: str, articles: tuple[str, ...]) -> None:
    """In brackets, with ranges counted out; or they are the heading."""
    assert (name, articles) == split_articles(title)


def test_parts_themes_and_replies_follow_the_headings() -> None:
    """Each reply holds the paragraphs below its heading."""
    found = plan(
        heading(Level.TITLE, "Replies to the list of issues"),
        part("A.", "General"),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 1"),
        paragraph("One."),
        part("B.", "Specific"),
        heading(Level.THEME, "Torture"),
        heading(Level.REPLY, "Reply to the issues raised in paragraph 7"),
        paragraph("Two."),
        paragraph("Three."),
    )

    order = [
        (one.title, theme.title, section.number, len(section.blocks))
        for one in found.parts
        for theme in one.themes
        for section in theme.sections
    ]
    assert [("General", None, 1, 1), ("Specific", "Torture", 7, 2)] == order
    assert ("Replies to the list of issues", []) == (found.title, found.diagnostics)


def test_text_without_a_heading_gets_a_free_number() -> None:
    """It stands in a part that prints no heading."""
    found = plan(paragraph("Introduction."), heading(Level.REPLY, "Reply to the issues raised in paragraph 3"))

    assert [(4, None), (3, "Reply to the issues raised in paragraph 3")] == [
        (section.number, section.heading) for section in found.sections
    ]
    assert [HIDDEN_PART] == [one.title for one in found.parts]


def test_parts_with_other_letters_become_themes() -> None:
    """Our parts are lettered A, B, C; the number of another one stays in its words."""
    found = plan(part("I.", "General"), paragraph("One."))

    assert ["I. General"] == [theme.title for theme in found.parts[0].themes]
    assert ["RG833"] == [one.code for one in found.diagnostics]


def test_a_number_is_given_once() -> None:
    """The second reply under a number gets a free one and is named."""
    twice = heading(Level.REPLY, "Reply to the issues raised in paragraph 2")
    found = plan(twice, paragraph("One."), twice, paragraph("Two."))

    assert [2, 3] == [section.number for section in found.sections]
    assert ["RG836"] == [one.code for one in found.diagnostics]
