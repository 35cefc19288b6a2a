"""Pages of the DOCX: what begins a new one, and which are turned."""

from io import BytesIO
from pathlib import Path

import pytest
from build import cover_line, document, full_document, heading, paragraph, sample_cover, table, words
from msgspec.structs import replace
from office import needs_office, resaved
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it has no types
from pypdf import PdfReader
from word_file import Word

from reportgen.document.tree import Abbreviation, Abbreviations, Block, Contents, CoverLine, Level, Note, Role, Table
from reportgen.writers.docx.writing import write_docx

WIDE = replace(table("Regions", " | " + " | ".join(map(str, range(14))), "North" + " | 7" * 14), is_landscape=True)
NARROW = table("Cases", " | 2023", "All | 3")
ANNEX = heading(Level.ANNEX, "Tables")
TEXT = paragraph("Text.")


def written(*blocks: Block, cover: tuple[CoverLine, ...] = ()) -> Word:
    """A document of these blocks, written and opened again."""
    return Word(write_docx(document(*blocks, cover=cover)))


def sections(word: Word) -> list[str]:
    """How the page of each section is turned."""
    return [size.get(f"{{{word.body.nsmap['w']}}}orient") or "upright" for size in word.find("//w:sectPr/w:pgSz")]


def breaking(word: Word) -> list[str]:
    """The paragraphs that begin a new page."""
    broken = word.find("//w:p[w:pPr/w:pageBreakBefore]")
    return ["".join(str(text) for text in one.itertext()) for one in broken]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((TEXT,), ["upright"]),
        ((TEXT, WIDE, TEXT), ["upright", "landscape", "upright"]),
        ((TEXT, WIDE, WIDE, TEXT), ["upright", "landscape", "upright"]),
        ((TEXT, WIDE, heading(Level.THEME, "More"), WIDE), ["upright", "landscape"]),
        ((TEXT, WIDE, TEXT, WIDE), ["upright", "landscape", "upright", "landscape"]),
        ((WIDE, NARROW), ["landscape", "upright"]),
        ((WIDE,), ["landscape"]),
    ],
    ids=["none", "between", "two", "heading", "again", "first", "alone"],
)
def test_turned_tables_stand_in_sections(blocks: tuple[Block, ...], expected: list[str]) -> None:
    """A turned page is a section; tables that follow each other share it, and the text after them is upright again."""
    assert expected == sections(written(*blocks))


def test_the_headings_above_a_turned_table_go_with_it() -> None:
    """What ends the upright section is the text before them."""
    word = written(TEXT, ANNEX, heading(Level.THEME, "By region"), WIDE)
    last = word.find("//w:p[w:pPr/w:sectPr]")

    assert ["Text."] == ["".join(str(text) for text in one.itertext()) for one in last]


def test_a_section_ends_in_a_paragraph_that_is_there() -> None:
    """No empty line is made for it where a note or a source stands below the table."""
    with_source = replace(WIDE, source=words("Court."))
    with_note = replace(WIDE, caption=words("Regions", Note(words("Provisional."))))
    ends = [
        ["".join(str(text) for text in one.itertext()) for one in written(turned, TEXT).find("//w:p[w:pPr/w:sectPr]")]
        for turned in (with_source, with_note)
    ]

    assert [["Source: Court."], ["a Provisional."]] == ends


def test_what_ends_a_section_right_after_a_table_is_a_point_high() -> None:
    """Word wants a paragraph behind a table; on a full page a whole line would be an empty page."""
    word = written(WIDE, TEXT)

    assert ["20", "exact"] == word.values("//w:p[w:pPr/w:sectPr]/w:pPr/w:spacing/@*")


def test_a_turned_page_has_the_measures_of_geneva() -> None:
    """A4 turned by a quarter, the edge for binding at the left; the table is as wide as what is between the margins."""
    word = written(TEXT, WIDE)
    page = "//w:sectPr[w:pgSz/@w:orient]"
    margins = [word.values(f"{page}/w:pgMar/@w:{side}")[0] for side in ("top", "right", "bottom", "left")]

    assert ["16838", "11906", "landscape", "9"] == word.values(f"{page}/w:pgSz/@*")
    assert ["1276", "1134", "1134", "1418"] == margins
    assert [str(16838 - 1134 - 1418)] == word.values("//w:tblW/@w:w")


def test_pages_are_counted_once() -> None:
    """Headers, footers, the first page and the first number belong to the first section; the others go on from it."""
    word = written(TEXT, WIDE, TEXT)
    first = "//w:body/w:p/w:pPr/w:sectPr[1]"

    assert (6, 1, 1) == tuple(
        len(word.find(path)) for path in ("//w:sectPr/*[@w:type]", "//w:pgNumType", "//w:titlePg")
    )
    assert 6 == len(word.find(f"({first})[1]/*[@w:type]"))


def test_footnotes_run_on_through_sections() -> None:
    """Nothing restarts their numbers, neither in the settings nor in a section."""
    noted = paragraph("Text.", Note(words("A note.")))
    word = written(noted, WIDE, noted)

    assert [] == word.find("//w:numRestart") + word.find("//w:numRestart", "word/settings.xml")
    assert [] == word.find("//w:sectPr/w:footnotePr")


def test_the_lists_have_pages_of_their_own() -> None:
    """The contents stand on the first page where they fit, else on the next; the text begins a page in both cases."""
    lists = Contents(words("Contents")), Abbreviations(words("Abbreviations"), (Abbreviation("NGO", "x"),))
    few, many = (
        written(
            *lists,
            heading(Level.TITLE, "Replies"),
            *(block for n in range(count) for block in (heading(Level.THEME, f"Theme {n}", key=f"t{n}"), TEXT)),
            cover=sample_cover(),
        )
        for count in (3, 30)
    )

    assert ["Replies"] == breaking(few)
    assert ["Contents", "Replies"] == breaking(many)
    assert 2 == len(few.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:pPr/w:keepNext"))
    assert [] == many.find("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC')]/w:pPr/w:keepNext")


def test_lists_without_a_first_page_break_nothing() -> None:
    """Where nothing stands before them, the first page is theirs."""
    assert ["Text."] == breaking(written(Contents(words("Contents")), TEXT))


def test_a_table_can_begin_a_page() -> None:
    """Its number is what begins it, not its cells."""
    word = written(Contents(words("Contents")), NARROW)

    assert ["Table  SEQ Table \\* ARABIC 1"] == breaking(word)


def test_an_annex_begins_a_page() -> None:
    """It stands on two lines of one heading: what it is, and its title."""
    word = written(TEXT, ANNEX)

    assert ["AnnexTables"] == breaking(word)
    assert "HChG: Annex⏎Tables" in word.lines()


def test_an_annex_on_a_turned_page_breaks_once() -> None:
    """The section begins the page; a break as well would leave an empty one in some programs."""
    word = written(TEXT, ANNEX, WIDE)

    assert [] == breaking(word)
    assert ["upright", "landscape"] == sections(word)


def test_the_rule_at_the_end_stays_on_the_last_page() -> None:
    """After a turned table no upright page is made for it."""
    word = Word(write_docx(full_document()))

    assert "Normal: →→→→" == word.lines()[-1]
    assert ["upright", "upright", "landscape"] == sections(word)


def test_a_turned_table_need_not_be_wide() -> None:
    """A table of two columns on a turned page fills it."""
    turned: Table = replace(NARROW, is_landscape=True)

    assert ["14286"] == written(turned).values("//w:tblW/@w:w")


MANY = (paragraph("Text.", Note(words("First."))), WIDE, paragraph("Text.", Note(words("Second."))), ANNEX, WIDE)
"""Pages upright, turned, upright, turned, with notes on both sides and tables that have nothing below them."""


def test_a_file_of_many_sections_is_valid(tmp_path: Path) -> None:
    """The Open XML rules find nothing."""
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(document(*MANY, cover=sample_cover())))

    assert [] == [str(error) for error in OpenXmlValidator().validate(file).errors]


@needs_office
def test_libreoffice_prints_no_empty_page() -> None:
    """Each section is one page, turned as it should be, and the notes are counted through."""
    pages = PdfReader(BytesIO(resaved(write_docx(document(*MANY)), "pdf", "docx"))).pages
    texts = [page.extract_text() for page in pages]

    assert [False, True, False, True] == [page.mediabox.width > page.mediabox.height for page in pages]
    assert ("Text.1", "Text.2") == tuple(texts[place][texts[place].index("Text.") :][:6] for place in (0, 2))
    assert "Annex" in texts[3]


@needs_office
def test_every_page_but_the_first_has_its_running_head() -> None:
    """The symbol stands above the text, also on the page after the first and on those that are turned."""
    pages = PdfReader(BytesIO(resaved(write_docx(full_document()), "pdf", "docx"))).pages

    assert [True] * (len(pages) - 1) == [page.extract_text().startswith("CCPR/C/RUR/3") for page in pages[1:]]


@needs_office
@pytest.mark.parametrize("blocks", [(TEXT, NARROW), (TEXT, NARROW, WIDE, TEXT)], ids=["one", "several"])
def test_the_masthead_stays_at_the_head_of_the_page(blocks: tuple[Block, ...]) -> None:
    """However many sections there are, LibreOffice prints it above the margin of the text, as Word does."""
    cover = cover_line(Role.ORGANIZATION, "United Nations"), cover_line(Role.TREATY, "Covenant")
    page = PdfReader(BytesIO(resaved(write_docx(document(*blocks, cover=cover)), "pdf", "docx"))).pages[0]
    heights: dict[str, float] = {}

    def measure(text: str, _: object, matrix: list[float], *__: object) -> None:
        heights.setdefault(text.strip(), matrix[5])

    page.extract_text(visitor_text=measure)

    assert heights["United Nations"] > (16838 - 1418) / 20
