"""The lists at the beginning of the DOCX: contents with live numbers, abbreviations."""

import pytest
from build import document, full_document, heading, paragraph, words
from msgspec.structs import replace
from word_file import Word

from reportgen.document.numbering import number_document
from reportgen.document.tree import Abbreviation, Abbreviations, Block, Contents, Level
from reportgen.languages.front import load_front
from reportgen.writers.docx.oxml import W
from reportgen.writers.docx.sections import estimate_pages
from reportgen.writers.docx.writing import DocxOptions, write_docx

TYPED = DocxOptions(numbering="typed")


def written(*blocks: Block, options: DocxOptions | None = None) -> Word:
    """A document of these blocks, written and opened again."""
    return Word(write_docx(document(*blocks), options or DocxOptions()))


def entries(word: Word) -> list[str]:
    """The lines of the list of contents."""
    return [line for line in word.lines() if line.startswith("TOC") and not line.startswith("TOCHeading")]


CONTENTS = Contents(words("Contents"), (Level.PART, Level.THEME, Level.REPLY, Level.ANNEX))
PART = heading(Level.PART, "General information", key="general")


def test_an_entry_has_label_words_paragraphs_and_page() -> None:
    """A part's line is tab, letter, tab, words, dots, first and last paragraph, page: the numbers as live fields."""
    word = written(CONTENTS, PART, paragraph("One.", key="a-1"), paragraph("Two.", key="a-2"))

    assert [r"TOC1: →A.→General information→→{REF a_1 \n \h}1–{REF a_2 \n \h}2→{PAGEREF general \h}2"] == entries(word)


def test_one_paragraph_is_no_range() -> None:
    """Where a heading has one paragraph, its number stands alone; where it has none, the page stands in its column."""
    word = written(CONTENTS, PART, paragraph("One.", key="a-1"), heading(Level.PART, "Specific information", key="b"))

    assert [
        r"TOC1: →A.→General information→→{REF a_1 \n \h}1→{PAGEREF general \h}2",
        r"TOC1: →B.→Specific information→→→{PAGEREF b \h}2",
    ] == entries(word)


def test_levels_have_their_styles() -> None:
    """Parts and annexes are lines of toc 1, themes of toc 2, replies of toc 3; the latter begin with their words."""
    levels = (Level.PART, Level.THEME, Level.REPLY, Level.ANNEX)
    word = written(CONTENTS, *(heading(level, level.value, key=level.value) for level in levels))

    assert ["TOC1: →A.→part", "TOC2: theme", "TOC3: reply", "TOC1: →Annex→annex"] == [
        line.split("→→")[0] for line in entries(word)
    ]


def test_a_broad_label_has_a_tab_stop_of_its_own() -> None:
    """Behind “Приложение I” the next stop would be that of the dots; shorter labels leave the text its place."""
    front = load_front("ru")
    annexes = [heading(Level.ANNEX, "Таблицы", key=key) for key in "ab"]
    russian = replace(document(CONTENTS, PART, *annexes), language=front.tag, words=front.wording)
    own = "//w:p[w:pPr/w:pStyle/@w:val='TOC1']/w:pPr/w:tabs/w:tab"

    stops = [int(stop.get(f"{W}pos") or 0) for stop in Word(write_docx(number_document(russian))).find(own)]

    assert 2 == len(stops)
    assert 1134 < stops[0] < stops[1] < 2268
    assert [] == written(CONTENTS, PART, *annexes).find(own)
    assert [] == Word(write_docx(number_document(replace(russian, blocks=russian.blocks[:3])))).find(own)


def test_a_paragraph_without_a_key_gets_a_hidden_bookmark() -> None:
    """The numbers of the list are live whatever the paragraphs are called."""
    word = written(CONTENTS, PART, paragraph("One."), paragraph("Two."), paragraph("Three."))
    hidden = word.values("//w:bookmarkStart[starts-with(@w:name, '_par_')]/@w:name")

    assert ["_par_1", "_par_3"] == hidden
    assert r"{REF _par_1 \n \h}1–{REF _par_3 \n \h}3" in entries(word)[0]


def test_typed_numbers_are_typed_in_the_list_too() -> None:
    """With typed numbers a range is text, and the page is still a field."""
    word = written(CONTENTS, PART, paragraph("One."), paragraph("Two."), options=TYPED)

    assert [r"TOC1: →A.→General information→→1–2→{PAGEREF general \h}2"] == entries(word)
    assert [] == word.values("//w:bookmarkStart[starts-with(@w:name, '_par_')]/@w:name")


@pytest.mark.parametrize("options", [DocxOptions(), TYPED], ids=["automatic", "typed"])
def test_every_field_and_link_of_the_list_finds_its_bookmark(options: DocxOptions) -> None:
    """No entry points to a bookmark that is not there: Word would print an error in its place."""
    word = Word(write_docx(full_document(), options))
    names = set(word.values("//w:bookmarkStart/@w:name"))
    asked = {code.split()[1] for code in word.values("//w:instrText/text()") if code.split()[0] in {"REF", "PAGEREF"}}

    assert asked | set(word.values("//w:hyperlink/@w:anchor")) <= names


def test_each_line_is_a_link_to_its_heading() -> None:
    """All of a line stands in one link, whose target is the heading's bookmark."""
    word = Word(write_docx(full_document()))
    inside = "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC') and w:hyperlink]"

    assert ["part_general", "part_specific", "heading_5", "annex"] == word.values(f"{inside}/w:hyperlink/@w:anchor")
    assert [] == word.find(f"{inside}/w:r")


def pages_said(word: Word) -> list[str]:
    """The page in each line of the list of contents."""
    return [line.rpartition("}")[2] for line in entries(word)]


def test_pages_are_those_that_are_given() -> None:
    """The page of each line is that of its heading; a heading without one leaves its place empty."""
    tree = full_document()
    word = Word(write_docx(tree, pages={"part-general": 7, "part-specific": 19, "annex": 104}))

    assert ["7", "19", "", "104"] == pages_said(word)


def test_pages_are_estimated_where_none_are_given() -> None:
    """Without a PDF the file still says a page in each line."""
    tree = full_document()
    pages = estimate_pages(tree)
    contents = next(block for block in tree.blocks if isinstance(block, Contents))

    assert [str(pages[entry.target]) for entry in contents.entries] == pages_said(Word(write_docx(tree)))


def test_word_computes_pages_on_opening_and_nothing_else() -> None:
    """Page references are marked as stale; numbers of paragraphs are not, nor is the whole file."""
    word = Word(write_docx(full_document()))
    codes = word.values("//w:r[w:fldChar/@w:dirty='true']/following-sibling::w:r[1]/w:instrText/text()")

    assert ["PAGEREF"] * 4 == [code.split()[0] for code in codes]
    assert len(word.values("//w:instrText/text()")) > len(codes)
    assert ["begin"] * 4 == word.values("//w:fldChar[@w:dirty]/@w:fldCharType")
    assert [] == word.find("//w:updateFields", "word/settings.xml")


def test_there_is_no_field_that_would_rebuild_the_list() -> None:
    """A TOC field would drop all paragraph numbers when it is updated."""
    codes = Word(write_docx(full_document())).values("//w:instrText/text()")

    assert [] == [code for code in codes if code.split()[0] in {"TOC", "TC"}]


def test_long_headings_are_broken_before_the_dots() -> None:
    """A heading of several lines leaves the columns of numbers free."""
    long = "Specific information on the implementation of articles 1–27 of the Covenant, including with regard to all"
    word = written(CONTENTS, heading(Level.PART, long, key="long"))
    [line] = entries(word)

    assert long == line.split("→")[2].replace("⏎", " ")
    assert 1 == line.count("⏎")


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("i " * 45, 0),
        ("n " * 36, 0),
        ("n " * 45, 1),
        ("W " * 36, 1),
        ("统计 " * 20, 1),
        ("СТАТИСТИКА ЖӘНЕ ҚҰҚЫҚ БҰЗУШЫЛЫҚ ТУРАЛЫ АҚПАРАТ БЕРУ", 1),
        ("Overlong" * 20, 0),  # a word is not torn apart
    ],
)
def test_lines_are_measured_by_the_kind_of_their_letters(text: str, breaks: int) -> None:
    """Capitals and ideographs take more room than small letters; nothing of the heading is lost."""
    [line] = entries(written(CONTENTS, heading(Level.PART, text.strip(), key="x")))

    assert text.split() == line.split("→")[2].replace("⏎", " ").split()
    assert breaks == line.count("⏎")


CHINESE = (
    "关于国内人权状况的一般性资料，包括与执行《公约》有关的新措施和新动态，以及在UNDP（开发署）协助下采集的“数据”。"
)


@pytest.mark.parametrize("skipped", range(14))
def test_a_chinese_heading_is_broken_between_its_letters(skipped: int) -> None:
    """It has no spaces; no line begins with a stop, ends with what opens, or parts a word in other letters."""
    [line] = entries(written(CONTENTS, heading(Level.PART, CHINESE[skipped:], key="x")))
    parts = line.split("→")[2].split("⏎")

    assert CHINESE[skipped:] == "".join(parts)
    assert 2 <= len(parts) <= 3
    assert max(map(len, parts)) <= 36
    assert all(part[0] not in "，。、）》”" and part[-1] not in "（《“" for part in parts)
    assert "UNDP" in line


def test_numbers_stand_in_columns() -> None:
    """Dots lead to 7654, paragraphs end at 8929, pages at 9638, for every level and for the heads."""
    word = Word(write_docx(full_document()))
    stops = [
        word.values(f"//w:style[@w:styleId='TOC{level}']//w:tab/@w:pos", "word/styles.xml")[-3:] for level in (1, 2, 3)
    ]

    assert [["7654", "8929", "9638"]] * 3 == stops
    assert ["8929", "9638"] == word.values("//w:p[w:r/w:t='Paragraphs']/w:pPr/w:tabs/w:tab/@w:pos")


def test_contents_are_headed_as_in_geneva() -> None:
    """The title is in 14 points, not bold; the heads of the columns are in italics of 8 points."""
    word = written(CONTENTS, PART)
    heads = "//w:p[w:r/w:t='Paragraphs']/w:r[w:t]/w:rPr"

    assert ["TOCHeading: Contents", "Normal: →Paragraphs→Page"] == word.lines()[:2]
    assert ["28"] == word.values("//w:style[@w:styleId='TOCHeading']//w:sz/@w:val", "word/styles.xml")
    assert [] == word.find("//w:style[@w:styleId='TOCHeading']//w:b", "word/styles.xml")
    assert (["16", "16"], 2) == (word.values(f"{heads}/w:sz/@w:val"), len(word.find(f"{heads}/w:i")))


def test_abbreviations_stand_in_two_columns() -> None:
    """Short form, tab, full form; the second column begins behind the longest short form, and holds turned lines."""
    entries = (Abbreviation("NGO", "non-governmental organization"), Abbreviation("UNICEF-ECARO-2", "a long one"))
    word = written(Abbreviations(words("Abbreviations"), entries))
    shape = "//w:p[w:r/w:t='NGO']/w:pPr"

    assert ["TOCHeading: Abbreviations", "Normal: NGO→non-governmental organization"] == word.lines()[:2]
    assert ["3402"] == word.values(f"{shape}/w:tabs/w:tab/@w:pos") == word.values(f"{shape}/w:ind/@w:left")
    assert ["2268"] == word.values(f"{shape}/w:ind/@w:hanging")
