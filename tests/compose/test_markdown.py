"""Agencies' Markdown: emphasis, lists, links, notes – and nothing else."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from reportgen.compose import markdown
from reportgen.compose.markdown import FIRST_MARK, parse_markdown
from reportgen.compose.markup import MarkupReader
from reportgen.compose.text_blocks import Quote, TextBlock, TextList, TextPicture
from reportgen.model.typed_lists import as_markdown
from reportgen.project.typed_marks import typed_marks, unclear_lines


def html(text: str) -> list[str]:
    """The paragraphs of a text as HTML; lists by their tag, quotations after a mark."""
    return [_shown(block) for block in parse_markdown(text, ()).blocks]


def leftovers(text: str) -> list[tuple[str, str, int]]:
    """What of Markdown is left in a text: the code, the words, the line from 0."""
    return [(one.code, one.text, one.line) for one in parse_markdown(text, ()).leftovers]


def _shown(block: TextBlock) -> str:
    match block:
        case TextList():
            return block.tag
        case Quote():
            return f"> {block.text}"
        case TextPicture():
            return f"{block.file}: {block.shows}: {block.title}"
        case _:
            return str(block)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo,\nlines.", ["One.", "Two, lines."]),
        ("*a* and **b**", ["<em>a</em> and <strong>b</strong>"]),
        ("[Act](https://example.org/a?b=1&c=2)", ['<a href="https://example.org/a?b=1&amp;c=2">Act</a>']),
        ("[above](#fund)", ['<a href="#fund">above</a>']),
        ("Text:\n\n- a\n- b", ["Text:", "ul"]),
        ("1. a\n2. b", ["ol"]),
        ("<b>x</b> & y < z", ["&lt;b&gt;x&lt;/b&gt; &amp; y &lt; z"]),
        ("# no heading", ["# no heading"]),
        ("It reads:\n\n> One\n> line.\n>\n> Two.", ["It reads:", "> One line.", "> Two."]),
        ("> Quoted\nand lazy.\n\nNot quoted.", ["> Quoted and lazy.", "Not quoted."]),
        ("more > less, \\> no quotation", ["more &gt; less, &gt; no quotation"]),
        ("> > Twice", ["> Twice"]),
        ("    no code", ["no code"]),
        ("| no | table |", ["| no | table |"]),
        ("| no | table |\n\n| --- | --- |", ["| no | table |", "| --- | --- |"]),
        ('![a map](map.png "Title *a*")', ["map.png: a map: Title <em>a</em>"]),
        ("Text:\n![ ](a.png)\nmore", ["Text:", "a.png: : ", "more"]),
        ("no ![picture](https://example.org/x.png)", ['no !<a href="https://example.org/x.png">picture</a>']),
        ("2 * 3 * 4 and dv_cases_2023", ["2 * 3 * 4 and dv_cases_2023"]),
        ("5*6 and 7*8, 2**3 and 4**5", ["5*6 and 7*8, 2**3 and 4**5"]),
        ("*5*6 and 7*8*", ["<em>5*6 and 7*8</em>"]),
        ("**12** of *13*, 14*a*", ["<strong>12</strong> of <em>13</em>, 14<em>a</em>"]),
        ("10^6/10^7, 2^3,4^5,6^7", ["10^6/10^7, 2^3,4^5,6^7"]),
        ("`no code`", ["`no code`"]),
        ("km^2^, CO~2~O, 10^6^, 1^st^", ["km<sup>2</sup>, CO<sub>2</sub>O, 10<sup>6</sup>, 1<sup>st</sup>"]),
        ("^1^ Source, **x^2^**", ["<sup>1</sup> Source, <strong>x<sup>2</sup></strong>"]),
        ("(NH~4~)~2~SO~4~", ["(NH<sub>4</sub>)<sub>2</sub>SO<sub>4</sub>"]),
        ("^a\\ b^ and \\^c^", ["<sup>a b</sup> and ^c^"]),
        ("~100–~200, ~5 or ~6, 90~100", ["~100–~200, ~5 or ~6, 90~100"]),
        ("2^10 and x ^ y ^ z", ["2^10 and x ^ y ^ z"]),
        ("the ~~old~~ rule", ["the ~~old~~ rule"]),
    ],
)
def test_the_light_markdown_is_read_and_the_rest_is_text(text: str, expected: list[str]) -> None:
    """Paragraphs, emphasis, links and lists; whatever else is typed is printed as typed."""
    assert expected == html(text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://x/y", "//x/y"]
)
def test_other_addresses_are_no_links(address: str) -> None:
    """The text is kept and the address named."""
    parsed = parse_markdown(f"[x]({address})", ())

    assert "<a" not in str(parsed.blocks[0])
    assert ["RG518"] == [one.code for one in parsed.leftovers]


def test_a_note_stands_where_its_mark_is() -> None:
    """A footnote is a mark and, further down, its text."""
    assert ["Act<aside>Act of <em>2022</em>.</aside> applies."] == html("Act[^1] applies.\n\n[^1]: Act of *2022*.")


def test_a_mark_without_its_note_is_named() -> None:
    """A mark that leads nowhere would be left in the report, also beside another one."""
    assert [("RG519", "[^1]", 0)] == leftovers("Act[^1] applies.")
    assert [("RG519", "[^1]", 1), ("RG519", "[^2]", 1)] == leftovers("The first\\\nAct[^1][^2] applies.")


@pytest.mark.parametrize("before", ["", "- ", "    ", "> "])
def test_a_note_that_no_mark_leads_to_is_named(before: str) -> None:
    """Also within a list or a quotation, and the second one under the same mark: neither is printed."""
    assert [("RG745", "[^2]: Of 2019.", 4)] == leftovers(f"Act[^1].\n\n[^1]: Of 2018.\n\n{before}[^2]: Of 2019.")
    assert [("RG745", "[^1]: Of 2019.", 4)] == leftovers(f"Act[^1].\n\n[^1]: Of 2018.\n\n{before}[^1]: Of 2019.")


def test_a_bracket_that_is_escaped_marks_no_note() -> None:
    """So that a raised sign can stand behind a bracket."""
    assert ["see [<sup>1</sup>]"] == html("see \\[^1^]")


def test_a_reference_can_be_raised() -> None:
    """As an exponent, or as the number of a note."""
    mark = Markup('<data value="0"></data>')

    assert ('10<sup><data value="0"></data></sup>',) == parse_markdown(f"10^{chr(FIRST_MARK)}^", (mark,)).blocks


def test_lists_within_lists_are_kept() -> None:
    """The items of a list may have lists of their own."""
    (block,) = parse_markdown("- a\n  - b\n- c", ()).blocks

    assert isinstance(block, TextList)
    assert [("a", 1), ("c", 0)] == [(str(item.text), len(item.lists)) for item in block.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("?*? and ?*?", "{}*{} and {}*{}"),
        ("5*? and ?*6", "5*{} and {}*6"),
        ("> - ? per cent", "- {} per cent"),
    ],
)
def test_signs_beside_references_are_signs(text: str, expected: str) -> None:
    """As they are beside digits."""
    figure = Markup('<data value="0"></data>')
    source = text.replace("?", chr(FIRST_MARK))
    (block,) = parse_markdown(source, (figure,)).blocks

    assert expected.replace("{}", figure) == (block.text if isinstance(block, Quote) else block)


def test_a_reference_keeps_its_place_within_emphasis() -> None:
    """A mark becomes the HTML of its reference, wherever it stands."""
    mark = Markup('<data value="0"></data>')

    assert ('<em>a <data value="0"></data></em>',) == parse_markdown(f"*a {chr(FIRST_MARK)}*", (mark,)).blocks


@given(st.text(alphabet="ab*_[]()<>&#-1. \n^~:!`|\\", max_size=60))
def test_whatever_is_typed_gives_markup_that_the_tree_can_read(text: str) -> None:
    """No text of an agency can give an element that is unknown, misplaced or left open."""
    reader = MarkupReader()
    for block in html(text):
        reader.feed(f"<p>{block.removeprefix('> ')}</p>" if block not in {"ul", "ol"} else "<ul></ul>")
    reader.close()

    assert [] == reader.diagnostics


def printed(text: str) -> str:
    """The words of a text, lists and quotations included, with one space between blocks."""
    return " ".join(_words(block) for block in parse_markdown(text, ()).blocks)


def _words(block: TextBlock) -> str:
    match block:
        case TextList():
            return " ".join(" ".join([_words(item.text), *map(_words, item.lists)]) for item in block.items)
        case Quote():
            return _words(block.text)
        case _:
            return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", str(block))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("• - 4 per cent\n• + 5 per cent", "- 4 per cent + 5 per cent"),
        ("Of these:\n- 198.\n- 12)", "Of these: 198. 12)"),
        ("• > 5 persons", "> 5 persons"),
        ("1. 2023. gads", "2023. gads"),
        ("77.", "77."),
        ("It was 76.\n\n77)", "It was 76. 77)"),
        ("- one\n  2023. gads", "one 2023. gads"),
        ("- one\n\n  77.\n\n  two", "one 77. two"),
        ("- one\n\n  > 5 persons", "one > 5 persons"),
        ("> 12. The State party", "12. The State party"),
        ("> One:\n> 1. Everyone\n> 2. No one", "One: 1. Everyone 2. No one"),
        ("> - 5 per cent", "- 5 per cent"),
        ("Act[^1].\n\n[^1]: 12. Act of 5 May", "Act 12. Act of 5 May ."),
        ("Act[^1].\n\n[^1]: 2023.", "Act 2023. ."),
        ("• \\– word", "– word"),
        ("-", "-"),
        ("• * one", "* one"),
    ],
)
def test_numbers_and_signs_that_are_no_marks_stay(text: str, words: str) -> None:
    """At the beginning of items, of their further lines, of paragraphs, quotations and notes."""
    assert words == printed(text).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- one\n- two", "one two"),
        ("1. one\n   - two\n2. three", "one two three"),
        ("- one\n\n  > said", "one said"),
        ("> said", "said"),
        ("> - one\n> - two", "one two"),
        ("1.5 per cent\n\n-5 degrees", "1.5 per cent -5 degrees"),
    ],
)
def test_marks_of_lists_and_quotations_are_not_printed(text: str, words: str) -> None:
    """They stand where a list or a quotation begins."""
    assert words == printed(text).strip()


MARKS = st.sampled_from(
    ("- ", "+ ", "* ", "• ", "– ", "> ", "> > ", "1. ", "1) ", "(a) ", "  ", "\n", "\n  ", "\n\n", "[^1]: ", "")
)
FIGURES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(("", "- ", "+ ", "> ", "-", ">", "€ ", "- $")),
    st.integers(100, 2999),  # more digits than a mark of a list, or a mark that is out of order
    st.sampled_from((".", ")", "", ",", " per cent", ". x", ") x", "*6 and 7*8", "**6, 7**8", "^6/7^8", "~6,7~8")),
    st.sampled_from(("", " ", "\n", "\n\n")),
)


@given(st.lists(st.tuples(MARKS, MARKS, FIGURES).map("".join), min_size=1, max_size=4).map("\n".join))
def test_every_number_of_a_text_is_printed(text: str) -> None:
    """Or asked about: no mark of Markdown swallows one, whatever stands before it."""
    if not any((*typed_marks(text), *unclear_lines(text), *leftovers(text))):
        assert sorted(re.findall(r"\d{3,}|\d[*^~]+\d", text)) == sorted(re.findall(r"\d{3,}|\d[*^~]+\d", printed(text)))


WORDS = (
    *("a", "B 2", "1", "1.", "1)", "x.", "-", "+", "- ", "* ", "*a*", "_b_", ">", "> ", "#", "\\", "`c`", "<i>", "~"),
    *("\n- a", "&amp;", "^", "H~2~O", "[^1]", "[^1]: ", "[a](#b)", "---", "===", "é", "–"),
    *(" ", "  ", "    ", "\t", "\u00a0", "\u2028", "\x0b", "\x85", "\x1c", "\n", "\n\n", "\n\n\n", "\r\n", "\0"),
    *(chr(FIRST_MARK), chr(FIRST_MARK + 1)),
)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map("".join))
def test_paragraphs_without_marks_are_what_the_parser_makes_of_them(text: str) -> None:
    """Paragraphs that are not given to the parser, which is slow to load, come out as if they were."""
    marks = (Markup("<data>"), Markup("<aside>source</aside>"))
    found = parse_markdown(text, marks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "split_plain", lambda text: ([], text))
        assert parse_markdown(text, marks) == found


def test_texts_without_marks_need_no_parser() -> None:
    """Plain paragraphs, of one line or of several, and simple lists are all that most agencies write."""
    sentences = "In 2023, 12 (3 per cent) – a third – were heard."
    blocks = [sentences, "Two lines that are wrapped,\nA/B & C: “so”.", "-   a\n-   b", "End."]

    assert (blocks, "") == split(f"{sentences}\n\nTwo lines that are wrapped,\nA/B & C: “so”.\n\n• a\n• b\n\nEnd.\n")
    assert (["One."], "-   a\n\n-   b") == split("One.\n\n- a\n\n- b")
    assert (["One."], "-   a\n-   *b*\n\nTwo.") == split("One.\n\n- a\n- *b*\n\nTwo.")


def split(text: str) -> tuple[list[str], str]:
    """Return the plain blocks of a text as agencies write it, and the rest."""
    return markdown.split_plain(as_markdown(text)[0])
