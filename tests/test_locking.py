"""One writer a folder, and what an interrupted one left."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from commands import run
from project import JUSTICE, make_project

from reportgen.files.output import NewVersion, OutputError, file_versions, hold, write_files

_HOLDER = """
import sys
from pathlib import Path
from reportgen.files.output import hold
with hold(Path(sys.argv[1]), "receive"):
    print("held", flush=True)
    sys.stdin.read()
"""
YAML = JUSTICE.replace("348", "349")


@contextmanager
def held_elsewhere(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds a project as long as this goes on."""
    command = [sys.executable, "-c", _HOLDER, str(root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "held\n" == process.stdout.readline()
        yield process
        process.kill()


def listing(root: Path) -> dict[str, bytes]:
    """All files of a folder but those of the lock."""
    files = (path for path in root.rglob("*") if path.is_file() and ".reportgen" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, with a new version of a submission beside it."""
    (tmp_path / "new.yaml").write_text(YAML, encoding="utf-8")
    return make_project(tmp_path / "project")


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.files.output.locking.LOCK_SECONDS", 0)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize(
    "command",
    [
        ("receive", "project", "new.yaml"),
        ("build", "project", "--to", "html"),
        ("clear", "project", "--issue", "1", "--by", "A. Person"),
        ("feedback", "project"),
        ("workbooks", "project"),
        ("rollover", "project", "next"),
        ("style", "project", "--fix"),
        ("redline", "project", "project"),
        ("corrigendum", "project", "project", "--out", "project/build"),
        ("status", "project", "--format", "html"),
        ("import", "new.yaml", "project"),
        ("init", "project", "--treaty", "ccpr", "--state", "KAZ", "--cycle", "4", "--years", "2024-2027"),
    ],
    ids=lambda command: command[0],
)
def test_a_command_waits_and_then_says_who_is_at_work(
    root: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """It ends with 2, names the other command, and changes nothing."""
    monkeypatch.chdir(root.parent)
    before = listing(root.parent)
    with held_elsewhere(root) as other:
        result = run(*command)

    assert 2 == result.exit_code
    assert f"RG640] reportgen receive (process {other.pid}" in result.output
    assert "… waiting for reportgen receive" in result.output
    assert before == listing(root.parent)


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize("command", [("check",), ("status",), ("style",), ("audit",)], ids=lambda one: one[0])
def test_reading_needs_no_lock(root: Path, command: tuple[str, ...]) -> None:
    """What only reads goes on while another command writes."""
    with held_elsewhere(root):
        result = run(*command, root)

    assert 0 == result.exit_code


@pytest.mark.usefixtures("_impatient")
def test_death_frees_the_lock(root: Path) -> None:
    """A killed command leaves files of the lock behind, and they hold nothing."""
    with held_elsewhere(root):
        pass

    assert (root / ".reportgen/lock").exists()
    assert 0 == run("receive", "--replace", root, root.parent / "new.yaml").exit_code


@pytest.mark.usefixtures("_impatient")
def test_two_paths_to_a_project_have_one_lock(root: Path) -> None:
    """A link to the folder, and a path with dots."""
    link = root.parent / "link"
    link.symlink_to(root)
    with held_elsewhere(link):
        result = run("receive", root / ".." / "project", root.parent / "new.yaml")

    assert 2 == result.exit_code


def test_a_lock_does_not_show_in_version_control(root: Path) -> None:
    """The folder ignores itself."""
    run("receive", root, root.parent / "new.yaml")

    assert "*\n" == (root / ".reportgen/.gitignore").read_text()
    assert {".gitignore", "lock"} == {path.name for path in (root / ".reportgen").iterdir()}


def test_a_folder_that_is_no_project_gets_nothing(tmp_path: Path) -> None:
    """A slip in a path makes no folder of ours, and files written elsewhere have nothing beside them."""
    (tmp_path / "elsewhere").mkdir()
    run("build", tmp_path / "elsewhere")
    write_files(tmp_path / "out", {"a": b"1", "b": b"2"})

    assert {"out/a": b"1", "out/b": b"2"} == listing(tmp_path)
    assert not list(tmp_path.rglob(".reportgen"))


def test_a_folder_that_cannot_be_locked_is_only_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a share without locks nothing is written, and what is in the way is said."""

    def refuse(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), descriptor, operation)

    monkeypatch.setattr("fcntl.flock", refuse)
    before = listing(root)
    result = run("receive", root, root.parent / "new.yaml")

    assert (2, before) == (result.exit_code, listing(root))
    assert "RG643" in result.output
    assert 0 == run("check", root).exit_code


def test_a_project_that_cannot_be_written_is_checked_and_built_elsewhere(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a medium that can only be read; a build into it says so."""
    make, write = os.mkdir, os.open

    def refuse(path: object) -> None:
        if str(path).startswith(str(root)):
            raise OSError(30, "Read-only file system", str(path))

    def mkdir(path: str, *rest: int) -> None:
        refuse(path)
        make(path, *rest)

    def open_(path: str, flags: int, *rest: int, **options: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            refuse(path)
        return write(path, flags, *rest, **options)

    monkeypatch.setattr("os.mkdir", mkdir)
    monkeypatch.setattr("os.open", open_)

    assert 0 == run("check", root).exit_code
    assert 0 == run("build", root, "--to", "html", "--out", root.parent / "out").exit_code
    result = run("build", root, "--to", "html")
    assert 2 == result.exit_code
    assert "RG602" in result.output
    assert "Read-only file system" in result.output


# ---- what an interrupted command left -----------------------------------------------------------------------------


def interrupted(root: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """File an Excel version over the YAML one, and die before a renaming, which is not undone."""
    replace, calls = Path.replace, list[Path]()

    class DeathError(BaseException):
        pass

    def counted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) >= at:
            raise DeathError
        return replace(self, target)

    def nothing(*arguments: object) -> None:
        del arguments

    submissions, files = root / "submissions", {"justice.yml": YAML.encode()}
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", counted)
        patched.setattr("reportgen.files.output.change.drop", nothing)
        patched.setattr("reportgen.files.output.change._undo", nothing)
        new = NewVersion(submissions, "justice.yml", files, (submissions / "justice.yaml",), submissions / "earlier")
        with hold(root, "receive"), pytest.raises(DeathError):
            file_versions([new])


@pytest.mark.parametrize("at", [2, 3, 4])
def test_readers_see_the_new_version_once_the_journal_stands(
    root: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whatever was renamed before the process died: one version counts, and no error follows."""
    interrupted(root, monkeypatch, at)
    before = listing(root)
    result = run("explain", root, "victims")

    assert 0 == run("check", root).exit_code
    assert "349" in result.output
    assert before == listing(root)


@pytest.mark.parametrize("at", [2, 3, 4])
def test_the_next_writer_finishes_what_was_begun(root: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """It says so, and nothing is left over."""
    interrupted(root, monkeypatch, at)
    result = run("clear", root, "--issue", "1", "--by", "A. Person", "--date", "2024-02-01")

    assert 0 == result.exit_code
    assert "finished what an interrupted “reportgen receive” had begun" in result.output
    found = listing(root)
    assert {"submissions/justice.yml": YAML.encode(), "submissions/earlier/justice.1.yaml": JUSTICE.encode()} == {
        name: data for name, data in found.items() if name.startswith("submissions/")
    }


def test_what_somebody_changed_meanwhile_is_left_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was put there by hand after the interruption is neither overwritten nor taken away."""
    interrupted(root, monkeypatch, 4)
    by_hand = JUSTICE.replace("348", "350").encode()
    (root / "submissions/justice.yaml").write_bytes(by_hand)
    result = run("workbooks", root)

    assert 0 == result.exit_code
    assert "undid what an interrupted" in result.output
    assert {"submissions/justice.yaml": by_hand} == {
        name: data for name, data in listing(root).items() if re.match("submissions/(?!sent/)", name)
    }


def test_where_it_can_be_neither_finished_nor_undone_the_file_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading goes on; the next command that may rename finishes the work."""
    interrupted(root, monkeypatch, 3)

    def refuse(self: Path, target: Path) -> Path:
        del target
        raise PermissionError(13, "in use", str(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refuse)
        result = run("workbooks", root)
        assert 2 == result.exit_code
        assert "RG641" in result.output
        assert "submissions/earlier/justice.1.yaml" in result.output
        assert 0 == run("check", root).exit_code

    assert 0 == run("workbooks", root).exit_code
    assert 0 == run("check", root).exit_code


@pytest.mark.parametrize(
    "change",
    [
        {"target": "../outside.yaml"},
        {"target": "/etc/passwd"},
        {"target": "submissions\\x.yaml"},
        {"new": "justice.yaml"},
        {"old": ".other.yaml.12345678.part"},
        {"before": "x"},
        {"more": 1},
    ],
    ids=str,
)
def test_a_journal_that_is_not_ours_moves_nothing(root: Path, change: dict[str, object]) -> None:
    """A project may come from anywhere; nothing outside it, and no file of another name, is touched."""
    step: dict[str, object] = {"target": "submissions/justice.yaml", "new": None, "old": ".justice.yaml.12345678.part"}
    step |= {"before": None, "after": None} | change
    journal = {"format": 1, "command": "receive", "folders": [], "steps": [step]}
    (root / ".reportgen").mkdir()
    (root / ".reportgen/journal.json").write_text(json.dumps(journal))
    before = listing(root.parent)
    result = run("workbooks", root)

    assert 2 == result.exit_code
    assert "RG642" in result.output
    assert before == listing(root.parent)


def test_passing_files_of_ours_are_cleaned_and_no_others(root: Path) -> None:
    """Those in the folders of a project, by the pattern of their names."""
    ours = ("submissions/.justice.xlsx.k3_a8d0z.part", "build/feedback/.a.xlsx.0123abcd.part", ".x.yaml.0123abcd.part")
    others = ("submissions/.hidden.part", "build/download.pdf.part", "notes/.x.yaml.0123abcd.part")
    for name in (*ours, *others):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    run("clear", root, "--issue", "1", "--by", "A. Person")

    assert [False] * 3 == [(root / name).exists() for name in ours]
    assert [True] * 3 == [(root / name).exists() for name in others]


# ---- all or none --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [0, 1, 2])
def test_where_one_target_cannot_be_replaced_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As on Windows, where a file is open in another program; it is named, and no passing file stays."""
    names = ("a.docx", "a.pdf", "manifest.json")
    write_files(tmp_path, dict.fromkeys(names, b"old"))
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == names[number] and b"new" == self.read_bytes():
            raise PermissionError(13, "in use", str(self), None, str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, {**dict.fromkeys(names, b"new"), "fresh.html": b"new"})

    assert (tmp_path / names[number]).as_posix() == str(caught.value.diagnostic.place)
    assert dict.fromkeys(names, b"old") == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_no_hard_link_is_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """FAT and many shares have none."""

    def refuse(*arguments: object) -> None:
        raise OSError(1, "Operation not permitted", str(arguments[0]))

    monkeypatch.setattr("os.link", refuse)

    assert 0 == run("receive", "--replace", root, root.parent / "new.yaml").exit_code
    assert JUSTICE == (root / "submissions/earlier/justice.1.yaml").read_text()
