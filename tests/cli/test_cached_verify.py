"""`verify` after `build --cache`: it says what it says without, and does less."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from cli.test_watching import EDITS
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from project import JUSTICE, make_project
from word.word_edits import Change, added_after, deleted, edited, moved_to_the_start, retyped

from reportgen.cli.building import Wanted, build_one
from reportgen.cli.main import cli
from reportgen.cli.printing import Printer
from reportgen.files.sealed import SealedFolder
from reportgen.pipeline import check_project

WANTED = Wanted(("docx",), cache=True)
"""What is asked for, with the cache."""
REPORT = "CCPR-C-ARC-2.docx"
IN_WORD: tuple[Change, ...] = (
    retyped("went to", "went, by 29 per cent, from 865 in 2020 to 604 in 2023, to"),
    retyped("348", "384"),
    retyped("In 2023", "In 2022"),
    retyped("victims", "people"),
    deleted("The present statistical annex"),
    moved_to_the_start("Violence against women", "Specific information"),
    added_after("Specific information", "In 2022, 97 persons were trained: 40 women and 75 men."),
)
"""What is done to the report in Word."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the account a folder of state that is not that of who runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def make(project: Path, wanted: Wanted = WANTED) -> Path:
    """The Word file of a project that is built."""
    build_one(project, wanted, Printer("text", "quiet"))
    return project / "build" / REPORT


def said(project: Path, file: Path, *options: str) -> tuple[int, str]:
    """What `verify` says, and how it ends."""
    result = CliRunner().invoke(cli, ["verify", str(project), str(file), *options], catch_exceptions=False)
    return result.exit_code, result.output


def unread(*_: object, **__: object) -> None:
    """Fail where a project is read."""
    raise AssertionError("the project was read")


@settings(max_examples=8, deadline=None)
@given(
    edits=st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 3), st.booleans()), max_size=2),
    changes=st.lists(st.sampled_from(IN_WORD), max_size=4, unique=True),
)
def test_what_is_kept_changes_nothing_of_what_is_said(
    edits: list[tuple[str, int, bool]], changes: list[Change]
) -> None:
    """Whatever was edited in the project and in the document, and whether it was built again since."""
    with TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_STATE_HOME": folder}):
        project = make_project(Path(folder) / "p")
        file = Path(folder) / "edited.docx"
        file.write_bytes(edited(make(project).read_bytes(), *changes))
        for name, number, is_built in [("back", 0, True), *edits]:
            EDITS[name](project, number)
            if is_built:
                make(project)
            shape = ("text", "json", "github")[number % 3]
            with_it = said(project, file, "--format", shape)
            with patch.object(SealedFolder, "is_empty", new=True):
                assert with_it == said(project, file, "--format", shape)


def test_a_project_that_was_built_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed is told with its place by what was kept."""
    project = make_project(tmp_path / "p")
    file = tmp_path / "edited.docx"
    file.write_bytes(edited(make(project).read_bytes(), retyped("348", "384")))
    monkeypatch.setattr("reportgen.pipeline.check_project", unread)
    code, output = said(project, file)

    assert 1 == code
    assert "error[RG851] paragraph 1 says 384 where the data say 348: victims, 2023" in output
    assert f"({(project / 'submissions' / 'justice.yaml').as_posix()}:7:" in output


def test_data_that_changed_since_are_the_measure(tmp_path: Path) -> None:
    """A kept build is of the files that it was made from, and of no others."""
    project = make_project(tmp_path / "p")
    file = make(project)
    (project / "submissions" / "justice.yaml").write_text(JUSTICE.replace("348", "384"), encoding="utf-8")

    assert "says 348 where the data say 384" in said(project, file)[1]


def _break(project: Path) -> None:
    (project / "submissions" / "justice.yaml").write_text(JUSTICE.replace("348", "about"), encoding="utf-8")


def _name_badly(project: Path) -> None:
    try:
        (project / os.fsdecode(b"notes \xff.txt")).touch()
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")


def _forge(project: Path) -> None:
    for file in (project / ".reportgen" / "cache").iterdir():
        file.write_bytes(file.read_bytes().replace(b"348", b"999"))


def _leave(_: Path) -> None:
    """Change nothing."""


@pytest.mark.parametrize(
    ("wanted", "change"),
    [
        (WANTED, _break),
        (WANTED, _name_badly),
        (WANTED, _forge),
        (replace(WANTED, cache=False), _leave),
        (replace(WANTED, formats=("html",)), _leave),
        (replace(WANTED, final=True), _leave),
    ],
)
def test_without_a_kept_build_the_project_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, change: Callable[[Path], None]
) -> None:
    """After an error, another hand, or a build that makes no Word file, or keeps nothing, all is read as ever."""
    project = make_project(tmp_path / "p")
    file = make(project, replace(WANTED, cache=False))
    make(project, wanted)
    change(project)
    read: list[Path] = []

    def check(root: Path, *, warns: bool) -> object:
        read.append(root)
        return check_project(root, warns=warns)

    monkeypatch.setattr("reportgen.pipeline.check_project", check)
    output = said(project, file)[1]

    assert [project] == read
    assert "999" not in output


def test_what_reads_a_project_is_not_loaded(tmp_path: Path) -> None:
    """Neither what checks a report nor what composes one, of which most of the start is made; nor what writes files."""
    project = make_project(tmp_path / "p")
    file = make(project)
    rooms = {"pydantic", "ruamel", "jinja2", "reportgen.pipeline", "reportgen.files.output"}
    code = (
        "import sys\n"
        "from reportgen.cli.main import main\n"
        f"sys.argv = ['reportgen', 'verify', {str(project)!r}, {str(file)!r}]\n"
        "try:\n    main()\nfinally:\n"
        f"    print(sorted({rooms} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.endswith("unchanged; no text was edited\n[]\n")
