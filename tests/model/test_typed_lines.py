"""Lines as people type them: lists under any mark, paragraphs by Alt+Enter, sentences that YAML breaks anywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compose.markdown import parse_markdown
from reportgen.model.line_breaks import break_lines, join_lines, unclear_breaks
from reportgen.model.list_marks import read_mark
from reportgen.model.typed_lists import as_markdown, doubtful_marks
from reportgen.project.typed_marks import typed_marks, unclear_lines

BELOW_ROWS = "| Year | Cases |\n|---|---|\n| 2022 | 5 |\n"
LONG = "The centres for victims of domestic violence are open all day"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("• one\n• two", "-   one\n-   two"),
        ("•\tone\n•\ttwo", "-   one\n-   two"),
        ("\u00b7\u00a0one\n\u00b7\u00a0two", "-   one\n-   two"),
        ("o\tone\no\ttwo", "-   one\n-   two"),
        ("– one\n– two", "-   one\n-   two"),
        ("— one\n— two", "-   one\n-   two"),
        ("* one\n* two", "-   one\n-   two"),
        ("1) one\n2) two", "1.  one\n1.  two"),
        ("1. one\n2. two", "1.  one\n1.  two"),
        ("1.\tone\n2.\ttwo", "1.  one\n1.  two"),
        ("a) one\nb) two", "1.  one\n1.  two"),
        ("(a) one\n(b) two", "1.  one\n1.  two"),
        ("(i) one\n(ii) two\n(iii) three", "1.  one\n1.  two\n1.  three"),
        ("а) раз\nб) два", "1.  раз\n1.  два"),
        ("A) one\nB) two", "1.  one\n1.  two"),
        ("أ) المشورة\nب) التمثيل\nج) التقرير", "1.  المشورة\n1.  التمثيل\n1.  التقرير"),
        ("(أ) المشورة\n(ب) التمثيل\n(ج) التقرير", "1.  المشورة\n1.  التمثيل\n1.  التقرير"),
        ("ا. المشورة\nب. التمثيل\nت. التقرير", "1.  المشورة\n1.  التمثيل\n1.  التقرير"),
        ("（一）咨询\n（二）代理", "1.  咨询\n1.  代理"),
        ("1、咨询\n2、代理", "1.  咨询\n1.  代理"),
        ("（1）咨询\n（2）代理", "1.  咨询\n1.  代理"),
        ("1) one\n   A) below\n   B) below\n2) two", "1.  one\n    1.  below\n    1.  below\n1.  two"),
        (
            "The centres offer:\n• one\n• two\nAll of it is free.",
            "The centres offer:\n-   one\n-   two\n\nAll of it is free.",
        ),
        ("1) one\n   a) below\n   b) below\n2) two", "1.  one\n    1.  below\n    1.  below\n1.  two"),
        ("1) one\n• below\n2) two", "1.  one\n    -   below\n1.  two"),
        ("• one\n• two\n1) first\n2) second", "-   one\n-   two\n1.  first\n1.  second"),
        ("•\none\n•\ntwo", "-   \n    one\n-   \n    two"),
        ("It offers:\n-\none", "It offers:\n-   \n    one"),
        ("(a) one\\\nmore\\\n(b) two", "1.  one\\\n    more\n1.  two"),
        ("It offers\\\n• one", "It offers\n-   one"),
    ],
)
def test_lists_under_any_mark_are_lists(typed: str, written: str) -> None:
    """Marks of Word, of keyboards and of letters; lists below items, and one list after another."""
    assert written == as_markdown(typed)[0]


@pytest.mark.parametrize(
    ("line", "rest"),
    [("xviii) one", "one"), ("iv. one", "one"), ("a) one", "one"), ("o\tone", "one"), ("ж. one", "one")],
)
def test_a_mark_that_begins_with_a_letter_is_read(line: str, rest: str) -> None:
    """The longest, the shortest and that of Word; a word in its place is none."""
    mark = read_mark(line)

    assert mark is not None
    assert rest == mark[1]
    assert read_mark(f"word{line}") is None


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 – as in 2022 – nothing changed.",
        "The law applies (a) to adults and (b) to children.",
        "No. 5 was repealed.",
        "A. Person spoke.",
        "B) It was said again.",
        "3、4月份没有案件。",
        "一、二审法院审理了案件。",
        "（一）审法院",
        "و. المادة",
        "(see para. 4)",
        "5 * 3 is 15.",
        "2023 was a good year.",
        "-5 is below zero.",
        "•",
        "x",
        "See C:\\",
    ],
)
def test_what_is_no_list_stays_as_it_is(text: str) -> None:
    """Dashes, letters and numbers within prose and at its beginning."""
    assert text == as_markdown(text)[0]
    assert [] == list(doubtful_marks(text))


@pytest.mark.parametrize(
    ("cell", "broken"),
    [
        ("It was done.\nIt was good.", "It was done.\n\nIt was good."),
        ("It was done (see the annex).\nIt was good.", "It was done (see the annex).\n\nIt was good."),
        ("It was done[^1].\nIt was good.", "It was done[^1].\n\nIt was good."),
        (f"{LONG} and they\nreceive everybody.", f"{LONG} and they\nreceive everybody."),
        ("decree No.\n5 of 2023", "decree No.\\\n5 of 2023"),
        ("One\n\nTwo", "One\n\nTwo"),
        ("- one\n- two", "- one\n- two"),
        ("| Year | Cases |\n|---|---|\n| 2022 | 5 |\nAfter.", "| Year | Cases |\n|---|---|\n| 2022 | 5 |\n\nAfter."),
        (
            "Year\tCases\n2022\t5\nSource: Register.\nMore words.",
            "Year\tCases\n2022\t5\nSource: Register.\n\nMore words.",
        ),
        (f"{BELOW_ROWS}Source: Register\nMore words.", f"{BELOW_ROWS}Source: Register\n\nMore words."),
        (f"{BELOW_ROWS}Note: Nine\n12 more.", f"{BELOW_ROWS}Note: Nine\n\n12 more."),
        (f"{BELOW_ROWS}Source: Register\nof courts", f"{BELOW_ROWS}Source: Register\nof courts"),
        (f"{BELOW_ROWS}Note: Nine\nSource: Register", f"{BELOW_ROWS}Note: Nine\nSource: Register"),
        (f"Table: Cases\nBy year\n{BELOW_ROWS}", f"Table: Cases\nBy year\n{BELOW_ROWS}"),
    ],
)
def test_lines_of_a_cell_are_paragraphs(cell: str, broken: str) -> None:
    """Alt+Enter after a sentence ends a paragraph; text that was pasted with its line ends goes on."""
    assert broken == break_lines(cell)
    assert broken == break_lines(broken)


def test_a_line_that_goes_on_loses_its_indent() -> None:
    """It stands on the line that it belongs to."""
    assert f"{LONG} and they receive everybody." == join_lines(f"{LONG} and they\n      receive everybody.")


@pytest.mark.parametrize(
    ("below", "asked"),
    [
        ("Source: Register\nMore words.", 1),
        ("Source: Register of the\nCourts", 1),
        ("Source: Register.\nMore words.", 0),
        ("Source: Register\n\nMore words.", 0),
        ("Source: Register\nof the courts", 0),
        ("Note: Nine\nSource: Register", 0),
    ],
)
def test_words_below_a_source_without_a_point_are_asked_about(below: str, asked: int) -> None:
    """They are printed as a paragraph of their own."""
    assert asked == len(list(unclear_breaks(f"{BELOW_ROWS}{below}", is_cell=True)))


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("First measure\nSecond measure\nThird measure", 2),
        ("The centres offer:\nbeds\nfood", 2),
        ("In 2023, 350 persons\n(all of them adults) were paid.", 0),
        ("In 2023, the police\nreceived 455\nreports.", 0),
        ("The police received in 2023\n455 reports.", 0),
        ("Lawyers\n12", 1),
        (f"{LONG},\nwhich is new.", 0),
        ("One sentence.\nAnother sentence.", 0),
        ("One\\\nTwo", 0),
        ("> said\n> he", 0),
    ],
)
def test_a_line_that_may_be_two_things_is_asked_about(text: str, unclear: int) -> None:
    """In YAML, lines are broken anywhere; what no sentence ends and none goes on from may be a list without marks."""
    assert unclear == len(list(unclear_breaks(text)))
    assert ("\\\n" in as_markdown(text)[0]) is (unclear > 0 or "\\\n" in text)


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("12. In 2023, much was done.", ["12. In 2023, much was done."]),
        ("1. one\n3. three", ["3. three"]),
        ("* Provisional data", ["* Provisional data"]),
        ("- 5 per cent", ["- 5 per cent"]),
        ("- {{ x }} per cent", ["- {{ x }} per cent"]),
        ("- {{ x }} of men\n- {{ y }} of women", []),
        ("Of these:\n- 5 per cent", []),
        ("1. one\n1. two", []),
        ("a) one\nb) two\nc) three", []),
    ],
)
def test_a_number_that_would_be_lost_is_asked_about(text: str, doubtful: list[str]) -> None:
    """Lists are numbered anew, so a number that is none of them must not vanish."""
    assert doubtful == [line.text for line in doubtful_marks(text)]


CELL_LINES = st.sampled_from(
    (
        "First",
        "It offers:",
        "- one",
        "• two",
        "–",
        "-",
        "•",
        "2) two",
        "(a) one",
        "(b) two",
        "# A",
        "| a | b |",
        "x\ty",
        "Done.",
    )
)


@given(st.lists(CELL_LINES, min_size=2, max_size=4).map("\n".join))
def test_the_breaks_of_a_cell_are_never_printed(text: str) -> None:
    """Nor do they hide what is asked about."""
    broken = break_lines(text)

    assert "\\" not in "".join(map(str, parse_markdown(broken, ()).blocks))
    asked = [{code for _, _, code, _ in (*typed_marks(one), *unclear_lines(one))} for one in (text, broken)]
    assert asked[0] - {"RG178"} <= asked[1]


LINES = st.sampled_from(
    (
        "• a",
        "- b",
        "1) c",
        "2) d",
        "(a) e",
        "One sentence.",
        "half a",
        "line",
        "",
        "  indented",
        "| a | b |",
        "|---|---|",
        "x\ty",
    )
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_every_word_of_any_lines_is_kept_in_order(text: str) -> None:
    """Only marks, blanks and line ends change; each line that is written knows where it comes from."""
    written, origins = as_markdown(text)
    marks = str.maketrans("", "", "•-–1234)(.+ \t\n\\")

    assert text.replace("(a)", "").translate(marks) == written.replace("(a)", "").translate(marks)
    assert len(origins) == written.count("\n") + 1
    assert list(origins) == sorted(origins)
    assert join_lines(join_lines(text)) == join_lines(text)
