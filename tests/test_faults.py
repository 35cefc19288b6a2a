"""Writing commands that are killed, or hindered, at each of their file operations; and two commands at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
COMMANDS = (
    *(
        "receive",
        "receive-replace",
        "receive-again",
        "receive-refused",
        "correct",
        "upgrade",
        "build",
        "build-elsewhere",
        "clear",
        "feedback",
        "workbooks",
    ),
    *("status", "rollover", "style", "import", "import-list", "init", "init-beside"),
)
PAIRS = os.environ.get("REPORTGEN_PAIRS", "25")


def program(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this folder. It forks, so it is a process of its own, without threads."""
    return subprocess.run([sys.executable, TESTS / name, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_that_is_killed_or_hindered_loses_nothing(command: str) -> None:
    """At each operation: check finds the old or the new project, and running it again gives the undisturbed end."""
    ended = program("faults.py", command)

    assert ("", 0) == (ended.stdout, ended.returncode), ended.stderr


def test_pairs_of_receive_at_once_lose_nothing() -> None:
    """Both are filed, one after the other, by whatever path the project is named. `make race` runs 200 pairs."""
    ended = program("race.py", PAIRS)

    assert f"lost 0 of {PAIRS}\n" == ended.stdout, ended.stderr
