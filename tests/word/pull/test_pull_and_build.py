"""Pull, then build: the project prints the edited report."""

import datetime as dt
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest
from word.pull.drafts import (
    built,
    cut_before,
    heading_retyped,
    in_notes,
    rich_project,
    together,
    units,
    written,
)
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
    folder = rich_project(tmp_path_factory.mktemp("trip") / "project")
    (folder.parent / "report.docx").write_bytes(built(folder))
    return folder


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    """Its Word file."""
    return (project.parent / "report.docx").read_bytes()


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
