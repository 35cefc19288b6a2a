"""Paragraphs that are taken from an earlier build are those that would be written now."""

from copy import copy
from random import Random

import pytest
from build import full_document
from msgspec.structs import replace

from reportgen import remembering
from reportgen.document.tree import Document, Emphasis, Figure, Paragraph, Text
from reportgen.remembering import settle
from reportgen.writers.docx import kept
from reportgen.writers.docx.oxml import Element
from reportgen.writers.docx.writing import DocxOptions, write_docx

FIGURE = Figure("849", "legal_aid", ("2023",), (("submissions", 0),), ())
PLAIN = (
    Paragraph((Text("To "), FIGURE, Text(" of "), replace(FIGURE, text="850", periods=("2022",)), Text(" persons."))),
    Paragraph((Emphasis((Text("Of "), FIGURE)), Text(" persons, and "), FIGURE, Text(" more."))),
    Paragraph((Text("Закон о помощи"),)),
)


def shuffled(document: Document, chance: Random) -> Document:
    """Some blocks of a document in another order, one in two without a key; blocks may stand twice."""
    blocks = chance.choices([*document.blocks, *PLAIN * 4], k=len(document.blocks))
    numbered = (
        replace(block, key=chance.choice([None, f"key-{place}"]), number=1, label="1.")
        if isinstance(block, Paragraph)
        else block
        for place, block in enumerate(blocks)
    )
    return replace(document, blocks=tuple(map(settle, numbered)))


@pytest.mark.parametrize("options", [DocxOptions(), DocxOptions(numbering="typed")])
def test_whatever_moves_the_file_is_as_a_clean_build_gives_it(
    options: DocxOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ids of bookmarks go on, and figures count their occurrences, wherever a paragraph stands now."""
    chance, taken = Random(5), list[Element]()  # noqa: S311 - no secret

    def take(made: Element) -> Element:
        taken.append(made)
        return copy(made)

    monkeypatch.setattr(kept, "copy", take)
    monkeypatch.setattr(remembering, "_switches", ["on"])
    documents = [shuffled(full_document(), chance) for _ in range(20)]

    made = [write_docx(document, options) for document in documents * 2]

    monkeypatch.setattr(remembering, "_switches", [])
    clean = [write_docx(document, options) for document in documents] * 2
    assert not [place for place, (one, other) in enumerate(zip(made, clean, strict=True)) if one != other]
    assert (len(taken) > len({*map(id, taken)})) is (options.numbering == "automatic")
