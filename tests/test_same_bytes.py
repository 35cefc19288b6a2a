"""The same project gives the same bytes, wherever it lies and whoever builds it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MINIMAL = Path(__file__).parents[1] / "examples" / "minimal"
ELSEWHERE = {
    "HOME": "/nowhere",
    "USER": "other",
    "LOGNAME": "other",
    "LC_ALL": "de_DE.UTF-8",
    "LANGUAGE": "ru",
    "TZ": "Pacific/Kiritimati",
    "PYTHONHASHSEED": "7",
    "COLUMNS": "40",
}
"""Another user on another machine."""


def copy(folder: Path) -> Path:
    """The smallest example, at a path."""
    shutil.copytree(MINIMAL, folder, ignore=shutil.ignore_patterns("build"))
    return folder


def run(cwd: Path, *arguments: str | Path, umask: int = 0o022, **environment: str) -> str:
    """A command, in a process of its own, with what it printed."""
    command = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    done = subprocess.run(  # our own command
        command,
        cwd=cwd,
        env=os.environ | environment,
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    return done.stdout


def made(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outputs(project: Path | str, cwd: Path, into: Path, umask: int = 0o022, **environment: str) -> dict[str, bytes]:
    """All that is made of a project, by one user at one place."""
    run(cwd, "build", project, "--out", into, umask=umask, **environment)
    run(cwd, "workbooks", project, "--out", into / "workbooks", umask=umask, **environment)
    run(cwd, "feedback", project, "--out", into / "feedback", umask=umask, **environment)
    return made(into)


def test_another_place_and_another_user_give_the_same_bytes(tmp_path: Path) -> None:
    """Report, manifest, workbooks and feedback; the project is named relatively, and by a link from far away."""
    first = copy(tmp_path / "a" / "project")
    second = copy(tmp_path / "of another" / "name" / "copy")
    link = tmp_path / "link"
    link.symlink_to(second)

    here = outputs("project", first.parent, tmp_path / "one")
    there = outputs(f"{link}/", tmp_path.parent, tmp_path / "two", umask=0o077, **ELSEWHERE)

    assert {"CCPR-C-ARC-2.docx", "CCPR-C-ARC-2.pdf", "CCPR-C-ARC-2.html", "manifest.json"} <= here.keys()
    assert here.keys() == there.keys()
    assert [] == [name for name in here if here[name] != there[name]]
    for data in here.values():
        assert tmp_path.name.encode() not in data


@pytest.mark.parametrize("named", [".", "../project", "{project}", "{project}/", "../project/../project"])
def test_however_a_project_is_named_its_page_names_places_within_it(tmp_path: Path, named: str) -> None:
    """A title says `submissions/justice.yaml:16:44`; the terminal names files as they were typed."""
    project = copy(tmp_path / "project")
    run(project, "build", named.format(project=project), "--to", "html", "--out", tmp_path / "out")

    page = (tmp_path / "out" / "CCPR-C-ARC-2.html").read_text(encoding="utf-8")
    manifest = (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")
    assert 'title="legal_aid, 2023: submissions/justice.yaml:16:44"' in page
    assert '"submissions/justice.yaml": "' in manifest
    assert "project" not in page
    assert "project/" not in manifest


def test_the_terminal_names_files_as_the_project_was_typed(tmp_path: Path) -> None:
    """Whoever typed a path can open what a message names."""
    project = copy(tmp_path / "project")
    (project / "submissions" / "justice_2.yaml").write_text(
        "agency: justice\nindicators:\n  legal_aid: {values: {2023: 1}}\n", encoding="utf-8"
    )
    for cwd, typed in ((tmp_path, "project"), (project.parent, str(project)), (project, "../project")):
        command = [sys.executable, "-m", "reportgen", "check", typed]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)
        assert f"{typed}/submissions/justice" in done.stdout
        assert "RG303" in done.stdout


def test_a_date_that_is_given_is_the_same_in_every_zone(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH stands in the outputs; the clock and the zone of the machine do not."""
    project = copy(tmp_path / "project")
    for number, zone in enumerate(("UTC", "Pacific/Kiritimati")):
        run(tmp_path, "build", project, "--out", tmp_path / str(number), SOURCE_DATE_EPOCH="1700000000", TZ=zone)

    assert made(tmp_path / "0") == made(tmp_path / "1")
    assert b"2023-11-14T22:13:20+00:00" in made(tmp_path / "0")["manifest.json"]
