"""What the DOCX writer makes of each kind of node."""

import pytest
from build import (
    cover_line,
    document,
    figure,
    heading,
    item_list,
    paragraph,
    sample_cover,
    sample_document,
    table,
    words,
)
from msgspec.structs import replace
from word_file import NS, Word, printed

from reportgen.document.tree import (
    COUNTED,
    Awaiting,
    Block,
    Cell,
    Citation,
    CitationForm,
    CoverLine,
    Emphasis,
    Item,
    ItemList,
    Level,
    LineBreak,
    Link,
    Mark,
    Note,
    Quotation,
    Raised,
    Reference,
    Role,
    Row,
)
from reportgen.writers.docx.restyling import OURS
from reportgen.writers.docx.writing import DocxOptions, write_docx

TYPED = DocxOptions(numbering="typed")
END = "Normal: →→→→"


def written(*blocks: Block, cover: tuple[CoverLine, ...] = (), options: DocxOptions | None = None) -> Word:
    """A document of these blocks, written and opened again."""
    return Word(write_docx(document(*blocks, cover=cover), options or DocxOptions()))


def lines(*blocks: Block, options: DocxOptions | None = None) -> list[str]:
    """The paragraphs of these blocks, without the rule at the end of the document."""
    *before, end = written(*blocks, options=options).lines()
    assert end == END
    return before


# ---- headings and paragraphs ----------------------------------------------------------------------------------


def test_each_level_of_heading_has_its_style() -> None:
    """Title, part, theme and reply take the Geneva styles; a part's letter stands between two tabs, else two tabs."""
    blocks = [heading(level, level.value) for level in Level]

    assert ["HChG: →→title", "H1G: →A.→part", "H23G: →→theme", "H4G: →→reply", "HChG: Annex⏎annex"] == lines(*blocks)


def test_headings_have_outline_levels() -> None:
    """The navigation pane shows title, part, theme and reply one below the other; table captions are not in it."""
    word = written(table("Cases", " | 2023", "All | 3"))

    def level(style: str) -> list[str]:
        return word.values(f"//w:style[@w:styleId='{style}']//w:outlineLvl/@w:val", "word/styles.xml")

    assert [["0"], ["1"], ["2"], ["3"]] == [level(style) for style in ("HChG", "H1G", "H23G", "H4G")]
    assert ["9", "9"] == word.values("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:outlineLvl/@w:val")


def test_paragraphs_are_items_of_one_automatic_list() -> None:
    """A numbered paragraph carries no typed number; Word counts it in list 1."""
    blocks = paragraph("One."), paragraph("Aside.", numbered=False), paragraph("Two.")

    assert ["SingleTxtG(1.0): One.", "SingleTxtG: Aside.", "SingleTxtG(1.0): Two."] == lines(*blocks)


def test_list_of_paragraphs_has_the_measures_of_geneva() -> None:
    """The number stands at 1134, the text at a tab at 1701, turned lines go back to 1134."""
    word = written(paragraph("One."))
    level = "//w:abstractNum[@w:abstractNumId='1']/w:lvl"

    assert ["%1."] == word.values(f"{level}/w:lvlText/@w:val", "word/numbering.xml")
    assert ["1701"] == word.values(f"{level}//w:tab/@w:pos", "word/numbering.xml")
    assert ["1134", "0"] == word.values(f"{level}//w:ind/@*", "word/numbering.xml")


def test_typed_numbers_stand_in_the_text() -> None:
    """With typed numbers, each is text followed by a tab, and no paragraph is in a list."""
    blocks = paragraph("One."), paragraph("Aside.", numbered=False), paragraph("Two.")

    assert ["SingleTxtG: 1.→One.", "SingleTxtG: Aside.", "SingleTxtG: 2.→Two."] == lines(*blocks, options=TYPED)


def test_missing_reply_is_marked() -> None:
    """What is awaited stands in square brackets and in italics throughout."""
    word = written(Awaiting(words("Awaiting justice")))

    assert ["SingleTxtG: [Awaiting justice]", END] == word.lines()
    assert 3 == len(word.find("//w:r[w:rPr/w:i]"))


# ---- inlines --------------------------------------------------------------------------------------------------


def test_emphasis_is_italic_and_strong_emphasis_bold() -> None:
    """Emphasis within strong emphasis is both."""
    word = written(paragraph(Emphasis(words("a", Emphasis(words("b"))), strong=True)))

    assert [["a"], ["b"]] == [
        word.values("//w:r[w:rPr/w:b and not(w:rPr/w:i)]/w:t/text()"),
        word.values("//w:r[w:rPr/w:b and w:rPr/w:i]/w:t/text()"),
    ]


def test_blanks_at_the_ends_of_runs_are_kept() -> None:
    """Word drops a blank at the end of a run unless it is told to keep it."""
    word = written(paragraph("In ", Emphasis(words("2023")), ", more."))

    assert ["In "] == word.values("//w:t[@xml:space='preserve']/text()")
    assert "SingleTxtG(1.0): In 2023, more." == word.lines()[0]


def test_raised_and_lowered_text_keeps_its_level() -> None:
    """In the text, in bold words and in notes."""
    raised, lowered = Raised(words("2")), Raised(words("2"), is_lowered=True)
    bold = Emphasis(words("x", raised), strong=True)
    word = written(paragraph("12 km", raised, " of CO", lowered, ", ", bold, Note(words("m", raised)), "."))

    assert ["2", "2"] == word.values("//w:p[1]/w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t/text()")
    assert ["2"] == word.values("//w:r[w:rPr/w:vertAlign/@w:val='subscript']/w:t/text()")
    assert ["x", "2"] == word.values("//w:r[w:rPr/w:b]/w:t/text()")
    raised_in_notes = "//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t/text()"
    assert "2" in word.values(raised_in_notes, "word/footnotes.xml")


def test_line_ends_and_tabs_in_text_are_blanks() -> None:
    """A tab in foreign text would move it to the next stop of the paragraph."""
    assert ["SingleTxtG(1.0): one two three"] == lines(paragraph("one\n\ttwo\u2028three"))


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff", "\ud800", "\u202e", "\u2066"])
def test_characters_that_must_not_stand_in_a_file_are_left_out(character: str) -> None:
    """What XML forbids, and what turns a line around, is taken out of text, headings, captions and properties."""
    word = written(
        paragraph(f"a{character}b", key=f"k{character}"), table(f"c{character}d", f"e{character}f | 2023", "All | 1")
    )

    assert ["SingleTxtG(1.0): ab", "Heading1: Table {SEQ Table \\* ARABIC}1", "Heading1: cd", "TableHeadG: ef"] == [
        *word.lines()
    ][:4]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("the law “О языках” of 1997", {"ru-RU": "О языках"}),
        ("the law “Тіл туралы”, in force", {"kk-KZ": "Тіл туралы"}),
        ("Закон, art. 3, и Кодекс", {"ru-RU": "Закон"}),
        ("the Σύνταγμα", {"el-GR": "Σύνταγμα"}),
        ("“curly”, 5–7, café", {}),
    ],
)
def test_words_in_another_script_have_their_language(text: str, marked: dict[str, str]) -> None:
    """They are read aloud and checked in it; what is in the document's language is not marked."""
    word = written(paragraph(text))
    runs = {run.get(f"{{{word.body.nsmap['w']}}}val"): run for run in reversed(word.find("//w:r/w:rPr/w:lang"))}

    assert f"SingleTxtG(1.0): {text}" == word.lines()[0]
    assert marked == {
        language: "".join(str(one) for one in run.getparent().getparent().itertext())  # type: ignore[union-attr]
        for language, run in runs.items()
    }


def test_text_is_never_markup() -> None:
    """What looks like XML in a text is text."""
    assert ['SingleTxtG(1.0): </w:t><w:br/> & "x"'] == lines(paragraph('</w:t><w:br/> & "x"'))


def test_links_go_out_through_relationships() -> None:
    """An address is a relationship of its part, once for all links that use it."""
    link = Link("https://example.org/a?b=1&c=2", words("there"))
    word = written(paragraph(link, " and ", link), paragraph(Note(words(link))))
    external = "//*[@TargetMode='External']/@Target"

    assert ["https://example.org/a?b=1&c=2"] == word.values(external, "word/_rels/document.xml.rels")
    assert ["https://example.org/a?b=1&c=2"] == word.values(external, "word/_rels/footnotes.xml.rels")
    assert 1 == len(set(word.values("//w:hyperlink/@*[local-name()='id']")))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "\\\\host\\share", "http://["])
def test_other_links_are_text(address: str) -> None:
    """Only http, https and mailto become links."""
    word = written(paragraph(Link(address, words("there"))))

    assert [] == word.find("//w:hyperlink")
    assert "SingleTxtG(1.0): there" == word.lines()[0]


# ---- bookmarks and references ---------------------------------------------------------------------------------


def test_a_block_with_a_key_stands_in_a_bookmark() -> None:
    """The bookmark begins before the first run and ends after the last, with one id."""
    word = written(paragraph("In ", figure("3"), " cases.", key="court-1"))
    children = word.find("//w:p[1]/*")
    start, end = children[1], children[-1]

    assert ["bookmarkStart", "bookmarkEnd"] == [child.tag.rpartition("}")[2] for child in (start, end)]
    assert "court_1" == start.get(f"{{{word.body.nsmap['w']}}}name")
    assert start.get(f"{{{word.body.nsmap['w']}}}id") == end.get(f"{{{word.body.nsmap['w']}}}id")


def test_bookmarks_of_a_document_are_distinct() -> None:
    """No two bookmarks share an id or, without regard to case, a name."""
    word = Word(write_docx(sample_document()))
    ids, names = word.values("//w:bookmarkStart/@w:id"), word.values("//w:bookmarkStart/@w:name")

    assert sorted(ids) == sorted(set(ids)) == sorted(word.values("//w:bookmarkEnd/@w:id"))
    assert len(names) == len({name.lower() for name in names})


def test_each_figure_stands_in_a_hidden_bookmark() -> None:
    """The same figure has the same name wherever it stands first; its next occurrence has the next number."""
    one = written(paragraph(figure("348"), " and ", figure("348")))
    other = written(paragraph(figure("5", "other")), paragraph("More: ", figure("351")))
    hidden = "//w:bookmarkStart[starts-with(@w:name, '_fig_')]/@w:name"
    first, second = one.values(hidden)

    assert first.removesuffix("_1") == second.removesuffix("_2")
    assert first == other.values(hidden)[1]
    assert ["348"] == one.values(f"//w:bookmarkStart[@w:name='{first}']/following-sibling::w:r[1]/w:t/text()")


def test_a_reference_to_a_paragraph_is_a_live_field() -> None:
    """The number is the result of a field that asks for the paragraph's number; the word before it is text."""
    blocks = paragraph("See ", Reference("later"), "."), paragraph("Here.", key="later")

    assert r"SingleTxtG(1.0): See paragraph {REF later \n \h}2." == lines(*blocks)[0]


def test_a_reference_in_the_authors_words_is_a_link() -> None:
    """Where the text does not end with the number, nothing of it is counted."""
    word = written(paragraph("See ", Reference("later", "what follows")), paragraph("Here.", key="later"))

    assert ["later"] == word.values("//w:hyperlink/@w:anchor")
    assert ["what follows"] == word.values("//w:hyperlink//w:t/text()")


def test_a_number_that_only_ends_alike_is_no_field() -> None:
    """`rule 12` that points to paragraph 2 is the author's text."""
    blocks = paragraph("See ", Reference("later", "rule 12")), paragraph("Here.", key="later")

    assert "SingleTxtG(1.0): See rule 12" == lines(*blocks)[0]


def test_references_to_typed_numbers_are_links() -> None:
    """Where numbers are typed, Word has nothing to count; the reference is a link to the bookmark."""
    word = written(paragraph("See ", Reference("later")), paragraph("Here.", key="later"), options=TYPED)

    assert ["later"] == word.values("//w:hyperlink/@w:anchor")
    assert [] == word.find("//w:fldChar")


def test_a_reference_to_a_table_repeats_its_counted_number() -> None:
    """A table's number is a SEQ field in a bookmark of its own, which the reference names."""
    word = written(paragraph("See ", Reference("cases")), table("Cases", " | 2023", "All | 3", key="cases"))
    [code] = [text for text in word.values("//w:instrText/text()") if " REF " in text]
    name = code.split()[1]

    assert name in word.values("//w:p[2]/w:bookmarkStart/@w:name")
    assert "cases" in word.values("//w:p[3]/w:bookmarkStart/@w:name")


# ---- lists ----------------------------------------------------------------------------------------------------


def test_bullets_bring_their_mark_by_their_style() -> None:
    """The two bullet styles are linked to the levels of the list of bullets; a third level names it directly."""
    deep = Item(words("b"), (item_list(Item(words("c"), (item_list("d"),))),))

    assert ["Bullet1G: a", "Bullet1G: b", "Bullet2G: c", "Bullet2G(2.2): d"] == lines(item_list("a", deep))


def test_each_lettered_list_begins_again() -> None:
    """Every list has a number of its own that starts again at one; a list within it is a level of the same number."""
    inner = item_list("i", "ii", mark=Mark.ROMAN)
    outer = ItemList((Item(words("a"), (inner,)), Item(words("b"), (inner,))), Mark.LETTER)
    word = written(outer, item_list("a again", mark=Mark.LETTER))
    starts = word.values("//w:num[w:lvlOverride/w:startOverride/@w:val='1']/@w:numId", "word/numbering.xml")

    assert [
        "SingleTxtG(3.0): a",
        "SingleTxtG(3.1): i",
        "SingleTxtG(3.1): ii",
        "SingleTxtG(3.0): b",
        "SingleTxtG(3.1): i",
        "SingleTxtG(3.1): ii",
        "SingleTxtG(4.0): a again",
        END,
    ] == word.lines()
    assert ["3", "4"] == starts


def test_a_list_of_four_levels_is_one_list_of_word() -> None:
    """(a), (i), a., i. are the levels of one definition, so that Tab in Word gives the next mark; a fifth is (a)."""
    block = item_list("last", mark=Mark.LETTER)
    for mark in reversed(COUNTED):
        block = ItemList((Item(words("x"), (block,)), Item(words("y"))), mark)
    word = written(block)
    level = "//w:abstractNum[w:name/@w:val='Sub-paragraphs']/w:lvl"
    formats = word.values(f"{level}/w:numFmt/@w:val", "word/numbering.xml")

    assert ["lowerLetter", "lowerRoman"] * 2 == formats[:4]
    assert ["(%1)", "(%2)", "%3.", "%4.", "(%5)"] == word.values(f"{level}/w:lvlText/@w:val", "word/numbering.xml")[:5]
    assert ["(a) x", "(i) x", "a. x", "i. x", "(a) last", "ii. y", "b. y", "(ii) y", "(b) y"] == printed(word)
    assert 1 == len({line.partition("(")[2].partition(".")[0] for line in word.lines()[:-1]})


def test_two_lists_below_one_item_both_begin_at_one() -> None:
    """The second has a number of its own, as has a list under a bullet, and one with the mark of another level."""
    two = Item(words("one"), (item_list("x", mark=Mark.ROMAN), item_list("y", mark=Mark.ROMAN)))
    bulleted = Item(words("two"), (item_list(Item(words("b"), (item_list("z", mark=Mark.PLAIN_LETTER),))),))
    other = item_list(Item(words("o"), (item_list("p", mark=Mark.LETTER),)), mark=Mark.ROMAN)
    word = written(item_list(two, bulleted, mark=Mark.LETTER), other)

    assert ["(a) one", "(i) x", "(i) y", "(b) two", "• b", "a. z", "(i) o", "(a) p"] == printed(word)


@pytest.mark.parametrize(
    ("mark", "depth", "indent"),
    [(Mark.LETTER, 0, (1134, 1134)), (Mark.ROMAN, 1, (2835, 0)), (Mark.BULLET, 0, (1701, 0))],
)
def test_a_second_paragraph_of_an_item_stands_under_its_text(mark: Mark, depth: int, indent: tuple[int, int]) -> None:
    """It has no mark, and begins where the text of the item does; a line break in an item stays one."""
    block = item_list(Item(words("One", LineBreak(), "line", LineBreak(is_paragraph=True), "Two")), mark=mark)
    for _ in range(depth):
        block = item_list(Item(words("x"), (block,)), mark=Mark.LETTER)
    word = written(block)
    further = f"//w:p[{depth + 2}]/w:pPr[not(w:numPr)]/w:ind"

    assert ["SingleTxtG: Two"] == word.lines()[depth + 1 : -1]
    assert word.lines()[depth].endswith("One⏎line")
    left, first = indent
    assert [str(left)] == word.values(f"{further}/@w:left")
    assert [str(first)] == word.values(f"{further}/@w:firstLine")


def test_typed_labels_of_lists() -> None:
    """With typed numbers, letters and roman numbers are text; bullets stay Word's."""
    roman = item_list("x", "y", mark=Mark.ROMAN)
    outer = ItemList((Item(words("one"), (roman,)), Item(words("two"), (item_list("z"),))), Mark.LETTER)

    assert [
        "SingleTxtG: (a)→one",
        "SingleTxtG: (i)→x",
        "SingleTxtG: (ii)→y",
        "SingleTxtG: (b)→two",
        "Bullet2G: z",
    ] == lines(outer, options=TYPED)


def test_lists_within_lists_stop_at_words_last_level() -> None:
    """Word has nine levels; a tenth stands on the ninth instead of breaking the file."""
    nested = item_list("end", mark=Mark.LETTER)
    for _ in range(11):
        nested = ItemList((Item(words("x"), (nested,)),), Mark.LETTER)

    assert lines(nested)[-1].endswith(".8): end")


# ---- notes ----------------------------------------------------------------------------------------------------


def test_notes_are_real_footnotes() -> None:
    """The text refers to the note by its id; the note is tab, Word's number, tab, text, in the note's style."""
    word = written(paragraph("Text.", Note(words("The ", Emphasis(words("note"))))))

    assert "SingleTxtG(1.0): Text.^" == word.lines()[0]
    assert ["1"] == word.values("//w:footnoteReference/@w:id")
    assert "FootnoteText: →#→The note" == word.lines("word/footnotes.xml")[-1]


def test_notes_to_the_title_keep_their_marks() -> None:
    """`*` is typed in text and note, on the line in 10 points, and Word does not count it."""
    title = cover_line(Role.TITLE, "Report", Note(words("Unedited."), mark="*"))
    word = written(paragraph("Text.", Note(words("First."))), cover=(title,))

    assert "HChG: →→Report^*" == word.lines()[0]
    assert ["FootnoteText: →*→Unedited.", "FootnoteText: →#→First."] == word.lines("word/footnotes.xml")[-2:]
    assert ["1"] == word.values("//w:footnoteReference[@w:customMarkFollows='1']/@w:id")
    assert ["baseline"] == word.values("//w:r[w:footnoteReference/@w:customMarkFollows]/w:rPr/w:vertAlign/@w:val")


def test_a_note_within_a_note_is_not_lost() -> None:
    """Word has no notes in notes; the inner one stands in brackets."""
    word = written(paragraph("Text.", Note(words("Outer", Note(words("inner"))))))

    assert "FootnoteText: →#→Outer (inner)" == word.lines("word/footnotes.xml")[-1]


def test_notes_at_one_place_are_parted_by_a_comma() -> None:
    """The comma is raised like the marks; marks with text between them have none."""
    one, other = Note(words("One.")), Note(words("Two."))
    word = written(paragraph("Text.", one, other), paragraph("Word", one, " and word", other))

    assert ["SingleTxtG(1.0): Text.^,^", "SingleTxtG(1.0): Word^ and word^", END] == word.lines()
    assert ["FootnoteReference"] == word.values("//w:r[w:t=',']/w:rPr/w:rStyle/@w:val")


def test_a_note_of_several_lines_is_one_note() -> None:
    """A line break in a note is one in its paragraph, which keeps its mark at its head."""
    word = written(paragraph("Text.", Note(words("First line", LineBreak(), "second line"))))

    assert "FootnoteText: →#→First line⏎second line" == word.lines("word/footnotes.xml")[-1]


def test_the_separator_is_genevas() -> None:
    """Separator and continuation separator are a short underlined tab, and the settings name both."""
    word = written()

    assert ["separator", "continuationSeparator"] == word.values("//w:footnote/@w:type", "word/footnotes.xml")
    assert ["-1", "0"] == word.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml")
    assert ["2155", "2155"] == word.values("//w:tab/@w:pos", "word/footnotes.xml")


# ---- tables ---------------------------------------------------------------------------------------------------

TABLE = table("Cases", " | 2022 | 2023", "Women | 1,058 | 2", "=Total | 1,058 | 2", key="t", source="The court.")


def test_a_table_stands_between_caption_and_source() -> None:
    """Number, title, cells in rows, then the source with the word that the writers add."""
    assert [
        r"Heading1: Table {SEQ Table \* ARABIC}1",
        "Heading1: Cases",
        *("TableHeadG:", "TableHeadG: 2022", "TableHeadG: 2023"),
        *("TableTextG: Women", "TableTextG: 1,058", "TableTextG: 2"),
        *("TableTotalG: Total", "TableTotalG: 1,058", "TableTotalG: 2"),
        "TableNoteG: Source: The court.",
    ] == lines(TABLE)


def test_looks_of_tables_and_of_the_first_page_are_those_of_styles() -> None:
    """No size, weight or height of a line stands in a cell or below it, so that a change of the style reaches all."""
    word = written(TABLE, cover=sample_cover())
    cells = "//w:tbl[w:tblPr/w:tblCaption]//w:r/w:rPr/*[not(self::w:vertAlign)]"
    below = "//w:p[w:pPr/w:pStyle/@w:val='TableNoteG']/w:r/w:rPr/*[not(self::w:i or self::w:iCs)]"

    assert [] == [one.tag for one in word.find(cells) + word.find(below)]
    assert [] == word.find("//w:tbl[w:tblPr/w:tblCaption]//w:spacing")
    assert set(word.values("//w:style/@w:styleId", "word/styles.xml")) >= OURS
    assert OURS - set(word.values("//w:pStyle/@w:val")) == set()


def test_a_tables_head_repeats_and_rows_stay_whole() -> None:
    """The head row is marked as one, for pages and for screen readers; no row breaks over pages."""
    word = written(TABLE)

    assert 1 == len(word.find("//w:tr[w:trPr/w:tblHeader]"))
    assert 3 == len(word.find("//w:tr[w:trPr/w:cantSplit]"))
    assert ["1"] == word.values("//w:tblLook/@w:firstRow")
    assert ["Table 1. Cases"] == word.values("//w:tblCaption/@w:val")


def test_figures_of_a_table_stand_at_the_right() -> None:
    """The first column is at the left, figures are at the right, totals are bold under a thin rule."""
    word = written(TABLE)

    assert [["", "right", "right"]] * 3 == [
        [cell.xpath("string(w:p/w:pPr/w:jc/@w:val)", namespaces=NS) for cell in row.findall("w:tc", NS)]
        for row in word.find("//w:tr")
    ]
    assert ["Total", "1,058", "2"] == word.values("//w:p[w:pPr/w:pStyle/@w:val='TableTotalG']//w:t/text()")
    assert ["4"] * 3 == word.values("//w:tr[3]//w:tcBorders/w:top/@w:sz")


@pytest.mark.parametrize(("columns", "width", "indent"), [(2, "7371", "1134"), (7, "7371", "1134"), (9, "9638", "0")])
def test_a_wide_table_takes_the_whole_page(columns: int, width: str, indent: str) -> None:
    """A table with many columns is as wide as the page's type area; its columns fill its width exactly."""
    row = " | ".join("x" * columns)
    word = written(table("Cases", row, row))

    assert [width] == word.values("//w:tblW/@w:w")
    assert [indent] == word.values("//w:tblInd/@w:w")
    assert int(width) == sum(int(value) for value in word.values("//w:gridCol/@w:w"))


NOTED = replace(
    TABLE,
    caption=words("Cases", Note(words("Closed cases."))),
    rows=(
        Row((Cell(words("Women")), Cell(words("7", Note(words("Provisional.")), Note(words("Estimated.")))))),
        Row((Cell(words("Men")), Cell(words("–")))),
    ),
)


def test_notes_to_a_table_stand_below_it() -> None:
    """Letters are raised where the notes belong; mark and text stand between the table and its source."""
    word = written(NOTED)

    assert ["Heading1: Casesa", "TableTextG: 7b,c"] == [line for line in word.lines() if line.endswith(("sa", "b,c"))]
    assert [
        "TableNoteG: a Closed cases.",
        "TableNoteG: b Provisional.",
        "TableNoteG: c Estimated.",
        "TableNoteG: Source: The court.",
        END,
    ] == word.lines()[-5:]
    raised = word.values("//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t/text()")
    assert ["a", "b", ",", "c", "a", "b", "c"] == raised


def test_notes_to_a_table_are_no_footnotes() -> None:
    """Word counts the notes of the text alone, so a table between two of them leaves no gap."""
    word = written(paragraph("Text.", Note(words("One."))), NOTED, paragraph("Text.", Note(words("Two."))))

    assert ["1", "2"] == word.values("//w:footnoteReference/@w:id")


def test_a_note_within_a_note_to_a_table_stands_in_brackets() -> None:
    """Nothing is lost, and nothing is said twice."""
    inner = Note(words("Outer", Note(words("inner"))))
    lines_below = [one for one in lines(replace(TABLE, caption=words("Cases", inner))) if "uter" in one]

    assert 1 == len(lines_below)
    assert lines_below[0].endswith(" Outer (inner)")


def test_the_last_row_stays_with_the_notes() -> None:
    """The notes of a long table do not begin a page without a row of it."""
    long = replace(NOTED, rows=NOTED.rows + NOTED.rows[1:] * 12)
    word = written(long)

    assert 2 == len(word.find("//w:tr[last()]/w:tc/w:p[w:pPr/w:keepNext]"))
    assert [] == word.find("//w:tr[last() - 2]//w:keepNext")
    assert 3 == len(word.find("//w:p[w:pPr/w:pStyle/@w:val='TableNoteG']/w:pPr/w:keepNext"))


def test_no_page_has_a_single_row_of_a_long_table() -> None:
    """The first row stays with the second, and the last but one with the last; a table of twelve stays whole."""

    def kept(count: int) -> list[int]:
        word = written(table("Cases", "Court | 2023", *(f"Court {n} | {n}" for n in range(1, count + 1))))
        return [n for n in range(1, count + 1) if word.find(f"//w:tr[{n + 1}]/w:tc[1]/w:p/w:pPr/w:keepNext")]

    assert [1, 12] == kept(13)
    assert list(range(1, 12)) == kept(12)


def test_a_whole_stays_with_the_first_of_its_parts() -> None:
    """A total at the end of a page would seem to have none; parts may go on, and so may what has no parts."""
    made = table("Staff", "Staff | 2023", *(f"Row {n} | {n}" for n in range(1, 21)))
    rows = tuple(replace(row, is_part=n in {8, 9}) for n, row in enumerate(made.rows, 1))
    word = written(replace(made, rows=rows))
    kept = [n for n in range(1, 21) if word.find(f"//w:tr[{n + 1}]/w:tc[1]/w:p/w:pPr/w:keepNext")]

    assert [1, 7, 19] == kept


def test_arabic_and_hebrew_words_are_runs_from_right_to_left() -> None:
    """With their language; other words stay as they are, and each script is a piece of its own."""
    word = written(paragraph("The Act (قانون العمل), חוק יסוד, Заң and گزارش."))

    assert ["قانون العمل", "חוק יסוד", "گزارش"] == word.values("//w:r[w:rPr/w:rtl]/w:t/text()")
    assert ["ar-SA", "he-IL", "fa-IR"] == word.values("//w:lang/@w:bidi")
    assert ["kk-KZ"] == word.values("//w:r/w:rPr/w:lang/@w:val")


def test_a_figure_is_never_broken() -> None:
    """A column is as wide as its longest figure: a digit takes 90 twips in bold, and 226 are left free around it."""
    word = written(
        table("Sums", "Indicator | 2022 | Agency", "Compensation paid to victims of crime | 1,122,163,000 | Court")
    )
    first, figures, last = map(int, word.values("//w:gridCol/@w:w"))

    assert figures >= 10 * 90 + 3 * 45 + 226
    assert first > last


def test_a_screen_reader_hears_what_a_table_holds() -> None:
    """Caption and description say what it is, before anybody moves through its cells."""
    word = written(NOTED)

    assert ["Table 1. Cases"] == word.values("//w:tblCaption/@w:val")
    assert ["Columns: 2022, 2023. Rows: 2."] == word.values("//w:tblDescription/@w:val")


def test_a_quotation_stands_apart() -> None:
    """It is indented at both sides, and has no number."""
    word = written(paragraph("It reads:"), Quotation(words("Oversight is public.")))

    assert "SingleTxtG: Oversight is public." == word.lines()[1]
    assert ["1701", "1701"] == word.values("//w:p[2]/w:pPr/w:ind/@*")


def test_a_citation_is_a_field_for_each_number() -> None:
    """The words around the numbers are text, and a reply is cited by a link to its heading."""
    cited = Citation(("one", "two", "three")), Citation(("reply-2",), CitationForm.REPLY)
    blocks: tuple[Block, ...] = (
        *(paragraph("Text.", key=key) for key in ("one", "two", "three")),
        heading(Level.REPLY, "Reply", key="reply-2"),
        paragraph("See ", cited[0], " and ", cited[1], "."),
    )
    word = written(*blocks)

    assert (
        r"SingleTxtG(1.0): See paragraphs {REF one \n \h}1–{REF three \n \h}3 {REF one \p \h}above and "
        "the reply to the issues raised in paragraph 2." == word.lines()[-2]
    )
    assert ["reply_2"] == word.values("//w:hyperlink/@w:anchor")
    assert [] == written(*blocks, options=TYPED).find("//w:fldChar")


def test_text_after_a_table_keeps_its_distance() -> None:
    """A table has no space below; the text that follows brings it, unless a source line stands between."""
    without = written(table("Cases", " | 2023", "All | 3"), paragraph("After."))
    with_source = written(TABLE, paragraph("After."))
    before = "//w:body/w:p[w:pPr/w:numPr]/w:pPr/w:spacing/@w:before"

    assert ["240"] == without.values(before)
    assert [] == with_source.values(before)


# ---- the first page and the furniture -------------------------------------------------------------------------


def test_the_first_page_reads_in_order() -> None:
    """The masthead's cells, with none for the emblem, what the masthead hangs on, then the lines below."""
    notes = "^*, ^**"

    assert [
        "Normal:",
        "OrganizationG: United Nations",
        "SymbolG: CCPR/C/RUR/3",
        "Normal:",
        "TreatyG: International Covenant on Civil and Political Rights",
        "DistributionG: Distr.: General",
        "DistributionG: 5 February 2024",
        "DistributionG: Original: English",
        "DistributionG: English, French and Spanish only",
        "Normal:",
        "CommitteeG: Human Rights Committee",
        "SessionG: 140th session⏎4–28 March 2024",
        "AgendaG: Consideration of reports submitted by States parties under article 40 of the Covenant",
        f"HChG: →→Third periodic report submitted by Ruritania under article 40 of the Covenant, due in 2024{notes}",
        "ReceivedG: [Date received: 31 January 2024]",
        END,
    ] == written(cover=sample_cover()).lines()


def test_each_symbol_has_a_line_of_its_own() -> None:
    """A document of two committees has two, each with the name of its series in large letters."""
    symbols = ("CCPR/C/RUR/3/Corr.1", "CRC/C/RUR/5-6/Add.1")
    word = written(
        cover=(cover_line(Role.ORGANIZATION, "United Nations"), *[cover_line(Role.SYMBOL, one) for one in symbols])
    )

    assert [f"SymbolG: {symbol}" for symbol in symbols] == [one for one in word.lines() if one.startswith("Symbol")]
    assert ["CCPR", "/C/RUR/3/Corr.1", "CRC", "/C/RUR/5-6/Add.1"] == word.values(
        "//w:p[w:pPr/w:pStyle/@w:val='SymbolG']/w:r/w:t/text()"
    )


def test_places_without_a_line_are_empty() -> None:
    """A cover with one line of the masthead has all its cells, each with a paragraph, as Word requires."""
    word = written(cover=(cover_line(Role.TREATY, "Convention against Torture"),))

    assert 6 == len(word.find("//w:tc[w:p]"))
    assert ["Convention against Torture"] == word.values("//w:t/text()")


def test_a_document_without_a_cover_has_no_masthead() -> None:
    """An annex as a file of its own begins with its text."""
    assert [] == written(paragraph("Text.")).find("//w:tbl")


def test_the_symbols_first_component_is_large() -> None:
    """`CCPR` is in 20 points, the rest of the symbol in 10."""
    word = written(cover=(cover_line(Role.SYMBOL, "CCPR/C/RUR/3"),))

    assert ["CCPR"] == word.values("//w:r[w:rPr/w:sz/@w:val='40']/w:t/text()")
    assert ["/C/RUR/3"] == word.values("//w:r[not(w:rPr/w:sz)]/w:t/text()")


def test_the_session_is_bold_up_to_its_line_break() -> None:
    """The place and dates of the session are not bold."""
    word = written(cover=(cover_line(Role.SESSION, "140th session", LineBreak(), "4–28 March 2024"),))

    assert ["140th session"] == word.values("//w:r[w:rPr/w:b]/w:t/text()")


def test_headers_and_footers_differ_by_page() -> None:
    """The symbol heads every page but the first; page numbers stand at the outer edge."""
    word = written()
    headers = {name: word.lines(name) for name in word.parts if "header" in name}
    footers = {name: word.lines(name) for name in word.parts if "footer" in name}

    assert ["first", "default", "even"] * 2 == word.values("//w:sectPr/*/@w:type")
    assert [["Header:"], ["Header: CCPR/C/RUR/3"], ["Header: CCPR/C/RUR/3"]] == list(headers.values())
    assert [
        ["Footer:"],
        [r"Footer: {PAGE \* MERGEFORMAT}3"],
        [r"Footer: {PAGE \* MERGEFORMAT}2"],
    ] == list(footers.values())
    assert [["right"], ["left"]] == [word.values("//w:jc/@w:val", f"word/header{number}.xml") for number in (2, 3)]


def test_the_page_is_genevas() -> None:
    """A4 with the margins of the secretariat's template, facing pages, a first page of its own."""
    word = written()
    margins = {str(name).rpartition("}")[2]: value for name, value in word.find("//w:pgMar")[0].attrib.items()}

    assert ["11906", "16838", "9"] == word.values("//w:pgSz/@*")
    assert {
        "top": "1418",
        "right": "1134",
        "bottom": "1134",
        "left": "1134",
        "header": "851",
        "footer": "567",
        "gutter": "0",
    } == margins
    assert 1 == len(word.find("//w:sectPr/w:titlePg"))
    assert 1 == len(word.find("//w:evenAndOddHeaders", "word/settings.xml"))
