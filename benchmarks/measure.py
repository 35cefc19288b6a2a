"""Measuring: the processor time and the memory that commands take as whole processes.

Commands run one after another in rounds, so that what else happens on the machine hits all of them alike. This
module and all that imports it load nothing but the standard library: a child process begins with the memory of its
parent.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryFile

_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in (getrusage(2))."""

Command = Sequence[str | os.PathLike[str]]
Rounds = tuple[float, ...]
"""What was measured in each round."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    seconds: float
    """Processor time, its own and its children's."""
    elapsed: float
    """Seconds on the clock."""
    peak: int
    """The most memory that it held, in bytes."""
    output: str
    """What it printed."""


class CommandFailedError(Exception):
    """A command that is measured ended with an error."""


def measure(commands: Mapping[str, Command], rounds: int) -> dict[str, Rounds]:
    """Run all commands once a round, and return the processor seconds of each by its name.

    Args:
        commands: what to run, by its name.
        rounds: how often.

    Raises:
        CommandFailedError: where one ends with an error; its figures would mean nothing.
    """
    found: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            say(f"  round {number + 1} of {rounds}: {name}")
            found[name].append(run(command).seconds)
    return {name: tuple(seconds) for name, seconds in found.items()}


def run(command: Command) -> Run:
    """Run one command to its end.

    Raises:
        CommandFailedError: where it ends with an error.
    """
    began = time.perf_counter()
    with TemporaryFile() as errors, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors) as process:
        printed = process.stdout.read() if process.stdout else b""
        _, status, usage = os.wait4(process.pid, 0)  # the only call that tells the peak of one child
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read()
    if process.returncode:
        words = " ".join(map(str, command))
        raise CommandFailedError(f"{words}\nended with {process.returncode}:\n{said.decode(errors='replace')}")
    elapsed = time.perf_counter() - began
    return Run(usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss * _PEAK_UNIT, printed.decode(errors="replace"))


def say(words: str) -> None:
    """Tell the person who waits what is going on."""
    print(words, file=sys.stderr, flush=True)
