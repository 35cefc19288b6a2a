"""How wide text is in Times New Roman, and how it breaks into lines."""

from pathlib import Path
from typing import Any

import pytest

from reportgen.writers.docx.pages.lines import LineBreaker, Lines, Piece
from reportgen.writers.docx.pages.widths import EM, Face, widths

FONTS = Path("/usr/share/fonts")
FILES = {Face.REGULAR: "Regular", Face.BOLD: "Bold", Face.ITALIC: "Italic", Face.BOLD_ITALIC: "BoldItalic"}


# ---- widths ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("face", Face)
def test_widths_are_those_of_the_font(face: Face) -> None:
    """Each character of the table is as wide as in Liberation Serif, which has the widths of Times New Roman."""
    found = sorted(FONTS.rglob(f"LiberationSerif-{FILES[face]}.ttf"))
    if not found:
        pytest.skip("Liberation Serif is not installed")
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415 - only where the font is

    font: Any = TTFont(found[-1])
    names, advances = font.getBestCmap(), font["hmtx"]
    expected = {character: advances[names[ord(character)]][0] for character in widths(face) if ord(character) in names}

    assert len(expected) > 500
    assert expected == {character: widths(face)[character] for character in expected}
    assert font["head"].unitsPerEm == EM


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("0", 1024), ("\u04d9", 909), ("₸", 1024), ("a\u0301", 909), ("統", 2048), ("\u2011", 682)],
)
def test_every_character_has_a_width(text: str, width: int) -> None:
    """Letters of Kazakh are in the table; others are guessed: marks above letters are nothing, ideographs an em."""
    assert width == widths(Face.REGULAR).of(text)


# ---- lines ----------------------------------------------------------------------------------------------------


def piece(text: str, note: int = 0) -> Piece:
    """A piece of ordinary text in 10 points: a figure is 100 twips wide, a space 50."""
    return Piece(text, Face.REGULAR, 20, note)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("00000", 1),
        ("00000 00000", 2),
        ("000 0", 1),
        ("0000 ", 1),
        ("00000 ", 1),
        ("00\u00a000 0", 2),
        ("000-000", 2),
        ("000–000", 2),
        ("a83-100", 2),
        ("0000000000", 2),
        ("0\n0\n0", 3),
        ("0 0 0 0 0 0 0 0", 3),
    ],
)
def test_lines_break_where_word_breaks_them(text: str, lines: int) -> None:
    """In a line of 500 twips: behind blanks, which take no room there, hyphens and dashes; long words go on."""
    assert lines == LineBreaker().fill([piece(text)] if text else [], 500, 500).count


def test_a_hyphen_before_a_figure_holds() -> None:
    """The number of an article, 83-1, is not torn apart; a line that has no other place for it begins with it."""
    breaker = LineBreaker()

    assert 2 == breaker.fill([piece("000 83-1")], 600, 600).count
    assert 1 == breaker.fill([piece("83-1")], 370, 370).count


def test_a_word_over_two_looks_stays_whole() -> None:
    """A figure in bold and the full stop behind it are one word."""
    pieces = [piece("000 "), Piece("0", Face.BOLD, 20), piece("0.")]

    assert 2 == LineBreaker().fill(pieces, 500, 500).count


def test_notes_stand_on_the_line_of_their_mark() -> None:
    """The mark goes to the next line with the word that it stands behind."""
    pieces = [piece("0000 000"), Piece("1", Face.REGULAR, 12, note=220), piece(" 0")]

    assert Lines(2, ((1, 220),)) == LineBreaker().fill(pieces, 600, 600)


def test_the_first_line_may_be_shorter() -> None:
    """The number of a paragraph takes its room on the first line."""
    assert 2 == LineBreaker().fill([piece("000 000 000")], 350, 750).count
