"""Pull, then build: the project prints the edited report."""

import datetime as dt
from collections import Counter
from pathlib import Path
from shutil import copytree

import pytest
from word.pull.drafts import annexes_named, built, edited_in_eleven_ways, rich_project, units, written
from word.word_edits import edited, retyped

from reportgen.word.pull.pulling import pull_report
from reportgen.word.redline.carrying import Author
from reportgen.word.redline.making import make_redline, read_draft
from reportgen.word.result import EditKind

AUTHOR = Author("A", dt.datetime(2024, 5, 1, tzinfo=dt.UTC))


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


def test_eleven_edits_come_back_but_for_the_figure_and_the_verb(project: Path, report: bytes, tmp_path: Path) -> None:
    """The next build prints the nine others, and a redline between the two drafts shows those changes and no others."""
    data = edited_in_eleven_ways(report)
    copytree(project, tmp_path / "project")
    result = pull_report(tmp_path / "project", data, "edited.docx")
    now = built(written(tmp_path / "project", result))
    made = make_redline(read_draft(report, "old.docx"), read_draft(now, "new.docx"), AUTHOR)
    marked = Counter(one.edit.kind for one in made.marked)

    assert () == result.left
    assert {("1,507", "1,570"), ("increased", "decreased")} == {(one.old[:9], one.new[:9]) for one in result.refused}
    back = edited(data, retyped("1,570", "1,507"), retyped("decreased", "increased"), annexes_named)
    assert [(one.kind, one.masked) for one in units(back)] == [(one.kind, one.masked) for one in units(now)]
    assert made.data
    # reworded, cell, note, and the heading with what the annex names after it
    assert marked.pop(EditKind.EDITED) == 5 + 2
    assert marked == dict.fromkeys(set(EditKind) - {EditKind.EDITED}, 1)
