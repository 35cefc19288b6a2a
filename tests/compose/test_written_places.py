"""Where the words of a document were written, whose block is of no agency."""

from collections.abc import Mapping

import pytest

from reportgen.compose.written import WrittenPlaces
from reportgen.diagnostics import Place, Places
from reportgen.document.tree import Block, Heading, Level, Paragraph, Text

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
