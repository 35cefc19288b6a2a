"""Files that count only where this account sealed them, as many as fit."""

import os
from pathlib import Path

import pytest

from reportgen.files.sealed import SealedFolder

NAME = "0123456789abcdef" * 4


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of state of the account, which is not that of who runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def test_what_was_put_is_given_back(tmp_path: Path) -> None:
    """Whole, and as often as it is asked for; of another name there is nothing."""
    folder = SealedFolder(tmp_path / "c", 1000)
    folder.put(NAME, b"some bytes")

    assert [b"some bytes"] * 2 == [folder.get(NAME), folder.get(NAME)]
    assert folder.get(NAME[::-1]) is None


def test_a_build_under_the_name_of_another_counts_for_nothing(tmp_path: Path) -> None:
    """The seal is of the name as well."""
    folder = SealedFolder(tmp_path, 1000)
    folder.put(NAME, b"a")
    (tmp_path / NAME).rename(tmp_path / NAME[::-1])

    assert folder.get(NAME[::-1]) is None
    assert folder.get(NAME) is None


def test_the_secret_is_of_this_account_alone(state: Path, tmp_path: Path) -> None:
    """Nobody else may read it."""
    SealedFolder(tmp_path / "c", 1000).put(NAME, b"a")

    assert 0o600 == (state / "reportgen" / "seal").stat().st_mode & 0o777


@pytest.mark.parametrize(("limit", "left"), [(120, ["a", "b", "c"]), (119, ["b", "c"]), (80, ["b", "c"]), (39, [])])
def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, limit: int, left: list[str]) -> None:
    """Each takes 40 bytes, with its seal; other files are not touched, and what a killed command left goes."""
    folder = SealedFolder(tmp_path / "c", limit)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "notes.txt").write_bytes(bytes(1000))
    (tmp_path / "c" / f".{NAME}.0123abcd.part").write_bytes(b"x")
    for number, letter in enumerate("abc"):
        folder.put(letter * 64, bytes(8))
        if (tmp_path / "c" / (letter * 64)).exists():
            os.utime(tmp_path / "c" / (letter * 64), (number, number))

    there = {path.name for path in (tmp_path / "c").iterdir()}
    assert {"notes.txt", *(letter * 64 for letter in left)} == there - (
        {f".{NAME}.0123abcd.part"} if limit < 40 else set()
    )


def test_a_secret_that_was_lost_is_made_anew_in_its_folder(state: Path, tmp_path: Path) -> None:
    """What was sealed with the lost one counts for nothing, and from then on builds are kept again."""
    folder = SealedFolder(tmp_path / "c", 1000)
    folder.put(NAME, b"a")
    (state / "reportgen" / "seal").unlink()

    assert folder.get(NAME) is None
    folder.put(NAME, b"b")
    assert folder.get(NAME) == b"b"


def test_without_a_folder_of_the_account_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container whose user has no name and no home; nobody sees an error."""
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    monkeypatch.delenv("XDG_STATE_HOME")
    folder = SealedFolder(tmp_path / "c", 1000)
    folder.put(NAME, b"a")

    assert folder.get(NAME) is None


def test_a_relative_folder_of_state_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the secret would stand in the project that is worked in, and go on with it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    SealedFolder(tmp_path / "c", 1000).put(NAME, b"a")

    assert not (tmp_path / "state").exists()
    assert (tmp_path / "home" / ".local" / "state" / "reportgen" / "seal").is_file()
