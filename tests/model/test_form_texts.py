"""The words of workbooks: what a translation may hold, and what is said of one that cannot be used."""

from pathlib import Path

import pytest
from project import make_project

from reportgen.agencies.texts import read_texts
from reportgen.model.form_texts import FormTexts

SHIPPED = (Path(__file__).parents[2] / "templates" / "workbook" / "en.yaml").read_text(encoding="utf-8")


def test_the_shipped_words_are_found_from_anywhere(tmp_path: Path) -> None:
    """A project without words of its own uses them."""
    read = read_texts(FormTexts, make_project(tmp_path), "en")

    assert ("en", ()) == (read.texts and read.texts.language, read.diagnostics)


def test_a_project_may_have_its_own(tmp_path: Path) -> None:
    """In the place of the shipped ones, or in a language that there is not."""
    own = SHIPPED.replace("What to do", "Что делать").replace("language: en", "language: ru")
    project = make_project(tmp_path, templates__workbook__ru_yaml=own)
    texts = read_texts(FormTexts, project, "ru").texts

    assert texts is not None
    assert "Что делать" == texts.start.steps_heading


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{count}", "{number}", "RG211"),
        ("{count}", "{", "RG211"),
        ("    Text:\n", "    Texts:\n", "RG211"),
        ("  complete: ", "  completed: ", "RG202"),
        ("language: en", "language: English", "RG207"),
        ("language: en", "language: [en", "RG120"),
    ],
    ids=["another field", "a lone brace", "another column", "a missing text", "no code", "no YAML"],
)
def test_what_cannot_be_used_is_named_at_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    """The file, the line and what is wrong; no workbook is made of it."""
    project = make_project(tmp_path, templates__workbook__en_yaml=SHIPPED.replace(old, new, 1))
    read = read_texts(FormTexts, project, "en")

    assert read.texts is None
    assert code in {one.code for one in read.diagnostics}
    assert all(one.place and one.place.file.endswith("templates/workbook/en.yaml") for one in read.diagnostics)


@pytest.mark.parametrize("language", ["kk", "../en", "", "e" * 100])
def test_a_language_without_words_is_named(tmp_path: Path, language: str) -> None:
    """Whatever was typed; nothing but a code of letters becomes the name of a file."""
    assert ["RG606"] == [one.code for one in read_texts(FormTexts, make_project(tmp_path), language).diagnostics]
