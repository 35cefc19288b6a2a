"""The bugs of `make mutants` can be put in: each passage stands where it is looked for, and its tests are there."""

from fnmatch import fnmatch

import pytest
from mutants import Bug, read_bugs, read_rooms
from repository import ROOT

BUGS = read_bugs()


def test_there_are_bugs_of_every_kind() -> None:
    """Each by a name of its own."""
    assert 18 <= len(BUGS) == len({one.bug for one in BUGS})


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.bug)
def test_a_bug_changes_one_passage(bug: Bug) -> None:
    """Where the code has moved on, the bug moves with it."""
    source = (ROOT / bug.file).read_text(encoding="utf-8")

    assert 1 == source.count(bug.old)
    assert bug.old != bug.new
    assert [] == [test for test in bug.tests if not (ROOT / test).exists()]


def test_every_room_has_modules_and_tests() -> None:
    """A pattern that fits nothing would leave its modules without mutants, and nobody would notice."""
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "reportgen").rglob("*.py")]
    rooms = read_rooms()

    assert [] == [one for room in rooms for one in room.files if not any(fnmatch(file, one) for file in files)]
    assert [] == [one for room in rooms for one in room.tests if not (ROOT / one).exists()]
