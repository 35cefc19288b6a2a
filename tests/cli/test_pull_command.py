"""The command pull: what it prints of each edit, and the lists that it writes for the agencies."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import Result
from commands import run
from word.word_edits import Change, W, edited, retyped, tracked

from reportgen.agencies.corrected import CorrectedCopies
from reportgen.files.output import cannot_write
from reportgen.pipeline import build_project

MINIMAL = Path(__file__).parents[2] / "examples" / "minimal"
LATER = ("Such protection orders", "Such orders of protection")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one's own."""
    copytree(MINIMAL, tmp_path / "project", ignore=lambda *_: {"build"})
    return tmp_path / "project"


def pull(project: Path, *options: object, change: Change, ends: int) -> Result:
    """Run the command on an edited report."""
    file = project.parent / "edited.docx"
    file.write_bytes(edited(build_project(project, ["docx"]).files["CCPR-C-ARC-2.docx"], change))
    result = run("pull", project, file, *options)
    assert ends == result.exit_code, result.output
    return result


def inputs(project: Path) -> dict[str, bytes]:
    """The files of the submissions."""
    return {one.name: one.read_bytes() for one in (project / "submissions").iterdir() if one.is_file()}


FIGURE = retyped("1,507", "1,570", "legal aid was given to")


def test_what_was_refused_is_listed_for_its_agency(project: Path) -> None:
    """A text of its own, with both values and the cells."""
    said = pull(project, "--list", project.parent / "lists", change=FIGURE, ends=1).output
    (file,) = (project.parent / "lists").iterdir()
    text = file.read_text(encoding="utf-8")

    assert "justice.txt" == file.name
    assert f"wrote {file.as_posix()}" in said
    assert "the document says: 1,570" in text
    assert "your data say: 1,507 (" in text
    assert "submissions/justice.yaml" in text


def test_a_submission_that_cannot_be_read_is_named(project: Path) -> None:
    """What it printed seems to be added; the edits of the others are taken all the same."""
    broken = project / "submissions" / "justice.yaml"
    built, file = project.parent / "built.docx", project.parent / "edited.docx"
    built.write_bytes(build_project(project, ["docx"]).files["CCPR-C-ARC-2.docx"])
    file.write_bytes(edited(built.read_bytes(), retyped(*LATER, LATER[0])))
    broken.write_text("agency: [justice\n", encoding="utf-8")
    before = inputs(project)

    for options in ((), ("--built", built)):
        said = run("pull", project, file, *options)

        assert said.exit_code == 1
        assert f"{broken.as_posix()}:1:9: error[RG120]" in said.output
    assert before["justice.yaml"] == inputs(project)["justice.yaml"]


def test_a_list_is_no_input(project: Path) -> None:
    """Where a project would read it, nothing is written, neither the list nor what was taken."""
    before = inputs(project)

    def both(body: Any) -> None:  # noqa: ANN401 - as in the changes
        FIGURE(body)
        retyped(*LATER)(body)

    said = pull(project, "--list", project / "submissions", change=both, ends=1).output

    assert "RG602" in said
    assert "1 edit can be taken" in said
    assert before == inputs(project)


def test_nothing_is_listed_of_what_is_only_tried(project: Path) -> None:
    """Nor is a list without an entry written."""
    pull(project, "--list", project.parent / "tried", "--dry-run", change=FIGURE, ends=1)
    pull(project, "--list", project.parent / "tried", change=retyped(*LATER), ends=0)

    assert not (project.parent / "tried").exists()


def test_an_edit_names_who_tracked_it(project: Path) -> None:
    """In the lines and in JSON; what nobody tracked names nobody."""

    def by_somebody(body: Any) -> None:  # noqa: ANN401 - as in the changes
        tracked(*LATER)(body)
        for one in body.iter(f"{W}ins", f"{W}del"):
            one.set(f"{W}author", "B. Minister")

    told = pull(project, "--dry-run", change=by_somebody, ends=0).output
    facts = json.loads(pull(project, "--dry-run", "--format", "json", change=by_somebody, ends=0).stdout)
    plain = json.loads(pull(project, "--dry-run", "--format", "json", change=retyped(*LATER), ends=0).stdout)

    assert "edited by B. Minister (paragraph" in told
    assert [["B. Minister"]] == [one["authors"] for one in facts["taken"]]
    assert [[]] == [one["authors"] for one in plain["taken"]]


def test_a_list_that_was_written_is_named_though_nothing_was_taken(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who reads the facts looks for what stands on the disk."""

    def refuse(*_: object) -> list[Path]:
        raise cannot_write(project, OSError(28, "No space left on device"))

    monkeypatch.setattr(CorrectedCopies, "file", refuse)
    result = pull(project, "--list", project.parent / "lists", "--format", "json", change=FIGURE, ends=1)

    assert [(project.parent / "lists" / "justice.txt").as_posix()] == json.loads(result.stdout)["files"]
