"""How the process of a command ends: at once, with all that was to be done before."""

import subprocess
import sys

import pytest

_SCRIPT = """
import atexit, sys, threading, time
from reportgen.cli import main

class Value:
    def __del__(self):
        print("taken apart")

def late():
    time.sleep(0.2)
    print("thread")

def command(prog_name):
    main.kept = Value()
    threading.Thread(target=late).start()
    atexit.register(print, "registered")
    print("printed")
    {end}

main.cli = command
main.main()
"""


def _run(end: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _SCRIPT.format(end=end)], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("end", "code"), [("sys.exit(1)", 1), ("sys.exit()", 0), ("raise MemoryError", 2)])
def test_everything_is_done_before_the_process_ends(end: str, code: int) -> None:
    """What is printed, threads and what was registered come to their end; values are not taken apart one by one."""
    done = _run(end)
    assert (done.returncode, done.stdout) == (code, "printed\nthread\nregistered\n")


def test_an_end_with_words_is_left_to_python() -> None:
    """The words are printed, as Python does, and the process ends with 1."""
    done = _run("sys.exit('words')")
    assert (done.returncode, done.stderr) == (1, "words\n")


def test_a_bug_is_left_to_python() -> None:
    """An exception of our own has its traceback."""
    done = _run("raise LookupError('bug')")
    assert done.returncode == 1
    assert "LookupError: bug" in done.stderr


def test_what_cannot_be_printed_at_the_end_is_told() -> None:
    """A stream that fails when it is flushed does not end as if all was well."""
    done = _run("sys.stdout.flush = lambda: (_ for _ in ()).throw(OSError('full'))")
    assert done.returncode == 120
