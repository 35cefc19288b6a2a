"""Pull, then build: the project prints the edited report, or the edit is listed; through LibreOffice as well."""

import datetime as dt
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office import needs_office, resaved
from word.pull.drafts import (
    built,
    cut_before,
    heading_retyped,
    in_notes,
    rich_project,
    together,
    units,
    unlisted,
    written,
)
from word.pull.random_edits import random_edits
from word.word_edits import (
    Body,
    Change,
    W,
    added_after,
    deleted,
    edited,
    merged,
    moved_to_the_start,
    retyped,
    split_before,
)

from reportgen.word.pull.pulling import pull_report
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline, read_draft
from reportgen.word.result import EditKind

AUTHOR = Author("A", dt.datetime(2024, 5, 1, tzinfo=dt.UTC))
HEADING = "Violence against women and domestic violence"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all that a text can hold."""
    return rich_project(tmp_path_factory.mktemp("trip") / "project")


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return built(project)


def divided(words: str) -> Change:
    """A paragraph divided before some words."""
    return together(cut_before(words), split_before(words))


def noted(old: str, new: str) -> Change:
    """Words of a note typed over."""

    def change(root: Body) -> None:
        for part in root.iter(f"{W}t"):
            part.text = (part.text or "").replace(old, new)

    return change


ELEVEN = {
    "figure": retyped("1,507", "1,570", "legal aid was given to"),
    "verb": retyped("increased", "decreased", "Within one year"),
    "reworded": retyped("It gives persons a right to a lawyer", "Everybody has a right to a lawyer"),
    "reworded too": retyped("whatever their income", "without regard to their income"),
    "split": divided("There were"),
    "merged": merged("A breach of an order", "The police enforce"),
    "moved": moved_to_the_start("Shelters are open", "Such protection orders"),
    "deleted": deleted("Calls to the hotline"),
    "added": added_after("It is ", "A third law is being drafted."),
    "cell": retyped("about ten of them", "about twelve of them"),
    "heading": heading_retyped(HEADING, "Violence against women & children"),
}


def test_eleven_edits_come_back_but_for_the_figure_and_the_verb(project: Path, report: bytes, tmp_path: Path) -> None:
    """The next build prints the nine others, and a redline between the two drafts shows those changes and no others."""
    data = in_notes(edited(report, *ELEVEN.values()), noted("as it does by law", "as the law demands"))
    result = pull_report(project, data, "edited.docx")
    copytree(project, tmp_path / "project")
    now = built(written(tmp_path / "project", result))
    made = make_redline(read_draft(report, "old.docx"), read_draft(now, "new.docx"), AUTHOR)
    marked = Counter(one.edit.kind for one in made.marked)

    assert () == result.left
    assert {("1,507", "1,570"), ("increased", "decreased")} == {(one.old[:9], one.new[:9]) for one in result.refused}
    back = edited(data, retyped("1,570", "1,507"), retyped("decreased", "increased"), _annexes)
    assert [(one.kind, one.masked) for one in units(back)] == [(one.kind, one.masked) for one in units(now)]
    assert made.data
    # reworded, cell, note, and the heading with what the annex names after it
    assert marked.pop(EditKind.EDITED) == 5 + 2
    assert marked == dict.fromkeys(set(EditKind) - {EditKind.EDITED}, 1)


def _annexes(body: Body) -> None:
    """The annex, as it follows from the heading."""
    for part in list(body.iter(f"{W}t"))[::-1]:
        if (part.text or "").startswith(HEADING):
            part.text = (part.text or "").replace(HEADING, "Violence against women & children")


# ---- at random ------------------------------------------------------------------------------------------------


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(random_edits(), min_size=1, max_size=4), note=st.booleans())
def test_what_is_pulled_is_built_or_listed(
    project: Path, report: bytes, tmp_path_factory: pytest.TempPathFactory, changes: list[Change], *, note: bool
) -> None:
    """Whatever was edited, the project prints it then, figures stay what they are, and every other edit is listed."""
    data = edited(report, *changes)
    if note:
        data = in_notes(data, noted("as it does", "as it always does"))
    result = pull_report(project, data, "edited.docx")
    copy = tmp_path_factory.mktemp("random") / "project"
    copytree(project, copy)
    now = built(written(copy, result))

    assert [] == unlisted(data, now, result)
    figures = [{one.name.rsplit("_", 1)[0] for unit in units(one) for one in unit.figures} for one in (report, now)]
    assert figures[1] <= figures[0]


# ---- LibreOffice ----------------------------------------------------------------------------------------------


@needs_office
def test_a_report_that_libreoffice_saved(project: Path, report: bytes, tmp_path: Path) -> None:
    """Opening and saving is no edit; an edited report that LibreOffice saved comes back as from Word."""
    unedited = pull_report(project, resaved(report, "docx", "docx"), "saved.docx")
    data = in_notes(edited(report, *ELEVEN.values()), noted("as it does by law", "as the law demands"))
    saved = resaved(data, "docx", "docx")
    result = pull_report(project, saved, "saved.docx")
    copytree(project, tmp_path / "project")
    now = built(written(tmp_path / "project", result))

    assert ((), (), (), {}) == (unedited.taken, unedited.refused, unedited.left, unedited.files)
    assert pull_report(project, data, "edited.docx").files == result.files
    assert [] == unlisted(saved, now, result)
    assert 2 == len(result.refused)
