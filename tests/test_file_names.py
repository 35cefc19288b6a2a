"""File names that are not UTF-8: a diagnostic wherever a file is listed or named, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from project import make_project

BAD = os.fsdecode(b"just\xff")
"""The name of a file from an old archive."""
REPORT = "Report of Arcania\n\n1. There are 5 courts.\n"


def run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """A command in a folder, as a user runs it, with all of its output."""
    command = [sys.executable, "-m", "reportgen", *map(str, arguments)]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # our own command
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def write_badly_named(file: Path, text: str = REPORT) -> None:
    """Write a file whose name is not UTF-8, as Linux allows."""
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a submission of such a name."""
    root = make_project(tmp_path / "project")
    write_badly_named(root / "submissions" / f"{BAD}.yaml", "agency: interior\n")
    return root


@pytest.mark.parametrize("command", [("check",), ("build", "--to", "html"), ("style",), ("status",)])
def test_a_submission_is_refused_and_named_readably(project: Path, command: tuple[str, ...]) -> None:
    """The message shows the byte, and says to rename the file."""
    done = run(project.parent, command[0], "project", *command[1:])

    assert "Traceback" not in done.stderr
    if command[0] != "status":
        assert 1 == done.returncode
        assert "project/submissions/just\\xff.yaml: error[RG119]" in done.stdout + done.stderr
        assert "rename the file" in done.stdout + done.stderr


def test_json_shows_the_name_as_text_does(project: Path) -> None:
    """It is JSON that any program reads."""
    [found] = json.loads(run(project.parent, "check", "project", "--format", "json").stdout)[:1]

    assert ("RG119", "project/submissions/just\\xff.yaml") == (found["code"], found["file"])


def test_a_file_of_the_last_cycle_is_refused(tmp_path: Path) -> None:
    """`previous/` is read like `submissions/`."""
    root = make_project(tmp_path / "project")
    (root / "previous").mkdir()
    write_badly_named(root / "previous" / f"{BAD}.yaml", "agency: interior\n")

    assert "project/previous/just\\xff.yaml: error[RG119]" in run(tmp_path, "check", "project").stdout


def test_a_template_is_named(tmp_path: Path) -> None:
    """No template can be asked for by such a name."""
    root = make_project(tmp_path / "project")
    (root / "templates").mkdir()
    write_badly_named(root / "templates" / f"{BAD}.html.j2", "<p>a</p>")

    done = run(tmp_path, "check", "project")
    assert "project/templates/just\\xff.html.j2: error[RG119]" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (("receive", "project"), ".yaml"),
        (("receive", "project", "--format", "json"), ".yaml"),
        (("audit",), ".txt"),
        (("style",), ".txt"),
        (("style", "--format", "json"), ".txt"),
        (("verify", "project"), ".docx"),
        (("phrase",), ".yaml"),
    ],
)
def test_a_file_that_is_named_on_the_command_line(tmp_path: Path, arguments: tuple[str, ...], ending: str) -> None:
    """It is refused by its name, in text and in JSON."""
    make_project(tmp_path / "project")
    write_badly_named(tmp_path / f"{BAD}{ending}")
    done = run(tmp_path, *arguments, f"{BAD}{ending}")

    assert 1 == done.returncode
    assert "Traceback" not in done.stderr
    assert "RG119" in done.stdout + done.stderr
    assert "just\\xff" in (done.stdout + done.stderr).replace("\\\\", "\\")
    assert "\\udcff" not in done.stdout + done.stderr


def test_a_letter_beyond_english_is_a_good_name(tmp_path: Path) -> None:
    """What UTF-8 can write is no fault."""
    root = make_project(tmp_path / "project")
    (root / "submissions" / "министерство.yaml").write_text("agency: interior\n", encoding="utf-8")

    assert "RG119" not in run(tmp_path, "check", "project").stdout


@pytest.mark.parametrize("options", [(), ("--cache",)])
def test_the_folders_around_a_project_may_have_any_name(tmp_path: Path, options: tuple[str, ...]) -> None:
    """Only names within the project stand in what is printed; a build that is called by no name is not kept."""
    folder = tmp_path / BAD
    folder.mkdir()
    make_project(folder / "project")
    done = run(tmp_path, "build", folder / "project", "--to", "html,docx", *options)

    assert (0, "") == (done.returncode, "".join(line for line in done.stderr.splitlines() if "Error" in line))
