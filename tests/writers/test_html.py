"""The HTML page: same text as the tree, safe, found by keys, read aloud in order."""

import re
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from build import (
    cover_line,
    document,
    figure,
    full_document,
    heading,
    item_list,
    paragraph,
    sample_document,
    table,
    words,
)
from conftest import Golden
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace
from printed import printed_lines, printed_notes, squeezed

from reportgen.diagnostics import Place
from reportgen.document.tree import (
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Figure,
    Inline,
    Item,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Raised,
    Reference,
    Role,
    Text,
)
from reportgen.writers.html.writing import anchor, write_html

BLOCKS = " or ".join(f"self::{tag}" for tag in ("p", "h1", "h2", "h3", "h4", "li", "caption", "th", "td"))
Page = Any
"""An element of lxml; what XPath gives has no useful type."""
FETCHING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "style"}


def parsed(document_: Document) -> Page:
    """The page as a tree of elements."""
    return html.document_fromstring(write_html(document_))


def lines(page: Page) -> tuple[list[str], list[str]]:
    """The text of each block in the body, and the text of each note, which is left out of its block."""
    for line_break in page.xpath("//br"):
        line_break.tail = "\n" + (line_break.tail or "")
    notes = page.xpath("//*[contains(concat(' ', @class, ' '), ' note ')]")
    noted = [squeezed(note.text_content()) for note in notes]
    for note in notes:
        note.drop_tree()
    found = [line for block in page.xpath(f"//body//*[{BLOCKS}]") for line in _lines_of(block)]
    return [line for line in map(squeezed, found) if line], noted


def _lines_of(block: Page) -> list[str]:
    text = _before_lists(block)
    return text.split("\n") if block.tag == "caption" else [text]


def _before_lists(block: Page) -> str:
    """The text of a block without that of the lists right below it."""
    parts = (("" if part.tag in {"ul", "ol"} else part.text_content()) + (part.tail or "") for part in block)
    return (block.text or "") + "".join(parts)


@pytest.mark.parametrize("make", [sample_document, full_document])
def test_page_has_the_text_of_the_tree(make: Callable[[], Document]) -> None:
    """Each line of the page is the line that the tree prints, numbers included, and each note likewise."""
    text, notes = lines(parsed(make()))

    assert printed_lines(make()) == text
    assert printed_notes(make()) == notes


def test_page_is_as_reviewed(golden: Golden) -> None:
    """The body of the sample document is the reviewed one; the style sheets are left out."""
    page = write_html(sample_document())

    golden("html/sample.html", page[page.index("<body") :])


def test_page_with_everything_is_as_reviewed(golden: Golden) -> None:
    """The body of the document with everything that a report can hold is the reviewed one."""
    page = write_html(full_document())

    golden("html/full.html", page[page.index("<body") :])


def test_page_fetches_nothing() -> None:
    """No element of the page can make a browser fetch or run anything, and the policy forbids both."""
    page = parsed(full_document())
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    attributes = {name for element in page.iter() for name in element.attrib}
    policy = page.xpath("//meta[@http-equiv]/@content")[0]

    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "form", "svg"}
    assert not attributes & FETCHING
    assert not [name for name in attributes if str(name).startswith("on")]
    assert not re.search(r"@import|url\(|@font-face", "".join(page.xpath("//style/text()")))
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_policy_allows_the_two_style_sheets() -> None:
    """The hashes in the policy are those of the style sheets as they stand in the page."""
    page = write_html(sample_document())
    styles = re.findall(r"<style[^>]*>(.*?)</style>", page, flags=re.DOTALL)
    allowed = [b64decode(value) for value in re.findall(r"'sha256-([^']+)'", page)]

    assert [sha256(style.encode()).digest() for style in styles] == allowed


def test_page_says_language_title_and_author() -> None:
    """Language, title, author and subject stand where programs look for them."""
    page = parsed(sample_document())

    assert page.get("lang") == "en-GB"
    assert page.xpath("//title/text()") == ["Third periodic report submitted by Ruritania"]
    assert page.xpath("//meta[@name='author']/@content") == ["Ruritania"]
    assert page.xpath("count(//header) + count(//main)") == 2


def test_heading_levels_leave_no_gap() -> None:
    """A reply right below a part is one level below it; below a theme it is one further."""
    page = parsed(
        document(
            heading(Level.PART, "General"),
            heading(Level.REPLY, "Reply 1"),
            heading(Level.PART, "Specific"),
            heading(Level.THEME, "Theme"),
            heading(Level.REPLY, "Reply 2"),
            cover=(cover_line(Role.TITLE, "Title"),),
        )
    )
    found = page.xpath("//h1 | //h2 | //h3 | //h4")

    assert [
        ("h1", "title"),
        ("h2", "part"),
        ("h3", "reply"),
        ("h2", "part"),
        ("h3", "theme"),
        ("h4", "reply"),
    ] == [(element.tag, element.get("class")) for element in found]


def test_a_figure_shows_where_it_comes_from() -> None:
    """Pointing at a figure shows its indicator, its periods and the cells that it was made from."""
    made = figure("33,545,000", "cases", "2022", "2023")
    shown = parsed(document(paragraph("In all, ", made, "."))).xpath("//data")[0]

    assert (shown.text, shown.get("value")) == ("33,545,000", "33545000")
    assert (
        shown.get("title")
        == "cases, 2022, 2023: submissions/court.xlsx:Indicators!D4; submissions/court.xlsx:Indicators!E4"
    )
    assert (shown.get("data-indicator"), shown.get("data-periods")) == ("cases", "2022, 2023")


def test_a_word_that_is_no_number_has_no_value() -> None:
    """`value` is for machines: a figure that is printed as `unchanged` has none, but says where it comes from."""
    made = parsed(document(paragraph("It is ", figure("unchanged"), ".")))

    assert made.xpath("//data") == []
    assert made.xpath("//span[@class='figure']/@data-indicator") == ["cases"]


def test_further_paragraphs_of_an_item_are_paragraphs() -> None:
    """The first stands beside the mark, the others below it; marks go (a), (i), a., i."""
    block = item_list(Item(words("One", LineBreak(is_paragraph=True), "Two")), mark=Mark.PLAIN_LETTER)
    item = parsed(document(block)).xpath("//li")[0]

    assert item.text_content().startswith("a. One")
    assert [one.text for one in item.xpath("p[@class='further']")] == ["Two"]


def test_references_lead_to_their_blocks() -> None:
    """Every link inside the page leads to an element that is there, and no id stands twice."""
    page = parsed(full_document())
    ids = page.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert set(page.xpath("//a[starts-with(@href, '#')]/@href")) <= {f"#{id_}" for id_ in ids}
    assert {"justice-1-1", "court-2-1", "cases", "part-general"} <= set(ids)


@given(st.text(min_size=1), st.text(min_size=1))
def test_anchors_are_safe_and_different(first: str, second: str) -> None:
    """Ids have only characters that need no escaping anywhere, and two keys never share one."""
    assert re.fullmatch(r"[A-Za-z0-9_.~-]+", anchor(first))
    assert (first == second) == (anchor(first) == anchor(second))


HOSTILE = "<script>alert(1)</script>\"'>&amp;\x00\u202e</style><!--"


def test_text_stays_text() -> None:
    """Text of agencies in every place that holds text makes no element, no attribute and no style."""
    place = Place(f"submissions/{HOSTILE}.yaml", line=1)
    everywhere = document(
        heading(Level.THEME, HOSTILE, key=HOSTILE),
        paragraph(
            HOSTILE,
            Emphasis(words(HOSTILE)),
            Figure(HOSTILE, HOSTILE, (HOSTILE,), (("a",),), (place,)),
            Link(f"https://example.org/{HOSTILE}", words(HOSTILE)),
            Note(words(HOSTILE), mark=HOSTILE),
            Note(words(HOSTILE)),
            Reference(HOSTILE, HOSTILE),
        ),
        item_list(HOSTILE),
        table(HOSTILE, f"{HOSTILE} | {HOSTILE}", f"{HOSTILE} | {HOSTILE}", source=HOSTILE),
        cover=tuple(cover_line(role, HOSTILE) for role in Role),
    )
    page = parsed(everywhere)

    assert page.xpath("//script | //comment()") == []
    assert len(page.xpath("//style")) == 2
    assert lines(page)[0] == printed_lines_without_unfit(everywhere)


def printed_lines_without_unfit(document_: Document) -> list[str]:
    """The printed lines without the characters that no output may hold."""
    return [line.replace("\x00", "").replace("\u202e", "") for line in printed_lines(document_)]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host/x", ""])
def test_a_link_to_a_strange_address_is_its_text(address: str) -> None:
    """Only web and mail addresses become links."""
    page = parsed(document(paragraph(Link(address, words("here")))))

    assert page.xpath("//main//a") == []
    assert "here" in page.xpath("string(//main)")


def test_links_do_not_nest() -> None:
    """A reference, a link and a note in a link lose their own links or stand behind it; no text is lost."""
    inner = (Text("see "), Reference("a", "this"), Link("https://b.example", words("that")), Note(words("Noted.")))
    page = parsed(document(paragraph(Link("https://a.example", inner), key="a")))

    assert page.xpath("//a//a") == []
    assert lines(page) == (["1. see thisthat1"], ["1 Noted."])


def test_a_note_in_a_note_stands_in_brackets() -> None:
    """A note in a note does not vanish and does not become a note."""
    page = parsed(document(paragraph("Text", Note((Text("Outer"), Note(words("inner")))))))

    assert [note.partition(" ")[2] for note in lines(page)[1]] == ["Outer (inner)"]


def test_a_table_names_its_heads() -> None:
    """Column heads and row heads say what they head; the empty corner is no head."""
    page = parsed(document(table("Cases", " | 2022", "Women | 3", "=Total | 3")))

    assert page.xpath("//thead//th/@scope") == ["col"]
    assert page.xpath("//tbody//th/@scope") == ["row", "row"]
    assert page.xpath("count(//thead//td)") == 1
    assert page.xpath("//tr[@class='total']/th/text()") == ["Total"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("See CCPR/C/KAZ/CO/2, para. 5.", ["CCPR/C/KAZ/CO/2"]),
        ("(E/C.12/KAZ/3; CERD/C/KAZ/8-10)", ["E/C.12/KAZ/3", "CERD/C/KAZ/8-10"]),
        ("and/or, A/B, https://example.org/A/B/C, 2022/23", []),
        ("A&B <CCPR/C/KAZ/2>", ["CCPR/C/KAZ/2"]),
    ],
)
def test_symbols_of_documents_stay_whole(text: str, whole: list[str]) -> None:
    """A symbol is not broken over lines at its slashes, nor a range at its dash; other words with slashes may be."""
    page = parsed(document(paragraph(text)))

    assert whole == page.xpath("//span[@class='whole']/text()")
    assert [f"1. {text}"] == lines(page)[0]


def test_notes_to_a_table_stand_below_it() -> None:
    """Mark and note lead to each other; notes stand in the order of their letters, before the source."""
    tables = parsed(full_document()).xpath("//div[contains(@class, 'table')][.//p[@class='table-note']]")
    [made] = tables
    below = [squeezed(line.text_content()) for line in made.xpath("./p")]

    assert ["a Courts of first instance.", "b Provisional.", "Source: Supreme Court."] == below
    assert ["a", "b"] == made.xpath(".//table//a[@role='doc-noteref']/text()")
    assert made.xpath(".//table//a/@href") == [f"#{id_}" for id_ in made.xpath("./p/@id")]
    assert made.xpath("./p/a/@href") == [f"#{id_}" for id_ in made.xpath(".//table//a/@id")]
    assert made.xpath(".//*[@class='note']") == []


def test_tables_have_notes_of_their_own() -> None:
    """The notes of two tables have the same letters and different ids."""
    noted = replace(table("Cases", " | 2023", "Men | 3"), caption=words("Cases", Note(words("Closed."))))
    ids = parsed(document(noted, noted)).xpath("//p[@class='table-note']/@id")

    assert ["note:1:a", "note:2:a"] == ids


@pytest.mark.parametrize("inlines", [(Note(words("A.")), Note(words("B."))), (Note(words("A.")), Text(""))])
def test_marks_at_one_place_are_parted(inlines: tuple[Inline, ...]) -> None:
    """There is a comma between two marks, and none behind one alone."""
    page = parsed(document(paragraph("Text", *inlines)))
    expected = ["1", ",", "2"] if isinstance(inlines[1], Note) else ["1"]

    assert expected == page.xpath("//p//*[@class='call']/text()")


def test_a_comma_between_marks_of_the_title_stands_on_the_line() -> None:
    """As the marks do; it is not raised."""
    title = cover_line(Role.TITLE, "Report", Note(words("One."), mark="*"), Note(words("Two."), mark="**"))
    page = parsed(document(cover=(title,)))

    assert ["*", ",", "**"] == page.xpath("//h1//*[@class='call of-title']/text()")


def listed(tree: Document) -> list[ContentsEntry]:
    """The lines of the list of contents."""
    return [entry for block in tree.blocks if isinstance(block, Contents) for entry in block.entries]


def test_contents_have_a_name_and_lead_to_headings() -> None:
    """The list is a part of the page that readers can jump to, and each line leads to a heading."""
    page = parsed(full_document())
    [nav] = page.xpath("//nav")
    targets = nav.xpath(".//li//span[@class='entry']/a/@href")

    assert "Contents" == page.get_element_by_id(nav.get("aria-labelledby")).text
    assert all(page.get_element_by_id(target[1:]).tag in {"h1", "h2", "h3", "h4"} for target in targets)
    assert [f"#{entry.target}" for entry in listed(full_document())] == targets


def test_a_turned_table_takes_its_headings_along() -> None:
    """What stands on turned pages is one element: tables that follow one another, and the headings right above them."""
    wide = replace(table("Wide", " | 2023", "Men | 3"), is_landscape=True)
    page = parsed(document(paragraph("A."), heading(Level.THEME, "T"), wide, wide, paragraph("B."), wide))
    turned = [[child.tag for child in group] for group in page.xpath("//div[@class='landscape']")]

    assert [["h1", "div", "div"], ["div", "hr"]] == turned


def test_every_document_ends_with_one_rule() -> None:
    """The rule that ends a document stands once, behind everything."""
    for tree in (document(), sample_document(), full_document()):
        assert ["end"] == parsed(tree).xpath("//hr/@class")


def test_raised_and_lowered_text_has_its_element() -> None:
    """Browsers and the PDF set it as what it is."""
    page = write_html(document(paragraph("km", Raised(words("2")), ", CO", Raised(words("2"), is_lowered=True), ".")))

    assert "km<sup>2</sup>, CO<sub>2</sub>." in page


@pytest.mark.parametrize("role", [Role.SYMBOL, Role.TITLE])
def test_a_first_page_may_have_one_line(role: Role) -> None:
    """A masthead without a title, and a title without a masthead, are both printed."""
    page = parsed(document(cover=(cover_line(role, "CCPR/C/ARC/2"),)))

    assert "CCPR/C/ARC/2" in page.xpath("string(//header)").replace("\n", "")


def test_an_empty_document_is_a_page() -> None:
    """A document without cover and blocks gives a valid page with an empty main part."""
    page = parsed(document())

    assert squeezed(page.xpath("string(//body)")) == ""
    assert page.xpath("count(//header)") == 0
