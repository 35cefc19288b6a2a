"""The parts of long reports in the PDF: contents, turned pages, notes to tables, marks side by side, links."""

import re
from collections.abc import Iterator

import page as ua
import pytest
from build import document, full_document, heading, paragraph, sample_cover, table, words
from conftest import Golden
from msgspec.structs import replace
from printed import squeezed
from writers.test_pdf import Tags, positions, reader, tag_lines

from reportgen.document.tree import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Figure,
    Level,
    LineBreak,
    Link,
    Note,
    Role,
    Row,
    Table,
)
from reportgen.document.walk import change_document, plain_text
from reportgen.writers.html.writing import write_html
from reportgen.writers.pdf import Pdf, render_pdf, without_source

TEXT = paragraph("The courts apply the Act.")
HEAD = 60
"""Points from the top of a page, within which the running head stands."""


@pytest.fixture(scope="module")
def full() -> Pdf:
    """The PDF of the document with everything that a report can hold."""
    return render_pdf(full_document())


def test_tag_tree_of_everything_is_as_reviewed(full: Pdf, golden: Golden) -> None:
    """The tag tree of the document with everything is the reviewed one: contents, quotations, notes to tables."""
    root: Tags = reader(full).root_object["/StructTreeRoot"]

    golden("pdf/full-tags.txt", "\n".join([*tag_lines(root["/K"][0].get_object()), ""]))


def listed(tree: Document) -> list[ContentsEntry]:
    """The lines of the list of contents."""
    return [entry for block in tree.blocks if isinstance(block, Contents) for entry in block.entries]


def test_contents_lead_to_their_headings(full: Pdf) -> None:
    """Each line of the list of contents is a link to its heading, its page another, both in the heading's words."""
    page = reader(full).pages[0]
    notes = [note.get_object() for note in page.get("/Annots", [])]

    assert [(note["/Dest"], note["/Contents"]) for note in notes if note["/Dest"] == "annex"] == [
        ("annex", "Statistical annex")
    ] * 2
    assert {note["/Dest"] for note in notes} == {entry.target for entry in listed(full_document())}


def test_the_dots_of_the_contents_are_not_read_aloud(full: Pdf) -> None:
    """The tag tree holds the label, the words, the range and the page of each line; the dots between are artifacts."""
    root: Tags = reader(full).root_object["/StructTreeRoot"]
    entries = [element for element in _elements(root["/K"][0].get_object()) if element["/S"] == "/TOCI"]
    marked = [sum(isinstance(kid, int) for below in _elements(entry) for kid in below["/K"]) for entry in entries]

    parts = (2 + bool(entry.label) + bool(entry.first) + ranges(entry) for entry in listed(full_document()))
    assert list(parts) == marked


def ranges(entry: ContentsEntry) -> int:
    """How many ranges that stay whole the words of a line end with: each is a piece of its own."""
    return plain_text(entry.children).count("1–27")


def test_contents_begin_on_the_first_page_where_they_fit() -> None:
    """Else they have a page of their own; what follows them begins a new page in both cases."""

    def pages(count: int) -> list[str]:
        themes = [block for n in range(count) for block in (heading(Level.THEME, f"Theme {n}", key=f"t{n}"), TEXT)]
        made = render_pdf(document(Contents(words("Contents")), *themes, cover=sample_cover()))
        return [squeezed(page.extract_text()) for page in reader(made).pages]

    few, many = pages(5), pages(25)
    assert ["Contents" in page for page in few] == [True, False]
    assert ["Contents" in page for page in many[:3]] == [False, True, False]
    assert "1. The courts" in few[1]
    assert "1. The courts" in many[2]


def test_the_title_stays_on_the_first_page() -> None:
    """Also where contents that do not fit there follow it at once, before the date of receipt is known."""
    cover = tuple(line for line in sample_cover() if line.role is not Role.RECEIVED)
    themes = [block for n in range(25) for block in (heading(Level.THEME, f"Theme {n}", key=f"t{n}"), TEXT)]
    first, second, *_ = reader(render_pdf(document(Contents(words("Contents")), *themes, cover=cover))).pages

    assert "Third periodic report" in squeezed(first.extract_text())
    assert squeezed(second.extract_text()).startswith("Contents ")


def test_every_line_of_the_contents_has_dots() -> None:
    """However near to the numbers its last word ends."""
    titles = [f"Voluntary termination of pregnancy and sexual and reproductive {'s' * n}" for n in range(1, 16)]
    themes = [block for n, text in enumerate(titles) for block in (heading(Level.THEME, text, key=f"t{n}"), TEXT)]
    page = reader(render_pdf(document(Contents(words("Contents")), *themes, cover=sample_cover()))).pages[0]

    assert len(titles) == len(re.findall(r"(?<!\.)(?:\.\.\.)+(?!\.)", re.sub(r"\s+", "", page.extract_text())))


def test_a_heading_at_the_top_of_a_page_stands_where_text_does() -> None:
    """The space above it is for what it is parted from."""
    blocks: list[Block] = []
    for n in range(90):
        blocks += [heading(Level.THEME, f"Courts {n}"), *[TEXT] * (1 + n % 5)]
    made = render_pdf(document(*blocks, cover=sample_cover()))
    firsts = [
        min((place[1], text) for text, place in positions(made, page) if place[1] > HEAD)
        for page in range(1, len(reader(made).pages))
    ]

    assert {True, False} == {text.startswith("Courts") for _, text in firsts}
    assert 1 == len({round(top) for top, _ in firsts})


def _elements(element: Tags) -> Iterator[Tags]:
    """An element and all below it."""
    yield element
    for child in element.get("/K", []):
        below = child.get_object()
        if isinstance(below, dict) and below.get("/Type") == "/StructElem":
            yield from _elements(below)


def test_a_table_over_pages_is_one_table() -> None:
    """Its rows follow each other, its heads are read once, with a note in them as well; the file is still PDF/UA."""
    rows = tuple(Row((Cell(words(f"Court {n}")), Cell(words(str(n)), is_figure=True))) for n in range(1, 121))
    heads = (Cell(words("Court", Note(words("Of first instance.")))), Cell(words("2023"), is_figure=True))
    made = render_pdf(document(Table(words("Cases"), heads, rows, "cases"), TEXT, cover=sample_cover()))
    root: Tags = reader(made).root_object["/StructTreeRoot"]
    elements = list(_elements(root["/K"][0].get_object()))
    kinds = [element["/S"] for element in elements]

    assert len(reader(made).pages) > 2
    assert [1, 1, 1, 121] == [kinds.count(kind) for kind in ("/Table", "/THead", "/TBody", "/TR")]
    assert [("/TBody" if n else "/THead") for n in range(121)] == [
        element["/P"]["/S"] for element in elements if element["/S"] == "/TR"
    ]
    assert ua.validate_pdf_bytes(made.content, profile=ua.ValidationProfile.PDF_UA_1).is_compliant


def test_a_wide_table_stands_on_a_turned_page(full: Pdf) -> None:
    """The page of the wide table is turned, has its running head, and no empty page stands before or after it."""
    pages = reader(full).pages
    turned = [number for number, page in enumerate(pages, 1) if page.mediabox.width > page.mediabox.height]
    text = squeezed(pages[turned[0] - 1].extract_text())

    assert [len(pages)] == turned
    assert text.startswith("Table 3 Cases by region 2010")
    assert text.endswith(f"CCPR/C/RUR/3 {len(pages)}")
    assert all(len(page.extract_text()) > 50 for page in pages)


def test_turned_pages_stand_between_upright_ones() -> None:
    """A heading right above a turned table goes with it, tables that follow one another share pages, text goes back."""
    wide = replace(table("Wide", " | 2022 | 2023", "All | 1 | 2"), is_landscape=True)
    made = render_pdf(
        document(
            paragraph("Before."),
            heading(Level.THEME, "Theme"),
            wide,
            replace(wide, caption=words("Wider")),
            paragraph("After."),
            heading(Level.ANNEX, "Tables", key="annex"),
            wide,
        )
    )
    found = [(page.mediabox.width > page.mediabox.height, squeezed(page.extract_text())) for page in reader(made).pages]

    assert [False, True, False, True] == [is_turned for is_turned, _ in found]
    for (_, text), begin in zip(found, ["1. Before.", "Theme Table 1", "2. After.", "Annex Tables"], strict=True):
        assert text.startswith(begin)
    assert "Table 2 Wider" in found[1][1]


def test_notes_to_a_table_stay_with_it() -> None:
    """They stand right below their table, before its source, and not at the foot of the page, however full it is."""
    for lines in range(30, 50, 2):
        noted = table("Cases", " | 2023", "Men | 3", "Women | 4", source="Court.")
        noted = replace(noted, caption=words("Cases", Note(words("Closed cases."))))
        made = render_pdf(document(paragraph(*(piece for _ in range(lines) for piece in ("Text", LineBreak()))), noted))
        texts = [squeezed(page.extract_text()) for page in reader(made).pages]

        assert any("Women 4 a Closed cases. Source: Court." in text for text in texts)


def test_two_notes_at_one_place_are_parted_by_a_comma() -> None:
    """Both marks are raised, and so is the comma between them."""
    made = render_pdf(document(paragraph("Text", Note(words("One.")), Note(words("Two.")), ".")))
    sizes = {text: round(size) for text, (_, _, size) in positions(made, 0) if text in {"Text", "1", ",", "2"}}

    assert {"Text": 10, "1": 6, ",": 6, "2": 6} == sizes


def test_a_link_has_one_annotation_whatever_stands_in_it() -> None:
    """Emphasis in a link, or a raised mark, makes no second annotation, and the checker finds nothing."""
    linked = Link("https://example.org", words("see ", Emphasis(words("the ", Emphasis(words("Act"), strong=True)))))
    made = render_pdf(document(paragraph(linked, "."), cover=sample_cover()))
    notes = [note.get_object() for page in reader(made).pages for note in page.get("/Annots", [])]

    assert ["https://example.org"] == [note["/A"]["/URI"] for note in notes]
    assert ua.validate_pdf_bytes(made.content, profile=ua.ValidationProfile.PDF_UA_1).is_compliant


def test_paper_has_figures_without_their_sources() -> None:
    """A figure is laid out as text: on one line where it has blanks, and the page for the screen keeps its source."""
    figures = [Figure(text, "cases", ("2023",), (), ()) for text in ("1,234", "two thirds", "4–6")]
    tree = document(paragraph(*figures))

    shown = write_html(change_document(tree, without_source))

    assert 'class="figure"' not in shown
    assert '>1. </span>1,234<span class="whole">two thirds</span><span class="whole">4–6</span></p>' in shown
    assert 3 == write_html(tree).count('class="figure"')
