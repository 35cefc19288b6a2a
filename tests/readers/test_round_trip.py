"""What we write comes back as it was: texts, numbers, headings, notes, lists and tables."""

import re
from functools import cache
from pathlib import Path

import pytest
from build import full_document, sample_document
from msgspec.structs import replace
from office import needs_office, resaved

from reportgen.document.tree import (
    Citation,
    Contents,
    Document,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Note,
    Reference,
    Text,
)
from reportgen.document.walk import change_inlines, inlines_of, plain_text
from reportgen.pipeline import build_project
from reportgen.readers.reading import joined, read_report
from reportgen.writers.docx.writing import DocxOptions, write_docx

ROOT = Path(__file__).parents[2]
Lines = list[tuple[str, ...]]


def plain(inline: Inline) -> Inline:
    """An inline as the format carries it: a figure and a reference are text, a citation is its words."""
    match inline:
        case Figure() | Reference():
            return Text(inline.text)
        case _:
            return inline


def words(inlines: Inlines) -> str:
    """Inlines as text with their notes, blanks as one space."""
    texts = joined(change_inlines(inlines, plain))
    return re.sub(r"\s+", " ", "".join(map(shown, texts))).strip()


def shown(inline: Inline) -> str:
    """An inline with the mark and the text of its note."""
    match inline:
        case Note():
            return f"^{inline.mark or inline.number}({words(inline.children)})"
        case LineBreak():
            return " "
        case Text():
            return inline.text
        case Figure() | Reference():
            return inline.text
        case _ if isinstance(inline, Citation):
            return plain_text(inline.children)
        case _:
            return "".join(map(shown, inline.children))


def lines(document: Document) -> Lines:
    """What a document holds as far as a Word file can carry it: a line a block."""
    cover = [("cover", line.role.value, words(line.children)) for line in document.cover]
    return [*cover, *(line_of(block) for block in document.blocks)]


def line_of(block: object) -> tuple[str, ...]:
    """A block as its kind, level, label, number and texts; of contents, only that they are there."""
    if isinstance(block, Contents):
        return ("Contents", words(block.title))
    facts = (str(getattr(block, name, None)) for name in ("level", "label", "number", "mark", "is_landscape"))
    texts = (words(inlines) for inlines in inlines_of(block))  # type: ignore[arg-type] # it is a block
    return (type(block).__name__, *facts, *texts)


@cache
def built(numbering: str) -> tuple[Document, bytes]:
    """The real project's document, and its Word file."""
    result = build_project(ROOT / "inputs", ["docx"])
    document = result.checked.document
    assert document is not None
    options = DocxOptions(numbering)  # type: ignore[arg-type] # one of the two
    return document, write_docx(document, options)


@pytest.mark.parametrize("numbering", ["automatic", "typed"])
@pytest.mark.parametrize("make", [sample_document, full_document])
def test_a_written_document_comes_back(make: object, numbering: str) -> None:
    """Every text, number, heading, note, list and table is read as it was written."""
    document = make()  # type: ignore[operator] # a function

    read = read_report(write_docx(document, DocxOptions(numbering)), "report.docx")  # type: ignore[arg-type] # as above

    assert () == read.diagnostics
    assert lines(document) == lines(read.document)


@pytest.mark.parametrize("numbering", ["automatic", "typed"])
def test_the_real_project_comes_back(numbering: str) -> None:
    """So is the report of the inputs, with its annex."""
    document, data = built(numbering)

    read = read_report(data, "report.docx")

    assert () == read.diagnostics
    assert lines(document) == lines(read.document)


@needs_office
def test_a_document_comes_back_from_libreoffice() -> None:
    """LibreOffice writes styles, lists, notes and fields in its own way; the text is the same."""
    document = full_document()

    read = read_report(resaved(write_docx(document), "docx", "docx"), "report.docx")

    assert lines(document) == lines(read.document)


@needs_office
def test_the_real_project_comes_back_from_libreoffice() -> None:
    """So is the report of the inputs."""
    document, data = built("automatic")

    read = read_report(resaved(data, "docx", "docx"), "report.docx")

    assert lines(document) == lines(read.document)


def test_keys_are_the_names_of_bookmarks() -> None:
    """A block is known again by the bookmark around it."""
    read = read_report(write_docx(sample_document()), "report.docx")

    keys = [block.key for block in read.document.blocks if getattr(block, "key", None)]  # type: ignore[union-attr]
    assert ["justice_1_1", "court_2_1", "cases"] == [
        key for key in keys if key in {"justice_1_1", "court_2_1", "cases"}
    ]


def test_a_document_that_was_read_can_be_written_and_read_again() -> None:
    """What comes out of a reader goes into the writers, and comes back the same."""
    once = read_report(write_docx(full_document()), "report.docx").document

    twice = read_report(write_docx(replace(once)), "report.docx").document

    assert lines(once) == lines(twice)
