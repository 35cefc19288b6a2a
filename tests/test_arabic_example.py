"""`examples/arabic`: a report from right to left, clean of findings, in Arabic alone, with every figure of its data."""

import re

import pytest
from repository import ROOT

from reportgen.document import tree
from reportgen.document.walk import figures, inlines_of, plain_text
from reportgen.pipeline import check_project

PROJECT = ROOT / "examples" / "arabic"


@pytest.fixture(scope="module")
def document() -> tree.Document:
    """The document of the project, of which nothing is found but that its prose is not read."""
    checked = check_project(PROJECT)

    assert [one.code for one in checked.diagnostics] == ["RG370"]
    assert checked.document is not None
    return checked.document


def test_it_is_in_arabic(document: tree.Document) -> None:
    """No word in other letters but symbols and the name of a programme."""
    texts = [plain_text(run, notes=True) for block in document.blocks for run in inlines_of(block)]
    latin = {word for text in texts for word in re.findall(r"[A-Za-z]\S*", text)}

    assert latin == {"CCPR/C/NRS/QPR/3)", "A/RES/67/187،", "UNDP"}
    assert document.language == "ar-SA"


def test_it_prints_every_value_of_its_data(document: tree.Document) -> None:
    """In the annex each series stands with each year, whatever the text says of it."""
    annex = [one for one in document.blocks if isinstance(one, tree.Table)]
    printed = {
        (one.indicator, one.periods) for table in annex for one in figures(tree.Document("", "", "", (), (table,)))
    }

    assert len(printed) >= 22


def test_labels_are_those_of_arabic_documents(document: tree.Document) -> None:
    """Parts ألف- and باء-, paragraphs 1- and 2-, items (أ)."""
    parts = [one.label for one in document.blocks if isinstance(one, tree.Heading) and one.level is tree.Level.PART]
    paragraphs = [one.label for one in document.blocks if isinstance(one, tree.Paragraph) and one.numbered]
    lists = [one.mark for one in document.blocks if isinstance(one, tree.ItemList)]

    assert parts == ["ألف-", "باء-"]
    assert paragraphs[:3] == ["1-", "2-", "3-"]
    assert lists == [tree.Mark.ABJAD]
