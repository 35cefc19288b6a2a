"""Pairing two versions of a report: what a paragraph says counts more than the place at which it stands."""

import pytest
from build import document, figure, heading, paragraph
from hypothesis import given
from hypothesis import strategies as st
from word.redline.test_redline import redline

from reportgen.document.tree import Document, Level
from reportgen.word.corrigendum import write_corrigendum
from reportgen.word.result import EditKind
from reportgen.writers.docx.writing import write_docx

TEXTS = [
    "The first paragraph speaks of the police and of its duties.",
    "The second one tells about courts of first instance.",
    "In hospitals, doctors were trained in the Istanbul Protocol.",
    "Prisons were renovated in all regions of the country.",
    "Schools teach human rights from the first year.",
]
NEW = "Nobody was harmed by the reform of the law."
FORMULAS = [f"In 2023, {count} persons received compensation from the Fund of {city}." for count, city in
            ((12, "Almaty"), (13, "Astana"), (14, "Shymkent"))]  # fmt: skip
Told = list[tuple[str, str]]


def reply(texts: list[str], key: str = "justice-2") -> Document:
    """A reply whose paragraphs are called by their positions, as the composed ones are."""
    blocks = [paragraph(text, key=f"{key}-{number}") for number, text in enumerate(texts, 1)]
    top = heading(Level.TITLE, "Replies"), heading(Level.REPLY, "Reply to paragraph 2", key="reply-2")
    return document(*top, *blocks)


def told(old: list[str], new: list[str]) -> Told:
    """What was done to a reply, and the words."""
    made = redline(write_docx(reply(old)), write_docx(reply(new)))
    assert made.data, made.diagnostics
    return [(str(one.edit.kind), one.edit.text) for one in made.marked]


@pytest.mark.parametrize("place", range(6))
def test_an_added_paragraph_is_one_change(place: int) -> None:
    """Those behind it have other keys and say what they said; the way back is one deletion."""
    longer = [*TEXTS[:place], NEW, *TEXTS[place:]]

    assert [("added", NEW)] == told(TEXTS, longer)
    assert [("deleted", NEW)] == told(longer, TEXTS)


@pytest.mark.parametrize("place", range(4))
def test_exchanged_paragraphs_are_one_move(place: int) -> None:
    """One of the two stays where it is."""
    new = [*TEXTS[:place], TEXTS[place + 1], TEXTS[place], *TEXTS[place + 2 :]]

    assert ["moved"] == [kind for kind, _ in told(TEXTS, new)]


@given(st.permutations(TEXTS))
def test_an_arranged_reply_has_only_moves(new: list[str]) -> None:
    """However the paragraphs of a reply are arranged, nothing is edited, added or deleted."""
    assert {kind for kind, _ in told(TEXTS, new)} <= {"moved"}


def test_an_edit_beside_an_added_paragraph_is_an_edit() -> None:
    """The keys of both have moved on; also where all paragraphs are worded alike, and the new one stands first."""
    edited = TEXTS[1].replace("tells about", "speaks of")
    other = "In 2023, 11 persons received compensation from the Fund of Aktau."

    assert [
        ("added", NEW),
        ("edited", "The second one [-tells about-] {+speaks of+} courts of first instance."),
    ] == told(TEXTS, [NEW, TEXTS[0], edited, *TEXTS[2:]])
    assert [("added", other), ("edited", "In 2023, [-12-] {+15+} persons received compensation from the Fund …")] == (
        told(FORMULAS, [other, FORMULAS[0].replace("12", "15"), *FORMULAS[1:]])
    )


def test_a_key_counts_for_texts_that_are_akin() -> None:
    """Four words of ten in their order are one text, much edited; three are another text in its place."""
    old = "one two three four five six seven eight nine ten"
    akin = "one two three four a b c d e f"
    other = "one two three a b c d e f g"

    assert ["edited"] == [kind for kind, _ in told([*TEXTS, old], [*TEXTS, akin])]
    assert ["deleted", "added"] == [kind for kind, _ in told([*TEXTS, old], [*TEXTS, other])]


def test_a_figure_counts_for_texts_that_are_akin() -> None:
    """A figure that is named in another paragraph now does not make it the same paragraph."""
    named = paragraph("Compensation went to ", figure("348", "victims"), " victims of torture.", key="justice-1-1")
    moved = paragraph("Prisons have doctors; they saw ", figure("348", "victims"), " of those.", key="justice-1-1")
    rest = [paragraph(text, key=f"interior-1-{number}") for number, text in enumerate(TEXTS)]
    made = redline(write_docx(document(named, *rest)), write_docx(document(moved, *rest)))

    assert [EditKind.DELETED, EditKind.ADDED] == [one.edit.kind for one in made.marked]


def test_a_corrigendum_of_an_added_paragraph_leaves_the_others() -> None:
    """It says what is to be inserted, and corrects nothing else."""
    made = redline(write_docx(reply(TEXTS)), write_docx(reply([TEXTS[0], NEW, *TEXTS[1:]])))
    texts = [block.children for block in write_corrigendum(made, {}, 1).blocks[1:]]  # type: ignore[union-attr]

    assert 2 == len(texts)
    assert "Insert" in str(texts[1])
