"""Letters that no font has: an error with letter, place and package, and no PDF; other formats are made."""

import datetime as dt

import pytest
from build import document, paragraph

from reportgen.diagnostics import Place
from reportgen.writers.pdf import render_pdf
from reportgen.writers.rendering import RenderOptions, font_package, render_documents

PRIVATE = "\ue0f5\ue0f6"
"""Two letters of the private use area, which no font of these tests has."""


def test_letters_that_no_font_has_are_named() -> None:
    """Each once, in the order of the text; a text that the fonts have names none."""
    assert PRIVATE == render_pdf(document(paragraph(f"a{PRIVATE}{PRIVATE[0]}"))).missing
    assert "" == render_pdf(document(paragraph("Заң, é, ≥ and €"))).missing


def test_no_pdf_is_made_with_boxes() -> None:
    """One error for the letters of one line, at the first of them; the page is made all the same."""
    options = RenderOptions(dt.datetime(2024, 1, 31, tzinfo=dt.UTC), "automatic", None)
    place = {letter: Place("justice.yaml", 3, 5 + number) for number, letter in enumerate(PRIVATE)}
    tree = {"report": document(paragraph(f"a{PRIVATE}"))}
    made = render_documents(tree, ["pdf", "html"], options, lambda _: None, place.get)

    assert ["report.html"] == list(made.files)
    assert [("RG556", place[PRIVATE[0]])] == [(found.code, found.place) for found in made.diagnostics]
    assert "U+E0F5" in made.diagnostics[0].message
    assert "U+E0F6" in made.diagnostics[0].message


@pytest.mark.parametrize(
    ("letter", "package"),
    [
        ("日", "noto-cjk"),
        ("カ", "noto-cjk"),
        ("한", "noto-cjk"),
        ("ह", "noto-core"),
        ("ქ", "noto-core"),
        ("ق", "hosny-amiri"),
        ("\U0001f600", "noto-color-emoji"),
    ],
)
def test_the_package_fits_the_script(letter: str, package: str) -> None:
    """Debian has the fonts of CJK, Arabic and emoji in packages of their own, those of all other scripts in one."""
    assert f"fonts-{package}" == font_package(letter)
