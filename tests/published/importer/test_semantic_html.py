"""Blocks that Markdown cannot carry, as HTML of a template."""

from build import words

from reportgen.document.tree import Cell, Note, Row, Table
from reportgen.published.importer.semantic_html import table_html


def test_a_note_that_is_called_twice_stands_at_both_marks() -> None:
    """A reader gives its text to the first mark alone; numbering gives both one letter again."""
    rows = (
        Row((Cell(words("North")), Cell(words("7", Note(words("Provisional."), "a"))))),
        Row((Cell(words("South")), Cell(words("9", Note((), "a"))))),
    )

    html = table_html(Table(words("Cases"), (Cell(words("Region")), Cell(words("2023"))), rows))

    assert 2 == html.count("<aside>Provisional.</aside>")
