"""The places of the first page's lines, the wording that writers add, and the characters that they leave out."""

import re

import pytest
from build import cover_line, document, sample_cover, table
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from word_file import Word

from reportgen.document.tree import CoverLine, Mark, Role, Table
from reportgen.writers.characters import fit
from reportgen.writers.docx.writing import write_docx
from reportgen.writers.first_page import BELOW, BESIDE, is_in_english, is_long_treaty, place_cover, split_symbol
from reportgen.writers.html.writing import write_html
from reportgen.writers.wording import item_label, table_label

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def test_every_role_has_one_place() -> None:
    """No line of a cover is lost, and none stands twice."""
    page = place_cover(sample_cover())
    placed = (*page.organization, *page.symbol, *page.treaty, *page.beside, *page.below)

    assert set(sample_cover()) == set(placed)
    assert len(Role) == len(placed)
    assert set(Role) == {*BESIDE, *BELOW, Role.ORGANIZATION, Role.SYMBOL, Role.TREATY}


def test_lines_of_one_role_keep_their_order() -> None:
    """`English`, then `Original: Russian`, as they were given; the order of roles is that of the page."""
    lines = [cover_line(Role.LANGUAGE, text) for text in ("English", "Original: Russian")]
    date = cover_line(Role.DATE, "5 February 2024")

    assert (date, *lines) == place_cover((*lines, date)).beside


def test_a_cover_without_a_masthead() -> None:
    """A title alone needs no masthead."""
    assert not place_cover((cover_line(Role.TITLE, "Annex"),)).has_masthead
    assert place_cover((cover_line(Role.DATE, "5 February 2024"),)).has_masthead


@pytest.mark.parametrize(
    ("treaty", "is_long"),
    [
        ("Convention on the Rights of the Child", False),
        ("International Covenant on Civil and Political Rights", True),
    ],
)
def test_long_names_of_treaties_are_set_smaller(treaty: str, is_long: bool) -> None:
    """A name that would take four lines is set smaller."""
    assert is_long == is_long_treaty(place_cover((cover_line(Role.TREATY, treaty),)))


@pytest.mark.parametrize(
    ("symbol", "first", "rest"),
    [("CCPR/C/KAZ/3", "CCPR", "/C/KAZ/3"), ("E/C.12/KAZ/3", "E", "/C.12/KAZ/3"), ("X", "X", "")],
)
def test_symbol_has_a_large_first_component(symbol: str, first: str, rest: str) -> None:
    """It ends before the first slash; nothing of the symbol is lost."""
    assert (first, rest) == split_symbol(symbol)


def test_labels_of_items() -> None:
    """Bullets, letters beyond z as Word continues them, roman numbers."""
    assert ["•", "•"] == [item_label(Mark.BULLET, position) for position in (1, 2)]
    assert ["(a)", "(z)", "(aa)", "(bb)"] == [item_label(Mark.LETTER, position) for position in (1, 26, 27, 28)]
    assert [f"({number})" for number in ROMAN] == [item_label(Mark.ROMAN, position) for position in range(1, 11)]
    assert ["(xl)", "(xc)", "(xciv)"] == [item_label(Mark.ROMAN, position) for position in (40, 90, 94)]


def test_label_of_a_table() -> None:
    """A table is called by its number."""
    [numbered] = document(table("Cases", " | 2023", "All | 3")).blocks

    assert isinstance(numbered, Table)
    assert "Table 1" == table_label(numbered)


@given(st.text())
def test_fit_text_can_stand_in_xml(text: str) -> None:
    """No control, no surrogate, no non-character and no bidi control is left, and no line end."""
    assert not re.search(
        r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", fit(text)
    )


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_fit_text_of_letters_is_unchanged(text: str) -> None:
    """Letters, figures, signs and spaces of every script stay, the non-breaking ones too."""
    assert text == fit(text)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("ru-RU", cover_line(Role.LANGUAGE, "Original: Russian"), True),
        ("ar-SA", cover_line(Role.DATE, "5 June 2024"), True),
        ("ru-RU", cover_line(Role.DATE, "5 июня 2024 года"), False),
        ("ru-RU", cover_line(Role.COMMITTEE, "UNDP"), False),
        ("fr-FR", cover_line(Role.LANGUAGE, "Original: anglais"), False),
        ("en-GB", cover_line(Role.LANGUAGE, "Original: English"), False),
    ],
)
def test_english_lines_of_other_documents_are_known(language: str, line: CoverLine, *, expected: bool) -> None:
    """The United Nations print them in English in Russian, Arabic and Chinese; whoever reads aloud has to be told."""
    tree = replace(document(cover=(cover_line(Role.ORGANIZATION, "Name"), line)), language=language)
    word = Word(write_docx(tree))

    assert is_in_english(line, language) is expected
    assert ('lang="en">' in write_html(tree)) is expected
    assert ("en-GB" in word.values("//w:r/w:rPr/w:lang/@w:val")) is expected
