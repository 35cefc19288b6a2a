"""Text files: the United Nations' own layout, and what other people type."""

from pathlib import Path

import pytest
from dumped import dump
from hypothesis import given
from hypothesis import strategies as st
from office import needs_office, resaved

from reportgen.document.tree import Heading, ItemList, Level, Paragraph
from reportgen.readers.labels import Label, Sign, find_typed
from reportgen.readers.places import block_names
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


def test_labels_that_lost_their_tab() -> None:
    """As pages on the web are copied; a name with initials stays one where the numbers of paragraphs have blanks."""
    glued = "I.Introduction\n1.The report.\nII.Replies to the list\n"
    glued += "A.Reply to the issue in paragraph 1\n2.Two:\n(a)One;\n(b)Two.\n"
    expected = ["part I. Introduction", "1 The report.", "part II. Replies to the list"]

    assert [*expected, "reply A. Reply to the issue in paragraph 1", "2 Two:"] == lines(glued)[:5]
    assert ["- (letter) One;", "- (letter) Two."] == lines(glued)[5:]
    assert "A.Smith wrote it" in "".join(lines("1. One.\n\nA.Smith wrote it\n\n2. Two.\n"))


def test_a_page_break_is_an_empty_line() -> None:
    """Between paragraphs; a sentence that goes on over the page is one."""
    apart = "1.\tThe Act was adopted.\n\x0c2.\tThe Act was amended.\n"
    over = "1.\tThe Act was adopted by the\n\n\x0c\nupper chamber.\n2.\tTwo.\n"

    assert ["1 The Act was adopted.", "2 The Act was amended."] == lines(apart)
    assert ["1 The Act was adopted by the upper chamber.", "2 Two."] == lines(over)
    assert () == read_report(apart.encode(), "x.txt").diagnostics


def _pages(count: int) -> str:
    """Pages with the symbol above and a number below, as programs take text from a PDF."""
    pages = (
        f"CCPR/C/RUR/3\n\n{n}.\tParagraph {n} of the report.\n\n{n + 4} GE.24-00017\n\n{n + 4}\n"
        for n in range(1, count + 1)
    )
    return "\x0c".join(pages)


def test_heads_and_feet_of_pages_are_left_out() -> None:
    """Where they stand on three pages or more, and that is said; on two pages they may be anything."""
    read = read_report(_pages(4).encode(), "x.txt")

    assert [f"{number} Paragraph {number} of the report." for number in range(1, 5)] == dump(read.document).splitlines()
    assert ["RG820"] == [one.code for one in read.diagnostics]
    assert "CCPR/C/RUR/3" in dump(read_report(_pages(2).encode(), "x.txt").document)


def test_numbers_at_the_edge_of_pages_stay_where_they_do_not_count_pages() -> None:
    """The last row of a table may be a number alone."""
    text = "\x0c".join(
        f"{n}.\tThe courts decided so many cases:\n\n{value}\n" for n, value in enumerate((77, 12, 5), 1)
    )

    assert [True] * 3 == [value in dump(read_report(text.encode(), "x.txt").document) for value in ("77", "12", "5")]


def test_a_wrapped_file_with_one_long_line() -> None:
    """An address that no program broke changes nothing; a list of short lines is no broken paragraph."""
    wrapped = "".join(f"{n}. The paragraph goes on\nin a second line and\nends here.\n" for n in range(1, 6))
    short = (
        "1. The bodies are:\nThe police\nthe courts\nThe prisons\nThe bar\nThe press\n" + f"2. {'Long text. ' * 20}\n"
    )

    assert "1 The paragraph goes on in a second line and ends here." == lines(f"{wrapped}http://x.org/{'a' * 120}\n")[0]
    assert "- (bullet) the courts" in lines(short)


CONTENTS = "Contents\n\nI.\tIntroduction\t1–2\t3\n\nAnnexes\n\n"


def test_a_list_of_contents_ends_where_its_first_words_come_again() -> None:
    """Its line `Annexes` has no page, and swallowed whole reports; annexes behind the text stay annexes."""
    text = f"{CONTENTS}I.\tIntroduction\n\n1.\tThe report was prepared by the ministries.\n\nAnnex\n\nA list of laws.\n"

    assert ["part I. Introduction", "1 The report was prepared by the ministries.", "annex Annex"] == lines(text)[1:4]


@pytest.mark.parametrize("first", ["Appendix", "Annexes"])
def test_an_annex_never_stands_before_the_text(first: str) -> None:
    """A report whose first heading is `Appendix` is no annex as a whole."""
    found = lines(f"{first}\n\n1.\tThe report was prepared by the ministries, and not by others.\n\n2.\tTwo of them.\n")

    assert not any(line.startswith("annex") for line in found)
    assert "1 The report was prepared by the ministries, and not by others." in found


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
    places = list(block_names(read_report(UN.encode(), "report.txt").document.blocks))

    assert ("heading “General information”", "paragraph 1") == (places[1], places[3])
    assert "list after paragraph 2" == places[5]


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
        ("14.The Act", Label(Sign.NUMBER, "14.", 14), 3),
        ("3.“Torture” means", Label(Sign.NUMBER, "3.", 3), 2),
    ],
)
def test_labels(text: str, label: Label, length: int) -> None:
    """Each form is known, with the blanks after it."""
    assert (label, length) == find_typed(text)


@pytest.mark.parametrize(
    "text", ["2023 was a year", "12.5 per cent", "-5 degrees", "(see above)", "U.S. law", "14.", "3.5 million", "2.b"]
)
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


def test_a_line_broken_within_brackets_is_one() -> None:
    """In a file that is not wrapped; brackets that close on their line, and labels, are left alone."""
    long = (
        "The causes are known and are looked into by a commission that the Parliament has set up for it, in each case."
    )
    first = "1.\tIn 2023, 119 deaths (compared with 622 for the period\n2018–2022) were recorded."
    text = f"{first}\n2.\t{long}\n3.\t{long} (a\n4.\tb).\n"
    blocks = read_report(text.encode(), "report.txt").document.blocks

    assert [1, 2, 3, 4] == [block.number for block in blocks if isinstance(block, Paragraph)]
    assert "for the period 2018–2022) were" in str(blocks[0])
