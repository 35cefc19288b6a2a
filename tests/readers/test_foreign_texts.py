"""Text files as reports of other States are copied: other numbers and headings, stars on first pages, lost pages."""

from itertools import count

import pytest
from dumped import dump
from readers.word_files import p, r, word

from reportgen.document.tree import Heading, Level, Note, Paragraph, Role
from reportgen.document.walk import plain_text, walk_inlines
from reportgen.readers.reading import ReadReport, read_report

SENTENCES = (
    "The courts hear complaints against the decisions of all authorities within thirty days.",
    "Each province has an office where citizens are advised free of charge by two lawyers.",
    "Nobody may be held for more than two days without a decision of a judge.",
)


def read(text: str) -> ReadReport:
    """What is read of a text file."""
    return read_report(text.encode(), "report.txt")


def lines(text: str) -> list[str]:
    """The dump of what was read, line by line."""
    return dump(read(text).document).splitlines()


def headings(text: str) -> list[str]:
    """The headings of a text with their labels."""
    blocks = (block for block in read(text).document.blocks if isinstance(block, Heading))
    return [f"{block.label or ''} {plain_text(block.children)}".strip() for block in blocks]


def numbers(text: str) -> list[int | None]:
    """The numbers of the paragraphs of a text; None for one without."""
    return [block.number for block in read(text).document.blocks if isinstance(block, Paragraph)]


def replies(form: str, *, each: int = 2) -> str:
    """Three replies whose paragraphs are numbered through in some form."""
    number = count(1)
    blocks = [
        f"{form.format(next(number))}{sentence}" if row else f"Reply to paragraph {issue} of the list of issues"
        for issue in (1, 2, 3)
        for row, sentence in enumerate(("", *SENTENCES[:each]))
    ]
    return "\n\n".join(blocks)


# ---- numbers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        "§ {}. ",
        "§{} ",
        "¶ {} ",
        "[{}] ",
        "({}) ",
        "{}) ",
        "{})",
        "{}-",
        "{}.- ",
        "Para. {}. ",
        "Paragraph {}: ",
        "{} – ",
        "{} ",
    ],
)
def test_paragraphs_may_be_numbered_with_other_signs(form: str) -> None:
    """They become the numbered paragraphs of the report, and the sign is no part of their text."""
    text = replies(form)

    assert [1, 2, 3, 4, 5, 6] == numbers(text)
    assert f"1 {SENTENCES[0]}" in lines(text)


@pytest.mark.parametrize("form", ["{}) ", "({}) ", "[{}] "])
def test_a_list_with_such_signs_stays_one(form: str) -> None:
    """Where the paragraphs have numbers of their own, and where the list begins at 1 again and again."""
    listed = "\n\n".join(form.format(number) + "a short item" for number in range(1, 7))

    assert [1, 2, 3] == numbers(f"1. {SENTENCES[0]}\n\n{listed}\n\n2. {SENTENCES[1]}\n\n3. {SENTENCES[2]}")
    assert 1 not in numbers("\n\n".join((*SENTENCES, listed, *SENTENCES, listed)))


@pytest.mark.parametrize("form", ["{})", "({}) ", "[{}] ", "{}-", "{} "])
def test_a_short_text_may_be_numbered_so_too(form: str) -> None:
    """Where its numbers go from 1 on, and no other line is a sentence; else they stand before items of a list."""
    numbered = "\n\n".join(form.format(at) + sentence for at, sentence in enumerate(SENTENCES[:2], start=1))
    begins_later = "\n\n".join(form.format(at) + sentence for at, sentence in enumerate(SENTENCES[:2], start=4))

    assert [1, 2] == numbers(f"Replies to the list of issues\n\n{numbered}")
    assert 1 not in numbers(f"{SENTENCES[2]}\n\n{numbered}")
    assert 4 not in numbers(begins_later)


def test_rows_that_begin_with_a_year_are_no_paragraphs() -> None:
    """The first cell of a table of a text file is no number of a paragraph, a number before words is."""
    assert [1, 2, 3] == numbers(
        "1.\tThe Act was adopted.\n\n2\tIt was amended.\n\n2020\t100\n2021\t120\n\n3.\tIt holds."
    )


def test_notes_at_the_end_are_no_paragraphs() -> None:
    """Though they are numbered through: they are a small part of the text."""
    notes = "\n".join(f"{number} Law No. {number} of 2015." for number in range(1, 7))
    text = "\n\n".join((*SENTENCES * 4, "Notes", notes))

    assert {None} == set(numbers(text))


# ---- headings -------------------------------------------------------------------------------------------------


def test_a_question_over_a_reply_is_its_heading() -> None:
    """The Committee's, quoted whole, with its full stop; also a long one."""
    asked = "Question {}: Please describe the measures taken against overcrowding in places of detention. {}"
    text = "\n\n".join(
        (asked.format(1, ""), f"1. {SENTENCES[0]}", asked.format(2, SENTENCES[0] * 4), f"2. {SENTENCES[1]}")
    )
    found = [block for block in read(text).document.blocks if isinstance(block, Heading)]

    assert [Level.REPLY, Level.REPLY] == [block.level for block in found]
    assert all(plain_text(block.children).startswith("Question ") for block in found)


@pytest.mark.parametrize(
    "asked",
    ["Recommendation 3: the State party should amend its Code.", "Q3. What was done?", "Issue No. 3 – Training."],
)
@pytest.mark.parametrize("answer", ["REPLY", "Response:", "Answer of the Government:"])
def test_what_is_answered_is_a_heading_and_that_it_is_answered_none(asked: str, answer: str) -> None:
    """The line that only says so stays in the reply, also in capitals."""
    text = f"{asked}\n\n{answer}\n\n1. {SENTENCES[0]}\n\n{answer} more\n\n2. {SENTENCES[1]}"

    assert [asked] == headings(text)[:1]
    assert answer not in headings(text)
    assert any(line.endswith(answer) and "bullet" not in line for line in lines(text))


def test_a_request_over_a_numbered_reply_is_a_heading() -> None:
    """Without a number of its own; a request among the text of a reply is none."""
    asked = "Please describe the training of judges, and whether it is compulsory."

    assert [asked] == headings(f"{asked}\n\n1. {SENTENCES[0]}\n\n2. {SENTENCES[1]}")
    assert [] == headings(f"1. {SENTENCES[0]}\n\n{asked}\n\n{SENTENCES[1]}\n\n2. {SENTENCES[1]}")


@pytest.mark.parametrize(
    "words",
    [
        "Answer to issue No. 4",
        "Access to justice (paragraph 4 of the list of issues)",
        "With regard to question 4 of the list of issues",
    ],
)
def test_headings_name_the_issue_in_many_words(words: str) -> None:
    """Each stands over a reply."""
    found = read(f"{words}\n\n1. {SENTENCES[0]}").document.blocks[0]

    assert isinstance(found, Heading)
    assert Level.REPLY is found.level


def test_rows_of_a_table_are_no_headings() -> None:
    """Nor is its source, though it stands over a paragraph."""
    text = f"1. {SENTENCES[0]}\n\nNorth 12 14 15\n\nTotal 12 14 15\n\nSource: Ministry of Justice\n\n2. {SENTENCES[1]}"

    assert [] == headings(text)


def test_a_year_at_the_beginning_of_a_line_is_no_number_of_a_paragraph() -> None:
    """Where the full line before it does not end a sentence; a paragraph behind a heading keeps its number."""
    text = (
        "Courts\n"
        "1. The national plan on equality between women and men was adopted in March\n"
        "2021. The Ministry of Justice reports on it to the parliament of the country\n"
        "each year.\n"
        "2. Each province has an office where citizens are advised free of charge by a\n"
        "lawyer of the Bar Association.\n"
    )

    assert [1, 2] == numbers(text)
    assert any("adopted in March 2021. The Ministry" in line for line in lines(text))


def test_a_number_that_goes_on_begins_a_paragraph_behind_a_full_line() -> None:
    """A heading as wide as the page has no full stop, and the paragraph below it keeps its number."""
    heading = "Measures taken by the Government against violence towards women and girls"
    text = (
        "Executive summary\n"
        "1. The national plan on equality between women and men was adopted in March\n"
        "2021. The Ministry of Justice reports on it to the parliament of the country\n"
        "each year.\n"
        f"{heading}\n"
        "2. Each province has an office where citizens are advised free of charge by a\n"
        "lawyer of the Bar Association.\n"
    )

    assert ["Executive summary", heading] == headings(text)
    assert [1, 2] == numbers(text)


def test_a_sentence_about_a_question_is_none() -> None:
    """`Question 4 of the list was answered`, `Issues 2 and 3`, a numbered paragraph."""
    text = f"1. {SENTENCES[0]}\n\nQuestion 4 of the list was answered last year.\n\n2. Question 5: it was withdrawn."

    assert [] == headings(text)


def test_a_letter_may_stand_before_a_heading() -> None:
    """Behind the end of a paragraph, or a heading, and over a numbered one."""
    text = "\n\n".join(
        ("I. GENERAL", "(a) Land and people", f"1. {SENTENCES[0]}", "b) Government", f"2. {SENTENCES[1]}")
    )

    assert ["I. GENERAL", "(a) Land and people", "b) Government"] == headings(text)


@pytest.mark.parametrize(
    "listed", ["The plan covers:\n\n(a) Prisons", "It covers the following.\n\n(a) Prisons\n\n(b) Police stations"]
)
def test_items_of_a_list_are_no_headings(listed: str) -> None:
    """Behind a colon, or behind another item."""
    assert "(a) Prisons" not in headings(f"1. {listed}\n\n2. {SENTENCES[0]}")
    assert "(b) Police stations" not in headings(f"1. {listed}\n\n2. {SENTENCES[0]}")


def test_chapters_stand_over_decimal_numbers() -> None:
    """`2. Courts` over 2.1, which is no paragraph 2."""
    text = "\n\n".join(
        f"{chapter}. Chapter on {name}\n\n{chapter}.1 {SENTENCES[0]}\n\n{chapter}.2 {SENTENCES[1]}"
        for chapter, name in enumerate(("courts", "prisons"), 1)
    )

    assert ["1. Chapter on courts", "2. Chapter on prisons"] == headings(text)
    assert 4 == len(numbers(text))


def test_a_numbered_paragraph_before_a_decimal_is_one() -> None:
    """`2. The rate was` before a line that begins with 2.5 per cent."""
    text = (
        f"1. {SENTENCES[0]}\n\n2. The rate of growth\n\n2.5 per cent of all households own land.\n\n3. {SENTENCES[1]}"
    )

    assert [] == headings(text)


def test_headings_are_told_in_a_file_without_empty_lines() -> None:
    """They stand behind the end of a paragraph and over a numbered one, also two of them."""
    text = f"General measures\nLegislation\n1. {SENTENCES[0]}\n2. {SENTENCES[1]}\nCoordination\n3. {SENTENCES[2]}"

    assert ["General measures", "Legislation", "Coordination"] == headings(text)


def test_lost_bullets_are_no_headings() -> None:
    """Behind a colon, in a file without empty lines."""
    text = f"1. {SENTENCES[0]}\n2. There are offices in:\nNorth\nSouth\n3. {SENTENCES[2]}"

    assert [] == headings(text)


def test_labels_in_capitals_lost_their_blank_too() -> None:
    """`I.GENERAL MEASURES`, as they come from a page on the web; names with initials are not taken apart."""
    text = f"I.GENERAL MEASURES\n1.{SENTENCES[0]}\nA.Courts\n2.{SENTENCES[1]}\nB.Prisons\n3.{SENTENCES[2]}"

    assert ["I. GENERAL MEASURES", "A. Courts", "B. Prisons"] == headings(text)


# ---- pages ----------------------------------------------------------------------------------------------------


def test_headings_at_the_top_of_pages_are_kept() -> None:
    """Words that are the same but for their number are a head only where the number is the page's."""
    pages = [
        f"CAT/C/RUR/{place + 1}\n\nReply to paragraph {number} of the list of issues\n\n{place}. {SENTENCES[0]}\n\n"
        f"Page {place}"
        for place, number in enumerate((3, 4, 7, 9), 1)
    ]
    text = "\x0c".join(pages)
    found = read(text)

    assert [f"Reply to paragraph {number} of the list of issues" for number in (3, 4, 7, 9)] == headings(text)
    assert ["RG820"] == [one.code for one in found.diagnostics if one.code == "RG820"]
    assert not any("Page" in line for line in lines(text))


def test_heads_of_pages_are_told_without_form_feeds() -> None:
    """The symbol and the number of the page beside it come again and again; a number elsewhere stays."""
    pages = [f"{number}. {SENTENCES[0]}\n{number + 1}\nCAT/C/RUR/3" for number in range(1, 6)]
    text = "CAT/C/RUR/3\nSecond periodic report of Ruritania\n" + "\n".join(pages) + "\n6. The answer is:\n42\n"

    assert not any(line.endswith("CAT/C/RUR/3") for line in lines(text)[2:])
    assert any("42" in line for line in lines(text))
    assert [1, 2, 3, 4, 5, 6] == numbers(text)


def test_lines_that_were_not_wrapped_begin_anew() -> None:
    """In a wrapped file without empty lines: the first word would have had room on the line before."""
    text = (
        "Executive summary\n"
        "1. The courts of the first instance hear complaints against the decisions of\n"
        "all authorities within thirty days, and those of the second within sixty. The\n"
        "Supreme Court decides last.\n"
        "Introduction of the report\n"
        "2. Each province has an office where citizens are advised free of charge by a\n"
        "lawyer of the Bar Association.\n"
    )

    assert ["Executive summary", "Introduction of the report"] == headings(text)
    assert any(
        line.endswith("and those of the second within sixty. The Supreme Court decides last.") for line in lines(text)
    )


# ---- first pages ----------------------------------------------------------------------------------------------

COVER = """\
United Nations CAT/C/RUR/3
Committee against Torture
Third periodic report submitted by Ruritania under article 19 of the Convention, due in 2021*, **
[Date received: 4 May 2021]
* The present document is being issued without formal editing.
** The annexes are on file with the secretariat.
GE.21-06355 (E) 080521
*2106355*
I. Introduction
1. The courts hear complaints.
"""


def test_notes_below_the_first_page_belong_to_the_title() -> None:
    """And the job number of the printer is no part of the text."""
    document = read(COVER).document
    title = next(line for line in document.cover if line.role is Role.TITLE)
    notes = [plain_text(one.children) for one in walk_inlines(title.children) if isinstance(one, Note)]

    assert "CAT/C/RUR/3" == document.symbol
    assert "due in 2021" == plain_text(title.children)[-11:]
    assert [
        "The present document is being issued without formal editing.",
        "The annexes are on file with the secretariat.",
    ] == notes
    assert 2 == len(document.blocks)


def test_a_note_without_a_title_is_not_lost() -> None:
    """Above `Addendum` stands the title of another document; where this one has none, its note stays a line."""
    document = read(
        "CAT/C/RUR/Q/3/Add.1\n"
        "Committee against Torture\n"
        "List of issues in relation to the third periodic report of Ruritania*\n"
        "* The present document was not edited.\n"
        "Addendum\n"
        "1. The courts hear complaints.\n"
    ).document

    assert "The present document was not edited." in [plain_text(line.children) for line in document.cover]


def test_an_asterisk_in_the_text_stays_a_bullet() -> None:
    """Below paragraph 1 it marks an item of a list."""
    assert any("bullet" in line for line in lines(COVER + "2. There are:\n* courts;\n* prisons.\n"))


def test_the_title_of_an_addendum_stands_below_the_word() -> None:
    """Above it stands the title of the list that the replies are added to."""
    document = read(
        "Committee against Torture\n"
        "List of issues in relation to the third periodic report of Ruritania\n"
        "Addendum\n"
        "Replies of Ruritania to the list of issues*\n"
        "[Date received: 4 May 2021]\n"
        "* Not edited.\n"
        "CAT/C/RUR/Q/3/Add.1\n"
        "Reply to paragraph 1 of the list of issues\n"
        "1. The courts hear complaints.\n"
    ).document

    assert ("Replies of Ruritania to the list of issues", "CAT/C/RUR/Q/3/Add.1") == (document.title, document.symbol)
    assert 2 == len(document.blocks)


def test_dots_that_lead_to_no_page_are_an_entry_of_the_contents() -> None:
    """As where the list was copied without its column of pages."""
    text = (
        "Contents\nSummary ........................ 4\nCountry profile ........................\n"
        "Courts ........................ 6\nForeword to the report\n1. The courts hear complaints.\n"
    )

    assert ["contents Contents", "theme Foreword to the report"] == [
        line for line in lines(text) if line.startswith(("contents", "theme"))
    ]


def test_questions_in_bold_stand_over_their_replies() -> None:
    """Also with a number, which is no number of a paragraph; bold words within a paragraph ask for nothing."""
    asked = "4. Please indicate how many judges were trained, and how many prosecutors."
    texts = (p(r(asked, "<w:b/>")), p(r(SENTENCES[0])), p(r("Has it been paid?", "<w:b/>")), p(r(SENTENCES[1])))
    blocks = read_report(word("".join(texts)), "report.docx").document.blocks
    found = [(block.label, plain_text(block.children)) for block in blocks if isinstance(block, Heading)]
    partly = read_report(word(p(r("5. "), r("Please", "<w:b/>"), r(" describe it."))), "report.docx").document.blocks

    assert [("4.", asked.removeprefix("4. ")), (None, "Has it been paid?")] == found
    assert not any(isinstance(block, Heading) for block in partly)
