"""Files that agencies sent are read again within the bounds that hold for every input, and refused by their name."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run
from project import JUSTICE, make_project

from reportgen.agencies.versions import find_versions
from reportgen.project import submission

Spoil = Callable[[Path], None]
NEW = JUSTICE.replace("348", "349")


def link_out(path: Path) -> None:
    """Put a link to a file outside the project, which says the same, in the place of a file."""
    outside = next(one for one in path.parents if one.name == "project").parent / "outside.yaml"
    shutil.move(path, outside)
    path.symlink_to(outside)


def link_to_itself(path: Path) -> None:
    """Put a link that leads to itself in the place of a file."""
    path.unlink()
    path.symlink_to(path.name)


def link_nowhere(path: Path) -> None:
    """Put a link to nothing in the place of a file."""
    path.unlink()
    path.symlink_to("gone.yaml")


def folder(path: Path) -> None:
    """Put a folder in the place of a file."""
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    """Put a pipe, which would hold the program, in the place of a file."""
    path.unlink()
    os.mkfifo(path)


def grow(path: Path) -> None:
    """Make a file larger than is read."""
    with path.open("ab") as file:
        file.write(b"#" * 8 * 1024 * 1024)


SPOILT: dict[str, tuple[Spoil, str]] = {
    "outside": (link_out, "RG103"),
    "loop": (link_to_itself, "RG102"),
    "nowhere": (link_nowhere, "RG102"),
    "folder": (folder, "RG102"),
    "pipe": (pipe, "RG102"),
    "large": (grow, "RG104"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which the justice ministry sent two files, and a third one that waits."""
    root = make_project(tmp_path / "project")
    for number, text in enumerate((NEW, NEW.replace("349", "three"))):
        file = tmp_path / f"new{number}.yaml"
        file.write_text(text, encoding="utf-8")
        run("receive", root, file, "--replace")
    assert (root / "submissions" / "refused" / "justice.yaml").is_file()
    return root


@pytest.mark.parametrize("kind", SPOILT)
@pytest.mark.parametrize(
    "file", ["justice.yaml", "justice.answers.yaml", "refused/justice.yaml", "earlier/justice.order.yaml"]
)
def test_a_file_that_cannot_be_read_is_named_and_nothing_is_filed(root: Path, file: str, kind: str) -> None:
    """Neither taken for missing, nor followed out of the project, nor waited for, nor written over."""
    spoil, code = SPOILT[kind]
    path = root / "submissions" / file
    if not path.exists():
        path.write_text("agency: justice\nanswers: []\n", encoding="utf-8")
    spoil(path)
    before = tree(root)

    sent = root.parent / "sent.yaml"
    sent.write_text(JUSTICE.replace("348", "350"), encoding="utf-8")
    result = run("receive", root, sent)

    assert 1 == result.exit_code
    assert f"{path.as_posix()}: error[{code}]" in result.output
    assert before == tree(root)


@pytest.mark.parametrize("kind", SPOILT)
def test_feedback_names_what_it_cannot_read_and_serves_the_others(root: Path, kind: str) -> None:
    """The waiting file of one ministry is no reason to leave the others without their copies."""
    (root / "submissions" / "interior.yaml").write_text("agency: interior\n", encoding="utf-8")
    spoil, code = SPOILT[kind]
    path = root / "submissions" / "refused" / "justice.yaml"
    spoil(path)

    result = run("feedback", root)

    assert f"{path.as_posix()}: error[{code}]" in result.output
    assert "interior: " in result.output
    assert "justice: nothing was received yet" not in result.output
    assert ["interior.md"] == [one.name for one in (root / "build" / "feedback").iterdir()]


@pytest.mark.parametrize("kind", SPOILT)
def test_the_step_back_names_what_it_cannot_read(root: Path, kind: str) -> None:
    """A file in force is kept when another takes its place: what cannot be read cannot be kept."""
    spoil, code = SPOILT[kind]
    spoil(root / "submissions" / "justice.yaml")

    result = run("receive", root, "--undo", "justice")

    assert 1 == result.exit_code
    assert f"submissions/justice.yaml: error[{code}]" in result.output


@pytest.mark.parametrize("kind", SPOILT)
def test_the_step_back_passes_over_what_is_not_what_it_looks_for(root: Path, kind: str) -> None:
    """Any other file among the earlier ones may be whatever it is; the one that is needed is missed by its name."""
    other = root / "submissions" / "earlier" / "justice.9.yaml"
    other.write_text(JUSTICE, encoding="utf-8")
    spoil, _ = SPOILT[kind]
    spoil(other)
    assert "in force again: justice.yaml" in run("receive", root, "--undo", "justice").output


@pytest.mark.parametrize("kind", SPOILT)
def test_the_step_back_misses_a_file_that_it_cannot_read(root: Path, kind: str) -> None:
    """The version before is there under its name, and is not the file that was filed."""
    spoil, _ = SPOILT[kind]
    spoil(root / "submissions" / "earlier" / "justice.1.yaml")

    assert "error[RG730]" in run("receive", root, "--undo", "justice").output


def test_a_file_of_the_largest_size_is_read_and_a_byte_more_is_not(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is that of `check`: what check reads, receive reads as well."""
    sent = root.parent / "sent.yaml"
    sent.write_text(NEW, encoding="utf-8")
    size = max(path.stat().st_size for path in (root / "submissions").rglob("*.yaml"))
    monkeypatch.setattr(submission, "YAML_BYTES", size)
    assert 0 == run("receive", root, sent, "--replace").exit_code

    monkeypatch.setattr(submission, "YAML_BYTES", size - 1)
    sent.write_text(NEW.replace("349", "350"), encoding="utf-8")
    result = run("receive", root, sent, "--replace")
    assert 1 == result.exit_code
    assert "error[RG104]" in result.output


def test_an_empty_file_is_a_damaged_one_whose_place_is_taken(root: Path) -> None:
    """A file that was cut off on its way does not keep the whole one from coming in."""
    (root / "submissions" / "justice.yaml").write_bytes(b"")
    sent = root.parent / "sent.yaml"
    sent.write_text(NEW, encoding="utf-8")

    assert "accepted (no errors)" in run("receive", root, sent).output
    assert NEW == (root / "submissions" / "justice.yaml").read_text(encoding="utf-8")


def test_a_link_within_the_project_is_followed_and_its_content_kept(root: Path) -> None:
    """It is what `check` reads; the version that is kept is a file of its own."""
    path, elsewhere = root / "submissions" / "justice.yaml", root / "texts" / "justice.yaml"
    elsewhere.parent.mkdir()
    shutil.move(path, elsewhere)
    path.symlink_to("../texts/justice.yaml")
    sent = root.parent / "sent.yaml"
    sent.write_text(NEW.replace("349", "350"), encoding="utf-8")

    assert "accepted (no errors)" in run("receive", root, sent, "--replace").output
    kept = root / "submissions" / "earlier" / "justice.2.yaml"
    assert not kept.is_symlink()
    assert NEW == kept.read_text(encoding="utf-8")


def tree(root: Path) -> dict[str, bytes | str]:
    """All that stands in the folder submissions."""
    folder = root / "submissions"
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)  # noqa: PTH115 - a text, also where it leads nowhere
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else ""
        for path in folder.rglob("*")
    }


def test_a_file_whose_ending_is_in_capitals_is_in_force_as_it_is_for_check(tmp_path: Path) -> None:
    """Some programs save `justice.XLSX`; its neighbours of other senders and other kinds are none."""
    folder = tmp_path / "submissions"
    folder.mkdir()
    for name in ("justice.XLSX", "justice.YAML", "justice.police.xlsx", "justice.answers.yaml", "justice.docx"):
        (folder / name).touch()

    assert [path.name for path in find_versions(tmp_path, "justice").in_force] == [
        "justice.XLSX",
        "justice.YAML",
    ]
