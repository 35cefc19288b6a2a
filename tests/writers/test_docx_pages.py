"""The pages of the list of contents: measures, pages, and the proof against what LibreOffice prints."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from build import document, full_document, heading, item_list, paragraph, sample_cover, table, words
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from office import needs_office, resaved
from printed import squeezed
from pypdf import PdfReader
from writers.test_docx_reference import edited

from reportgen.document.tree import Block, Contents, Document, Heading, Level, Mark, Note
from reportgen.document.walk import plain_text
from reportgen.pipeline import check_project
from reportgen.writers.docx import DocxOptions, read_reference, write_docx
from reportgen.writers.docx.format import Indent, Shape, Spacing
from reportgen.writers.docx.oxml import NAMESPACES
from reportgen.writers.docx.pages import estimate_pages
from reportgen.writers.docx.pages.engine import LIBREOFFICE, WORD, Engine
from reportgen.writers.docx.pages.flow import Box, Sheet, place_on_pages
from reportgen.writers.docx.pages.measures import Measures, our_measures
from reportgen.writers.docx.pages.widths import Face

OURS = DocxOptions()
INPUTS = Path(__file__).parents[2] / "inputs"


# ---- measures -------------------------------------------------------------------------------------------------


def test_measures_are_those_of_the_styles() -> None:
    """A heading is kept with the next paragraph; direct formatting goes over what the style says."""
    part = our_measures().of(Shape(style="H1G"))
    text = our_measures().of(Shape(style="SingleTxtG", spacing=Spacing(before=60), indent=Indent(left=1701)))

    assert (360, 240, 270, 24, Face.BOLD) == (part.before, part.after, part.height(24), part.size, part.face)
    assert part.keep_next
    assert (60, 120, 1701, 1134) == (text.before, text.after, text.left, text.right)
    assert (240, 276) == (text.height(20), text.height(24))


def test_measures_of_another_file() -> None:
    """Styles may stand in any order, be based on one another in circles, and switch off what they inherit."""
    styles = etree.fromstring(
        f"""<w:styles xmlns:w="{NAMESPACES["w"]}">
        <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="a" w:default="1"><w:pPr><w:spacing w:line="360" w:after="1cm"/></w:pPr>
        <w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/></w:style></w:styles>"""
    )
    measures = Measures(styles, {"SingleTxtG": "b"})

    assert (24, False, 414, 0) == (
        (text := measures.of(Shape(style="SingleTxtG"))).size,
        text.bold,
        text.height(24),
        text.after,
    )
    assert measures.of(Shape()).bold
    assert 24 == measures.of(Shape(style="c")).size


# ---- pages ----------------------------------------------------------------------------------------------------

LINE = 100
SHEET = Sheet(10 * LINE)
NO_SEPARATOR = Engine(separator=0)


def pages(*boxes: Box, taken: int = 0, engine: Engine = NO_SEPARATOR) -> list[int]:
    """The page of each box, on pages of ten lines."""
    for number, box in enumerate(boxes):
        box.key = str(number)
    return [page for _, page in place_on_pages(boxes, SHEET, taken, engine)]


def text(lines: int, **more: Any) -> Box:  # noqa: ANN401 - as a box takes them
    """A box of some lines."""
    return Box(lines, LINE, **more)


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ((text(10), text(1)), [1, 2]),
        ((text(5), text(5), text(1)), [1, 1, 2]),
        ((text(9), text(4), text(1)), [1, 2, 2]),  # one line alone would be left
        ((text(8), text(4), text(1)), [1, 1, 2]),
        ((text(8), text(3), text(1)), [1, 2, 2]),  # one line alone would go over
        ((text(7), text(4), text(1)), [1, 1, 2]),
        ((text(8), text(4, keep_lines=True)), [1, 2]),
        ((text(8), text(1, keep_next=True), text(4)), [1, 2, 2]),
        ((text(7), text(1, keep_next=True), text(4)), [1, 1, 1]),
        ((text(4, after=100), text(5, before=50), text(1)), [1, 1, 2]),
        ((text(4, after=50), text(5, before=100), text(1)), [1, 1, 2]),
        ((text(10), text(9, before=300), text(1)), [1, 2, 2]),  # no space at the head of a page
        ((text(1), text(9, before=300, sheet=SHEET), text(1)), [1, 2, 3]),  # but where the page was begun for it
        ((text(25), text(5), text(1)), [1, 3, 4]),
        ((text(12, keep_lines=True), text(1)), [1, 2]),
        ((text(1, keep_next=True), text(2, keep_next=True), text(12, keep_lines=True)), [1, 1, 2]),
    ],
)
def test_text_flows_over_pages(boxes: tuple[Box, ...], expected: list[int]) -> None:
    """Widows and orphans, kept lines, spaces between boxes: as Word does it."""
    assert expected == pages(*boxes)


def test_rows_repeat_the_heads() -> None:
    """A row that begins a page stands below the heads of its table."""
    rows = [text(1, head=500) for _ in range(21)]

    assert [1] * 10 + [2] * 5 + [3] * 5 + [4] == pages(*rows)


def test_a_note_takes_room_on_the_page_of_its_line() -> None:
    """The line with the mark goes over where not even one line of the note fits below it."""
    fits = text(4, notes=((3, 220),))
    too_high = text(8, notes=((7, 220),))

    assert [1, 1, 2] == pages(fits, text(3), text(1))
    assert [1, 1, 2] == pages(text(3), fits, text(3))
    assert [1, 1, 2] == pages(text(1), too_high, text(10))
    assert [1, 2] == pages(fits, text(1), taken=400, engine=Engine(separator=50))


def test_a_long_note_goes_on_on_the_next_page() -> None:
    """Its first line stands with its mark; the rest takes room from the next page."""
    long_note = text(5, notes=((4, 660),))

    assert [1, 2, 3] == pages(long_note, text(8), text(2), taken=200)


@given(
    st.lists(
        st.builds(
            Box,
            lines=st.integers(1, 40),
            line=st.integers(1, 1500),
            before=st.integers(0, 400),
            after=st.integers(0, 400),
            keep_next=st.booleans(),
            keep_lines=st.booleans(),
            notes=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 10).map(lambda lines: lines * 220))).map(
                lambda notes: tuple(sorted(notes))
            ),
            head=st.sampled_from([0, 0, 300, 2000]),
            sheet=st.sampled_from([None, None, Sheet(700)]),
        ),
        max_size=12,
    )
)
def test_all_boxes_come_onto_some_page(boxes: list[Box]) -> None:
    """Whatever their sizes, boxes stand on pages that never go back, the first one on the first page or the next."""
    found = pages(*boxes)

    assert len(boxes) == len(found)
    assert sorted(found) == found
    assert all(page >= 1 for page in found)


# ---- whole documents ------------------------------------------------------------------------------------------


def long_document(seed: int) -> Document:
    """A report of 200 paragraphs over some forty pages, with footnotes, lists, tables and a list of contents."""
    vocabulary = WORDS.split(" ")
    random = Random(seed)  # noqa: S311 - any text will do, as long as it is the same every time

    def sentence(fewest: int, most: int) -> str:
        picked = " ".join(random.choice(vocabulary) for _ in range(random.randint(fewest, most)))
        return f"{picked.capitalize()}."

    def blocks() -> Iterator[Block]:
        yield Contents(words("Contents"), (Level.PART, Level.THEME, Level.REPLY))
        for number in range(200):
            if number % 12 == 0:
                yield heading(Level.PART, sentence(3, 14))
            if number % 6 == 0:
                yield heading(Level.THEME, sentence(2, 10))
            if number % 3 == 0:
                yield heading(Level.REPLY, f"Reply to the issues raised in paragraph {number}")
            notes = [Note(words(sentence(4, 40)))] if random.random() < 0.3 else []
            yield paragraph(sentence(10, 120), *notes, sentence(5, 20))
            if random.random() < 0.1:
                yield item_list(*(sentence(3, 30) for _ in range(4)), mark=random.choice(list(Mark)))
            if random.random() < 0.06:
                rows = (f"{sentence(1, 5)} | {random.randint(1, 9999):,} | –" for _ in range(random.randint(3, 40)))
                yield table(sentence(5, 5), "Kind | 2022 | 2023", *rows, source=random.choice(["", "Court."]))

    return document(*blocks(), cover=sample_cover())


WORDS = """the of and to in a for Law Court Ministry persons cases were investigated under article Criminal Code
rights Republic Government accordance with international standards prevention domestic violence measures 2023 2022
1,058 women's organization’s non-governmental decision-making procedure–related implementation""".replace("\n", " ")


@cache
def real_document() -> Document:
    """The document of the real project."""
    made = check_project(INPUTS).document

    assert made is not None
    return made


def printed_pages(tree: Document, options: DocxOptions = OURS) -> list[int]:
    """The page of each heading in the PDF that LibreOffice makes of the Word file, by its bookmarks."""
    reader = PdfReader(io.BytesIO(resaved(write_docx(tree, options), "pdf", "docx")))
    marks = _marks(reader, reader.outline)
    return [next(page for title, page in marks if title == called(block)) for block in headings(tree)]


def _marks(reader: PdfReader, outline: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - a list of lists
    for item in outline:
        if isinstance(item, list):
            yield from _marks(reader, item)
        else:
            yield squeezed(item.title), (reader.get_destination_page_number(item) or 0) + 1


def called(block: Heading) -> str:
    """A heading as it stands in the bookmarks."""
    return squeezed(f"{block.label or ''} {plain_text(block.children)}")


def headings(tree: Document) -> list[Heading]:
    """The headings of a document that has a list of contents: all of them have keys."""
    return [block for block in tree.blocks if isinstance(block, Heading)]


def estimated_pages(tree: Document, options: DocxOptions = OURS) -> list[int]:
    """The estimate for LibreOffice, heading by heading."""
    estimate = estimate_pages(tree, options, LIBREOFFICE)
    return [estimate[block.key or ""] for block in headings(tree)]


@needs_office
def test_pages_of_everything_are_those_that_are_printed() -> None:
    """Contents, annex, tables, notes and a turned page: every heading is on the page that was said."""
    assert printed_pages(full_document()) == estimated_pages(full_document())


@needs_office
def test_pages_of_the_real_project_are_those_that_are_printed() -> None:
    """All headings of the report and of its annex are on the pages that were said."""
    assert printed_pages(real_document()) == estimated_pages(real_document())


@needs_office
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pages_of_long_reports_are_those_that_are_printed(seed: int) -> None:
    """Of more than a hundred headings over forty pages, one in twenty at most is a page off, and none more.

    Where the last line of a page fits by a hair, a twentieth of a point decides.
    """
    tree = long_document(seed)
    pairs = list(zip(printed_pages(tree), estimated_pages(tree), strict=True))
    wrong = [(printed, estimated) for printed, estimated in pairs if printed != estimated]

    assert len(pairs) > 100
    assert len(wrong) <= len(pairs) / 20, wrong
    assert all(abs(printed - estimated) == 1 for printed, estimated in wrong)


def larger() -> DocxOptions:
    """Options with a Word file whose text is a fifth larger than ours, as are its lines."""

    def enlarge(styles: str) -> str:
        return styles.replace('<w:sz w:val="20"/>', '<w:sz w:val="24"/>').replace('w:line="240"', 'w:line="288"')

    return DocxOptions(reference=read_reference(edited({"word/styles.xml": enlarge}), "larger.docx"))


def test_larger_styles_need_more_pages() -> None:
    """With the styles of a Word file whose text is larger, no heading comes sooner, and the last ones later."""
    ours, theirs = (estimated_pages(long_document(1), options) for options in (OURS, larger()))

    assert all(early <= late for early, late in zip(ours, theirs, strict=True))
    assert theirs[-1] >= ours[-1] * 1.2


@needs_office
def test_pages_in_larger_styles_are_those_that_are_printed() -> None:
    """The styles of another file are measured as LibreOffice prints them."""
    assert printed_pages(full_document(), larger()) == estimated_pages(full_document(), larger())


def test_only_headings_have_pages() -> None:
    """Every heading of a document with a list of contents has a page; paragraphs and tables have none."""
    assert [block.key for block in headings(full_document())] == list(estimate_pages(full_document(), DocxOptions()))


def test_typed_numbers_take_the_same_room() -> None:
    """Whether Word counts the numbers or they are typed, pages are the same."""
    counted, typed = (estimate_pages(long_document(1), DocxOptions(numbering=form)) for form in ("automatic", "typed"))

    assert counted == typed


def test_the_estimate_is_for_word() -> None:
    """Word's separator of notes is higher than LibreOffice's, so that some pages differ; Word's are the ones said."""
    tree = long_document(1)

    assert estimate_pages(tree, DocxOptions(), WORD) == estimate_pages(tree, DocxOptions())
    assert estimate_pages(tree, DocxOptions(), LIBREOFFICE) != estimate_pages(tree, DocxOptions())


def test_longer_text_is_never_on_an_earlier_page() -> None:
    """With each paragraph that is added before it, a heading moves on or stays."""
    found = []
    for added in range(0, 30, 3):
        more = (paragraph("Words of some length. " * 30) for _ in range(added))
        tree = document(Contents(words("Contents")), *more, heading(Level.PART, "Part", key="part"))
        found.append(estimate_pages(tree, DocxOptions())["part"])

    assert sorted(found) == found
    assert found[-1] > found[0] + 2
