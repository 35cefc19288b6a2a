"""Pull never makes a false figure: what was done to a figure, or beside it, is refused or listed; nothing is lost."""

from pathlib import Path

import pytest
from word.pull.drafts import (
    JUSTICE,
    REPLIES,
    built,
    cut_before,
    figure_deleted,
    figures_exchanged,
    figures_retyped,
    in_notes,
    rich_project,
    sentence_moved,
    together,
)
from word.word_edits import Body, Change, W, edited, paragraph, retyped, text_of, without_bookmarks

from reportgen.word.pull.binding import BOUND
from reportgen.word.pull.pulling import pull_report
from reportgen.word.pull.result import Pulled

WOMEN = "The number of women"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all that a text can hold."""
    return rich_project(tmp_path_factory.mktemp("protection") / "project")


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return built(project)


def pulled(project: Path, report: bytes, *changes: Change) -> Pulled:
    """What is made of an edited report."""
    return pull_report(project, edited(report, *changes), "edited.docx")


def text(result: Pulled) -> str:
    """The replies as they would be."""
    data = result.files.get(JUSTICE, b"").decode()
    return data[data.index("replies:") :] if data else REPLIES


@pytest.mark.parametrize(
    "change",
    [
        figures_retyped("849", "658", WOMEN),
        together(without_bookmarks(WOMEN), figures_retyped("849", "658", WOMEN)),
        figures_exchanged("849", "658", WOMEN),
        together(figure_deleted("849", WOMEN), retyped("women was ", "women was 658", WOMEN)),
        together(figure_deleted("849", WOMEN), retyped("women was ", "women was 850", WOMEN)),
        retyped(" persons, of whom", " per cent of persons, of whom"),
        retyped(" persons, of whom", " million persons, of whom"),
        retyped(" persons, of whom", ",000 persons, of whom"),
        retyped("legal aid was given to ", "legal aid was given to 2"),
        retyped("legal aid was given to ", "legal aid was given to twenty "),
        retyped("legal aid was given to ", "legal aid was given to minus "),
        retyped("legal aid was given to ", "legal aid was given to half of "),
        retyped("legal aid was given to ", "legal aid was given to 1.5 × "),
        retyped("legal aid was given to ", "legal aid was given to twice "),
        retyped(" persons, of whom", " thousands of persons, of whom"),
        retyped(" persons, of whom", " thousands, of whom"),
        retyped(" persons, of whom", " in 10 000 persons, of whom"),
        retyped(" persons, of whom", " ‰ persons, of whom"),
        retyped("2023", "2024", "legal aid was given to"),
        retyped("1,342", "1,442"),
    ],
    ids=[
        "retyped",
        "retyped without bookmarks",
        "exchanged",
        "typed as the other one",
        "typed",
        "per cent",
        "million",
        "digits behind",
        "digit before",
        "number word before",
        "sign before",
        "half of",
        "multiplied",
        "twice",
        "thousands of",
        "thousands",
        "in so many",
        "per mille",
        "period",
        "cell",
    ],
)
def test_a_figure_is_never_made_another_one(project: Path, report: bytes, change: Change) -> None:
    """However a figure is made to say something else, the text stays, and the edit is refused or listed."""
    result = pulled(project, report, change)

    assert text(result) == REPLIES
    assert result.refused or result.left


def test_words_on_both_sides_and_a_typed_number(project: Path, report: bytes) -> None:
    """Words about a figure may be rewritten, and a typed number changed."""
    result = pulled(
        project,
        report,
        retyped("legal aid was given to ", "aid went to ", "of whom 12 were"),
        retyped(" persons, of whom 12 were", " people, of whom 13 were"),
    )
    expected = REPLIES.replace("legal aid was given to", "aid went to").replace(
        " persons, of whom 12", " people, of whom 13"
    )

    assert text(result) == expected
    assert () == result.left
    assert () == result.refused


@pytest.mark.parametrize("words", ["There were", "Within one year"])
@pytest.mark.parametrize("target", ["It gives persons a right", "Such protection orders"])
def test_a_sentence_with_references_that_is_moved_is_listed_at_both_places(
    project: Path, report: bytes, words: str, target: str
) -> None:
    """What stands about a reference is known in its own text alone: nothing is taken in, and nothing lost."""
    result = pulled(project, report, sentence_moved(words, target))

    assert text(result) == REPLIES
    assert len(result.left) == 2


def test_a_sentence_without_references_is_moved(project: Path, report: bytes) -> None:
    """The other way round: plain words go where they were put."""
    result = pulled(project, report, sentence_moved("It gives persons a right", "Such protection orders"))

    assert () == result.left
    assert 1 == text(result).count("It gives persons a right")


def _into_what_is_generated(body: Body) -> None:
    sentence_moved("It gives persons a right", "Register of social services")(body)


def _into_a_template(body: Body) -> None:
    sentence_moved("It gives persons a right", "Calls to the hotline")(body)
    retyped("Calls to the hotline", "Calls of 3,000 {{ persons", "Calls to the hotline")(body)


@pytest.mark.parametrize("change", [_into_what_is_generated, _into_a_template], ids=["generated", "braces"])
def test_words_that_cannot_be_put_in_elsewhere_stay_where_they_were(
    project: Path, report: bytes, change: Change
) -> None:
    """Where what was cut out arrives in a text that is left, it is not taken out of its own either."""
    result = pulled(project, report, change)

    assert text(result) == REPLIES
    assert 2 == len(result.left)
    assert 1 == [one.reason for one in result.left].count(BOUND)


def test_a_typed_number_is_not_taken_for_a_reference(project: Path, report: bytes) -> None:
    """Where a reference is deleted, another number of the same value stays typed."""
    result = pulled(project, report, retyped(" There were ", " Offices were open", "of whom 12"), _without_offices)

    assert "of whom 12 were children. Offices were open." in text(result)


def _without_offices(body: Body) -> None:
    found = paragraph(body, "Offices were open")
    first = next(one for one in found.iter(f"{W}r") if "Offices were open" in text_of(one))
    for one in list(first.itersiblings()):
        if one.tag == f"{W}r" or one.get(f"{W}name", "").startswith("_fig"):
            found.remove(one)
    made = next(first.iter(f"{W}t"))
    made.text = f"{made.text}."


def test_notes_and_cells(project: Path, report: bytes) -> None:
    """Words of a note and of a cell are taken, and their figures refused."""

    def change(root: Body) -> None:
        for part in root.iter(f"{W}t"):
            part.text = (part.text or "").replace("as it does", "as always").replace("1,507", "1,607")

    data = in_notes(edited(report, retyped("about ten", "about twelve")), change)
    result = pull_report(project, data, "edited.docx")

    assert text(result) == REPLIES.replace("as it does", "as always").replace("about ten", "about twelve")
    assert [("1,507", "1,607")] == [(one.old, one.new) for one in result.refused]


def _broken(body: Body) -> None:
    cut_before("It gives persons")(body)
    part = next(one for one in body.iter(f"{W}t") if "It gives persons" in (one.text or ""))
    part.addprevious(part.makeelement(f"{W}br"))


def _reference_retyped(body: Body) -> None:
    (part,) = [one for one in paragraph(body, "There were").iter(f"{W}t") if one.text == "9"]
    part.text = "10"


@pytest.mark.parametrize("change", [_broken, _reference_retyped], ids=["line", "number of a reference"])
def test_what_cannot_be_taken_is_listed(project: Path, report: bytes, change: Change) -> None:
    """An edit that no text can hold is listed, and nothing is written."""
    result = pulled(project, report, change)

    assert text(result) == REPLIES
    assert result.left or [one for one in result.diagnostics if one.code == "RG855"]


def test_a_report_that_nobody_edited(project: Path, report: bytes) -> None:
    """Nothing is taken, refused or listed."""
    result = pull_report(project, report, "edited.docx")

    assert ((), (), (), {}) == (result.taken, result.refused, result.left, result.files)
    assert () == result.diagnostics
