"""Rows that are parts of the row above are set in below it, in every output."""

import datetime as dt

from build import document, table, words
from dumped import dump
from msgspec.structs import replace
from word_file import NS, Word

from reportgen.document.tree import Document, Note
from reportgen.writers.docx.writing import DocxOptions, write_docx
from reportgen.writers.html.writing import write_html


def with_parts() -> Document:
    """A document with a total and its only part."""
    made = table("Staff", "Indicator | 2023", "=Staff | 10", "Women, whose label is long enough for two lines | 10")
    whole, part = made.rows
    return document(replace(made, rows=(whole, replace(part, is_part=True))))


def test_the_label_of_a_part_is_indented_in_word() -> None:
    """As a whole, so that its second line stands below its first; its figure is not."""
    word = Word(write_docx(with_parts(), DocxOptions("automatic", dt.datetime(1980, 1, 1, tzinfo=dt.UTC))))
    cells = word.body.findall(".//w:tr", NS)[2].findall("w:tc", NS)
    indents = [cell.find(".//w:ind", NS) for cell in cells]

    assert ["227", None] == [None if one is None else one.get(f"{{{NS['w']}}}left") for one in indents]


def test_html_says_that_a_row_is_a_part() -> None:
    """The style sheets set it in."""
    assert '<tr class="part"><th scope="row">Women' in write_html(with_parts())


def test_a_note_that_is_called_twice_stands_once_below_its_table() -> None:
    """Both marks lead to it, and it leads back to the first."""
    made = table("Staff", "Indicator | 2023", "Women | 7", "Men | 3")
    rows = tuple(
        replace(row, cells=(row.cells[0], replace(row.cells[1], children=words("7", Note(words("Estimate."))))))
        for row in made.rows
    )
    report = document(replace(made, rows=rows))
    page = write_html(report)
    word = Word(write_docx(report, DocxOptions("automatic", dt.datetime(1980, 1, 1, tzinfo=dt.UTC))))

    assert (2, 1, 1) == tuple(page.count(text) for text in ('href="#note:1:a"', 'id="call:1:a"', "Estimate."))
    assert 1 == "".join(map(str, word.body.itertext())).count("Estimate.")


def test_the_dump_shows_parts() -> None:
    """Equal trees, and only these, look the same."""
    assert "\n= Staff | 10\n  - Women" in dump(with_parts())
