"""Misspelled words: found where they stand, and names left alone."""

from pathlib import Path

import pytest
from project import JUSTICE, make_project

from reportgen.checks.editorial.passage import EditorialPassage
from reportgen.checks.style import check_style, spelling
from reportgen.checks.style.spelling import misspelled


def found(*texts: str) -> list[tuple[int, str, str]]:
    """The passage, the words and the advice of each remark."""
    passages = [EditorialPassage(text) for text in texts]
    return [(index, texts[index][one.start : one.end], one.advice) for index, one in misspelled(passages)]


def test_a_misspelled_word_is_found_where_it_stands() -> None:
    """Also after signs of several bytes, a figure, and at the beginning of a sentence."""
    assert [
        (0, "goverment", "write “government”"),
        (1, "Recieved", "write “Received”"),
        (1, "commitee", "write “committee”"),
    ] == found("“Évian” – \ufffc: the goverment agreed.", "It is. Recieved by the commitee.")


@pytest.mark.parametrize(
    "text",
    [
        "The Majilis, the maslikhats and the Kurultai met in Kokshetau.",
        "It was recognized by the labour centre’s programme.",
        "The province of Teh and Mr. Recieved agreed.",
        "See /teh/ and teh_x and CCPR/C/TEH/2.",
    ],
)
def test_names_and_what_is_no_word_are_left_alone(text: str) -> None:
    """Words that the list does not know, names, symbols, parts of addresses."""
    assert [] == found(text)


def test_a_misspelled_word_of_a_project_is_said_at_its_place(tmp_path: Path) -> None:
    """As every other remark, with what is probably meant; it is not corrected by the program."""
    root = make_project(
        tmp_path, submissions__justice_yaml=JUSTICE.replace("compensation went", "it was recieved and went")
    )

    (one,) = check_style(root).diagnostics

    assert ("RG942", "write “received”", 13) == (one.code, one.hint, one.place and one.place.line)


def test_without_the_program_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: the other rules do not need it."""
    monkeypatch.setattr(spelling, "find_program", lambda: None)

    assert [] == found("The goverment agreed.")


def test_a_program_that_cannot_be_run_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A damaged installation costs remarks, nothing else."""
    monkeypatch.setattr(spelling, "find_program", lambda: tmp_path / "typos")

    assert [] == found("The goverment agreed.")
