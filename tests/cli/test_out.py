"""Where a command writes: anywhere, but never over what a project is read from."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from project import make_project

from reportgen.cli.main import cli
from reportgen.project.folder import is_input

DAY = ("--date", "2024-01-20")
TO_A_FILE = [
    ("review", *DAY),
    ("status", *DAY),
    ("status", *DAY, "--format", "html"),
    ("status", *DAY, "--format", "json"),
]
TO_A_FOLDER = [("workbooks",), ("feedback",), ("remind", *DAY), ("build", "--to", "html")]
INPUTS = ("report.yaml", "submissions/justice.yaml", "submissions/new.html", "previous/justice.yaml", "templates/x.j2")


def contents(root: Path) -> dict[str, bytes]:
    """The files of a project, but for those of locks and of what workbooks were filled from."""
    files = (path for path in root.rglob("*") if path.is_file())
    named = {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in named.items() if ".reportgen" not in name and "/sent/" not in name}


def run(*arguments: object) -> tuple[int, str]:
    """Run a command; return how it ended and what it said."""
    result = CliRunner().invoke(cli, list(map(str, arguments)), catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("command", TO_A_FILE, ids=" ".join)
@pytest.mark.parametrize("name", INPUTS)
def test_a_file_replaces_no_input(tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    """Nor is one put where it would be read; the message names it, and nothing else changes."""
    root = make_project(tmp_path)
    before = contents(root)
    code, said = run(command[0], root, *command[1:], "--out", root / name)

    assert (2, before) == (code, contents(root))
    assert all(words in said for words in ("RG602", name, "a project is read from there"))


@pytest.mark.parametrize("command", TO_A_FOLDER, ids=" ".join)
@pytest.mark.parametrize("name", ["submissions", "previous", "templates", "pictures", "submissions/below"])
def test_no_file_is_put_among_inputs(tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    """A workbook that was sent out would be read as one that came back."""
    root = make_project(tmp_path)
    before = contents(root)
    code, said = run(command[0], root, *command[1:], "--out", root / name)

    assert (2, before) == (code, contents(root))
    assert "error[RG602]" in said


@pytest.mark.parametrize("command", [*TO_A_FILE, *TO_A_FOLDER], ids=" ".join)
@pytest.mark.parametrize("name", ["build/mine", "mine"])
def test_any_other_place_of_the_project_is_written(tmp_path: Path, command: tuple[str, ...], name: str) -> None:
    """Also where it lies beside the inputs."""
    root = make_project(tmp_path)
    code, said = run(command[0], root, *command[1:], "--out", root / name)

    assert (0, True) == (code, (root / name).exists()), said


@pytest.mark.parametrize("command", ["redline", "corrigendum"])
def test_documents_of_no_project_replace_no_input_of_one(tmp_path: Path, command: str) -> None:
    """Whichever project it is."""
    root, other = make_project(tmp_path / "a"), make_project(tmp_path / "b")
    sent = tmp_path / "sent"
    assert 0 == run("build", other, "--to", "docx", "--out", sent)[0]
    (other / "submissions" / "justice.yaml").write_text(
        (other / "submissions" / "justice.yaml").read_text(encoding="utf-8").replace("348", "349"), encoding="utf-8"
    )
    before = contents(root)
    place = root / "submissions" / ("r.docx" if command == "redline" else "")
    code, said = run(command, next(sent.glob("*.docx")), other, "--out", place)

    assert (2, before) == (code, contents(root))
    assert "error[RG602]" in said


def test_the_earlier_version_is_not_replaced_by_the_page(tmp_path: Path) -> None:
    """It is an input of the command."""
    root = make_project(tmp_path)
    assert 0 == run("build", root, "--to", "docx")[0]
    (sent,) = (root / "build").glob("*.docx")

    assert 2 == run("review", root, *DAY, "--against", sent, "--out", sent)[0]
    assert sent.read_bytes().startswith(b"PK")


def test_an_input_is_known_by_its_place(tmp_path: Path) -> None:
    """In any letters, by a way around, from within; a folder of that name outside a project is free."""
    root = make_project(tmp_path / "p")
    way_around = Path(os.path.relpath(root / "report.yaml"))

    assert all(map(is_input, [root / "REPORT.yaml", root / "build" / ".." / "report.yaml", way_around]))
    assert not any(map(is_input, [tmp_path / "report.yaml", tmp_path / "submissions" / "x.yaml", root / "x.yaml"]))
