"""The pages of the list of contents: whatever LibreOffice is installed shows the pages on which it prints headings.

Every file here is written with wrong pages, so that a program that does not compute them anew shows wrong ones.
"""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from build import document, full_document, heading, item_list, paragraph, sample_cover, table, words
from office import needs_office, resaved
from printed import squeezed
from pypdf import PdfReader
from word_file import Word
from writers.test_docx_reference import edited

from reportgen.document.tree import Block, Contents, ContentsEntry, Document, Heading, Level, Mark, Note
from reportgen.document.walk import plain_text
from reportgen.pipeline import check_project
from reportgen.writers.docx.sections import estimate_pages
from reportgen.writers.docx.writing import DocxOptions, bookmark_name, read_reference, write_docx
from reportgen.writers.pdf import Pdf, render_pdf
from reportgen.writers.wording import paragraph_range

INPUTS = Path(__file__).parents[2] / "inputs"
WRONG = 99
LONG = "long"
"""A report of some forty pages."""


# ---- documents ------------------------------------------------------------------------------------------------


@cache
def tree(name: str) -> Document:
    """A document with a list of contents: a small one with everything, the real project, a long one."""
    if name == "real":
        made = check_project(INPUTS).document
        assert made is not None
        return made
    return long_document() if name == LONG else full_document()


@cache
def rendered(name: str) -> Pdf:
    """Such a document as a PDF."""
    return render_pdf(tree(name))


def long_document() -> Document:
    """A report of 200 paragraphs over some forty pages, with footnotes, lists, tables and a list of contents."""
    vocabulary = WORDS.split(" ")
    random = Random(1)  # noqa: S311 - any text will do, as long as it is the same every time

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


def larger() -> DocxOptions:
    """Options with a Word file whose text is a fifth larger than ours, as are its lines."""

    def enlarge(styles: str) -> str:
        return styles.replace('<w:sz w:val="20"/>', '<w:sz w:val="24"/>').replace('w:line="240"', 'w:line="288"')

    return DocxOptions(reference=read_reference(edited({"word/styles.xml": enlarge}), "larger.docx"))


# ---- what a program shows ---------------------------------------------------------------------------------------


def entries(made: Document) -> tuple[ContentsEntry, ...]:
    """The lines of the list of contents."""
    [contents] = [block for block in made.blocks if isinstance(block, Contents)]
    return contents.entries


def wrong(made: Document, options: DocxOptions) -> bytes:
    """A Word file in whose list of contents no page is right."""
    return write_docx(made, options, {entry.target: WRONG for entry in entries(made)})


def printed_pages(made: Document, pdf: bytes) -> list[int]:
    """The page of the heading of each line of contents, by the bookmarks of a PDF."""
    reader = PdfReader(io.BytesIO(pdf))
    marks = _marks(reader, reader.outline)  # in the order of the text: headings may have the same words
    blocks = [block for block in made.blocks if isinstance(block, Heading)]
    pages = {block.key: next(page for title, page in marks if title == _called(block)) for block in blocks}
    return [pages[entry.target] for entry in entries(made)]


def _called(block: Heading) -> str:
    """A heading as it stands in the bookmarks."""
    return squeezed(f"{block.label or ''} {plain_text(block.children)}")


def _marks(reader: PdfReader, outline: Any) -> Iterator[tuple[str, int]]:  # noqa: ANN401 - a list of lists
    for item in outline:
        if isinstance(item, list):
            yield from _marks(reader, item)
        else:
            yield squeezed(item.title), (reader.get_destination_page_number(item) or 0) + 1


def shown_pages(made: Document, pdf: bytes) -> list[int]:
    """The page in each line of the list of contents as it is printed."""
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    printed = re.sub(r"[^\S\n]", "", text[text.index("Contents") :])
    found = (re.search(_line(entry), printed) for entry in entries(made))
    return [int(match[1]) if match else 0 for match in found]


def _line(entry: ContentsEntry) -> str:
    """What finds the page in a line of the list, which may be broken anywhere."""
    text = re.sub(r"\s", "", f"{entry.label or ''}{plain_text(entry.children)}")
    words_of_it = "\\n?".join(map(re.escape, text))
    return rf"{words_of_it}\n?\.*\n?{re.escape(paragraph_range(entry))}\n?(\d+)\n"


def saved_pages(made: Document, docx: bytes) -> list[int]:
    """The page of each line of contents in a Word file, by its fields."""
    text = "\n".join(Word(docx).lines())
    fields = dict(re.findall(r"\{PAGEREF (\w+) \\h\}(\d*)", text))
    return [int(fields[bookmark_name(entry.target)]) for entry in entries(made)]


# ---- the proof --------------------------------------------------------------------------------------------------


@needs_office
@pytest.mark.parametrize(
    ("name", "numbering"), [("full", "automatic"), ("full", "typed"), ("real", "automatic"), (LONG, "typed")]
)
def test_libreoffice_shows_the_pages_that_it_prints(name: str, numbering: str) -> None:
    """Opened, printed or saved again: each line of the contents says the page of its heading."""
    made = tree(name)
    docx = wrong(made, DocxOptions(numbering=numbering))  # type: ignore[arg-type] # one of the two
    pdf = resaved(docx, "pdf", "docx")
    expected = printed_pages(made, pdf)

    assert WRONG not in expected
    assert expected == shown_pages(made, pdf)
    assert expected == saved_pages(made, resaved(docx, "docx", "docx"))


@needs_office
def test_libreoffice_shows_the_pages_of_another_look() -> None:
    """With the styles of a file whose text is larger, pages are other ones, and those are shown."""
    made = tree(LONG)
    ours, theirs = (resaved(wrong(made, options), "pdf", "docx") for options in (DocxOptions(), larger()))

    assert printed_pages(made, ours) != printed_pages(made, theirs)
    assert printed_pages(made, theirs) == shown_pages(made, theirs)


def test_wrong_pages_would_be_seen() -> None:
    """A file that nobody has opened yet says the pages that it was given, so the tests above can fail."""
    made = full_document()

    assert {WRONG} == set(saved_pages(made, wrong(made, DocxOptions())))


# ---- the pages in the file --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["full", "real", LONG])
def test_the_pdf_says_on_which_page_each_heading_stands(name: str) -> None:
    """The pages that the writer of the PDF gives are those of its bookmarks and of its own list of contents."""
    made = tree(name)
    pdf = rendered(name)
    expected = [pdf.pages[entry.target] for entry in entries(made)]

    assert printed_pages(made, pdf.content) == expected
    assert shown_pages(made, pdf.content) == expected


@pytest.mark.parametrize("name", ["full", "real", LONG])
def test_the_estimate_is_near(name: str) -> None:
    """Where no PDF is made, pages are no more than a sixth off, and never go back."""
    made = tree(name)
    estimate, printed = estimate_pages(made), rendered(name).pages

    assert sorted(estimate.values()) == list(estimate.values())
    assert estimate.keys() == printed.keys()
    assert [] == [key for key in estimate if abs(estimate[key] - printed[key]) > 1 + printed[key] / 6]


def test_the_estimate_knows_where_pages_are_begun() -> None:
    """The text after the lists and an annex each begin a page; more text moves a heading on."""
    few, many = (
        estimate_pages(
            document(
                Contents(words("Contents")),
                heading(Level.PART, "Part", key="part"),
                *(paragraph("Words of some length. " * 30) for _ in range(count)),
                heading(Level.ANNEX, "Annex", key="annex"),
                cover=sample_cover(),
            )
        )
        for count in (1, 30)
    )

    assert {"part": 2, "annex": 3} == few
    assert many["part"] == few["part"]
    assert many["annex"] > few["annex"] + 2
