"""Where the words of a document were written, whose block is of no agency."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from project import make_project

from reportgen.compose.written import WrittenPlaces
from reportgen.diagnostics import Place, Places
from reportgen.document.tree import Block, Heading, Level, Paragraph, Text
from reportgen.pipeline import check_project

TEMPLATE = Place("templates/reply.md", 3)


def paragraph(key: str | None) -> Block:
    """A paragraph of some words."""
    return Paragraph((Text("Some words."),), key)


@pytest.mark.parametrize(
    ("blocks", "templates", "expected"),
    [
        ((paragraph("a"),), {"a": TEMPLATE}, TEMPLATE),
        ((paragraph("a"), paragraph("b")), {"a": TEMPLATE, "b": None}, TEMPLATE),
        ((paragraph("a"), paragraph("b")), {"a": TEMPLATE}, TEMPLATE),
        ((paragraph("a"), paragraph(None)), {"a": TEMPLATE}, TEMPLATE),
        ((paragraph("a"), Heading(Level.REPLY, (Text("Reply"),)), paragraph("b")), {"a": TEMPLATE, "b": None}, None),
        ((paragraph("a"),), {}, None),
    ],
)
def test_words_stand_where_a_template_writes_their_block_or_the_one_above(
    blocks: tuple[Block, ...], templates: Mapping[str, Place | None], expected: Place | None
) -> None:
    """A block without a place of its own goes with the one above it, but not over a heading."""
    found = WrittenPlaces({}, Places(), templates).find(blocks, len(blocks) - 1, "Some words.", 0, 4)

    assert expected == found


INTERIOR = """\
agency: interior
indicators:
  checks: {label: inspections of stations, issue: 2, values: {2021: 40, 2022: 41, 2023: 42}}
replies:
  - issue: 2
    text: |
      - 71 registers were closed;
      - relatives are told by 85 officers.
  - issue: 2
    text: |
      The police have 24 stations:

      - 93 officers were trained.
"""


def test_numbers_of_a_list_that_begins_a_reply_stand_in_its_text(tmp_path: Path) -> None:
    """It has no paragraph by which its text is known, and the paragraphs behind it are of other texts and templates."""
    make_project(tmp_path, submissions__interior_yaml=INTERIOR)
    typed = check_project(tmp_path).typed
    assert typed is not None

    lines = {one.text: (one.place.file.rpartition("/")[2], one.place.line) for one in typed.numbers if one.place}
    assert {
        "71": ("interior.yaml", 7),
        "85": ("interior.yaml", 8),
        "24": ("interior.yaml", 11),
        "93": ("interior.yaml", 13),
    }.items() <= lines.items()
