"""Writing, all or nothing."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from reportgen.files.output import NewVersion, OutputError, file_versions, tree, write_files
from reportgen.files.output.locking import try_lock
from reportgen.files.reading import read_bytes
from reportgen.files.refusal import Refused

REMOVE = shutil.rmtree


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name; folders among them are left out."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_files_are_written_and_replaced_with_nothing_left_beside_them(tmp_path: Path) -> None:
    """The new contents stand there, and no passing file does."""
    write_files(tmp_path / "out", {"a": b"old", "b": b"old"})
    written = write_files(tmp_path / "out", {"a": b"new", "b": b"new"})

    assert [tmp_path / "out" / "a", tmp_path / "out" / "b"] == written
    assert {"a": b"new", "b": b"new"} == contents(tmp_path / "out")


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    """A folder in the place of the second file leaves the first as it was, and is named."""
    write_files(tmp_path, {"a": b"old"})
    (tmp_path / "b").mkdir()

    with pytest.raises(OutputError) as caught:
        write_files(tmp_path, {"a": b"new", "b": b"new"})

    assert str(tmp_path / "b") == str(caught.value.diagnostic.place)
    assert {"a": b"old"} == contents(tmp_path)


def test_versions_and_other_files_are_one_change(tmp_path: Path) -> None:
    """Where the last file cannot be written, no version is filed and none is kept; else all are."""
    archive = tmp_path / "earlier"
    write_files(tmp_path, {"a": b"old a", "b": b"old b", "c": b"old c"})
    versions = [NewVersion(tmp_path, name, {name: b"new"}, (tmp_path / name,), archive) for name in ("a", "b")]
    (tmp_path / "d").mkdir()

    with pytest.raises(OutputError) as caught:
        file_versions(versions, tmp_path, {"c": b"new", "d": b"new"})
    assert str(tmp_path / "d") == str(caught.value.diagnostic.place)
    assert {"a": b"old a", "b": b"old b", "c": b"old c"} == contents(tmp_path)
    assert not archive.exists() or {} == contents(archive)

    kept = file_versions(versions, tmp_path, {"c": b"new"})
    assert {"a": b"new", "b": b"new", "c": b"new"} == contents(tmp_path)
    assert [archive / "a.1", archive / "b.1"] == kept
    assert {"a.1": b"old a", "b.1": b"old b"} == contents(archive)


def test_a_failure_while_writing_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full at the second file."""
    write_files(tmp_path, {"a": b"old", "b": b"old"})
    calls = []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError):
        write_files(tmp_path, {"a": b"new", "b": b"new"})

    assert {"a": b"old", "b": b"old"} == contents(tmp_path)


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """What an output's name leads to elsewhere stays as it is."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a").symlink_to(elsewhere)

    write_files(tmp_path / "out", {"a": b"new"})

    assert b"mine" == elsewhere.read_bytes()
    assert {"a": b"new"} == contents(tmp_path / "out")


@pytest.mark.parametrize("rights", [0o555, 0o755])
def test_a_folder_that_is_only_read_is_locked_or_refused_in_words(tmp_path: Path, rights: int) -> None:
    """An archived project may lack the right to write: whoever may not lock it is told so, and nobody sees a crash."""
    tmp_path.chmod(rights)
    try:
        lock = try_lock(tmp_path)
    except PermissionError:
        assert not rights & 0o200
    else:
        assert lock is not None
        lock.release()
    finally:
        tmp_path.chmod(0o755)


def test_no_lock_is_left_in_a_new_folder_where_open_files_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows removes no file that is open, and so not the lock of the passing folder before it is released."""

    def rmtree(folder: Path, *, ignore_errors: bool) -> None:
        if not ((folder / "lock").exists() and try_lock(folder.parent) is None):
            REMOVE(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    tree.write_tree(tmp_path / "new", {"a.txt": b"1"})

    assert ["a.txt"] == [path.name for path in (tmp_path / "new").iterdir()]


def test_a_folder_is_called_a_folder_where_none_can_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to open it as if this account might not read it; a file that it may not read is said so."""

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(errno.EACCES, f"{path} {flags}")

    monkeypatch.setattr(os, "open", refuse)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"1")
    said = {}
    for name in ("folder", "file"):
        with pytest.raises(Refused) as caught:
            read_bytes(tmp_path / name, name, root=tmp_path, limit=10)
        said[name] = caught.value.diagnostic.message

    assert "it is a folder" in said["folder"]
    assert "may not read it" in said["file"]
