"""Text files: the United Nations' own layout, and what other people type."""

from pathlib import Path

import pytest
from dumped import dump
from hypothesis import given
from hypothesis import strategies as st
from office import needs_office, resaved

from reportgen.document.tree import Heading, ItemList, Level, Paragraph
from reportgen.readers.labels import Label, Sign, find_typed
from reportgen.readers.reading import read_file, read_report

UN = """\
\t\tReplies to the list of issues (CCPR/C/RUR/QPR/3)
\tA.\tGeneral information
\t\tReply to the issues raised in paragraph 1
1.\tThe Act entered into force.
2.\tVictims can turn to:
The police, at any hour
The courts, by a letter
3.\tThat is all.
\tB.\tSpecific information
\t\tGender equality
\t\tReply to the issues raised in paragraph 2
4.\tThere were two:
(a)\tone;
(b)\tanother:
(i)\tsmall;
(ii)\tlarge.
"""


def lines(text: str) -> list[str]:
    """The dump of what was read, line by line."""
    return dump(read_report(text.encode(), "x.txt").document).splitlines()


def test_the_layout_of_the_united_nations() -> None:
    """Two tabs before a heading, a label between tabs, a number and a tab; stray lines are items."""
    expected = [
        "title Replies to the list of issues (CCPR/C/RUR/QPR/3)",
        "part A. General information",
        "reply Reply to the issues raised in paragraph 1",
        "1 The Act entered into force.",
        "2 Victims can turn to:",
        "- (bullet) The police, at any hour",
        "- (bullet) The courts, by a letter",
        "3 That is all.",
        "part B. Specific information",
        "theme Gender equality",
        "reply Reply to the issues raised in paragraph 2",
        "4 There were two:",
        "- (letter) one;",
        "- (letter) another:",
        "  - (roman) small;",
        "  - (roman) large.",
    ]

    assert expected == lines(UN)
    assert () == read_report(UN.encode(), "x.txt").diagnostics


def test_other_layouts() -> None:
    """Spaces for tabs, Roman numerals, bullets, empty lines between paragraphs."""
    text = "I. Introduction\n\n1.  One.\n\n2.  Two:\n\n• first\n• second\n\nII. Replies to the issues\n\n3.  Three.\n"

    expected = ["part I. Introduction", "1 One.", "2 Two:", "- (bullet) first", "- (bullet) second"]
    assert [*expected, "part II. Replies to the issues", "3 Three."] == lines(text)


def test_a_text_that_was_wrapped() -> None:
    """Lines that a program broke are put together again."""
    text = "1. The first paragraph goes on\nin the second line, and\nends here.\n2. The next one.\n"

    assert ["1 The first paragraph goes on in the second line, and ends here.", "2 The next one."] == lines(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1. There were 44 deaths (230 in the period\n2018–2022).\n",
            ["1 There were 44 deaths (230 in the period 2018–2022)."],
        ),
        ("1. The period of\n2018 to 2022.\n", ["1 The period of 2018 to 2022."]),
        ("1. There were 44 deaths.\n2018 was better.\n", ["1 There were 44 deaths.", "· 2018 was better."]),
    ],
)
def test_a_line_that_goes_on_with_a_figure(text: str, expected: list[str]) -> None:
    """An open bracket or a word such as "of" goes on in the next line; a sentence that has ended does not."""
    assert expected == lines(text)


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_all_systems(ends: str) -> None:
    """Windows, old Macintosh, Unix."""
    assert ["1 One.", "2 Two."] == lines(f"\ufeff1.\tOne.{ends}2.\tTwo.{ends}")


def test_a_gap_in_the_numbers_is_said() -> None:
    """Nothing is renumbered."""
    read = read_report(b"1.\tOne.\n2.\tTwo.\n4.\tFour.\n", "x.txt")

    assert ["RG814"] == [one.code for one in read.diagnostics]
    assert [1, 2, 4] == [block.number for block in read.document.blocks if isinstance(block, Paragraph)]


def test_the_published_report(published: bytes) -> None:
    """Its 61 paragraphs, 12 replies, 9 themes and 2 parts are all there, and nothing is to be said of it."""
    read = read_report(published, "report.txt")
    blocks = read.document.blocks
    levels = [block.level for block in blocks if isinstance(block, Heading)]

    assert list(range(1, 62)) == [block.number for block in blocks if isinstance(block, Paragraph)]
    assert (12, 9, 2, 1) == tuple(map(levels.count, (Level.REPLY, Level.THEME, Level.PART, Level.TITLE)))
    assert [4] == [len(block.items) for block in blocks if isinstance(block, ItemList)]
    assert () == read.diagnostics


def test_places_are_said_as_people_say_them() -> None:
    """Paragraphs by number, headings by their words, what has neither by the paragraph before."""
    places = read_report(UN.encode(), "report.txt").places

    assert ("report.txt, heading “General information”", "report.txt, paragraph 1") == (places[1], places[3])
    assert "report.txt, list after paragraph 2" == places[5]


@pytest.mark.parametrize(
    ("text", "label", "length"),
    [
        ("14.\tText", Label(Sign.NUMBER, "14.", 14), 4),
        ("(iv) text", Label(Sign.ROMAN, "(iv)", 4), 5),
        ("(b) text", Label(Sign.LETTER, "(b)", 2), 4),
        ("b) text", Label(Sign.LETTER, "b)", 2), 3),
        ("IX. Text", Label(Sign.ROMAN_CAPITAL, "IX.", 9), 4),
        ("B. Text", Label(Sign.CAPITAL, "B.", 2), 3),
        ("– text", Label(Sign.BULLET, "–"), 2),
        ("1) text", Label(Sign.OTHER, "1)"), 3),
        ("2.1. text", Label(Sign.OTHER, "2.1."), 5),
    ],
)
def test_labels(text: str, label: Label, length: int) -> None:
    """Each form is known, with the blanks after it."""
    assert (label, length) == find_typed(text)


@pytest.mark.parametrize("text", ["2023 was a year", "12.5 per cent", "-5 degrees", "(see above)", "U.S. law", "14."])
def test_what_is_no_label(text: str) -> None:
    """Years, decimals, signs and short forms begin a text without labelling it."""
    assert find_typed(text) is None


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing that people type is a traceback."""
    read_report(text.encode("utf-8", "replace"), "x.txt")


@given(st.lists(st.text("abc ABC,;", min_size=1, max_size=30).map(str.strip).filter(bool), min_size=1, max_size=8))
def test_numbered_paragraphs_keep_their_text(texts: list[str]) -> None:
    """Every paragraph comes back with its number and its very text."""
    text = "".join(f"{number}.\t{one}.\n" for number, one in enumerate(texts, 1))

    assert [f"{number} {one}." for number, one in enumerate(texts, 1)] == lines(text)


def test_a_file_is_read_by_its_path(tmp_path: Path) -> None:
    """A path that is not there, or is a folder, is a diagnostic."""
    folder = tmp_path / "x"

    assert ["RG102"] == [one.code for one in read_file(folder).diagnostics]


@needs_office
def test_the_published_report_as_a_word_file_without_styles(published: bytes) -> None:
    """Typed numbers and tabs in a Word file mean what they mean in a text."""
    data = resaved(b"\xef\xbb\xbf" + published, "docx", "txt")

    text, word = read_report(published, "x.txt"), read_report(data, "x.docx")

    assert dump(text.document) == dump(word.document)
    assert () == word.diagnostics
