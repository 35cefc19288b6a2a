"""Measuring: commands come in, the time and memory that each took as a whole process go out.

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
from statistics import median

_KILOBYTE = 1024
_PEAK_UNIT = 1 if sys.platform == "darwin" else _KILOBYTE
"""What `ru_maxrss` counts in (getrusage(2))."""

Command = Sequence[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of processor time, its own and its children's."""
    peak: int
    """The most memory that it held, in bytes."""


@dataclass(frozen=True, slots=True)
class Series:
    """The runs of one command, a run a round."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """The median of the times, in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The shortest and the longest time, in seconds."""
        times = [run.wall for run in self.runs]
        return min(times), max(times)

    @property
    def cpu(self) -> float:
        """The median of processor time, in seconds."""
        return median(run.cpu for run in self.runs)

    @property
    def peak(self) -> int:
        """The median of the peaks, in bytes."""
        return int(median(run.peak for run in self.runs))


class CommandFailedError(Exception):
    """A command that is measured ended with an error."""


def measure(commands: Mapping[str, Command], rounds: int) -> dict[str, Series]:
    """Run all commands once a round, and give the runs of each.

    Args:
        commands: what to run, by its name.
        rounds: how often.

    Raises:
        CommandFailedError: where one ends with an error; its figures would mean nothing.
    """
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            say(f"  round {number + 1} of {rounds}: {name}")
            runs[name].append(run(command))
    return {name: Series(tuple(found)) for name, found in runs.items()}


def run(command: Command) -> Run:
    """Run one command to its end.

    Raises:
        CommandFailedError: where it ends with an error.
    """
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)  # the only call that tells the peak of one child
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        words = " ".join(map(str, command))
        raise CommandFailedError(f"{words}\nended with {process.returncode}:\n{said.decode(errors='replace')}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT)


def output(command: Command) -> str:
    """What a command prints.

    Raises:
        CommandFailedError: where it ends with an error.
    """
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CommandFailedError(f"{' '.join(map(str, command))}\nended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def ratio(ours: Series, theirs: Series) -> float:
    """How many times the other's time ours is: the median over the rounds, in each of which both ran."""
    return median(mine.wall / other.wall for mine, other in zip(ours.runs, theirs.runs, strict=True))


def say(words: str) -> None:
    """Tell the person who waits what is going on."""
    print(words, file=sys.stderr, flush=True)
